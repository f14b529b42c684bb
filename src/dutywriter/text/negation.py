"""What a negation covers: 不做抖音, 无需驻场, 不是天猫，是京东, 抖音不做."""

from dutywriter.text.clauses import Span
from dutywriter.text.pattern import Pattern

_CUE = Pattern(
    r"(?:不(?![仅光只但断同错低少高超限得定含拘管论怕过])|无[需须]|毋需|没有?(?!事|问题)|别(?![的家人])|非(?!常|遗)|勿)"
    r"(?:再|太|是|用|需要?|要求?|必|会|做|考虑|招|需|想|碰|涉及|包括|卡|看){0,6}"
)
_END = Pattern(r"[,;。!?\n]|[只但而是]|\s(?![a-z0-9])")
_AFTER = Pattern(
    r"(?:也|都|就|先|暂时|目前|现在|这块|那边|这边|的|平台|我们|他们|咱们?|人家| ){0,6}"
    r"(?:不(?:做|用|碰|要|管|播|更|运营|考虑|涉及|算|是|投|包括|负责|归|上|开|搞|招)|除外|没做|没有|停了|放弃)"
)


def denied(plain: str) -> tuple[Span, ...]:
    """The words of a folded text that a negation before them covers, up to the end of its clause."""
    found: list[Span] = []
    for match in _CUE.finditer(plain):
        if _is_question(plain, match.start()) or (found and match.start() < found[-1][1]):
            continue
        end = _END.search(plain, match.end())
        found.append((match.start(), end.start() if end else len(plain)))
    return tuple(found)


def _is_question(plain: str, place: int) -> bool:
    """Whether the 不 there only asks: 能不能, 是不是."""
    return 0 < place < len(plain) - 1 and plain[place - 1] == plain[place + 1]


def denied_after(plain: str, end: int) -> bool:
    """Whether the word that ends there is denied by what follows it: 抖音不做."""
    return bool(_AFTER.match(plain, end))
