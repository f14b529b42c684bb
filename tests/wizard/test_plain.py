"""Questions on a terminal that can only print: lines in, lines and an event out."""

import contextlib
import io
import os
import re
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.brief.request import Request
from dutywriter.text.width import columns
from dutywriter.wizard.events import Answered, Back, Review
from dutywriter.wizard.loop import REVIEW
from dutywriter.wizard.page import Page
from dutywriter.wizard.picker import Option
from dutywriter.wizard.plain import PlainTerminal
from dutywriter.wizard.questions import Question, Situation, own_option, question
from dutywriter.wizard.questions import asked as asked_on_the_way
from dutywriter.wizard.replies import Ticked, Ticking, wrong
from tests.wizard.talk import Talk

LINE = Question("company", "company", "text", "用人单位全称？", hint="直接回车：留待填", why="写进劳动合同的名称")
LEVEL = Question(
    "level",
    "level",
    "choice",
    "哪一级？",
    (Option("专员", "专员", "亲自做"), Option("主管", "主管", "带小组"), Option("经理", "经理", "管部门")),
    "主管",
)
METRICS = Question(
    "metrics",
    "metrics",
    "ticks",
    "看重哪几项？",
    (Option("refund", "退款率", ticked=True), Option("pay", "支付转化率"), Option("quality", "品质退款率")),
    hint="都不选：用常用的",
)
ROLE = Question("role", "role", "text", "哪个岗位？", (Option("驻场运营", "驻场运营"), Option("电商运营", "电商运营")), "驻场运营")
FORTY = Question("many", "many", "ticks", "哪些？", tuple(Option(f"v{n}", f"选项{n}") for n in range(1, 41)))
OWN = Question("platform", "platform", "ticks", "哪些平台？", (Option("a", "抖音"), Option("b", "天猫", ticked=True)), own="平台")
OWN_CHOICE = Question(
    "category", "category", "choice", "什么类目？", (Option("不限定", "不限定"), Option("女装", "女装")), own="类目"
)
TREE = Question(
    "sections",
    "sections",
    "tree",
    "写哪些职责？",
    (
        Option("数据", "数据", options=(Option("d1", "看数", ticked=True), Option("d2", "报数"), own_option("核数"))),
        Option("沟通", "沟通", options=(Option("c1", "开会", usual=True), Option("c2", "答疑"))),
        Option("风险", "风险", options=(Option("r1", "排查"), Option("r2", "演练"))),
    ),
    own="职责",
    least=1,
)
PAGE = Question(
    "review",
    "",
    "page",
    "看一看",
    (Option("write", "写成文件"), Option("", "== 答案 =="), Option("level", "级别", "专员"), Option("", "草稿一行")),
    "write",
)
KEYS = "< 回上一问，? 看说明，= 看全部答案"


def contained(typed, text):
    return typed in text


def page(question):
    return Page(question, lambda _: "")


def asked(question, lines, *, size=(80, 24), check=lambda _: "", **page):
    """The event that `lines` lead to, and what the screen holds then; every line must have been read."""
    keys, screen = io.StringIO(lines), io.StringIO()
    event = PlainTerminal(keys, screen, size, contained).ask(Page(question, check, **page))
    assert keys.read() == ""
    return event, screen.getvalue()


def screens(question, lines, **options):
    """What was shown before each prompt."""
    return [part.split("\n") for part in asked(question, lines, **options)[1].split("> ")]


def test_a_line_is_asked_and_answered():
    event, screen = asked(LINE, "甲公司\n")
    assert event == Answered("甲公司")
    assert screen == f"\n用人单位全称？（直接回车：留待填）\n{KEYS}\n> 已填：甲公司\n"


@pytest.mark.parametrize(("default", "said"), [("", "留空"), ("乙公司", "已填：乙公司")])
def test_enter_alone_takes_the_default_of_a_line(default, said):
    event, screen = asked(Question("save", "", "text", "存到哪里？", default=default), "\n")
    assert event == Answered(default)
    assert screen.endswith(f"> {said}\n")


