"""What shows that a text names a number, a time or a result."""

from dutywriter.text.pattern import Pattern

PLACEHOLDER = "【待填"
_DATE = Pattern(
    r"\d{4}\s*[-/.]\s*\d{1,2}(?:\s*[-/.]\s*\d{1,2})?|\d{2,4}\s*年(?:度|底|末|初)?|\d{1,2}\s*月(?:份|底|初|末)?|\d{1,2}\s*[日号]|第?\s*\d\s*季度?|[QH]\d"
    r"|\d+\s*个?(?:工作日|自然日|季度|月|周|天|日)(?:之?内|以内|之?前)?|(?:目标|第)\s*\d+|\d{4}(?!\d|\s*[%％万元人次个])",
    "0123456789",
)
_NUMBER = Pattern(
    r"\d|百分之|翻[一两倍番]|[一二两三四五六七八九]成(?!为|本|交|功|效|果|员)|零(?!售|食|散|件|钱)|减半|[一二两三四五六七八九十百]+[万亿家个单倍场]"
)
_BARE_NUMBER = Pattern(r"(?:不?[低高少多大小]于|不?超过|达到?|[≥≤><＞＜=约到至])?\s*\d[\d,.]*\s*※?", "0123456789")
_DEADLINE = Pattern(
    r"\d{4}\s*[-/.年]|\d{1,2}\s*月|\d\s*季|[QH]\d|\d\s*(?:个?工作日|个?月|周|天|日)|[年月季周](?:底|末|初|度|中|内)|[本当今明次下上每各全][个]?(?:年|月|季|周|学期|财年)"
    r"|半年|[一二三四]季度|每[日天]|截止|期限|试用期|转正|财年|大促|双\s*1[12]|618|年[前内]"
)
_TIME = Pattern(
    r"每(?:[日天周月季年次班晚早场批单逢隔两半\d]|个?(?:工作日|星期|小时))|[日周月](?:[报度会例巡清结])|周[一二三四五六日末初]|[月季年](?:[初末底中]|度)|双周|半年|季报"
    r"|\d\s*※?\s*(?:个?小时|分钟|天|[日号时点]|个?工作日|个?月|周|年|:|：)|[当次隔][日天周月]|[一二两三四五六七八九十]个?(?:工作日|小时|天|日内|分钟|周内)"
    r"|(?<![提目超空])前(?![端期沿台景往提后置线来瞻述台三\d])|(?:结束|完成|上线|活动|收到|发生|验收|到货|开播|下播|会|下班|上班)之?后|按(?:项目|需|次|场|单|日|周|月)|随时|期间|逐[日周月]|全天"
)
_RESULT = Pattern(
    r"产出|输出|成果|交付|提交|形成|出具|留存|归档|报告|报表|台账|清单|方案|手册|记录|日报|周报|月报|纪要|档案|文档|[表单稿件书图](?=[，,。；;、）)]|$)|\d\s*[%％]|SOP|复盘|排期"
    r"|达到|不低于|不超过|以内|[≥≤]|模板|话术|文案|脚本|海报|视频|页面|系统|制度|流程|指引"
)


def has_number(text: str) -> bool:
    """Whether an amount stands there that is no date; what is still to be filled in counts."""
    return PLACEHOLDER in text or _NUMBER.search(_undated(text)) is not None


def is_bare_number(text: str) -> bool:
    """Whether there is a number and nothing that says of what."""
    return _BARE_NUMBER.fullmatch(text.strip()) is not None


def has_deadline(text: str) -> bool:
    """Whether a date or a period stands there."""
    return PLACEHOLDER in text or _DEADLINE.search(text) is not None


def has_time(text: str) -> bool:
    """Whether it says how often or when."""
    return PLACEHOLDER in text or _TIME.search(text) is not None


def has_result(text: str) -> bool:
    """Whether it says what comes of it."""
    return PLACEHOLDER in text or _RESULT.search(text) is not None


def _undated(text: str) -> str:
    """The text without its dates and periods."""
    kept, end = [], 0
    for match in _DATE.finditer(text):
        kept.append(text[end : match.start()])
        end = match.end()
    return " ".join((*kept, text[end:])) if kept else text
