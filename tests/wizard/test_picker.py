"""The list without a terminal: keys in, another list out."""

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dutywriter.wizard.picker import Option, Picker, mark

PLATFORMS = Picker(
    (Option("天猫", "天猫", words=("淘系",)), Option("京东", "京东", ticked=True), Option("抖音", "抖音")), many=True
)
TREE = Picker(
    (
        Option("受理", "需求受理", options=(Option("r1", "登记需求", ticked=True), Option("r2", "每日回访需求方"))),
        Option("数据", "数据与复盘", options=(Option("d1", "核对日报", ticked=True), Option("d2", "编制周报", ticked=True))),
        Option("交接", "交接", ticked=True),
    ),
    many=True,
)
USUAL = Picker(
    (Option("报数", "报数", options=(Option("a", "日报", usual=True), Option("b", "周报", usual=True), Option("c", "月报"))),),
    many=True,
)


def titles(picker):
    return [picker.option(place).title for place in picker.visible()]


def picked(picker):
    return [(option.value, *(sub.value for sub in option.options)) for option in picker.picked()]


def marks(picker):
    return "".join(mark(option) for option in picker.options)


def after(picker, *keys):
    for name, *arguments in keys:
        picker = getattr(picker, name)(*arguments)
    return picker


def test_the_cursor_stops_at_the_ends():
    assert PLATFORMS.cursor == 0
    assert PLATFORMS.moved(-1).cursor == 0
    assert PLATFORMS.moved(1).current.value == "京东"
    assert PLATFORMS.moved(1).moved(5).cursor == PLATFORMS.to_last().cursor == 2
    assert PLATFORMS.to_last().to_first().cursor == 0


HEADED = Picker(
    (
        Option("a", "甲"),
        Option("", ""),
        Option("", "== 答案 =="),
        Option("b", "乙"),
        Option("c", "丙"),
        *(Option("", f"草稿第 {number} 行") for number in range(9)),
    )
)


def test_a_step_goes_over_headings_and_blank_rows():
    down = HEADED.stepped(1)
    assert (down.current.value, down.stepped(1).current.value) == ("b", "c")
    assert down.stepped(-1).current.value == "a"
    assert HEADED.stepped(-1).cursor == 0


def test_a_text_that_is_longer_than_headings_are_is_read_row_by_row():
    picker = HEADED.placed("c")
    for row in (5, 6, 7):
        picker = picker.stepped(1)
        assert picker.cursor == row
    assert HEADED.to_last().stepped(-1).cursor == 12
    assert HEADED.to_last().stepped(1).cursor == 13


def test_a_step_in_a_list_without_headings_is_a_row():
    opened = TREE.opened_at()
    assert [opened.moved(row).stepped(1).cursor for row in range(5)] == [1, 2, 3, 4, 4]
    assert [opened.moved(row).stepped(-1).cursor for row in range(5)] == [0, 0, 1, 2, 3]


def test_a_page_is_a_window_less_its_hints():
    long = Picker(tuple(Option(str(number), str(number)) for number in range(40)))
    assert long.paged(1, 15).cursor == 13
    assert long.paged(9, 15).cursor == 39
    assert long.to_last().paged(-1, 15).cursor == 26
    assert long.paged(1, 1).cursor == 1


def test_space_ticks_and_unticks_what_the_cursor_is_on():
    assert picked(PLATFORMS) == [("京东",)]
    assert picked(PLATFORMS.toggled()) == [("天猫",), ("京东",)]
    assert picked(PLATFORMS.moved(1).toggled()) == []


def test_a_single_choice_is_the_option_at_the_cursor_and_has_no_ticks():
    single = Picker(PLATFORMS.options).placed("抖音")
    assert picked(single) == [("抖音",)]
    assert single.toggled() == single.all_toggled() == single
    assert picked(single.narrowed("jd")) == [("京东",)]
    assert picked(single.narrowed("拼多多")) == []


def test_no_value_places_the_cursor_nowhere():
    headed = Picker((Option("a", "甲"), Option("", "另外的"), Option("b", "乙")))
    assert headed.placed("") == headed.placed("丙") == headed


