"""The gate for catalogue text: all that can be printed, in every expansion of its slots, against the rules of a line."""

import itertools
import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from dutywriter.catalogue.decode import Path
from dutywriter.catalogue.model import LEVELS, Catalogue, Documents, Duty, Exchange, Level, Metric, Partner, Role, TableData
from dutywriter.check.wording import OWN_ACTIONS, OWN_LENGTH, Shape, Wording
from dutywriter.text.marked import PLACEHOLDER, Spanned, resolve, slots

STANDARD_LENGTH, DELIVERABLE_LENGTH, TIMING_LENGTH, PHRASE_LENGTH = 40, 20, 20, 60

_QUANTITY = re.compile(
    r"\d+(?!\s*/)|[二两三四五六七八九十百]+\s*(?:个)?(?:分钟|小时|工作日|天|日|周|个月|月|年|次|条|项|人|家|成|倍|级|轮|款|档|类|份|版)"
)
_NO_QUANTITY = re.compile(
    r"周[一二三四五六日]|第[三二]方|第[一二三四五六七八九十百]+条|T[+-]\d+|GA4|B2[BC]|A/B|3C|88VIP|618|双\s?11|[一二三]线|MP[34]|H5|Q[1-4]"
)
_UNSPACED = re.compile(r"[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]")
_SPACED_ALIKE = re.compile(r"[A-Z]端|T[+-]\d+|3C|A/B|双11|88VIP|[N\d]+日内?留存")


class Text(Struct, frozen=True):
    """One text of the catalogue: where it stands, what shape it has, how long it may be.

    `facts` says that numbers in it are facts and no suggestions: a formula's, a company's.
    """

    path: Path
    source: str
    shape: Shape = "phrase"
    level: Level | None = None
    longest: int = PHRASE_LENGTH
    facts: bool = False


class Problem(Struct, frozen=True):
    """What is wrong with a text, and where it stands."""

    path: Path
    message: str
    source: str


def problems(catalogue: Catalogue, here: Callable[[Path], bool] = lambda _: True, *, facts: bool = False) -> Iterator[Problem]:
    """What is wrong with the texts that stand `here`; with `facts`, numbers need no mark."""
    wording = Wording(catalogue)
    for text, roles in texts(catalogue):
        if not text.source or not here(text.path):
            continue
        filled = {spanned for role in roles for spanned in expansions(catalogue, role, text.source)}
        said = {problem for spanned in filled for problem in _line_problems(wording, text, spanned, facts=facts)}
        yield from (Problem(text.path, problem, text.source) for problem in sorted(said))


def texts(catalogue: Catalogue) -> Iterator[tuple[Text, tuple[Role | None, ...]]]:
    """Every text of the catalogue that a draft can print, with the roles whose words can fill it (None: of no role)."""
    roles = catalogue.roles or (None,)
    for section in catalogue.sections:
        for duty in section.duties:
            yield from ((text, roles) for text in _duty_texts(("sections", section.id), duty))
    for role in catalogue.roles:
        yield from ((text, (role,)) for text in _role_texts(role))
    yield from ((text, roles) for text in _document_texts(catalogue.documents))
    for metric in catalogue.metrics:
        yield from ((text, roles) for text in _metric_texts(metric))


def _document_texts(documents: Documents) -> Iterator[Text]:
    for table in documents.tables:
        yield from _table_texts(table)
    for kind in documents.kinds:
        for key, heading in kind.parts.items():
            yield Text(("kinds", kind.name, "parts", key), heading, longest=DELIVERABLE_LENGTH, facts=True)
    for outline in documents.outlines:
        for place, found in enumerate(outline.headings):
            here: Path = ("outlines", outline.name, "headings", place, "heading")
            yield Text(here, found.heading, longest=DELIVERABLE_LENGTH, facts=True)
    for direction, baseline in documents.baselines.items():
        yield Text(("baselines", direction), baseline, longest=DELIVERABLE_LENGTH)


def _table_texts(table: TableData) -> Iterator[Text]:
    root: Path = ("tables", table.key)
    for key in ("heading", "say", "close"):
        yield Text((*root, key), getattr(table, key), longest=80)
    for place, column in enumerate(table.columns):
        yield Text((*root, "columns", place), column, longest=DELIVERABLE_LENGTH)
    for index, row in enumerate(table.rows):
        for place, cell in enumerate(row.cells):
            yield Text((*root, "rows", index, "cells", place), cell, longest=80)


def _metric_texts(metric: Metric) -> Iterator[Text]:
    root: Path = ("metrics", metric.id)
    yield Text((*root, "name"), metric.usual_name, longest=DELIVERABLE_LENGTH, facts=True)
    yield Text((*root, "formula"), metric.formula, longest=80, facts=True)
    yield Text((*root, "unit"), metric.unit, longest=10, facts=True)
    yield Text((*root, "definition"), metric.definition)
    yield Text((*root, "alternative"), metric.alternative)
    yield Text((*root, "suggested"), metric.suggested, longest=DELIVERABLE_LENGTH)
    yield Text((*root, "source"), metric.source, longest=DELIVERABLE_LENGTH)


