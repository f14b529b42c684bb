"""How lines and duties read in every text format."""

import re
from collections.abc import Iterator

from dutywriter.draft import Duty, Line
from dutywriter.text.marked import Spanned

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` with � for what has no shape or would turn the reading direction."""
    return _UNPRINTABLE.sub("�", text)


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
