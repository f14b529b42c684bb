"""Draws the pictures of the README from real runs: python docs/pictures/make.py (needs the development tools).

A session of the wizard as a picture that moves (wizard.svg) and as text (../session.txt), and the beginning of a draft (draft.svg).
"""

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

WIDE, HIGH, EDGE = 8, 21, 14
COLUMNS, ROWS, DRAFT_COLUMNS, DRAFT_ROWS = 120, 30, 96, 64
SECONDS = 4
COLOURS = {"cyan": "#56b6c2", "brown": "#e5c07b", "yellow": "#e5c07b", "magenta": "#c678dd", "green": "#98c379", "red": "#e06c75"}
REQUEST = "小红书母婴账号招新媒体运营，成都，双休，7-10K，会剪视频优先"
STEPS = (
    ("一句话说说：要写什么岗位？", [REQUEST], REQUEST, "说一句话"),
    ("一句话说说：要写什么岗位？", ["Enter"], "这样理解对吗？", "回车：看懂的逐项列出，附原话"),
    ("这样理解对吗？", ["Enter"], "写成什么文件？", "回车：都对；右边是已经写成的草稿"),
    ("写成什么文件？", ["Enter"], "哪一级？", "回车：说明书"),
    ("哪一级？", ["Enter"], "最看重哪几项指标？", "回车：专员"),
    ("最看重哪几项指标？", ["zfs"], "查找：zfs", "打拼音“zfs”找指标"),
    ("查找：zfs", ["Enter"], "已选 1 项", "回车：勾上"),
    ("已选 1 项", ["Enter"], "现在是多少？", "回车"),
    ("现在是多少？", ["3000", "Enter"], "要达到多少？", "现在 3000"),
    ("要达到多少？", ["8000", "Enter"], "什么时候达到？", "目标 8000"),
    ("什么时候达到？", ["2027Q2", "Enter"], "写哪些职责？", "期限 2027Q2"),
    ("写哪些职责？", ["Right"], "先写", "右键：打开一个模块，逐条取舍"),
    ("先写", ["Enter"], "看一看，没问题就写成文件", "回车：全部答案、待填、提纲和草稿在一页上"),
    ("看一看，没问题就写成文件", ["Enter"], "存到哪个文件？", "回车：写成文件"),
)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "TERM": "xterm-256color", "DUTYWRITER_STATE": str(Path(folder, "state"))}
        frames = list(session(Path(folder), environment))
        (HERE / "wizard.svg").write_text(moving(frames), "utf-8")
        (HERE.parent / "session.txt").write_text("\n".join(as_text(caption, rows) for caption, rows, _ in frames), "utf-8")
        page = Screen(
            "dutywriter new --role 驻场 --client 某市政务服务中心 --company 甲公司", Path(folder), environment, DRAFT_COLUMNS, 400
        )
        page.finish()
        drawn = "".join(text for row in range(DRAFT_ROWS) for text in texts_of(page.display, row))
        (HERE / "draft.svg").write_text(framed("dutywriter new --role 驻场", DRAFT_COLUMNS, DRAFT_ROWS, drawn), "utf-8")


def session(folder: Path, environment: dict[str, str]) -> Iterator[tuple[str, list[str], str]]:
    """Each step of the session: its caption, the rows of the screen after it, and these as elements of a picture."""
    screen = Screen("dutywriter new", folder, environment, COLUMNS, ROWS)
    for before, keys, after, caption in STEPS:
        screen.shows(before)
        screen.press(*keys)
        screen.shows(after)
        drawn_to_its_end(screen)
        rows = [row.rstrip() for row in screen.display.display]
        yield caption, rows, "".join(text for row in range(ROWS) for text in texts_of(screen.display, row))
    screen.press("Ctrl-C")
    screen.finish()


def drawn_to_its_end(screen: Screen) -> None:
    """Until nothing more comes."""
    heard = -1
    while heard < len(screen.heard):
        heard = len(screen.heard)
        screen.read()


def as_text(caption: str, rows: list[str]) -> str:
    """A step as text; an emulated screen has an empty cell behind each wide character, which goes."""
    return "\n".join(["=" * COLUMNS, caption, "=" * COLUMNS, *rows]) + "\n"


def moving(frames: list[tuple[str, list[str], str]]) -> str:
    """The steps one after another in one picture, each for SECONDS."""
    share = 100 / len(frames)
    style = (
        f"<style>.step{{visibility:hidden;animation:shown {SECONDS * len(frames)}s step-end infinite}}"
        f"@keyframes shown{{0%{{visibility:visible}}{share:.4f}%{{visibility:hidden}}}}</style>"
    )
    steps = (
        f'<g class="step" style="animation-delay:{SECONDS * place}s">{caption_of(caption, ROWS)}{drawn}</g>'
        for place, (caption, _, drawn) in enumerate(frames)
    )
    return framed("dutywriter new", COLUMNS, ROWS + 1, style + "".join(steps))


def caption_of(caption: str, row: int) -> str:
    return f'<text x="{EDGE}" y="{EDGE + (row + 2) * HIGH - 4}" fill="#e5c07b">{escape(caption)}</text>'


def framed(title: str, columns: int, rows: int, inside: str) -> str:
    """A picture of a terminal of that size."""
    width, height = columns * WIDE + 2 * EDGE, (rows + 1) * HIGH + 2 * EDGE
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<rect width="100%" height="100%" rx="8" fill="#282c34"/>'
        f'<g font-family="Noto Sans Mono CJK SC,WenQuanYi Micro Hei Mono,Microsoft YaHei,PingFang SC,monospace" font-size="16">'
        f'<text x="{width / 2}" y="{EDGE + 8}" fill="#9aa3b2" text-anchor="middle">{escape(title)}</text>{inside}</g></svg>\n'
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
        length = f'textLength="{len(placed) * WIDE}" lengthAdjust="spacingAndGlyphs"'
        yield f'<text {place} {length} fill="{COLOURS.get(colour, "#d7dae0")}"{weight}>{text}</text>'


if __name__ == "__main__":
    main()
