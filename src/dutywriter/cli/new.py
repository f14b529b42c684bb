"""`dutywriter new`: answers in, a draft out."""

import os
import sys
from typing import Annotated, Any

import typer

from dutywriter.brief.answers import Brief, from_file, from_flags, layered, to_file
from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.options import Given, with_fields
from dutywriter.cli.output import Target, say, write_stdout
from dutywriter.cli.source import read_text
from dutywriter.compose.compose import compose
from dutywriter.draft import Draft, Duties
from dutywriter.errors import Misuse
from dutywriter.formats import BY_NAME, BY_SUFFIX, FORMATS, Format
from dutywriter.text.near import nearest


@with_fields
def new(  # noqa: PLR0913, PLR0917 - a command has one parameter an option
    given: Given,
    answers: Annotated[str | None, typer.Option("--answers", metavar="文件", help="读取答案文件（YAML），- 为标准输入")] = None,
    save_answers: Annotated[str | None, typer.Option("--save-answers", metavar="文件", help="把答案存成文件，下次照样写")] = None,
    out: Annotated[str | None, typer.Option("--out", "-o", metavar="文件", help="写入文件，格式看后缀：.md .txt .json")] = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="格式", help="格式：md、txt、json（默认 md）")] = None,
    force: Annotated[bool, typer.Option("--force", help="覆盖已有的文件")] = False,
) -> None:
    """写一份岗位职责草稿。

    例：dutywriter new --role 驻场 --level 主管 --out jd.md
    """
    catalogue = bundled()
    chosen = _format(format_, out)
    target = Target(out, force) if out and out != "-" else None
    saved = Target(save_answers, force) if save_answers else None
    for file in (target, saved):
        if file:
            file.check()
    brief = _brief(given, answers, catalogue)
    draft = compose(brief, catalogue)
    _tell(brief, draft, catalogue)
    if saved:
        saved.write(to_file(brief).encode())
    _deliver(draft, chosen, target, explicit=bool(format_ or out))


def _brief(given: Given, answers: str | None, catalogue: Catalogue) -> Brief:
    flags = from_flags(given, catalogue)
    file: dict[str, Any] = from_file(read_text(answers), answers, catalogue) if answers else {}
    if "role" not in flags and "role" not in file:
        raise Misuse("还不知道写哪个岗位：请用 --role 指明（如 --role 驻场），或用 --answers 给出答案文件")
    return layered(flags, file, catalogue, alias=given.get("role", [""])[-1])


def _format(name: str | None, out: str | None) -> Format:
    """The format that was asked for by name or by the suffix of the file; Markdown where neither says.

    Raises Misuse for a format that does not exist, and for two that contradict each other.
    """
    suffix = os.path.splitext(out)[1].lower() if out and out != "-" else ""
    by_suffix = BY_SUFFIX.get(suffix)
    known = "、".join(f.name for f in FORMATS)
    if name is None:
        if suffix and not by_suffix:
            raise Misuse(f"不认识后缀 {suffix}，可用：{'、'.join(BY_SUFFIX)}；或用 --format 指明格式")
        return by_suffix or FORMATS[0]
    if name.lower() not in BY_NAME:
        near = nearest(name, BY_NAME)
        raise Misuse(f"没有“{name}”这个格式" + (f"，是不是 {'、'.join(near)}？" if near else "，") + f"可用：{known}")
    by_name = BY_NAME[name.lower()]
    if by_suffix and by_suffix is not by_name:
        raise Misuse(f"--format {name} 与 --out 的后缀 {suffix} 不一致，请只留一个")
    return by_name


def _tell(brief: Brief, draft: Draft, catalogue: Catalogue) -> None:
    from dutywriter.check.remarks import remarks

    for remark in remarks(brief, draft, catalogue):
        say(f"提示：{remark}")


def _deliver(draft: Draft, format_: Format, target: Target | None, *, explicit: bool) -> None:
    """The document to its place, and one line on stderr that says what is left to do."""
    open_points = len(draft.placeholders())
    left = f"还有 {open_points} 处待填" if open_points else "没有待填项"
    if target:
        target.write(format_.render(draft))
        say(f"已写入 {target.path}：{draft.title}，{_count(draft)} 条职责，{left}，建议值 {draft.suggestions()} 处")
        return
    if not explicit and sys.stdout is not None and sys.stdout.isatty():
        write_stdout(_screen(draft))
    else:
        write_stdout(format_.render(draft))
    say(f"{left}" + ("：用 --set 名=内容 填写，或存成文件后修改" if open_points else ""))


def _screen(draft: Draft) -> bytes:
    import shutil

    from dutywriter.formats.screen import draw

    colour = "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    return draw(draft, shutil.get_terminal_size().columns, colour=colour).encode()


def _count(draft: Draft) -> int:
    return sum(len(block.duties) for part in draft.parts for block in part.blocks if isinstance(block, Duties))
