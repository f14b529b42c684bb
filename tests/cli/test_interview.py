"""An evening out without a terminal: what a person does is played to the pages of a whole interview."""

import os
import re
import select
from contextlib import nullcontext, suppress
from datetime import date

import msgspec
import pytest

from dutywriter.cli import conversation
from dutywriter.cli.interview import Interview
from dutywriter.cli.told import Told
from dutywriter.errors import Misuse
from dutywriter.formats import markdown, plain
from dutywriter.wizard.events import Answered, Back, Event, Interrupted, Review
from dutywriter.wizard.loop import DRAFT, EDIT, GIVE_UP_EDITS, KEEP_EDITS, LEAVE, REVIEW, SAVE, WRITE
from dutywriter.wizard.picker import Picker
from dutywriter.wizard.questions import FACTS, REQUEST
from dutywriter.wizard.replies import picked_reply
from tests.wizard.talk import TODAY, Talk

TITLE = "数据运营专员岗位职责说明书"
EXISTS = "文件已存在：{}。换个名字，或再按一次回车覆盖它"
ENTER = None
"""A step: Enter alone."""


class Played:
    """Pages to a person who takes these steps and then presses Ctrl-C.

    A step is an event, or a line that is typed: what is told of it is in `told`, and the page stays until it is taken.
    `pages` are those that were shown.
    """

    def __init__(self, *steps):
        self.steps = list(steps)
        self.pages = []
        self.told = []

    def converse(self, page, after):
        while page:
            self.pages.append(page)
            page = after(self._event(page))

    def _event(self, page):
        step = self._step()
        if isinstance(step, Event):
            return step
        if page.question.style == "text":
            return Answered(self._line(page, step))
        return Answered(_chosen(page) if step is ENTER else step)

    def _line(self, page, typed, doubted=None):
        """The line that is taken: this one, or where something is told of it, the next that is typed."""
        line = page.typed if typed is ENTER else typed
        told = page.check(line) or ("" if line == doubted else page.doubt(line))
        if not told:
            return line
        self.told.append(told)
        return self._line(page, self._step(), line)

    def _step(self):
        if not self.steps:
            raise KeyboardInterrupt
        return self.steps.pop(0)

    @property
    def last(self):
        return self.pages[-1]


def _chosen(page):
    """What Enter takes on a list."""
    question = page.question
    if question.style in ("choice", "page"):
        return page.chosen or question.default
    return picked_reply(question, Picker(question.options, many=True).picked())


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DUTYWRITER_STATE", str(tmp_path / "state"))
    return tmp_path


@pytest.fixture
def kept():
    """The states that the interview of the test has kept."""
    return []


@pytest.fixture
def interview(catalogue, brief_of, kept):
    """`interview("md", role="数据")`: an interview on its review page that asks for the name of the file."""

    def make(format_=None, out=None, complaint="", **flags):
        def keep(state):
            kept.append(state)
            return complaint

        talk = Talk.begun(catalogue, brief_of(**flags), asks_where=not out).goes_on()
        return Interview(talk.state, catalogue, Told("/", out, format_).delivery(), keep)

    return make


def left(interview, *steps):
    """The pages of a person who takes these steps, and leaves."""
    pages = Played(*steps)
    with pytest.raises(KeyboardInterrupt):
        interview.hold(pages)
    return pages


def written(interview, *steps):
    """The pages of a person who has the draft written, once it is in its place."""
    pages = Played(*steps)
    brief, draft, delivery = interview.hold(pages)
    delivery.hand_over(brief, draft)
    assert pages.steps == []
    return pages


# Questions


def test_enter_alone_from_the_first_page_writes_the_default_draft(here, catalogue, brief_of, run):
    state = Talk.begun(catalogue, brief_of(), asks_where=True).state
    written(Interview(state, catalogue, Told("/").delivery(), lambda _: ""), *[ENTER] * 10)
    assert (here / "驻场运营专员岗位职责说明书.docx").read_bytes() == run("new", "--role", "驻场", "--format", "docx").stdout


def test_beside_a_question_stands_the_draft_so_far_once_the_role_is_known(catalogue, brief_of, draft_of):
    state = Talk.begun(catalogue, brief_of()).state
    pages = left(Interview(state, catalogue, Told("/").delivery(), lambda _: ""), ENTER, "产品运营")
    assert [(page.status, page.draft) for page in pages.pages[:2]] == [("", ())] * 2
    draft = draft_of(role="产品")
    assert pages.last.draft == tuple(plain.render(draft).decode().splitlines())
    assert pages.last.status == f"草稿：12 个模块，{sum(1 for _ in draft.duties())} 条职责，待填 {len(draft.placeholders())} 处"


