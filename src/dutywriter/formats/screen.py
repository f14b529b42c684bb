"""A draft on a terminal, drawn with rich: headings, and tables whose columns stand straight under Chinese text."""

from collections.abc import Iterator
from io import StringIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from dutywriter.draft import Block, Draft, Duties, Items, Paragraph, Table
from dutywriter.formats.lines import details, shown
from dutywriter.formats.numerals import chinese
from dutywriter.text.marked import MARK
from dutywriter.text.width import columns, wrap

WIDEST = 110
NARROWEST_COLUMN = 16
_INDENT = 4
_PLACEHOLDER = "【待填：[^】]*】"


def draw(draft: Draft, width: int, *, colour: bool) -> str:
    """The draft as terminal text of at most `width` columns, with colour sequences if `colour`."""
    console = Console(
        file=StringIO(),
        width=min(width, WIDEST),
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        legacy_windows=False,
        color_system="standard" if colour else None,
    )
    with console.capture() as captured:
        for piece in _document(draft, console.width):
            console.print(piece, markup=False, emoji=False)
    return "\n".join(line.rstrip() for line in captured.get().split("\n"))


def _document(draft: Draft, width: int) -> Iterator[RenderableType]:
    yield Text(draft.title, style="bold", justify="center")
    if draft.notice:
        yield _text(shown(draft.notice), width, style="dim")
    for place, part in enumerate(draft.parts, 1):
        yield Text(f"\n{chinese(place)}、{part.heading}\n", style="bold cyan")
        for block in part.blocks:
            yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[RenderableType]:
    if isinstance(block, Paragraph):
        yield _text(shown(block.line), width)
    elif isinstance(block, Items):
        yield from (_text(shown(line), width, f"{place}. ") for place, line in enumerate(block.lines, 1))
    elif isinstance(block, Table):
        yield from _table(block, width)
    else:
        yield from _duties(block, width)


def _duties(block: Duties, width: int) -> Iterator[RenderableType]:
    for place, (title, duties) in enumerate(block.by_section(), 1):
        yield Text(("\n" if place > 1 else "") + f"（{chinese(place)}）{title}", style="bold")
        for number, duty in enumerate(duties, 1):
            yield _text(shown(duty), width, f"{number:>2}. ")
            under = "｜".join(text if label == "时间" else f"{label}：{text}" for label, text in details(duty))
            yield _text(under, width, " " * _INDENT, "dim")


def _table(table: Table, width: int) -> Iterator[RenderableType]:
    """A grid where its columns fit; where they would be too narrow to read, one row after the other."""
    if table.caption:
        yield Text(f"{table.caption}", style="bold")
    if width < NARROWEST_COLUMN * len(table.columns):
        yield from _stacked(table, width)
        return
    grid = Grid(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    for column in table.columns:
        grid.add_column(Text(column.heading), overflow="fold")
    for row in table.rows:
        grid.add_row(*(_styled(shown(line)) for line in row))
    yield grid


def _stacked(table: Table, width: int) -> Iterator[RenderableType]:
    for row in table.rows:
        first, *rest = zip(table.columns, row, strict=True)
        number = f"{shown(first[1])}. " if first[0].key == "number" else ""
        if number:
            first, *rest = rest
        yield _text(shown(first[1]), width, number, "bold")
        for column, line in rest:
            if line.text:
                yield _text(f"{column.heading}：{shown(line)}", width, " " * _INDENT)


def _text(text: str, width: int, before: str = "", style: str = "") -> Text:
    """`text` wrapped as Chinese is, `before` in front of its first line and as many blanks before the others."""
    margin = columns(before)
    first, *rest = wrap(text, width - margin)
    return _styled("\n".join([before + first, *(" " * margin + line for line in rest)]), style)


def _styled(text: str, style: str = "") -> Text:
    styled = Text(text, style=style)
    styled.highlight_regex(_PLACEHOLDER, "yellow")
    styled.highlight_words([MARK], "magenta")
    return styled
