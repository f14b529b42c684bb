from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dutywriter.reading.source import Source

TEXTS = st.lists(st.sampled_from(["字", "a", " ", "\r", "\n", "\r\n", "\u2028"])).map("".join)


@given(TEXTS)
def test_lines_lie_one_after_another_and_hold_all_but_their_ends(text):
    source = Source(text)
    spans = []
    while span := source.span(len(spans) + 1):
        spans.append(span)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    for (_, end), (start, _) in pairwise(spans):
        assert text[end:start] in ("\r", "\n", "\r\n")
    assert not any({"\r", "\n"} & set(text[start:end]) for start, end in spans)


@given(TEXTS, st.data())
def test_a_place_lies_in_the_line_that_it_is_said_to_stand_in(text, data):
    source = Source(text)
    place = data.draw(st.integers(0, len(text)))
    line, column = source.position(place)
    start, _ = source.span(line)
    assert start + column - 1 == place
    assert source.span(0) is None
