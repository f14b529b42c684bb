"""What the user's and the project's settings say; the catalogue of a run: the bundled one, and over it the files named there."""

import os
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.source import read_text
from dutywriter.errors import BadFile

SETTINGS = ".dutywriter.toml"
KEYS = ("catalogue", "font", "template", "check")


class Layer(Struct, frozen=True):
    """A company's catalogue file: where it is, and its name without the folders, which are no reader's business."""

    path: str
    name: str


def catalogue_with(files: Sequence[str] | None) -> Catalogue:
    """The bundled catalogue with the configured files and then `files` laid over it.

    Raises Misuse where a file cannot be read, BadFile with every mistake of the first that has any.
    """
    catalogue = bundled()
    for layer in [*configured(), *(Layer(file, os.path.basename(file)) for file in files or ())]:
        catalogue = laid(catalogue, layer)
    return catalogue


def laid(catalogue: Catalogue, layer: Layer) -> Catalogue:
    """`catalogue` with one file laid over it.

    Raises Misuse where the file cannot be read, BadFile with every mistake of its content.
    """
    from dutywriter.catalogue.layers import overlaid

    return overlaid(catalogue, layer.path, read_text(layer.path), layer.name)


def configured() -> list[Layer]:
    """The files that the user's settings name, then those of the project's.

    Raises BadFile where settings are no settings.
    """
    return [layer for path in _settings() for layer in _layers(path)]


def configured_file(key: str) -> str | None:
    """The file that the settings name under `key`, the project's rather than the user's.

    Raises BadFile where settings are no settings.
    """
    files = [file for path in _settings() if (file := _file(path, key))]
    return files[-1] if files else None


def _settings() -> Iterator[str]:
    """The user's settings in the home folder, and the project's: the nearest above the working folder."""
    home = os.path.expanduser("~")
    personal = os.path.join(home, SETTINGS)
    if os.path.isfile(personal):
        yield personal
    folder = os.getcwd()
    while folder != home:
        path = os.path.join(folder, SETTINGS)
        if os.path.isfile(path):
            yield path
            return
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _file(path: str, key: str) -> str | None:
    place = shown(path)
    name = parsed(place).get(key)
    if name is None:
        return None
    if not isinstance(name, str) or not name:
        raise BadFile([f'{place}: {key} 应写成一个文件名，如 {key} = "文件名"'])
    return os.path.normpath(os.path.join(os.path.dirname(place), name))


def _layers(path: str) -> list[Layer]:
    place = shown(path)
    names = parsed(place).get("catalogue", [])
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise BadFile([f'{place}: catalogue 应写成文件名的列表，如 catalogue = ["公司职责库.yaml"]'])
    return [Layer(os.path.normpath(os.path.join(os.path.dirname(place), name)), os.path.basename(name)) for name in names]


def shown(path: str) -> str:
    """How a settings file is named to a person."""
    return os.path.relpath(path) if _beneath(path) else path


def _beneath(path: str) -> bool:
    """Whether `path` is in the working folder or a few folders above it, so that a relative name is the shorter."""
    try:
        return len(os.path.relpath(path)) < len(path)
    except ValueError:  # another drive
        return False


def parsed(path: str) -> dict[str, Any]:
    """What a settings file says.

    Raises Misuse where it cannot be read, BadFile where it is no TOML or has a name that is none.
    """
    settings = toml(path)
    unknown = [key for key in settings if key not in KEYS]
    if unknown:
        raise BadFile([f"{path}: 没有“{key[:40]}”这个名称，可用：{'、'.join(KEYS)}" for key in unknown])
    return settings


def toml(path: str, example: str = 'catalogue = ["公司职责库.yaml"]') -> dict[str, Any]:
    """The content of a TOML file; `example` is what it may look like.

    Raises Misuse where it cannot be read, BadFile where it is none.
    """
    import re
    import tomllib

    text = read_text(path)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"{path}:{place[1]}:{place[2]}" if place else f"{path}:{len(text.splitlines()) or 1}:1"
        raise BadFile([f"{where}: 不是正确的 TOML，请写成 {example}"]) from error
