"""All rules as one value: what they are, the law that they cite, and their expressions made ready."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import json

from dutywriter.catalogue.data import NOTHING, Data
from dutywriter.catalogue.rules import Chunk, Law, Rule, Tag, Trigger
from dutywriter.text.expanded import branches, expanded
from dutywriter.text.pattern import NOTHING_NEEDED, Needs, Pattern
from dutywriter.text.table import Table
from dutywriter.text.vocabulary import Classes, Vocabulary, expressions, listed


class Rulebook(Data, frozen=True, dict=True):
    """Every rule, the laws they cite, and the shorthands of their patterns ({男} in a pattern is what stands under 男).

    `tags` and `chunks` are those of sentences about two parties (check/tagging.py), which hold one of the words of `parties`, or of
    `customers` and of a rule's cue. `principles` are what rules cite that is no law: what a good document holds, under short ids.
    Three tables are worked out when data is compiled, and may be missing: `needs_table`, by the expression what a text holds where
    it matches (text/needs.py), `cues_table`, the triggers by their cues (text/cues.py), and `words_table`, the words that have tags
    (text/vocabulary.py).
    """

    rules: tuple[Rule, ...] = ()
    laws: tuple[Law, ...] = ()
    shorthands: dict[str, str] = {}
    principles: dict[str, str] = {}
    parties: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    needs_table: memoryview = NOTHING
    cues_table: memoryview = NOTHING
    words_table: memoryview = NOTHING

    def pattern(self, source: str) -> Pattern:
        """The pattern of an expression, its shorthands spelled out.

        Raises KeyError for a shorthand that there is not.
        """
        return Pattern(expanded(source, self.shorthands), needs=self.needed(source))

    def needed(self, source: str) -> Needs:
        """What a text holds where an expression matches."""
        known = self._table.named(source)
        return json.decode(known, type=Needs) if known else NOTHING_NEEDED

    @cached_property
    def _table(self) -> Table:
        return Table(self.needs_table)

    def sought(self) -> list[tuple[Rule, Trigger]]:
        """The triggers that are looked for by their cues, each with its rule: the things of `cues_table`, in order."""
        return [
            (rule, trigger) for rule in self.rules for trigger in rule.every_trigger if trigger.tagged or trigger.cue or rule.cue
        ]

    def cues(self) -> Iterator[tuple[str, ...]]:
        """The cues of each of them."""
        for rule, trigger in self.sought():
            yield (*self.parties, *rule.cue) if trigger.tagged else trigger.cue or rule.cue

    def patterns(self, source: str) -> list[Pattern]:
        """A pattern for each alternative of an expression, so that only those are compiled that a text may match.

        Raises KeyError for a shorthand that there is not.
        """
        return [self.pattern(branch) for branch in branches(source)]

    @property
    def words(self) -> Classes:
        """All words that have tags."""
        return [(tag.tag, [expanded(word, self.shorthands) for word in tag.words]) for tag in self.tags]

    @property
    def vocabulary(self) -> Vocabulary:
        """The same as they are looked up."""
        return Vocabulary(self.words_table, [] if self.words_table else self.words)

    def spelled(self) -> Iterator[str]:
        """Every expression that is compiled, its shorthands spelled out: of what is tried in alternatives those alone."""
        whole = {trigger.find for _, trigger in self.sought() if len(branches(trigger.find)) > 1}
        yield from (expanded(source, self.shorthands) for source in self.expressions() if source not in whole)
        yield from expressions(listed(self.words))

    def expressions(self) -> Iterator[str]:
        """Every expression of the rules, as they write it, and every alternative of those that are tried one by one."""
        yield from self.shorthands.values()
        for chunk in self.chunks:
            yield from filter(None, (chunk.runs, chunk.text, chunk.given, chunk.unless))
        for rule in self.rules:
            yield from branches(rule.sparing)
            yield from (case.has for case in rule.cases)
            yield from filter(None, (rule.before,))
            for trigger in rule.every_trigger:
                if not trigger.tagged:
                    yield from (trigger.find, *(() if trigger.cue or rule.cue else (trigger.unless,)))
                yield from branches(trigger.find)
                yield from branches(trigger.beside)
                yield from branches(rule.silencing(trigger))
