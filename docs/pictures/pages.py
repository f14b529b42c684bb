"""Pictures of Word, PDF and HTML files for the README: python docs/pictures/pages.py

Needs LibreOffice (soffice), poppler (pdftoppm) and Chromium on the machine, and the development install.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
POST = ["--role", "门店", "--level", "主管", "--business", "餐饮", "--scope", "8 家店", "--team-size", "5", "--start", "2027-01-04"]
GOAL = ["--metric", "差评率=3%->1.5%@2027-06-30", "--company", "甲公司", "--location", "成都"]
ANNEX = ["--role", "银行驻场", "--kind", "驻场附件", "--client", "某银行", "--company", "甲公司"]


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "post.docx", *POST, *GOAL)
        _write(folder / "post.html", *POST, *GOAL)
        _write(folder / "annex.pdf", *ANNEX)
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", name, str(folder / "post.docx"))
        _pages(folder / "post.pdf", HERE / "word", 1)
        _pages(folder / "annex.pdf", HERE / "annex", 2)
        phone = ["--headless", "--no-sandbox", "--hide-scrollbars", "--window-size=500,900", f"--screenshot={HERE / 'phone.png'}"]
        _run("chromium", *phone, (folder / "post.html").as_uri())


def _write(path: Path, *flags: str) -> None:
    _run(sys.executable, "-m", "dutywriter", "new", *flags, "--out", str(path))


def _pages(pdf: Path, picture: Path, page: int) -> None:
    which = ["-f", str(page), "-l", str(page), "-singlefile"]
    _run("pdftoppm", "-png", "-gray", "-r", "60", *which, str(pdf), str(picture))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    main()