def test_what_was_typed_before_is_offered_again():
    event, screen = asked(LINE, "\n", typed="甲公司")
    assert event == Answered("甲公司")
    assert "已写“甲公司”，回车就用它，! 不用它\n" in screen


@pytest.mark.parametrize("line", ["!", "！"])
def test_what_was_typed_before_can_be_dropped(line):
    assert asked(LINE, f"{line}\n", typed="甲公司")[0] == Answered("")


def test_a_wrong_line_is_told_and_asked_again():
    event, screen = asked(LINE, "甲\n甲公司\n", check=lambda line: "太短" if len(line) < 3 else "")
    assert event == Answered("甲公司")
    assert "> 太短\n> 已填" in screen


def test_a_wrong_line_is_typed_still_when_the_person_goes_back():
    assert asked(LINE, "甲\n<\n", check=lambda _: "太短")[0] == Back("甲")


TAKEN = {"jd.md": "文件已存在：jd.md", "b.md": "文件已存在：b.md"}


def doubted(lines):
    """The event that `lines` lead to where some names of files are taken, and the screen."""
    save = Question("save", "", "text", "存到哪里？", default="新.docx")
    return asked(save, lines, doubt=lambda line: TAKEN.get(line, ""))


@pytest.mark.parametrize("again", ["", "jd.md"])
def test_what_speaks_against_a_line_is_told_once_and_entered_again_it_is_taken(again):
    event, screen = doubted(f"jd.md\n{again}\n")
    assert event == Answered("jd.md")
    assert screen.endswith("> 文件已存在：jd.md\n> 已填：jd.md\n")


def test_another_line_is_doubted_by_itself():
    event, screen = doubted("jd.md\nb.md\njd.md\na.md\n")
    assert event == Answered("a.md")
    assert re.findall("文件已存在：(.*)", screen) == ["jd.md", "b.md", "jd.md"]


def test_a_doubted_line_is_typed_still_when_the_person_goes_back_and_can_be_dropped():
    assert doubted("jd.md\n<\n")[0] == Back("jd.md")
    assert doubted("jd.md\n!\n")[0] == Answered("新.docx")


def test_what_is_wrong_stands_above_what_is_doubted():
    event, screen = asked(
        LINE, "甲\n甲公司\n\n", check=lambda line: "" if line == "甲公司" else "太短", doubt=lambda _: "常见的名称"
    )
    assert event == Answered("甲公司")
    assert "> 太短\n> 常见的名称\n> 已填" in screen


def test_a_line_that_offers_options_takes_a_number_a_name_or_any_text():
    lines = ["2\n", "电商运营\n", "２\n"]
    assert [asked(ROLE, line)[0] for line in lines] == [Answered("电商运营")] * 3
    assert asked(ROLE, "电商\n")[0] == Answered("电商")
    assert asked(ROLE, "\n")[0] == Answered("驻场运营")
    assert "1. [x] 驻场运营\n2. [ ] 电商运营\n输入序号，或直接写\n" in asked(ROLE, "\n")[1]


def test_a_wrong_line_lists_the_options_that_it_finds():
    event, screen = asked(ROLE, "商\n2\n", check=lambda line: "" if "运营" in line else "没有这个岗位")
    assert event == Answered("电商运营")
    assert "> 没有这个岗位\n哪个岗位？\n2. [ ] 电商运营\n符合的有 1 项；+ 看全部\n" in screen


def test_a_choice_shows_its_options_with_reasons_and_what_enter_takes():
    event, screen = asked(LEVEL, "\n")
    assert event == Answered("主管")
    assert screen == (
        "\n哪一级？\n"
        "1. [ ] 专员  亲自做\n"
        "2. [x] 主管  带小组\n"
        "3. [ ] 经理  管部门\n"
        "直接回车：主管；或输入序号、名称\n"
        f"{KEYS}\n"
        "> 已选：主管\n"
    )


@pytest.mark.parametrize("line", ["3", "３", " 3 ", "经理"])
def test_a_number_or_a_name_chooses(line):
    assert asked(LEVEL, f"{line}\n")[0] == Answered("经理")


def test_without_a_default_enter_takes_the_first_option():
    assert asked(Question("a", "", "choice", "哪个？", LEVEL.options), "\n")[0] == Answered("专员")


