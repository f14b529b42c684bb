"""Parts that are tables of the data: titles, columns and rows stand in data/, no code of their own."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Playbook, PlaybookTable, TableRow
from dutywriter.compose.case import Case
from dutywriter.draft import Block, Column, Line, Origin, Paragraph, Table
from dutywriter.text.marked import behind


def table_blocks(case: Case, key: str) -> Iterator[Block]:
    """The blocks of the table `key`, or of the working tables of that kind; nothing where the data have none that applies."""
    for table in case.catalogue.documents.tables:
        if table.key == key and case.applies(table.when):
            if table.say:
                yield Paragraph(case.line(table.say, key))
            yield Table(_columns(table.columns), _rows(case, table.rows, key))
            if table.close:
                yield Paragraph(case.line(table.close, key))
    for playbook in case.catalogue.documents.playbooks:
        if playbook.key == key:
            yield from _playbook(case, playbook)


def _playbook(case: Case, playbook: Playbook) -> Iterator[Block]:
    tables = [table for table in case.role.playbooks if table.of == playbook.key and _stands(case, playbook, table)]
    if tables and playbook.say:
        yield Paragraph(case.line(playbook.say, playbook.key))
    for table in tables:
        rows = _rows(case, table.rows, table.key)
        caption = case.line(table.caption, table.key).text if table.caption else _metric_name(case, table)
        if rows:
            yield Table(_columns(playbook.columns), rows, caption)


def _stands(case: Case, playbook: Playbook, table: PlaybookTable) -> bool:
    """Whether the table stands in this kind of document at this length, whole or not at all."""
    standing = "all" if case.outlines(playbook.key) else playbook.stands.get(case.kind.name, {}).get(case.length.name)
    if not standing or not case.applies(table.when):
        return False
    if standing == "timed":
        return bool(case.brief.get("hours")) and any(row.clock for row in table.rows)
    if standing == "stressed":
        return table.metric in case.chosen_metrics
    return not table.metric or table.metric in {goal.metric.id for goal in case.goals if goal.metric}


def _metric_name(case: Case, table: PlaybookTable) -> str:
    return case.metric(table.metric).usual_name if table.metric else ""


def _columns(headings: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(f"column{place}", heading) for place, heading in enumerate(headings, 1))


def _rows(case: Case, rows: tuple[TableRow, ...], ref: str) -> tuple[tuple[Line, ...], ...]:
    here = [row for row in rows if case.applies(row.when)]
    hours = case.brief.get("hours")
    if hours and any(row.clock for row in here):
        return tuple(_by_the_clock(case, here, hours, ref))
    return tuple(tuple(case.line(cell, ref) for cell in row.cells) for row in here)


def _by_the_clock(case: Case, rows: list[TableRow], hours: str, ref: str) -> Iterator[tuple[Line, ...]]:
    """The rows in the order of the user's working day, each with its time; one without a time stays behind the row before it."""
    from dutywriter.text.clock import minute, show_minute

    minutes, timed = 0, []
    for row in rows:
        minutes = minute(hours, row.clock) if row.clock else minutes
        timed.append((minutes, row))
    for when, row in sorted(timed, key=lambda pair: pair[0]):
        first, *others = (case.line(cell, ref) for cell in row.cells)
        yield (_led_by(show_minute(when), first) if row.clock else first, *others)


def _led_by(clock: str, line: Line) -> Line:
    """`line` behind the time of day that follows from it: 18:15（接班后 15 分钟※内）."""
    led = behind(f"{clock}（", f"{line.text}）", line.suggested)
    return Line(led.text, Origin("computed", (*line.origin.refs, "hours")), led.suggested)
