"""A request in the user's own words: what is understood of it, and what is left over."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from msgspec import Struct

from dutywriter.brief.answers import alias_facts
from dutywriter.brief.fact import Fact
from dutywriter.brief.fields import BY_KEY, role_names
from dutywriter.brief.kinds import fold
from dutywriter.catalogue.model import Catalogue


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
        """The clauses of which nothing was taken and what else the others say, but for politeness and the words that ask."""
        from dutywriter.brief.unused import unused  # as slow to load as the reader itself

        return unused(self.text, (span for fact in self.facts for span in fact.spans))


def requested(text: str, catalogue: Catalogue, today: date) -> Request:
    """What `text` asks for; a role's name alone, pinyin too, asks for that role. `today` is what 年底 is told by."""
    alone = _role_alone(text, catalogue)
    if alone:
        return Request(text, alone)
    from dutywriter.brief.sentence import understood  # its patterns take longer to compile than a run without a request

    return Request(text, understood(text, catalogue, today))


def _role_alone(text: str, catalogue: Catalogue) -> tuple[Fact, ...]:
    given = fold(text)
    role = next((role for name, role in role_names(catalogue).items() if fold(name) == given), None)
    if role is None:
        return ()
    facts = {"role": role, **alias_facts(text, catalogue)}
    return tuple(Fact(key, facts[key], ((0, len(text)),)) for key in BY_KEY if key in facts)
