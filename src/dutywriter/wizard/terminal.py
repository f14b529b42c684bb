"""Pages on a terminal: what is drawn, and which key does what. The only file that knows prompt_toolkit.

The terminal is opened by itself (/dev/tty), so that stdout and stderr may be a pipe or a file.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import partial
from typing import TextIO

from msgspec.structs import replace
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition, Filter
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.layout.processors import BeforeInput
from prompt_toolkit.output.defaults import create_output
from prompt_toolkit.styles import Style

from dutywriter.text.width import columns as width_of
from dutywriter.text.width import wrap
from dutywriter.wizard import drawing
from dutywriter.wizard.events import Answered, Back, Event, Interrupted, Review
from dutywriter.wizard.page import Next, Page
from dutywriter.wizard.picker import Option, Picker, Place, mark
from dutywriter.wizard.questions import OWN, OWN_NOTE, own_option
from dutywriter.wizard.replies import Given, picked_reply

ESCAPE_SECONDS = 0.05
"""How long after Esc the rest of a key's sequence may still come."""
PASTE_SECONDS = 0.03
"""Enter counts when nothing follows for so long: in a paste without brackets, the next line does."""
MOST_LINE_ROWS = 8
LONGEST_SEARCH = 30
"""Characters; more are a paste that went astray, and not worth the time to place the cursor by."""
WIDE, DRAFT_SHARE = 110, 0.45
_HEADING_SHARE, _TOLD_SHARE, _REMARK_SHARE = 0.4, 0.2, 0.2
"""Of the rows: on 15 the shortest list and the longest foot still fit."""
_STYLE = Style(
    [
        ("message", "bold"),
        ("cursor", "bold"),
        ("heading", "bold"),
        ("wrong", "bold ansired"),
        ("keys", "ansicyan"),
    ]
)
_KEYS = {
    "text": "回车 确定   Esc 上一步   ? 说明   Ctrl-R 看草稿",
    "choice": "上下键 移动   回车 选定   打字或拼音 查找   Esc 上一步   ? 说明   Ctrl-R 看草稿",
    "ticks": "空格 勾选   回车 确定   打字或拼音 查找   Esc 上一步   ? 说明   Ctrl-R 看草稿",
    "tree": "空格 勾选   右方向键 打开   < > 调次序   + 加一条   回车 确定   打字或拼音 查找   Esc 上一步   ? 说明",
    "page": "上下键、翻页键 移动   回车 选定   Esc 上一步   ? 说明",
}
_ADDING = "回车 加上   Esc 不加了"


class Terminal:
    """A terminal to show pages on, once it is `opened`."""

    def converse(self, page: Page, after: Next) -> None:
        """Show `page`, and after each thing the person does what comes then, until nothing does.

        Raises KeyboardInterrupt on Ctrl-C, and where the terminal goes away.
        """
        try:
            _Screen(page, after).run()
        except (EOFError, OSError) as error:
            raise KeyboardInterrupt from error


