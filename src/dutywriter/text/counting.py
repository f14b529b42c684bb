"""Numbers as they are spoken: 两, 十二, 八千五, 一万二, 1.5万."""

import re

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"两": 2, "俩": 2, "〇": 0}
_PLACES = {"十": 10, "百": 100, "千": 1_000, "k": 1_000, "万": 10_000, "w": 10_000}
NUMBER = r"(?:\d{1,9}(?:\.\d{1,4})?|[零一二两俩三四五六七八九十百]{1,7})"
"""A number without 千 or 万, in digits or Chinese."""
_ARABIC = re.compile(r"(\d+(?:\.\d+)?)([百千k万w]?)(\d)?")


def count(text: str) -> int | None:
    """The whole number that `text` names; None where it names none."""
    value = amount(text)
    return int(value) if value is not None and value == int(value) else None


def amount(text: str) -> float | None:
    """The number that `text` names: 12, 1.5万, 1万2, 十五, 一万二, 8k; None where it names none."""
    if match := _ARABIC.fullmatch(text):
        place = _PLACES.get(match[2], 1)
        if match[3] and place == 1:
            return None
        return float(match[1]) * place + int(match[3] or 0) * place / 10
    return _chinese(text)


def _chinese(text: str) -> float | None:
    """Place by place; a last digit without a place counts in the next lower one: 一万二 is 12000."""
    total, section, digit, place = 0, 0, None, 1
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
            place = 10 if character in "零〇" else place
        elif character in _PLACES:
            place = _PLACES[character]
            if place == _PLACES["万"]:
                total, section = (section + (digit or 0)) * place, 0
            else:
                section += (1 if digit is None else digit) * place
            digit = None
        else:
            return None
    if not text:
        return None
    last = (digit or 0) * (place // _PLACES["十"] if place > _PLACES["十"] else 1)
    return float(total + section + last)
