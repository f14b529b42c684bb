"""The wizard's evening out on a real terminal: ask, show the outline, ask whether to write, say how to do it again."""

import os
from collections.abc import Callable, Iterator
from pathlib import PurePath

from dutywriter.brief.answers import Brief, to_file
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.command import LONGEST, arguments, quoted
from dutywriter.cli.delivery import Delivery
from dutywriter.cli.drafting import drafted
from dutywriter.cli.output import Target
from dutywriter.draft import Draft, Duties
from dutywriter.errors import DutywriterError
from dutywriter.formats import BY_SUFFIX, FORMATS, Format
from dutywriter.wizard.loop import interview
from dutywriter.wizard.picker import Option
from dutywriter.wizard.questions import Question
from dutywriter.wizard.terminal import Terminal

_WRITE, _LEAVE = "写成草稿", "不写了"


Remarks = Callable[[Brief, Draft, Catalogue], list[str]]


def ask_all(terminal: Terminal, brief: Brief, catalogue: Catalogue, remarks: Remarks) -> tuple[Brief, Draft]:
    """The brief after all questions, and its draft, once the person has seen outline and remarks and wants it.

    Raises KeyboardInterrupt where the person does not.
    """
    brief = interview(terminal.ask, brief, catalogue)
    draft = drafted(brief, catalogue)
    terminal.show("\n".join(["", *outline(draft), *remarks(brief, draft, catalogue)]))
    options = (Option(_WRITE, _WRITE), Option(_LEAVE, _LEAVE))
    if terminal.ask(Question("write", "", "choice", "照这个提纲写？", options, _WRITE), lambda _: "") == _LEAVE:
        raise KeyboardInterrupt
    return brief, draft


def outline(draft: Draft) -> Iterator[str]:
    """The draft's skeleton: its parts, its sections with how many duties each, and what is left open."""
    yield draft.title
    for part in draft.parts:
        yield f"  {part.heading}"
        for block in part.blocks:
            if isinstance(block, Duties):
                yield from (f"    {title}（{len(duties)} 条）" for title, duties in block.by_section())
    yield f"  待填 {len(draft.placeholders())} 处，建议值 {draft.suggestions()} 处"


def ask_where(terminal: Terminal, draft: Draft, delivery: Delivery) -> Delivery:
    """`delivery` into the file that the person names; as it is where the person wants none."""
    free_name = _free_name(draft.title, (delivery.format or FORMATS[0]).suffixes[0])
    question = Question(
        "save",
        "",
        "text",
        "存到哪个文件？",
        default=free_name,
        hint=f"直接回车：{free_name}；输入 - 则不存",
    )
    reply = terminal.ask(question, lambda text: _cannot_save(text, delivery))
    name = reply.strip() if isinstance(reply, str) else ""
    return delivery if name == "-" else delivery.into(name or free_name)


def again(brief: Brief, delivery: Delivery, files: list[str]) -> Iterator[str]:
    """How to get the same draft without questions; an answers file beside the draft where the command grows long.

    `files` are the options that name a company's catalogue files, a font or a template.
    """
    command = ["dutywriter", "new", *files, *arguments(brief)]
    target = delivery.target
    out = ["--out", target.path, *_format(delivery.format, target.path)] if target else []
    if len(quoted(command)) > LONGEST and target:
        path = _free_path(os.path.splitext(target.path)[0] + ".answers", ".yaml")
        Target(path).write(to_file(brief).encode())
        yield f"答案已存成 {path}"
        command = ["dutywriter", "new", *files, "--answers", path]
    yield f"下次可直接运行：{quoted([*command, *out])}"


def _format(format_: Format | None, path: str) -> list[str]:
    """The option that names the format, where the suffix of its file names another or none."""
    return [] if not format_ or BY_SUFFIX.get(PurePath(path).suffix.lower()) is format_ else ["--format", format_.name]


def _cannot_save(text: str, delivery: Delivery) -> str:
    name = text.strip()
    if name in ("", "-"):
        return ""
    try:
        delivery.into(name).check()
    except DutywriterError as error:
        return error.message
    return ""


def _free_name(title: str, suffix: str) -> str:
    return _free_path("".join(character for character in title if character not in '\\/:*?"<>|')[:60], suffix)


def _free_path(stem: str, suffix: str) -> str:
    """A name that no file has yet."""
    import itertools
    from pathlib import Path

    names = (stem + (f"-{number}" if number > 1 else "") + suffix for number in itertools.count(1))
    return next(name for name in names if not Path(name).exists())
