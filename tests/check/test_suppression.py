import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.catalogue.load import bundled
from dutywriter.check.examine import examined
from dutywriter.check.finding import found
from dutywriter.check.selection import selection
from dutywriter.check.suppression import applied
from dutywriter.reading.source import Source

BOOK = bundled().rules.rules
VAGUE = next(rule for rule in BOOK if rule.name == "vague-word")
LAWS = [type(VAGUE)(f"DW{number}", f"law-{number}", "error", "x", "y", category=f"risk-{number}") for number in (502, 511, 601)]
RULES = (*BOOK, *LAWS)
AGE, DEPOSIT, CLIENT = LAWS
WORDS = {"及时": VAGUE, "35岁以下": AGE, "押金": DEPOSIT, "服从甲方": CLIENT}


def told(text, form="markdown"):
    """Line and code of what is left when every word of WORDS is a finding of its rule."""
    source = Source(text, form)
    findings = [found(WORDS[match[0]], *match.span(), word=match[0]) for match in re.finditer("|".join(WORDS), text)]
    return [(source.position(one.start)[0], one.rule.code) for one in applied(source, findings, RULES)]


@pytest.mark.parametrize("form", ["markdown", "text", "word"])
def test_the_next_line_is_left_out_and_no_other(form):
    text = "35岁以下\n<!-- dutywriter: ignore DW502 -- 国家规定 -->\n- 35岁以下，押金\n- 35岁以下\n"
    assert told(text, form) == [(1, "DW502"), (3, "DW511"), (4, "DW502")]


def test_blank_lines_and_further_comments_stand_between_a_comment_and_its_line():
    text = "<!-- dutywriter: ignore DW502 -- 甲 -->\n\n<!-- dutywriter: ignore DW511 -- 乙 -->\n\n- 35岁以下，押金\n押金"
    assert told(text) == [(6, "DW511")]


def test_behind_text_a_comment_is_about_its_own_line():
    text = "- 35岁以下 <!-- dutywriter: ignore DW502 -- 甲 -->\n- 35岁以下"
    assert told(text) == [(2, "DW502")]


@pytest.mark.parametrize("selector", ["DW502", "dw502", "502", "DW5", "law-502", "risk-502", "DW511、DW502", "DW511 DW502"])
def test_a_rule_is_meant_by_its_code_its_beginning_its_name_and_its_category(selector):
    assert (2, "DW502") not in told(f"<!-- dutywriter: ignore {selector} -- 甲 -->\n35岁以下，押金")


def test_a_pair_holds_from_one_comment_to_the_other_or_to_the_end():
    text = "及时\n<!-- dutywriter: off DW3 -->\n及时\n押金\n<!-- dutywriter: on -->\n及时\n<!-- dutywriter: off DW3 -->\n及时"
    assert told(text) == [(1, "DW301"), (4, "DW511"), (6, "DW301")]


@pytest.mark.parametrize(
    "head",
    [
        "---\ndutywriter: {ignore: [DW301, DW511]}\n---\n",
        "---\ntitle: x\ndutywriter:\n  ignore: [DW301, DW511]\n---\n",
        "---\ndutywriter:\n  ignore:\n    - DW301\n    - DW511\n---\n",
        "---\ndutywriter-ignore: DW301, DW511\n---\n",
        "dutywriter-ignore：DW301、DW511\n",
    ],
)
def test_the_head_of_a_file_speaks_for_all_of_it(head):
    lines = head.count("\n")
    left = [place for place in told(f"{head}及时，押金，35岁以下\n及时") if place[0] > lines]
    assert left == [(lines + 1, "DW502")]


def test_front_matter_ends_where_it_ends():
    assert told("---\na: b\n---\ndutywriter: {ignore: [DW301]}\n及时") == [(5, "DW301")]


@pytest.mark.parametrize(
    ("comment", "code"),
    [
        ("<!-- dutywriter: ignore DW502 -->", ["DW902"]),
        ("<!-- dutywriter: ignore DW5 -- -->", ["DW902"]),
        ("<!-- dutywriter: ignore DW502 -- 国家规定 -->", []),
        ("<!-- dutywriter: ignore DW502 —— 国家规定 -->", []),
        ("<!-- dutywriter: ignore DW502 DW511 -- 甲 -->", ["DW901"]),
        ("<!-- dutywriter: ignore -->", ["DW502", "DW903"]),
        ("<!-- dutywriter: ignore DW777 -->", ["DW502", "DW903"]),
        ("<!-- dutywriter: igno DW502 -->", ["DW502", "DW903"]),
        ("<!-- dutywriter: on -->", ["DW502", "DW903"]),
        ("<!-- dutywriter: ignore DW502 -- 甲", ["DW502", "DW903"]),
        ("<!-- dutywriter draft/1 kind=招聘 -->", ["DW502"]),
        ("<!-- dutywriter: off DW502 -->", ["DW902"]),
    ],
)
def test_a_wish_that_is_wrong_is_told(comment, code):
    assert sorted(found for _, found in told(f"{comment}\n35岁以下")) == code


def test_a_reason_is_wanted_of_law_alone():
    assert told("<!-- dutywriter: ignore DW301 -->\n及时") == []
    assert told("dutywriter-ignore: DW601\n服从甲方") == [(1, "DW902")]
    assert told("dutywriter-ignore: DW601 -- 法务已审\n服从甲方") == []
    assert told("---\ndutywriter: {ignore: [DW601]} # 法务已审\n---\n服从甲方") == []


def test_what_stands_in_a_comment_is_not_reported():
    assert told("<!-- dutywriter: ignore DW301 -- 及时押金 -->\n及时") == []


def test_many_comments_in_one_line_are_read_in_one_go():
    text = "及时<!-- dutywriter: ignore DW301 -->" * 3000
    assert told(text) == []


@pytest.mark.parametrize("code", ["DW901", "DW902", "DW903"])
def test_the_rules_on_wishes_fire_on_their_examples_alone(catalogue, code):
    def codes(text):
        return {one.rule.code for one in examined(Source(text), catalogue, selection(BOOK)).findings}

    rule = next(rule for rule in BOOK if rule.code == code)
    assert rule.fires
    assert rule.silent
    assert [text for text in rule.fires if code not in codes(text)] == []
    assert [text for text in rule.silent if code in codes(text)] == []


def test_a_wish_may_be_about_wishes():
    assert told("dutywriter-ignore: DW901, DW903\n<!-- dutywriter: ignore DW502 -->\n<!-- dutywriter: x -->\n") == []


@given(
    st.lists(st.sampled_from(["及时", "\n", "\r\n", "<!-- dutywriter: ", "ignore DW301", "off DW301", "on", " -->", "---", " "]))
)
def test_nothing_is_told_that_was_not_found_or_is_about_a_wish(parts):
    text = "".join(parts)
    assert {code for _, code in told(text)} <= {"DW301", "DW901", "DW902", "DW903"}
    if "dutywriter" not in text:
        assert len(told(text)) == text.count("及时")
