"""Draws the pictures of the README from real runs: python docs/pictures/make.py (needs the development tools)."""

import itertools
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pyte

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from tests.terminal.screen import Screen  # noqa: E402 - the folder above is not on the path before

COLUMNS, WIDE, HIGH, EDGE = 96, 8, 21, 14
COLOURS = {"cyan": "#56b6c2", "brown": "#e5c07b", "yellow": "#e5c07b", "magenta": "#c678dd", "green": "#98c379", "red": "#e06c75"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TERM": "xterm-256color"}
        screen = Screen("dutywriter new", Path(folder), environment, COLUMNS, 26)
        for question, keys in (
            ("写哪个岗位？", ["驻场", "Enter"]),
            ("哪一级？", ["Down", "Enter"]),
            ("主要在哪些平台经营？", ["Enter"]),
            ("属于哪类业务？", ["政务", "Enter"]),
            ("用人单位全称？", ["甲公司", "Enter"]),
            ("客户单位（甲方）全称？", ["某市政务服务中心", "Enter"]),
            ("最看重哪几项指标？", ["Space", "Enter"]),
        ):
            screen.wait_for(question)
            screen.press(*keys)
        screen.wait_for("写哪些职责模块？")
        draw(screen.display, "dutywriter new", HERE / "wizard.svg")
        screen.press("Ctrl-C")
        screen.finish()
        page = Screen(
            "dutywriter new --role 驻场 --client 某市政务服务中心 --company 甲公司", Path(folder), environment, COLUMNS, 400
        )
        page.finish()
        draw(page.display, "dutywriter new --role 驻场", HERE / "draft.svg", 64)


def draw(display: pyte.Screen, title: str, path: Path, most: int = 100) -> None:
    """The first `most` lines of a screen as a picture, every word at its own column."""
    last = max(row for row in range(display.lines) if display.display[row].strip())
    shown = range(min(last + 1, most))
    width, height = COLUMNS * WIDE + 2 * EDGE, len(shown) * HIGH + 2 * EDGE + HIGH
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="100%" height="100%" rx="8" fill="#282c34"/>'
        f'<g font-family="Noto Sans Mono CJK SC,WenQuanYi Micro Hei Mono,Microsoft YaHei,PingFang SC,monospace" font-size="16">'
        f'<text x="{width / 2}" y="{EDGE + 8}" fill="#9aa3b2" text-anchor="middle">{escape(title)}</text>'
        + "".join(text for row in shown for text in texts_of(display, row))
        + "</g></svg>\n",
        "utf-8",
    )


def texts_of(display: pyte.Screen, row: int) -> Iterator[str]:
    """One element for each word: a run without blanks of characters that look alike, at its own column."""
    cells = [(column, display.buffer[row][column]) for column in range(display.columns)]
    for (colour, bold, blank), run in itertools.groupby(cells, lambda pair: (pair[1].fg, pair[1].bold, pair[1].data == " ")):
        placed = list(run)
        if blank:
            continue
        weight = ' font-weight="bold"' if bold else ""
        text = escape("".join(cell.data for _, cell in placed))
        place = f'x="{EDGE + placed[0][0] * WIDE}" y="{EDGE + (row + 2) * HIGH - 6}"'
        yield f'<text {place} fill="{COLOURS.get(colour, "#d7dae0")}"{weight}>{text}</text>'


if __name__ == "__main__":
    main()
