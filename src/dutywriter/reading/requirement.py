"""Lines that say what a post requires of people, wherever they stand."""

from dutywriter.text.pattern import Pattern

_REQUIREMENT = Pattern(
    r"学历|(?:本科|大专|硕士|中专|高中|专科|统招)[^，。；]{0,6}(?:以上|毕业|在读)|\d\s?[年个][^，。；]{0,14}(?:经验|经历)"
    r"|(?:者|经验|背景|能力)[^，。；]{0,2}优先|优先(?:考虑|录用|录取)?[。；;！!.）)]*$"
    r"|^(?:具备|具有|拥有|良好的|较强的?|有较?[强好]的?|优秀的|熟练|年龄|性别|男女|限[男女]|身体健康|五官|形象|普通话"
    r"|[男女][，,性士生]|工作认真|责任心|能?吃苦|能承受|热爱|抗压|户籍|\d\d\s?[-~至到—]+\s?\d\d\s?周?岁)"
    r"|\d\d\s?周?岁(?:(?:以[下内上]|左右)者?)?(?:[，,。；;、]|优先|$)",
    "学本硕专高统经优具拥良较有熟年性男限身五形普女责吃能热抗户岁工",
)
_LONGEST = 80


def is_requirement(text: str) -> bool:
    """Whether a short line clearly speaks of who may hold the post, not of what is done there."""
    return len(text) < _LONGEST and _REQUIREMENT.search(text) is not None
