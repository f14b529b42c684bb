"""DW211: whether the parts that an opening announces are those that follow."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from dutywriter.catalogue.rules import Rule
from dutywriter.check.finding import Finding, found
from dutywriter.check.rows import Place
from dutywriter.reading.source import Segment
from dutywriter.text.pattern import Pattern

_OPENING = 6
_MOST_HEADINGS = 300
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
_FEWEST = 2


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


class Promise:
    """Compares the lists in the first lines of one document with its headings."""

    def __init__(self, rule: Rule) -> None:
        self._rule = rule
        self._lines = 0
        self._announced: list[_Announced] = []
        self._headings: list[_Heading] = []
        self._open: list[tuple[int, int]] = []

    def of(self, segment: Segment) -> None:
        """Keep what is announced and what follows it."""
        if segment.kind == "heading":
            self._heading(segment)
        elif self._lines < _OPENING and segment.kind in {"paragraph", "item"}:
            self._lines += 1
            self._announced += _announced(segment)

    def at_end(self) -> Iterator[Finding]:
        """One finding, on the list that most of the headings answer to; the place is within the source."""
        parted = [replace(announced, names=self._parted(announced.names)) for announced in self._announced]
        compared = [(announced, *self._answers(announced)) for announced in parted]
        best = max(compared, key=lambda one: (len(one[1]), one[0].place), default=None)
        if not best or len(best[1]) < _FEWEST:
            return
        announced, answered, group = best
        names = [name for name in announced.names if name not in answered]
        parts = {heading.part for heading in group if any(_alike(heading.text, name) for name in answered)} | {"", "duties"}
        more = [heading.text for heading in group if heading.part in parts and _is_more(heading.text, announced.names)]
        if names or (more and not announced.open):
            yield found(self._rule, *announced.place, confidence=0.8, told=_told(len(announced.names), names, more))

    def _heading(self, segment: Segment) -> None:
        if len(self._headings) >= _MOST_HEADINGS:
            return
        while self._open and self._open[-1][0] >= segment.depth:
            self._open.pop()
        above = self._open[-1][1] if self._open else -1
        self._open.append((segment.depth, len(self._headings)))
        self._headings.append(_Heading(segment.text, segment.depth, above, segment.part))

    def _parted(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names, the last one taken for two (策划和分析) where no heading says both."""
        *others, last = names
        halves = [half for half in _split(last) if len(half) > 1]
        both = _pairs(last)
        if len(halves) == 1 or any(len(_pairs(heading.text) & both) > _MOSTLY * len(both) for heading in self._headings):
            return names
        return (*others, *halves)

    def _answers(self, announced: _Announced) -> tuple[set[str], list[_Heading]]:
        """Which of the names a heading answers to, and all headings that stand beside those."""
        groups: Counter[tuple[int, int]] = Counter()
        for heading in self._headings:
            if any(_alike(heading.text, name) for name in announced.names):
                groups[heading.depth, heading.above] += 1
        if not groups:
            return set(), []
        key = groups.most_common(1)[0][0]
        group = [heading for heading in self._headings if (heading.depth, heading.above) == key]
        return {name for name in announced.names if any(_alike(heading.text, name) for heading in group)}, group


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


def _is_more(heading: str, names: tuple[str, ...]) -> bool:
    """Whether a heading was not announced, and is not one that needs no announcement."""
    return not _FRAME.search(heading) and not any(_alike(heading, name) for name in names)


def _alike(heading: str, name: str) -> bool:
    one, other = _pairs(heading), _pairs(name)
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
