import pytest

from dutywriter.catalogue.search import matched, search


@pytest.mark.parametrize(
    ("query", "what", "title"),
    [
        ("预算偏差", "metric", "预算偏差率"),
        ("甲方验收人", "duty", "提交交付物给甲方验收人"),
        ("竞品", "section", "竞品与市场"),
        ("埋点验收", "metric", "埋点验收通过率"),
        ("天猫运营", "role", "电商运营"),
    ],
)
def test_what_is_asked_for_is_among_the_first(catalogue, query, what, title):
    assert (what, title) in [(hit.what, hit.title) for hit in search(catalogue, query, 5)]


def test_hits_come_in_order_with_the_words_that_matched(catalogue):
    hits = search(catalogue, "直播带货和私域复购")
    duties = [hit.score for hit in hits if hit.what == "duty"]
    assert duties == sorted(duties, reverse=True)
    assert all(hit.words for hit in hits)
    assert {"直播", "带货"} <= {word for hit in hits for word in hit.words}


@pytest.mark.parametrize("query", ["xyzzy", "的", "", "，。"])
def test_what_stands_nowhere_finds_nothing(catalogue, query):
    assert search(catalogue, query) == []


def test_matched_words_are_the_longest_runs():
    assert matched("做直播带货的", "负责直播带货") == ("直播带货",)
    assert matched("用 SQL 取数", "会 sql") == ("sql",)
