"""The catalogue in words: short lists, and one thing in full."""

from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct, to_builtins

from dutywriter.catalogue.model import ALWAYS, BUNDLED, LEVELS, Catalogue, Duty, Metric, Role, RoleSection, Section, When
from dutywriter.catalogue.names import metric_named
from dutywriter.text.marked import resolve

Kind = Literal["sections", "roles", "metrics", "kinds", "outlines"]
KINDS: dict[Kind, str] = {"sections": "职责模块", "roles": "岗位", "metrics": "指标", "kinds": "文种", "outlines": "提纲"}


class Summary(Struct, frozen=True):
    """One line of a list: id, name, and what it is in a few words."""

    id: str
    title: str
    about: str


def summaries(catalogue: Catalogue, kind: Kind) -> list[Summary]:
    """All things of a kind, in the order of the catalogue."""
    if kind == "roles":
        return [Summary(entry.name, entry.name, entry.about) for entry in catalogue.entries]
    if kind == "metrics":
        return [Summary(metric.id, metric.name, f"{metric.unit}，{metric.formula}") for metric in catalogue.metrics]
    if kind == "kinds":
        return [Summary(kind.name, kind.name, kind.about) for kind in catalogue.documents.kinds]
    if kind == "outlines":
        return [
            Summary(outline.name, outline.name, "、".join(heading.heading for heading in outline.headings))
            for outline in catalogue.documents.outlines
        ]
    return _sections(catalogue)


def _sections(catalogue: Catalogue) -> list[Summary]:
    counts = {section.id: len(section.duties) for section in catalogue.sections}
    owners: dict[str, list[str]] = {section.id: [] for section in catalogue.sections}
    for role in catalogue.roles:
        for part in role.sections:
            counts[part.section] += len(part.duties)
            owners[part.section].append(role.name)
    return [
        Summary(section.id, section.title, f"{counts[section.id]} 条职责，{'、'.join(owners[section.id]) or '各岗位'}")
        for section in catalogue.sections
    ]


def found(catalogue: Catalogue, name: str) -> Section | Role | Metric | None:
    """The section, role or metric of that title, id or other name."""
    for section in catalogue.sections:
        if name in (section.title, section.id):
            return section
    for entry in catalogue.entries:
        if name in entry.names:
            return catalogue.role(entry.name)
    return next((metric for metric in catalogue.metrics if metric.id == name), None) or metric_named(catalogue, name)


def names(catalogue: Catalogue) -> list[str]:
    """Every name under which something can be shown."""
    roles = [name for entry in catalogue.entries for name in entry.names]
    return [*(s.title for s in catalogue.sections), *roles, *(n for m in catalogue.metrics for n in (m.name, *m.aliases))]


def in_full(catalogue: Catalogue, thing: Section | Role | Metric) -> Iterator[str]:
    """Everything that is known of one thing, line by line."""
    if isinstance(thing, Section):
        yield from _section(catalogue, thing)
    elif isinstance(thing, Role):
        yield from _role(catalogue, thing)
    else:
        yield from _metric(catalogue, thing)
    yield f"出处：{_source(catalogue.layer(thing.name if isinstance(thing, Role) else thing.id))}"


def as_data(catalogue: Catalogue, thing: Section | Role | Metric) -> dict[str, Any]:
    """The same as plain data; what a company's file adds or changes names it as its layer."""
    name = thing.name if isinstance(thing, Role) else thing.id
    data = {"kind": type(thing).__name__.lower(), "layer": catalogue.layer(name), **to_builtins(thing)}
    if isinstance(thing, Section):
        data["roles"] = [
            {"role": role.name, "weight": part.weight, "duties": [_duty_data(catalogue, role, duty) for duty in part.duties]}
            for role, part in _parts(catalogue, thing)
        ]
    return data


def _duty_data(catalogue: Catalogue, role: Role, duty: Duty) -> dict[str, Any]:
    return {"layer": catalogue.layer(duty.id, role.name), **to_builtins(duty)}


def _source(layer: str) -> str:
    return "随程序提供的职责库" if layer == BUNDLED else layer


def _parts(catalogue: Catalogue, section: Section) -> Iterator[tuple[Role, RoleSection]]:
    """Where the section stands: each role, and what it has in it."""
    for role in catalogue.roles:
        yield from ((role, part) for part in role.sections if part.section == section.id)


