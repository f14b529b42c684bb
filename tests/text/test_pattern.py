"""Patterns that are compiled late, and only for a text that may match."""

import importlib
import pkgutil
import re
from re import _constants as codes
from re import _parser as parser

import pytest

import dutywriter.brief.sentence as readers
from dutywriter.text.pattern import Pattern


def test_a_pattern_finds_what_re_finds():
    pattern, text = Pattern("[一二]个|人", cue="个人"), "招一个或二个人"
    assert [match.span() for match in pattern.finditer(text, 3)] == [(4, 6), (6, 7)]
    assert pattern.search(text).span() == (1, 3)
    assert pattern.search(text, 3, 5) is None
    assert pattern.match(text, 6)[0] == pattern.fullmatch(text, 6)[0] == "人"
    assert pattern.match(text) is pattern.fullmatch(text) is None


def test_a_text_without_a_cue_compiles_nothing():
    broken = Pattern("人(", cue="人")
    assert broken.search("招运营") is None
    assert list(broken.finditer("招运营")) == []
    with pytest.raises(re.error):
        broken.search("招人")


def requires(nodes, cue):
    """Whether every text that a parsed pattern matches holds one of the characters of `cue`."""
    return any(_requires(kind, argument, cue) for kind, argument in nodes)


def _requires(kind, argument, cue):
    if kind is codes.LITERAL:
        return chr(argument) in cue
    if kind is codes.IN:
        return all(part is codes.LITERAL and chr(value) in cue for part, value in argument)
    if kind is codes.BRANCH:
        return all(requires(branch, cue) for branch in argument[1])
    if kind is codes.SUBPATTERN:
        return requires(argument[3], cue)
    if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return argument[0] > 0 and requires(argument[2], cue)
    return kind is codes.ASSERT and requires(argument[1], cue)


PATTERNS = [
    pytest.param(pattern, id=f"{module.name}.{name}.{number}")
    for module in pkgutil.iter_modules(readers.__path__)
    for name, value in vars(importlib.import_module(f"{readers.__name__}.{module.name}")).items()
    for number, pattern in enumerate(value if isinstance(value, tuple) else (value,))
    if isinstance(pattern, Pattern) and pattern.cue
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_text_matches_without_one_of_the_characters_that_its_pattern_calls_its_cue(pattern):
    assert requires(parser.parse(pattern.source), pattern.cue)


@pytest.mark.parametrize(("source", "cue"), [("[一二]个?", "个"), ("人|个", "人"), (r"\d", "1"), ("(?!人)个", "人")])
def test_a_cue_that_need_not_stand_in_the_text_is_found_out(source, cue):
    assert not requires(parser.parse(source), cue)
