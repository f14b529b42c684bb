"""What of a request no fact took, but for the words that only ask."""

from collections.abc import Iterable, Iterator

from dutywriter.brief.sentence.headings import WORDS as HEADINGS
from dutywriter.text.characters import HAN
from dutywriter.text.clauses import Span, phrases
from dutywriter.text.folded import folded
from dutywriter.text.pattern import Pattern

_LEAD = Pattern(r"(?:[\W_的]|(?<![^\W_])\d{1,2}[).、:](?!\d))+")
"""Signs, and the number of a list's item."""
_TAIL = " 、:;,.!?…~-·'\"/*>和与及跟"
_NOTHING = Pattern(
    r"(?:[你您]们?好|大家好|谢谢[你您了]?|多谢|感谢|麻烦[你您了]?|辛苦[你您了]?|拜托了?|请|帮忙|帮我|给我|一下|写|一[份个]|个|岗位职责|"
    r"[我甲乙]方|我司|[哈啊呀吧哦嗯啦了的]|那个|就是|在|[\W_]|.*:)*+(?:\d{1,2}|[一二三四五六七八九十]{1,2})?"
)
"""Politeness, headings and the numbers of a list."""
_ASKING = (
    # what is to be written
    "直播间 直播 训练营 跨境 电商 政务 说明书 文案 需求 怎么 东西 合同 附件 存档 人事 放在 放到 贴到 发到 "
    "用于 外包 代运营 驻场 写成 写 出 弄 搞 做 份 版 形式 一下 看看 想 内容 全称 稿子 手册 求职者 "
    # who asks
    "你们 您们 你 您 老师 谢谢 麻烦 帮 请 我们 我方 我司 我 咱们 咱 自家 自己 老板 领导 业务部门 单位 "
    "品牌 他们 他 她 它 其 双方 店铺 店里 门店 一家 "
    # asking for someone
    "急招 诚招 诚聘 招募 招收 现招 聘 找 缺 要 需 求 派驻 派 配 补 拟 安排 一个 一位 一名 一份 两个 "
    "个 名 位 枚 人员 人 岗 运营 专员 助理 专家 同事 刚毕业 独立 就行 赶紧 "
    # what stands before and behind an answer
    "承担 熟练 精通 维护 管理 管 带领 带 统管 覆盖 区域 片区 主要 核心 关键 关注 侧重 面向 盯 看 工作 "
    "上班 办公 坐班 干活 现场 那儿 那边 这边 平时 长期 常驻 驻 在 团队 手下 隶属 归 直属 直接 直管 "
    "硬条件 底线 硬性 底薪 税前 税后 到手 年包 每个月 每月 一个月 个月 一年 给 开 元 专业 以上 以内 左右 "
    "账号 站点 产品 领域 卖 后台 期限 期间 目前 现在 完成 做到 简历 投 每天 每日 一天 白班 夜班 早班 "
    "晚班 早场 晚场 制度 建议 服务 大概 兼顾 两边 两项 一条 "
    # words that join
    "能够 能 会 有 懂 得 可以 可 行 是 为 叫 到 从 把 由 对 和 与 跟 及 或 也 都 就 还 又 再 才 "
    "最好 先 这个 那个 这 那 其实 另外 然后 同时 而且 因为 所以 如果 但是 但 不 吧 啊 哈 呀 哦 嗯 呢 "
    "啦 了 的 地 着 过 之 等 里 上 下 去 来 让 更 说 今年 明年 这次 近期 刚 只 "
)
_FILLER = Pattern("|".join(sorted({*_ASKING.split(), *HEADINGS}, key=len, reverse=True)))
"""Words that say nothing more once the answer beside them is taken."""
_TWO = Pattern(f"(?={HAN}{HAN})")


def unused(text: str, taken: Iterable[Span]) -> Iterator[str]:
    """Each phrase of `text` that no span of `taken` touches, and the rest of those that one does, where they say something."""
    plain, spans = folded(text), sorted(taken)
    for phrase in phrases(plain):
        for span in _between(phrase, spans):
            start, end = _stripped(plain, span)
            if (_is_said if span == phrase else _adds)(plain[start:end]):
                yield text[start:end]


def _between(phrase: Span, spans: list[Span]) -> Iterator[Span]:
    """What of the phrase no span covers; `spans` are in order."""
    begin, end = phrase
    for start, stop in spans:
        if begin < min(start, end):
            yield begin, min(start, end)
        begin = max(begin, stop)
    if begin < end:
        yield begin, end


def _stripped(plain: str, span: Span) -> Span:
    """The span without the signs and particles at its ends."""
    start, end = span
    lead = _LEAD.match(plain, start, end)
    start = lead.end() if lead else start
    return start, start + len(plain[start:end].rstrip(_TAIL))


def _is_said(plain: str) -> bool:
    """Whether a phrase of which nothing was taken says anything."""
    return plain not in HEADINGS and not _NOTHING.fullmatch(plain)


def _adds(plain: str) -> bool:
    """Whether the rest of a phrase holds two Chinese characters side by side that belong to no filler."""
    filled = {place for match in _FILLER.finditer(plain) for place in range(*match.span())}
    return any(filled.isdisjoint((match.start(), match.start() + 1)) for match in _TWO.finditer(plain))
