"""Regular expressions as `re` has compiled them, kept with the program: compiling takes longer than all else a short text needs.

`re` offers no way to write a compiled expression down, so this goes one step below it: what its compiler hands to its matcher is a
list of numbers, which belongs to one version of the matcher. With another one, and where nothing is kept, it is compiled as ever.
"""

import _sre  # type: ignore[import-not-found]
import mmap
import re
from array import array
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import adler32, crc32

from msgspec import Struct, json

from dutywriter.text.table import Table, tabled

KEPT = Path(__file__).with_name("compiled.codes")


class _Head(Struct, frozen=True, array_like=True):
    """What the matcher is told besides the numbers; `check` is a second number of the source, since two may share the first."""

    check: int
    flags: int
    groups: int
    names: dict[str, int]


def compiled(source: str) -> re.Pattern[str]:
    """What `re.compile` makes of an expression."""
    kept = _kept()
    encoded = source.encode()
    record = kept.get(crc32(encoded)) if kept else None
    if record is None:
        return re.compile(source)
    size = record[0] << 8 | record[1]
    head = json.decode(record[2 : 2 + size], type=_Head)
    return _restored(source, head, record[2 + size :]) if head.check == adler32(encoded) else re.compile(source)


def packed(sources: Iterable[str]) -> bytes:
    """The compiled expressions as KEPT holds them: a line that tells the version of the matcher, then a table of them."""
    return _version() + b"\n" + tabled({crc32(source.encode()): _record(source) for source in sources})


def _record(source: str) -> bytes:
    """How long the head is in two bytes, the head, the numbers."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source)
    state = tree.state
    head = json.encode(_Head(adler32(source.encode()), state.flags, state.groups, state.groupdict))
    return len(head).to_bytes(2, "big") + head + array("I", _compiler._code(tree, 0)).tobytes()  # noqa: SLF001 - see above


def _restored(source: str, head: _Head, numbers: memoryview) -> re.Pattern[str]:
    names: list[str | None] = [None] * head.groups
    for name, place in head.names.items():
        names[place] = name
    pattern: re.Pattern[str] = _sre.compile(
        source, head.flags, numbers.cast("I").tolist(), head.groups - 1, head.names, tuple(names)
    )
    return pattern


@cache
def _kept() -> Table | None:
    try:
        with KEPT.open("rb") as file:
            content = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None
    version = _version() + b"\n"
    return Table(content[len(version) :]) if content[: len(version)] == version else None


def _version() -> bytes:
    """What the numbers belong to: the matcher's own version, the size of a number, and the order of its bytes."""
    return f"{_sre.MAGIC} {_sre.CODESIZE} {array('I', [1]).tobytes().hex()}".encode()
