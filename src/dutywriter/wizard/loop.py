"""The loop, pure: where a person stands in the interview, and what each thing that they do makes of it."""

from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.answers import Answer, Brief, alias_title, layered
from dutywriter.brief.fact import Fact
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.request import Request, requested
from dutywriter.catalogue.model import Catalogue
from dutywriter.wizard.events import Back, Event, Interrupted, Review
from dutywriter.wizard.questions import FACTS, GOAL_PARTS, REQUEST, Question, Situation, asked, likeliest_role, question
from dutywriter.wizard.replies import Arrangement, Given, Reply, Ticking, arranged, not_taken, said_before, with_reply, with_ticks

REVIEW, DRAFT, SAVE, REWRITE = "review", "draft", "save", "rewrite"
"""Places beside the questions: the page of all answers, the draft by itself, the file to write, whether edits are given up."""
WRITE, EDIT, LEAVE = "write", "edit", "leave"
ENDS = (WRITE, EDIT, LEAVE)
"""What can be done on the review page besides going to a question; as places, where the conversation ends."""
KEEP_EDITS, GIVE_UP_EDITS = "keep", "give up"

_FIRST = ("role", "client", "onsite", "level", "team_size", "platform", "category", "business", "length", "metrics")
"""The answers on which questions depend, each before those that depend on it."""


class State(Struct, frozen=True):
    """Where an interview stands.

    `base` is what flags and files said, `today` the day (ISO) from which the request counts, `asks_where` whether the person
    names the file. `place` is the id of the question at hand, `replies` what was replied to each, `typed` and `ticked` what
    was left on a page without answering, `trail` the way back, `reviewed` whether the review page was reached (then answers
    are changed one at a time), `wanted` the row that was chosen on that page last, `said` what to tell on this page, `edited`
    the draft as the person edited it (Markdown; empty: not edited).
    """

    base: Brief
    today: str
    asks_where: bool = False
    place: str = REQUEST
    replies: dict[str, Reply] = {}
    typed: dict[str, str] = {}
    ticked: dict[str, Given] = {}
    trail: tuple[str, ...] = ()
    reviewed: bool = False
    wanted: str = ""
    said: tuple[str, ...] = ()
    edited: str = ""


def started(brief: Brief, today: str, catalogue: Catalogue, request: str = "", *, asks_where: bool = False) -> State:
    """The interview at its first question; a `request` that was made already is not asked for again, but what it says is shown."""
    told = ("flag", "file", "alias") if "role" in _settled(brief) else ("flag", "file")
    said = {key: answer for key, answer in brief.answers.items() if answer.source in told}
    base = Brief({**layered({}, {}, catalogue).answers, **said})
    state = State(base, today, asks_where, replies={REQUEST: request} if request else {})
    opens = not request and "role" not in base.answers
    place = REQUEST if opens else _after(state, catalogue)
    return replace(state, place=place, reviewed=place == REVIEW)


def step(state: State, event: Event, catalogue: Catalogue) -> State:
    """What `event` makes of `state`."""
    if isinstance(event, Interrupted):
        return replace(_left(state, event), said=state.said)
    if isinstance(event, Review):
        return _to_review(_left(state, event), catalogue)
    if isinstance(event, Back):
        return _back(_left(state, event), catalogue)
    beside = _BESIDE.get(state.place)
    return replace(beside(state, str(event.reply)), said=()) if beside else _answered(state, event.reply, catalogue)


def edited(state: State, text: str) -> State:
    """Back on the review page with the draft as the person edited it."""
    return replace(state, place=REVIEW, edited=text)


def resumed(state: State, catalogue: Catalogue) -> State:
    """An interview that was kept, where it stood; at the question for the role where the one at hand does not apply any more."""
    if state.place in _BESIDE or question(state.place, situation(state, catalogue)):
        return state
    return replace(state, place="role", reviewed=False)


def at_hand(state: State, here: Situation) -> Question:
    """The question at hand, with what was ticked before, and the likeliest role where none is known.

    Those of the review page and after it are not made here.

    Raises LookupError where `place` is none that applies.
    """
    found = question(state.place, here)
    if not found:
        raise LookupError(state.place)
    if found.id == "role" and "role" not in here.brief.answers:
        found = replace(found, default=likeliest_role(here) or found.default)
    earlier = state.ticked.get(state.place, state.replies.get(state.place))
    if earlier is None or isinstance(earlier, str | Arrangement):
        return found
    return replace(found, options=with_ticks(found, earlier))


