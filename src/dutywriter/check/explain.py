"""A rule in full: what it finds and why, the articles it rests on, examples, and how to switch it off."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import PROFILES, Rule, Severity
from dutywriter.check.basis import Bases, Principle, Quotation, of_rule
from dutywriter.text.numbers import halfwidth

NOTICE = "提示风险，不构成法律意见。"
GROUPS = {"1": "结构", "2": "内容", "3": "表达", "4": "排版", "5": "法律风险", "6": "驻场边界", "9": "检查本身"}
SEVERITIES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
PROFILE_TITLES = {"recruit": "招聘", "internal": "内部", "onsite": "驻场"}
_OF_LAW = ("5", "6")
_OTHERS = "其他"
_MOST_LINES = 12
_BLANK = re.compile(r"\{[^{}]*\}")


class Ignoring(Struct, frozen=True):
    """How to switch a rule off: for one line, for one run, for good."""

    line: str
    run: str
    settings: str


class Explained(Struct, frozen=True):
    """A rule as it is told to people.

    `severities` has every profile; `others` are severities that some of what it finds has instead. `kinds` are the kinds of
    documents it is for, none: all. `words` are what it looks for, `unless` what covers one of them. `notice` is said of what
    rests on the law.
    """

    code: str
    name: str
    category: str
    group: str
    title: str
    severity: Severity
    severities: dict[str, Severity]
    others: tuple[Severity, ...]
    kinds: tuple[str, ...]
    message: str
    words: tuple[str, ...]
    unless: tuple[str, ...]
    advice: str
    reason: str
    basis: tuple[Quotation | Principle, ...]
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    ignore: Ignoring
    notice: str = ""


def explained(rule: Rule, rulebook: Rulebook) -> Explained:
    """A rule of the rulebook in full."""
    bases = Bases(rulebook)
    quoted = tuple(bases.quoted(basis) for basis in of_rule(rule))
    of_law = _digit(rule.code) in _OF_LAW or any(isinstance(basis, Quotation) for basis in quoted)
    return Explained(
        rule.code,
        rule.name,
        rule.category,
        group_of(rule),
        title_of(rule),
        rule.severity,
        {profile: rule.severities.get(profile, rule.severity) for profile in PROFILES},
        tuple(dict.fromkeys(t.severity for t in rule.triggers if t.severity and t.severity != rule.severity)),
        rule.kinds,
        _told(rule.message),
        rule.words,
        () if rule.triggers else rule.unless,
        _told(rule.advice),
        rule.reason,
        quoted,
        rule.fires,
        rule.silent,
        _ignoring(rule),
        NOTICE if of_law else "",
    )


def rules_named(query: str, rules: Sequence[Rule]) -> list[Rule]:
    """The rules that a person means by a code (DW501, 501), a name, a title, a category or a group (5xx, 法律风险); in any case."""
    said = halfwidth(query).strip().lower()
    ways = (
        lambda rule: said in (rule.code.lower(), _number(rule.code), rule.name.lower(), rule.title.lower()),
        lambda rule: said == rule.category.lower(),
        lambda rule: said.removeprefix("dw") in (_digit(rule.code), f"{_digit(rule.code)}xx") or said == group_of(rule),
    )
    return next((found for way in ways if (found := [rule for rule in rules if said and way(rule)])), [])


def names(rules: Iterable[Rule]) -> list[str]:
    """All by which a rule can be asked for."""
    return list(dict.fromkeys(name for rule in rules for name in (rule.code, rule.name, rule.title, rule.category) if name))


def group_of(rule: Rule) -> str:
    """What the rule is about, by the first digit of its code."""
    return GROUPS.get(_digit(rule.code), _OTHERS)


def title_of(rule: Rule) -> str:
    """What the rule is called in Chinese; its message where it has no title."""
    return rule.title or _told(rule.message)


def grouped(rules: Iterable[Rule]) -> dict[str, list[Rule]]:
    """The rules in the order of their codes under the names of their groups (5xx 法律风险)."""
    groups: dict[str, list[Rule]] = {}
    for rule in sorted(rules, key=lambda rule: rule.code):
        digit = _digit(rule.code)
        groups.setdefault(f"{digit}xx {GROUPS[digit]}" if digit in GROUPS else _OTHERS, []).append(rule)
    return groups


def in_full(rule: Explained) -> Iterator[str]:
    """Everything that is told of a rule, line by line; what belongs under a heading is indented."""
    yield f"{rule.code} {rule.title}（{rule.name}）"
    yield f"  {'；'.join(about(rule))}"
    yield from _under("查什么", _sought(rule))
    yield from _under("怎么改", [rule.advice])
    yield from _under("为什么", [rule.reason])
    yield from _under("依据", _bases(rule.basis))
    yield from _under("会提示", _examples(rule.fires))
    yield from _under("不提示", _examples(rule.silent))
    yield from _under("不想看到这条", _ways_to_ignore(rule.ignore))
    if rule.notice:
        yield from ("", rule.notice)


def about(rule: Explained) -> Iterator[str]:
    """The group of a rule, its severity, where that differs, and the kinds of documents it is for."""
    risk = _digit(rule.code) in _OF_LAW and rule.category != rule.name
    yield f"{rule.group}（{rule.category}）" if risk else rule.group
    yield f"级别：{SEVERITIES[rule.severity]}"
    for profile, severity in rule.severities.items():
        if severity != rule.severity:
            yield f"按{PROFILE_TITLES[profile]}检查（--profile {profile}）为{SEVERITIES[severity]}"
    if rule.others:
        yield f"个别写法为{'、'.join(SEVERITIES[severity] for severity in rule.others)}"
    yield f"适用：{'、'.join(rule.kinds) if rule.kinds else '各类文档'}"


def compared(quotation: Quotation) -> str:
    """Whether the words of an article are the law's own, and what could not be checked."""
    if quotation.checked:
        return f"条文已与原文核对{f'；{quotation.note}' if quotation.note else ''}"
    return f"未核对：{quotation.note}" if quotation.note else "未核对原文"


