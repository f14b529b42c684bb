"""The wizard with real keys in a real terminal."""

import os
import signal
import sys

import pytest

pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")

from tests.terminal.screen import Screen, open_files

ONSITE = [
    "写哪个岗位？",
    "哪一级？",
    "主要在哪些平台经营？",
    "属于哪类业务？",
    "用人单位全称？",
    "客户单位（甲方）全称？",
    "最看重哪几项指标？",
    "写哪些职责模块？",
    "写多长？",
    "照这个提纲写？",
]


@pytest.fixture
def terminal(tmp_path, environment):
    opened = []

    def start(command, columns=100, rows=40):
        screen = Screen(command, tmp_path, environment, columns, rows)
        opened.append(screen)
        return screen

    yield start
    for screen in opened:
        screen.child.close(force=True)


def straight_through(screen, questions=ONSITE):
    for question in questions:
        screen.wait_for(question)
        screen.press("Enter")


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_enter_alone_all_the_way_writes_the_default_draft(terminal, run, tmp_path, columns):
    screen = terminal("dutywriter new", columns)
    straight_through(screen)
    screen.wait_for("存到哪个文件？")
    screen.press("Enter")
    assert screen.finish() == 0
    assert "下次可直接运行：dutywriternew--role驻场运营--out驻场运营专员岗位职责说明书.md" in screen.text()
    written = (tmp_path / "驻场运营专员岗位职责说明书.md").read_bytes()
    assert written == run("new", "--role", "驻场").stdout


def test_a_format_that_shares_its_suffix_is_kept_and_named_in_the_command(terminal, run, tmp_path):
    screen = terminal("dutywriter new --format jsonresume")
    straight_through(screen)
    screen.wait_for("存到哪个文件？")
    screen.press("Enter")
    assert screen.finish() == 0
    assert "--out驻场运营专员岗位职责说明书.json--formatjsonresume" in screen.text()
    written = (tmp_path / "驻场运营专员岗位职责说明书.json").read_bytes()
    assert written == run("new", "--role", "驻场", "--format", "jsonresume").stdout


def test_a_pdf_that_was_asked_for_is_shown_as_a_draft_and_saved_as_a_pdf(terminal, tmp_path):
    pytest.importorskip("typst", reason="typst comes with the extra dutywriter[pdf]")
    pytest.importorskip("pylopdf_fonts_zh_cn", reason="the Chinese font comes with the extra dutywriter[pdf]")
    screen = terminal("dutywriter new --format pdf")
    straight_through(screen)
    screen.wait_for("存到哪个文件？")
    assert "四、主要职责" in screen.text()
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "驻场运营专员岗位职责说明书.pdf").read_bytes().startswith(b"%PDF-")


def test_the_outline_is_shown_before_anything_is_written(terminal, tmp_path):
    screen = terminal("dutywriter new --out jd.md")
    straight_through(screen, ONSITE[:-1])
    screen.wait_for("照这个提纲写？")
    assert "需求受理与响应（" in screen.text()
    assert open_files(tmp_path) == []
    screen.press("Enter")
    assert screen.finish() == 0
    assert open_files(tmp_path) == ["jd.md"]
    assert "存到哪个文件" not in screen.text()


def test_leaving_at_the_outline_writes_nothing(terminal, tmp_path):
    screen = terminal("dutywriter new --out jd.md")
    straight_through(screen, ONSITE[:-1])
    screen.wait_for("照这个提纲写？")
    screen.press("Down", "Enter")
    assert screen.finish() == 130
    assert open_files(tmp_path) == []


