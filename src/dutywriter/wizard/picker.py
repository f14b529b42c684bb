"""The list a person picks from, as a value: every key makes another one. It knows no terminal and no colours."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.text.pinyin import matches

Place = tuple[int, ...]
"""Where an option stands: its number among the options, then among the sub-options of that one."""

_LEAP = 4
"""Rows at most from one option to the next that a step takes: a blank one and a heading are between the parts of a page."""
_NO_ORDER_WHILE_NARROWED = "筛选时不能调整次序，请先删去筛选的字"


class Option(Struct, frozen=True):
    """One of the answers offered: the text it stands for, what is shown, why it is offered, whether it is ticked.

    An option has a value that none of its neighbours has. One without a value is a text row: its title is a heading, its note
    plain text. The cursor rests on it, so that a long page can be read; it cannot be ticked, picked or moved.

    Neither text rows nor sub-options have sub-options. An option that has some is ticked as far as they are: its own `ticked`
    counts for nothing.
    """

    value: str
    title: str
    note: str = ""
    ticked: bool = False
    options: tuple["Option", ...] = ()
    words: tuple[str, ...] = ()
    """Other words by which it is found."""
    usual: bool = False
    """Of a sub-option: whether it is ticked along with its option. Where none is, all are."""


class Picker(Struct, frozen=True):
    """Options with a cursor, ticked any `many` of them or one chosen, narrowed to what matches the letters `typed`.

    `at` is where the cursor was last put. Narrowing hides that place perhaps, but does not forget it: `here` is where the cursor
    is. `opened` are the values of the options whose sub-options are shown, `told` is what to tell the person of the last key.
    """

    options: tuple[Option, ...]
    many: bool = False
    at: Place = (0,)
    typed: str = ""
    opened: frozenset[str] = frozenset()
    told: str = ""

    def visible(self) -> tuple[Place, ...]:
        """The places that are shown, from top to bottom.

        Narrowed, it is the options that match or have a sub-option that does, each with those of its sub-options; an opened
        option that matches keeps all of them.
        """
        return tuple(self._shown())

    @property
    def here(self) -> Place | None:
        """The place of the cursor: where it was put, else the option above that, else the first; None where nothing is shown."""
        shown = self.visible()
        return next((place for place in (self.at, self.at[:1], *shown[:1]) if place in shown), None)

    @property
    def cursor(self) -> int:
        """The number of the cursor among what is visible, from 0; 0 where nothing is."""
        return self.visible().index(self.here) if self.here else 0

    @property
    def current(self) -> Option | None:
        """The option at the cursor."""
        return self.option(self.here) if self.here else None

    @property
    def is_narrowed(self) -> bool:
        return bool(self.typed.strip())

    def option(self, place: Place) -> Option:
        """The option at a place. Raises IndexError where there is none."""
        return _option(self.options, place)

    def picked(self) -> tuple[Option, ...]:
        """The ticked options in their order, hidden or not, each with its ticked sub-options; or the one at the cursor."""
        if self.many:
            return tuple(_ticked(self.options))
        return (self.current,) if self.current and self.current.value else ()

    def moved(self, by: int) -> "Picker":
        """With the cursor `by` rows further down, or up where that is negative; it stops at the ends."""
        shown = self.visible()
        return self._with(at=shown[_within(self.cursor + by, len(shown))]) if shown else self._with()

    def stepped(self, by: int) -> "Picker":
        """With the cursor on the next option down (1) or up (-1), over a heading or two; on the next row where none is so near."""
        ahead = [self.moved(by * steps) for steps in range(1, _LEAP + 1)]
        return next((picker for picker in ahead if picker.current and picker.current.value), ahead[0])

    def to_first(self) -> "Picker":
        return self.moved(-len(self.visible()))

    def to_last(self) -> "Picker":
        return self.moved(len(self.visible()))

    def paged(self, by: int, height: int) -> "Picker":
        """With the cursor `by` pages further down on a window of `height` rows, of which two may be hints."""
        return self.moved(by * max(height - 2, 1))

    def placed(self, value: str) -> "Picker":
        """With the cursor on the first option that has this value (of a row of text: none has), or left where it is."""
        places = (place for place in _places(self.options) if value and self.option(place).value == value)
        return self._with(at=next(places, self.at))

    def narrowed(self, typed: str) -> "Picker":
        """Narrowed to what matches `typed`; with nothing typed all is as it was before."""
        return self._with(typed=typed)

    def at_best_match(self) -> "Picker":
        """With the cursor on the first option that bears in its title what is typed, before a sub-option that does.

        It stays where it is while nothing is typed.
        """
        if not self.is_narrowed:
            return self
        named = [place for place in self.visible() if self.option(place).value and matches(self.typed, self.option(place).title)]
        return self._with(at=min(named, key=len, default=self.at))

    def toggled(self) -> "Picker":
        """With the option at the cursor ticked, or unticked where it was.

        An option with sub-options takes the usual ones of them along, and all that are ticked when it is unticked.
        """
        here = self.here if self.many else None
        if not here:
            return self._with()
        under = [leaf for leaf in _leaves(self.options) if leaf[: len(here)] == here]
        ticked = [leaf for leaf in under if self.option(leaf).ticked]
        usual = [leaf for leaf in under if self.option(leaf).usual]
        return self._with(at=here, options=_toggled(self.options, ticked or usual or under))

    def all_toggled(self) -> "Picker":
        """With everything that narrowing lets through ticked, or unticked where all of it was."""
        if not self.many:
            return self._with()
        leaves = [leaf for leaf in _leaves(self.options) if self._lets_through(leaf)]
        return self._with(options=_toggled(self.options, leaves))

    def opened_at(self) -> "Picker":
        """With the sub-options of the option at the cursor shown."""
        current = self.current
        if not current or not current.options:
            return self._with()
        return self._with(at=self.here, opened=self.opened | {current.value})

    def closed_at(self) -> "Picker":
        """With the sub-options of the option at the cursor hidden; from a sub-option, the cursor goes to its option."""
        here, current = self.here, self.current
        if not here or not current:
            return self._with()
        if len(here) > 1:
            return self._with(at=here[:-1])
        return self._with(at=here, opened=self.opened - {current.value})

    def lifted(self, by: int) -> "Picker":
        """With the option at the cursor `by` places further down among its neighbours, or up; it stops at the ends.

        Refused, and told, while narrowed: the neighbours are not all in sight.
        """
        here, current = self.here, self.current
        if self.is_narrowed:
            return self._with(told=_NO_ORDER_WHILE_NARROWED)
        if not here or not current or not current.value:
            return self._with()
        above, index = here[:-1], here[-1]
        siblings = list(self._below(above))
        target = _within(index + by, len(siblings))
        siblings.insert(target, siblings.pop(index))
        return self._with(at=(*above, target), options=self._with_below(above, siblings))

    def with_option(self, parent: str, option: Option) -> "Picker":
        """With an option of the person's own behind those of `parent` (a value; empty: behind all), ticked, the cursor on it.

        One of that value that is there already is ticked instead. Nothing is narrowed any more.
        Raises ValueError where there is no such parent.
        """
        above = (_index(self.options, parent),) if parent else ()
        siblings = list(self._below(above))
        if option.value not in (sibling.value for sibling in siblings):
            siblings.append(option)
        index = _index(siblings, option.value)
        siblings[index] = replace(siblings[index], ticked=True)
        opened = self.opened | {parent} if parent else self.opened
        return self._with(at=(*above, index), typed="", opened=opened, options=self._with_below(above, siblings))

    def _with(self, **changes: Any) -> "Picker":
        return replace(self, **{"told": "", **changes})

    def _shown(self) -> Iterator[Place]:
        for index, option in enumerate(self.options):
            below = [(index, number) for number in self._shown_below(option)]
            if below or _found(self.typed, option):
                yield (index,)
                yield from below

    def _shown_below(self, option: Option) -> Iterator[int]:
        whole = option.value in self.opened and _found(self.typed, option)
        for number, sub in enumerate(option.options):
            if whole or (self.is_narrowed and _found(self.typed, sub)):
                yield number

    def _lets_through(self, place: Place) -> bool:
        return any(_found(self.typed, self.option(place[:depth])) for depth in range(1, len(place) + 1))

    def _below(self, above: Place) -> tuple[Option, ...]:
        return self.option(above).options if above else self.options

    def _with_below(self, above: Place, options: Iterable[Option]) -> tuple[Option, ...]:
        if not above:
            return tuple(options)
        return _replaced(self.options, above, replace(self.option(above), options=tuple(options)))


def mark(option: Option) -> Literal["x", "-", " "]:
    """How far an option is ticked: `x` all of it, or what is usual, `-` some of its sub-options, a blank none."""
    leaves = [_option((option,), leaf) for leaf in _leaves((option,))]
    if not any(leaf.ticked for leaf in leaves):
        return " "
    wanted = [leaf for leaf in leaves if leaf.usual] or leaves
    return "x" if all(leaf.ticked for leaf in wanted) else "-"


def _found(typed: str, option: Option) -> bool:
    return any(matches(typed, word) for word in (option.title, *option.words))


def _ticked(options: Iterable[Option]) -> Iterator[Option]:
    for option in options:
        if mark(option) != " ":
            yield replace(option, ticked=True, options=tuple(_ticked(option.options)))


def _places(options: Iterable[Option], above: Place = ()) -> Iterator[Place]:
    for index, option in enumerate(options):
        yield (*above, index)
        yield from _places(option.options, (*above, index))


def _leaves(options: Iterable[Option], above: Place = ()) -> Iterator[Place]:
    """The places of what bears a tick of its own."""
    for index, option in enumerate(options):
        below = tuple(_leaves(option.options, (*above, index)))
        if below:
            yield from below
        elif option.value:
            yield (*above, index)


def _option(options: tuple[Option, ...], place: Place) -> Option:
    index, *below = place
    return _option(options[index].options, tuple(below)) if below else options[index]


def _replaced(options: tuple[Option, ...], place: Place, option: Option) -> tuple[Option, ...]:
    index, *below = place
    if below:
        option = replace(options[index], options=_replaced(options[index].options, tuple(below), option))
    return (*options[:index], option, *options[index + 1 :])


def _toggled(options: tuple[Option, ...], leaves: list[Place]) -> tuple[Option, ...]:
    """The options with these leaves ticked, or unticked where all of them were."""
    ticked = not all(_option(options, leaf).ticked for leaf in leaves)
    for leaf in leaves:
        options = _replaced(options, leaf, replace(_option(options, leaf), ticked=ticked))
    return options


def _index(options: Iterable[Option], value: str) -> int:
    return [option.value for option in options].index(value)


def _within(index: int, count: int) -> int:
    """`index`, or the end of `count` things that it is beyond."""
    return min(max(index, 0), count - 1)
