"""Validates the bundled catalogue and compiles it when the wheel is built, and with it all regular expressions."""

import importlib
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Puts catalogue/catalogue.pieces and text/compiled.codes into the wheel; an editable install reads data/ itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from dutywriter.catalogue import load
        from dutywriter.text import compiled

        catalogue = load.compile_folder(root / "data")
        self.kept = tempfile.TemporaryDirectory()  # until the wheel is written
        folder = Path(self.kept.name)
        for path, content in (
            ("dutywriter/catalogue/catalogue.pieces", load.packed(catalogue)),
            ("dutywriter/text/compiled.codes", compiled.packed({*catalogue.rules.spelled(), *_in_modules(root / "src")})),
        ):
            file = folder / Path(path).name
            file.write_bytes(content)
            build_data["force_include"][str(file)] = path


def _in_modules(source: Path) -> Iterator[str]:
    """Every expression that stands in a module."""
    from dutywriter.text.pattern import Pattern

    for path in sorted(source.rglob("*.py")):
        if "text.pattern import" in path.read_text("utf-8"):  # what others import may not be there when a wheel is built
            module = importlib.import_module(".".join(path.relative_to(source).with_suffix("").parts))
            yield from (value.source for value in _flat(vars(module).values()) if isinstance(value, Pattern))


def _flat(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, dict):
            yield from _flat(value.values())
        elif isinstance(value, (list, tuple)):
            yield from _flat(value)
        else:
            yield value
