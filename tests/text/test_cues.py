"""Things are found by their words in whatever form a text holds them, and not by others."""

import pytest

from dutywriter.text.cues import Cues, indexed
from dutywriter.text.pairs import pairs_of

WORDS = (["押金"], ["00岁", "996"], ["加v信", "vx"], ["女"], ["18-", "~0"], ["5/人"])


@pytest.fixture(scope="module")
def cues():
    return Cues(indexed(WORDS))


def places(cues, text):
    return set(cues.of(text, pairs_of(text)))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("入职交押金", {0}),
        ("满45岁", {1}),
        ("满４５ 岁", {1}),
        ("实行996", {1}),
        ("实行９９６", {1}),
        ("请加V信", {2}),
        ("请加ｖ信", {2}),
        ("ＶＸ同号", {2}),
        ("限女", {3}),
        ("18 - 30", {4}),
        ("1８－30", {4}),
        ("三～ 5", {4}),
        ("5 /人", {5}),
        ("女，交押金", {0, 3}),
        ("押一付三，金额另议", set()),
        ("", set()),
        ("男\0", set()),
        ("🔞", set()),
    ],
)
def test_words_are_found_in_all_their_forms(cues, text, found):
    assert places(cues, text) == found


def test_the_words_found_are_told(cues):
    text = "女，45岁，实行996"
    assert {place: set(words) for place, words in cues.of(text, pairs_of(text)).items()} == {1: {"00岁", "996"}, 3: {"女"}}


def test_every_cue_of_the_rules_is_found_as_it_is_written(catalogue):
    sought = catalogue.rules.sought()
    cues = Cues(catalogue.rules.cues_table)
    for place, (_, trigger) in enumerate(sought):
        for cue in trigger.cue:
            digits = set(filter(str.isdigit, cue))
            for text in (cue, cue.upper(), cue.replace("0", "7") if digits == {"0"} else cue):
                assert place in places(cues, f"需要{text}者"), text
