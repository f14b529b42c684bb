"""Rules 4xx: signs, blanks and placeholders."""

from collections.abc import Iterable

from dutywriter.catalogue.model import Catalogue
from dutywriter.check.finding import Finding
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment


class Typography:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        self._about = about
        self._rules = {rule.name: rule for rule in catalogue.rules.rules}

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What is found in one segment; places are within its text."""
        return ()

    def at_end(self) -> Iterable[Finding]:
        """What only the whole document shows; places are within the source."""
        return ()