def test_other_text_narrows_a_choice_and_enter_takes_what_is_shown_as_marked():
    event, screen = asked(LEVEL, "理\n\n")
    assert event == Answered("经理")
    assert "> \n哪一级？\n3. [x] 经理  管部门\n符合的有 1 项；+ 看全部\n直接回车：经理；" in screen


def test_the_marked_option_stays_marked_where_it_is_among_those_found():
    event, screen = asked(Question("a", "", "choice", "哪个？", METRICS.options, "quality"), "退款\n\n")
    assert event == Answered("quality")
    assert "1. [ ] 退款率\n3. [x] 品质退款率\n符合的有 2 项" in screen


@pytest.mark.parametrize("line", ["总监", "9", "0", "1 9", "9" * 5000])
def test_what_is_no_option_is_told_and_the_list_stays(line):
    event, screen = asked(LEVEL, f"{line}\n\n", size=(10_000, 24))
    assert event == Answered("主管")
    assert f"没有符合“{line}”的选项，请输入 1 到 3 的序号，或名称里的几个字\n> 已选" in screen


def test_enter_alone_takes_the_ticks_as_shown():
    event, screen = asked(METRICS, "\n")
    assert event == Answered(("refund",))
    assert "（都不选：用常用的）\n1. [x] 退款率\n2. [ ] 支付转化率\n" in screen
    assert "直接回车：就选这 1 项；输入序号勾选或取消，如 1,3\n" in screen
    assert screen.endswith("> 已选：退款率\n")


@pytest.mark.parametrize("line", ["1 3", "1,3", "1，3", "3、1", "1;3；", "１ ３", "退款率 品质退款率", "1 品质退款率"])
def test_numbers_and_names_toggle_and_the_list_is_shown_again(line):
    event, screen = asked(METRICS, f"{line}\n\n")
    assert event == Answered(("quality",))
    assert "1. [ ] 退款率\n2. [ ] 支付转化率\n3. [x] 品质退款率\n" in screen


def test_a_name_may_hold_what_stands_between_names():
    question = Question("a", "", "ticks", "哪些？", (Option("评价、售后", "评价、售后"), Option("售后", "售后")))
    assert asked(question, "评价、售后\n\n")[0] == Answered(("评价、售后",))


def test_all_may_be_taken_away_unless_some_must_stay():
    event, screen = asked(METRICS, "1\n\n")
    assert (event, screen.endswith("> 不选\n")) == (Answered(()), True)
    assert "直接回车：不选；" in screen
    least = Question("a", "", "ticks", "哪些？", METRICS.options, least=1)
    event, screen = asked(least, "1\n\n2\n\n")
    assert event == Answered(("pay",))
    assert "> 至少选 1 个\n> " in screen


def test_ticks_made_in_a_narrowed_list_are_kept_with_the_others():
    event, screen = asked(METRICS, "品质\n3\n+\n\n")
    assert event == Answered(("refund", "quality"))
    assert "1. [x] 退款率\n2. [ ] 支付转化率\n3. [x] 品质退款率\n直接" in screen


def test_the_list_is_narrowed_by_the_function_given():
    screen = io.StringIO()
    terminal = PlainTerminal(
        io.StringIO("zhifu\n\n"), screen, (80, 24), lambda typed, text: (typed, text) == ("zhifu", "支付转化率")
    )
    assert terminal.ask(page(METRICS)) == Answered(("refund",))
    assert "2. [ ] 支付转化率\n符合的有 1 项" in screen.getvalue()


LEFT = [
    (LINE, None),
    (LEVEL, None),
    (PAGE, None),
    (METRICS, ("refund",)),
    (TREE, Ticking((Ticked("数据", ("d1",), ("核数",)),))),
]


@pytest.mark.parametrize(("question", "ticked"), LEFT)
@pytest.mark.parametrize("line", ["<", "《", "＜", " < ", "\x1b"])
def test_back_with_what_is_half_done(question, ticked, line):
    assert asked(question, f"{line}\n", typed="half")[0] == Back("half", ticked)


