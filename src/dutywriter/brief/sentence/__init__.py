"""A request in a sentence or two, read into answers: what it says of the post, and nothing that it does not say."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from dutywriter.brief.fact import Fact
from dutywriter.brief.fields import BY_KEY, Field
from dutywriter.brief.kinds import AnswerError, Goals, Listed
from dutywriter.brief.sentence import (
    dates,
    document,
    employer,
    focus,
    goals,
    hours,
    noise,
    pay,
    people,
    place,
    post,
    schooling,
    scope,
    site,
    tools,
    trade,
    wishes,
)
from dutywriter.brief.sentence.reading import Found, Reading
from dutywriter.catalogue.model import Catalogue

Reader = Callable[[Reading], Iterable[Found]]
_READERS: tuple[Reader, ...] = (
    goals.facts,
    noise.facts,
    people.reports_to,
    people.department,
    people.team_size,
    scope.facts,
    people.headcount,
    hours.hours,
    hours.rest,
    dates.facts,
    pay.facts,
    wishes.plus,
    schooling.education,
    schooling.experience,
    employer.company,
    site.offsite,
    site.client,
    site.onsite,
    employer.industry,
    tools.facts,
    wishes.must,
    place.facts,
    focus.facts,
    document.facts,
    post.facts,
    trade.platforms,
    trade.goods,
    trade.business,
)
"""In the order in which they read: each leaves what it took to none after it."""


def understood(text: str, catalogue: Catalogue, today: date) -> tuple[Fact, ...]:
    """The answers that `text` holds, one a field, in the order of the fields. `today` is what 年底 and 三个月内 count from."""
    reading = Reading.of(text, catalogue, today)
    found = list(_found(reading))
    facts = (
        _fact(field, reading.corrected([each for each in found if each.key == field.key]), catalogue) for field in BY_KEY.values()
    )
    return tuple(fact for fact in facts if fact)


def _found(reading: Reading) -> Iterator[Found]:
    for read in _READERS:
        found = list(read(reading))
        yield from found
        reading = reading.without(span for each in found for span in each.taken)


def _fact(field: Field, found: list[Found], catalogue: Catalogue) -> Fact | None:
    """One fact of all that was found for a field: lists add up; of other answers the surest, and none where two are as sure."""
    surest = max((each.sure for each in found), default=0)
    values = [
        (value, each.spans) for each in found if each.sure == surest and (value := _value(field, each.text, catalogue)) is not None
    ]
    if not values:
        return None
    spans = tuple(dict.fromkeys(span for _, spans in values for span in spans))
    if isinstance(field.kind, Listed | Goals):
        return Fact(field.key, tuple(dict.fromkeys(item for value, _ in values for item in value)), spans)
    last, words = values[-1]
    return Fact(field.key, last, words) if all(value == last for value, _ in values) else None


def _value(field: Field, text: str, catalogue: Catalogue) -> Any:
    """What the field's kind reads; nothing where it would not take such an answer."""
    try:
        return field.kind.parse(text, catalogue)
    except AnswerError:
        return None
