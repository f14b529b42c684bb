"""The comment at the end of a Markdown file: what the page does not show of its draft, so that it can be read back.

One line a thing, in the order of the page; words are apart by blanks, what could end a word or the comment stands in %-codes:

    part facts 0f3a1                                     the key, and the hash of the heading
    table item:8a01c content:11e0d                       the columns' keys and hashes of headings, but not of column1, column2
    section after-sales 77a0b                            a section of duties, its id with the hash of its title
     @computed 8f1e0 @catalogue:电商运营 0c2d1              a row, an item, a paragraph: from @ on an origin, and hashes of lines
     @catalogue:ec-refund 1c00d 20f5a - 5e1d7 priority=1  a duty: its line, timing, standard, deliverable; and what is unusual of it

A hash tells an edited line from one that was left alone. No line's text stands here, only names: ids, keys, metrics, tools.
"""

import re
from collections.abc import Iterable, Iterator
from zlib import crc32

from dutywriter import __version__
from dutywriter.catalogue.model import BUNDLED
from dutywriter.draft import Block, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Table
from dutywriter.formats.lines import below, details_of, shown
from dutywriter.marker import COMMENT
from dutywriter.text.marked import MARK, unmarked

END = "-->"
ABSENT = "-"
PRIORITY = 2
Unit = tuple[Line | None, ...]
"""What is matched as one when a file is read back: a paragraph, an item, a row, a duty with its three details."""

_UNSAFE = re.compile(r"[^\w./+（）-]|-(?=-)")


def comment(draft: Draft) -> Iterator[str]:
    """The comment's lines."""
    names = {"catalogue": __version__, "role": draft.role, "level": draft.level, "kind": draft.kind}
    yield COMMENT + " ".join(f"{key}={word(text)}" for key, text in names.items())
    writer = _Writer(draft.level)
    if draft.notice:
        yield f"notice{writer.unit((draft.notice,))}"
    for part in draft.parts:
        yield f"part {word(part.key)} {fingerprint(part.heading)}"
        for block in part.blocks:
            yield from writer.block(block)
    yield END


def word(text: str) -> str:
    """`text` as one word that a comment can hold."""
    return _UNSAFE.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), text)


def fingerprint(text: str) -> str:
    """A short hash of what people read."""
    return f"{crc32(text.encode()) & 0xFFFFF:05x}"


def units(block: Block) -> Iterator[Unit]:
    """The units of a block, in the order of the page."""
    if isinstance(block, Paragraph):
        yield (block.line,)
    elif isinstance(block, Items):
        yield from ((line,) for line in block.lines)
    elif isinstance(block, Table):
        yield from block.rows
    else:
        yield from (duty_unit(duty) for _, duties in block.by_section() for duty in duties)


def usual_key(place: int) -> str:
    """The key of a table's column, counted from 1, of which nothing else is said."""
    return f"column{place}"


def duty_unit(duty: Duty) -> Unit:
    return (duty, duty.timing, duty.standard, duty.deliverable)


class _Writer:
    """Writes units; an origin holds until the next one, so that only its changes are written."""

    def __init__(self, level: str) -> None:
        self.level = level
        self.origin: Origin | None = None

    def block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Duties):
            yield from self._duties(block)
            return
        if isinstance(block, Table) and any(column.key != usual_key(place) for place, column in enumerate(block.columns, 1)):
            yield "table " + " ".join(f"{word(column.key)}:{fingerprint(column.heading)}" for column in block.columns)
        yield from map(self.unit, units(block))

    def unit(self, unit: Unit) -> str:
        return "".join(f" {found}" for line in unit for found in self._line(line))

    def _duties(self, block: Duties) -> Iterator[str]:
        for title, duties in block.by_section():
            yield f"section {word(duties[0].section)} {fingerprint(title)}"
            for duty in duties:
                extras = "".join(f" {key}={text}" for key, text in self._extras(duty))
                yield self.unit(duty_unit(duty)) + extras

    def _line(self, line: Line | None) -> Iterator[str]:
        if line is None:
            yield ABSENT
            return
        if line.origin != self.origin:
            self.origin = line.origin
            yield _origin(line.origin)
        if not line.suggested and MARK not in line.text:
            yield fingerprint(line.text)
            return
        text = shown(line)
        guess = unmarked(text)
        told = (guess.text, guess.suggested) == (line.text, line.suggested)
        yield fingerprint(text) + ("" if told else "~" + ",".join(f"{start}-{end}" for start, end in line.suggested))

    def _extras(self, duty: Duty) -> Iterator[tuple[str, str]]:
        if duty.priority != PRIORITY:
            yield "priority", str(duty.priority)
        if duty.level != self.level:
            yield "level", word(duty.level)
        guess = details_of(below(duty))
        for key, names, told in (
            ("metrics", duty.metrics, ()),
            ("tools", duty.tools, ()),
            ("partners", duty.partners, guess.partners),
        ):
            if names != told:
                yield key, _list(names)
        fields = (duty.frequency, *(None if line is None else shown(line) for line in duty_unit(duty)[1:]))
        if fields != (guess.frequency, guess.timing, guess.standard, guess.deliverable):
            yield "lengths", ",".join(ABSENT if text is None else str(len(text)) for text in fields)


def _origin(origin: Origin) -> str:
    refs = f":{_list(origin.refs)}" if origin.refs else ""
    usual = BUNDLED if origin.source == "catalogue" else ""
    return f"@{origin.source}{refs}" + (f"|{word(origin.layer)}" if origin.layer != usual else "")


def _list(names: Iterable[str]) -> str:
    return ",".join(map(word, names))
