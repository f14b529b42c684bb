"""The duty lines of real postings, and for each the duties of the catalogue that are nearest to it.

Usage: python benchmarks/postings.py [word]           every line with its nearest duties (those that hold `word`)
       python benchmarks/postings.py --sample 1|2|3   the 200 lines that were judged in that round, with more duties each
       python benchmarks/postings.py --far [most]     the lines whose nearest duty is least alike: where work may be missing

The postings (../shared/postings/operations.jsonl) belong to their employers: nothing of them is kept here but hashes.
"""

import hashlib
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue, Duty
from dutywriter.text.bm25 import Ranking

POSTINGS = Path(__file__).parents[2] / "shared" / "postings" / "operations.jsonl"
LABELS = Path(__file__).parent / "labels" / "postings.json"
ONSITE = Path(__file__).parent / "labels" / "onsite.json"
SEED, SAMPLE = 20261122, 200
SHORTEST_LINE, LONGEST_HEADING = 8, 16

_DUTIES = re.compile(
    r"岗位职责|工作职责|职责描述|工作内容|岗位描述|职位描述|主要职责|工作描述|岗位内容|职位职责|你将|你要做|职责[:：]"
)
_OTHERS = re.compile(
    r"任职要求|岗位要求|任职资格|职位要求|任职条件|招聘要求|我们希望|希望你|要求[:：]|任职|加分项|福利|薪资|投递|工作地点|上班时间"
    r"|工作时间|你需要|能力要求|岗位资格|应聘"
)
_LED_BY_HEADING = re.compile(r"^[【\[（(]?.{0,4}(?:岗位职责|工作职责|职责描述|工作内容及职责|工作内容|职责)[】\]）)]?[:：]")
_NUMBER = re.compile(r"^[\s•\-*·●◆（(]*\d{0,2}[、.．)）\s]*")
_INLINE_NUMBER = re.compile(r"(?<=[。；;])\s*(?=[0-9]{1,2}[、.．])")


class Entry(NamedTuple):
    """A duty of the catalogue with where it stands, and the text by which it is found."""

    role: str
    section: str
    duty: Duty
    text: str


def lines(path: Path = POSTINGS) -> list[tuple[str, str]]:
    """Every line under a heading of duties, once, with the kind of role that its posting is filed under."""
    found: dict[str, str] = {}
    for posting in path.read_text("utf-8").splitlines():
        content = json.loads(posting)
        for line in _duty_lines(content["text"]):
            found.setdefault(line, content["role"])
    return list(found.items())


def _duty_lines(text: str) -> Iterator[str]:
    inside = False
    for raw in _INLINE_NUMBER.sub("\n", text).split("\n"):
        line = raw.strip()
        if len(line) <= LONGEST_HEADING and (_OTHERS.search(line) or _DUTIES.search(line)):
            inside = not _OTHERS.search(line)
            continue
        if _LED_BY_HEADING.match(line):
            inside, line = True, re.split("[:：]", line, maxsplit=1)[1]
        elif _OTHERS.match(re.sub(r"^[\W\d]+", "", line)):
            inside = False
        line = _NUMBER.sub("", line).strip()
        if inside and len(line) >= SHORTEST_LINE:
            yield line


def mark(line: str) -> str:
    """A line's hash, which stands for it in the labels."""
    return hashlib.sha256(line.encode()).hexdigest()[:16]


def sample(round_: int) -> list[tuple[str, str]]:
    """The lines that were judged in a round, from 1; no line in two."""
    left = sorted(lines())
    drawn: list[tuple[str, str]] = []
    for seed in range(SEED, SEED + round_):
        drawn = random.Random(seed).sample(left, SAMPLE)  # noqa: S311 - a sample, not a secret
        left = [line for line in left if line not in drawn]
    return drawn


def entries(catalogue: Catalogue) -> list[Entry]:
    titles = {section.id: section.title for section in catalogue.sections}
    return [
        Entry(role.name, titles[part.section], duty, _text(titles[part.section], duty))
        for role in catalogue.roles
        for part in role.sections
        for duty in part.duties
    ]


def _text(title: str, duty: Duty) -> str:
    return " ".join([title, *(f"{w.do} {w.do} {w.standard} {w.deliverable}" for w in duty.levels.values())])


def nearest(line: str, ranking: Ranking, every: list[Entry], most: int) -> list[tuple[float, Entry]]:
    """The duties that are likest to `line`, with their scores."""
    scored = zip(ranking.scores(line), every, strict=True)
    return sorted(scored, key=lambda pair: -pair[0])[:most]


def shown(score: float, entry: Entry) -> str:
    wordings = " / ".join(f"{level} {wording.do}" for level, wording in entry.duty.levels.items())
    return f"    {score:5.1f}  {entry.role} {entry.section} {entry.duty.id}: {wordings}"


Label = dict[str, bool]
"""What a judge said of a line: whether it is a duty, and whether the catalogue has found one of the same kind of work."""


def figures() -> Iterator[str]:
    """What judges said, none of whom knew of the others' answers: how many lines are duties, and how many of those have one.

    After each round the work that it found missing was written, so that the next, of other lines, tells how well.
    """
    for number, labels in enumerate(_rounds(LABELS), start=1):
        yield from _of_round(f"postings, round {number}", labels)
        if POSTINGS.exists():
            known = sum(mark(line) in labels for line, _ in sample(number))
            yield f"postings, round {number}: {known} of {SAMPLE} lines of the sample have a label"
    for number, labels in enumerate(_rounds(ONSITE), start=1):
        yield from _of_round(f"on-site lists written without sight of the catalogue, round {number}", labels)


def _rounds(path: Path) -> list[dict[str, list[Label]]]:
    rounds: list[dict[str, list[Label]]] = json.loads(path.read_text("utf-8"))
    return rounds


def _of_round(name: str, labels: dict[str, list[Label]]) -> Iterator[str]:
    judges = len(next(iter(labels.values())))
    for judge in range(judges):
        true = [label[judge] for label in labels.values() if label[judge]["duty"]]
        found = sum(label["found"] for label in true)
        share = f"{found} of them found ({found / len(true):.1%})"
        yield f"{name}, judge {judge + 1}: {len(true)} of {len(labels)} lines are duties, {share}"
    if judges > 1:
        both = [label for label in labels.values() if all(said["duty"] for said in label)]
        same = sum(label[0]["duty"] == label[1]["duty"] for label in labels.values())
        alike = sum(label[0]["found"] == label[1]["found"] for label in both)
        yield f"{name}, agreement: duty {same / len(labels):.1%} of {len(labels)}, found {alike / len(both):.1%} of {len(both)}"


def main(arguments: list[str]) -> None:
    if not POSTINGS.exists():
        sys.exit(f"{POSTINGS} is not here")
    every = entries(bundled())
    ranking = Ranking([entry.text for entry in every])
    sampled = arguments[:1] == ["--sample"]
    wanted, most = (sample(int(arguments[1])), 8) if sampled else (lines(), 3)
    found = [(line, role, nearest(line, ranking, every, most)) for line, role in wanted]
    if arguments[:1] == ["--far"]:
        found.sort(key=lambda item: item[2][0][0] / len(item[0]) ** 0.5)
        found = found[: int(arguments[1]) if len(arguments) > 1 else 50]
    elif arguments and not sampled:
        found = [item for item in found if arguments[0] in item[0]]
    for line, role, duties in found:
        print(f"{mark(line)} [{role}] {line}", *(shown(score, entry) for score, entry in duties), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
