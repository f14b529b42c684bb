"""The typeface of a PDF: the one that was asked for, that of the extra, or the first of this system that has Chinese."""

import os
import sys
from functools import cache
from importlib.util import find_spec

from dutywriter.cli.command import quoted
from dutywriter.cli.config import configured_file
from dutywriter.errors import Misuse, Refused
from dutywriter.formats.pdf import Typeface

FAMILIES = (
    "Noto Sans SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "SimHei",
    "SimSun",
)


@cache
def typeface(asked: str | None) -> Typeface:
    """The typeface in the file `asked` or, without one, in that of the settings, of the extra or of the system.

    Raises Misuse where the extra is missing or the file cannot be found, Refused where the file holds no Chinese font.
    """
    if not find_spec("typst"):
        raise Misuse(f"写 PDF 还缺排版组件，请先运行：{_installation()}")
    file = asked or configured_file("font")
    if file:
        return _of_file(file)
    if find_spec("pylopdf_fonts_zh_cn"):
        from pylopdf_fonts_zh_cn import sans_path

        return _of_file(str(sans_path()))
    found = _of_system()
    if not found:
        raise Misuse(f"这台电脑上没有中文字体，请用 --font 指明字体文件，或先运行：{_installation()}")
    return found


def _of_file(path: str) -> Typeface:
    import typst

    if not os.path.isfile(path):
        raise Misuse(f"找不到字体文件：{path}，请写明 .ttf、.otf 或 .ttc 文件")
    folder = os.path.dirname(os.path.realpath(path))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]).fonts()
    typefaces = (Typeface(font.family, folder) for font in fonts if font.path and os.path.samefile(font.path, path))
    found = next((typeface for typeface in typefaces if typeface.has_chinese()), None)
    if not found:
        raise Refused(f"{path} 不是中文字体，或缺少常用字，请换一个字体文件")
    return found


def _of_system() -> Typeface | None:
    import typst

    families = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).families()
    known = [family for family in FAMILIES if family in families]
    typefaces = (Typeface(family) for family in [*known, *families])
    return next((typeface for typeface in typefaces if typeface.has_chinese()), None)


def _installation() -> str:
    return quoted([sys.executable, "-m", "pip", "install", "dutywriter[pdf]"])
