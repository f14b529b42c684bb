"""Duties that say the same in nearly the same words, wherever in the catalogue they stand."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from dutywriter.catalogue.decode import Path
from dutywriter.catalogue.model import Catalogue, Duty

LEAST_ALIKE = 0.8


class Twin(Struct, frozen=True):
    """A duty and an earlier one that it repeats: where its wording stands, the two texts, the other's id and role."""

    path: Path
    text: str
    other: str
    other_id: str
    other_role: str


class _Row(Struct, frozen=True):
    path: Path
    role: str
    duty: Duty
    text: str
    pairs: frozenset[str]


def twins(catalogue: Catalogue) -> Iterator[Twin]:
    """Every duty whose pairs of characters are nearly those of an earlier one (Jaccard from LEAST_ALIKE on).

    Duties that replace one another are none, and neither are the levels of one duty.
    """
    rows: list[_Row] = []
    holding: dict[str, list[int]] = defaultdict(list)
    for row in _rows(catalogue):
        shared = Counter(place for pair in row.pairs for place in holding[pair])
        for place, common in shared.items():
            other = rows[place]
            if common / (len(row.pairs) + len(other.pairs) - common) >= LEAST_ALIKE and not _apart(row.duty, other.duty):
                yield Twin(row.path, row.text, other.text, other.duty.id, other.role)
        for pair in row.pairs:
            holding[pair].append(len(rows))
        rows.append(row)


def _apart(one: Duty, other: Duty) -> bool:
    """Whether the two never stand in one draft as two."""
    return one.id == other.id or other.id in one.instead_of or one.id in other.instead_of


def _rows(catalogue: Catalogue) -> Iterator[_Row]:
    for role in catalogue.roles:
        for part in role.sections:
            for duty in part.duties:
                root: Path = ("roles", role.name, "sections", part.section, "duties", duty.id, "levels")
                for level, wording in duty.levels.items():
                    text = wording.do
                    pairs = frozenset(text[place : place + 2] for place in range(len(text) - 1))
                    yield _Row((*root, level, "do"), role.name, duty, text, pairs)
