"""Rules 3xx: wording."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.catalogue.model import Catalogue
from dutywriter.catalogue.rules import Rule
from dutywriter.check.alike import SHORTEST, Index
from dutywriter.check.finding import Finding, found
from dutywriter.check.items import Catching, Row
from dutywriter.check.openings import Openings, vague_opening
from dutywriter.check.phrasing import Word, Words, quantified
from dutywriter.reading.about import About
from dutywriter.reading.source import Segment
from dutywriter.text.marked import MARK
from dutywriter.text.pairs import Pairs
from dutywriter.text.pattern import Pattern

ITEM_LENGTH, SENTENCE_LENGTH = 40, 60
FILLERS_PER_HUNDRED = 2
_LEAST_TEXT, _LEAST_FILLERS = 100, 4
_WORDS_TOLD, _WORDS_LOOKED_AT, _FILLERS_TOLD = 3, 100, 4
_SURE, _LESS_SURE = 0.9, 0.7
_IN_A_ROW = 3
_ENUMERATED = 6
"""Signs between things listed, from which on a sentence is a list."""
_PROSE = "正文"
"""The kind of document whose items are sentences."""
_OPENING = 5
_LONGEST_CATCH_ALL = 30
_MOST_REPEATS = 10
_LONGEST_TOLD = 14
_SENTENCE = Pattern("[^。；！？!?;·：]+")
_ASIDE = Pattern("[（(][^（）()]{0,200}[）)]", "（(")
_FIGURES = ("公式", "口径", "指标", "单位", "数据来源", "数据源")
"""Columns of names and formulas: what stands there is no prose."""
_TOLD_NOBODY = frozenset(("employer", "offer", "contact"))
"""Parts that ask nothing of the person in the post."""
_OF_PEOPLE = frozenset(("requirements", "pluses"))
"""Parts that ask for what people are like: some words say it no better."""
_NO_PROSE = frozenset(("title", "heading"))
_OF_ACTIONS = frozenset(("duties", "rhythm", ""))
"""Parts whose items are one action each."""
_ONE_SENTENCE = frozenset(("purpose", "pending"))
"""Parts that are one sentence by custom, or a list of what is open."""


class _Filled(Struct):
    """The filler of one part: how much text, how often which word, and where the first stands in the source."""

    length: int = 0
    words: Counter[str] = Counter()
    first: tuple[int, int] = (0, 0)


class Style:
    """The family of these rules for one document."""

    def __init__(self, about: About, catalogue: Catalogue) -> None:
        self._about = about
        rules = {rule.name: rule for rule in catalogue.rules.rules}
        self._rules = rules
        self._vague, self._filler, self._catch_all = rules["vague-word"], rules["filler-density"], rules["catch-all"]
        self._said = (self._vague, rules["buzzword"], rules["empty-praise"])
        self._words = Words((*self._said, self._filler, self._catch_all), catalogue)
        verbs = (verb for group in catalogue.verbs.groups for verb in group.verbs)
        self._openings = Openings((*verbs, *catalogue.verbs.everyday))
        self._number = -1
        self._index = Index()
        self._repeats: Counter[str] = Counter()
        self._row = Row()
        self._end = -1
        self._parts: list[_Filled] = []
        self._whole = _Filled(words=Counter())
        self._catching = Catching()

    def of(self, segment: Segment) -> Iterable[Finding]:
        """What is found in one segment; places are within its text."""
        if segment.kind == "cell" and any(name in segment.column for name in _FIGURES):
            return ()
        if segment.number != self._number:
            self._begin(segment.number)
        if segment.kind in _NO_PROSE:
            return ()
        text = segment.text
        words = self._words.of(segment)
        findings = list(self._of_words(segment, words)) if words else []
        self._whole.length += len(text)
        self._parts[-1].length += len(text)
        if len(text) > ITEM_LENGTH:
            findings += self._length(segment)
        if segment.kind == "item" or (self._about.bare and segment.kind == "paragraph"):
            caught = len(text) <= _LONGEST_CATCH_ALL and any(word.rule is self._catch_all for word in words)
            findings += self._of_item(segment, caught=caught)
        return findings

    def at_end(self) -> Iterable[Finding]:
        """What only the whole document shows; places are within the source."""
        yield from self._catches()
        if told := self._filler_of(self._whole):
            yield told
        else:
            yield from filter(None, map(self._filler_of, self._parts))

    def _begin(self, number: int) -> None:
        self._number = number
        self._index = Index()
        self._row = Row()
        self._repeats.clear()
        self._catching.end_part()
        if self._parts and not self._parts[-1].words:
            self._parts.pop()
        self._parts.append(_Filled(words=Counter()))

    # words

    def _of_words(self, segment: Segment, words: list[Word]) -> Iterator[Finding]:
        text = segment.text
        for rule in self._said:
            here = [word for word in words if word.rule is rule]
            if rule is self._vague:
                asked = here[:_WORDS_LOOKED_AT] if segment.part not in _TOLD_NOBODY else ()
                here = [word for word in asked if not quantified(text, word)]
            if here:
                sure = _LESS_SURE if rule is self._vague and segment.part in _OF_PEOPLE else _SURE
                yield _told(rule, text, here, sure)
        for word in words:
            if word.rule is self._filler:
                self._count(segment, word)

    def _count(self, segment: Segment, word: Word) -> None:
        for filled in (self._whole, self._parts[-1]):
            if not filled.words:
                filled.first = segment.place(word.start), segment.place(word.end - 1) + 1
            filled.words[segment.text[word.start : word.end]] += 1

    def _filler_of(self, filled: _Filled) -> Finding | None:
        count = filled.words.total()
        if filled.length < _LEAST_TEXT or count < _LEAST_FILLERS or count * 100 <= FILLERS_PER_HUNDRED * filled.length:
            return None
        counts = "、".join(f"{word} {times} 次" for word, times in filled.words.most_common(_FILLERS_TOLD))
        more = "等" if len(filled.words) > _FILLERS_TOLD else ""
        finding = found(self._filler, *filled.first, word="")
        said = (
            f"{'全文' if filled is self._whole else '这一部分'}每 100 字有 {count * 100 / filled.length:.1f} 个垫字：{counts}{more}"
        )
        return replace(finding, message=said)

    # lengths

    def _length(self, segment: Segment) -> Iterator[Finding]:
        text, rule = segment.text, self._rules["long-sentence"]
        if segment.kind == "item" and segment.part in _OF_ACTIONS and self._about.kind != _PROSE:
            count = _characters(text)
            if count > ITEM_LENGTH:
                yield found(rule, ITEM_LENGTH, len(text), what="条", count=count, limit=ITEM_LENGTH)
        elif len(text) > SENTENCE_LENGTH and segment.kind != "cell" and segment.part not in _ONE_SENTENCE:
            for match in _SENTENCE.finditer(text):
                count = _characters(match[0])
                if count > SENTENCE_LENGTH and match[0].count("、") < _ENUMERATED:
                    yield found(rule, *match.span(), what="句", count=count, limit=SENTENCE_LENGTH)

    # items

    def _of_item(self, segment: Segment, *, caught: bool) -> Iterator[Finding]:
        text = segment.text.rstrip("。；;，,.、- ")
        goes_on = segment.start == self._end
        self._end = segment.place(len(segment.text) - 1) + 1
        asked = segment.part == "duties" or (self._about.bare and vague_opening(text))
        if asked and not caught and not goes_on and not self._openings.acts(text):
            yield found(self._rules["no-verb"], 0, len(segment.text), confidence=_LESS_SURE)
        repeated = list(self._repeated(text, segment.pairs))
        yield from repeated or self._in_a_row(text)
        if segment.part in _OF_ACTIONS:
            self._catching.item(segment, caught=caught)

    def _repeated(self, text: str, pairs: Pairs) -> Iterator[Finding]:
        if len(text) < SHORTEST:
            return
        like = self._index.like(text, pairs)
        if like is None:
            return
        self._repeats[like.text] += 1
        if self._repeats[like.text] <= _MOST_REPEATS:
            how = "完全相同" if like.same else "几乎相同"
            yield found(self._rules["near-duplicate"], 0, len(text), other=_beginning(like.text), how=how)

    def _in_a_row(self, text: str) -> Iterator[Finding]:
        opening = vague_opening(text) or text[:_OPENING]
        if self._row.adds(opening) == _IN_A_ROW and not _tells_when(opening):
            finding = found(self._rules["near-duplicate"], 0, len(opening), other="", how="")
            said = f"连续 {_IN_A_ROW} 条都以“{opening}”开头"
            yield replace(finding, severity="info", message=said, advice="每条换成各自的动作，如“核对、编制、登记”")

    def _catches(self) -> Iterator[Finding]:
        for start, end, said in self._catching.told():
            yield replace(found(self._catch_all, start, end), message=said)


def _told(rule: Rule, text: str, words: list[Word], confidence: float) -> Finding:
    """One finding for the words of a rule in a segment, at the first."""
    said = list(dict.fromkeys(text[word.start : word.end] for word in words))
    return found(rule, words[0].start, words[0].end, confidence=confidence, word="”“".join(said[:_WORDS_TOLD]))


def _tells_when(opening: str) -> bool:
    return not opening.isalpha() or any(sign in opening for sign in "前后每日周月季年")


def _characters(text: str) -> int:
    """How long a sentence is: without blanks, the marks of suggestions, and what stands in brackets."""
    plain = text.replace(" ", "").replace(MARK, "")
    return len(plain) - sum(len(aside[0]) for aside in _ASIDE.finditer(plain))


def _beginning(text: str) -> str:
    return text if len(text) <= _LONGEST_TOLD else f"{text[: _LONGEST_TOLD - 1]}…"
