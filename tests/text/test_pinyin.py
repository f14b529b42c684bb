import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.pinyin import matches

SPELLED = [("内", "nei"), ("容", "rong"), ("策", "ce"), ("划", "hua"), ("安", "an"), ("驻", "zhu"), ("场", "chang"), ("社", "she")]


@pytest.mark.parametrize(
    "typed",
    [
        "内容",
        "容运",
        "neirong",
        "nr",
        "neir",
        "nrong",
        "neiro",
        "n",
        "ne",
        "yy",
        "yunying",
        "nryy",
        "NeiRong",
        "ｎｒ",
        "nei rong",
        "内容yy",
    ],
)
def test_a_part_or_a_spelling_finds_it(typed):
    assert matches(typed, "内容运营")


@pytest.mark.parametrize("typed", ["容内", "rn", "eirong", "neirongg", "neyy", "nsy", "nryyx", "数据", "x"])
def test_what_is_neither_does_not(typed):
    assert not matches(typed, "内容运营")


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("chang", "长期计划"),
        ("zhang", "组长"),
        ("zz", "组长"),
        ("hang", "行业资讯"),
        ("xing", "执行"),
        ("zx", "执行"),
        ("zhong", "重点客户"),
        ("chongfu", "重复问题"),
        ("zhifuzhuanhualv", "支付转化率"),
        ("celue", "策略"),
        ("celve", "策略"),
        ("nvzhuang", "女装"),
    ],
)
def test_any_reading_of_a_character_counts(typed, text):
    assert matches(typed, text)


@pytest.mark.parametrize(("typed", "text"), [("zhc", "驻场"), ("zc", "驻场"), ("zhch", "驻场"), ("shq", "社群"), ("zhuc", "驻场")])
def test_an_initial_of_two_letters_may_be_typed_whole(typed, text):
    assert matches(typed, text)


def test_punctuation_stands_in_no_ones_way():
    assert matches("xqsl", "需求、受理（含变更）")
    assert matches("shoulih", "需求、受理（含变更）")
    assert matches("xi'an", "西安")
    assert matches("受理（含", "需求、受理(含变更)")


def test_latin_letters_and_digits_of_the_text_are_typed_as_they_stand():
    assert matches("excelbb", "Excel 报表")
    assert matches("cel报", "Excel 报表")
    assert matches("618dc", "“618”大促")
    assert not matches("ebb", "Excel 报表")


def test_nothing_typed_matches_everything_and_signs_alone_only_themselves():
    assert matches("", "内容")
    assert matches(" \u3000", "")
    assert matches("（", "需求(变更)")
    assert not matches("'", "内容")


@given(st.lists(st.sampled_from(SPELLED), min_size=1), st.data())
def test_every_run_of_characters_is_found_by_every_mix(characters, data):
    text = "".join(character for character, _ in characters)
    start = data.draw(st.integers(0, len(characters) - 1))
    run = characters[start : data.draw(st.integers(start + 1, len(characters)))]
    typed = [data.draw(st.sampled_from((character, spelling, spelling[0]))) for character, spelling in run[:-1]]
    last = run[-1][1]
    typed.append(last[: data.draw(st.integers(1, len(last)))])
    assert matches("".join(typed), text)


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_whatever_stands_in_a_text_is_found(before, typed, after):
    text = before + " " + typed + " " + after  # blanks, so that no character joins the next
    assert matches(typed, text)


def test_the_dictionary_is_loaded_when_letters_are_typed_and_not_before():
    probe = """
import sys
from dutywriter.text.pinyin import matches
matches("运营", "内容"), matches("618", "内容"), matches("", "内容")
before = "pypinyin" in sys.modules
matches("n", "内容")
print(before, "pypinyin" in sys.modules)
"""
    result = subprocess.run([sys.executable, "-c", probe], capture_output=True, check=True, text=True)
    assert result.stdout.split() == ["False", "True"]
