"""What people type, made safe to print: one line, no control characters."""

import re
import unicodedata

_BREAKS = re.compile(r"[\s\u2028\u2029\u0085]+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u2060\ufeff\u00ad"))
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f")


def one_line(text: str) -> str:
    """`text` with line breaks and runs of blanks as single blanks, and invisible characters dropped.

    Raises ValueError (in Chinese) where it holds characters that could change how the rest of a page is read.
    """
    line = _BREAKS.sub(" ", text.translate(_INVISIBLE)).strip()
    for place, character in enumerate(line, 1):
        if unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") or character in _DIRECTION:
            raise ValueError(f"第 {place} 个字是不能显示的控制字符（U+{ord(character):04X}），请删去")
    return line
