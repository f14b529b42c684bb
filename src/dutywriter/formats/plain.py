"""Plain text, as boards take it: no markup, no tables, one thing a line."""

from collections.abc import Iterator

from dutywriter.draft import Block, Draft, Duties, Items, Paragraph, Table
from dutywriter.formats.lines import details, shown
from dutywriter.formats.numerals import chinese

NAME_AND_CONTENT = 2
_INDENT = "   "


def render(draft: Draft) -> bytes:
    return ("\n".join(_document(draft)).rstrip("\n") + "\n").encode()


def _document(draft: Draft) -> Iterator[str]:
    yield from (draft.title, "")
    if draft.notice:
        yield from (shown(draft.notice), "")
    for place, part in enumerate(draft.parts, 1):
        yield f"{chinese(place)}、{part.heading}"
        for block in part.blocks:
            yield from _block(block)
        yield ""


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield shown(block.line)
    elif isinstance(block, Items):
        yield from (f"{place}. {shown(line)}" for place, line in enumerate(block.lines, 1))
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _duties(block)


def _duties(block: Duties) -> Iterator[str]:
    for place, (title, duties) in enumerate(block.by_section(), 1):
        yield f"（{chinese(place)}）{title}"
        for number, duty in enumerate(duties, 1):
            under = "；".join(text if label == "时间" else f"{label}：{text}" for label, text in details(duty))
            yield from (f"{number}. {shown(duty)}", f"{_INDENT}{under}")


def _table(table: Table) -> Iterator[str]:
    """Two columns read as 名：内容; more are numbered, and under the first cell each of the others after its heading."""
    if table.caption:
        yield f"{table.caption}："
    if not table.caption and len(table.columns) == NAME_AND_CONTENT:
        yield from ("：".join(shown(line) for line in row) for row in table.rows)
        return
    skip = 1 if table.columns[0].key == "number" else 0
    headings = [column.heading for column in table.columns][skip:]
    for number, row in enumerate(table.rows, 1):
        cells = [shown(line) for line in row][skip:]
        rest = "；".join(f"{heading}：{cell}" for heading, cell in zip(headings[1:], cells[1:], strict=True) if cell)
        yield f"{number}. {cells[0]}"
        yield from [f"{_INDENT}{rest}"] if rest else []
