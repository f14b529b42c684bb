import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.pay import Pay, pay


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("8000-12000", "8,000-12,000 元/月"),
        ("8-12K", "8,000-12,000 元/月"),
        ("8k-12k", "8,000-12,000 元/月"),
        ("7-10K·13薪", "7,000-10,000 元/月，13 薪"),
        ("1-1.5万", "10,000-15,000 元/月"),
        ("15万/年", "150,000 元/年"),
        ("15-20万／年", "150,000-200,000 元/年"),
        ("８０００－１２０００元/月", "8,000-12,000 元/月"),
        ("6千至9千", "6,000-9,000 元/月"),
        ("9-13K 加提成", "9,000-13,000 元/月，另有提成"),
        ("8K+奖金", "8,000 元/月，另有奖金"),
    ],
)
def test_pay_as_people_type_it(text, shown):
    assert str(pay(text)) == shown


@pytest.mark.parametrize("text", ["面议", "12K-8K", "0", "8-12K 50薪", "高薪", "", "8--12"])
def test_what_is_no_range_is_refused(text):
    assert pay(text) is None


@given(
    least=st.integers(1, 10**6),
    more=st.integers(0, 10**6),
    unit=st.sampled_from("月年"),
    months=st.none() | st.integers(12, 24),
    extra=st.sampled_from(["", "提成", "奖金", "年终奖"]),
)
def test_what_is_shown_reads_back(least, more, unit, months, extra):
    known = Pay(least, least + more, unit, months, extra)
    assert pay(str(known)) == known
