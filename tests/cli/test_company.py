"""A company's own catalogue files, through the program as a process of its own."""

import json
import os
import re

import jsonschema
import pytest
import yaml

from dutywriter.catalogue.load import SOURCES
from dutywriter.catalogue.schema import ABOUT, schema

OURS = """
roles:
- name: 电商运营
  sections:
  - section: merchandise
    duties:
    - id: our-1
      priority: 1
      levels:
        专员: {do: 试用新品样品, frequency: 按项目, standard: 三项都写了结论, deliverable: 试用单}
"""


def write(folder, text, name="我的.yaml"):
    (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return name


def told(result, code):
    assert result.returncode == code, result
    assert b"Traceback" not in result.stderr
    return result.stderr.decode().splitlines()


def test_a_company_s_duty_stands_in_the_draft_and_names_its_file(run, tmp_path):
    write(tmp_path, OURS)
    draft = json.loads(run("new", "--role", "电商", "--catalogue", "我的.yaml", "--format", "json").stdout)
    duties = [duty for p in draft["parts"] for block in p["blocks"] for duty in block.get("duties", ())]
    assert {duty["origin"]["layer"] for duty in duties if duty["text"] == "试用新品样品"} == {"我的.yaml"}
    assert {duty["origin"]["layer"] for duty in duties if duty["text"] != "试用新品样品"} == {"bundled"}


def test_settings_of_project_and_person_are_found_and_the_flag_lies_on_top(run, tmp_path, environment):
    home, project, inside = tmp_path / "home", tmp_path / "project", tmp_path / "project" / "a" / "b"
    home.mkdir()
    inside.mkdir(parents=True)
    for folder, standard in ((home, "个人的标准"), (project, "项目的标准"), (inside, "这次的标准")):
        write(folder, OURS.replace("三项都写了结论", standard))
        write(folder, 'catalogue = ["我的.yaml"]', ".dutywriter.toml") if folder != inside else None
    options = {"cwd": inside, "env": environment | {"HOME": str(home), "USERPROFILE": str(home)}}

    def shown(*arguments):
        return run("catalogue", "show", "商品与页面", *arguments, **options).stdout.decode()

    assert "项目的标准" in shown()
    assert "这次的标准" in shown("--catalogue", "我的.yaml")
    os.remove(project / ".dutywriter.toml")
    assert "个人的标准" in shown()


def test_looking_shows_what_the_company_added(run, tmp_path):
    write(tmp_path, OURS + 'metrics:\n- {id: our-rate, name: 样品率, formula: a÷b, unit: "%", direction: up, source: 台账}\n')
    option = ("--catalogue", "我的.yaml")
    assert "出处 我的.yaml" in run("catalogue", "show", "merchandise", *option).stdout.decode()
    assert run("catalogue", "show", "样品率", *option).stdout.decode().splitlines()[-1] == "出处：我的.yaml"
    assert json.loads(run("catalogue", "show", "样品率", "--format", "json", *option).stdout)["layer"] == "我的.yaml"
    assert "样品率" in run("catalogue", "list", "metrics", *option).stdout.decode()
    assert any(hit["id"] == "our-1" for hit in json.loads(run("catalogue", "search", "样品", "--format", "json", *option).stdout))
    section = json.loads(run("catalogue", "show", "merchandise", "--format", "json", *option).stdout)
    assert [d["layer"] for role in section["roles"] for d in role["duties"] if d["id"] == "our-1"] == ["我的.yaml"]


def test_check_tells_shape_names_and_wording_at_once(run, tmp_path):
    text = (
        OURS.replace("do: 试用新品样品", "do: 负责样品")
        .replace("三项都写了结论", "及时完成")
        .replace("priority: 1", "metrics: [cvrr]")
    )
    write(tmp_path, text + "rolez: []\n")
    result = run("catalogue", "check", "我的.yaml")
    lines = result.stdout.decode().splitlines()
    assert result.returncode == 1
    assert [re.match(r"我的\.yaml:(\d+):(\d+): ", line).groups() for line in lines] == [
        ("8", "17"), ("10", "18"), ("10", "50"), ("11", "1"),
    ]  # fmt: skip
    assert told(result, 1) == ["4 处要改"]
    found = json.loads(run("catalogue", "check", "我的.yaml", "--format", "json").stdout)
    assert [(f["line"], f["column"]) for f in found] == [(8, 17), (10, 18), (10, 50), (11, 1)]
    assert found[1]["text"] == "负责样品"


def test_a_company_s_numbers_are_facts(run, tmp_path):
    write(tmp_path, OURS.replace("三项都写了结论", "3 天内写完结论"))
    assert told(run("catalogue", "check", "我的.yaml"), 0) == ["没有问题：我的.yaml"]


def test_files_are_checked_one_over_the_other(run, tmp_path):
    write(tmp_path, 'metrics:\n- {id: our-rate, name: 样品率, formula: a÷b, unit: "%", direction: up, source: 台账}\n', "甲.yaml")
    write(tmp_path, OURS.replace("priority: 1", "metrics: [our-rate]"), "乙.yaml")
    assert told(run("catalogue", "check", "乙.yaml"), 1) == ["1 处要改"]
    assert told(run("catalogue", "check", "甲.yaml", "乙.yaml"), 0) == ["没有问题：甲.yaml、乙.yaml"]


@pytest.mark.parametrize(
    ("content", "code", "says"),
    [
        (b"sections:\n\t- id: a\n", 1, "我的.yaml:2:1: 缩进用了制表符，请改成空格"),
        (b"a: &a x\nb:\n" + b"- *a\n" * 100_000, 1, "我的.yaml:1:4: 不支持锚点"),
        (b"sections: !!python/object/apply:os.system ['touch owned']\n", 1, "我的.yaml:1:11: 不支持标签"),
        (b"a: " + b"[" * 100_000, 1, "嵌套超过 32 层"),
        ("sections:\n- id: 甲\n".encode("gbk"), 2, "我的.yaml:2: 不是 UTF-8 编码"),
        (b"\x80\x00\x12", 2, "我的.yaml:1: 不是 UTF-8 编码"),
        (b"", 1, "我的.yaml:1:1: 文件是空的"),
        (b"- a\n", 1, "我的.yaml:1:1: 这里应写成“名称: 内容”"),
        (b"sections:\n" + b"- {id: a, title: b}\n" * 500_000, 2, "我的.yaml 超过 2 MB"),
    ],
)
def test_content_that_is_no_catalogue_is_refused(run, tmp_path, content, code, says):
    write(tmp_path, content)
    result = run("new", "--role", "电商", "--catalogue", "我的.yaml", "--out", "jd.md")
    assert says in told(result, code)[0]
    assert result.stdout == b""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["我的.yaml"]
    assert run("catalogue", "check", "我的.yaml").returncode == code


def test_a_folder_or_nothing_is_refused(run, tmp_path):
    (tmp_path / "文件夹").mkdir()
    assert told(run("catalogue", "check", "文件夹"), 2) == ["文件夹 是文件夹，请写出文件名"]
    assert told(run("catalogue", "check", "没有.yaml"), 2) == ["找不到文件：没有.yaml"]


@pytest.mark.parametrize(
    ("settings", "code", "says"),
    [
        ("catalogue = [", 1, ".dutywriter.toml:1:1: 不是正确的 TOML"),
        ('catalog = ["a"]', 1, ".dutywriter.toml: 没有“catalog”这个名称，可用：catalogue"),
        ('catalogue = "a.yaml"', 1, ".dutywriter.toml: catalogue 应写成文件名的列表"),
        ('catalogue = ["a.yaml"]', 2, "找不到文件：a.yaml"),
    ],
)
def test_settings_that_are_wrong_are_told(run, tmp_path, settings, code, says):
    write(tmp_path, settings, ".dutywriter.toml")
    assert told(run("new", "--role", "电商"), code)[0].startswith(says)


def test_init_makes_a_file_that_is_right_and_examples_that_are_right(run, tmp_path):
    assert told(run("catalogue", "init", "公司.yaml"), 0)[0].startswith("已写入 公司.yaml 和 公司.schema.json")
    assert told(run("catalogue", "check", "公司.yaml"), 0) == ["没有问题：公司.yaml"]
    first, *rest = (tmp_path / "公司.yaml").read_text("utf-8").splitlines()
    assert first == "# yaml-language-server: $schema=公司.schema.json"
    examples = "\n".join(line.removeprefix("# ") for line in rest)
    write(tmp_path, examples, "例子.yaml")
    assert told(run("catalogue", "check", "例子.yaml"), 0) == ["没有问题：例子.yaml"]
    content = yaml.safe_load(examples)
    assert set(content) == {"schema", "roles", "sections", "metrics", "platforms", "categories"}
    jsonschema.validate(content, json.loads((tmp_path / "公司.schema.json").read_text("utf-8")))
    assert "已存在" in told(run("catalogue", "init", "公司.yaml"), 1)[0]


def test_the_committed_schema_is_that_of_the_catalogue(run):
    committed = SOURCES.parent / "docs" / "catalogue-1.schema.json"
    assert run("catalogue", "schema").stdout == committed.read_bytes(), "dutywriter catalogue schema > docs/catalogue-1.schema.json"


def test_the_schema_takes_our_own_data_and_refuses_what_the_reader_refuses(catalogue):
    made = schema(catalogue)
    validator = jsonschema.Draft202012Validator(made)
    for name in ("sections.yaml", "metrics.yaml", "terms.yaml", "documents.yaml", "verbs.yaml", "laws.yaml"):
        validator.validate(yaml.safe_load((SOURCES / name).read_text("utf-8")))
    for path in SOURCES.glob("rules/*.yaml"):
        validator.validate(yaml.safe_load(path.read_text("utf-8")))
    for path in SOURCES.glob("roles/*.yaml"):
        validator.validate({"roles": [yaml.safe_load(path.read_text("utf-8"))]})
    for wrong in ({"sectoins": []}, {"sections": [{"title": "甲"}]}, {"metrics": [{"id": "a", "direction": "upp"}]}):
        assert not validator.is_valid(wrong)


def test_every_field_of_the_schema_says_in_chinese_what_it_is(catalogue):
    made = schema(catalogue)["$defs"]
    for name in ABOUT:
        fields = {field for field in made[name]["properties"] if field != "hide"}
        assert fields == ABOUT[name].keys(), name


@pytest.mark.parametrize(
    ("facts", "says"),
    [("{colour: 红}", "的 sets 没有“colour”这一项"), ("{level: 总裁长}", "的 level 有误")],
)
def test_an_alias_with_a_fact_that_is_none_is_told(run, tmp_path, facts, says):
    write(tmp_path, f"roles:\n- name: 电商运营\n  sets:\n    我们的运营: {facts}\n")
    assert says in told(run("new", "--role", "我们的运营", "--catalogue", "我的.yaml"), 1)[0]
