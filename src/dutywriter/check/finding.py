"""What a rule found."""

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct

from dutywriter.catalogue.rules import Rule, Severity
from dutywriter.reading.source import Segment

LONGEST_KNOWN, MOST_KNOWN = 500, 20_000
"""A large file says many lines again: so many, no longer than that, are remembered with what was found in them."""


class Finding(Struct, frozen=True):
    """What a rule found: where (code points, half open), what to tell a person, how sure it is (0 to 1).

    A family gives places within its segment, the engine those within the source. `basis` names articles (劳动法.12) or a heading.
    `fix` is what may stand in place of the marked characters without a change of meaning; None where only a person can tell.
    """

    rule: Rule
    start: int
    end: int
    message: str
    advice: str
    severity: Severity
    confidence: float = 0.9
    basis: tuple[str, ...] = ()
    fix: str | None = None


def found(rule: Rule, start: int, end: int, *, confidence: float = 0.9, fix: str | None = None, **values: object) -> Finding:
    """A finding as its rule words it, `values` filled into the message and the advice."""
    message = rule.message.format(**values) if values else rule.message
    advice = rule.advice.format(**values) if values else rule.advice
    return Finding(rule, start, end, message, advice, rule.severity, confidence, rule.basis, fix)


class Family(Protocol):
    """The rules of one file. Made anew for every document."""

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What is found in one segment; places are within its text."""

    def at_end(self) -> Iterable[Finding]:
        """What only the whole document shows; places are within the source."""
