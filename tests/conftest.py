"""What many tests need: the catalogue, a brief from flags, and the program as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from dutywriter.brief.answers import Brief, from_flags, layered
from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue
from dutywriter.compose.compose import compose
from dutywriter.draft import Draft

settings.register_profile("no test asserts a time", deadline=None)
settings.load_profile("no test asserts a time")

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return bundled()


@pytest.fixture(scope="session")
def brief_of(catalogue: Catalogue) -> Callable[..., Brief]:
    """A brief from flags: `brief_of(role="驻场", metrics=["客户满意度=93%"])`."""

    def make(**given: str | list[str]) -> Brief:
        texts = {key: [value] if isinstance(value, str) else value for key, value in given.items()}
        return layered(from_flags(texts, catalogue), {}, catalogue, alias=texts.get("role", [""])[-1])

    return make


@pytest.fixture(scope="session")
def draft_of(catalogue: Catalogue, brief_of: Callable[..., Brief]) -> Callable[..., Draft]:
    return lambda **given: compose(brief_of(**given), catalogue)


@pytest.fixture
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a run: no colours nor sizes of whoever runs the tests, and unfinished answers in a folder of the test."""
    state = tmp_path_factory.mktemp("state") / "dutywriter"
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("NO_COLOR", "COLUMNS", "TERM"))}
    return kept | {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", "DUTYWRITER_STATE": str(state)}


@pytest.fixture
def run(tmp_path: Path, environment: dict[str, str]) -> Run:
    """`run("new", "--role", "驻场")` in an empty folder, without a terminal."""

    def call(*arguments: str, stdin: bytes = b"", **options: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "dutywriter", *arguments]
        usual = {"cwd": tmp_path, "env": environment}
        return subprocess.run(
            command, input=stdin, capture_output=True, start_new_session=True, check=False, **{**usual, **options}
        )

    return call
