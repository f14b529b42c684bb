"""`dutywriter check`: what in a text about a post is unclear, missing or risky."""

import os
from collections.abc import Callable
from typing import Annotated, Any

import typer

from dutywriter.check.reports import FORMATS
from dutywriter.cli.config import catalogue_with
from dutywriter.cli.findings import values
from dutywriter.cli.findings.checker import Checker
from dutywriter.cli.findings.files import STDIN, files
from dutywriter.cli.findings.report import Report
from dutywriter.cli.findings.run import FAILED, Run
from dutywriter.cli.findings.values import Settings
from dutywriter.cli.options import CatalogueOption, ForceOption
from dutywriter.cli.output import Target, say
from dutywriter.errors import DutywriterError, Misuse


def check(  # noqa: PLR0913, PLR0917 - a command has one parameter an option
    paths: Annotated[list[str], typer.Argument(metavar="文件", help="Markdown、纯文本或 Word（.docx），可写几个，- 为标准输入")],
    format_: Annotated[str, typer.Option("--format", metavar="格式", help="text（默认）、json、github 或 sarif")] = "text",
    out: Annotated[str | None, typer.Option("--out", "-o", metavar="文件", help="结果写入文件")] = None,
    profile: Annotated[str | None, typer.Option("--profile", metavar="用途", help="招聘、内部或驻场（默认看文档）")] = None,
    select: Annotated[list[str] | None, typer.Option("--select", metavar="规则", help="只看这些：DW5、DW502、名称、类别")] = None,
    ignore: Annotated[list[str] | None, typer.Option("--ignore", metavar="规则", help="不看这些，写法同上")] = None,
    fail_on: Annotated[
        str | None,
        typer.Option("--fail-on", metavar="级别", help="有这一级以上的问题时退出码为 1：error warning info（默认）never"),
    ] = None,
    min_confidence: Annotated[
        str | None, typer.Option("--min-confidence", metavar="把握", help="只看把握够大的：高、中、低，或 0 到 1")
    ] = None,
    recursive: Annotated[bool, typer.Option("--recursive", "-r", help="文件夹连同里面的都检查")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="自动改好不影响意思的地方")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="只显示 --fix 会怎么改，不写文件")] = False,
    baseline: Annotated[str | None, typer.Option("--baseline", metavar="文件", help="已知的问题不再提示，只看新的")] = None,
    write_baseline: Annotated[
        str | None, typer.Option("--write-baseline", metavar="文件", help="把现有的问题记为已知，写入文件")
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="不看 .dutywriter.toml 与 pyproject.toml 里的 check 设置")] = False,
    catalogue: CatalogueOption = None,
    force: ForceOption = False,
) -> None:
    """检查岗位职责、招聘启事、驻场附件：缺什么、哪里说不清、哪里有用工风险，怎么改。

    例：dutywriter check jd.md
    """
    if "" in [*paths, *(select or ()), *(ignore or ()), out, profile, min_confidence, baseline, write_baseline]:
        raise Misuse("文件名或选项的内容是空的，请写出内容")
    if write_baseline and (fix or diff):
        raise Misuse("--write-baseline 与 --fix、--diff 请分开运行：先改好，再记下剩下的")
    if out and out != STDIN and any(os.path.realpath(path) == os.path.realpath(out) for path in paths):
        raise Misuse(f"--out {out} 是要检查的文件，请换个文件名")
    code = FAILED  # whatever goes wrong: 1 is for findings
    try:
        known = catalogue_with(catalogue)
        rules = known.rules.rules
        asked = Settings(
            _valued("--profile", values.profile, profile),
            _valued("--select", lambda texts: values.selectors(texts, rules), select or None),
            _valued("--ignore", lambda texts: values.selectors(texts, rules), ignore or None),
            _valued("--fail-on", values.fail_on, fail_on),
            _valued("--min-confidence", values.confidence, min_confidence),
            baseline,
        )
        checker = Checker(known, asked, configured=not no_config, printed=format_ == "sarif")
        report = Report(_format(format_), Target(out, force) if out and out != STDIN else None, known.rules)
        run = Run(checker, files(paths, recursive=recursive))
        if write_baseline:
            code = run.keep(write_baseline)
        else:
            code = run.mend(report, written=not diff) if fix or diff else run.tell(report)
    except DutywriterError as error:
        for line in error.lines:
            say(line)
    if code:
        raise typer.Exit(code)


def _format(name: str) -> str:
    if name not in FORMATS:
        raise Misuse(f"没有“{name[:20]}”这个格式，可用：{'、'.join(FORMATS)}")
    return name


def _valued(option: str, read: Callable[[Any], Any], given: Any) -> Any:
    """What `read` makes of an option's value, None where it was not given.

    Raises Misuse where the value is none.
    """
    try:
        return None if given is None else read(given)
    except ValueError as error:
        raise Misuse(f"{option}：{error}") from error
