import pytest

from dutywriter.check.engine import findings
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

RULES = ("DW401", "DW402", "DW403", "DW404", "DW405", "DW406")


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
    assert len(rule.fires) >= 8
    assert len(rule.silent) >= 8
    assert [text for text in rule.fires if code not in codes(text)] == []
    assert [text for text in rule.silent if code in codes(text)] == []


def test_a_rule_says_why_and_on_what_it_rests(catalogue):
    rules = [rule for rule in catalogue.rules.rules if rule.code in RULES]
    assert [rule.code for rule in rules] == list(RULES)
    assert all(rule.title and rule.reason and rule.basis and rule.advice for rule in rules)
