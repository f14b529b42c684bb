"""PDF, set by Typst from one fixed template: the draft reaches it as data, so nothing that a user typed is markup."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from math import sqrt
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from dutywriter.draft import Block, Draft, Duties, Duty, Items, Paragraph, Part, Table
from dutywriter.formats.lines import details, shown
from dutywriter.formats.numerals import chinese
from dutywriter.text.marked import MARK
from dutywriter.text.width import columns, printed

if TYPE_CHECKING:
    import typst

Runs = list[tuple[str, str]]

_PROBE = "岗位职责说明书驻场运营专员绩效【待填：】※〔〕"  # some of these are in no Japanese or traditional font

# Half-width columns: of a page of body text, of a page of cells, of a cell's two margins, of the narrowest column.
_BODY, _CELLS, _MARGINS, _NARROWEST = 92, 104, 2.5, 10.0
_TALLEST = 30  # lines that are kept on one page
_LONG_WORD = 30
_WIDE_LETTERS = 0.6  # a column holds so much less of W than of i
_BREAK = "\u200b"
_BLANK = "\u3000"

_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn"}
_JOINERS = "\u200c\u200d"
_SPECIAL = re.compile(rf"(【待填：[^】]*】|(?<=\S){MARK})")
_WORD = re.compile(r"[^\s\u3041-\u30ff\u3400-\u9fff]+")
_ABSENT = re.compile(r'the text `"(.+)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")

_TEMPLATE = """
#let draft = json(bytes(sys.inputs.draft))
#let ink = luma(20)
#let muted = luma(90)

#set document(title: draft.title, date: none)
#set page(
  paper: "a4",
  margin: (x: 22mm, top: 22mm, bottom: 20mm),
  footer: context align(center, text(size: 8pt, fill: muted)[
    第 #counter(page).display() 页　共 #counter(page).final().first() 页
  ]),
)
#set text(font: sys.inputs.family, size: 10.5pt, lang: "zh", region: "cn", fill: ink)
#set par(leading: 0.7em, spacing: 0.9em, justify: true)
#set enum(numbering: "1.", body-indent: 0.5em, number-align: end + top, spacing: 0.85em)
#set table(
  inset: (x: 5pt, y: 4.5pt),
  stroke: 0.5pt + luma(165),
  fill: (_, row) => if row == 0 { luma(238) },
  align: start + horizon,
)

// Many Chinese fonts have no bold face: a thin stroke stands in for it, whatever the font.
#let bold(body) = text(stroke: 0.028em + ink, body)
#let looks = (
  text: it => it,
  mark: it => text(size: 0.72em, fill: luma(100), baseline: -0.22em, it),
  open: it => highlight(fill: rgb("#fff0b8"), it),
)
#let line(runs) = runs.map(((look, it)) => (looks.at(look))(it)).join()

#show title: it => align(center, block(below: 1em, text(size: 18pt, weight: "regular", bold(it.body))))
#show heading: it => block(
  above: if it.level == 1 { 1.7em } else { 1.2em }, below: 0.8em, sticky: true,
  text(size: if it.level == 1 { 13pt } else { 11pt }, weight: "regular", bold(it.body)),
)
#show table.cell: set text(size: 9pt)
#show table.cell: set par(leading: 0.55em, justify: false)
#show table.cell.where(y: 0): bold

