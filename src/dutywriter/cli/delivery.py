"""Handing the draft over: to its file or to stdout, with one line on stderr that says what is left to do."""

import os
import sys
from typing import Any

from msgspec import Struct

from dutywriter.brief.answers import Brief, to_file
from dutywriter.cli.output import Target, say, write_stdout
from dutywriter.draft import Draft
from dutywriter.errors import Misuse
from dutywriter.formats import FORMATS, Format, needing, wanted

OPTIONS = {"typeface": "--font", "template": "--template"}


class Delivery(Struct, frozen=True):
    """Where the draft goes: its format (None: as suits the place), its file (None: stdout), a file for the answers.

    `files` are those that the user names for what a format needs, by the keys of OPTIONS; `metadata` says whether a file may
    say more than its page shows.
    """

    format: Format | None
    target: Target | None
    saved: Target | None
    files: dict[str, str] = {}
    metadata: bool = True

    def check(self) -> None:
        """Find out now what would go wrong later.

        Raises Refused where a file could not be written, Misuse, Refused or BadFile where the format lacks what it needs.
        """
        for file in (self.target, self.saved):
            if file:
                file.check()
        for need in self.files:
            if self.format and need not in self.format.needs:
                suffix = needing(need).suffixes[0]
                raise Misuse(f"{OPTIONS[need]} 只用于 {suffix} 文件，请改成 {suffix}，或去掉 {OPTIONS[need]}")
        self._given()

    def check_screen(self) -> None:
        """Raises Misuse where bytes that no terminal shows would go to one."""
        if self.format and self.format.binary and not self.target and on_screen():
            name = self.format.name
            raise Misuse(f"{name.upper()} 不能显示在终端上，请用 --out jd.{name} 写成文件")

    def into(self, path: str, *, force: bool = False) -> "Delivery":
        """The same with the file `path`, in the format that its suffix names: the one at hand where the suffix fits it."""
        format_ = self.format if self.format and self.format.fits(path) else wanted(None, path)
        return Delivery(format_, Target(path, force), self.saved, self.files, self.metadata)

    def hand_over(self, brief: Brief, draft: Draft) -> None:
        """The document and the answers to their places, and one line on stderr that says what is left to do."""
        self.deliver(draft, "：用 --set 名=内容 填写，或存成文件后修改")
        if self.saved:
            self.saved.write(to_file(brief).encode())

    def deliver(self, draft: Draft, how: str = "") -> None:
        """The document to its place, and one line on stderr that says what is left to do, on stdout also `how`."""
        count = sum(1 for _ in draft.duties())
        open_points = len(draft.placeholders())
        left = f"还有 {open_points} 处待填" if open_points else "没有待填项"
        if self.target:
            self.target.write(self._rendered(draft))
            duties = f"{count} 条职责，" if count else ""
            say(f"已写入 {self.target.path}：{draft.title}，{duties}{left}，建议值 {draft.suggestions()} 处")
        else:
            write_stdout(_screen(draft) if self.format is None and on_screen() else self._rendered(draft))
            say(left + (how if open_points else ""))

    def _rendered(self, draft: Draft) -> bytes:
        return (self.format or FORMATS[0]).render(draft, **self._given())

    def _given(self) -> dict[str, Any]:
        """What the format is given besides the draft."""
        format_ = self.format or FORMATS[0]
        hidden = {"metadata": self.metadata} if format_.metadata else {}
        return hidden | {need: _found(need, self.files.get(need)) for need in format_.needs}


def _found(need: str, file: str | None) -> Any:
    if need == "typeface":
        from dutywriter.cli.fonts import typeface

        return typeface(file)
    from dutywriter.cli.template import template

    return template(file)


def on_screen() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _screen(draft: Draft) -> bytes:
    import shutil

    from dutywriter.formats.screen import draw

    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return draw(draft, shutil.get_terminal_size().columns, colour=colour).encode()
