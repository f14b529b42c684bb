"""What people type, made safe to print: one line, no control characters."""

import re
import unicodedata

_BREAKS = re.compile(r"[\s\u2028\u2029\u0085]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad"))
_JOINER = "\u200d"  # joins emoji
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def harmless(text: str) -> str:
    """A line with every character replaced that could steer a terminal."""
    return _STEERING.sub("�", text)


def one_line(text: str) -> str:
    """`text` with line breaks and runs of blanks as single blanks, and invisible characters dropped.

    Raises ValueError (in Chinese) where it holds characters that could change how the rest of a page is read.
    """
    line = _joined(text)
    for place, character in enumerate(line, 1):
        if _steers(character):
            raise ValueError(f"第 {place} 个字是不能显示的控制字符（U+{ord(character):04X}），请删去")
    return line


def safe_line(text: str) -> str:
    """`text` as `one_line` has it, � in place of each character that could change how the rest of a page is read."""
    return "".join("\ufffd" if _steers(character) else character for character in _joined(text))


def _joined(text: str) -> str:
    return _BREAKS.sub(" ", text.translate(_INVISIBLE)).strip()


def _steers(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") and character != _JOINER
