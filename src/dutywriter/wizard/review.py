"""The review page: all answers, what is left open, the outline with its counts, what else may be said, and the draft itself."""

import re
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from msgspec import Struct

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import BY_KEY, FIELDS
from dutywriter.draft import Draft, Duties
from dutywriter.formats import plain
from dutywriter.text.marked import placeholders
from dutywriter.wizard.loop import DRAFT, EDIT, LEAVE, REVIEW, WRITE
from dutywriter.wizard.picker import Option
from dutywriter.wizard.questions import DEADLINE, FILL, PRESENT, REQUEST, TARGET, Question, Situation, question, shown
from dutywriter.wizard.replies import said_before

_LEADING = ("role", "kind", "level", "title", "company", "client", "platform", "category", "business", "metrics", "sections")
_WITH_SECTIONS = ("duties", "order", "own")
_OF_POSTINGS = ("pay", "posted", "valid_until", "headcount", "industry", "max_chars")
_POSTING = "招聘"
_HEADING, _OPEN = "== {} ==", "待填"
_GOAL_LABELS = {PRESENT: "现状", TARGET: "目标", DEADLINE: "期限"}
_FLAG = re.compile(r"（?(--[a-z-]+)[，）]")


class Shown(Struct, frozen=True):
    """What the page shows besides the answers.

    The draft (None: there cannot be one, as the remarks say), remarks on it, where it will be written, whether it was edited, and
    the editor that it can be edited in.
    """

    draft: Draft | None
    remarks: tuple[str, ...] = ()
    where: str = ""
    edited: bool = False
    editor: str = ""


def review(here: Situation, page: Shown) -> Question:
    """The page as a question: the reply is the row to go to."""
    draft = page.draft
    rows = [*_actions(page), *_headed("请留意", map(_remark, page.remarks)), *_headed("答案", _answers(here))]
    if draft:
        rows += _headed(_OPEN, _open(here.brief, draft))
        rows += _headed("提纲", _outline(draft))
        rows += _headed("还可以说明", _unsaid(here, draft))
        rows += _headed("草稿", _text(draft))
    why = "上下键移动，回车修改所在的一行，改好后回到第一行写成文件。"
    return Question(REVIEW, "", "page", "看一看，没问题就写成文件", tuple(rows), rows[0].value, why=why)


def whole_draft(draft: Draft) -> Question:
    """The draft by itself, to read through."""
    return Question(DRAFT, "", "page", "草稿全文", (Option(REVIEW, "看完了，回到上一页"), *_text(draft)), REVIEW)


def next_row(before: Question | None, now: Question, row: str) -> str:
    """The row to stand on once `row` was answered: what was left open and is so no more gives way to the next that is open."""
    was, still = (_open_rows(page) if page else [] for page in (before, now))
    if row not in was or row in still:
        return row
    return next((value for value in was[was.index(row) + 1 :] if value in still), row)


def _text(draft: Draft) -> Iterator[Option]:
    return (Option("", line) for line in plain.render(draft).decode().splitlines())


def _open_rows(page: Question) -> list[str]:
    """The values of the rows under the heading of what is left open."""
    below = dropwhile(lambda option: option.title != _HEADING.format(_OPEN), page.options)
    return [option.value for option in takewhile(lambda option: option.title, below) if option.value]


def _actions(page: Shown) -> Iterator[Option]:
    if page.draft:
        yield Option(WRITE, "写成文件", page.where)
        yield Option(DRAFT, "看草稿全文", f"待填 {len(page.draft.placeholders())} 处，建议值 {page.draft.suggestions()} 处")
        yield Option(EDIT, "在编辑器里改文字", f"{'手改过；' if page.edited else ''}{page.editor}")
    yield Option(LEAVE, "先不写，以后接着", "答案已存下")


def _headed(heading: str, rows: Iterator[Option]) -> Iterator[Option]:
    listed = tuple(rows)
    if listed:
        yield Option("", "")
        yield Option("", _HEADING.format(heading))
        yield from listed


