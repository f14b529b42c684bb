"""A small tree of texts that knows where each thing stands in its file."""

from msgspec import Struct, field


class Mark(Struct, frozen=True):
    """Where a thing begins: line and column, both from 1, in code points."""

    line: int = 1
    column: int = 1


class Scalar(Struct):
    """Text as typed; `tag` is what YAML takes it for: str, int, float, bool, null or timestamp."""

    text: str
    tag: str
    mark: Mark


class Sequence(Struct):
    items: list["Node"]
    mark: Mark


class Mapping(Struct):
    """Keys in the order of the file; `keys` says where each key stands."""

    items: dict[str, "Node"]
    mark: Mark
    keys: dict[str, Mark] = field(default_factory=dict)


Node = Scalar | Sequence | Mapping


_TAG_NAMES = {"int": "数字", "float": "数字", "bool": "是否", "timestamp": "日期"}


def not_text(node: Scalar) -> str:
    """What to say of a plain scalar that YAML does not take for text."""
    if node.tag == "null":
        return "这里是空的，请填写或删去这一行"
    return f'{node.text} 会被 YAML 读成{_TAG_NAMES.get(node.tag, "别的类型")}，请加引号："{node.text}"'


class Mistake(Struct, frozen=True):
    """A mistake in a file, and where it stands."""

    file: str
    mark: Mark
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.mark.line}:{self.mark.column}: {self.message}"


class NodeError(Exception):
    """Text that is no YAML, or YAML that we refuse; `mark` says where."""

    def __init__(self, message: str, mark: Mark) -> None:
        super().__init__(message)
        self.message = message
        self.mark = mark
