"""The wizard with real keys in a real terminal."""

import json
import re
import shlex
import stat
from pathlib import Path

import pytest

pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")

from tests.terminal.screen import Screen, open_files

REQUEST = "一句话说说：要写什么岗位？"
ROLE = "写哪个岗位？"
KIND = "写成什么文件？"
LEVEL = "哪一级？"
PLATFORM = "主要在哪些平台经营？"
CATEGORY = "经营什么类目？"
BUSINESS = "属于哪类业务？"
METRICS = "最看重哪几项指标？"
REVIEW = "看一看，没问题就写成文件"
SECTIONS = "写哪些职责？"
SAVE = "存到哪个文件？"
ONSITE = [REQUEST, ROLE, KIND, LEVEL, PLATFORM, BUSINESS, METRICS, SECTIONS, REVIEW]
CONVERSION = "支付转化率"
PASTED = [f"第{number:04}行天猫运营，成都" for number in range(200)]
"""Each 32 bytes with its end, so that whatever a terminal hands over at once ends with a line, as if Enter was pressed."""


@pytest.fixture
def terminal(tmp_path, environment):
    opened = []

    def start(command, columns=100, rows=40, **changes):
        screen = Screen(command, tmp_path, environment | changes, columns, rows)
        opened.append(screen)
        return screen

    yield start
    for screen in opened:
        screen.child.close(force=True)


@pytest.fixture
def state(environment):
    """The folder where unfinished answers are kept."""
    return Path(environment["DUTYWRITER_STATE"])


def answer(screen, *steps):
    """At each question its keys; Enter is the last of them, since it counts only when nothing follows it."""
    for question, *keys in steps:
        screen.shows(question)
        screen.press(*keys)


def straight_through(screen, questions):
    answer(screen, *([question, "Enter"] for question in questions))


def reviewing(screen, *texts, without=()):
    """Until the review page stands, with its last row, which is drawn last."""
    screen.shows(REVIEW, "上下键、翻页键移动", *texts, without=without)


def to_review(screen, first=KIND):
    """From a question after the one on the role straight to the review page."""
    answer(screen, [first, "Ctrl-R"])
    reviewing(screen)


def to_sections(screen):
    """From the review page to the choice of duties."""
    screen.move_to("职责模块")
    screen.press("Enter")
    screen.shows(SECTIONS, "右方向键打开")


def leave(screen):
    screen.press("Ctrl-C")
    assert screen.finish() == 130


def kept(state):
    """What is kept of the one run that did not end."""
    (path,) = state.iterdir()
    return json.loads(path.read_text("utf-8"))


def change_kept(state, **changes):
    """Put something else in what is kept of the one run that did not end; its file."""
    (path,) = state.iterdir()
    path.write_text(json.dumps(kept(state) | changes), "utf-8")
    return path


def again(screen, run, folder):
    """What the command writes that is told at the end; it names a file that there is not."""
    command = re.search(r"下次可直接运行：dutywriter (.*?)\r?\n", screen.left())
    arguments = shlex.split(command[1])
    file = folder / arguments[arguments.index("--out") + 1]
    assert not file.exists()
    assert run(*arguments).returncode == 0
    return file.read_bytes()


# The way through


@pytest.mark.parametrize(("columns", "rows"), [(40, 15), (80, 24), (200, 50)])
def test_enter_alone_all_the_way_writes_the_default_draft(terminal, run, tmp_path, columns, rows):
    screen = terminal("dutywriter new", columns, rows)
    straight_through(screen, [*ONSITE, SAVE])
    assert screen.finish() == 0
    name = "驻场运营专员岗位职责说明书"
    assert f"下次可直接运行：dutywriter new --role 驻场运营 --out {name}-2.docx\r\n" in screen.left()
    assert "要改几处再写，在这一行后面加上 --ask" in screen.left()
    written = (tmp_path / f"{name}.docx").read_bytes()
    assert written == run("new", "--role", "驻场", "--format", "docx").stdout == again(screen, run, tmp_path)


def test_every_answer_changed_is_the_draft_of_the_same_flags(terminal, run, tmp_path):
    screen = terminal("dutywriter new --out jd.md", rows=70)
    answer(
        screen,
        [REQUEST, "Enter"],
        [ROLE, "dianshang", "Enter"],
        [KIND, "Down", "Enter"],
        [LEVEL, "Down", "Enter"],
        [PLATFORM, "Space", "Enter"],
        [CATEGORY, "女装", "Enter"],
        [METRICS, CONVERSION, "Space"],
    )
    screen.shows("[x]支付转化率")
    screen.press("Enter")
    screen.shows("[x]支付转化率", without=("查找：",))
    screen.press("Enter")
    answer(screen, ["支付转化率：现在是多少？", "很高", "Enter"])
    screen.shows("“很高”不是数字")
    screen.press("Backspace", "Backspace", "14%", "Enter")
    answer(screen, ["支付转化率：要达到多少？", "8%", "Enter"])
    screen.shows("！“支付转化率”越高越好，但目标8不如现状14，请核对", "再按一次回车照样采用", ">8%")
    screen.press("Home", "1", "Enter")
    answer(screen, ["什么时候达到？", "2027-06-30", "Enter"], [SECTIONS, "Enter"])
    reviewing(screen)
    screen.move_to("篇幅")
    screen.press("Enter")
    answer(screen, ["写多长？", "精简", "Enter"])
    reviewing(screen, "篇幅精简")
    screen.move_to("用人单位")
    screen.press("Enter")
    answer(screen, ["用人单位全称？", "甲公司", "Enter"])
    reviewing(screen, "用人单位甲公司")
    screen.press("Home", "Enter")
    assert screen.finish() == 0
    same = run(
        "new",
        "--role=电商",
        "--kind=招聘",
        "--level=主管",
        "--platform=天猫",
        "--category=女装",
        "--company=甲公司",
        "--length=精简",
        "--metric=支付转化率=14%->18%@2027-06-30",
    )
    assert (tmp_path / "jd.md").read_bytes() == same.stdout == again(screen, run, tmp_path)


