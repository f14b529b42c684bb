"""All rules as one value: what they are, the law that they cite, and their expressions made ready."""

from collections.abc import Iterator

from msgspec import Raw, json

from dutywriter.catalogue.data import Data
from dutywriter.catalogue.rules import Law, Rule, Trigger
from dutywriter.text.cues import Index
from dutywriter.text.expanded import branches, expanded
from dutywriter.text.pattern import Literals, Pattern


class Rulebook(Data, frozen=True):
    """Every rule, the laws they cite, and the shorthands of their patterns ({男} in a pattern is what stands under 男).

    Two things are worked out when data is compiled, and may be missing: `literals`, the words without which an expression matches
    nothing (text/literals.py), still encoded, by the expression; and `cues`, the triggers by their cues.
    `principles` are what rules cite that is no law: what a good document holds, under short ids.
    """

    rules: tuple[Rule, ...] = ()
    laws: tuple[Law, ...] = ()
    shorthands: dict[str, str] = {}
    principles: dict[str, str] = {}
    literals: dict[str, Raw] = {}
    cues: Index | None = None

    def pattern(self, source: str) -> Pattern:
        """The pattern of an expression, its shorthands spelled out.

        Raises KeyError for a shorthand that there is not.
        """
        return Pattern(expanded(source, self.shorthands), words=self.words(source))

    def words(self, source: str) -> Literals:
        """The groups of words without which an expression matches nothing; empty where none are known."""
        known = self.literals.get(source)
        return json.decode(known, type=Literals) if known else ()

    def sought(self) -> list[tuple[Rule, Trigger]]:
        """The triggers that are looked for by their cues, each with its rule: the things of `cues`, in order."""
        return [(rule, trigger) for rule in self.rules for trigger in rule.triggers if trigger.cue]

    def patterns(self, source: str) -> list[Pattern]:
        """A pattern for each alternative of an expression, so that only those are compiled that a text may match.

        Raises KeyError for a shorthand that there is not.
        """
        return [self.pattern(branch) for branch in branches(source)]

    def expressions(self) -> Iterator[str]:
        """Every expression of the rules, as they write it, and every alternative of those that are tried one by one."""
        yield from self.shorthands.values()
        for rule in self.rules:
            yield from branches(rule.sparing)
            yield from (case.has for case in rule.cases)
            for trigger in rule.triggers:
                yield trigger.find
                yield from branches(trigger.find)
                yield from branches(trigger.beside)
                yield from branches(rule.silencing(trigger))