def test_every_answer_changed_is_the_draft_of_the_same_flags(terminal, run, tmp_path):
    screen = terminal("dutywriter new --out jd.md")
    for question, keys in (
        ("写哪个岗位？", ["dianshang", "Enter"]),
        ("哪一级？", ["Down", "Enter"]),
        ("主要在哪些平台经营？", ["Space", "Enter"]),
        ("经营什么类目？", ["女装", "Enter"]),
        ("用人单位全称？", ["甲公司", "Enter"]),
        ("最看重哪几项指标？", ["Down", "Space", "Enter"]),
        ("写哪些职责模块？", ["Space", "Enter"]),
        ("现状、目标、期限？", ["14->11@2027-06-30", "Enter"]),
        ("写多长？", ["Up", "Enter"]),
        ("照这个提纲写？", ["Enter"]),
    ):
        screen.wait_for(question)
        screen.press(*keys)
    assert screen.finish() == 0
    command = screen.text().split("下次可直接运行：dutywriternew--answers")[1]
    assert command.startswith("jd.answers.yaml--outjd.md")
    assert run("new", "--answers", "jd.answers.yaml").stdout == (tmp_path / "jd.md").read_bytes()
    answers = (tmp_path / "jd.answers.yaml").read_text("utf-8")
    for said in (
        "岗位: 电商运营",
        "级别: 主管",
        "- 天猫",
        "类目: 女装",
        "用人单位: 甲公司",
        "目标: '11'",
        "2027-06-30",
        "写:",
        "篇幅: 精简",
    ):
        assert said in answers


@pytest.mark.parametrize("redirect", ["> jd.md", "> jd.md 2> err", "| cat > jd.md", "2> err > jd.md < /dev/null"])
def test_the_wizard_shows_on_the_terminal_and_the_file_holds_only_the_document(terminal, run, tmp_path, redirect):
    screen = terminal(f"dutywriter new {redirect}")
    straight_through(screen)
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场").stdout
    assert "存到哪个文件" not in screen.text()


@pytest.mark.parametrize("place", range(len(ONSITE)))
def test_ctrl_c_at_any_question_is_130_and_writes_nothing(terminal, tmp_path, place):
    screen = terminal("dutywriter new --out jd.md")
    straight_through(screen, ONSITE[:place])
    screen.wait_for(ONSITE[place])
    screen.press("Ctrl-C")
    assert screen.finish() == 130
    assert open_files(tmp_path) == []
    assert "Traceback" not in screen.text()
    assert "已取消" in screen.text()


def test_a_terminal_that_goes_away_is_130_and_writes_nothing(terminal, tmp_path):
    screen = terminal("exec dutywriter new --out jd.md")
    screen.wait_for("写哪个岗位？")
    screen.child.kill(signal.SIGHUP)
    assert screen.finish() == 130
    assert open_files(tmp_path) == []


def test_a_closed_window_is_130_and_no_bug(tmp_path, environment):
    child, master = pty.fork()
    if not child:
        os.chdir(tmp_path)
        os.execve(
            sys.executable, [sys.executable, "-m", "dutywriter", "new", "--out", "jd.md"], environment | {"TMPDIR": str(tmp_path)}
        )
    heard = b""
    while "写哪个岗位".encode() not in heard:
        heard += os.read(master, 65536)
    os.close(master)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 130
    assert open_files(tmp_path) == []


