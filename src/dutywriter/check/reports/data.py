"""Findings for programs: dutywriter/findings/1, described in docs/findings-1.md."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import json
from msgspec.structs import asdict

from dutywriter import __version__
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.check.basis import Bases, Citation
from dutywriter.check.reports.notice import NOTICE
from dutywriter.check.reports.outcome import Located, Outcome, counted, fixable

SCHEMA = "dutywriter/findings/1"
_KEPT = ("law", "short", "article", "since", "dated", "checked")


def rendered(outcomes: Sequence[Outcome], rulebook: Rulebook) -> str:
    """The report of a run as JSON, a line for each file and each finding."""
    bases, counts = Bases(rulebook), counted(outcomes)
    parts = {
        "schema": _encoded(SCHEMA),
        "version": _encoded(__version__),
        "notice": _encoded(NOTICE),
        "files": _listed(map(_file, outcomes)),
        "findings": _listed(_finding(outcome.file, one, bases) for outcome in outcomes for one in outcome.findings),
        "summary": _encoded({**counts, "fixable": fixable(outcomes), "files": len(outcomes)}),
    }
    return "{\n" + ",\n".join(f'"{key}": {value}' for key, value in parts.items()) + "\n}\n"


def _encoded(value: Any) -> str:
    return json.encode(value).decode()


def _listed(values: Iterable[Any]) -> str:
    lines = ",\n".join(map(_encoded, values))
    return f"[\n{lines}\n]" if lines else "[]"


def _file(outcome: Outcome) -> dict[str, Any]:
    about = outcome.about
    return {
        "file": outcome.file,
        "kind": about.kind or None,
        "profile": outcome.profile,
        "level": about.level,
        "form": outcome.form,
        "error": outcome.error or None,
    }


def _finding(file: str, one: Located, bases: Bases) -> dict[str, Any]:
    finding, rule = one.finding, one.finding.rule
    return {
        "file": file,
        "code": rule.code,
        "name": rule.name,
        "category": rule.category,
        "title": rule.title,
        "severity": finding.severity,
        "confidence": finding.confidence,
        "line": one.line,
        "column": one.column,
        "end_line": one.end_line,
        "end_column": one.end_column,
        "text": one.text,
        "message": finding.message,
        "advice": finding.advice,
        "basis": [_basis(bases.cited(basis)) for basis in finding.basis],
        "fix": finding.fix,
    }


def _basis(cited: Any) -> dict[str, Any]:
    fields = asdict(cited)
    return {key: fields[key] for key in _KEPT} if isinstance(cited, Citation) else fields
