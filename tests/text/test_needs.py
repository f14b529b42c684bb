"""What an expression needs stands in every text that it matches, in that order."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.expanded import expanded
from dutywriter.text.needs import needs
from dutywriter.text.pattern import NOTHING_NEEDED, Pattern, marked


@pytest.mark.parametrize(
    ("source", "in_order"),
    [
        ("押金", [{"押金"}]),
        ("交(?:押金|保证金)", [{"交押金", "交保证金"}]),
        ("(?:甲|客户)方[^,]{0,8}考勤", [{"甲方", "客户方"}, {"考勤"}]),
        ("[男女]性?优先", [{"男优先", "男性优先", "女优先", "女性优先"}]),
        ("(?:本地|)户口", [{"户口"}]),
        (r"[2-4]\d岁(?:以下)?", [{"00岁"}]),
        (r"\d+岁.*(?:免|勿)投", [{"0"}, {"岁"}, {"免投", "勿投"}]),
        ("(?:甲方)?考勤|打卡", [{"考勤", "打卡"}]),
        ("(?<!不)限男(?!装)", [{"限男"}]),
        ("(?:谢绝.{0,9}外地|拒收)(?:户|籍)", [{"外地", "拒收"}, {"户", "籍"}]),
        (r"\d+|.*", []),
        ("(?i)vx", []),
    ],
)
def test_words_are_spelled_out_in_order(source, in_order):
    assert [set(group) for group in needs(source).in_order] == in_order


def test_order_matters_as_long_as_nothing_is_compiled():
    pattern = Pattern("甲方[^,]{0,8}考勤", needs=needs("甲方[^,]{0,8}考勤"))
    assert not pattern.search("考勤归甲方")
    assert not pattern.search("甲方")
    assert "compiled" not in vars(pattern)
    assert pattern.search("甲方管考勤")


def test_what_needs_nothing_is_always_tried():
    assert needs(".*") == NOTHING_NEEDED
    assert Pattern(".*", needs=needs(".*")).search("")


SOURCES = (
    r"(?:本地|外地)(?:户口|人)?[勿不]扰|限[甲乙丙](?:以上){1,2}|90后?优先",
    r"(?:[1-6]\d(?:[-~][2-6]\d)?周?岁){1,2}[^,]{0,3}(?:以下|以内)?",
    r"(?:男|女(?:性|生)?)(?P<word>[优免]先?)+(?=者|$)|缴?(?:纳|交).{2,5}?费",
)


@given(st.sampled_from(SOURCES).flatmap(lambda source: st.tuples(st.just(source), st.from_regex(re.compile(source, re.ASCII)))))
def test_every_text_that_matches_holds_what_is_needed(case):
    source, text = case
    needed = needs(source)
    assert needed.may_be_in(marked(text))
    assert needed.are_in(marked(text))
    assert Pattern(source, needs=needed).search(text)


def test_what_is_worked_out_hides_no_example_of_a_rule(catalogue):
    book = catalogue.rules
    assert book.needs_table
    texts = [example.lower() for rule in book.rules for example in (*rule.fires, *rule.silent)]
    for source in filter(None, book.expressions()):
        bare, needed = re.compile(expanded(source, book.shorthands)), book.needed(source)
        for text in filter(bare.search, texts):
            assert needed.may_be_in(marked(text)), (source, text)
            assert needed.are_in(marked(text)), (source, text)
