"""`--fix` and `--diff`: what can be mended without a change of meaning."""

from dutywriter.check import fix
from dutywriter.check.finding import Finding
from dutywriter.cli.findings.checker import Checker
from dutywriter.cli.findings.values import Settings
from dutywriter.reading.source import Source


def mended(checker: Checker, source: Source, name: str, settings: Settings) -> tuple[Source, int]:
    """`source` with all that can be mended of what was asked for, and how many places that are."""
    edits: list[int] = []

    def found(text: str) -> list[Finding]:
        findings = checker.findings(Source(text, source.form), name, settings).findings
        edits.append(sum(finding.fix is not None for finding in findings))
        return findings

    text = fix.mended(source.text, found)
    return (Source(text, source.form), sum(edits)) if text != source.text else (source, 0)
