"""How to get the same draft again without questions."""

import itertools
import os
from collections.abc import Iterator
from pathlib import Path, PurePath

from dutywriter.brief.answers import Brief, to_file
from dutywriter.cli.command import LONGEST, arguments, quoted
from dutywriter.cli.delivery import Delivery
from dutywriter.cli.output import Target
from dutywriter.formats import BY_SUFFIX, Format


def again(brief: Brief, delivery: Delivery, files: list[str]) -> Iterator[str]:
    """The command, line by line; an answers file beside the draft where the command grows long.

    `files` are the options that name a company's catalogue files, a font or a template.
    """
    command = ["dutywriter", "new", *files, *arguments(brief)]
    target = delivery.target
    out = ["--out", _next_path(target.path), *_format(delivery.format, target.path)] if target else []
    if len(quoted(command)) > LONGEST and target:
        path = _free_path(os.path.splitext(target.path)[0] + ".answers", ".yaml")
        Target(path).write(to_file(brief).encode())
        yield f"答案已存成 {path}"
        command = ["dutywriter", "new", *files, "--answers", path]
    yield f"下次可直接运行：{quoted([*command, *out])}"


def _next_path(path: str) -> str:
    """The name of another file beside the one that was just written."""
    return _free_path(*os.path.splitext(path))


def free_name(title: str, suffix: str) -> str:
    """A file name for a draft of this title, one that no file has yet."""
    return _free_path("".join(character for character in title if character not in '\\/:*?"<>|')[:60], suffix)


def _format(format_: Format | None, path: str) -> list[str]:
    """The option that names the format, where the suffix of its file names another or none."""
    return [] if not format_ or BY_SUFFIX.get(PurePath(path).suffix.lower()) is format_ else ["--format", format_.name]


def _free_path(stem: str, suffix: str) -> str:
    names = (stem + (f"-{number}" if number > 1 else "") + suffix for number in itertools.count(1))
    return next(name for name in names if not Path(name).exists())
