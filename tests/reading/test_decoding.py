"""Bytes become text, and the same bytes again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dutywriter.errors import Misuse
from dutywriter.reading.decoding import decoded, encode

TEXT = "岗位职责\r\n1、负责 A/B 测试，提升 3%\n𠮷，（一）¥ €\r"


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", False),
        ("utf-8", True),
        ("utf-16-le", False),
        ("utf-16-le", True),
        ("utf-16-be", False),
        ("utf-16-be", True),
        ("gb18030", False),
    ],
)
def test_a_text_is_read_and_written_back_as_it_was(encoding, bom):
    content = encode(TEXT, encoding, bom=bom)
    found = decoded(content)
    assert (found.text, found.encoding, found.bom) == (TEXT, encoding, bom)
    assert encode(found.text, found.encoding, bom=found.bom) == content


@given(
    st.binary(max_size=300)
    | st.text(max_size=200).map(str.encode)
    | st.text("负责店铺运营，。1、\n", max_size=100).map(lambda t: t.encode("gbk"))
)
def test_whatever_is_read_gives_its_bytes_again(content):
    try:
        found = decoded(content)
    except Misuse:
        return
    assert encode(found.text, found.encoding, bom=found.bom) == content


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gb18030"])
@pytest.mark.parametrize("text", ["限男性", "3.一一对应", "任职要求：本科，三年经验。", "负责店铺的日常运营；核对订单"])
def test_chinese_without_any_ascii_and_without_a_mark_is_read(text, encoding):
    assert decoded(text.encode(encoding)).text == text


def test_a_short_text_with_control_sequences_is_a_text():
    assert decoded("限男性\x1b[31m红\x07".encode()).text == "限男性\x1b[31m红\x07"


def test_gbk_as_windows_writes_it_is_read():
    assert decoded("任职要求：本科".encode("gbk")).text == "任职要求：本科"


def test_an_empty_file_is_an_empty_text():
    assert decoded(b"").text == ""


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .docx"),
        (b"PK\x03\x04abc", ".docx"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "图片"),
        (b"\xff\xd8\xff\xe0", "图片"),
        (b"{\\rtf1", "RTF"),
        (b"\0\1\2\3" * 100, "不是文字"),
        (b"\1\2\3\4" * 100, "不是文字"),
        (b"a\0b", "不是文字"),
        (b"first line\nabc \xff", "编码"),
        ("负责".encode()[:-1], "编码"),
        (b"\xff\xfe\x00", "编码"),
    ],
)
def test_what_is_no_text_is_told_in_one_sentence(content, said):
    with pytest.raises(Misuse, match=said) as told:
        decoded(content)
    assert "\n" not in told.value.message


def test_what_an_encoding_cannot_hold_is_told():
    with pytest.raises(Misuse, match="UTF-8"):
        encode("\ud800", "gb18030")
