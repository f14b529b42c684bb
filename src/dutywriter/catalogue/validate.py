"""What a data file means beyond its shape: names that exist, names used once, every level worded."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from dutywriter.catalogue.decode import Decoder, Path
from dutywriter.catalogue.model import LEVELS, Documents, Duty, Metric, Role, Section, TableData, Terms, When
from dutywriter.text.near import nearest

FACETS = {"platform": "平台", "category": "类目", "business": "业务类型", "length": "篇幅", "metric": "指标"}


class Known(Struct, frozen=True):
    """Every name that a data file may refer to, by what it is a name of."""

    sections: frozenset[str]
    metrics: frozenset[str]
    roles: frozenset[str]
    facets: dict[str, frozenset[str]]

    @classmethod
    def of(
        cls, sections: Iterable[Section], metrics: Iterable[Metric], roles: Iterable[Role], terms: Terms, documents: Documents
    ) -> "Known":
        metric_ids = frozenset(metric.id for metric in metrics)
        facets = {
            "platform": frozenset(word.name for word in terms.platforms),
            "category": frozenset(word.name for word in terms.categories),
            "business": frozenset(word.name for word in terms.businesses),
            "length": frozenset(length.name for length in documents.lengths),
            "metric": metric_ids,
        }
        return cls(frozenset(s.id for s in sections), metric_ids, frozenset(role.name for role in roles), facets)


def check_sections(decoder: Decoder, sections: tuple[Section, ...], known: Known) -> None:
    _unique(decoder, ((("sections", n, "id"), section.id) for n, section in enumerate(sections)), "模块")
    _unique(decoder, ((("sections", n, "title"), section.title) for n, section in enumerate(sections)), "模块名")
    for n, section in enumerate(sections):
        _check_duties(decoder, ("sections", n), section.duties, known, None)


def check_metrics(decoder: Decoder, metrics: tuple[Metric, ...]) -> None:
    _unique(decoder, ((("metrics", n, "id"), metric.id) for n, metric in enumerate(metrics)), "指标")
    names = ((("metrics", n), name) for n, metric in enumerate(metrics) for name in (metric.name, *metric.aliases))
    _unique(decoder, names, "指标名")


def check_tables(decoder: Decoder, tables: tuple[TableData, ...], known: Known) -> None:
    """Note rows that do not fit their columns, and conditions on names that do not exist."""
    for n, table in enumerate(tables):
        _check_when(decoder, ("tables", n), table.when, known)
        for index, row in enumerate(table.rows):
            here: Path = ("tables", n, "rows", index)
            _check_when(decoder, here, row.when, known)
            if len(row.cells) != len(table.columns):
                decoder.say(here, f"这一行有 {len(row.cells)} 格，表头有 {len(table.columns)} 列")


def check_role(decoder: Decoder, role: Role, known: Known) -> None:
    """Note what `role` refers to that does not exist: sections, metrics, partners, roles, facts of a condition."""
    partners = {partner.id for partner in role.partners}
    for field in ("goals", "metrics"):
        for level in LEVELS:
            for n, metric in enumerate(getattr(role, field).at(level)):
                _named(decoder, (field, level, n), metric, known.metrics, "指标")
    for field in ("serves", "records"):
        for metric in getattr(role, field):
            _named(decoder, (field, metric), metric, known.metrics, "指标")
    for fact, name in role.borrows.items():
        _named(decoder, ("borrows", fact), name, known.roles, "岗位")
    for n, part in enumerate(role.sections):
        _named(decoder, ("sections", n, "section"), part.section, known.sections, "模块")
        _check_when(decoder, ("sections", n), part.when, known)
        _check_duties(decoder, ("sections", n), part.duties, known, partners)
    for field in ("requirements", "partners"):
        for n, item in enumerate(getattr(role, field)):
            _check_when(decoder, (field, n), item.when, known)


def check_duty_ids(decoders: dict[str, Decoder], duties: list[tuple[str, Path, Duty]]) -> None:
    """Note every duty id that stands twice, and every replaced one that stands nowhere, in whichever files."""
    first: dict[str, str] = {}
    for file, path, duty in duties:
        if duty.id in first:
            decoders[file].say((*path, "id"), f"职责编号“{duty.id}”已在 {first[duty.id]} 用过")
        first.setdefault(duty.id, file)
    for file, path, duty in duties:
        for index, replaced in enumerate(duty.instead_of):
            _named(decoders[file], (*path, "instead_of", index), replaced, frozenset(first), "职责编号")


def _check_duties(decoder: Decoder, path: Path, duties: tuple[Duty, ...], known: Known, partners: Iterable[str] | None) -> None:
    for n, duty in enumerate(duties):
        here: Path = (*path, "duties", n)
        for index, metric in enumerate(duty.metrics):
            _named(decoder, (*here, "metrics", index), metric, known.metrics, "指标")
        for index, partner in enumerate(duty.partners):
            if partners is not None:
                _named(decoder, (*here, "partners", index), partner, frozenset(partners), "协作对象")
        _check_when(decoder, here, duty.when, known)
        if not duty.levels:
            decoder.say(here, "至少写一个职级的写法")


def _check_when(decoder: Decoder, path: Path, when: When, known: Known) -> None:
    for facet, what in FACETS.items():
        for index, name in enumerate(getattr(when, facet)):
            _named(decoder, (*path, "when", facet, index), name, known.facets[facet], what)


def _named(decoder: Decoder, path: Path, name: str, names: frozenset[str], what: str) -> None:
    if name not in names:
        near = nearest(name, sorted(names))
        decoder.say(path, f"没有这个{what}：{name}" + (f"，相近的有：{'、'.join(near)}" if near else ""))


def _unique(decoder: Decoder, named: Iterator[tuple[Path, str]], what: str) -> None:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            decoder.say(path, f"{what}“{name}”重复")
        seen.add(name)
