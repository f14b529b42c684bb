"""Numbers that a user typed, and the steps from one to another; loaded only where there are such numbers."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

MULTIPLES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}


def number(text: str) -> Decimal | None:
    """`3.5万` as 35000; None where the text is no number."""
    digits, multiple = (text[:-1], MULTIPLES[text[-1]]) if text[-1:] in MULTIPLES else (text, Decimal(1))
    try:
        return Decimal(digits) * multiple
    except ArithmeticError:
        return None


def steps(present: Decimal, target: Decimal, count: int) -> list[Decimal]:
    """The values to be reached after each of `count` equal parts of the way; the last is the target."""
    return [present + (target - present) * place / count for place in range(1, count + 1)]


def rounded(value: Decimal, like: Sequence[Decimal]) -> str:
    """`value` with one more decimal than the numbers it comes from, noughts at its end dropped: 12.50 as 12.5."""
    decimals = max(max(-int(example.normalize().as_tuple().exponent), 0) for example in like) + 1
    text = f"{value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
