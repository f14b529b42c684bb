"""The list as it is drawn, without a terminal: what a person would read."""

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dutywriter.text.width import columns
from dutywriter.wizard.drawing import rows
from dutywriter.wizard.picker import Option, Picker

SECTIONS = Picker(
    (
        Option(
            "受理",
            "需求受理与响应",
            "影响：响应及时率；驻场岗位常用",
            options=(
                Option("r1", "登记每一条需求，写明提出人、期望时间和验收人", "每日", ticked=True),
                Option("r2", "回访需求方", "每周"),
            ),
        ),
        Option("数据", "数据与复盘", "写明了目标：客户满意度", options=(Option("d1", "核对日报", ticked=True),)),
        Option("交接", "交接"),
        Option("", "其他"),
        Option("沟通", "与各部门、供应商的沟通协调和会议纪要管理", "这个说明在光标处折行，写全它的每一个字。"),
    ),
    many=True,
)
PAGE = Picker(
    (
        Option("", "岗位目的"),
        Option("", "", "承接甲方日常需求，按约定的时限完成，满意度由 88% 提高到 93%。"),
        Option("", ""),
        Option("目标", "改目标", "客户满意度"),
    )
)


def numbered(count, note=""):
    return Picker(tuple(Option(str(number), f"指标{number}", note) for number in range(count)), many=True)


def drawn(picker, width, height=15):
    return [re.sub(" +$", "", "".join(text for _, text in row)) for row in rows(picker, width, height)]


def block(text):
    return dedent(text).strip("\n").split("\n")


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """
              - [-] 需求受理与响应  影响：响应及...
            >     [x] 登记每一条需求，写明提出人、期
                      望时间和验收人
                      每日
                  [ ] 回访需求方    每周
              + [x] 数据与复盘      写明了目标：...
                [ ] 交接
              其他
                [ ] 与各部门、供应商的沟通协调和...
            """,
        ),
        (
            80,
            """
              - [-] 需求受理与响应  影响：响应及时率；驻场岗位常用
            >     [x] 登记每一条需求，写明提出人、期望时间和验收人  每日
                  [ ] 回访需求方    每周
              + [x] 数据与复盘      写明了目标：客户满意度
                [ ] 交接
              其他
                [ ] 与各部门、供应商的沟通协调和会议纪要管理  这个说明在光标处折行，写全...
            """,
        ),
        (
            200,
            """
              - [-] 需求受理与响应                                  影响：响应及时率；驻场岗位常用
            >     [x] 登记每一条需求，写明提出人、期望时间和验收人  每日
                  [ ] 回访需求方                                    每周
              + [x] 数据与复盘                                      写明了目标：客户满意度
                [ ] 交接
              其他
                [ ] 与各部门、供应商的沟通协调和会议纪要管理        这个说明在光标处折行，写全它的每一个字。
            """,
        ),
    ],
)
def test_sections_with_their_duties(width, expected):
    assert drawn(SECTIONS.opened_at().moved(1), width) == block(expected)


def test_what_was_cut_is_whole_at_the_cursor():
    assert drawn(SECTIONS.to_last(), 40)[-4:] == block(
        """
        >   [ ] 与各部门、供应商的沟通协调和会议
                纪要管理
                这个说明在光标处折行，写全它的每
                一个字。
        """
    )
    assert drawn(SECTIONS.to_last(), 80)[-2:] == block(
        """
        >   [ ] 与各部门、供应商的沟通协调和会议纪要管理
                这个说明在光标处折行，写全它的每一个字。
        """
    )


def test_a_short_note_is_shown_where_it_fits_and_a_long_one_not_as_a_stump():
    both = Picker(
        (Option("甲", "甲"), Option("乙", "回访需求方并做好记录", "每日"), Option("丙", "回访需求方并做好记录", "每日上班后"))
    )
    assert drawn(both, 28) == ["> 甲", "  回访需求方并做好记录  每日", "  回访需求方并做好记录"]


def test_a_single_choice_has_no_boxes():
    levels = Picker((Option("专员", "专员", "照做"), Option("主管", "主管", "带组"))).placed("主管")
    assert drawn(levels, 40) == ["  专员  照做", "> 主管  带组"]


def test_text_rows_are_whole_everywhere():
    expected = """
        > 岗位目的
          承接甲方日常需求，按约定的时限完成，满
          意度由 88% 提高到 93%。

          改目标  客户满意度
        """
    assert drawn(PAGE, 40) == block(expected)


def test_a_long_list_says_how_much_is_out_of_sight():
    assert drawn(numbered(40), 40, 5) == block(
        """
        > [ ] 指标0
          [ ] 指标1
          [ ] 指标2
          [ ] 指标3
          下面还有 36 项
        """
    )
    assert drawn(numbered(40).moved(20), 40, 5) == block(
        """
          上面还有 19 项
          [ ] 指标19
        > [ ] 指标20
          [ ] 指标21
          下面还有 18 项
        """
    )
    assert drawn(numbered(40).to_last(), 40, 5) == block(
        """
          上面还有 36 项
          [ ] 指标36
          [ ] 指标37
          [ ] 指标38
        > [ ] 指标39
        """
    )


