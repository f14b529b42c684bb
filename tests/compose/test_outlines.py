"""提纲: the eight answers of the source documents as skeletons."""

import itertools
from pathlib import Path

import pytest
import yaml

from dutywriter.catalogue.model import LEVELS

OUTLINES = ["八项职责", "项目为先", "计划为先", "策略为先", "目标任务指标协作", "要素", "岗位画像", "任务资源效率流程"]
ANSWERS = dict(zip(["A1", "A2", "A3", "A4", "B1", "B2", "B3", "B4"], OUTLINES, strict=True))
HEADINGS = yaml.safe_load((Path(__file__).parents[1] / "data" / "headings.yaml").read_text("utf-8"))


def headings(draft):
    found = []
    for part in draft.parts:
        found.append(part.heading)
        if part.key == "duties":
            found += dict.fromkeys(duty.section_title for block in part.blocks for duty in block.duties)
    return found


@pytest.mark.parametrize(("answer", "level"), list(itertools.product(ANSWERS, ["主管", "经理"])))
def test_an_outline_yields_all_headings_of_its_answer_in_order(draft_of, answer, level):
    wanted = [heading for heading in HEADINGS[answer].values() if heading]
    there = headings(draft_of(role="驻场", level=level, outline=ANSWERS[answer]))
    assert [heading for heading in there if heading in wanted] == wanted


@pytest.mark.parametrize(("outline", "level"), list(itertools.product(OUTLINES, LEVELS)))
def test_no_duty_stands_under_two_headings(draft_of, outline, level):
    duties = [duty.origin.refs[0] for duty in draft_of(role="电商", level=level, outline=outline).duties()]
    assert len(duties) == len(set(duties))
    assert duties or outline == "目标任务指标协作"


@pytest.mark.parametrize("outline", OUTLINES)
def test_prose_under_an_outline_promises_its_headings(draft_of, outline):
    prose = draft_of(role="驻场", level="主管", kind="正文", outline=outline)
    assert "、".join(part.heading for part in prose.parts[1:]) in prose.parts[0].blocks[1].line.text


@pytest.mark.parametrize("outline", ["八项职责", "策略为先"])
def test_a_section_that_the_user_leaves_out_stands_under_no_heading(draft_of, catalogue, outline):
    theirs = {duty.id for part in catalogue.role("驻场运营").sections if part.section == "delivery" for duty in part.duties}
    usual, less = (
        {duty.origin.refs[0] for duty in draft_of(role="驻场", level="主管", length="详尽", outline=outline, **facts).duties()}
        for facts in ({}, {"without": ["交付与验收"]})
    )
    assert usual & theirs
    assert less == usual - theirs
