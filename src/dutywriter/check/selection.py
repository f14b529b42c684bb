"""Which rules a person asked for: by code or its beginning (DW5), by name, category or title."""

from collections.abc import Iterable

from msgspec import Struct

from dutywriter.catalogue.rules import Rule
from dutywriter.check.finding import Finding

LAW = ("DW5", "DW6")
"""What the codes of the rules begin with that are about the law."""
CONFIDENCES = {"高": 0.8, "中": 0.5, "低": 0.0}
"""The least confidence that each word stands for."""


def names(selector: str, rule: Rule) -> bool:
    """Whether `selector` means `rule`: DW5, dw501, 501, sex, 限制性别."""
    said = selector.lower()
    code = f"dw{said}" if said.isdecimal() else said
    return rule.code.lower().startswith(code) if code.startswith("dw") else said in (rule.name, rule.category, rule.title.lower())


def named(selectors: Iterable[str], rules: Iterable[Rule]) -> frozenset[str]:
    """The codes of the rules that any of `selectors` means."""
    wanted = tuple(selectors)
    return frozenset(rule.code for rule in rules if any(names(selector, rule) for selector in wanted))


class Selection(Struct, frozen=True):
    """The findings that a person wants to see: of these rules (codes), at least so sure (0 to 1)."""

    codes: frozenset[str]
    confidence: float = 0.0

    def keeps(self, finding: Finding) -> bool:
        """Whether the finding is one of them."""
        return finding.rule.code in self.codes and finding.confidence >= self.confidence


def selection(rules: Iterable[Rule], select: Iterable[str] = (), ignore: Iterable[str] = (), confidence: float = 0.0) -> Selection:
    """The rules that `select` means (none: all) without those that `ignore` means."""
    book, wanted = tuple(rules), tuple(select)
    chosen = named(wanted, book) if wanted else frozenset(rule.code for rule in book)
    return Selection(chosen - named(ignore, book), confidence)