def test_what_has_sub_options_is_ticked_as_far_as_they_are():
    assert marks(TREE) == "-xx"
    assert picked(TREE) == [("受理", "r1"), ("数据", "d1", "d2"), ("交接",)]


def test_space_takes_all_ticks_away_where_there_are_any_and_else_gives_all():
    none = TREE.toggled()
    assert (marks(none), picked(none)) == (" xx", [("数据", "d1", "d2"), ("交接",)])
    assert (marks(none.toggled()), picked(none.toggled())[0]) == ("xxx", ("受理", "r1", "r2"))


def test_space_on_an_option_without_ticks_gives_those_that_are_usual():
    usual = USUAL.toggled()
    assert (marks(usual), picked(usual)) == ("x", [("报数", "a", "b")])
    assert picked(usual.toggled()) == []
    one_more = after(USUAL, ("opened_at",), ("moved", 3), ("toggled",), ("to_first",))
    assert picked(one_more) == [("报数", "c")]
    assert picked(one_more.toggled()) == []


@pytest.mark.parametrize(
    ("ticked", "shown"), [("", " "), ("a", "-"), ("c", "-"), ("ab", "x"), ("ac", "-"), ("bc", "-"), ("abc", "x")]
)
def test_an_option_is_marked_whole_where_all_that_is_usual_is_ticked(ticked, shown):
    section = USUAL.options[0]
    assert mark(replace(section, options=tuple(replace(sub, ticked=sub.value in ticked) for sub in section.options))) == shown


def test_a_tick_of_a_sub_option_shows_on_its_option():
    picker = after(TREE, ("opened_at",), ("moved", 1), ("toggled",))
    assert marks(picker) == " xx"
    assert marks(after(picker, ("moved", 1), ("toggled",))) == "-xx"


def test_all_are_ticked_then_none():
    assert marks(TREE.all_toggled()) == "xxx"
    assert marks(TREE.all_toggled().all_toggled()) == "   "


def test_all_is_what_narrowing_lets_through():
    assert picked(TREE.narrowed("需求").all_toggled()) == [("受理", "r1", "r2"), ("数据", "d1", "d2"), ("交接",)]
    assert picked(TREE.narrowed("周报").all_toggled()) == [("受理", "r1"), ("数据", "d1"), ("交接",)]


def test_right_shows_the_sub_options_and_left_goes_back_to_their_option():
    opened = TREE.opened_at()
    assert titles(opened) == ["需求受理", "登记需求", "每日回访需求方", "数据与复盘", "交接"]
    child = opened.moved(2)
    assert child.closed_at().current.value == "受理"
    assert titles(child.closed_at()) == titles(opened)
    assert titles(child.closed_at().closed_at()) == titles(TREE)
    assert TREE.to_last().opened_at().opened == frozenset()


def test_narrowing_shows_what_matches_in_characters_pinyin_or_other_words():
    assert titles(PLATFORMS.narrowed("京")) == titles(PLATFORMS.narrowed("jingd")) == ["京东"]
    assert titles(PLATFORMS.narrowed("淘系")) == ["天猫"]
    assert titles(PLATFORMS.narrowed(" ")) == titles(PLATFORMS)


def test_narrowing_shows_a_sub_option_below_its_option():
    assert titles(TREE.narrowed("周报")) == ["数据与复盘", "编制周报"]
    assert titles(TREE.narrowed("需求受理")) == ["需求受理"]
    assert titles(TREE.opened_at().narrowed("需求受理")) == ["需求受理", "登记需求", "每日回访需求方"]
    assert titles(TREE.opened_at().narrowed("回访")) == ["需求受理", "每日回访需求方"]


def test_the_cursor_stays_on_its_option_while_that_is_shown():
    tiktok = PLATFORMS.to_last()
    assert tiktok.narrowed("抖").current.value == "抖音"
    assert tiktok.narrowed("京").current.value == "京东"
    assert tiktok.narrowed("拼").current is None
    assert tiktok.narrowed("拼").cursor == 0
    assert tiktok.narrowed("京").narrowed("").current.value == "抖音"


