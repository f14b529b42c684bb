"""What the documentation says of the data is what the data are."""

import re
from pathlib import Path

import pytest

from dutywriter.draft import Draft

DOCS = Path(__file__).parents[1] / "docs"


def test_the_page_on_draft_1_names_every_part(catalogue):
    text = (DOCS / "draft-1.md").read_text("utf-8")
    named = set(re.findall(r"`([a-z0-9_]+)`", text.split("部分：`key`（")[1].split("）")[0]))
    assert named == {key for kind in catalogue.documents.kinds for key in kind.parts}


@pytest.mark.parametrize("field", Draft.__struct_fields__)
def test_the_page_on_draft_1_names_every_field_of_a_draft(field):
    assert f"`{field}`" in (DOCS / "draft-1.md").read_text("utf-8")
