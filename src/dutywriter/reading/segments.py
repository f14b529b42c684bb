"""Source → segments: what is written in a text, piece by piece, in order."""

import re
from collections.abc import Iterator
from functools import partial
from typing import Literal

from dutywriter.reading.grid import Grid
from dutywriter.reading.hidden import BLANKS, Hidden, behind_blanks, behind_comment, behind_front
from dutywriter.reading.marks import BULLET, NONE, LineMark, mark_of, unmarked
from dutywriter.reading.markup import Written, line_breaks, written
from dutywriter.reading.outline import CAPTION, NAMED, SECTION, SUBSECTION, Outline
from dutywriter.reading.parts import CLEAR, LONGEST_HEADING, STRONG, bare, exact, part_of
from dutywriter.reading.pieces import Piece, pieces
from dutywriter.reading.requirement import is_requirement
from dutywriter.reading.source import Mark, Segment, Source
from dutywriter.text.pattern import Pattern

Kind = Literal["title", "heading", "item", "paragraph", "cell", "detail", "quote"]

_LINE = re.compile(r"[^\r\n]+")
_RULE = Pattern(r"[-_*=—─~·.…#＝－][-_*=—─~·.…#＝－\s]*\Z")
_HASHES = Pattern(r"(#{1,6})(?:[ \t\u3000]+|(?=[^#\s])(?!.*#)|\Z)")
_UNDERLINE = Pattern(r"(?:\r\n?|\n) {0,3}(=+|-{2,})[ \t]*(?=\r|\n|\Z)")
_BOX = Pattern(r"\[[ xX]\]\s+|[□☐☑☒]\s*")
_LONGEST_UNDERLINE = 2000
_LONGEST_TITLE = 60
_LONGEST_HASHED = 120
_LISTED = frozenset(("duties", "requirements", "pluses"))
_POSTED = frozenset(("", "duties", "requirements", "pluses", "offer", "employer", "contact"))
_CLOSERS = ":：？?！! "
_SAID = "。；;！？!?，,"
_DOINGS = ("负责", "协助", "参与", "完成", "配合")
_LONGEST_ITEM = 80
_LONGEST_NAME = LONGEST_HEADING + 8
_LONGEST_CAPTION = 16
_LONGEST_LINE = 8000


def segments(source: Source) -> Iterator[Segment]:
    """Every piece of writing in the source, in order. A very long line is read in stretches of some thousand characters."""
    scanner = _Scanner(source)
    if source.form == "word":
        yield from scanner.paragraphs(source)
        return
    begin = behind_front(source.text) if source.form == "markdown" else 0
    for match in _LINE.finditer(source.text, begin):
        yield from scanner.line(*match.span())