def test_what_was_done_while_narrowed_keeps_the_cursor_there_afterwards():
    assert PLATFORMS.narrowed("京").toggled().narrowed("").current.value == "京东"
    weekly = TREE.narrowed("周报").moved(1).toggled().narrowed("")
    assert weekly.current.value == "数据"
    assert marks(weekly) == "--x"


def test_an_option_is_lifted_among_its_neighbours_and_the_cursor_goes_along():
    lifted = PLATFORMS.to_last().lifted(-1)
    assert titles(lifted) == ["天猫", "抖音", "京东"]
    assert lifted.current.value == "抖音"
    assert titles(lifted.lifted(-9)) == ["抖音", "天猫", "京东"]
    assert titles(PLATFORMS.lifted(-1)) == titles(PLATFORMS)


def test_a_sub_option_stays_with_its_option_when_it_is_lifted():
    lifted = after(TREE, ("opened_at",), ("moved", 1), ("lifted", 5))
    assert titles(lifted) == ["需求受理", "每日回访需求方", "登记需求", "数据与复盘", "交接"]
    assert picked(TREE.lifted(1))[:2] == [("数据", "d1", "d2"), ("受理", "r1")]


def test_nothing_is_lifted_while_narrowed_and_the_person_is_told():
    refused = PLATFORMS.narrowed("京").lifted(1)
    assert refused.options == PLATFORMS.options
    assert "先删去筛选的字" in refused.told
    assert refused.moved(1).told == ""


def test_a_line_of_ones_own_is_ticked_and_has_the_cursor():
    picker = PLATFORMS.narrowed("京").with_option("", Option("视频号", "视频号"))
    assert picked(picker) == [("京东",), ("视频号",)]
    assert picker.current.value == "视频号"
    assert not picker.is_narrowed


def test_a_line_of_ones_own_stands_below_its_option():
    picker = TREE.with_option("数据", Option("核对月报", "核对月报"))
    assert picked(picker)[1] == ("数据", "d1", "d2", "核对月报")
    assert picker.current.value == "核对月报"
    assert titles(picker)[1:5] == ["数据与复盘", "核对日报", "编制周报", "核对月报"]


def test_a_line_that_is_there_already_is_ticked_instead():
    picker = PLATFORMS.with_option("", Option("天猫", "天猫"))
    assert len(picker.options) == 3
    assert picked(picker) == [("天猫",), ("京东",)]
    with pytest.raises(ValueError, match="没有"):
        TREE.with_option("没有", Option("甲", "甲"))


def test_a_text_row_can_be_read_and_nothing_else():
    page = Picker((Option("", "岗位目的"), Option("目标", "目标"), Option("", "", "承接日常需求。")), many=True)
    for row in (page, page.to_last()):
        assert row.toggled().options == row.lifted(1).options == row.options
        assert row.opened_at().opened == frozenset()
    assert picked(page.all_toggled()) == [("目标",)]
    assert picked(Picker(page.options)) == []


def test_an_empty_list_takes_every_key():
    nothing = Picker((), many=True)
    for name, *arguments in KEYS:
        assert getattr(nothing, name)(*arguments).picked() == ()
    assert nothing.cursor == 0


KEYS = (
    *((name,) for name in ("to_first", "to_last", "toggled", "all_toggled", "opened_at", "closed_at")),
    *(("moved", by) for by in (-3, -1, 1, 2)),
    *(("lifted", by) for by in (-2, 1)),
    ("paged", 1, 4),
    ("placed", "受理"),
    *(("narrowed", typed) for typed in ("", "受", "sl", "复盘", "没有这个")),
)

titles_of = st.text("需求受理复盘周报a", min_size=1, max_size=4)


@st.composite
def options(draw, above=""):
    """Options, text rows among them, with sub-options below those that are not themselves `above` any."""
    count = draw(st.integers(0, 4))
    made = []
    for number in range(count):
        value = draw(st.sampled_from((f"{above}{number}", f"{above}{number}", "")))
        below = draw(options(f"{value}/")) if value and not above else ()
        ticked, usual = (bool(value) and draw(st.booleans()) for _ in range(2))
        made.append(Option(value, draw(titles_of), ticked=ticked, options=below, usual=usual and bool(above)))
    return tuple(made)