@pytest.mark.parametrize(("question", "ticked"), LEFT)
@pytest.mark.parametrize("line", ["=", "＝"])
def test_review_with_what_is_half_done(question, ticked, line):
    assert asked(question, f"{line}\n", typed="half")[0] == Review("half", ticked)


def test_ticks_are_left_as_they_stand():
    assert asked(METRICS, "2\n<\n")[0] == Back(ticked=("refund", "pay"))


@pytest.mark.parametrize("line", ["?", "？"])
def test_the_reason_of_a_question_is_told(line):
    assert "> 写进劳动合同的名称\n> " in asked(LINE, f"{line}\n\n")[1]
    assert "> 这一问没有更多说明\n> " in asked(LEVEL, f"{line}\n\n")[1]


@pytest.mark.parametrize("question", [LINE, LEVEL, METRICS])
@pytest.mark.parametrize("line", ["\x1b[A", "甲\x1b", "\udcb0\udca1", "\x07"])
def test_keys_that_are_no_text_are_told(question, line):
    event, screen = asked(question, f"{line}\n\n")
    assert event == asked(question, "\n")[0]
    assert "不能显示的控制字符" in screen


@pytest.mark.parametrize("question", [LINE, LEVEL, METRICS, PAGE])
def test_what_is_to_be_told_stands_above_the_question(question):
    said = ("“经营类目：女装”在这里不适用，已不采用", "答案存不下来")
    assert asked(question, "\n", said=said)[1].startswith("“经营类目：女装”在这里不适用，已不采用\n答案存不下来\n\n")


def test_the_earlier_choice_is_what_enter_takes():
    event, screen = asked(LEVEL, "\n", chosen="经理")
    assert event == Answered("经理")
    assert "2. [ ] 主管  带小组\n3. [x] 经理" in screen
    assert asked(LEVEL, "\n", chosen="没有的")[0] == Answered("主管")


# What a person adds


def test_a_name_that_is_no_option_is_added_and_ticked():
    event, screen = asked(OWN, "自建商城\n\n")
    assert event == Answered(("b", "自建商城"))
    assert "3. [x] 自建商城  自己加的\n" in screen
    assert screen.endswith("> 已选：天猫、自建商城\n")


def test_what_was_added_can_be_taken_back_by_its_number():
    assert asked(OWN, "自建商城\n3\n\n")[0] == Answered(("b",))


def test_a_name_that_is_no_option_is_chosen():
    event, screen = asked(OWN_CHOICE, "宠物\n")
    assert event == Answered("宠物")
    assert screen.endswith("> 已选：宠物\n")


@pytest.mark.parametrize("question", [OWN, OWN_CHOICE])
def test_what_is_added_must_be_possible(question):
    event, screen = asked(question, "宠物\n\n", check=lambda line: f"没有“{line}”")
    assert event == asked(question, "\n")[0]
    assert "> 没有“宠物”\n> " in screen


def test_letters_of_an_option_narrow_even_where_names_can_be_added():
    event, screen = asked(OWN, "抖\n1\n\n")
    assert event == Answered(("a", "b"))
    assert "符合的有 1 项" in screen


# Sections with their duties


def test_enter_alone_takes_the_sections_with_the_duties_that_are_ticked():
    event, screen = asked(TREE, "\n")
    assert event == Answered(Ticking((Ticked("数据", ("d1",), ("核数",)),)))
    assert "1. [x] 数据\n2. [ ] 沟通\n3. [ ] 风险\n" in screen
    assert screen.endswith("> 已选：数据\n")


def test_a_section_that_is_ticked_brings_its_usual_duties_or_all():
    assert asked(TREE, "2,3\n\n")[0] == Answered(
        Ticking((Ticked("数据", ("d1",), ("核数",)), Ticked("沟通", ("c1",)), Ticked("风险", ("r1", "r2"))))
    )


def test_one_section_must_stay():
    event, screen = asked(TREE, "数据\n\n风险\n\n")
    assert event == Answered(Ticking((Ticked("风险", ("r1", "r2")),)))
    assert "> 至少选 1 个\n" in screen


