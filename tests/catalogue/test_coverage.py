"""Every heading and idea of the two source documents is answered, by something that exists."""

from pathlib import Path

import pytest
import yaml

from dutywriter.catalogue.model import Duty, Wording

TABLE = yaml.safe_load((Path(__file__).parents[1] / "data" / "coverage.yaml").read_text("utf-8"))
# How many ideas each heading holds, by answer: A1.1, A1.2 …
IDEAS = {
    "A1": [7, 6, 6, 6, 6, 5, 7, 6],
    "A2": [7, 8, 6, 6, 6],
    "A3": [7, 6, 6, 6, 7, 7, 6],
    "A4": [4, 6, 5, 5, 5, 5, 5, 5, 5, 6],
    "B1": [6, 7, 8, 6, 5, 3],
    "B2": [9, 6, 7, 6, 5],
    "B3": [7, 5, 6, 3, 4, 5, 4, 3, 6, 4],
    "B4": [13, 9, 12, 10],
}
TOOLS = {"check.wording", "check.gate", "levels", "length", "focus", "answers"}


@pytest.fixture(scope="module")
def pointers(catalogue):
    """Everything that a row may point to."""
    duties = [d for section in catalogue.sections for d in section.duties]
    duties += [d for role in catalogue.roles for section in role.sections for d in section.duties]
    named = {duty.id for duty in duties} | {f"metric:{metric.id}" for metric in catalogue.metrics}
    for role in catalogue.roles:
        named |= {f"partner:{role.name}/{partner.id}" for partner in role.partners}
        named |= {f"requirement:{role.name}/{requirement.id}" for requirement in role.requirements}
    named |= {f"part:{key}" for kind in catalogue.documents.kinds for key in kind.parts}
    named |= {f"field:{field}" for kind in (Wording, Duty) for field in kind.__struct_fields__}
    return named | {f"tool:{tool}" for tool in TOOLS}


def test_every_heading_and_idea_has_a_row():
    assert sum(len(counts) for counts in IDEAS.values()) == 55
    assert sum(sum(counts) for counts in IDEAS.values()) == 337
    rows = {f"{answer}.{number}": count for answer, counts in IDEAS.items() for number, count in enumerate(counts, 1)}
    assert {heading: len(ideas) for heading, ideas in TABLE.items()} == rows


def test_every_row_points_to_something_that_exists(pointers):
    lost = [
        (heading, place, p)
        for heading, ideas in TABLE.items()
        for place, row in enumerate(ideas, 1)
        for p in row
        if p not in pointers
    ]
    assert lost == []
    assert all(row for ideas in TABLE.values() for row in ideas)


def test_advice_to_writers_is_answered_by_the_tool_and_the_rest_by_the_documents():
    advice = {"B1.6", "B2.1", "B2.2", "B2.3"}
    for heading, ideas in TABLE.items():
        for row in ideas:
            assert heading in advice or any(not pointer.startswith("tool:") for pointer in row), heading
