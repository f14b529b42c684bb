"""Things by a number or a name, read where they stand: a run that needs few of many decodes no others."""

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from zlib import adler32, crc32

_NUMBER = 4


def tabled(things: Mapping[int, bytes]) -> bytes:
    """The table of encoded things by numbers below 2**32: how many, the numbers in order, where each thing ends, the things."""
    keys, ends, end = sorted(things), list[int](), 0
    for key in keys:
        end += len(things[key])
        ends.append(end)
    return array("I", [len(keys), *keys, *ends]).tobytes() + b"".join(things[key] for key in keys)


def tabled_by_name(things: Mapping[str, bytes]) -> bytes:
    """The same by names, of which two numbers are kept in their place.

    Raises ValueError where two names have the same first number.
    """
    numbered = {_number(name): _check(name) + thing for name, thing in things.items()}
    if len(numbered) < len(things):
        raise ValueError("two names of a table have the same number")
    return tabled(numbered)


class Table:
    """What one of these made; of nothing an empty one."""

    def __init__(self, packed: memoryview) -> None:
        count = packed[:_NUMBER].cast("I")[0] if packed else 0
        first, last = _NUMBER * (count + 1), _NUMBER * (2 * count + 1)
        self.keys: Sequence[int] = packed[_NUMBER:first].cast("I")
        self._ends: Sequence[int] = packed[first:last].cast("I")
        self._things = packed[last:]

    def get(self, key: int) -> memoryview | None:
        """The thing of that number, still encoded; None where there is none."""
        place = bisect_left(self.keys, key)
        if place == len(self.keys) or self.keys[place] != key:
            return None
        return self._things[self._ends[place - 1] if place else 0 : self._ends[place]]

    def named(self, name: str) -> memoryview | None:
        """The thing of that name; None where there is none, even if another name has its number."""
        thing = self.get(_number(name))
        return thing[_NUMBER:] if thing and thing[:_NUMBER] == _check(name) else None


def _number(name: str) -> int:
    return crc32(name.encode())


def _check(name: str) -> bytes:
    return adler32(name.encode()).to_bytes(_NUMBER, "big")
