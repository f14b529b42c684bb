"""常用工具: what the work is done with; the tools that the user names stand among the facts."""

from collections.abc import Iterator

from dutywriter.compose.case import Case
from dutywriter.draft import Column, Table

COLUMNS = (Column("tool", "工具"), Column("use", "用来做什么"))


def tools(case: Case) -> Iterator[Table]:
    usual = (tool for tool in case.role.tools if case.applies(tool.when))
    rows = tuple((case.line(tool.name, tool.name), case.line(tool.use, tool.name)) for tool in usual)
    if rows:
        yield Table(COLUMNS, rows)
