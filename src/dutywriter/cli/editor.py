"""A person's own editor on a text of ours."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_USUAL = ("notepad",) if os.name == "nt" else ("nano", "vim", "vi")
_WAYS_OUT = {
    "nano": "改完按 Ctrl-O、回车存下，Ctrl-X 退出",
    "vi": "按 i 开始改，改完按 Esc，输入 :wq 再回车",
    "vim": "按 i 开始改，改完按 Esc，输入 :wq 再回车",
    "notepad": "改完存盘，关掉窗口",
}


def editor() -> str:
    """The editor's name, and how to leave it where that is known."""
    name = Path(_command()[0]).stem
    return f"{name}：{_WAYS_OUT[name]}" if name in _WAYS_OUT else name


def edited_by_hand(text: str) -> tuple[str, str]:
    """`text` after the person has edited it in $VISUAL or $EDITOR, and what went wrong, in Chinese (then `text` as it was)."""
    command = _command()
    handle, path = tempfile.mkstemp(prefix="dutywriter-", suffix=".md")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        return _edited(command, path, text)
    finally:
        Path(path).unlink(missing_ok=True)


def _command() -> list[str]:
    said = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        return shlex.split(said, posix=os.name != "nt") or [_usual()]
    except ValueError:  # a quotation mark without its other
        return [said]


def _usual() -> str:
    """The first of the usual editors that there is."""
    return next((name for name in _USUAL if shutil.which(name)), _USUAL[-1])


def _edited(command: list[str], path: str, before: str) -> tuple[str, str]:
    try:
        with _own_terminal() as streams:
            code = subprocess.run([*command, path], check=False, **streams).returncode  # noqa: S603 - the user's own editor
    except OSError:
        return before, f"打不开编辑器 {command[0]}，请用环境变量 EDITOR 指明"
    if code:
        return before, f"编辑器 {command[0]} 没有正常结束，文字未改"
    try:
        after = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return before, "编辑器存下的文件读不出来（要存成 UTF-8），文字未改"
    return (after, "") if after.strip() else (before, "编辑器里的文字是空的，未采用")


@contextmanager
def _own_terminal() -> Iterator[dict[str, Any]]:
    """The terminal as the editor's streams, since those of this process may be files."""
    if os.name == "nt":
        yield {}
        return
    with open("/dev/tty", "rb") as keys, open("/dev/tty", "wb") as screen:
        yield {"stdin": keys, "stdout": screen, "stderr": screen}
