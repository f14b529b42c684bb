"""Help pages in Chinese, columns straight under Chinese text."""

from collections.abc import Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from dutywriter.text.width import columns, pad, wrap

_NAME_WIDTH = 28


class ChineseCommand(TyperCommand):
    """A command whose help page is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        arguments: list[Any] = [parameter for parameter in self.get_params(ctx) if parameter.param_type_name == "argument"]
        names = "".join(f" {argument.metavar}" for argument in arguments)
        lines = [f"用法：{ctx.command_path}{names} [选项]…", "", *_indented(self.help or "", formatter.width)]
        lines += ["", "参数："] if arguments else []
        for argument in arguments:
            lines += _entry(argument.metavar, argument.help or "", formatter.width)
        lines += ["", "选项："]
        for parameter in self.get_params(ctx):
            if parameter not in arguments:
                lines += _option(parameter, formatter.width)
        formatter.write("\n".join(lines) + "\n")


class ChineseGroup(TyperGroup):
    """A group of commands whose help page is Chinese."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        lines = [f"用法：{ctx.command_path} 命令 [选项]…", "", *_indented(self.help or "", formatter.width), "", "命令："]
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            about = (command.help or "").split("\n")[0] if command else ""
            lines += _entry(name, about, formatter.width)
        lines += ["", "选项："]
        for parameter in self.get_params(ctx):
            lines += _option(parameter, formatter.width)
        formatter.write("\n".join(lines) + "\n")


def _option(parameter: Any, width: int) -> list[str]:
    about = "显示这一页" if "--help" in parameter.opts else parameter.help or ""
    value = "" if parameter.is_flag else f" {parameter.metavar or ''}"
    return _entry(", ".join([*parameter.opts, *parameter.secondary_opts]) + value, about, width)


def _entry(name: str, about: str, width: int) -> list[str]:
    first, *rest = wrap(about, max(width - _NAME_WIDTH - 2, 20))
    if columns(name) > _NAME_WIDTH - 2:
        return [f"  {name}", *(" " * (_NAME_WIDTH + 2) + line for line in (first, *rest))]
    return [f"  {pad(name, _NAME_WIDTH)}{first}", *(" " * (_NAME_WIDTH + 2) + line for line in rest)]


def _indented(text: str, width: int) -> Iterator[str]:
    for paragraph in text.strip().split("\n"):
        yield from ((f"  {line}" if line else "") for line in wrap(paragraph.strip(), width - 2))
