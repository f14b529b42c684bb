"""Lists and data on stdout: the format option of the catalogue's commands, and writing in either format."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from dutywriter.cli.output import write_stdout
from dutywriter.errors import Misuse

FORMATS = ("text", "json")
FormatOption = Annotated[str, typer.Option("--format", metavar="格式", help="text（默认）或 json")]


def is_json(name: str) -> bool:
    """Whether the format of that name is JSON.

    Raises Misuse where there is no such format.
    """
    if name not in FORMATS:
        raise Misuse(f"没有“{name[:20]}”这个格式，可用：{'、'.join(FORMATS)}")
    return name == "json"


def write_json(value: Any) -> None:
    import msgspec

    write_stdout(msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n")


def write_lines(lines: Iterable[str]) -> None:
    write_stdout(("\n".join(lines) + "\n").encode())
