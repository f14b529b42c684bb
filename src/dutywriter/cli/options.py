"""The field registry as options of a command."""

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from dutywriter.errors import Misuse
from dutywriter.formats import FORMATS

Given = dict[str, list[str]]
CatalogueOption = Annotated[
    list[str] | None, typer.Option("--catalogue", metavar="文件", help="公司自己的职责库（YAML），可重复", show_default=False)
]

FontOption = Annotated[str | None, typer.Option("--font", metavar="文件", help="PDF 用的中文字体（.ttf .otf .ttc）")]
TemplateOption = Annotated[
    str | None, typer.Option("--template", metavar="文件", help="公司自己的 Word 文档（.docx），写进它的 {{ 正文 }} 等处")
]
ForceOption = Annotated[bool, typer.Option("--force", help="覆盖已有的文件")]
NoMetadataOption = Annotated[bool, typer.Option("--no-metadata", help="Markdown 末尾不写注释（再读入时就不知道各行的出处）")]
NAMES = "、".join(format_.name for format_ in FORMATS)
SUFFIXES = " ".join(dict.fromkeys(format_.suffixes[0] for format_ in FORMATS))


def with_fields(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with an option for each field; what was given reaches it as `given`, texts by field key."""
    from dutywriter.brief.fields import FIELDS, REPEATABLE  # other commands do without

    own = [p for p in inspect.signature(command, eval_str=True).parameters.values() if p.name != "given"]
    options = [
        inspect.Parameter(field.key, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=_annotation(field))
        for field in FIELDS
    ]

    def run(**values: Any) -> Any:
        given: Given = {}
        for field in FIELDS:
            value = values.pop(field.key)
            if value and field.key not in REPEATABLE and len(value) > 1:
                raise Misuse(
                    f"{field.flag}（{field.label}）写了 {len(value)} 次，请只留一个：{'、'.join(text[:20] for text in value)}"
                )
            if value:
                given[field.key] = value
        return command(given=given, **values)

    parameters = [p.replace(kind=inspect.Parameter.KEYWORD_ONLY) for p in own]
    run.__signature__ = inspect.Signature([*options, *parameters])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in [*options, *parameters]}
    run.__doc__ = command.__doc__
    return run


def _annotation(field: Any) -> Any:
    return Annotated[list[str] | None, typer.Option(field.flag, help=field.help, metavar=field.metavar, show_default=False)]
