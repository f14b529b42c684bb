"""The review page: all answers, the outline with its counts, what is left open, and the draft itself."""

from collections.abc import Iterator

from msgspec import Struct

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import BY_KEY
from dutywriter.draft import Draft, Duties
from dutywriter.formats import plain
from dutywriter.wizard.loop import EDIT, LEAVE, REVIEW, WRITE
from dutywriter.wizard.picker import Option
from dutywriter.wizard.questions import FILL, REQUEST, Question, Situation, question, shown

_FIRST = (
    "role",
    "kind",
    "level",
    "title",
    "company",
    "client",
    "platform",
    "category",
    "business",
    "metrics",
    "sections",
    "length",
)
_OF_POSTINGS = ("pay", "posted", "valid_until", "headcount", "industry", "max_chars")
_POSTING = "招聘"


class Shown(Struct, frozen=True):
    """What the page shows besides the answers.

    The draft (None: there cannot be one, as the remarks say), remarks on it, where it will be written, whether it was edited.
    """

    draft: Draft | None
    remarks: tuple[str, ...] = ()
    where: str = ""
    edited: bool = False


def review(here: Situation, page: Shown) -> Question:
    """The page as a question: the reply is the row to go to."""
    draft = page.draft
    rows = [
        *_actions(page),
        *_headed("请留意", (Option("", remark) for remark in page.remarks)),
        *_headed("答案", _answers(here)),
    ]
    if draft:
        rows += _headed("提纲", _outline(draft))
        rows += _headed(f"待填 {len(draft.placeholders())} 处", _open(here.brief, draft))
        rows += _headed("还可以说明", _unsaid(here, draft))
        rows += _headed("草稿", (Option("", line) for line in plain.render(draft).decode().splitlines()))
    why = "上下键移动，回车修改所在的一行；草稿在最下面。改好后回到第一行写成文件。"
    return Question(REVIEW, "", "page", "看一看，没问题就写成文件", tuple(rows), rows[0].value, why=why)


def _actions(page: Shown) -> Iterator[Option]:
    if page.draft:
        yield Option(WRITE, "写成文件", page.where)
        yield Option(EDIT, "在编辑器里改文字", "手改过" if page.edited else "")
    yield Option(LEAVE, "先不写，以后接着", "答案已存下")


def _headed(heading: str, rows: Iterator[Option]) -> Iterator[Option]:
    listed = tuple(rows)
    if listed:
        yield Option("", "")
        yield Option("", f"== {heading} ==")
        yield from listed


def _answers(here: Situation) -> Iterator[Option]:
    """What was answered, and what is asked for nearly every post; the request first, which may be said anew."""
    brief, words = here.brief, here.request.words
    yield Option(REQUEST, "一句话", " ".join(here.request.text.split()) or "（没有）")
    for key in _in_order(brief):
        answer = brief.answers.get(key)
        if answer and key not in (FILL, *_WITH_SECTIONS):
            yield Option(key, BY_KEY[key].label, _said(key, answer.value, answer.source, words))
        elif key == "sections":
            changed = any(name in brief.answers for name in ("sections", *_WITH_SECTIONS))
            yield Option(key, BY_KEY[key].label, "按您的取舍" if changed else "按推荐")


_WITH_SECTIONS = ("duties", "order", "own")


def _in_order(brief: Brief) -> list[str]:
    """The keys of the answers, the weightiest first."""
    return list(dict.fromkeys((*(key for key in _FIRST if key == "sections" or key in brief.answers), *brief.answers)))


def _said(key: str, value: object, source: str, words: dict[str, str]) -> str:
    told = shown(key, value)
    if source == "sentence":
        return f"{told}（您说的：{words.get(key, '')}）"
    return f"{told}（默认）" if source == "default" else told


def _outline(draft: Draft) -> Iterator[Option]:
    """The parts; under the duties their sections with how many each, which lead to the choice of duties."""
    for part in draft.parts:
        yield Option("", part.heading)
        for block in part.blocks:
            if isinstance(block, Duties):
                yield from (Option("sections", f"  {title}", f"{len(duties)} 条") for title, duties in block.by_section())


def _open(brief: Brief, draft: Draft) -> Iterator[Option]:
    """What is left open, each with the question that fills it."""
    fields = {field.label: key for key, field in BY_KEY.items() if field.question}
    for name in draft.placeholders():
        yield Option(fields.get(name, f"{FILL}:{name}"), f"  {name}")
    for name, text in brief.get(FILL, {}).items():
        yield Option(f"{FILL}:{name}", f"  {name}", text)


def _unsaid(here: Situation, draft: Draft) -> Iterator[Option]:
    """What else may be said, as far as this role is asked, and this kind of document prints it and does not show it as open."""
    listed = draft.placeholders()
    for key, field in BY_KEY.items():
        wanted = key not in _OF_POSTINGS or draft.kind == _POSTING
        left = field.question and key not in here.brief.answers and key not in _FIRST[-2:] and field.label not in listed
        if wanted and left and question(key, here):
            yield Option(key, f"  {field.label}", field.why)
