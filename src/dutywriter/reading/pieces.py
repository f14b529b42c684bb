"""One line → the pieces it is meant to be read as: headings within it, fields, items of a list run together."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dutywriter.reading.parts import label_before
from dutywriter.text.pattern import Pattern

_SIGN = re.compile(
    r"[:：】①-⑳•●▪■◆0-9（(A-H一二三四五六七八九十-](?:(?<=[0-9])[0-9]?\s?[、.．)）]|(?<=[（(])\d{1,2}[)）]|(?<=[A-H])[.．]"
    r"|(?<=[一二三四五六七八九十])、|(?<=-)\s|(?<=[:：】①-⑳•●▪■◆]))"
)
_NUMBER_BEFORE = Pattern(
    r"(?:第?[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．)）])?"
    r"[\s【\[“\"*#·•◆●■★-]*\Z"
)
_BREAKS = "。；;！!？?，,、.）)】]”|/ \t\u3000\xa0·・•●◆■★:：~～-—…"
_STOPS = "。；;！!？? \t\u3000\xa0:：】~～"
_ENDS = "。；;！!？?.）)】”"
_FULL_STOPS = "。；;"
_JOINTS = (".", "-", "~", "/", "第")
_NUMERALS = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_OF = "的与和及、其"
_LETTERS = "ABCDEFGH"
_FIGURES = "0123456789"
_FIRST = "1①A(（"
_BULLETS = "•●▪■◆-"
_LONGEST_MARK = 12
_SHORTEST_LIST = 40
_NEAR = 2
LISTS = ("duties", "requirements", "pluses", "offer")


class Piece(Struct, frozen=True):
    """A stretch of a line: text, an item with its number (-1: none), a heading or a field (工作地点：北京) with its part."""

    kind: str
    start: int
    end: int
    part: str = ""
    number: int = -1


class _Cut(Struct, frozen=True):
    """Where one piece ends and the next begins, what the next one is, and what its sign counts."""

    end: int
    piece: Piece
    count: int = 0


def pieces(text: str, number: int, part: str) -> list[Piece]:
    """The pieces of a line in order, without the signs between them.

    `number` is that of the item with which the line begins, or of the last one before; `part` is where the line stands.
    """
    cuts = list(_cuts(text, number))
    if not cuts:
        return _listed(text, Piece("text", 0, len(text)), part)
    found = list[Piece]()
    current = Piece("text", 0, 0)
    for cut in cuts:
        found += _ended(text, current, cut.end, part)
        part = cut.piece.part if cut.piece.kind == "heading" else part
        current = cut.piece
        if current.kind == "heading":
            found.append(current)
            current = Piece("text", _after(text, current.end), current.end)
    return [*found, *_ended(text, current, len(text), part)]


def _ended(text: str, piece: Piece, end: int, part: str) -> list[Piece]:
    if not text[piece.start : end].strip():
        return []
    if (
        piece.kind == "text"
        and (found := label_before(text, end))
        and found.length == end - piece.start
        and found.strong
        and not found.field
    ):
        return [Piece("heading", piece.start, end, found.part)]
    whole = Piece(piece.kind, piece.start, end, piece.part, piece.number)
    return _listed(text, whole, part) if piece.kind == "text" else [whole]


def _listed(text: str, piece: Piece, part: str) -> list[Piece]:
    """Things told one after the other, parted by ；, are items of a list, where a list is what the part holds."""
    if part not in LISTS or piece.end - piece.start < _SHORTEST_LIST or text.count("；", piece.start, piece.end) < _NEAR:
        return [piece]
    if text.find("：", piece.start, text.find("；", piece.start)) >= 0:  # what explains the words before the colon is no list
        return [piece]
    items, start = list[Piece](), piece.start
    while start < piece.end:
        end = text.find("；", start, piece.end) + 1 or piece.end
        if text[start:end].strip():
            items.append(Piece("item", start, end))
        start = end
    return items


def _cuts(text: str, number: int) -> Iterator[_Cut]:
    last, counted = 0, {_FIGURES: number, _CIRCLED: 0, _NUMERALS: 0}
    for match in _SIGN.finditer(text):
        begin, end = match.span()
        if begin < last:
            continue
        sign, heading = text[begin], None
        kind = next((signs for signs in (_CIRCLED, _NUMERALS) if sign in signs), _FIGURES)
        if sign in ":：】":
            cut = _named(text, begin, last)
        elif sign in _BULLETS:
            heading = _unmarked_heading(text, begin, last)
            stopped = sign != "-" or heading or text[begin - 1 : begin] in _ENDS
            cut = _Cut(begin, Piece("item", end, end, number=0)) if stopped and begin else None
        else:
            heading = _unmarked_heading(text, begin, last) if sign in _FIRST else None
            cut = _numbered(text, (begin, end), 0 if heading else counted[kind], last, headed=heading is not None)
        if cut is None:
            continue
        if heading:
            yield heading
        yield cut
        if cut.piece.kind == "heading":
            counted, last = dict.fromkeys(counted, 0), cut.piece.end
        else:
            counted[kind] = cut.count or counted[kind]
            last = cut.piece.start


def _told(text: str, begin: int, end: int) -> int:
    """The number that a sign tells."""
    sign = text[begin]
    for signs in (_CIRCLED, _NUMERALS, _LETTERS):
        if sign in signs:
            return signs.index(sign) + 1
    return int("".join(filter(str.isdigit, text[begin:end])))


def _numbered(text: str, span: tuple[int, int], before: int, last: int, *, headed: bool) -> _Cut | None:
    """An item that begins with its number, where it follows on the one `before`: not 1.5, 2024.1.1, 3.0版, （见附件2）."""
    begin, end = span
    number, sign = _told(text, begin, end), text[begin]
    left, right = text[begin - 1 : begin], text[end : end + 1]
    if not right or left.isdigit() or left in _JOINTS:
        return None
    stopped = headed or not left or left in _STOPS
    if right.isdigit():
        parted = stopped and (headed or text[last:begin].rstrip()[-1:] in _STOPS)  # 从 2.1% 提到 3% is one text
        fits = parted and number == before + 1 and (number > 1 or (text[end - 1] == "、" and begin == last))
    elif left and left in _FULL_STOPS:
        fits = True
    elif number == 1:
        fits = stopped or (before == 0 and text.find(f"2{text[end - 1]}", end) >= 0)
    else:
        fits = number == before + 1 or (stopped and 0 < number - before <= _NEAR)
    if not fits or (sign in _NUMERALS and not stopped):
        return None
    if sign.isdigit() and text[end - 1] in ")）" and text.rfind("（", last, begin) > text.rfind("）", last, begin):
        return None
    start = end + 1 if right in "、.．" else end
    return _Cut(begin, Piece("item", start, start, number=number if sign not in _CIRCLED else 0), number)


def _named(text: str, place: int, last: int) -> _Cut | None:
    """A heading or a field that a colon or a bracket ends."""
    end = _name_end(text, place, last)
    found = label_before(text, end)
    if found is None or end - found.length < last:
        return None
    begin = end - found.length
    if text[place] == "】" and text[begin - 1 : begin] != "【":
        return None
    mark = _NUMBER_BEFORE.search(text, max(last, begin - _LONGEST_MARK), begin)
    edge = mark.start() if mark else begin
    begins = edge == last or text[edge - 1] in _BREAKS or (edge < begin and not (found.field and found.part == "facts"))
    said_alone = found.strong and text[place - 1] not in "）)" and text[begin - 1] not in _OF
    if not begins and not said_alone:
        return None
    if not found.field or _opens_list(text, place + 1):
        return _Cut(edge, Piece("heading", begin, place, found.part))
    begin -= text[begin - 1 : begin] == "【"
    return _Cut(min(edge, begin), Piece("field", begin, begin, found.part))


def _name_end(text: str, place: int, last: int) -> int:
    """Where a name before a colon ends, without 是 and what stands in parentheses behind it."""
    end = place
    while end > last and text[end - 1] in " \t\u3000】]*是":
        end -= 1
    if text[end - 1 : end] not in ("）", ")"):
        return end
    opening = max(text.rfind("（", last, end), text.rfind("(", last, end))
    return opening if opening > 0 else end


def _unmarked_heading(text: str, begin: int, last: int) -> _Cut | None:
    """A heading that nothing but the number of its first item ends: 岗位职责 1、."""
    end = begin
    while end > last and text[end - 1] in " \t\u3000":
        end -= 1
    found = label_before(text, end)
    if found is None or found.field or not found.strong or end - found.length < last:
        return None
    mark = _NUMBER_BEFORE.search(text, max(last, end - found.length - _LONGEST_MARK), end - found.length)
    edge = mark.start() if mark else end - found.length
    return _Cut(edge, Piece("heading", end - found.length, end, found.part))


def _opens_list(text: str, place: int) -> bool:
    """Whether what follows is nothing, or the first item of a list."""
    rest = text[place : place + _NEAR + 2].lstrip()
    return not rest or rest[0] == "①" or (rest[0] == "1" and rest[1:2] in ("、", ".", "．", ")", "）"))


def _after(text: str, end: int) -> int:
    """Where the text behind a heading begins, past the signs that end it."""
    while end < len(text) and text[end] in ":：】] \t\u3000*":
        end += 1
    return end
