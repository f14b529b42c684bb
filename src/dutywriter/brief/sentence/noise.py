"""What a request says of others than the post: past years, competitors, head offices, colleagues."""

from collections.abc import Iterator

from dutywriter.brief.sentence.reading import Found, Reading
from dutywriter.text.characters import HAN
from dutywriter.text.pattern import Pattern

PAST = (
    r"去年|前年|上个?季度|上个?月|上半年|(?<![日号底月末年度内节])(?:以前|之前)|原来(?!是要)|此前|前任|上一[个任位]|"
    r"上任|前一[个任位]|离职|走的那|"
    r"历史上|曾经|当时|老的那"
)
_OTHERS = (
    r"竞品|竞争对手|对手(?![机作工绘])|同行|别家|别人家?|隔壁|友商|同事(?:拿|那|的|月|工资|已经|是|都)|甲方自己|"
    r"老板(?:自己|本人|是|"
    r"在|拿)|我(?:自己)?是(?![想要说打帮来需])|我本人|我老公|我老板|他们(?:公司)?的?(?:运营|人)|另一?个岗|"
    r"另外[一两]个?岗|其他岗|别的岗|别的部门"
)
_ELSEWHERE = rf"总部(?:在|位于|是|设|那|{HAN}{{2,3}}$)|母公司|老家|分公司(?:在|那|也)|(?:总公司|仓库?|工厂|供应链|研发|老板)在"
_ABOUT_OTHERS = Pattern(
    rf"(?:.{{0,6}}(?:{PAST})|.{{0,3}}(?:{_OTHERS})|.{{0,4}}(?:{_ELSEWHERE})|[^拿]{{0,12}}拿(?:到|了|着)?(?:\d|"
    rf"[一二两三四五六七八九十]))"
)


_DISMISSED = Pattern(
    r"没(?:有)?(?:什么|一点|半点|任何)?关系|不相干|无关|不搭界|不是一回事|另一回事|(?:不用|别|不要|甭)(?:你|再|往里|"
    r"给我|在里面)?(?:写(?!得?[太那这很过]|长|复杂|错|成)|提|混|抄|管(?:他|她|它|这|那))|(?:那|这)个?不用管|"
    r"另招|已经有人|有人(?:在)?做了|另外(?:有人|再|在|写|招)|是另一|不算这个岗|早就有人|(?:是|属于)(?:竞争)?(?:对手|"
    r"竞品|友商|同行)|比不了|只是背景|不跟(?:它|他)",
    cue="了关写友另同回对已抄提无早比混界相竞算管背跟",
)
_GOES_ON = Pattern(r"(?:他|她|它|人家|那|当时|带过|月薪|工资|都是?|也|还|走|干了|做了|听说|跟|结果|后来|其中|我们没)")


def facts(reading: Reading) -> Iterator[Found]:
    """The clauses that speak of others: no field takes them, so that no later reader sees them."""
    others = False
    for start, end in reading.clauses:
        first = reading.sentence(start)[0] == start
        goes_on = others and not first and bool(_GOES_ON.match(reading.plain, start, end))
        others = goes_on or bool(_ABOUT_OTHERS.match(reading.plain, start, end))
        if others or _DISMISSED.search(reading.plain, start, end):
            yield Found("", "", ((start, end),))
