"""The list as it is drawn, as plain data: rows of styled texts. Signs are ASCII, and every state shows without colour."""

from collections.abc import Iterable
from functools import cached_property

from dutywriter.text.width import beginning, cut, wrap
from dutywriter.text.width import columns as width_of
from dutywriter.wizard.picker import Option, Picker, Place, mark

Fragment = tuple[str, str]
"""A style (cursor, title, note, ticked, hint, heading or text) and a text in it."""
Row = tuple[Fragment, ...]

_GAP = 2
_SUB_OPTION = " " * 4
_LEAST_ROOM = 2
"""Columns of one Chinese character."""
_LEAST_TITLE = 24
"""Columns, or half of the row where that is more, up to which titles push the column of the notes."""
_LEAST_NOTE = 8
"""Columns that a note must have to begin on the row of its title."""
_LEAST_HINTED = 3
"""Rows of a window that has room for hints above and below."""
_NO_MATCH = "没有符合“{}”的选项，按退格键删字"


def rows(picker: Picker, columns: int, height: int) -> tuple[Row, ...]:
    """The part of the list around its cursor, in at most `height` rows of at most `columns` columns (20 at least).

    An option is one row: its title, and its note in a column of their own, cut where they do not fit. At the cursor both are
    whole, over several rows, and text rows are whole everywhere. What is out of sight is counted above and below.
    """
    places = picker.visible()
    if places:
        return _window(_Sheet(picker, places, columns), picker.cursor, height)
    return ((("hint", _no_match(picker.typed.strip(), columns)),),) if picker.is_narrowed else ()


def _no_match(typed: str, columns: int) -> str:
    return cut(_NO_MATCH.format(cut(typed, columns - width_of(_NO_MATCH.format("")))), columns)


class _Sheet:
    """The whole list on rows of `columns`, each option drawn when it is asked for."""

    def __init__(self, picker: Picker, places: tuple[Place, ...], columns: int) -> None:
        self.picker = picker
        self.places = places
        self.columns = columns
        self._here = picker.here
        self._unfolded = {place[:-1] for place in places}
        self._is_tree = any(option.options for option in picker.options)

    @cached_property
    def _notes_at(self) -> int:
        """The column of the notes: behind the longest title of those that leave enough of the row to theirs."""
        noted = [(place, option) for place in self.places if (option := self.picker.option(place)).value and option.note]
        ends = (_width(self._lead(place, option)) + width_of(option.title) for place, option in noted)
        return max((end for end in ends if end <= max(self.columns // 2, _LEAST_TITLE)), default=0) + _GAP

    def block(self, number: int) -> tuple[Row, ...]:
        """The rows of one of the places, counted from 0."""
        place = self.places[number]
        option = self.picker.option(place)
        lead = self._lead(place, option)
        room = max(self.columns - _width(lead), _LEAST_ROOM)
        if not option.value:
            return _hung(lead, [*_lines("heading", option.title, room), *_lines("text", option.note, room)])
        style = "cursor" if place == self._here else "title"
        start = max(self._notes_at - _width(lead), width_of(option.title) + _GAP)
        if place == self._here and not _fits(option, start, room):
            return _hung(lead, [*_lines(style, option.title, room), *_lines("note", option.note, room)])
        return ((*lead, *_title_and_note(option, style, start, room)),)

    def _lead(self, place: Place, option: Option) -> Row:
        """What stands before the title: the cursor, whether sub-options are shown, the tick."""
        pointer = ("cursor", "> ") if place == self._here else ("title", "  ")
        fold = _SUB_OPTION if len(place) > 1 else self._fold(place, option)
        tick = f"[{mark(option)}] " if self.picker.many and option.value else ""
        fragments = (pointer, ("title", fold), ("title" if tick == "[ ] " else "ticked", tick))
        return tuple(fragment for fragment in fragments if fragment[1])

    def _fold(self, place: Place, option: Option) -> str:
        if not self._is_tree or not option.value:
            return ""
        if not option.options:
            return "  "
        return "- " if place in self._unfolded else "+ "


def _fits(option: Option, start: int, room: int) -> bool:
    """Whether title and note are whole on one row, the note from `start` on."""
    return (start + width_of(option.note) if option.note else width_of(option.title)) <= room


def _title_and_note(option: Option, style: str, start: int, room: int) -> Row:
    left = room - start
    if not option.note or left < min(_LEAST_NOTE, width_of(option.note)):
        return ((style, cut(option.title, room)),)
    gap = " " * (start - width_of(option.title))
    return ((style, option.title), ("note", gap + cut(option.note, left)))


def _lines(style: str, text: str, width: int) -> list[Fragment]:
    """The whole text on lines of at most `width` columns; words longer than that are broken."""
    lines: list[Fragment] = []
    for line in wrap(text, width) if text else ():
        rest = line
        while rest:
            lines.append((style, beginning(rest, width)))
            rest = rest[len(lines[-1][1]) :]
    return lines


def _hung(lead: Row, lines: list[Fragment]) -> tuple[Row, ...]:
    """The first line behind `lead`, the others below it."""
    indent = ("title", " " * _width(lead))
    first, *others = lines or [("text", "")]
    return ((*lead, first), *((indent, line) for line in others))


def _window(sheet: _Sheet, cursor: int, height: int) -> tuple[Row, ...]:
    """As many rows around those of the cursor as `height` has room for, with hints at what is left out."""
    count = len(sheet.places)

    def room(first: int, end: int) -> int:  # less the hints
        return height - (height >= _LEAST_HINTED) * ((first > 0) + (end < count))

    first, end = cursor, cursor + 1
    shown = _clipped(sheet.block(cursor), room(first, end))
    growing = True
    while growing:
        growing = False
        if first > 0 and len(above := sheet.block(first - 1)) + len(shown) <= room(first - 1, end):
            first, shown, growing = first - 1, above + shown, True
        if end < count and len(below := sheet.block(end)) + len(shown) <= room(first, end + 1):
            end, shown, growing = end + 1, shown + below, True
    if height < _LEAST_HINTED:
        return shown
    return (*_hint("上面", first, sheet.columns), *shown, *_hint("下面", count - end, sheet.columns))


def _clipped(block: tuple[Row, ...], height: int) -> tuple[Row, ...]:
    """The block; its last rows as an ellipsis where it is higher than the whole window."""
    if len(block) <= height:
        return block
    return (*block[: max(height - 1, 1)], *([(("hint", "  ..."),)] if height > 1 else []))


def _hint(where: str, count: int, columns: int) -> tuple[Row, ...]:
    return ((("hint", cut(f"  {where}还有 {count} 项", columns)),),) if count else ()


def _width(row: Iterable[Fragment]) -> int:
    return sum(width_of(text) for _, text in row)