def _section(catalogue: Catalogue, section: Section) -> Iterator[str]:
    yield f"职责模块：{section.title}（{section.id}）"
    yield f"行话：{section.about}"
    for role, part in _parts(catalogue, section):
        weights = "，".join(f"{level} {part.weight[level]}%" for level in LEVELS if part.weight.get(level))
        yield f"\n{role.name}（分量 {weights}）"
        for duty in part.duties:
            yield from _duty(catalogue, duty, role)
    for duty in section.duties:
        yield from _duty(catalogue, duty, None)


def _duty(catalogue: Catalogue, duty: Duty, role: Role | None) -> Iterator[str]:
    names = {partner.id: partner.name for partner in role.partners} if role else {}
    metrics = {metric.id: metric.name for metric in catalogue.metrics}
    layer = catalogue.layer(duty.id, role.name if role else "")
    for level, wording in duty.levels.items():
        when = f"{wording.frequency}，{wording.timing}" if wording.timing else wording.frequency
        line = f"{wording.do}（{when}；标准：{wording.standard}；产出：{wording.deliverable}）"
        yield f"  {duty.id} {level}：{_plain(catalogue, line, role)}"
    notes = [
        f"适用 {'，'.join(_conditions(duty.when, metrics))}" if duty.when != ALWAYS else "",
        f"顶替 {'、'.join(duty.instead_of)}" if duty.instead_of else "",
        f"指标 {'、'.join(metrics[id_] for id_ in duty.metrics)}" if duty.metrics else "",
        f"协作 {'、'.join(names.get(id_, id_) for id_ in duty.partners)}" if duty.partners else "",
        f"出处 {layer}" if layer != BUNDLED else "",
    ]
    said = [note for note in notes if note]
    if said:
        yield f"    {'；'.join(said)}"


def _conditions(when: When, metrics: dict[str, str]) -> Iterator[str]:
    """The conditions in words."""
    for names in (when.role, when.level, when.platform, when.category, when.business, when.length):
        if names:
            yield "或".join(names)
    if when.metric:
        yield f"以{'或'.join(metrics[id_] for id_ in when.metric)}为目标"
    for flag, yes, no in (
        (when.onsite, "驻场", "不驻场"),
        (when.team, "带人", "不带人"),
        (when.shift, "轮班", "不轮班"),
        (when.goals, "写明目标", "没写目标"),
    ):
        if flag is not None:
            yield yes if flag else no
    if when.unless:
        yield f"除非{'，'.join(_conditions(when.unless, metrics))}"


def _role(catalogue: Catalogue, role: Role) -> Iterator[str]:
    metrics = {metric.id: metric.name for metric in catalogue.metrics}
    titles = {section.id: section.title for section in catalogue.sections}
    yield f"岗位：{role.name}"
    yield role.about
    yield f"也叫：{'、'.join((*role.aliases, *role.sets))}"
    for level in LEVELS:
        yield f"\n{level}：{_plain(catalogue, role.purpose.at(level), role)}"
        yield f"  指标：{'、'.join(metrics[id_] for id_ in role.metrics.at(level))}"
        ordered = sorted((part for part in role.sections if part.weight.get(level)), key=lambda part: -part.weight[level])
        yield f"  模块：{'、'.join(f'{titles[part.section]} {part.weight[level]}%' for part in ordered)}"
    yield ""
    for partner in role.partners:
        yield f"协作：{partner.name}（给 {partner.give}；得 {partner.get}）"
    yield ""
    for item in role.requirements:
        yield f"{item.kind}：{_plain(catalogue, item.text, role)}（{_plain(catalogue, item.proof, role)}）"


def _metric(catalogue: Catalogue, metric: Metric) -> Iterator[str]:
    better = {"up": "越高越好", "down": "越低越好", "range": "在区间内为好"}[metric.direction]
    yield f"指标：{metric.name}（{metric.id}）"
    if metric.aliases:
        yield f"也叫：{'、'.join(metric.aliases)}"
    yield f"公式：{_plain(catalogue, metric.formula)}"
    if metric.definition:
        yield f"口径：{_plain(catalogue, metric.definition)}"
    yield f"单位：{metric.unit}；{better}；{metric.period}；数据来源：{_plain(catalogue, metric.source)}"


def _plain(catalogue: Catalogue, source: str, role: Role | None = None) -> str:
    """Text with generic or the role's words in its slots, suggestions marked."""
    words = {**catalogue.terms.generic, **(role.words if role else {})}
    return resolve(source, lambda slot: words.get(slot, slot)).marked()
