"""Rules 5xx, 601 and 602: what the law minds, told from the same words about users, goods and content.

A segment is searched for cues first, which most have none of. Where one stands, the text is folded and cut into sentences, and in
each the triggers of data/rules are tried whose own cues are there. A trigger is silenced by what its rule says, by words of the
business in the same phrase, or, where it is weak, by a sentence that speaks of the business at all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Case, Guard, Rule, Severity, Trigger
from dutywriter.check.finding import LONGEST_KNOWN, MOST_KNOWN, Finding
from dutywriter.check.legal_line import Line, Sentence
from dutywriter.check.tagging import Tagger
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.cues import Cues, indexed
from dutywriter.text.pattern import Needs, Pattern

ONSITE = "onsite"
REQUIREMENTS, DUTIES = ("requirements", "pluses"), ("duties", "rhythm")
_FIGURE = Pattern(r"[\d\s.,，~～—–\-至到以上下内及+≥≤<>%※（）()]+")
_OF_PEOPLE = ("年龄", "身高", "要求", "条件")
_MORE, _LESS = 5, 20
_LOWEST, _HIGHEST = 10, 99


class Law:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        book = catalogue.rules
        tagger = Tagger(book)
        self._seekers = [
            Seeker(rule, trigger, book, tagger, surer=about.onsite and rule.category == ONSITE) for rule, trigger in book.sought()
        ]
        self._cues = Cues(book.cues_table or indexed(book.cues()))
        self._parties = (*book.parties, *book.customers)
        self._business = Business(book)
        self._known: dict[tuple[str, str, str, str], tuple[Finding, ...]] = {}

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What is found in one segment; places are within its text."""
        line = (segment.text, segment.part, segment.kind, segment.column)
        known = self._known.get(line)
        if known is None:
            known = self._read(segment)
            if len(segment.text) <= LONGEST_KNOWN and len(self._known) < MOST_KNOWN:
                self._known[line] = known
        return known

    def _read(self, segment: Segment) -> tuple[Finding, ...]:
        cues = self._cues.of(segment.text, segment.pairs)
        return tuple(self._found(segment, list(self._near(cues, segment.text, segment.part)))) if cues else ()

    def _near(self, cues: Mapping[int, list[str]], text: str, part: str) -> Iterator[tuple["Seeker", list[str]]]:
        """The seekers of these cues that count in that part, each with its cues; those of frames where the text names a party."""
        named: bool | None = None
        for place in sorted(cues):
            seeker = self._seekers[place]
            if seeker.trigger.tagged and named is None:
                named = any(map(text.__contains__, self._parties))
            if seeker.counts_in(part) and (named or not seeker.trigger.tagged):
                yield seeker, cues[place]

    def at_end(self) -> Iterable[Finding]:
        """What only the whole document shows: nothing."""
        return ()

    def _found(self, segment: Segment, seekers: list[tuple["Seeker", list[str]]]) -> Iterator[Finding]:
        if not seekers or self._business.bans(segment.column) or _is_figure(segment):
            return
        line = Line(segment.text)
        sentences = list(line.sentences())
        for sentence in sentences:
            near = [seeker for seeker, cues in seekers if len(sentences) == 1 or any(map(sentence.cues.__contains__, cues))]
            yield from self._in_sentence(near, sentence, line, segment)

    def _in_sentence(self, near: list["Seeker"], sentence: Sentence, line: Line, segment: Segment) -> Iterator[Finding]:
        """The findings of a sentence, of each rule none that touches another."""
        taken: dict[str, list[tuple[int, int]]] = {}
        for seeker in near:
            spans = taken.setdefault(seeker.rule.code, [])
            for start, end in seeker.spans(sentence, self._business):
                if all(end <= before or after <= start for before, after in spans):
                    spans.append((start, end))
                    yield seeker.finding(sentence.text[start:end], segment, *line.original(sentence, start, end))


class Business:
    """Whether words are about the business (its users, goods, content) or about whoever applies."""

    def __init__(self, book: Rulebook) -> None:
        self._patterns = {name: book.pattern(book.shorthands.get(name, "(?!)")) for name in ("业", "动", "人", "栏")}

    def silences(self, sentence: Sentence, phrase: str, guard: Guard) -> bool:
        """Whether a trigger with that guard is silent in this phrase."""
        if guard == "none":
            return False
        in_phrase = self._has("业", phrase)
        if guard == "phrase":
            return in_phrase and not self._has("人", sentence.text)
        return (in_phrase or self._of_business(sentence)) and not self._has("人", sentence.text)

    def bans(self, column: str) -> bool:
        """Whether what stands under that heading of a column is what shall not be done, or an event."""
        return bool(column) and self._has("栏", column)

    def _of_business(self, sentence: Sentence) -> bool:
        return bool(self._patterns["动"].match(sentence.text))

    def _has(self, name: str, text: str) -> bool:
        return bool(self._patterns[name].search(text))


