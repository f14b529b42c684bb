"""`dutywriter new "一句话"`, --notes and --dry-run: a request in the user's own words."""

import contextlib
import io
import json
import sys
from datetime import date

import pytest
import typer
from hypothesis import example, given
from hypothesis import strategies as st

from dutywriter.brief.answers import from_file, layered
from dutywriter.brief.request import requested
from dutywriter.cli import boundary
from dutywriter.cli.app import app
from dutywriter.cli.dry_run import as_file, as_json
from dutywriter.text.width import columns

SENTENCE = "小红书账号招新媒体运营，氛围好"
TODAY = date(2026, 11, 22)


def told(result):
    lines = result.stderr.decode().splitlines()
    assert "Traceback" not in result.stderr.decode()
    return lines


def in_process(*arguments, stdin=b""):
    """Exit code and stdout of the program, run in this process."""
    out = io.TextIOWrapper(io.BytesIO(), "utf-8")
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
            code = boundary.run(typer.main.get_command(app), arguments)
    finally:
        sys.stdin = before
    return code, out.buffer.getvalue()


def test_a_sentence_gives_the_draft_that_the_options_give(run):
    result = run("new", SENTENCE)
    assert result.returncode == 0
    assert result.stdout == run("new", "--role", "新媒体", "--platform", "小红书").stdout
    assert told(result)[:2] == ["看懂：岗位 新媒体运营；经营平台 小红书", "没有用上：“氛围好”"]


def test_arguments_without_quotes_are_one_sentence(run):
    assert run("new", "小红书", "新媒体运营").stdout == run("new", "小红书 新媒体运营").stdout
    assert "经营平台 小红书" in told(run("new", "小红书", "新媒体运营"))[0]


@pytest.mark.parametrize("role", ["驻场", "zhuchang", "天猫运营", "SAAS运营"])
def test_a_role_alone_is_the_role(role):
    assert in_process("new", role) == in_process("new", "--role", role)


def test_a_pasted_list_follows_two_dashes():
    assert in_process("new", "--", "- 岗位：新媒体运营\n- 小红书") == in_process("new", "新媒体运营，小红书")


def test_a_role_by_an_alias_in_a_sentence_names_the_post(run):
    draft = run("new", "招一个天猫运营", "--level", "主管")
    assert draft.stdout.startswith("# 天猫运营主管岗位职责说明书\n".encode())
    assert run("new", "招一个天猫运营", "--role", "驻场").stdout.startswith("# 驻场运营专员".encode())


def test_what_is_said_is_readable_on_eighty_columns_and_shows_the_words_that_say_it(run):
    clauses = [f"第{number}条要求是氛围好又能吃苦" for number in "甲乙丙丁戊己庚辛"]
    lines = told(run("new", "招店铺运营，做抖音，" + "，".join(clauses)))
    assert max(map(columns, lines)) <= 80
    assert lines[0].startswith("看懂：岗位 电商运营（“店铺运营”）")
    unused = "".join(line.strip() for line in lines[1:-1]).removeprefix("没有用上：")
    assert unused == "、".join(f"“{clause}”" for clause in clauses)


def test_politeness_headings_and_numbers_of_a_list_are_not_told(run):
    result = run("new", "你好，麻烦帮我写一份岗位职责！\n岗位：\n1. 新媒体运营\n2、小红书\n- 氛围好\n谢谢")
    assert told(result)[1] == "没有用上：“氛围好”"


def test_a_file_holds_the_request_with_or_without_a_bom_or_is_stdin(run, tmp_path):
    expected = run("new", SENTENCE).stdout
    for content in (SENTENCE.encode(), b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE.replace("，", "\r\n").encode()):
        (tmp_path / "brief.txt").write_bytes(content)
        assert run("new", "--notes", "brief.txt").stdout == expected
        assert run("new", "--notes", "-", stdin=content).stdout == expected


def test_the_argument_stands_before_the_file(run, tmp_path):
    (tmp_path / "brief.txt").write_text("氛围好\n小红书", "utf-8")
    result = run("new", "工资面谈，招新媒体运营", "--notes", "brief.txt")
    assert told(result)[:2] == ["看懂：岗位 新媒体运营；经营平台 小红书", "没有用上：“工资面谈”、“氛围好”"]