def _remark(text: str) -> Option:
    """A remark; one that names a field's option leads to its question, and does without the option."""
    flag = _FLAG.search(text)
    keys = {field.flag: field.into or field.key for field in FIELDS if BY_KEY.get(field.into or field.key)}
    key = keys.get(flag[1], "") if flag else ""
    return Option(key if key and BY_KEY[key].question else "", _FLAG.sub(lambda found: "（" if found[0][-1] == "，" else "", text))


def _answers(here: Situation) -> Iterator[Option]:
    """What was answered, and what is asked for nearly every post; the request first, which may be said anew."""
    brief = here.brief
    yield Option(REQUEST, "一句话", " ".join(here.request.text.split()) or "（没有）")
    for key in _in_order(brief):
        if key == "sections":
            changed = any(name in brief.answers for name in ("sections", *_WITH_SECTIONS))
            yield Option(key, BY_KEY[key].label, "按您的取舍" if changed else "按推荐，可以逐条取舍")
        elif key not in (FILL, *_WITH_SECTIONS):
            yield Option(key, BY_KEY[key].label, _said(key, here))
        if key == "metrics":
            yield from _numbers(here)
    for name, text in brief.get(FILL, {}).items():
        yield Option(f"{FILL}:{name}", name, text)


def _in_order(brief: Brief) -> list[str]:
    """The keys of the answers, the weightiest first; the choice of duties always among them."""
    return [
        *(key for key in _LEADING if key == "sections" or key in brief.answers),
        *(k for k in brief.answers if k not in _LEADING),
    ]


def _said(key: str, here: Situation) -> str:
    answer = here.brief.answers[key]
    told = "、".join(goal.name for goal in here.brief.goals) if key == "metrics" else shown(key, answer.value)
    if answer.source == "sentence":
        return f"{told}（您说的：{here.request.words.get(key, '')}）"
    return f"{told}（默认）" if answer.source == "default" else told


def _numbers(here: Situation) -> Iterator[Option]:
    """The numbers of the goals, each a row of its own."""
    for goal in here.brief.goals:
        for part, label in _GOAL_LABELS.items():
            asking = question(f"{part}:{goal.name}", here)
            if asking:
                yield Option(asking.id, f"  {goal.name} {label}", said_before(asking, here.brief) or "（没说）")


def _outline(draft: Draft) -> Iterator[Option]:
    """The parts; under the duties their sections with how many each, which lead to the choice of duties."""
    for part in draft.parts:
        yield Option("", part.heading)
        for block in part.blocks:
            if isinstance(block, Duties):
                yield from (Option("sections", f"  {title}", f"{len(duties)} 条") for title, duties in block.by_section())


def _open(brief: Brief, draft: Draft) -> Iterator[Option]:
    """What is left open, each with the question that fills it."""
    numbers = {
        f"{goal.name}{name}": f"{part if goal.target or part != DEADLINE else TARGET}:{goal.name}"  # no day without a target
        for goal in brief.goals
        for part, name in _NUMBER_NAMES.items()
    }
    fields = {field.label: key for key, field in BY_KEY.items() if field.question} | {
        name: line.origin.refs[0]
        for line in draft.lines()
        if line.origin.source == "placeholder" and line.origin.refs and _is_asked(line.origin.refs[0])
        for name in placeholders(line.text)
    }
    for name in draft.placeholders():
        yield Option(numbers.get(name) or fields.get(name) or f"{FILL}:{name}", name)


_NUMBER_NAMES = {PRESENT: "现状值", TARGET: "目标值", DEADLINE: "期限"}


def _is_asked(key: str) -> bool:
    return key in BY_KEY and bool(BY_KEY[key].question)


def _unsaid(here: Situation, draft: Draft) -> Iterator[Option]:
    """What else may be said, as far as this role is asked, and this kind of document prints it and does not show it as open."""
    listed = {option.value for option in _open(here.brief, draft)}
    for key in BY_KEY:
        wanted = key not in _OF_POSTINGS or draft.kind == _POSTING
        left = _is_asked(key) and key not in here.brief.answers and key != "sections" and key not in listed
        if wanted and left and question(key, here):
            yield Option(key, BY_KEY[key].label, BY_KEY[key].why)
