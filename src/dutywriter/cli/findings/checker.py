"""One file after another: its settings, its findings, what of them is new."""

import os
from collections.abc import Sequence
from fnmatch import fnmatchcase

from msgspec import Raw, Struct, json
from msgspec.structs import replace

from dutywriter.catalogue.model import Catalogue
from dutywriter.check import baseline
from dutywriter.check.baseline import Baseline
from dutywriter.check.examine import Examined, examined
from dutywriter.check.finding import Finding
from dutywriter.check.reports.outcome import Outcome, located
from dutywriter.check.selection import Selection, selection
from dutywriter.cli.findings.files import STDIN, Read, printable
from dutywriter.cli.findings.settings import Configurations
from dutywriter.cli.findings.values import FAILING, GRAVITY, Settings
from dutywriter.cli.source import read_document
from dutywriter.errors import BadFile, Misuse
from dutywriter.reading.source import Source

BUZZWORDS = "buzzword"


class Checked(Struct, frozen=True):
    """A file's outcome, and whether it makes the run fail."""

    outcome: Outcome
    fails: bool = False


class Checker:
    """Checks files by what was asked for and, where that says nothing, by the settings above each file."""

    def __init__(self, catalogue: Catalogue, asked: Settings, *, configured: bool = True, printed: bool = False) -> None:
        self._catalogue = catalogue
        self._asked = asked
        self._configurations = Configurations(catalogue.rules.rules) if configured else None
        self._printed = printed
        self._catalogues: dict[tuple[str, ...], Catalogue] = {(): catalogue}
        self._selections: dict[tuple[object, ...], Selection] = {}
        self._baselines: dict[str, Baseline] = {}

    def settings(self, name: str) -> Settings:
        """How the file is checked.

        Raises BadFile where the settings above it are none, or the baseline that they name.
        """
        found = self._configurations.of(name) if self._configurations else Settings()
        said = {
            field: value for field in Settings.__struct_fields__ if (value := getattr(self._asked, field)) not in (None, (), "")
        }
        settings = replace(found, **said)
        if settings.baseline:
            self._baseline(settings.baseline)
        return settings

    def findings(self, source: Source, name: str, settings: Settings) -> Examined:
        """What is found in `source` and not known already."""
        result = examined(source, self._catalogue_of(settings), self._selection(name, settings), settings.profile)
        if not settings.baseline:
            return result
        prints = baseline.fingerprints(source, result.findings)
        fresh = baseline.new(self._baseline(settings.baseline), key(name, settings.baseline), result.findings, prints)
        return Examined(result.about, result.profile, [result.findings[place] for place in fresh])

    def checked(self, read: Read, name: str, settings: Settings) -> Checked:
        """The file's outcome."""
        source, result = read.source, self.findings(read.source, name, settings)
        prints = baseline.fingerprints(source, result.findings) if self._printed else []
        places = located(source, result.findings, prints)
        outcome = Outcome(printable(name), "", result.about, result.profile, source.form, places)
        least = FAILING[settings.fail_on or "info"]
        return Checked(outcome, any(GRAVITY[finding.severity] >= least for finding in result.findings))

    def kept(self, read: Read, name: str, settings: Settings, path: str) -> list[tuple[str, str, str]]:
        """What the baseline `path` keeps of the file: all that is found in it now."""
        found: Sequence[Finding] = self.findings(read.source, name, replace(settings, baseline=None)).findings
        prints = baseline.fingerprints(read.source, found)
        return [(key(name, path), finding.rule.code, mark) for finding, mark in zip(found, prints, strict=True)]

    def _selection(self, name: str, settings: Settings) -> Selection:
        ignore = (*(settings.ignore or ()), *_ignored(name, settings))
        wanted = (settings.select or (), ignore, settings.min_confidence or 0.0)
        if wanted not in self._selections:
            self._selections[wanted] = selection(self._catalogue.rules.rules, *wanted)
        return self._selections[wanted]

    def _catalogue_of(self, settings: Settings) -> Catalogue:
        words = settings.buzzwords
        if words not in self._catalogues:
            self._catalogues[words] = _with_words(self._catalogue, words)
        return self._catalogues[words]

    def _baseline(self, path: str) -> Baseline:
        if path not in self._baselines:
            self._baselines[path] = _read_baseline(path)
        return self._baselines[path]


def key(name: str, path: str) -> str:
    """A file's name as the baseline `path` has it: from its folder, with / between folders."""
    if name == STDIN:
        return name
    try:
        relative = os.path.relpath(os.path.abspath(name), os.path.dirname(os.path.abspath(path)))
    except ValueError:  # another drive
        relative = os.path.abspath(name)
    return printable(relative).replace(os.sep, "/")


def _ignored(name: str, settings: Settings) -> tuple[str, ...]:
    """What the settings ignore in this file alone."""
    if not settings.per_file or name == STDIN:
        return ()
    inside = key(name, os.path.join(settings.folder, "-"))
    return tuple(
        selector
        for pattern, selectors in settings.per_file
        if fnmatchcase(inside, pattern) or fnmatchcase(os.path.basename(name), pattern)
        for selector in selectors
    )


def _with_words(catalogue: Catalogue, words: tuple[str, ...]) -> Catalogue:
    """`catalogue` with more buzzwords."""
    book = catalogue.rules
    rules = tuple(replace(rule, words=(*rule.words, *words)) if rule.name == BUZZWORDS else rule for rule in book.rules)
    return replace(catalogue, rulebook=Raw(json.encode(replace(book, rules=rules))))


def is_baseline(path: str) -> bool:
    """Whether the file is a baseline, and may be written anew."""
    try:
        _read_baseline(path)
    except BadFile:
        return False
    return True


def _read_baseline(path: str) -> Baseline:
    try:
        return baseline.decoded(read_document(path))
    except Misuse as error:
        raise BadFile([f"{path}: 基线文件{error.message}；用 --write-baseline 生成"]) from error
    except ValueError as error:
        raise BadFile([f"{path}: {error}，请用 --write-baseline 重新生成"]) from error
