"""`dutywriter explain`: a rule in full, or all of them in a table."""

import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

import typer

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Rule
from dutywriter.cli.config import catalogue_with
from dutywriter.cli.delivery import on_screen
from dutywriter.cli.listing import FormatOption, is_json, write_json, write_lines
from dutywriter.cli.options import CatalogueOption
from dutywriter.errors import Misuse
from dutywriter.text.plain import harmless
from dutywriter.text.width import columns, pad, wrap

SCHEMA = "dutywriter/rules/1"
_WIDEST = 100
_BOLD, _USUAL = "\x1b[1m", "\x1b[0m"


def explain(
    rules: Annotated[
        list[str] | None, typer.Argument(metavar="[规则]…", help="编号、名称或类别，如 DW501、sex；不写为全部规则")
    ] = None,
    format_: FormatOption = "text",
    files: CatalogueOption = None,
) -> None:
    """说明检查的规则：查什么、为什么、法律条文、例子、怎么关掉。

    例：dutywriter explain DW501
    """
    from dutywriter.check.explain import NOTICE, explained

    rulebook = catalogue_with(files).rules
    wanted = _wanted(rules or [], rulebook)
    if is_json(format_):
        told = [explained(rule, rulebook) for rule in wanted or sorted(rulebook.rules, key=lambda rule: rule.code)]
        write_json({"schema": SCHEMA, "notice": NOTICE, "rules": told})
    else:
        write_lines(_shown(_pages(wanted, rulebook) if wanted else _table(rulebook.rules)))


def _wanted(queries: Sequence[str], rulebook: Rulebook) -> list[Rule]:
    """The rules that are asked for, each once.

    Raises Misuse where one is not known.
    """
    from dutywriter.check.explain import names, rules_named
    from dutywriter.text.near import nearest

    found: dict[str, Rule] = {}
    for query in (part for said in queries for part in _parts(said, rulebook)):
        meant = rules_named(query, rulebook.rules)
        if not meant:
            near = nearest(query.strip(), names(rulebook.rules), 4)
            hint = f"是不是 {'、'.join(near)}？" if near else "用 dutywriter explain 看全部规则"
            raise Misuse(f"没有“{query[:20]}”这条规则，{hint}")
        found |= {rule.code: rule for rule in meant}
    return list(found.values())


def _parts(query: str, rulebook: Rulebook) -> list[str]:
    """The rules of a list with commas; a title may hold some itself."""
    from dutywriter.check.explain import rules_named
    from dutywriter.text.numbers import halfwidth

    parts = halfwidth(query).replace("、", ",").split(",")
    return [query] if rules_named(query, rulebook.rules) else [part for part in parts if part.strip()] or [query]


def _pages(rules: Iterable[Rule], rulebook: Rulebook) -> Iterator[str]:
    from dutywriter.check.explain import explained, in_full

    for place, rule in enumerate(rules):
        if place:
            yield from ("", "")
        yield from in_full(explained(rule, rulebook))


def _table(rules: Sequence[Rule]) -> Iterator[str]:
    """Every rule on a line, under its group."""
    from dutywriter.check.explain import NOTICE, SEVERITIES, grouped, title_of

    width = max((columns(title_of(rule)) for rule in rules), default=0)
    for heading, members in grouped(rules).items():
        yield heading
        for rule in members:
            yield f"  {rule.code}  {SEVERITIES[rule.severity]}  {pad(title_of(rule), width)}  {rule.name}"
        yield ""
    yield "用 dutywriter explain DW501 看一条的说明、依据与例子"
    yield f"5xx 与 6xx：{NOTICE}"


def _shown(lines: Iterable[str]) -> Iterator[str]:
    """The lines as they are for a file; on a terminal within its width, headings bold."""
    clean = map(harmless, lines)
    if not on_screen():
        return clean
    import shutil

    bold = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return _drawn(clean, min(shutil.get_terminal_size().columns, _WIDEST), bold=bold)


def _drawn(lines: Iterable[str], width: int, *, bold: bool) -> Iterator[str]:
    for line in lines:
        text = line.lstrip(" ")
        indent = line[: len(line) - len(text)]
        heading = bold and text and not indent
        for part in wrap(text, max(width - len(indent), 20)):
            yield f"{_BOLD}{part}{_USUAL}" if heading else f"{indent}{part}" if part else ""
