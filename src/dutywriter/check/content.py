"""Rules 2xx: whether what is there says enough."""

from collections.abc import Iterable, Iterator

from dutywriter.catalogue.model import Catalogue
from dutywriter.check.duties import Duties
from dutywriter.check.finding import Finding
from dutywriter.check.goals import Goals
from dutywriter.check.kpis import Kpis
from dutywriter.check.promise import Promise
from dutywriter.check.unnamed import Unnamed
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment


class Content:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        rules = {rule.name: rule for rule in catalogue.rules.rules}
        self._bare = about.bare
        self._goals = Goals(rules)
        self._kpis = Kpis(rules, catalogue)
        self._duties = Duties(about, rules, catalogue)
        self._promise = Promise(rules["promise-mismatch"])
        self._unnamed = Unnamed(catalogue.rules, rules["partner-unnamed"], rules["tool-unnamed"])
        self._part = ""

    def of(self, segment: Segment) -> Iterator[Finding]:
        """What is found in one segment; places are within its text."""
        self._unnamed.of(segment)
        if self._bare:
            if segment.part in {"", "duties"}:
                yield from self._duties.of(segment)
            return
        self._promise.of(segment)
        part = segment.part
        if part != self._part:
            self._duties.see(part)
            self._part = part
        if part == "duties":
            yield from self._duties.of(segment)
        elif part == "goals":
            self._goals.of(segment)
            self._kpis.of_goals(segment)
        elif part == "metrics":
            self._kpis.of(segment)

    def at_end(self) -> Iterable[Finding]:
        """What only the whole document shows; places are within the source."""
        if self._bare:
            return self._unnamed.at_end()
        families = (self._goals, self._kpis, self._duties, self._unnamed, self._promise)
        return [finding for family in families for finding in family.at_end()]
