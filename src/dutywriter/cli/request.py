"""The request in the user's own words: read from the command line and from a file, and what is said of it on stderr."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import BY_KEY, role_names
from dutywriter.brief.request import Request, requested
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.source import read_text
from dutywriter.errors import BadFile, Misuse
from dutywriter.text.near import nearest
from dutywriter.text.plain import safe_line
from dutywriter.text.width import columns, wrap

LONGEST = 5_000
_LONGEST_NAME, _LONGEST_SHOWN, _WIDTH = 12, 30, 80
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_WRITE_ROLE = "请用 --role 指明（如 --role 驻场），或把岗位写进这句话"


def read(words: Sequence[str], notes: str | None, catalogue: Catalogue, today: date) -> Request:
    """The request that the arguments make, joined by blanks, and after them the file `notes` (`-`: stdin).

    Raises Misuse where the arguments or the whole cannot be a request or the file cannot be opened or decoded, BadFile where
    the file holds none.
    """
    texts = [_said(" ".join(words))] if words else []
    texts += [_noted(notes)] if notes else []
    text = "\n".join(line for text in texts for line in text.strip().splitlines())
    if len(text) > LONGEST:
        raise Misuse(f"要写的内容有 {len(text)} 字，最多 {LONGEST} 字，请只留与这个岗位有关的")
    return requested(text, catalogue, today)


def _said(text: str) -> str:
    if not text.strip():
        raise Misuse('要写的内容是空的，请写一句话，如 dutywriter new "天猫运营，成都，双休"')
    if control := _CONTROL.search(text):
        raise Misuse(f"第 {control.start() + 1} 个字是不能显示的控制字符（U+{ord(control[0]):04X}），请删去")
    return text


def _noted(path: str) -> str:
    text, name = read_text(path), "标准输入" if path == "-" else path
    if not text.strip():
        raise BadFile([f"{name}: 文件是空的"])
    if control := _CONTROL.search(text):
        before = text[: control.start()]
        line, column = before.count("\n") + 1, control.start() - before.rfind("\n")
        raise BadFile([f"{name}:{line}:{column}: 含有不能显示的控制字符（U+{ord(control[0]):04X}），请核对是不是文字文件"])
    return text


def check_quotes(request: Request) -> None:
    """Raises Misuse where nothing is understood: it may well be the rest of an option's text that lacks its quotes."""
    if not request.facts:
        shown = _short(request.text)
        raise Misuse(f"多出了“{shown}”，没有看懂：选项里含空格的内容请加引号；写法见 dutywriter new --help")


def no_role(request: Request, catalogue: Catalogue) -> str:
    """What to say where the request names no role: the nearest names where it is hardly more than a name."""
    if request.facts:
        labels = "、".join(BY_KEY[fact.key].label for fact in request.facts)
        return f"看懂了{labels}，还不知道写哪个岗位：{_WRITE_ROLE}"
    names = role_names(catalogue)
    near = dict.fromkeys(names[name] for name in nearest(request.text, names) if len(request.text) <= _LONGEST_NAME)
    hint = f"，是不是 {'、'.join(near)}？" if near else "："
    return f"没有看懂“{_short(request.text)}”写哪个岗位{hint}{_WRITE_ROLE}"


def told(request: Request, brief: Brief) -> Iterator[str]:
    """What the draft takes from the request, with the words that say it, and the clauses that it does not use, in lines."""
    words = request.words
    taken = [key for key in words if brief.answers[key].source == "sentence"]
    yield from _paragraph("看懂：", "；", (_fact(key, brief, words[key]) for key in taken))
    yield from _paragraph("没有用上：", "、", (f"“{safe_line(clause)}”" for clause in request.unused()))


def _fact(key: str, brief: Brief, words: str) -> str:
    field = BY_KEY[key]
    value = _short("、".join(field.kind.texts(brief.get(key))))
    shown = _short(words)
    return f"{field.label} {value}" + (f"（“{shown}”）" if shown != value else "")


def _short(text: str) -> str:
    line = safe_line(text)
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def _paragraph(head: str, joint: str, items: Iterable[str]) -> Iterator[str]:
    """`items` in lines that an ordinary terminal holds, straight under each other after `head`; an item stays whole if it can."""
    width = _WIDTH - columns(head)
    rows = [""]
    for item in items:
        if rows[-1] and columns(rows[-1] + item + joint) > width:
            rows.append("")
        rows[-1] += item + joint
    rows[-1] = rows[-1].removesuffix(joint)
    lines = [line for row in rows if row for line in wrap(row, width)]
    yield from ((" " * columns(head) if number else head) + line for number, line in enumerate(lines))
