"""A Word file → its paragraphs and table cells, one a line, and what Word knows of each."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from dutywriter.errors import Misuse
from dutywriter.reading.source import Mark, Source
from dutywriter.text.pattern import Pattern

LARGEST = 64 * 1024 * 1024
"""So many bytes may one part of the file unpack to."""

_MOST_PACKED = 300
_SMALL = 1024 * 1024
_DOCUMENT, _STYLES, _RELATIONS = "word/document.xml", "word/styles.xml", "_rels/.rels"
_NAMESPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_HEADING = Pattern(r"(?:heading|标题)\s*([1-9])\Z")
_LEVELS = 9
_LONGEST_HEADING = 60
_BASES = 12
_DUTY_LEVEL = 3
_LEFT_OUT = frozenset(
    ("del", "moveFrom", "instrText", "delText", "rt", "Fallback", "pPr", "rPr", "tblPr", "sdtPr", "sdtEndPr", "footnote")
)
_BREAKS = {"tab": "\t", "br": "\v", "cr": "\v", "noBreakHyphen": "-", "ptab": "\t"}
_COLUMN_NAMES = frozenset(
    (
        "项目",
        "序号",
        "指标",
        "事项",
        "频次",
        "名称",
        "类别",
        "要求",
        "内容",
        "任务",
        "编号",
        "职责",
        "环节",
        "时段",
        "协作对象",
        "服务事项",
        "目标",
        "维度",
        "模块",
    )
)
_LONGEST_COLUMN = 12
_BROKEN = "打不开这个 Word 文件：文件不完整或已损坏，请用 Word 打开后另存一份再试"


class _Style(Struct, frozen=True):
    """What a style says: its name in lower case, its outline level from 1 (0: none), whether its paragraphs are items."""

    name: str = ""
    level: int = 0
    listed: bool = False


class _Line(Struct, frozen=True):
    text: str
    mark: Mark | None = None


def read_word(content: bytes) -> Source:
    """The paragraphs of a .docx file in order, those of tables, content controls and text boxes among them.

    A line break within a paragraph is a vertical tab. What was deleted under tracking is left out, what was inserted is in.
    Raises Misuse where the bytes are no such file, where it is protected by a password, or far larger than it looks.
    """
    document, styles = _unpacked(content)
    lines = list(_Reader(_styles(styles)).body(document))
    _settle_duties(lines)
    marks = {place: line.mark for place, line in enumerate(lines) if line.mark}
    return Source("\n".join(line.text for line in lines), "word", marks)


def _unpacked(content: bytes) -> tuple[Any, Any]:
    """The roots of the document and of its styles, where it has any."""
    from io import BytesIO  # only a Word file needs these
    from zipfile import BadZipFile, ZipFile

    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise Misuse("这是旧版 Word（.doc）、WPS（.wps）或加了密码的文件，请去掉密码、另存为 .docx 再试")
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = frozenset(archive.namelist())
            name = _document_name(archive, names)
            if name not in names:
                raise Misuse("这不是 Word 文件（.docx）：里面没有正文，请用 Word 打开后另存为 .docx 再试")
            return _tree(archive, name), _tree(archive, _STYLES) if _STYLES in names else None
    except (BadZipFile, EOFError, KeyError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise Misuse(_BROKEN) from error


def _document_name(archive: Any, names: frozenset[str]) -> str:
    """Where the text of the document stands in the file."""
    if _DOCUMENT in names or _RELATIONS not in names:
        return _DOCUMENT
    for relation in _tree(archive, _RELATIONS):
        if isinstance(relation.tag, str) and relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    return _DOCUMENT


def _tree(archive: Any, name: str) -> Any:
    from zlib import error as ZlibError  # noqa: N812

    from lxml import etree

    entry = archive.getinfo(name)
    if entry.flag_bits & 1:
        raise Misuse("这个 Word 文件加了密码，请去掉密码再试")
    if entry.file_size > LARGEST or entry.file_size > max(_SMALL, entry.compress_size * _MOST_PACKED):
        raise Misuse("这个 Word 文件解压后过大，请拆成几个文件再试")
    try:
        with archive.open(entry) as packed:
            raw = packed.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise Misuse("这个 Word 文件解压后过大，请拆成几个文件再试")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ZlibError) as error:
        raise Misuse(_BROKEN) from error


def _local(element: Any) -> str:
    """The name of an element of Word or of what wraps such; "" for comments, entities and what holds no text of Word's."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _is_word(element: Any) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(_NAMESPACES)