def typed_before(state: State, asking: Question, brief: Brief) -> str:
    """What stands in the line when a question comes up: what was half-typed, else the earlier answer."""
    if state.place in state.typed:
        return state.typed[state.place]
    return _earlier(state, asking, brief) if asking.style == "text" else ""


def chosen_before(state: State, asking: Question, brief: Brief) -> str:
    """The value of the option where the cursor stands when a question comes up: the earlier answer, else the default."""
    return _earlier(state, asking, brief) or asking.default


def situation(state: State, catalogue: Catalogue) -> Situation:
    """What the questions depend on here."""
    return _folded(state, catalogue)[0]


def brief_at(state: State, catalogue: Catalogue) -> Brief:
    """The brief that the answers so far make."""
    return situation(state, catalogue).brief


def request_at(state: State, catalogue: Catalogue) -> Request:
    """What the person said of the post in one go, and what was understood of it that flags and files do not settle."""
    text = state.replies.get(REQUEST)
    if not text or not isinstance(text, str):
        return Request("", ())
    request = requested(text, catalogue, date.fromisoformat(state.today))
    settled = _settled(state.base)
    return replace(request, facts=tuple(fact for fact in request.facts if fact.key not in settled))


def _earlier(state: State, asking: Question, brief: Brief) -> str:
    """The earlier answer as a line: what was replied, else what flags, files and the request say."""
    reply = state.replies.get(state.place)
    return reply if isinstance(reply, str) else said_before(asking, brief)


