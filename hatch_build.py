"""Validates the bundled catalogue and compiles it to JSON when the wheel is built."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Puts dutywriter/catalogue/catalogue.pieces into the wheel; an editable install reads data/ itself."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from dutywriter.catalogue.load import compile_folder, packed

        compiled = Path(tempfile.mkdtemp()) / "catalogue.pieces"
        compiled.write_bytes(packed(compile_folder(root / "data")))
        build_data["force_include"][str(compiled)] = "dutywriter/catalogue/catalogue.pieces"
