"""What rules rest on: citations as they are printed, and that everything cited is held."""

import re

import msgspec
import pytest
from benchmarks import citations

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Law, Rule, Trigger
from dutywriter.check.basis import Bases, Citation, Principle, article_named, of_rule

LAW = Law(
    "甲法",
    "中华人民共和国甲法",
    "2020-01-01",
    articles={"3": "一字不差。", "5": "改过。"},
    amended={"5": "2022-02-02"},
    checked=True,
)
NOTICE = Law(
    "乙发〔2010〕1号", "关于某事的通知", "2010-02-10", dated="发布", about="大致如此", gists={"2": "第二条大意"}, note="没有核对"
)
RULEBOOK = Rulebook(laws=(LAW, NOTICE), principles={"B9.1": "写得清楚"})
BASES = Bases(RULEBOOK)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("3", "第三条"),
        ("10", "第十条"),
        ("12", "第十二条"),
        ("20", "第二十条"),
        ("92", "第九十二条"),
        ("100", "第一百条"),
        ("101", "第一百零一条"),
        ("112", "第一百一十二条"),
        ("15(2)", "第十五条第二款"),
        ("43(一)", "第四十三条第（一）项"),
        ("44(十一)", "第四十四条第（十一）项"),
        ("", ""),
        ("附则", "附则"),
    ],
)
def test_a_number_is_cited_in_words(number, words):
    assert article_named(number) == words


def test_an_article_is_cited_with_its_law_and_the_day_since_when_it_is_in_force():
    assert BASES.cited("甲法.3") == Citation("中华人民共和国甲法", "甲法", "第三条", "2020-01-01", checked=True)
    assert str(BASES.cited("甲法.3")) == "《甲法》第三条（2020-01-01 起施行）"
    assert str(BASES.cited("甲法.5")) == "《甲法》第五条（2022-02-02 起施行）"


def test_a_notice_is_cited_as_a_whole_with_the_day_it_was_published():
    assert str(BASES.cited("乙发〔2010〕1号")) == "乙发〔2010〕1号（2010-02-10 发布）"


def test_what_was_not_compared_says_so():
    assert not BASES.cited("乙发〔2010〕1号").checked
    assert not BASES.cited("甲法.4").checked
    quoted = BASES.quoted("乙发〔2010〕1号.2")
    assert (quoted.text, quoted.gist, quoted.note) == ("", "第二条大意", "没有核对")
    assert BASES.quoted("乙发〔2010〕1号").gist == "大致如此"


def test_an_article_is_quoted_word_for_word():
    assert BASES.quoted("甲法.3").text == "一字不差。"


def test_what_is_no_law_is_a_heading():
    assert BASES.cited("B9.1") == BASES.quoted("B9.1") == Principle("写得清楚")
    assert BASES.cited("一条只写一件事") == Principle("一条只写一件事")
    assert msgspec.to_builtins(BASES.cited("B9.1")) == {"heading": "写得清楚"}


@pytest.mark.parametrize("basis", ["甲法.4", "丙法.1", "丙法", "丙条例", "B9.2", "甲法.3(一)"])
def test_what_is_not_held_is_told(basis):
    assert BASES.missing(basis)


@pytest.mark.parametrize(
    "basis", ["甲法.3", "甲法", "乙发〔2010〕1号", "乙发〔2010〕1号.2", "B9.1", "一条只写一件事", "标点符号用法"]
)
def test_what_is_held_is_not_told(basis):
    assert BASES.missing(basis) == ""


def test_the_bases_of_a_rule_are_its_own_and_its_triggers_each_once():
    triggers = (Trigger("x", basis=("甲法.3", "B9.1")), Trigger("y", basis=("B9.1",)))
    rule = Rule("DW1", "a", "info", "m", "v", basis=("甲法.3",), triggers=triggers)
    assert of_rule(rule) == ("甲法.3", "B9.1")


def test_everything_that_a_rule_cites_is_held(catalogue):
    bases = Bases(catalogue.rules)
    assert [(rule.code, basis) for rule in catalogue.rules.rules for basis in of_rule(rule) if bases.missing(basis)] == []


def test_a_law_gives_exact_words_only_where_they_were_compared(catalogue):
    for law in catalogue.rules.laws:
        assert bool(law.articles) is law.checked, law.name
        assert law.checked or law.note, law.name
        assert not (law.articles.keys() & law.gists.keys()), law.name
        assert law.amended.keys() <= law.articles.keys() | law.gists.keys(), law.name


def test_every_article_is_named_by_a_number_and_every_law_by_a_day(catalogue):
    for law in catalogue.rules.laws:
        assert all(article_named(number).startswith("第") for number in (*law.articles, *law.gists)), law.name
        assert re.fullmatch(r"\d{4}-\d\d(-\d\d)?", law.since), law.name


def test_an_item_is_quoted_with_the_words_that_lead_in(catalogue):
    quoted = Bases(catalogue.rules).quoted("妇女权益保障法.43(一)")
    assert quoted.text.split("\n")[0].startswith("用人单位在招录（聘）过程中")
    assert quoted.text.split("\n")[1] == "（一）限定为男性或者规定男性优先；"
    assert str(quoted) == "《妇女权益保障法》第四十三条第（一）项（2023-01-01 起施行）"


TEXT = """# 甲法

2019年5月1日 通过

<!-- INFO END -->

## 第一章 总则

第三条　一字 不差。

第四条 不得有下列行为:

（一）其一；

（二）其二。

另一款。

## 第二章 附则

第五条 改过。

第六条 本法自2020年1月1日起施行。
"""


def test_words_that_are_the_texts_are_right_whatever_the_blanks_and_headings():
    items = {"4(二)": "不得有下列行为:\n（二）其二。", "4(2)": "另一款。"}
    law = msgspec.structs.replace(LAW, articles={**LAW.articles, **items})
    assert list(citations.of_articles(law, TEXT)) == []
    assert list(citations.of_day(law, TEXT)) == []


@pytest.mark.parametrize(
    "articles", [{"3": "一字之差。"}, {"9": "没有。"}, {"4(三)": "其三"}, {"4(3)": "第三款"}, {"3": "一字不差"}]
)
def test_a_word_that_is_not_the_texts_is_told(articles):
    assert list(citations.of_articles(msgspec.structs.replace(LAW, articles=articles), TEXT))


def test_a_day_that_the_text_does_not_state_is_told():
    assert list(citations.of_day(msgspec.structs.replace(LAW, since="2019-05-01"), TEXT))


def test_a_rule_that_cites_what_is_not_held_is_told():
    rule = Rule("DW1", "a", "info", "m", "v", basis=("甲法.4",))
    assert list(citations.of_bases(msgspec.structs.replace(RULEBOOK, rules=(rule,)))) == ["DW1 的依据 甲法.4：条文没有收入"]
