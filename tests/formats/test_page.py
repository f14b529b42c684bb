import re
import unicodedata
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.draft import Column, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table
from dutywriter.formats import page
from dutywriter.formats.lines import shown
from dutywriter.formats.stylesheet import STYLESHEET
from dutywriter.text.width import columns

USER = Origin("user")
EMPTY_ELEMENTS = {"meta"}
TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NASTY = st.sampled_from(
    [
        '<b>&"｜ `*_[x](y)',
        "</title><script>alert(1)</script>",
        "</style>",
        "<!--",
        "-->",
        "]]>",
        "&amp;",
        "&#x27;",
        "&lt",
        "'\"><img src=x onerror=alert(1)>",
        "\u202e反",
        "\x00\x1b[31m",
        "\ud800",
        "👨‍👩‍👧",
        "【待填：甲※】",
        "2027-06-30",
        "x" * 5000,
        "汉" * 5000,
    ]
)
TEXT = st.one_of(st.text(st.characters(), min_size=1, max_size=40), NASTY)
TEXT_COLOURS = [
    ("text", "page"),
    ("muted", "page"),
    ("accent", "page"),
    ("text", "band"),
    ("muted", "band"),
    ("accent", "band"),
    ("open-text", "open"),
]


class Element:
    def __init__(self, tag, attributes=()):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    def find(self, *tags):
        """Every element below with one of the tags, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield from [child] if child.tag in tags else []
                yield from child.find(*tags)

    def text(self):
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


class Reader(HTMLParser):
    """Reads a page into elements, and fails where tags are not closed in order."""

    def __init__(self):
        super().__init__()
        self.root = Element("")
        self.open = [self.root]

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes)
        self.open[-1].children.append(element)
        if tag not in EMPTY_ELEMENTS:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, text):
        self.open[-1].children.append(text)

    def handle_comment(self, text):
        raise AssertionError(text)


def read(draft):
    reader = Reader()
    reader.feed(page.render(draft).decode())
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def one(element, tag):
    (found,) = element.find(tag)
    return found


def squeezed(text):
    return re.sub(r"\s", "", text)


def draft_with(text):
    line = Line(text, USER)
    table = Table((Column("number", "序号"), Column("a", text), Column("b", "内容")), ((Line("1", USER), line, line),), text)
    duty = Duty(text, USER, section="x", section_title=text, level="专员", frequency="每日", standard=line, partners=(text,))
    blocks = (table, Paragraph(line), Items((line,)), Duties((duty,)))
    return Draft(text, "驻场运营", "专员", "说明书", (Part("facts", text, blocks),), notice=line)


def printable(text):
    """The text with � for control characters and for those that turn the reading direction."""
    return "".join("�" if (unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\f\r") or c in TURNS else c for c in text)


@pytest.fixture(scope="module", params=["精简", "标准", "详尽"])
def draft(request, draft_of):
    return draft_of(role="电商", level="主管", platform="天猫", length=request.param, metrics=["退款率=14%->11%@2027-06-30"])


@given(TEXT)
def test_whatever_was_typed_is_shown_as_text_and_changes_no_element(text):
    root, plain = read(draft_with(text)), read(draft_with("甲"))
    seen = printable(text)
    assert one(root, "title").text() == seen
    assert one(root, "h1").text() == seen
    assert one(one(root, "header"), "p").text() == seen
    assert [heading.text() for heading in root.find("h2", "h3")] == [f"一、{seen}", f"（一）{seen}"]
    assert one(root, "a").text() == f"一、{seen}"
    assert one(root, "caption").text() == seen
    assert [cell.text() for cell in one(root, "table").find("th", "td")] == ["序号", seen, "内容", "1", seen, seen]
    assert [cell.attributes.get("data-heading") for cell in one(root, "tbody").find("th", "td")] == ["序号", seen, "内容"]
    assert [item.text() for item in one(root, "main").find("li")] == [seen, f"{seen}每日 · 标准：{seen} · 协作：{seen}"]
    marks = {"mark", "span", "sup"}
    assert [e.tag for e in all_elements(root) if e.tag not in marks] == [e.tag for e in all_elements(plain) if e.tag not in marks]


def all_elements(element):
    for child in element.children:
        if isinstance(child, Element):
            yield child
            yield from all_elements(child)


def test_every_line_of_the_draft_stands_on_the_page_in_order(draft):
    root = read(draft)
    body = squeezed(one(root, "header").text() + one(root, "main").text())
    place = body.index(squeezed(draft.title))
    for line in draft.lines():
        text = squeezed(shown(line))
        place = body.index(text, place) + len(text)
    for duty in draft.duties():
        assert all(partner in body for partner in duty.partners)


def test_headings_go_down_one_level_at_a_time_and_carry_their_ordinals(draft):
    headings = list(read(draft).find("h1", "h2", "h3", "h4", "h5", "h6"))
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    parts = [heading.text().partition("、")[2] for heading in headings if heading.tag == "h2"]
    assert parts == [part.heading for part in draft.parts]


def test_the_page_says_its_language_and_how_wide_it_is(draft):
    root = read(draft)
    assert page.render(draft).startswith(b"<!DOCTYPE html>\n")
    assert one(root, "html").attributes["lang"] == "zh-CN"
    metas = [meta.attributes for meta in root.find("meta")]
    assert metas[0] == {"charset": "utf-8"}
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas
    assert one(root, "title").text() == draft.title


def test_the_page_needs_nothing_from_elsewhere_and_runs_nothing(draft):
    root = read(draft)
    elements = list(all_elements(root))
    assert not {element.tag for element in elements} & {"script", "link", "img", "iframe", "object", "base", "form", "svg"}
    names = {name for element in elements for name in element.attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "srcset", "style", "action", "background")]
    assert not re.search(r"url\(|@import|image-set|https?:", STYLESHEET)
    assert any(meta.attributes.get("content", "").startswith("default-src 'none'") for meta in root.find("meta"))


def test_the_contents_lead_to_every_part(draft):
    root = read(draft)
    links = {link.attributes["href"]: link.text() for link in root.find("a")}
    assert links == {f"#{heading.attributes['id']}": heading.text() for heading in root.find("h2")}


def test_every_table_has_a_name_and_every_cell_its_headings(draft):
    root = read(draft)
    parts = {heading.attributes["id"] for heading in root.find("h2")}
    tables = list(root.find("table"))
    assert tables
    for table in tables:
        captions = [caption.text() for caption in table.find("caption")]
        assert captions or table.attributes["aria-labelledby"] in parts
        headings = list(one(table, "thead").find("th"))
        assert {heading.attributes["scope"] for heading in headings} == {"col"}
        for row in one(table, "tbody").find("tr"):
            cells = list(row.find("th", "td"))
            assert [cell.attributes["data-heading"] for cell in cells] == [heading.text() for heading in headings]
            assert [cell.attributes["scope"] for cell in cells if cell.tag == "th"] == ["row"]


def test_cells_that_may_not_wrap_fit_the_page_side_by_side(draft):
    for table in read(draft).find("table"):
        rows = [list(row.find("th", "td")) for row in table.find("tr")]
        widths = [
            [columns(cell.text()) for cell in column if cell.attributes.get("class") == "short"]
            for column in zip(*rows, strict=True)
        ]
        assert sum(max(column, default=0) for column in widths) <= page.TABLE_WIDTH


def test_what_is_open_and_what_is_suggested_is_marked(draft):
    root = read(draft)
    text = "\n".join(shown(line) for line in draft.lines())
    assert {mark.text() for mark in one(root, "main").find("mark")} == set(re.findall("【待填：[^】]*】", text))
    assert len(list(root.find("sup"))) == len(re.findall(r"\S※", text)) >= draft.suggestions() > 0


def test_a_cell_left_blank_has_room_to_write(draft_of):
    table = list(read(draft_of(role="电商")).find("table"))[-1]
    blank = [cell for cell in table.find("th", "td") if not cell.text().strip()]
    assert blank
    assert {cell.attributes["class"] for cell in blank} == {"room"}


def colours(block):
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", block))


def contrast(one_colour, other):
    """The contrast of two colours as WCAG 2 reckons it, 1 to 21."""

    def luminance(colour):
        shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
        return sum(weight * share for weight, share in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    dark, light = sorted((luminance(one_colour), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_text_stands_out_enough_to_read_in_light_in_dark_and_on_paper(scheme):
    light, rest = STYLESHEET.split("@media screen and (prefers-color-scheme: dark)")
    dark, paper = rest.split("@media print")
    palette = {"light": colours(light), "dark": colours(dark), "print": colours(light) | colours(paper)}[scheme]
    ratios = {pair: contrast(*(palette[name] for name in pair)) for pair in TEXT_COLOURS}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


def test_the_style_closes_what_it_opens_and_cannot_end_its_element():
    assert STYLESHEET.count("{") == STYLESHEET.count("}")
    assert "<" not in STYLESHEET
