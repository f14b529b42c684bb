"""What a person does on a page."""

from msgspec import Struct

from dutywriter.wizard.replies import Given


class Answered(Struct, frozen=True):
    """An answer: a line, the value of an option, the values of all that are ticked, or the sections with their duties."""

    reply: Given


class Back(Struct, frozen=True):
    """To the question before.

    What stood in the line (`typed`) and what was `ticked` (None: nothing else than before) stands there when this one returns.
    """

    typed: str = ""
    ticked: Given | None = None


class Review(Back, frozen=True):
    """To the page that shows all answers and the draft."""


class Interrupted(Back, frozen=True):
    """Out of the interview: nothing but what was left on the page is new."""


Event = Answered | Back | Review | Interrupted
