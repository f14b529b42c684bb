"""Markdown → Draft: ours with or without its comment, edited or not, and that of others. No line that shows is lost.

The page is read as CommonMark with tables; the comment then gives the lines that were left alone their origins back.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

from dutywriter.catalogue.model import FREQUENCIES
from dutywriter.draft import Block, Column, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table
from dutywriter.formats.comment import END, usual_key
from dutywriter.formats.lines import details_of
from dutywriter.marker import COMMENT
from dutywriter.reading.comment import laid_over, parsed
from dutywriter.text.marked import unmarked

USER = Origin("user")
UNTITLED, UNHEADED = "岗位职责", "正文"
LONGEST_TITLE = 40
DEEPEST = 60
PART_LEVEL = 2
_NUMERAL = r"(?:[一二三四五六七八九十]+|\d+)"
_PART_NUMBER = re.compile(rf"(?:{_NUMERAL}[、.．])?\s*")
_SECTION_NUMBER = re.compile(rf"（{_NUMERAL}）")
_BREAK_TAG = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INVISIBLE = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)))
_INVISIBLE |= {0x09: " ", 0x0A: "\n", 0x0D: "\n", 0x2028: " ", 0x2029: " "}

# The parser strips every kind of blank, Markdown only the blanks of ASCII: the others pass it as noncharacters.
_BLANKS = [chr(code) for code in range(0xA0, 0x3001) if chr(code).isspace()]
_VEIL = str.maketrans({blank: chr(0xFDD0 + place) for place, blank in enumerate(_BLANKS)})
_UNVEIL = {code: chr(blank) for blank, code in ((ord(b), 0xFDD0 + place) for place, b in enumerate(_BLANKS))}


class Heading(Struct, frozen=True):
    level: int
    text: str


class Quote(Struct, frozen=True):
    lines: list[str]


class Lines(Struct, frozen=True):
    """A paragraph's lines; `bold` where all of it is."""

    lines: list[str]
    bold: bool = False


class Entry(Struct, frozen=True):
    """An entry of a list: all its lines; and where its first is bold, that one and what stands below."""

    lines: list[str]
    bold: str = ""
    below: str = ""


class Entries(Struct, frozen=True):
    entries: list[Entry]

    def are_duties(self) -> bool:
        return any(entry.bold and details_of(entry.below).frequency in FREQUENCIES for entry in self.entries)


class Grid(Struct, frozen=True):
    rows: list[list[str]]


Piece = Heading | Quote | Lines | Entries | Grid


