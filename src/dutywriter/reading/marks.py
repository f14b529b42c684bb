"""What a line begins with: the number or the sign of an item, or of a part."""

import re

from msgspec import Struct

_CJK = "\u4e00-\u9fff"
_SIGNS = "·•●○◆◇■▪▸►▶➤➢★☆✓✔√﹒∙⚫－—"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMERALS = "一二三四五六七八九十"
_MARKED = re.compile(
    r"(?P<number>\d{1,3})\s?(?:[、，]|[.．)）](?!\d))\s*"
    r"|[（(]\s?(?P<ringed>\d{1,2})\s?[）)][、.]?\s*"
    rf"|(?P<circled>[{_CIRCLED}])[、.]?\s*"
    rf"|第?(?P<chinese>[{_NUMERALS}]{{1,3}})[、.．]\s*"
    rf"|[（(](?P<deep>[{_NUMERALS}]{{1,3}})[）)][、.]?\s*"
    rf"|(?P<bullet>[*+-][ \t]+|-(?=[{_CJK}【*])|[{_SIGNS}]+\s*)"
    rf"|(?P<letter>[a-zA-Z](?:[、)）]|\.(?=\s|[{_CJK}])))\s*"
)
_DECIMAL = re.compile(r"(\d{1,2})[.．)）](?=\d)")
_BLANK = re.compile(rf"(\d{{1,2}})[ \t]+(?=[{_CJK}])")
_FIRST = frozenset(f"0123456789０１２３４５６７８９（(第*+-{_SIGNS}{_CIRCLED}{_NUMERALS}")


class LineMark(Struct, frozen=True):
    """The mark before a line: its sort, the number that it tells (-1: none), and where the text behind it begins.

    The sorts are number, circled, bullet and letter for items, chinese (一、) and deep （一） for parts or items; "" for no mark.
    """

    sort: str = ""
    number: int = -1
    end: int = 0


NONE = LineMark()
BULLET = LineMark("bullet")


def mark_of(text: str, start: int, end: int, count: int) -> LineMark:
    """What the line between two places begins with; `count` is the number of the last item.

    1.5 年 is an item only where it goes on counting: 2.3 年 behind item 1, or 1.5 年 before a line that begins with 2.
    """
    first = text[start]
    if first not in _FIRST and not (first.isascii() and first.isalpha()):
        return NONE
    if match := _MARKED.match(text, start, end):
        sort = match.lastgroup or ""
        if sort in ("number", "ringed"):
            return LineMark("number", int(match[sort]), match.end())
        return LineMark(sort, _CIRCLED.find(match[sort]) + 1 if sort == "circled" else -1, match.end())
    for pattern in (_DECIMAL, _BLANK):
        match = pattern.match(text, start, end)
        if match and (int(match[1]) == count + 1 if count else match[1] == "1" and _follows(text, end, "2")):
            return LineMark("number", int(match[1]), match.end())
    return NONE


def unmarked(text: str) -> int:
    """How many characters of a heading are its mark: 一、, （二）, 3."""
    match = _MARKED.match(text)
    return match.end() if match and match.lastgroup != "letter" and match.end() < len(text) else 0


def _follows(text: str, end: int, sign: str) -> bool:
    """Whether the next line begins with a sign."""
    return text.startswith(("\n" + sign, "\r" + sign, "\r\n" + sign), end)
