"""The draft: parts, and in them paragraphs, items, duties and tables. Every line knows where it comes from."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from dutywriter.text.marked import placeholders as placeholder_names

SCHEMA = "dutywriter/draft/1"


class Node(Struct, frozen=True):
    """A piece of a draft, fixed once made."""


class Origin(Node, frozen=True):
    """Where a line comes from. `refs` are catalogue ids and answer keys, `layer` the file layer of the catalogue."""

    source: Literal["catalogue", "document", "user", "computed", "placeholder"]
    refs: tuple[str, ...] = ()
    layer: str = ""


class Line(Node, frozen=True):
    """A line of text. `suggested` are the spans [start, end), in code points, of numbers that are only suggestions."""

    text: str
    origin: Origin
    suggested: tuple[tuple[int, int], ...] = ()


class Duty(Line, frozen=True, kw_only=True):
    """职责: the line says what is done; the fields say when, how well, and with what result."""

    section: str
    section_title: str
    level: str
    frequency: str
    timing: Line | None = None
    standard: Line | None = None
    deliverable: Line | None = None
    metrics: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    priority: int = 2


class Paragraph(Node, frozen=True, tag="paragraph", tag_field="type"):
    line: Line


class Items(Node, frozen=True, tag="items", tag_field="type"):
    lines: tuple[Line, ...]


class Duties(Node, frozen=True, tag="duties", tag_field="type"):
    """The duties of a post, those of one section side by side."""

    duties: tuple[Duty, ...]

    def by_section(self) -> Iterator[tuple[str, list[Duty]]]:
        """Each section's title with its duties, in order."""
        groups: dict[str, list[Duty]] = {}
        for duty in self.duties:
            groups.setdefault(duty.section_title, []).append(duty)
        yield from groups.items()


class Column(Node, frozen=True):
    key: str
    heading: str


class Table(Node, frozen=True, tag="table", tag_field="type"):
    """Rows of lines under named columns; `caption` stands before a table that shares its part with another."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    caption: str = ""


Block = Paragraph | Items | Duties | Table


class Part(Node, frozen=True):
    key: str
    heading: str
    blocks: tuple[Block, ...]


class Draft(Node, frozen=True):
    """A document before it has a format; `notice` is the line at its head, where it needs one."""

    title: str
    role: str
    level: str
    kind: str
    parts: tuple[Part, ...]
    notice: Line | None = None

    def lines(self) -> Iterator[Line]:
        """Every line, in the order of the page."""
        if self.notice:
            yield self.notice
        for part in self.parts:
            for block in part.blocks:
                yield from block_lines(block)

    def duties(self) -> Iterator[Duty]:
        """Every duty, in the order of the page."""
        for part in self.parts:
            for block in part.blocks:
                if isinstance(block, Duties):
                    yield from block.duties

    def placeholders(self) -> list[str]:
        """The names of what is still to be filled in, each once, in order."""
        return list(dict.fromkeys(name for line in self.lines() for name in placeholder_names(line.text)))

    def suggestions(self) -> int:
        """How many suggested numbers the draft holds."""
        return sum(len(line.suggested) for line in self.lines())


def block_lines(block: Block) -> Iterator[Line]:
    """Every line of a block, in the order of the page."""
    if isinstance(block, Paragraph):
        yield block.line
    elif isinstance(block, Items):
        yield from block.lines
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    else:
        for duty in block.duties:
            yield duty
            yield from (line for line in (duty.timing, duty.standard, duty.deliverable) if line)
