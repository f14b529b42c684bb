from hypothesis import given
from hypothesis import strategies as st

from dutywriter.check.alike import Index, Like
from dutywriter.text.pairs import pairs_of

ITEMS = st.lists(st.text("核对数据登记订单的", min_size=8, max_size=16), min_size=2, max_size=8)


def like(*texts):
    index = Index()
    return [index.like(text, pairs_of(text)) for text in texts]


def test_a_repeat_is_the_same():
    assert like("核对店铺流量数据", "回访流失的客户", "核对店铺流量数据") == [None, None, Like("核对店铺流量数据", same=True)]


def test_nearly_the_same_words_are_alike():
    first, second = "收集整理用户的反馈意见并提交产品部门", "收集整理用户反馈意见并提交产品部门"
    assert like(first, second) == [None, Like(first, same=False)]


def test_the_same_beginning_is_not_enough():
    assert like("核对店铺每日流量与订单数据", "核对店铺每周库存与退货数据") == [None, None]


def test_long_items_are_told_only_where_they_are_the_same():
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 400)))
    assert like(text, text[1:]) == [None, None]
    assert like(text, text)[1] == Like(text, same=True)


def test_pairs_are_those_of_the_characters():
    assert pairs_of("核对核对") == pairs_of("核对核")
    assert len(pairs_of("核对数据")) == 3
    assert pairs_of("") == pairs_of("核") == frozenset()


@given(ITEMS)
def test_nothing_alike_is_missed_and_nothing_else_is_told(texts):
    """As many items as are remembered for one pair, compared each with all before it."""
    found = like(*texts)
    for place, text in enumerate(texts):
        before = [other for other in texts[:place] if _share(text, other) >= 0.8 or text == other]
        assert (found[place] is not None) is bool(before)
        assert found[place] is None or found[place].text in before


def _share(one, other):
    pairs, others = pairs_of(one), pairs_of(other)
    return len(pairs & others) / len(pairs | others)
