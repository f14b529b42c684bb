"""Markdown, as GitHub and pandoc read it; whatever a user typed stays text."""

import re
from collections.abc import Iterator

from dutywriter.draft import Block, Draft, Duties, Items, Paragraph, Table
from dutywriter.formats.comment import comment
from dutywriter.formats.lines import below, shown
from dutywriter.formats.numerals import chinese

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$#])")
_ENTITY = re.compile(r"&(?=[#\w]+;)")
_EDGE = re.compile(r"\A[ \t]|[ \t]\Z")
_SPECIAL = re.compile(rf"[\\`*_\[\]<>|~$#&]|^\s*[-+=\d]|{_EDGE.pattern}")
_LIST_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)](?:\s|$)))")


def render(draft: Draft, *, metadata: bool = True) -> bytes:
    """The draft as UTF-8; with `metadata` it ends with a comment from which all of the draft can be read back."""
    page = "\n".join(_document(draft)).rstrip("\n") + "\n"
    return (page + "".join(f"{line}\n" for line in ("", *comment(draft)))).encode() if metadata else page.encode()


def escape(text: str) -> str:
    """`text` so that Markdown shows exactly these characters."""
    if not _SPECIAL.search(text):
        return text
    plain = _ENTITY.sub(r"\\&", _MARKUP.sub(r"\\\1", text))
    plain = _LIST_START.sub(lambda match: f"{match[1]}{match[2]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}", plain)
    return _EDGE.sub(lambda match: f"&#{ord(match[0])};", plain)


def _document(draft: Draft) -> Iterator[str]:
    yield from (f"# {escape(draft.title)}", "")
    if draft.notice:
        yield from (f"> {escape(shown(draft.notice))}", "")
    for place, part in enumerate(draft.parts, 1):
        yield from (f"## {chinese(place)}、{escape(part.heading)}", "")
        before: Block | None = None
        for block in part.blocks:
            if isinstance(block, Items) and isinstance(before, Items | Duties):
                yield from ("<!-- -->", "")  # or Markdown takes the two for one list
            yield from (*_block(block), "")
            before = block


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
            yield f"{number}. **{escape(shown(duty))}**  "
            yield f"   {escape(below(duty))}"


def _table(table: Table) -> Iterator[str]:
    if table.caption:
        yield from (f"**{escape(table.caption)}**", "")
    yield _row([escape(column.heading) for column in table.columns])
    yield "|" + " --- |" * len(table.columns)
    yield from (_row([escape(shown(line)) for line in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
