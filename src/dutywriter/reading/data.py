"""JSON, schema dutywriter/draft/1 → Draft. Unknown keys are left alone: later versions may add some."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec import Struct

from dutywriter.draft import SCHEMA, Draft, Line, Part, Table
from dutywriter.errors import BadFile

_PLACE = re.compile(r" - at `\$\.?([^`]*)`")
_BYTE = re.compile(r"\(byte (\d+)\)")
_TYPES = {"str": "文字", "int": "整数", "object": "一组键和值", "array": "列表", "null": "空值", "float": "小数", "bool": "是否"}
_UNSEEN = ("Cc", "Cs", "Zl", "Zp")


class Content(Struct, frozen=True):
    """What a file holds. `placeholders` are left out: they are derived."""

    schema: str
    title: str
    role: str
    level: str
    kind: str
    parts: tuple[Part, ...]
    notice: Line | None = None


def read_json(content: bytes, file: str = "JSON") -> Draft:
    """The draft in a file of that name.

    Raises BadFile where it is no JSON, no draft/1, or a draft that no page could show: says what, and where.
    """
    try:
        data = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadFile([f"{file}:{_line(content, str(error))}: 不是正确的 JSON"]) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise BadFile([f"{file}: 不是岗位职责草稿的 JSON：要有 schema，内容为 {SCHEMA}"])
    try:
        found = msgspec.convert(data, Content)
    except msgspec.ValidationError as error:
        raise BadFile([f"{file}: {_told(str(error))}"]) from error
    mistakes = [f"{file}: {place} {what}" for place, what in _mistakes(found)]
    if mistakes:
        raise BadFile(mistakes)
    return Draft(found.title, found.role, found.level, found.kind, found.parts, found.notice)


def _line(content: bytes, message: str) -> int:
    place = _BYTE.search(message)
    return content[: int(place[1])].count(b"\n") + 1 if place else content.count(b"\n") + 1


def _told(message: str) -> str:
    """What the library says of content, in Chinese, the place first."""
    place = _PLACE.search(message)
    where = place[1] if place and place[1] else "文件"
    missing = re.search(r"missing required field `([^`]*)`", message)
    if missing:
        return f"{where} 缺少 {missing[1]}"
    types = re.match(r"Expected `([^`]*)`, got `([^`]*)`", message)
    if types:
        wanted, got = ("或".join(_TYPES.get(name, name) for name in names.split(" | ")) for names in types.groups())
        return f"{where} 应是{wanted}，不是{got}"
    unknown = re.match(r"Invalid (?:enum )?value '?([^']*)'?", message)
    return f"{where} 的内容 {unknown[1]} 不认识" if unknown else f"{where} 的内容不对"


def _mistakes(draft: Content) -> Iterator[tuple[str, str]]:
    """What a page could not show: breaks and control characters, suggestions outside their text, tables with crooked rows."""
    yield from _of_texts("", draft)
    for place, part in enumerate(draft.parts):
        for number, block in enumerate(part.blocks):
            if isinstance(block, Table):
                where = f"parts[{place}].blocks[{number}]"
                if not block.columns:
                    yield where, "是没有列的表"
                for row, cells in enumerate(block.rows):
                    if len(cells) != len(block.columns):
                        yield f"{where}.rows[{row}]", f"有 {len(cells)} 格，表有 {len(block.columns)} 列"


def _of_texts(place: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        if any(unicodedata.category(character) in _UNSEEN for character in value):
            yield place, "里有换行或控制字符，请删去"
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _of_texts(f"{place}[{number}]", item)
    elif isinstance(value, Struct):
        if isinstance(value, Line) and not _in_order(value):
            yield f"{place}.suggested", "的位置不在文字之内，或次序不对"
        for name in value.__struct_fields__:
            yield from _of_texts(f"{place}.{name}".lstrip("."), getattr(value, name))


def _in_order(line: Line) -> bool:
    ends = [0, *(end for _, end in line.suggested)]
    return ends[-1] <= len(line.text) and all(
        before <= start < end for before, (start, end) in zip(ends, line.suggested, strict=False)
    )