def test_what_a_sentence_says_is_shown_with_its_words_and_can_be_taken_back(terminal, run, tmp_path):
    screen = terminal("dutywriter new --out jd.md")
    answer(screen, [REQUEST, "天猫运营，成都，双休，氛围好", "Enter"])
    screen.shows("这样理解对吗？", "[x]工作地点：成都“成都”", "[x]休息安排：双休“双休”", "没有用上：“氛围好”")
    screen.move_to("休息安排")
    screen.press("Space")
    screen.shows("[]休息安排")
    screen.press("Enter")
    to_review(screen)
    screen.shows("工作地点成都（您说的：成都）", without=("双休（",))
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "天猫运营，成都").stdout == again(screen, run, tmp_path)


@pytest.mark.parametrize(("category", "coming"), [("女装", METRICS), ("不限定", BUSINESS)])
def test_the_business_is_asked_only_where_no_category_was_answered(terminal, category, coming):
    screen = terminal("dutywriter new --role 内容 --ask")
    straight_through(screen, [KIND, LEVEL, PLATFORM])
    answer(screen, [CATEGORY, category])
    screen.shows(f">{category}")
    screen.press("Enter")
    screen.shows(coming)
    leave(screen)


@pytest.mark.parametrize(("said", "likeliest"), [("成都", "驻场运营"), ("盯直播间的排期和投流，成都", "直播运营")])
def test_where_the_role_is_not_said_the_cursor_is_on_the_one_whose_work_is(terminal, said, likeliest):
    screen = terminal("dutywriter new")
    answer(screen, [REQUEST, said, "Enter"], ["这样理解对吗？", "Enter"])
    screen.shows(ROLE, f">{likeliest}")
    leave(screen)


def test_back_to_the_first_question_and_forward_again_all_answers_are_in_place(terminal):
    screen = terminal("dutywriter new")
    answer(
        screen,
        [REQUEST, "成都", "Enter"],
        ["这样理解对吗？", "Enter"],
        [ROLE, "dianshang", "Enter"],
        [KIND, "Enter"],
        [LEVEL, "Down", "Enter"],
        [PLATFORM, "Space", "ji"],
    )
    screen.shows("查找：ji")
    screen.press("Esc")
    screen.shows(PLATFORM, "[x]天猫", without=("查找：",))
    screen.press("Esc")
    screen.shows(LEVEL)
    assert screen.marked().startswith(">主管")
    screen.press("Esc")
    answer(screen, [KIND, "Esc"])
    screen.shows(ROLE)
    screen.shows(">电商运营")
    screen.press("xinmeiti")
    screen.shows("查找：xinmeiti", ">新媒体运营")
    screen.press("Esc")
    screen.shows(ROLE, ">电商运营", without=("查找：",))
    screen.press("Esc")
    answer(screen, ["这样理解对吗？", "Esc"])
    screen.shows(REQUEST, ">成都")
    screen.press("，双休", "Esc")
    screen.press("Enter")
    screen.shows("工作地点：成都", "休息安排：双休")
    screen.press("Enter")
    screen.shows(ROLE, ">电商运营")
    straight_through(screen, [ROLE, KIND])
    screen.shows(LEVEL, ">主管")
    screen.press("Enter")
    screen.shows(PLATFORM, "[x]天猫", without=("查找：",))
    leave(screen)


def test_the_review_page_shows_the_draft_after_three_answers_and_leads_back(terminal):
    screen = terminal("dutywriter new", rows=60)
    answer(screen, [REQUEST, "Ctrl-R"])
    screen.shows("先选好岗位，才有草稿可看", REQUEST)
    straight_through(screen, ONSITE[:3])
    answer(screen, [LEVEL, "Ctrl-R"])
    reviewing(screen, "岗位驻场运营", "需求受理与响应3条")
    screen.press("End")
    screen.shows("十八、签署")
    screen.press("Esc")
    screen.shows(LEVEL, "亲自做")
    leave(screen)


def test_a_question_mark_explains_where_nothing_is_typed_and_is_text_behind_text(terminal):
    screen = terminal("dutywriter new")
    screen.shows(REQUEST)
    screen.press("?")
    screen.shows("说明：说到的岗位")
    screen.press("?")
    screen.gone("说明：说到的岗位")
    screen.press("天猫?")
    screen.shows(">天猫?", without=("说明：说到的岗位",))
    screen.press("F1")
    screen.shows(">天猫?", "说明：说到的岗位")
    screen.press(*["Backspace"] * 3, "Enter")
    screen.shows(ROLE)
    screen.press("?")
    screen.shows("说明：", ROLE)
    leave(screen)


def test_esc_closes_the_explanation_then_clears_the_search_then_goes_back(terminal):
    screen = terminal("dutywriter new --role 电商 --ask")
    straight_through(screen, [KIND, LEVEL])
    answer(screen, [PLATFORM, "Space", "douyin", "F1"])
    screen.shows("说明：", "查找：douyin", ">[]抖音")
    screen.press("Esc")
    screen.shows("查找：douyin", ">[]抖音", without=("说明：",))
    screen.press("Esc")
    screen.shows(PLATFORM, ">[x]天猫", without=("查找：",))
    screen.press("Esc")
    screen.shows(LEVEL)
    leave(screen)


def test_keys_and_characters_that_cannot_be_shown_are_no_text(terminal):
    screen = terminal("dutywriter new")
    screen.shows(REQUEST)
    screen.press("天猫", "Ctrl-Q", "Ctrl-V", "运营")
    screen.shows(">天猫运营")
    screen.paste("，\x07成\x0f都\x7f，\x1b[31m双休")
    screen.shows(">天猫运营，成都，[31m双休")
    leave(screen)
    assert b"\x07" not in screen.heard


