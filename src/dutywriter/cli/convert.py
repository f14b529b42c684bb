"""`dutywriter convert`: a draft that was written earlier, and edited since, in another format."""

import os
from typing import Annotated

import typer

from dutywriter.cli.delivery import Delivery
from dutywriter.cli.options import NAMES, SUFFIXES, FontOption, ForceOption, NoMetadataOption, TemplateOption
from dutywriter.cli.output import Target
from dutywriter.cli.source import read_text
from dutywriter.draft import Draft
from dutywriter.errors import BadFile, Misuse
from dutywriter.formats import FORMATS, needing, wanted

UNREADABLE = (".docx", ".doc", ".wps", ".pdf", ".html", ".htm")


def convert(  # noqa: PLR0913, PLR0917 - a command has one parameter an option
    file: Annotated[str, typer.Argument(metavar="文件", help="Markdown（.md）或数据（.json），- 为标准输入")],
    to: Annotated[str | None, typer.Option("--to", metavar="格式", help=f"转成：{NAMES}（默认看 --out 的后缀）")] = None,
    out: Annotated[str | None, typer.Option("--out", "-o", metavar="文件", help=f"写入文件，格式看后缀：{SUFFIXES}")] = None,
    font: FontOption = None,
    template: TemplateOption = None,
    no_metadata: NoMetadataOption = False,
    force: ForceOption = False,
) -> None:
    """把写好、改过的岗位职责转成另一种格式。

    例：dutywriter convert jd.md --out jd.html
    """
    for name, value in {"文件": file, "--to": to, "--out": out, "--font": font, "--template": template}.items():
        if value == "":
            raise Misuse(f"{name} 是空的，请写出内容")
    if file == template == "-":
        raise Misuse("文件与 --template 不能都读标准输入，请给其中一个写出文件名")
    named = {need: given for need, given in (("typeface", font), ("template", template)) if given is not None}
    otherwise = next(map(needing, named), FORMATS[0])
    format_ = wanted(to, out, otherwise, "--to") if to or out or named else None
    delivery = Delivery(format_, Target(out, force) if out and out != "-" else None, None, named, not no_metadata)
    delivery.check()
    delivery.check_screen()
    delivery.deliver(read(file))


def read(file: str) -> Draft:
    """The draft in a file, or on stdin where `file` is `-`: JSON by its suffix or first character, else Markdown.

    Raises Misuse where it cannot be opened, decoded or read at all, BadFile where its content is wrong.
    """
    suffix = os.path.splitext(file)[1].lower()
    if suffix in UNREADABLE:
        raise Misuse(f"还不能读 {suffix} 文件，请给出 .md 或 .json 文件")
    name = "标准输入" if file == "-" else file
    text = read_text(file)
    if not text.strip():
        raise BadFile([f"{name}: 文件是空的"])
    if suffix == ".json" or (file == "-" and text.lstrip().startswith("{")):
        from dutywriter.reading.data import read_json

        return read_json(text.encode(), name)
    from dutywriter.reading.markdown import read_markdown

    return read_markdown(text)
