"""Words by their first character, and which first characters an expression has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.firsts import UntoldError, firsts
from dutywriter.text.vocabulary import Vocabulary, expressions, listed

CLASSES = [
    ("N", ["不(?!满)", "严禁"]),
    ("C", ["甲方(?:公司)?", "(?:院|行)方"]),
    ("M", ["[换调]班", "排班", "(?<!加)班表?"]),
    ("X", ["方"]),
]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("甲方", "甲"),
        ("(?:院|行)方", "院行"),
        ("[换调]班", "换调"),
        ("严?禁", "严禁"),
        ("(?<!不)可(?!用)", "可"),
        ("(?:上|下)?班+", "上下班"),
        ("(?P<word>驻[场点])|外包", "驻外"),
        ("[0-9]天", "0123456789"),
    ],
)
def test_first_characters_are_told_from_the_expression(source, found):
    assert firsts(source) == frozenset(found)


@pytest.mark.parametrize("source", ["", "甲?", "[^,]方", ".方", r"\w方"])
def test_what_may_begin_with_anything_or_nothing_is_refused(source):
    with pytest.raises(UntoldError):
        firsts(source)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("甲方公司不排班", "CCCCNMM"),
        ("院方调班，加班表", "CCMM，加班表"),
        ("不满行方", "不满CC"),
        ("对方严禁", "对XNN"),
        ("", ""),
    ],
)
def test_every_character_of_a_word_becomes_the_letter_of_its_class(text, letters):
    assert Vocabulary(memoryview(listed(CLASSES)), []).lettered(text) == letters


@given(st.text(alphabet="甲方公司院行不满严禁换调排加班表，a", max_size=30))
def test_a_table_changes_nothing_but_the_speed(text):
    assert Vocabulary(memoryview(listed(CLASSES)), []).lettered(text) == Vocabulary(memoryview(b""), CLASSES).lettered(text)


def test_the_expressions_of_a_table_are_those_that_are_tried():
    assert set(expressions(listed([("C", ["甲方", "院方"]), ("M", ["甲班"])]))) == {"(甲方)|(甲班)", "(院方)"}
