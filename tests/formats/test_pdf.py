import ctypes
import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dutywriter.draft import Column, Draft, Duties, Duty, Items, Line, Origin, Paragraph, Part, Table, block_lines
from dutywriter.formats import pdf
from dutywriter.formats.lines import details, shown
from dutywriter.formats.numerals import chinese

pytest.importorskip("typst", reason="typst comes with the extra dutywriter[pdf]")
fonts = pytest.importorskip("pylopdf_fonts_zh_cn", reason="the Chinese font comes with the extra dutywriter[pdf]")
pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2, which reads PDF, comes with the extra dutywriter[dev]")

USER = Origin("user")
TYPEFACE = pdf.Typeface("Noto Sans SC", str(fonts.sans_path().parent))
A4 = (595, 842)
FOOTER = re.compile(r"第\d+页共(\d+)页$")
MARKUP = ["#x", "$x$", "`x`", "*x*", "_x_", "= x", "<b>", "@x", "\\", "//x", "/*x", "[x](y)", '"x"', "~", "---", "&amp;", "1. x"]
CHARACTERS = st.one_of(
    st.characters(min_codepoint=0x21, max_codepoint=0x7E),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.characters(min_codepoint=0x1F600, max_codepoint=0x1F64F),
    st.sampled_from("，。；：（）【】“”※—…·\u202e\x00\x1b\ud800\ue000"),
)


def line(text):
    return Line(text, USER)


def draft_with(text, *, rows=1):
    table = Table((Column("a", "项目"), Column("b", "内容")), ((line("名"), line(text)),) * rows)
    duty = Duty(text, USER, section="x", section_title="模块", level="专员", frequency="每日", standard=line("标"))
    blocks = (table, Paragraph(line(text)), Items((line(text),)), Duties((duty,)))
    return Draft("书", "驻场运营", "专员", "说明书", (Part("facts", "基本信息", blocks),))


def rendered(draft):
    return pdfium.PdfDocument(pdf.render(draft, TYPEFACE))


def page_texts(document):
    """The text of each page without its blanks."""
    texts = [page.get_textpage().get_text_range() for page in document]
    return [re.sub(r"[\s\u200b]", "", re.sub(r"[\ufffe\x02]", "-", text)) for text in texts]


def body(document):
    """The text of all pages without blanks and page numbers."""
    return "".join(FOOTER.sub("", text) for text in page_texts(document))


def squeezed(text):
    return re.sub(r"\s", "", text)


def seen(draft):
    """Every text of the page, in order."""
    yield draft.title
    if draft.notice:
        yield shown(draft.notice)
    for place, part in enumerate(draft.parts, 1):
        yield f"{chinese(place)}、{part.heading}"
        for block in part.blocks:
            yield from seen_of_block(block)


def seen_of_block(block):
    if isinstance(block, Duties):
        for place, (title, duties) in enumerate(block.by_section(), 1):
            yield f"（{chinese(place)}）{title}"
            for duty in duties:
                yield from (shown(duty), *(text for _, text in details(duty)))
        return
    if isinstance(block, Table):
        yield from (block.caption, *(column.heading for column in block.columns))
    yield from (shown(each) for each in block_lines(block))


def coded(text):
    """A pattern for `text` in which a character may stand as its code."""
    return "".join(rf"(?:{re.escape(c)}|〔U\+{ord(c):04X}〕)" for c in squeezed(text))


@pytest.mark.parametrize("length", ["精简", "标准", "详尽"])
@pytest.mark.parametrize("role", ["驻场", "电商"])
def test_every_line_of_the_draft_stands_on_the_pages_in_order(draft_of, role, length):
    draft = draft_of(role=role, level="主管", length=length, metrics=["退款率=14%->11%@2027-06-30"])
    text, place = body(rendered(draft)), 0
    for expected in map(squeezed, seen(draft)):
        place = text.find(expected, place)
        assert place >= 0, expected
        place += len(expected)


def test_nothing_lies_outside_the_paper(draft_of):
    long = "A" * 3000 + "，" * 500 + "龘" * 1500 + "https://a.cn/" + "b/" * 300
    draft = draft_of(role="电商", level="主管", length="详尽")
    draft = msgspec.structs.replace(draft, parts=(*draft_with(long).parts, *draft.parts))
    document = rendered(draft)
    text = body(document)
    assert text.count("龘") == 4 * 1500
    for page in document:
        assert tuple(round(side) for side in page.get_size()) == A4
        left, bottom, right, top = ink(page)
        assert left >= 56
        assert right <= A4[0] - 56
        assert bottom >= 20
        assert top <= A4[1] - 50


