"""PDF from the command line: where it goes, and where its font comes from."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from dutywriter.cli import fonts
from dutywriter.errors import Misuse, Refused
from dutywriter.formats.pdf import Typeface

typst = pytest.importorskip("typst", reason="typst comes with the extra dutywriter[pdf]")
package = pytest.importorskip("pylopdf_fonts_zh_cn", reason="the Chinese font comes with the extra dutywriter[pdf]")

NEW = ("new", "--role", "驻场", "--no-ask")
CHINESE, ALSO_CHINESE = str(package.sans_path()), str(package.serif_path())


@pytest.fixture(autouse=True)
def forget():
    fonts.typeface.cache_clear()


@pytest.fixture
def without(monkeypatch):
    """Hides packages: `without("typst")`."""

    def hide(*names):
        monkeypatch.setattr(fonts, "find_spec", lambda name: None if name in names else object())

    return hide


def told(result, code):
    assert result.returncode == code, result
    assert b"Traceback" not in result.stderr
    return result.stderr.decode().splitlines()


def test_a_file_and_a_pipe_take_the_same_bytes(run, tmp_path):
    assert told(run(*NEW, "--out", "jd.pdf"), 0)[0].startswith("已写入 jd.pdf：")
    piped = run(*NEW, "--format", "pdf", env={**os.environ, "TZ": "Asia/Shanghai"})
    assert piped.stdout.startswith(b"%PDF-")
    assert (tmp_path / "jd.pdf").read_bytes() == piped.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a Unix terminal")
def test_a_terminal_is_no_place_for_a_pdf(tmp_path, environment):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "dutywriter", *NEW, "--format", "pdf"]
    result = subprocess.run(command, cwd=tmp_path, env=environment, stdout=theirs, stderr=subprocess.PIPE, check=False)
    os.close(theirs)
    os.close(ours)
    assert told(result, 2) == ["PDF 不能显示在终端上，请用 --out jd.pdf 写成文件"]


def test_a_font_of_one_s_own_is_used(run):
    usual, own = run(*NEW, "--format", "pdf"), run(*NEW, "--format", "pdf", "--font", ALSO_CHINESE)
    assert b"NotoSansSC" in usual.stdout
    assert b"NotoSerifSC" in own.stdout
    assert b"NotoSansSC" not in own.stdout


def test_the_project_s_settings_name_a_font_and_the_flag_goes_before_it(run, tmp_path):
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "own.otf").symlink_to(ALSO_CHINESE)
    (tmp_path / ".dutywriter.toml").write_text('font = "fonts/own.otf"', "utf-8")
    inside = tmp_path / "a"
    inside.mkdir()
    assert b"NotoSerifSC" in run(*NEW, "--format", "pdf", cwd=inside).stdout
    assert b"NotoSansSC" in run(*NEW, "--format", "pdf", "--font", CHINESE, cwd=inside).stdout
    (tmp_path / ".dutywriter.toml").write_text("font = 3", "utf-8")
    assert told(run(*NEW, "--format", "pdf"), 1) == ['.dutywriter.toml: font 应写成一个文件名，如 font = "文件名"']


def test_a_font_that_is_none_is_refused_in_one_line_before_anything_is_written(run, tmp_path):
    (tmp_path / "no.ttf").write_text("no font", "utf-8")
    assert told(run(*NEW, "--out", "jd.pdf", "--font", "no.ttf"), 1) == ["no.ttf 不是中文字体，或缺少常用字，请换一个字体文件"]
    assert told(run(*NEW, "--out", "jd.pdf", "--font", "gone.ttf"), 2) == [
        "找不到字体文件：gone.ttf，请写明 .ttf、.otf 或 .ttc 文件"
    ]
    assert told(run(*NEW, "--out", "jd.md", "--font", CHINESE), 2) == ["--font 只用于 .pdf 文件，请改成 .pdf，或去掉 --font"]
    assert not list(tmp_path.glob("jd.*"))


def test_a_font_alone_asks_for_a_pdf(run):
    assert run(*NEW, "--font", CHINESE).stdout == run(*NEW, "--format", "pdf").stdout


def test_a_latin_font_is_refused():
    found = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
    latin = next((font.path for font in found if not Typeface(font.family).has_chinese()), None)
    if not latin:
        pytest.skip("this system has no font without Chinese")
    with pytest.raises(Refused, match="不是中文字体"):
        fonts.typeface(latin)


def test_without_the_extra_the_command_that_installs_it_is_told(without):
    without("typst")
    with pytest.raises(Misuse, match=r"-m pip install 'dutywriter\[pdf\]'"):
        fonts.typeface(None)


def test_without_the_font_package_a_chinese_font_of_the_system_is_taken(without):
    without("pylopdf_fonts_zh_cn")
    if not any(Typeface(family).has_chinese() for family in typst.Fonts(include_embedded_fonts=False).families()):
        pytest.skip("this system has no Chinese font")
    found = fonts.typeface(None)
    assert found.folder == ""
    assert found.has_chinese()


def test_without_any_chinese_font_one_line_says_what_to_do(without, monkeypatch):
    without("pylopdf_fonts_zh_cn")
    monkeypatch.setattr(fonts, "_of_system", lambda: None)
    with pytest.raises(Misuse, match=r"没有中文字体，请用 --font 指明字体文件，或先运行：.*dutywriter\[pdf\]"):
        fonts.typeface(None)


def test_the_font_of_the_package_lies_where_it_is_looked_for():
    assert fonts.typeface(None) == Typeface("Noto Sans SC", str(Path(CHINESE).parent))
