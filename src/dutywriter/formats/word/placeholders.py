"""Placeholders as docxtpl reads them, and nothing else: no calls, no arithmetic, no filters, nothing of the program."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from dutywriter.errors import BadFile
from dutywriter.formats.word.names import BODY
from dutywriter.formats.word.xml import clean
from dutywriter.text.near import nearest

LONGEST_SHOWN = 40
_PARTS = re.compile(r"/word/(document\d*|header\d*|footer\d*|footnotes)\.xml")
_NAME = re.compile(r"\{\{\s*(?!self\b)[^\W\d]\w*(?:\.\w+|\[\d+\])*\s*\}\}")
_STATEMENT = re.compile(r"\{%-?(?:p|tr|tc|r)?\s+(?:for|if|elif|else|endif|endfor)\b[^%]*%\}|\{#.*?#\}")
_STRAY = re.compile(r"\{\{|\}\}|\{%|%\}|\{#")
_MISSING = re.compile(r"'([^']+)' is undefined|has no attribute '([^']+)'")
_ONLY_NAMES = "模板里的占位符只能写名称、条件和循环，请写成 {{ 标题 }} 这样"


class Placeholders(ImmutableSandboxedEnvironment):
    """Names, what is in them, conditions and loops over them."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True)
        for registry in (self.globals, self.filters, self.tests):
            registry.clear()

    def getattr(self, obj: Any, attribute: str) -> Any:
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute) if isinstance(obj, LoopContext) else self.undefined(obj=obj, name=attribute)

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002 - nothing is
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - none is allowed
        raise SecurityError(operator)


def check(template: DocxTemplate, known: Collection[str]) -> set[str]:
    """The names that the placeholders use.

    Raises BadFile for a placeholder that cannot be read, and for names that are not `known`.
    """
    for text in _paragraphs(template):
        _check_paragraph(text)
    try:
        names: set[str] = template.get_undeclared_template_variables(Placeholders())
    except TemplateError as error:
        raise BadFile([_ONLY_NAMES]) from error
    unknown = sorted(names.difference(known))
    if unknown:
        raise BadFile([_unknown(unknown, known)])
    return names


def fill(template: DocxTemplate, values: dict[str, Any]) -> None:
    """Put `values` in place of their names, in the text, the headers, the footers and the footnotes.

    Raises BadFile where a placeholder asks for what a value does not have, or for more than names.
    """
    try:
        template.render({name: _as_text(value) for name, value in values.items()}, Placeholders(), autoescape=True)
    except UndefinedError as error:
        found = _MISSING.search(str(error))
        raise BadFile([_unknown([(found[1] or found[2]) if found else "…"], list(values))]) from error
    except (TemplateError, TypeError) as error:
        raise BadFile([_ONLY_NAMES]) from error


def paragraph_text(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _paragraphs(template: DocxTemplate) -> Iterator[str]:
    for part in template.get_docx().part.package.iter_parts():
        if _PARTS.fullmatch(str(part.partname)):
            yield from (paragraph_text(paragraph) for paragraph in parse_xml(part.blob).iter(qn("w:p")))


def _check_paragraph(text: str) -> None:
    """Raises BadFile, with the text itself, for a placeholder that is not closed or no name."""
    rest = _STATEMENT.sub("", _NAME.sub("", text))
    stray = _STRAY.search(rest)
    if stray:
        shown = rest[stray.start() :].strip()
        shown = shown if len(shown) <= LONGEST_SHOWN else f"{shown[:LONGEST_SHOWN]}…"
        raise BadFile([f"模板里的占位符写错了：{shown}；请写成 {{{{ 标题 }}}} 这样"])


def _unknown(names: list[str], known: Collection[str]) -> str:
    if BODY in names:
        return f"模板里的 {{{{ {BODY} }}}} 要独占一段，不能写在句子、页眉或页脚里"
    shown = "、".join(f"{{{{ {name[:LONGEST_SHOWN]} }}}}" for name in names)
    near = nearest(names[0], known)
    advice = f"是不是 {'、'.join(near)}？" if near else f"可用：{BODY}、{'、'.join(name for name in known if not name.isascii())}"
    return f"模板里的 {shown} 没有对应的内容，{advice}"


def _as_text(value: Any) -> Any:
    """`value` with every string in it shown as it is; braces are escaped because docxtpl gives {_{ a meaning of its own."""
    if isinstance(value, str):
        return Markup(str(escape(clean(value))).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 - escaped
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    return [_as_text(inner) for inner in value] if isinstance(value, (list, tuple)) else value
