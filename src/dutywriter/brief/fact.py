"""What is understood of a request, with the words that say it."""

from typing import Any

from msgspec import Struct


class Fact(Struct, frozen=True):
    """One answer understood: the field's key, its value as the field's kind has it, and where its words stand.

    Spans are half open, in code points of the text.
    """

    key: str
    value: Any
    spans: tuple[tuple[int, int], ...]

    def words(self, text: str) -> str:
        """The words of `text` that say so."""
        return "；".join(text[start:end] for start, end in self.spans)
