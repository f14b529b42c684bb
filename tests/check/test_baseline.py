import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.catalogue.rules import Rule
from dutywriter.check.baseline import decoded, encoded, fingerprints, new
from dutywriter.check.finding import Finding
from dutywriter.reading.source import Source

AGE = Rule("DW502", "age", "warning", "x", "y")


def found(text, words):
    places, start = [], 0
    while (place := text.find(words, start)) >= 0:
        places.append(Finding(AGE, place, place + len(words), "x", "y", "warning"))
        start = place + len(words)
    return places


def left(before, after, words="35岁以下"):
    """How many findings of `after` a baseline made of `before` does not know."""
    first, second = found(before, words), found(after, words)
    kept = decoded(encoded(("甲.md", "DW502", mark) for mark in fingerprints(Source(before), first)))
    return len(new(kept, "甲.md", second, fingerprints(Source(after), second)))


@pytest.mark.parametrize(
    ("before", "after", "fresh"),
    [
        ("限35岁以下", "限35岁以下", 0),
        ("限35岁以下", "新的一行\n\n限35岁以下\n", 0),
        ("1. 限35岁以下,男女不限", "1.  限 35岁以下，男女不限。", 0),
        ("限35岁以下", "限35岁以下\n限35岁以下", 1),
        ("限35岁以下\n限35岁以下", "限35岁以下", 0),
        ("限35岁以下", "最好35岁以下", 1),
        ("", "限35岁以下", 1),
    ],
)
def test_what_moved_is_known_and_what_came_is_new(before, after, fresh):
    assert left(before, after) == fresh


def test_another_file_and_another_rule_are_not_known():
    text = "限35岁以下"
    findings = found(text, "35岁以下")
    prints = fingerprints(Source(text), findings)
    assert new(decoded(encoded([("乙.md", "DW502", prints[0])])), "甲.md", findings, prints) == [0]
    assert new(decoded(encoded([("甲.md", "DW501", prints[0])])), "甲.md", findings, prints) == [0]


@given(
    st.lists(st.tuples(st.sampled_from("甲乙"), st.sampled_from(["DW1", "DW2"]), st.sampled_from(["a", "b"])), max_size=9),
    st.randoms(),
)
def test_the_bytes_depend_on_what_is_kept_alone(kept, random):
    shuffled = kept[:]
    random.shuffle(shuffled)
    assert encoded(kept) == encoded(shuffled)
    assert encoded(kept).endswith(b"}\n")
    total = sum(count for codes in decoded(encoded(kept)).findings.values() for marks in codes.values() for count in marks.values())
    assert total == len(kept)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"schema": "x"}', b'{"findings": {"a": 1}}', b"\xff"])
def test_what_is_no_baseline_is_refused(content):
    with pytest.raises(ValueError, match="不是基线文件"):
        decoded(content)
