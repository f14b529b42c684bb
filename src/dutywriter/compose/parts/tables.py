"""Parts that are tables of the data: title, columns and rows stand in data/, no code of their own."""

from collections.abc import Iterator

from dutywriter.compose.case import Case
from dutywriter.draft import Block, Column, Paragraph, Table


def table_blocks(case: Case, key: str) -> Iterator[Block]:
    """The blocks of the table `key` where it applies; nothing where no such table stands in the data."""
    for table in case.catalogue.documents.tables:
        if table.key != key or not case.applies(table.when):
            continue
        if table.say:
            yield Paragraph(case.line(table.say, key))
        columns = tuple(Column(f"column{place}", heading) for place, heading in enumerate(table.columns, 1))
        rows = (row.cells for row in table.rows if case.applies(row.when))
        yield Table(columns, tuple(tuple(case.line(cell, key) for cell in cells) for cells in rows))
        if table.close:
            yield Paragraph(case.line(table.close, key))
