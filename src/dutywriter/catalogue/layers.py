"""Laying a company's file over what is known: what it adds, changes and takes away, field by field."""

from collections.abc import Iterable
from typing import Any, TypeVar

from msgspec import Raw, Struct, json
from msgspec.structs import replace

from dutywriter.catalogue import triggers, validate
from dutywriter.catalogue.data import NOTHING
from dutywriter.catalogue.decode import Decoder, Path
from dutywriter.catalogue.model import (
    Catalogue,
    DataFile,
    Documents,
    Duty,
    MetricsByLevel,
    Outline,
    Partner,
    PlaybookTable,
    Requirement,
    Role,
    RoleEntry,
    TableRow,
    Terms,
    Variant,
    Verbs,
    When,
)
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.errors import BadFile

SCHEMA = "dutywriter/catalogue/1"


def overlaid(catalogue: Catalogue, file: str, text: str, layer: str = "") -> Catalogue:
    """`catalogue` with that file's text laid over it; lines that come from it name `layer`, or else the file.

    Raises BadFile with every mistake of the file.
    """
    decoder = Decoder(file, catalogue.renamed)
    laid = laid_over(catalogue, decoder, text, layer or file)
    if decoder.mistakes:
        raise BadFile([str(mistake) for mistake in decoder.in_order()])
    return laid


def laid_over(catalogue: Catalogue, decoder: Decoder, text: str, layer: str) -> Catalogue:
    """`catalogue` with what could be read of `text` laid over it; `decoder` keeps the mistakes and where things stand."""
    base = _opened(catalogue)
    data: DataFile | None = decoder.read(text, DataFile, base)
    if data is not None and data.schema not in ("", SCHEMA):
        decoder.say(("schema",), f"schema 应为 {SCHEMA}")
    data = _without(data or base, decoder.hidden)
    layers = {**catalogue.layers, **{_reference(path): layer for path in decoder.changed}}
    laid = replace(assembled(data, catalogue.entries, base.roles), **_rulebook(catalogue, data), layers=layers)
    validate.check(laid, data.roles, decoder.say, decoder.changed)
    triggers.check(_book(data), catalogue.rules, decoder.say)
    return laid


def _rulebook(catalogue: Catalogue, data: DataFile) -> dict[str, Any]:
    """The rules of `data`, with what was worked out of the catalogue's as far as it still holds."""
    book = catalogue.rules
    rules = _book(data)
    same_rules = rules == replace(book, needs_table=NOTHING, cues_table=NOTHING, words_table=NOTHING)
    same_words = book.shorthands == rules.shorthands
    same_cues = list(rules.cues()) == list(book.cues())
    return {
        "rulebook": catalogue.rulebook if same_rules else Raw(json.encode(rules)),
        "needs_table": catalogue.needs_table if same_words else NOTHING,
        "cues_table": catalogue.cues_table if same_cues else NOTHING,
        "words_table": catalogue.words_table if same_words and book.tags == rules.tags else NOTHING,
    }


def _book(data: DataFile) -> Rulebook:
    return Rulebook(data.rules, data.laws, data.shorthands, data.principles, data.parties, data.customers, data.tags, data.chunks)


def assembled(data: DataFile, entries: Iterable[RoleEntry] = (), known: Iterable[Role] = ()) -> Catalogue:
    """The catalogue that a data file makes; of roles that are `known` the entries are kept."""
    kept = {id(role): entry for role, entry in zip(known, entries, strict=True)}
    roles = sorted(data.roles, key=lambda role: role.order)
    return Catalogue(
        data.sections,
        tuple(kept.get(id(role)) or RoleEntry.of(role) for role in roles),
        data.metrics,
        Documents(data.kinds, data.lengths, data.tables, data.playbooks, data.baselines, data.outlines),
        Terms(data.generic, data.platforms, data.categories, data.businesses),
        Verbs(data.levels, data.groups, data.everyday),
        Raw(json.encode(_book(data))),
        renamed=data.renamed,
    )


def _opened(catalogue: Catalogue) -> DataFile:
    """The catalogue as the one data file that would make it."""
    documents, terms, verbs = catalogue.documents, catalogue.terms, catalogue.verbs
    return DataFile(
        sections=catalogue.sections,
        roles=catalogue.roles,
        metrics=catalogue.metrics,
        generic=terms.generic,
        platforms=terms.platforms,
        categories=terms.categories,
        businesses=terms.businesses,
        kinds=documents.kinds,
        lengths=documents.lengths,
        tables=documents.tables,
        playbooks=documents.playbooks,
        baselines=documents.baselines,
        outlines=documents.outlines,
        levels=verbs.levels,
        groups=verbs.groups,
        everyday=verbs.everyday,
        rules=catalogue.rules.rules,
        laws=catalogue.rules.laws,
        shorthands=catalogue.rules.shorthands,
        parties=catalogue.rules.parties,
        customers=catalogue.rules.customers,
        tags=catalogue.rules.tags,
        chunks=catalogue.rules.chunks,
        principles=catalogue.rules.principles,
        renamed=catalogue.renamed,
    )


