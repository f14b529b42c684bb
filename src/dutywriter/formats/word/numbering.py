"""Numbers that Word counts itself: 一、（一） 1. for headings, 1. for lists, each list from 1."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart

from dutywriter.formats.word.xml import node

_LEVELS = (
    ("Heading1", "chineseCountingThousand", "%1、"),
    ("Heading2", "chineseCountingThousand", "（%2）"),
    ("Heading3", "decimal", "%3."),
)
_HANGING = 420  # twips: two characters


class Numbering:
    """The lists of a document. In a new one the list of the headings is number 1, that of plain lists number 2."""

    def __init__(self, document: Any, *, linked: bool = False) -> None:
        """`linked` ties the levels of the headings' list to our heading styles, so that these are counted by themselves."""
        self._element = _element(document.part)
        levels = [_level(place, *level, linked=linked) for place, level in enumerate(_LEVELS)]
        headings = self._abstract("multilevel", *levels)
        self._list = self._abstract("singleLevel", _level(0, "", "decimal", "%1.", linked=False))
        self.headings = self._num(headings)
        self._num(self._list)

    def restarted(self) -> int:
        """The number of a new list that starts from 1."""
        return self._num(self._list, node("lvlOverride", node("startOverride", val=1), ilvl=0))

    def _num(self, abstract: Any, *overrides: Any) -> int:
        number = self._free("num", "numId")
        reference = node("abstractNumId", val=abstract.get(qn("w:abstractNumId")))
        self._element.append(node("num", reference, *overrides, numId=number))
        return number

    def _abstract(self, kind: str, *levels: Any) -> Any:
        """A new definition, before the lists as the schema wants it."""
        number = self._free("abstractNum", "abstractNumId")
        abstract = node("abstractNum", node("multiLevelType", val=kind), *levels, abstractNumId=number)
        first_list = self._element.find(qn("w:num"))
        if first_list is None:
            self._element.append(abstract)
        else:
            first_list.addprevious(abstract)
        return abstract

    def _free(self, kind: str, key: str) -> int:
        used = [int(element.get(qn(f"w:{key}"))) for element in self._element.iterchildren(qn(f"w:{kind}"))]
        return max(used, default=0) + 1


def _level(place: int, style: str, format_: str, text: str, *, linked: bool) -> Any:
    hanging = format_ == "decimal"
    indent = {"left": _HANGING, "hanging": _HANGING} if hanging else {"left": 0, "firstLine": 0, "firstLineChars": 0}
    return node(
        "lvl",
        node("start", val=1),
        node("numFmt", val=format_),
        *([node("pStyle", val=style)] if linked else []),
        node("suff", val="tab" if hanging else "nothing"),
        node("lvlText", val=text),
        node("lvlJc", val="left"),
        node("pPr", node("ind", **indent)),
        ilvl=place,
    )


def _element(part: Any) -> Any:
    """The numbering of a document, which may have none yet."""
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        xml = f"<w:numbering {nsdecls('w')}/>".encode()
        numbering = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, xml, part.package)
        part.relate_to(numbering, RELATIONSHIP_TYPE.NUMBERING)
    return part.numbering_part.element