def _child(element: Any, *path: str) -> Any:
    """The first element under this one by the names of a path; None where there is none."""
    for name in path:
        element = next((child for child in element if _local(child) == name), None) if element is not None else None
    return element


def _value(element: Any, name: str = "val") -> str:
    if element is None:
        return ""
    return next((str(value) for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _is_on(element: Any) -> bool:
    return element is not None and _value(element) not in ("0", "false", "off", "none")


def _styles(root: Any) -> Mapping[str, _Style]:
    """What each style says itself or by the style that it rests on."""
    raw = {} if root is None else {_value(style, "styleId"): style for style in root if _local(style) == "style"}
    return {key: _style(key, raw) for key in raw}


def _style(key: str, raw: Mapping[str, Any]) -> _Style:
    name = _value(_child(raw[key], "name")).lower()
    level, listed, seen = _named_level(name), False, 0
    while key in raw and seen < _BASES:
        properties = _child(raw[key], "pPr")
        level = level or _outline(properties)
        listed = listed or _is_numbered(properties) is True
        key, seen = _value(_child(raw[key], "basedOn")), seen + 1
    return _Style(name, level, listed)


def _named_level(name: str) -> int:
    match = _HEADING.match(name)
    return int(match[1]) if match else 0


def _outline(properties: Any) -> int:
    told = _value(_child(properties, "outlineLvl")) if properties is not None else ""
    return int(told) + 1 if told.isdigit() and int(told) < _LEVELS else 0


def _is_numbered(properties: Any) -> bool | None:
    """Whether a paragraph or style counts its paragraphs; None where it does not say."""
    numbered = _child(properties, "numPr") if properties is not None else None
    return None if numbered is None else _value(_child(numbered, "numId")) != "0"


class _Reader:
    """Walks through a document in the order in which people read it."""

    def __init__(self, styles: Mapping[str, _Style]) -> None:
        self.styles = styles

    def body(self, element: Any) -> Iterator[_Line]:
        """The lines of everything below an element."""
        for child in element:
            name = _local(child)
            if name == "p" and _is_word(child):
                yield from self._paragraph(child)
            elif name == "tbl" and _is_word(child):
                yield from self._table(child)
            elif name == "AlternateContent":
                yield from self.body(_first(child))
            elif name and name not in _LEFT_OUT:
                yield from self.body(child)

    def _paragraph(self, element: Any, cell: Mark | None = None) -> Iterator[_Line]:
        text = "".join(_runs(element))
        yield _Line(text, cell or self._mark(element, text))
        for box in _boxes(element):
            yield from self.body(box)

    def _mark(self, element: Any, text: str) -> Mark | None:
        properties = _child(element, "pPr")
        style = self.styles.get(_value(_child(properties, "pStyle")) if properties is not None else "", _Style())
        level = _outline(properties) or style.level
        if style.name in ("title", "标题"):
            return Mark("title")
        if level and len(text) <= _LONGEST_HEADING:
            return Mark("heading", level + 1)
        if style.name in ("职责要点", "提示", "caption", "题注", "block text", "quote", "intense quote", "引用"):
            return Mark("detail" if style.name == "职责要点" else "caption" if style.name in ("caption", "题注") else "quote")
        numbered = _is_numbered(properties)
        if style.listed if numbered is None else numbered:
            return Mark("item")
        return Mark("bold") if text.strip() and _is_bold(element) else None

    def _table(self, element: Any) -> Iterator[_Line]:
        rows = list(_unwrapped(element, "tr"))
        heads = _heads(rows)
        for number, row in enumerate(rows, 0 if heads else 1):
            for place, cell in _cells(row):
                column = heads.get(place, "") if number else ""
                yield from self._cell(cell, Mark("cell", column=column, row=number))

    def _cell(self, element: Any, mark: Mark) -> Iterator[_Line]:
        for child in element:
            name = _local(child)
            if name == "p" and _is_word(child):
                yield from self._paragraph(child, mark)
            elif name == "tbl" and _is_word(child):
                yield from self._table(child)
            elif name and name not in _LEFT_OUT and name != "tcPr":
                yield from self._cell(child, mark)


def _first(alternate: Any) -> Any:
    """The first of the ways in which a thing is told; the others say it again for other programs."""
    return next((child for child in alternate if _local(child) == "Choice"), alternate)


def _runs(element: Any) -> Iterator[str]:
    """The text of a paragraph, without its text boxes."""
    for child in element:
        name = _local(child)
        if name == "t" and _is_word(child):
            yield (child.text or "").translate(_ONE_LINE)
        elif name in _BREAKS and _is_word(child):
            yield "" if _value(child, "type") in ("page", "column") else _BREAKS[name]
        elif name == "AlternateContent":
            yield from _runs(_first(child))
        elif name == "r" and _is_on(_child(child, "rPr", "vanish")):
            continue
        elif name and name not in _LEFT_OUT and name != "txbxContent":
            yield from _runs(child)


_ONE_LINE = str.maketrans("\r\n", "  ")


def _boxes(element: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph."""
    for child in element:
        name = _local(child)
        if name == "txbxContent":
            yield child
        elif name == "AlternateContent":
            yield from _boxes(_first(child))
        elif name and name not in _LEFT_OUT:
            yield from _boxes(child)


def _is_bold(element: Any) -> bool:
    """Whether every run of text in a paragraph is bold."""
    runs = [run for run in element if _local(run) == "r" and "".join(_runs(run)).strip()]
    return bool(runs) and all(_is_on(_child(run, "rPr", "b")) for run in runs)


def _unwrapped(element: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row, those within content controls among them."""
    for child in element:
        if _local(child) == name:
            yield child
        elif _local(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _unwrapped(child, name)


def _cells(row: Any) -> Iterator[tuple[int, Any]]:
    """The cells of a row, each with the number of the column in which it begins."""
    place = 0
    for cell in _unwrapped(row, "tc"):
        yield place, cell
        span = _value(_child(cell, "tcPr", "gridSpan"))
        place += int(span) if span.isdigit() else 1


def _heads(rows: list[Any]) -> Mapping[int, str]:
    """The headings over the columns, by their numbers; none where the first row looks like any other."""
    if len(rows) < 2:  # noqa: PLR2004
        return {}
    heads = {place: "".join(_runs_below(cell)).strip() for place, cell in _cells(rows[0])}
    names = [name for name in heads.values() if name]
    told = _is_on(_child(rows[0], "trPr", "tblHeader"))
    short = len(names) == len(heads) > 1 and all(len(name) <= _LONGEST_COLUMN for name in names)
    return heads if told or (short and (len(names) > 2 or names[0] in _COLUMN_NAMES)) else {}  # noqa: PLR2004


def _runs_below(cell: Any) -> Iterator[str]:
    for paragraph in _unwrapped(cell, "p"):
        yield from _runs(paragraph)


def _settle_duties(lines: list[_Line]) -> None:
    """A heading over the details of a duty is that duty."""
    for place in range(len(lines) - 1):
        mark, after = lines[place].mark, lines[place + 1].mark
        if mark and mark.sort == "heading" and mark.depth > _DUTY_LEVEL and after and after.sort == "detail":
            lines[place] = _Line(lines[place].text, Mark("item"))
