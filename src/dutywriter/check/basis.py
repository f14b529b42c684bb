"""What a rule rests on: articles of law, or what a good document holds."""

import re

from msgspec import Struct

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Law, Rule

_ARTICLE = re.compile(r"(\d{1,3})(?:\((?:(\d{1,2})|([一二三四五六七八九十]{1,3}))\))?")
_LAW = re.compile(r"(?:(?<![用写做方])法|条例|规定|通知|号)$")
_DIGITS = "零一二三四五六七八九"


class Citation(Struct, frozen=True):
    """An article that a rule rests on.

    `law` is the full name, `short` the usual one; `article` is as a lawyer writes it, "" where the whole is meant. `since` is the
    day (2023-01-01, or a month) of what `dated` says, 施行 or 发布. `checked`: its words were compared with the text.
    """

    law: str
    short: str
    article: str
    since: str
    checked: bool
    dated: str = "施行"

    def __str__(self) -> str:
        """The citation in a line: 《劳动法》第十二条（1995-01-01 起施行）."""
        day = f"{self.since} 起施行" if self.dated == "施行" else f"{self.since} {self.dated}"
        name = self.short if self.short.endswith("号") else f"《{self.short}》"
        return f"{name}{self.article}（{day}）"


class Quotation(Citation, frozen=True):
    """A citation with the article's exact words, or what it holds in other words where no text could be had."""

    text: str = ""
    gist: str = ""
    note: str = ""


class Principle(Struct, frozen=True):
    """What a good document holds, in a few words: the reason of a rule that rests on no law."""

    heading: str

    def __str__(self) -> str:
        return self.heading


class Bases:
    """The ids of bases (劳动法.12, B1.1) and what they stand for."""

    def __init__(self, rulebook: Rulebook) -> None:
        self._laws = {law.name: law for law in rulebook.laws}
        self._principles = rulebook.principles

    def cited(self, basis: str) -> Citation | Principle:
        """What is cited; an id that is no law's and no principle's is a principle in words of its own."""
        law, number = self._article(basis)
        return Citation(*_cited(law, number)) if law else self._principle(basis)

    def quoted(self, basis: str) -> Quotation | Principle:
        """The same with the article's words."""
        law, number = self._article(basis)
        if not law:
            return self._principle(basis)
        gist = law.gists.get(number, "") if number else law.about
        note = "" if number in law.articles and number not in law.amended else law.note
        return Quotation(*_cited(law, number), law.articles.get(number, ""), gist, note)

    def missing(self, basis: str) -> str:
        """What is wrong with an id: a law or an article that is not held, a principle without words; "" where nothing is."""
        name, dot, number = basis.rpartition(".")
        law, held = self._article(basis)
        if law:
            return "" if held in law.articles or held in law.gists or (not held and (law.about or law.articles)) else "条文没有收入"
        if basis in self._principles:
            return ""
        if dot and _ARTICLE.fullmatch(number):
            return f"没有“{name}”"
        return f"没有“{basis}”" if _LAW.search(basis) else ""

    def _article(self, basis: str) -> tuple[Law | None, str]:
        if basis in self._laws:
            return self._laws[basis], ""
        name, _, number = basis.rpartition(".")
        return self._laws.get(name), number

    def _principle(self, basis: str) -> Principle:
        return Principle(self._principles.get(basis, basis))


def of_rule(rule: Rule) -> tuple[str, ...]:
    """Every basis of a rule and of its triggers, each once, in their order."""
    return tuple(dict.fromkeys((*rule.basis, *(basis for trigger in rule.triggers for basis in trigger.basis))))


def article_named(number: str) -> str:
    """A number as it is cited in words: 43(一) is 第四十三条第（一）项, 15(2) is 第十五条第二款; what is no number stays."""
    match = _ARTICLE.fullmatch(number)
    if not match:
        return number
    article = f"第{_chinese(int(match[1]))}条"
    return article + (f"第{_chinese(int(match[2]))}款" if match[2] else f"第（{match[3]}）项" if match[3] else "")


def _cited(law: Law, number: str) -> tuple[str, str, str, str, bool, str]:
    checked = law.checked and number in law.articles
    return law.full, law.name, article_named(number), law.amended.get(number, law.since), checked, law.dated


def _chinese(number: int) -> str:
    """A number from 1 to 999 in Chinese figures: 12 is 十二, 112 is 一百一十二."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")
