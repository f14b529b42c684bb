"""The verbs of a duty: which one opens it, which others it has, and for which level each is."""

from dutywriter.catalogue.model import LEVELS, Catalogue, Level
from dutywriter.text.clauses import Span
from dutywriter.text.pattern import Pattern

_LENGTH = 2
_LONGEST_BASIS = 20
_BASES = ("对照", "根据", "依据", *"按照依凭以向对为就与在于从经")
_IDLE = ("主要负责", "负责", "参与", "协助", "独立", "定期")
_TIME = Pattern(
    r"(?:每个?(?:[日天周月季年]|季度|工作日|星期)|每?周[一二三四五六日]|[月季年][初末底]|按(?:[日周月季年]|项目|需))(?:[前后内])?[，,]?\s*",
    "每周月季年按",
)
_RESULTS = ("填写", "填报", "登记", "记录", "归档", "上报", "报送", "提交")
"""Verbs that behind another tell what comes of it."""
_STANDARD = Pattern(r"\d|不[低少高多]于|不超过|以内")
_JOINED = Pattern(r"[，,；;、。]|并|以及|然后|同时")
_PART = Pattern(r"(?:并且?|以及|然后|同时)?(?P<part>(?:(?!并|以及|然后|同时)[^，,；;、。])+)")


class Verbs:
    """The verbs of a catalogue, each of two characters."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._lowest = {verb: group.lowest for group in catalogue.verbs.groups for verb in group.verbs}

    def at(self, text: str, place: int) -> str:
        """The verb that stands there; empty where none does."""
        word = text[place : place + _LENGTH]
        return word if word in self._lowest else ""

    def opening(self, text: str) -> Span | None:
        """Where the verb stands that a duty opens with, after when (每周), 负责 or what it rests on (按排期表…)."""
        time = _TIME.match(text)
        start = time.end() if time else 0
        if text.startswith(_IDLE, start):
            start += next(len(word) for word in _IDLE if text.startswith(word, start))
        if self.at(text, start):
            return start, start + _LENGTH
        return self._behind_basis(text, start)

    def _behind_basis(self, text: str, start: int) -> Span | None:
        """The verb behind 按排期表 or 根据公司的安排，."""
        if not text.startswith(_BASES, start):
            return None
        basis = next(word for word in _BASES if text.startswith(word, start))
        last = min(len(text), start + _LONGEST_BASIS)
        comma = max(text.find(sign, start, last) for sign in "，,")
        places = (comma + 1,) if comma >= 0 else range(start + len(basis) + _LENGTH, last)
        place = next((place for place in places if self.at(text, place) and text[place + _LENGTH :][:1] != "的"), -1)
        return (place, place + _LENGTH) if place >= 0 else None

    def actions(self, text: str) -> dict[str, int]:
        """The different verbs with an object of their own, each opening a part of the duty, and where they stand."""
        opening = self.opening(text)
        if not opening:
            return {}
        found = {text[slice(*opening)]: opening[0]}
        for match in _PART.finditer(text, opening[0]) if _JOINED.search(text, opening[1]) else ():
            place = match.start("part")
            verb = self.at(text, place)
            if verb and match.end() > place + _LENGTH + 1 and not (verb in _RESULTS or _STANDARD.search(match["part"])):
                found.setdefault(verb, place)
        return found

    def above(self, verb: str, level: Level) -> Level | None:
        """The lowest level that has this verb, where it is above `level`."""
        lowest = self._lowest[verb]
        return lowest if LEVELS.index(lowest) > LEVELS.index(level) else None
