"""What kind of document is wanted, and how long."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import Found, Reading
from dutywriter.text.clauses import around

_KINDS = {
    "招聘": r"招聘(?:启事|文案|信息|广告|帖子?|jd|海报|公告|简章|文|版|用|软件|网站?|平台|页)|boss(?:直聘)?|智联|前程无忧|猎聘|"
    r"拉勾|58同城|51job|招聘上|发招聘|校招网",
    "驻场附件": r"(?:合同|服务|驻场|协议)的?附件|附件(?:用|版)|作为附件|附在合同",
    "说明书": r"说明书|存档|归档|签字",
    "任务清单": r"任务清单|任务表|check ?list|清单|打钩|打勾",
    "正文": r"正文|放进报告|放报告里",
}
_LENGTHS = {
    "精简": r"(?:写得?|弄|搞|整|来个?|要|内容|尽量|篇幅)?(?:简单|简短|精简|简洁|简练|短)(?:一?点|些|版|的?就行|为主|即可|$|"
    r"[,;。\n ])|一页(?:纸|以内|就|内|版|a4|够|$|[,;。 ])|(?:别|不要|不用|不必|无需)(?:写|搞|弄|整)?(?:得|的)?(?:太|"
    r"那么|这么)?(?:长|啰嗦|罗嗦|复杂|多字)|三言两语|精简|一页纸",
    "详尽": r"(?<!不用)(?<!不要)(?<!不用太)(?<!别太)(?<!不用写太)(?<!不需要太)(?:写|弄|整|要|越|尽量|内容)?(?:得|的)?(?:详细|"
    r"详尽|仔细|完整|全面?)(?:一?点|些|版|越好|写)|详尽|写全(?:一?点|面)?|越细越好|越详细越好|写详细|详细写|写细",
    "标准": r"(?:篇幅|长度)(?:用|按|:|是)?标准|标准(?:篇幅|长度|版)",
}


def facts(reading: Reading) -> Iterator[Found]:
    """The kind of document and its length, where the request names them."""
    for key, words in (("kind", _KINDS), ("length", _LENGTHS)):
        for name, pattern in words.items():
            for match in re.finditer(pattern, reading.plain):
                if "无所谓" in reading.plain[slice(*around(reading.phrases, match.start()))]:
                    continue
                if key == "length" or not reading.is_denied(*match.span()):
                    yield Found(key, name, (match.span(),))
