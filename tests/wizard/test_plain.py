"""Questions on a terminal that can only print: lines in, lines and an event out."""

import contextlib
import io
import os
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.brief.answers import layered
from dutywriter.compose.compose import compose
from dutywriter.text.width import columns
from dutywriter.wizard.events import Answered, Back, Review
from dutywriter.wizard.loop import interview, wrong
from dutywriter.wizard.plain import PlainTerminal
from dutywriter.wizard.questions import Option, Question, questions

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
KEYS = "< 回上一问，? 看说明，= 看全部答案"


def contained(typed, text):
    return typed in text


def asked(question, lines, typed="", check=lambda _: "", size=(80, 24)):
    """The event that `lines` lead to, and what the screen holds then; every line must have been read."""
    keys, screen = io.StringIO(lines), io.StringIO()
    event = PlainTerminal(keys, screen, size, contained).ask(question, check, typed)
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
    assert terminal.ask(METRICS, lambda _: "", "") == Answered(("refund",))
    assert "2. [ ] 支付转化率\n符合的有 1 项" in screen.getvalue()


@pytest.mark.parametrize("question", [LINE, LEVEL, METRICS])
@pytest.mark.parametrize("line", ["<", "《", "＜", " < ", "\x1b"])
def test_back(question, line):
    assert asked(question, f"{line}\n", typed="half")[0] == Back("half")


@pytest.mark.parametrize("question", [LINE, LEVEL, METRICS])
@pytest.mark.parametrize("line", ["=", "＝"])
def test_review(question, line):
    assert asked(question, f"{line}\n")[0] == Review()


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
    for question in questions(brief_of(role=role, metrics=["客户满意度"]), catalogue):
        event, screen = asked(question, "+\n" * 40 + "?\n\n", size=(40, 20))
        assert isinstance(event, Answered)
        rows = [row.removeprefix("> ") for row in screen.split("\n")]
        assert all(columns(row) <= 40 and row.isprintable() for row in rows)
        assert set(numbers(rows)) == set(range(1, len(question.options) + 1))


def test_enter_alone_through_all_questions_gives_the_default_draft(catalogue, draft_of):
    terminal = PlainTerminal(io.StringIO("\n" * 50), io.StringIO(), (80, 24), contained)
    brief = interview(lambda question, check: terminal.ask(question, check, "").reply, layered({}, {}, catalogue), catalogue)
    assert compose(brief, catalogue) == draft_of(role="驻场")


def test_a_wrong_role_is_told_as_in_the_other_terminal(catalogue):
    question = next(questions(layered({}, {}, catalogue), catalogue))
    event, screen = asked(question, "驻厂\n驻场\n", check=lambda text: wrong(question, catalogue, text))
    assert event == Answered("驻场")
    assert "是不是 驻场运营？" in screen


@given(st.sampled_from([LINE, LEVEL, METRICS, ROLE, FORTY]), st.lists(st.text(st.characters(exclude_characters="\n\r"))))
def test_whatever_is_typed_the_screen_gets_printable_lines(question, lines):
    screen = io.StringIO()
    keys = io.StringIO("".join(f"{line}\n" for line in lines), newline="\n")
    with contextlib.suppress(KeyboardInterrupt):
        PlainTerminal(keys, screen, (80, 24), contained).ask(question, lambda _: "", "")
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
            PlainTerminal(keys, screen, (80, 24), contained).ask(LINE, lambda _: "", "")
        keys.detach()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that takes nothing")
def test_a_screen_that_takes_nothing_is_an_interrupt():
    with open("/dev/full", "wb", buffering=0) as full:
        screen = io.TextIOWrapper(full, "utf-8", write_through=True)
        with pytest.raises(KeyboardInterrupt):
            PlainTerminal(io.StringIO("\n"), screen, (80, 24), contained).ask(LINE, lambda _: "", "")


def test_no_prompt_library_is_loaded():
    probe = "import sys, dutywriter.wizard.plain; print({'questionary', 'prompt_toolkit'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True).stdout.strip() == b"set()"
