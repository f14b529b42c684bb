"""The case at hand: one role at one level with the user's facts, and the words and conditions that follow from them."""

from collections.abc import Collection, Iterator
from functools import cached_property

from msgspec import Struct

from dutywriter.brief.answers import Brief
from dutywriter.brief.kinds import MetricGoal
from dutywriter.catalogue.model import (
    ALWAYS,
    BUNDLED,
    LEVELS,
    Catalogue,
    Duty,
    Extent,
    Kind,
    Length,
    Level,
    Metric,
    Outline,
    Partner,
    Role,
    Vocabulary,
    When,
)
from dutywriter.catalogue.names import metric_named
from dutywriter.compose import select
from dutywriter.draft import Line, Origin
from dutywriter.text.marked import PLACEHOLDER, Spanned, placeholder, resolve

BORROWED_SHARE = 0.5
SHIFT_WORDS = ("轮", "倒班", "排班", "两班", "三班", "做一休", "做二休", "做三休", "上一休", "上二休", "上六休")


class Goal(Struct, frozen=True):
    """A goal of the post: the metric (None where the catalogue does not know it) and what the user said of it."""

    name: str
    metric: Metric | None
    said: MetricGoal


class Case(Struct, frozen=True, dict=True):
    brief: Brief
    catalogue: Catalogue

    @cached_property
    def role(self) -> Role:
        """The role as it is in this case."""
        return select.varied(self._usual_role, self.applies)

    @cached_property
    def _usual_role(self) -> Role:
        return self.catalogue.role(self.brief.get("role"))

    @property
    def level(self) -> Level:
        return self.brief.level

    @cached_property
    def onsite(self) -> bool:
        """A role that is onsite by nature is; of another role the user's word decides, and where there is none, a client."""
        return bool(self._usual_role.onsite or self.brief.get("onsite", "client" in self.brief.answers))

    @cached_property
    def shift(self) -> bool:
        """Whether the post works in shifts, as its hours and rest days tell."""
        start, _, end = self.brief.get("hours", "").partition("-")
        return end < start or any(word in self.brief.get("rest", "") for word in SHIFT_WORDS)

    @cached_property
    def kind(self) -> Kind:
        return next(kind for kind in self.catalogue.documents.kinds if kind.name == self.brief.get("kind"))

    @cached_property
    def outline(self) -> Outline | None:
        """The outline that the user chose."""
        return next((outline for outline in self.catalogue.documents.outlines if outline.name == self.brief.get("outline")), None)

    def outlines(self, part: str) -> bool:
        """Whether the user's outline names the part, and so wants it at any length."""
        return self.outline is not None and any(heading.part == part for heading in self.outline.headings)

    def shows(self, part: str) -> bool:
        """Whether this kind of document at this length has the part."""
        return part in self.kind.parts and part not in self.kind.without.get(self.length.name, ())

    @cached_property
    def length(self) -> Length:
        return next(length for length in self.catalogue.documents.lengths if length.name == self.brief.get("length"))

    @cached_property
    def guards(self) -> tuple[str, ...]:
        """The ids of the metrics that must not suffer when the user's goals are driven, of those that the role keeps."""
        role = self.role
        kept = {*role.records, *(id_ for level in LEVELS for id_ in (*role.goals.at(level), *role.metrics.at(level)))}
        wanted = (id_ for goal in self.goals if goal.metric and self.brief.goals for id_ in goal.metric.guards)
        return tuple(dict.fromkeys(id_ for id_ in wanted if id_ in kept))

    @property
    def extent(self) -> Extent:
        """How much of the work is shown: less breadth and more depth where the user names goals."""
        own = self.kind.extents.get(self.length.name)
        return own or (self.length.for_goals if self.brief.goals else None) or self.length.extent

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The user's goals, or those that the role usually has."""
        if self.brief.goals:
            known = ((said, metric_named(self.catalogue, said.name)) for said in self.brief.goals)
            return tuple({metric.id if metric else said.name: Goal(said.name, metric, said) for said, metric in known}.values())
        usual = (self.metric(id_) for id_ in self.role.goals.at(self.level))
        return tuple(Goal(metric.usual_name, metric, MetricGoal(metric.usual_name)) for metric in usual)

    @cached_property
    def chosen(self) -> tuple[select.Chosen, ...]:
        """The sections of the draft with their duties."""
        if self.outline and self.outline.of_sections:
            return select.outlined(self.available, self.extent, self.wishes, self.outline.headings)
        leads_people = bool(self.brief.get("team_size")) and self.level != LEVELS[0]
        return select.choose(self.available, self.extent, self.wishes, people=leads_people)

    @property
    def wishes(self) -> select.Wishes:
        return select.Wishes(self.brief.sections, self.brief.duties, self.brief.get("order", ()))

    @cached_property
    def available(self) -> list[select.Chosen]:
        """Every section that could stand in the draft, whatever its length; and those of the user's own duties."""
        if select.OWN not in self.brief.answers:
            return self._usual
        from dutywriter.compose.own import with_own

        return with_own(self, self._usual)

    @cached_property
    def _usual(self) -> list[select.Chosen]:
        """Every section that the catalogue has for this case."""
        platforms = frozenset(self.brief.get("platform", ()))
        found = [
            select.lighter(chosen, 1 if role is self.role else BORROWED_SHARE)
            for role in (self.role, *self._borrowed)
            for chosen in select.available(role, self.catalogue, self.level, self.applies, platforms)
        ]
        if self.brief.get("team_size") == 0:
            found = [chosen for chosen in found if not chosen.section.people]
        ordered = sorted(found, key=lambda chosen: -chosen.weight)
        if self.brief.goals:
            ordered = select.stressed(ordered, self.chosen_metrics, self._leading(ordered))
        focus = self.brief.get("focus")
        moved = select.focused(ordered, focus, self.level) if focus else ordered
        return [select.calling(chosen, filter(self.is_company_s, chosen.duties)) for chosen in moved]

    def is_company_s(self, duty: Duty) -> bool:
        """Whether a company's own file adds the duty or changes it."""
        return self._layer((duty.id,)) != BUNDLED

    @cached_property
    def _borrowed(self) -> tuple[Role, ...]:
        """The roles whose duties join this one's here."""
        return tuple(self.catalogue.role(borrow.role) for borrow in self._usual_role.borrows if self.applies(borrow.when))

    @cached_property
    def partners(self) -> tuple[Partner, ...]:
        """Those with whom the work is done here; of two roles' partners under one id, the role's own."""
        every = [partner for role in (*self._borrowed, self.role) for partner in role.partners if self.applies(partner.when)]
        own_last = {partner.id: partner for partner in every}
        return tuple(sorted(own_last.values(), key=lambda partner: partner not in self.role.partners))

    @cached_property
    def _metrics(self) -> dict[str, Metric]:
        return {metric.id: metric for metric in self.catalogue.metrics}

    def metric(self, id_: str) -> Metric:
        return self._metrics[id_]

    def duties(self) -> Iterator[Duty]:
        for chosen in self.chosen:
            yield from chosen.duties

    def applies(self, when: When) -> bool:
        """Whether every condition of `when` holds here."""
        if when == ALWAYS:
            return True
        for key, here in self._names:
            wanted = getattr(when, key)
            if wanted and here.isdisjoint(wanted):
                return False
        if any(getattr(when, key) not in (None, here) for key, here in self._flags):
            return False
        return not (when.unless and self.applies(when.unless))

    @cached_property
    def _names(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What each condition on names is held against."""
        return (
            ("role", frozenset([self._usual_role.name])),
            ("level", frozenset([self.level])),
            ("platform", frozenset(self.brief.get("platform", ()))),
            ("category", frozenset(self._categories)),
            ("business", frozenset([self._business])),
            ("length", frozenset([self.length.name])),
            ("metric", self.chosen_metrics),
        )

    @cached_property
    def _flags(self) -> tuple[tuple[str, bool], ...]:
        """What each condition of yes or no is held against."""
        leads = bool(self.brief.get("team_size", self.level != "专员"))
        return ("onsite", self.onsite), ("team", leads), ("shift", self.shift), ("goals", bool(self.brief.goals))

    @cached_property
    def chosen_metrics(self) -> frozenset[str]:
        """The ids of the metrics that the user set as goals."""
        return frozenset(goal.metric.id for goal in self.goals if goal.metric) if self.brief.goals else frozenset()

    def _leading(self, candidates: list[select.Chosen]) -> frozenset[str]:
        """The ids of the sections whose work the user's goals are."""
        goals = ((goal.metric.id if goal.metric else "", goal.name) for goal in self.goals)
        return frozenset(select.leading(candidates, metric, name, self.level) for metric, name in goals)

    @cached_property
    def _categories(self) -> tuple[str, ...]:
        """The user's category and all that it belongs to, the nearest first (女装, 服饰)."""
        parents = {word.name: word.parent for word in self.catalogue.terms.categories}
        names, name = [], self._either("category", parents)
        while name and name not in names:
            names.append(name)
            name = parents.get(name, "")
        return tuple(names)

    @property
    def _business(self) -> str:
        return self._either("business", [word.name for word in self.catalogue.terms.businesses])

    def _either(self, key: str, known: Collection[str]) -> str:
        """The user's category or business; one that was said under the other's name counts all the same (--category 餐饮)."""
        said: str = self.brief.get(key, "")
        other: str = self.brief.get("business" if key == "category" else "category", "")
        return said if said or other not in known else other

    @cached_property
    def _vocabularies(self) -> tuple[Vocabulary, ...]:
        """The words that apply, the most special first; of several platforms none, so that the generic word is used."""
        terms = self.catalogue.terms
        categories = {word.name: word for word in terms.categories}
        found = [categories[name] for name in self._categories if name in categories]
        found += [word for word in terms.businesses if word.name == self._business]
        return (*found, *(word for word in terms.platforms if self.brief.get("platform") == (word.name,)))

    def word(self, slot: str) -> str:
        """What fills `slot` here: the word of category, business or platform, else of the role, else the generic one."""
        for vocabulary in self._vocabularies:
            if slot in vocabulary.words:
                return vocabulary.words[slot].text
        words = next((role.words for role in (self.role, *self._borrowed) if slot in role.words), self.catalogue.terms.generic)
        return words[slot]

    def line(self, source: str, *refs: str) -> Line:
        """A line of the catalogue: slots filled, suggestions as spans, placeholders that the user answered replaced.

        One of the user's own duties is taken as it stands.
        """
        if select.OWN in refs:
            return self.user(source, select.OWN)
        resolved = resolve(source, self.word)
        if "【" not in resolved.text:
            return Line(resolved.text, Origin("catalogue", refs, self._layer(refs)), resolved.suggested)
        spanned, used = self._answered(resolved)
        whole = PLACEHOLDER.fullmatch(source.strip())
        if whole:
            name = whole[1]
            return self.user(spanned.text, *refs, name) if used else Line(spanned.text, Origin("placeholder", (*refs, name)))
        return Line(spanned.text, Origin("catalogue", (*refs, *used), self._layer(refs)), spanned.suggested)

    def _layer(self, refs: tuple[str, ...]) -> str:
        """The file that a line with these refs comes from: that of the first which a company's file adds or changes."""
        if not self.catalogue.layers:
            return BUNDLED
        names = (self.role.name, *(role.name for role in self._borrowed))
        layers = (self.catalogue.layer(ref, name) for ref in refs for name in names)
        return next((layer for layer in layers if layer != BUNDLED), BUNDLED)

    def user(self, text: str, *refs: str) -> Line:
        """A line that the user said."""
        return Line(text, Origin("user", refs))

    def computed(self, text: str, *refs: str) -> Line:
        """A line that follows from others."""
        return Line(text, Origin("computed", refs))

    def asked(self, key: str, name: str, hint: str = "") -> Line:
        """The user's answer to the field `key`, or to the placeholder `name`, or that placeholder."""
        value = self.brief.get(key)
        said = str(value) if value is not None and not isinstance(value, tuple | dict) else self.brief.named(name)
        return self.user(said, key) if said else Line(placeholder(name, hint), Origin("placeholder", (key,)))

    @property
    def working_time(self) -> Line:
        """Hours and rest days as the user said them, else a placeholder for the hours."""
        hours, rest = self.brief.get("hours"), self.brief.get("rest")
        line = self.asked("hours", "工作时间")
        if hours:
            from dutywriter.text.dates import show_hours

            line = self.user(show_hours(hours), "hours")
        return self.user(f"{line.text}，{rest}", "hours", "rest") if rest else line

    def _answered(self, spanned: Spanned) -> tuple[Spanned, tuple[str, ...]]:
        """`spanned` with answered placeholders replaced, spans moved along; and the names that were answered."""
        text, spans, used = spanned.text, list(spanned.suggested), []
        for match in reversed(list(PLACEHOLDER.finditer(text))):
            answer = self.brief.named(match[1])
            if answer is None:
                continue
            shift = len(answer) - len(match[0])
            text = text[: match.start()] + answer + text[match.end() :]
            spans = [(a + shift, b + shift) if a >= match.end() else (a, b) for a, b in spans]
            used.append(match[1])
        return Spanned(text, tuple(spans)), tuple(reversed(used))
