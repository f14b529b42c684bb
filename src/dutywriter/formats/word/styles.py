"""The styles of a document: ours whole in a blank one, the missing ones beside the company's in a template."""

import copy
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from dutywriter.formats.word.sheet import STYLES

_REFERENCES = ("basedOn", "next", "link")


class Styles:
    """The styles of a document by their names in Word; one that it lacks is added, in the fonts of the document."""

    def __init__(self, document: Any) -> None:
        self._element = document.styles.element
        self._ours = {_name(style): style for style in parse_xml(STYLES).iterchildren(qn("w:style"))}

    def id(self, name: str) -> str:
        """The id of the style `name`."""
        style = self.found(name)
        if style is None:
            style = self._added(name)
        identifier: str = style.get(qn("w:styleId"))
        return identifier

    def found(self, name: str) -> Any | None:
        """The style `name` where the document has it. Word keeps the names of its own styles in either case."""
        return next((style for style in self._element.iterchildren(qn("w:style")) if _name(style) == name.lower()), None)

    def numbered(self, name: str) -> bool:
        """Whether paragraphs of this style are numbered by it or by one that it is based on."""
        style, seen = self.found(name), set[str]()
        while style is not None and style.get(qn("w:styleId")) not in seen:
            number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
            if number is not None:
                return bool(number.get(qn("w:val")) != "0")
            seen.add(style.get(qn("w:styleId")))
            based_on = style.find(qn("w:basedOn"))
            style = None if based_on is None else self._by_id(based_on.get(qn("w:val")))
        return False

    def _added(self, name: str) -> Any:
        style: Any = copy.deepcopy(self._ours[name.lower()])
        for ours_alone in list(style.iter(qn("w:numPr"), qn("w:rFonts"))):
            ours_alone.getparent().remove(ours_alone)
        while self._by_id(style.get(qn("w:styleId"))) is not None:
            style.set(qn("w:styleId"), style.get(qn("w:styleId")) + "x")
        style.attrib.pop(qn("w:default"), None)
        self._element.append(style)
        for reference in [style.find(qn(f"w:{kind}")) for kind in _REFERENCES]:
            if reference is not None:
                reference.set(qn("w:val"), self.id(self._name_of_ours(reference.get(qn("w:val")))))
        return style

    def _by_id(self, identifier: str) -> Any | None:
        return next((s for s in self._element.iterchildren(qn("w:style")) if s.get(qn("w:styleId")) == identifier), None)

    def _name_of_ours(self, identifier: str) -> str:
        return next(name for name, style in self._ours.items() if style.get(qn("w:styleId")) == identifier)


def _name(style: Any) -> str:
    name = style.find(qn("w:name"))
    return "" if name is None else name.get(qn("w:val"), "").lower()
