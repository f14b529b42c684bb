"""The catalogue's gate: every text that can be printed, in every expansion of its slots, against the rules of a line.

Usage: python -m dutywriter.check.gate [data folder] lists what is wrong and exits 1, or says how much it has read.
"""

import itertools
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dutywriter.catalogue.load import SOURCES, compile_folder
from dutywriter.catalogue.model import LEVELS, Catalogue, Duty, Level, Role
from dutywriter.check.wording import OWN_ACTIONS, OWN_LENGTH, Shape, Wording
from dutywriter.errors import BadFile
from dutywriter.text.marked import PLACEHOLDER, Spanned, resolve, slots

STANDARD_LENGTH, DELIVERABLE_LENGTH, TIMING_LENGTH, PHRASE_LENGTH = 40, 20, 20, 60

_QUANTITY = re.compile(
    r"\d+(?!\s*/)|[二两三四五六七八九十百]+\s*(?:个)?(?:分钟|小时|工作日|天|日|周|个月|月|年|次|条|项|人|家|成|倍|级|轮|款|档|类|份|版)"
)
_NO_QUANTITY = re.compile(r"周[一二三四五六日]|第[三二]方|T[+-]\d+|GA4|B2[BC]|A/B|3C|88VIP|618|双\s?11|[一二三]线|MP[34]|H5|Q[1-4]")
_UNSPACED = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_SPACED_ALIKE = re.compile(r"[A-Z]端|T[+-]\d+|3C|A/B|双11|88VIP")


@dataclass(frozen=True)
class Text:
    """One text of the catalogue: where it stands, what shape it has, how long it may be."""

    where: str
    source: str
    shape: Shape = "phrase"
    level: Level | None = None
    longest: int = PHRASE_LENGTH


def texts(catalogue: Catalogue) -> Iterator[tuple[Text, Role | None]]:
    """Every text of the catalogue that a draft can print, with the role whose words fill it."""
    for section in catalogue.sections:
        for duty in section.duties:
            yield from ((text, None) for text in _duty_texts(section.id, duty))
    for role in catalogue.roles:
        yield from ((text, role) for text in _role_texts(role))
    for table in catalogue.documents.tables:
        rows = (cell for row in table.rows for cell in row.cells)
        for source in (table.heading, table.say, table.close, *rows):
            yield Text(f"{table.key}", source, longest=80), None
    for metric in catalogue.metrics:
        yield Text(metric.id, metric.definition), None
        yield Text(metric.id, metric.source, longest=DELIVERABLE_LENGTH), None


def _role_texts(role: Role) -> Iterator[Text]:
    for level in LEVELS:
        yield Text(f"{role.name} purpose {level}", role.purpose.at(level), longest=100)
        yield Text(f"{role.name} reports_to {level}", role.reports_to.at(level), longest=DELIVERABLE_LENGTH)
    for metric, record in role.records.items():
        yield Text(f"{role.name} records {metric}", record, longest=DELIVERABLE_LENGTH)
    for part in role.sections:
        for duty in part.duties:
            yield from _duty_texts(role.name, duty)
    for partner in role.partners:
        exchanges = [(partner.give, partner.get), *((exchange.give, exchange.get) for exchange in partner.at.values())]
        for source in (partner.name, *(text for exchange in exchanges for text in exchange)):
            yield Text(f"{role.name} {partner.id}", source, longest=30)
    for requirement in role.requirements:
        yield Text(f"{role.name} {requirement.id}", requirement.text, "requirement", longest=40)
        yield Text(f"{role.name} {requirement.id}", requirement.proof, longest=40)


def _duty_texts(owner: str, duty: Duty) -> Iterator[Text]:
    for level, wording in duty.levels.items():
        where = f"{owner} {duty.id} {level}"
        yield Text(where, wording.do, "duty", level, OWN_LENGTH)
        yield Text(where, wording.standard, longest=STANDARD_LENGTH)
        yield Text(where, wording.deliverable, longest=DELIVERABLE_LENGTH)
        yield Text(where, wording.timing, longest=TIMING_LENGTH)


def expansions(catalogue: Catalogue, role: Role | None, source: str) -> Iterator[Spanned]:
    """`source` with every combination of the words that can fill its slots.

    Raises KeyError where a slot has no generic word.
    """
    names = list(dict.fromkeys(slots(source)))
    choices = [_words(catalogue, role, name) for name in names]
    for combination in itertools.product(*choices):
        filled = dict(zip(names, combination, strict=True))
        yield resolve(source, lambda name, filled=filled: filled.get(name, ""))  # type: ignore[misc]


def _words(catalogue: Catalogue, role: Role | None, slot: str) -> list[str]:
    own = [role.words[slot]] if role and slot in role.words else []
    if not own and slot not in catalogue.terms.generic:
        raise KeyError(slot)
    terms = catalogue.terms
    special = [
        vocabulary.words[slot].text
        for vocabulary in (*terms.platforms, *terms.categories, *terms.businesses)
        if slot in vocabulary.words
    ]
    return [*(own or [catalogue.terms.generic[slot]]), *special]


def problems(catalogue: Catalogue) -> Iterator[str]:
    """What is wrong, one line each."""
    wording = Wording(catalogue)
    for text, role in texts(catalogue):
        try:
            filled = list(expansions(catalogue, role, text.source))
        except KeyError as slot:
            yield f"{text.where}: 词槽 {slot} 没有通用词"
            continue
        said = {problem for spanned in filled for problem in _line_problems(wording, text, spanned)}
        yield from (f"{text.where}: {problem} ｜ {text.source}" for problem in sorted(said))


def _line_problems(wording: Wording, text: Text, spanned: Spanned) -> Iterator[str]:
    line = spanned.text
    if not line:
        return
    for finding in wording.findings(line, text.shape, text.level, OWN_LENGTH, OWN_ACTIONS):
        yield f"{finding.code} {finding.message}"
    if len(line) > text.longest:
        yield f"有 {len(line)} 字，超过 {text.longest} 字"
    if text.shape == "duty" and spanned.suggested:
        yield "职责本身不带建议值，请写到时间或标准里"
    if text.shape == "duty" and text.level and wording.too_low(wording.opening_verb(line), text.level):
        yield f"“{wording.opening_verb(line)}”不适合作{text.level}的主要职责"
    yield from _quantities(spanned)
    for match in _UNSPACED.finditer(line):
        if not any(alike.start() < match.end() and match.start() < alike.end() for alike in _SPACED_ALIKE.finditer(line)):
            yield f"中文与西文之间缺空格：{match[0]}"


def _quantities(spanned: Spanned) -> Iterator[str]:
    allowed = [*spanned.suggested]
    for pattern in (_NO_QUANTITY, PLACEHOLDER):
        allowed += [match.span() for match in pattern.finditer(spanned.text)]
    for match in _QUANTITY.finditer(spanned.text):
        if not any(start <= match.start() and match.end() <= end for start, end in allowed):
            yield f"数字“{match[0]}”没有标 ※"


def main(arguments: list[str], say: Callable[[str], None] = print) -> int:
    folder = Path(arguments[0]) if arguments else SOURCES
    if not (folder / "sections.yaml").exists():
        say(f"{folder} 里没有职责库：请写明 data 文件夹，如 python -m dutywriter.check.gate data")
        return 2
    try:
        catalogue = compile_folder(folder)
    except BadFile as error:
        found = error.lines
    else:
        found = list(problems(catalogue))
    for line in found:
        say(line)
    say(f"{len(found)} 处问题")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
