"""YAML text as a tree of nodes.

PyYAML's own loader reads `18:00` as 1080 and `no` as False, keeps the last of two equal keys and follows aliases without
limit. This reader keeps the characters as typed, beside the type that YAML would have given them, and refuses the rest.
"""

import re
from typing import Any

import yaml

from dutywriter.text.nodes import Mapping, Mark, Node, NodeError, Scalar, Sequence

MAX_DEPTH = 32
MAX_BYTES = 2 * 1024 * 1024
MAX_NODES = 200_000
MOST_MISTAKES = 100
_RESOLVER: Any = yaml.resolver.Resolver()
_CONTROL = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_FULLWIDTH_COLON = re.compile(r"^[ \t]*(?:- )?[^\s:：#'\"]+：", re.MULTILINE)
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse(text: str) -> tuple[Node | None, list[NodeError]]:
    """The tree of a YAML text (None where it is empty), and the mistakes that reading could step over.

    Equal keys, tags, anchors and aliases are stepped over. Raises NodeError where nothing can be read: broken YAML, keys
    that are not text, several documents, nesting deeper than MAX_DEPTH, more than MAX_BYTES
    or MAX_NODES.
    """
    if len(text.encode("utf-8", "surrogatepass")) > MAX_BYTES:
        raise NodeError(f"文件超过 {MAX_BYTES // 1024 // 1024} MB，请拆成几个文件", Mark())
    if control := _CONTROL.search(text):
        raise NodeError(f"含有不能显示的控制字符（U+{ord(control[0]):04X}），请删去", _mark_at(text, control.start()))
    try:
        builder = _Builder(text)
        return builder.document(), builder.mistakes
    except yaml.MarkedYAMLError as error:
        if wide := _FULLWIDTH_COLON.search(text):
            raise NodeError("冒号要用半角的“:”，后面留一个空格", _mark_at(text, wide.end() - 1)) from error
        mark = error.problem_mark or error.context_mark
        raise NodeError(_plain(error, text), _mark(mark) if mark else Mark()) from error


def _mark(mark: Any) -> Mark:
    return Mark(mark.line + 1, mark.column + 1)


def _mark_at(text: str, position: int) -> Mark:
    before = text[:position]
    return Mark(before.count("\n") + 1, position - before.rfind("\n"))


def _plain(error: yaml.MarkedYAMLError, text: str) -> str:
    problem = str(error.problem or error)
    mark = error.problem_mark
    if mark and text.splitlines()[mark.line : mark.line + 1] and "\t" in text.splitlines()[mark.line][: mark.column + 1]:
        return "缩进用了制表符，请改成空格"
    if "mapping values are not allowed" in problem:
        return "这里不能再出现冒号：含冒号的文字请加引号，或检查缩进"
    if "could not find expected ':'" in problem:
        return "缺少冒号：写成“名称: 内容”，冒号后留一个空格"
    if "unexpected end of stream" in problem or "while scanning a quoted scalar" in str(error.context):
        return "引号没有成对"
    if "cannot start any token" in problem:
        return "这个符号开头的文字请加引号"
    return "不是正确的 YAML，请检查缩进、冒号和引号"


class _Builder:
    """Builds the tree from parser events, so that depth is bounded and nothing is constructed."""

    def __init__(self, text: str) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self._nodes = 0
        self.mistakes: list[NodeError] = []

    def _step_over(self, message: str, mark: Mark) -> None:
        if len(self.mistakes) == MOST_MISTAKES:
            first = self.mistakes[0]
            raise NodeError(f"{first.message}（这样的问题太多，只列第一处）", first.mark)
        self.mistakes.append(NodeError(message, mark))

    def document(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise NodeError("一个文件只能有一份内容，请删除多余的 ---", _mark(event.start_mark))
                root = self._node(next(self._events), 1)
        return root

    def _node(self, event: Any, depth: int) -> Node:
        mark = _mark(event.start_mark)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            raise NodeError("内容太多，请拆成几个文件", mark)
        if depth > MAX_DEPTH:
            raise NodeError(f"嵌套超过 {MAX_DEPTH} 层，请检查括号和缩进", mark)
        if isinstance(event, yaml.AliasEvent):
            self._step_over("不支持引用（*），以星号开头的文字请加引号", mark)
            return Scalar("", "str", mark)
        if event.anchor:
            self._step_over("不支持锚点（&），以 & 开头的文字请加引号", mark)
        if event.tag not in (None, "!"):
            self._step_over("不支持标签（!），以感叹号开头的文字请加引号", mark)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, _tag(event), mark)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(mark, depth)
        return self._mapping(mark, depth)

    def _sequence(self, mark: Mark, depth: int) -> Sequence:
        items: list[Node] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return Sequence(items, mark)

    def _mapping(self, mark: Mark, depth: int) -> Mapping:
        mapping = Mapping({}, mark)
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise NodeError("名称必须是文字", key.mark)
            value = self._node(next(self._events), depth + 1)
            if key.text in mapping.items:
                first = mapping.keys[key.text]
                self._step_over(f"“{key.text}”写了两次，第一次在第 {first.line} 行，请只留一个", key.mark)
                continue
            mapping.keys[key.text] = key.mark
            mapping.items[key.text] = value
        return mapping


def _tag(event: Any) -> str:
    if not event.implicit[0]:
        return "str"
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, event.value, (True, False))
    return tag.rsplit(":", 1)[-1]
