from dutywriter.catalogue.layers import overlaid
from dutywriter.check.duplicates import twins

OURS = """
roles:
- name: 电商运营
  sections:
  - section: merchandise
    duties:
    - id: our-1
      levels:
        专员: {do: 上架资料已审的新品, frequency: 每日, standard: 三项都有, deliverable: 表}
"""


def test_no_two_duties_of_the_catalogue_say_the_same(catalogue):
    assert [(twin.path, twin.text, twin.other_id) for twin in twins(catalogue)] == []


def test_a_repeated_duty_is_told_with_the_one_that_it_repeats(catalogue):
    (twin,) = twins(overlaid(catalogue, "x", OURS))
    assert twin.path[-1] == "do"
    assert twin.path[5] == "our-1"
    assert (twin.other_id, twin.other_role) == ("ec-listing", "电商运营")


def test_a_duty_that_replaces_another_may_say_the_same(catalogue):
    assert list(twins(overlaid(catalogue, "x", OURS.replace("id: our-1", "id: our-1\n      instead_of: [ec-listing]")))) == []
