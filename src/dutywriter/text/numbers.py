"""Numbers as people type them: full-width digits, 万, %, units."""

import re
import unicodedata

from msgspec import Struct

_NUMBER = r"(-?\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?)\s*(万|亿)?\s*(%|‰|[^\W\d_][^\W\d_/²]{0,7}(?:/[^\W\d_]{1,4})?)?$"


def halfwidth(text: str) -> str:
    """Full-width letters, digits and signs as half-width ones."""
    return unicodedata.normalize("NFKC", text)


class Quantity(Struct, frozen=True):
    """A number as typed (thousands separators dropped), with 万 or 亿 kept, and its unit where one was given."""

    number: str
    unit: str = ""


def quantity(text: str) -> Quantity | None:
    """`88%`, `3.5万`, `1,200 元` as a Quantity; None where the text is no number."""
    match = re.fullmatch(_NUMBER, halfwidth(text).strip())
    if not match:
        return None
    return Quantity(match[1].replace(",", "") + (match[2] or ""), (match[3] or "").strip())


def show(number: str, unit: str) -> str:
    """A number with its unit as it is printed: `93%`, `300 元`, `3.5 万元`."""
    if unit in ("%", "‰"):
        return number + unit
    if number[-1] in "万亿":
        return f"{number[:-1]} {number[-1]}{_noun(unit)}"
    return f"{number} {_noun(unit)}".rstrip()


def before_chinese(shown: str) -> str:
    """A shown number as it stands before a Chinese word: a blank after a digit or sign, none after a Chinese unit."""
    return shown if "\u4e00" <= shown[-1:] <= "\u9fff" else f"{shown} "


def _noun(unit: str) -> str:
    """The unit of the number itself: of 元/人 only 元 is said of a figure."""
    return unit.split("/", maxsplit=1)[0].split("（", maxsplit=1)[0]
