"""The company's own document, with its placeholders filled and the draft at {{ 正文 }}, or at its end."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from zipfile import ZipFile, is_zipfile

from docx import Document
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from dutywriter.draft import Draft
from dutywriter.errors import BadFile, DutywriterError
from dutywriter.formats.word.blank import A4_TEXT, NARROWEST, text_width
from dutywriter.formats.word.body import Body
from dutywriter.formats.word.names import BODY, KNOWN, NOTICE, TITLE, values
from dutywriter.formats.word.numbering import Numbering
from dutywriter.formats.word.package import describe
from dutywriter.formats.word.placeholders import check, fill, paragraph_text
from dutywriter.formats.word.styles import Styles
from dutywriter.formats.word.xml import node

CELL_MARGINS = 216  # twips, left and right, as Word has them
MOST_BYTES = 200 * 1024 * 1024
_NO_WORD = "模板不是 Word 文档，请用 Word 另存为 .docx"
_TYPES = "[Content_Types].xml"
_WORD = b"wordprocessingml.document.main+xml"
_OTHER_WORD = (b"wordprocessingml.template.main+xml", b".macroEnabled")
_OLD_WORD = b"\xd0\xcf\x11\xe0"
_PLACE = "dutywriter_body"
_BODY = re.compile(r"\s*\{\{\s*" + BODY + r"\s*\}\}\s*")


def check_template(template: bytes) -> None:
    """Find out before there is a draft what would go wrong with it.

    Raises BadFile where the template is no Word document, is damaged, or has a placeholder that cannot be filled.
    """
    with _damage_told():
        check(_marked(template), KNOWN)


def filled(draft: Draft, template: bytes) -> Any:
    """The template as a document with the draft in it.

    Raises BadFile where it is no Word document, is damaged, or has a placeholder that cannot be filled.
    """
    with _damage_told():
        document = _marked(template)
        names = check(document, KNOWN)
        fill(document, values(draft))
        _place(draft, document.docx, names)
    return document.docx


def _marked(template: bytes) -> DocxTemplate:
    """The template with a bookmark in each paragraph that is to become the body, and nothing in its properties."""
    _check_file(template)
    document: Any = Document(BytesIO(template))
    describe(document, "")
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        if _BODY.fullmatch(paragraph_text(paragraph)):
            for run in [child for child in paragraph if child.tag != qn("w:pPr")]:
                paragraph.remove(run)
            paragraph.append(node("bookmarkStart", id=0, name=_PLACE))
    marked = BytesIO()
    document.save(marked)
    return DocxTemplate(marked)


def _check_file(template: bytes) -> None:
    if template.startswith(_OLD_WORD):
        raise BadFile(["模板是旧版 .doc 或设了打开密码，请在 Word 里去掉密码，另存为 .docx"])
    if not is_zipfile(BytesIO(template)):
        raise BadFile([_NO_WORD])
    with ZipFile(BytesIO(template)) as file:
        if sum(entry.file_size for entry in file.infolist()) > MOST_BYTES:
            raise BadFile([f"模板展开后超过 {MOST_BYTES // 1024 // 1024} MB，请删去其中的大图片"])
        types = file.read(_TYPES) if _TYPES in file.namelist() else b""
    if any(kind in types for kind in _OTHER_WORD):
        raise BadFile(["模板是 .dotx 或带宏的 .docm，请用 Word 另存为 .docx"])
    if _WORD not in types:
        raise BadFile([_NO_WORD])


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except DutywriterError:
        raise
    except Exception as error:  # what a damaged file makes the libraries raise cannot be listed
        raise BadFile(["模板已损坏，请用 Word 打开它，另存为 .docx 后再试"]) from error


def _place(draft: Draft, document: Any, names: set[str]) -> None:
    """The draft at its places; where there is none, at the end. Title and notice stand in it unless placeholders show them."""
    styles, numbering = Styles(document), Numbering(document)
    for place in _places(document.element.body):
        body = Body(styles, numbering, _width(place), "职责")
        if not names & TITLE:
            place.addprevious(body.title(draft))
        if not names & NOTICE:
            for element in body.notice(draft):
                place.addprevious(element)
        for element in body.parts(draft):
            place.addprevious(element)
        _leave(place)


def _places(body: Any) -> list[Any]:
    """The paragraphs with our bookmark, or a new one at the end."""
    marks = [mark for mark in body.iter(qn("w:bookmarkStart")) if mark.get(qn("w:name")) == _PLACE]
    places = [mark.getparent() for mark in marks]
    for place, mark in zip(places, marks, strict=True):
        place.remove(mark)
    if not places:
        places = [node("p")]
        body.insert(len(body) - (body.sectPr is not None), places[0])
    return places


def _width(place: Any) -> int:
    """Twips from side to side where a paragraph stands: in a cell, or between the margins of its section."""
    cell = next(place.iterancestors(qn("w:tc")), None)
    width = None if cell is None else cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}")
    if width is not None and width.get(qn("w:type")) == "dxa":
        return max(int(width.get(qn("w:w"))) - CELL_MARGINS, NARROWEST)
    section = next(iter(place.xpath("(./w:pPr/w:sectPr | following::w:sectPr)[1]")), None)
    return A4_TEXT if section is None else text_width(section)


def _leave(place: Any) -> None:
    """Take the emptied paragraph away, except where it ends a section or a cell, which need it."""
    ends_cell = place.getnext() is None and place.getparent().tag == qn("w:tc")
    if not ends_cell and place.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        place.getparent().remove(place)
