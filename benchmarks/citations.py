"""Whether what the rules cite is what the law says.

Usage: python benchmarks/citations.py [FOLDER]
The folder holds a text a law, named 劳动法(2018-12-29).md, whose articles open with 第…条.
Compares the words of every article, ignoring blanks and markup, the days in force, and that every basis of every rule is held.
Exit 1 where something is misquoted or missing; without a folder only the bases are looked at.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Law
from dutywriter.check.basis import Bases, article_named, of_rule

_OPENING = re.compile(r"^(第[〇零一二三四五六七八九十百]+条)[ \u3000]*", re.MULTILINE)
_HEADING = re.compile(r"^#.*$|^<!--.*-->$", re.MULTILINE)
_NUMBER = re.compile(r"(\d+)(?:\((\w+)\))?")
_DAY = r"(\d{4})年(\d{1,2})月(\d{1,2})日"
_IN_FORCE = re.compile(rf"自{_DAY}起施行")


def main() -> int:
    """The report on stdout, and 1 where something is wrong."""
    rulebook = bundled().rules
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    wrong = list(of_bases(rulebook))
    unchecked: list[str] = []
    right = 0
    for law in rulebook.laws:
        text = text_of(law, folder)
        if text is None or not law.checked:
            why = "没有原文" if text is None else "有原文，还没有标为核对过"
            unchecked.append(f"{law.name}：{why}（{law.note or '没有给出这一份的文件'}）")
            continue
        mistakes = [*of_day(law, text), *of_articles(law, text)]
        right += len(law.articles) + 1 - len(mistakes)
        wrong += mistakes
        unchecked += [f"{law.name} {number}：{day} 的施行日期，原文没有写" for number, day in law.amended.items()]
    for line in unchecked:
        print(f"未能核对  {line}")
    for line in wrong:
        print(f"有误      {line}")
    cited = len({basis for rule in rulebook.rules for basis in of_rule(rule)})
    print(f"条文与日期相符 {right} 处，未能核对 {len(unchecked)} 处，有误 {len(wrong)} 处；规则引用的依据 {cited} 种")
    return 1 if wrong else 0


def of_bases(rulebook: Rulebook) -> Iterator[str]:
    """What the rules cite and the data does not hold."""
    bases = Bases(rulebook)
    for rule in rulebook.rules:
        for basis in of_rule(rule):
            if missing := bases.missing(basis):
                yield f"{rule.code} 的依据 {basis}：{missing}"


def text_of(law: Law, folder: Path | None) -> str | None:
    """The text of a law, None where the folder has none."""
    files = [path for path in folder.iterdir() if path.name.split("(")[0] == law.name] if folder else []
    return files[0].read_text("utf-8") if files else None


def of_day(law: Law, text: str) -> Iterator[str]:
    """What is wrong with the day in force: a text states it in its last article, or in its head."""
    stated = {f"{int(y):04}-{int(m):02}-{int(d):02}" for y, m, d in _IN_FORCE.findall(text)}
    if law.since not in stated:
        yield f"{law.name}：{law.since} 起施行，原文是 {'、'.join(sorted(stated)) or '没有写'}"


def of_articles(law: Law, text: str) -> Iterator[str]:
    """The articles whose words are not the text's."""
    articles = split(text)
    for number, words in law.articles.items():
        expected = passage(articles, number)
        if bare(words) != bare(expected):
            yield f"{law.name} {number}：原文是“{expected or '（没有这一条）'}”"


def split(text: str) -> dict[str, list[str]]:
    """The paragraphs of every article under its name, 第四十三条."""
    _, *pieces = _OPENING.split(_HEADING.sub("", text))
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return {name: [line.strip() for line in body.splitlines() if line.strip()] for name, body in pairs}


def passage(articles: dict[str, list[str]], number: str) -> str:
    """An article, one paragraph of it (15(2)), or one item with the words that lead in (43(一)); "" where there is none."""
    match = _NUMBER.fullmatch(number)
    paragraphs = articles.get(article_named(match[1]), []) if match else []
    part = match[2] if match else None
    if not part:
        return "\n".join(paragraphs)
    if part.isdigit():
        own = [line for line in paragraphs if not line.startswith("（")]
        return own[int(part) - 1] if int(part) <= len(own) else ""
    for place, line in enumerate(paragraphs):
        if line.startswith(f"（{part}）"):
            leading = next((before for before in reversed(paragraphs[:place]) if not before.startswith("（")), "")
            return f"{leading}\n{line}"
    return ""


def bare(text: str) -> str:
    """Text without blanks and markup."""
    return re.sub(r"[\s\u3000*_>#`]", "", unicodedata.normalize("NFC", text))


if __name__ == "__main__":
    sys.exit(main())
