"""Why each section stands in a draft."""

from collections.abc import Iterator

from dutywriter.catalogue.model import ALWAYS
from dutywriter.compose.case import Case
from dutywriter.compose.select import Chosen

MOST_WORDS = 5


def explained(case: Case) -> Iterator[str]:
    """A line for each section of the draft, in order: its title and why it was taken."""
    taken = {chosen.section.id for chosen in case.chosen}
    yield from (f"{chosen.section.title}：{reason(chosen, case)}" for chosen in case.available if chosen.section.id in taken)


def reason(chosen: Chosen, case: Case) -> str:
    """Why a section stands: the words of the focus, the stressed metric that it moves, the case at hand, its weight."""
    stressed = {goal.metric.id: goal.name for goal in case.goals if goal.metric and case.brief.goals}
    moved = dict.fromkeys(stressed[id_] for duty in chosen.duties for id_ in duty.metrics if id_ in stressed)
    own = sum(case.is_company_s(duty) for duty in chosen.duties)
    special = sum(duty.when != ALWAYS for duty in chosen.duties)
    reasons = [f"侧重：{'、'.join(_telling(chosen.words))}"] if chosen.words else []
    reasons += [f"影响：{'、'.join(moved)}"] if moved else []
    if own:
        reasons.append(f"{own} 条公司自己的")
    if special:
        reasons.append(f"{special} 条按您的情况")
    return "，".join([*reasons, f"分量 {chosen.weight}%", f"共 {len(chosen.duties)} 条"])


def _telling(words: tuple[str, ...]) -> list[str]:
    """The first few words, without those that are part of another."""
    whole = [word for word in words if not any(word != other and word in other for other in words)]
    return whole[:MOST_WORDS]
