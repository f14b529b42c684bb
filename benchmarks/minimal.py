"""Writes the smallest typer program with the same options as `dutywriter new` and no work: the yardstick of start-up."""

from dutywriter.brief.fields import FIELDS, REPEATABLE

_OWN = (
    ("answers", "str"),
    ("save_answers", "str"),
    ("out", "str"),
    ("format", "str"),
    ("explain", "bool"),
    ("ask", "bool"),
    ("force", "bool"),
)


def program() -> str:
    """The source of the yardstick."""
    options = [(f.key, "list[str]" if f.key in REPEATABLE else "str", f.flag) for f in FIELDS]
    options += [(key, kind, f"--{key.replace('_', '-')}") for key, kind in _OWN]
    parameters = "".join(
        f'    {key}: Annotated[{kind} | None, typer.Option("{flag}", help="help")] = None,\n' for key, kind, flag in options
    )
    return (
        "from typing import Annotated\n\nimport typer\n\n"
        "app = typer.Typer(add_completion=False, rich_markup_mode=None)\n\n"
        f"@app.command()\ndef new(\n{parameters}) -> None:\n    pass\n\n"
        "@app.callback()\ndef top() -> None:\n    pass\n\napp()\n"
    )
