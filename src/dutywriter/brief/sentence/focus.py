"""What the work is about."""

from collections.abc import Iterator

from msgspec.structs import replace

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.text.pattern import Pattern

_FOCUS = (
    Pattern(
        r"(?:主要)?(?<!不)(?:负责|分管|管着|专管)(?:的?是|一下|整个|我们的?|公司的?|咱们的?|:)?(?P<focus>(?:[^,;。\n \ue000]|"
        r"(?<=[a-z0-9]) | (?=[a-z0-9])){2,30}?)(?:这块|这一块|这些|等工作|的工作|等等|等|吧|哈|的)?(?=[,;。\n ]|$)"
    ),
    Pattern(
        r"(?:主要(?:是|就是)?(?:做|搞|弄|抓|维护|对接)|重点(?:是|做|抓|放在|在|搞)|侧重(?:于|在|点?是)?|偏(?:重|向)?|主攻|主抓|"
        r"核心(?:工作)?是|专门做|专门搞|工作(?:内容)?(?:主要|就)?是)(?P<focus>(?:[^,;。\n \ue000]|(?<=[a-z0-9]) |"
        r" (?=[a-z0-9])){2,30}?)(?:这块|这一块|这些|等工作|的工作|等等|等|上|吧|哈|的)?(?=[,;。\n ]|$)"
    ),
)
_LIST = Pattern(r" *\d|.{40}|.*\n *\d")
"""A list of duties rather than a word on what the work is about."""
_NOT_FOCUS = Pattern(r"^(?:人|的|我|你|他|不|就)|\d|率$|汇报")


def facts(reading: Reading) -> Iterator[Found]:
    """What the work is about."""
    for span in reading.under("focus"):
        if not _LIST.match(reading.plain, *span):
            yield replace(reading.said("focus", span, SURE), shared=True)
    for pattern in _FOCUS:
        for match in pattern.finditer(reading.plain):
            if not _NOT_FOCUS.search(match["focus"]):
                yield replace(reading.found("focus", match, "focus"), shared=True)
