"""Rules 1xx, 603 and 604: what a document lacks.

Each trigger of these rules says how a text shows that it has a thing: `message` names the thing, `find` is searched in the text as
it stands, within `parts` where any are given; headings stand behind as many # as they are deep. What no trigger found is missing;
one finding of a rule names all that is. A trigger without a name stands in for one missing thing, in a short document and in one
for those who lead others.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dutywriter.catalogue.model import LEVELS, Catalogue
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Rule, Severity, Trigger
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import place_of
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_ATTACHMENT, _ESSAY = "驻场附件", "正文"
_ONSITE = frozenset(("no-vendor-lead", "onsite-items-missing"))
_RECRUITING = "missing-recruit-fact"
_BATCH = 8192
_SHORT = 15
_FEWEST_HEADINGS, _MOST_HEADINGS = 5, 300
_MOST_OF_OUTLINE = 0.7
_WORST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")
_LONGEST_AGE, _LONGEST_TITLE = 16, 40
_AGE = Pattern(r"\W*\d+\s*个?(?:分钟|小时|天|日|周|月|年)前\W*", "前")


class Structure:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        self._about = about
        book = catalogue.rules
        self._rules = [rule for rule in book.rules if _is_asked(rule, about)]
        self._wanted = [_Thing(rule, trigger, book) for rule in self._rules for trigger in rule.triggers]
        self._there: set[tuple[str, str]] = set()
        outlines = (outline for outline in catalogue.documents.outlines if not outline.of_sections)
        self._outlines = [[heading.heading for heading in outline.headings] for outline in outlines]
        self._headings: set[str] = set()
        self._items = 0
        self._texts: list[str] = []
        self._length = 0
        self._part = ""
        self._columns: set[str] = set()
        self._recruits = about.kind != ""
        self._place: tuple[int, int] | None = None
        self._in_prose = False

    def of(self, segment: Segment) -> Iterable[Finding]:
        """Nothing yet: what is missing is known at the end."""
        if not self._rules:
            return ()
        self._keep_place(segment)
        if segment.part != self._part or self._length > _BATCH:
            self._search()
            self._part = segment.part
        if segment.kind == "heading" and len(self._headings) < _MOST_HEADINGS:
            self._headings.add(segment.text)
        self._items += segment.kind == "item" and segment.part == "duties"
        self._recruits = self._recruits or segment.part == "requirements"
        if segment.column not in self._columns:
            self._columns.add(segment.column)
            self._add(f"{segment.column}：")
        if len(segment.text) > _LONGEST_AGE or not _AGE.fullmatch(segment.text):
            self._add(f"{'#' * segment.depth} {segment.text}" if segment.kind == "heading" else segment.text)
        return ()

    def at_end(self) -> Iterator[Finding]:
        """One finding for each rule some of whose things are nowhere, at the title or where the text begins."""
        self._search()
        if self._place is None:
            return
        for rule in self._rules:
            missing = self._missing(rule)
            if missing and self._is_told(rule, missing):
                finding = found(rule, *self._place, missing="、".join(missing))
                yield replace(finding, severity=self._severity(rule, missing))

    def _missing(self, rule: Rule) -> list[str]:
        """The names of what is nowhere."""
        return [name for name in _names(rule) if (rule.name, name) not in self._there]

    def _keep_place(self, segment: Segment) -> None:
        """The title, or what stands first; where that is long prose, the first heading."""
        is_first = self._place is None
        if is_first or segment.kind == "title" or (segment.kind == "heading" and self._in_prose):
            self._place = place_of(segment)
            self._in_prose = segment.kind == "paragraph" and len(segment.text) > _LONGEST_TITLE

    def _add(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)

    def _search(self) -> None:
        """Look for what is still wanted in the texts kept, all of one part."""
        if self._texts and self._part != "pending":
            text = "\n".join(self._texts)
            for thing in self._wanted:
                if thing.key not in self._there and thing.is_in(text, self._part):
                    self._there.add(thing.key)
            self._wanted = [thing for thing in self._wanted if thing.key not in self._there]
        self._texts, self._length = [], 0

    def _is_told(self, rule: Rule, missing: list[str]) -> bool:
        if rule.name == _RECRUITING:
            return self._recruits
        if rule.name in _ONSITE:
            return self._about.kind != _ESSAY or len(missing) == len(_names(rule))
        return len(missing) > self._stand_ins(rule) and not (rule.kinds and self._is_outlined())

    def _stand_ins(self, rule: Rule) -> int:
        """How many missing things other things stand in for."""
        if self._items > _SHORT and self._about.level in {None, LEVELS[0]}:
            return 0
        return sum((rule.name, trigger.find) in self._there for trigger in rule.triggers if not trigger.message)

    def _is_outlined(self) -> bool:
        """Whether the headings are those of an outline: whoever chose it has settled which parts there are."""
        return any(
            sum(heading in self._headings for heading in outline)
            >= max(min(_FEWEST_HEADINGS, len(outline)), _MOST_OF_OUTLINE * len(outline))
            for outline in self._outlines
        )

    def _severity(self, rule: Rule, missing: list[str]) -> Severity:
        """That of the worst thing missing; where nobody knows what kind of document it is, no more than an information."""
        if not self._about.kind and rule.name not in _ONSITE:
            return "info"
        severities = {trigger.severity or rule.severity for trigger in rule.triggers if trigger.message in missing}
        return min(severities, key=_WORST_FIRST.index)


class _Thing:
    """One thing that a rule asks for, and one way in which a text shows it."""

    def __init__(self, rule: Rule, trigger: Trigger, book: Rulebook) -> None:
        self.key = (rule.name, trigger.message or trigger.find)
        self._parts = frozenset(trigger.parts)
        self._ways = book.patterns(trigger.find)

    def is_in(self, text: str, part: str) -> bool:
        return (not self._parts or part in self._parts) and any(way.search(text) for way in self._ways)


def _names(rule: Rule) -> list[str]:
    """What a rule asks for, each once."""
    return list(dict.fromkeys(trigger.message for trigger in rule.triggers if trigger.message))


def _is_asked(rule: Rule, about: About) -> bool:
    """Whether the rule asks for something, of a document of this kind."""
    if about.bare or not (rule.category == "structure" or rule.name in _ONSITE):
        return False
    if rule.name in _ONSITE and not (about.onsite or about.kind == _ATTACHMENT):
        return False
    return not (about.kind and rule.kinds) or about.kind in rule.kinds
