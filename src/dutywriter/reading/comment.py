"""The comment of a Markdown file, read; and what it says laid over the page, line by line where the page was left alone."""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import get_args
from urllib.parse import unquote

from msgspec import Struct, field
from msgspec.structs import replace

from dutywriter.catalogue.model import BUNDLED
from dutywriter.draft import Block, Column, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table
from dutywriter.formats.comment import ABSENT, PRIORITY, Unit, duty_unit, fingerprint, units
from dutywriter.formats.lines import TOGETHER, below, shown
from dutywriter.marker import COMMENT
from dutywriter.text.marked import MARK, unmarked

SOURCES = get_args(Origin.__annotations__["source"])
FIELDS = 4
Spans = tuple[tuple[int, int], ...]
Hashes = tuple[str, ...]


class Known(Struct, frozen=True):
    """What a comment knows of a line: the hash of its text, its origin, its suggestions where the text does not tell them."""

    hash: str
    origin: Origin
    spans: Spans | None = None


class Record(Struct, frozen=True):
    """What a comment knows of a unit; of a duty also its section, the hash of its section's title, and what is unusual."""

    part: str
    lines: tuple[Known | None, ...]
    section: str = ""
    title: str = ""
    extras: Mapping[str, tuple[str, ...]] = {}
    lengths: tuple[int | None, ...] = ()
    priority: int = PRIORITY

    @property
    def hashes(self) -> Hashes:
        return tuple(line.hash if line else ABSENT for line in self.lines)


class Comment(Struct):
    """What a comment says: `parts` are keys with hashes of headings, `tables` keys of columns by part and hashes of headings."""

    names: Mapping[str, str]
    parts: list[tuple[str, str]] = field(default_factory=list)
    tables: dict[tuple[str, Hashes], list[str]] = field(default_factory=dict)
    sections: dict[tuple[str, str], str] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)


def parsed(text: str) -> Comment | None:
    """What the comment says; None where there is none, or one that was damaged."""
    if not text.startswith(COMMENT):
        return None
    head, *lines = text.split("\n")
    try:
        comment = Comment({key: unquote(text) for key, text in _pairs(head.removeprefix(COMMENT).split())})
        reader = _Reader(comment)
        for line in lines:
            reader.take(line)
    except (ValueError, KeyError):
        return None
    return comment


class _Reader:
    """Takes the lines of a comment one by one; part, section and origin hold until the next."""

    def __init__(self, comment: Comment) -> None:
        self.comment = comment
        self.part = self.section = self.title = ""
        self.origin = Origin("user")

    def take(self, line: str) -> None:
        kind, *words = line.split(" ")
        if kind == "part":
            key, hash_ = words
            self.part, self.section, self.title = unquote(key), "", ""
            self.comment.parts.append((self.part, hash_))
        elif kind == "section":
            key, self.title = words
            self.section = unquote(key)
            self.comment.sections.setdefault((self.part, self.title), self.section)
        elif kind == "table":
            keys, hashes = zip(*(column.split(":") for column in words), strict=True)
            self.comment.tables.setdefault((self.part, hashes), [unquote(key) for key in keys])
        elif kind in ("", "notice"):
            self._unit(words)
        else:
            raise ValueError(kind)

    def _unit(self, words: list[str]) -> None:
        lines, unusual = list[Known | None](), list[str]()
        for word in words:
            if word.startswith("@"):
                self.origin = _origin(word[1:])
            elif "=" in word:
                unusual.append(word)
            else:
                lines.append(None if word == ABSENT else self._known(word))
        extras = {key: _names(text) for key, text in _pairs(unusual)}
        priority = int(*extras.get("priority", (PRIORITY,))[:1])
        lengths = tuple(None if length == ABSENT else int(length) for length in extras.get("lengths", ()))
        if lengths and len(lengths) != FIELDS:
            raise ValueError(lengths)
        self.comment.records.append(Record(self.part, tuple(lines), self.section, self.title, extras, lengths, priority))

    def _known(self, word: str) -> Known:
        hash_, tilde, spans = word.partition("~")
        return Known(hash_, self.origin, _spans(spans) if tilde else None)


