"""What checking a file came to, without the file: all that a report says."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dutywriter.catalogue.rules import Profile, Severity
from dutywriter.check.finding import Finding
from dutywriter.reading.about import About
from dutywriter.reading.source import Form, Source

_BESIDE, _LONGEST = 120, 200


class Located(Struct, frozen=True):
    """A finding and where it stands: lines and columns from 1 in code points, the end column after the last character.

    `text` are the marked characters, `before` and `after` what stands beside them on their first line; all three are cut where
    they are long. `fingerprint` tells the finding from others wherever its line moves to; empty where nobody asked.
    """

    finding: Finding
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    before: str
    after: str
    fingerprint: str = ""


class Outcome(Struct, frozen=True):
    """A file that was checked: what it was taken for and what was found; or why it could not be read (`error`)."""

    file: str
    error: str = ""
    about: About = About()
    profile: Profile | None = None
    form: Form | None = None
    findings: tuple[Located, ...] = ()


def located(source: Source, findings: Sequence[Finding], fingerprints: Iterable[str] = ()) -> tuple[Located, ...]:
    """`findings` with their places in `source`."""
    prints = tuple(fingerprints) or ("",) * len(findings)
    return tuple(_located(source, finding, mark) for finding, mark in zip(findings, prints, strict=True))


def _located(source: Source, finding: Finding, fingerprint: str) -> Located:
    line, column = source.position(finding.start)
    end_line, end_column = source.position(finding.end)
    first, last = source.span(line) or (finding.start, finding.end)
    end = max(min(finding.end, last), finding.start)
    before = source.text[max(first, finding.start - _BESIDE) : finding.start]
    after = source.text[end : min(last, end + _BESIDE)]
    text = source.text[finding.start : min(finding.end, finding.start + _LONGEST)]
    return Located(finding, line, column, end_line, end_column, text, before, after, fingerprint)


def counted(outcomes: Iterable[Outcome]) -> dict[Severity, int]:
    """How many findings there are of each severity, the gravest first."""
    counts: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
    for outcome in outcomes:
        for one in outcome.findings:
            counts[one.finding.severity] += 1
    return counts


def fixable(outcomes: Iterable[Outcome]) -> int:
    """How many findings can be mended without a person; none of a Word file."""
    return sum(one.finding.fix is not None for outcome in outcomes if outcome.form != "word" for one in outcome.findings)