class Seeker:
    """A trigger of a rule, made ready for the first sentence that holds one of its cues."""

    def __init__(self, rule: Rule, trigger: Trigger, book: Rulebook, tagger: Tagger, *, surer: bool = False) -> None:
        self.rule = rule
        self.trigger = trigger
        self._book = book
        self._tagger = tagger
        self._percent = trigger.confidence + _MORE * surer

    def counts_in(self, part: str) -> bool:
        """Whether the trigger counts in that part of a document."""
        return not self.trigger.parts or part in self.trigger.parts

    def spans(self, sentence: Sentence, business: Business) -> Iterator[tuple[int, int]]:
        """Where the trigger fires."""
        silent: dict[str, bool] = {}
        if not self._may_fire(sentence):
            return
        read = sentence.tagged(self._tagger) if self.trigger.tagged else sentence
        matches = self._matches(read)
        if not matches or _any_in(self._spared, sentence.text) or (self._beside and not _any_in(self._beside, read.text)):
            return
        for match in matches:
            start, end = match.span("word") if "word" in match.re.groupindex and match["word"] else match.span()
            if self._before and self._before.search(read.text, read.clause(start), start):
                continue
            phrase = read.phrase(start, end)
            if phrase not in silent:
                silent[phrase] = _any_in(self._unless, phrase) or business.silences(sentence, phrase, self.trigger.guard)
            if start < end and not silent[phrase]:
                yield start, end

    def _may_fire(self, sentence: Sentence) -> bool:
        """Whether the words of a sentence alone, before tags are joined, leave it possible: of most they do not."""
        if not self.trigger.tagged or not self.rule.signals:
            return True
        return any(map(sentence.words(self._tagger).__contains__, self.rule.signals))

    def _matches(self, sentence: Sentence) -> list[re.Match[str]]:
        """Every match of an alternative, from left to right, the alternatives in their order."""
        found = list[re.Match[str]]()
        if not self._needs.may_be_in(sentence.text):
            return found
        holds = sentence.text.__contains__
        for find in self._find:
            for group in find.needs.quick:  # needs.may_be_in, spelled out: to call it costs these rules a tenth
                if not any(map(holds, group)):
                    break
            else:
                if find.may_match(sentence.marked):
                    found += find.compiled.finditer(sentence.text)
        return sorted(found, key=re.Match.start) if len(found) > 1 else found

    def finding(self, words: str, segment: Segment, start: int, end: int) -> Finding:
        """What to tell of the folded words that stand there in the segment."""
        trigger, rule = self.trigger, self.rule
        case = next((case for case in rule.cases if self._book.pattern(case.has).search(words)), Case(""))
        message = (trigger.message or case.message or rule.message).replace("{word}", segment.text[start:end].strip())
        severity: Severity = trigger.severity or case.severity or rule.severity
        basis = trigger.basis or case.basis or rule.basis
        advice = trigger.advice or case.advice or rule.advice
        return Finding(rule, start, end, message, advice, severity, _confidence(self._percent, segment.part), basis)

    @cached_property
    def _find(self) -> list[Pattern]:
        return self._book.patterns(self.trigger.find)

    @cached_property
    def _needs(self) -> Needs:
        return self._book.needed(self.trigger.find)

    @cached_property
    def _beside(self) -> list[Pattern]:
        return self._book.patterns(self.trigger.beside) if self.trigger.beside else []

    @cached_property
    def _before(self) -> Pattern | None:
        return self._book.pattern(self.rule.before) if self.trigger.tagged and self.rule.before else None

    @cached_property
    def _spared(self) -> list[Pattern]:
        return self._book.patterns(self.rule.sparing) if self.rule.spared else []

    @cached_property
    def _unless(self) -> list[Pattern]:
        silencing = self.rule.silencing(self.trigger)
        return self._book.patterns(silencing) if silencing else []


def _any_in(patterns: Iterable[Pattern], text: str) -> bool:
    return any(pattern.search(text) for pattern in patterns)


def _confidence(percent: int, part: str) -> float:
    """From 0 to 1: more under requirements, less among duties."""
    shifted = percent + _MORE if part in REQUIREMENTS else percent - _LESS if part in DUTIES else percent
    return min(max(shifted, _LOWEST), _HIGHEST) / 100


def _is_figure(segment: Segment) -> bool:
    """Whether the cell of a table holds a figure and nothing that says of what: 20-30, 150 以上."""
    return segment.kind == "cell" and bool(_FIGURE.fullmatch(segment.text)) and not any(of in segment.column for of in _OF_PEOPLE)
