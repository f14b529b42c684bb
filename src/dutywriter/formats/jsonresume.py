"""JSON Resume: a job description that both of its schemas take; what has no place in them stands in metadata.dutywriter."""

from typing import Any

import msgspec

from dutywriter.draft import Draft, Duty, Line, Paragraph, Table
from dutywriter.errors import Refused
from dutywriter.formats.printable import printable
from dutywriter.formats.vacancy import COUNTRY, CURRENCY, Vacancy, answer, known, told, vacancy
from dutywriter.text.pay import Pay

SCHEMA_VERSION = "1.0.0"
_INTERVALS = {"月": "month", "年": "year"}


def render(draft: Draft) -> bytes:
    """The job description.

    Raises Refused where the draft has no duties one by one.
    """
    found = vacancy(draft)
    if not found.responsibilities:
        raise Refused(f"{draft.kind}里没有逐条的岗位职责，写不成 JSON Resume，请改用 --kind 招聘 或 --kind 说明书")
    return msgspec.json.format(msgspec.json.encode(_job(draft, found)), indent=2) + b"\n"


def _job(draft: Draft, found: Vacancy) -> dict[str, Any]:
    return known(
        {
            "title": found.title,
            "company": found.company,
            "companyDescription": found.about,
            "department": found.department,
            "location": {"address": found.location, "countryCode": COUNTRY} if found.location else None,
            "date": found.posted,
            "description": " ".join(_purpose(draft)),
            "salary": found.salary,
            "compensation": _compensation(found.pay) if found.pay else None,
            "responsibilities": found.responsibilities,
            "qualifications": found.qualifications,
            "skills": [{"name": skill} for skill in found.skills],
            "experience": found.experience,
            "education": found.education,
            "metadata": {"dutywriter": _metadata(draft, found)},
            "schemaVersion": SCHEMA_VERSION,
        }
    )


def _compensation(pay: Pay) -> dict[str, Any]:
    return {"currency": CURRENCY, "interval": _INTERVALS[pay.unit], "minimum": pay.least, "maximum": pay.most}


def _metadata(draft: Draft, found: Vacancy) -> dict[str, Any]:
    """What the schemas have no place for, under the names of dutywriter/draft/1."""
    return known(
        {
            "kind": draft.kind,
            "level": draft.level,
            "notice": told(draft.notice) if draft.notice and draft.suggestions() else "",
            "industry": found.industry,
            "reports_to": answer(draft.lines(), "reports_to"),
            "team_size": answer(draft.lines(), "team_size"),
            "headcount": answer(draft.lines(), "headcount"),
            "hours": found.hours,
            "valid_until": found.valid_until,
            "pluses": found.pluses,
            "duties": [_duty(duty) for duty in draft.duties() if told(duty)],
            "goals": _rows(draft, "goals"),
            "metrics": _rows(draft, "metrics"),
        }
    )


def _duty(duty: Duty) -> dict[str, Any]:
    return known(
        {
            "text": told(duty),
            "section": printable(duty.section_title),
            "frequency": printable(duty.frequency),
            "timing": _optional(duty.timing),
            "standard": _optional(duty.standard),
            "deliverable": _optional(duty.deliverable),
            "partners": [printable(partner) for partner in duty.partners],
        }
    )


def _optional(line: Line | None) -> str:
    return told(line) if line else ""


def _purpose(draft: Draft) -> list[str]:
    blocks = (block for part in draft.parts if part.key == "purpose" for block in part.blocks)
    return [text for block in blocks if isinstance(block, Paragraph) and (text := told(block.line))]


def _rows(draft: Draft, key: str) -> list[dict[str, Any]]:
    """The rows of a part's tables, each cell under the key of its column."""
    tables = (block for part in draft.parts if part.key == key for block in part.blocks if isinstance(block, Table))
    return [
        known({column.key: told(line) for column, line in zip(table.columns, row, strict=True)})
        for table in tables
        for row in table.rows
    ]
