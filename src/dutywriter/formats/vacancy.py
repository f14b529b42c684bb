"""What a draft tells of its post as a vacancy: the user's answers, read back from the lines that show them."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from dutywriter.draft import Block, Draft, Items, Line, Table, block_lines
from dutywriter.formats.lines import shown
from dutywriter.formats.printable import printable
from dutywriter.text.dates import deadline
from dutywriter.text.marked import placeholders
from dutywriter.text.numbers import halfwidth
from dutywriter.text.pay import Pay, pay

COUNTRY, CURRENCY = "CN", "CNY"
SCHOOLING = "学历："
"""How a draft leads in what schooling is asked for."""
TITLES = {
    "说明书": "<岗位>岗位职责说明书",
    "招聘": "<岗位>招聘信息",
    "驻场附件": "驻场服务附件（<岗位>）",
    "正文": "<岗位>岗位职责",
    "任务清单": "<岗位>任务清单",
}
"""How the title of each kind of document holds the name of the post."""
SECONDED = "（用人单位，派驻客户现场工作）"
_CLIENT = {"client", "客户单位"}
_INDUSTRY, _WITH = "所属行业：", "会用"
_COUNT = re.compile(r"([1-9]\d{0,8})\s*人?")


class Vacancy(Struct, frozen=True):
    """A post as it is offered; empty text, None and () stand for what the draft does not show.

    `company` is who hires: onsite the vendor, never the client. Days are ISO 8601. `experience` and `education` are what
    the user asks for, `openings` how many are hired.
    """

    title: str
    company: str
    about: str
    industry: str
    department: str
    location: str
    hours: str
    salary: str
    pay: Pay | None
    posted: str
    valid_until: str
    openings: int | None
    education: str
    experience: str
    responsibilities: tuple[str, ...]
    qualifications: tuple[str, ...]
    pluses: tuple[str, ...]
    skills: tuple[str, ...]


def vacancy(draft: Draft) -> Vacancy:
    salary = answer(draft.lines(), "pay")
    return Vacancy(
        title=printable(_post(draft)).strip(),
        company=answer(draft.lines(), "company").removesuffix(SECONDED),
        about=answer(draft.lines(), "about"),
        industry=answer(draft.lines(), "industry").removeprefix(_INDUSTRY),
        department=answer(draft.lines(), "department"),
        location=answer(draft.lines(), "location"),
        hours=answer(draft.lines(), "hours"),
        salary=salary,
        pay=pay(salary),
        posted=_day(answer(draft.lines(), "posted")),
        valid_until=_day(answer(draft.lines(), "valid_until")),
        openings=_openings(draft),
        education=answer(draft.lines(), "education").removeprefix(SCHOOLING),
        experience=answer(draft.lines(), "experience", "catalogue"),
        responsibilities=_texts(_responsibilities(draft)),
        qualifications=_texts((*_items(draft, "musts"), *_required(draft, "必备"))),
        pluses=_texts((*_items(draft, "pluses"), *_required(draft, "加分"))),
        skills=tuple(dict.fromkeys(_skills(draft))),
    )


def answer(lines: Iterable[Line], key: str, source: str = "user") -> str:
    """The text of the first line from `source` that holds the answer `key`; empty where it is still to be filled in."""
    found = (line for line in lines if line.origin.source == source and key in line.origin.refs)
    return next((text for line in found if (text := told(line))), "")


def told(line: Line) -> str:
    """The line as a posting tells it: empty where something is still to be filled in, or where it names the client."""
    if placeholders(line.text) or not _CLIENT.isdisjoint(line.origin.refs):
        return ""
    return printable(shown(line)).strip()


def known(content: dict[str, Any]) -> dict[str, Any]:
    """`content` without what is empty."""
    return {key: value for key, value in content.items() if value}


def _day(text: str) -> str:
    day = deadline(text)
    return day.isoformat() if day else ""


def _openings(draft: Draft) -> int | None:
    """How many are hired; 编制 of a job description says how many there are, which is another thing."""
    offer = (line for block in _blocks(draft, "offer") for line in block_lines(block))
    count = _COUNT.fullmatch(halfwidth(answer(offer, "headcount")))
    return int(count[1]) if count else None


def _responsibilities(draft: Draft) -> Iterator[Line]:
    yield from _items(draft, "posting_duties")
    yield from draft.duties()


def _required(draft: Draft, caption: str) -> Iterator[Line]:
    for block in _blocks(draft, "requirements"):
        if isinstance(block, Table) and block.caption == caption:
            yield from (row[0] for row in block.rows)


def _skills(draft: Draft) -> Iterator[str]:
    """The tools that the user names, then those that the role works with."""
    yield from filter(None, answer(draft.lines(), "tools").removeprefix(_WITH).split("、"))
    for block in _blocks(draft, "tools"):
        if isinstance(block, Table):
            yield from _texts(row[0] for row in block.rows)


def _items(draft: Draft, key: str) -> Iterator[Line]:
    for block in _blocks(draft, key):
        if isinstance(block, Items):
            yield from block.lines


def _blocks(draft: Draft, key: str) -> Iterator[Block]:
    for part in draft.parts:
        if part.key == key:
            yield from part.blocks


def _texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(text for line in lines if (text := told(line)))


def _post(draft: Draft) -> str:
    """The name of the post, without what the kind of document adds to it."""
    before, _, after = TITLES.get(draft.kind, "<岗位>").partition("<岗位>")
    return draft.title.removeprefix(before).removesuffix(after)
