"""Things are found by their numbers, and nothing else is."""

from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.table import Table, tabled

NUMBERS = st.integers(0, 2**32 - 1)


@given(st.dictionaries(NUMBERS, st.binary(max_size=20)), NUMBERS)
def test_a_table_gives_what_was_put_in(things, other):
    table = Table(memoryview(tabled(things)))
    assert list(table.keys) == sorted(things)
    assert {key: bytes(table.get(key)) for key in things} == things
    assert (table.get(other) is None) == (other not in things)


def test_there_is_nothing_in_no_table():
    assert Table(memoryview(b"")).get(0) is None
