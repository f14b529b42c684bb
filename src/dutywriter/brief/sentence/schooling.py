"""Schooling and years of experience."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import SURE, Found, Reading
from dutywriter.text.counting import NUMBER, amount, count
from dutywriter.text.pattern import Pattern

_DEGREE = r"(?:全日制|统招)?(?:初中|中专|高中|职高|大专|专科|本科|硕士|研究生|博士)(?:/(?:中专|高中|大专|本科))?"
_EDUCATION = Pattern(
    rf"(?P<degree>{_DEGREE})(?:学历|毕业)?(?P<up>(?:及|或|或者)?以上|起步?|往上)?(?:学历)?(?!院校|生|毕业设计)",
    cue="中初博大研硕科高",
)
_ANY_EDUCATION = Pattern(
    r"学历(?:要求|方面|嘛|呢|上|这块|的话){0,6}[,: ]{0,6}(?:也|都|就)?(?:不限|没要求|没有要求|无要求|不要求|不卡|不看|"
    r"随便|不设限|"
    r"不做要求|无所谓|不作要求|:?无|不重要|不是问题|没限制)|(?:不限|不要求|不看|不卡|不论|不挑|不设|不管|无|没有?|"
    r"对)学历(?:门槛|要求|限制)?(?:不限|没要求|无要求|不做要求)?",
    cue="历",
)
_ANY_OF_BOTH = Pattern(
    r"(?:学历|经验)[和、与跟/]{0,6}(?:学历|经验)(?:要求)?(?:都|均|也|全){0,6}(?:不限|没要求|不要求|无要求|不作要求|不卡)",
    cue="历验",
)
_WISHED = Pattern(r"(?:最好|优先|加分|更好|更佳|也行的?优先)")
_YEARS = rf"(?P<n>{NUMBER})(?: *(?:-|~|到|至|、)? *(?P<n2>\d{{1,2}}|[一二三四五六七八九十]))? *年"
_EXPERIENCE = (
    Pattern(
        rf"(?:至少|最少|起码|不低于|不少于|满|具备|有|要|需)(?:有|要)?{_YEARS}(?:及?以上|起|多|左右)?(?!薪|内|底|期|合同|"
        rf"的?合同|周期)",
        cue="年",
    ),
    Pattern(
        rf"{_YEARS}(?!以?内)(?:(?:及|或)?以上|起步?|往上|\+|左右|多)?(?:的)?[^,;。\n]{{0,14}}?(?:经验|经历|工龄|从业)",
        cue="从历验龄",
    ),
    Pattern(
        rf"(?:经验|年限|干过|做过|从业|工龄|工作)(?:要求|至少|年限|不低于|要|满|过|有|得|:|在| ){{0,6}}{_YEARS}(?:(?:及|"
        rf"或)?以上)?",
        cue="年",
    ),
    Pattern(rf"(?<![\d.]){_YEARS}(?:(?:及|或)?以上|起步|往上|\+)", cue="+以往步"),
    Pattern(r"(?:^|[,;。\n ])(?P<n>\d{1,2}|[一两二三四五六七八十])(?P<n2>)年(?:左右|以上)?(?=[,;。\n ]|$)", cue="年"),
    Pattern(r"(?:^|[,;。\n 、])(?P<n>\d{1,2})-(?P<n2>\d{1,2}) *年(?=[,;。\n 、]|$)", cue="-"),
)
_MOST_YEARS = 30
_PERIOD = Pattern(r"(?:合同|周期|项目|服务期|公司|成立|签|合作|已经|为期|工期|驻场期?|租期|我们)[^,;。\n]{0,4}$")
_NO_EXPERIENCE = Pattern(
    r"经验(?:要求|方面)?(?:不限|没要求|无要求|不要求|不作要求|不做要求|不设限|随便|不卡|无所谓|没限制|:?无)|(?:不限|"
    r"不要求|不看|不卡|无需|不需要|不用有?|没有?|无|零|0)(?:相关|工作|任何|行业){0,6}经验(?:要求|限制)?(?:也|都)?(?:可以?|"
    r"行|ok|要求|能|$|没关系|的也|均可|[,;。\n ])?|应届(?:毕业)?生?(?:也|都|均|就)?(?:可以?|行|ok|能|欢迎|考虑|接受|"
    r"没问题)|(?:接受|可以?|欢迎|考虑|(?<!不)招)应届|小白(?:也|都)?(?:可以?|行|能)|新手(?:也|都)?(?:可以?|行)",
    cue="届手白验",
)


def education(reading: Reading) -> Iterator[Found]:
    """The degree that is asked for; what is only wished for is none."""
    for match in _ANY_OF_BOTH.finditer(reading.plain):
        yield Found("education", "不限", (match.span(),), SURE, shared=True)
        reading = reading.without([match.span()])
    for match in _ANY_EDUCATION.finditer(reading.plain):
        yield Found("education", "不限", (match.span(),), SURE)
    reading = reading.without(match.span() for match in _ANY_EDUCATION.finditer(reading.plain))
    for match in _EDUCATION.finditer(reading.plain):
        if not reading.is_covered(match.start()) and not _is_wished(reading, match):
            degree = reading.text[slice(*match.span("degree"))].replace("专科", "大专")
            yield Found("education", f"{degree}及以上" if match["up"] else degree, (match.span(),))


def _is_wished(reading: Reading, match: re.Match[str]) -> bool:
    """Whether the degree would only be welcome."""
    after = reading.plain[match.end() : match.end() + len("更好")]
    return bool(_WISHED.search(reading.before(match.start())) or _WISHED.match(after))


def experience(reading: Reading) -> Iterator[Found]:
    """The least years of experience."""
    for span in reading.under("experience"):
        if re.compile("不限|无|不要求|应届").match(reading.plain, *span):
            yield Found("experience", "0", (span,), SURE)
    for match in (*_ANY_OF_BOTH.finditer(reading.plain), *_NO_EXPERIENCE.finditer(reading.plain)):
        yield Found("experience", "0", (match.span(),), SURE)
    for pattern in _EXPERIENCE:
        for match in pattern.finditer(reading.plain):
            years = _least(match)
            if years is not None and not _PERIOD.search(reading.before(match.start("n"))):
                yield Found("experience", str(years), (match.span(),))
        reading = reading.without(match.span() for match in pattern.finditer(reading.plain))


def _least(match: re.Match[str]) -> int | None:
    """The least number of years: of 1-3 and of 两三 the first."""
    number = match["n"]
    if len(number) == len("两三") and "十" not in number and not number.isdecimal():
        number = number[0]
    years = amount(number)
    return (
        int(years) if years is not None and years <= _MOST_YEARS and (not match["n2"] or count(match["n2"]) is not None) else None
    )
