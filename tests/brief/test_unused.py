"""What of a request is told as not used."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.brief.request import requested
from dutywriter.brief.unused import unused

TODAY = date(2026, 11, 22)
REQUESTS = Path(__file__).parents[1] / "data" / "requests"


def left(text, catalogue):
    return list(requested(text, catalogue, TODAY).unused())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("内容运营，氛围好", ["氛围好"]),
        ("内容运营，氛围好、能吃苦耐劳", ["氛围好"]),
        ("美国站亚马逊运营", ["美国站"]),
        ("内容运营，本科双一流", ["双一流"]),
        ("内容运营 双休 氛围好", ["氛围好"]),
        ("内容运营（氛围好）", ["氛围好"]),
        ("1. 内容运营\n2. 氛围好。", ["氛围好"]),
        ("内容运营，5500-8000，包吃住", ["包吃住"]),
        ("内容运营，要负责做做的", []),
        ("内容运营，常出差", ["常出差"]),
    ],
)
def test_what_a_request_says_besides_is_told(catalogue, text, told):
    assert left(text, catalogue) == told


@pytest.mark.parametrize(
    "text",
    [
        "你好，麻烦帮我写一份岗位职责！\n岗位：\n1. 内容运营\n谢谢",
        "我们公司现在想招一个内容运营，在成都上班，负责选题和排版",
        "岗位：社群运营专员\n地点：成都高新区\n薪资：7k-10k·13薪\n上班时间：9:30-18:30，周末双休",
        "内容运营，9-13K加提成",
        "用户运营，复购率24%提到30%，6月底前",
        "用户运营，复购率年底前提到30%",
        "我们给一家政务中心做运营外包，要派个人常驻他们那儿管公众号和工单",
        "天猫女装运营主管，杭州，带 3 个人",
        "成都某某科技有限公司派一名运营主管常驻某市政务服务中心，管公众号、热线工单，带 3 个人，白班9:00-18:00",
    ],
)
def test_words_that_only_ask_are_not_told(catalogue, text):
    assert left(text, catalogue) == []


def test_ordinary_requests_leave_little(catalogue):
    texts = [json.loads(line)["text"] for line in (REQUESTS / "dev.jsonl").read_text("utf-8").splitlines()]
    told = [clause for text in texts for clause in left(text, catalogue)]
    assert sum(map(len, told)) < sum(map(len, texts)) / 4


@given(st.text("招内容运营，。、 (1.双休好", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_what_is_told_stands_in_the_text_outside_of_what_was_taken(text, spans):
    taken = [(start, min(start + length, len(text))) for start, length in spans if start < len(text)]
    hidden = "".join("\ue000" if any(start <= place < end for start, end in taken) else sign for place, sign in enumerate(text))
    for said in unused(text, taken):
        assert said
        assert said in hidden
