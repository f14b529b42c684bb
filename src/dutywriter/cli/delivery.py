"""Handing the draft over: to its file or to stdout, with one line on stderr that says what is left to do."""

import os
import sys

from msgspec import Struct

from dutywriter.brief.answers import Brief, to_file
from dutywriter.cli.output import Target, say, write_stdout
from dutywriter.draft import Draft
from dutywriter.formats import FORMATS, Format


class Delivery(Struct, frozen=True):
    """Where the draft goes: its format (None: as suits the place), its file (None: stdout), a file for the answers."""

    format: Format | None
    target: Target | None
    saved: Target | None

    def hand_over(self, brief: Brief, draft: Draft) -> None:
        """The document to its place, and one line on stderr that says what is left to do."""
        count = sum(1 for _ in draft.duties())
        open_points = len(draft.placeholders())
        left = f"还有 {open_points} 处待填" if open_points else "没有待填项"
        if self.target:
            self.target.write((self.format or FORMATS[0]).render(draft))
            say(f"已写入 {self.target.path}：{draft.title}，{count} 条职责，{left}，建议值 {draft.suggestions()} 处")
        else:
            write_stdout(_screen(draft) if self.format is None and on_screen() else (self.format or FORMATS[0]).render(draft))
            say(left + ("：用 --set 名=内容 填写，或存成文件后修改" if open_points else ""))
        if self.saved:
            self.saved.write(to_file(brief).encode())


def on_screen() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _screen(draft: Draft) -> bytes:
    import shutil

    from dutywriter.formats.screen import draw

    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return draw(draft, shutil.get_terminal_size().columns, colour=colour).encode()
