"""Source → segments: what is written in a text, piece by piece, in order."""

import re
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from dutywriter.reading.markup import Written, line_breaks, written
from dutywriter.reading.parts import LONGEST_HEADING, bare, exact, part_of
from dutywriter.reading.pieces import Piece, pieces
from dutywriter.reading.source import Mark, Segment, Source
from dutywriter.text.pattern import Pattern

Kind = Literal["title", "heading", "item", "paragraph", "cell", "detail", "quote"]
HEAD = 20_000
"""So much of a source is looked at before it is read, to know what kind of text it is."""

_LINE = re.compile(r"[^\r\n]+")
_BLANKS = " \t\u3000\xa0\ufeff\u200b\v\f"
_FRONT = Pattern(
    r"\ufeff?---[ \t]*(?:\r\n?|\n)(?=[^\s:#>|-][^:\n]{0,60}:(?:\s|\Z))(?:[^\n]{0,2000}\n){0,400}?(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)"
)
_FENCE = Pattern(r"(`{3,}|~{3,})([^`\r\n]*)$")
_RULE = Pattern(r"(?:[-_*=—─~·.…#＝－]\s*){3,}\Z")
_HASHES = Pattern(r"(#{1,6})(?:[ \t\u3000]+|(?=[^#\s])(?!.*#)|\Z)")
_UNDERLINE = Pattern(r"(?:\r\n?|\n) {0,3}(=+|-{2,})[ \t]*(?=\r|\n|\Z)")
_SEPARATOR = Pattern(r"(?:\r\n?|\n)?[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*(?=\r|\n|\Z)")
_MARKER = re.compile(
    r"(?P<number>\d{1,3})\s?(?:[、，]|[.．)）](?!\d))\s*|[（(]\s?(?P<ringed>\d{1,2})\s?[）)][、.]?\s*|(?P<circled>[①-⑳])[、.]?\s*"
    r"|第?(?P<chinese>[一二三四五六七八九十]{1,3})[、.．]\s*|[（(](?P<deep>[一二三四五六七八九十]{1,3})[）)][、.]?\s*"
    r"|(?P<bullet>[*+-][ \t]+|-(?=[\u4e00-\u9fff【*])|[·•●○◆◇■▪▸►▶➤➢★☆✓✔√﹒∙⚫－—]+\s*)|(?P<letter>[a-zA-Z](?:[、)）]|\.(?=\s|[\u4e00-\u9fff])))\s*"
)
_DECIMAL = re.compile(r"(\d{1,2})[.．)）](?=\d)")
_PLAIN_NUMBER = re.compile(r"(\d{1,2})[ \t]+(?=[\u4e00-\u9fff])")
_MARKS = frozenset("0123456789０１２３４５６７８９（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十第*+-·•●○◆◇■▪▸►▶➤➢★☆✓✔√﹒∙⚫－—")
_BOX = re.compile(r"\[[ xX]\]\s+|□\s*")
_TITLE = Pattern(
    r"说明书|职责|招聘|诚聘|招募|急聘|清单|附件|要求$|(?:专员|主管|经理|总监|助理|主播|编辑|运营|工程师|设计师|负责人|代表|顾问|实习生|策划|客服|文案|店长|岗|师|员|BD)"
    r"(?:[（(\[【/\-—].{0,30})?$"
)
_REQUIREMENT = Pattern(
    r"学历|(?:本科|大专|硕士|中专|高中|专科|统招)[^，。；]{0,6}(?:以上|毕业|在读)|\d\s?[年个][^，。；]{0,14}(?:经验|经历)|(?:者|经验|背景|能力)[^，。；]{0,2}优先"
    r"|优先(?:考虑|录用|录取)?[。；;！!.）)]*$|^(?:具备|具有|拥有|良好的|较强的?|有较?[强好]的?|优秀的|熟练|年龄|性别|男女|限[男女]|身体健康|五官|形象|普通话"
    r"|[男女][，,性士生]|工作认真|责任心|吃苦|能吃苦|能承受|热爱|抗压|户籍|\d\d\s?[-~至到—]+\s?\d\d\s?周?岁)|\d\d\s?周?岁(?:以[下内上]|左右)",
    "学本硕专高统经优具拥良较有熟年性男限身五形普女责吃能热抗户岁工",
)
_REQUIREMENT_NAMES = (
    "任职要求",
    "任职资格",
    "任职条件",
    "岗位要求",
    "职位要求",
    "招聘要求",
    "应聘要求",
    "资格要求",
    "任职资质",
    "要求：",
    "要求:",
)
_LISTED = frozenset(("duties", "requirements", "pluses"))
_WINS = frozenset(("requirements", "pluses", "offer", "employer", "contact", "duties"))
_SAID = "。；;！？!?，,"
_DOINGS = ("负责", "协助", "参与", "完成", "配合")
_STRONG = 4
_LONGEST_ITEM = 80
_LONGEST_NAME = LONGEST_HEADING + 8
_LONGEST_TITLE = 40
_LONGEST_CAPTION = 16
_LONGEST_LINE = 8000
_SECTION, _SUBSECTION, _NAMED, _CAPTION = 2, 3, 7, 8