def _role_texts(role: Role) -> Iterator[Text]:
    root: Path = ("roles", role.name)
    for level in LEVELS:
        yield Text((*root, "purpose", level), role.purpose.at(level), longest=100)
        yield Text((*root, "title", level), role.title.at(level), longest=DELIVERABLE_LENGTH)
        yield Text((*root, "reports_to", level), role.reports_to.at(level), longest=DELIVERABLE_LENGTH)
    for place, variant in enumerate(role.variants):
        if variant.purpose:
            for level in LEVELS:
                yield Text((*root, "variants", place, "purpose", level), variant.purpose.at(level), longest=100)
    for metric, record in role.records.items():
        yield Text((*root, "records", metric), record, longest=DELIVERABLE_LENGTH)
    for part in role.sections:
        for duty in part.duties:
            yield from _duty_texts((*root, "sections", part.section), duty)
    yield from _playbook_texts(root, role)
    yield from _asked_texts(root, role)
    yield from _partner_texts(root, role)


def _playbook_texts(root: Path, role: Role) -> Iterator[Text]:
    for table in role.playbooks:
        here: Path = (*root, "playbooks", table.key)
        yield Text((*here, "caption"), table.caption, longest=DELIVERABLE_LENGTH)
        for index, row in enumerate(table.rows):
            for place, cell in enumerate(row.cells):
                yield Text((*here, "rows", index, "cells", place), cell)


def _partner_texts(root: Path, role: Role) -> Iterator[Text]:
    for partner in role.partners:
        here: Path = (*root, "partners", partner.id)
        yield Text((*here, "name"), partner.name, longest=30)
        exchanges: list[tuple[Path, Partner | Exchange]] = [
            (here, partner),
            *(((*here, "at", level), exchange) for level, exchange in partner.at.items()),
        ]
        for path, exchange in exchanges:
            yield Text((*path, "give"), exchange.give, longest=30)
            yield Text((*path, "get"), exchange.get, longest=30)


def _asked_texts(root: Path, role: Role) -> Iterator[Text]:
    for tool in role.tools:
        yield Text((*root, "tools", tool.name, "name"), tool.name, longest=40, facts=True)
        yield Text((*root, "tools", tool.name, "use"), tool.use, longest=30)
    for requirement in role.requirements:
        here: Path = (*root, "requirements", requirement.id)
        yield Text((*here, "text"), requirement.text, "requirement", longest=40)
        yield Text((*here, "proof"), requirement.proof, longest=40)


def _duty_texts(root: Path, duty: Duty) -> Iterator[Text]:
    for level, wording in duty.levels.items():
        here: Path = (*root, "duties", duty.id, "levels", level)
        yield Text((*here, "do"), wording.do, "duty", level, OWN_LENGTH)
        yield Text((*here, "standard"), wording.standard, longest=STANDARD_LENGTH)
        yield Text((*here, "deliverable"), wording.deliverable, longest=DELIVERABLE_LENGTH)
        yield Text((*here, "timing"), wording.timing, longest=TIMING_LENGTH)


def expansions(catalogue: Catalogue, role: Role | None, source: str) -> Iterator[Spanned]:
    """`source` with every combination of the words that can fill its slots for `role`."""
    names = list(dict.fromkeys(slots(source)))
    choices = [_words(catalogue, role, name) for name in names]
    for combination in itertools.product(*choices):
        filled = dict(zip(names, combination, strict=True))
        yield resolve(source, lambda name, filled=filled: filled.get(name, ""))  # type: ignore[misc]


def _words(catalogue: Catalogue, role: Role | None, slot: str) -> list[str]:
    terms = catalogue.terms
    special = [
        vocabulary.words[slot].text
        for vocabulary in (*terms.platforms, *terms.categories, *terms.businesses)
        if slot in vocabulary.words
    ]
    usual = {**terms.generic, **(role.words if role else {})}
    return [usual.get(slot, slot), *special]


def _line_problems(wording: Wording, text: Text, spanned: Spanned, *, facts: bool) -> Iterator[str]:
    line = spanned.text
    for finding in wording.findings(line, text.shape, text.level, OWN_LENGTH, OWN_ACTIONS):
        yield f"{finding.code} {finding.message}，{finding.advice}"
    if len(line) > text.longest and text.shape != "duty":
        yield f"有 {len(line)} 字，最多 {text.longest} 字"
    if text.shape == "duty" and text.level and wording.too_low(wording.opening_verb(line), text.level):
        yield f"“{wording.opening_verb(line)}”不适合作{text.level}的主要职责"
    if not facts and not text.facts:
        yield from _numbers(text, spanned)
    for match in _UNSPACED.finditer(line):
        if not any(alike.start() < match.end() and match.start() < alike.end() for alike in _SPACED_ALIKE.finditer(line)):
            yield f"中文与西文之间缺空格：{match[0]}"


def _numbers(text: Text, spanned: Spanned) -> Iterator[str]:
    if text.shape == "duty" and spanned.suggested:
        yield "职责本身不带建议值，请写到时间或标准里"
    yield from _quantities(spanned)


def _quantities(spanned: Spanned) -> Iterator[str]:
    allowed = [*spanned.suggested]
    for pattern in (_NO_QUANTITY, PLACEHOLDER):
        allowed += [match.span() for match in pattern.finditer(spanned.text)]
    for match in _QUANTITY.finditer(spanned.text):
        if not any(start <= match.start() and match.end() <= end for start, end in allowed):
            yield f"数字“{match[0]}”没有标 ※"
