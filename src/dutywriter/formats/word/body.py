"""Draft → the paragraphs and tables of a Word document, in its styles and lists."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from dutywriter.draft import Block, Draft, Duties, Items, Paragraph, Table
from dutywriter.formats.lines import below, shown
from dutywriter.formats.word.numbering import Numbering
from dutywriter.formats.word.styles import Styles
from dutywriter.formats.word.widths import Widths, all_widths, fits_a_page
from dutywriter.formats.word.xml import clean, node, text_node
from dutywriter.text.marked import MARK

_MARKED = re.compile(f"({MARK}|【待填：[^】]*】)")
_TABLE = qn("w:tbl")
_FEW_ROWS = 8  # a table of no more is kept on one page, so that no signature stands alone
_BLANK = "\u3000"
_ROOM_TO_SIGN = 520  # twips: the least height of a row that waits for handwriting
_FIRST_ROW: dict[str, str | int] = {"val": "100000000000", "firstRow": 1}


class Body:
    """Makes the elements of one document in its styles and lists, its text `width` twips wide, duties in style `duty`."""

    def __init__(self, styles: Styles, numbering: Numbering, width: int, duty: str) -> None:
        self._styles, self._numbering, self._width, self._duty = styles, numbering, width, duty

    def title(self, draft: Draft) -> Any:
        return self._paragraph("Title", draft.title)

    def notice(self, draft: Draft) -> Iterator[Any]:
        if draft.notice:
            yield self._paragraph("提示", shown(draft.notice))

    def parts(self, draft: Draft) -> Iterator[Any]:
        """Every part with its heading; behind a table always a paragraph, as Word joins tables and ends on none.

        The last takes no room.
        """
        after_table = False
        for element in self._parts(draft):
            if after_table and element.tag == _TABLE:
                yield self._paragraph("表格文字", "")
            yield element
            after_table = element.tag == _TABLE
        if after_table:
            yield self._paragraph("表格之后", "")

    def _parts(self, draft: Draft) -> Iterator[Any]:
        widths = all_widths(draft, self._width)
        for part in draft.parts:
            yield self._heading(1, part.heading)
            for block in part.blocks:
                yield from self._block(block, part.heading, widths)

    def _block(self, block: Block, heading: str, widths: Widths) -> Iterator[Any]:
        if isinstance(block, Paragraph):
            yield self._paragraph("Normal", shown(block.line))
        elif isinstance(block, Items):
            number = self._numbering.restarted()
            yield from (self._paragraph("List Number", shown(line), _counted(number)) for line in block.lines)
        elif isinstance(block, Table):
            yield from self._captioned(block, heading, widths[block.columns])
        else:
            yield from self._duties(block)

    def _heading(self, level: int, text: str) -> Any:
        style = f"Heading {level}"
        counted = [] if self._styles.numbered(style) else _counted(self._numbering.headings, level - 1)
        return self._paragraph(style, text, counted)

    def _duties(self, block: Duties) -> Iterator[Any]:
        for title, duties in block.by_section():
            yield self._heading(2, title)
            counted = None if self._styles.numbered(self._duty) else self._numbering.restarted()
            for duty in duties:
                yield self._paragraph(self._duty, shown(duty), _counted(counted) if counted else ())
                under = below(duty)
                yield self._paragraph("职责要点", under)

    def _captioned(self, table: Table, heading: str, column_widths: list[int]) -> Iterator[Any]:
        if table.caption:
            yield self._paragraph("caption", table.caption)
        yield self._table(table, table.caption or heading, column_widths)

    def _table(self, table: Table, name: str, column_widths: list[int]) -> Any:
        properties = node(
            "tblPr",
            node("tblStyle", val=self._styles.id("岗位职责表")),
            node("tblW", w=sum(column_widths), type="dxa"),
            node("tblLayout", type="fixed"),
            node("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            node("tblCaption", val=clean(name)),
        )
        grid = node("tblGrid", *(node("gridCol", w=width) for width in column_widths))
        return node("tbl", properties, grid, self._header(table, column_widths), *self._rows(table, column_widths))

    def _header(self, table: Table, column_widths: list[int]) -> Any:
        cells = [
            node(
                "tc",
                node("tcPr", node("cnfStyle", **_FIRST_ROW), node("tcW", w=width, type="dxa")),
                self._paragraph("表头", column.heading),
            )
            for column, width in zip(table.columns, column_widths, strict=True)
        ]
        return node("tr", node("trPr", node("cnfStyle", **_FIRST_ROW), node("cantSplit"), node("tblHeader")), *cells)

    def _rows(self, table: Table, column_widths: list[int]) -> Iterator[Any]:
        for place, row in enumerate(table.rows, 1):
            kept = place < len(table.rows) <= _FEW_ROWS
            texts = [shown(line) for line in row]
            cells = [
                node("tc", node("tcPr", node("tcW", w=width, type="dxa")), self._cell(text, kept=kept))
                for text, width in zip(texts, column_widths, strict=True)
            ]
            properties = [node("cantSplit")] if fits_a_page(texts, column_widths) else []
            if _BLANK in [text[:1] for text in texts]:
                properties.append(node("trHeight", val=_ROOM_TO_SIGN, hRule="atLeast"))
            yield node("tr", node("trPr", *properties), *cells)

    def _cell(self, text: str, *, kept: bool) -> Any:
        """The text of a cell, `kept` on one page with the next row."""
        return self._paragraph("表格文字", text, [node("keepNext")] if kept else ())

    def _paragraph(self, style: str, text: str, properties: Iterable[Any] = ()) -> Any:
        return node("p", node("pPr", node("pStyle", val=self._styles.id(style)), *properties), *self._runs(text))

    def _runs(self, text: str) -> Iterator[Any]:
        """`text` with its ※ and what is to be filled in, each in a style of its own."""
        for piece in _MARKED.split(text):
            style = "建议值" if piece == MARK else "待填" if _MARKED.fullmatch(piece) else ""
            if piece:
                yield _run(piece, self._styles.id(style) if style else "")


def _counted(number: int, level: int = 0) -> list[Any]:
    return [node("numPr", node("ilvl", val=level), node("numId", val=number))]


def _run(text: str, style: str = "") -> Any:
    """A run of text. The hint has quotation marks, dashes and ※ set in the Chinese font."""
    properties = [node("rStyle", val=style)] if style else []
    return node("r", node("rPr", *properties, node("rFonts", hint="eastAsia")), text_node(clean(text)))
