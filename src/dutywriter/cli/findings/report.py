"""Where the report of a run goes: to its file, to stdout, or beside what stands on stdout to stderr."""

import os
import sys
from collections.abc import Sequence

from msgspec import Struct

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.check.reports.outcome import Outcome
from dutywriter.cli.output import Target, say, write_stdout

_PIPED_WIDTH, _WIDEST = 80, 100


class Report(Struct, frozen=True):
    """The form of a report, and its file (None: stdout)."""

    format: str
    target: Target | None
    rulebook: Rulebook

    def check(self) -> None:
        """Find out now whether it could be written.

        Raises Refused.
        """
        if self.target:
            self.target.check()

    def deliver(self, outcomes: Sequence[Outcome], *, beside: bool = False) -> None:
        """The report to its place; `beside` to stderr, where stdout holds a document.

        Raises Refused where it cannot be written.
        """
        if self.target:
            self.target.write(self._rendered(outcomes, on_screen=False).encode())
        elif beside:
            for line in self._rendered(outcomes, on_screen=False).splitlines():
                say(line)
        else:
            write_stdout(self._rendered(outcomes, on_screen=on_screen()).encode())

    def _rendered(self, outcomes: Sequence[Outcome], *, on_screen: bool) -> str:
        if self.format == "json":
            from dutywriter.check.reports import data

            return data.rendered(outcomes, self.rulebook)
        if self.format == "github":
            from dutywriter.check.reports import github

            return github.rendered(outcomes, self.rulebook)
        if self.format == "sarif":
            from dutywriter.check.reports import sarif

            return sarif.rendered(outcomes, self.rulebook)
        from dutywriter.check.reports import text

        width = min(os.get_terminal_size(sys.stdout.fileno()).columns or _PIPED_WIDTH, _WIDEST) if on_screen else _PIPED_WIDTH
        return text.rendered(outcomes, self.rulebook, width=width, colour=on_screen and _coloured())


def on_screen() -> bool:
    """Whether a person looks at stdout."""
    return sys.stdout is not None and sys.stdout.isatty()


def _coloured() -> bool:
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
