"""Sentences about two parties, their words as tags."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.catalogue.layers import overlaid
from dutywriter.check.law import Law
from dutywriter.check.tagging import Tagger
from dutywriter.errors import BadFile
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.expanded import branches, expanded, whole_runs
from dutywriter.text.needs import needs

PARTIES = "CFQ"
"""Tags of which one stands in every sentence about people placed with a client."""
WORDS = "甲方乙方客户我司驻场外包派到医院护士长人员保洁员请假考勤排班由归听从不得管理批准打分工资退回，：、的"


@pytest.fixture(scope="module")
def tagger(catalogue):
    return Tagger(catalogue.rules)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("请假须经甲方主任批准", "MMBBCCCCGG"),
        ("请假须经院方护士长点头", "MMBBCCCCCGG"),
        ("派到医院的护工归护士长管", "WWWWWWWBCCCM"),
        ("乙方保洁员的班表由乙方领班排", "WWWWW的MMBVVVVT"),
        ("批准后告知甲方对接人", "GG后IIIIIII"),
        ("甲方不给驻场人员派活", "CCN给WWWWMM"),
        ("我行员工请假由部门批准", "KKKKMMBDDGG"),
        ("门店店长负责排班", "LLDD负责MM"),
        ("客户投诉处理", "客户OO处理"),
    ],
)
def test_words_become_tags_and_tags_that_belong_together_one(tagger, text, tags):
    assert tagger.tagged(text) == tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("驻场测试由我司面试", "WW测试BVVRR"),
        ("外包测试由我司面试", "WW测试BCCRR"),
        ("甲方的外包测试由我司面试", "CC的WW测试BVVRR"),
        ("供应商的同事请假走我们的钉钉", "WWWWWWMMXCC的钉钉"),
    ],
)
def test_who_says_we_is_told_by_whom_else_the_sentence_names(tagger, text, tags):
    assert tagger.tagged(text) == tags


@pytest.mark.parametrize(
    ("source", "tried"),
    [
        ("C+P*M+", "(?<!C)C++P*(?<!M)M++"),
        ("(?:[EBX:]+|在)C+", "(?:(?<![EBX:])[EBX:]++|在)(?<!C)C++"),
        ("[^,;]+C++(?:甲)+\\S+", "[^,;]+C++(?:甲)+\\S+"),
    ],
)
def test_a_run_of_a_tag_is_tried_as_a_whole(source, tried):
    """Else a line of one tag would be tried from each place to each."""
    assert whole_runs(source) == tried


@given(st.text(alphabet=WORDS, max_size=40))
def test_every_character_keeps_its_place(tagger, text):
    tags = tagger.tagged(text)
    assert len(tags) == len(text)
    assert all(tag == character or "A" <= tag <= "Z" for tag, character in zip(tags, text, strict=True))


@pytest.mark.parametrize("words", ["领班" * 10, "客户的" * 30, "客户按照" * 30, "来的" * 60, "驻场的" * 40, "医院里" * 40])
def test_words_in_a_row_end(tagger, words):
    """Of each of these a chunk could try every way to part them, which would not end."""
    for text in (f"请假归他们管，客户{words}，由主管负责", f"请假归甲方管，驻场{words}，由人员负责", f"乙方{words}"):
        assert len(tagger.tagged(text)) == len(text)


def test_every_name_of_a_party_lets_the_rules_look(catalogue):
    """A sentence that names none of them is never tagged."""
    book = catalogue.rules
    known = (*book.parties, *book.customers)
    for word in [word for tag in book.tags if tag.tag in PARTIES for word in tag.words]:
        named = needs(expanded(word, book.shorthands)).in_order
        assert any(all(any(party in name for party in known) for name in names) for names in named), word


def test_every_frame_needs_a_signal_that_no_chunk_makes(catalogue):
    """A sentence without one is not read any further."""
    book = catalogue.rules
    made = {chunk.tag for chunk in book.chunks}
    for rule in book.rules:
        assert made.isdisjoint(rule.signals)
        for find in branches(rule.every_trigger[0].find) if rule.frames else ():
            groups = needs(expanded(find, book.shorthands)).in_order
            assert any(all(any(signal in word for signal in rule.signals) for word in group) for group in groups), find


@pytest.mark.parametrize(
    ("laid", "said"),
    [
        ("tags:\n- {tag: c, means: 甲方, words: [甲方]}\n", "2:9: tag 应是一个大写字母"),
        ("tags:\n- {tag: C, means: 甲方, words: ['甲(方|司)']}\n", "2:31: 括号请写成 (?:…)"),
        ("chunks:\n- {tag: C, find: 'C+(D+'}\n", "2:18: 正则写错了"),
        ("chunks:\n- {tag: C, find: 'C+', given: '{没有的}'}\n", "2:31: 没有“没有的”这个简写"),
        ("parties: [甲方, 🏢方]\n", "1:15: parties 里的词不能是空的，也不能有表情符号"),
        ("shorthands:\n  间: '(?:'\n", "2:6: 正则写错了"),
        ("rules:\n- name: client-manages\n  frames: ['C+(']\n", "3:12: 正则写错了"),
        ("rules:\n- name: client-manages\n  before: '['\n", "3:11: 正则写错了"),
    ],
)
def test_what_cannot_work_is_told_with_its_place(catalogue, laid, said):
    with pytest.raises(BadFile) as caught:
        overlaid(catalogue, "我们.yaml", laid)
    assert [line for line in caught.value.lines if said in line] == list(caught.value.lines)


def test_a_frame_and_a_word_of_a_company_s_own_are_found(catalogue):
    laid = overlaid(catalogue, "我们.yaml", "rules:\n- {name: client-manages, frames: ['C+收集'], signals: []}\n")
    assert [finding.rule.code for finding in Law(About(), laid).of(Segment("item", "由甲方对接人收集", 0))] == ["DW601"]
    tags = "\n".join(f"- {{tag: {tag}, means: 。, words: [{word}]}}" for tag, word in (("C", "黑塔"), ("M", "巡更"), ("B", "由")))
    laid = overlaid(catalogue, "我们.yaml", f"parties: [黑塔]\ntags:\n{tags}\n")
    assert [finding.rule.code for finding in Law(About(), laid).of(Segment("item", "由黑塔巡更", 0))] == ["DW601"]