def read_markdown(text: str) -> Draft:
    """The draft that the text shows. Where our comment stands at its end, lines that were left alone are what they were.

    Whatever else shows is the user's; a page without headings is one part.
    """
    page, comment = _apart(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    draft = _draft(_pieces(page))
    known = parsed(comment)
    return laid_over(draft, known) if known else draft


def _apart(text: str) -> tuple[str, str]:
    """The page, and what stands in the comment."""
    start = text.rfind(f"\n{COMMENT}")
    end = text.find(f"\n{END}", start)
    if start < 0 or end < 0:
        return text, ""
    return text[:start] + "\n" + text[end + 1 + len(END) :], text[start + 1 : end]


def _pieces(page: str) -> list[Piece]:
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST + 2}).enable(["table", "strikethrough"])
    text = page.translate(_INVISIBLE)
    tokens = parser.parse(f"{text.translate(_VEIL)}\n")  # a last line without its end may be one that the parser reads beyond
    if any(token.level > DEEPEST for token in tokens):  # the parser leaves out what is nested more deeply than it will go
        return [Lines(_filled(text))]
    return [piece for group in _groups(tokens) for piece in _piece(group)]


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens of each thing that is not within another."""
    group: list[Token] = []
    for token in tokens:
        group.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield group
            group = []


def _piece(group: list[Token]) -> Iterator[Piece]:
    kind = group[0].type
    if kind == "heading_open":
        yield Heading(int(group[0].tag[1]), " ".join(_lines(group)))
    elif kind == "blockquote_open":
        yield Quote(_lines(group))
    elif kind in ("ordered_list_open", "bullet_list_open"):
        yield Entries([entry for tokens in _entries(group) if (entry := _entry(tokens)).lines])
    elif kind == "table_open":
        yield Grid(_rows(group))
    else:
        bold, after = _bold(group[1].children or []) if kind == "paragraph_open" else ("", [])
        yield Lines(_lines(group), bold=bool(bold) and not after)


def _entries(tokens: list[Token]) -> Iterator[list[Token]]:
    """The tokens of each entry of a list and of the lists in it, one after the other."""
    entry: list[Token] = []
    for token in tokens:
        if token.type == "list_item_open":
            yield entry
            entry = []
        entry.append(token)
    yield entry


def _entry(tokens: list[Token]) -> Entry:
    inline = next((place for place, token in enumerate(tokens) if token.type == "inline"), None)
    bold, after = ("", []) if inline is None else _bold(tokens[inline].children or [])
    if inline is None or not bold:
        return Entry(_lines(tokens))
    return Entry(_lines(tokens), bold, " ".join([*_texts(after), *_lines(tokens[inline + 1 :])]))


def _rows(tokens: list[Token]) -> list[list[str]]:
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(" ".join(_texts(token.children or [])))
    return rows


def _bold(children: list[Token]) -> tuple[str, list[Token]]:
    """The first line, where it and nothing else is bold, and the tokens of the lines after it."""
    shown = [child for child in children if child.type != "text" or child.content]
    if not shown or shown[0].type != "strong_open":
        return "", []
    close = next(place for place, child in enumerate(shown) if child.type == "strong_close" and child.level == shown[0].level)
    after = shown[close + 1 :]
    if after and after[0].type not in ("softbreak", "hardbreak"):
        return "", []
    return " ".join(_texts(shown[1:close])), after


def _lines(tokens: Sequence[Token]) -> list[str]:
    """Every line that the tokens show."""
    found: list[str] = []
    for token in tokens:
        if token.type == "inline":
            found += _texts(token.children or [])
        elif token.type in ("fence", "code_block"):
            found += _filled(token.content.translate(_UNVEIL))
        elif token.type == "html_block":
            found += _filled(_without_comments(token.content).translate(_UNVEIL))
    return found


def _filled(text: str) -> list[str]:
    """The lines of `text` that hold more than blanks, without the blanks around them."""
    return [line for row in text.split("\n") if (line := row.strip())]


def _without_comments(html: str) -> str:
    """`html` without its comments; one without an end stays."""
    before, *rest = html.split("<!--")
    for piece in rest:
        _, end, after = piece.partition("-->")
        before += after if end else f"<!--{piece}"
    return before


def _texts(children: Sequence[Token]) -> list[str]:
    """The lines of inline content, without its markup."""
    text = ""
    for child in children:
        if child.type in ("softbreak", "hardbreak") or (child.type == "html_inline" and _BREAK_TAG.fullmatch(child.content)):
            text += "\n"
        elif child.type != "html_inline" or not child.content.startswith("<!--"):
            text += child.content.replace("\n", " ")
    return [line for line in text.translate(_UNVEIL).translate(_INVISIBLE).split("\n") if line]


def _draft(pieces: list[Piece]) -> Draft:
    title, rest = _titled(pieces)
    notice = None
    if title is not None and rest and isinstance(rest[0], Quote) and rest[0].lines:
        notice = _line(" ".join(rest[0].lines))
        rest = rest[1:]
    return Draft(UNTITLED if title is None else title, "", "", "", tuple(_parts(rest)), notice)


def _titled(pieces: list[Piece]) -> tuple[str | None, list[Piece]]:
    """The title and what follows it: the first heading of the first level, else a short first line with more below it."""
    for place, piece in enumerate(pieces):
        if isinstance(piece, Heading) and piece.level == 1:
            return piece.text, pieces[:place] + pieces[place + 1 :]
    first = pieces[0] if pieces else None
    if (
        isinstance(first, Lines)
        and first.lines
        and len(first.lines[0]) <= LONGEST_TITLE
        and len(first.lines) + len(pieces) > PART_LEVEL
    ):
        return first.lines[0], [Lines(first.lines[1:]), *pieces[1:]]
    return None, pieces


def _parts(pieces: list[Piece]) -> Iterator[Part]:
    deepest = max(PART_LEVEL, min((piece.level for piece in pieces if isinstance(piece, Heading)), default=0))
    heading, group, place = UNHEADED, list[Piece](), 0
    for piece in [*pieces, Heading(0, "")]:
        if not isinstance(piece, Heading) or piece.level > deepest:
            group.append(piece)
            continue
        blocks = tuple(_blocks(group))
        if blocks or place:
            yield Part(f"part{place or 1}", heading, blocks)
        place += 1 if place or not blocks else 2
        heading, group = _PART_NUMBER.sub("", piece.text, count=1), []


def _blocks(pieces: list[Piece]) -> Iterator[Block]:
    """The blocks that pieces are: a heading over duties is their section, bold lines over a table are its caption."""
    duties: list[Duty] = []
    place = 0
    while place < len(pieces):
        piece, after = pieces[place], pieces[place + 1] if place + 1 < len(pieces) else None
        place += 1
        if isinstance(piece, Heading) and isinstance(after, Entries) and after.are_duties():
            title = _SECTION_NUMBER.sub("", piece.text, count=1) if _SECTION_NUMBER.match(piece.text) else piece.text
            if title in {duty.section_title for duty in duties}:
                yield Duties(tuple(duties))
                duties = []
            duties += [_duty(entry, title) for entry in after.entries]
            place += 1
            continue
        if duties:
            yield Duties(tuple(duties))
            duties = []
        if isinstance(piece, Lines) and piece.bold and isinstance(after, Grid):
            yield _table(after, " ".join(piece.lines))
            place += 1
        else:
            yield from _block(piece)
    if duties:
        yield Duties(tuple(duties))


def _block(piece: Piece) -> Iterator[Block]:
    if isinstance(piece, Grid):
        yield _table(piece)
    elif isinstance(piece, Entries):
        if piece.entries:
            yield Items(tuple(_line(" ".join(entry.lines)) for entry in piece.entries))
    elif isinstance(piece, Heading):
        if piece.text:
            yield Paragraph(_line(piece.text))
    else:
        yield from (Paragraph(_line(line)) for line in piece.lines)


def _table(grid: Grid, caption: str = "") -> Table:
    head, *rows = grid.rows
    columns = tuple(Column(usual_key(place), heading) for place, heading in enumerate(head, 1))
    return Table(columns, tuple(tuple(map(_line, row)) for row in rows), caption)


def _duty(entry: Entry, title: str) -> Duty:
    text, below = (entry.bold, entry.below) if entry.bold else (" ".join(entry.lines), "")
    line, found = _line(text), details_of(below)
    timing, standard, deliverable = (
        None if part is None else _line(part) for part in (found.timing, found.standard, found.deliverable)
    )
    return Duty(
        line.text,
        USER,
        line.suggested,
        section=title,
        section_title=title,
        level="",
        frequency=found.frequency,
        timing=timing,
        standard=standard,
        deliverable=deliverable,
        partners=found.partners,
    )


def _line(text: str) -> Line:
    spanned = unmarked(text)
    return Line(spanned.text, USER, spanned.suggested)
