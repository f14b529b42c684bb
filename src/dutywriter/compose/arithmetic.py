"""Sums of a draft: shares that add up, and the steps from a present value to its target."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

_MULTIPLES = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}


def shares(weights: Sequence[int], total: int = 100, step: int = 5) -> list[int]:
    """`total` shared out by `weights` (each above 0) in multiples of `step`, every share at least one step.

    The rest goes to those who lose most by rounding, the first first. Where there are more weights than steps, the step is 1.
    """
    if not weights:
        return []
    if len(weights) * step > total:
        step = 1
    units = total // step
    exact = [units * weight / sum(weights) for weight in weights]
    parts = [max(int(part), 1) for part in exact]
    while sum(parts) != units:
        missing = sum(parts) < units
        by_loss = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place]) * (1 if missing else -1))
        place = next(place for place in by_loss if missing or parts[place] > 1)
        parts[place] += 1 if missing else -1
    return [part * step for part in parts]


def number(text: str) -> Decimal | None:
    """`3.5万` as 35000; None where the text is no number."""
    digits, multiple = (text[:-1], _MULTIPLES[text[-1]]) if text[-1:] in _MULTIPLES else (text, Decimal(1))
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
