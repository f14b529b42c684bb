"""Bytes → text, whatever encoding they are in, without loss; and back."""

import codecs
from contextlib import suppress
from typing import Literal

from msgspec import Struct

from dutywriter.errors import Misuse

Encoding = Literal["utf-8", "utf-16-le", "utf-16-be", "gb18030"]
_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARIES = (
    (b"\xd0\xcf\x11\xe0", "这是旧版 Word（.doc）、WPS（.wps）或加了密码的文件，请去掉密码、另存为 .docx 再试"),
    (b"PK\x03\x04", "这是 Word（.docx）或压缩文件，不是文字；Word 文件的名称须以 .docx 结尾"),
    (b"%PDF", "这是 PDF，读不出原来的段落，请用原来的 Word 或文字文件"),
    (b"\x89PNG", "这是图片，请给出文字"),
    (b"\xff\xd8\xff", "这是图片，请给出文字"),
    (b"GIF8", "这是图片，请给出文字"),
    (b"\x1f\x8b", "这是压缩文件，请先解压"),
    (b"Rar!", "这是压缩文件，请先解压"),
    (b"7z\xbc\xaf", "这是压缩文件，请先解压"),
    (b"{\\rtf", "这是 RTF 文件，请另存为 .docx 再试"),
)
_CHINESE_SIGNS = (
    "\n\r\t\u3000、。〈〉《》「」『』【】〔〕—‘’“”…·！（），．：；？～％０１２３４５６７８９·•●○◆◇■□▪★☆→✓✔√×÷※①②③④⑤⑥⑦⑧⑨⑩㎡℃"
)
_USUAL = frozenset(_CHINESE_SIGNS).union(map(chr, range(0x20, 0x7F)))
_SAMPLE = 4096
_MOST_ODD, _FEW_ODD = 0.1, 16


class Decoded(Struct, frozen=True):
    """The text of a file without its byte order mark, its line ends as they are, and how to write it back."""

    text: str
    encoding: Encoding
    bom: bool = False


def decoded(content: bytes) -> Decoded:
    """The text that bytes hold. Raises Misuse where they hold no text, or in no encoding that is known."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], encoding), encoding, bom=True)
    for head, what in _BINARIES:
        if content.startswith(head):
            raise Misuse(what)
    with suppress(UnicodeDecodeError):
        if b"\0" not in content[:_SAMPLE]:
            return _text(content.decode("utf-8"), "utf-8")
    encoding = _likeliest(content)
    return _text(_strictly(content, encoding), encoding)


def encode(text: str, encoding: Encoding, *, bom: bool = False) -> bytes:
    """`text` as bytes in an encoding, behind its byte order mark where there was one. What cannot be written raises Misuse."""
    mark = next(mark for mark, known in _MARKS if known == encoding) if bom and encoding != "gb18030" else b""
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError as error:
        raise Misuse("有的字不能按原来的编码写回，请把文件另存为 UTF-8 再试") from error


def _likeliest(content: bytes) -> Encoding:
    """UTF-16 without its mark where nearly all of it would be Chinese and ASCII, else GB 18030.

    Chinese in GB 18030, read as UTF-16, is Hangul and private characters: its first bytes are 0x81 and above.
    """
    wides: tuple[Encoding, ...] = ("utf-16-le", "utf-16-be")
    shares = {encoding: _usual(content[:_SAMPLE].decode(encoding, "replace")) for encoding in wides}
    best = max(wides, key=lambda encoding: shares[encoding])
    return best if len(content) % 2 == 0 and shares[best] >= 1 - _MOST_ODD else "gb18030"


def _usual(text: str) -> float:
    """The share of characters that are common in Chinese texts."""
    return sum("\u4e00" <= character <= "\u9fff" or character in _USUAL for character in text) / max(len(text), 1)


def _strictly(content: bytes, encoding: Encoding) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise Misuse("认不出这个文件的编码，请另存为 UTF-8 再试") from error


def _text(text: str, encoding: Encoding) -> Decoded:
    """The text, where it is one: control characters and unassigned ones are few."""
    sample = text[:_SAMPLE]
    odd = sum(
        not (character.isprintable() or character.isspace()) and character not in "\u200b\u200c\u200d\ufeff" for character in sample
    )
    if "\0" in sample or odd > max(len(sample) * _MOST_ODD, _FEW_ODD):
        raise Misuse("这个文件里不是文字，请给出文字文件或 .docx")
    return Decoded(text, encoding)
