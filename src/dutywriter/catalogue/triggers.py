"""What the triggers and tags of rules mean beyond their shape: expressions that can be compiled, cues that can be looked for."""

import re
from collections.abc import Iterable, Mapping

from dutywriter.catalogue.decode import Path
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Rule
from dutywriter.catalogue.validate import Say
from dutywriter.text.expanded import expanded

_OF_TRIGGERS = ("find", "beside", "unless")
_OF_CHUNKS = ("find", "text", "given", "unless")
_LAST = "\uffff"
"""Characters beyond it are two units of a pair (text/pairs.py)."""


def check(book: Rulebook, before: Rulebook, say: Say) -> None:
    """Note, of what differs from `before`, every expression that is none, cue that could not be found, and tag that is none."""
    for name, source in book.shorthands.items():
        if source != before.shorthands.get(name):
            _check_expression(source, book, ("shorthands", name), say)
    known = {rule.name: rule for rule in before.rules}
    for rule in book.rules:
        if rule != known.get(rule.name):
            _check_rule(rule, book, say)
    if (book.tags, book.chunks) != (before.tags, before.chunks):
        _check_tags(book, say)
    _check_cues(() if book.parties == before.parties else book.parties, ("parties",), say)
    _check_cues(() if book.customers == before.customers else book.customers, ("customers",), say)


def _check_rule(rule: Rule, book: Rulebook, say: Say) -> None:
    for place, frame in enumerate(rule.frames):
        _check_expression(frame, book, ("rules", rule.name, "frames", place), say)
    _check_expression(rule.before, book, ("rules", rule.name, "before"), say)
    _check_cues(rule.cue, ("rules", rule.name, "cue"), say)
    for place, trigger in enumerate(rule.triggers):
        path = ("rules", rule.name, "triggers", place)
        for key in _OF_TRIGGERS:
            _check_expression(getattr(trigger, key), book, (*path, key), say)
        _check_cues(trigger.cue, (*path, "cue"), say)


def _check_tags(book: Rulebook, say: Say) -> None:
    for place, tag in enumerate(book.tags):
        _check_tag(tag.tag, ("tags", place, "tag"), say)
        for index, word in enumerate(tag.words):
            path = ("tags", place, "words", index)
            if _check_expression(word, book, path, say) and re.compile(expanded(word, book.shorthands)).groups:
                say(path, "括号请写成 (?:…)")
    for place, chunk in enumerate(book.chunks):
        _check_tag(chunk.tag, ("chunks", place, "tag"), say)
        for key in _OF_CHUNKS:
            _check_expression(getattr(chunk, key), book, ("chunks", place, key), say)


def _check_tag(tag: str, path: Path, say: Say) -> None:
    if not (len(tag) == 1 and "A" <= tag <= "Z"):
        say(path, "tag 应是一个大写字母")


def _check_cues(cues: Iterable[str], path: Path, say: Say) -> None:
    for place, cue in enumerate(cues):
        if not cue or max(cue) > _LAST:
            say((*path, place), f"{path[-1]} 里的词不能是空的，也不能有表情符号")


def _check_expression(source: str, book: Rulebook, path: Path, say: Say) -> bool:
    """Note where an expression is none; whether it is one."""
    mistake = _mistake(source, book.shorthands)
    if mistake:
        say(path, mistake)
    return not mistake


def _mistake(source: str, shorthands: Mapping[str, str]) -> str:
    """What is wrong with an expression; empty where nothing is."""
    try:
        re.compile(expanded(source, dict(shorthands)))
    except KeyError as error:
        return f"没有“{error.args[0]}”这个简写，要在 shorthands 里写出来"
    except re.error as error:
        return f"正则写错了，{{名}} 展开后读到第 {(error.pos or 0) + 1} 个字符读不下去，请检查括号和反斜杠"
    return ""
