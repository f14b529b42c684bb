"""`dutywriter catalogue check`, `schema` and `init`: a company's own catalogue files."""

import os
from typing import Annotated

import typer
from msgspec import Struct

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.config import configured, laid
from dutywriter.cli.listing import FormatOption, is_json, write_json, write_lines
from dutywriter.cli.output import Target, say
from dutywriter.cli.source import read_text
from dutywriter.errors import Misuse


class Finding(Struct, frozen=True):
    """Something to mend in a catalogue file, with the text that it is about where it is about one."""

    file: str
    line: int
    column: int
    message: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}" + (f" ｜ {self.text}" if self.text else "")


def check(
    files: Annotated[list[str], typer.Argument(metavar="文件", help="公司自己的职责库（YAML），可写几个")],
    format_: FormatOption = "text",
) -> None:
    """检查公司自己的职责库：写错的名称、重复的编号、不合写法的句子，逐处写明行和列。"""
    as_json = is_json(format_)
    catalogue = bundled()
    given = {os.path.realpath(file) for file in files}
    for layer in configured():
        if os.path.realpath(layer.path) not in given:
            catalogue = laid(catalogue, layer)
    found: list[Finding] = []
    for file in files:
        catalogue, findings = _checked(catalogue, file)
        found += findings
    if as_json:
        write_json(found)
    elif found:
        write_lines(map(str, found))
    say(f"{len(found)} 处要改" if found else f"没有问题：{'、'.join(files)}")
    if found:
        raise typer.Exit(1)


def schema() -> None:
    """打印职责库文件的 JSON Schema，供编辑器补全和检查。"""
    from dutywriter.catalogue.schema import schema as made

    write_json(made(bundled()))


def init(
    file: Annotated[str, typer.Argument(metavar="文件", help="新建的文件，以 .yaml 结尾")],
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件")] = False,
) -> None:
    """新建一份带说明的职责库文件，连同编辑器用的 .schema.json。"""
    import msgspec

    from dutywriter.catalogue.schema import schema as made
    from dutywriter.catalogue.starter import STARTER

    stem, suffix = os.path.splitext(file)
    if suffix not in (".yaml", ".yml"):
        raise Misuse(f"{file} 请以 .yaml 结尾，如 公司职责库.yaml")
    helper = f"{stem}.schema.json"
    target, beside = Target(file, force), Target(helper, force)
    target.check()
    beside.check()
    target.write(STARTER.format(schema=os.path.basename(helper)).encode())
    beside.write(msgspec.json.format(msgspec.json.encode(made(bundled())), indent=1) + b"\n")
    say(f"已写入 {file} 和 {helper}；写好后运行 dutywriter catalogue check {file}")


def _checked(catalogue: Catalogue, file: str) -> tuple[Catalogue, list[Finding]]:
    """`catalogue` with the file laid over it as far as it can be read, and what is to mend in the file, in its order."""
    from dutywriter.catalogue.decode import Decoder
    from dutywriter.catalogue.layers import laid_over
    from dutywriter.check.duplicates import twins
    from dutywriter.check.gate import problems

    decoder = Decoder(file, catalogue.renamed)
    laid_catalogue = laid_over(catalogue, decoder, read_text(file), file)
    found = [Finding(file, mistake.mark.line, mistake.mark.column, mistake.message) for mistake in decoder.mistakes]
    for problem in problems(laid_catalogue, decoder.marks.__contains__, facts=True):
        mark = decoder.marks[problem.path]
        found.append(Finding(file, mark.line, mark.column, problem.message, problem.source))
    for twin in twins(laid_catalogue):
        if twin.path in decoder.marks:
            mark = decoder.marks[twin.path]
            message = f"与{twin.other_role}的 {twin.other_id} 几乎一样：{twin.other}"
            found.append(Finding(file, mark.line, mark.column, message, twin.text))
    return laid_catalogue, sorted(found, key=lambda finding: (finding.line, finding.column))