def test_what_is_odd_is_told_before_anything_is_written(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md")
    for question, keys in (
        ("哪一级？", ["Enter"]),
        ("主要在哪些平台经营？", ["Enter"]),
        ("属于哪类业务？", ["Enter"]),
        ("用人单位全称？", ["Enter"]),
        ("客户单位（甲方）全称？", ["Enter"]),
        ("最看重哪几项指标？", ["Space", "Enter"]),
        ("写哪些职责模块？", ["Enter"]),
        ("现状、目标、期限？", ["95%->90%@2020-01-01", "Enter"]),
        ("写多长？", ["Enter"]),
    ):
        screen.wait_for(question)
        screen.press(*keys)
    screen.wait_for("照这个提纲写？")
    assert "期限2020-01-01已过" in screen.text()
    assert "不如现状95" in screen.text()
    screen.press("Ctrl-C")
    assert screen.finish() == 130


def test_ctrl_c_at_the_question_where_to_save_saves_nothing(terminal, tmp_path):
    screen = terminal("dutywriter new")
    straight_through(screen)
    screen.wait_for("存到哪个文件？")
    screen.press("Ctrl-C")
    assert screen.finish() == 130
    assert open_files(tmp_path) == []


def test_a_target_that_cannot_work_is_found_out_before_the_first_question(terminal, tmp_path):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    screen = terminal("dutywriter new --out jd.md")
    assert screen.finish() == 1
    assert "文件已存在" in screen.text()
    assert "写哪个岗位" not in screen.text()


def test_a_wrong_line_is_told_and_asked_again(terminal):
    screen = terminal("dutywriter new")
    screen.wait_for("写哪个岗位？")
    screen.press("火星", "Enter")
    screen.wait_for("没有“火星”这个岗位")
    screen.press("Ctrl-C")
    assert screen.finish() == 130


def test_at_least_one_section_must_stand(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask")
    straight_through(screen, ONSITE[1:7])
    screen.wait_for("写哪些职责模块？")
    screen.press("a", "a", "Enter")
    screen.wait_for("至少选 1 个")
    screen.press("Ctrl-C")
    assert screen.finish() == 130


def test_a_saved_name_that_is_taken_is_told(terminal, tmp_path):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    screen = terminal("dutywriter new --role 驻场 --ask")
    straight_through(screen, ONSITE[1:])
    screen.wait_for("存到哪个文件？")
    screen.press("jd.md", "Enter")
    screen.wait_for("文件已存在")
    screen.press("Ctrl-C")
    assert screen.finish() == 130
    assert (tmp_path / "jd.md").read_text("utf-8") == "旧"


def test_on_a_terminal_the_document_is_drawn_and_not_its_markup(terminal):
    screen = terminal("dutywriter new --role 驻场", rows=200)
    assert screen.finish() == 0
    assert "一、基本信息" in screen.text()
    assert "##" not in screen.text()
    assert "|---|" not in screen.text()


def test_a_format_that_was_asked_for_is_shown_as_it_is(terminal):
    screen = terminal("dutywriter new --role 驻场 --format md", rows=200)
    assert screen.finish() == 0
    assert "##一、基本信息" in screen.text()


def test_no_ask_never_asks(terminal):
    screen = terminal("dutywriter new --no-ask")
    assert screen.finish() == 2
    assert "写哪个岗位？" not in screen.text()


def test_no_colour_where_it_is_not_wanted(tmp_path, environment):
    screen = Screen("dutywriter new --role 驻场", tmp_path, environment | {"NO_COLOR": "1"})
    assert screen.finish() == 0
    assert b"\x1b[3" not in screen._heard


def test_a_word_file_is_not_shown_on_the_terminal(terminal, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --format docx")
    assert screen.finish() == 2
    assert "DOCX不能显示在终端上，请用--outjd.docx写成文件" in screen.text()
    assert open_files(tmp_path) == []


def test_the_wizard_shows_the_draft_and_saves_it_as_word(terminal, run, tmp_path):
    (tmp_path / "公司.docx").write_bytes(run("new", "--role", "驻场", "--format", "docx").stdout)
    screen = terminal("dutywriter new --template 公司.docx")
    straight_through(screen)
    screen.wait_for("存到哪个文件？")
    screen.press("a.md", "Enter")
    screen.wait_for("--template 只用于 .docx 文件，请改成 .docx")
    screen.press(*["Backspace"] * 4, "Enter")
    assert screen.finish() == 0
    name = "驻场运营专员岗位职责说明书.docx"
    assert f"下次可直接运行：dutywriternew--template公司.docx--role驻场运营--out{name}" in screen.text()
    assert (tmp_path / name).read_bytes() == run("new", "--role", "驻场", "--template", "公司.docx").stdout


def test_a_template_that_cannot_be_used_is_told_before_any_question(terminal, tmp_path):
    (tmp_path / "notes.docx").write_text("甲", "utf-8")
    screen = terminal("dutywriter new --template notes.docx")
    assert screen.finish() == 1
    assert "模板不是Word文档" in screen.text()
    assert "写哪个岗位" not in screen.text()
