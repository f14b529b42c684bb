"""Source → what a person is to be told of it: every rule, what the document leaves out, what was asked for."""

from msgspec import Struct

from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.rules import Profile
from dutywriter.check.engine import findings
from dutywriter.check.finding import Finding
from dutywriter.check.profiles import profile_of
from dutywriter.check.selection import Selection
from dutywriter.reading.about import About, about
from dutywriter.reading.source import Source

_CUES = ("dutywriter:", "dutywriter：", "dutywriter-ignore")


class Examined(Struct, frozen=True):
    """What a document was taken for, the profile it was checked by, and what was found, in order of place."""

    about: About
    profile: Profile
    findings: list[Finding]


def examined(source: Source, catalogue: Catalogue, selection: Selection, profile: Profile | None = None) -> Examined:
    """The findings of `source`; without a profile, by the one that suits the document."""
    document = about(source)
    chosen = profile or profile_of(document)
    found = findings(source, document, chosen, catalogue)
    if any(cue in source.text for cue in _CUES):
        from dutywriter.check.suppression import applied  # few documents have wishes

        found = applied(source, found, catalogue.rules.rules)
    return Examined(document, chosen, [finding for finding in found if selection.keeps(finding)])
