"""What a line begins with: the number or the sign of an item, or of a part."""

from msgspec import Struct

from dutywriter.text.pattern import Pattern

_SIGNS = "·・•●○◆◇■▪▸►▶➤➢★☆✓✔✅☑√﹒∙◦‣⚫－—–"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛❶❷❸❹❺❻❼❽❾❿"
_CIRCLES = 20
_NUMERALS = "一二三四五六七八九十"
_FIGURE = Pattern(r"(\d{1,2}(?=\s?，)|\d{1,3}(?!\s?，))\s?(?:[、，]|[.．)）](?!\d)|\ufe0f?\u20e3[、.]?)\s*")
_PICTURE = Pattern(r"[\U0001f000-\U0001faff\ufe0f\u200d]+\s*")
_FIRST_PICTURE = "\U0001f000"
_DOUBTFUL = Pattern(r"(\d{1,2})(?:[.．)）](?=\d)|[ \t]+(?=[^\x00-\x7f]))")
_BY_FIRST = {
    first: (sort, pattern)
    for sort, signs, pattern in (
        ("number", "0123456789０１２３４５６７８９", _FIGURE),
        ("ringed", "（(", Pattern(rf"[（(]\s?(\d{{1,2}}|[{_NUMERALS}]{{1,3}})\s?[）)][、.]?\s*")),
        ("circled", _CIRCLED, Pattern(rf"([{_CIRCLED}])[、.]?\s*")),
        ("chinese", f"第{_NUMERALS}", Pattern(rf"第?([{_NUMERALS}]{{1,3}})[、.．]\s*")),
        ("bullet", f"*+-{_SIGNS}", Pattern(rf"[*+-][ \t]+|-(?=[^\x00-\x7f]|\*\*)|[{_SIGNS}]+\s*")),
        (
            "letter",
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
            Pattern(r"[a-zA-Z](?:[、)）]|\.(?=\s|[^\x00-\x7f]))\s*"),
        ),
    )
    for first in signs
}


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
    if text[start] not in _BY_FIRST:
        picture = _PICTURE.match(text, start, end) if text[start] >= _FIRST_PICTURE else None
        return LineMark("bullet", -1, picture.end()) if picture else NONE
    if mark := _certain(text, start, end):
        return mark
    match = _DOUBTFUL.match(text, start, end) if text[start].isdigit() else None
    counts = match is not None and (int(match[1]) == count + 1 if count else match[1] == "1" and _follows(text, end, "2"))
    return LineMark("number", int(match[1]), match.end()) if match and counts else NONE


def unmarked(text: str) -> int:
    """How many characters of a heading are its mark: 一、, （二）, 3."""
    mark = _certain(text, 0, len(text)) if text[:1] in _BY_FIRST else None
    return mark.end if mark and mark.sort != "letter" and mark.end < len(text) else 0


def _certain(text: str, start: int, end: int) -> LineMark | None:
    sort, pattern = _BY_FIRST[text[start]]
    match = pattern.match(text, start, end)
    if match is None:
        return None
    if sort == "ringed":
        sort = "number" if match[1].isdigit() else "deep"
    number = int(match[1]) if sort == "number" else _CIRCLED.index(match[1]) % _CIRCLES + 1 if sort == "circled" else -1
    return LineMark(sort, number, match.end())


def _follows(text: str, end: int, sign: str) -> bool:
    """Whether the next line begins with a sign."""
    return text.startswith(("\n" + sign, "\r" + sign, "\r\n" + sign), end)