class _Scanner:
    """Reads line after line, each in the light of those before."""

    def __init__(self, source: Source) -> None:
        self.text = source.text
        self.markdown = source.form == "markdown"
        self.outline = Outline(source.text)
        self.hidden, self.grid = Hidden(source.text), Grid(source.text)
        self.written = partial(written, source.text, markdown=self.markdown)
        self.count = 0
        self.item_end = -1

    def line(self, start: int, end: int) -> Iterator[Segment]:
        """What one line holds."""
        start = behind_blanks(self.text, start, end)
        if self.markdown:
            start, end = self.hidden.visible(start, end)
        else:
            start = behind_comment(self.text, start, end)
        if start >= end:
            return
        if self.grid.takes(start, end, markdown=self.markdown):
            yield from self._row(start, end)
            return
        for begin, stop in self._lines(start, end):
            for part_start, part_end in _short(self.text, begin, stop):
                yield from self._stretch(part_start, part_end)

    def paragraphs(self, source: Source) -> Iterator[Segment]:
        """What the paragraphs of a Word file hold."""
        start = 0
        for number, paragraph in enumerate(source.text.split("\n")):
            mark = source.marks.get(number)
            for place, text in enumerate(paragraph.split("\v")):
                begin, end = behind_blanks(self.text, start, start + len(text)), start + len(text)
                start = end + 1
                if begin == end:
                    continue
                if mark is None or (mark.sort == "bold" and mark_of(self.text, begin, end, self.count).sort):
                    for part_start, part_end in _short(self.text, begin, end):
                        yield from self._stretch(part_start, part_end)
                else:
                    yield from self._paragraph(mark if place == 0 or mark.sort != "item" else Mark("detail"), begin, end)

    def _paragraph(self, mark: Mark, start: int, end: int) -> Iterator[Segment]:
        """What a paragraph of Word holds, of which Word knows what it is."""
        whole = _unboxed(self.written(start, end))
        if not whole.text:
            return
        sort = mark.sort
        if sort == "cell":
            yield self._cell(whole, mark.column, mark.row)
        elif sort in ("detail", "quote"):
            yield self._segment(sort, whole)
        elif sort == "title" and not self.outline.divided:
            yield self._title(whole)
        elif sort in ("item", "bold"):
            yield from self._marked(BULLET if sort == "item" else NONE, whole, bold=sort == "bold")
        else:
            yield from self._hashed(start, end, CAPTION if sort == "caption" else mark.depth or SECTION)

    def _row(self, start: int, end: int) -> Iterator[Segment]:
        for cell in self.grid.cells(start, end):
            if cell.row == 0:
                self.grid.columns.append(self.written(cell.start, cell.end).text)
            for begin, stop in self._lines(cell.start, cell.end):
                whole = _unboxed(self.written(begin, stop)) if begin < stop else None
                if whole and whole.text:
                    yield self._cell(whole, self.grid.column(cell.place), cell.row)

    def _lines(self, start: int, end: int) -> list[tuple[int, int]]:
        return line_breaks(self.text, start, end) if self.markdown else [(start, end)]

    def _stretch(self, start: int, end: int) -> Iterator[Segment]:
        text, start = self.text, behind_blanks(self.text, start, end)
        first = text[start] if start < end else ""
        if not first:
            return
        if first == "#" and end - start <= _LONGEST_HASHED and (hashes := _HASHES.match(text, start, end)):
            yield from self._hashed(hashes.end(), end, len(hashes[1]))
        elif self.markdown and first == ">":
            yield from self._quote(start, end)
        elif first in "-_*=—─~·.…#＝－" and _RULE.match(text, start, end):
            return
        elif self.markdown and end - start <= _LONGEST_TITLE and (depth := self._underlined(end)):
            yield from self._hashed(start, end, depth)
        else:
            yield from self._plain(start, end)

    def _underlined(self, end: int) -> int:
        """How deep a line stands as a heading by the line drawn under it; 0 where there is none."""
        if not self.text.startswith(("\n=", "\n-", "\r\n=", "\r\n-", "\n ", "\r\n "), end):
            return 0
        line = _UNDERLINE.match(self.text, end, end + _LONGEST_UNDERLINE)
        return 0 if line is None else 1 if line[1][0] == "=" else SECTION

    def _plain(self, start: int, end: int) -> Iterator[Segment]:
        mark = mark_of(self.text, start, end, self.count)
        whole = _unboxed(self.written(mark.end or start, end))
        if not whole.text:
            return
        if not mark.sort and self._is_below_item(start):
            self.item_end = end
            yield self._segment("detail", whole)
            return
        yield from self._marked(mark, whole, bold=_is_bold(self.text, mark.end or start, end))
        self.item_end = end if mark.sort else -1

    def _is_below_item(self, start: int) -> bool:
        """Whether a line stands right under an item, and is set in."""
        if self.item_end < 0:
            return False
        gap = self.text[self.item_end : start]
        return gap.count("\n") + gap.count("\r") - gap.count("\r\n") == 1 and gap.endswith(("  ", "\t", "\u3000"))

    def _marked(self, mark: LineMark, whole: Written, *, bold: bool) -> Iterator[Segment]:
        if not self.outline.begun and not mark.sort and self._opens(whole):
            yield self._title(whole)
            return
        self.outline.begun = True
        if depth := self._depth(mark, whole.text, bold=bold):
            name = whole.text.rstrip(":： ")
            framed = _is_framed(name)
            yield self._heading(whole.part(framed, len(name) - framed), depth)
            return
        if mark.sort in ("number", "circled"):
            self.count = mark.number
        elif mark.sort in ("chinese", "deep"):
            self.count = 0
        yield from self._pieces(whole, listed=bool(mark.sort))

    def _opens(self, whole: Written) -> bool:
        """Whether a first line is the title of what follows it."""
        return self.outline.is_title(whole.text) and bool(
            self.text[whole.start + len(whole.text) :][:_LONGEST_LINE].strip("* \r\n")
        )

    def _depth(self, mark: LineMark, text: str, *, bold: bool) -> int:
        """How deep a line stands as a heading; 0 where it is none."""
        name = text.rstrip(_CLOSERS)
        if len(name) > _LONGEST_NAME or not name or "：" in name or ":" in name:
            return 0
        if mark.sort in ("chinese", "deep"):
            return self._numbered_depth(mark, name)
        closed, framed, key = text.endswith((":", "：")), _is_framed(name), exact(name)
        drawn = closed or framed or bold
        if mark.sort:
            strong = key in CLEAR and len(bare(name)) >= STRONG
            return NAMED if strong or (key is not None and drawn) else 0
        if key or (key is not None and drawn):
            return NAMED
        return _unknown_depth(name, drawn=bold or framed, closed=closed)

    def _numbered_depth(self, mark: LineMark, name: str) -> int:
        """How deep 一、 or （一） stands; 0 where what follows is something done, not the name of a part."""
        key = exact(name)
        if any(sign in name for sign in "。；;！？!?") or (key is None and ("，" in name or name.startswith(_DOINGS))):
            return 0
        if mark.sort == "chinese":
            return SECTION
        return SUBSECTION if self.outline.divided or key is not None else 0

    def _hashed(self, start: int, end: int, depth: int) -> Iterator[Segment]:
        whole = self.written(start, end)
        whole = whole.part(0, len(whole.text.rstrip("# :：")))
        if not whole.text:
            return
        first = not self.outline.begun or (depth == 1 and not self.outline.divided)
        if first and exact(whole.text) is None:
            yield self._title(whole)
            return
        yield self._heading(whole.part(unmarked(whole.text), len(whole.text)), depth)

    def _title(self, whole: Written) -> Segment:
        self.outline.title(whole.text)
        return self._segment("title", whole, depth=1)

    def _heading(self, whole: Written, depth: int, part: str | None = None) -> Segment:
        self.outline.heading(whole.text, depth, part)
        self.count, self.item_end = 0, -1
        return self._segment("heading", whole, depth=depth)

    def _quote(self, start: int, end: int) -> Iterator[Segment]:
        while start < end and (self.text[start] == ">" or self.text[start] in BLANKS):
            start += 1
        if start < end:
            mark = mark_of(self.text, start, end, self.count)
            whole = self.written(mark.end or start, end)
            if whole.text:
                yield self._segment("quote", whole)

    def _pieces(self, whole: Written, *, listed: bool) -> Iterator[Segment]:
        for piece in pieces(whole.text, self.count, self.outline.part):
            part = whole if len(whole.text) == piece.end - piece.start else whole.part(piece.start, piece.end)
            if not part.text:
                continue
            if piece.kind == "heading":
                yield self._heading(part, NAMED, piece.part)
            else:
                self.count = max(piece.number, 0) or self.count
                yield self._piece(part, piece, listed=listed or piece.kind == "item")

    def _piece(self, whole: Written, piece: Piece, *, listed: bool) -> Segment:
        if listed:
            self.outline.item()
        part = self.outline.part
        if piece.kind == "field":
            part = piece.part if part in _POSTED else part
        elif part in ("duties", "offer") and is_requirement(whole.text):
            part = "requirements"
        item = listed or piece.kind == "field" or (part in _LISTED and _is_item(whole.text))
        return self._segment("item" if item else "paragraph", whole, part=part)

    def _segment(self, kind: Kind, whole: Written, *, part: str | None = None, depth: int = 0) -> Segment:
        key = self.outline.part if part is None else part
        return Segment(kind, whole.text, whole.start, key, self.outline.number, whole.cuts, depth=depth)

    def _cell(self, whole: Written, column: str, row: int) -> Segment:
        return Segment("cell", whole.text, whole.start, self.outline.part, self.outline.number, whole.cuts, column, row)


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in lengths that cost little to look at, cut behind a sentence where there is one."""
    while end - start > _LONGEST_LINE:
        stop = max(text.rfind(sign, start + _LONGEST_LINE // 2, start + _LONGEST_LINE) for sign in "。；;！？ ，,") + 1
        yield start, stop or start + _LONGEST_LINE
        start = stop or start + _LONGEST_LINE
    yield start, end


def _unboxed(whole: Written) -> Written:
    """Without the box of a thing to be ticked."""
    box = _BOX.match(whole.text) if whole.text[:1] in "□☐☑☒[" else None
    return whole.part(box.end(), len(whole.text)) if box else whole


def _unknown_depth(name: str, *, drawn: bool, closed: bool) -> int:
    """How deep a name that nobody knows stands as a heading: `drawn` as one, or `closed` by a colon."""
    if any(sign in name for sign in _SAID):
        return 0
    short = len(name) < _LONGEST_CAPTION and "、" not in name
    if drawn or (closed and short):
        return NAMED if part_of(name) else CAPTION
    return NAMED if short and part_of(name) not in (None, "", "pluses") else 0


def _is_bold(text: str, start: int, end: int) -> bool:
    """Whether nothing but bold characters stand there."""
    if not text.startswith("**", start):
        return False
    line = text[start:end].strip().rstrip("：:")
    return line.endswith("**") and line.count("**") == 2 and len(line) > len("****")  # noqa: PLR2004


def _is_framed(name: str) -> bool:
    """Whether brackets stand around all of a name."""
    return name[0] in "【〖" and name[-1] in "】〗" and "待填" not in name and "】" not in name[:-1] and bool(name[1:-1].strip())


def _is_item(text: str) -> bool:
    """Whether a line that nothing marks is one thing of a list, not prose."""
    return len(text) <= _LONGEST_ITEM and "：" not in text and "。" not in text[:-1]
