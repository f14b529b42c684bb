"""What a document says should not be reported: comments beside the text, pairs around it, a line at its head."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dutywriter.catalogue.rules import Rule
from dutywriter.check.finding import Finding, found
from dutywriter.check.selection import LAW, names
from dutywriter.reading.source import Source

_LONGEST, _HEAD_LINES, _NEXT_LINES, _SHOWN = 600, 60, 50, 40
_OPENING = re.compile(r"<!--\s{0,9}dutywriter[:：]")
_OWN_COMMENT = re.compile(r"<!--\s{0,9}dutywriter[:：].{0,600}?-->", re.DOTALL)
_REASON = re.compile(r"\s*(?:--|—+)\s*")
_HEAD_REASON = re.compile(r"\s(?:--|—+|#)\s*")
_SEPARATOR = re.compile(r"[\s,，、\[\]{}\"']+")
_HEAD_LINE = re.compile(r"dutywriter-ignore[:：](.*)")
_HEAD_TABLE = re.compile(r"dutywriter:(.*)")
_MARKERS = re.compile(r"[\s>*+-]*")


class Scope(Struct):
    """Where findings of the named rules are not reported, and which of the names were of use.

    The span is half open, in the source; `at` is where the suppression itself stands.
    """

    start: int
    end: int
    selectors: tuple[str, ...]
    at: tuple[int, int]
    reasoned: bool
    used: set[str]
    laws: set[str]


class _Told(Struct):
    """What a document says: scopes, the spans of what says so, and what of it cannot be understood."""

    scopes: list[Scope]
    spans: list[tuple[int, int]]
    malformed: list[tuple[int, int, str]]


def applied(source: Source, findings: Iterable[Finding], rules: Iterable[Rule]) -> list[Finding]:
    """`findings` (in order of place) without those that the document wants left out, and with what is wrong with its wishes."""
    book = {rule.name: rule for rule in rules}
    told = _read(source, book.values())
    if not told.spans:
        return list(findings)
    starts = [start for start, _ in told.spans]
    kept = [finding for finding in findings if not _within(finding, starts, told.spans)]
    scopes = sorted(told.scopes, key=lambda scope: scope.start)
    left = [*_left(kept, scopes)]
    left += _left(_in_order(_remarks(told, book)), scopes)
    left += _left(_in_order(_unused(told, book)), scopes)
    return _in_order(left)


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    return sorted(findings, key=lambda finding: (finding.start, finding.rule.code))


def _within(finding: Finding, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    place = bisect_right(starts, finding.start) - 1
    return place >= 0 and finding.start < spans[place][1]


def _left(findings: Iterable[Finding], scopes: list[Scope]) -> Iterator[Finding]:
    active: list[Scope] = []
    coming = iter([*scopes, None])
    scope = next(coming)
    for finding in findings:
        while scope and scope.start <= finding.start:
            active.append(scope)
            scope = next(coming)
        active = [one for one in active if one.end > finding.start]
        if not _suppressed(finding, active):
            yield finding


def _suppressed(finding: Finding, scopes: Iterable[Scope]) -> bool:
    hit = False
    for scope in scopes:
        for selector in scope.selectors:
            if names(selector, finding.rule):
                hit = True
                scope.used.add(selector)
                if finding.rule.code.startswith(LAW):
                    scope.laws.add(finding.rule.code)
    return hit


def _remarks(told: _Told, book: dict[str, Rule]) -> Iterator[Finding]:
    for scope in told.scopes:
        if scope.laws and not scope.reasoned:
            yield found(book["suppression-without-reason"], *scope.at, confidence=1.0, word="、".join(sorted(scope.laws)))
    for start, end, text in told.malformed:
        yield found(book["malformed-suppression"], start, end, confidence=1.0, word=text[:_SHOWN])


def _unused(told: _Told, book: dict[str, Rule]) -> Iterator[Finding]:
    for scope in told.scopes:
        for selector in scope.selectors:
            if selector not in scope.used:
                yield found(book["unused-suppression"], *scope.at, confidence=1.0, word=selector)


def _read(source: Source, rules: Iterable[Rule]) -> _Told:
    told = _Told([], [], [])
    book = tuple(rules)
    _read_head(source, told, book)
    reading = _Reading(source, told, book, [], {}, set())
    for opening in _OPENING.finditer(source.text):
        end = source.text.find("-->", opening.end(), opening.end() + _LONGEST)
        if end < 0:
            told.malformed.append((*opening.span(), "没有写 -->"))
            told.spans.append(opening.span())
            continue
        span = (opening.start(), end + len("-->"))
        told.spans.append(span)
        _read_comment(span, source.text[opening.end() : end].strip(), reading)
    told.spans.sort()
    return told


class _Reading(Struct):
    """What reading comments may change: what was told, the pairs that are still open, and which lines hold text."""

    source: Source
    told: _Told
    rules: tuple[Rule, ...]
    opened: list[Scope]
    lines: dict[int, bool]
    beside_known: set[tuple[tuple[int, int], tuple[str, ...]]]

    def beside(self, span: tuple[int, int]) -> tuple[int, int]:
        """The line that a comment stands in where it holds text, otherwise the next line that does."""
        line, _ = self.source.position(span[0])
        for number in range(line, line + _NEXT_LINES):
            where = self.source.span(number)
            if where is None:
                break
            if number not in self.lines:
                self.lines[number] = not _MARKERS.fullmatch(_OWN_COMMENT.sub("", self.source.text[slice(*where)]))
            if self.lines[number]:
                return where
        return span[1], span[1]


def _read_comment(span: tuple[int, int], body: str, reading: _Reading) -> None:
    said, *reason = _REASON.split(body, maxsplit=1)
    verb, *selectors = [word for word in _SEPARATOR.split(said) if word] or [""]
    if verb == "on" and not selectors and reading.opened:
        for scope in reading.opened:
            scope.end = span[0]
        reading.opened.clear()
        return
    if verb not in ("ignore", "off") or not _known(selectors, reading.rules):
        reading.told.malformed.append((*span, body or "没有内容"))
        return
    where = reading.beside(span) if verb == "ignore" else (span[1], len(reading.source.text))
    wanted = tuple(dict.fromkeys(selectors))
    if verb == "off" and any(scope.selectors == wanted for scope in reading.opened):
        return
    known = (where, wanted)
    if verb == "ignore" and known in reading.beside_known:
        return
    reading.beside_known.add(known)
    scope = Scope(*where, wanted, span, any(part.strip() for part in reason), set(), set())
    reading.told.scopes.append(scope)
    if verb == "off":
        reading.opened.append(scope)


def _known(selectors: Iterable[str], rules: Iterable[Rule]) -> bool:
    said, book = tuple(selectors), tuple(rules)
    return bool(said) and all(any(names(selector, rule) for rule in book) for selector in said)


def _read_head(source: Source, told: _Told, rules: tuple[Rule, ...]) -> None:
    """The line `dutywriter-ignore: …` among the first, and what front matter says under `dutywriter:`."""
    front = True
    for number in range(1, _HEAD_LINES + 1):
        span = source.span(number)
        if span is None or span[1] - span[0] > _LONGEST:
            return
        text = source.text[slice(*span)]
        front = front and (number == 1) == (text.strip() == "---")
        if match := _HEAD_LINE.match(text):
            _add_head(source, told, span, match[1], rules)
        elif front and (match := _HEAD_TABLE.match(text)):
            below, end = _indented(source, number)
            _add_head(source, told, (span[0], end), f"{match[1]} {below}".replace("ignore:", " "), rules)


def _indented(source: Source, number: int) -> tuple[str, int]:
    """What stands indented below a line, as one line, and where it ends."""
    span = source.span(number)
    end, lines = span[1] if span else 0, []
    while (below := source.span(number := number + 1)) and source.text[below[0] : below[0] + 1] in (" ", "\t", "-"):
        text = source.text[slice(*below)].strip()
        if text.startswith("---"):
            break
        lines.append(text.removeprefix("-"))
        end = below[1]
    return " ".join(lines), end


def _add_head(source: Source, told: _Told, span: tuple[int, int], body: str, rules: tuple[Rule, ...]) -> None:
    said, *reason = _HEAD_REASON.split(f" {body}", maxsplit=1)
    selectors = [word for word in _SEPARATOR.split(said) if word]
    told.spans.append(span)
    if not _known(selectors, rules):
        told.malformed.append((*span, body.strip() or "没有内容"))
        return
    told.scopes.append(
        Scope(0, len(source.text) + 1, tuple(dict.fromkeys(selectors)), span, any(part.strip() for part in reason), set(), set())
    )
