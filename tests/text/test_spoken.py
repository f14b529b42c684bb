"""Leaves that read spoken Chinese: numbers, days, clauses, negations, names and places."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.clauses import around, clauses, phrases, sentences
from dutywriter.text.counting import amount, count
from dutywriter.text.days import DAY, day
from dutywriter.text.folded import folded
from dutywriter.text.lexicon import Lexicon, Mention
from dutywriter.text.negation import denied, denied_after
from dutywriter.text.places import places

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("两", 2),
        ("十五", 15),
        ("二十", 20),
        ("一百二", 120),
        ("八千五", 8_500),
        ("一万二", 12_000),
        ("一万零五", 10_005),
        ("1万2", 12_000),
        ("1.5万", 15_000),
        ("8k", 8_000),
        ("两万五千", 25_000),
        ("", None),
        ("二三", None),
        ("很多", None),
    ],
)
def test_a_spoken_number_is_the_number_it_names(text, value):
    assert amount(text) == value


def test_a_count_is_whole():
    assert (count("三"), count("1.5")) == (3, None)


@given(st.text())
def test_a_folded_text_keeps_every_place(text):
    assert len(folded(text)) == len(text)


def test_a_folded_text_has_half_width_signs_and_lower_case():
    assert folded("ＳＱＬ（８－１２Ｋ）：Ａ，Ｂ｜Ｃ") == "sql(8-12k):a,b,c"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年底", "2026-12-31"),
        ("明年底", "2027-12-31"),
        ("今年内", "2026-12-31"),
        ("明年6月底", "2027-06-30"),
        ("6月底", "2027-06-30"),
        ("11月底", "2026-11-30"),
        ("1月4日", "2027-01-04"),
        ("12月31号", "2026-12-31"),
        ("2027年12月", "2027-12-31"),
        ("2027-03-31", "2027-03-31"),
        ("Q1", "2027-03-31"),
        ("明年Q2", "2027-06-30"),
        ("2027年第三季度", "2027-09-30"),
        ("四季度", "2026-12-31"),
        ("三个月内", "2027-02-22"),
        ("半年内", "2027-05-22"),
        ("一年之内", "2027-11-22"),
        ("下个月底", "2026-12-31"),
        ("2月30日", None),
    ],
)
def test_a_day_is_the_next_of_its_kind(text, expected):
    match = re.compile(DAY).match(folded(text))
    found = day(match, TODAY)
    assert (found.isoformat() if found else None) == expected


def test_a_span_of_months_ends_on_the_last_day_of_a_shorter_month():
    assert day(re.match(DAY, "三个月内"), date(2026, 11, 30)) == date(2027, 2, 28)


def test_clauses_end_at_signs_at_blanks_and_before_turns():
    text = "招运营,本科 双休。不限经验但要会sql server"
    assert [text[start:end] for start, end in clauses(text)] == ["招运营", "本科", "双休", "不限经验", "但要会sql server"]
    assert [text[start:end] for start, end in phrases(text)] == ["招运营", "本科 双休", "不限经验但要会sql server"]
    assert [text[start:end] for start, end in sentences(text)] == ["招运营,本科 双休", "不限经验但要会sql server"]


def test_the_clause_around_a_place_is_found_or_none():
    assert around(((0, 2), (3, 5)), 4) == (3, 5)
    assert around(((0, 2), (3, 5)), 2) == (2, 2)
    assert around((), 0) == (0, 0)


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("不做抖音,只做淘宝", ["不做抖音"]),
        ("不是天猫,是京东", ["不是天猫"]),
        ("无需驻场", ["无需驻场"]),
        ("不做抖音只做淘宝", ["不做抖音"]),
        ("能不能写", []),
        ("不仅会写还会拍", []),
        ("学历不限", []),
    ],
)
def test_a_negation_covers_its_clause(text, covered):
    assert [text[start:end] for start, end in denied(text)] == covered


@pytest.mark.parametrize(("text", "expected"), [("抖音不做", True), ("抖音我们暂时不碰", True), ("抖音和快手", False)])
def test_a_word_may_be_denied_behind_it(text, expected):
    assert denied_after(text, len("抖音")) is expected


def test_the_longest_name_is_found_and_a_latin_one_only_whole():
    lexicon = Lexicon({"抖音": "抖音", "抖音运营": "新媒体运营", "JD": "京东", "TikTok Shop": "TikTok Shop"})
    assert list(lexicon.mentions("抖音运营jdk jd店tiktokshop")) == [
        Mention(0, 4, "新媒体运营", "抖音运营"),
        Mention(8, 10, "京东", "jd"),
        Mention(11, 21, "TikTok Shop", "tiktokshop"),
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("成都高新区,双休", "成都高新区"),
        ("杭州滨江上班", "杭州滨江"),
        ("四川成都", "四川成都"),
        ("成都 双休", "成都"),
        ("成都招人", "成都"),
        ("上海市闵行区七莘路", "上海市闵行区七莘路"),
    ],
)
def test_a_place_is_found_with_what_belongs_to_it(text, place):
    assert next(places(text))[0] == place


def test_a_text_without_a_known_place_has_none():
    assert not list(places("招一个运营,双休"))
