"""The settings of `check`: [check] of .dutywriter.toml, [tool.dutywriter.check] of pyproject.toml, the nearest above a file."""

import os
import re
from collections.abc import Callable, Iterable
from typing import Any

from dutywriter.catalogue.rules import Rule
from dutywriter.cli.config import SETTINGS, parsed, shown, toml
from dutywriter.cli.findings import values
from dutywriter.cli.findings.values import Settings
from dutywriter.cli.source import read_text
from dutywriter.errors import BadFile, DutywriterError

PROJECT = "pyproject.toml"
KEYS = ("profile", "select", "ignore", "fail-on", "min-confidence", "baseline", "per-file", "buzzwords")


class Configurations:
    """The settings for each file, every folder looked at once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple(rules)
        self._by_folder: dict[str, Settings | BadFile] = {}

    def of(self, file: str) -> Settings:
        """The settings nearest above `file` (`-`: above the working folder), then those in the home folder.

        Raises BadFile where they are no settings.
        """
        folder = os.getcwd() if file == "-" else os.path.dirname(os.path.abspath(file))
        found = self._of(folder)
        if isinstance(found, BadFile):
            raise found
        return found

    def _of(self, folder: str) -> Settings | BadFile:
        if folder not in self._by_folder:
            self._by_folder[folder] = self._read(folder) or self._above(folder)
        return self._by_folder[folder]

    def _above(self, folder: str) -> Settings | BadFile:
        above = os.path.dirname(folder)
        if above != folder:
            return self._of(above)
        return self._read(os.path.expanduser("~")) or Settings()

    def _read(self, folder: str) -> Settings | BadFile | None:
        try:
            for name, of in ((SETTINGS, _own), (PROJECT, _of_project)):
                path = shown(os.path.join(folder, name))
                if os.path.isfile(path) and (table := of(path)) is not None:
                    return self._settings(path, table)
        except DutywriterError as error:
            return BadFile(error.lines)
        return None

    def _settings(self, path: str, table: Any) -> Settings:
        reader = _Reader(path, table)
        reader.only(KEYS)
        settings = Settings(
            profile=reader.one("profile", values.profile),
            select=reader.many("select", self._selectors),
            ignore=reader.many("ignore", self._selectors),
            fail_on=reader.one("fail-on", values.fail_on),
            min_confidence=reader.one("min-confidence", values.confidence, (str, int, float)),
            baseline=reader.one("baseline", lambda name: os.path.join(os.path.dirname(path), name)),
            per_file=reader.table("per-file", self._selectors),
            buzzwords=reader.many("buzzwords", tuple) or (),
            folder=os.path.dirname(os.path.abspath(path)),
        )
        if reader.mistakes:
            raise BadFile(reader.mistakes)
        return settings

    def _selectors(self, texts: list[str]) -> tuple[str, ...]:
        return values.selectors(texts, self._rules)


def _own(path: str) -> Any:
    return parsed(path).get("check")


def _of_project(path: str) -> Any:
    """The table of a project's file; most have none, and are not parsed for it."""
    if "dutywriter" not in read_text(path):
        return None
    table: Any = toml(path, "[tool.dutywriter.check]")
    for key in ("tool", "dutywriter", "check"):
        table = table.get(key) if isinstance(table, dict) else None
    return table


class _Reader:
    """The values of a table, and what is wrong with them, each with its place."""

    def __init__(self, path: str, table: Any) -> None:
        self._path = path
        self._table: dict[str, Any] = table if isinstance(table, dict) else {}
        self.mistakes: list[str] = []
        if not isinstance(table, dict):
            self._say("check", "check 应写成一节：[check]")

    def only(self, keys: Iterable[str]) -> None:
        for key in self._table:
            if key not in keys:
                self._say(key, f"没有“{key[:40]}”这个名称，可用：{'、'.join(keys)}")

    def one(self, key: str, read: Callable[[Any], Any], kinds: tuple[type, ...] = (str,)) -> Any:
        value = self._table.get(key)
        if value is not None and not (isinstance(value, kinds) and value != ""):
            self._say(key, f'{key} 应写成一个值，如 {key} = "…"')
            return None
        return None if value is None else self._tried(key, read, value)

    def many(self, key: str, read: Callable[[list[str]], Any]) -> Any:
        value = self._table.get(key)
        return None if value is None else self._list(key, read, value)

    def table(self, key: str, read: Callable[[list[str]], Any]) -> Any:
        table = self._table.get(key, {})
        if not isinstance(table, dict):
            self._say(key, f'{key} 应写成 [check.{key}] 一节，如 "旧稿/*.md" = ["DW3"]')
            return ()
        return tuple((pattern, self._list(pattern, read, value) or ()) for pattern, value in table.items())

    def _list(self, key: str, read: Callable[[list[str]], Any], value: Any) -> Any:
        if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
            self._say(key, f'{key} 应写成列表，如 {key} = ["…", "…"]')
            return None
        return self._tried(key, read, value)

    def _tried(self, key: str, read: Callable[[Any], Any], value: Any) -> Any:
        try:
            return read(value)
        except ValueError as error:
            self._say(key, f"{key}：{error}")
            return None

    def _say(self, key: str, message: str) -> None:
        line, column = _place(read_text(self._path), key)
        self.mistakes.append(f"{self._path}:{line}:{column}: {message}")


def _place(text: str, key: str) -> tuple[int, int]:
    """Line and column of `key` in the table of `check`; of a key that is not found so, of the table."""
    start = re.search(r"^[ \t]*\[?(?:tool\.dutywriter\.)?check\b", text, re.MULTILINE)
    begin = start.start() if start else 0
    found = re.compile(rf"(?<![\w-]){re.escape(key)}(?=[\"' \t]*[=\].])").search(text, begin)
    offset = found.start() if found else begin
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
