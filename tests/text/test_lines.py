import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.marked import Spanned, placeholder, placeholders, resolve, slots
from dutywriter.text.near import nearest
from dutywriter.text.plain import one_line
from dutywriter.text.width import beginning, columns, cut, pad, wrap


def test_slots_are_filled_and_suggestions_become_spans():
    spanned = resolve("收到后 <30 分钟※>内在<工作台>回复", {"工作台": "千牛"}.get)
    assert spanned == Spanned("收到后 30 分钟内在千牛回复", ((4, 9),))
    assert spanned.marked() == "收到后 30 分钟※内在千牛回复"
    assert slots("收到后 <30 分钟※>内在<工作台>回复") == ["工作台"]


def test_a_suggestion_inside_the_word_of_a_slot_keeps_its_place():
    spanned = resolve("<时限>回复，<2 次※>以内", {"时限": "<30 分钟※>内"}.get)
    assert spanned.marked() == "30 分钟※内回复，2 次※以内"


def test_a_placeholder_has_one_grammar():
    assert placeholder("直接上级", "如运营经理") == "【待填：直接上级，如运营经理】"
    assert placeholders("甲【待填：工作地点】乙【待填：直接上级，如运营经理】") == ["工作地点", "直接上级"]


@given(st.text(max_size=100))
def test_a_typed_text_is_one_printable_line_or_refused(text):
    try:
        line = one_line(text)
    except ValueError as error:
        assert "控制字符" in str(error)
    else:
        assert line.splitlines() in ([], [line])
        assert one_line(line) == line


@pytest.mark.parametrize("character", ["\x1b", "\x00", "\u202e", "\x9b", "\ud800"])
def test_characters_that_steer_a_page_are_refused(character):
    with pytest.raises(ValueError, match="第 2 个字"):
        one_line(f"甲{character}乙")


def test_breaks_become_blanks_and_invisible_characters_go():
    assert one_line(" 甲\r\n乙\u2028丙\u200b丁 ") == "甲 乙 丙丁"


@given(st.text(st.characters(categories=["Lo", "Ll", "Nd", "Po"]), max_size=80), st.integers(10, 40))
def test_wrapped_lines_fit_and_lose_nothing(text, width):
    lines = wrap(text, width)
    assert "".join(lines) == text
    closing = "，。；：、）】”》"
    long_word = any(columns(line) > width for line in lines)
    assert not long_word or any(c in closing or c.isascii() for c in text)


def test_columns_counts_chinese_twice():
    assert (columns("甲a"), pad("甲", 4), wrap("甲乙丙", 4)) == (3, "甲  ", ["甲乙", "丙"])


def test_a_mistyped_name_finds_what_was_meant():
    assert nearest("驻厂", ["驻场运营", "电商运营", "产品运营"])[0] == "驻场运营"
    assert nearest("markdwon", ["markdown", "json"]) == ["markdown"]
    assert nearest("zzz", ["驻场", "电商"]) == []


def test_a_text_is_cut_between_characters():
    assert beginning("需求ab", 5) == "需求a"
    assert beginning("需求ab", 3) == "需"
    assert cut("需求受理", 8) == "需求受理"
    assert cut("需求受理", 7) == "需求..."
    assert cut("需求受理", 6) == "需..."
    assert cut("需求受理", 2) == ".."


@given(st.text(max_size=20), st.integers(0, 20))
def test_a_cut_text_fits_and_begins_as_it_did(text, width):
    assert columns(cut(text, width)) <= width
    assert text.startswith(beginning(text, width))
    assert cut(text, columns(text)) == text
