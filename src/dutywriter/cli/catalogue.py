"""`dutywriter catalogue`: looking at what is known, and a company's own files."""

from collections.abc import Iterable
from typing import Annotated

import typer

from dutywriter.cli import company
from dutywriter.cli.config import catalogue_with
from dutywriter.cli.help import ChineseCommand, ChineseGroup
from dutywriter.cli.listing import FormatOption, is_json, write_json, write_lines
from dutywriter.cli.options import CatalogueOption
from dutywriter.errors import Misuse
from dutywriter.text.near import nearest
from dutywriter.text.width import columns, pad

HELP = {"help_option_names": ["-h", "--help"]}
WHAT = {"section": "模块", "duty": "职责", "metric": "指标", "role": "岗位"}
catalogue_app = typer.Typer(
    cls=ChineseGroup, add_completion=False, help="查看职责库，编写公司自己的职责库", context_settings=HELP, rich_markup_mode=None
)


@catalogue_app.command("list", cls=ChineseCommand, context_settings=HELP)
def list_(
    kind: Annotated[
        str, typer.Argument(metavar="[sections|roles|metrics|kinds|outlines]", help="职责模块、岗位、指标、文种或提纲")
    ] = "sections",
    format_: FormatOption = "text",
    files: CatalogueOption = None,
) -> None:
    """列出职责模块（sections）、岗位（roles）、指标（metrics）、文种（kinds）或提纲（outlines）。"""
    from dutywriter.catalogue.describe import KINDS, Kind, summaries

    kinds: dict[str, Kind] = {name: key for key, label in KINDS.items() for name in (key, label)}
    if kind not in kinds:
        raise Misuse(f"没有“{kind[:20]}”这一类，可用：{'、'.join(f'{key}（{label}）' for key, label in KINDS.items())}")
    rows = summaries(catalogue_with(files), kinds[kind])
    if is_json(format_):
        write_json(rows)
    else:
        write_lines(_aligned([row.id, row.title, row.about] if row.id != row.title else [row.title, row.about] for row in rows))


@catalogue_app.command("show", cls=ChineseCommand, context_settings=HELP)
def show(
    name: Annotated[str, typer.Argument(metavar="名称", help="职责模块、岗位或指标的名称")],
    format_: FormatOption = "text",
    files: CatalogueOption = None,
) -> None:
    """完整显示一个职责模块、岗位或指标，并写明出处。"""
    from dutywriter.catalogue.describe import as_data, found, in_full, names

    catalogue = catalogue_with(files)
    thing = found(catalogue, name.strip())
    if thing is None:
        near = nearest(name.strip(), names(catalogue), 4)
        raise Misuse(f"职责库里没有“{name[:20]}”" + (f"，是不是 {'；'.join(near)}？" if near else "，可用 catalogue search 查找"))
    if is_json(format_):
        write_json(as_data(catalogue, thing))
    else:
        write_lines(in_full(catalogue, thing))


@catalogue_app.command("search", cls=ChineseCommand, context_settings=HELP)
def search(
    query: Annotated[str, typer.Argument(metavar="词句", help="要找的事，如 预算、私域复购")],
    format_: FormatOption = "text",
    files: CatalogueOption = None,
) -> None:
    """按词句查找职责、模块、指标与岗位，最相近的在前，并写明对上的词。"""
    from dutywriter.catalogue import search as finding

    hits = finding.search(catalogue_with(files), query)
    if is_json(format_):
        write_json(hits)
    elif hits:
        write_lines(_aligned([WHAT[hit.what], hit.id, hit.title, hit.role, hit.section, "、".join(hit.words)] for hit in hits))
    else:
        raise Misuse(f"没有找到“{query[:20]}”，请换个说法；catalogue list 列出全部模块")


for _command, _name in ((company.check, "check"), (company.schema, "schema"), (company.init, "init")):
    catalogue_app.command(_name, cls=ChineseCommand, context_settings=HELP)(_command)


def _aligned(rows: Iterable[list[str]]) -> list[str]:
    """Rows with their columns straight under each other, two blanks between."""
    table = list(rows)
    widths = [max(columns(row[place]) for row in table) for place in range(len(table[0]))]
    return ["  ".join(pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
