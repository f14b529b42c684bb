"""Findings as GitHub's annotations: one command a line, shown beside the changed lines of a pull request."""

from collections.abc import Sequence

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Severity
from dutywriter.check.basis import Bases
from dutywriter.check.reports.notice import NOTICE, at_risk, reasons
from dutywriter.check.reports.outcome import Located, Outcome
from dutywriter.text.plain import harmless

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def rendered(outcomes: Sequence[Outcome], rulebook: Rulebook) -> str:
    """The report of a run, a line for each finding and for each file that could not be read."""
    bases = Bases(rulebook)
    lines = []
    for outcome in outcomes:
        if outcome.error:
            lines.append(f"::error file={_property(outcome.file)},title=没有检查::{_data(harmless(outcome.error))}")
        lines += [_annotation(outcome, one, bases) for one in outcome.findings]
    return "".join(f"{line}\n" for line in lines)


def _annotation(outcome: Outcome, one: Located, bases: Bases) -> str:
    finding, rule = one.finding, one.finding.rule
    said = [finding.message, f"怎么改：{finding.advice}" if finding.advice else "", *reasons(finding, bases)]
    said += [NOTICE] if at_risk(finding) else []
    where = f"file={_property(outcome.file)}"
    if outcome.form == "word":
        said.insert(0, f"第 {one.line} 段第 {one.column} 字")
    elif one.line == one.end_line:
        where += f",line={one.line},endLine={one.line},col={one.column},endColumn={one.end_column}"
    else:
        where += f",line={one.line},endLine={one.end_line}"
    title = _property(f"{rule.code} {rule.title}".strip())
    message = _data("\n".join(harmless(part) for part in said if part))
    return f"::{_COMMANDS[finding.severity]} {where},title={title}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(harmless(text)).replace(":", "%3A").replace(",", "%2C")
