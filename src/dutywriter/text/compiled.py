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

from msgspec import Struct, json

from dutywriter.text.table import Table, tabled_by_name

KEPT = Path(__file__).with_name("compiled.codes")
_SIZE, _LONGEST_LINE = 2, 80


class _Head(Struct, frozen=True, array_like=True):
    """What the matcher is told besides the numbers."""

    flags: int
    groups: int
    names: dict[str, int]


def compiled(source: str) -> re.Pattern[str]:
    """What `re.compile` makes of an expression."""
    kept = _kept()
    record = kept.named(source) if kept else None
    return _restored(source, record) if record else re.compile(source)


def packed(sources: Iterable[str]) -> bytes:
    """The compiled expressions as KEPT holds them: a line with the version of the matcher and how much follows, then a table."""
    table = tabled_by_name({source: _record(source) for source in sources})
    return _version(len(table)) + table


def _record(source: str) -> bytes:
    """How long the head is in two bytes, the head, the numbers."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    tree = _parser.parse(source)
    state = tree.state
    head = json.encode(_Head(state.flags, state.groups, state.groupdict))
    return len(head).to_bytes(_SIZE, "big") + head + array("I", _compiler._code(tree, 0)).tobytes()  # noqa: SLF001 - see above


def _restored(source: str, record: memoryview) -> re.Pattern[str]:
    end = _SIZE + int.from_bytes(record[:_SIZE], "big")
    head, numbers = json.decode(record[_SIZE:end], type=_Head), record[end:]
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
    start = bytes(content[:_LONGEST_LINE]).find(b"\n") + 1
    return Table(content[start:]) if content[:start] == _version(len(content) - start) else None


def _version(length: int) -> bytes:
    """What the numbers belong to: the matcher's own version, the size of a number, the order of its bytes; and how much follows."""
    return f"{_sre.MAGIC} {_sre.CODESIZE} {array('I', [1]).tobytes().hex()} {length}\n".encode()
