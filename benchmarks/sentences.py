"""How well requests are read: what is found of the facts that labelled requests hold, and what is found besides.

Usage: python benchmarks/sentences.py FILE… [--misses [key]]

A file holds one request a line: {"text": …, "facts": {key: value}}. A value counts when it is the labelled one as the field
reads both: lists in any order, pay by its range, a metric by name, numbers, unit and deadline.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from math import sqrt
from pathlib import Path
from typing import Any

from msgspec import Struct

from dutywriter.brief.answers import from_flags
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.kinds import MetricGoal
from dutywriter.brief.sentence import understood
from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.names import metric_named
from dutywriter.errors import Misuse

TODAY = date(2026, 11, 22)
"""The day on which the requests were labelled."""
Facts = dict[str, Any]


class Miss(Struct, frozen=True):
    """A field that was read wrongly: what the label says and what was found; None where it says or found nothing."""

    text: str
    key: str
    labelled: Any
    found: Any


class Score(Struct, frozen=True):
    """Facts found rightly, found wrongly and not found, over all requests, by field; and every miss."""

    right: Counter[str]
    wrong: Counter[str]
    missing: Counter[str]
    misses: tuple[Miss, ...]

    @property
    def precision(self) -> float:
        return self.right.total() / max(1, self.right.total() + self.wrong.total())

    @property
    def recall(self) -> float:
        return self.right.total() / max(1, self.right.total() + self.missing.total())


def read(path: Path) -> list[tuple[str, Facts]]:
    """Each request with its facts."""
    lines = (json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip())
    return [(line["text"], line["facts"]) for line in lines]


def scored(requests: list[tuple[str, Facts]], catalogue: Catalogue) -> Score:
    """The score over requests."""
    right, wrong, missing = Counter[str](), Counter[str](), Counter[str]()
    misses = []
    for text, labels in requests:
        expected = {key: _comparable(key, value, catalogue) for key, value in labels.items()}
        found = {fact.key: _same_in_any_order(fact.key, fact.value, catalogue) for fact in understood(text, catalogue, TODAY)}
        for key in {**expected, **found}:
            hit = key in expected and key in found and expected[key] == found[key]
            right[key] += hit
            wrong[key] += not hit and key in found
            missing[key] += not hit and key in expected
            if not hit:
                misses.append(Miss(text, key, expected.get(key), found.get(key)))
    return Score(right, wrong, missing, tuple(misses))


def _comparable(key: str, label: Any, catalogue: Catalogue) -> Any:
    """A labelled value as the field's kind reads it; as labelled where the field takes no such value (pay by the day)."""
    try:
        value = from_flags({key: _texts(key, label)}, catalogue)[key]
    except Misuse:
        return str(label)
    return _same_in_any_order(key, value, catalogue)


def _texts(key: str, label: Any) -> list[str]:
    """A labelled value as flags would say it."""
    if key == "pay":
        months = f",{label['months']}薪" if label.get("months") else ""
        extra = f",另有{label['extra']}" if label.get("extra") else ""
        return [f"{label['min']}-{label['max']}/{label['unit']}{months}{extra}"]
    if key == "metrics":
        fields = {"name": "", "present": "", "target": "", "unit": "", "deadline": ""}
        return BY_KEY[key].kind.texts([MetricGoal(**(fields | goal)) for goal in label])
    if isinstance(label, bool):
        return ["是" if label else "否"]
    return [str(item) for item in label] if isinstance(label, list) else [str(label)]


def _same_in_any_order(key: str, value: Any, catalogue: Catalogue) -> Any:
    if key == "metrics":
        return frozenset(_goal(goal, catalogue) for goal in value)
    return frozenset(value) if isinstance(value, tuple) else value


def _goal(goal: MetricGoal, catalogue: Catalogue) -> tuple[str, ...]:
    metric = metric_named(catalogue, goal.name)
    name = metric.name if metric and "N" not in metric.name else goal.name
    return name, goal.present, goal.target, goal.unit, goal.deadline


def interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle, half = share + z * z / (2 * of), z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - half) / (1 + z * z / of), (middle + half) / (1 + z * z / of)


def report(score: Score) -> Iterator[str]:
    """A line a field, and precision and recall over all."""
    yield f"{'field':<12}{'right':>6}{'wrong':>6}{'missing':>8}"
    for key in [key for key in BY_KEY if score.right[key] or score.wrong[key] or score.missing[key]]:
        yield f"{key:<12}{score.right[key]:>6}{score.wrong[key]:>6}{score.missing[key]:>8}"
    right, wrong, missing = score.right.total(), score.wrong.total(), score.missing.total()
    for name, share, of in (("precision", score.precision, right + wrong), ("recall", score.recall, right + missing)):
        low, high = interval(right, of)
        yield f"{name} {share:.3f} ({right} of {of}, 95% {low:.3f}-{high:.3f})"


def main(arguments: list[str]) -> None:
    files = [Path(name) for name in arguments if name.endswith(".jsonl")]
    score = scored([request for path in files for request in read(path)], bundled())
    if "--misses" in arguments:
        wanted = [name for name in arguments if name in BY_KEY]
        for miss in (miss for miss in score.misses if not wanted or miss.key in wanted):
            print(f"{miss.key}: labelled {miss.labelled!r}, found {miss.found!r}\n    {miss.text!r}")
    print(*report(score), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
