"""`dutywriter check` as a process of its own."""

import json
import os
import re
import stat
import sys
import zipfile
from pathlib import Path

import pytest
import yaml

RISKY = "# 电商客服招聘\n\n任职要求：\n\n1. 女士优先,本科；\n2. 35岁以下\n"
SELECT = ("--select", "DW501,DW502,DW402")


def told(result):
    assert "Traceback" not in result.stderr.decode()
    return result.stderr.decode().splitlines()


def codes(result):
    return [finding["code"] for finding in json.loads(result.stdout)["findings"]]


@pytest.fixture
def check(run):
    """Check for two rules of law and one of marks, and give the codes as data."""
    return lambda *arguments, **options: run("check", "--format", "json", *SELECT, *arguments, **options)


@pytest.fixture
def jd(tmp_path):
    path = tmp_path / "jd.md"
    path.write_text(RISKY, "utf-8")
    return path


@pytest.mark.usefixtures("jd")
def test_findings_are_told_with_where_what_and_how(run):
    result = run("check", "jd.md")
    lines = result.stdout.decode().splitlines()
    assert (result.returncode, told(result)) == (1, [])
    assert lines[0] == "jd.md：招聘（专员），按招聘规则检查"
    place = next(number for number, line in enumerate(lines) if line.startswith("第 5 行第 4 列 [错误]") and line.endswith("DW501"))
    assert lines[place + 1 : place + 3] == ["    1. 女士优先,本科；", "       ^^^^^^^^"]
    assert lines[-1] == "提示风险，不构成法律意见。"
    assert "\x1b" not in result.stdout.decode()


def test_stdin_is_checked_and_so_is_text_in_another_encoding(check, tmp_path):
    assert codes(check("-", stdin=RISKY.encode())) == ["DW501", "DW402", "DW502"]
    (tmp_path / "gbk.txt").write_bytes(RISKY.encode("gb18030"))
    (tmp_path / "utf16.txt").write_bytes(RISKY.encode("utf-16"))
    result = check("gbk.txt", "utf16.txt")
    assert codes(result) == ["DW501", "DW402", "DW502"] * 2
    assert {finding["line"] for finding in json.loads(result.stdout)["findings"]} == {5, 6}


def test_a_text_without_findings_ends_with_zero(run, tmp_path):
    (tmp_path / "ok.md").write_text("- 每周一核对店铺流量数据\n", "utf-8")
    result = run("check", "ok.md", "--select", "DW5")
    assert (result.returncode, result.stdout.decode()) == (0, "没有发现问题：ok.md\n")


@pytest.mark.usefixtures("jd")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ([], 1),
        (["--fail-on", "error"], 1),
        (["--fail-on", "never"], 0),
        (["--select", "DW502", "--fail-on", "error"], 0),
        (["--select", "DW502", "--fail-on", "warning"], 1),
        (["--select", "DW502", "--ignore", "age"], 0),
        (["--select", "DW502", "--min-confidence", "1"], 0),
    ],
)
def test_the_exit_code_says_whether_there_is_something_grave_enough(run, arguments, code):
    assert run("check", "jd.md", *(arguments if "--select" in arguments else [*SELECT, *arguments])).returncode == code


@pytest.mark.usefixtures("jd")
@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--select", "DW50"], ["DW501", "DW502"]),
        (["--select", "dw501", "--select", "402"], ["DW501", "DW402"]),
        (["--select", "sex，DW502"], ["DW501", "DW502"]),
        (["--select", "DW5", "--ignore", "DW502、DW503"], ["DW501"]),
    ],
)
def test_rules_are_chosen_by_code_name_and_category(run, arguments, found):
    assert codes(run("check", "jd.md", "--format", "json", *arguments)) == found


def test_the_profile_is_the_document_s_unless_it_is_given(run, jd):
    profile = lambda *more: json.loads(run("check", jd.name, "--format", "json", *more).stdout)["files"][0]["profile"]  # noqa: E731
    assert profile() == "recruit"
    assert profile("--profile", "内部") == "internal"
    assert profile("--profile", "onsite") == "onsite"
    jd.write_text("# 驻场服务附件\n\n## 服务范围\n\n甲方提出需求。\n", "utf-8")
    assert profile() == "onsite"
    jd.write_text("# 电商运营专员岗位职责说明书\n\n## 工作目标\n\n成交额 100 万元\n", "utf-8")
    assert profile() == "internal"


