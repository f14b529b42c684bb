"""Markdown, as GitHub and pandoc read it; whatever a user typed stays text."""

import re
from collections.abc import Iterator

from dutywriter.draft import Block, Draft, Duties, Items, Paragraph, Table
from dutywriter.formats.lines import details, shown
from dutywriter.formats.numerals import chinese

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$#])")
_ENTITY = re.compile(r"&(?=[#\w]+;)")
_LIST_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)](?:\s|$)))")


def render(draft: Draft) -> bytes:
    return ("\n".join(_document(draft)).rstrip("\n") + "\n").encode()


def escape(text: str) -> str:
    """`text` so that Markdown shows exactly these characters."""
    plain = _ENTITY.sub(r"\\&", _MARKUP.sub(r"\\\1", text))
    return _LIST_START.sub(lambda match: f"{match[1]}{match[2]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}", plain)


def _document(draft: Draft) -> Iterator[str]:
    yield from (f"# {escape(draft.title)}", "")
    if draft.notice:
        yield from (f"> {escape(shown(draft.notice))}", "")
    for place, part in enumerate(draft.parts, 1):
        yield from (f"## {chinese(place)}、{escape(part.heading)}", "")
        for block in part.blocks:
            yield from (*_block(block), "")


def _block(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield escape(shown(block.line))
    elif isinstance(block, Items):
        yield from (f"{place}. {escape(shown(line))}" for place, line in enumerate(block.lines, 1))
    elif isinstance(block, Table):
        yield from _table(block)
    else:
        yield from _duties(block)


def _duties(block: Duties) -> Iterator[str]:
    for place, (title, duties) in enumerate(block.by_section(), 1):
        yield from ([""] if place > 1 else [])
        yield from (f"### （{chinese(place)}）{escape(title)}", "")
        for number, duty in enumerate(duties, 1):
            under = " · ".join(text if label == "时间" else f"{label}：{text}" for label, text in details(duty))
            yield f"{number}. **{escape(shown(duty))}**  "
            yield f"   {escape(under)}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from (f"**{escape(table.caption)}**", "")
    yield _row([column.heading for column in table.columns])
    yield "|" + " --- |" * len(table.columns)
    yield from (_row([escape(shown(line)) for line in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
