"""The only place that reads a user's files."""

import errno
import sys

from dutywriter.errors import Misuse

MOST_BYTES = 2 * 1024 * 1024
MOST_DOCUMENT_BYTES = 64 * 1024 * 1024
MOST_TEMPLATE_BYTES = 50 * 1024 * 1024


def read_text(path: str) -> str:
    """The text of a UTF-8 file (a BOM is dropped), or of stdin where `path` is `-`.

    Raises Misuse where it cannot be opened or decoded, or is over MOST_BYTES.
    """
    content = _read_bytes(path, MOST_BYTES, "或拆成几个文件")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Misuse(f"{path}:{line}: 不是 UTF-8 编码，请用记事本“另存为”，编码选 UTF-8") from error


def read_template(path: str) -> bytes:
    """The content of the company's document, or of stdin where `path` is `-`.

    Raises Misuse where it cannot be opened, or is over MOST_TEMPLATE_BYTES.
    """
    return _read_bytes(path, MOST_TEMPLATE_BYTES, "或删去其中的大图片")


def read_document(path: str) -> bytes:
    """The content of a document to check, or of stdin where `path` is `-`.

    Raises Misuse where it cannot be opened, or is over MOST_DOCUMENT_BYTES; its message leaves out the file's name.
    """
    try:
        content = _content(path, MOST_DOCUMENT_BYTES + 1)
    except FileNotFoundError as error:
        raise Misuse("没有这个文件，请检查文件名") from error
    except IsADirectoryError as error:
        raise Misuse("是文件夹，要检查里面的文件请加 --recursive") from error
    except (OSError, ValueError) as error:
        looped = isinstance(error, OSError) and error.errno == errno.ELOOP
        raise Misuse("链接绕成了圈，请给出真正的文件" if looped else "打不开，请检查文件名和权限") from error
    if len(content) > MOST_DOCUMENT_BYTES:
        raise Misuse(f"超过 {MOST_DOCUMENT_BYTES // 1024 // 1024} MB，请核对文件名，或拆成几个文件")
    return content


def _read_bytes(path: str, most: int, advice: str) -> bytes:
    content = _opened(path, most + 1)
    if len(content) > most:
        raise Misuse(f"{path} 超过 {most // 1024 // 1024} MB，请核对文件名，{advice}")
    return content


def _opened(path: str, most: int) -> bytes:
    try:
        return _content(path, most)
    except FileNotFoundError as error:
        raise Misuse(f"找不到文件：{path}") from error
    except IsADirectoryError as error:
        raise Misuse(f"{path} 是文件夹，请写出文件名") from error
    except (OSError, ValueError) as error:
        raise Misuse(f"打不开 {path}：请检查文件名和权限") from error


def _content(path: str, most: int) -> bytes:
    if path == "-":
        if sys.stdin is None:
            raise Misuse("标准输入已关闭，请写出文件名")
        return sys.stdin.buffer.read(most)
    with open(path, "rb") as file:
        return file.read(most)