class _Screen:
    """The page at hand with what the person has done on it so far: the line typed, the options ticked."""

    def __init__(self, page: Page, after: Next) -> None:
        self._after = after
        self._line = Buffer(multiline=True, on_text_changed=self._typed)
        self._enters = 0
        self._settling: asyncio.TimerHandle | None = None
        self._open(page)
        self._application: Application[None] = Application(
            layout=Layout(self._layout()),
            key_bindings=self._keys(),
            style=_STYLE,
            full_screen=True,
        )
        self._application.ttimeoutlen = self._application.timeoutlen = ESCAPE_SECONDS

    def run(self) -> None:
        self._application.run()

    def _open(self, page: Page) -> None:
        question = page.question
        self._page = page
        self._picker = Picker(question.options, many=question.style in ("ticks", "tree")).placed(page.chosen)
        self._place_before: Place | None = None
        self._ticked_first = picked_reply(question, self._picker.picked())
        self._wrong, self._told_of, self._explained, self._adding, self._ticked_since_typing = "", "", False, False, False
        self._line.document = Document(page.typed, len(page.typed))

    def _go(self, event: Event) -> None:
        page = self._after(event)
        if page:
            self._open(page)
        else:
            self._application.exit()

    # What is drawn

    def _layout(self) -> VSplit:
        page = HSplit(
            [
                _text(self._heading),
                ConditionalContainer(
                    Window(
                        BufferControl(self._line, input_processors=[BeforeInput(self._prompt)]),
                        wrap_lines=True,
                        height=Dimension(min=1, max=MOST_LINE_ROWS),
                        dont_extend_height=True,
                    ),
                    Condition(lambda: bool(self._is_line or self._line.text)),
                ),
                _text(self._remark),
                Window(FormattedTextControl(self._rows, focusable=False), always_hide_cursor=True),
                _text(self._foot),
            ]
        )
        beside = Condition(lambda: self._draft_columns > 0)
        edge = ConditionalContainer(Window(width=1, char="|"), beside)
        draft = ConditionalContainer(
            Window(FormattedTextControl(self._draft), width=lambda: Dimension.exact(self._draft_columns)), beside
        )
        return VSplit([page, edge, draft])

    @property
    def _is_line(self) -> bool:
        return self._page.question.style == "text" or self._adding

    @property
    def _draft_columns(self) -> int:
        """How many columns the draft takes beside the page; 0 where it is not shown."""
        columns = self._application.output.get_size().columns
        shown = columns >= WIDE and self._page.draft and self._page.question.style != "page"
        return int(columns * DRAFT_SHARE) if shown else 0

    @property
    def _columns(self) -> int:
        """How many columns the page has."""
        beside = self._draft_columns
        columns: int = self._application.output.get_size().columns
        return columns - (beside + 1 if beside else 0)

    def _heading(self) -> StyleAndTextTuples:
        question = self._page.question
        told = [("", line) for said in self._page.said for line in wrap(said, self._columns)]
        lines = [("class:message", line) for line in wrap(question.message, self._columns)]
        if question.hint:
            lines += [("", line) for line in wrap(f"（{question.hint}）", self._columns)]
        if self._explained:
            lines += [("", line) for line in wrap(f"说明：{question.why or '这一项没有更多说明'}", self._columns)]
        told = _clipped(told, self._rows_of(_TOLD_SHARE))
        return _joined([*told, *_clipped(lines, self._rows_of(_HEADING_SHARE) - len(told))])

    def _rows_of(self, share: float) -> int:
        """How many rows a part of the page may take at most, so that the others have room too."""
        rows: int = self._application.output.get_size().rows
        return max(int(rows * share), 1)

    def _prompt(self) -> StyleAndTextTuples:
        if self._adding:
            return [("", f"加一条{self._page.question.own}：")]
        return [("", "> " if self._is_line else "查找：")]

    def _remark(self) -> StyleAndTextTuples:
        lines = [("class:wrong", line) for line in wrap(f"！{self._wrong}", self._columns)] if self._wrong else []
        return _joined(_clipped(lines, self._rows_of(_REMARK_SHARE)))

    def _rows(self) -> StyleAndTextTuples:
        if self._page.question.style == "text":
            return []
        drawn: StyleAndTextTuples = []
        for row in drawing.rows(self._picker, self._columns, self._height):
            drawn += [(f"class:{style}", text) for style, text in row] + [("", "\n")]
        return drawn[:-1]

    @property
    def _height(self) -> int:
        """How many rows are left for the list."""
        rows: int = self._application.output.get_size().rows
        taken = sum(_lines(part()) for part in (self._heading, self._remark, self._foot))
        return max(rows - taken - self._line_rows, 1)

    @property
    def _line_rows(self) -> int:
        """How many rows the typed line takes."""
        if not self._is_line and not self._line.text:
            return 0
        prompt = "".join(fragment[1] for fragment in self._prompt())
        lines = (width_of(prompt + line) // self._columns + 1 for line in self._line.text.split("\n"))
        return min(sum(lines), MOST_LINE_ROWS)

    def _foot(self) -> StyleAndTextTuples:
        keys = _ADDING if self._adding else _KEYS[self._page.question.style]
        status = self._status()
        lines = [("", line) for line in wrap(status, self._columns)] if status else []
        return _joined([*lines, *(("class:keys", line) for line in wrap(keys, self._columns))])

    def _status(self) -> str:
        """How much is ticked, where that can be; else how far the draft is."""
        if not self._picker.many:
            return self._page.status
        picked = self._picker.picked()
        if self._page.question.style == "tree":
            return f"已选 {len(picked)} 个模块，{sum(len(section.options) for section in picked)} 条职责"
        return f"已选 {len(picked)} 项"

    def _draft(self) -> StyleAndTextTuples:
        width = self._draft_columns
        return _joined([("", line) for text in self._page.draft for line in wrap(text, width)])

    # What the keys do

    def _keys(self) -> KeyBindings:
        keys = KeyBindings()
        listed = Condition(lambda: not self._is_line)
        empty = Condition(lambda: not self._line.text)

        def on(*names: str, when: Filter | None = None) -> Callable[[Callable[[], None]], None]:
            def bind(act: Callable[[], None]) -> None:
                for name in names:
                    keys.add(name, filter=when if when is not None else True)(lambda _: self._after_enters(act))

            return bind

        keys.add(Keys.Any)(lambda event: self._insert(event.data))
        keys.add(Keys.BracketedPaste)(lambda event: self._insert(event.data.replace("\r\n", "\n").replace("\r", "\n")))
        for name in ("enter", "c-j"):
            keys.add(name)(self._enter_pressed)
        on("c-c", "<sigint>")(self._interrupt)
        on("c-z")(self._to_background)
        on("c-q", "c-v")(lambda: None)
        on("escape")(self._back)
        on("c-r")(self._review)
        on("f1")(self._explain)
        on("?", when=empty)(self._explain)
        for name, by in (("up", -1), ("down", 1), ("c-p", -1), ("c-n", 1)):
            on(name, when=listed)(partial(self._step, by))
        for name, by in (("pageup", -1), ("pagedown", 1)):
            on(name, when=listed)(partial(self._turn, by))
        on("home", when=listed)(lambda: self._pick(self._picker.to_first()))
        on("end", when=listed)(lambda: self._pick(self._picker.to_last()))
        on("right", when=listed)(lambda: self._pick(self._picker.opened_at()))
        on("left", when=listed)(lambda: self._pick(self._picker.closed_at()))
        on(" ", when=listed)(self._toggle)
        on("c-a", when=listed)(lambda: self._pick(self._picker.all_toggled()))
        for names, by in ((("<", "c-up"), -1), ((">", "c-down"), 1)):
            on(*names, when=listed & empty & self._is("tree"))(partial(self._lift, by))
        on("+", when=listed & empty & self._is("tree"))(self._add)
        return keys

    def _is(self, *styles: str) -> Condition:
        return Condition(lambda: self._page.question.style in styles)

    def _insert(self, text: str) -> None:
        """Text typed or pasted; Enters just before it were the line breaks of a paste."""
        text = "\n" * self._no_more_enters() + text
        text = "".join(character for character in text if character == "\n" or character.isprintable())
        if not self._is_line:
            text = " ".join(text.split("\n"))
        if self._page.question.style != "page":
            self._line.insert_text(text)

    def _enter_pressed(self, _: KeyPressEvent) -> None:
        self._enters = self._no_more_enters() + 1
        self._settling = asyncio.get_running_loop().call_later(PASTE_SECONDS, self._settle)

    def _no_more_enters(self) -> int:
        """How many Enters wait for what follows them; from now on none does."""
        if self._settling:
            self._settling.cancel()
        enters, self._enters = self._enters, 0
        return enters

    def _settle(self) -> None:
        """Enter, as nothing else has followed it."""
        self._no_more_enters()
        self._enter()
        self._application.invalidate()

    def _after_enters(self, act: Callable[[], None]) -> None:
        """A key that is no text: an Enter before it counts first."""
        if self._no_more_enters():
            self._enter()
        act()

    def _typed(self, _: Buffer) -> None:
        """The line has changed: of a list it is what is sought. A search that is given up leaves the cursor where it was."""
        self._wrong, self._ticked_since_typing = "", False
        if self._is_line:
            return
        before, self._picker = self._picker, self._picker.narrowed(self._line.text)
        if self._line.text:
            self._place_before = before.at if not before.is_narrowed else self._place_before
            if len(self._line.text) <= LONGEST_SEARCH:
                self._picker = self._picker.at_best_match()
        elif self._place_before is not None:
            self._picker, self._place_before = replace(self._picker, at=self._place_before), None

    def _pick(self, picker: Picker) -> None:
        self._picker, self._wrong, self._place_before = picker, picker.told, None

    def _step(self, by: int) -> None:
        self._pick(self._picker.stepped(by))

    def _turn(self, by: int) -> None:
        self._pick(self._picker.paged(by, self._height))

    def _lift(self, by: int) -> None:
        current = self._picker.current
        if current and current.value.startswith(OWN):
            self._wrong = "自己加的话写在模块的末尾，不能调次序"
        else:
            self._pick(self._picker.lifted(by))

    def _toggle(self) -> None:
        self._ticked_since_typing = True
        self._pick(self._picker.toggled())

    def _interrupt(self) -> None:
        self._after(Interrupted(self._half_typed, self._ticking))
        self._application.exit(exception=KeyboardInterrupt)

    def _to_background(self) -> None:
        self._application.suspend_to_background()

    def _explain(self) -> None:
        self._explained = not self._explained

    def _back(self) -> None:
        if self._explained:
            self._explained = False
        elif self._adding or (self._line.text and not self._is_line):
            self._adding = False
            self._line.text = ""
        else:
            self._go(Back(self._half_typed, self._ticking))

    def _review(self) -> None:
        self._go(Review(self._half_typed, self._ticking))

    @property
    def _half_typed(self) -> str:
        """What stands in the line of a question that asks for one."""
        return self._line.text if self._page.question.style == "text" else ""

    @property
    def _ticking(self) -> Given | None:
        """What stands ticked, where that can be and is not what stood there first."""
        ticked = picked_reply(self._page.question, self._picker.picked())
        return ticked if self._picker.many and ticked != self._ticked_first else None

    def _add(self) -> None:
        self._adding = True

    def _enter(self) -> None:
        style = self._page.question.style
        if self._is_line:
            self._enter_line()
        elif style in ("choice", "page"):
            self._enter_choice()
        elif self._line.text:
            self._enter_found()
        else:
            self._enter_ticks()

    def _enter_line(self) -> None:
        text = self._line.text
        self._wrong = self._page.check(text) or self._doubt(text)
        if self._wrong:
            return
        if not self._adding:
            self._go(Answered(text))
            return
        if text.strip() and self._picker.here:
            parent = self._picker.options[self._picker.here[0]].value
            self._picker = self._picker.with_option(parent, own_option(text.strip()))
        self._adding = False
        self._line.text = ""

    def _doubt(self, text: str) -> str:
        """What speaks against a line, told once: entered again it is taken all the same."""
        told, self._told_of = self._told_of, text
        return "" if text == told else self._page.doubt(text)

    def _enter_choice(self) -> None:
        picked = self._picker.picked()
        typed = self._line.text.strip()
        if picked:
            self._go(Answered(picked[0].value))
        elif typed and self._page.question.own:
            self._wrong = self._page.check(typed)
            if not self._wrong:
                self._go(Answered(typed))

    def _enter_found(self) -> None:
        """Enter on a narrowed list takes what the cursor is on, and shows the whole list again."""
        typed = self._line.text.strip()
        self._place_before = None
        if self._picker.visible():
            if not self._ticked_since_typing and not self._is_ticked:
                self._picker = self._picker.toggled()
        elif self._page.question.own and self._page.question.style == "ticks":
            self._picker = self._picker.with_option("", Option(typed, typed, OWN_NOTE, ticked=True))
        else:
            return
        self._line.text = ""

    @property
    def _is_ticked(self) -> bool:
        current = self._picker.current
        return current is None or mark(current) != " "

    def _enter_ticks(self) -> None:
        picked = self._picker.picked()
        least = self._page.question.least
        if len(picked) < least:
            self._wrong = f"至少选 {least} 个"
        else:
            self._go(Answered(picked_reply(self._page.question, picked)))


def _text(lines: Callable[[], StyleAndTextTuples]) -> Window:
    """Lines that are as many as they are, and nothing where there are none."""
    control = FormattedTextControl(lines)
    return Window(control, height=lambda: Dimension.exact(_lines(lines())), always_hide_cursor=True)


def _joined(lines: list[tuple[str, str]]) -> StyleAndTextTuples:
    joined: StyleAndTextTuples = []
    for style, line in lines:
        joined += [(style, line), ("", "\n")]
    return joined[:-1]


def _clipped(lines: list[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    """The lines, the last of them as an ellipsis where they are more than `most`."""
    return lines if len(lines) <= most else [*lines[: most - 1], ("", "...")]


def _lines(fragments: StyleAndTextTuples) -> int:
    return sum(fragment[1].count("\n") for fragment in fragments) + 1 if fragments else 0


@contextmanager
def opened() -> Iterator[Terminal]:
    """The terminal, for as long as pages are shown."""
    with ExitStack() as stack:
        if os.name == "nt":
            reader, writer = create_input(always_prefer_tty=True), create_output(always_prefer_tty=True)
        else:
            _end_with_the_terminal(stack)
            keys = open("/dev/tty", encoding="utf-8", errors="surrogateescape")  # noqa: SIM115 - closed by the stack
            screen = open("/dev/tty", "w", encoding="utf-8", errors="replace")  # noqa: SIM115 - closed by the stack
            stack.callback(_close, keys)
            stack.callback(_close, screen)
            reader, writer = create_input(keys), create_output(screen)
        stack.enter_context(create_app_session(input=reader, output=writer))
        yield Terminal()


def _close(file: TextIO) -> None:
    """Close without a word: of a terminal that is gone nothing can be said."""
    with suppress(OSError):
        file.close()


def _end_with_the_terminal(stack: ExitStack) -> None:
    """A terminal that goes away while it is asked on is an interrupt, not a death by signal."""
    before = signal.signal(signal.SIGHUP, signal.default_int_handler)
    stack.callback(signal.signal, signal.SIGHUP, before)
