"""The other kinds of documents: 招聘, 驻场附件, 正文, 任务清单."""

import itertools
import re

import pytest

from dutywriter.catalogue.model import COMPOSED_PARTS, LEVELS
from dutywriter.compose.parts import BUILT
from dutywriter.draft import Items, Paragraph, Table
from dutywriter.text.marked import MARK, placeholders

ROLES = ["驻场", "电商", "产品", "内容", "新媒体", "用户", "活动", "社群", "直播", "数据", "跨境电商", "门店"]
MANAGES_PERSONS = re.compile(
    r"服从甲方|接受甲方(?:的)?(?:管理|考核|考勤)|甲方(?:安排|负责)(?:考勤|排班|请假)|由甲方(?:考核|考勤|排班|管理)(?:个人|人员)"
)


def test_every_part_that_is_said_to_be_composed_is(catalogue):
    tables = {table.key for table in (*catalogue.documents.tables, *catalogue.documents.playbooks)}
    assert set(COMPOSED_PARTS) - {"pending"} == BUILT
    assert not tables & set(COMPOSED_PARTS)


def part(draft, key):
    return next((part for part in draft.parts if part.key == key), None)


def lines(draft, key):
    found = part(draft, key)
    return [line.text for block in found.blocks for line in getattr(block, "lines", ())] if found else []


def rows(draft, key):
    found = part(draft, key)
    return [[line.text for line in row] for table in found.blocks if isinstance(table, Table) for row in table.rows]


@pytest.mark.parametrize(("role", "level"), list(itertools.product(ROLES, LEVELS)))
def test_a_posting_has_what_the_law_and_readers_ask_for(draft_of, role, level):
    posting = draft_of(role=role, level=level, kind="招聘")
    assert [part.key for part in posting.parts] == ["employer", "posting_duties", "musts", "pluses", "offer"]
    assert 5 <= len(lines(posting, "posting_duties")) <= 8
    assert len(lines(posting, "musts")) <= 5
    assert {"招聘人数", "工作地点", "薪酬范围", "有效期至"} <= {row[0] for row in rows(posting, "offer")}


def test_a_posting_never_names_the_client_or_the_goals(draft_of):
    posting = draft_of(role="驻场", kind="招聘", client="某银行", company="甲公司", metrics=["客户满意度=88%->93%"])
    text = "".join(line.text for line in posting.lines())
    assert "某银行" not in text
    assert "93" not in text
    assert "甲公司（用人单位，派驻客户现场工作）" in text


@pytest.mark.parametrize("level", LEVELS)
def test_the_annex_holds_every_item_and_nothing_by_which_the_client_manages_persons(draft_of, level):
    annex = draft_of(role="驻场", level=level, kind="驻场附件", client="某银行")
    keys = [part.key for part in annex.parts]
    assert {
        "parties", "scope", "boundaries", "changes", "place", "channels", "acceptance", "service_levels", "appraisal",
        "staffing", "secrecy", "handover", "conduct", "ownership", "settlement", "seal",
    } <= set(keys)  # fmt: skip
    assert all(not MANAGES_PERSONS.search(line.text) for line in annex.lines())
    assert all(row[1] and row[2] and row[3] for row in rows(annex, "scope"))
    assert sum(int(re.search(r"\d+", row[1])[0]) for row in rows(annex, "appraisal")) == 100


def test_the_annex_lists_services_and_not_what_passes_among_the_vendors_own_people(draft_of):
    services = [row[0] for row in rows(draft_of(role="驻场", kind="驻场附件", length="详尽"), "scope")]
    assert services
    assert not [service for service in services if "直接上级" in service or "直接下级" in service]


@pytest.mark.parametrize("role", ROLES)
def test_prose_promises_exactly_the_headings_that_follow(draft_of, role):
    prose = draft_of(role=role, kind="正文")
    opening = prose.parts[0].blocks[1].line.text
    promised = re.fullmatch(r"以下分 (\d+) 个方面写明：(.*)。", opening)
    headings = [part.heading for part in prose.parts[1:]]
    assert promised[2] == "、".join(headings)
    assert int(promised[1]) == len(headings)
    assert all(isinstance(block, Paragraph) for part in prose.parts for block in part.blocks)


@pytest.mark.parametrize("role", ROLES)
def test_a_checklist_has_every_duty_once_under_its_frequency_with_a_box(draft_of, role):
    parts = draft_of(role=role, kind="任务清单", length="详尽").parts
    tasks = [line.text for part in parts for table in part.blocks for line, *_ in table.rows]
    every = {duty.text: duty.frequency for duty in draft_of(role=role, length="详尽").duties()}
    assert all(task.startswith("□ ") for task in tasks)
    assert sorted(task[2:] for task in tasks) == sorted(every)
    for part in parts:
        assert {every[line.text[2:]] for table in part.blocks for line, *_ in table.rows} == {part.heading.removesuffix("事项")}


@pytest.mark.parametrize(("role", "kind"), list(itertools.product(ROLES, ["招聘", "正文", "任务清单"])))
def test_every_line_of_every_kind_has_an_origin_and_no_mark_in_its_text(draft_of, role, kind):
    for line in draft_of(role=role, kind=kind).lines():
        assert line.origin.source in ("catalogue", "user", "computed", "placeholder")
        assert all(line.text[start:end] for start, end in line.suggested)
        assert MARK not in line.text.replace("带 ※", "")
        assert not (line.origin.source == "catalogue" and placeholders(line.text) == [line.text])


def test_a_posting_is_items_that_boards_take(draft_of):
    posting = draft_of(role="电商", kind="招聘")
    assert all(isinstance(block, Items) for key in ("posting_duties", "musts") for block in part(posting, key).blocks)


@pytest.mark.parametrize("kind", ["说明书", "招聘"])
def test_what_the_user_would_like_to_see_stands_first_among_the_wishes(draft_of, kind):
    draft = draft_of(role="新媒体", kind=kind, plus=["会剪视频", "有母婴经验"])
    told = [line.text for line in draft.lines() if line.origin.source == "user" and line.origin.refs == ("plus",)]
    assert told == ["会剪视频", "有母婴经验"]
