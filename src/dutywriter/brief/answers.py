"""Answers from flags, an answers file, a sentence and defaults, layered into one Brief that knows where each came from."""

from collections.abc import Mapping as Values
from typing import Any, Literal

from msgspec import Struct

from dutywriter.brief.fields import BY_KEY, BY_NAME, FIELDS, Field
from dutywriter.brief.kinds import AnswerError, DutyChoice, MetricGoal, SectionChoice, fold
from dutywriter.catalogue.model import Catalogue, Level
from dutywriter.errors import BadFile, Misuse
from dutywriter.text.near import nearest
from dutywriter.text.nodes import Mapping, Mistake, Node, NodeError, Scalar
from dutywriter.text.plain import safe_line

SCHEMA = "dutywriter/answers/1"
Source = Literal["flag", "file", "sentence", "wizard", "alias", "default"]


class Answer(Struct, frozen=True):
    value: Any
    source: Source


class Brief(Struct, frozen=True):
    """What is wanted: for each field that was answered, the answer and where it came from."""

    answers: Values[str, Answer]

    def get(self, key: str, default: Any = None) -> Any:
        """The value under a field's key, `default` where nobody said anything."""
        return self.answers[key].value if key in self.answers else default

    @property
    def level(self) -> Level:
        level: Level = self.get("level", "专员")
        return level

    @property
    def goals(self) -> tuple[MetricGoal, ...]:
        """The goals that were stated; of two for one metric the later."""
        stated: tuple[MetricGoal, ...] = self.get("metrics", ())
        return tuple({goal.name: goal for goal in stated}.values())

    @property
    def sections(self) -> SectionChoice:
        choice: SectionChoice = self.get("sections", SectionChoice())
        return choice

    @property
    def duties(self) -> DutyChoice:
        choice: DutyChoice = self.get("duties", DutyChoice())
        return choice

    def named(self, name: str) -> str | None:
        """The user's text for the placeholder `name`: set by name, or the text answer of the field with that label."""
        texts: dict[str, str] = self.get("set", {})
        if name in texts:
            return texts[name]
        field = BY_NAME.get(name)
        value = self.get(field.key) if field else None
        return value if isinstance(value, str) else None

    def without_defaults(self) -> "Brief":
        """What somebody said, and what follows from it."""
        return Brief({key: answer for key, answer in self.answers.items() if answer.source != "default"})

    def without(self, *keys: str) -> "Brief":
        """The same with these fields unanswered."""
        return Brief({key: answer for key, answer in self.answers.items() if key not in keys})

    def with_answer(self, key: str, answer: Answer) -> "Brief":
        return Brief({**self.answers, key: answer})


def from_flags(given: Values[str, list[str]], catalogue: Catalogue) -> dict[str, Any]:
    """Values of flags by field key; `given` holds the texts of each flag by its field's key.

    Raises Misuse, with one line for the first wrong value.
    """
    values: dict[str, Any] = {}
    for field in FIELDS:
        for text in given.get(field.key, []):
            try:
                _add(values, field, field.kind.parse(text, catalogue))
            except AnswerError as error:
                raise Misuse(f"{field.flag}（{field.label}）：{error.message}") from error
    return _labels_to_fields(values, catalogue)


def from_file(text: str, name: str, catalogue: Catalogue) -> dict[str, Any]:
    """Values of an answers file by field key; `name` stands in the mistakes.

    Raises BadFile with every mistake, each with file, line and column.
    """
    from dutywriter.text.yamltree import parse

    mistakes: list[Mistake] = []
    try:
        root, stepped_over = parse(text)
    except NodeError as error:
        raise BadFile([str(Mistake(name, error.mark, error.message))]) from error
    mistakes += [Mistake(name, mistake.mark, mistake.message) for mistake in stepped_over]
    values: dict[str, Any] = {}
    if root is not None and not isinstance(root, Mapping):
        mistakes.append(Mistake(name, root.mark, "答案文件每行写“名称: 内容”，如 岗位: 驻场"))
    elif root is not None:
        values = _from_mapping(root, name, catalogue, mistakes)
    if mistakes:
        raise BadFile([str(mistake) for mistake in sorted(mistakes, key=lambda m: (m.mark.line, m.mark.column))])
    try:
        return _labels_to_fields(values, catalogue)
    except Misuse as error:
        raise BadFile([f"{name}: {error.message}"]) from error


def layered(
    flags: Values[str, Any],
    file: Values[str, Any],
    catalogue: Catalogue,
    alias: str = "",
    sentence: Values[str, Any] | None = None,
) -> Brief:
    """One Brief: flags over the file over the sentence over what the role's alias brings along over defaults.

    `alias` is the name under which the role was asked for. What an alias in the sentence brings along is in `sentence` already.
    """
    layers: list[tuple[Source, Values[str, Any]]] = [
        ("default", {field.key: field.default for field in FIELDS if field.default is not None}),
        ("alias", alias_facts(alias, catalogue) if "role" in flags else {}),
        ("sentence", sentence or {}),
        ("file", file),
        ("flag", flags),
    ]
    answers: dict[str, Answer] = {}
    for source, values in layers:
        for key, value in values.items():
            below = answers[key].value if key in answers else None
            answers[key] = Answer(_over(value, below), source)
    if "title" not in answers and (title := alias_title(alias, answers["level"].value, catalogue)):
        answers["title"] = Answer(title, "alias")
    return Brief(answers)


