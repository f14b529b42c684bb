"""Findings that can be mended without a change of meaning → the mended text. Edits are by place in the original characters."""

from collections.abc import Callable, Iterable, Iterator

from dutywriter.check.finding import Finding

ROUNDS = 12
"""Rounds after which a text is left as it is; two or three are what one takes."""


def applied(text: str, findings: Iterable[Finding]) -> str:
    """`text` with the edits of the findings that have one; of edits that overlap, the first by place."""
    parts, last = list[str](), 0
    for finding in _in_order(findings):
        if finding.start >= last:
            parts += (text[last : finding.start], finding.fix or "")
            last = finding.end
    return "".join((*parts, text[last:])) if parts else text


def mended(text: str, findings: Callable[[str], Iterable[Finding]]) -> str:
    """`text` with all that can be mended, round after round: an edit may bring another to light, or have overlapped it.

    `findings` says what is to be told of a text. What comes out has nothing left to mend, so that mending it again changes nothing.
    """
    for _ in range(ROUNDS):
        better = applied(text, findings(text))
        if better == text:
            break
        text = better
    return text


def difference(before: str, after: str, name: str) -> str:
    """The unified difference of two texts as `patch` takes it, line ends and all; empty where there is none."""
    from difflib import unified_diff

    lines = unified_diff(_lines(before), _lines(after), name, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _in_order(findings: Iterable[Finding]) -> Iterator[Finding]:
    edits = (finding for finding in findings if finding.fix is not None)
    return iter(sorted(edits, key=lambda finding: (finding.start, finding.end)))


def _lines(text: str) -> list[str]:
    """The lines of a text with their ends; a lone carriage return ends none, as `patch` has it."""
    lines = [f"{line}\n" for line in text.split("\n")]
    return [*lines[:-1], lines[-1][:-1]] if lines[-1] != "\n" else lines[:-1]
