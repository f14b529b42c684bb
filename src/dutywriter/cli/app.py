"""The commands of dutywriter."""

import gc
import sys
from typing import Annotated, Any

import typer

from dutywriter import __version__
from dutywriter.cli import boundary
from dutywriter.cli.help import ChineseCommand, ChineseGroup
from dutywriter.cli.new import new
from dutywriter.cli.output import write_stdout

HELP = {"help_option_names": ["-h", "--help"]}


class Commands(ChineseGroup):
    """The commands; those that a run of `new` does not need are made when they are asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return [*super().list_commands(ctx), "convert", "explain", "catalogue"]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name == "convert":
            return _convert()
        if cmd_name == "explain":
            return _explain()
        if cmd_name != "catalogue":
            return super().get_command(ctx, cmd_name)
        from dutywriter.cli.catalogue import catalogue_app

        command = typer.main.get_command(catalogue_app)
        command.name = "catalogue"
        return command


def _convert() -> Any:
    from dutywriter.cli.convert import convert

    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command("convert", cls=ChineseCommand, context_settings=HELP)(convert)
    return typer.main.get_command(alone)


def _explain() -> Any:
    from dutywriter.cli.explain import explain

    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    alone.command("explain", cls=ChineseCommand, context_settings=HELP)(explain)
    return typer.main.get_command(alone)


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    context_settings=HELP,
)
app.command("new", cls=ChineseCommand, context_settings=HELP)(new)


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
