"""What the triggers and tags of rules mean beyond their shape: expressions that can be compiled, cues that can be looked for."""

import re
from collections.abc import Iterable, Mapping

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Rule, Trigger
from dutywriter.catalogue.validate import Say
from dutywriter.text.expanded import expanded

_EXPRESSIONS = ("find", "beside", "unless")
_OF_CHUNKS = ("find", "text", "given", "unless")
_LAST = "\uffff"
"""Characters beyond it are two units of a pair (text/pairs.py)."""


def check(rules: Iterable[Rule], shorthands: Mapping[str, str], say: Say) -> None:
    """Note every expression of these rules that is none, and every cue that could not be found."""
    for rule in rules:
        for place, frame in enumerate(rule.frames):
            if mistake := _mistake(frame, shorthands):
                say(("rules", rule.name, "frames", place), mistake)
        if mistake := _mistake(rule.before, shorthands):
            say(("rules", rule.name, "before"), mistake)
        for place, trigger in enumerate(rule.triggers):
            for key in _EXPRESSIONS:
                if mistake := _mistake(getattr(trigger, key), shorthands):
                    say(("rules", rule.name, "triggers", place, key), mistake)
            for index, cue in enumerate(trigger.cue):
                if not cue or max(cue) > _LAST:
                    say(("rules", rule.name, "triggers", place, "cue", index), "cue 里的词不能是空的，也不能有表情符号")


def check_tags(book: Rulebook, say: Say) -> None:
    """Note every tag that is not one capital letter, and every expression of tags and chunks that is none or would count groups."""
    for place, tag in enumerate(book.tags):
        if not _is_tag(tag.tag):
            say(("tags", place, "tag"), _TAG)
        for index, word in enumerate(tag.words):
            if mistake := _mistake(word, book.shorthands) or _grouped(word, book.shorthands):
                say(("tags", place, "words", index), mistake)
    for place, chunk in enumerate(book.chunks):
        if not _is_tag(chunk.tag):
            say(("chunks", place, "tag"), _TAG)
        for key in _OF_CHUNKS:
            if mistake := _mistake(getattr(chunk, key), book.shorthands):
                say(("chunks", place, key), mistake)


_TAG = "tag 应是一个大写字母"


def _is_tag(text: str) -> bool:
    return len(text) == 1 and "A" <= text <= "Z"


def changed(rules: Iterable[Rule], before: Iterable[Rule]) -> list[Rule]:
    """The rules whose triggers or frames are not what they were."""
    known: dict[str, tuple[Trigger, ...]] = {rule.name: rule.every_trigger for rule in before}
    return [rule for rule in rules if rule.every_trigger != known.get(rule.name, ())]


def _mistake(source: str, shorthands: Mapping[str, str]) -> str:
    """What is wrong with an expression; empty where nothing is."""
    try:
        re.compile(expanded(source, dict(shorthands)))
    except KeyError as error:
        return f"没有“{error.args[0]}”这个简写，要在 shorthands 里写出来"
    except re.error as error:
        return f"正则写错了，{{名}} 展开后读到第 {(error.pos or 0) + 1} 个字符读不下去，请检查括号和反斜杠"
    return ""


def _grouped(word: str, shorthands: Mapping[str, str]) -> str:
    return "括号请写成 (?:…)" if re.compile(expanded(word, dict(shorthands))).groups else ""
