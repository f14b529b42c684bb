"""Latin words and numbers that touch Chinese characters: which want a blank, and which are written together."""

from collections.abc import Iterator

from dutywriter.check.spot import Spot, Stretch, chinese
from dutywriter.text.pattern import Pattern

_RUN = Pattern(r"[A-Za-z0-9][A-Za-z0-9.+#&'_/@:×*~-]*")
_TAIL = ".&'_/@:×*~-"
_NUMBER = Pattern(r"(?:\d[\d.]*[A-Za-z]{0,3}[-~/×*xX:])*\d[\d.]*(?:[A-Za-z]{1,3}|\+)?")
_TOGETHER = Pattern(r"[A-Za-z]|T[+-]\d+|[A-Z](?:/[A-Z])+")
_SCREENS = Pattern(r"[A-Za-z]{1,3}\d?端")


def unspaced(stretch: Stretch) -> Iterator[Spot]:
    """Latin words that touch a Chinese character; what is commonly written so (T+1, C端, 24h) is none."""
    text = stretch.text
    for start, end in _runs(text):
        word = text[start:end]
        if _touches(text, start, end) and not _together(text, start, word) and stretch.prose(start, end):
            yield Spot(start, end, word, _spaced(stretch, start, end))


def numbers(stretch: Stretch) -> Iterator[tuple[Spot, bool]]:
    """Numbers beside Chinese characters, each with whether blanks stand around it; names (618, 双11) are none."""
    text = stretch.text
    for start, end in _runs(text):
        word = text[start:end]
        if not word.isdigit() or _is_name(text, start, end) or not stretch.prose(start, end):
            continue
        if _touches(text, start, end):
            yield Spot(start, end, word, _spaced(stretch, start, end)), False
        elif _apart(text, start, end):
            yield Spot(start, end, word), True


def _runs(text: str) -> Iterator[tuple[int, int]]:
    for match in _RUN.finditer(text):
        yield match.start(), match.start() + len(match[0].rstrip(_TAIL))


def _touches(text: str, start: int, end: int) -> bool:
    return (start > 0 and chinese(text[start - 1])) or chinese(text[end : end + 1])


def _apart(text: str, start: int, end: int) -> bool:
    """Whether one blank stands between a number and the Chinese character before or behind it."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return (before[1:] == " " and chinese(before[:1])) or (after[:1] == " " and chinese(after[1:]))


def _together(text: str, start: int, word: str) -> bool:
    """Whether a run is written without blanks: one letter (T恤), a number with its unit (24h, 3C), T+1, A/B, PC端."""
    return (
        _NUMBER.fullmatch(word) is not None
        or _TOGETHER.fullmatch(word) is not None
        or _SCREENS.match(text[start : start + len(word) + 1]) is not None
    )


def _is_name(text: str, start: int, end: int) -> bool:
    """Whether digits are a name: 618, 双11, 1688, 7日留存, 58同城, a date."""
    word, after = text[start:end], text[end : end + 4]
    return (
        word in _NAMES
        or text[max(0, start - 1) : start] in "双第"
        or after.startswith(("日留存", "日内留存", "同城", "氪", "号店"))
        or after[:1] in "年月日号%"
    )


_NAMES = frozenset(("618", "1688", "12306", "315", "996", "007", "985", "211", "520", "818", "360", "4399"))


def _spaced(stretch: Stretch, start: int, end: int) -> str | None:
    """A run with the blanks that it lacks, where no markup stands in between."""
    text = stretch.text
    left = start > 0 and chinese(text[start - 1]) and stretch.whole(start - 1, end)
    right = chinese(text[end : end + 1]) and stretch.whole(start, end + 1)
    return f"{' ' * left}{text[start:end]}{' ' * right}" if left or right else None
