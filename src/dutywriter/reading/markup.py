"""A stretch of a line → what people read of it, and where each character of that stands in the source."""

from bisect import bisect_right
from operator import itemgetter

from msgspec import Struct

from dutywriter.text.pattern import Pattern

Cuts = tuple[tuple[int, int], ...]
_TOKEN = Pattern(
    r"\\[!-/:-@\[-`{-~]|`+|\*+|_+|~~|!?\[|\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s\"[^\"\n]{0,200}\")?\)|\]|"
    r"<!--.*?-->|</?[A-Za-z][^<>]{0,300}>|<https?:[^<>\s]{1,2000}>|&(?:nbsp|ensp|emsp|#\d{1,5});",
    "\\`*_~[]<&",
)
_STARS = Pattern(r"\*{2,3}")
_LINE_BREAK = Pattern(r"(?i)<br\s*/?>")
_PAIRS = "*_~"


class Written(Struct, frozen=True):
    """What people read of a stretch of the source: its text, where it begins, what is cut out of it (as a Segment has it)."""

    text: str
    start: int
    cuts: Cuts = ()

    def part(self, start: int, end: int) -> "Written":
        """What stands between two places of the text, without the blanks around it."""
        text = self.text[start:end]
        left = text.lstrip()
        start += len(text) - len(left)
        text = left.rstrip()
        if not self.cuts:
            return Written(text, self.start + start)
        before = bisect_right(self.cuts, start, key=itemgetter(0))
        last = bisect_right(self.cuts, start + len(text) - 1, key=itemgetter(0))
        gone = self.cuts[before - 1][1] if before else 0
        cuts = tuple((at - start, total - gone) for at, total in self.cuts[before:last])
        return Written(text, self.start + start + gone, cuts)


def written(source: str, start: int, end: int, *, markdown: bool) -> Written:
    """What people read between two places of the source; a pair of stars is markup in any text, the rest in Markdown only."""
    raw = source[start:end]
    gone = _markup(raw) if markdown else _stars(raw)
    if gone:
        return _without(raw, start, gone)
    text = raw.lstrip()
    return Written(text.rstrip(), start + len(raw) - len(text))


def line_breaks(source: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines that <br> makes of a stretch, as places of the source."""
    if source.find("<", start, end) < 0:
        return [(start, end)]
    lines = []
    for match in _LINE_BREAK.finditer(source, start, end):
        lines.append((start, match.start()))
        start = match.end()
    return [*lines, (start, end)]


def _without(raw: str, start: int, gone: list[tuple[int, int]]) -> Written:
    kept, cuts, last, length, total = list[str](), list[tuple[int, int]](), 0, 0, 0
    for begin, end in sorted(gone):
        if begin > last:
            kept.append(raw[last:begin])
            length += begin - last
        total += end - begin
        if cuts and cuts[-1][0] == length:
            cuts.pop()
        cuts.append((length, total))
        last = end
    kept.append(raw[last:])
    whole = Written("".join(kept), start, tuple(cuts))
    return whole.part(0, len(whole.text))


def _stars(raw: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _STARS.finditer(raw)] if "**" in raw else []
    return found[: len(found) // 2 * 2]


def _markup(raw: str) -> list[tuple[int, int]]:
    signs = list(_TOKEN.finditer(raw))
    if not signs:
        return []
    found = _Markup(raw)
    for match in signs:
        found.take(match[0], match.start(), match.end())
    return found.gone


class _Markup:
    """Takes the signs of a line one by one; `gone` is what they cut."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.gone: list[tuple[int, int]] = []
        self.opened: dict[str, tuple[int, int]] = {}
        self.link: tuple[int, int] | None = None
        self.code: tuple[str, int] | None = None

    def take(self, sign: str, begin: int, end: int) -> None:
        first = sign[0]
        if self.code or first == "`":
            self._code(sign, begin, end)
        elif first in _PAIRS:
            self._pair(sign, begin, end)
        elif first == "\\":
            self.gone.append((begin, begin + 1))
        elif sign.startswith("<http"):
            self.gone += [(begin, begin + 1), (end - 1, end)]
        elif first in "<&":
            self.gone.append((begin, end))
        else:
            self._link(sign, begin, end)

    def _code(self, sign: str, begin: int, end: int) -> None:
        """What stands in code is text as it is."""
        if self.code is None:
            self.code = (sign, begin) if self.raw.find(sign, end) >= 0 else None
        elif sign == self.code[0]:
            self.gone += [(self.code[1], self.code[1] + len(sign)), (begin, end)]
            self.code = None

    def _link(self, sign: str, begin: int, end: int) -> None:
        if sign[-1] == "[":
            self.link = (begin, end)
        elif self.link and len(sign) > 1:
            self.gone += [self.link, (begin, end)]
            self.link = None

    def _pair(self, sign: str, begin: int, end: int) -> None:
        """Cuts the two ends of what is emphasized; a lone sign, or one among figures (160*50), is text."""
        before, after = self.raw[begin - 1 : begin] or " ", self.raw[end : end + 1] or " "
        inside = sign[0] == "_" or len(sign) == 1
        other = self.opened.get(sign)
        if other and other[1] < begin and not before.isspace() and not (inside and _is_latin(after)):
            self.gone += [other, (begin, end)]
            del self.opened[sign]
        elif not after.isspace() and not (inside and _is_latin(before)):
            self.opened[sign] = (begin, end)


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