def alias_title(alias: str, level: Level, catalogue: Catalogue) -> str:
    """The title of a post that was asked for by an alias (天猫运营主管); empty where the alias names no kind of 运营."""
    named = _alias_named(alias, catalogue) if alias else ""
    return f"{named}{level}" if named.endswith("运营") else ""


def _alias_named(alias: str, catalogue: Catalogue) -> str:
    """The alias as the catalogue spells it, where it is one that says more than the role; else nothing."""
    names = {fold(name): name for entry in catalogue.entries for name in entry.sets}
    return names.get(fold(alias), "")


def _over(value: Any, below: Any) -> Any:
    """`value` over that of a lower layer: texts by name add up, so do sections and duties left out; all else is replaced."""
    if isinstance(value, dict) and isinstance(below, dict):
        return {**below, **value}
    if isinstance(value, SectionChoice) and isinstance(below, SectionChoice):
        return type(value)(value.take or below.take, below.leave + value.leave)
    return value


def to_file(brief: Brief, comments: Values[str, str] | None = None) -> str:
    """The text of an answers file that gives the same draft again; above an answer its comment, by the field's key."""
    entries = "".join(_entry(key, brief.get(key), (comments or {}).get(key)) for key in BY_KEY if key in brief.answers)
    return f"# dutywriter 答案文件：dutywriter new --answers 本文件\nschema: {SCHEMA}\n{entries}"


def _entry(key: str, value: Any, comment: str | None) -> str:
    import yaml

    above = f"# {safe_line(comment)}\n" if comment else ""
    field = BY_KEY[key]
    return above + str(yaml.safe_dump({field.label: field.kind.dump(value)}, allow_unicode=True, sort_keys=False, width=1000))


def _from_mapping(root: Mapping, name: str, catalogue: Catalogue, mistakes: list[Mistake]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, node in root.items.items():
        if key == "schema":
            mistakes += _schema_mistakes(node, name)
            continue
        field = BY_NAME.get(key)
        if not field:
            mistakes.append(Mistake(name, root.keys[key], _unknown_key(key)))
            continue
        if field.key in values:
            mistakes.append(Mistake(name, root.keys[key], f"“{field.label}”已用另一个名称写过，请只留一个"))
        try:
            values[field.key] = field.kind.read(node, catalogue)
            if field.key == "role" and isinstance(node, Scalar):
                values = {**alias_facts(node.text, catalogue), **values}
        except AnswerError as error:
            mistakes += [
                Mistake(name, wrong.mark or node.mark, f"{field.label}：{wrong.message}") for wrong in (error, *error.also)
            ]
    return values


def _schema_mistakes(node: Node, name: str) -> list[Mistake]:
    if isinstance(node, Scalar) and node.text == SCHEMA:
        return []
    return [Mistake(name, node.mark, f"schema 应是 {SCHEMA}")]


def _unknown_key(key: str) -> str:
    near = nearest(key, BY_NAME)
    every = "、".join(field.label for field in BY_KEY.values())
    return f"没有“{key}”这一项，" + (f"是不是 {'、'.join(near)}？" if near else f"可用：{every}")


def _add(values: dict[str, Any], field: Field, value: Any) -> None:
    key = field.into or field.key
    if key not in values or not isinstance(value, tuple | dict | SectionChoice):
        values[key] = value
    elif isinstance(value, tuple):
        values[key] = tuple(dict.fromkeys(values[key] + value))
    else:
        values[key] = values[key] | value


def _labels_to_fields(values: dict[str, Any], catalogue: Catalogue) -> dict[str, Any]:
    """`set` by a field's label or key answers that field."""
    named: dict[str, str] = dict(values.get("set", {}))
    for name in [name for name in named if name in BY_NAME]:
        field = BY_NAME[name]
        try:
            values.setdefault(field.key, field.kind.parse(named.pop(name), catalogue))
        except AnswerError as error:
            raise Misuse(f"{name}：{error.message}") from error
    if "set" in values:
        values["set"] = named
    if not named:
        values.pop("set", None)
    return values


def alias_facts(alias: str, catalogue: Catalogue) -> dict[str, Any]:
    """What a role's alias says besides the role (天猫运营: the platform), by field key.

    Raises BadFile where the data give the alias a fact that is none.
    """
    sets = {fold(name): facts for entry in catalogue.entries for name, facts in entry.sets.items()}
    found = {}
    for key, text in sets.get(fold(alias), {}).items():
        if key not in BY_KEY:
            raise BadFile([f"职责库里岗位别名“{alias}”的 sets 没有“{key}”这一项，可用：{'、'.join(BY_KEY)}"])
        try:
            found[key] = BY_KEY[key].kind.parse(text, catalogue)
        except AnswerError as error:
            raise BadFile([f"职责库里岗位别名“{alias}”的 {key} 有误：{error.message}"]) from error
    return found
