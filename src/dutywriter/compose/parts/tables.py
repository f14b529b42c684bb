"""Parts that are tables of the data: titles, columns and rows stand in data/, no code of their own."""

from collections.abc import Iterator

from dutywriter.catalogue.model import Playbook, PlaybookTable, TableRow
from dutywriter.compose.case import Case
from dutywriter.draft import Block, Column, Line, Paragraph, Table


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
    standing = playbook.stands.get(case.brief.get("kind"), {}).get(case.length.name)
    if not standing or not case.applies(table.when):
        return False
    if standing == "stressed":
        return table.metric in case.chosen_metrics
    return not table.metric or table.metric in {goal.metric.id for goal in case.goals if goal.metric}


def _metric_name(case: Case, table: PlaybookTable) -> str:
    return case.metric(table.metric).usual_name if table.metric else ""


def _columns(headings: tuple[str, ...]) -> tuple[Column, ...]:
    return tuple(Column(f"column{place}", heading) for place, heading in enumerate(headings, 1))


def _rows(case: Case, rows: tuple[TableRow, ...], ref: str) -> tuple[tuple[Line, ...], ...]:
    return tuple(tuple(case.line(cell, ref) for cell in row.cells) for row in rows if case.applies(row.when))
