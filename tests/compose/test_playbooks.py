"""Working tables: where they stand, whole or not at all, and only where they fit."""

import pytest

from dutywriter.brief.answers import from_flags, layered
from dutywriter.catalogue.layers import overlaid
from dutywriter.compose.compose import compose

OURS = """
roles:
- name: 电商运营
  playbooks:
  - key: our-levers
    of: levers
    metric: fav_cart
    rows:
    - cells: [页面, 更换首图, 收藏数, 设计]
    - cells: [<工作台>, 核对优惠, 加购数, 客服]
      when: {platform: [抖音]}
  - key: our-authority
    of: authority
    when: {level: [专员]}
    rows:
    - cells: [改价, 核对, 须书面确认, 低于底价]
"""


@pytest.fixture(scope="module")
def ours(catalogue):
    return overlaid(catalogue, "我的.yaml", OURS)


def tables(catalogue, key, **given):
    texts = {name: [value] if isinstance(value, str) else value for name, value in given.items()}
    draft = compose(layered(from_flags(texts, catalogue), {}, catalogue), catalogue)
    part = next((part for part in draft.parts if part.key == key), None)
    return {table.caption: [[line.text for line in row] for row in table.rows] for table in part.blocks} if part else {}


def test_levers_of_a_stressed_metric_stand_in_a_standard_draft_and_others_do_not(ours):
    found = tables(ours, "levers", role="电商", metrics=["收藏加购率=3%->5%"])
    assert found["收藏加购率"] == [["页面", "更换首图", "收藏数", "设计"]]
    assert "收藏加购率" not in tables(ours, "levers", role="电商", metrics=["客单价=100->120"])
    assert tables(ours, "levers", role="电商", metrics=["收藏加购率=3%->5%"], length="精简") == {}


def test_a_row_of_one_platform_stands_with_its_words_there_alone(ours):
    found = tables(ours, "levers", role="电商", platform="抖音", metrics=["收藏加购率=3%->5%"])
    assert found["收藏加购率"][1][0] == "抖店"


def test_tables_of_no_metric_stand_where_the_matrix_says_and_their_case_holds(ours):
    row = ["改价", "核对", "须书面确认", "低于底价"]
    assert any(row in rows for rows in tables(ours, "authority", role="电商", length="详尽").values())
    assert tables(ours, "authority", role="电商", length="精简") == {}
    assert tables(ours, "countdown", role="电商") == {}
    manager = tables(ours, "authority", role="电商", level="经理", length="详尽")
    assert not any(row in rows for rows in manager.values())


def test_a_table_names_the_file_it_comes_from(ours):
    draft = compose(layered(from_flags({"role": ["电商"], "metrics": ["收藏加购率=3%->5%"]}, ours), {}, ours), ours)
    part = next(part for part in draft.parts if part.key == "levers")
    table = next(table for table in part.blocks if table.caption == "收藏加购率")
    assert {line.origin.layer for row in table.rows for line in row} == {"我的.yaml"}


def test_every_working_table_fits_its_columns(catalogue):
    columns = {playbook.key: len(playbook.columns) for playbook in catalogue.documents.playbooks}
    for role in catalogue.roles:
        for table in role.playbooks:
            assert all(len(row.cells) == columns[table.of] for row in table.rows), (role.name, table.key)
            assert all(cell.strip() for row in table.rows for cell in row.cells), (role.name, table.key)
            assert bool(table.metric) == (table.of in ("levers", "causes")), (role.name, table.key)


def test_every_role_has_its_working_tables_and_forty_metrics_have_levers(catalogue):
    many = ("驻场运营", "电商运营", "产品运营", "直播运营", "社群运营", "数据运营")
    for role in catalogue.roles:
        kinds = {table.of for table in role.playbooks}
        assert len(kinds) >= (8 if role.name in many else 6), role.name
    levers = {table.metric for role in catalogue.roles for table in role.playbooks if table.of == "levers"}
    assert len(levers) >= 40
