import shutil

import pytest

from dutywriter.catalogue.load import SOURCES, read_folder
from dutywriter.check.gate import problems
from dutywriter.errors import BadFile


def test_every_text_of_the_catalogue_meets_the_rules_in_every_expansion(catalogue):
    assert list(problems(catalogue)) == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("standard: 三栏不空", "standard: 每周 3 次", "数字“3”没有标 ※"),
        ("standard: 三栏不空", "standard: 连续两周下降", "数字“两周”没有标 ※"),
        ("do: 登记需求", "do: 登记需求，编写报告", "一条里写了 2 件事"),
        ("do: 登记需求", "do: 审批需求", "通常是经理以上的权限"),
        ("do: 登记需求", "do: <没有的词槽>登记", "没有“<没有的词槽>”这个词槽"),
        ("do: 登记需求", "do: 用Excel登记", "缺空格"),
        ("do: 登记需求", "do: 登记 <3 项※>需求", "职责本身不带建议值"),
        ("deliverable: 台账", "deliverable: 确保准确的台账", "“确保”是垫字"),
    ],
)
def test_a_text_that_breaks_a_rule_is_told(tmp_path, good, bad, told):
    section = (
        "sections:\n- id: x\n  title: 甲\n  about: 乙\n  duties:\n  - id: x-1\n    levels:\n      专员:\n"
        "        do: 登记需求\n        frequency: 每日\n        standard: 三栏不空\n        deliverable: 台账\n"
    )
    assert good in section
    for path in SOURCES.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text("utf-8"), "utf-8")
    shutil.copytree(SOURCES / "rules", tmp_path / "rules")
    (tmp_path / "outlines.yaml").write_text("outlines: []", "utf-8")
    (tmp_path / "sections.yaml").write_text(section, "utf-8")
    assert found(tmp_path) == []
    (tmp_path / "sections.yaml").write_text(section.replace(good, bad), "utf-8")
    assert any(line.startswith("sections.yaml:") and told in line for line in found(tmp_path)), found(tmp_path)


def found(folder):
    try:
        catalogue, places = read_folder(folder)
    except BadFile as error:
        return error.lines
    return [f"{places.place(problem.path)}: {problem.message}" for problem in problems(catalogue)]
