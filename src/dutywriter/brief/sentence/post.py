"""The post itself: role, level and title."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.fields import level_names, role_names
from dutywriter.brief.kinds import fold
from dutywriter.brief.sentence import operators
from dutywriter.brief.sentence.reading import HIDDEN, LIKELY, SURE, Found, Reading
from dutywriter.brief.sentence.site import ONSITE
from dutywriter.catalogue.model import Catalogue
from dutywriter.text.clauses import Span
from dutywriter.text.lexicon import Lexicon, Mention
from dutywriter.text.pattern import Pattern

_WANTED = Pattern(r"(?:招|找|要|缺|来|派|写|岗位|职位|做|补|求|设|职务|方向)[^;。\n]{0,20}$")
_NOT_THIS_BEFORE = Pattern(
    r"(?:(?:配合|协助|协同|支持|对接|联动|衔接)[^,;。\n]{0,8}|带|带领|管理|从事过?|做过|干过|当过|有过|汇报给|转岗|"
    r"原来是|以前是|包括|交给|辅助|指导|隔壁)(?:\d+|[一二两三四五六七八九十几])?[个名位]?(?:我们的?|资深|公司|其他)?$"
)
_NOT_THIS_AFTER = Pattern(
    r"(?:的)?(?:工作)?(?:经验|背景|出身|团队|部门?(?!招)|总监汇报|经历|同事|那边|配合|一起|对接|协作|优先|相关(?:经验|工作)|"
    r"数据分析|小组|中心|转岗|知识|课程)"
)
_BARE_AFTER = Pattern(r" *(?:专员|助理|(?<!产品)主管|(?<!产品)经理|负责人|总监|组长|实习生?|岗(?!亭)|的?岗位|方向|小编|编辑|运营)")
_BARE_ALONE = Pattern(r"(?:^|[\n,;。: /])$")
_BARE_CALLED = Pattern(
    r"(?:诚?招聘?|缺)$|(?:招聘?|找|缺|要)[^,;。\n]{0,14}的$|(?:招聘?|找|缺|要)(?:个|一个|一名|两个|几个|名|位|"
    r"[\d一两三]+[个名位人]|\ue000+)(?:做|搞|弄)?(?:的)?$|(?:岗位|职位|角色|职务)(?:是|:|为)? *$"
)
_BARE_SUFFIX = Pattern(r" *(?:$|[,;。\n ]|的(?=[,;。\n]|$)|的人)")
_STRONG_ENDS = ("运营", "专员", "编辑", "分析师", "督导", "场控", "中控", "运营师", "管理员", "区域经理", "驻场")
_OF_SEVERAL = Pattern(r"[双多两三四各全跨]$")
"""Before 平台运营: one who works on several platforms, not one who runs a platform."""
_BEYOND_DOUBT = 3
"""The score from which the first of two posts is taken."""
_LEVEL_AFTER = Pattern(
    r"(?:[的 (,]|运营|岗|级别|岗位|\(|-|·){0,6}(?P<level>高级专员|资深专员|专员|小组长|组长|主管|经理|总监|负责人|助理|督导|"
    r"实习生?)(?!汇报|说|要求|直管|带|面试|那|的团队|级以上)"
)
_LEVEL_BEFORE = Pattern(
    r"(?P<level>资深|初级|实习|高级专员|主管级别?的?|经理级别?的?|总监级别?的?|专员级别?的?|主管|经理|专员|助理)(?: |的|\(|"
    r"岗|级){0,6}$"
)
_LEVEL_SAID = Pattern(
    r"(?:招聘?|找|要|缺|需要|定|按|算|是|级别|职级)(?:了|在|的|是|为|:|到|个|一个|一名|[\d一两三]+[名个位人]|名|位|"
    r"[ \ue000]){0,6}(?P<level>高级专员|资深专员|专员|小组长|组长|主管|经理|总监|负责人|助理|实习生)(?:级别?|岗|"
    r"的?(?=[,;。\n ]|$)|位|来)"
    r"|(?<=运营)(?P<plain>专员|主管|经理|助理|实习生)(?!汇报|说|直管)"
    r"|(?P<rank>专员|主管|经理|总监|组长|负责人)(?:级别|级(?!别?以上)|岗)",
    cue="主习助员岗深理监级组负高",
)
_NOT_LEVEL_BEFORE = Pattern(
    r"(?:向|跟|对|上级|领导|我是|老板|由|归|配合|协助|带|管|客户|产品|项目|店|大堂|客服|他|她|有|做过)[^,;。\n]{0,6}$"
)
_LEVEL_WORDS = {"实习": "专员", "实习生": "专员", "督导": "主管"}
_TITLE = Pattern(
    r"(?:岗位名称?|职位名称?|职位|岗位|title|头衔|名称|名字|对外)(?:就|统一|写成|要)?(?:还是)?(?:叫做?|写成?|是叫|定为|"
    r"title是|名称是) *\"?(?P<title>[\w/()·\-]{2,20})|title(?:是|:|就是)? *(?P<english>[\w/()·\-]{2,20})",
    cue="i写叫定称",
)


class _Post(Struct, frozen=True):
    """A mention of a post: its canonical role, the name it goes by, and how surely it is the one to be written."""

    role: str
    name: str
    span: Span
    score: int


def facts(reading: Reading) -> Iterator[Found]:
    yield from _title(reading)
    posts = _posts(reading)
    best = max(posts, key=lambda post: (post.score, -post.span[0]), default=None)
    if best and best.score > 0 and not _contested(best, posts):
        listed = fold(best.name) in map(fold, role_names(reading.catalogue))
        yield Found("role", best.role, (best.span,), SURE, shared=not listed)
        yield from _brought(best, reading.catalogue)
        yield from _level_beside(reading, best)
    elif not posts:
        yield from _without_trade(reading)
    yield from _level(reading)


def _without_trade(reading: Reading) -> Iterator[Found]:
    """The post where no trade is named: what the client's site says of it, or the platforms."""
    site = list(_by_site(reading))
    platform = operators.of_platforms(reading)
    if platform and not site:
        yield Found("role", platform.meaning, ((platform.start, platform.end),))
    yield from site


