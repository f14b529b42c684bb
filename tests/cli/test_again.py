"""The command that gives the same draft again."""

import shlex

import pytest

from dutywriter.cli.again import again, free_name
from dutywriter.cli.command import LONGEST
from dutywriter.cli.delivery import Delivery
from dutywriter.cli.output import Target
from dutywriter.cli.told import Told

MUCH = {
    "role": "电商",
    "level": "主管",
    "platform": ["抖音", "天猫"],
    "company": "某某科技有限公司",
    "client": "某某品牌",
    "metrics": ["退款率（金额）=14%->11%@2027-06-30"],
    "must": ["会用表格核对订单与退款", "能接受大促期间轮班"],
    "set": ["甲方验收人=王工"],
    "own": ["沟通协调=每周五与品牌方开例会"],
}
SAID = "下次可直接运行："


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def into(path=None, **told):
    return Told("/", out=path, **told).delivery()


def test_a_short_command_is_one_line_that_names_the_file(here, brief_of):
    assert list(again(brief_of(role="驻场", level="主管"), into("jd.md"), [])) == [
        "下次可直接运行：dutywriter new --role 驻场运营 --level 主管 --out jd.md"
    ]
    assert list(here.iterdir()) == []


def test_without_a_file_it_names_none_and_writes_none_however_long(here, brief_of):
    (line,) = again(brief_of(**MUCH), into(), [])
    assert "--out" not in line
    assert "--own 沟通协调=每周五与品牌方开例会" in line
    assert list(here.iterdir()) == []


def test_a_long_command_takes_its_answers_from_a_file_beside_the_draft(here, brief_of):
    (here / "out").mkdir()
    lines = list(again(brief_of(**MUCH), into("out/jd.md"), ["--catalogue", "公司.yaml"]))
    assert lines == [
        "答案已存成 out/jd.answers.yaml",
        "下次可直接运行：dutywriter new --catalogue 公司.yaml --answers out/jd.answers.yaml --out out/jd.md",
    ]
    assert "用人单位: 某某科技有限公司" in (here / "out/jd.answers.yaml").read_text("utf-8")


def test_a_file_that_is_there_is_never_written_over(here, brief_of):
    for name in ("jd.answers.yaml", "jd.answers-2.yaml"):
        (here / name).write_text("mine")
    first, _ = again(brief_of(**MUCH), into("jd.md"), [])
    assert first == "答案已存成 jd.answers-3.yaml"
    assert (here / "jd.answers.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("path", "format_", "option"),
    [("jd.md", "md", ""), ("jd", "txt", " --format txt"), ("jd.data", "json", " --format json"), ("JD.TXT", None, "")],
)
def test_the_format_is_named_where_the_file_does_not_say_it(brief_of, path, format_, option):
    (line,) = again(brief_of(role="驻场"), into(path, format=format_), [])
    assert line == f"{SAID}dutywriter new --role 驻场运营 --out {path}{option}"


@pytest.mark.parametrize("flags", [{"role": "天猫运营", "level": "经理"}, {"role": "数据", "company": "甲 公司's"}, MUCH])
@pytest.mark.parametrize("path", ["jd.md", "我 的 jd.txt"])
def test_the_command_gives_the_same_draft(here, run, brief_of, draft_of, flags, path):
    delivery = Delivery(into(path).format, Target(path), None)
    delivery.hand_over(brief_of(**flags), draft_of(**flags))
    before = (here / path).read_bytes()
    *_, line = again(brief_of(**flags), delivery, [])
    command = shlex.split(line.removeprefix(SAID))
    assert run(*command[1:]).returncode == 0
    written = here / command[command.index("--out") + 1]
    assert written != here / path
    assert written.read_bytes() == before == (here / path).read_bytes()


@pytest.mark.parametrize(
    ("there", "named"),
    [(["jd.md"], "jd-2.md"), (["jd.md", "jd-2.md"], "jd-3.md"), (["jd.docx"], "jd.md"), (["jd-2.md"], "jd.md")],
)
def test_the_command_names_a_file_that_is_not_there(here, brief_of, there, named):
    for name in there:
        (here / name).touch()
    (line,) = again(brief_of(role="驻场"), into("jd.md"), [])
    assert line == f"{SAID}dutywriter new --role 驻场运营 --out {named}"


def test_the_longest_command_fits_a_few_lines(brief_of):
    (line,) = again(brief_of(role="驻场", company="公" * 60, client="客" * 60), into("jd.md"), [])
    assert len(line) <= LONGEST + len(f"{SAID} --out jd.md")


def test_a_free_name_is_the_title_or_that_with_a_number(here):
    assert free_name("电商运营专员岗位职责说明书", ".md") == "电商运营专员岗位职责说明书.md"
    (here / "甲.md").touch()
    (here / "甲-2.md").mkdir()
    assert free_name("甲", ".md") == "甲-3.md"
    assert free_name("甲", ".docx") == "甲.docx"


def test_a_free_name_can_be_the_name_of_a_file(here):
    assert free_name('甲/乙\\丙:"丁"*?<>|', ".md") == "甲乙丙丁.md"
    assert free_name("长" * 300, ".docx") == "长" * 60 + ".docx"
    (here / free_name("长" * 300, ".docx")).touch()
