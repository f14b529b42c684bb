"""Tools that the work needs."""

from collections.abc import Iterator

from dutywriter.brief.sentence.reading import Found, Reading, items
from dutywriter.brief.sentence.tool_names import TOOLS
from dutywriter.text.characters import LETTER
from dutywriter.text.clauses import Span
from dutywriter.text.lexicon import Lexicon
from dutywriter.text.pattern import Pattern

_USE = (
    r"(?:会用|会使用|会做|会|熟练(?:使用|掌握|操作|运用|应用)?|熟悉|掌握|精通|能用|使用|用过|用|懂|操作|必会|要会|上手|"
    r"玩得转|用得?熟|工具(?:是|有|用|主要用|为|:)?)"
)
_TOOL_BEFORE = Pattern(
    rf"{_USE}(?:过|一些|基本的?|常用|各种|到|得|好|办公软件|的|:|\(|"
    rf"，){{0,6}}(?:(?:(?![和及与跟])[\w\ue000]){{1,10}}(?:[、和及与跟/,+ ]|"
    rf"以及|还有)+){{0,6}}$"
)
_TOOL_AFTER = Pattern(
    rf"(?:{LETTER}{{1,6}}?)?(?:[、和及与/,+ ]+[\w\ue000]{{1,8}}?){{0,4}}?(?:这些|等)?(?:都|也|要|得|必须|"
    r"一定)?(?:要|得)?(?:会|熟练?|精通|"
    r"玩得|用得|拿手|溜|操作|必会|必须)"
)
_LATIN_TOOL = Pattern(
    r"(?:会用?|熟练(?:使用|掌握)?|使用|掌握|精通) *(?P<tool>[a-z][a-z0-9+#.]{2,15})(?=[,;。\n 、和跟及]|$)", cue="会使掌熟精"
)
_USED = Pattern(
    r"(?:会用|会使用|熟练使用|熟练操作|熟练运用|用得熟):?(?: (?=[a-z]))?(?P<tools>[^,;。\n \ue000]{2,40}?)(?:等等?|这些|之类|"
    r"优先|就行|的){0,6}(?=[,;。\n ]|$)",
    cue="使操熟用",
)
_JOINED = Pattern(r"(?:(?![和及与跟]|以及)[^、/+])+")
_VAGUE = Pattern(r"软件$|各类|常用|基本|相关|这|那|职责")
_LONGEST = 10


def facts(reading: Reading) -> Iterator[Found]:
    """Tools under a heading, and known ones near a word of use: 会用, 熟练, 精通."""
    for span in reading.under("tools"):
        for start, end in items(reading.plain, span):
            yield reading.said("tools", (start, end))
        reading = reading.without([span])
    known = _tool_names(reading)
    for start, end in known:
        near = _TOOL_BEFORE.search(reading.plain[max(0, start - 40) : start]) or _TOOL_AFTER.match(reading.plain, end)
        if near and not reading.is_covered(start):
            yield reading.said("tools", (start, end))
    for match in _LATIN_TOOL.finditer(reading.plain):
        if not reading.is_covered(match.start()) and match.start("tool") not in {start for start, _ in known}:
            yield reading.found("tools", match, "tool")
    for match in _USED.finditer(reading.plain):
        if not reading.is_covered(match.start()):
            yield from _used(reading, match.span("tools"))


def _used(reading: Reading, span: Span) -> Iterator[Found]:
    """The tools of a list that begins 会用, known or not."""
    for match in _JOINED.finditer(reading.plain, *span):
        if match.end() - match.start() <= _LONGEST and not _VAGUE.search(match[0]):
            yield reading.said("tools", match.span())


def _tool_names(reading: Reading) -> list[Span]:
    """Where tools are named; two names without anything between are one (领星ERP)."""
    spans: list[Span] = []
    for mention in Lexicon({name: name for name in (*TOOLS, *_words(reading))}).mentions(reading.plain):
        joined = bool(spans) and spans[-1][1] == mention.start and mention.name.isascii()
        start = spans.pop()[0] if joined else mention.start
        spans.append((start, mention.end))
    return spans


def _words(reading: Reading) -> Iterator[str]:
    """Tools that platforms' words name."""
    for platform in reading.catalogue.terms.platforms:
        for slot, word in platform.words.items():
            if slot.endswith("工具"):
                yield word.text