def segments(source: Source) -> Iterator[Segment]:
    """Every piece of writing in the source, in order."""
    scanner = _Scanner(source)
    if source.form == "word":
        yield from scanner.word()
        return
    for match in _LINE.finditer(source.text, scanner.begin):
        start, end = match.span()
        yield from scanner.line(start, end)


class _Mark(Struct, frozen=True):
    """What a line begins with: the sort of mark, the number it tells (-1 none), and where the text behind it begins."""

    sort: str
    number: int
    end: int


_NO_MARK = _Mark("", -1, 0)


class _Scanner:
    """Reads line after line; knows the part it is in, and what the lines before it opened."""

    def __init__(self, source: Source) -> None:
        self.text, self.marks = source.text, source.marks
        self.markdown = source.form == "markdown"
        self.begin = _front(source.text)
        self.inside = ""
        self.part, self.number = "", 0
        self.parts: list[tuple[int, str]] = []
        self.count = -1
        self.columns: list[str] | None = None
        self.row = 0
        self.titled = self.headed = self.known = self.of_duties = False
        self.item_end = -1
        head = source.text[:HEAD]
        self.opens_with_duties = any(name in head for name in _REQUIREMENT_NAMES)

    def line(self, start: int, end: int) -> Iterator[Segment]:
        """What one line holds."""
        text = self.text
        while start < end and text[start] in _BLANKS:
            start += 1
        if self.markdown:
            start = self._hidden(start, end)
        if start >= end:
            return
        first = text[start]
        if first == "|" or (self.markdown and "|" in text[start:end] and self._is_table(end)):
            yield from self._table(start, end)
            return
        self.columns = None
        for begin, stop in line_breaks(text, start, end) if self.markdown else ((start, end),):
            for part_start, part_end in _short(text, begin, stop):
                yield from self._text(part_start, part_end)

    def word(self) -> Iterator[Segment]:
        """What the paragraphs of a Word file hold."""
        start = 0
        for number, paragraph in enumerate(self.text.split("\n")):
            mark = self.marks.get(number)
            for place, text in enumerate(paragraph.split("\v")):
                if text.strip(_BLANKS):
                    yield from self._paragraph(mark, start, start + len(text), first=place == 0)
                start += len(text) + 1

    def _paragraph(self, mark: Mark | None, start: int, end: int, *, first: bool) -> Iterator[Segment]:
        while self.text[start] in _BLANKS:
            start += 1
        sort = mark.sort if mark else ""
        if mark is None or (sort == "bold" and self.text[start] in _MARKS):
            for begin, stop in _short(self.text, start, end):
                yield from self._text(begin, stop)
            return
        whole = written(self.text, start, end, markdown=False)
        if box := _BOX.match(whole.text):
            whole = whole.part(box.end(), len(whole.text))
        if not whole.text:
            return
        if sort == "cell":
            yield self._segment("cell", whole, column=mark.column, row=mark.row)
        elif sort == "detail" or (sort == "item" and not first):
            yield self._segment("detail", whole)
        elif sort == "quote":
            yield self._segment("quote", whole)
        elif sort == "title" and not self.titled:
            yield self._title(whole)
        elif sort in ("heading", "caption", "title"):
            yield from self._hashed(start, end, _CAPTION if sort == "caption" else mark.depth or _SECTION)
        else:
            yield from self._marked(_Mark("bullet" if sort == "item" else "", -1, start), whole, bold=sort == "bold")

    def _hidden(self, start: int, end: int) -> int:
        """Where the visible part of a line begins: behind a comment, and not within a fence."""
        text = self.text
        if self.inside and self.inside != "-->":
            if text.startswith(self.inside, start) and not text[start:end].strip("`~ \t"):
                self.inside = ""
            return end
        while start < end:
            if self.inside:
                closing = text.find("-->", start, end)
                if closing < 0:
                    return end
                self.inside, start = "", closing + 3
            while start < end and text[start] in _BLANKS:
                start += 1
            if not text.startswith("<!--", start, end):
                break
            self.inside, start = "-->", start + 4
        if start < end and text[start] in "`~" and (fence := _FENCE.match(text, start, end)):
            self.inside = fence[1]
            return end
        return start

    # tables

    def _is_table(self, end: int) -> bool:
        return self.columns is not None or self._separator_follows(end)

    def _separator_follows(self, end: int) -> bool:
        return _SEPARATOR.match(self.text, end, end + 2000) is not None if self._next(end) in "|:- \t" else False

    def _next(self, end: int) -> str:
        """The first character of the next line."""
        place = end + (2 if self.text.startswith("\r\n", end) else 1)
        return self.text[place : place + 1]

    def _table(self, start: int, end: int) -> Iterator[Segment]:
        if self.columns is None:
            self.columns, self.row = [], 0
            heads = self.markdown and self._separator_follows(end)
        else:
            heads = False
            if not self.text[start:end].strip("|-: \t"):
                return
            self.row += 1
        for place, (begin, stop) in enumerate(_cells(self.text, start, end)):
            cell = written(self.text, begin, stop, markdown=self.markdown)
            if heads:
                self.columns.append(cell.text)
            if box := _BOX.match(cell.text):
                cell = cell.part(box.end(), len(cell.text))
            if cell.text:
                column = "" if heads or place >= len(self.columns) else self.columns[place]
                yield self._segment("cell", cell, column=column, row=self.row)

    # lines

    def _text(self, start: int, end: int) -> Iterator[Segment]:
        text = self.text
        first = text[start : start + 1]
        if self.markdown and first == "#" and (hashes := _HASHES.match(text, start, end)):
            yield from self._hashed(hashes.end(), end, len(hashes[1]))
            return
        if self.markdown and first == ">":
            yield from self._quote(start, end)
            return
        if first in "-_*=—─~·.…#＝－" and _RULE.match(text, start, end):
            return
        if self.markdown and self._next(end) in "=- " and (line := _UNDERLINE.match(text, end, end + 2000)):
            if "=" in line[1] or "|" not in text[start:end]:
                yield from self._hashed(start, end, 1 if "=" in line[1] else _SECTION)
                return
        mark = self._mark(start, end)
        whole = written(text, mark.end or start, end, markdown=self.markdown)
        if box := _BOX.match(whole.text):
            whole = whole.part(box.end(), len(whole.text))
        if not whole.text:
            return
        if mark.sort in ("", "letter") and self._below_item(start):
            if not mark.sort:
                self.item_end = end
                yield self._segment("detail", whole)
                return
        yield from self._marked(mark, whole, bold=_bold(text, mark.end or start, end))
        self.item_end = end if mark.sort else -1

    def _below_item(self, start: int) -> bool:
        """Whether a line stands right under an item, and is set in."""
        if self.item_end < 0:
            return False
        gap = self.text[self.item_end : start]
        return gap.count("\n") + gap.count("\r") - gap.count("\r\n") == 1 and gap.endswith(("  ", "\t", "\u3000"))

    def _mark(self, start: int, end: int) -> _Mark:
        text = self.text
        if text[start] not in _MARKS and not (text[start].isascii() and text[start].isalpha()):
            return _NO_MARK
        if match := _MARKER.match(text, start, end):
            sort = match.lastgroup or ""
            told = match[sort]
            if sort in ("number", "ringed"):
                return _Mark("number", int(told), match.end())
            if sort == "circled":
                return _Mark("number", ord(told) - ord("①") + 1, match.end())
            return _Mark(sort, -1, match.end())
        decimal = _DECIMAL.match(text, start, end)
        if decimal and self._counts(int(decimal[1]), end):
            return _Mark("number", int(decimal[1]), decimal.end())
        plain = _PLAIN_NUMBER.match(text, start, end)
        if plain and self._counts(int(plain[1]), end):
            return _Mark("number", int(plain[1]), plain.end())
        return _NO_MARK

    def _counts(self, number: int, end: int) -> bool:
        """Whether a number goes on counting items, or begins to: then the next line goes on."""
        return number == self.count + 1 if number > 1 else self._next(end) == "2"

    def _marked(self, mark: _Mark, whole: Written, *, bold: bool) -> Iterator[Segment]:
        if self._is_title(mark, whole):
            yield self._title(whole)
            return
        depth = self._depth(mark, whole, bold=bold)
        if depth:
            named = whole.text.rstrip(":： ")
            framed = _is_framed(named)
            yield self._heading(whole.part(framed, len(named) - framed), depth)
            return
        if mark.number >= 0:
            self.count = mark.number
        elif mark.sort in ("chinese", "deep"):
            self.count = 0
        yield from self._pieces(whole, "item" if mark.sort else "")

    def _depth(self, mark: _Mark, whole: Written, *, bold: bool) -> int:
        """How deep a line stands as a heading; 0 where it is none."""
        name = whole.text.rstrip(":： ")
        if len(name) > _LONGEST_NAME or not name or "：" in name or ":" in name:
            return 0
        if mark.sort in ("chinese", "deep"):
            return self._numbered_depth(mark, name)
        closed, framed = len(name) < len(whole.text), _is_framed(name)
        key = exact(name)
        if mark.sort:
            strong = key in _WINS and len(bare(name)) >= _STRONG
            return _NAMED if strong or (key is not None and (closed or framed or bold)) else 0
        if key is not None and (key or closed or framed or bold):
            return _NAMED
        if any(sign in name for sign in _SAID):
            return 0
        if bold or framed or (closed and len(name) < _LONGEST_CAPTION and "、" not in name):
            return _NAMED if part_of(name) else _CAPTION
        return _NAMED if len(name) < _LONGEST_CAPTION and "、" not in name and part_of(name) else 0

    def _numbered_depth(self, mark: _Mark, name: str) -> int:
        """How deep 一、 or （一） stands; 0 where what follows is something done, not the name of a part."""
        key = exact(name)
        if any(sign in name for sign in "。；;！？!?") or (key is None and ("，" in name or name.startswith(_DOINGS))):
            return 0
        if mark.sort == "chinese":
            return _SECTION
        return _SUBSECTION if self.parts or key is not None else 0

    def _is_title(self, mark: _Mark, whole: Written) -> bool:
        """Whether a line that nothing marks stands first, and reads as the name of a document or a post."""
        if self.titled or self.headed or mark.sort:
            return False
        self.titled = True
        text = whole.text
        if len(text) > _LONGEST_TITLE or any(sign in text for sign in "。；;，：:！？") or exact(text) is not None:
            return False
        return _TITLE.search(text) is not None and bool(self.text[whole.start + len(text) :][:HEAD].strip())

    def _title(self, whole: Written) -> Segment:
        self.titled = True
        self.of_duties = "职责" in whole.text
        self.parts, self.part = [], ""
        return self._segment("title", whole, depth=1)

    def _hashed(self, start: int, end: int, depth: int) -> Iterator[Segment]:
        whole = written(self.text, start, end, markdown=self.markdown)
        whole = whole.part(0, len(whole.text.rstrip("# :："))) if whole.text.endswith(("#", ":", "：")) else whole
        if not whole.text:
            return
        if not self.headed and not self.titled and exact(whole.text) is None:
            self.headed = True
            yield self._title(whole)
            return
        mark = _MARKER.match(whole.text)
        if mark and mark.lastgroup != "letter" and mark.end() < len(whole.text):
            whole = whole.part(mark.end(), len(whole.text))
        yield self._heading(whole, depth)

    def _heading(self, whole: Written, depth: int, part: str | None = None) -> Segment:
        """A heading; with it a part begins, unless it stands below the heading of a part that it divides."""
        self.titled = self.headed = True
        self.count, self.item_end = 0, -1
        while self.parts and self.parts[-1][0] >= depth:
            self.parts.pop()
        above_depth, above = self.parts[-1] if self.parts else (0, "")
        key = part_of(whole.text) if part is None else part
        if above and above_depth > 1 and not _wins(key, above):
            key = above
        else:
            key = self._unknown(above, depth) if key is None else key
            self.number += 1
        self.known = self.known or bool(key)
        self.parts.append((depth, key))
        self.part = key
        return self._segment("heading", whole, depth=depth)

    def _unknown(self, above: str, depth: int) -> str:
        """What a heading begins that nobody knows: what it divides, or duties, where the text is about them."""
        if above or depth == _CAPTION:
            return above
        return "duties" if self.of_duties or (self.opens_with_duties and not self.known) else ""

    def _quote(self, start: int, end: int) -> Iterator[Segment]:
        while start < end and self.text[start] in "> \t\u3000":
            start += 1
        if start < end:
            mark = self._mark(start, end)
            whole = written(self.text, mark.end or start, end, markdown=True)
            if whole.text:
                yield self._segment("quote", whole)

    def _pieces(self, whole: Written, kind: str) -> Iterator[Segment]:
        for piece in pieces(whole.text, max(self.count, 0), self.part):
            yield from self._piece(whole, piece, kind)

    def _piece(self, whole: Written, piece: Piece, kind: str) -> Iterator[Segment]:
        part = whole.part(piece.start, piece.end) if piece.start or piece.end < len(whole.text) else whole
        if not part.text:
            return
        if piece.kind == "heading":
            yield self._heading(part, _NAMED, piece.part)
            return
        if piece.number > 0:
            self.count = piece.number
        listed = bool(kind) or piece.kind == "item"
        if listed and not self.headed and not self.part and self.opens_with_duties:
            self.part = "duties"
        key = self._key(part.text, piece)
        item = listed or piece.kind == "field" or (key in _LISTED and _is_item(part.text))
        yield self._segment("item" if item else "paragraph", part, part=key)

    def _key(self, text: str, piece: Piece) -> str:
        """The part that a line stands in; a field, and what a post requires of people, has its own where it stands."""
        if piece.kind == "field":
            return (
                piece.part if self.part in ("", "duties", "requirements", "pluses", "offer", "employer", "contact") else self.part
            )
        if self.part in ("duties", "offer") and len(text) < _LONGEST_ITEM and _REQUIREMENT.search(text):
            return "requirements"
        return self.part

    def _segment(
        self, kind: Kind, whole: Written, *, column: str = "", row: int = 0, depth: int = 0, part: str | None = None
    ) -> Segment:
        key = self.part if part is None else part
        return Segment(kind, whole.text, whole.start, key, self.number, whole.cuts, column, row, depth)


