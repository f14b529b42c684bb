"""Questions line by line, for a terminal that can only print: no cursor, no colour, no library.

What a line makes of a question is pure (`_Sheet`); `PlainTerminal` reads and writes.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Self, TextIO

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.text.numbers import halfwidth
from dutywriter.text.plain import harmless, one_line
from dutywriter.text.width import wrap
from dutywriter.wizard.events import Answered, Back, Event, Review
from dutywriter.wizard.page import Next, Page
from dutywriter.wizard.picker import Option, mark
from dutywriter.wizard.questions import OWN_NOTE, Question
from dutywriter.wizard.replies import Given, Ticking, picked_reply

_ESCAPE = "\x1b"
_BETWEEN = re.compile(r"[\s,，、;；]+")
_PROMPT = "> "
_KEYS = "< 回上一问，? 看说明，= 看全部答案"
_INDENT = 4
_BESIDES = 3
"""Rows that every list leaves free: a blank one above the question, how much of the list is shown, the prompt."""


class PlainTerminal:
    """A terminal of `size` (columns, rows) to ask on and to show lines on, which are read from `lines`, written to `screen`.

    `matches(typed, text)` says whether what was typed at a list finds an option with this title.
    """

    def __init__(self, lines: TextIO, screen: TextIO, size: tuple[int, int], matches: Callable[[str, str], bool]) -> None:
        self._lines = lines
        self._screen = screen
        self._matches = matches
        self.columns, self._height = size

    def converse(self, page: Page, after: Next) -> None:
        """Show `page`, and after each thing the person does what comes then, until nothing does.

        Raises KeyboardInterrupt on Ctrl-C, at the end of the input, and where the terminal goes away.
        """
        coming: Page | None = page
        while coming:
            coming = after(self.ask(coming))

    def ask(self, page: Page) -> Event:
        """What the person does on `page`; Enter alone takes what is marked, in a line what is typed or else the default."""
        for said in page.said:
            self.show("\n".join(wrap(said, self.columns)))
        paper = _Paper(self.columns, self._height, self._matches, page.check, page.doubt)
        step: Event | _Sheet = _SHEETS[page.question.style].opened(page, paper)
        while isinstance(step, _Sheet):
            self.show(step.said)
            step = step.after(self._line())
        if isinstance(step, Answered):
            self.show("\n".join(wrap(_confirmed(page.question, step.reply), self.columns)))
        return step

    def show(self, text: str) -> None:
        """A line, or several, as they are: a command among them is to be copied whole."""
        self._write("".join(f"{harmless(line)}\n" for line in text.split("\n")))

    def _line(self) -> str:
        self._write(_PROMPT)
        try:
            line = self._lines.readline()
        except OSError as error:
            raise KeyboardInterrupt from error
        if not line:
            self.show("")
            raise KeyboardInterrupt
        return line

    def _write(self, text: str) -> None:
        try:
            self._screen.write(text)
            self._screen.flush()
        except OSError as error:
            raise KeyboardInterrupt from error


class _Paper(Struct, frozen=True):
    """What a question is written on and read by."""

    columns: int
    height: int
    matches: Callable[[str, str], bool]
    check: Callable[[str], str]
    doubt: Callable[[str], str]


class _Sheet(Struct, frozen=True):
    """A question as far as it was answered: what is typed and marked, which options are listed, what is said next."""

    question: Question
    paper: _Paper
    typed: str
    marked: tuple[str, ...]
    """What Enter alone takes."""
    listed: tuple[int, ...]
    """The places of the options that the list holds, all or those that match."""
    start: int = 0
    """Where in `listed` the page begins."""
    said: str = ""

    @classmethod
    def opened(cls, page: Page, paper: _Paper) -> Self:
        everything = tuple(range(len(page.question.options)))
        return cls(page.question, paper, page.typed, cls.marked_first(page), everything).shown()

    @classmethod
    def marked_first(cls, page: Page) -> tuple[str, ...]:
        raise NotImplementedError

    def entered(self) -> "Event | _Sheet":
        """After Enter alone."""
        raise NotImplementedError

    def taken(self, line: str) -> "Event | _Sheet":
        """After a line that is no command."""
        raise NotImplementedError

    def ticked(self) -> Given | None:
        """What stands ticked, where that can be."""
        return None

    def advice(self) -> str:
        """What can be typed, and what Enter does; empty where the question says it."""
        raise NotImplementedError

    def after(self, line: str) -> "Event | _Sheet":
        """What a line makes of the question."""
        if line.strip() == _ESCAPE:
            return Back(self.typed, self.ticked())
        try:
            text = one_line(line)
        except ValueError as error:
            return self.saying(str(error))
        command = _COMMANDS.get(_half_width(text))
        return command(self) if command else self.taken(text)

    def explained(self) -> Self:
        return self.saying(self.question.why or "这一问没有更多说明")

    def more(self) -> Self:
        """The next page of the list; after the last the whole list from its beginning."""
        end = self.start + len(self._page())
        if end < len(self.listed):
            return replace(self, start=end).shown()
        return replace(self, start=0, listed=tuple(range(len(self.question.options)))).shown()

    def narrowed(self, typed: str) -> "Event | _Sheet":
        """The list of what matches; the list as it was, and a word, where nothing does."""
        listed = self.matching(typed)
        if not listed:
            return self.with_own(typed) if self.question.own else self.unfound(typed)
        return replace(self, start=0, listed=listed, marked=self.marked_among(listed)).shown()

    def unfound(self, typed: str) -> Self:
        count = sum(1 for option in self.question.options if option.value)
        return self.saying(f"没有符合“{typed}”的选项，请输入 1 到 {count} 的序号，或名称里的几个字")

    def with_own(self, typed: str) -> "Event | _Sheet":
        """After a line that is an answer of the person's own."""
        wrong = self.paper.check(typed)
        return self.saying(wrong) if wrong else self.added(typed)

    def added(self, typed: str) -> "Event | _Sheet":
        raise NotImplementedError

    def marked_among(self, listed: tuple[int, ...]) -> tuple[str, ...]:  # noqa: ARG002 - a choice looks at it
        """What Enter takes once only these are listed."""
        return self.marked

    def matching(self, typed: str) -> tuple[int, ...]:
        """The places of the options that `typed` finds."""
        options = enumerate(self.question.options)
        return tuple(
            place
            for place, option in options
            if option.value and any(self.paper.matches(typed, word) for word in (option.title, *option.words))
        )

    def meant(self, text: str) -> Option | None:
        """The option with this number or name."""
        options = [option for option in self.question.options if option.value]
        number = _half_width(text)
        numbered = (option for place, option in enumerate(options, 1) if str(place) == number)
        named = (option for option in options if text in (option.title.strip(), option.value))
        return next(numbered, None) or next(named, None)

    def _number(self, place: int) -> int:
        """The number by which an option is chosen, from 1; 0 for a row of text."""
        options = self.question.options
        return sum(1 for option in options[: place + 1] if option.value) if options[place].value else 0

    def saying(self, text: str) -> Self:
        return replace(self, said="\n".join(wrap(text, self.paper.columns)))

    def shown(self) -> Self:
        """The question with a page of its list."""
        rows = [row for place in self._page() for row in self._rows(place)]
        return replace(self, said="\n".join(["", *self._head(), *rows, *self._extent(), *self._foot()]))

    def _page(self) -> tuple[int, ...]:
        """The places of the options on the page that begins at `start`: as many as fit, at least one."""
        free = self.paper.height - _BESIDES - len(self._head()) - len(self._foot())
        page: list[int] = []
        for place in self.listed[self.start :]:
            free -= len(self._rows(place))
            if page and free < 0:
                break
            page.append(place)
        return tuple(page)

    def _rows(self, place: int) -> list[str]:
        option = self.question.options[place]
        text = f"{option.title}  {option.note}" if option.note else option.title
        if not option.value:
            return wrap(text, self.paper.columns)
        number = str(self._number(place)).rjust(len(str(len(self.question.options))))
        lead = f"{number}. {'[x]' if option.value in self.marked else '[ ]'} "
        first, *others = wrap(text, self.paper.columns - len(lead))
        return [lead + first, *(" " * len(lead) + row for row in others)]

    def _extent(self) -> Iterator[str]:
        """How much of the list is shown, where that is not all."""
        count, end = len(self.listed), self.start + len(self._page())
        if end - self.start < count:
            yield f"第 {self.start + 1} 到 {end} 项，共 {count} 项；+ 看{'后面' if end < count else '全部'}"
        elif count < len(self.question.options):
            yield f"符合的有 {count} 项；+ 看全部"

    def _head(self) -> list[str]:
        hint = f"（{self.question.hint}）" if self.question.hint else ""
        return wrap(f"{self.question.message}{hint}", self.paper.columns)

    def _foot(self) -> list[str]:
        return [row for text in (self.advice(), _KEYS) if text for row in wrap(text, self.paper.columns)]


