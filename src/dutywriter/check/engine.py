"""Source → findings: every family of rules over every segment, once."""

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec.structs import replace

from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.rules import Profile
from dutywriter.check.content import Content
from dutywriter.check.finding import Family, Finding
from dutywriter.check.law import Law
from dutywriter.check.structure import Structure
from dutywriter.check.style import Style
from dutywriter.check.typography import Typography
from dutywriter.reading.about import About
from dutywriter.reading.segments import segments
from dutywriter.reading.source import Source

_BATCH = 256
"""So many segments go through a family before the next one has its turn: a seventh less time than one by one."""


def findings(source: Source, about: About, profile: Profile, catalogue: Catalogue) -> list[Finding]:
    """All findings of a document, in order of place. The profile `onsite` holds any document to the rules for work on site."""
    families = _families(replace(about, onsite=True) if profile == "onsite" else about, catalogue)
    found = [*_of_segments(source, families), *(finding for family in families for finding in family.at_end())]
    told = (_for(profile, finding) for finding in found if _applies(finding, about))
    return sorted(told, key=lambda finding: (finding.start, finding.rule.code))


def _families(about: About, catalogue: Catalogue) -> list[Family]:
    return [family(about, catalogue) for family in (Structure, Content, Style, Typography, Law)]


def _of_segments(source: Source, families: Iterable[Family]) -> Iterator[Finding]:
    read = segments(source)
    while batch := list(islice(read, _BATCH)):
        for family in families:
            for segment in batch:
                for finding in family.of(segment):
                    yield replace(finding, start=segment.place(finding.start), end=segment.place(finding.end - 1) + 1)


def _applies(finding: Finding, about: About) -> bool:
    return not finding.rule.kinds or not about.kind or about.kind in finding.rule.kinds


def _for(profile: Profile, finding: Finding) -> Finding:
    """The finding with the severity that the profile gives its rule."""
    severity = finding.rule.severities.get(profile)
    return replace(finding, severity=severity) if severity else finding