def _kept_facts(state: State, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Of what was understood, all that the person did not take back."""
    kept = state.replies.get(FACTS)
    return tuple(fact for fact in facts if not isinstance(kept, tuple) or fact.key in kept)


def _settled(base: Brief) -> frozenset[str]:
    return frozenset(key for key, answer in base.answers.items() if answer.source in ("flag", "file"))


def _folded(state: State, catalogue: Catalogue) -> tuple[Situation, tuple[str, ...]]:
    """What all replies together make, and what of them does not apply any more."""
    request = request_at(state, catalogue)
    brief = state.base
    for fact in _kept_facts(state, request.facts):
        brief = brief.with_answer(fact.key, Answer(fact.value, "sentence"))
    lost = []
    for id_ in sorted(state.replies.keys() - {REQUEST, FACTS, SAVE}, key=_rank):
        asking = question(id_, Situation(brief, catalogue, request))
        if asking:
            brief, gone = with_reply(brief, catalogue, asking, state.replies[id_])
        else:
            gone = not_taken(id_, state.replies[id_]) if id_ in BY_KEY and "role" in brief.answers else ""
        lost += [gone] if gone else []
    return Situation(_titled(brief, state, request, catalogue), catalogue, request), tuple(lost)


def _rank(id_: str) -> tuple[int, str]:
    """Where a reply stands when all are put together: what others depend on first, then the parts of the goals, last the duties."""
    part = id_.partition(":")[0]
    if id_ in _FIRST:
        return _FIRST.index(id_), ""
    if part in GOAL_PARTS:
        return len(_FIRST) + 1 + GOAL_PARTS.index(part), id_
    return len(_FIRST) + (len(GOAL_PARTS) + 1 if id_ == "sections" else 0), id_


def _titled(brief: Brief, state: State, request: Request, catalogue: Catalogue) -> Brief:
    """The title that an alias gives (天猫运营主管), for the level that was chosen."""
    said = brief.answers.get("title")
    if said and said.source != "alias":
        return brief
    alias = state.replies.get("role", request.words.get("role", ""))
    title = alias_title(alias, brief.level, catalogue) if isinstance(alias, str) else ""
    if said and not title:
        title = said.value.removesuffix(state.base.level) + brief.level
    return brief.with_answer("title", Answer(title, "alias")) if title else brief


def _back(state: State, catalogue: Catalogue) -> State:
    """To the question before that still applies; from one that the review page led to, to that page."""
    if state.reviewed and state.place != REVIEW:
        return _to_review(state, catalogue)
    here = situation(state, catalogue)
    trail = tuple(id_ for id_ in state.trail if question(id_, here))
    if not trail:
        return state
    if state.edited:
        return replace(state, place=REWRITE, wanted=trail[-1])
    return replace(state, place=trail[-1], trail=trail[:-1], reviewed=False, wanted="")


def _to_review(state: State, catalogue: Catalogue) -> State:
    if "role" not in brief_at(state, catalogue).answers:
        return replace(state, said=("先选好岗位，才有草稿可看",))
    return replace(state, place=REVIEW, trail=state.trail if state.reviewed else (*state.trail, state.place), reviewed=True)


def _left(state: State, left: Back) -> State:
    """`state` with what was left on the page at hand."""
    typed = _without(state.typed, state.place) | ({state.place: left.typed} if left.typed else {})
    ticked = state.ticked if left.ticked is None else state.ticked | {state.place: left.ticked}
    return replace(state, typed=typed, ticked=ticked, said=())


def _chosen(state: State, row: str) -> State:
    """From the review page to what the person chose there."""
    if row == WRITE and state.asks_where:
        return replace(state, place=SAVE)
    place = REWRITE if state.edited and row not in (*ENDS, DRAFT) else row
    return replace(state, place=place, wanted=row)


def _read_through(state: State, _: str) -> State:
    return replace(state, place=REVIEW)


def _rewritten(state: State, choice: str) -> State:
    if choice == KEEP_EDITS:
        return replace(state, place=REVIEW)
    return replace(state, place=state.wanted, edited="")


def _named(state: State, name: str) -> State:
    return replace(_left(state, Back()), place=WRITE, replies=state.replies | {SAVE: name})


_BESIDE = {REVIEW: _chosen, DRAFT: _read_through, REWRITE: _rewritten, SAVE: _named}


def _answered(state: State, reply: Given, catalogue: Catalogue) -> State:
    """On to the next question, with what the reply makes inapplicable told there."""
    before = _folded(state, catalogue)[1]
    kept = _as_kept(reply, state, catalogue)
    if state.place == REQUEST and kept != state.replies.get(REQUEST):
        state = _without_facts(state)
    ticked = _without(state.ticked, state.place)
    answered = replace(_left(state, Back()), ticked=ticked, replies=state.replies | {state.place: kept})
    lost = tuple(gone for gone in _folded(answered, catalogue)[1] if gone not in before)
    place = _after(answered, catalogue)
    trail = state.trail if state.reviewed else (*state.trail, state.place)
    return replace(answered, place=place, trail=trail, reviewed=state.reviewed or place == REVIEW, said=lost)


def _without_facts(state: State) -> State:
    """`state` before anything was taken back of what the request says."""
    return replace(state, replies=_without(state.replies, FACTS), ticked=_without(state.ticked, FACTS))


def _without(left: dict[str, Any], id_: str) -> dict[str, Any]:
    return {other: what for other, what in left.items() if other != id_}


def _as_kept(reply: Given, state: State, catalogue: Catalogue) -> Reply:
    return arranged(brief_at(state, catalogue), catalogue, reply) if isinstance(reply, Ticking) else reply


def _after(state: State, catalogue: Catalogue) -> str:
    """The question that comes after the one at hand; the review page where there is none left."""
    here = situation(state, catalogue)
    ids = asked(here.brief)
    coming = ids[ids.index(state.place) + 1 :] if state.place in ids else []
    if state.reviewed:
        coming = [id_ for id_ in coming if _follows(id_, state, here.brief)]
    settled = _answered_in_words(state, here)
    return next((id_ for id_ in coming if id_ not in settled and question(id_, here)), REVIEW)


def _follows(id_: str, state: State, brief: Brief) -> bool:
    """Whether a question still comes after the one that the review page led to: what is new because of the answer."""
    if id_ == "role":
        return id_ not in brief.answers
    if state.place == REQUEST:
        return id_ == FACTS
    after_goals = state.place == "metrics" or _is_of_goal(state.place)
    return after_goals and _is_of_goal(id_) and id_ not in state.replies


def _is_of_goal(id_: str) -> bool:
    return id_.partition(":")[0] in GOAL_PARTS


def _answered_in_words(state: State, here: Situation) -> frozenset[str]:
    """The ids of the questions that flags, files and the request answered."""
    facts = {fact.key: fact.value for fact in _kept_facts(state, here.request.facts)}
    settled = _settled(state.base)
    goals = (*facts.get("metrics", ()), *(state.base.goals if "metrics" in settled else ()))
    parts = {f"{part}:{goal.name}" for goal in goals if goal.present or goal.target for part in GOAL_PARTS}
    return settled | facts.keys() | parts
