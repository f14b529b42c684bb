"""Kinds of answers: how each is read from a flag and from an answers file, and written back.

`parse` takes the text of a flag, `read` a node of an answers file; `dump` gives plain data for an answers file, `texts` the
texts of as many flags as say the same, `data` what JSON has for it, keys in English. The first two raise AnswerError with a
Chinese message; where the mistake stands is the caller's business, but for nodes inside a node.
"""

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Self

from msgspec import Struct
from msgspec.structs import asdict

from dutywriter.catalogue.model import Catalogue
from dutywriter.text.marked import placeholders
from dutywriter.text.near import nearest
from dutywriter.text.nodes import Mapping, Mark, Node, Scalar, Sequence, not_text
from dutywriter.text.numbers import halfwidth, quantity
from dutywriter.text.plain import one_line

if TYPE_CHECKING:
    from dutywriter.text.pay import Pay

LONGEST_TEXT, LONGEST_NOTES = 200, 5_000
MANY = 15
_ARROWS = ("->", "→", "到", "..", "—>", "=>")


class AnswerError(Exception):
    """An answer that cannot be taken; `mark` says where in a file, None for the whole answer; `also` what else is wrong."""

    def __init__(self, message: str, mark: Mark | None = None, also: Iterable["AnswerError"] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.mark = mark
        self.also = tuple(also)


class MetricGoal(Struct, frozen=True):
    """A goal for a metric, numbers as typed: `88%->93%@2026-12-31`. Empty text where nothing was said."""

    name: str
    present: str = ""
    target: str = ""
    unit: str = ""
    deadline: str = ""


class Text(Struct, frozen=True):
    """A line of text."""

    longest: ClassVar[int] = LONGEST_TEXT

    def parse(self, text: str, catalogue: Catalogue) -> Any:
        try:
            line = one_line(text)
        except ValueError as error:
            raise AnswerError(str(error)) from error
        if not line:
            raise AnswerError("不能为空")
        if len(line) > self.longest:
            raise AnswerError(f"有 {len(line)} 字，最多 {self.longest} 字，请精简")
        return line

    def read(self, node: Node, catalogue: Catalogue) -> Any:
        return self.parse(_text(node), catalogue)

    def dump(self, value: Any) -> Any:
        return value

    def texts(self, value: Any) -> list[str]:
        return [value]

    def data(self, value: Any) -> Any:
        return value


class Notes(Text, frozen=True):
    """A longer text: a pasted posting, meeting notes, a list."""

    longest: ClassVar[int] = LONGEST_NOTES


class Choice(Text, frozen=True):
    """One of the names that the catalogue knows; `names` gives each accepted name and what it stands for.

    `listed_by` is the command that lists the names, where they are too many to tell.
    """

    what: str
    names: Callable[[Catalogue], dict[str, str]]
    listed_by: str = ""

    def parse(self, text: str, catalogue: Catalogue) -> Any:
        names = self.names(catalogue)
        given = super().parse(text, catalogue)
        folded = fold(given)
        for name, meaning in names.items():
            if fold(name) == folded:
                return meaning
        raise AnswerError(f"没有“{given[:20]}”这个{self.what}，{self._instead(given, catalogue)}")

    def _instead(self, given: str, catalogue: Catalogue) -> str:
        """What would do: the nearest names, and all of them where they are few."""
        names, titles = self.names(catalogue), list(self.titles(catalogue).values())
        shown = self.titles(catalogue)
        near = list(dict.fromkeys(shown[names[name]] for name in nearest(given, names, 4)))
        joint = "；" if any("、" in title for title in titles) else "、"
        hint = f"是不是 {joint.join(near)}？" if near else ""
        if near and len(titles) > MANY:
            return hint
        return f"用 {self.listed_by} 查看" if self.listed_by else f"{hint}可用：{joint.join(titles)}"

    def titles(self, catalogue: Catalogue) -> dict[str, str]:
        """For each thing that can be chosen, the name that is shown for it: the first of its names."""
        shown: dict[str, str] = {}
        for name, meaning in self.names(catalogue).items():
            shown.setdefault(meaning, name)
        return shown


class Known(Choice, frozen=True):
    """A name that the catalogue may know: a known one becomes its canonical form, another is kept as typed."""

    def parse(self, text: str, catalogue: Catalogue) -> Any:
        given = Text.parse(self, text, catalogue)
        folded = fold(given)
        return next((meaning for name, meaning in self.names(catalogue).items() if fold(name) == folded), given)


class Listed(Struct, frozen=True):
    """Several values of one kind; a flag may be repeated, and `separators` split one text into several."""

    item: Text
    separators: str = ""

    def parse(self, text: str, catalogue: Catalogue) -> tuple[Any, ...]:
        parts = self._split(text, catalogue)
        if not parts:
            raise AnswerError("不能为空")
        return tuple(dict.fromkeys(self.item.parse(part, catalogue) for part in parts))

    def read(self, node: Node, catalogue: Catalogue) -> tuple[Any, ...]:
        if isinstance(node, Scalar):
            return self.parse(_text(node), catalogue)
        if isinstance(node, Mapping):
            raise AnswerError("这里应是列表：每行以“- ”开头，或写成 [甲, 乙]", node.mark)
        return tuple(dict.fromkeys(_all(node.items, lambda item: self.item.read(item, catalogue))))

    def dump(self, value: Any) -> Any:
        return [self.item.dump(item) for item in value]

    def texts(self, value: Any) -> list[str]:
        return [text for item in value for text in self.item.texts(item)]

    def data(self, value: Any) -> Any:
        return [self.item.data(item) for item in value]

    def _split(self, text: str, catalogue: Catalogue) -> list[str]:
        for separator in self.separators[1:]:
            text = text.replace(separator, self.separators[0])
        return [part for part in text.split(self.separators[0]) if part.strip()] if self.separators else [text]


class Titles(Listed, frozen=True):
    """Several names that the catalogue knows. 、 joins them too; a name may hold that mark itself (入场、离场与交接)."""

    item: Choice
    separators: str = ",，;；"

    def _split(self, text: str, catalogue: Catalogue) -> list[str]:
        known = {fold(name) for name in self.item.names(catalogue)}
        return [name for part in super()._split(text, catalogue) for name in _apart(part, known)]


def _apart(text: str, known: set[str]) -> list[str]:
    """The names that `text` joins by 、, of several readings the one with the longest `known` name first."""
    pieces, names = text.split("、"), []
    while pieces:
        ends = (end for end in range(len(pieces), 0, -1) if fold("、".join(pieces[:end])) in known)
        end = next(ends, 1)
        names.append("、".join(pieces[:end]))
        pieces = pieces[end:]
    return [name for name in names if name.strip()]


class Number(Struct, frozen=True):
    """A whole number from `least` to `most`."""

    least: int
    most: int
    unit: str

    def parse(self, text: str, catalogue: Catalogue) -> int:
        plain = halfwidth(text).strip().removesuffix(self.unit).strip()
        if not plain.isdecimal() or len(plain) > len(str(self.most)) or not self.least <= int(plain) <= self.most:
            raise AnswerError(f"“{text[:20]}”应是 {self.least} 到 {self.most} 之间的整数")
        return int(plain)

    def read(self, node: Node, catalogue: Catalogue) -> int:
        if not isinstance(node, Scalar):
            raise AnswerError("这里应是一个数字", node.mark)
        return self.parse(node.text, catalogue)

    def dump(self, value: Any) -> Any:
        return value

    def texts(self, value: Any) -> list[str]:
        return [str(value)]

    def data(self, value: Any) -> Any:
        return value


class YesNo(Struct, frozen=True):
    """是 or 否."""

    _NAMES: ClassVar[dict[str, bool]] = {
        "是": True,
        "yes": True,
        "true": True,
        "y": True,
        "1": True,
        "否": False,
        "no": False,
        "false": False,
        "n": False,
        "0": False,
    }

    def parse(self, text: str, catalogue: Catalogue) -> bool:
        if text.strip().lower() not in self._NAMES:
            raise AnswerError(f"“{text[:20]}”应是 是 或 否")
        return self._NAMES[text.strip().lower()]

    def read(self, node: Node, catalogue: Catalogue) -> bool:
        if not isinstance(node, Scalar):
            raise AnswerError("这里应是 是 或 否", node.mark)
        return self.parse(node.text, catalogue)

    def dump(self, value: Any) -> Any:
        return "是" if value else "否"

    def texts(self, value: Any) -> list[str]:
        return [self.dump(value)]

    def data(self, value: Any) -> Any:
        return value


class Hours(Text, frozen=True):
    """Working hours, `09:00-18:00`; an end before its start is the next day."""

    def parse(self, text: str, catalogue: Catalogue) -> Any:
        from dutywriter.text import dates

        found = dates.hours(super().parse(text, catalogue))
        if not found:
            raise AnswerError(f"“{text[:20]}”看不懂，请写成 09:00-18:00；跨夜写 18:00-02:00")
        return found


class Day(Text, frozen=True):
    """A day as 2027-01-01; of a month, quarter or year its last day."""

    def parse(self, text: str, catalogue: Catalogue) -> Any:
        from dutywriter.text import dates

        found = dates.deadline(super().parse(text, catalogue))
        if not found:
            raise AnswerError(f"“{text[:20]}”不是日期，请写成 2027-01-01")
        return found.isoformat()


class PayRange(Text, frozen=True):
    """A range of pay, kept as it is shown: `8,000-12,000 元/月，13 薪`."""

    def parse(self, text: str, catalogue: Catalogue) -> Any:
        return str(self._range(super().parse(text, catalogue)))

    def data(self, value: Any) -> Any:
        """{min, max, unit: 月 or 年} in yuan, and months where a number of monthly pays a year was said."""
        found = self._range(value)
        months = {"months": found.months} if found.months else {}
        return {"min": found.least, "max": found.most, "unit": found.unit, **months}

    @staticmethod
    def _range(text: str) -> "Pay":
        from dutywriter.text.pay import pay

        found = pay(text)
        if not found:
            raise AnswerError(f"“{text[:20]}”不是薪酬范围，请写成 8000-12000、8-12K 或 15-20万/年")
        return found


class Goals(Struct, frozen=True):
    """Goals for metrics. A flag holds one: `客户满意度=88%->93%@2026-12-31`; a file holds a list."""

    _KEYS: ClassVar[dict[str, str]] = {
        "name": "name",
        "指标": "name",
        "present": "present",
        "现状": "present",
        "target": "target",
        "目标": "target",
        "unit": "unit",
        "单位": "unit",
        "deadline": "deadline",
        "期限": "deadline",
    }

    def parse(self, text: str, catalogue: Catalogue) -> tuple[MetricGoal, ...]:
        plain = Text().parse(text, catalogue).strip("“”\"'‘’")
        name, equals, rest = plain.replace("＝", "=").partition("=")
        if not equals:
            name, equals, rest = plain.replace("：", ":").partition(":")
        if not equals and any(mark.isspace() or mark in "%->→" for mark in name):
            raise AnswerError(f"“{text[:40]}”看不懂，请写成 指标=现状->目标@期限，如 客户满意度=88%->93%@2026-12-31")
        if rest.rstrip().endswith("-"):
            raise AnswerError(f'“{text[:40]}”不完整，是不是少了引号？整段要加引号："客户满意度=88%->93%"')
        numbers, _, end = rest.replace("＠", "@").partition("@")
        values = _split_arrow(halfwidth(numbers))
        *before, target = values
        if len(before) > 1:
            raise AnswerError(f"“{text[:40]}”里数字太多，请写成 指标=现状->目标@期限")
        present = before[0] if before else ""
        return (self._goal(name, present, target, "", end),)

    def read(self, node: Node, catalogue: Catalogue) -> tuple[MetricGoal, ...]:
        if isinstance(node, Scalar):
            return self.parse(_text(node), catalogue)
        if isinstance(node, Mapping):
            raise AnswerError("这里应是列表，每个指标一行，以“- ”开头", node.mark)
        return tuple(goal for goals in _all(node.items, lambda item: self._read_one(item, catalogue)) for goal in goals)

    def dump(self, value: Any) -> Any:
        labels = {"name": "指标", "present": "现状", "target": "目标", "unit": "单位", "deadline": "期限"}
        return [{labels[key]: getattr(goal, key) for key in labels if getattr(goal, key)} for goal in value]

    def texts(self, value: Any) -> list[str]:
        return [self._text(goal) for goal in value]

    def data(self, value: Any) -> Any:
        return [asdict(goal) for goal in value]

    @staticmethod
    def _text(goal: MetricGoal) -> str:
        present = f"{goal.present}{goal.unit}->" if goal.present else ""
        numbers = present + (goal.target + goal.unit if goal.target else "")
        return f"{goal.name}={numbers}" + (f"@{goal.deadline}" if goal.deadline else "")

    def _read_one(self, node: Node, catalogue: Catalogue) -> tuple[MetricGoal, ...]:
        if not isinstance(node, Mapping):
            return self.parse(_text(node), catalogue)
        texts = _all_keys(node, lambda key, child: (self._key(key, node), Text().parse(_raw(child), catalogue)))
        return (self._goal(**{"name": "", "present": "", "target": "", "unit": "", "deadline": ""} | dict(texts)),)

    def _key(self, key: str, node: Mapping) -> str:
        if key not in self._KEYS:
            raise AnswerError(f"没有“{key}”这一项，可用：指标、现状、目标、单位、期限", node.keys[key])
        return self._KEYS[key]

    @staticmethod
    def _goal(name: str, present: str, target: str, unit: str, deadline: str) -> MetricGoal:
        if not name.strip():
            raise AnswerError("指标没有名称，请写成 指标=现状->目标@期限")
        numbers = {}
        for label, given in (("现状", present), ("目标", target)):
            found = quantity(given) if given.strip() else None
            if given.strip() and not found:
                raise AnswerError(f"“{name}”的{label}“{given[:20]}”不是数字，请写成 88% 或 3.5万；期限写在 @ 后面")
            numbers[label] = found.number if found else ""
            if found and found.unit and unit and found.unit != unit:
                raise AnswerError(f"“{name}”的单位不一致：{unit} 与 {found.unit}，请统一")
            unit = unit or (found.unit if found else "")
        return MetricGoal(name.strip(), numbers["现状"], numbers["目标"], unit, _deadline(name, deadline))


def _deadline(name: str, text: str) -> str:
    if not text.strip():
        return ""
    from dutywriter.text import dates

    found = dates.deadline(text)
    if not found:
        raise AnswerError(f"“{name}”的期限“{text[:20]}”不是日期，请写成 2026-12-31")
    return found.isoformat()


class SectionChoice(Struct, frozen=True):
    """Titles of the sections to write (`take`; all that fit when empty) and of those to leave out."""

    take: tuple[str, ...] = ()
    leave: tuple[str, ...] = ()

    def __or__(self, other: Self) -> Self:
        return type(self)(*(tuple(dict.fromkeys(both)) for both in (self.take + other.take, self.leave + other.leave)))


class DutyChoice(SectionChoice, frozen=True):
    """Ids of the duties to write besides those that stand anyway (`take`), and of those to leave out."""


class Selection(Struct, frozen=True):
    """Which sections or duties to write. A flag names one or several; a file has {take: […], leave: […]}, or a list to take."""

    named: Titles
    side: str = "take"
    made: type[SectionChoice] = SectionChoice

    _KEYS: ClassVar[dict[str, str]] = {"take": "take", "写": "take", "leave": "leave", "不写": "leave"}

    def parse(self, text: str, catalogue: Catalogue) -> SectionChoice:
        return self.made(**{self.side: self.named.parse(text, catalogue)})

    def read(self, node: Node, catalogue: Catalogue) -> SectionChoice:
        if not isinstance(node, Mapping):
            return self.made(take=self.named.read(node, catalogue))
        sides = _all_keys(node, lambda key, child: (self._key(key, node), self.named.read(child, catalogue)))
        return self.made(**dict(sides))

    def _key(self, key: str, node: Mapping) -> str:
        if key not in self._KEYS:
            raise AnswerError(f"没有“{key}”这一项，可用：写、不写", node.keys[key])
        return self._KEYS[key]

    def dump(self, value: Any) -> Any:
        return {name: list(names) for name, names in (("写", value.take), ("不写", value.leave)) if names}

    def texts(self, value: Any) -> list[str]:
        return list(getattr(value, self.side))

    def data(self, value: Any) -> Any:
        return {side: list(titles) for side, titles in asdict(value).items()}


class OwnDuty(Struct, frozen=True):
    """A duty in the user's own words, and the title of the section that it belongs to."""

    section: str
    text: str


class OwnDuties(Struct, frozen=True):
    """The user's own duties. A flag holds one: `沟通协调=每周五与客户开例会`; a file lists those, or has {section: [duty, …]}."""

    section: Known

    def parse(self, text: str, catalogue: Catalogue) -> tuple[OwnDuty, ...]:
        section, *duty = re.split("[=＝]", text, maxsplit=1)
        if not duty:
            raise AnswerError(f"“{text[:20]}”请写成 模块=职责，如 沟通协调=每周五与客户开例会")
        return (self._own(section, duty[0], catalogue),)

    def read(self, node: Node, catalogue: Catalogue) -> tuple[OwnDuty, ...]:
        if isinstance(node, Scalar):
            return self.parse(_text(node), catalogue)
        if isinstance(node, Sequence):
            found = _all(node.items, lambda item: self.parse(_text(item), catalogue))
        else:
            found = [duties for _, duties in _all_keys(node, lambda key, child: (key, self._under(key, child, catalogue)))]
        return tuple(dict.fromkeys(duty for duties in found for duty in duties))

    def dump(self, value: Any) -> Any:
        return self.texts(value)

    def texts(self, value: Any) -> list[str]:
        return [f"{duty.section}={duty.text}" for duty in value]

    def data(self, value: Any) -> Any:
        return [asdict(duty) for duty in value]

    def _under(self, section: str, node: Node, catalogue: Catalogue) -> tuple[OwnDuty, ...]:
        return tuple(self._own(section, text, catalogue) for text in Listed(Text()).read(node, catalogue))

    def _own(self, section: str, text: str, catalogue: Catalogue) -> OwnDuty:
        """A duty without the stop behind it: it is printed among others, each with a mark of its own.

        A section of the user's own has a title that can stand in a list of titles, and before an equals sign.
        """
        title = self.section.parse(section, catalogue)
        if title not in self.section.names(catalogue) and re.search("[=＝,，;；、]", title):
            raise AnswerError(f"模块名“{title[:20]}”里不能有逗号、分号、顿号和等号")
        return OwnDuty(title, Text().parse(text.strip().rstrip("。；;"), catalogue))


class Named(Struct, frozen=True):
    """Texts for placeholders by name. A flag holds one: `名=值`; a file holds a mapping."""

    def parse(self, text: str, catalogue: Catalogue) -> dict[str, str]:
        name, equals, value = text.replace("＝", "=", 1).partition("=")
        if not equals or not name.strip():
            raise AnswerError(f"“{text[:20]}”请写成 名=值，如 甲方验收人=张工")
        return {self._name(name, catalogue): Text().parse(value, catalogue)}

    def read(self, node: Node, catalogue: Catalogue) -> dict[str, str]:
        if not isinstance(node, Mapping):
            raise AnswerError("这里应写成“名称: 内容”", node.mark)
        return dict(_all_keys(node, lambda key, child: (self._name(key, catalogue), Text().parse(_text(child), catalogue))))

    def dump(self, value: Any) -> Any:
        return dict(value)

    def texts(self, value: Any) -> list[str]:
        return [f"{name}={text}" for name, text in value.items()]

    def data(self, value: Any) -> Any:
        return dict(value)

    @staticmethod
    def _name(text: str, catalogue: Catalogue) -> str:
        name = Text().parse(text, catalogue)
        return next(iter(placeholders(name)), name)


Kind = Text | Listed | Number | YesNo | Goals | Selection | OwnDuties | Named


def _all(nodes: Iterable[Node], read: Callable[[Node], Any]) -> list[Any]:
    """What `read` makes of each node.

    Raises AnswerError with everything that is wrong, each where it stands.
    """
    values, errors = [], []
    for node in nodes:
        try:
            values.append(read(node))
        except AnswerError as error:
            errors += [AnswerError(wrong.message, wrong.mark or node.mark) for wrong in (error, *error.also)]
    if errors:
        first, *rest = errors
        raise AnswerError(first.message, first.mark, rest)
    return values


def _all_keys(node: Mapping, read: Callable[[str, Node], tuple[str, Any]]) -> list[tuple[str, Any]]:
    keys = {id(child): key for key, child in node.items.items()}
    return _all(node.items.values(), lambda child: read(keys[id(child)], child))


def _raw(node: Node) -> str:
    """A scalar as typed, whatever YAML takes it for: numbers and dates are welcome here."""
    if isinstance(node, Scalar):
        return node.text
    raise AnswerError("这里应是一段文字或一个数字", node.mark)


def _text(node: Node) -> str:
    if isinstance(node, Scalar) and node.tag == "str":
        return node.text
    if isinstance(node, Scalar):
        raise AnswerError(not_text(node), node.mark)
    shape = "列表" if isinstance(node, Sequence) else "分组"
    raise AnswerError(f"这里应是一段文字，不是{shape}", node.mark)


def _split_arrow(text: str) -> list[str]:
    for arrow in _ARROWS[1:]:
        text = text.replace(arrow, _ARROWS[0])
    return [part.strip() for part in text.split(_ARROWS[0])]


def fold(text: str) -> str:
    """A name as it is compared: half-width, lower case, without blanks."""
    return halfwidth(text).lower().replace(" ", "")
