"""Findings as SARIF 2.1.0, which code hosts and editors read."""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import json

from dutywriter import __version__
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Rule, Severity
from dutywriter.check.basis import Bases
from dutywriter.check.reports.notice import NOTICE, at_risk, reasons
from dutywriter.check.reports.outcome import Located, Outcome

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def rendered(outcomes: Sequence[Outcome], rulebook: Rulebook) -> str:
    """The report of a run."""
    told = {one.finding.rule.code: one.finding.rule for outcome in outcomes for one in outcome.findings}
    rules = [told[code] for code in sorted(told)]
    places = {rule.code: number for number, rule in enumerate(rules)}
    bases = Bases(rulebook)
    run = {
        "tool": {"driver": {"name": "dutywriter", "version": __version__, "rules": [_rule(rule) for rule in rules]}},
        "language": "zh-CN",
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(outcome.file)}} for outcome in outcomes],
        "invocations": [_invocation(outcomes)],
        "results": [
            _result(outcome, number, one, places[one.finding.rule.code], bases)
            for number, outcome in enumerate(outcomes)
            for one in outcome.findings
        ],
    }
    return json.format(json.encode({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}), indent=1).decode() + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    help_ = "\n".join(part for part in (rule.reason, rule.advice, f"dutywriter explain {rule.code}") if part)
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.title or rule.name},
        "fullDescription": {"text": rule.reason or rule.title or rule.name},
        "help": {"text": help_},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.category]},
    }


def _invocation(outcomes: Iterable[Outcome]) -> dict[str, Any]:
    unread = [outcome for outcome in outcomes if outcome.error]
    notes = [{"level": "error", "message": {"text": f"{outcome.file}: {outcome.error}"}} for outcome in unread]
    return {"executionSuccessful": not unread, "toolExecutionNotifications": notes}


def _result(outcome: Outcome, number: int, one: Located, place: int, bases: Bases) -> dict[str, Any]:
    finding = one.finding
    said = [finding.message, finding.advice, *reasons(finding, bases), NOTICE if at_risk(finding) else ""]
    artifact = {"uri": _uri(outcome.file), "index": number}
    result = {
        "ruleId": finding.rule.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": "\n".join(part for part in said if part)},
        "locations": [_location(outcome, one, artifact)],
        "partialFingerprints": {"dutywriter/v1": one.fingerprint},
        "rank": round(finding.confidence * 100, 1),
    }
    if finding.fix is not None and outcome.form != "word":
        replacement = {"deletedRegion": _region(one), "insertedContent": {"text": finding.fix}}
        changes = [{"artifactLocation": artifact, "replacements": [replacement]}]
        result["fixes"] = [{"description": {"text": finding.advice or finding.message}, "artifactChanges": changes}]
    return result


def _location(outcome: Outcome, one: Located, artifact: dict[str, Any]) -> dict[str, Any]:
    """Where it stands; a Word file has no lines, so that the paragraph is only said."""
    if outcome.form == "word":
        place = {"name": f"第 {one.line} 段第 {one.column} 字"}
        return {"physicalLocation": {"artifactLocation": artifact}, "logicalLocations": [place]}
    return {"physicalLocation": {"artifactLocation": artifact, "region": _region(one)}}


def _region(one: Located) -> dict[str, int]:
    return {"startLine": one.line, "startColumn": one.column, "endLine": one.end_line, "endColumn": one.end_column}


def _uri(file: str) -> str:
    from urllib.parse import quote

    path = file.replace("\\", "/")
    if len(path) > 1 and path[1] == ":":
        path = f"/{path}"
    return f"file://{quote(path)}" if path.startswith("/") else quote(path)
