"""Punctuation marks: half-width ones in Chinese, doubled ones, blanks beside them, brackets and quotes without their other half."""

from collections.abc import Iterator
from itertools import pairwise

from dutywriter.check.spot import Spot, Stretch, chinese, has_chinese, last_before, next_after
from dutywriter.text.pattern import Pattern

HALF_WIDTH = frozenset(",;:!?")
HALF_BRACKETS = frozenset("()")
PAIRED = frozenset("“”（）()《》【】「」")
_FULL = str.maketrans(",;:!?", "，；：！？")
_MARKS = Pattern("[,;:!?]+", ",;:!?")
_ROUND = Pattern("[(（]([^()（）]{1,80})[)）]")
_ENGLISH = Pattern(r"[A-Za-z'’]+ [A-Za-z'’]+\Z")
_ENTITY = Pattern(r"&#?\w{1,8}\Z", "&")
_CLOSING = "”’）】》」※"
_OPENING = "“‘（【《「"
_WRITTEN_ONCE = "。，、；："
DOUBLED = tuple(mark * 2 for mark in _WRITTEN_ONCE)
_DOUBLED = Pattern("|".join(f"{mark}{{2,}}" for mark in _WRITTEN_ONCE))
_WIDE = Pattern("[０-９Ａ-Ｚａ-ｚ]+")
_MARK_BEHIND = Pattern(r"\w{0,9}[.)]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_INVISIBLE = Pattern("[\u200b\u200c\u2060\ufeff\u00ad]+", "\u200b\u200c\u2060\ufeff\u00ad")
_BLANK = Pattern(
    r"(?<=[，。、；：！？（【《）】》])[ \xa0](?=\S)|(?<=[\w”）】》%※])[ \xa0](?=[，。、；：！？（）】》])",
    " \xa0",
)
_NUMBERING = Pattern(r"(?:\A|[\s，。；：！？])(?:[\dA-Za-z]{1,3}|第?[一二三四五六七八九十]{1,3}|[（(].{1,3}[)）])[、.．]?\Z")
_ENDS = "。；！？"
_ONE_LINE = 80
"""Characters beyond which a line is a whole text without line ends: blanks stand for them."""
_LIST_MARK = Pattern(r"(?:\A|[\s，。；：、！？,;:!?.（(])[\dA-Za-z一二三四五六七八九十]{1,3}\Z")
_ELLIPSIS = 3
_LABEL = 12
_NEAR = 30
_BEGINNING = 4


def half_width(stretch: Stretch) -> Iterator[Spot]:
    """Half-width , ; : ! ? in Chinese, those of a line as one; in numbers, times, addresses and English sentences they belong."""
    together = list[Spot]()
    for spot in _half_width(stretch):
        if together and (spot.fix is None or together[-1].fix is None or not stretch.whole(together[0].start, spot.end)):
            yield _joined(stretch.text, together)
            together = []
        together.append(spot)
    if together:
        yield _joined(stretch.text, together)


def _half_width(stretch: Stretch) -> Iterator[Spot]:
    text = stretch.text
    for match in _MARKS.finditer(text):
        start, end = match.span()
        if _in_chinese(text, start, end) and stretch.prose(start, end):
            blank = end + 1 if text[end : end + 1] == " " and end + 1 < len(text) and stretch.alone(start, end + 1) else end
            fix = match[0].translate(_FULL) if stretch.whole(start, end) and not stretch.escaped(start) else None
            yield Spot(start, blank if fix else end, match[0], fix)


def _joined(text: str, spots: list[Spot]) -> Spot:
    """One spot from the first to the last of several, with all that is to be changed between."""
    first, last = spots[0], spots[-1]
    word = "”“".join(dict.fromkeys(spot.word for spot in spots))
    if first.fix is None:
        return Spot(first.start, last.end, word)
    parts = [first.fix]
    for before, spot in pairwise(spots):
        parts += (text[before.end : spot.start], spot.fix or "")
    return Spot(first.start, last.end, word, "".join(parts))


def _in_chinese(text: str, start: int, end: int) -> bool:
    """Whether marks stand behind Chinese, or between a figure or a Latin word and Chinese."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if not before or after in tuple(")/") or (end - start > 1 and ":" in text[start:end]):
        return False
    if chinese(before) or before in _CLOSING:
        return True
    follows = next_after(text, end)
    if not (chinese(follows) or (follows and follows in _OPENING)):
        return False
    return not text[:start].isdigit() and _after_figure(text[max(0, start - _NEAR) : start], after)


def _after_figure(before: str, after: str) -> bool:
    """The same behind %, a bracket, a figure or a Latin word; behind a blank only where Chinese goes before, and no English."""
    if before[-1] in "%％)":
        return after != " " or has_chinese(before)
    if not before[-1].isalnum() or _ENTITY.search(before):
        return False
    return after != " " or (has_chinese(before) and not _ENGLISH.search(before))


def half_brackets(stretch: Stretch) -> Iterator[Spot]:
    """Brackets around Chinese of which one or both are half-width."""
    text = stretch.text
    for match in _ROUND.finditer(text):
        start, end = match.span()
        if (text[start] == "（" and text[end - 1] == "）") or not has_chinese(match[1]):
            continue
        english = last_before(text, start).isascii() and next_after(text, end).isascii()
        if (english and last_before(text, start) and next_after(text, end).isalpha()) or not stretch.prose(start, end):
            continue
        safe = stretch.whole(start, end) and not stretch.escaped(start)
        yield Spot(start, end, match[0], f"（{match[1]}）" if safe else None)


def wide(stretch: Stretch) -> Iterator[Spot]:
    """Full-width letters and digits; those that would number an item where they were half-width are not mended."""
    text = stretch.text
    for match in _WIDE.finditer(text):
        start, end = match.span()
        numbers = (start == 0 or text[:start].isdigit()) and _MARK_BEHIND.match(text, end)
        narrow = match[0].translate(_NARROW) if stretch.whole(start, end) and not numbers else None
        yield Spot(start, end, f"“{match[0]}”是全角字符", narrow)


def doubled(stretch: Stretch) -> Iterator[Spot]:
    """A mark written twice; three full stops and more stand for an ellipsis."""
    for match in _DOUBLED.finditer(stretch.text):
        start, end = match.span()
        single = "……" if match[0][0] == "。" and end - start >= _ELLIPSIS else match[0][0]
        yield Spot(start, end, f"标点“{match[0][:6]}”重复", single if stretch.whole(start, end) else None)


def invisible(stretch: Stretch) -> Iterator[Spot]:
    """Characters that take no room."""
    text = stretch.text
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        safe = stretch.alone(start, end) and (start >= _BEGINNING or chinese(text[0]))
        yield Spot(start, end, f"这里有看不见的字符（U+{ord(match[0][0]):04X}）", "" if safe else None)


def blanks(stretch: Stretch) -> Iterator[Spot]:
    """One blank beside a full-width mark; several are a layout, one behind markup or a number of a list is needed."""
    text = stretch.text
    for match in _BLANK.finditer(text):
        start, end = match.span()
        if not stretch.alone(start, end) or not stretch.prose(start, end):
            continue
        if not _divides(text, start, end):
            yield Spot(start, end, "全角标点旁多了空格", "")


def _divides(text: str, start: int, end: int) -> bool:
    """Whether a blank stands behind the number of an item, between two sentences of a text in one line, or before a Latin word."""
    mark = text[start - 1]
    if mark in "）】》":
        return text[end].isascii() or (mark == "）" and _NUMBERING.search(text[max(0, start - 7) : start]) is not None)
    if mark == "、":
        return _NUMBERING.search(text[max(0, start - 7) : start]) is not None
    return mark in _ENDS and (len(text) > _ONE_LINE or not chinese(text[end]))


def unpaired(stretch: Stretch) -> Iterator[Spot]:
    """For each sort of bracket and quote the last one that nothing closes, or the first that nothing opened."""
    text = stretch.text
    for opening, closing in (("“", "”"), ("（(", "）)"), ("《", "》"), ("【", "】"), ("「", "」")):
        opened = sum(map(text.count, opening))
        closed = sum(map(text.count, closing))
        if (opened or closed) and (opened != closed or _crossed(text, opening, closing)):
            yield from _alone(stretch, opening, closing)


def _crossed(text: str, opening: str, closing: str) -> bool:
    """Whether something is closed before as much was opened."""
    depth = 0
    for character in text:
        depth += (character in opening) - (character in closing)
        if depth < 0:
            return True
    return False


def _alone(stretch: Stretch, opening: str, closing: str) -> Iterator[Spot]:
    text, waiting = stretch.text, list[int]()
    for place, character in enumerate(text):
        if character in opening:
            waiting.append(place)
        elif character in closing:
            if waiting:
                waiting.pop()
            elif not _is_list_mark(text, place) and stretch.prose(place, place + 1):
                yield Spot(place, place + 1, character)
                return
    if waiting and stretch.prose(waiting[-1], waiting[-1] + 1):
        yield Spot(waiting[-1], waiting[-1] + 1, text[waiting[-1]])


def _is_list_mark(text: str, place: int) -> bool:
    """Whether a bracket closes a number (1）, a)) or a label whose beginning was a mark, or draws a face."""
    if text[place] == "】":
        return place <= _LABEL
    before = text[place - 1 : place]
    return text[place] in "）)" and (
        before in tuple(":;^") or before.isdigit() or bool(_LIST_MARK.search(text[max(0, place - 5) : place]))
    )
