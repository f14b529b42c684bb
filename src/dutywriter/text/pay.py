"""Pay as people type it: 8000-12000, 8-12K, 1-1.5万, 15-20万/年, 9K·13薪, 9-13K加提成."""

import re

from msgspec import Struct

from dutywriter.text.numbers import halfwidth

_PART = r"(\d+(?:\.\d+)?)(k|千|万)?元?"
_EXTRA = r"(?:\+|加|另有|另加|外加)?(提成|奖金|绩效奖金|绩效|年终奖)(?:另算|另计)?"
_PAY = re.compile(
    rf"{_PART}(?:(?:-|~|—|至|到){_PART})?(?:/|每)?(月|年)?(?:薪资?)?[,;，·x*×]*(?:(\d{{2}})薪)?[,;，·]*(?:{_EXTRA})?",
    re.IGNORECASE,
)
_TIMES = {"k": 1_000, "千": 1_000, "万": 10_000}
MOST = 100_000_000
MONTHS = range(12, 25)


class Pay(Struct, frozen=True):
    """A range of pay in yuan a month or a year.

    `months` is the number of monthly pays a year where one was said, `extra` what comes besides (提成).
    """

    least: int
    most: int
    unit: str = "月"
    months: int | None = None
    extra: str = ""

    def __str__(self) -> str:
        amount = f"{self.least:,}" if self.least == self.most else f"{self.least:,}-{self.most:,}"
        months, extra = f"，{self.months} 薪" if self.months else "", f"，另有{self.extra}" if self.extra else ""
        return f"{amount} 元/{self.unit}{months}{extra}"


def pay(text: str) -> Pay | None:
    """The range that `text` names; None where it names none, or one that turns back."""
    match = _PAY.fullmatch(re.sub(r"[\s,](?=\d{3}(?!\d))|\s", "", halfwidth(text)))
    if not match:
        return None
    low, low_unit, high, high_unit, unit, months, extra = match.groups()
    most = _yuan(high or low, high_unit or low_unit)
    least = _yuan(low, low_unit or high_unit) if high else most
    if not 0 < least <= most <= MOST or (months and int(months) not in MONTHS):
        return None
    return Pay(least, most, unit or "月", int(months) if months else None, extra or "")


def _yuan(number: str, unit: str | None) -> int:
    return round(float(number) * _TIMES.get((unit or "").lower(), 1))
