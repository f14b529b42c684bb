import pytest

from dutywriter.check.engine import findings
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

RULES = ("DW301", "DW302", "DW303", "DW304", "DW305", "DW306", "DW307", "DW308")


@pytest.fixture(scope="module")
def told(catalogue):
    def of(text):
        source = Source(text)
        return [finding for finding in findings(source, about(source), "internal", catalogue) if finding.rule.code in RULES]

    return of


@pytest.fixture(scope="module")
def codes(told):
    return lambda text: [finding.rule.code for finding in told(text)]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_fires_on_its_examples_and_is_silent_on_its_near_misses(catalogue, codes, code):
    rule = next(rule for rule in catalogue.rules.rules if rule.code == code)
    assert rule.fires
    assert rule.silent
    assert [text for text in rule.fires if code not in codes(text)] == []
    assert [text for text in rule.silent if code in codes(text)] == []


def test_a_rule_says_why_and_on_what_it_rests(catalogue):
    rules = {rule.code: rule for rule in catalogue.rules.rules}
    assert all(rules[code].title and rules[code].reason and rules[code].basis and rules[code].advice for code in RULES)
