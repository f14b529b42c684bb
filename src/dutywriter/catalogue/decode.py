"""Data files to the model: every mistake at once, each with file, line and column."""

import types
from dataclasses import dataclass, field
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from dutywriter.text.near import nearest
from dutywriter.text.nodes import Mapping, Mark, Mistake, Node, NodeError, Scalar, Sequence, not_text
from dutywriter.text.yamltree import parse

Path = tuple[str | int, ...]


@dataclass
class Decoder:
    """Reads one file; afterwards `mistakes` holds what was wrong and `marks` where each value stands."""

    file: str
    mistakes: list[Mistake] = field(default_factory=list)
    marks: dict[Path, Mark] = field(default_factory=dict)

    def read(self, text: str, kind: Any) -> Any:
        """The value of type `kind`, or None when there are mistakes that leave nothing to build."""
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
        return self._value(node, kind, ())

    def say(self, path: Path, message: str) -> None:
        """Note a mistake at `path`, or at the nearest thing around it that has a place."""
        while path and path not in self.marks:
            path = path[:-1]
        self._say(self.marks.get(path, Mark()), message)

    def _say(self, mark: Mark, message: str) -> None:
        self.mistakes.append(Mistake(self.file, mark, message))

    def _value(self, node: Node, kind: Any, path: Path) -> Any:
        self.marks[path] = node.mark
        origin = get_origin(kind)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self._struct(node, kind, path)
        if origin is tuple:
            return self._tuple(node, get_args(kind)[0], path)
        if origin is dict:
            return self._dict(node, get_args(kind), path)
        return self._scalar(node, kind)

    def _struct(self, node: Node, kind: type[msgspec.Struct], path: Path) -> Any:
        if not isinstance(node, Mapping):
            self._say(node.mark, "这里应写成“名称: 内容”")
            return None
        hints = get_type_hints(kind)
        required = {f.name for f in msgspec.structs.fields(kind) if f.required}
        values = {}
        for key, child in node.items.items():
            if key not in hints:
                self._say(node.keys[key], _unknown("名称", key, list(hints)))
            else:
                values[key] = self._value(child, hints[key], (*path, key))
        for name in sorted(required - node.items.keys()):
            self._say(node.mark, f"缺少“{name}”")
        if required - values.keys() or any(values[name] is None for name in required):
            return None
        return kind(**{key: value for key, value in values.items() if value is not None})

    def _tuple(self, node: Node, kind: Any, path: Path) -> Any:
        if not isinstance(node, Sequence):
            self._say(node.mark, "这里应是列表：每行以“- ”开头，或写成 [甲, 乙]")
            return None
        values = [self._value(child, kind, (*path, index)) for index, child in enumerate(node.items)]
        return tuple(value for value in values if value is not None)

    def _dict(self, node: Node, kinds: tuple[Any, Any], path: Path) -> Any:
        if not isinstance(node, Mapping):
            self._say(node.mark, "这里应写成“名称: 内容”")
            return None
        allowed = get_args(kinds[0]) if get_origin(kinds[0]) is Literal else None
        values = {}
        for key, child in node.items.items():
            if allowed and key not in allowed:
                self._say(node.keys[key], _unknown("名称", key, list(allowed)))
                continue
            value = self._value(child, kinds[1], (*path, key))
            if value is not None:
                values[key] = value
        return values

    def _scalar(self, node: Node, kind: Any) -> Any:
        if not isinstance(node, Scalar):
            self._say(node.mark, "这里应是一段文字或一个数字")
            return None
        if get_origin(kind) is Literal:
            return self._choice(node, get_args(kind))
        if get_origin(kind) in (Union, types.UnionType):
            kind = next(part for part in get_args(kind) if part is not type(None))
        if kind is bool:
            return self._choice(node, (), {"true": True, "false": False, "是": True, "否": False, "yes": True, "no": False})
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


def _unknown(what: str, given: str, allowed: list[str]) -> str:
    near = nearest(given, allowed) or allowed
    return f"没有“{given}”这个{what}，可用：{'、'.join(near[:12])}"