def test_a_duty_of_ones_own_is_doubted_where_it_is_not_well_put(interview):
    page = left(interview(role="数据"), "sections").last
    assert (page.check("确保质量"), page.check("整理会议纪要"), page.doubt("整理会议纪要")) == ("", "", "")
    assert "“确保”是垫字" in page.doubt("确保质量")


def test_a_number_that_cannot_be_right_is_doubted_and_taken_when_it_is_entered_again(interview):
    found = interview(role="数据", metrics=["报表准时率=98%"])
    pages = left(found, "target:报表准时率", "150%", "150%", Interrupted())
    assert len(pages.told) == 1
    assert "目标 150% 超过 100%" in pages.told[0]
    assert found.state.replies["target:报表准时率"] == "150%"


def test_whatever_is_new_is_kept_and_where_that_fails_it_is_told(interview, kept):
    pages = left(interview(role="数据", complaint="答案存不下来"), "title", "数据员", "level", Interrupted())
    assert [state.place for state in kept] == ["title", REVIEW, "level"]
    assert all(page.said == ("答案存不下来",) for page in pages.pages[1:])
    assert kept[1].replies["title"] == "数据员"


# The review page


def test_the_cursor_is_on_the_next_open_point_after_one_is_filled(interview):
    steps = ("department", "甲部", "reports_to", Back(), "level", "主管")
    pages = left(interview(role="数据", company="甲公司"), *steps)
    assert [page.chosen for page in pages.pages if page.question.id == REVIEW] == [WRITE, "reports_to", "reports_to", "level"]


def test_the_whole_draft_is_read_on_a_page_of_its_own(interview, draft_of):
    pages = left(interview(role="数据"), DRAFT, ENTER)
    review, draft, again = pages.pages
    assert (draft.question.id, draft.question.default) == (DRAFT, REVIEW)
    lines = plain.render(draft_of(role="数据")).decode().splitlines()
    assert [option.title for option in draft.question.options[1:]] == lines
    assert (again.question, again.chosen) == (review.question, DRAFT)


def test_what_cannot_be_drafted_can_be_left_or_put_right(interview):
    found = interview(role="数据", kind="驻场附件")
    pages = left(found, "kind", "说明书", Interrupted())
    assert (pages.pages[0].chosen, pages.last.chosen) == (LEAVE, "kind")
    assert any("驻场附件只用于驻场的岗位" in option.title for option in pages.pages[0].question.options)
    assert WRITE in {option.value for option in pages.last.question.options}


def test_leaving_keeps_the_answers_on_the_review_page(interview, kept):
    left(interview(role="数据"), "title", "数据员", LEAVE)
    assert (kept[-1].place, kept[-1].replies["title"]) == (REVIEW, "数据员")


# The file


@pytest.mark.parametrize(
    ("flags", "format_", "name"),
    [
        ({}, None, f"{TITLE}.docx"),
        ({"kind": "招聘"}, None, "数据运营专员招聘信息.txt"),
        ({"kind": "招聘"}, "docx", "数据运营专员招聘信息.docx"),
        ({}, "html", f"{TITLE}.html"),
        ({}, "jsonresume", f"{TITLE}.json"),
    ],
)
def test_enter_takes_a_name_with_the_suffix_that_such_a_document_usually_has(here, interview, flags, format_, name):
    pages = written(interview(format_, role="数据", **flags), WRITE, ENTER)
    assert (pages.last.question.id, pages.last.question.default) == (SAVE, name)
    assert name in pages.last.question.hint
    assert [path.name for path in here.iterdir()] == [name]


@pytest.mark.parametrize(
    ("format_", "typed", "name"),
    [
        (None, "jd", "jd.docx"),
        (None, " jd ", "jd.docx"),
        ("md", "jd", "jd.md"),
        ("md", "jd.txt", "jd.txt"),
        (None, "jd.md", "jd.md"),
        ("jsonresume", "jd.json", "jd.json"),
    ],
)
def test_a_name_without_a_suffix_gets_it_and_another_suffix_is_its_format(here, interview, run, format_, typed, name):
    written(interview(format_, role="数据"), WRITE, typed)
    format_ = format_ if format_ == "jsonresume" else name.rpartition(".")[2]
    assert (here / name).read_bytes() == run("new", "--role", "数据", "--format", format_).stdout


def test_a_dash_is_no_file(here, interview):
    _, _, delivery = interview(role="数据").hold(Played(WRITE, "-"))
    assert (delivery.target, delivery.format) == (None, None)
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("typed", ["jd.docx", "jd"])
def test_a_file_that_is_there_is_told_once_and_overwritten_when_it_is_named_again(here, interview, run, typed):
    (here / "jd.docx").write_text("mine")
    pages = left(interview(role="数据"), WRITE, typed)
    assert (pages.told, (here / "jd.docx").read_text()) == ([EXISTS.format("jd.docx")], "mine")
    pages = written(interview(role="数据"), WRITE, typed, typed)
    assert pages.told == [EXISTS.format("jd.docx")]
    assert (here / "jd.docx").read_bytes() == run("new", "--role", "数据", "--format", "docx").stdout


