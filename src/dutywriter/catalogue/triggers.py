"""What the triggers of rules mean beyond their shape: expressions that can be compiled, and cues that can be looked for."""

import re
from collections.abc import Iterable, Mapping

from dutywriter.catalogue.rules import Rule, Trigger
from dutywriter.catalogue.validate import Say
from dutywriter.text.expanded import expanded

_EXPRESSIONS = ("find", "beside", "unless")
_LAST = "\uffff"
"""Characters beyond it are two units of a pair (text/pairs.py)."""


def check(rules: Iterable[Rule], shorthands: Mapping[str, str], say: Say) -> None:
    """Note every expression of these rules that is none, and every cue that could not be found."""
    for rule in rules:
        for place, trigger in enumerate(rule.triggers):
            for key in _EXPRESSIONS:
                if mistake := _mistake(getattr(trigger, key), shorthands):
                    say(("rules", rule.name, "triggers", place, key), mistake)
            for index, cue in enumerate(trigger.cue):
                if not cue or max(cue) > _LAST:
                    say(("rules", rule.name, "triggers", place, "cue", index), "cue 里的词不能是空的，也不能有表情符号")


def changed(rules: Iterable[Rule], before: Iterable[Rule]) -> list[Rule]:
    """The rules whose triggers are not what they were."""
    known: dict[str, tuple[Trigger, ...]] = {rule.name: rule.triggers for rule in before}
    return [rule for rule in rules if rule.triggers != known.get(rule.name, ())]


def _mistake(source: str, shorthands: Mapping[str, str]) -> str:
    """What is wrong with an expression; empty where nothing is."""
    try:
        re.compile(expanded(source, dict(shorthands)))
    except KeyError as error:
        return f"没有“{error.args[0]}”这个简写，要在 shorthands 里写出来"
    except re.error as error:
        return f"正则写错了，{{名}} 展开后读到第 {(error.pos or 0) + 1} 个字符读不下去，请检查括号和反斜杠"
    return ""
