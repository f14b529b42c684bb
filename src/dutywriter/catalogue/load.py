"""The edge that reads data files: the compiled catalogue of a wheel, or the YAML files of a checkout."""

import mmap
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from dutywriter.catalogue import model
from dutywriter.catalogue.data import NOTHING, Data
from dutywriter.catalogue.model import Catalogue
from dutywriter.errors import BadFile
from dutywriter.text.nodes import Mark, Mistake

if TYPE_CHECKING:
    from dutywriter.catalogue.decode import Decoder
    from dutywriter.catalogue.rulebook import Rulebook

FILES = ("sections.yaml", "metrics.yaml", "terms.yaml", "documents.yaml", "outlines.yaml", "verbs.yaml", "laws.yaml")
FOLDERS = ("rules",)
"""Files in folders, each folder's read as one."""
COMPILED = Path(__file__).parent / "catalogue.pieces"
SOURCES = Path(__file__).parents[3] / "data"
CACHE = Path(__file__).parents[3] / "build" / "catalogue.cache"


def bundled() -> Catalogue:
    """The catalogue that comes with dutywriter: from the wheel's compiled file, or read from the checkout's data folder."""
    try:
        with COMPILED.open("rb") as file:
            return unpacked(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    except FileNotFoundError:
        return unpacked(_from_sources())


def packed(catalogue: Catalogue) -> bytes:
    """The catalogue as JSON in pieces, so that a run reads only what it needs of the file.

    A line with the order of bytes in numbers and the lengths of the pieces, then all but rules and roles, then the rules and their
    three tables, then each role.
    """
    heads = tuple(msgspec.structs.replace(entry, body=msgspec.Raw(b"null")) for entry in catalogue.entries)
    empty = msgspec.Raw(b"null")
    first = msgspec.json.encode(
        msgspec.structs.replace(
            catalogue, entries=heads, rulebook=empty, needs_table=NOTHING, cues_table=NOTHING, words_table=NOTHING
        )
    )
    pieces = [first, bytes(catalogue.rulebook), *_worked_out(catalogue.rules), *(bytes(entry.body) for entry in catalogue.entries)]
    return b"\n".join([msgspec.json.encode([sys.byteorder, *map(len, pieces)]), *pieces])


def _worked_out(rules: "Rulebook") -> tuple[bytes, bytes, bytes]:
    """What each expression of the rules needs, the triggers by their cues, and the words that have tags.

    Looking for words is cheaper than compiling expressions.
    """
    from dutywriter.text.cues import indexed
    from dutywriter.text.expanded import expanded
    from dutywriter.text.needs import needs
    from dutywriter.text.table import tabled_by_name
    from dutywriter.text.vocabulary import listed

    found = {source: needs(expanded(source, rules.shorthands)) for source in rules.expressions()}
    known = {name: msgspec.json.encode(needed) for name, needed in found.items() if needed.in_order}
    return tabled_by_name(known), indexed(rules.cues()), listed(rules.words)


def unpacked(compiled: bytes | mmap.mmap) -> Catalogue:
    """The catalogue that `packed` made this of; its roles stay encoded where they are until they are asked for."""
    place = compiled.find(b"\n") + 1
    view, pieces = memoryview(compiled), []
    order, *lengths = msgspec.json.decode(view[:place])
    for length in lengths:
        pieces.append(view[place : place + length])
        place += length + 1
    first, rulebook, needs, cues, words, *bodies = pieces
    heads = msgspec.json.decode(first, type=Catalogue)
    return msgspec.structs.replace(
        heads,
        rulebook=msgspec.Raw(rulebook),
        needs_table=needs if order == sys.byteorder else NOTHING,
        cues_table=cues if order == sys.byteorder else NOTHING,
        words_table=words if order == sys.byteorder else NOTHING,
        entries=tuple(
            msgspec.structs.replace(entry, body=msgspec.Raw(body)) for entry, body in zip(heads.entries, bodies, strict=True)
        ),
    )


def compile_folder(folder: Path) -> Catalogue:
    """The catalogue of a data folder, validated.

    Raises BadFile with every mistake of every file.
    """
    return read_folder(folder)[0]


def read_folder(folder: Path) -> "tuple[Catalogue, Places]":
    """The same, and where each thing stands.

    Raises BadFile with every mistake of every file.
    """
    from dutywriter.catalogue import validate
    from dutywriter.catalogue.layers import assembled

    places = Places(folder)
    inside = (str(path.relative_to(folder)) for name in FOLDERS for path in sorted(folder.glob(f"{name}/*.yaml")))
    parts = [places.read(name, model.DataFile) for name in (*FILES, *inside)]
    roles = {path.name: places.read(f"roles/{path.name}", model.Role) for path in sorted(folder.glob("roles/*.yaml"))}
    books = {path.name: places.read(f"playbooks/{path.name}", _Playbooks) for path in sorted(folder.glob("playbooks/*.yaml"))}
    places.stop_at_mistakes()

    roles = {name: msgspec.structs.replace(role, playbooks=_tables(books.get(name))) for name, role in roles.items()}
    whole = msgspec.structs.replace(_joined(parts), roles=tuple(sorted(roles.values(), key=lambda role: role.order)))
    places.roles = {role.name: f"roles/{name}" for name, role in roles.items()}
    catalogue = assembled(whole)
    validate.check(catalogue, whole.roles, places.say)
    places.stop_at_mistakes()
    return catalogue, places


class _Playbooks(Data, frozen=True):
    playbooks: tuple[model.PlaybookTable, ...]


def _tables(book: _Playbooks | None) -> tuple[model.PlaybookTable, ...]:
    return book.playbooks if book else ()


def _joined(parts: list[model.DataFile]) -> model.DataFile:
    """The files' content as one: what two of them hold is one list, or one mapping."""
    whole: dict[str, Any] = {}
    for part in parts:
        for name in model.DataFile.__struct_fields__:
            if value := getattr(part, name):
                before = whole.get(name)
                whole[name] = value if before is None else before | value if isinstance(value, dict) else before + value
    return model.DataFile(**whole)


class Places:
    """The files of a data folder as they are read, and where each thing of theirs stands."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.decoders: dict[str, Decoder] = {}
        self.roles: dict[str, str] = {}

    def read(self, name: str, kind: Any) -> Any:
        from dutywriter.catalogue.decode import Decoder

        decoder = self.decoders[name] = Decoder(name)
        try:
            text = (self.folder / name).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            decoder.mistakes.append(Mistake(name, Mark(), f"读不了：{type(error).__name__}"))
            return None
        return decoder.read(text, kind)

    def say(self, path: tuple[str | int, ...], message: str) -> None:
        """Note a mistake at `path` in whichever file holds it."""
        decoder, inside = self._of(path)
        decoder.say(inside, message)

    def place(self, path: tuple[str | int, ...]) -> str:
        """File, line and column of `path`."""
        decoder, inside = self._of(path)
        mark = decoder.place(inside)
        return f"{decoder.file}:{mark.line}:{mark.column}"

    def _of(self, path: tuple[str | int, ...]) -> "tuple[Decoder, tuple[str | int, ...]]":
        if path[0] == "roles":
            name = self.roles[str(path[1])]
            book = path[2:3] == ("playbooks",)
            return self.decoders[name.replace("roles/", "playbooks/") if book else name], path[2:]
        start = path[:2] if path[0] == "rules" else path[:1]
        return next((decoder, path) for decoder in self.decoders.values() if start in decoder.marks)

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
    compiled = packed(compile_folder(SOURCES))
    _keep(b"%s %d\n" % (stamp, len(compiled)) + compiled)
    return compiled


def _stamp() -> bytes:
    """What tells one state of the sources from another: every file's name, time and size."""
    import hashlib

    code = (Path(__file__).parents[1] / folder for folder in ("catalogue", "text"))
    files = sorted([*SOURCES.rglob("*.yaml"), *(path for folder in code for path in folder.glob("*.py"))])
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
