from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.dates import deadline, hours, show_hours
from dutywriter.text.numbers import Quantity, quantity, show


@pytest.mark.parametrize(
    ("typed", "number", "unit"),
    [
        ("88%", "88", "%"),
        ("８８％", "88", "%"),
        ("2.8", "2.8", ""),
        ("3.5万", "3.5万", ""),
        ("3.5万元", "3.5万", "元"),
        ("1,200 元", "1200", "元"),
        ("-5%", "-5", "%"),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, number, unit):
    assert quantity(typed) == Quantity(number, unit)


@pytest.mark.parametrize("typed", ["", "很高", "88%-93%", "1.2.3", "%", "8 8", "1e5x9"])
def test_what_is_no_number_is_none(typed):
    assert quantity(typed) is None


@given(st.integers(0, 10**9), st.sampled_from(["", "%", "元", "天"]))
def test_a_written_number_is_read_back(number, unit):
    found = quantity(f"{number}{unit}")
    assert found == Quantity(str(number), unit)
    assert show(found.number, unit).replace(" ", "") == f"{number}{unit}"


@pytest.mark.parametrize(
    ("number", "unit", "shown"),
    [("93", "%", "93%"), ("300", "元/人", "300 元"), ("3.5万", "元", "3.5 万元"), ("40", "分（−100~100）", "40 分")],
)
def test_a_figure_is_shown_with_the_unit_it_is_said_with(number, unit, shown):
    assert show(number, unit) == shown


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("2026年6月1日", date(2026, 6, 1)),
        ("2026/6/1", date(2026, 6, 1)),
        ("2027-02", date(2027, 2, 28)),
        ("2028年2月底", date(2028, 2, 29)),
        ("2026Q4", date(2026, 12, 31)),
        ("2026年第一季度", date(2026, 3, 31)),
        ("2026年底", date(2026, 12, 31)),
    ],
)
def test_deadlines_are_read_as_people_type_them(typed, day):
    assert deadline(typed) == day


@pytest.mark.parametrize("typed", ["2026-13-01", "2026-02-30", "明年", "12-31", "2026Q5", ""])
def test_what_is_no_date_is_none(typed):
    assert deadline(typed) is None


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("9:00-18:00", "09:00-18:00", "09:00 至 18:00"),
        ("18：00～02：00", "18:00-02:00", "18:00 至次日 02:00"),
        ("9点到18点30分", "09:00-18:30", "09:00 至 18:30"),
        ("8:30—17:30", "08:30-17:30", "08:30 至 17:30"),
    ],
)
def test_hours_are_read_as_people_type_them(typed, kept, shown):
    assert hours(typed) == kept
    assert show_hours(kept) == shown


@pytest.mark.parametrize("typed", ["1080", "9:00", "25:00-26:00", "9:00-9:00", "9:70-18:00", "早九晚六", "09:00-次日10:00"])
def test_what_names_no_two_times_is_none(typed):
    assert hours(typed) is None


@pytest.mark.parametrize(
    ("text", "day"), [("2027年6月底前", "2027-06-30"), ("2027-06-30 之前", "2027-06-30"), ("2027Q2前", "2027-06-30")]
)
def test_a_day_may_be_told_as_one_to_come_before(text, day):
    assert deadline(text) == date.fromisoformat(day)