class _Line(_Sheet, frozen=True):
    """A line is typed; options are what it may be."""

    doubted: str = ""
    """A line that was spoken against: entered again it is taken all the same."""

    @classmethod
    def marked_first(cls, page: Page) -> tuple[str, ...]:
        return (page.typed or page.question.default,)

    def entered(self) -> Event | _Sheet:
        return self._checked(self.marked[0])

    def taken(self, line: str) -> Event | _Sheet:
        if _half_width(line) == "!":
            return self._checked(self.question.default)
        option = self.meant(line)
        return self._checked(option.value if option else line)

    def advice(self) -> str:
        ways = ["输入序号，或直接写"] if self.question.options else []
        if self.marked[0] != self.question.default:
            ways.append(f"已写“{self.marked[0]}”，回车就用它，! 不用它")
        return "；".join(ways)

    def _checked(self, line: str) -> Event | _Sheet:
        wrong = self.paper.check(line)
        if not wrong:
            doubt = "" if line == self.doubted else self.paper.doubt(line)
            return replace(self.saying(doubt), typed=line, marked=(line,), doubted=line) if doubt else Answered(line)
        told = replace(self.saying(wrong), typed=line)
        listed = self.matching(line)
        if not listed:
            return told
        narrowed = replace(told, start=0, listed=listed).shown()
        return replace(narrowed, said=told.said + narrowed.said)