def _wins(key: str | None, above: str) -> bool:
    """Whether the name of a heading says more than the part it stands in: duties are grouped under names of every sort."""
    if key is None or above in (key, "onsite"):
        return False
    return key in _WINS or above not in ("duties", "requirements")


def _front(text: str) -> int:
    """Where the text behind its front matter begins."""
    if not text.startswith(("---", "\ufeff---")):
        return 0
    match = _FRONT.match(text)
    return match.end() if match else 0


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch in lengths that cost little to look at, cut behind a sentence where there is one."""
    while end - start > _LONGEST_LINE:
        stop = max(text.rfind(sign, start + _LONGEST_LINE // 2, start + _LONGEST_LINE) for sign in "。；;！？ ，,") + 1
        yield start, stop or start + _LONGEST_LINE
        start = stop or start + _LONGEST_LINE
    yield start, end


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The cells of a row, as places of the text; \\| is no border."""
    while end > start and text[end - 1] in _BLANKS:
        end -= 1
    if text[start] == "|":
        start += 1
    if end > start and text[end - 1] == "|" and text[end - 2 : end - 1] != "\\":
        end -= 1
    begin = place = start
    while (place := text.find("|", place, end)) >= 0:
        if text[place - 1] != "\\":
            yield begin, place
            begin = place + 1
        place += 1
    yield begin, end


def _bold(text: str, start: int, end: int) -> bool:
    """Whether nothing but bold characters stand there."""
    line = text[start:end].strip().rstrip("：:")
    return line.startswith("**") and line.endswith("**") and line.count("**") == 2 and len(line) > 4  # noqa: PLR2004


def _is_framed(name: str) -> bool:
    """Whether brackets stand around all of a name."""
    return name[0] in "【〖" and name[-1] in "】〗" and "待填" not in name and "】" not in name[:-1]


def _is_item(text: str) -> bool:
    """Whether a line that nothing marks is one thing of a list, not prose."""
    return len(text) <= _LONGEST_ITEM and "：" not in text and "。" not in text[:-1]