@st.composite
def pickers(draw):
    """A list that some keys were pressed on."""
    return after(Picker(draw(options()), many=draw(st.booleans())), *draw(st.lists(st.sampled_from(KEYS), max_size=8)))


def values(picker):
    return sorted(option.value for option in chain(picker.options, *(option.options for option in picker.options)))


@given(pickers())
def test_the_cursor_is_on_what_is_visible(picker):
    shown = picker.visible()
    assert (picker.here is None) == (not shown)
    assert picker.cursor == (shown.index(picker.here) if shown else 0)


@given(pickers(), st.text("需求sl没", max_size=3))
def test_narrowing_and_clearing_restores_everything(picker, typed):
    open_ = picker.narrowed("")
    assert open_.narrowed(typed).narrowed("") == open_
    assert open_.narrowed(typed).narrowed("").cursor == open_.cursor


@given(pickers(), st.text("需求sl没", max_size=3), st.integers(-5, 5))
def test_what_is_ticked_does_not_depend_on_narrowing_or_the_cursor(picker, typed, by):
    ticks = Picker(picker.options, many=True, at=picker.at, opened=picker.opened)
    assert ticks.narrowed(typed).moved(by).picked() == ticks.picked()


@given(pickers(), st.integers(-5, 5))
def test_lifting_is_a_permutation_and_can_be_undone_step_by_step(picker, by):
    lifted = picker.lifted(by)
    assert values(lifted) == values(picker)
    assert sorted(option.value for option in lifted.picked()) == sorted(option.value for option in picker.picked())
    if picker.lifted(1).options != picker.options:
        assert picker.lifted(1).lifted(-1).options == picker.options


@given(pickers())
def test_space_goes_to_and_fro_between_no_ticks_and_the_usual_ones(picker):
    once, twice = picker.toggled(), picker.toggled().toggled()
    if not picker.many or not picker.current or not picker.current.value:
        assert once.options == picker.options
        return
    assert mark(once.current) == ("x" if mark(picker.current) == " " else " ")
    assert mark(twice.current) == ("x" if mark(once.current) == " " else " ")
    assert twice.toggled().options == once.options


@given(pickers(), st.sampled_from([-1, 1]))
def test_a_step_passes_no_option(picker, by):
    stepped = picker.stepped(by)
    first, last = sorted((picker.cursor, stepped.cursor))
    between = [picker.option(place) for place in picker.visible()[first + 1 : last]]
    assert not any(option.value for option in between)
    assert (stepped.cursor - picker.cursor) * by >= 0
    if stepped.cursor == picker.cursor and picker.visible():
        assert picker.cursor in (0, len(picker.visible()) - 1)


@given(pickers(), st.text("需求sl没", min_size=1, max_size=3))
def test_narrowing_hides_no_match_and_shows_no_sub_option_without_its_option(picker, typed):
    shown = picker.narrowed(typed).visible()
    assert {place[:1] for place in shown} <= set(shown)
    for index, option in enumerate(picker.options):
        assert (index,) in shown or typed not in option.title
        assert all((index, number) in shown or typed not in sub.title for number, sub in enumerate(option.options))


def test_what_is_typed_puts_the_cursor_on_what_bears_it_in_its_title():
    options = (Option("live", "直播运营", words=("直播电商运营",)), Option("shop", "电商运营"), Option("data", "数据运营"))
    picker = Picker(options).narrowed("dianshang")
    assert picker.current == options[0]
    assert picker.at_best_match().current == options[1]
    assert Picker(options).placed("data").at_best_match().current == options[2]


def test_what_is_typed_puts_the_cursor_on_an_option_before_the_sub_option_of_another():
    entry = Option("entry", "引流与入群", options=(Option("welcome", "推送欢迎语与群规"),))
    rules = Option("rules", "群规与秩序", options=(Option("warn", "警告违规成员"),))
    assert Picker((entry, rules), many=True).narrowed("qungui").at_best_match().current == rules
