"""What is known already: findings of an earlier run, kept by their words so that moved lines are known again."""

from collections import Counter
from collections.abc import Iterable, Sequence
from unicodedata import normalize

import msgspec

from dutywriter.check.finding import Finding
from dutywriter.reading.source import Source

SCHEMA = "dutywriter/baseline/1"
_LONGEST_LINE = 2000


class Baseline(msgspec.Struct, frozen=True):
    """For each file and each code, the fingerprints and how often each stood there."""

    schema: str = SCHEMA
    findings: dict[str, dict[str, dict[str, int]]] = {}


def fingerprints(source: Source, findings: Iterable[Finding]) -> list[str]:
    """For each finding 16 hexadecimal digits made of its marked words and its line.

    Only letters and digits count, width and case left out, so that a line that moved or whose marks were mended is known again.
    """
    from hashlib import sha256

    lines: dict[int, str] = {}
    made = []
    for finding in findings:
        number, _ = source.position(finding.start)
        if number not in lines:
            first, last = source.span(number) or (0, 0)
            lines[number] = _squeezed(source.text[first : min(last, first + _LONGEST_LINE)])
        words = _squeezed(source.text[finding.start : min(finding.end, finding.start + _LONGEST_LINE)])
        made.append(sha256(f"{words}\n{lines[number]}".encode("utf-8", "surrogatepass")).hexdigest()[:16])
    return made


def _squeezed(text: str) -> str:
    return "".join(filter(str.isalnum, normalize("NFKC", text).lower()))


def new(baseline: Baseline, file: str, findings: Sequence[Finding], prints: Sequence[str]) -> list[int]:
    """The places in `findings` of those that the baseline does not know, each known one as often as it stood there."""
    known = baseline.findings.get(file, {})
    left = {code: Counter(times) for code, times in known.items()}
    fresh = []
    for place, (finding, mark) in enumerate(zip(findings, prints, strict=True)):
        counts = left.get(finding.rule.code)
        if counts and counts[mark] > 0:
            counts[mark] -= 1
        else:
            fresh.append(place)
    return fresh


def encoded(kept: Iterable[tuple[str, str, str]]) -> bytes:
    """The baseline of (file, code, fingerprint), as bytes that depend on nothing else."""
    findings: dict[str, dict[str, dict[str, int]]] = {}
    for file, code, mark in sorted(kept):
        times = findings.setdefault(file, {}).setdefault(code, {})
        times[mark] = times.get(mark, 0) + 1
    return msgspec.json.format(msgspec.json.encode(Baseline(SCHEMA, findings)), indent=1) + b"\n"


def decoded(content: bytes) -> Baseline:
    """The baseline that `encoded` made.

    Raises ValueError where it is none.
    """
    try:
        baseline = msgspec.json.decode(content, type=Baseline)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError("不是基线文件") from error
    if baseline.schema != SCHEMA:
        raise ValueError("不是基线文件")
    return baseline