def test_a_file_that_is_there_is_left_alone_where_another_is_named(here, interview):
    (here / "jd.md").write_text("mine")
    pages = written(interview(role="数据"), WRITE, "jd.md", "b.md")
    assert (pages.told, (here / "jd.md").read_text()) == ([EXISTS.format("jd.md")], "mine")
    assert (here / "b.md").exists()


def test_a_file_that_comes_after_it_was_named_is_not_overwritten(interview):
    _, _, delivery = interview(role="数据").hold(Played(WRITE, "jd.md"))
    assert not delivery.target.force


def test_enter_alone_takes_a_name_that_no_file_has(here, interview):
    (here / f"{TITLE}.docx").touch()
    written(interview(role="数据"), WRITE, ENTER)
    assert sorted(path.name for path in here.iterdir()) == [f"{TITLE}-2.docx", f"{TITLE}.docx"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("out/", "out/ 是文件夹，请写出文件名，如 out/jd.md"),
        ("nowhere/jd", "文件夹不存在："),
        ("jd.xyz", "不认识后缀 .xyz"),
    ],
)
def test_a_name_that_cannot_be_written_is_told_and_not_taken(here, interview, typed, told):
    (here / "out").mkdir()
    pages = left(interview(role="数据"), WRITE, typed, typed)
    assert len(pages.told) == 2
    assert all(line.startswith(told) for line in pages.told)
    assert list((here / "out").iterdir()) == []


def test_a_half_typed_name_is_there_again(interview):
    pages = left(interview(role="数据"), WRITE, Back("我的"), WRITE)
    assert (pages.last.question.id, pages.last.typed) == (SAVE, "我的")


# The editor


@pytest.fixture
def editor(here, monkeypatch):
    """`editor("sed -i …")`: the person's editor is a program that does this to its file."""

    def make(script):
        program = here / "editor"
        program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("VISUAL", str(program))

    return make


class Seen(msgspec.Struct):
    """What is known of an interview afterwards: the text as edited, the rows and messages of its review pages, what is written."""

    edited: str
    rows: list[str]
    said: list[str]
    kept: str
    document: str


@pytest.fixture
def on_a_terminal(here, interview, kept):
    """`on_a_terminal(step…)`: what is seen of an interview on a process that has a terminal for its editor."""
    pty = pytest.importorskip("pty", reason="Windows has no such terminals")

    def play(*steps):
        pid, terminal = pty.fork()
        if not pid:
            code = 1
            try:
                (here / "seen").write_bytes(msgspec.json.encode(seen(*steps)))
                code = 0
            finally:
                os._exit(code)
        _read_all(terminal)
        assert os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0
        return msgspec.json.decode((here / "seen").read_bytes(), type=Seen)

    def seen(*steps):
        pages, found, document = Played(*steps), interview(out="jd.md", role="数据"), ""
        try:
            _, draft, _ = found.hold(pages)
            document = markdown.render(draft, metadata=False).decode()
        except KeyboardInterrupt:
            pass
        reviews = [page for page in pages.pages if page.question.id == REVIEW]
        rows = [option.note for page in reviews for option in page.question.options if option.value == EDIT]
        said = [line for page in reviews for line in page.said]
        return Seen(found.state.edited, rows, said, kept[-1].edited, document)

    return play


def _read_all(terminal):
    with open(terminal, "rb", buffering=0) as screen:
        while select.select([screen], [], [], 30)[0]:
            try:
                if not screen.read(1000):
                    return
            except OSError:  # the other end is gone
                return


def test_what_was_edited_is_said_kept_and_written(editor, on_a_terminal, draft_of):
    editor('sed -i s/数据运营专员/数据专员/ "$1"')
    seen = on_a_terminal(EDIT, WRITE)
    before = markdown.render(draft_of(role="数据"), metadata=False).decode()
    assert seen.edited == seen.kept == before.replace("数据运营专员", "数据专员")
    assert [row.startswith("手改过；") for row in seen.rows] == [False, True]
    assert seen.document == seen.edited
    assert seen.said == []


def test_what_the_editor_leaves_alone_is_not_edited(editor, on_a_terminal, draft_of):
    editor("true")
    seen = on_a_terminal(EDIT, WRITE)
    assert (seen.edited, seen.rows) == ("", ["editor", "editor"])
    assert seen.document == markdown.render(draft_of(role="数据"), metadata=False).decode()


