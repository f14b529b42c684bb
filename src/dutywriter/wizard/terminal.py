"""Questions on a terminal. The only file that knows questionary and prompt_toolkit.

The terminal is opened by itself (/dev/tty), so that stdout and stderr may be a pipe or a file.
"""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, TextIO

from dutywriter.wizard.picker import Option
from dutywriter.wizard.questions import Question

_NOTE_GAP = 2
_TICK_MARGIN = 8
_SELECT = "（上下键移动，回车确定）"
_TICKS = "空格勾选，上下键移动，回车确定"


def can_open() -> bool:
    """Whether there is a terminal to ask on."""
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


class Terminal:
    """A terminal to ask on and to show lines on; open it with `opened`."""

    def __init__(self, session: Any) -> None:
        self._session = session

    def ask(self, question: Question, check: Callable[[str], str]) -> str | tuple[str, ...]:
        """The person's reply: a line, or the values of what was ticked.

        Raises KeyboardInterrupt on Ctrl-C, and where the terminal goes away.
        """
        try:
            reply = self._reply(question, check)
        except (EOFError, OSError) as error:
            raise KeyboardInterrupt from error
        self.show(f"{question.message} {_said(question, reply)}")
        return reply

    def _reply(self, question: Question, check: Callable[[str], str]) -> str | tuple[str, ...]:
        if question.style == "text":
            return self._text(question, check)
        return self._choice(question) if question.style == "choice" else self._ticks(question)

    def show(self, text: str) -> None:
        """A line, or several, above the next question."""
        try:
            self._session.output.write(text.replace("\n", "\r\n") + "\r\n")
            self._session.output.flush()
        except OSError as error:
            raise KeyboardInterrupt from error

    @property
    def columns(self) -> int:
        width: int = self._session.output.get_size().columns
        return width

    def _text(self, question: Question, check: Callable[[str], str]) -> str:
        import questionary
        from prompt_toolkit.completion import WordCompleter

        words = [option.value for option in question.options]
        reply: str = questionary.text(
            question.message,
            qmark="",
            instruction=f"（{question.hint}）" if question.hint else None,
            validate=lambda text: check(text) or True,
            completer=WordCompleter(words, match_middle=True, sentence=True) if words else None,
            erase_when_done=True,
            style=_style(),
        ).unsafe_ask()
        return reply

    def _choice(self, question: Question) -> str:
        import questionary

        choices = [questionary.Choice(title, value=option.value) for option, title in self._titles(question)]
        default = next(choice for choice in choices if choice.value == question.default)
        reply: str = questionary.select(
            question.message,
            choices,
            default=default,
            qmark="",
            pointer=">",
            instruction=_SELECT,
            erase_when_done=True,
            style=_style(),
        ).unsafe_ask()
        return reply

    def _ticks(self, question: Question) -> tuple[str, ...]:
        import questionary

        choices = [questionary.Choice(title, value=option.value, checked=option.ticked) for option, title in self._titles(question)]
        instruction = f"（{question.hint}；{_TICKS}）" if question.hint else f"（{_TICKS}）"
        reply = questionary.checkbox(
            question.message,
            choices,
            validate=lambda picked: len(picked) >= question.least or f"至少选 {question.least} 个",
            qmark="",
            pointer=">",
            instruction=instruction,
            erase_when_done=True,
            style=_style(),
        ).unsafe_ask()
        return tuple(reply)

    def _titles(self, question: Question) -> Iterator[tuple[Option, str]]:
        """Each option with its title and note in one line that fits the terminal."""
        from dutywriter.text.width import columns, cut, pad

        widest = max(columns(option.title) for option in question.options)
        for option in question.options:
            title = pad(option.title, widest + _NOTE_GAP) + option.note if option.note else option.title
            yield option, cut(title, self.columns - _TICK_MARGIN)


@contextmanager
def opened() -> Iterator[Terminal]:
    """The terminal, for as long as questions are asked."""
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input.defaults import create_input
    from prompt_toolkit.output.defaults import create_output

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
        yield Terminal(stack.enter_context(create_app_session(input=reader, output=writer)))


def _close(file: TextIO) -> None:
    """Close without a word: of a terminal that is gone nothing can be said."""
    with suppress(OSError):
        file.close()


def _end_with_the_terminal(stack: ExitStack) -> None:
    """A terminal that goes away while it is asked on is an interrupt, not a death by signal."""
    before = signal.signal(signal.SIGHUP, signal.default_int_handler)
    stack.callback(signal.signal, signal.SIGHUP, before)


def _style() -> Any:
    from questionary import Style

    return Style([("selected", "noreverse"), ("highlighted", "bold"), ("answer", "bold")])


def _said(question: Question, reply: str | tuple[str, ...]) -> str:
    if isinstance(reply, tuple):
        titles = [option.title for option in question.options if option.value in reply]
        return "、".join(titles) or "（不选）"
    return reply.strip() or question.default or "（留空）"
