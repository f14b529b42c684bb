"""A request as the readers of facts see it, and what they find."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.sentence.headings import headed
from dutywriter.catalogue.model import Catalogue
from dutywriter.text.clauses import Span, around, clauses, phrases, sentences
from dutywriter.text.folded import folded
from dutywriter.text.negation import denied, denied_after
from dutywriter.text.pattern import Pattern

HIDDEN = "\ue000"
"""Stands for each character that was understood already; no pattern takes it for a word."""
SURE, LIKELY = 2, 1
_TAKEN_BACK = Pattern(r"不对|[哦啊]不|不不|说错|写错|打错|更正|改成|改为|错了", cue="不哦啊对改更错")
_ITEM = Pattern(r"[^,;。\n、]+")
_FURTHEST = 40
_NUMBERING = re.compile(r"(?:(?:^|(?<=[\n;。 ]))\d{1,2}(?:[、)]|\.(?!\d))|[①-⑳]|(?:^|(?<=\n))[ *>•·\-]+)", re.MULTILINE)
"""Numbers and signs at the beginning of a point in a list."""
_NEAR = 12
"""How far from 不对 stand what it takes back and what is said instead, in characters."""


class Found(Struct, frozen=True):
    """An answer found: the text that its field is to read, and the words it was found in.

    Of two answers to one field the surer stands. The words of a `shared` answer may say more: they are left to other readers.
    """

    key: str
    text: str
    spans: tuple[Span, ...]
    sure: int = LIKELY
    shared: bool = False

    @property
    def taken(self) -> tuple[Span, ...]:
        """The words that no other reader is to take."""
        return () if self.shared else self.spans


class Reading(Struct, frozen=True, dict=True):
    """The request as typed, and `plain`, the same folded: character for character, with blanks for what is taken."""

    text: str
    plain: str
    catalogue: Catalogue
    today: date
    clauses: tuple[Span, ...]
    phrases: tuple[Span, ...]
    sentences: tuple[Span, ...]
    headed: dict[str, tuple[Span, ...]]

    @classmethod
    def of(cls, text: str, catalogue: Catalogue, today: date) -> "Reading":
        plain = _NUMBERING.sub(lambda match: " " * len(match[0]), folded(text))
        return cls(text, plain, catalogue, today, clauses(plain), phrases(plain), sentences(plain), headed(plain))

    def without(self, spans: Iterable[Span]) -> "Reading":
        """The same with those words hidden."""
        plain = list(self.plain)
        for start, end in spans:
            plain[start:end] = HIDDEN * (end - start)
        return replace(self, plain="".join(plain))

    def found(self, key: str, match: re.Match[str], group: int | str = 0, sure: int = LIKELY) -> Found:
        """What stands in the group, as written, as the answer."""
        return self.said(key, match.span(group), sure)

    def said(self, key: str, span: Span, sure: int = LIKELY) -> Found:
        """What stands there, as written, as the answer."""
        start, end = trimmed(self.plain, span)
        return Found(key, self.text[start:end], ((start, end),), sure)

    def under(self, *keys: str) -> Iterator[Span]:
        """What stands under the headings of those fields and is not taken yet, as spans without blanks around."""
        for key in keys:
            for span in self.headed.get(key, ()):
                start, end = trimmed(self.plain, span)
                if start < end and HIDDEN not in self.plain[start:end]:
                    yield start, end

    def corrected(self, found: list[Found]) -> list[Found]:
        """Without what the request takes back: of 招2个，不对，是3个 only the last."""
        for match in _TAKEN_BACK.finditer(self.plain):
            before = [each for each in found if each.spans and each.spans[-1][1] <= match.start() <= each.spans[-1][1] + _NEAR]
            after = [each for each in found if each.spans and match.end() <= each.spans[0][0] <= match.end() + _NEAR]
            if before and after:
                found = [each for each in found if each not in before]
        return found

    def clause(self, place: int) -> Span:
        return around(self.clauses, place)

    def sentence(self, place: int) -> Span:
        return around(self.sentences, place)

    def before(self, place: int) -> str:
        """What is said right before that place, back to a punctuation mark."""
        return self.plain[max(around(self.phrases, place)[0], place - _FURTHEST) : place]

    def is_covered(self, place: int) -> bool:
        """Whether a negation before that place covers it."""
        first, last = around(self.denials, place)
        return first < last

    def is_denied(self, start: int, end: int) -> bool:
        """Whether a negation covers the words there, before or after them."""
        return self.is_covered(start) or denied_after(self.plain, end)

    @cached_property
    def denials(self) -> tuple[Span, ...]:
        """The words that negations cover."""
        return denied(self.plain)


def items(plain: str, span: Span) -> Iterator[Span]:
    """The items of a list that stands there."""
    for part in _ITEM.finditer(plain, *span):
        yield part.span()


def trimmed(plain: str, span: Span) -> Span:
    """The span without blanks and joining signs at its ends."""
    start, end = span
    while start < end and plain[start] in " 、,;。!\"'·/":
        start += 1
    while end > start and plain[end - 1] in " 、,;。!\"'·/":
        end -= 1
    return start, end