def test_what_cannot_be_read_is_one_line_each_and_the_others_are_checked(check, tmp_path, jd):
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.md").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "old.docx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04" + bytes(60))
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as file:
        file.writestr("x.txt", "x")
    (tmp_path / "loop.md").symlink_to("loop.md")
    for name in ("a.doc", "a.wps", "a.pdf", "a.html", "a.json"):
        (tmp_path / name).write_text("x", "utf-8")
    bad = {
        "folder": "--recursive",
        "binary.md": "",
        "old.docx": "",
        "broken.docx": "",
        "other.docx": "",
        "loop.md": "链接绕成了圈",
        "没有.md": "没有这个文件",
        "a.doc": "另存为 .docx",
        "a.wps": "另存为 .docx",
        "a.pdf": ".docx",
        "a.html": ".txt",
        "a.json": "dutywriter convert",
    }
    result = check(*bad, jd.name)
    lines = told(result)
    assert (result.returncode, codes(result)) == (2, ["DW501", "DW402", "DW502"])
    assert len(lines) == len(bad)
    for line, (name, says) in zip(lines, bad.items(), strict=True):
        assert line.startswith(f"{name}: ")
        assert says in line
        assert re.search(r"[一-鿿]{3}", line)
    assert [bool(file["error"]) for file in json.loads(result.stdout)["files"]] == [True] * len(bad) + [False]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_a_file_without_permission_is_told(check, jd):
    jd.chmod(0)
    assert told(check(jd.name)) == [f"{jd.name}: 打不开，请检查文件名和权限"]


def test_a_file_over_the_limit_is_told(check, tmp_path):
    with (tmp_path / "big.md").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    result = check("big.md")
    assert (result.returncode, told(result)) == (2, ["big.md: 超过 64 MB，请核对文件名，或拆成几个文件"])


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
@pytest.mark.parametrize("format_", ["text", "json", "github", "sarif"])
def test_a_name_that_is_no_text_is_shown_all_the_same(run, tmp_path, format_):
    name = b"\xff\x1b.md"
    (tmp_path / os.fsdecode(name)).write_text(RISKY, "utf-8")
    result = run("check", "--format", format_, *SELECT, "--recursive", ".")
    assert (result.returncode, told(result)) == (1, [])
    assert b"\xff" not in result.stdout
    assert b"\x1b" not in result.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
def test_a_change_is_shown_on_a_terminal_without_what_steers_it(tmp_path, environment):
    import pexpect

    (tmp_path / "jd.md").write_text(RISKY.replace("本科", "本\x1b[31m科"), "utf-8")
    said = pexpect.run(f"{sys.executable} -m dutywriter check --diff jd.md", cwd=tmp_path, env=environment).decode()
    assert "+1. 女士优先，本�[31m科" in said
    assert "\x1b" not in said


def test_an_empty_file_is_a_notice(run, tmp_path):
    (tmp_path / "empty.md").write_bytes(b"\xef\xbb\xbf \n")
    result = run("check", "empty.md", "--select", "DW5")
    assert (result.returncode, told(result)) == (0, ["empty.md: 文件是空的，没有可以检查的内容"])


def test_a_folder_is_walked_in_order_and_no_file_is_checked_twice(check, tmp_path):
    for name in ("b/2.md", "b/1.txt", "a.markdown", ".git/x.md", "node_modules/x.md", "c.py", "~$d.docx"):
        path = tmp_path / "all" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RISKY, "utf-8")
    (tmp_path / "all" / "again.md").symlink_to(tmp_path / "all" / "a.markdown")
    result = check("-r", "all/b/2.md", "all", "all/../all/a.markdown")
    names = [file["file"] for file in json.loads(result.stdout)["files"]]
    assert names == [os.path.join("all", name) for name in (os.path.join("b", "2.md"), "a.markdown", os.path.join("b", "1.txt"))]


def test_a_folder_without_texts_is_told(check, tmp_path):
    (tmp_path / "none").mkdir()
    assert told(check("--recursive", "none")) == ["none: 文件夹里没有可以检查的文件（.md .markdown .txt .docx）"]


