"""A request in the user's own words: what is understood of it, and what is left over."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from dutywriter.brief.answers import alias_facts
from dutywriter.brief.fact import Fact
from dutywriter.brief.fields import BY_KEY, role_names
from dutywriter.brief.kinds import fold
from dutywriter.catalogue.model import Catalogue

_BOUNDARY = re.compile(r"[，,。；;！!？?、\n]+|(?<=[一-鿿])[^\S\n]+(?=[一-鿿])")  # blanks part clauses between Chinese only
_BULLET = re.compile(r"^(?:[\s\-*•·—]+|[（(]?\d{1,2}[)）.](?!\d))")
_NUMBER = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,2}")
_SAYS_NOTHING = re.compile(
    "(?:[你您]们?好|大家好|谢谢[你您了]?|多谢|感谢|麻烦[你您了]?|辛苦[你您了]?|拜托了?|请|帮忙|帮我|给我|一下|写|一[份个]|个|岗位职责"
    r"|[哈啊呀吧哦嗯啦了的]|那个|就是|在|[\W_]|.*[：:])*+"
)


class Request(Struct, frozen=True):
    """A text, and the facts understood of it in the order of the fields, one a field."""

    text: str
    facts: tuple[Fact, ...]

    @property
    def values(self) -> dict[str, Any]:
        """What is understood, by field key."""
        return {fact.key: fact.value for fact in self.facts}

    @property
    def words(self) -> dict[str, str]:
        """The words that say it, by field key."""
        return {fact.key: fact.words(self.text) for fact in self.facts}

    def unused(self) -> Iterator[str]:
        """The clauses of which nothing was taken, but for politeness, headings and the numbers of a list."""
        spans = [span for fact in self.facts for span in fact.spans]
        for begin, end in _clauses(self.text):
            said = _BULLET.sub("", self.text[begin:end].strip()).strip()
            taken = any(start < end and begin < stop for start, stop in spans)
            if not taken and not _NUMBER.fullmatch(said) and not _SAYS_NOTHING.fullmatch(said):
                yield said


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for boundary in _BOUNDARY.finditer(text):
        yield begin, boundary.start()
        begin = boundary.end()
    yield begin, len(text)


def requested(text: str, catalogue: Catalogue, today: date) -> Request:
    """What `text` asks for; a role's name alone, pinyin too, asks for that role. `today` is what 年底 is told by."""
    alone = _role_alone(text, catalogue)
    if alone:
        return Request(text, alone)
    from dutywriter.brief.sentence import understood  # its patterns take longer to compile than a run without a request

    return Request(text, understood(text, catalogue, today))


def _role_alone(text: str, catalogue: Catalogue) -> tuple[Fact, ...]:
    role = next((role for name, role in role_names(catalogue).items() if fold(name) == fold(text)), None)
    if role is None:
        return ()
    facts = {"role": role, **alias_facts(text, catalogue)}
    return tuple(Fact(key, facts[key], ((0, len(text)),)) for key in BY_KEY if key in facts)
