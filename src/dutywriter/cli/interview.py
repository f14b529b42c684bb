"""The wizard's evening out: pages on a real terminal, answers kept between them, the draft edited by hand."""

import os
from collections.abc import Callable
from pathlib import PurePath

from msgspec.structs import replace

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.again import free_name
from dutywriter.cli.delivery import Delivery
from dutywriter.cli.drafting import drafted, remarks_on
from dutywriter.cli.editor import edited_by_hand, editor
from dutywriter.compose.case import Case
from dutywriter.draft import Draft
from dutywriter.errors import DutywriterError
from dutywriter.formats import FORMATS, markdown, plain
from dutywriter.formats.comment import comment
from dutywriter.wizard import loop
from dutywriter.wizard.events import Event
from dutywriter.wizard.loop import State
from dutywriter.wizard.page import Page, Pages
from dutywriter.wizard.picker import Option
from dutywriter.wizard.questions import Question
from dutywriter.wizard.replies import doubtful, wrong
from dutywriter.wizard.review import Shown, next_row, review, whole_draft

_KEEP_EDITS = Option(loop.KEEP_EDITS, "保留手改的文字，答案不改")
_GIVE_UP_EDITS = Option(loop.GIVE_UP_EDITS, "改答案，重写草稿", "手改的文字不再用")