@pytest.mark.usefixtures("jd")
@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check"], "还要写明文件"),
        (["check", "jd.md", "--format", "xml"], "没有“xml”这个格式，可用：text、json、github、sarif"),
        (["check", "jd.md", "--profile", "x"], "--profile：没有“x”这种用途，可用：recruit（招聘）"),
        (["check", "jd.md", "--select", "DW777"], "--select：没有“DW777”这条规则"),
        (["check", "jd.md", "--ignore", "vague-wrod"], "--ignore：没有“vague-wrod”这条规则，是不是 vague-word"),
        (["check", "jd.md", "--fail-on", "x"], "--fail-on：没有“x”这一级，可用：error、warning、info、never"),
        (["check", "jd.md", "--min-confidence", "2"], "--min-confidence：“2”不是把握的高低"),
        (["check", "jd.md", "--baseline", "x.json"], "x.json: 基线文件没有这个文件"),
        (["check", "jd.md", "--baseline", "jd.md"], "jd.md: 不是基线文件"),
        (["check", "jd.md", "--out", "./jd.md", "--force"], "是要检查的文件"),
        (["check", "jd.md", "--out", "other.md"], "文件已存在：other.md"),
        (["check", "jd.md", "--write-baseline", "other.md"], "other.md 已经有了，又不是基线文件"),
        (["check", "jd.md", "--out", ""], "是空的"),
        (["check", "jd.md", "--select", ""], "是空的"),
        (["check", "jd.md", "--fix", "--write-baseline", "x.json"], "请分开运行"),
        (["check", "jd.md", "--recursiv"], "是不是 --recursive"),
    ],
)
def test_misuse_is_one_line_and_two(run, tmp_path, arguments, says):
    (tmp_path / "other.md").write_text("旧", "utf-8")
    result = run(*arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (2, b"", 1)
    assert says in told(result)[0]
    assert (tmp_path / "other.md").read_text("utf-8") == "旧"
    assert (tmp_path / "jd.md").read_text("utf-8") == RISKY


@pytest.mark.usefixtures("jd")
@pytest.mark.parametrize("format_", ["text", "json", "github", "sarif"])
def test_the_report_goes_to_a_file(run, tmp_path, format_):
    shown = run("check", "jd.md", "--format", format_).stdout
    result = run("check", "jd.md", "--format", format_, "--out", "report")
    assert (result.returncode, result.stdout) == (1, b"")
    assert (tmp_path / "report").read_bytes() == shown
    assert run("check", "jd.md", "--format", format_, "--out", "report", "--force").returncode == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix")
@pytest.mark.usefixtures("jd")
@pytest.mark.parametrize(("more", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_there_is_colour_on_a_terminal_alone(tmp_path, environment, more, coloured):
    import pexpect

    said = pexpect.run(f"{sys.executable} -m dutywriter check jd.md", cwd=tmp_path, env=environment | more).decode()
    assert "第 5 行第 4 列" in said
    assert ("\x1b[31m[错误]\x1b[0m" in said) is coloured
    assert ("\x1b" in said) is coloured


# --fix


MENDED = RISKY.replace("女士优先,本科", "女士优先，本科")


@pytest.mark.parametrize(
    ("encoding", "ends"), [("utf-8", "\n"), ("utf-8-sig", "\r\n"), ("gb18030", "\n"), ("utf-16", "\r\n"), ("utf-8", "\r")]
)
def test_what_is_mended_keeps_encoding_mark_line_ends_and_permissions(check, jd, encoding, ends):
    jd.write_bytes(RISKY.replace("\n", ends).encode(encoding))
    jd.chmod(0o640)
    result = check("--fix", "jd.md")
    assert jd.read_bytes() == MENDED.replace("\n", ends).encode(encoding)
    assert stat.S_IMODE(jd.stat().st_mode) == 0o640
    assert (result.returncode, codes(result)) == (1, ["DW501", "DW502"])
    assert told(result) == ["改好了 1 处；还有 2 处要您自己改"]
    again = check("--fix", "jd.md")
    assert told(again) == ["没有可以自动改好的地方；还有 2 处要您自己改"]


def test_mending_is_shown_and_nothing_written(check, jd):
    result = check("--fix", "--diff", "jd.md")
    assert jd.read_text("utf-8") == RISKY
    lines = result.stdout.decode().splitlines()
    assert [line for line in lines if line.startswith(("-1", "+1"))] == ["-1. 女士优先,本科；", "+1. 女士优先，本科；"]
    assert (result.returncode, told(result)) == (1, ["可以改好 1 处（没有写文件）；还有 2 处要您自己改"])
    assert check("--diff", "jd.md", "--select", "DW402").returncode == 1
    jd.write_text(MENDED, "utf-8")
    clean = check("--diff", "jd.md", "--ignore", "DW5")
    assert (clean.returncode, clean.stdout) == (0, b"")


def test_stdin_is_mended_to_stdout(run):
    result = run("check", "--fix", *SELECT, "-", stdin=RISKY.encode("gb18030"))
    assert (result.returncode, result.stdout) == (1, MENDED.encode("gb18030"))
    assert "标准输入：招聘（专员），按招聘规则检查" in told(result)


def test_only_what_was_asked_for_is_mended(run, jd):
    run("check", "--fix", "--ignore", "DW402", "jd.md")
    assert jd.read_text("utf-8") == RISKY
    jd.write_text("<!-- dutywriter: off DW402 -->\n" + RISKY, "utf-8")
    run("check", "--fix", *SELECT, "jd.md")
    assert jd.read_text("utf-8").endswith(RISKY)


def test_a_link_is_kept_and_its_target_mended(check, jd, tmp_path):
    (tmp_path / "link.md").symlink_to("jd.md")
    check("--fix", "link.md")
    assert (tmp_path / "link.md").is_symlink()
    assert jd.read_text("utf-8") == MENDED


def test_a_word_file_is_checked_but_not_mended(run, check, tmp_path, jd):
    import docx

    document = docx.Document()
    document.add_paragraph("任职要求：")
    document.add_paragraph("女士优先,35岁以下")
    document.save(tmp_path / "jd.docx")
    assert "第 2 段第 1 字" in run("check", *SELECT, "jd.docx").stdout.decode()
    before = (tmp_path / "jd.docx").read_bytes()
    result = check("--fix", "jd.docx", "jd.md")
    assert (tmp_path / "jd.docx").read_bytes() == before
    assert jd.read_text("utf-8") == MENDED
    assert result.returncode == 2
    assert told(result)[0] == "jd.docx: 是 Word 文件，程序不改动它，请在 Word 里改"
    assert set(codes(result)) == {"DW501", "DW502", "DW402"}


# Settings


def test_the_settings_nearest_above_a_file_hold(check, tmp_path):
    for name, table in {
        ".dutywriter.toml": '[check]\nignore = ["DW502"]\n',
        "deep/pyproject.toml": '[tool.dutywriter.check]\nselect = ["DW402"]\n',
        "deep/other/pyproject.toml": '[project]\nname = "dutywriter-x"\n',
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(table, "utf-8")
    for name in ("jd.md", "deep/jd.md", "deep/other/jd.md"):
        (tmp_path / name).write_text(RISKY, "utf-8")
    by_file = lambda *more: check("jd.md", "deep/jd.md", "deep/other/jd.md", *more)  # noqa: E731
    found = {}
    for finding in json.loads(by_file("--select", "DW5,DW402").stdout)["findings"]:
        found.setdefault(finding["file"], []).append(finding["code"])
    assert found["jd.md"] == ["DW501", "DW402"]
    assert found["deep/jd.md"] == ["DW501", "DW402", "DW502"]
    assert "DW502" in codes(by_file("--no-config"))


@pytest.mark.parametrize(
    ("settings", "code", "found"),
    [
        ('select = ["DW402"]', 1, ["DW402"]),
        ('select = ["DW402"]\nfail-on = "error"', 0, ["DW402"]),
        ('select = ["DW402"]\nmin-confidence = 1', 0, []),
        ('select = ["DW5"]\n[check.per-file]\n"*.md" = ["DW502"]', 1, ["DW501"]),
        ('select = ["DW5"]\n[check.per-file]\n"alt/*.md" = ["DW502"]', 1, ["DW501", "DW502"]),
        ('select = ["DW302"]\nbuzzwords = ["女士"]', 1, ["DW302"]),
        ('select = ["DW302"]', 0, []),
    ],
)
def test_each_setting_does_what_it_says(run, jd, tmp_path, settings, code, found):
    (tmp_path / ".dutywriter.toml").write_text(f"[check]\n{settings}\n", "utf-8")
    result = run("check", "--format", "json", jd.name)
    assert (result.returncode, codes(result)) == (code, found)


@pytest.mark.usefixtures("jd")
def test_the_profile_of_the_settings_is_taken_and_the_command_line_s_before_it(run, tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.dutywriter.check]\nprofile = "内部"\n', "utf-8")
    assert json.loads(run("check", "--format", "json", "jd.md").stdout)["files"][0]["profile"] == "internal"
    assert json.loads(run("check", "--format", "json", "--profile", "驻场", "jd.md").stdout)["files"][0]["profile"] == "onsite"
    assert json.loads(run("check", "--format", "json", "-", stdin=b"x").stdout)["files"][0]["profile"] == "internal"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        (".dutywriter.toml", "[check]\nselct = []\n", ".dutywriter.toml:2:1: 没有“selct”这个名称，可用：profile"),
        (".dutywriter.toml", '[check]\nselect = ["DW777"]\n', ".dutywriter.toml:2:1: select：没有“DW777”这条规则"),
        (".dutywriter.toml", '[check]\n\n  profile = "x"\n', ".dutywriter.toml:3:3: profile：没有“x”这种用途"),
        (".dutywriter.toml", "[check]\nselect = 5\n", ".dutywriter.toml:2:1: select 应写成列表"),
        (".dutywriter.toml", "[check]\nfail-on = 5\n", ".dutywriter.toml:2:1: fail-on 应写成一个值"),
        (".dutywriter.toml", "check = 5\n", ".dutywriter.toml:1:1: check 应写成一节"),
        (".dutywriter.toml", "[check]\nper-file = 5\n", ".dutywriter.toml:2:1: per-file 应写成"),
        ("pyproject.toml", "[tool.dutywriter.check\n", "pyproject.toml:1:23: 不是正确的 TOML"),
        ("pyproject.toml", "[tool.dutywriter.check]\nx = 1\n", "pyproject.toml:2:1: 没有“x”这个名称"),
    ],
)
def test_settings_that_are_wrong_are_told_with_their_place(check, tmp_path, name, text, says):
    (tmp_path / "folder").mkdir()
    for path in ("folder/a.md", "folder/b.md", "c.md"):
        (tmp_path / path).write_text(RISKY, "utf-8")
    (tmp_path / "folder" / name).write_text(text, "utf-8")
    result = check("folder/a.md", "folder/b.md", "c.md")
    assert (result.returncode, codes(result)) == (2, ["DW501", "DW402", "DW502"])
    assert len(told(result)) == 1
    assert told(result)[0].startswith(os.path.join("folder", says))


def test_settings_of_one_s_own_hold_where_no_others_do(check, tmp_path, jd, environment):
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".dutywriter.toml").write_text('[check]\nprofile = "驻场"\n', "utf-8")
    own = environment | {"HOME": str(tmp_path / "home"), "USERPROFILE": str(tmp_path / "home")}
    profile = lambda: json.loads(check(jd.name, env=own).stdout)["files"][0]["profile"]  # noqa: E731
    assert profile() == "onsite"
    (tmp_path / ".dutywriter.toml").write_text('[check]\nprofile = "内部"\n', "utf-8")
    assert profile() == "internal"


def test_a_broken_project_file_that_says_nothing_of_us_is_none_of_our_business(check, tmp_path, jd):
    (tmp_path / "pyproject.toml").write_text("[tool.other\n", "utf-8")
    assert check(jd.name).returncode == 1


# What is known already


def test_a_baseline_hides_what_is_known_and_shows_what_is_new(check, jd, tmp_path):
    written = check("--write-baseline", "known.json", "jd.md")
    assert (written.returncode, written.stdout, len(told(written))) == (0, b"", 1)
    content = (tmp_path / "known.json").read_bytes()
    check("--write-baseline", "known.json", "jd.md")
    assert (tmp_path / "known.json").read_bytes() == content
    assert (check("--baseline", "known.json", "jd.md").returncode, codes(check("--baseline", "known.json", "jd.md"))) == (0, [])
    jd.write_text("前言\n\n" + RISKY + "3. 只招男性\n", "utf-8")
    result = check("--baseline", "known.json", "jd.md")
    assert [(one["code"], one["line"]) for one in json.loads(result.stdout)["findings"]] == [("DW501", 9)]


def test_a_baseline_of_the_settings_is_found_from_any_folder(check, jd, tmp_path):
    check("--write-baseline", ".dutywriter-baseline.json", "jd.md")
    (tmp_path / ".dutywriter.toml").write_text('[check]\nbaseline = ".dutywriter-baseline.json"\n', "utf-8")
    (tmp_path / "elsewhere").mkdir()
    assert codes(check(os.path.join("..", "jd.md"), cwd=tmp_path / "elsewhere")) == []
    (tmp_path / ".dutywriter-baseline.json").unlink()
    assert check("jd.md").returncode == 2
    assert jd.exists()


# What a document leaves out itself


def test_comments_leave_findings_out_and_unused_ones_are_told(run, jd):
    jd.write_text(RISKY.replace("2. 35", "<!-- dutywriter: ignore DW502 DW511 -- 法定工种 -->\n2. 35"), "utf-8")
    result = run("check", "--format", "json", "--select", "DW5,DW9", "jd.md")
    assert codes(result) == ["DW501", "DW901"]


# Start-up


HEAVY = {"rich", "yaml", "markdown_it", "docx", "lxml", "tomllib", "zipfile", "prompt_toolkit"}
PROBE = """
import sys
from dutywriter.cli.app import main
sys.argv = ["dutywriter", "check", "jd.md"]
main()
print(*sys.modules, file=sys.stderr)
"""


@pytest.mark.usefixtures("jd")
def test_a_plain_check_loads_nothing_that_it_does_not_need(run, tmp_path, environment):
    import subprocess

    run("check", "jd.md")
    result = subprocess.run([sys.executable, "-c", PROBE], cwd=tmp_path, env=environment, capture_output=True, check=False)
    loaded = set(result.stderr.decode().splitlines()[-1].split())
    # typer itself loads difflib; an editable install hashes its sources
    assert {name.split(".")[0] for name in loaded} & HEAVY == set()
    reports = {name for name in loaded if name.startswith("dutywriter.check.reports.")}
    assert reports == {f"dutywriter.check.reports.{name}" for name in ("notice", "outcome", "text")}
    rooms = ("dutywriter.compose", "dutywriter.wizard", "dutywriter.brief", "dutywriter.cli.new", "dutywriter.cli.delivery")
    idle = ("dutywriter.check.fix", "dutywriter.check.suppression", "dutywriter.cli.findings.mending", "dutywriter.reading.word")
    assert [name for name in loaded if name.startswith((*rooms, *idle))] == []


# What the pages say


ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("jd")
def test_the_settings_of_the_readme_are_settings(run, tmp_path):
    text = re.search(r"```text\n(\[check\].*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)[1]
    (tmp_path / ".dutywriter.toml").write_text(text, "utf-8")
    result = run("check", "jd.md")
    assert (result.returncode, told(result)) == (1, [])


@pytest.mark.usefixtures("jd")
def test_the_hooks_call_what_there_is(run):
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {hook["id"] for hook in hooks} == {"dutywriter-check", "dutywriter-fix"}
    for hook in hooks:
        assert re.search(hook["files"], "岗位/jd.md") if "files" in hook else "markdown" in hook["types_or"]
        result = run(*hook["entry"].split()[1:], "jd.md", "--fail-on", "never")
        assert (result.returncode, hook["entry"].split()[0]) == (0, "dutywriter")


@pytest.mark.parametrize("page", ["README.md", "docs/check-in-ci.md"])
def test_every_option_that_the_pages_name_is_one(run, page):
    known = set(re.findall(r"--[a-z-]+", run("check", "--help").stdout.decode()))
    lines = [line for line in (ROOT / page).read_text("utf-8").splitlines() if "dutywriter check" in line]
    assert lines
    said = {
        option
        for line in lines
        for command in line.split("dutywriter check")[1:]
        for option in re.findall(r"--[a-z-]+", command.split("`")[0])
    }
    assert said - known == set()
