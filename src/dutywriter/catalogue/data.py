"""What every struct of the data files has in common."""

from typing import ClassVar

from msgspec import Struct

NOTHING = memoryview(b"")
"""What stands for a table that there is not."""


class Data(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a data file holds: fixed once read, no key but the named ones.

    `KEY` is the field by which a thing is told from its like in a list; a list of things without one is taken whole.
    """

    KEY: ClassVar[str] = ""
