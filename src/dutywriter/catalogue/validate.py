"""What a data file means beyond its shape: ids that exist, names used once, every level worded."""

from collections.abc import Iterable, Iterator

from dutywriter.catalogue.decode import Decoder, Path
from dutywriter.catalogue.model import LEVELS, Duty, Metric, Role, Section, When
from dutywriter.text.near import nearest


def check_sections(decoder: Decoder, sections: tuple[Section, ...], metrics: Iterable[str]) -> None:
    _unique(decoder, ((("sections", n, "id"), section.id) for n, section in enumerate(sections)), "模块")
    for n, section in enumerate(sections):
        _check_duties(decoder, ("sections", n), section.duties, set(metrics), None)


def check_metrics(decoder: Decoder, metrics: tuple[Metric, ...]) -> None:
    _unique(decoder, ((("metrics", n, "id"), metric.id) for n, metric in enumerate(metrics)), "指标")
    names = ((("metrics", n), name) for n, metric in enumerate(metrics) for name in (metric.name, *metric.aliases))
    _unique(decoder, names, "指标名")


def check_role(decoder: Decoder, role: Role, sections: Iterable[str], metrics: Iterable[str], roles: Iterable[str]) -> None:
    """Note what `role` refers to that does not exist: sections, metrics, partners, roles."""
    known_sections, known_metrics = set(sections), set(metrics)
    partners = {partner.id for partner in role.partners}
    for field in ("goals", "metrics"):
        for level in LEVELS:
            for n, metric in enumerate(getattr(role, field).at(level)):
                _known(decoder, (field, level, n), metric, known_metrics, "指标")
    for n, part in enumerate(role.sections):
        _known(decoder, ("sections", n, "section"), part.section, known_sections, "模块")
        _check_duties(decoder, ("sections", n), part.duties, known_metrics, partners)
    for fact, name in role.borrows.items():
        _known(decoder, ("borrows", fact), name, set(roles), "岗位")
    for n, requirement in enumerate(role.requirements):
        _check_when(decoder, ("requirements", n), requirement.when, known_metrics)


def check_duty_ids(decoders: dict[str, Decoder], duties: Iterable[tuple[str, Path, Duty]]) -> None:
    """Note every duty id that stands twice, in whichever files."""
    first: dict[str, str] = {}
    for file, path, duty in duties:
        if duty.id in first:
            decoders[file].say(path, f"职责编号“{duty.id}”已在 {first[duty.id]} 用过")
        first.setdefault(duty.id, file)


def _check_duties(decoder: Decoder, path: Path, duties: tuple[Duty, ...], metrics: set[str], partners: set[str] | None) -> None:
    for n, duty in enumerate(duties):
        here: Path = (*path, "duties", n)
        for index, metric in enumerate(duty.metrics):
            _known(decoder, (*here, "metrics", index), metric, metrics, "指标")
        for index, partner in enumerate(duty.partners):
            if partners is not None:
                _known(decoder, (*here, "partners", index), partner, partners, "协作对象")
        _check_when(decoder, here, duty.when, metrics)
        if not duty.levels:
            decoder.say(here, "至少写一个职级的写法")


def _check_when(decoder: Decoder, path: Path, when: When, metrics: set[str]) -> None:
    for index, metric in enumerate(when.metric):
        _known(decoder, (*path, "when", "metric", index), metric, metrics, "指标")


def _known(decoder: Decoder, path: Path, name: str, names: set[str], what: str) -> None:
    if name not in names:
        near = nearest(name, sorted(names))
        decoder.say(path, f"没有这个{what}：{name}" + (f"，相近的有：{'、'.join(near)}" if near else ""))


def _unique(decoder: Decoder, named: Iterator[tuple[Path, str]], what: str) -> None:
    seen: set[str] = set()
    for path, name in named:
        if name in seen:
            decoder.say(path, f"{what}“{name}”重复")
        seen.add(name)
