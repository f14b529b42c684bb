"""How lines and duties read in every text format."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dutywriter.draft import Duty, Line
from dutywriter.text.marked import Spanned

TOGETHER = " · 协作："
_BELOW = re.compile(r"(.*?)(?: · 标准：(.*?))?(?: · 产出：(.*?))?(?: · 协作：(.*))?\Z", re.DOTALL)


class Details(Struct, frozen=True):
    """What stands below a duty, as people read it; None for what is not there."""

    frequency: str
    timing: str | None
    standard: str | None
    deliverable: str | None
    partners: tuple[str, ...]


def shown(line: Line) -> str:
    """The line as people read it: suggestions carry ※."""
    return Spanned(line.text, line.suggested).marked()


def details(duty: Duty) -> Iterator[tuple[str, str]]:
    """What stands under a duty, as pairs of label and text: when, how well, with what result, with whom."""
    timing = shown(duty.timing) if duty.timing else ""
    yield "时间", f"{duty.frequency}，{timing}" if timing else duty.frequency
    if duty.standard:
        yield "标准", shown(duty.standard)
    if duty.deliverable:
        yield "产出", shown(duty.deliverable)
    if duty.partners:
        yield "协作", "、".join(duty.partners)


def below(duty: Duty) -> str:
    """What stands under a duty, in one line: 每周，周一 · 标准：… · 产出：… · 协作：…."""
    return " · ".join(text if label == "时间" else f"{label}：{text}" for label, text in details(duty))


def details_of(text: str) -> Details:
    """The details that `below` made `text` of, as far as can be told. `below` gives `text` again."""
    found = _BELOW.match(text)
    when, standard, deliverable, partners = found.groups() if found else (text, None, None, None)
    frequency, comma, timing = when.partition("，")
    together = () if partners is None else tuple(partners.split("、"))
    return Details(frequency, timing if comma else None, standard, deliverable, together)
