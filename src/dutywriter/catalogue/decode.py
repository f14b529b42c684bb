"""Data files to the model, alone or laid over what is known already: every mistake at once, each with file, line and column."""

import types
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from dutywriter.catalogue.data import Data
from dutywriter.text.near import nearest
from dutywriter.text.nodes import Mapping, Mark, Mistake, Node, NodeError, Scalar, Sequence, not_text
from dutywriter.text.yamltree import MOST_MISTAKES, parse

Path = tuple[str | int, ...]
"""Where a value stands: names of fields, keys of things in a list of things, places in other lists."""

HIDE = "hide"


@dataclass
class Decoder:
    """Reads one file.

    `renamed` leads from old keys to those of today. Afterwards `mistakes` holds what was wrong, `marks` where each value
    stands, `changed` the things that the file adds or changes, and `hidden` those that it takes away.
    """

    file: str
    renamed: dict[str, str] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    marks: dict[Path, Mark] = field(default_factory=dict)
    changed: list[Path] = field(default_factory=list)
    hidden: list[Path] = field(default_factory=list)

    def read(self, text: str, kind: Any, base: Any = None) -> Any:
        """The value of type `kind`, laid over `base` where there is one; None when mistakes leave nothing to build.

        Field by field: things in a list are told by their key, other lists are replaced, `hide: true` takes a thing away.
        """
        try:
            node, stepped_over = parse(text)
        except NodeError as error:
            self._say(error.mark, error.message)
            return None
        for mistake in stepped_over:
            self._say(mistake.mark, mistake.message)
        if node is None:
            self._say(Mark(), "文件是空的")
            return None
        try:
            return self._value(node, kind, (), base)
        except _TooManyError:
            return None

    def in_order(self) -> list[Mistake]:
        """The mistakes from the head of the file to its end."""
        return sorted(self.mistakes, key=lambda mistake: (mistake.mark.line, mistake.mark.column))

    def say(self, path: Path, message: str) -> None:
        """Note a mistake at `path`, or at the nearest thing around it that has a place."""
        self._say(self.place(path), message)

    def place(self, path: Path) -> Mark:
        """Where `path` stands, or the nearest thing around it that has a place."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Mark())

    def _say(self, mark: Mark, message: str) -> None:
        if len(self.mistakes) == MOST_MISTAKES:
            self.mistakes.append(Mistake(self.file, mark, "前面的问题太多，请先改好"))
            raise _TooManyError
        self.mistakes.append(Mistake(self.file, mark, message))

    def _value(self, node: Node, kind: Any, path: Path, base: Any = None) -> Any:
        self.marks[path] = node.mark
        kind = _present(kind)
        origin = get_origin(kind)
        if _is_struct(kind):
            return self._struct(node, kind, path, base)
        if origin is tuple:
            item = get_args(kind)[0]
            keyed = _is_struct(item) and item.KEY
            return self._things(node, item, path, base or ()) if keyed else self._tuple(node, item, path)
        if origin is dict:
            return self._dict(node, get_args(kind), path, base or {})
        return self._scalar(node, kind)

    def _struct(self, node: Node, kind: type[Data], path: Path, base: Any) -> Any:
        if not isinstance(node, Mapping):
            self._say(node.mark, "这里应写成“名称: 内容”")
            return base
        fields = _fields(kind)
        values = {}
        for key, child in node.items.items():
            if key not in fields:
                self._say(node.keys[key], _unknown("名称", key, list(fields)))
            else:
                values[key] = self._value(child, fields[key].type, (*path, key), getattr(base, key, None))
        known = {key: value for key, value in values.items() if value is not None}
        if base is not None:
            return msgspec.structs.replace(base, **known)
        required = {name for name, info in fields.items() if info.required}
        for name in sorted(required - node.items.keys()):
            self._say(node.mark, f"缺少“{name}”")
        return None if required - known.keys() else kind(**known)

    def _tuple(self, node: Node, kind: Any, path: Path) -> Any:
        if not isinstance(node, Sequence):
            self._say(node.mark, "这里应是列表：每行以“- ”开头，或写成 [甲, 乙]")
            return None
        values = [self._value(child, kind, (*path, index)) for index, child in enumerate(node.items)]
        return tuple(value for value in values if value is not None)

    def _things(self, node: Node, kind: type[Data], path: Path, base: tuple[Any, ...]) -> Any:
        """A list of things told by their key, laid over those of `base`."""
        if not isinstance(node, Sequence):
            self._say(node.mark, "这里应是列表：每一项以“- ”开头")
            return base or None
        things = {getattr(thing, kind.KEY): thing for thing in base}
        first: dict[str, Mark] = {}
        for index, child in enumerate(node.items):
            key = child.items.get(kind.KEY) if isinstance(child, Mapping) else None
            if not isinstance(child, Mapping) or not isinstance(key, Scalar):
                self._value(child, kind, (*path, index))
                continue
            name = self.renamed.get(key.text, key.text)
            if name in first:
                self._say(key.mark, f"“{name}”写了两次，第一次在第 {first[name].line} 行，请只留一个")
                continue
            first[name] = key.mark
            self._thing(child, kind, (*path, name), things)
        return tuple(things.values())

    def _thing(self, node: Mapping, kind: type[Data], path: Path, things: dict[str, Any]) -> None:
        """Add the thing at the end of `path` to `things`, change it or take it away."""
        if HIDE in node.items:
            self._hide(node, path, things)
            return
        name = str(path[-1])
        value = self._value(node, kind, path, things.get(name))
        if value is not None:
            things[name] = value if name == getattr(value, kind.KEY) else msgspec.structs.replace(value, **{kind.KEY: name})
        if self._own(node, kind):
            self.changed.append(path)

    def _hide(self, node: Mapping, path: Path, things: dict[str, Any]) -> None:
        """Take the thing at the end of `path` away from `things`."""
        flag = node.items[HIDE]
        self.marks[path] = node.mark
        if not isinstance(flag, Scalar) or _YES_NO.get(flag.text.lower()) is not True:
            self._say(flag.mark, "要去掉这一项请写 hide: true，不去掉就删去这一行")
        elif things.pop(str(path[-1]), None) is None:
            self._say(node.mark, f"没有“{path[-1]}”可以去掉")
        else:
            self.hidden.append(path)

    @staticmethod
    def _own(node: Mapping, kind: type[Data]) -> bool:
        """Whether `node` says something of the thing itself, and not only of things in it."""
        fields = _fields(kind)
        return any(name != kind.KEY and not _holds_things(fields[name].type) for name in node.items if name in fields)

    def _dict(self, node: Node, kinds: tuple[Any, Any], path: Path, base: dict[str, Any]) -> Any:
        if not isinstance(node, Mapping):
            self._say(node.mark, "这里应写成“名称: 内容”")
            return base or None
        allowed = get_args(kinds[0]) if get_origin(kinds[0]) is Literal else None
        values = dict(base)
        for key, child in node.items.items():
            if allowed and key not in allowed:
                self._say(node.keys[key], _unknown("名称", key, list(allowed)))
            elif isinstance(child, Mapping) and HIDE in child.items:
                self._hide(child, (*path, key), values)
            else:
                value = self._value(child, kinds[1], (*path, key), base.get(key))
                if value is not None:
                    values[key] = value
        return values

    def _scalar(self, node: Node, kind: Any) -> Any:
        if not isinstance(node, Scalar):
            self._say(node.mark, "这里应是一段文字或一个数字")
            return None
        if get_origin(kind) is Literal:
            return self._choice(node, get_args(kind))
        if kind is bool:
            return self._choice(node, (), _YES_NO)
        return self._integer(node) if kind is int else self._text(node)

    def _integer(self, node: Scalar) -> int | None:
        if node.tag == "int" and node.text.isdecimal():
            return int(node.text)
        self._say(node.mark, f"“{node.text}”应是整数")
        return None

    def _text(self, node: Scalar) -> str | None:
        if node.tag == "str":
            return node.text
        self._say(node.mark, not_text(node))
        return None

    def _choice(self, node: Scalar, allowed: tuple[Any, ...], names: dict[str, Any] | None = None) -> Any:
        names = names or {str(value): value for value in allowed}
        if node.text.lower() not in names:
            self._say(node.mark, _unknown("值", node.text, list(names)))
            return None
        return names[node.text.lower()]


_YES_NO = {"true": True, "false": False, "是": True, "否": False, "yes": True, "no": False}


@cache
def _fields(kind: type[Data]) -> dict[str, Any]:
    return {info.name: info for info in msgspec.structs.fields(kind)}


class _TooManyError(Exception):
    """The file has more mistakes than anybody would read."""


def _present(kind: Any) -> Any:
    """The type of a value that is there, of one that may be None."""
    if get_origin(kind) in (Union, types.UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def _is_struct(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Data)


def _holds_things(kind: Any) -> bool:
    return get_origin(kind) is tuple and _is_struct(get_args(kind)[0]) and bool(get_args(kind)[0].KEY)


def _unknown(what: str, given: str, allowed: list[str]) -> str:
    near = nearest(given, allowed) or allowed
    return f"没有“{given[:40]}”这个{what}，可用：{'、'.join(near[:12])}"
