"""What an expression cannot do without stands in every text that it matches."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.expanded import expanded
from dutywriter.text.literals import literals
from dutywriter.text.pattern import Pattern


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        ("押金", {("押金",)}),
        ("交(?:押金|保证金)", {("交",), ("保证金", "押金")}),
        ("[男女]性?优先", {("优先",), ("女", "男")}),
        ("(?:本地|)户口", {("户口",)}),
        (r"\d+岁(?:以下)?", {("岁",)}),
        ("(?:甲方)?考勤|打卡", {("打卡", "考勤")}),
        ("(?<!不)限男(?!装)", {("限男",)}),
        (r"\d+|.*", set()),
    ],
)
def test_the_words_of_an_expression_are_found(source, groups):
    assert set(literals(source)) == groups


@given(st.from_regex(r"(?:本地|外地)(?:户口|人)?[勿不]扰|限[甲乙丙](?:以上){1,2}|90后?优先"))
def test_every_text_that_matches_holds_one_word_of_each_group(text):
    source = r"(?:本地|外地)(?:户口|人)?[勿不]扰|限[甲乙丙](?:以上){1,2}|90后?优先"
    assert all(any(word in text for word in group) for group in literals(source))
    assert Pattern(source, words=literals(source)).search(text)


def test_what_is_worked_out_hides_no_example_of_a_rule(catalogue):
    book = catalogue.rules
    assert book.literals
    for source in filter(None, book.expressions()):
        bare, quick = re.compile(expanded(source, book.shorthands)), book.pattern(source)
        for text in (example.lower() for rule in book.rules for example in (*rule.fires, *rule.silent)):
            assert bool(bare.search(text)) == bool(quick.search(text)), (source, text)
