"""What a person does with a question."""

from msgspec import Struct


class Answered(Struct, frozen=True):
    """An answer: a line or the value of the option chosen, or the values of all options ticked, in their order."""

    reply: str | tuple[str, ...]


class Back(Struct, frozen=True):
    """To the question before; `typed` is what stood in the line, to be offered again when this question returns."""

    typed: str = ""


class Review(Struct, frozen=True):
    """To the page that shows all answers."""


Event = Answered | Back | Review
