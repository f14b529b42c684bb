"""What data means beyond its shape: names that exist, names used once, slots that can be filled, every level worded."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from dutywriter.catalogue.decode import Path
from dutywriter.catalogue.model import (
    COMPOSED_PARTS,
    LEVELS,
    Catalogue,
    Duty,
    MetricsByLevel,
    Role,
    RoleSection,
    Section,
    Vocabulary,
    When,
)
from dutywriter.text.clock import CLOCK
from dutywriter.text.marked import slots
from dutywriter.text.near import nearest

FACETS = {
    "role": "岗位",
    "platform": "平台",
    "category": "类目",
    "business": "业务类型",
    "length": "篇幅",
    "metric": "指标",
}

Say = Callable[[Path, str], None]
"""Takes a mistake: where it stands, and what to tell a person."""


class Names(Struct, frozen=True):
    """Every name that data may refer to, by what it is a name of.

    `slots` are those that generic words fill, `every_slot` also those that roles fill for themselves.
    """

    sections: frozenset[str]
    metrics: frozenset[str]
    duties: frozenset[str]
    slots: frozenset[str]
    every_slot: frozenset[str]
    partners: frozenset[tuple[str, str]]
    facets: dict[str, frozenset[str]]

    @classmethod
    def of(cls, catalogue: Catalogue, roles: tuple[Role, ...], broken: Iterable[Path]) -> "Names":
        terms = catalogue.terms
        under: dict[str | int, set[str]] = {}
        for path in broken:
            under.setdefault(path[-2], set()).add(str(path[-1]))
        parts: tuple[Section | RoleSection, ...] = (*catalogue.sections, *(part for role in roles for part in role.sections))

        def names(what: str, there: Iterable[str]) -> frozenset[str]:
            return frozenset(there) | under.get(what, set())

        metrics = names("metrics", (metric.id for metric in catalogue.metrics))
        facets = {
            "role": names("roles", (role.name for role in roles)),
            "platform": names("platforms", (word.name for word in terms.platforms)),
            "category": names("categories", (word.name for word in terms.categories)),
            "business": names("businesses", (word.name for word in terms.businesses)),
            "length": names("lengths", (length.name for length in catalogue.documents.lengths)),
            "metric": metrics,
        }
        slots_ = names("generic", terms.generic)
        return cls(
            names("sections", (section.id for section in catalogue.sections)),
            metrics,
            names("duties", (duty.id for part in parts for duty in part.duties)),
            slots_,
            slots_.union(*(role.words for role in roles)),
            frozenset((role.name, partner.id) for role in roles for partner in role.partners)
            | {(str(path[1]), str(path[-1])) for path in broken if path[-2] == "partners"},
            facets,
        )


def check(catalogue: Catalogue, roles: tuple[Role, ...], say: Say, broken: Iterable[Path] = ()) -> None:
    """Note every name in the catalogue and its roles that leads nowhere or to two things.

    `broken` are things that a file names but that could not be read: who refers to them makes no mistake.
    """
    names = Names.of(catalogue, roles, broken)
    _once(say, ((("sections", s.id, "title"), s.title) for s in catalogue.sections), "模块名")
    metric_names = ((("metrics", m.id), name) for m in catalogue.metrics for name in (m.name, *m.aliases))
    _once(say, metric_names, "指标名")
    role_names = ((("roles", role.name), name) for role in roles for name in (role.name, *role.aliases, *role.pinyin, *role.sets))
    _once(say, role_names, "岗位名")
    for section in catalogue.sections:
        _check_duties(say, ("sections", section.id), section.duties, names, names.slots)
    for metric in catalogue.metrics:
        for key in ("formula", "source", "definition", "alternative", "suggested"):
            _check_slots(say, ("metrics", metric.id, key), getattr(metric, key), names.slots)
        for key in ("guards", "same_as"):
            for place, name in enumerate(getattr(metric, key)):
                _named(say, ("metrics", metric.id, key, place), name, names.metrics, "指标")
    _check_tables(say, catalogue, names)
    _check_kinds(say, catalogue)
    _check_outlines(say, catalogue, names)
    for facet in ("platforms", "categories", "businesses"):
        _check_vocabularies(say, facet, getattr(catalogue.terms, facet), names)
    columns = {playbook.key: len(playbook.columns) for playbook in catalogue.documents.playbooks}
    for role in roles:
        _check_role(say, role, names)
        _check_playbooks(say, role, names, columns)
    _check_duty_ids(say, catalogue, roles, names)


def _check_tables(say: Say, catalogue: Catalogue, names: Names) -> None:
    """Note rows that do not fit their columns, and conditions on names that do not exist."""
    for table in catalogue.documents.tables:
        _check_when(say, ("tables", table.key), table.when, names)
        for index, row in enumerate(table.rows):
            here: Path = ("tables", table.key, "rows", index)
            _check_when(say, here, row.when, names)
            if len(row.cells) != len(table.columns):
                say(here, f"这一行有 {len(row.cells)} 格，表头有 {len(table.columns)} 列")
            for place, cell in enumerate(row.cells):
                _check_slots(say, (*here, "cells", place), cell, names.slots)


def _check_kinds(say: Say, catalogue: Catalogue) -> None:
    """Note parts that are neither composed nor a table of the data."""
    documents = catalogue.documents
    tables = [table.key for table in documents.tables] + [playbook.key for playbook in documents.playbooks]
    parts = frozenset((*COMPOSED_PARTS, *tables))
    for kind in documents.kinds:
        for key in kind.parts:
            _named(say, ("kinds", kind.name, "parts", key), key, parts, "部分")


def _check_outlines(say: Say, catalogue: Catalogue, names: Names) -> None:
    """Note headings over nothing, over both sections and a part, or over what does not exist."""
    documents = catalogue.documents
    parts = frozenset(key for kind in documents.kinds for key in kind.parts)
    for outline in documents.outlines:
        for place, heading in enumerate(outline.headings):
            here: Path = ("outlines", outline.name, "headings", place)
            if bool(heading.sections) == bool(heading.part):
                say(here, "sections 与 part 写一个，只写一个")
            if heading.part:
                _named(say, (*here, "part"), heading.part, parts, "部分")
            for index, section in enumerate(heading.sections):
                _named(say, (*here, "sections", index), section, names.sections, "模块")


def _check_vocabularies(say: Say, facet: str, words: tuple[Vocabulary, ...], names: Names) -> None:
    known = frozenset(word.name for word in words)
    for word in words:
        if word.parent:
            _named(say, (facet, word.name, "parent"), word.parent, known, "上级")
        for slot in word.words:
            _named(say, (facet, word.name, "words", slot), slot, names.every_slot, "词槽")
    _once(say, (((facet, word.name), name) for word in words for name in (word.name, *word.aliases)), "名称")


def _check_role(say: Say, role: Role, names: Names) -> None:
    """Note what `role` refers to that does not exist: sections, metrics, partners, roles, slots, facts of a condition."""
    root: Path = ("roles", role.name)
    known = names.slots | role.words.keys()
    _check_role_metrics(say, root, role, names)
    _check_variants(say, root, role, names)
    for level in LEVELS:
        _check_slots(say, (*root, "purpose", level), role.purpose.at(level), known)
    for metric, record in role.records.items():
        _check_slots(say, (*root, "records", metric), record, known)
    _check_role_facts(say, root, role, names)
    partners = frozenset(id_ for name, id_ in names.partners if name == role.name)
    for part in role.sections:
        here: Path = (*root, "sections", part.section)
        _named(say, here, part.section, names.sections, "模块")
        _check_when(say, here, part.when, names)
        _check_duties(say, here, part.duties, names, known)
        _check_partners(say, here, part.duties, partners)
    for requirement in role.requirements:
        _check_texts(say, (*root, "requirements", requirement.id), requirement, ("text", "proof"), known)
        _check_when(say, (*root, "requirements", requirement.id), requirement.when, names)
    for tool in role.tools:
        _check_texts(say, (*root, "tools", tool.name), tool, ("name", "use"), known)
        _check_when(say, (*root, "tools", tool.name), tool.when, names)
    for partner in role.partners:
        here = (*root, "partners", partner.id)
        _check_texts(say, here, partner, ("name", "give", "get"), known)
        for level, exchange in partner.at.items():
            _check_texts(say, (*here, "at", level), exchange, ("give", "get"), known)
        _check_when(say, here, partner.when, names)


def _check_role_metrics(say: Say, root: Path, role: Role, names: Names) -> None:
    for field in ("goals", "metrics"):
        _check_by_level(say, (*root, field), getattr(role, field), names)
    for metric, goals in role.serves.items():
        for name in (metric, *goals):
            _named(say, (*root, "serves", metric), name, names.metrics, "指标")
    for metric in role.records:
        _named(say, (*root, "records", metric), metric, names.metrics, "指标")


def _check_by_level(say: Say, path: Path, metrics: MetricsByLevel, names: Names) -> None:
    for level in LEVELS:
        for place, metric in enumerate(metrics.at(level)):
            _named(say, (*path, level, place), metric, names.metrics, "指标")


def _check_variants(say: Say, root: Path, role: Role, names: Names) -> None:
    for place, variant in enumerate(role.variants):
        here: Path = (*root, "variants", place)
        _check_when(say, here, variant.when, names)
        for level in LEVELS if variant.purpose else ():
            text = variant.purpose.at(level) if variant.purpose else ""
            _check_slots(say, (*here, "purpose", level), text, names.slots | role.words.keys())
        for field in ("goals", "metrics"):
            if getattr(variant, field):
                _check_by_level(say, (*here, field), getattr(variant, field), names)
        for section in variant.weights:
            _named(say, (*here, "weights", section), section, names.sections, "模块")


def _check_role_facts(say: Say, root: Path, role: Role, names: Names) -> None:
    for place, borrow in enumerate(role.borrows):
        _named(say, (*root, "borrows", place), borrow.role, names.facets["role"], "岗位")
        _check_when(say, (*root, "borrows", place), borrow.when, names)
    for alias, facts in role.sets.items():
        for fact, value in facts.items():
            if fact in names.facets:
                _named(say, (*root, "sets", alias, fact), value, names.facets[fact], FACETS[fact])


def _check_playbooks(say: Say, role: Role, names: Names, columns: dict[str, int]) -> None:
    """Note tables of no kind, rows that do not fit their columns, slots that nothing fills."""
    known = names.slots | role.words.keys()
    for table in role.playbooks:
        root: Path = ("roles", role.name, "playbooks", table.key)
        _named(say, (*root, "of"), table.of, frozenset(columns), "工作表")
        if table.metric:
            _named(say, (*root, "metric"), table.metric, names.metrics, "指标")
        _check_when(say, root, table.when, names)
        for index, row in enumerate(table.rows):
            here: Path = (*root, "rows", index)
            _check_when(say, here, row.when, names)
            if len(row.cells) != columns.get(table.of, len(row.cells)):
                say(here, f"这一行有 {len(row.cells)} 格，表头有 {columns[table.of]} 列")
            if row.clock and not CLOCK.fullmatch(row.clock):
                say((*here, "clock"), f"“{row.clock}”不是时点，请写成 start+15 或 end-30（分钟）")
            for place, cell in enumerate(row.cells):
                _check_slots(say, (*here, "cells", place), cell, known)


def _check_duty_ids(say: Say, catalogue: Catalogue, roles: tuple[Role, ...], names: Names) -> None:
    """Note every duty id that stands twice, and every replaced one that stands nowhere."""
    seen: dict[str, str] = {}
    for root, owner, duties in _owned(catalogue, roles):
        for duty in duties:
            if duty.id in seen:
                say((*root, "duties", duty.id), f"职责编号“{duty.id}”已在 {seen[duty.id]} 用过")
            seen.setdefault(duty.id, owner)
            for index, replaced in enumerate(duty.instead_of):
                _named(say, (*root, "duties", duty.id, "instead_of", index), replaced, names.duties, "职责编号")


def _owned(catalogue: Catalogue, roles: tuple[Role, ...]) -> Iterator[tuple[Path, str, tuple[Duty, ...]]]:
    """Every list of duties, with its path and whose it is."""
    for section in catalogue.sections:
        yield ("sections", section.id), section.title, section.duties
    for role in roles:
        for part in role.sections:
            yield ("roles", role.name, "sections", part.section), role.name, part.duties


def _check_duties(say: Say, path: Path, duties: tuple[Duty, ...], names: Names, known: frozenset[str]) -> None:
    for duty in duties:
        here: Path = (*path, "duties", duty.id)
        for index, metric in enumerate(duty.metrics):
            _named(say, (*here, "metrics", index), metric, names.metrics, "指标")
        _check_when(say, here, duty.when, names)
        if not duty.levels:
            say(here, "至少写一个职级的写法")
        for level, wording in duty.levels.items():
            _check_texts(say, (*here, "levels", level), wording, ("do", "timing", "standard", "deliverable"), known)


def _check_partners(say: Say, path: Path, duties: tuple[Duty, ...], partners: frozenset[str]) -> None:
    for duty in duties:
        for index, partner in enumerate(duty.partners):
            _named(say, (*path, "duties", duty.id, "partners", index), partner, partners, "协作对象")


def _check_texts(say: Say, path: Path, thing: object, fields: tuple[str, ...], known: frozenset[str]) -> None:
    for field in fields:
        _check_slots(say, (*path, field), getattr(thing, field), known)


def _check_slots(say: Say, path: Path, text: str, known: frozenset[str]) -> None:
    """Note a slot that nothing fills."""
    for slot in slots(text) if "<" in text else ():
        if slot not in known:
            near = nearest(slot, sorted(known))
            say(path, f"没有“<{slot}>”这个词槽" + (f"，相近的有：{'、'.join(near)}" if near else "；数字建议值请以 ※ 结尾"))


def _check_when(say: Say, path: Path, when: When, names: Names) -> None:
    for facet, what in FACETS.items():
        for index, name in enumerate(getattr(when, facet)):
            _named(say, (*path, "when", facet, index), name, names.facets[facet], what)
    if when.unless:
        _check_when(say, path, when.unless, names)


def _named(say: Say, path: Path, name: str, names: frozenset[str], what: str) -> None:
    if name not in names:
        near = nearest(name, sorted(names))
        say(path, f"没有这个{what}：{name}" + (f"，相近的有：{'、'.join(near)}" if near else ""))


def _once(say: Say, named: Iterator[tuple[Path, str]], what: str) -> None:
    """Note a name that stands for two things; the same name twice of one thing is none."""
    seen: dict[str, Path] = {}
    for path, name in named:
        if seen.setdefault(name, path) != path:
            say(path, f"{what}“{name}”已用于“{seen[name][1]}”")
