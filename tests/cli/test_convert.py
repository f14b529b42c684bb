"""`dutywriter convert` as a process of its own."""

import json

import pytest


def told(result):
    lines = result.stderr.decode().splitlines()
    assert "Traceback" not in result.stderr.decode()
    return lines


@pytest.fixture
def jd(run, tmp_path):
    run("new", "--role", "驻场", "--company", "甲|乙", "--out", "jd.md")
    return tmp_path / "jd.md"


@pytest.mark.parametrize("suffix", ["md", "txt", "json", "html"])
@pytest.mark.usefixtures("jd")
def test_a_draft_in_another_format_is_what_new_would_have_written(run, tmp_path, suffix):
    result = run("convert", "jd.md", "--out", f"out.{suffix}")
    assert (result.returncode, result.stdout, len(told(result))) == (0, b"", 1)
    assert told(result)[0].startswith(f"已写入 out.{suffix}：驻场运营专员岗位职责说明书，")
    run("new", "--role", "驻场", "--company", "甲|乙", "--out", f"new.{suffix}")
    assert (tmp_path / f"out.{suffix}").read_bytes() == (tmp_path / f"new.{suffix}").read_bytes()


def test_stdin_and_stdout_take_markdown_and_json(run, jd):
    content = run("convert", "-", "--to", "json", stdin=jd.read_bytes())
    assert json.loads(content.stdout)["schema"] == "dutywriter/draft/1"
    assert run("convert", "-", stdin=content.stdout).stdout == jd.read_bytes()
    assert "--set" not in told(content)[0]


def test_an_edited_page_is_converted_as_edited(run, jd):
    jd.write_text(jd.read_text("utf-8").replace("【待填：工作地点】", "成都"), "utf-8")
    before = len(json.loads(run("new", "--role", "驻场", "--company", "甲|乙", "--format", "json").stdout)["placeholders"])
    content = json.loads(run("convert", "jd.md", "--to", "json").stdout)
    assert len(content["placeholders"]) == before - 1
    assert "工作地点：成都\n" in run("convert", "jd.md", "--to", "txt").stdout.decode()


def test_without_metadata_there_is_no_comment(run, jd):
    bare = run("convert", "jd.md", "--no-metadata", "--to", "md").stdout
    assert bare == run("new", "--role", "驻场", "--company", "甲|乙", "--no-metadata").stdout
    assert b"<!--" not in bare
    assert b"<!-- dutywriter" in jd.read_bytes()


@pytest.mark.usefixtures("jd")
def test_a_file_that_exists_is_left_alone_unless_forced(run, tmp_path):
    (tmp_path / "x.txt").write_text("旧", "utf-8")
    assert run("convert", "jd.md", "--out", "x.txt").returncode == 1
    assert (tmp_path / "x.txt").read_text("utf-8") == "旧"
    assert run("convert", "jd.md", "--out", "x.txt", "--force").returncode == 0
    assert run("convert", "jd.md", "--out", "jd.md").returncode == 1


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["convert"], 2, "还要写明文件"),
        (["convert", "没有.md"], 2, "找不到文件：没有.md"),
        (["convert", "."], 2, "是文件夹"),
        (["convert", "jd.docx"], 2, "还不能读 .docx 文件"),
        (["convert", "gbk.md"], 2, "不是 UTF-8 编码"),
        (["convert", "empty.md"], 1, "empty.md: 文件是空的"),
        (["convert", "bad.json"], 1, "bad.json:1: 不是正确的 JSON"),
        (["convert", "other.json"], 1, "other.json: 不是岗位职责草稿的 JSON"),
        (["convert", "jd.md", "--to", "odt"], 2, "没有“odt”这个格式"),
        (["convert", "jd.md", "--out", "jd.odt"], 2, "不认识后缀 .odt，"),
        (["convert", "jd.md", "--to", "txt", "--out", "jd.html"], 2, "--to txt 与 --out 的后缀 .html 不一致"),
        (["convert", "jd.md", "--to", "txt", "--font", "x.ttf"], 2, "--font 只用于 .pdf"),
        (["convert", "jd.md", "--out", ""], 2, "--out 是空的"),
        (["convert", "jd.md", "x.md"], 2, "多出了“x.md”"),
        (["convert", "jd.md", "--too", "txt"], 2, "是不是 --to"),
    ],
)
@pytest.mark.usefixtures("jd")
def test_what_goes_wrong_is_one_line(run, tmp_path, arguments, code, says):
    (tmp_path / "gbk.md").write_bytes("# 岗位".encode("gbk"))
    (tmp_path / "empty.md").write_bytes(b"\xef\xbb\xbf \n")
    (tmp_path / "bad.json").write_bytes(b"{")
    (tmp_path / "other.json").write_bytes(b"[1]")
    result = run(*arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (code, b"", 1)
    assert says in told(result)[0]


def test_a_company_file_is_named_without_its_folders(run, tmp_path):
    (tmp_path / "机密客户").mkdir()
    file = tmp_path / "机密客户" / "库.yaml"
    file.write_text(
        "schema: dutywriter/catalogue/1\nroles:\n- name: 电商运营\n  sections:\n  - section: merchandise\n    duties:\n"
        "    - id: ec-listing\n      levels:\n        专员: {timing: 开售前 1 个工作日}\n",
        "utf-8",
    )
    text = run("new", "--role", "电商", "--catalogue", str(file)).stdout.decode()
    assert "|库.yaml" in text
    assert "机密客户" not in text