@pytest.mark.parametrize("count", [40, 200])
def test_a_long_list_fills_its_window_wherever_the_cursor_is(count):
    for number in range(count):
        shown = drawn(numbered(count).moved(number), 80)
        assert len(shown) == 15
        assert f"> [ ] 指标{number}" in shown


def test_every_option_is_seen_on_the_way_down_page_by_page():
    picker, seen = numbered(200), set()
    for _ in range(20):
        seen |= {row[2:] for row in drawn(picker, 80)}
        picker = picker.paged(1, 15)
    assert {f"[ ] 指标{number}" for number in range(200)} <= seen


def test_a_window_too_small_for_a_note_says_that_there_is_more():
    picker = numbered(40, "完成数除以应完成数，按月统计，由甲方项目负责人核对").moved(20)
    assert drawn(picker, 40, 4) == ["  上面还有 20 项", "> [ ] 指标20", "  ...", "  下面还有 19 项"]
    assert drawn(picker, 40, 2) == ["> [ ] 指标20", "  ..."]
    assert drawn(picker, 40, 1) == ["> [ ] 指标20"]


def test_nothing_that_matches_is_one_line_that_says_how_to_go_on():
    assert drawn(SECTIONS.narrowed("没有"), 40) == ["没有符合“没有”的选项，按退格键删字"]
    assert drawn(SECTIONS.narrowed("没有" * 9), 40) == ["没有符合“没有没...”的选项，按退格键删字"]
    assert drawn(Picker(()), 40) == []


def test_a_sub_option_that_matches_shows_its_option_as_opened():
    assert drawn(SECTIONS.narrowed("核对"), 40) == ["> - [x] 数据与复盘", "        写明了目标：客户满意度", "      [x] 核对日报"]


def test_styles_name_what_a_text_is():
    assert rows(SECTIONS, 80, 15)[0] == (
        ("cursor", "> "),
        ("title", "+ "),
        ("ticked", "[-] "),
        ("cursor", "需求受理与响应"),
        ("note", "  影响：响应及时率；驻场岗位常用"),
    )
    assert rows(SECTIONS, 80, 15)[2] == (("title", "  "), ("title", "  "), ("title", "[ ] "), ("title", "交接"))
    assert [row[-1][0] for row in rows(PAGE, 40, 15)] == ["heading", "text", "text", "text", "note"]
    assert rows(numbered(9), 40, 3)[-1] == (("hint", "  下面还有 7 项"),)


TEXTS = st.text("需求，。“”… ab1", max_size=60)
WORDS = st.text("abc/", min_size=30, max_size=60)


@st.composite
def pickers(draw):
    options = tuple(
        Option(
            draw(st.sampled_from((str(number), str(number), ""))),
            draw(TEXTS | WORDS),
            draw(TEXTS | WORDS),
            ticked=draw(st.booleans()),
            options=tuple(Option(f"{number}/{sub}", draw(TEXTS), draw(TEXTS)) for sub in range(draw(st.integers(0, 3)))),
        )
        for number in range(draw(st.integers(0, 12)))
    )
    options = tuple(option if option.value else replace(option, ticked=False, options=()) for option in options)
    opened = frozenset(option.value for option in options if option.value and draw(st.booleans()))
    picker = Picker(options, many=draw(st.booleans()), opened=opened)
    return picker.moved(draw(st.integers(0, 20))).narrowed(draw(st.sampled_from(("", "", "a", "需", "没"))))


@given(pickers(), st.integers(20, 120), st.integers(1, 20))
def test_the_window_holds_the_cursor_and_never_more_than_it_can(picker, width, height):
    shown = rows(picker, width, height)
    assert len(shown) <= height
    assert all(columns("".join(text for _, text in row)) <= width for row in shown)
    assert sum(row[0] == ("cursor", "> ") for row in shown) == bool(picker.visible())


@given(pickers(), st.integers(20, 120))
def test_a_window_that_is_high_enough_shows_everything_and_the_cursors_option_whole(picker, width):
    shown = rows(picker, width, 1000)
    assert not any(style == "hint" for row in shown for style, _ in row) or not picker.visible()
    if picker.current:
        everything = "".join(text for row in shown for _, text in row).replace(" ", "")
        assert picker.current.title.replace(" ", "") in everything
        assert picker.current.note.replace(" ", "") in everything


@given(st.integers(1, 60), st.integers(0, 60), st.integers(3, 20))
def test_the_hints_count_what_is_not_shown(count, by, height):
    shown = drawn(numbered(count, "按月").moved(by), 40, height)
    hidden = [int(number) for row in shown for number in re.findall(r"面还有 (\d+) 项", row)]
    assert sum(hidden) + sum("指标" in row for row in shown) == count
