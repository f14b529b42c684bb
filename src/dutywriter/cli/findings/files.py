"""Which files are checked, and what they hold."""

import os
from collections.abc import Iterable, Iterator

from msgspec import Struct

from dutywriter.cli.source import read_document
from dutywriter.errors import Misuse
from dutywriter.reading.decoding import Encoding, decoded, encode
from dutywriter.reading.source import Form, Source

STDIN = "-"
SUFFIXES = (".md", ".markdown", ".txt", ".docx")
_SKIPPED = ("node_modules", "__pycache__")
_ARCHIVE = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0"
_TEXT = (".txt", ".text")
_REFUSED = {
    ".doc": "是旧版 Word 文件，请在 Word 里另存为 .docx",
    ".wps": "是 WPS 文件，请在 WPS 里另存为 .docx",
    ".rtf": "是 RTF 文件，请在 Word 里另存为 .docx",
    ".odt": "是 OpenDocument 文件，请另存为 .docx",
    ".pdf": "是 PDF，请给出它的 Word（.docx）原稿，或把文字复制成 .txt",
    ".html": "是网页，请把文字复制成 .txt，或给出 .md、.docx",
    ".htm": "是网页，请把文字复制成 .txt，或给出 .md、.docx",
    ".json": "是数据，请先用 dutywriter convert 转成 .md",
    ".xlsx": "是表格，请把文字复制成 .txt",
    ".xls": "是表格，请把文字复制成 .txt",
    ".pptx": "是幻灯片，请把文字复制成 .txt",
}


class File(Struct, frozen=True):
    """A file to check, under the name that it was given by; `error` where it is none that can be."""

    name: str
    error: str = ""


class Read(Struct, frozen=True):
    """What a file holds, and how its text is encoded; a Word file's is not."""

    source: Source
    encoding: Encoding = "utf-8"
    bom: bool = False

    def written(self, source: Source) -> bytes:
        """The bytes of `source` as this file is encoded.

        Raises Misuse where that encoding lacks a character.
        """
        return encode(source.text, self.encoding, bom=self.bom)


def printable(name: str) -> str:
    """A file's name as text; bytes of it that are none become �."""
    return os.fsencode(name).decode("utf-8", "replace")


def files(names: Iterable[str], *, recursive: bool) -> Iterator[File]:
    """The files of the names, those of folders in order of name, each once."""
    seen: set[str] = set()
    for name in names:
        for file in _beneath(name) if recursive and os.path.isdir(name) else [File(name)]:
            real = STDIN if file.name == STDIN else os.path.realpath(file.name)
            if real not in seen:
                seen.add(real)
                yield file


def _beneath(folder: str) -> Iterator[File]:
    failed: list[OSError] = []
    any_found = False
    for above, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith((".", "~$")):
                any_found = True
                yield File(os.path.join(above, name))
    yield from (File(str(error.filename), "打不开这个文件夹，请检查权限") for error in failed)
    if not any_found and not failed:
        yield File(folder, f"文件夹里没有可以检查的文件（{' '.join(SUFFIXES)}）")


def read(name: str) -> Read:
    """What a file holds.

    Raises Misuse where it cannot be read; its message leaves out the file's name.
    """
    suffix = os.path.splitext(name)[1].lower()
    if suffix in _REFUSED and (name == STDIN or not os.path.isdir(name)):
        raise Misuse(_REFUSED[suffix])
    content = read_document(name)
    if content.startswith((_ARCHIVE, _COMPOUND)) or suffix == ".docx":
        from dutywriter.reading.word import read_word

        return Read(read_word(content))
    text = decoded(content)
    return Read(Source(text.text, _form(suffix)), text.encoding, text.bom)


def _form(suffix: str) -> Form:
    return "text" if suffix in _TEXT else "markdown"