def test_lines_of_the_persons_own_are_for_the_other_terminal():
    assert "没有符合“开个会”的选项" in asked(TREE, "开个会\n\n")[1]


# The review page


def test_the_review_page_is_read_and_a_row_of_it_chosen():
    event, screen = asked(PAGE, "2\n")
    assert event == Answered("level")
    assert "1. [x] 写成文件\n== 答案 ==\n2. [ ] 级别  专员\n草稿一行\n直接回车：写成文件；" in screen
    assert asked(PAGE, "\n")[0] == Answered("write")
    assert asked(PAGE, "级别\n")[0] == Answered("level")


def test_text_rows_are_not_chosen():
    event, screen = asked(PAGE, "草稿一行\n3\n0\n\n")
    assert event == Answered("write")
    assert "没有符合“草稿一行”的选项，请输入 1 到 2 的序号" in screen


def test_options_are_found_by_their_other_words():
    named = Question("a", "", "choice", "哪个？", (Option("a", "驻场"), Option("b", "电商运营", words=("网店",))))
    event, screen = asked(named, "网\n\n")
    assert event == Answered("b")
    assert "2. [x] 电商运营\n符合的有 1 项" in screen


def numbers(page):
    return [int(row.split(".")[0]) for row in page if ". [" in row]


def test_long_lists_come_in_pages_and_begin_again_after_the_last():
    first, second, third, again, _ = screens(FORTY, "+\n+\n+\n\n", size=(80, 22))
    assert numbers(first) + numbers(second) + numbers(third) == list(range(1, 41))
    assert "第 1 到 16 项，共 40 项；+ 看后面" in first
    assert "第 33 到 40 项，共 40 项；+ 看全部" in third
    assert again == first


def test_ticks_leave_the_list_at_its_page():
    event, screen = asked(FORTY, "+\n20\n\n", size=(80, 22))
    assert event == Answered(("v20",))
    assert "20. [x] 选项20\n" in screen
    assert screen.count(" 1. [ ] 选项1\n") == 1


@given(st.integers(40, 100), st.integers(1, 60), st.integers(0, 5))
def test_a_page_fits_the_terminal_whatever_its_size(width, height, pages):
    question = Question("a", "", "ticks", "哪些模块？", tuple(Option(str(n), f"模块{n}", "理由" * n) for n in range(1, 31)))
    for page in screens(question, "+\n" * pages + "\n", size=(width, height))[:-1]:
        assert all(columns(row) <= width for row in page)
        assert len(page) <= height or len(numbers(page)) == 1


@pytest.mark.parametrize("role", ["驻场", "电商", "产品"])
def test_every_question_can_be_read_on_forty_columns(catalogue, brief_of, role):
    brief = brief_of(role=role, metrics=["客户满意度"])
    here = Situation(brief, catalogue, Request("", ()))
    for id_ in (*asked_on_the_way(brief), "sections"):
        found = question(id_, here)
        if found:
            event, screen = asked(found, "+\n" * 60 + "?\n\n", size=(40, 20))
            assert isinstance(event, Answered)
            rows = [row.removeprefix("> ") for row in screen.split("\n")]
            assert all(columns(row) <= 40 and row.isprintable() for row in rows)
            assert set(numbers(rows)) == set(range(1, sum(bool(option.value) for option in found.options) + 1))


# A conversation


@pytest.fixture
def conversed(catalogue, brief_of):
    """`conversed(lines)`: an interview up to the review page that these lines lead through, and what the screen holds then."""

    def converse(lines):
        talk = Talk.begun(catalogue, brief_of())

        def shown():
            asking = talk.question
            return Page(
                asking, lambda text: wrong(asking, catalogue, text), typed=talk.typed, chosen=talk.chosen, said=talk.state.said
            )

        screen = io.StringIO()
        terminal = PlainTerminal(io.StringIO(lines), screen, (80, 24), contained)
        with contextlib.suppress(KeyboardInterrupt):  # the lines were too few
            terminal.converse(shown(), lambda event: None if talk.does(event).place == REVIEW else shown())
        assert talk.place == REVIEW
        return talk, screen.getvalue()

    return converse


