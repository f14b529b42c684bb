"""How well the law rules tell risky lines from harmless ones: precision and recall over labelled lines.

Usage: python benchmarks/law.py FILE… [--misses] · python benchmarks/law.py --postings [FOLDER]
       python benchmarks/law.py --tags TEXT…

A file holds one line of text at a time: {"text": …, "categories": [category, …], "form": "terse" or "sentence"}. Each category of
a line is right, found besides, or missed. With --postings, every finding in real postings is printed, by part of the posting; with
--tags, how texts about two parties are read: their words as tags, and the frames that match before anything silences them.
"""

import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

from msgspec import Struct

from dutywriter.catalogue.load import bundled
from dutywriter.check import legal_line
from dutywriter.check.finding import Finding
from dutywriter.check.law import Law
from dutywriter.check.tagging import Tagger
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment

POSTINGS = Path(__file__).parents[2] / "shared" / "postings"
_REQUIREMENTS = re.compile(r"(?:任职|岗位|职位|招聘|工作|应聘|能力)\s*(?:要求|资格|条件|需求)|我们希望你|要求[:：]|招聘对象")
_DUTIES = re.compile(r"(?:岗位|工作|主要|职位)\s*(?:职责|内容|描述)|职责[:：]")
_OTHER = re.compile(r"福利|待遇|薪资|工作时间|联系|公司介绍|地址|我们提供")


class Line(Struct, frozen=True):
    text: str
    categories: tuple[str, ...]
    form: str


class Tally(Struct):
    """How many categories were found rightly, found besides and missed."""

    right: int = 0
    besides: int = 0
    missed: int = 0

    def shown(self) -> str:
        found, there = self.right + self.besides, self.right + self.missed
        return f"precision {_share(self.right, found)}  recall {_share(self.right, there)}"


def main(arguments: list[str]) -> int:
    if "--postings" in arguments:
        folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
        _postings(folders[0] if folders else POSTINGS)
        return 0
    if "--tags" in arguments:
        for text in arguments:
            if text != "--tags":
                _tags(text)
        return 0
    lines = [line for argument in arguments if not argument.startswith("--") for line in _read(Path(argument))]
    _scores(lines, misses="--misses" in arguments)
    return 0


def _tags(text: str) -> None:
    book = bundled().rules
    tagger = Tagger(book)
    for sentence in legal_line.Line(text).sentences():
        tags = tagger.tagged(sentence.text)
        print(sentence.text, tags, sep="\n")
        for rule in book.rules:
            for frame in rule.frames:
                for match in book.pattern(frame).compiled.finditer(tags):
                    print(f"  {rule.code} {frame}: {sentence.text[match.start() : match.end()]}")


def _read(path: Path) -> Iterator[Line]:
    import msgspec

    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield msgspec.json.decode(line, type=Line)


def _scores(lines: list[Line], *, misses: bool) -> None:
    law = Law(About(bare=True), bundled())
    by_form, by_category = defaultdict[str, Tally](Tally), defaultdict[str, Tally](Tally)
    for line in lines:
        found = {finding.rule.category for finding in law.of(Segment("item", line.text, 0))}
        labelled = set(line.categories)
        for category in found | labelled:
            for tally in (by_form[line.form], by_form["all"], by_category[category]):
                tally.right += category in found & labelled
                tally.besides += category in found - labelled
                tally.missed += category in labelled - found
        if misses and found != labelled:
            print(f"- {sorted(labelled - found)} + {sorted(found - labelled)}: {line.text}")
    for name, tally in [*sorted(by_form.items()), *sorted(by_category.items())]:
        print(f"{name:12} {tally.shown()}")


def _postings(folder: Path) -> None:
    law, lines, findings = Law(About(), bundled()), Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*.jsonl")):
        for posting in path.read_text("utf-8").splitlines():
            part = ""
            for text in filter(None, map(str.strip, json.loads(posting)["text"].splitlines())):
                part = _part(text, part)
                lines[part] += 1
                for finding in law.of(Segment("item", text, 0, part=part)):
                    findings[part] += 1
                    print(_told(finding, text, part))
    for part, count in lines.items():
        print(
            f"{part or 'unknown':14} {count} lines, {findings[part]} findings, {1000 * findings[part] / count:.1f} per 1,000 lines"
        )


def _part(text: str, before: str) -> str:
    """The part that a line opens; else the one it stands in."""
    opening = text[:16]
    if _REQUIREMENTS.search(opening):
        return "requirements"
    if _DUTIES.search(opening):
        return "duties"
    return "offer" if _OTHER.search(opening) else before


def _told(finding: Finding, text: str, part: str) -> str:
    around = text[max(0, finding.start - 20) : finding.end + 20]
    return f"{part or 'unknown':14}{finding.rule.code} [{text[finding.start : finding.end]}]  …{around}…"


def _share(hits: int, of: int) -> str:
    low, high = _interval(hits, of)
    return f"{hits}/{of} = {hits / max(1, of):.3f} ({low:.3f}-{high:.3f})"


def _interval(hits: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    spread = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
