"""The edge that reads data files: the compiled catalogue of a wheel, or the YAML files of a checkout."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dutywriter.catalogue import model
from dutywriter.catalogue.model import Catalogue
from dutywriter.errors import BadFile

if TYPE_CHECKING:
    from dutywriter.catalogue.decode import Decoder

COMPILED = Path(__file__).parent / "catalogue.json"
SOURCES = Path(__file__).parents[3] / "data"
CACHE = Path(__file__).parents[3] / "build" / "catalogue.cache"


def bundled() -> Catalogue:
    """The catalogue that comes with dutywriter: decoded from the wheel, or read from the checkout's data folder."""
    try:
        compiled = COMPILED.read_bytes()
    except FileNotFoundError:
        compiled = _from_sources()
    return msgspec.json.decode(compiled, type=Catalogue)


def compile_folder(folder: Path) -> Catalogue:
    """The catalogue of a data folder, validated.

    Raises BadFile with every mistake of every file.
    """
    from dutywriter.catalogue import validate

    reader = _Reader(folder)
    sections = reader.read("sections.yaml", _Sections)
    metrics = reader.read("metrics.yaml", _Metrics)
    documents = reader.read("documents.yaml", model.Documents)
    terms = reader.read("terms.yaml", model.Terms)
    verbs = reader.read("verbs.yaml", model.Verbs)
    rules = reader.read("rules.yaml", tuple[model.Rule, ...])
    roles = {path.name: reader.read(f"roles/{path.name}", model.Role) for path in sorted(folder.glob("roles/*.yaml"))}
    reader.stop_at_mistakes()

    known = validate.Known.of(sections.sections, metrics.metrics, roles.values(), terms, documents)
    validate.check_sections(reader.decoders["sections.yaml"], sections.sections, known)
    validate.check_metrics(reader.decoders["metrics.yaml"], metrics.metrics)
    validate.check_tables(reader.decoders["documents.yaml"], documents.tables, known)
    duties = _duties("sections.yaml", sections.sections)
    for name, role in roles.items():
        validate.check_role(reader.decoders[f"roles/{name}"], role, known)
        duties += _duties(f"roles/{name}", role.sections)
    validate.check_duty_ids(reader.decoders, duties)
    reader.stop_at_mistakes()
    ordered = sorted(roles.values(), key=lambda role: role.order)
    entries = tuple(model.RoleEntry.of(role) for role in ordered)
    return Catalogue(sections.sections, entries, metrics.metrics, documents, terms, verbs, rules)


def _duties(file: str, parts: Iterable[model.Section | model.RoleSection]) -> list[tuple[str, tuple[str | int, ...], model.Duty]]:
    """Every duty of a file, with where it stands."""
    return [(file, ("sections", s, "duties", d), duty) for s, part in enumerate(parts) for d, duty in enumerate(part.duties)]


class _Sections(model.Data, frozen=True):
    sections: tuple[model.Section, ...]


class _Metrics(model.Data, frozen=True):
    metrics: tuple[model.Metric, ...]


@dataclass
class _Reader:
    folder: Path

    def __post_init__(self) -> None:

        self.decoders: dict[str, Decoder] = {}

    def read(self, name: str, kind: Any) -> Any:
        from dutywriter.catalogue.decode import Decoder

        decoder = self.decoders[name] = Decoder(name)
        return decoder.read((self.folder / name).read_text(encoding="utf-8-sig"), kind)

    def stop_at_mistakes(self) -> None:
        mistakes = [str(mistake) for decoder in self.decoders.values() for mistake in decoder.mistakes]
        if mistakes:
            raise BadFile(mistakes)


def _from_sources() -> bytes:
    """The checkout's catalogue, compiled anew only when one of its files has changed."""
    stamp = _stamp()
    try:
        head, _, cached = CACHE.read_bytes().partition(b"\n")
    except OSError:
        head, cached = b"", b""
    if head == b"%s %d" % (stamp, len(cached)):
        return cached
    compiled = msgspec.json.encode(compile_folder(SOURCES))
    _keep(b"%s %d\n" % (stamp, len(compiled)) + compiled)
    return compiled


def _stamp() -> bytes:
    """What tells one state of the sources from another: every file's name, time and size."""
    import hashlib

    files = sorted([*SOURCES.rglob("*.yaml"), *Path(__file__).parent.glob("*.py")])
    seen = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return hashlib.sha256(repr(seen).encode()).hexdigest().encode()


def _keep(content: bytes) -> None:
    """Write the cache whole or not at all; a checkout that cannot be written does without."""
    try:
        CACHE.parent.mkdir(exist_ok=True)
        part = CACHE.with_suffix(f".{os.getpid()}")
        part.write_bytes(content)
        part.replace(CACHE)
    except OSError:
        return
