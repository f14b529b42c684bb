from hypothesis import given
from hypothesis import strategies as st

from dutywriter.text.bm25 import Ranking, grams


def test_grams_are_characters_pairs_and_latin_words():
    assert grams("客单价 ROI") == ["客", "单", "价", "客单", "单价", "roi"]
    assert grams("，。 ※") == []


def test_the_text_that_says_it_ranks_first_and_the_others_not_at_all():
    scores = Ranking(["店铺退款原因", "直播排品表", "预算编制"]).scores("直播")
    assert scores.index(max(scores)) == 1
    assert scores[2] == 0


def test_a_rare_word_tells_more_than_a_common_one():
    ranking = Ranking(["客户 投诉", "客户 回访", "客户 预算"])
    assert ranking.scores("客户预算")[2] > ranking.scores("客户预算")[0] > 0


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=20))
def test_every_text_has_a_score_and_none_is_below_zero(texts, query):
    scores = Ranking(texts).scores(query)
    assert len(scores) == len(texts)
    assert all(score >= 0 for score in scores)
