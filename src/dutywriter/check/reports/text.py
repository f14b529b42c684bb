"""Findings for people: by file, in order of place, with the words marked, why, and how to write instead."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Severity
from dutywriter.check.basis import Bases
from dutywriter.check.profiles import LABELS
from dutywriter.check.reports.notice import NOTICE, at_risk, reasons
from dutywriter.check.reports.outcome import Located, Outcome, counted, fixable
from dutywriter.text.plain import harmless
from dutywriter.text.width import beginning, columns, cut, wrap

NAMES: dict[Severity, str] = {"error": "错误", "warning": "警告", "info": "提示"}
_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_IN_FULL, _PLACES, _ALIKE, _DOUBTFUL = 3, 12, 2, 0.5
_LONGEST = 240
_INDENT = "    "
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"), "�")


def rendered(outcomes: Sequence[Outcome], rulebook: Rulebook, *, width: int = 80, colour: bool = False) -> str:
    """The report of a run, for a terminal of `width` columns."""
    paint, bases = _Paint(colour), Bases(rulebook)
    lines: list[str] = []
    for outcome in outcomes:
        if outcome.findings:
            lines += [paint.bold(_heading(outcome)), "", *_of_file(outcome, bases, width, paint)]
    return "".join(f"{line}\n" for line in [*lines, *_summary(outcomes, paint)])


class _Paint:
    """Colours, or none."""

    def __init__(self, colour: bool) -> None:  # noqa: FBT001 - it is what the class is about
        self._colour = colour

    def bold(self, text: str) -> str:
        return self._in("1", text)

    def severity(self, severity: Severity, text: str) -> str:
        return self._in(_COLOURS[severity], text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text


def _heading(outcome: Outcome) -> str:
    about, profile = outcome.about, outcome.profile
    kind = "".join((about.kind or "文种未写明", f"（{about.level}）" if about.level else ""))
    return f"{_named(outcome)}：{kind}，按{LABELS[profile] if profile else ''}规则检查"


def _named(outcome: Outcome) -> str:
    return "标准输入" if outcome.file == "-" else harmless(outcome.file)


def _of_file(outcome: Outcome, bases: Bases, width: int, paint: _Paint) -> Iterator[str]:
    shown: tuple[int, ...] = ()
    said: set[tuple[str, str]] = set()
    for first, more in _groups(outcome.findings):
        yield from _entry(first, outcome, paint)
        if shown != (shown := (first.line, first.column, first.end_line, first.end_column)):
            yield from _marked(first, width, paint)
        for line in _reasons(first, bases):
            if (first.finding.rule.code, line) not in said:
                said.add((first.finding.rule.code, line))
                yield from _wrapped(line, width)
        if more:
            yield from _wrapped(_places(more, outcome), width)
        yield ""


def _groups(findings: Iterable[Located]) -> list[tuple[Located, list[Located]]]:
    """Findings with those after each that say the same; of rules that are no errors a few are told, the rest go with the last."""
    groups: dict[tuple[str, str], tuple[Located, list[Located]]] = {}
    told: dict[str, list[tuple[str, str]]] = {}
    for one in findings:
        code = one.finding.rule.code
        key, keys = (code, one.finding.message), told.setdefault(code, [])
        if key in groups:
            groups[key][1].append(one)
        elif one.finding.severity != "error" and len(keys) == _IN_FULL:
            groups[keys[-1]][1].append(one)
        else:
            groups[key] = (one, [])
            keys.append(key)
    return list(groups.values())


def _entry(one: Located, outcome: Outcome, paint: _Paint) -> Iterator[str]:
    finding, title = one.finding, one.finding.rule.title
    named = f"{title}：" if title and title[:_ALIKE] != finding.message[:_ALIKE] else ""
    doubt = "（把握不大，请核对）" if finding.confidence < _DOUBTFUL else ""
    mark = paint.severity(finding.severity, f"[{NAMES[finding.severity]}]")
    said = cut(_clean(named + finding.message), _LONGEST)
    yield f"{place(one, outcome)} {mark} {said}{doubt} {finding.rule.code}"


def _reasons(one: Located, bases: Bases) -> Iterator[str]:
    if why := "；".join(reasons(one.finding, bases)):
        yield f"为什么：{_clean(why)}"
    if one.finding.advice:
        yield f"怎么改：{_clean(one.finding.advice)}"


def place(one: Located, outcome: Outcome) -> str:
    """Where a finding stands, as people say it."""
    if outcome.form == "word":
        return f"第 {one.line} 段第 {one.column} 字"
    return f"第 {one.line} 行第 {one.column} 列"


def _places(more: Sequence[Located], outcome: Outcome) -> str:
    lines = list(dict.fromkeys(str(one.line) for one in more))
    unit = "段" if outcome.form == "word" else "行"
    return f"同类的另有 {len(more)} 处：第 {'、'.join(lines[:_PLACES])} {unit}{'等' if len(lines) > _PLACES else ''}"


def _marked(one: Located, width: int, paint: _Paint) -> Iterator[str]:
    """The line with the words underlined, cut around them where it is long."""
    room = max(width - len(_INDENT), 20)
    words = _clean(one.text.splitlines()[0] if one.text.strip() else one.text.replace("\n", ""))
    words = cut(words, room * 2 // 3)
    before, after = _clean(one.before).lstrip(), _clean(one.after).rstrip()
    left = (room - columns(words)) * 2 // 3
    if columns(before) > left:
        before = "…" + _ending(before, left - 2)
    left = room - columns(before) - columns(words)
    if columns(after) > left:
        after = beginning(after, left - 2) + "…"
    yield f"{_INDENT}{before}{words}{after}"
    yield _INDENT + " " * columns(before) + paint.severity(one.finding.severity, "^" * max(columns(words), 1))


def _ending(text: str, width: int) -> str:
    return beginning(text[::-1], width)[::-1]


def _clean(text: str) -> str:
    return harmless(text.replace("\t", " ").translate(_UNSEEN))


@lru_cache(maxsize=1000)
def _wrapped(text: str, width: int) -> tuple[str, ...]:
    """A paragraph in indented lines; kept, since rules say the same of every file."""
    return tuple(f"{_INDENT}{line}" for line in wrap(text, max(width - len(_INDENT), 20)))


def _summary(outcomes: Sequence[Outcome], paint: _Paint) -> Iterator[str]:
    checked = [outcome for outcome in outcomes if not outcome.error]
    found = [one.finding for outcome in checked for one in outcome.findings]
    if not found:
        if checked:
            yield f"没有发现问题：{'、'.join(map(_named, checked[:3]))}{_and_more(checked)}"
        return
    counts = "，".join(
        paint.severity(severity, f"{NAMES[severity]} {count} 处") for severity, count in counted(checked).items() if count
    )
    yield f"共 {len(found)} 处：{counts}（错误先改，警告再改，提示供参考）"
    if mendable := fixable(checked):
        yield f"其中 {mendable} 处是标点和空格，不影响意思，可以自动改好：在命令后面加 --fix（先看改法加 --diff）"
    gravest = min(found, key=lambda finding: (list(NAMES).index(finding.severity), finding.rule.code))
    yield f"依据、例子和不再提示的写法：dutywriter explain {gravest.rule.code}"
    if any(at_risk(finding) for finding in found):
        yield NOTICE


def _and_more(checked: Sequence[Outcome]) -> str:
    return f" 等 {len(checked)} 个文件" if len(checked) > 3 else ""  # noqa: PLR2004 - as many as are named
