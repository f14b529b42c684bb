"""Rules 1xx, 603 and 604: what a document lacks.

Each trigger of these rules says how a text shows that it has a thing: `message` names the thing, `find` is searched in the text as
it stands, within `parts` where any are given. What no trigger found is missing; one finding of a rule names all that is.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.rules import Rule, Severity, Trigger
from dutywriter.check.finding import Finding, found
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_ATTACHMENT, _ESSAY = "驻场附件", "正文"
_ONSITE = frozenset(("no-vendor-lead", "onsite-items-missing"))
_RECRUITING = "missing-recruit-fact"
_BATCH = 8192
_WORST_FIRST: tuple[Severity, ...] = ("error", "warning", "info")
_AGE = Pattern(r"\W*\d+\s*个?(?:分钟|小时|天|日|周|月|年)前\W*", "前")


class Structure:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        self._about = about
        self._rules = [rule for rule in catalogue.rules.rules if _is_asked(rule, about)]
        self._wanted = [_Thing(rule, trigger) for rule in self._rules for trigger in rule.triggers]
        self._there: set[tuple[str, str]] = set()
        self._texts: list[str] = []
        self._length = 0
        self._part = ""
        self._columns: set[str] = set()
        self._recruits = about.kind != ""
        self._place: tuple[int, int] | None = None
        self._named = False

    def of(self, segment: Segment) -> Iterable[Finding]:
        """Nothing yet: what is missing is known at the end."""
        if not self._rules:
            return ()
        self._keep_place(segment)
        if segment.part != self._part or self._length > _BATCH:
            self._search()
            self._part = segment.part
        self._recruits = self._recruits or segment.part == "requirements"
        if segment.column not in self._columns:
            self._columns.add(segment.column)
            self._add(f"{segment.column}：")
        if not _AGE.fullmatch(segment.text):
            self._add(segment.text)
        return ()

    def at_end(self) -> Iterator[Finding]:
        """One finding for each rule some of whose things are nowhere, at the title or the first heading."""
        self._search()
        if self._place is None:
            return
        for rule in self._rules:
            names = dict.fromkeys(trigger.message for trigger in rule.triggers)
            missing = [name for name in names if (rule.name, name) not in self._there]
            if missing and self._is_told(rule, len(missing), len(names)):
                finding = found(rule, *self._place, missing="、".join(missing))
                yield replace(finding, severity=self._severity(rule, missing))

    def _keep_place(self, segment: Segment) -> None:
        if self._place is None or (not self._named and segment.kind in {"title", "heading"}):
            self._place = (segment.place(0), segment.place(len(segment.text) - 1) + 1)
            self._named = segment.kind in {"title", "heading"}

    def _add(self, text: str) -> None:
        self._texts.append(text)
        self._length += len(text)

    def _search(self) -> None:
        """Look for what is still wanted in the texts kept, all of one part."""
        if self._texts and self._part != "pending":
            text = "\n".join(self._texts)
            for thing in self._wanted:
                if thing.name not in self._there and thing.is_in(text, self._part):
                    self._there.add(thing.name)
            self._wanted = [thing for thing in self._wanted if thing.name not in self._there]
        self._texts, self._length = [], 0

    def _is_told(self, rule: Rule, missing: int, of: int) -> bool:
        if rule.name == _RECRUITING:
            return self._recruits
        if rule.name in _ONSITE and self._about.kind == _ESSAY:
            return missing * 2 > of
        return True

    def _severity(self, rule: Rule, missing: list[str]) -> Severity:
        """That of the worst thing missing; where nobody knows what kind of document it is, no more than an information."""
        if not self._about.kind and rule.name not in _ONSITE:
            return "info"
        severities = {trigger.severity or rule.severity for trigger in rule.triggers if trigger.message in missing}
        return min(severities, key=_WORST_FIRST.index)


class _Thing:
    """One thing that a rule asks for, and one way in which a text shows it."""

    def __init__(self, rule: Rule, trigger: Trigger) -> None:
        self.name = (rule.name, trigger.message)
        self._parts = frozenset(trigger.parts)
        self._pattern = Pattern(trigger.find)

    def is_in(self, text: str, part: str) -> bool:
        return (not self._parts or part in self._parts) and self._pattern.search(text) is not None


def _is_asked(rule: Rule, about: About) -> bool:
    """Whether the rule asks for something, of a document of this kind."""
    if about.bare or not (rule.category == "structure" or rule.name in _ONSITE):
        return False
    if rule.name in _ONSITE and not (about.onsite or about.kind == _ATTACHMENT):
        return False
    return not (about.kind and rule.kinds) or about.kind in rule.kinds
