"""任职要求: 必备 and 加分 apart, each with the proof by which it is seen."""

import re
from collections.abc import Iterator
from typing import Literal

from dutywriter.catalogue.model import Requirement
from dutywriter.compose.case import Case
from dutywriter.draft import Column, Line, Table

COLUMNS = (Column("requirement", "要求"), Column("proof", "怎么核实"))
MOST_MUSTS = 5
_PROOF = "学历证书与学信网查询结果"
_YEARS = re.compile(r"<[^<>]*年[^<>]*※>\s*")


def requirements(case: Case) -> Iterator[Table]:
    """First what the user said must be there, then what the role asks for at this level, MOST_MUSTS in all."""
    told = list(said(case))
    usual = [worded(case, item) for item in asked(case, "必备")]
    must = [*told, *usual[: max(MOST_MUSTS - len(told), 1)]]
    plus = [*wished(case), *(worded(case, item) for item in asked(case, "加分"))]
    for caption, rows in (("必备", must), ("加分", plus)):
        if rows:
            yield Table(COLUMNS, tuple(rows), caption)


def asked(case: Case, kind: Literal["必备", "加分"]) -> list[Requirement]:
    """What the role asks for in this case."""
    return [item for item in case.role.requirements if item.kind == kind and case.applies(item.when)]


def said(case: Case) -> Iterator[tuple[Line, Line]]:
    """What the user said must be there, with its proof."""
    yield _education(case)
    for text in case.brief.get("must", ()):
        yield case.user(text, "must"), case.computed("")
    tools = case.brief.get("tools", ())
    if tools:
        yield case.user(f"会用{'、'.join(tools)}", "tools"), case.computed("现场完成一项日常操作", "tools")


def _education(case: Case) -> tuple[Line, Line]:
    """What schooling is asked for, in words that stand by themselves."""
    said = case.brief.get("education")
    if not said:
        return case.asked("education", "学历要求", "如大专及以上"), case.computed(_PROOF, "education")
    proof = "" if said.startswith("不限") or "学历不限" in said else _PROOF
    return case.user(said if "学历" in said else f"学历：{said}", "education"), case.computed(proof, "education")


def wished(case: Case) -> Iterator[tuple[Line, Line]]:
    """What the user would like to see, with room for its proof."""
    return ((case.user(text, "plus"), case.computed("")) for text in case.brief.get("plus", ()))


def worded(case: Case, item: Requirement) -> tuple[Line, Line]:
    """A requirement and its proof, with the years that the user said."""
    years = case.brief.get("experience")
    if item.aspect != "经验" or item.kind != "必备" or years is None:
        return case.line(item.text, item.id), case.line(item.proof, item.id)
    text = _YEARS.sub(f"{years} 年以上" if years else "", item.text)
    return case.line(text, item.id, "experience"), case.line(item.proof, item.id)
