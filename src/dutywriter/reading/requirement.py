"""Lines that say what a post requires of people, wherever they stand."""

from dutywriter.text.pattern import Pattern

_OPENINGS = """具备 具有 拥有 良好的 较强 有强 有好 有较强 有较好 优秀的 熟练 年龄 性别 男女 限男 限女 身体健康 五官 形象 普通话
    男， 男, 男性 男士 男生 女， 女, 女性 女士 女生 工作认真 责任心 吃苦 能吃苦 能承受 热爱 抗压 户籍"""
_BEGINNINGS = tuple(_OPENINGS.split())
_PATTERNS = (
    Pattern(r"(?:本科|大专|硕士|中专|高中|专科|统招)[^，。；]{0,6}(?:以上|毕业|在读)", "本专硕高统"),
    Pattern(r"\d\s?[年个][^，。；]{0,14}(?:经验|经历)", "经"),
    Pattern(r"(?:者|经验|背景|能力)[^，。；]{0,2}优先|优先(?:考虑|录用|录取)?[。；;！!.）)]*$", "优"),
    Pattern(r"^\d\d\s?[-~至到—]+\s?\d\d\s?周?岁|\d\d\s?周?岁(?:(?:以[下内上]|左右)者?)?(?:[，,。；;、]|优先|$)", "岁"),
)
_LONGEST = 80


def is_requirement(text: str) -> bool:
    """Whether a short line clearly speaks of who may hold the post, not of what is done there."""
    if len(text) >= _LONGEST:
        return False
    return "学历" in text or text.startswith(_BEGINNINGS) or any(pattern.search(text) for pattern in _PATTERNS)
