"""Patterns that are compiled late, and only for a text that may match."""

import importlib
import pkgutil
import re
from re import _constants as codes
from re import _parser as parser

import pytest

import dutywriter.brief
import dutywriter.check
import dutywriter.reading
import dutywriter.text
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
        return all(set(members(part, value)) <= set(cue) for part, value in argument)
    if kind is codes.BRANCH:
        return all(requires(branch, cue) for branch in argument[1])
    if kind is codes.SUBPATTERN:
        return requires(argument[3], cue)
    if kind in (codes.MAX_REPEAT, codes.MIN_REPEAT):
        return argument[0] > 0 and requires(argument[2], cue)
    return kind is codes.ASSERT and requires(argument[1], cue)


def flat(values):
    for value in values:
        if isinstance(value, dict):
            yield from flat(value.values())
        elif isinstance(value, list | tuple):
            yield from flat(value)
        else:
            yield value


def modules():
    for package in (dutywriter.brief, dutywriter.check, dutywriter.reading, dutywriter.text):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(module.name)


def members(kind, value):
    """The characters of a part of a class, digits in the widths that are written here; a NUL for what cannot be listed."""
    if kind is codes.LITERAL:
        return chr(value)
    if kind is codes.RANGE:
        return map(chr, range(value[0], value[1] + 1))
    return "0123456789" if (kind, value) == (codes.CATEGORY, codes.CATEGORY_DIGIT) else "\0"


PATTERNS = [
    pytest.param(pattern, id=f"{module.__name__}.{number}")
    for module in modules()
    for number, pattern in enumerate(flat(vars(module).values()))
    if isinstance(pattern, Pattern) and pattern.cue
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_text_matches_without_one_of_the_characters_that_its_pattern_calls_its_cue(pattern):
    assert requires(parser.parse(pattern.source), pattern.cue)


@pytest.mark.parametrize(("source", "cue"), [("[一二]个?", "个"), ("人|个", "人"), (r"\d", "1"), ("(?!人)个", "人")])
def test_a_cue_that_need_not_stand_in_the_text_is_found_out(source, cue):
    assert not requires(parser.parse(source), cue)
