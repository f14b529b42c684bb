import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.nodes import Mapping, NodeError, Scalar
from dutywriter.text.yamltree import MAX_BYTES, parse


def read(text):
    node, mistakes = parse(text)
    return node, [(mistake.mark.line, mistake.mark.column, mistake.message) for mistake in mistakes]


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("18:00", "int"),
        ("no", "bool"),
        ("2026-11-21", "timestamp"),
        ("01", "int"),
        ("", "null"),
        ('"18:00"', "str"),
        ("专员", "str"),
    ],
)
def test_a_scalar_keeps_its_characters_and_says_what_yaml_takes_it_for(written, tag):
    node, mistakes = read(f"a: {written}\n")
    assert isinstance(node, Mapping)
    value = node.items["a"]
    assert isinstance(value, Scalar)
    assert (value.text, value.tag, mistakes) == (written.strip('"'), tag, [])


def test_marks_count_lines_and_code_points_from_one():
    node, _ = read("一: 甲\n二三: 乙\n")
    assert isinstance(node, Mapping)
    assert (node.keys["二三"].line, node.keys["二三"].column) == (2, 1)
    assert (node.items["二三"].mark.line, node.items["二三"].mark.column) == (2, 5)


def test_an_equal_key_is_told_with_both_places():
    _, mistakes = read("甲: 1\n乙: 2\n甲: 3\n")
    assert mistakes == [(3, 1, "“甲”写了两次，第一次在第 1 行，请只留一个")]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: [1, 2\n", 2, 1),
        ("a: b: c\n", 1, 5),
        ("a:\n\tb: 1\n", 2, 1),
        ("a: 'x\n", 2, 1),
        ("a: 1\n---\nb: 2\n", 2, 1),
        ("甲: \x07\n", 1, 4),
        ("? [a]\n: 1\n", 1, 3),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text, line, column):
    with pytest.raises(NodeError) as caught:
        parse(text)
    assert (caught.value.mark.line, caught.value.mark.column) == (line, column)


def test_aliases_anchors_and_tags_are_refused_and_never_followed():
    _, mistakes = read("a: &x [1]\nb: *x\nc: !!python/object:os.system x\n")
    assert [line for line, _, _ in mistakes] == [1, 2, 3]


def test_deep_nesting_is_refused_before_it_costs_anything():
    with pytest.raises(NodeError, match="嵌套"):
        parse("[" * 5000)


def test_a_text_beyond_the_limit_is_refused():
    with pytest.raises(NodeError, match="MB"):
        parse("a" * (MAX_BYTES + 1))


@given(st.text(max_size=200))
def test_any_text_is_a_tree_or_a_mistake_with_a_place(text):
    try:
        parse(text)
    except NodeError as error:
        assert error.mark.line >= 1
        assert error.message