def test_the_wizard_waits_in_the_background_and_comes_back_as_it_was(terminal):
    screen = terminal("set -m; dutywriter new; echo 'stopped'; fg")
    answer(screen, [REQUEST, "天猫", "Ctrl-Z"])
    screen.wait_for("stopped")
    screen.shows(REQUEST, ">天猫")
    screen.press("运营")
    screen.shows(">天猫运营")
    leave(screen)


def test_beside_the_questions_the_draft_grows_where_there_is_room(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask", 120)
    screen.shows(KIND, "草稿：12个模块")
    screen.press("Enter")
    screen.shows(LEVEL)
    assert screen.beside().startswith("驻场运营专员岗位职责说明书")
    screen.press("Down", "Enter")
    screen.shows(PLATFORM)
    assert screen.beside().startswith("驻场运营主管岗位职责说明书")
    screen.resize(109, 40)
    screen.shows(PLATFORM)
    screen.gone("岗位职责说明书")
    leave(screen)


def test_what_is_odd_is_told_before_anything_is_written(terminal, tmp_path):
    screen = terminal('dutywriter new --role 驻场 --ask --out jd.md --metric "响应及时率=95%->90%@2020-01-01"')
    to_review(screen)
    screen.shows("期限2020-01-01已过", "不如现状95")
    leave(screen)
    assert open_files(tmp_path) == []


# Lists


@pytest.mark.parametrize(("typed", "name"), [("医院驻", "医院驻场"), ("yiyuanzhu", "医院驻场"), ("ylzc", "医疗驻场")])
def test_a_list_is_narrowed_by_chinese_and_by_pinyin(terminal, typed, name):
    screen = terminal("dutywriter new")
    answer(screen, [REQUEST, "Enter"], [ROLE, typed])
    screen.shows(f"查找：{typed}", f">{name}驻场运营，医疗", without=("电商运营",))
    screen.press("火星")
    screen.shows(f"没有符合“{typed}火星”的选项")
    screen.press("Enter", *["Backspace"] * 2)
    screen.shows(f">{name}")
    screen.press("Enter")
    screen.shows(KIND, "草稿：")
    leave(screen)


def test_of_a_long_list_on_24_rows_every_option_comes_into_sight(terminal, catalogue):
    names = [re.sub(r"\s", "", name) for entry in catalogue.entries for name in (entry.name, *entry.sets)]
    assert len(names) > 40
    screen = terminal("dutywriter new", 80, 24)
    answer(screen, [REQUEST, "Enter"])
    screen.shows(ROLE, f">{names[0]}", f"下面还有{len(names) - 20}项")
    seen = screen.page()
    while before := re.search(r"下面还有\d+项", screen.page()):
        screen.press("PageDown")
        screen.gone(before[0])
        seen += screen.page()
    assert [name for name in names if name not in seen] == []
    screen.press("Home")
    screen.shows(f">{names[0]}", without=("上面还有",))
    screen.press("End")
    screen.shows(f">{names[-1]}", without=("下面还有",))
    leave(screen)


def test_ticks_are_kept_when_others_are_sought_and_an_option_of_ones_own_is_added(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 电商 --ask --out jd.md")
    straight_through(screen, [KIND, LEVEL])
    answer(screen, [PLATFORM, "douyin"])
    screen.shows("查找：douyin", ">[]抖音", without=("天猫",))
    screen.press("Enter")
    screen.shows(">[x]抖音", "[]天猫", without=("查找：",))
    screen.press("火星商城")
    screen.shows("没有符合“火星商城”的选项")
    screen.press("Enter")
    screen.shows("[x]抖音", ">[x]火星商城自己加的", "已选2项", without=("草稿：",))
    screen.press("Enter")
    to_review(screen, CATEGORY)
    screen.press("Enter")
    assert screen.finish() == 0
    same = run("new", "--role", "电商", "--platform", "抖音", "--platform", "火星商城").stdout
    assert (tmp_path / "jd.md").read_bytes() == same


def test_up_and_down_step_over_headings(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask")
    to_review(screen)
    screen.shows("==答案==")
    screen.move_to("先不写，以后接着")
    assert screen.step("Down") == ">一句话（没有）"
    assert screen.step("Up") == ">先不写，以后接着答案已存下"
    leave(screen)


# The review page


def test_the_draft_is_read_on_a_page_of_its_own(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask", rows=30)
    to_review(screen)
    screen.move_to("看草稿全文")
    assert re.fullmatch(r">看草稿全文待填\d+处，建议值\d+处", screen.marked())
    screen.press("Enter")
    screen.shows("草稿全文", ">看完了，回到上一页", "驻场运营专员岗位职责说明书", "一、基本信息", without=("==",))
    screen.press("End")
    screen.shows("十八、签署", without=("下面还有",))
    screen.press("Home")
    screen.shows(">看完了，回到上一页")
    screen.press("Enter")
    reviewing(screen, ">看草稿全文")
    screen.press("Enter")
    answer(screen, ["草稿全文", "Esc"])
    reviewing(screen, ">看草稿全文")
    screen.press("Enter")
    screen.shows("草稿全文")
    leave(screen)
    screen = terminal("dutywriter new --resume")
    screen.shows("草稿全文", ">看完了，回到上一页")
    leave(screen)


@pytest.mark.parametrize(
    ("command", "row"),
    [
        ("/usr/bin/vi -n", "vi：按i开始改，改完按Esc，输入:wq再回车"),
        ("nano", "nano：改完按Ctrl-O、回车存下，Ctrl-X退出"),
        ("'/opt/my editor/mine' --wait", "mine"),
    ],
)
def test_the_editor_is_named_and_how_to_leave_it(terminal, command, row):
    screen = terminal("dutywriter new --role 驻场 --ask", VISUAL="", EDITOR=command)
    to_review(screen)
    screen.move_to("在编辑器里改文字")
    assert screen.marked() == f">在编辑器里改文字{row}"
    leave(screen)


def test_what_is_left_open_is_filled_one_after_the_other(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md", rows=60)
    to_review(screen)
    screen.move_to("甲方业务对接人")
    for name in ("甲方业务对接人", "乙方项目经理", "甲方验收人"):
        reviewing(screen, f">{name}")
        screen.press("Enter")
        answer(screen, [f"{name}？", f"{name}王工", "Enter"])
    reviewing(screen, ">甲方验收人甲方验收人王工")
    screen.press("Home", "Enter")
    assert screen.finish() == 0
    said = [f"--set={name}={name}王工" for name in ("甲方业务对接人", "乙方项目经理", "甲方验收人")]
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场", *said).stdout


def test_each_number_of_a_goal_is_a_row_and_a_remark_leads_to_what_it_is_about(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md --metric '响应及时率=90%->95%'", rows=60)
    to_review(screen)
    screen.shows("==请留意==", "里程碑没有日期：写明开始日期（如2027-01-04），会按月或按季写出", without=("--start",))
    for row, question, typed in (
        ("响应及时率期限（没说）", "响应及时率：什么时候达到？", "2027-06-30"),
        ("响应及时率现状90%", "响应及时率：现在是多少？", "2%"),
        ("里程碑没有日期", "目标从哪天起算？", "2027-01-04"),
    ):
        screen.press("Home")
        screen.shows(">写成文件")
        screen.move_to(row)
        screen.press("Enter")
        answer(screen, [question, *["Backspace"] * 2, typed, "Enter"])
        reviewing(screen)
    screen.shows("响应及时率现状92%", "响应及时率期限2027-06-30", without=("==请留意==",))
    screen.press("Home", "Enter")
    assert screen.finish() == 0
    same = run("new", "--role", "驻场", "--metric", "响应及时率=92%->95%@2027-06-30", "--start", "2027-01-04")
    assert (tmp_path / "jd.md").read_bytes() == same.stdout


def test_on_the_review_page_answers_are_changed_placeholders_filled_and_duties_chosen(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md", rows=100)
    to_review(screen)
    for row, question, keys, result in (
        ("级别", LEVEL, ["Down"], "级别主管"),
        ("客户单位", "客户单位（甲方）全称？", ["某银行"], "客户单位某银行"),
        ("甲方验收人", "甲方验收人？", ["王工"], "甲方验收人王工"),
    ):
        screen.move_to(row)
        screen.press("Enter")
        answer(screen, [question, *keys, "Enter"])
        reviewing(screen, result)
        screen.step("Home")
    to_sections(screen)
    screen.move_to("持续改进与创新")
    screen.press("Space")
    screen.shows(">+[]持续改进与创新")
    screen.move_to("日常运营管理")
    screen.press("Right")
    screen.shows("-[x]日常运营管理")
    duty = re.search(r"^ +\[x\] (\S+)", "\n".join(screen.rows()), re.MULTILINE)[1]
    screen.move_to(duty)
    screen.press("Space")
    screen.shows("-[-]日常运营管理", f">[]{duty}")
    screen.move_to("需求受理与响应")
    screen.press(">")
    screen.until(lambda: screen.page().index("交付与验收") < screen.page().index("需求受理与响应"), "another order")
    screen.move_to("沟通协调")
    screen.press("+")
    screen.shows("加一条职责：", "Esc不加了")
    screen.press("每周五与客户开例会", "Enter")
    screen.shows("！职责没有以动作开头", "再按一次回车照样采用", "加一条职责：每周五与客户开例会")
    screen.press("Enter")
    screen.shows(">[x]每周五与客户开例会自己加的", without=("加一条职责：",))
    screen.press("Enter")
    reviewing(screen, ">职责模块按您的取舍", "自加职责“与客户开例会”：职责没有以动作开头")
    screen.press("Home", "Enter")
    assert screen.finish() == 0
    written = (tmp_path / "jd.md").read_text("utf-8")
    for text in ("驻场运营主管", "某银行", "王工", "与客户开例会"):
        assert text in written
    for text in ("持续改进与创新", duty):
        assert text not in written
    assert written.index("）交付与验收") < written.index("）需求受理与响应")
    assert written.encode() == again(screen, run, tmp_path)


def test_ticks_of_duties_are_kept_half_done_and_at_least_one_must_stand(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask", rows=50)
    to_review(screen)
    to_sections(screen)
    whole = re.search(r"已选12个模块，(\d+)条职责", screen.page())
    screen.move_to("沟通协调")
    screen.press("Space")
    screen.shows(">+[]沟通协调", "已选11个模块，")
    screen.press("baobiao")
    screen.shows("查找：baobiao", "数据分析与报告", "已选11个模块，")
    screen.press("Esc")
    screen.shows(">+[]沟通协调", without=("查找：",))
    screen.press("Esc")
    reviewing(screen, "职责模块按推荐")
    to_sections(screen)
    screen.shows("[]沟通协调", "[x]交付与验收", "已选11个模块，")
    screen.move_to("沟通协调")
    screen.press("Space")
    screen.shows(">+[x]沟通协调", whole[0])
    screen.press("Right")
    screen.shows("-[x]沟通协调", "[x]", "[]")
    screen.step("Down")
    screen.press("Space")
    screen.shows("-[-]沟通协调")
    screen.press("Ctrl-A")
    screen.gone("[-]", "[]")
    screen.press("Ctrl-A")
    screen.shows("已选0个模块，0条职责", without=("[-]", "[x]"))
    screen.press("Enter")
    screen.shows("至少选1个", SECTIONS)
    leave(screen)


def to_editor(screen):
    screen.move_to("在编辑器里改文字")
    screen.press("Enter")


def editor(folder, script):
    """A program that does to its file what the shell line says."""
    program = folder / "editor"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    return {"VISUAL": str(program)}


def test_what_was_edited_by_hand_is_written_and_given_up_only_on_demand(terminal, tmp_path, tmp_path_factory):
    script = editor(tmp_path_factory.mktemp("editor"), 'sed -i s/驻场运营专员/甲方驻点专员/ "$1"')
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md", **script)
    to_review(screen)
    to_editor(screen)
    screen.shows("在编辑器里改文字手改过")
    screen.move_to("级别")
    screen.press("Enter")
    screen.shows("草稿手改过。改答案会重写草稿，怎么办？", ">保留手改的文字")
    screen.press("Enter")
    reviewing(screen, "在编辑器里改文字手改过", ">级别专员")
    leave(screen)
    screen = terminal("dutywriter new --resume")
    reviewing(screen, "在编辑器里改文字手改过")
    screen.press("Home", "Enter")
    assert screen.finish() == 0
    written = (tmp_path / "jd.md").read_text("utf-8")
    assert written.startswith("# 甲方驻点专员岗位职责说明书")
    assert "驻场运营专员" not in written
    assert "下次可直接运行" not in screen.left()


def test_edits_that_are_given_up_are_gone(terminal, run, tmp_path, tmp_path_factory):
    script = editor(tmp_path_factory.mktemp("editor"), 'echo 手写的一行 >> "$1"')
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md > shown 2>&1", **script)
    to_review(screen)
    to_editor(screen)
    screen.shows("手改过")
    screen.move_to("级别")
    screen.press("Enter")
    answer(screen, ["怎么办？", "Down", "Enter"], [LEVEL, "Down", "Enter"])
    reviewing(screen, ">级别主管", without=("手改过",))
    screen.press("Home", "Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场", "--level", "主管").stdout


def test_an_editor_that_is_missing_is_told_and_nothing_is_lost(terminal):
    screen = terminal("dutywriter new --role 驻场 --ask", VISUAL="", EDITOR="/nowhere/ed")
    to_review(screen)
    to_editor(screen)
    reviewing(screen, "打不开编辑器/nowhere/ed", without=("手改过",))
    leave(screen)


# Leaving, and going on


INTERVIEW = [
    [REQUEST, "天猫运营，成都", "Enter"],
    ["这样理解对吗？", "Enter"],
    [KIND, "Enter"],
    [LEVEL, "Down", "Enter"],
    [CATEGORY, "女装", "Enter"],
    [METRICS, CONVERSION, "Space"],
    ["支付转化率：现在是多少？", "14%", "Enter"],
    ["支付转化率：要达到多少？", "18%", "Enter"],
    ["支付转化率：什么时候达到？", "2027-06-30", "Enter"],
    [SECTIONS, "Enter"],
    [REVIEW, "Enter"],
    [SAVE, "jd.md", "Enter"],
]


def test_left_at_every_question_and_gone_on_with_the_draft_is_that_of_an_unbroken_run(terminal, run, state, tmp_path):
    screen = terminal("dutywriter new")
    answer(screen, INTERVIEW[0])
    for step in INTERVIEW[1:]:
        screen.shows(step[0])
        screen.press("Ctrl-C")
        assert screen.finish() == 130
        assert "答案已存下，接着写：dutywriter new --resume" in screen.left()
        assert "Traceback" not in screen.left()
        assert open_files(tmp_path) == []
        assert [stat.S_IMODE(path.stat().st_mode) for path in (state, *state.iterdir())] == [0o700, 0o600]
        screen = terminal("dutywriter new --resume")
        answer(screen, step)
        if step[0] == METRICS:
            screen.shows("[x]支付转化率")
            screen.press("Enter")
            screen.shows("[x]支付转化率", without=("查找：",))
            screen.press("Enter")
    assert screen.finish() == 0
    assert list(state.iterdir()) == []
    said = ["--level", "主管", "--category", "女装", "--metric", "支付转化率=14%->18%@2027-06-30"]
    assert (tmp_path / "jd.md").read_bytes() == run("new", "天猫运营，成都", *said).stdout


def test_what_is_half_typed_is_there_again_after_leaving(terminal, tmp_path):
    screen = terminal("dutywriter new --ask --role 电商")
    to_review(screen)
    screen.move_to("用人单位")
    screen.press("Enter")
    answer(screen, ["用人单位全称？", "半个公"])
    screen.shows(">半个公")
    leave(screen)
    assert "接着写：dutywriter new --resume" in screen.left()
    screen = terminal("dutywriter new --resume")
    screen.shows("用人单位全称？", ">半个公")
    screen.press("Esc")
    reviewing(screen)
    screen.press("Home", "Enter")
    answer(screen, [SAVE, "半个名"])
    screen.shows(">半个名")
    leave(screen)
    screen = terminal("dutywriter new --resume")
    screen.shows(SAVE, ">半个名")
    screen.press("字.md", "Enter")
    assert screen.finish() == 0
    assert open_files(tmp_path) == ["半个名字.md"]


@pytest.mark.parametrize(
    ("arguments", "first", "keys"),
    [
        ("--role 电商", KIND, ["zhaopin"]),
        ("--role 电商 --kind 说明书 --level 主管", PLATFORM, ["douyin"]),
        ("天猫运营，成都", "这样理解对吗？", ["Down"]),
    ],
)
def test_where_nothing_was_answered_nothing_is_kept(terminal, state, arguments, first, keys):
    screen = terminal(f"dutywriter new --ask {arguments}")
    answer(screen, [first, *keys])
    screen.shows(first)
    leave(screen)
    assert "已取消，没有写入任何文件" in screen.left()
    assert "--resume" not in screen.left()
    assert not state.exists()


def test_a_new_run_tells_of_the_one_that_is_unfinished(terminal, state):
    screen = terminal("dutywriter new --role 驻场 --ask")
    straight_through(screen, [KIND])
    screen.shows(LEVEL)
    leave(screen)
    for command, first in (("dutywriter new", REQUEST), ("dutywriter new --role 电商 --ask", KIND)):
        screen = terminal(command)
        screen.shows("有一份没写完，要接着写请按Ctrl-C，再运行dutywriter new --resume", first)
        leave(screen)
    assert len(list(state.iterdir())) == 1
    screen = terminal("dutywriter new --role 电商 --ask")
    straight_through(screen, [KIND])
    screen.shows(LEVEL, without=("有一份没写完",))
    leave(screen)
    screen = terminal("dutywriter new --resume")
    screen.shows(LEVEL, without=("有一份没写完",))
    leave(screen)


def test_left_at_the_first_question_there_is_nothing_to_go_on_with(terminal, state, tmp_path):
    screen = terminal("dutywriter new --out jd.md")
    screen.shows(REQUEST)
    leave(screen)
    assert "已取消，没有写入任何文件" in screen.left()
    assert "--resume" not in screen.left()
    assert open_files(tmp_path) == []
    assert not state.exists()
    screen = terminal("dutywriter new --resume")
    assert screen.finish() == 2
    assert len(screen.left().splitlines()) == 1
    assert "没有可以接着写的" in screen.left()


def test_leaving_on_the_review_page_keeps_the_answers(terminal, state, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md")
    answer(screen, [KIND, "Enter"], [LEVEL, "Down", "Enter"])
    to_review(screen, PLATFORM)
    screen.move_to("先不写，以后接着")
    screen.press("Enter")
    assert screen.finish() == 130
    assert "接着写：dutywriter new --resume" in screen.left()
    assert open_files(tmp_path) == []
    assert kept(state)["replies"]["level"] == "主管"
    screen = terminal("dutywriter new --resume")
    reviewing(screen, "级别主管", "写成文件jd.md")
    leave(screen)


@pytest.mark.parametrize("end", ["hang up", "close the window"])
def test_a_terminal_that_goes_away_is_130_and_the_answers_are_kept(terminal, run, tmp_path, end):
    screen = terminal("exec dutywriter new --role 驻场 --ask --out jd.md", TMPDIR=str(tmp_path))
    answer(screen, [KIND, "Enter"], [LEVEL, "Down", "Enter"])
    screen.shows(PLATFORM)
    if end == "hang up":
        screen.hang_up()
        assert screen.finish() == 130
    else:
        assert screen.close_window() == 130
    assert open_files(tmp_path) == []
    screen = terminal("dutywriter new --resume")
    to_review(screen, PLATFORM)
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场", "--level", "主管").stdout


def test_what_was_kept_and_is_damaged_is_set_aside_and_told(terminal, state):
    screen = terminal("dutywriter new --role 驻场 --ask")
    straight_through(screen, [KIND])
    screen.shows(LEVEL)
    leave(screen)
    damaged = state / "20260101T000000Z-00000000.json"
    damaged.write_text("{", "utf-8")
    screen = terminal("dutywriter new --resume")
    screen.shows(LEVEL)
    leave(screen)
    assert f"上次存下的答案坏了，已移到{damaged}.damaged" in screen.text()
    assert not damaged.exists()
    assert (state / f"{damaged.name}.damaged").read_text("utf-8") == "{"


def test_answers_are_gone_on_with_from_another_folder_and_the_file_is_where_it_was_wanted(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md")
    straight_through(screen, [KIND])
    screen.shows(LEVEL)
    leave(screen)
    screen = terminal("cd / && dutywriter new --resume")
    to_review(screen, LEVEL)
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场").stdout


def test_a_file_that_came_meanwhile_is_not_overwritten_and_the_answers_are_kept(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --out jd.md")
    to_review(screen)
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    screen.press("Enter")
    assert screen.finish() == 1
    assert "文件已存在" in screen.left()
    assert "接着写：dutywriter new --resume" in screen.left()
    assert (tmp_path / "jd.md").read_text("utf-8") == "旧"
    (tmp_path / "jd.md").unlink()
    screen = terminal("dutywriter new --resume")
    reviewing(screen)
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场").stdout


def test_an_interview_at_a_question_that_is_not_asked_any_more_goes_on_at_the_role(terminal, state):
    screen = terminal("dutywriter new --role 驻场 --ask")
    straight_through(screen, [KIND])
    screen.shows(LEVEL)
    leave(screen)
    change_kept(state, place="nobody asks this")
    screen = terminal("dutywriter new --resume")
    screen.shows(ROLE, ">驻场运营")
    leave(screen)


def test_a_bug_while_asking_is_three_and_the_answers_are_kept(terminal, state, tmp_path):
    """A reply that no page gives stands for a bug."""
    screen = terminal("dutywriter new --role 驻场 --ask --company 甲公司")
    straight_through(screen, [KIND])
    screen.shows(LEVEL)
    leave(screen)
    path = change_kept(state, replies={"sections": ["no section"]})
    screen = terminal("dutywriter new --resume", TMPDIR=str(tmp_path))
    assert screen.finish() == 3
    assert "接着写：dutywriter new --resume" in screen.left()
    assert "程序出错了" in screen.left()
    (log,) = tmp_path.iterdir()
    assert "甲公司" not in log.read_text("utf-8")
    assert path.exists()


# Small windows, long texts


def status(question):
    """What the line above the keys begins with."""
    if question in {METRICS, SECTIONS, "这样理解对吗？"}:
        return "已选"
    return "" if question == REQUEST else "草稿："


def test_on_40_columns_and_15_rows_nothing_of_any_question_is_lost(terminal):
    screen = terminal("dutywriter new", 40, 15)
    for question, option, keys in (
        (REQUEST, ">", ["天猫运营，成都，氛围好"]),
        ("这样理解对吗？", ">[x]岗位：电商运营“天猫运营”", []),
        (KIND, ">说明书存档用的岗位职责说明书", []),
        (LEVEL, ">专员亲自做，对经手的事项准确、按时负责", []),
        (CATEGORY, ">不限定", []),
        (METRICS, ">[]支付转化率支付买家数÷访客数×100%", ["Space"]),
        ("支付转化率：现在是多少？", ">", ["14%"]),
        ("支付转化率：要达到多少？", ">", ["18%"]),
        ("支付转化率：什么时候达到？", ">", []),
        (SECTIONS, ">+[x]", []),
    ):
        screen.shows(question, option, status(question), "回车", "Esc上一步", "?说明")
        screen.press("?")
        screen.shows(question, option, "说明：", "Esc上一步", "?说明", without=("toosmall",))
        screen.press("?")
        screen.gone("说明：")
        screen.press(*keys, "Enter")
    reviewing(screen, ">写成文件", "回车选定", "?说明")
    for row, question, option in (
        ("职责模块", SECTIONS, ">+["),
        ("直接上级", "直接上级是谁？", ">"),
    ):
        screen.resize(100, 70)
        reviewing(screen, "==还可以说明==")
        screen.move_to(row)
        screen.press("Enter")
        screen.shows(question)
        screen.resize(40, 15)
        screen.shows(question, option, "Esc上一步", "?说明", without=("toosmall",))
        screen.press("Esc")
        reviewing(screen)
    screen.press("Home", "Enter")
    screen.shows(SAVE, "直接回车：天猫运营专员岗位职责说明书.docx", "Esc上一步", "?说明")
    leave(screen)


def test_a_window_may_change_its_size_while_it_asks(terminal):
    screen = terminal("dutywriter new", 40, 15)
    answer(screen, [REQUEST, "Enter"], [ROLE, "Down", "Down"])
    whole = (ROLE, ">产品运营", "游戏版本、广告售卖", "下面还有", "回车选定", "Ctrl-R看草稿")
    screen.resize(100, 30)
    screen.shows(*whole)
    before = screen.rows()
    screen.resize(40, 15)
    screen.shows(*whole)
    screen.resize(100, 30)
    screen.until(lambda: screen.rows() == before, "the page as it was")
    screen.press("Enter")
    screen.shows(KIND)
    leave(screen)


@pytest.mark.parametrize("marked", [True, False], ids=["bracketed", "plain"])
def test_a_paste_of_200_lines_is_one_answer(terminal, state, marked):
    def paste(screen, *, separator):
        screen.paste("\n".join(PASTED)) if marked else screen.press("\r".join(PASTED))
        screen.shows(separator.join(PASTED[-3:]))

    screen = terminal("dutywriter new", 80, 24)
    answer(screen, [REQUEST, "Enter"])
    screen.shows(ROLE, ">驻场运营")
    paste(screen, separator="")
    screen.shows(ROLE, "没有符合“第0000行", "Esc上一步")
    screen.press("Esc")
    screen.shows(ROLE, ">驻场运营")
    screen.press("Esc")
    screen.shows(REQUEST)
    paste(screen, separator="")
    screen.press("Enter")
    screen.shows("这样理解对吗？", "[x]岗位：电商运营", "[x]工作地点：成都", "Esc上一步")
    leave(screen)
    assert kept(state)["replies"]["request"] == "\n".join(PASTED)


# Pipes, files and plain terminals


@pytest.mark.parametrize("redirect", ["> jd.md", "> jd.md 2> err", "| cat > jd.md", "2> err > jd.md < /dev/null"])
def test_the_wizard_shows_on_the_terminal_and_the_file_holds_only_the_document(terminal, run, tmp_path, redirect):
    screen = terminal(f"dutywriter new {redirect}")
    straight_through(screen, ONSITE[:2])
    to_review(screen)
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场").stdout
    assert SAVE not in screen.text()
    if "err" in redirect:
        assert (tmp_path / "err").read_text("utf-8").startswith("还有 19 处待填")


def test_on_a_terminal_that_can_only_print_questions_come_line_by_line_to_the_same_draft(terminal, run, tmp_path):
    screen = terminal("dutywriter new --out jd.md", TERM="dumb")
    for question, line in zip(ONSITE, ["", "驻场运营", "", "主管", "", "", "", "", ""], strict=True):
        screen.wait_for(question)
        screen.press(line, "Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场", "--level", "主管").stdout
    assert b"\x1b" not in screen.heard


def test_on_a_terminal_that_can_only_print_a_doubt_is_told_once_too(terminal, run, tmp_path):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    screen = terminal("dutywriter new --role 驻场 --ask --metric '响应及时率=90%->95%'", TERM="dumb")
    screen.wait_for(KIND)
    screen.press("=", "Enter")
    screen.wait_for(REVIEW)
    screen.press("响应及时率 目标", "Enter")
    screen.wait_for("响应及时率：要达到多少？")
    screen.press("80%", "Enter")
    screen.wait_for("不如现状90")
    screen.press("Enter")
    screen.wait_for("已填：80%")
    screen.press("写成文件", "Enter")
    screen.wait_for(SAVE)
    screen.press("jd.md", "Enter")
    screen.wait_for("文件已存在：jd.md。换个名字，或再按一次回车覆盖它")
    assert (tmp_path / "jd.md").read_text("utf-8") == "旧"
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_bytes() == run("new", "--role", "驻场", "--metric", "响应及时率=90%->80%").stdout


def test_without_colours_every_state_is_a_sign(terminal):
    screen = terminal("dutywriter new --role 电商 --ask", NO_COLOR="1")
    straight_through(screen, [KIND, LEVEL])
    answer(screen, [PLATFORM, "Down", "Space"])
    screen.shows("[]天猫", ">[x]淘宝", "[]京东")
    screen.press("Enter")
    to_review(screen, CATEGORY)
    leave(screen)
    assert screen.colours() == []
    coloured = terminal("dutywriter new --role 电商 --ask")
    coloured.shows(KIND)
    leave(coloured)
    assert coloured.colours() != []


def test_a_terminal_without_colours_in_the_document_either(terminal):
    screen = terminal("dutywriter new --role 驻场", NO_COLOR="1")
    assert screen.finish() == 0
    assert screen.colours() == []


# Where it goes


def test_a_name_that_is_taken_is_told_and_another_suffix_gives_that_format(terminal, run, tmp_path):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    screen = terminal("dutywriter new --role 驻场 --ask")
    to_review(screen)
    screen.press("Enter")
    answer(screen, [SAVE, "jd.md", "Enter"])
    screen.shows("文件已存在", SAVE)
    screen.press("Backspace", "Backspace", "txt", "Enter")
    assert screen.finish() == 0
    assert (tmp_path / "jd.md").read_text("utf-8") == "旧"
    assert (tmp_path / "jd.txt").read_bytes() == run("new", "--role", "驻场", "--format", "txt").stdout


def test_a_file_that_exists_is_overwritten_once_enter_is_pressed_again(terminal, run, tmp_path):
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("旧", "utf-8")
    screen = terminal("dutywriter new --role 驻场 --ask")
    to_review(screen)
    screen.press("Enter")
    answer(screen, [SAVE, "a.md", "Enter"])
    screen.shows("！文件已存在：a.md。换个名字，或再按一次回车覆盖它", SAVE)
    screen.press(*["Backspace"] * 4, "b.md", "Enter")
    screen.shows("！文件已存在：b.md。", SAVE)
    screen.press("Enter")
    assert screen.finish() == 0
    assert (tmp_path / "a.md").read_text("utf-8") == "旧"
    assert (tmp_path / "b.md").read_bytes() == run("new", "--role", "驻场").stdout == again(screen, run, tmp_path)


@pytest.mark.parametrize(
    ("options", "typed", "name"),
    [
        ("", "职责", "职责.docx"),
        ("--kind 招聘", "", "驻场运营专员招聘信息.txt"),
        ("--kind 招聘", "职责", "职责.txt"),
        ("--kind 招聘 --format docx", "", "驻场运营专员招聘信息.docx"),
        ("--format md", "", "驻场运营专员岗位职责说明书.md"),
        ("--format html", "职责.html", "职责.html"),
    ],
)
def test_the_name_of_the_file_has_the_suffix_that_people_want(terminal, run, tmp_path, options, typed, name):
    screen = terminal(f"dutywriter new --role 驻场 --ask {options}")
    to_review(screen, LEVEL if "--kind" in options else KIND)
    screen.press("Enter")
    answer(screen, [SAVE, typed, "Enter"])
    assert screen.finish() == 0
    assert open_files(tmp_path) == [name]
    same = run("new", "--role", "驻场", *(options.split()[:2] if "--kind" in options else []), "--format", name.rpartition(".")[2])
    assert (tmp_path / name).read_bytes() == same.stdout


def test_a_suffix_that_is_none_is_told(terminal, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask")
    to_review(screen)
    screen.press("Enter")
    answer(screen, [SAVE, "jd.doc", "Enter"])
    screen.shows("！不写.doc文件，Word和WPS请写成.docx", SAVE)
    screen.press("x", "Enter")
    assert screen.finish() == 0
    assert open_files(tmp_path) == ["jd.docx"]


def test_a_dash_shows_the_draft_and_saves_nothing(terminal, state, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask")
    to_review(screen)
    screen.press("Enter")
    answer(screen, [SAVE, "-", "Enter"])
    assert screen.finish() == 0
    assert "四、主要职责" in screen.left()
    assert "还有 19 处待填" in screen.left()
    assert open_files(tmp_path) == []
    assert list(state.iterdir()) == []


def test_a_format_that_shares_its_suffix_is_kept_and_named_in_the_command(terminal, run, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --ask --format jsonresume")
    to_review(screen)
    screen.press("Enter")
    straight_through(screen, [SAVE])
    assert screen.finish() == 0
    name = "驻场运营专员岗位职责说明书"
    assert f"--out {name}-2.json --format jsonresume" in screen.left()
    assert (tmp_path / f"{name}.json").read_bytes() == run("new", "--role", "驻场", "--format", "jsonresume").stdout


def test_a_pdf_that_was_asked_for_is_reviewed_as_text_and_saved_as_a_pdf(terminal, tmp_path):
    pytest.importorskip("typst", reason="typst comes with the extra dutywriter[pdf]")
    pytest.importorskip("pylopdf_fonts_zh_cn", reason="the Chinese font comes with the extra dutywriter[pdf]")
    screen = terminal("dutywriter new --role 驻场 --ask --format pdf")
    to_review(screen)
    screen.press("End")
    screen.shows("十八、签署")
    screen.press("Home", "Enter")
    straight_through(screen, [SAVE])
    assert screen.finish() == 0
    assert (tmp_path / "驻场运营专员岗位职责说明书.pdf").read_bytes().startswith(b"%PDF-")


def test_with_a_template_only_a_word_file_is_saved(terminal, run, tmp_path):
    (tmp_path / "公司.docx").write_bytes(run("new", "--role", "驻场", "--format", "docx").stdout)
    screen = terminal("dutywriter new --role 驻场 --ask --template 公司.docx")
    to_review(screen)
    screen.press("Enter")
    answer(screen, [SAVE, "a.md", "Enter"])
    screen.shows("--template只用于.docx文件，请改成.docx")
    screen.press(*["Backspace"] * 4, "Enter")
    assert screen.finish() == 0
    name = "驻场运营专员岗位职责说明书"
    assert f"下次可直接运行：dutywriter new --template 公司.docx --role 驻场运营 --out {name}-2.docx" in screen.left()
    assert (tmp_path / f"{name}.docx").read_bytes() == run("new", "--role", "驻场", "--template", "公司.docx").stdout


def test_a_target_that_cannot_work_is_found_out_before_the_first_question(terminal, tmp_path):
    (tmp_path / "jd.md").write_text("旧", "utf-8")
    screen = terminal("dutywriter new --out jd.md")
    assert screen.finish() == 1
    assert "文件已存在" in screen.text()
    assert REQUEST not in screen.text()


def test_a_template_that_cannot_be_used_is_told_before_any_question(terminal, tmp_path):
    (tmp_path / "notes.docx").write_text("甲", "utf-8")
    screen = terminal("dutywriter new --template notes.docx")
    assert screen.finish() == 1
    assert "模板不是Word文档" in screen.text()
    assert REQUEST not in screen.text()


# Without questions


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
    assert REQUEST not in screen.text()


def test_a_word_file_is_not_shown_on_the_terminal(terminal, tmp_path):
    screen = terminal("dutywriter new --role 驻场 --format docx")
    assert screen.finish() == 2
    assert "DOCX不能显示在终端上，请用--outjd.docx写成文件" in screen.text()
    assert open_files(tmp_path) == []
