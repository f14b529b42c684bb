"""HTML: one file that needs nothing else, for a screen, a phone and paper; whatever a user typed stays text."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from dutywriter.draft import Block, Column, Draft, Duties, Items, Paragraph, Table
from dutywriter.formats.lines import below, shown
from dutywriter.formats.numerals import chinese
from dutywriter.formats.printable import printable
from dutywriter.formats.stylesheet import STYLESHEET
from dutywriter.text.marked import MARK
from dutywriter.text.width import columns

TABLE_WIDTH = 80  # of text that does not wrap, in terminal columns: what the narrowest page with tables holds
_NOTABLE = re.compile(r"(?P<open>【待填：[^】]*】)|(?P<whole>\d{4}-\d\d-\d\d※?|\S※)")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def render(draft: Draft) -> bytes:
    return ("\n".join(_document(draft)) + "\n").encode()


def _document(draft: Draft) -> Iterator[str]:
    yield from (
        "<!DOCTYPE html>",
        '<html lang="zh-CN">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="format-detection" content="telephone=no">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        f"<title>{_text(draft.title)}</title>",
        f"<style>\n{STYLESHEET}</style>",
        "</head>",
        "<body>",
    )
    yield from _header(draft)
    yield from _contents(draft)
    yield from _main(draft)
    yield from ("</body>", "</html>")


def _header(draft: Draft) -> Iterator[str]:
    yield from ("<header>", f"<h1>{_inline(draft.title)}</h1>")
    if draft.notice:
        yield f"<p>{_inline(shown(draft.notice))}</p>"
    yield "</header>"


def _contents(draft: Draft) -> Iterator[str]:
    yield from ('<nav aria-label="目录">', "<details>", "<summary>目录</summary>", "<ul>")
    for place, heading in _headings(draft):
        yield f'<li><a href="#part-{place}">{heading}</a></li>'
    yield from ("</ul>", "</details>", "</nav>")


def _main(draft: Draft) -> Iterator[str]:
    yield "<main>"
    for (place, heading), part in zip(_headings(draft), draft.parts, strict=True):
        yield f'<h2 id="part-{place}">{heading}</h2>'
        for block in part.blocks:
            yield from _block(block, f"part-{place}")
    yield "</main>"


def _headings(draft: Draft) -> Iterator[tuple[int, str]]:
    for place, part in enumerate(draft.parts, 1):
        yield place, f"{chinese(place)}、{_inline(part.heading)}"


def _block(block: Block, part: str) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield f"<p>{_inline(shown(block.line))}</p>"
    elif isinstance(block, Items):
        yield from _list(_inline(shown(line)) for line in block.lines)
    elif isinstance(block, Table):
        yield from _table(block, part)
    else:
        yield from _duties(block)


def _duties(block: Duties) -> Iterator[str]:
    for place, (title, duties) in enumerate(block.by_section(), 1):
        yield f"<h3>（{chinese(place)}）{_inline(title)}</h3>"
        yield from _list(f"<strong>{_inline(shown(duty))}</strong><p>{_inline(below(duty))}</p>" for duty in duties)


def _list(items: Iterable[str]) -> Iterator[str]:
    yield from ("<ol>", *(f"<li>{item}</li>" for item in items), "</ol>")


def _table(table: Table, part: str) -> Iterator[str]:
    """A table named by its caption or by the heading of its part.

    The roles repeat what the elements say: a phone lays rows out as blocks, and some readers then forget the table.
    """
    yield '<table role="table">' if table.caption else f'<table role="table" aria-labelledby="{part}">'
    if table.caption:
        yield f"<caption>{_inline(table.caption)}</caption>"
    share = TABLE_WIDTH // len(table.columns)
    yield '<thead role="rowgroup">'
    yield from _row(_heading(column, share) for column in table.columns)
    yield from ("</thead>", '<tbody role="rowgroup">')
    names = 1 if table.columns[0].key == "number" else 0
    for row in table.rows:
        cells = enumerate(zip(table.columns, map(shown, row), strict=True))
        yield from _row(_cell(column, text, share, names=place == names) for place, (column, text) in cells)
    yield from ("</tbody>", "</table>")


def _row(cells: Iterable[str]) -> Iterator[str]:
    yield from ('<tr role="row">', *cells, "</tr>")


def _heading(column: Column, share: int) -> str:
    return f'<th role="columnheader" scope="col"{_class(column.heading, share)}>{_inline(column.heading)}</th>'


def _cell(column: Column, text: str, share: int, *, names: bool) -> str:
    """A cell that knows its column's heading; `names` where it names its row."""
    told = f'{_class(text, share)} data-heading="{_text(column.heading)}"'
    if names:
        return f'<th role="rowheader" scope="row"{told}>{_inline(text)}</th>'
    return f'<td role="cell"{told}>{_inline(text)}</td>'


def _class(text: str, share: int) -> str:
    """What the style has to know of a cell: it is left to write in by hand, or short enough for one line."""
    if not text.strip():
        return ' class="room"'
    return ' class="short"' if columns(text) <= share else ""


def _inline(text: str) -> str:
    """`text` with what is still to be filled in, and what is only suggested, marked; ※ and dates do not break off."""
    out, last = [], 0
    for match in _NOTABLE.finditer(text):
        out += [_text(text[last : match.start()]), _marked(match)]
        last = match.end()
    return "".join([*out, _text(text[last:])])


def _marked(match: re.Match[str]) -> str:
    if match["open"]:
        return f"<mark>{_text(match['open'])}</mark>"
    whole = _text(match["whole"]).replace(MARK, f"<sup>{MARK}</sup>")
    return f'<span class="short">{whole}</span>'


def _text(text: str) -> str:
    """`text` as HTML shows it, also between quotes."""
    return escape(printable(text))
