"""WordprocessingML elements, and text that XML can hold."""

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_BLANK = re.compile(r"[\t\n\r\x85\u2028\u2029]")
_FORBIDDEN = re.compile(r"[^\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """`text` with � for each character that XML forbids or nobody sees, a blank for each line break; as long as before."""
    return _FORBIDDEN.sub("�", _BLANK.sub(" ", text))


def node(name: str, /, *children: Any, **attributes: str | int) -> Any:
    """The element w:`name` with its children and its w: attributes."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), str(value))
    element.extend(children)
    return element


def text_node(text: str) -> Any:
    """The text of a run, its blanks kept; `text` must be clean."""
    element = node("t")
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    element.text = text
    return element