def _by_site(reading: Reading) -> Iterator[Found]:
    """The post at a client's, where no trade is named."""
    match = ONSITE.search(reading.plain)
    if match and not reading.is_denied(*match.span()):
        yield Found("role", "驻场", (match.span(),), SURE)


def _contested(best: _Post, posts: list[_Post]) -> bool:
    """Whether another role is said as surely to be the post."""
    return any(post.score == best.score and post.role != best.role and best.score < _BEYOND_DOUBT for post in posts)


def _brought(post: _Post, catalogue: Catalogue) -> Iterator[Found]:
    """What the role's name says besides the role."""
    for entry in catalogue.entries:
        for name, sets in entry.sets.items():
            if fold(name) == fold(post.name):
                for key, text in sets.items():
                    if key in ("platform", "business", "focus", "level"):
                        yield Found(key, text, (post.span,), 1)


def _posts(reading: Reading) -> list[_Post]:
    posts = []
    for mention in _mentions(reading):
        if reading.is_denied(mention.start, mention.end):
            continue
        score = _score(reading, mention)
        if score:
            posts.append(_Post(mention.meaning, mention.name, (mention.start, mention.end), score))
    return posts


def _mentions(reading: Reading) -> list[Mention]:
    """Names of roles; and 运营 that is named by its platform."""
    names = role_names(reading.catalogue) | operators.titles(reading.catalogue)
    listed = list(Lexicon(names).mentions(reading.plain))
    taken = {place for mention in listed for place in range(mention.start, mention.end)}
    others = [each for each in operators.beside_platforms(reading) if taken.isdisjoint(range(each.start, each.end))]
    trade = [mention for mention in (*listed, *others) if mention.meaning != "驻场运营"]
    return trade or listed


def _score(reading: Reading, mention: Mention) -> int:
    """How surely a mention is the post to be written: 0 where it is another's or no post at all."""
    before, after = reading.before(mention.start), mention.end
    headed = any(start <= mention.start < end for start, end in reading.under("role", "title"))
    strong = mention.name.endswith(_STRONG_ENDS)
    level_after = bool(_BARE_AFTER.match(reading.plain, after))
    if mention.name == "平台运营" and _OF_SEVERAL.search(before):
        return 0
    if not headed and (_NOT_THIS_BEFORE.search(before) or _NOT_THIS_AFTER.match(reading.plain, after)):
        return 0
    if not strong and not headed and not level_after and not (_bare_post(reading, mention)):
        return 0
    wanted = bool(_WANTED.search(before))
    leads = not reading.plain[: mention.start].strip()
    return 1 + 4 * headed + 2 * leads + 2 * wanted + level_after


def _bare_post(reading: Reading, mention: Mention) -> bool:
    """Whether a bare name (直播, 电商) is a post: the whole of its clause, or what is hired."""
    before = reading.before(mention.start)
    whole = _BARE_ALONE.search(before) or not before.strip()
    called = _BARE_CALLED.search(before)
    return bool((whole or called) and _BARE_SUFFIX.match(reading.plain, mention.end))


def _level_beside(reading: Reading, post: _Post) -> Iterator[Found]:
    """A level word that stands right at the role's name."""
    after = _LEVEL_AFTER.match(reading.plain, post.span[1])
    before = _LEVEL_BEFORE.search(reading.before(post.span[0]))
    inside = next((word for word in ("专员", "主管", "经理") if word in post.name), "")
    if after:
        yield _level_found(reading, after)
    elif before and not _NOT_LEVEL_BEFORE.search(reading.before(post.span[0])[: before.start("level")]):
        start = post.span[0] - len(before[0])
        yield Found("level", _level_name(reading, before["level"]), ((start, start + len(before["level"])),), SURE)
    elif inside:
        yield Found("level", inside, (post.span,), LIKELY)


def _level_found(reading: Reading, match: re.Match[str], group: str = "level") -> Found:
    return Found("level", _level_name(reading, match[group]), (match.span(group),), SURE)


def _level_name(reading: Reading, word: str) -> str:
    plain = re.sub(r"级?别?的?$", "", word)
    return _LEVEL_WORDS.get(plain) or level_names(reading.catalogue).get(plain, plain)


def _level(reading: Reading) -> Iterator[Found]:
    for span in reading.under("level"):
        yield reading.said("level", span, SURE)
    for match in _LEVEL_SAID.finditer(reading.plain):
        group = match.lastgroup or "level"
        before = reading.before(match.start(group))
        if not _NOT_LEVEL_BEFORE.search(before) and not reading.is_denied(*match.span()):
            yield Found("level", _level_name(reading, match[group]), (match.span(group),), LIKELY)


def _title(reading: Reading) -> Iterator[Found]:
    for span in reading.under("title"):
        yield replace(reading.said("title", span, SURE), shared=True)
    for match in _TITLE.finditer(reading.plain):
        group = "title" if match["title"] else "english"
        if HIDDEN not in match[group]:
            yield replace(reading.found("title", match, group), shared=True)
