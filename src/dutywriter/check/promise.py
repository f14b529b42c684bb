"""DW211: whether the parts that an opening announces are those that follow."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from dutywriter.catalogue.rules import Rule
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import Place
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_OPENING = 6
_MOST_HEADINGS, _MOST_OPENINGS, _MOST_LISTS = 300, 30, 6
_CONTEXT = 40
_ANNOUNCED = Pattern(
    r"(?:包括|包含|分为|涵盖|涉及|明确|写明|说明|如下|要素|方面|内容)(?:了|有|为|是)?\s*[:：]?\s*", "包分涵涉明说如要方内"
)
_ABOUT = Pattern(r"职责|工作|内容|任务|方面|要素|部分|模块")
_LIST = Pattern(r"[^。；;！!？?\n]{2,300}")
_OPEN = Pattern(r"等(?:[^、]{0,6})?$", "等")
_LED = ("以及", "还有", "和", "与", "及", "并")
_ALSO = Pattern(r"以及|和|与|及", "以和与及")
_FRAME = Pattern(r"总结|结语|结束语|小结|前言|引言|背景|概述|附则|附件|说明|备注")
_LONGEST = 24
_LIKE = 0.5
_MOSTLY = 0.6
_FEWEST, _FEWEST_LATER = 2, 3


class _Heading(Struct, frozen=True):
    """A heading behind the opening: what it says, how deep, below which other, and the part that it begins."""

    text: str
    depth: int
    above: int
    part: str


class _Announced(Struct, frozen=True):
    """A list that an opening announces, and where it stands in the source; `open` where it ends with 等."""

    names: tuple[str, ...]
    place: Place
    open: bool


class _Opening(Struct, frozen=True):
    """The lists of one line, and how many headings stand before it."""

    lists: tuple[_Announced, ...]
    behind: int


class Promise:
    """Compares the lists of the first lines, and of lines right before a heading, with the headings that follow."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._openings: list[_Opening] = []
        self._headings: list[_Heading] = []
        self._open: list[tuple[int, int]] = []
        self._before: Segment | None = None
        self._lines = 0

    def of(self, segment: Segment) -> None:
        """Keep what is announced and what follows it."""
        if segment.kind == "heading":
            if self._before:
                self._opening(self._before)
            self._before = None
            self._heading(segment)
        elif segment.kind in {"paragraph", "item"}:
            self._before = segment
            self._lines += 1
            if self._lines <= _OPENING and not self._headings:
                self._opening(segment)

    def at_end(self) -> Iterator[Finding]:
        """One finding for each opening that does not keep its promise; places are within the source."""
        end = len(self._headings)
        for opening in reversed(self._openings):
            headings = self._headings[opening.behind : end]
            compared = [_Compared(announced, headings) for announced in opening.lists]
            best = max(compared, key=lambda one: (len(one.answered), one.announced.place))
            if len(best.answered) >= (_FEWEST_LATER if opening.behind else _FEWEST):
                end = opening.behind
                yield from self._finding(best)

    def _finding(self, compared: "_Compared") -> Iterator[Finding]:
        names, more = compared.names_without_heading(), compared.headings_without_name()
        if names or (more and not compared.announced.open):
            told = _told(len(compared.names), names, more)
            yield found(self._rule, *compared.announced.place, confidence=0.8, told=told)

    def _opening(self, segment: Segment) -> None:
        lists = tuple(_announced(segment)) if len(self._openings) < _MOST_OPENINGS else ()
        if lists:
            self._openings.append(_Opening(lists[-_MOST_LISTS:], len(self._headings)))

    def _heading(self, segment: Segment) -> None:
        if len(self._headings) >= _MOST_HEADINGS:
            return
        while self._open and self._open[-1][0] >= segment.depth:
            self._open.pop()
        above = self._open[-1][1] if self._open else -1
        self._open.append((segment.depth, len(self._headings)))
        self._headings.append(_Heading(segment.text, segment.depth, above, segment.part))


