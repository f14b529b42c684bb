"""How wide the columns of a table are, in twips, so that short ones take what they need and long ones share the rest."""

from collections.abc import Sequence

from dutywriter.draft import Column, Draft, Table
from dutywriter.formats.lines import shown
from dutywriter.text.width import printed

TWIPS_A_COLUMN = 96  # half a Chinese character at 9.5 points
MARGINS = 230  # left and right of a cell's text, and its rule
LINES_A_PAGE = 40
EMPTY = 10  # columns of an empty cell, so that a pen has room

Widths = dict[tuple[Column, ...], list[int]]


def all_widths(draft: Draft, whole: int) -> Widths:
    """The widths for the tables of a draft by their columns: those with the same columns look the same."""
    groups: dict[tuple[Column, ...], list[Table]] = {}
    for part in draft.parts:
        for block in part.blocks:
            if isinstance(block, Table):
                groups.setdefault(block.columns, []).append(block)
    return {alike: widths(tables, whole) for alike, tables in groups.items()}


def widths(tables: Sequence[Table], whole: int) -> list[int]:
    """The width of each column in tables that have the same, in all `whole` twips."""
    rows = [row for table in tables for row in table.rows]
    texts = [[column.heading, *(shown(row[place]) for row in rows)] for place, column in enumerate(tables[0].columns)]
    natural = [max(_printed(text) for text in column) * TWIPS_A_COLUMN + MARGINS for column in texts]
    weight = [(sum(_printed(text) for text in column) / len(column)) ** 0.5 for column in texts]
    found: dict[int, int] = {}
    for place in sorted(range(len(natural)), key=natural.__getitem__):
        left = whole - sum(found.values())
        open_places = [other for other in range(len(natural)) if other not in found]
        if natural[place] > left / len(open_places):
            total = sum(weight[other] for other in open_places)
            found |= {other: int(left * weight[other] / total) for other in open_places}
            break
        found[place] = natural[place]
    return _stretched([found[place] for place in range(len(natural))], whole)


def fits_a_page(cells: list[str], column_widths: list[int]) -> bool:
    """Whether a row is short enough to stand on one page."""
    lines = (
        _printed(text) * TWIPS_A_COLUMN / max(width - MARGINS, TWIPS_A_COLUMN)
        for text, width in zip(cells, column_widths, strict=True)
    )
    return max(lines) < LINES_A_PAGE


def _printed(text: str) -> int:
    """Columns that `text` takes in print; of nothing, the room for a pen."""
    if not text.strip():
        return EMPTY
    return printed(text)


def _stretched(found: list[int], whole: int) -> list[int]:
    """The widths in proportion, exactly `whole` in all."""
    total = sum(found)
    stretched = [width * whole // total for width in found]
    stretched[-1] += whole - sum(stretched)
    return stretched
