import re

import pytest

from dutywriter.catalogue.decode import Decoder
from dutywriter.catalogue.load import SOURCES, compile_folder, packed, unpacked
from dutywriter.catalogue.model import Documents, Duty, Role, Section
from dutywriter.errors import BadFile


def mistakes(text, kind):
    decoder = Decoder("我的.yaml")
    decoder.read(text, kind)
    return [str(mistake) for mistake in decoder.mistakes]


GOOD = """
id: x-1
levels:
  专员: {do: 登记需求, frequency: 每日, standard: 三栏不空, deliverable: 台账}
"""


def test_a_duty_is_read_into_the_model():
    duty = Decoder("x").read(GOOD, Duty)
    assert duty.levels["专员"].do == "登记需求"
    assert duty.priority == 2


def test_every_mistake_is_told_at_once_each_with_its_place():
    text = """
id: 18:00
prioritty: 1
priority: 9
levels:
  专员: {do: 登记需求, frequency: 每天, standard: no, deliverable: 台账}
  总裁: {do: 登记需求, frequency: 每日, standard: x, deliverable: 台账}
metrics: resp
"""
    assert mistakes(text, Duty) == [
        '我的.yaml:2:5: 18:00 会被 YAML 读成数字，请加引号："18:00"',
        "我的.yaml:3:1: 没有“prioritty”这个名称，可用：priority",
        "我的.yaml:4:11: 没有“9”这个值，可用：1、2、3",
        "我的.yaml:6:29: 没有“每天”这个值，可用：每日、每周、每月",
        '我的.yaml:6:43: no 会被 YAML 读成是否，请加引号："no"',
        "我的.yaml:7:3: 没有“总裁”这个名称，可用：专员、主管、经理",
        "我的.yaml:8:10: 这里应是列表：每行以“- ”开头，或写成 [甲, 乙]",
    ]


def test_what_is_missing_is_told_where_it_should_stand():
    assert mistakes("- {id: a}", tuple[Section, ...]) == ["我的.yaml:1:3: 缺少“about”", "我的.yaml:1:3: 缺少“title”"]


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_file_is_told(text):
    assert mistakes(text, Documents) == ["我的.yaml:1:1: 文件是空的"]


@pytest.mark.parametrize(
    ("file", "good", "bad", "told"),
    [
        (
            "roles/驻场运营.yaml",
            "partners: [client-contact]",
            "partners: [client-contcat]",
            "没有这个协作对象：client-contcat，相近的有：client-contact",
        ),
        ("roles/电商运营.yaml", "platform: [抖音]", "platform: [抖因]", "没有这个平台：抖因，相近的有：抖音"),
        ("roles/电商运营.yaml", "category: [服饰]", "category: [服饰品]", "没有这个类目：服饰品，相近的有：服饰"),
        ("roles/产品运营.yaml", "business: [SaaS]", "business: [SAS]", "没有这个业务类型：SAS，相近的有：SaaS"),
        ("roles/电商运营.yaml", "instead_of: [ec-", "instead_of: [ex-", "没有这个职责编号：ex-"),
        ("roles/产品运营.yaml", "- section: feedback", "- section: fedback", "没有这个模块：fedback，相近的有：feedback"),
        ("documents.yaml", "length: [标准, 详尽]", "length: [标准, 祥尽]", "没有这个篇幅：祥尽，相近的有：详尽"),
        ("documents.yaml", "columns: [事项, 约定]", "columns: [事项]", "这一行有 2 格，表头有 1 列"),
        ("metrics.yaml", "- id: resp\n", "- id: resolve\n", "“resolve”写了两次，第一次在第 \\d+ 行，请只留一个"),
    ],
)
def test_references_to_nothing_are_told_with_their_place_and_the_nearest_name(tmp_path, file, good, bad, told):
    for path in SOURCES.rglob("*.yaml"):
        copy = tmp_path / path.relative_to(SOURCES)
        copy.parent.mkdir(exist_ok=True)
        copy.write_text(path.read_text("utf-8"), "utf-8")
    text = (tmp_path / file).read_text("utf-8")
    assert good in text
    (tmp_path / file).write_text(text.replace(good, bad, 1), "utf-8")
    with pytest.raises(BadFile) as caught:
        compile_folder(tmp_path)
    assert any(re.match(rf"{file}:\d+:\d+: {told}", line) for line in caught.value.lines), caught.value.lines


def test_the_catalogue_survives_being_compiled():
    catalogue = compile_folder(SOURCES)
    again = unpacked(packed(catalogue))
    assert again.roles == catalogue.roles
    assert isinstance(again.roles[0], Role)
