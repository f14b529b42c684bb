"""协作关系: with whom, what this post gives and what it gets."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Partner
from dutywriter.compose.case import Case
from dutywriter.draft import Column, Line, Table

COLUMNS = (Column("partner", "协作对象"), Column("side", "关系"), Column("give", "本岗提供"), Column("get", "对方提供"))


def partners(case: Case) -> Iterator[Table]:
    rows = tuple(_row(case, partner) for partner in worked_with(case))
    if rows:
        yield Table(COLUMNS, rows)


def worked_with(case: Case) -> Iterator[Partner]:
    """Those with whom the duties of this draft are done, and those whom an arrangement brings along."""
    named = {id_ for duty in case.duties() for id_ in duty.partners}
    return (partner for partner in case.partners if partner.id in named or partner.when.onsite or not named)


def _row(case: Case, partner: Partner) -> tuple[Line, ...]:
    exchange = partner.at.get(case.level, partner)
    return tuple(case.line(text, partner.id) for text in (partner.name, partner.side, exchange.give, exchange.get))
