"""How fast `dutywriter check` reads, whole processes in one run, against other checkers of texts on the same file.

Usage: python benchmarks/peers.py [--peers FOLDER] [FILE]

FILE is Markdown of about a megabyte (by default drafts of every role). FOLDER holds what is measured against: env/bin/ with
autocorrect-py and proselint, node_modules/.bin/ with zhlint and textlint; what is not there is left out.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import timing
from dutywriter.brief.answers import from_flags, layered
from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import LEVELS
from dutywriter.compose.compose import compose
from dutywriter.formats import markdown

MEGABYTE = 1_000_000
SMALL = 5_000
FINDINGS = 1
AUTOCORRECT = "import autocorrect_py, sys; autocorrect_py.lint_for(open(sys.argv[1], encoding='utf-8').read(), 'a.md')"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--peers", type=Path)
    parser.add_argument("file", type=Path, nargs="?")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = copied(given.file, Path(folder)) if given.file else written(Path(folder) / "drafts.md", drafts(), MEGABYTE)
        program = [sys.executable, "-m", "dutywriter"]
        for line in (
            *against_start_up(Path(folder), program),
            *of_growth(Path(folder), program),
            *of_peers(file, given.peers, program),
        ):
            print(line)


def drafts() -> Iterator[str]:
    """Every role's draft at every level, over and over."""
    catalogue = bundled()
    briefs = [
        layered(from_flags({"role": [entry.name], "level": [level], "length": [length]}, catalogue), {}, catalogue)
        for entry in catalogue.entries
        for level in LEVELS
        for length in ("标准", "详尽")
    ]
    texts = [markdown.render(compose(brief, catalogue)).decode() for brief in briefs]
    while True:
        yield from texts


def written(path: Path, texts: Iterator[str], size: int) -> Path:
    """A file of at least `size` bytes, whole texts but the last."""
    content = b""
    while len(content) < size:
        content += next(texts).encode()
    path.write_bytes(content[:size].decode("utf-8", "ignore").encode())
    return path


def copied(file: Path, folder: Path) -> Path:
    """A copy in a folder where the settings of peers may stand beside it."""
    return Path(shutil.copy(file, folder))


def against_start_up(folder: Path, program: list[str]) -> Iterator[str]:
    """What checking a small file costs against writing a draft."""
    small = written(folder / "small.md", drafts(), SMALL)
    ratio = timing.ratio([*program, "check", "--fail-on", "never", str(small)], [*program, "new", "--role", "驻场"])
    yield f"check of {SMALL} bytes against new --role 驻场: {ratio:.2f} (at most 1.3)"


def of_growth(folder: Path, program: list[str]) -> Iterator[str]:
    """Time and memory of files ten and fifty times as large."""
    for times in (1, 10, 50):
        file = written(folder / f"{times}.md", drafts(), times * MEGABYTE)
        seconds, peak = cost([*program, "check", "--fail-on", "never", "--format", "json", str(file)])
        yield f"{times} MB: {times / seconds:.2f} MB/s of CPU time, whole process; at most {peak} MB of memory"


def of_peers(file: Path, peers: Path | None, program: list[str]) -> Iterator[str]:
    """Ours and the peers that are there, each on the same file; the slowest on its first tenth."""
    ours = [*program, "check", "--fail-on", "never", file.name]
    tenth = file.with_name(f"tenth-{file.name}")
    tenth.write_bytes(file.read_bytes()[: file.stat().st_size // 10].decode("utf-8", "ignore").encode())
    for name, of, command in (("dutywriter check", file, ours), *commands(file, tenth, peers)):
        size = of.stat().st_size / MEGABYTE
        seconds, _ = cost(command, file.parent)
        yield f"{name}: {size / seconds:.3f} MB/s of CPU time on {size:.1f} MB, whole process"


def commands(file: Path, tenth: Path, peers: Path | None) -> Iterator[tuple[str, Path, list[str]]]:
    """The peers that are there, what each reads, and how it is called."""
    if peers is None:
        return
    python, node = peers.resolve() / "env" / "bin", peers.resolve() / "node_modules" / ".bin"
    settings = file.with_name("textlintrc.json")
    settings.write_text(json.dumps({"rules": {"preset-ja-technical-writing": True}}), "utf-8")
    found: tuple[tuple[str, Path, list[Path | str]], ...] = (
        ("autocorrect-py", file, [python / "python", "-c", AUTOCORRECT, file.name]),
        ("proselint", file, [python / "proselint", "check", file.name]),
        ("zhlint", file, [node / "zhlint", file.name]),
        ("textlint", tenth, [node / "textlint", "--config", settings.name, tenth.name]),
    )
    yield from ((name, of, list(map(str, command))) for name, of, command in found if Path(command[0]).exists())


def cost(command: Sequence[str], folder: Path | None = None) -> tuple[float, int]:
    """CPU seconds of a whole process, and the most memory that it held, in megabytes."""
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=timing.environment())
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, FINDINGS):
        raise SystemExit(f"failed: {' '.join(command)}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 // MEGABYTE


if __name__ == "__main__":
    main()
