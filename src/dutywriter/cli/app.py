"""The commands of dutywriter."""

import gc
import sys
from collections.abc import Callable
from typing import Annotated, Any

import typer

from dutywriter import __version__
from dutywriter.cli import boundary
from dutywriter.cli.help import ChineseCommand, ChineseGroup
from dutywriter.cli.output import write_stdout

HELP = {"help_option_names": ["-h", "--help"]}


class Commands(ChineseGroup):
    """The commands; each is made when it is asked for, so that a run loads what its command needs."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - typer's signature
        return list(_COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002
        make = _COMMANDS.get(cmd_name)
        return make() if make else None


def _new() -> Any:
    from dutywriter.cli.new import new

    return _alone("new", new)


def _check() -> Any:
    from dutywriter.cli.check import check

    return _alone("check", check)


def _explain() -> Any:
    from dutywriter.cli.explain import explain

    return _alone("explain", explain)


def _convert() -> Any:
    from dutywriter.cli.convert import convert

    return _alone("convert", convert)


def _catalogue() -> Any:
    from dutywriter.cli.catalogue import catalogue_app

    command = typer.main.get_command(catalogue_app)
    command.name = "catalogue"
    return command


def _alone(name: str, run: Callable[..., None]) -> Any:
    one = typer.Typer(add_completion=False, rich_markup_mode=None)
    one.command(name, cls=ChineseCommand, context_settings=HELP)(run)
    return typer.main.get_command(one)


_COMMANDS = {"new": _new, "check": _check, "explain": _explain, "convert": _convert, "catalogue": _catalogue}

app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings=HELP,
)


@app.callback()
def top(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="显示版本")] = False,
) -> None:
    """写岗位职责：从岗位和事实得到一份可以签字的草稿。"""
    if version:
        write_stdout(f"dutywriter {__version__}\n".encode())
        raise typer.Exit
    if context.invoked_subcommand is None:
        write_stdout(context.get_help().encode() + b"\n")


def main() -> int:
    """The console script."""
    command = typer.main.get_command(app)
    code = boundary.run(command, sys.argv[1:])  # type: ignore[arg-type]
    gc.freeze()  # all that is left dies with the process: looking through it for garbage would be a tenth of the run
    return code
