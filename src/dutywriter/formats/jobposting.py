"""JSON-LD: a schema.org JobPosting with what Google for Jobs requires, to be put into a web page."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

import msgspec

from dutywriter.draft import Block, Draft, Duties, Items, Line, Paragraph, Part, Table
from dutywriter.errors import Refused
from dutywriter.formats.plain import NAME_AND_CONTENT
from dutywriter.formats.printable import printable
from dutywriter.formats.vacancy import COUNTRY, CURRENCY, Vacancy, known, told, vacancy
from dutywriter.text.marked import MARK
from dutywriter.text.pay import Pay

_DESCRIBING = {"employer", "purpose", "duties", "posting_duties", "requirements", "musts", "pluses", "offer"}
_UNITS = {"月": "MONTH", "年": "YEAR"}
_POSTING = "招聘"


def render(draft: Draft) -> bytes:
    """The posting; no < stands in it, so that it cannot end the script element it is put into.

    Raises Refused where the draft lacks what Google requires.
    """
    found, description = vacancy(draft), _description(draft)
    _check(found, description, draft.kind)
    text = msgspec.json.format(msgspec.json.encode(_posting(found, description)), indent=2)
    return text.replace(b"<", b"\\u003c") + b"\n"


def _check(found: Vacancy, description: str, kind: str) -> None:
    required = (
        (found.title, "岗位名称（--title）"),
        (description, "岗位职责"),
        (found.company, "用人单位（--company）"),
        (found.location, "工作地点（--location）"),
        (found.posted, "发布日期（--posted）"),
    )
    missing = "、".join(name for value, name in required if not value)
    if missing:
        other = "" if kind == _POSTING else "，并改用 --kind 招聘"
        raise Refused(f"招聘结构化数据还缺{missing}，请补上{other}")


def _posting(found: Vacancy, description: str) -> dict[str, Any]:
    return known(
        {
            "@context": "https://schema.org",
            "@type": "JobPosting",
            "title": found.title,
            "description": description,
            "datePosted": found.posted,
            "validThrough": found.valid_until,
            "hiringOrganization": known({"@type": "Organization", "name": found.company, "description": found.about}),
            "employmentUnit": {"@type": "Organization", "name": found.department} if found.department else None,
            "jobLocation": {"@type": "Place", "address": _address(found.location)},
            "industry": found.industry,
            "totalJobOpenings": found.openings,
            "workHours": found.hours,
            "baseSalary": _salary(found.pay) if found.pay else None,
            "responsibilities": found.responsibilities,
            "qualifications": found.qualifications,
            "skills": found.skills,
            "educationRequirements": found.education,
            "experienceRequirements": found.experience,
        }
    )


def _address(location: str) -> dict[str, str]:
    return {"@type": "PostalAddress", "addressCountry": COUNTRY, "addressLocality": location}


def _salary(pay: Pay) -> dict[str, Any]:
    amount = {"value": pay.least} if pay.least == pay.most else {"minValue": pay.least, "maxValue": pay.most}
    value = {"@type": "QuantitativeValue", **amount, "unitText": _UNITS[pay.unit]}
    return {"@type": "MonetaryAmount", "currency": CURRENCY, "value": value}


def _description(draft: Draft) -> str:
    """What a posting says, in p, ul and li; behind the line that explains ※ where there is one."""
    body = "".join(html for part in draft.parts for html in _part(part))
    notice = told(draft.notice) if draft.notice and MARK in body else ""
    return "".join(_paragraph(notice)) + body


def _part(part: Part) -> Iterator[str]:
    """The part under its heading; nothing of a part that is none of a posting's or that has nothing to tell."""
    shown = [block for block in part.blocks if part.key in _DESCRIBING or isinstance(block, Duties)]
    html = "".join(html for block in shown for html in _block(block))
    if html:
        yield from _paragraph(part.heading)
        yield html


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _paragraph(told(block.line))
    elif isinstance(block, Items):
        yield from _list("", map(told, block.lines))
    elif isinstance(block, Table):
        yield from _list(block.caption, _rows(block))
    else:
        for title, duties in block.by_section():
            yield from _list(title, map(told, duties))


def _rows(table: Table) -> Iterator[str]:
    """Two columns read as 名：内容; under a caption the first column is told alone, since the other serves the house."""
    alone = table.caption or len(table.columns) != NAME_AND_CONTENT
    for row in table.rows:
        yield told(row[0]) if alone else _joined(row)


def _joined(row: Iterable[Line]) -> str:
    cells = [told(line) for line in row]
    return "：".join(cells) if all(cells) else ""


def _list(title: str, texts: Iterable[str]) -> Iterator[str]:
    items = "".join(f"<li>{_text(text)}</li>" for text in texts if text)
    if items:
        yield from _paragraph(title)
        yield f"<ul>{items}</ul>"


def _paragraph(text: str) -> Iterator[str]:
    if text:
        yield f"<p>{_text(text)}</p>"


def _text(text: str) -> str:
    return escape(printable(text), quote=False)
