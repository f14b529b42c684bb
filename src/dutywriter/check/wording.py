"""The rules of a single line: verb first and allowed for the level, one action, length, filler and vague words.

One function, `Wording.findings`, serves the catalogue's gate, what a user types, and whole documents.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from dutywriter.catalogue.model import LEVELS, Catalogue, Level
from dutywriter.catalogue.rules import Rule

Shape = Literal["duty", "requirement", "phrase"]
"""What a line is: a duty opens with a verb; a requirement and a phrase (a standard, a deliverable, a name) need not."""

OWN_LENGTH, OWN_ACTIONS = 30, 1
FOREIGN_LENGTH, FOREIGN_ACTIONS = 40, 2
OF_WORDING = "DW3"
"""How the codes of the rules begin whose words count in a single line."""

_HALFWIDTH = re.compile(r"(?<=[\u4e00-\u9fff”）])[,;:!?]|[,;:!?](?=[\u4e00-\u9fff])")
_JOINED = re.compile(r"[，；、]|并且|并|以及|然后|同时")
_BASIS = r"^(?:按|照|依|对照|根据|依据|凭|以|向|对|为|就|与|在|于|从|经)[^，]{2,16}?，?"


class Finding(Struct, frozen=True):
    """A finding in one line: which rule, where (code points, half open), and what to tell a person."""

    code: str
    name: str
    severity: str
    start: int
    end: int
    message: str
    advice: str


class Wording:
    """The rules, made ready once from a catalogue's rules, verbs and metric names."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._rules = {rule.name: rule for rule in catalogue.rules.rules}
        self._lowest = {verb: group.lowest for group in catalogue.verbs.groups for verb in group.verbs}
        self._highest = {verb: group.highest for group in catalogue.verbs.groups for verb in group.verbs}
        self._verb = _longest_first(self._lowest)
        self._after_basis = re.compile(f"{_BASIS}(?={self._verb.pattern})")
        names = [name for metric in catalogue.metrics for name in (metric.name, *metric.aliases)]
        self._words = [
            (rule, _longest_first([*rule.words, *rule.own_words]), _longest_first([*rule.unless, *names]))
            for rule in catalogue.rules.rules
            if rule.words and rule.code.startswith(OF_WORDING)
        ]

    def findings(
        self, text: str, shape: Shape, level: Level | None = None, length: int = FOREIGN_LENGTH, actions: int = FOREIGN_ACTIONS
    ) -> list[Finding]:
        """All findings of one line, in order of place. Without a level, no verb is too high."""
        found = [*self._word_findings(text), *self._punctuation(text)]
        if shape == "duty":
            found += self._duty_findings(text, level, length, actions)
        return sorted(found, key=lambda finding: (finding.start, finding.code))

    def opening_verb(self, text: str) -> str:
        """The verb that a duty opens with, after its basis (按排期表…); empty where there is none."""
        match = self._verb.match(text, self._opening(text))
        return match[0] if match else ""

    def too_low(self, verb: str, level: Level) -> bool:
        """Whether `verb` is no main duty for so high a level (a 经理 does not 录入)."""
        return verb in self._highest and LEVELS.index(self._highest[verb]) < LEVELS.index(level)

    def _opening(self, text: str) -> int:
        if self._verb.match(text):
            return 0
        basis = self._after_basis.match(text)
        return basis.end() if basis else 0

    def _word_findings(self, text: str) -> Iterator[Finding]:
        for rule, words, shields in self._words:
            covered = [match.span() for match in shields.finditer(text)]
            for match in words.finditer(text):
                if not any(start <= match.start() and match.end() <= end for start, end in covered):
                    yield self._finding(rule, match.start(), match.end(), word=match[0])

    def _punctuation(self, text: str) -> Iterator[Finding]:
        for match in _HALFWIDTH.finditer(text):
            yield self._finding(self._rules["halfwidth-punctuation"], match.start(), match.end(), word=match[0])

    def _duty_findings(self, text: str, level: Level | None, length: int, actions: int) -> Iterator[Finding]:
        start = self._opening(text)
        opening = self._verb.match(text, start)
        if not opening:
            yield self._finding(self._rules["no-verb"], 0, len(text))
        elif level and LEVELS.index(self._lowest[opening[0]]) > LEVELS.index(level):
            lowest = self._lowest[opening[0]]
            yield self._finding(self._rules["above-level"], *opening.span(), word=opening[0], lowest=lowest)
        verbs = self._actions(text, start)
        if len(verbs) > actions:
            yield self._finding(self._rules["many-actions"], 0, len(text), word="、".join(verbs), count=len(verbs))
        if len(text) > length:
            yield self._finding(self._rules["long-sentence"], length, len(text), what="条", count=len(text), limit=length)

    def _actions(self, text: str, start: int) -> list[str]:
        """The verbs that open a part of the line, parts being split at commas and joining words."""
        verbs: list[str] = []
        for part in _JOINED.split(text[start:]):
            match = self._verb.match(part)
            if match and (len(part) > len(match[0]) + 1 or not verbs):
                verbs.append(match[0])
        return verbs

    @staticmethod
    def _finding(rule: Rule, start: int, end: int, **values: object) -> Finding:
        message = rule.message.format(**values) if values else rule.message
        return Finding(rule.code, rule.name, rule.severity, start, end, message, rule.advice)


def _longest_first(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)) if ordered else r"(?!)")