#let makers = (
  paragraph: it => par(line(it.line)),
  items: it => enum(..it.lines.map(line)),
  table: it => {
    if it.caption.len() > 0 { block(above: 1.1em, below: 0.6em, sticky: true, bold(line(it.caption))) }
    table(
      columns: it.widths.map(width => width * 1fr),
      table.header(..it.headings.map(line)),
      ..it.rows.map(row => row.cells.map(cell => table.cell(
        breakable: not row.whole,
        inset: if row.signed { (x: 5pt, y: 9pt) } else { auto },
        line(cell),
      ))).flatten(),
    )
  },
  duties: it => for section in it.sections {
    set enum(numbering: number => bold[#number.])
    heading(level: 2, line(section.title))
    enum(..section.duties.map(duty => block(breakable: not duty.whole, {
      bold(line(duty.text))
      parbreak()
      set par(leading: 0.55em, justify: false)
      block(above: 0.6em, text(size: 9pt, fill: muted, duty.details.map(line).join([~· ])))
    })))
  },
)

#title(line(draft.heading))
#if draft.notice.len() > 0 { align(center, text(size: 9pt, fill: muted, line(draft.notice))) }
#for part in draft.parts {
  heading(line(part.heading))
  for it in part.blocks { (makers.at(it.type))(it) }
}
"""
_PROBING = """
#set document(title: "x")
#set text(font: sys.inputs.family, lang: "zh", region: "cn")
#sys.inputs.draft
"""


class Typeface(Struct, frozen=True):
    """A family of fonts and the folder of its files; "" stands for the fonts of the system."""

    family: str
    folder: str = ""

    def fonts(self) -> "typst.Fonts":
        """The fonts that a text may use: those of the folder or the system, and for rare signs those inside Typst."""
        import typst

        return typst.Fonts(include_system_fonts=not self.folder, font_paths=[self.folder] if self.folder else [])

    def has_chinese(self) -> bool:
        """Whether the family has the characters and marks that every draft needs."""
        import typst

        try:
            _compiled("#set text(fallback: false)" + _PROBING, _PROBE, self.family, self.fonts())
        except typst.TypstError:
            return False
        return True


def render(draft: Draft, typeface: Typeface) -> bytes:
    """The document as accessible PDF; a character that no font has stands as its code, 〔U+1F600〕, never as a box."""
    import typst

    fonts = typeface.fonts()
    content = msgspec.json.encode(_document(draft)).decode()
    content = content.translate(_codes(_missing(content, typeface.family, fonts)))
    try:
        return _compiled(_TEMPLATE, content, typeface.family, fonts)
    except typst.TypstError:  # each character is there, but not this letter with that sign on it
        signs = [character for character in content if _is_sign(character)]
        return _compiled(_TEMPLATE, content.translate(_codes(signs)), typeface.family, fonts)


def _missing(content: str, family: str, fonts: "typst.Fonts") -> set[str]:
    """The characters of `content` that no font has."""
    import typst

    missing: set[str] = set()
    while True:
        try:
            _compiled(_PROBING, " ".join(sorted({*content} - missing)), family, fonts)
        except typst.TypstError as error:
            found = _undisplayable(error.message) - missing
            if not found:
                raise
            missing |= found
        else:
            return missing


def _compiled(template: str, content: str, family: str, fonts: "typst.Fonts") -> bytes:
    import typst

    # It is the standard PDF/UA that makes Typst refuse, instead of drawing a box, where no font has a character.
    inputs = {"draft": content, "family": family}
    return typst.compile(template.encode(), format="pdf", font_paths=fonts, sys_inputs=inputs, pdf_standards=["ua-1"])


def _undisplayable(message: str) -> set[str]:
    """The characters that a message of Typst says no font has."""
    match = _ABSENT.search(message)
    text = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)) if escape[1] else escape[2], match[1]) if match else ""
    return {character for character in text if not character.isascii()}


def _codes(characters: Iterable[str]) -> dict[int, str]:
    return {ord(character): _code(character) for character in characters}


def _code(character: str) -> str:
    return f"〔U+{ord(character):04X}〕"


def _document(draft: Draft) -> dict[str, Any]:
    return {
        "title": _printable(draft.title),
        "heading": _runs(draft.title),
        "notice": _runs(shown(draft.notice)) if draft.notice else [],
        "parts": [_part(place, part) for place, part in enumerate(draft.parts, 1)],
    }


def _part(place: int, part: Part) -> dict[str, Any]:
    return {"heading": _runs(f"{chinese(place)}、{part.heading}"), "blocks": [_block(block, part) for block in part.blocks]}


def _block(block: Block, part: Part) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"type": "paragraph", "line": _runs(shown(block.line))}
    if isinstance(block, Items):
        return {"type": "items", "lines": [_runs(shown(line)) for line in block.lines]}
    if isinstance(block, Table):
        alike = [other for other in part.blocks if isinstance(other, Table) and other.columns == block.columns]
        return {"type": "table", **_table(block, _widths(alike))}
    return {"type": "duties", "sections": _sections(block)}


def _sections(block: Duties) -> list[dict[str, Any]]:
    return [
        {"title": _runs(f"（{chinese(place)}）{title}"), "duties": [_duty(duty) for duty in duties]}
        for place, (title, duties) in enumerate(block.by_section(), 1)
    ]


def _duty(duty: Duty) -> dict[str, Any]:
    text = shown(duty)
    under = [detail if label == "时间" else f"{label}：{detail}" for label, detail in details(duty)]
    whole = sum(columns(piece) for piece in (text, *under)) <= _TALLEST * _BODY
    return {"text": _runs(text), "details": [_runs(detail) for detail in under], "whole": whole}


def _table(table: Table, widths: Sequence[float]) -> dict[str, Any]:
    return {
        "caption": _runs(table.caption),
        "widths": [width + _MARGINS for width in widths],
        "headings": _cells([column.heading for column in table.columns], widths),
        "rows": [_row([shown(line) for line in row], widths) for row in table.rows],
    }


def _row(cells: list[str], widths: Sequence[float]) -> dict[str, Any]:
    """A row; `signed` where a cell waits for handwriting, not `whole` where it is too tall to be kept on one page."""
    return {
        "cells": _cells(cells, widths),
        "signed": _BLANK in [cell[:1] for cell in cells],
        "whole": all(columns(cell) <= _TALLEST * width for cell, width in zip(cells, widths, strict=True)),
    }


def _cells(texts: list[str], widths: Sequence[float]) -> list[Runs]:
    return [_runs(text, width * _WIDE_LETTERS) for text, width in zip(texts, widths, strict=True)]


def _widths(tables: Sequence[Table]) -> list[float]:
    """The columns' widths, the same for tables of the same columns: as wide as their texts where there is room.

    Where there is none, columns of short text keep theirs, and the others share the rest by the root of their length.
    """
    lists = [[column.heading for column in tables[0].columns], *([shown(line) for line in row] for t in tables for row in t.rows)]
    natural = [max(printed(text) for text in texts) for texts in zip(*lists, strict=True)]
    room = _CELLS - _MARGINS * len(natural)
    if sum(natural) <= room:
        return [float(width) for width in natural]
    short = [width if width <= room / len(natural) else 0 for width in natural]
    roots = [0 if kept else sqrt(width) for kept, width in zip(short, natural, strict=True)]
    share = (room - sum(short)) / sum(roots)
    return [kept or max(root * share, _NARROWEST) for kept, root in zip(short, roots, strict=True)]


def _runs(text: str, longest_word: float = _LONG_WORD) -> Runs:
    """`text` in pieces, each with its look: placeholders are open, ※ a mark, the rest is text."""
    pieces = [piece for piece in _SPECIAL.split(_printable(text)) if piece]
    return [(_look(piece), _WORD.sub(lambda word: _breakable(word[0], longest_word), piece)) for piece in pieces]


def _look(piece: str) -> str:
    return "mark" if piece == MARK else "open" if _SPECIAL.fullmatch(piece) else "text"


def _breakable(word: str, longest: float) -> str:
    """`word` with places to break where it is long, so that it cannot run off the page."""
    if columns(word) <= longest:
        return word
    return "".join(c if unicodedata.combining(c) or c in _JOINERS else _BREAK + c for c in word)


def _printable(text: str) -> str:
    """`text` with breaks as blanks and codes for characters that cannot be seen or would turn the text around."""
    return "".join(" " if c != _BLANK and c.isspace() else c if _is_printable(c) else _code(c) for c in text)


def _is_printable(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _UNPRINTABLE


def _is_sign(character: str) -> bool:
    """Whether the character changes the one before it."""
    return character in _JOINERS or unicodedata.category(character).startswith("M")
