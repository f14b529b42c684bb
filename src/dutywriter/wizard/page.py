"""A page of the wizard: a question, and all that stands around it."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from dutywriter.wizard.events import Event
from dutywriter.wizard.questions import Question

Check = Callable[[str], str]
"""Says what is wrong with a typed line, in Chinese (empty: nothing)."""


class Page(Struct, frozen=True):
    """A question; `check` says what is wrong with a typed line, `doubt` what speaks against one that can be taken all the same.

    `typed` is what stands in the line already, `chosen` the value of the option where the cursor stands, `said` what to tell first,
    `status` a line on the draft so far, `draft` its text.
    """

    question: Question
    check: Check
    doubt: Check = lambda _: ""
    typed: str = ""
    chosen: str = ""
    said: tuple[str, ...] = ()
    status: str = ""
    draft: tuple[str, ...] = ()


Next = Callable[[Event], Page | None]
"""What comes after an event: the next page, or None at the end."""


class Pages(Protocol):
    """What shows pages to a person."""

    def converse(self, page: Page, after: Next) -> None:
        """Show `page`, and after each thing the person does what comes then, until nothing does.

        Raises KeyboardInterrupt on Ctrl-C, and where the terminal goes away.
        """
