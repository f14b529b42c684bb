"""`dutywriter new`: answers in, a draft out."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dutywriter.brief.answers import Brief, from_file, from_flags, layered
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.config import catalogue_with
from dutywriter.cli.delivery import OPTIONS
from dutywriter.cli.drafting import drafted, remarks_on, today
from dutywriter.cli.options import (
    NAMES,
    SUFFIXES,
    CatalogueOption,
    FontOption,
    ForceOption,
    Given,
    NoMetadataOption,
    TemplateOption,
    with_fields,
)
from dutywriter.cli.output import say
from dutywriter.cli.source import read_text
from dutywriter.cli.told import Told
from dutywriter.draft import Draft
from dutywriter.errors import Misuse

if TYPE_CHECKING:
    from dutywriter.brief.request import Request

_NO_ROLE = "还不知道写哪个岗位：请用 --role 指明（如 --role 驻场），或用 --answers 给出答案文件"


@with_fields
def new(  # noqa: PLR0913, PLR0917 - a command has one parameter an option
    given: Given,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[一句话]", help="要招什么人、写什么，用自己的话说，加引号", show_default=False)
    ] = None,
    notes: Annotated[str | None, typer.Option("--notes", metavar="文件", help="从文件读要写什么，- 为标准输入")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="不写草稿，只列出看懂的内容：答案文件，或 --format json")] = False,
    answers: Annotated[str | None, typer.Option("--answers", metavar="文件", help="读取答案文件（YAML），- 为标准输入")] = None,
    save_answers: Annotated[str | None, typer.Option("--save-answers", metavar="文件", help="把答案存成文件，下次照样写")] = None,
    out: Annotated[str | None, typer.Option("--out", "-o", metavar="文件", help=f"写入文件，格式看后缀：{SUFFIXES}")] = None,
    format_: Annotated[str | None, typer.Option("--format", metavar="格式", help=f"格式：{NAMES}（默认 md）")] = None,
    font: FontOption = None,
    template: TemplateOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="说明每个职责模块为什么写进来")] = False,
    ask: Annotated[bool | None, typer.Option("--ask/--no-ask", help="逐项提问，或从不提问（默认：没写岗位才提问）")] = None,
    catalogue_files: CatalogueOption = None,
    no_metadata: NoMetadataOption = False,
    force: ForceOption = False,
    resume: Annotated[bool, typer.Option("--resume", help="接着上次没答完的写")] = False,
) -> None:
    """写一份岗位职责草稿。

    例：dutywriter new "小红书母婴账号招新媒体运营，成都，双休，7-10K，会剪视频优先"
    例：dutywriter new --role 驻场 --level 主管 --out jd.md
    """
    others = (given, words, notes, dry_run, answers, save_answers, out, format_, font, template, explain, catalogue_files)
    if resume:
        _resume(alone=not any((*others, no_metadata, force)) and ask is None)
        return
    named = {need: file for need, file in (("typeface", font), ("template", template)) if file is not None}
    options = [(OPTIONS[need], file) for need, file in named.items()]
    inputs = [("--answers", answers), ("--template", template), ("--notes", notes)]
    _check_filled([*inputs, ("--save-answers", save_answers), ("--out", out), ("--format", format_), *options])
    _check_stdin(inputs)
    if save_answers == "-" or (save_answers and out and os.path.realpath(save_answers) == os.path.realpath(out)):
        raise Misuse("--save-answers 要写一个与 --out 不同的文件名")
    catalogue = catalogue_with(catalogue_files)
    if dry_run:
        from dutywriter.cli.dry_run import planned

        of_drafts = [*options, ("--save-answers", save_answers), ("--explain", explain), ("--ask", ask)]
        dry = planned(format_, out, [option for option, value in of_drafts if value], force=force)
        request, brief = _read(given, words or [], notes, answers, catalogue)
        dry.hand_over(brief, request)
        return
    told = Told(os.getcwd(), out, format_, save_answers, tuple(catalogue_files or ()), named, force, not no_metadata)
    delivery = told.delivery()
    delivery.check()
    request, brief = _read(given, words or [], notes, answers, catalogue)
    asks = _asks(brief, _unasked(brief, answers, request, catalogue), ask=ask)
    if asks:
        from dutywriter.cli.conversation import begin

        begin(told, brief, request.text if request else "", catalogue, today())
    else:
        if request:
            _tell_understood(request, brief)
        delivery.check_screen()
        draft = drafted(brief, catalogue)
        _tell(brief, draft, catalogue, explain=explain)
        delivery.hand_over(brief, draft)


def _resume(*, alone: bool) -> None:
    from dutywriter.cli.conversation import resume
    from dutywriter.wizard.device import can_open

    if not alone:
        raise Misuse("--resume 照上次的选项接着写，请单独使用：dutywriter new --resume")
    if not can_open():
        raise Misuse("没有可以提问的终端，不能接着写")
    resume()


def _check_filled(texts: Sequence[tuple[str, str | None]]) -> None:
    for flag, text in texts:
        if text == "":
            raise Misuse(f"{flag} 后面是空的，请写出内容")


def _check_stdin(inputs: Sequence[tuple[str, str | None]]) -> None:
    flags = [flag for flag, file in inputs if file == "-"]
    if len(flags) > 1:
        raise Misuse(f"{' 与 '.join(flags)} 不能都读标准输入，请给其中一个写出文件名")


def _read(
    given: Given, words: Sequence[str], notes: str | None, answers: str | None, catalogue: Catalogue
) -> "tuple[Request | None, Brief]":
    """The request, where there is one, and the brief that it makes with the flags and the answers file."""
    flags = from_flags(_with_focus(given), catalogue)
    file_values: dict[str, Any] = from_file(read_text(answers), answers, catalogue) if answers else {}
    if not words and not notes:
        return None, layered(flags, file_values, catalogue, alias=given.get("role", [""])[-1])
    from dutywriter.cli import request as requests

    request = requests.read(words, notes, catalogue, today())
    named_above = "role" in {**file_values, **flags}
    alias = given.get("role", [""])[-1] if named_above else request.words.get("role", "")
    brief = layered(flags, file_values, catalogue, alias=alias, sentence=request.values)
    if words and named_above:
        requests.check_quotes(request)
    return request, brief


def _unasked(brief: Brief, answers: str | None, request: "Request | None", catalogue: Catalogue) -> str:
    """What to say where questions are needed and cannot be asked."""
    if "role" in brief.answers:
        return "没有可以提问的终端，请去掉 --ask"
    if request:
        from dutywriter.cli.request import no_role

        return no_role(request, catalogue)
    return f"{answers} 里没有写“岗位”，请补上一行（如 岗位: 驻场），或用 --role 指明" if answers else _NO_ROLE


def _tell_understood(request: "Request", brief: Brief) -> None:
    from dutywriter.cli.request import told

    for line in told(request, brief):
        say(line)


def _asks(brief: Brief, unasked: str, *, ask: bool | None) -> bool:
    """Whether to ask: when told to, or when the role is not known and there is a terminal.

    Raises Misuse, which says `unasked`, where questions are needed and cannot be asked.
    """
    if ask is False or (ask is None and "role" in brief.answers):
        if "role" not in brief.answers:
            raise Misuse(unasked)
        return False
    from dutywriter.wizard.device import can_open

    if can_open():
        return True
    raise Misuse(unasked)


def _with_focus(given: Given) -> Given:
    """`given` with the text of the file in place of a focus that names one (@notes.txt)."""
    focus = [read_text(text[1:]) if text.startswith("@") else text for text in given.get("focus", [])]
    return {**given, "focus": focus} if focus else given


def _tell(brief: Brief, draft: Draft, catalogue: Catalogue, *, explain: bool) -> None:
    for remark in remarks_on(brief, draft, catalogue):
        say(f"提示：{remark}")
    if explain:
        from dutywriter.compose.case import Case
        from dutywriter.compose.explain import explained

        for line in explained(Case(brief, catalogue)):
            say(line)
