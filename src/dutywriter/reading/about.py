"""What kind of document a source is, before its rules are known."""

from msgspec import Struct

from dutywriter.catalogue.model import Level
from dutywriter.reading.source import Source

BARE = 5
"""Fewer lines than this, without a heading, are no document."""


class About(Struct, frozen=True):
    """What a document says of itself: its kind ("" unknown), the level of the post, whether it is about work on a client's site.

    `bare` is a line or a few, which nobody would call a document.
    """

    kind: str = ""
    level: Level | None = None
    onsite: bool = False
    bare: bool = False


def about(source: Source) -> About:
    """What the source says of itself, in its comment, its title and its headings."""
    return About(bare=source.text.count("\n") < BARE)
