"""Why each section stands in a draft, and what else of its duties could."""

from collections.abc import Iterator

from msgspec import Struct

from dutywriter.catalogue.model import ALWAYS, Duty
from dutywriter.compose.case import Case
from dutywriter.compose.select import OWN, Chosen, in_order, merged, usually_shown
from dutywriter.text.marked import Spanned

MOST_WORDS = 5
RANKS = {1: "先写", 2: "其次", 3: "有地方才写"}
"""A duty's priority in words."""


class DutyOption(Struct, frozen=True):
    """A duty that a person may take: its id, what it says here (suggestions marked), whether it stands in the draft, and why.

    `usual` says whether it stands where its section does, were nothing said of it.
    """

    id: str
    text: str
    stands: bool
    usual: bool
    reason: str


class SectionOption(Struct, frozen=True):
    """A section that a person may take: its title, whether it stands in the draft, why, and its duties in the order of the draft.

    The user's own duties are not among these, so that a section of these alone has none.
    """

    title: str
    stands: bool
    reason: str
    duties: tuple[DutyOption, ...]


def choices(case: Case) -> tuple[SectionOption, ...]:
    """Every section that could stand in the draft, with every duty: first those that stand, in the order of the draft.

    Under an outline the sections that share a heading are still apart.
    """
    standing = {duty.id for duty in case.duties()} - {OWN}
    titles = tuple(chosen.section.title for chosen in case.chosen)
    ordered = in_order(merged(case.available), titles, lambda chosen: chosen.section.title)
    options = [_section_option(case, chosen, standing) for chosen in ordered]
    return tuple(sorted(options, key=lambda option: not option.stands))


def _section_option(case: Case, chosen: Chosen, standing: set[str]) -> SectionOption:
    ordered = in_order(chosen.duties, case.wishes.order, lambda duty: duty.id)
    stand = {duty.id for duty in ordered} & standing
    usual = stand or usually_shown(chosen, case.extent)
    duties = tuple(
        DutyOption(duty.id, _shown(case, duty), duty.id in stand, duty.id in usual, duty_reason(duty, chosen, case))
        for duty in ordered
    )
    stands = bool(chosen.own or stand)
    return SectionOption(chosen.section.title, stands, reason(chosen, case), duties)


def _shown(case: Case, duty: Duty) -> str:
    line = case.line(duty.levels[case.level].do, duty.id)
    return Spanned(line.text, line.suggested).marked()


def duty_reason(duty: Duty, chosen: Chosen, case: Case) -> str:
    """Why a duty of a section stands or does not: the user's word, the focus, the stressed metric, the case at hand, its rank."""
    said = case.brief.duties
    moved = _moved(case, (duty,))
    reasons = (
        ("您不写", duty.id in said.leave),
        ("您选的", duty.id in said.take),
        ("公司自己的", case.is_company_s(duty)),
        ("侧重", duty.id in chosen.called and not case.is_company_s(duty)),
        (f"影响：{'、'.join(moved)}", bool(moved)),
        ("按您的情况", duty.when != ALWAYS),
        (RANKS[duty.priority], True),
    )
    return "，".join(words for words, holds in reasons if holds)


def explained(case: Case) -> Iterator[str]:
    """A line for each section of the draft, in order: its title and why it was taken."""
    available = {chosen.section.id: chosen for chosen in merged(case.available)}
    for taken in case.chosen:
        chosen = available[taken.section.id]
        yield f"{chosen.section.title}：{reason(chosen, case)}"


def reason(chosen: Chosen, case: Case) -> str:
    """Why a section stands: the words of the focus, the stressed metric that it moves, the case at hand, its weight."""
    moved = _moved(case, chosen.duties)
    own = sum(case.is_company_s(duty) for duty in chosen.duties)
    special = sum(duty.when != ALWAYS for duty in chosen.duties)
    reasons = [f"侧重：{'、'.join(_telling(chosen.words))}"] if chosen.words else []
    reasons += [f"影响：{'、'.join(moved)}"] if moved else []
    if own:
        reasons.append(f"{own} 条公司自己的")
    if special:
        reasons.append(f"{special} 条按您的情况")
    if chosen.own:
        reasons.append(f"{len(chosen.own)} 条您自己加的")
    return "，".join([*reasons, f"分量 {chosen.weight}%", f"共 {len(chosen.duties) + len(chosen.own)} 条"])


def _moved(case: Case, duties: tuple[Duty, ...]) -> list[str]:
    """The names of the metrics that the user stressed and `duties` move."""
    stressed = {goal.metric.id: goal.name for goal in case.goals if goal.metric and case.brief.goals}
    return list(dict.fromkeys(stressed[id_] for duty in duties for id_ in duty.metrics if id_ in stressed))


def _telling(words: tuple[str, ...]) -> list[str]:
    """The first few words, without those that are part of another."""
    whole = [word for word in words if not any(word != other and word in other for other in words)]
    return whole[:MOST_WORDS]
