"""For whom a document is checked: how severe a rule is depends on it."""

from dutywriter.catalogue.rules import PROFILES, Profile
from dutywriter.reading.about import About

LABELS: dict[Profile, str] = {"recruit": "招聘", "internal": "内部", "onsite": "驻场"}
_ANNEX, _WITHIN = "驻场附件", ("说明书", "任务清单", "正文")


def profile_named(name: str) -> Profile | None:
    """The profile of that name, Chinese or English; None where there is none."""
    return next((profile for profile in PROFILES if name.strip().lower() in (profile, LABELS[profile])), None)


def profile_of(about: About) -> Profile:
    """The profile that suits a document; one of an unknown kind is checked like what everybody may read."""
    if about.onsite or about.kind == _ANNEX:
        return "onsite"
    return "internal" if about.kind in _WITHIN else "recruit"
