"""What the work is about."""

from collections.abc import Iterator

from msgspec.structs import replace

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.text.pattern import Pattern

_IN_CHARGE = (
    r"(?<!不)(?:负责|承担|分管|管着|专管|(?<![主监掌保看托兼只])管(?![理人他她它控着辖这那用好带账片]|得|不|团队))"
    r"(?:的?是|一下|整个|我们的?|公司的?|咱们的?|:)?"
)
_MAINLY = (
    r"(?:主要(?:是|就是)?(?:做|搞|弄|抓|维护|对接)|重点(?:是|做|抓|放在|在|搞)|侧重(?:于|在|点?是)?|偏(?:重|向)?|主攻|主抓|"
    r"核心(?:工作)?是|专门做|专门搞|工作(?:内容)?(?:主要|就)?是)"
)
_WORK = (
    r"(?P<focus>(?:[^,;。\n \ue000]|(?<=[a-z0-9]) | (?=[a-z0-9])){2,30}?)"
    r"(?:这块|这一块|这些|等?的?工作|等等|等|上|吧|哈|的)?(?=[,;。\n ]|$)"
)
_FOCUS = (Pattern(rf"(?:主要)?{_IN_CHARGE}{_WORK}", cue="负承管"), Pattern(rf"{_MAINLY}{_WORK}", cue="主作侧偏抓搞攻核重门"))
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
            if not _NOT_FOCUS.search(match["focus"]) and not reading.is_covered(match.start()):
                yield replace(reading.found("focus", match, "focus"), shared=True)
