"""The one place where errors become a line on stderr and an exit code."""

import re
import sys
from collections.abc import Sequence
from typing import Any

import typer
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError  # typer re-exports none
from typer.core import TyperGroup

from dutywriter import __version__
from dutywriter.cli.output import say
from dutywriter.errors import DutywriterError
from dutywriter.text.near import nearest

BUG, INTERRUPTED = 3, 130


def run(command: typer.core.TyperGroup, arguments: Sequence[str]) -> int:
    """Run `command` and give its exit code; whatever goes wrong is said in Chinese, never as a traceback."""
    try:
        code = command.main(args=list(arguments), prog_name="dutywriter", standalone_mode=False)
    except DutywriterError as error:
        for line in error.lines:
            say(line)
        return error.exit_code
    except UsageError as error:
        say(_usage(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a bug is told from a mistake here, and nowhere else
        say(f"程序出错了，不是您的操作问题。{_where_to_look(error)}")
        return BUG
    if code == INTERRUPTED:  # typer turns Ctrl-C into this code itself
        say("已取消，没有写入任何文件")
    return code if isinstance(code, int) else 0


def _usage(error: UsageError) -> str:
    help_command = f"{error.ctx.command_path if error.ctx else 'dutywriter new'} --help"
    if isinstance(error, NoSuchOption):
        if not error.option_name.strip("- "):
            return "以“-”开头的内容会被当作选项，请存成文件用 --notes 读取，或在前面加一个 --"
        from dutywriter.brief.fields import BY_NAME  # few runs go wrong so

        label = BY_NAME.get(error.option_name.lstrip("-"))
        near = [label.flag] if label else nearest(error.option_name, _option_names(error)) or list(error.possibilities or ())
        return f"没有 {error.option_name} 这个选项" + (f"，是不是 {'、'.join(near)}？" if near else "，") + f"见 {help_command}"
    if isinstance(error, BadOptionUsage):
        return f"{error.option_name} 后面要写内容，写法见 {help_command}"
    if error.ctx and isinstance(error.ctx.command, TyperGroup):
        return _unknown_command(error.message, error.ctx.command, error.ctx)
    if isinstance(error, MissingParameter):
        return f"还要写明{error.param.human_readable_name if error.param else '内容'}；写法见 {help_command}"
    extra = re.search(r"\(([^()]*)\)$", error.message)
    what = f"“{extra[1][:40]}”" if extra else "内容"
    return f"多出了{what}：含空格的内容请加引号；写法见 {help_command}"


def _unknown_command(message: str, group: TyperGroup, context: Any) -> str:
    names = "、".join(group.list_commands(context))
    unknown = re.match(r"No such command '(.*?)'", message)
    return f"没有 {unknown[1]} 这个命令，可用：{names}" if unknown else f"{group.name} 后面要写明做什么，可用：{names}"


def _option_names(error: UsageError) -> list[str]:
    return [name for parameter in error.ctx.command.get_params(error.ctx) for name in parameter.opts] if error.ctx else []


def _where_to_look(error: Exception) -> str:
    try:
        return f"请把这个文件发给开发者（只有版本和出错位置，没有您填写的内容）：{_log(error)}"
    except OSError:
        return f"请告诉开发者：{type(error).__name__}（记录没有写成：临时文件夹不能写）"


def _log(error: Exception) -> str:
    """A file with versions and places; no message of the error, since that may hold what the user typed."""
    import os
    import platform
    import tempfile
    import traceback

    frames = traceback.extract_tb(error.__traceback__)
    places = "\n".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    versions = f"dutywriter {__version__}, Python {sys.version}, {platform.platform()}"
    handle, path = tempfile.mkstemp(prefix="dutywriter-", suffix=".log")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(f"{versions}\n{type(error).__name__}\n{places}\n")
    return path