def ink(page):
    text = page.get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    boxes = [box for box in boxes if box[2] > box[0]]
    lowest, highest = (
        (min(side) for side in list(zip(*boxes, strict=True))[:2]),
        (max(s) for s in list(zip(*boxes, strict=True))[2:]),
    )
    return (*lowest, *highest)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.text(CHARACTERS, min_size=1, max_size=40), st.sampled_from(MARKUP)))
def test_what_a_user_typed_is_text_and_never_markup(text):
    expected = coded(text)
    pattern = rf"书一、基本信息项目内容名{expected}{expected}1\.{expected}（一）模块1\.{expected}每日·标准：标"
    assert re.fullmatch(pattern, body(rendered(draft_with(text)))), text


@pytest.mark.parametrize("text", ["😀", "👨\u200d👩\u200d👧", "1\ufe0f\u20e3", "🇨🇳", "\U00030000", "\x07", "\u202e甲", "\ud800"])
def test_a_character_that_no_font_has_stands_as_its_code_and_letters_stay(text):
    found = body(rendered(draft_with(f"甲1e{text}乙")))
    assert re.search(r"甲1e.*〔U\+[0-9A-F]{4,6}〕.*乙", found)
    assert "每日·标准" in found


def test_each_emoji_costs_no_setting_of_the_whole_document(draft_of, monkeypatch):
    draft = draft_of(role="驻场", company="".join(chr(0x1F980 + place) for place in range(20)))
    settings_of_all, set_once = [], pdf._compiled
    monkeypatch.setattr(pdf, "_compiled", lambda template, *rest: (settings_of_all.append(template), set_once(template, *rest))[1])
    pdf.render(draft, TYPEFACE)
    assert settings_of_all.count(pdf._TEMPLATE) == 1


def test_the_same_draft_gives_the_same_bytes(draft_of):
    assert pdf.render(draft_of(role="电商"), TYPEFACE) == pdf.render(draft_of(role="电商"), TYPEFACE)


def test_the_hidden_part_says_nothing_that_the_page_does_not(draft_of):
    draft = draft_of(role="驻场")
    document = rendered(draft)
    told = {key: value for key, value in document.get_metadata_dict().items() if value}
    assert told.pop("Creator").startswith("Typst")
    assert told == {"Title": draft.title}


def test_readers_are_told_language_structure_and_chapters(draft_of):
    draft = draft_of(role="驻场")
    document = rendered(draft)
    language = ctypes.create_string_buffer(40)
    pdfium.raw.FPDFCatalog_GetLanguage(document, ctypes.cast(language, ctypes.POINTER(pdfium.raw.FPDF_WCHAR)), 40)
    assert language.raw.decode("utf-16-le").rstrip("\0") == "zh-CN"
    assert document.is_tagged()
    chapters = [entry.get_title() for entry in document.get_toc() if entry.level == 0]
    assert chapters == [f"{chinese(place)}、{part.heading}" for place, part in enumerate(draft.parts, 1)]


def test_pages_are_numbered_and_a_table_repeats_its_head():
    document = rendered(draft_with("内容" * 20, rows=200))
    texts = page_texts(document)
    assert len(texts) > 2
    assert [FOOTER.search(text)[0] for text in texts] == [f"第{n}页共{len(texts)}页" for n in range(1, len(texts) + 1)]
    assert texts[1].startswith("项目内容名")


def test_a_row_is_kept_on_one_page():
    texts = page_texts(rendered(draft_with("甲" * 400, rows=12)))
    assert len(texts) > 2
    assert all(len(row) in (0, 400) for text in texts[:-1] for row in FOOTER.sub("", text).split("名")[1:])


def test_a_row_that_is_taller_than_a_page_goes_on_over_the_next():
    assert body(rendered(draft_with("甲" * 9000))).count("甲") == 4 * 9000


def test_tables_of_the_same_columns_in_one_part_have_the_same_widths():
    columns = (Column("a", "项目"), Column("b", "内容"))
    short, long = (Table(columns, ((line("名"), line("甲" * size)),)) for size in (3, 300))
    part = Part("facts", "基本信息", (short, long))
    widths = [pdf._block(block, part)["widths"] for block in part.blocks]
    assert widths[0] == widths[1]
    assert widths[0] != pdf._block(short, Part("facts", "", (short,)))["widths"]


def test_a_typeface_without_chinese_is_told():
    assert TYPEFACE.has_chinese()
    assert not pdf.Typeface("Libertinus Serif", TYPEFACE.folder).has_chinese()