def test_a_request_has_at_most_five_thousand_characters(run, tmp_path):
    (tmp_path / "brief.txt").write_text("招新媒体运营，" + "好" * 4993, "utf-8")
    assert run("new", "--notes", "brief.txt").returncode == 0
    result = run("new", "双休", "--notes", "brief.txt")
    assert (result.returncode, told(result)) == (2, ["要写的内容有 5003 字，最多 5000 字，请只留与这个岗位有关的"])


@pytest.mark.parametrize(
    ("arguments", "content", "code", "says"),
    [
        ([""], b"", 2, "要写的内容是空的"),
        (["  ", "\n"], b"", 2, "要写的内容是空的"),
        (["招驻场\x1b[31m"], b"", 2, "第 4 个字是不能显示的控制字符（U+001B）"),
        ([b"\xb2\xb5"], b"", 2, "不能显示的控制字符"),
        (["- 岗位：驻场\n- 双休"], b"", 2, "请存成文件用 --notes 读取"),
        (["--notes", ""], b"", 2, "--notes 后面是空的"),
        (["--notes", "没有.txt"], b"", 2, "找不到文件：没有.txt"),
        (["--notes", "."], b"", 2, "是文件夹"),
        (["--notes", "brief.txt"], "招驻场".encode("gbk"), 2, "brief.txt:1: 不是 UTF-8 编码"),
        (["--notes", "brief.txt"], b"\x7fELF\x02\x00\xff\xfe", 2, "brief.txt:1: 不是 UTF-8 编码"),
        (["--notes", "brief.txt"], b"a\nb\x00", 1, "brief.txt:2:2: 含有不能显示的控制字符（U+0000）"),
        (["--notes", "brief.txt"], b"", 1, "brief.txt: 文件是空的"),
        (["--notes", "brief.txt"], b"\xef\xbb\xbf \r\n\t\n", 1, "brief.txt: 文件是空的"),
        (["--notes", "-"], b"", 1, "标准输入: 文件是空的"),
        (["--notes", "-", "--answers", "-"], b"", 2, "--answers 与 --notes 不能都读标准输入"),
        (["--notes", "-", "--template", "-"], b"", 2, "--template 与 --notes 不能都读标准输入"),
    ],
)
def test_what_holds_no_request_is_one_line(run, tmp_path, arguments, content, code, says):
    (tmp_path / "brief.txt").write_bytes(content)
    result = run("new", *arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (code, b"", 1)
    assert says in told(result)[0]


def test_flags_stand_above_the_answers_file_and_that_above_the_sentence(run, tmp_path):
    (tmp_path / "a.yaml").write_text("岗位: 电商\n经营平台: 京东\n", "utf-8")
    alone = json.loads(run("new", SENTENCE, "--dry-run", "--format", "json").stdout)["answers"]
    assert (alone["role"]["value"], alone["platform"]["value"]) == ("新媒体运营", ["小红书"])
    with_file = json.loads(run("new", SENTENCE, "--answers", "a.yaml", "--dry-run", "--format", "json").stdout)["answers"]
    assert (with_file["role"]["value"], with_file["platform"]["value"]) == ("电商运营", ["京东"])
    result = run("new", SENTENCE, "--answers", "a.yaml", "--platform", "抖音")
    assert result.stdout == run("new", "--role", "电商", "--platform", "抖音").stdout
    assert told(result)[0] == "没有用上：“氛围好”"


def test_answers_of_a_sentence_are_saved(run, tmp_path):
    first = run("new", SENTENCE, "--save-answers", "a.yaml")
    assert run("new", "--answers", "a.yaml").stdout == first.stdout
    assert "岗位: 新媒体运营\n" in (tmp_path / "a.yaml").read_text("utf-8")


@pytest.mark.parametrize("ask", [[], ["--no-ask"]])
@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("抖音账号，氛围好", "看懂了经营平台，还不知道写哪个岗位：请用 --role 指明"),
        ("电伤", "没有看懂“电伤”写哪个岗位，是不是 电商运营"),
        ("氛围很好，大家都很年轻", "没有看懂“氛围很好，大家都很年轻”写哪个岗位：请用 --role 指明"),
    ],
)
def test_without_a_role_and_a_terminal_one_line_names_what_is_missing(run, sentence, says, ask):
    result = run("new", sentence, *ask)
    assert (result.returncode, result.stdout, len(told(result))) == (2, b"", 1)
    assert told(result)[0].startswith(says)


