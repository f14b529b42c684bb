"""A draft that has to fit: which lines go."""

from dutywriter.compose.shorten import shortened

OWN_LINES = ["每周五核对双方待办", "每月组织一次党日活动"]


def duties(draft):
    return next(part for part in draft.parts if part.key == "posting_duties").blocks[0].lines


def test_the_user_s_own_duties_go_last(draft_of):
    posting = draft_of(role="驻场", kind="招聘", own=[f"沟通协调={OWN_LINES[0]}", f"党建共建={OWN_LINES[1]}"])
    usual = [line.text for line in duties(posting) if line.text not in OWN_LINES]
    short = shortened(posting, {"posting_duties": 0}, 4, lambda draft: len(duties(draft)))
    assert [line.text for line in duties(short)] == [*usual[:2], *OWN_LINES]
    shorter = shortened(posting, {"posting_duties": 0}, 1, lambda draft: len(duties(draft)))
    assert [line.text for line in duties(shorter)] == OWN_LINES[:1]
