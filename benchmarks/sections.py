"""How often a line finds its section: BM25 as --focus uses it, on lines written without sight of the catalogue.

Usage: python benchmarks/sections.py [--misses]

labels/lines.yaml holds, for each role, lines as a posting, a vendor or a client would write them, and the sections of that role
that a reader of the section titles would file each under (none where the role has none). Lines on which the trade words of
sections were improved are marked, and counted apart.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import LEVELS, Catalogue, Role
from dutywriter.catalogue.search import section_text
from dutywriter.text.bm25 import Ranking

LABELS = Path(__file__).parent / "labels" / "lines.yaml"
CERTAIN = 1.5


class Result(NamedTuple):
    """A line, the sections it belongs to, and those that it found, the likest first with their scores."""

    role: str
    line: str
    tuned: bool
    wanted: list[str]
    found: list[tuple[float, str]]


def results(catalogue: Catalogue) -> list[Result]:
    labels = yaml.safe_load(LABELS.read_text("utf-8"))
    return [result for name, lines in labels.items() for result in _of_role(catalogue, catalogue.role(name), lines)]


def _of_role(catalogue: Catalogue, role: Role, lines: list[dict[str, object]]) -> Iterator[Result]:
    sections = {section.id: section for section in catalogue.sections}
    parts = [part for part in role.sections if part.duties]
    texts = [
        " ".join(
            section_text(sections[part.section], tuple(duty for duty in part.duties if level in duty.levels), level)
            for level in LEVELS
        )
        for part in parts
    ]
    ranking = Ranking(texts)
    for entry in lines:
        wanted = list(map(str, entry["sections"]))  # type: ignore[call-overload]
        if wanted:
            scored = zip(ranking.scores(str(entry["line"])), (part.section for part in parts), strict=True)
            yield Result(role.name, str(entry["line"]), bool(entry.get("tuned")), wanted, sorted(scored, reverse=True))


def figures(catalogue: Catalogue) -> Iterator[str]:
    every = results(catalogue)
    for tuned in (False, True):
        those = [result for result in every if result.tuned == tuned]
        first = sum(result.found[0][1] in result.wanted for result in those) / len(those)
        three = sum(any(section in result.wanted for _, section in result.found[:3]) for result in those) / len(those)
        what = "tuned on" if tuned else "not tuned on"
        yield f"line to section, {len(those)} lines {what}: {first:.0%} at the first place, {three:.0%} within three"
    certain = [result for result in every if not result.tuned and result.found[0][0] >= CERTAIN * result.found[1][0]]
    sure = sum(result.found[0][1] in result.wanted for result in certain)
    yield f"where the best scores {CERTAIN} times the second (lines not tuned on): {sure} of {len(certain)} right"


def main(arguments: list[str]) -> None:
    catalogue = bundled()
    if arguments == ["--misses"]:
        for result in results(catalogue):
            if result.found[0][1] not in result.wanted:
                print(f"{result.role} {result.line}: {'、'.join(result.wanted)}; found", *(s for _, s in result.found[:3]))
    print(*figures(catalogue), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