def test_the_rest_of_an_option_without_quotes_is_told(run):
    result = run("new", "--role", "驻场", "--metric", "客户满意度", "88%", "93%")
    assert (result.returncode, result.stdout, len(told(result))) == (2, b"", 1)
    assert told(result)[0].startswith("多出了“88% 93%”，没有看懂：选项里含空格的内容请加引号")


def test_on_a_terminal_only_what_the_sentence_leaves_open_is_asked(tmp_path, environment):
    pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")
    from tests.terminal.screen import Screen

    screen = Screen("dutywriter new 做小红书，氛围好", tmp_path, environment)
    try:
        screen.wait_for("这样理解对吗？（不对的按空格去掉；没有用上：“氛围好”）")
        screen.wait_for("[x]经营平台：小红书“小红书”")
        screen.press("Enter")
        screen.wait_for("写哪个岗位？")
        screen.press("Ctrl-C")
        assert screen.finish() == boundary.INTERRUPTED
    finally:
        screen.child.close(force=True)


def test_a_dry_run_lists_the_answers_with_their_words_and_what_is_not_used(run):
    result = run("new", "招店铺运营，做抖音，氛围好", "--dry-run", "--team-size", "3")
    assert (result.returncode, told(result)) == (0, [])
    assert result.stdout.decode() == (
        "# dutywriter 答案文件：dutywriter new --answers 本文件\n"
        "schema: dutywriter/answers/1\n"
        "# 店铺运营\n"
        "岗位: 电商运营\n"
        "直接下级人数: 3\n"
        "# 抖音\n"
        "经营平台:\n"
        "- 抖音\n"
        "# 没有用上：\n"
        "# 氛围好\n"
    )


def test_a_dry_run_as_data_has_the_words_of_the_sentence_alone(run, tmp_path):
    (tmp_path / "a.yaml").write_text('薪酬范围: 7-10K\n工作时间: "9:00-18:00"\n', "utf-8")
    flags = ["--onsite", "否", "--metric", "退款率=14%->11%@2027Q2", "--start", "2027-01-04"]
    result = run("new", "招店铺运营，做抖音，氛围好", "--answers", "a.yaml", *flags, "--dry-run", "--format", "json")
    assert json.loads(result.stdout) == {
        "schema": "dutywriter/request/1",
        "answers": {
            "role": {"value": "电商运营", "words": "店铺运营"},
            "onsite": {"value": False, "words": None},
            "hours": {"value": "09:00-18:00", "words": None},
            "pay": {"value": {"min": 7000, "max": 10000, "unit": "月"}, "words": None},
            "platform": {"value": ["抖音"], "words": "抖音"},
            "metrics": {
                "value": [{"name": "退款率", "present": "14", "target": "11", "unit": "%", "deadline": "2027-06-30"}],
                "words": None,
            },
            "start": {"value": "2027-01-04", "words": None},
        },
        "unused": ["氛围好"],
    }


def test_a_name_that_follows_from_an_alias_is_in_the_file_and_not_in_what_was_said():
    _, file = in_process("new", "招天猫运营", "--dry-run")
    assert "# 天猫运营\n岗位名称: 天猫运营专员\n" in file.decode()
    _, data = in_process("new", "招天猫运营", "--dry-run", "--format", "json")
    assert set(json.loads(data)["answers"]) == {"role", "platform"}
    _, file = in_process("new", "小红书", "--role", "天猫运营", "--dry-run")
    assert "\n岗位: 电商运营\n岗位名称: 天猫运营专员\n# 小红书\n经营平台:\n- 小红书\n" in file.decode()


