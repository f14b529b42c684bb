"""The pages on the rules, from the rules themselves.

Usage: .venv/bin/python docs/rules/make.py
"""

import re
from collections.abc import Iterator
from pathlib import Path

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Law, Rule
from dutywriter.check.basis import Quotation
from dutywriter.check.explain import NOTICE, SEVERITIES, Explained, about, compared, explained, grouped, title_of
from dutywriter.cli.explain import SCHEMA
from dutywriter.formats.markdown import escape

FOLDER = Path(__file__).parent
INDEX = "README.md"
_MADE = "<!-- 由 docs/rules/make.py 生成，请改 data/rules/ 或 data/laws.yaml 后重新生成 -->"

_DATA = (
    f"`dutywriter explain --format json` 给出数据（`{SCHEMA}`）：`rules` 的每一项是一条规则，"
    "`severities` 是按 recruit（招聘）、internal（内部）、onsite（驻场）检查时的级别，"
    "`fires` 与 `silent` 是应当与不应提示的例子，"
    "`basis` 的每一项是条文（`law` 全称、`short` 简称、`article` 条号、`since` 日期、`dated` 施行或发布、"
    "`checked` 是否与原文核对过、`text` 原文、`gist` 大意、`note` 说明）或一句道理（`heading`）。"
)


def main() -> None:
    """Write every page, and take away those of groups that are no more."""
    made = pages(bundled().rules)
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, "utf-8")


def pages(rulebook: Rulebook) -> dict[str, str]:
    """The text of every page under its file's name: one a group, and the index."""
    groups = {heading: (f"{heading.replace(' ', '-')}.md", rules) for heading, rules in grouped(rulebook.rules).items()}
    made = {name: _text(_page(heading, rules, rulebook)) for heading, (name, rules) in groups.items()}
    return {INDEX: _text(_index(groups, rulebook)), **made}


def _text(lines: Iterator[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n") + "\n"


def _index(groups: dict[str, tuple[str, list[Rule]]], rulebook: Rulebook) -> Iterator[str]:
    yield from ("# 检查的规则", "", _MADE, "")
    yield "`dutywriter check` 按这些规则检查岗位职责；`dutywriter explain DW501` 在终端里看一条。"
    yield from ("", _DATA)
    yield from ("", f"法律风险（5xx）与驻场边界（6xx）的规则{NOTICE}", "")
    for heading, (name, rules) in groups.items():
        yield from (f"## [{escape(heading)}](<{name}>)", "", "| 编号 | 规则 | 级别 | 英文名 |", "| --- | --- | --- | --- |")
        for rule in rules:
            link = f"[{rule.code}](<{name}#{rule.code.lower()}>)"
            yield f"| {link} | {escape(title_of(rule))} | {SEVERITIES[rule.severity]} | `{rule.name}` |"
        yield ""
    yield from ("## 引用的法律与文件", "", "| 名称 | 日期 | 与原文核对 |", "| --- | --- | --- |")
    yield from map(_source, rulebook.laws)


def _source(law: Law) -> str:
    number = f"（{law.name}）" if law.name not in law.full else ""
    day = f"{law.since} {'起施行' if law.dated == '施行' else law.dated}"
    state = "；".join(filter(None, ("已核对" if law.checked else "未核对", law.note)))
    return f"| {escape(law.full + number)} | {day} | {escape(state)} |"


def _page(heading: str, rules: list[Rule], rulebook: Rulebook) -> Iterator[str]:
    yield from (f"# {escape(heading)}", "", _MADE, "", f"[全部规则]({INDEX})", "")
    told = [explained(rule, rulebook) for rule in rules]
    for rule in told:
        yield from _rule(rule)
    if any(rule.notice for rule in told):
        yield from ("---", "", NOTICE)


def _rule(rule: Explained) -> Iterator[str]:
    yield from (f'<a id="{rule.code.lower()}"></a>', "", f"## {rule.code} {escape(rule.title)}", "")
    yield from (f"`{rule.name}`；{'；'.join(map(escape, about(rule)))}", "")
    yield f"- 查什么：{escape(rule.message)}"
    if rule.words:
        yield f"- 词：{escape('、'.join(rule.words))}"
    if rule.unless:
        yield f"- 不算：{escape('、'.join(rule.unless))}"
    yield f"- 怎么改：{escape(rule.advice)}"
    if rule.reason:
        yield f"- 为什么：{escape(rule.reason)}"
    yield ""
    if rule.basis:
        yield from ("依据：", "")
    for basis in rule.basis:
        yield f"- {escape(str(basis))}"
        if isinstance(basis, Quotation):
            yield from _quoted(basis)
    yield ""
    yield from _examples("会提示：", rule.fires)
    yield from _examples("不提示：", rule.silent)
    yield from (f"关掉一处：在上一行写 `{rule.ignore.line}`；一次：`{rule.ignore.run}`。", "")


def _quoted(basis: Quotation) -> Iterator[str]:
    words = [*basis.text.split("\n"), f"大意：{basis.gist}" if basis.gist else "", f"（{compared(basis)}）"]
    yield from ("", "  > " + "  \n  > ".join(escape(line) for line in words if line), "")


def _examples(heading: str, texts: tuple[str, ...]) -> Iterator[str]:
    """One line as code in a list, several in a block of their own."""
    if texts:
        yield from (heading, "")
    for text in texts:
        fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
        if "\n" in text.strip("\n"):
            block = [fence + "text", *text.strip("\n").split("\n"), fence]
            yield from ("-", *(f"  {line}".rstrip() for line in block))
        else:
            yield f"- {_code(text.strip(chr(10)))}"
    yield ""


def _code(text: str) -> str:
    """A line as code, whatever signs are in it; blanks at its ends stay."""
    runs = {len(run) for run in re.findall("`+", text)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    blank = " " if text.startswith(("`", " ")) or text.endswith(("`", " ")) else ""
    return f"{fence}{blank}{text}{blank}{fence}"


if __name__ == "__main__":
    main()
