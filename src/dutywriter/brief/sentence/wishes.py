"""What is a must, and what a plus."""

import re
from collections.abc import Iterator

from dutywriter.brief.sentence.reading import HIDDEN, Found, Reading, items
from dutywriter.text.clauses import Span
from dutywriter.text.pattern import Pattern

_PLUS = (
    Pattern(
        r"(?:^|(?<=[,;。\n :\ue000]))(?P<plus>[^,;。\n: \ue000]{2,24}?)(?:的|(?<!好)者|的人|的话|的同学|的候选人|"
        r"人士)?(?:优先(?:考虑|录用)?(?=[,;。\n )]|$)|加分|最好(?=[,;。\n )]|$)|更好|更佳|尤佳|是加分项|为佳|的?加分项)",
        cue="优佳加尤更最项",
    ),
    Pattern(
        r"(?:最好(?:是|能)?|加分项?(?:是|:)|如果能|要是能) *(?P<plus>[^,;。\n]{2,20}?)(?:的|就更好|更好|吧|就好|最好|哈|了|"
        r"的人|的话)?(?=[,;。\n]|$)",
        cue="加如最能",
    ),
)
_HARD = r"(?:硬(?:性)?(?:条件|要求|指标|门槛|标准)|必须的?|必备|底线|刚需|门槛|前提|必要条件)"
_ENDS = r"(?:吧|就行|就可以|哈|啊|哦|呢|才行|最重要|即可|就好|的)?(?=[,;。\n )]|$)"
_MUST_AFTER = Pattern(
    rf"(?:^|(?<=[,;。\n \ue000)]))(?P<must>[^,;。\n \ue000()]{{2,14}}?)(?:(?:是|为|算|都是|属于)(?:个)?{_HARD}|必须|"
    rf"\((?:必须|必备|硬性)\))(?=[,;。\n )]|$)",
    cue="(刚备提条槛硬线须",
)
_MUST_BEFORE = Pattern(
    rf"(?:必须|务必|一定[要得]|硬性要求|硬条件)(?:要|得|是|:| ){{0,6}}(?P<must>[^,;。\n \ue000]{{2,20}}?){_ENDS}", cue="务定性硬须"
)
_MUST_LIST = Pattern(
    r"(?:要求|要|得|需要?) *(?P<must>(?:能|会|有|懂|可)[^,;。\n 、\ue000]{1,10}(?:、[^,;。\n 、\ue000]{2,8})+)(?=[,;。\n ]|$)",
    cue="、",
)
_MUST_OF_POST = Pattern(
    r"[个名位招找要\ue000](?P<must>(?:能|会|懂|有)[^,;。\n \ue000的]{1,8})的(?=[^,;。\n]{0,8}(?:运营|编辑|策划|督导|场控|"
    r"中控|专员|主管|经理|分析|\ue000)|[,;。\n]|$)",
    cue="的",
)
_NO_DEMAND = Pattern(r"^会?用?$|上班$|加班$|在岗|^(?:人|的)|到岗|汇报|坐班|双休")
_MUST = Pattern(
    r"(?:^|(?<=[,;。\n :、]))(?:并且|而且|还|也|另外|同时|然后|人|要求|一定|需?要求|关键是?|"
    r"主要是?){0,6}(?P<lead>必须|务必|一定要|得|要|需要|需|必备|要求|硬性要求|硬性)?(?:得|要|是)?(?P<must>(?:(?:能够?|会|有|"
    r"懂|持有?|具备|可以?|接受|自带|自己有|自己会|住(?!宿)|普通话|英语|日语|韩语|粤语)[^,;。\n \ue000、]{1,14}?|"
    r"[^,;。\n \ue000]{0,6}(?:证书?|驾照|六级|四级)))(?:吧|就行|就可以|哈|啊|哦|呢|的|这种|之类|才行|最重要|即可|就好|的人|"
    r"优先)?(?=[,;。\n ]|$|、(?=[能会有懂持可]))"
)
_NOT_MUST = Pattern(
    r"^有[效关利助]|^会(?:员|展|计|议|场|费|用?$)|^带\d|^带[一二两三四五六七八九十]|^有(?:店|公司)|(?:经验|背景|优先|"
    r"加分|学历|年|双休|薪|"
    r"提成|奖金|社保|公积金|五险|包吃|补贴|班车|团队|下属|店|群$|宿舍|食堂|个人|几个|一个|的(?:运营|活动|短视频|编辑|新媒体|"
    r"电商)|\d人|活动$|要做|运营$|客户$|什么|哪|不|没|最好|工单)"
)


def plus(reading: Reading) -> Iterator[Found]:
    """What is 优先 or 加分."""
    for span in reading.under("plus"):
        for start, end in items(reading.plain, span):
            yield reading.said("plus", (start, end))
        reading = reading.without([span])
    for pattern in _PLUS:
        for match in pattern.finditer(reading.plain):
            yield _stripped(reading, match)
        reading = reading.without(span for match in pattern.finditer(reading.plain) for span in _stripped(reading, match).spans)


def _stripped(reading: Reading, match: re.Match[str]) -> Found:
    """The wish without the words that only lead to it."""
    start, end = match.span("plus")
    apart = re.compile(r".*、(?=[能会有懂持])").match(reading.plain, start, end)
    start = apart.end() if apart else start
    lead = re.compile(r"(?:其中|另外|如果|要是|若|最好是?|能|有(?!.)|而且|还|如|以及)+(?=..)").match(reading.plain, start, end)
    start = lead.end() if lead and lead[0] != "能" else start
    return Found("plus", reading.text[start:end].strip(), ((start, match.end()),))


def must(reading: Reading) -> Iterator[Found]:
    """What the person must be able to do or must have."""
    for span in reading.under("must"):
        for start, end in items(reading.plain, span):
            yield reading.said("must", (start, end))
        reading = reading.without([span])
    for pattern in (_MUST_AFTER, _MUST_BEFORE, _MUST_LIST, _MUST_OF_POST, _MUST):
        for match in pattern.finditer(reading.plain):
            if HIDDEN not in match["must"] and not reading.is_covered(match.start("must")):
                yield from _demands(reading, match.span("must"), hard=pattern in (_MUST_AFTER, _MUST_BEFORE))
        reading = reading.without(match.span() for match in pattern.finditer(reading.plain))


def _demands(reading: Reading, span: Span, *, hard: bool) -> Iterator[Found]:
    """Each of the things that are asked for, where such a thing is asked of a person."""
    for start, end in items(reading.plain, span):
        said = reading.plain[start:end]
        if not (_NO_DEMAND if hard else _NOT_MUST).search(said):
            yield reading.said("must", (start, end))
