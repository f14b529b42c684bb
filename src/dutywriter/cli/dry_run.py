"""`dutywriter new --dry-run`: no draft, only the answers, each with the words of the request that say it."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

import msgspec
from msgspec import Struct

from dutywriter.brief.answers import Brief, to_file
from dutywriter.brief.fields import BY_KEY
from dutywriter.brief.request import Request
from dutywriter.cli.output import Target, say, write_stdout
from dutywriter.errors import Misuse
from dutywriter.text.plain import safe_line

SCHEMA = "dutywriter/request/1"
_BY_SUFFIX = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_SAID = ("flag", "file", "sentence")


class DryRun(Struct, frozen=True):
    """Where the answers go: as yaml (an answers file) or json, to a file or (None) to stdout."""

    format: str
    target: Target | None

    def hand_over(self, brief: Brief, request: Request | None) -> None:
        """The answers to their place.

        Raises Refused where it cannot take them.
        """
        render = as_json if self.format == "json" else as_file
        content = render(brief, request).encode()
        if not self.target:
            write_stdout(content)
            return
        self.target.write(content)
        left = sum(1 for _ in request.unused()) if request else 0
        said = len(brief.without_defaults().answers)
        say(f"已写入 {self.target.path}：{said} 项" + (f"，没有用上 {left} 处" if left else ""))


def planned(format_: str | None, out: str | None, of_drafts: Sequence[str], *, force: bool) -> DryRun:
    """Where the answers go, by `--format` and `--out`; `of_drafts` are the options given that say something of a draft alone.

    Raises Misuse where there are any, for a format of drafts and for two that contradict each other, Refused where the file
    cannot be written.
    """
    if of_drafts:
        raise Misuse(f"--dry-run 不写草稿，也不提问，请去掉 {'、'.join(of_drafts)}")
    suffix = PurePath(out or "").suffix.lower()
    by_name = (format_ or _BY_SUFFIX.get(suffix) or "yaml").lower()
    if by_name not in _BY_SUFFIX.values() or _BY_SUFFIX.get(suffix, "" if suffix else by_name) != by_name:
        raise Misuse("--dry-run 不写草稿，只列出答案：格式可用 yaml（默认）、json，文件名用 .yaml、.json")
    target = Target(out, force) if out and out != "-" else None
    if target:
        target.check()
    return DryRun(by_name, target)


def as_file(brief: Brief, request: Request | None) -> str:
    """An answers file that gives the same draft as the request, its words as comments, and what was not used."""
    words = _words(brief, request)
    if "title" in brief.answers and brief.answers["title"].source == "alias" and "role" in words:
        words["title"] = words["role"]
    unused = [f"# {safe_line(clause)}\n" for clause in request.unused()] if request else []
    return to_file(brief.without_defaults(), words) + "".join(["# 没有用上：\n", *unused] if unused else [])


def as_json(brief: Brief, request: Request | None) -> str:
    """What was said as data: each answer by its key, with its words (null: said by an option or in the answers file)."""
    words = _words(brief, request)
    answers: dict[str, Any] = {
        key: {"value": field.kind.data(brief.get(key)), "words": words.get(key)}
        for key, field in BY_KEY.items()
        if key in brief.answers and brief.answers[key].source in _SAID
    }
    content = {"schema": SCHEMA, "answers": answers, "unused": list(request.unused()) if request else []}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode() + "\n"


def _words(brief: Brief, request: Request | None) -> dict[str, str]:
    """The words of each answer that the request gave."""
    said = request.words if request else {}
    return {key: words for key, words in said.items() if brief.answers[key].source == "sentence"}