class _Compared:
    """A list that was announced, against the headings behind it."""

    def __init__(self, announced: _Announced, headings: list[_Heading]) -> None:
        self.announced = announced
        self._headings = [(heading, _pairs(heading.text)) for heading in headings]
        self.names = [(name, _pairs(name)) for name in self._parted(announced.names)]
        self._group = self._beside_each_other()
        self.answered = {name for name, pairs in self.names if any(_alike(pairs, other) for _, other in self._group)}

    def names_without_heading(self) -> list[str]:
        """What is announced and does not come."""
        return [name for name, _ in self.names if name not in self.answered]

    def headings_without_name(self) -> list[str]:
        """What comes and was not announced, but for parts that need no announcement."""
        parts = {heading.part for heading, pairs in self._group if self._is_named(pairs)} | {"", "duties"}
        more = (heading.text for heading, pairs in self._group if heading.part in parts and not self._is_named(pairs))
        return [text for text in more if not _FRAME.search(text)]

    def _is_named(self, pairs: frozenset[str]) -> bool:
        return any(_alike(pairs, other) for _, other in self.names)

    def _parted(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names, the last one taken for two (策划和分析) where no heading says both."""
        *others, last = names
        halves = [half for half in _split(last) if len(half) > 1]
        both = _pairs(last)
        if len(halves) == 1 or any(len(pairs & both) > _MOSTLY * len(both) for _, pairs in self._headings):
            return names
        return (*others, *halves)

    def _beside_each_other(self) -> list[tuple[_Heading, frozenset[str]]]:
        """The headings at the place where most of those named stand."""
        places = Counter((heading.depth, heading.above) for heading, pairs in self._headings if self._is_named(pairs))
        place = next((place for place, _ in places.most_common(1)), None)
        return [(heading, pairs) for heading, pairs in self._headings if (heading.depth, heading.above) == place]


def _announced(segment: Segment) -> Iterator[_Announced]:
    """Every list of two or more names in a line that tells what a post does."""
    text = segment.text
    for cue in _ANNOUNCED.finditer(text):
        if not _ABOUT.search(text, max(0, cue.start() - _CONTEXT), cue.end()):
            continue
        listed = _LIST.match(text, cue.end())
        names, open_ = _names(listed[0]) if listed else ([], False)
        if listed and len(names) >= _FEWEST:
            yield _Announced(tuple(names), (segment.place(listed.start()), segment.place(listed.end() - 1) + 1), open_)


def _names(text: str) -> tuple[list[str], bool]:
    """The names of a list, and whether it ends with 等; none where it is no list."""
    names: list[str] = []
    *parts, last = text.split("、")
    for part in parts:
        if not 1 < len(part.strip()) <= _LONGEST or "," in part or "，" in part:
            return [], False
        names.append(_led(part))
    last = last.replace("，", ",").partition(",")[0].strip()
    open_ = _OPEN.search(last)
    last = _led(last[: open_.start()] if open_ else last)
    if not 1 < len(last) <= _LONGEST:
        return [], False
    return [*names, last], open_ is not None


def _led(name: str) -> str:
    """A name without the word that joins it to the one before."""
    name = name.strip()
    return next((name[len(word) :] for word in _LED if name.startswith(word) and len(name) > len(word) + 1), name)


def _split(name: str) -> tuple[str, ...]:
    """The two sides of the word that joins them; the whole where there is none."""
    match = _ALSO.search(name, 1)
    return (name[: match.start()], name[match.end() :]) if match else (name,)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the shorter text of the two has half of its pairs of characters in the other."""
    return bool(one and other) and len(one & other) >= _LIKE * min(len(one), len(other))


def _pairs(text: str) -> frozenset[str]:
    plain = text.replace("的", "")
    return frozenset(map("".join, pairwise(plain)))


def _told(count: int, names: list[str], more: list[str]) -> str:
    """What does not fit, in a few words."""
    said = [f"没有写{_few(names)}"] if names else []
    said += [f"多出{_few(more)}"] if more else []
    return f"开头列了 {count} 项，下文{'，'.join(said)}"


def _few(names: list[str]) -> str:
    shown = "、".join(f"“{name}”" for name in names[:4])
    return f"{shown}等 {len(names)} 项" if len(names) > 4 else shown  # noqa: PLR2004