def _sought(rule: Explained) -> Iterator[str]:
    yield rule.message
    if rule.words:
        yield f"词：{'、'.join(rule.words)}"
    if rule.unless:
        yield f"不算：{'、'.join(rule.unless)}"


def _bases(bases: Iterable[Quotation | Principle]) -> Iterator[str]:
    for basis in bases:
        yield str(basis)
        if isinstance(basis, Quotation):
            yield from (f"  {line}" for line in basis.text.split("\n") if line)
            if basis.gist:
                yield f"  大意：{basis.gist}"
            yield f"  （{compared(basis)}）"


def _examples(texts: Sequence[str]) -> Iterator[str]:
    """The first examples, the further lines of each under its first, and how many there are besides."""
    lines = 0
    for place, text in enumerate(texts):
        parts = text.strip("\n").split("\n")
        if place and lines + len(parts) > _MOST_LINES:
            yield f"（另有 {len(texts) - place} 个，用 --format json 看全部）"
            return
        lines += len(parts)
        yield "· " + "\n  ".join(parts)


def _ways_to_ignore(ignore: Ignoring) -> Iterator[str]:
    yield f"一处：上一行写 {ignore.line}"
    yield f"一次：{ignore.run}"
    yield "一直：.dutywriter.toml 里写"
    yield from (f"  {line}" for line in ignore.settings.split("\n"))


def _under(heading: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading and what stands under it; nothing where that is nothing."""
    said = [f"  {part}".rstrip() for line in lines if line for part in line.split("\n")]
    if said:
        yield from ("", heading, *said)


def _ignoring(rule: Rule) -> Ignoring:
    return Ignoring(
        f"<!-- dutywriter: ignore {rule.code} -- 原因 -->",
        f"dutywriter check --ignore {rule.code} 文件",
        f'[check]\nignore = ["{rule.code}"]',
    )


def _told(message: str) -> str:
    """A message with … where a finding has its own words."""
    return _BLANK.sub("…", message)


def _number(code: str) -> str:
    return code.lower().removeprefix("dw")


def _digit(code: str) -> str:
    return _number(code)[:1]