def test_the_editor_gets_what_was_edited_before(editor, on_a_terminal):
    editor('echo 又一行 >> "$1"')
    assert on_a_terminal(EDIT, EDIT).edited.endswith("又一行\n又一行\n")


def test_an_editor_that_fails_is_told_on_the_review_page(here, editor, on_a_terminal):
    editor('echo 甲 > "$1"; exit 3')
    seen = on_a_terminal(EDIT)
    assert (seen.edited, seen.said) == ("", [f"编辑器 {here}/editor 没有正常结束，文字未改"])


@pytest.mark.parametrize(("choice", "is_edited"), [(KEEP_EDITS, True), (GIVE_UP_EDITS, False)])
def test_another_answer_gives_the_edits_up_only_where_the_person_says_so(editor, on_a_terminal, choice, is_edited):
    editor('echo 手写的一行 >> "$1"')
    steps = [] if is_edited else ["经理"]
    seen = on_a_terminal(EDIT, "level", choice, *steps, WRITE)
    assert ("手写的一行" in seen.document, "数据运营经理" in seen.document) == (is_edited, not is_edited)
    assert bool(seen.edited) is is_edited


def test_a_question_about_edits_that_is_left_keeps_them(editor, on_a_terminal):
    editor('echo 手写的一行 >> "$1"')
    seen = on_a_terminal(EDIT, "level", Back(), WRITE)
    assert "手写的一行" in seen.document


# From run to run

RESUME = "答案已存下，接着写：dutywriter new --resume"
NOTICE = re.compile(r"\d\d月\d\d日 \d\d:\d\d有一份没写完，要接着写请按 Ctrl-C，再运行 dutywriter new --resume")


@pytest.fixture
def ran(monkeypatch, capsys):
    """`ran(act, step…)`: the pages that a run of `act` shows, and what it says on stderr."""

    def run(act, *steps):
        pages = Played(*steps)
        monkeypatch.setattr(conversation, "opened", lambda: nullcontext(pages))
        with suppress(KeyboardInterrupt):
            act()
        return pages, capsys.readouterr().err.splitlines()

    return run


@pytest.fixture
def begun(ran, catalogue, brief_of):
    """`begun(step…, role="数据")`: a new run with these flags."""

    def begin(*steps, **flags):
        told = Told(os.getcwd(), "jd.md")
        return ran(lambda: conversation.begin(told, brief_of(**flags), "", catalogue, date.fromisoformat(TODAY)), *steps)

    return begin


@pytest.fixture
def resumed(ran):
    """`resumed(step…)`: a run that goes on with what was left last."""
    return lambda *steps: ran(conversation.resume, *steps)


def test_where_nothing_is_left_nothing_is_told_and_nothing_new_is_not_kept(here, begun):
    for steps in ((), (Interrupted(),), (Back(), Review(), Interrupted())):
        pages, said = begun(*steps)
        assert (pages.pages[0].said, said) == ((), [])
    assert not (here / "state").exists()


def test_a_new_run_tells_on_its_first_page_that_an_unfinished_one_is_kept(begun):
    assert begun("数据运营，成都")[1] == [RESUME]
    pages, said = begun(Interrupted(), Back())
    assert [bool(page.said and NOTICE.fullmatch(page.said[0])) for page in pages.pages] == [True, True, False]
    assert said == []


def test_a_new_run_that_is_left_at_once_leaves_the_unfinished_one_to_go_on_with(begun, resumed):
    begun("数据运营，成都")
    begun(Back(), Review(), Interrupted())
    assert resumed()[0].last.question.id == FACTS


def test_what_was_half_typed_on_the_first_page_is_there_when_the_person_goes_on(begun, resumed):
    assert begun(Interrupted("给政务中心"))[1] == [RESUME]
    pages, said = resumed()
    assert (pages.last.question.id, pages.last.typed, pages.last.said) == (REQUEST, "给政务中心", ())
    assert said == [RESUME]


def test_an_interview_goes_on_to_the_draft_of_an_unbroken_one_and_is_not_kept_any_more(here, begun, resumed, run):
    begun(ENTER, "经理", Interrupted(ticked=("抖音",)), role="数据")
    pages, said = resumed(*[ENTER] * 5)
    assert pages.pages[0].question.id == "platform"
    assert (here / "jd.md").read_bytes() == run("new", "--role", "数据", "--level", "经理", "--platform", "抖音").stdout
    assert said[-2:] == [
        "下次可直接运行：dutywriter new --role 数据运营 --level 经理 --platform 抖音 --out jd-2.md",
        "要改几处再写，在这一行后面加上 --ask",
    ]
    with pytest.raises(Misuse, match="没有可以接着写的"):
        resumed()
