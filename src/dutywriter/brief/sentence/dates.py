"""The day on which the work begins, and the last day to apply."""

from collections.abc import Iterator

from dutywriter.brief.sentence.reading import Found, Reading
from dutywriter.text.days import DAY, day
from dutywriter.text.pattern import Pattern

_START = (
    Pattern(rf"{DAY}(?:之?前|左右|就?要|开始|就)?(?:能|可|必须|要)?(?:到岗|入职|上岗|报到|上班|进场|入场)", cue="入岗报班进"),
    Pattern(rf"(?:到岗|入职|上岗|报到|进场)(?:时间|日期)?(?:是|为|:|在|定在){{0,6}} *{DAY}", cue="入岗报进"),
)
_UNTIL = (
    Pattern(rf"{DAY}(?:之?前)?(?:截止|报名|投递?|为止|前有效|有效|下架|结束招聘|收简历)", cue="为名截投收效束架"),
    Pattern(
        rf"(?:截止|截至|报名|投递|招聘|投?简历|有效期|挂)(?:时间|日期|期限)?(?:是|为|:|到|至|在|截止|投|收|最晚|"
        rf"最迟){{0,6}} *{DAY}",
        cue="名截挂效简聘至递",
    ),
)


def facts(reading: Reading) -> Iterator[Found]:
    """Days with 到岗 or 入职, and with 报名 or 截止, beside them."""
    for key, patterns in (("start", _START), ("valid_until", _UNTIL)):
        for match in (match for pattern in patterns for match in pattern.finditer(reading.plain)):
            found = day(match, reading.today)
            if found:
                yield Found(key, found.isoformat(), (match.span(),))
