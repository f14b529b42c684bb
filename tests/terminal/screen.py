"""A real terminal for tests: a program on a pseudo-terminal, its screen kept by an emulator, keys pressed by name."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

KEYS = {
    "Enter": "\r",
    "Esc": "\x1b",
    "Backspace": "\x7f",
    "Up": "\x1b[A",
    "Down": "\x1b[B",
    "Right": "\x1b[C",
    "Left": "\x1b[D",
    "Home": "\x1b[H",
    "End": "\x1b[F",
    "PageUp": "\x1b[5~",
    "PageDown": "\x1b[6~",
    "F1": "\x1bOP",
    "Space": " ",
    "Ctrl-A": "\x01",
    "Ctrl-C": "\x03",
    "Ctrl-Q": "\x11",
    "Ctrl-R": "\x12",
    "Ctrl-V": "\x16",
    "Ctrl-Z": "\x1a",
}
PATIENCE = 20
_SEQUENCE = re.compile(r"\x1b(?:\[[0-9;?]*[a-zA-Z]|[()][A-Z0-9]|[=>])")
_COLOUR = re.compile(rb"\x1b\[[0-9;]*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|[34]8;[0-9;]*)m")


class Screen:
    """`dutywriter` on a terminal of `columns` x `rows`; `command` may be a shell line.

    Texts are sought without their blanks, so that neither wide characters nor the ends of rows are in the way.
    """

    def __init__(self, command: str, folder: Path, environment: dict[str, str], columns: int = 100, rows: int = 40) -> None:
        self.display = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.display)
        self.heard = b""
        program = f"{sys.executable} -m dutywriter"
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", command.replace("dutywriter", program, 1)],
            cwd=str(folder),
            env=environment,
            dimensions=(rows, columns),
        )
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = self.child.ptyproc.delayafterterminate = 0.01

    def press(self, *keys: str) -> None:
        """Keys by their names, other texts as they are; after Enter and Esc nothing until the screen has changed."""
        self.child.send("".join(KEYS.get(key, key) for key in keys))

    def paste(self, text: str) -> None:
        """As terminals paste where they are asked to mark it; see `press` for those that are not."""
        self.child.send(f"\x1b[200~{text}\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        self.display.resize(rows, columns)
        self.display.erase_in_display(2)
        self.child.setwinsize(rows, columns)

    def hang_up(self) -> None:
        self.child.kill(signal.SIGHUP)

    def close_window(self) -> int:
        """Take the terminal away; the exit code. The program is the command itself (`exec dutywriter …`)."""
        os.close(self.child.child_fd)
        self.child.closed = self.child.ptyproc.closed = True
        return int(self.child.wait())

    def shows(self, *texts: str, without: tuple[str, ...] = ()) -> None:
        """Until all `texts` stand on the page at once, and none of `without`."""

        def standing() -> bool:
            page = self.page()
            return all(_bare(text) in page for text in texts) and not any(_bare(text) in page for text in without)

        self.until(standing, f"{texts} without {without}")

    def gone(self, *texts: str) -> None:
        """Until none of `texts` stands on the page."""
        self.shows(without=texts)

    def wait_for(self, text: str) -> None:
        """Until `text` was written, wherever it stands now."""
        self.until(lambda: _bare(text) in self.text(), text)

    def page(self) -> str:
        """What stands on the screen now, without blanks; the draft beside the page left out."""
        return _bare("".join(self.rows()))

    def rows(self) -> list[str]:
        """The rows of the page as they stand now, without the draft beside it."""
        return self._cut(0, self._edge())

    def marked(self) -> str:
        """The row of the cursor of a list, without blanks; empty where none stands."""
        return next((_bare(row) for row in self.rows() if row.startswith(">")), "")

    def beside(self) -> str:
        """The draft that stands beside the page, without blanks; empty where there is none."""
        return _bare("".join(self._cut(self._edge() + 1, self.display.columns)))

    def move_to(self, text: str) -> None:
        """Put the cursor of a list, step by step, on the option in sight that holds `text`."""
        self.shows(text)
        rows = self.rows()
        here = next(number for number, row in enumerate(rows) if row.startswith(">"))
        there = next(number for number, row in enumerate(rows) if _bare(text) in _bare(row))
        while _bare(text) not in self.marked():
            self.step("Down" if there > here else "Up")

    def step(self, key: str) -> str:
        """Press a key that moves the cursor of a list; the row where it stands then, without blanks."""
        before = self.marked()
        self.press(key)
        self.until(lambda: self.marked() not in ("", before), f"the cursor elsewhere than at {before}")
        return self.marked()

    def finish(self) -> int:
        """Read to the end; the exit code."""
        self.until(lambda: False, "the end", ends=True)
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)

    def text(self) -> str:
        """All that was ever written, in the order of writing, without blanks."""
        return _bare(_SEQUENCE.sub("", self.heard.decode("utf-8", "ignore")))

    def colours(self) -> list[bytes]:
        """The colour codes that were ever written."""
        return _COLOUR.findall(self.heard)

    def left(self) -> str:
        """All that was written after the pages, when the screen was as before."""
        return self.heard.rpartition(b"\x1b[?1049l")[2].decode("utf-8", "ignore")

    def _edge(self) -> int:
        """The column of the line between the page and the draft; where there is none, the end of the row."""
        buffer, rows = self.display.buffer, range(self.display.lines)
        edges = (column for column in range(self.display.columns) if all(buffer[row][column].data == "|" for row in rows))
        return next(edges, self.display.columns)

    def _cut(self, first: int, end: int) -> list[str]:
        """The rows between two columns; behind a wide character stands an empty one."""
        buffer = self.display.buffer
        return ["".join(buffer[row][column].data for column in range(first, end)).rstrip() for row in range(self.display.lines)]

    def until(self, met: Callable[[], bool], what: str, *, ends: bool = False) -> None:
        """Read on until `met`, or (where it `ends` so) until the program closes the terminal; `what` is what is waited for."""
        deadline = time.monotonic() + PATIENCE
        while not met():
            is_open = self.read()
            if not is_open and ends:
                return
            if time.monotonic() > deadline or not (is_open or met()):
                raise AssertionError("\n".join([f"{what} did not come:", *filter(None, self.rows())]))

    def read(self) -> bool:
        """Take in what was written since, or wait a second for it; whether the terminal is still open."""
        try:
            heard = self.child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.heard += heard
        self._stream.feed(heard)
        return True


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def open_files(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))
