"""Draft → bytes, one file a format."""

import importlib
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from dutywriter.draft import Draft
from dutywriter.errors import Misuse
from dutywriter.text.near import nearest

if TYPE_CHECKING:
    from collections.abc import Callable


class Format(Struct, frozen=True):
    """A format: its name, the suffixes that mean it, what it is, and the module whose `render` makes its bytes.

    `needs` names what `render` is given besides the draft; `metadata`: it has a hidden part, which can be left out;
    `binary` bytes are none that a terminal shows.
    """

    name: str
    suffixes: tuple[str, ...]
    about: str
    module: str
    binary: bool = False
    needs: tuple[str, ...] = ()
    metadata: bool = False

    def fits(self, path: str) -> bool:
        """Whether the suffix of the file is one of this format's."""
        return PurePath(path).suffix.lower() in self.suffixes

    def render(self, draft: Draft, **given: Any) -> bytes:
        """The document as bytes (text is UTF-8), the same for the same draft and the same `given` on every machine."""
        render: Callable[..., bytes] = importlib.import_module(self.module).render
        return render(draft, **given)


FORMATS = (
    Format("md", (".md", ".markdown"), "Markdown", "dutywriter.formats.markdown", metadata=True),
    Format("txt", (".txt", ".text"), "纯文本，可直接贴到招聘网站", "dutywriter.formats.plain"),
    Format("json", (".json",), "数据，格式 dutywriter/draft/1", "dutywriter.formats.data"),
    Format("jsonld", (".jsonld",), "招聘结构化数据（schema.org JobPosting），放进招聘网页", "dutywriter.formats.jobposting"),
    Format("jsonresume", (".json",), "招聘数据（JSON Resume），只用 --format 指明", "dutywriter.formats.jsonresume"),
    Format("html", (".html", ".htm"), "网页，电脑、手机上看，也可打印", "dutywriter.formats.page"),
    Format("docx", (".docx",), "Word", "dutywriter.formats.word", binary=True, needs=("template",)),
    Format("pdf", (".pdf",), "PDF，A4 纸", "dutywriter.formats.pdf", binary=True, needs=("typeface",)),
)
_SUFFIXES = dict.fromkeys(suffix for format_ in FORMATS for suffix in format_.suffixes)
_OLD_WORD = (".doc", ".wps")
BY_SUFFIX = {suffix: next(format_ for format_ in FORMATS if suffix in format_.suffixes) for suffix in _SUFFIXES}
"""A suffix means the first of the formats that share it."""
BY_NAME = {suffix[1:]: format_ for suffix, format_ in BY_SUFFIX.items()} | {format_.name: format_ for format_ in FORMATS}


def needing(need: str) -> Format:
    """The format that has `need` among its needs."""
    return next(format_ for format_ in FORMATS if need in format_.needs)


def wanted(name: str | None, path: str | None, otherwise: Format = FORMATS[0], flag: str = "--format") -> Format:
    """The format asked for by name (with `flag`) or by the suffix of a file; `otherwise` where neither says.

    Raises Misuse for a format that does not exist, and for two that contradict each other.
    """
    suffix = PurePath(path or "").suffix.lower()
    by_suffix = BY_SUFFIX.get(suffix)
    if name is None:
        if suffix and not by_suffix:
            if suffix in _OLD_WORD:
                raise Misuse(f"不写 {suffix} 文件，Word 和 WPS 请写成 .docx")
            raise Misuse(f"不认识后缀 {suffix}，可用：{'、'.join(BY_SUFFIX)}；或用 {flag} 指明格式")
        return by_suffix or otherwise
    by_name = BY_NAME.get(name.lower())
    if not by_name:
        near = nearest(name, BY_NAME)
        names = "、".join(format_.name for format_ in FORMATS)
        raise Misuse(f"没有“{name}”这个格式，" + (f"是不是 {'、'.join(near)}？" if near else "") + f"可用：{names}")
    if by_suffix and not by_name.fits(path or ""):
        raise Misuse(f"{flag} {name} 与 --out 的后缀 {suffix} 不一致，请只留一个")
    return by_name
