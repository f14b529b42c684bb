"""What can go wrong, each with a message, a hint and an exit code; shown in one place, cli/boundary.py."""

from typing import ClassVar


class DutywriterError(Exception):
    """A known error: `message` says in one Chinese line what is wrong and what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    @property
    def lines(self) -> list[str]:
        """The lines to show a person, one mistake a line."""
        return [self.message]


class Misuse(DutywriterError):
    """An unknown flag or value, no role and no terminal, an input that cannot be opened or decoded."""

    exit_code = 2


class Refused(DutywriterError):
    """A target that exists or cannot be written, or a draft that lacks what its format must have."""


class BadFile(DutywriterError):
    """A file whose content is wrong; every mistake is a line with file, line and column."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__(mistakes[0])
        self.mistakes = mistakes

    @property
    def lines(self) -> list[str]:
        return self.mistakes