def _reference(path: Path) -> str:
    """The name by which a line refers to a thing: its id, of what belongs to a role role/id."""
    root, owner, *inside = path
    return f"{owner}/{path[-1]}" if root == "roles" and inside else str(path[-1])


class Hidden(Struct, frozen=True):
    """The ids of what a file takes away; partners with their role."""

    metrics: frozenset[str]
    sections: frozenset[str]
    duties: frozenset[str]
    roles: frozenset[str]
    partners: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, paths: list[Path]) -> "Hidden":
        def ids(what: str) -> frozenset[str]:
            return frozenset(str(path[-1]) for path in paths if path[-2] == what)

        partners = frozenset((str(path[1]), str(path[-1])) for path in paths if path[-2] == "partners")
        return cls(ids("metrics"), ids("sections"), ids("duties"), ids("roles"), partners)

    def left(self, metrics: Iterable[str]) -> tuple[str, ...]:
        """Those of `metrics` that are not hidden."""
        return tuple(id_ for id_ in metrics if id_ not in self.metrics)

    def leaves(self, thing: Duty | Requirement | Partner | Variant | TableRow) -> bool:
        """Whether `thing` can still come up: one that waits for a hidden metric cannot."""
        return not thing.when.metric or bool(self.left(thing.when.metric))

    def left_by_level(self, ids: MetricsByLevel) -> MetricsByLevel:
        return MetricsByLevel(self.left(ids.专员), self.left(ids.主管), self.left(ids.经理))


def _without(data: DataFile, paths: list[Path]) -> DataFile:
    """`data` whose roles, metrics and outlines no longer name what is hidden."""
    if not paths:
        return data
    hidden = Hidden.of(paths)
    metrics = (replace(m, guards=hidden.left(m.guards), same_as=hidden.left(m.same_as)) for m in data.metrics)
    return replace(
        data,
        metrics=tuple(metrics),
        roles=tuple(_pruned_role(role, hidden) for role in data.roles),
        outlines=tuple(_pruned_outline(outline, hidden) for outline in data.outlines),
    )


def _pruned_outline(outline: Outline, hidden: Hidden) -> Outline:
    left = [
        replace(heading, sections=tuple(section for section in heading.sections if section not in hidden.sections))
        for heading in outline.headings
    ]
    return replace(outline, headings=tuple(heading for heading in left if heading.part or heading.sections))


def _pruned_role(role: Role, hidden: Hidden) -> Role:
    return replace(
        role,
        sections=tuple(
            replace(part, duties=tuple(_pruned_duty(duty, role.name, hidden) for duty in part.duties if hidden.leaves(duty)))
            for part in role.sections
            if part.section not in hidden.sections
        ),
        requirements=tuple(_pruned_item(item, hidden) for item in role.requirements if hidden.leaves(item)),
        partners=tuple(_pruned_item(partner, hidden) for partner in role.partners if hidden.leaves(partner)),
        variants=tuple(_pruned_variant(variant, hidden) for variant in role.variants if hidden.leaves(variant)),
        playbooks=tuple(_pruned_table(table, hidden) for table in role.playbooks if table.metric not in hidden.metrics),
        goals=hidden.left_by_level(role.goals),
        metrics=hidden.left_by_level(role.metrics),
        serves={metric: hidden.left(goals) for metric, goals in role.serves.items() if metric not in hidden.metrics},
        records={metric: record for metric, record in role.records.items() if metric not in hidden.metrics},
        borrows=tuple(borrow for borrow in role.borrows if borrow.role not in hidden.roles),
    )


Item = TypeVar("Item", Requirement, Partner, TableRow)


def _pruned_table(table: PlaybookTable, hidden: Hidden) -> PlaybookTable:
    rows = (_pruned_item(row, hidden) for row in table.rows if hidden.leaves(row))
    return replace(table, rows=tuple(rows), when=_pruned_when(table.when, hidden))


def _pruned_item(item: Item, hidden: Hidden) -> Item:
    return replace(item, when=_pruned_when(item.when, hidden))


def _pruned_when(when: When, hidden: Hidden) -> When:
    """`when` without hidden metrics; an exception that waited for hidden ones alone is none."""
    unless = when.unless
    if unless and unless.metric:
        left = hidden.left(unless.metric)
        unless = replace(unless, metric=left) if left else None
    return replace(when, metric=hidden.left(when.metric), unless=unless)


def _pruned_duty(duty: Duty, role: str, hidden: Hidden) -> Duty:
    return replace(
        duty,
        metrics=hidden.left(duty.metrics),
        partners=tuple(id_ for id_ in duty.partners if (role, id_) not in hidden.partners),
        instead_of=tuple(id_ for id_ in duty.instead_of if id_ not in hidden.duties),
        when=_pruned_when(duty.when, hidden),
    )


def _pruned_variant(variant: Variant, hidden: Hidden) -> Variant:
    return replace(
        variant,
        when=_pruned_when(variant.when, hidden),
        goals=variant.goals and hidden.left_by_level(variant.goals),
        metrics=variant.metrics and hidden.left_by_level(variant.metrics),
        weights={section: weight for section, weight in variant.weights.items() if section not in hidden.sections},
    )
