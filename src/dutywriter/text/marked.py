"""Catalogue text with its marks: `<词>` slots, `<30 分钟※>` suggestions, `【待填：名，提示】` placeholders."""

import re
from collections.abc import Callable

from msgspec import Struct

MARK = "※"
_MARKS = re.compile(r"<([^<>]+)>")
_SUGGESTION = re.compile(r"(?:\d[\d,.]*\s?[^\d\s，。；、：（）]{0,6}|\S)\Z")
_LONGEST_SUGGESTION = 24
PLACEHOLDER = re.compile(r"【待填：([^，】]+)(?:，([^】]*))?】")


class Spanned(Struct, frozen=True):
    """Text, and the spans [start, end) of it that are suggested numbers."""

    text: str
    suggested: tuple[tuple[int, int], ...] = ()

    def marked(self) -> str:
        """The text as people read it: ※ after each suggestion."""
        out, last = [], 0
        for _, end in self.suggested:
            out += [self.text[last:end], MARK]
            last = end
        return "".join([*out, self.text[last:]])


def behind(before: str, text: str, suggested: tuple[tuple[int, int], ...]) -> Spanned:
    """`text` behind other text, its suggestions moved along."""
    by = len(before)
    return Spanned(before + text, tuple((start + by, end + by) for start, end in suggested))


def unmarked(text: str) -> Spanned:
    """What `marked` made `text` of, as far as can be told: a suggestion is the number and unit before ※, or the one character.

    A ※ behind a blank or another ※ is itself text. Marking the answer gives `text` again.
    """
    plain, *rest = text.split(MARK)
    before, spans = plain, []
    for after in rest:
        suggestion = _SUGGESTION.search(before[-_LONGEST_SUGGESTION:])
        if suggestion:
            spans.append((len(plain) - len(suggestion[0]), len(plain)))
        plain += after if suggestion else MARK + after
        before = after
    return Spanned(plain, tuple(spans))


def resolve(source: str, word: Callable[[str], str]) -> Spanned:
    """`source` with its slots filled by `word` (which may itself return marked text) and its suggestions as spans.

    Where a slot's word brings Chinese and Latin characters together, a blank goes between.
    """
    if "<" not in source:
        return Spanned(source)
    text, spans, last = "", [], 0
    for match in _MARKS.finditer(source):
        text += source[last : match.start()]
        inner = match[1]
        if inner.endswith(MARK):
            spans.append((len(text), len(text) + len(inner) - 1))
            text += inner[:-1]
        else:
            filled = resolve(word(inner), word)
            text += gap(text, filled.text)
            spans += [(start + len(text), end + len(text)) for start, end in filled.suggested]
            text += filled.text
            text += gap(text, source[match.end() :])
        last = match.end()
    return Spanned(text + source[last:], tuple(spans))


def gap(before: str, after: str) -> str:
    """The blank that Chinese typography wants where a slot's word meets the text around it: 用 Excel, 投放 DOU+ 广告."""
    left, right = before[-1:], after[:1]
    meets = (_chinese(left) and _latin(right)) or ((_latin(left) or left in ("+", "%")) and _chinese(right))
    return " " if meets else ""


def _chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def slots(source: str) -> list[str]:
    """The names of the slots in `source`."""
    return [inner for inner in _MARKS.findall(source) if not inner.endswith(MARK)]


def placeholder(name: str, hint: str = "") -> str:
    """The token that stands for what only the company knows."""
    return f"【待填：{name}，{hint}】" if hint else f"【待填：{name}】"


def placeholders(text: str) -> list[str]:
    """The names of the placeholders in `text`, in order."""
    if "【" not in text:
        return []
    return [match[1] for match in PLACEHOLDER.finditer(text)]
