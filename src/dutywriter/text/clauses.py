"""Clauses of spoken and written Chinese: where they begin and end in a folded text."""

from bisect import bisect_right

from dutywriter.text.pattern import Pattern

Span = tuple[int, int]
_BREAK = Pattern(
    r"[,;。!?\n|()]+|(?<![a-z0-9])\s+|\s+(?![a-z0-9])|(?<!^)(?=但是|不过|而是|这次|这回|今年要|现在要|我们这个|"
    r"其实就?是)|(?<!^)(?=但(?!愿))"
)
_PHRASE = Pattern(r"[,;。!?\n|()]+")
_SENTENCE = Pattern(r"[;。!?\n]+")


def clauses(plain: str) -> tuple[Span, ...]:
    """Every clause of a folded text, without the punctuation that parts them."""
    return _parts(plain, _BREAK)


def phrases(plain: str) -> tuple[Span, ...]:
    """Everything between two punctuation marks of a folded text."""
    return _parts(plain, _PHRASE)


def sentences(plain: str) -> tuple[Span, ...]:
    """Every sentence or line of a folded text."""
    return _parts(plain, _SENTENCE)


def around(spans: tuple[Span, ...], place: int) -> Span:
    """The one of `spans`, in order, that holds `place`; an empty one where none does."""
    index = bisect_right(spans, place, key=lambda span: span[0]) - 1
    return spans[index] if index >= 0 and place < spans[index][1] else (place, place)


def _parts(plain: str, breaks: Pattern) -> tuple[Span, ...]:
    parts, start = [], 0
    for match in breaks.finditer(plain):
        if match.start() > start:
            parts.append((start, match.start()))
        start = match.end()
    return (*parts, (start, len(plain))) if start < len(plain) else tuple(parts)
