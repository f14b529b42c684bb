"""The finished file: its hidden part says what the page says, and the same content is the same bytes."""

from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import RELATIONSHIP_TYPE

from dutywriter.formats.word.xml import clean

EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can name


def packed(document: Any, title: str) -> bytes:
    """The document as a file with `title` as its title, no author and no dates."""
    describe(document, title)
    raw, out = BytesIO(), BytesIO()
    document.save(raw)
    with ZipFile(raw) as source, ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = ZipInfo(name, EARLIEST)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, 0
            target.writestr(entry, source.read(name))
    return out.getvalue()


def describe(document: Any, title: str) -> None:
    """Say the title and the language, and nothing else: no author, no dates, no keywords."""
    properties = document.core_properties
    properties.title = ""
    element = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element
    element[:] = []
    properties.title = clean(title)[:255]
    properties.language = "zh-CN"