def _pairs(words: Iterable[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        key, text = word.split("=")
        yield key, text


def _origin(word: str) -> Origin:
    before, bar, layer = word.partition("|")
    source, colon, refs = before.partition(":")
    if source not in SOURCES:
        raise ValueError(source)
    usual = BUNDLED if source == "catalogue" else ""
    return Origin(source, _names(refs) if colon else (), unquote(layer) if bar else usual)  # type: ignore[arg-type]


def _names(text: str) -> tuple[str, ...]:
    return tuple(unquote(name) for name in text.split(","))


def _spans(text: str) -> Spans:
    pairs = (pair.split("-") for pair in text.split(",") if pair)
    spans = tuple((int(start), int(end)) for start, end in pairs)
    places = [place for span in spans for place in span]
    if places != sorted(places):
        raise ValueError(text)
    return spans


def laid_over(page: Draft, comment: Comment) -> Draft:
    """The page with what the comment knows of it: of a line that was edited nothing, so that it is the user's."""
    keys = _part_keys(page, comment)
    placed: list[tuple[str, Unit]] = [("", (page.notice,))] if page.notice else []
    placed += [(key, unit) for key, part in zip(keys, page.parts, strict=True) for block in part.blocks for unit in units(block)]
    layer = _Layer(comment, iter(_matched(placed, comment.records)))
    notice = layer.line(page.notice) if page.notice else None
    parts = [
        Part(key, part.heading, tuple(layer.block(block, key) for block in part.blocks))
        for key, part in zip(keys, page.parts, strict=True)
    ]
    return Draft(page.title, comment.names.get("role", ""), layer.level, comment.names.get("kind", ""), tuple(parts), notice)


class _Layer:
    """Lays what is known over blocks, in the order of the page; `found` gives each unit's record, where it has one."""

    def __init__(self, comment: Comment, found: Iterator[Record | None]) -> None:
        self.comment = comment
        self.found = found
        self.level = comment.names.get("level", "")

    def line(self, line: Line) -> Line:
        return self._unit((line,))[0]

    def block(self, block: Block, part: str) -> Block:
        if isinstance(block, Paragraph):
            return Paragraph(self.line(block.line))
        if isinstance(block, Items):
            return Items(tuple(map(self.line, block.lines)))
        if isinstance(block, Table):
            return self._table(block, part)
        return Duties(tuple(self._duty(duty, part) for _, duties in block.by_section() for duty in duties))

    def _unit(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        record = next(self.found)
        return tuple(map(_restored, lines, record.lines)) if record else lines

    def _table(self, table: Table, part: str) -> Table:
        headings = tuple(fingerprint(column.heading) for column in table.columns)
        keys = self.comment.tables.get((part, headings), [column.key for column in table.columns])
        columns = tuple(Column(key, column.heading) for key, column in zip(keys, table.columns, strict=True))
        return Table(columns, tuple(map(self._unit, table.rows)), table.caption)

    def _duty(self, duty: Duty, part: str) -> Duty:
        record = next(self.found)
        title = fingerprint(duty.section_title)
        known = self.comment.sections.get((part, title))
        if record is None:
            return replace(duty, level=self.level, section=known or duty.section_title)
        cut = (recut(duty, record) if record.lengths else None) or duty
        line = _restored(cut, record.lines[0])
        timing, standard, deliverable = (
            None if part is None else _restored(part, known)
            for part, known in zip(duty_unit(cut)[1:], record.lines[1:], strict=True)
        )
        extras = record.extras
        named = extras.get("partners", ())
        return replace(
            cut,
            origin=line.origin,
            text=line.text,
            suggested=line.suggested,
            timing=timing,
            standard=standard,
            deliverable=deliverable,
            section=known if known and record.title != title else record.section or duty.section_title,
            level=next(iter(extras.get("level", ())), self.level),
            metrics=extras.get("metrics", ()),
            tools=extras.get("tools", ()),
            partners=named if "、".join(named) == "、".join(cut.partners) else cut.partners,
            priority=record.priority,
        )


def _restored(line: Line, known: Known | None) -> Line:
    """The line as it was written, where it still reads as then."""
    if known is None or fingerprint(shown(line)) != known.hash:
        return line
    if known.spans is None:
        return replace(line, origin=known.origin)
    marked = shown(line)
    ends = [end + place for place, (_, end) in enumerate(known.spans)]
    if ends != sorted(ends) or any(marked[end : end + 1] != MARK for end in ends):
        return line
    text = "".join(character for place, character in enumerate(marked) if place not in ends)
    return replace(line, text=text, origin=known.origin, suggested=known.spans)


def recut(duty: Duty, record: Record) -> Duty | None:
    """The duty with its details cut where they were when it was written; None where they no longer fit."""
    left, texts = below(duty), list[str | None]()
    for before, length in zip(("", "，", " · 标准：", " · 产出："), record.lengths, strict=True):
        if length is None:
            texts.append(None)
            continue
        if not left.startswith(before):
            return None
        texts.append(left[len(before) :][:length])
        left = left[len(before) + length :]
    if left and not left.startswith(TOGETHER):
        return None
    partners = tuple(left.removeprefix(TOGETHER).split("、")) if left else ()
    frequency, *others = texts
    timing, standard, deliverable = (None if text is None else _plain(text) for text in others)
    return replace(duty, frequency=frequency or "", timing=timing, standard=standard, deliverable=deliverable, partners=partners)


def _plain(text: str) -> Line:
    spanned = unmarked(text)
    return Line(spanned.text, Origin("user"), spanned.suggested)


def _hashes(unit: Unit) -> Hashes:
    return tuple(fingerprint(shown(line)) if line else ABSENT for line in unit)


def _part_keys(page: Draft, comment: Comment) -> list[str]:
    """Each part's key: by its heading, else by what stands first in it of the parts that are left."""
    by_heading: dict[str, deque[str]] = defaultdict(deque)
    for key, hash_ in comment.parts:
        by_heading[hash_].append(key)
    keys = [queue.popleft() if (queue := by_heading[fingerprint(part.heading)]) else "" for part in page.parts]
    left = {key for queue in by_heading.values() for key in queue}
    of_unit = {record.hashes: record.part for record in comment.records if record.part in left}
    for place, part in enumerate(page.parts):
        if not keys[place]:
            hashes = (_hashes(unit) for block in part.blocks for unit in units(block))
            keys[place] = next((of_unit[unit] for unit in hashes if of_unit.get(unit) in left), part.key)
            left.discard(keys[place])
    return keys


def _matched(placed: list[tuple[str, Unit]], records: list[Record]) -> list[Record | None]:
    """The record of each unit: all in order where nothing was edited, else by part and text, by text, by one of its lines."""
    pairs = [(part, _hashes(unit)) for part, unit in placed]
    if len(placed) == len(records) and all(map(_fits, (unit for _, unit in placed), records)):
        return list(records)
    found: list[Record | None] = [None] * len(placed)
    left = dict(enumerate(records))
    _take(found, left, pairs, lambda record: (record.part, record.hashes))
    _take(found, left, [unit for _, unit in pairs], lambda record: record.hashes)
    for place in range(max(len(record.lines) for record in records) if records else 0):
        keys = [_line_of(part, unit, place) for part, unit in pairs]
        _take(found, left, keys, partial(_line_of_record, place=place))
    return found


def _fits(unit: Unit, record: Record) -> bool:
    if record.lengths and isinstance(unit[0], Duty):
        cut = recut(unit[0], record)
        unit = duty_unit(cut) if cut else unit
    return _hashes(unit) == record.hashes


def _line_of(part: str, unit: Hashes, place: int) -> Hashable | None:
    """What two versions of a unit share where this line of it was left alone."""
    return (part, len(unit), unit[place]) if place < len(unit) and unit[place] != ABSENT else None


def _line_of_record(record: Record, place: int) -> Hashable | None:
    return _line_of(record.part, record.hashes, place)


def _take(
    found: list[Record | None],
    left: dict[int, Record],
    keys: Sequence[Hashable | None],
    key_of: Callable[[Record], Hashable | None],
) -> None:
    """Give each unit without a record the first of those left that has its key."""
    queues: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, record in left.items():
        queues[key_of(record)].append(place)
    for place, key in enumerate(keys):
        if found[place] is None and key is not None and queues[key]:
            found[place] = left.pop(queues[key].popleft())
