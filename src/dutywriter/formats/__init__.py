"""Draft → bytes, one file a format."""

import importlib
from typing import TYPE_CHECKING

from msgspec import Struct

from dutywriter.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable


class Format(Struct, frozen=True):
    """A format: its name, the suffixes that mean it, what it is, and the module whose `render` makes its bytes."""

    name: str
    suffixes: tuple[str, ...]
    about: str
    module: str

    def render(self, draft: Draft) -> bytes:
        """The document as UTF-8 bytes, the same for the same draft on every machine."""
        render: Callable[[Draft], bytes] = importlib.import_module(self.module).render
        return render(draft)


FORMATS = (
    Format("md", (".md", ".markdown"), "Markdown", "dutywriter.formats.markdown"),
    Format("txt", (".txt", ".text"), "纯文本，可直接贴到招聘网站", "dutywriter.formats.plain"),
    Format("json", (".json",), "数据，格式 dutywriter/draft/1", "dutywriter.formats.data"),
)
BY_NAME = {name: format_ for format_ in FORMATS for name in (format_.name, *(suffix[1:] for suffix in format_.suffixes))}
BY_SUFFIX = {suffix: format_ for format_ in FORMATS for suffix in format_.suffixes}