def test_enter_alone_through_all_questions_gives_the_default_draft(conversed, draft_of):
    assert conversed("\n" * 8)[0].draft == draft_of(role="驻场")


def test_lines_through_all_questions_give_the_draft_of_the_same_flags(conversed, draft_of):
    talk, screen = conversed("\n电商运营\n\n主管\n<\n\n抖音\n\n女装\n退款率（金额）\n\n32%\n很低\n26%\n2027Q2\n\n")
    assert talk.draft == draft_of(
        role="电商", level="主管", platform="抖音", category="女装", metrics=["退款率（金额）=32%->26%@2027-06-30"]
    )
    assert "> “很低”不是数字" in screen


def test_a_section_that_is_taken_away_on_the_way_is_not_in_the_draft(conversed, draft_of):
    talk, screen = conversed("\n产品运营\n\n\n\n\n1\n\n")
    (out,) = re.findall(r"^ ?1\. \[ \] (\S+)", screen.split("写哪些职责？")[-1], re.MULTILINE)
    usual = [(duty.section_title, duty.text) for duty in draft_of(role="产品").duties()]
    assert out in dict(usual)
    assert [(duty.section_title, duty.text) for duty in talk.draft.duties()] == [duty for duty in usual if duty[0] != out]


def test_a_wrong_name_is_told_as_in_the_other_terminal(catalogue, brief_of):
    brief = brief_of(role="电商")
    found = question("platform", Situation(brief, catalogue, Request("", ())))
    event, screen = asked(found, "自\x07建\n自建商城\n\n", check=lambda text: wrong(found, catalogue, text))
    assert event == Answered(("自建商城",))
    assert "不能显示的控制字符" in screen


def test_a_conversation_ends_where_no_page_comes():
    events = []
    PlainTerminal(io.StringIO("\n\n"), io.StringIO(), (80, 24), contained).converse(page(LINE), events.append)
    assert events == [Answered("")]


@given(
    st.sampled_from([LINE, LEVEL, METRICS, ROLE, FORTY, OWN, OWN_CHOICE, TREE, PAGE]),
    st.lists(st.text(st.characters(exclude_characters="\n\r"))),
)
def test_whatever_is_typed_the_screen_gets_printable_lines(question, lines):
    screen = io.StringIO()
    keys = io.StringIO("".join(f"{line}\n" for line in lines), newline="\n")
    with contextlib.suppress(KeyboardInterrupt):
        PlainTerminal(keys, screen, (80, 24), contained).ask(page(question))
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in screen.getvalue().replace("\n", ""))


def test_what_is_shown_stays_in_one_piece_and_cannot_steer_the_terminal():
    screen = io.StringIO()
    PlainTerminal(io.StringIO(), screen, (20, 24), contained).show("dutywriter new --role 驻场 --out a.md\n\n\x1b[2J")
    assert screen.getvalue() == "dutywriter new --role 驻场 --out a.md\n\n�[2J\n"


@pytest.mark.parametrize("lines", ["", "1\n", "99"])
def test_the_end_of_the_input_is_an_interrupt(lines):
    with pytest.raises(KeyboardInterrupt):
        asked(METRICS, lines)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
def test_a_terminal_that_goes_away_is_an_interrupt():
    ours, theirs = os.openpty()
    os.close(theirs)
    with open(ours, "r+b", buffering=0) as gone:
        keys, screen = io.TextIOWrapper(gone), io.StringIO()
        with pytest.raises(KeyboardInterrupt):
            PlainTerminal(keys, screen, (80, 24), contained).ask(page(LINE))
        keys.detach()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that takes nothing")
def test_a_screen_that_takes_nothing_is_an_interrupt():
    with open("/dev/full", "wb", buffering=0) as full:
        screen = io.TextIOWrapper(full, "utf-8", write_through=True)
        with pytest.raises(KeyboardInterrupt):
            PlainTerminal(io.StringIO("\n"), screen, (80, 24), contained).ask(page(LINE))


def test_no_prompt_library_is_loaded():
    probe = "import sys, dutywriter.wizard.plain; print({'questionary', 'prompt_toolkit'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True).stdout.strip() == b"set()"
