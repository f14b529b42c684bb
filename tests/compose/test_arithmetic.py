from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.compose.arithmetic import shares
from dutywriter.compose.decimals import number, rounded, steps


@given(st.lists(st.integers(1, 99), min_size=1, max_size=40))
def test_shares_add_up_and_leave_nobody_out(weights):
    found = shares(weights)
    assert sum(found) == 100
    assert min(found) > 0
    for one, other in zip(range(len(weights)), range(1, len(weights)), strict=False):
        if weights[one] > weights[other]:
            assert found[one] >= found[other]


def test_shares_are_multiples_of_five_where_there_is_room():
    assert shares([3, 3, 3, 1, 1, 1]) == [25, 25, 25, 10, 10, 5]
    assert shares([1] * 20) == [5] * 20
    assert sum(shares([1] * 30)) == 100


@given(st.decimals(-1000, 1000, places=2), st.decimals(-1000, 1000, places=2), st.integers(1, 12))
def test_steps_go_one_way_and_end_at_the_target(present, target, count):
    found = steps(present, target, count)
    assert len(found) == count
    assert found[-1] == target
    assert found == sorted(found, reverse=target < present)


@pytest.mark.parametrize(("text", "value"), [("3.5万", 35000), ("2亿", 200000000), ("-7", -7), ("12.50", Decimal("12.5"))])
def test_numbers_with_chinese_multiples(text, value):
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "万", "abc", "1,2"])
def test_what_is_no_number_is_none(text):
    assert number(text) is None


def test_a_step_is_shown_with_one_more_decimal_than_its_ends():
    assert rounded(Decimal("13.25"), [Decimal(14), Decimal(11)]) == "13.3"
    assert rounded(Decimal("2.975"), [Decimal("2.8"), Decimal("3.5")]) == "2.98"
    assert rounded(Decimal(90), [Decimal(88), Decimal(93)]) == "90"
    assert rounded(Decimal(1000), [Decimal(1000)]) == "1000"