class _Choice(_Sheet, frozen=True):
    """One option is chosen."""

    @classmethod
    def marked_first(cls, page: Page) -> tuple[str, ...]:
        values = [option.value for option in page.question.options]
        wanted = (value for value in (page.chosen, page.question.default, *values) if value and value in values)
        return (next(wanted),)

    def entered(self) -> Event | _Sheet:
        return Answered(self.marked[0])

    def taken(self, line: str) -> Event | _Sheet:
        option = self.meant(line)
        return Answered(option.value) if option else self.narrowed(line)

    def added(self, typed: str) -> Event | _Sheet:
        return Answered(typed)

    def marked_among(self, listed: tuple[int, ...]) -> tuple[str, ...]:
        values = [self.question.options[place].value for place in listed]
        return self.marked if self.marked[0] in values else (values[0],)

    def advice(self) -> str:
        return f"直接回车：{_titles(self.question, self.marked)}；或输入序号、名称"


class _Ticks(_Sheet, frozen=True):
    """Any number of options is ticked."""

    @classmethod
    def marked_first(cls, page: Page) -> tuple[str, ...]:
        return tuple(option.value for option in page.question.options if mark(option) != " ")

    def entered(self) -> Event | _Sheet:
        least = self.question.least
        return Answered(self.ticked()) if len(self.marked) >= least else self.saying(f"至少选 {least} 个")

    def ticked(self) -> Given:
        return self.marked

    def taken(self, line: str) -> Event | _Sheet:
        options = [self.meant(line)]
        if not options[0]:
            options = [self.meant(word) for word in _BETWEEN.split(line) if word]
        values = {option.value for option in options if option}
        return self._toggled(values) if options and all(options) else self.narrowed(line)

    def added(self, typed: str) -> Event | _Sheet:
        options = (*self.question.options, Option(typed, typed, OWN_NOTE))
        question = replace(self.question, options=options)
        everything = tuple(range(len(options)))
        return replace(self, question=question, listed=everything, marked=(*self.marked, typed)).shown()

    def advice(self) -> str:
        enter = f"就选这 {len(self.marked)} 项" if self.marked else "不选"
        return f"直接回车：{enter}；输入序号勾选或取消，如 1,3"

    def _toggled(self, values: set[str]) -> _Sheet:
        every = (option.value for option in self.question.options)
        return replace(self, marked=tuple(value for value in every if (value in self.marked) != (value in values))).shown()


class _Tree(_Ticks, frozen=True):
    """Whole sections are ticked; single duties and the order are for terminals that can show pages."""

    def ticked(self) -> Given:
        picked = tuple(_as_marked(option) for option in self.question.options if option.value in self.marked)
        return picked_reply(self.question, picked)

    def with_own(self, typed: str) -> Event | _Sheet:
        return self.unfound(typed)


def _as_marked(section: Option) -> Option:
    """A section with its ticked duties, or the usual ones where none was ticked."""
    ticked = tuple(duty for duty in section.options if duty.ticked)
    return replace(section, options=ticked or tuple(duty for duty in section.options if duty.usual) or section.options)


_SHEETS: dict[str, type[_Sheet]] = {"text": _Line, "choice": _Choice, "ticks": _Ticks, "tree": _Tree, "page": _Choice}
_COMMANDS: dict[str, Callable[[_Sheet], Event | _Sheet]] = {
    "": lambda sheet: sheet.entered(),
    "<": lambda sheet: Back(sheet.typed, sheet.ticked()),
    "=": lambda sheet: Review(sheet.typed, sheet.ticked()),
    "?": lambda sheet: sheet.explained(),
    "+": lambda sheet: sheet.more(),
}


def _half_width(text: str) -> str:
    return halfwidth(text.replace("《", "<"))  # what a Chinese keyboard gives for <


def _confirmed(question: Question, reply: Given) -> str:
    if question.style == "text":
        return f"已填：{reply}" if reply else "留空"
    return f"已选：{_titles(question, reply)}" if reply else "不选"


def _titles_of(ticking: Ticking) -> list[str]:
    return [section.title for section in ticking.sections]


def _titles(question: Question, reply: Given) -> str:
    values: Iterable[str] = (reply,) if isinstance(reply, str) else reply if isinstance(reply, tuple) else _titles_of(reply)
    titles = {option.value: option.title for option in question.options}
    return "、".join(titles.get(value, value) for value in values)


@contextmanager
def opened() -> Iterator[PlainTerminal]:
    """The terminal, by itself, so that stdin, stdout and stderr may be files."""
    from dutywriter.text.pinyin import matches

    with open("/dev/tty", encoding="utf-8", errors="replace") as keys, open("/dev/tty", "w", encoding="utf-8") as screen:
        try:
            size = os.get_terminal_size(screen.fileno())
        except OSError:
            size = os.terminal_size((80, 24))
        yield PlainTerminal(keys, screen, size, matches)