class Interview:
    """An interview and the edge that it runs on.

    `keep` keeps the state for the next run, and says what is wrong where it cannot.
    """

    def __init__(self, state: State, catalogue: Catalogue, delivery: Delivery, keep: Callable[[State], str]) -> None:
        self.state = state
        self._catalogue = catalogue
        self._delivery = delivery
        self._keep = keep
        self._reviewed: Question | None = None
        self._may_overwrite: set[str] = set()

    def hold(self, pages: Pages) -> tuple[Brief, Draft, Delivery]:
        """Ask until the person wants the draft written: what it is made of, the draft, and where it goes.

        Raises KeyboardInterrupt where the person leaves.
        """
        while self.state.place != loop.WRITE:
            pages.converse(self._page(), self._after)
            if self.state.place == loop.EDIT:
                self._edit()
            elif self.state.place != loop.WRITE:
                raise KeyboardInterrupt
        brief = self._brief
        return brief, self._draft(brief), self._delivered()

    def _after(self, event: Event) -> Page | None:
        """The page after `event`; None where the conversation ends, or stops for the editor."""
        before, self.state = self.state, loop.step(self.state, event, self._catalogue)
        ends = self.state.place in loop.ENDS
        kept = replace(self.state, place=loop.REVIEW) if ends else self.state
        complaint = self._keep(kept) if replace(kept, said=before.said) != before else ""
        if complaint:
            self.state = replace(self.state, said=(*self.state.said, complaint))
        return None if ends else self._page()

    @property
    def _brief(self) -> Brief:
        return loop.brief_at(self.state, self._catalogue)

    def _draft(self, brief: Brief) -> Draft:
        """The draft as it stands: composed, or as it was edited."""
        composed = drafted(brief, self._catalogue)
        if not self.state.edited:
            return composed
        from dutywriter.reading.markdown import read_markdown

        return read_markdown("\n".join([self.state.edited, "", *comment(composed)]))

    def _delivered(self) -> Delivery:
        if not self.state.asks_where:
            return self._delivery
        path = self._path(str(self.state.replies.get(loop.SAVE, "")))
        return self._delivery.into(path, force=path in self._may_overwrite) if path else self._delivery

    def _path(self, typed: str) -> str:
        """The file that a typed name means, of the usual suffix where it has none and is no folder; empty for no file."""
        name = typed.strip() or self._free_name()
        if name == "-":
            return ""
        return name if PurePath(name).suffix or name.endswith(("/", os.sep)) else name + self._suffix()

    def _suffix(self) -> str:
        """That of the format that was asked for, else of the one that people want such a document in."""
        usual = Case(self._brief, self._catalogue).kind.saved_as
        format_ = self._delivery.format or next(format_ for format_ in FORMATS if format_.name == usual)
        return format_.suffixes[0]

    def _free_name(self) -> str:
        return free_name(self._draft(self._brief).title, self._suffix())

    def _page(self) -> Page:
        if self.state.place == loop.REVIEW:
            before, self._reviewed = self._reviewed, self._review()
            row = next_row(before, self._reviewed, self.state.wanted) if self.state.wanted else ""
            return Page(self._reviewed, _accepted, chosen=row or self._reviewed.default, said=self.state.said)
        if self.state.place == loop.DRAFT:
            return Page(whole_draft(self._draft(self._brief)), _accepted)
        if self.state.place == loop.SAVE:
            return self._where()
        if self.state.place == loop.REWRITE:
            options = (_KEEP_EDITS, _GIVE_UP_EDITS)
            asking = Question(loop.REWRITE, "", "choice", "草稿手改过。改答案会重写草稿，怎么办？", options)
            return Page(asking, _accepted)
        return self._question()

    def _question(self) -> Page:
        here = loop.situation(self.state, self._catalogue)
        asking, brief = loop.at_hand(self.state, here), here.brief
        page = Page(
            asking,
            lambda text: wrong(asking, self._catalogue, text),
            lambda text: doubtful(asking, brief, self._catalogue, text),
            loop.typed_before(self.state, asking, brief),
            loop.chosen_before(self.state, asking, brief),
            self.state.said,
        )
        if "role" not in brief.answers:
            return page
        try:
            draft = self._draft(brief)
        except DutywriterError:
            return page
        return replace(page, status=_status(draft), draft=tuple(plain.render(draft).decode().splitlines()))

    def _review(self) -> Question:
        here = loop.situation(self.state, self._catalogue)
        try:
            draft = self._draft(here.brief)
            remarks = tuple(remarks_on(here.brief, draft, self._catalogue))
        except DutywriterError as error:
            return review(here, Shown(None, tuple(error.lines)))
        where = self._delivery.target.path if self._delivery.target else "" if self.state.asks_where else "标准输出"
        return review(here, Shown(draft, remarks, where, bool(self.state.edited), editor()))

    def _where(self) -> Page:
        name = self._free_name()
        asking = Question(
            loop.SAVE,
            "",
            "text",
            "存到哪个文件？",
            default=name,
            hint=f"直接回车：{name}；输入 - 则显示在屏幕上，不存",
            why="后缀决定格式：.docx 是 Word，.txt 是纯文字，.pdf 可以打印，.html 是网页，.md 是 Markdown。",
        )
        return Page(asking, self._cannot_save, self._overwrites, typed=self.state.typed.get(loop.SAVE, ""))

    def _cannot_save(self, text: str) -> str:
        path = self._path(text)
        if not path:
            return ""
        try:
            self._delivery.into(path, force=True).check()
        except DutywriterError as error:
            return error.message
        return ""

    def _overwrites(self, text: str) -> str:
        path = self._path(text)
        if not path or not os.path.exists(path):
            return ""
        self._may_overwrite.add(path)
        return f"文件已存在：{path}。换个名字，或再按一次回车覆盖它"

    def _edit(self) -> None:
        page = self.state.edited or markdown.render(self._draft(self._brief), metadata=False).decode()
        text, trouble = edited_by_hand(page)
        changed = text if text != page or self.state.edited else ""
        self.state = replace(loop.edited(self.state, changed), said=(trouble,) if trouble else ())
        self._keep(self.state)


def _accepted(_: str) -> str:
    return ""


def _status(draft: Draft) -> str:
    sections = {duty.section for duty in draft.duties()}
    counts = f"{len(sections)} 个模块，{sum(1 for _ in draft.duties())} 条职责，" if sections else ""
    return f"草稿：{counts}待填 {len(draft.placeholders())} 处"
