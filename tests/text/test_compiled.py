"""An expression that is kept compiled is the one that `re` compiles, and every other is compiled as ever."""

import re
from types import SimpleNamespace

import pytest

from dutywriter.text import compiled as kept
from dutywriter.text import table
from dutywriter.text.compiled import compiled, packed

FRESH = re._compiler.compile
SOURCES = (
    r"(?P<word>[男女])(?:性|士)?优先|(?<!\d)(\d{2})岁",
    "(?i)vx|[一-龥]{2,}?(?=[，。])",
    "",
    r"(?:甲方|业主)[^,;]{0,14}?(?:考勤|打卡)",
)


@pytest.fixture
def keep(tmp_path, monkeypatch):
    def of(content):
        (tmp_path / "codes").write_bytes(content)
        monkeypatch.setattr(kept, "KEPT", tmp_path / "codes")
        kept._kept.cache_clear()

    yield of
    kept._kept.cache_clear()


@pytest.fixture
def compiles(monkeypatch):
    """The expressions that had to be compiled."""
    sources = []
    monkeypatch.setattr(kept, "re", SimpleNamespace(compile=lambda source: sources.append(source) or FRESH(source)))
    return sources


@pytest.mark.parametrize("source", SOURCES)
def test_a_kept_expression_is_what_re_makes_of_it(keep, compiles, source):
    keep(packed(SOURCES))
    again, fresh = compiled(source), FRESH(source)
    assert not compiles
    assert again == fresh
    assert (again.pattern, again.flags, again.groups, again.groupindex) == (
        fresh.pattern,
        fresh.flags,
        fresh.groups,
        fresh.groupindex,
    )
    text = "招女士优先，25岁，甲方负责考勤 VX"
    assert [(match.span(), match.groups(), match.lastgroup) for match in again.finditer(text)] == [
        (match.span(), match.groups(), match.lastgroup) for match in fresh.finditer(text)
    ]


def test_every_expression_of_the_rules_can_be_kept(keep, compiles, catalogue):
    sources = set(catalogue.rules.spelled())
    keep(packed(sources))
    for source in sources:
        assert compiled(source) == FRESH(source), source
    assert not compiles


def test_what_is_not_kept_is_compiled(keep, compiles):
    keep(packed(SOURCES))
    assert compiled("人{2}").fullmatch("人人")
    assert compiles == ["人{2}"]


def test_another_expression_of_the_same_number_is_compiled(keep, compiles, monkeypatch):
    monkeypatch.setattr(table, "_number", lambda _: 1)
    keep(packed(["甲"]))
    assert compiled("乙").fullmatch("乙")
    assert compiled("甲").fullmatch("甲")
    assert compiles == ["乙"]


@pytest.mark.parametrize("change", [lambda content: b"1" + content, lambda content: content[:-9], lambda _: b""])
def test_what_another_matcher_kept_or_is_cut_off_is_not_used(keep, compiles, change):
    keep(change(packed(SOURCES)))
    assert compiled(SOURCES[3]).search("业主考勤")
    assert compiles == [SOURCES[3]]