@pytest.mark.parametrize(
    ("name", "start"), [("a.yaml", "# dutywriter"), ("a.yml", "# dutywriter"), ("a.json", "{"), ("a", "# dutywriter")]
)
def test_a_dry_run_is_written_to_a_file_by_its_suffix(run, tmp_path, name, start):
    result = run("new", SENTENCE, "--dry-run", "--out", name)
    assert (result.returncode, result.stdout, told(result)) == (0, b"", [f"已写入 {name}：2 项，没有用上 1 处"])
    assert (tmp_path / name).read_text("utf-8").startswith(start)
    again = run("new", SENTENCE, "--dry-run", "--out", name)
    assert (again.returncode, "文件已存在" in told(again)[0]) == (1, True)
    assert run("new", SENTENCE, "--dry-run", "--out", name, "--force").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "md"], "格式可用 yaml（默认）、json"),
        (["--format", "docx"], "格式可用 yaml（默认）、json"),
        (["--out", "jd.md"], "格式可用 yaml（默认）、json"),
        (["--out", "a.yaml", "--format", "json"], "格式可用 yaml（默认）、json"),
        (["--out", "a.json", "--format", "yaml"], "格式可用 yaml（默认）、json"),
        (["--save-answers", "a.yaml"], "请去掉 --save-answers"),
        (["--template", "a.docx", "--explain"], "请去掉 --template、--explain"),
        (["--ask"], "请去掉 --ask"),
    ],
)
def test_a_dry_run_knows_no_draft(run, tmp_path, arguments, says):
    result = run("new", SENTENCE, "--dry-run", *arguments)
    assert (result.returncode, result.stdout, len(told(result))) == (2, b"", 1)
    assert says in told(result)[0]
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_needs_no_role_and_no_request(run):
    assert run("new", "做抖音", "--dry-run").stdout.decode().endswith("1\n# 抖音\n经营平台:\n- 抖音\n")
    assert run("new", "--dry-run").stdout.decode().endswith("schema: dutywriter/answers/1\n")
    assert run("new", "--dry-run", "--role", "驻场", "--format", "YAML").stdout.decode().endswith("岗位: 驻场运营\n")


def test_the_help_page_names_the_sentence_and_its_options(run):
    page = run("new", "--help").stdout.decode()
    assert page.startswith("用法：dutywriter new [一句话] [选项]…\n")
    assert 'dutywriter new "小红书' in page
    assert all(option in page for option in ("--notes 文件", "--dry-run "))


PHRASES = st.sampled_from(
    [
        "小红书",
        "抖音店",
        "成都",
        "双休",
        "7-10K",
        "大专以上",
        "会剪视频优先",
        "带3个人",
        "氛围好",
        "主管",
        "招两名",
        "年底退款率降到11%",
    ]
)
ROLES = st.sampled_from(["新媒体运营", "天猫运营", "驻场运营", "政务驻场", "电商主管", "SaaS运营", "社群"])


@given(
    role=ROLES, phrases=st.lists(PHRASES, max_size=6), role_at=st.integers(0, 6), mark=st.sampled_from(["，", "。", "\n", " ", ""])
)
def test_the_answers_of_a_dry_run_give_the_bytes_of_the_draft(role, phrases, role_at, mark):
    text = mark.join([*phrases[:role_at], role, *phrases[role_at:]])
    code, file = in_process("new", text, "--dry-run")
    assert code == 0
    assert in_process("new", "--answers", "-", "--no-ask", stdin=file) == in_process("new", text, "--no-ask")


@given(text=st.text(min_size=1, max_size=80), role=ROLES | st.just(""))
@example("岗位：\r\n级别: 经理\u2028岗位: 电商\x85抖音\u2029小红书", "")
def test_no_text_breaks_out_of_the_comments(catalogue, text, role):
    request = requested(f"{text}{role}", catalogue, TODAY)
    brief = layered({}, {}, catalogue, alias=request.words.get("role", ""), sentence=request.values)
    again = layered({}, from_file(as_file(brief, request), "a.yaml", catalogue), catalogue)
    assert {key: answer.value for key, answer in again.answers.items()} == {
        key: answer.value for key, answer in brief.answers.items()
    }
    assert json.loads(as_json(brief, request))["unused"] == list(request.unused())
