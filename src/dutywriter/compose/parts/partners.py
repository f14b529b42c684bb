"""协作关系: with whom, what this post gives and what it gets."""

from collections.abc import Iterator

from dutywriter.compose.case import Case
from dutywriter.draft import Column, Table

COLUMNS = (Column("partner", "协作对象"), Column("side", "关系"), Column("give", "本岗提供"), Column("get", "对方提供"))


def partners(case: Case) -> Iterator[Table]:
    rows = tuple(
        tuple(case.line(text, partner.id) for text in (partner.name, partner.side, partner.give, partner.get))
        for partner in case.partners
    )
    if rows:
        yield Table(COLUMNS, rows)
