import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.clock import DAY, minute, outside, show_minute, span


@pytest.mark.parametrize(
    ("hours", "clock", "shown"),
    [
        ("09:00-18:00", "start+15", "09:15"),
        ("09:00-18:00", "end-30", "17:30"),
        ("18:00-02:00", "start-30", "17:30"),
        ("18:00-02:00", "end-15", "次日 01:45"),
        ("16:00-24:00", "end+0", "次日 00:00"),
    ],
)
def test_a_clock_is_a_time_of_the_working_day(hours, clock, shown):
    assert show_minute(minute(hours, clock)) == shown


@pytest.mark.parametrize(
    "text", ["10 点前", "上午", "周一上午 10 点前", "次日 16:00 前", "下午 4 点前", "收到后 1 小时内，11 点前"]
)
def test_a_time_of_day_outside_the_shift_is_told(text):
    assert outside(text, "18:00-02:00")


@pytest.mark.parametrize("text", ["下班前", "晚上", "晚 8 点前", "次日 1 点前", "上线前 1 天", "收到后 15 分钟内"])
def test_what_fits_the_shift_or_names_no_time_stays(text):
    assert not outside(text, "18:00-02:00")


@given(start=st.integers(0, 23), end=st.integers(0, 23), at=st.integers(0, 23))
def test_an_hour_is_outside_exactly_where_the_span_does_not_hold_it(start, end, at):
    if start != end:
        first, last = span(f"{start:02}:00-{end:02}:00")
        assert 0 < last - first < DAY
        within = first <= at * 60 <= last or first <= at * 60 + DAY <= last
        assert outside(f"{at:02}:00 前", f"{start:02}:00-{end:02}:00") is not within
