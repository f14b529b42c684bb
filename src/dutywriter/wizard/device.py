"""The terminal as a device: whether there is one, and what it can do."""

import os
import sys
from contextlib import AbstractContextManager

from dutywriter.wizard.page import Pages


def can_open() -> bool:
    """Whether there is a terminal to ask on; stdin, stdout and stderr may be anything."""
    if os.name == "nt":
        return sys.stdin is not None and sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


def is_dumb() -> bool:
    """Whether the terminal cannot move its cursor, so that pages are no use on it."""
    return os.name != "nt" and os.environ.get("TERM", "") in ("", "dumb", "unknown")


def opened() -> AbstractContextManager[Pages]:
    """The terminal, for as long as pages are shown; line by line where it cannot move its cursor."""
    if is_dumb():
        from dutywriter.wizard import plain

        return plain.opened()
    from dutywriter.wizard import terminal

    return terminal.opened()
