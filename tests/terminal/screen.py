"""A real terminal for tests: a program on a pseudo-terminal, its screen kept by an emulator, keys pressed by name."""

import os
import re
import sys
import time
from pathlib import Path

import pexpect
import pyte

KEYS = {"Enter": "\r", "Backspace": "\x7f", "Down": "\x1b[B", "Up": "\x1b[A", "Space": " ", "Ctrl-C": "\x03", "Ctrl-D": "\x04"}
PATIENCE = 20


class Screen:
    """`dutywriter` on a terminal of `columns` x `rows`; `command` may be a shell line."""

    def __init__(self, command: str, folder: Path, environment: dict[str, str], columns: int = 100, rows: int = 40) -> None:
        self.display = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.display)
        self._heard = b""
        program = f"{sys.executable} -m dutywriter"
        self.child = pexpect.spawn(
            "/bin/sh",
            ["-c", command.replace("dutywriter", program, 1)],
            cwd=str(folder),
            env=environment,
            dimensions=(rows, columns),
        )

    def press(self, *keys: str) -> None:
        for key in keys:
            self.child.send(KEYS.get(key, key))

    def wait_for(self, text: str) -> None:
        """Until `text` stands on the screen, blanks left aside (the emulator splits wide characters)."""
        wanted = re.sub(r"\s", "", text)
        deadline = time.monotonic() + PATIENCE
        while wanted not in self.text():
            if time.monotonic() > deadline or not self._read():
                message = f"“{text}” did not appear:\n" + "\n".join(self.display.display)
                raise AssertionError(message)

    def finish(self) -> int:
        """Read to the end; the exit code."""
        deadline = time.monotonic() + PATIENCE
        while self._read() and time.monotonic() < deadline:
            pass
        self.child.close()
        return int(self.child.exitstatus if self.child.exitstatus is not None else -1)

    def text(self) -> str:
        """What stands on the screen and what has scrolled past it, without blanks."""
        return re.sub(r"\s", "", "".join(self.display.display)) + _plain(self._heard)

    def _read(self) -> bool:
        try:
            heard = self.child.read_nonblocking(65536, timeout=1)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self._heard += heard
        self._stream.feed(heard)
        for question in re.findall(rb"\x1b\[6n", heard):
            assert question
            row, column = self.display.cursor.y + 1, self.display.cursor.x + 1
            self.child.send(f"\x1b[{row};{column}R")
        return True


def _plain(heard: bytes) -> str:
    text = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", heard.decode("utf-8", "ignore"))
    return re.sub(r"\s", "", text)


def open_files(folder: Path) -> list[str]:
    return sorted(os.listdir(folder))
