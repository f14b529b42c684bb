"""A person's editor on a terminal of its own: what it changes is taken, and all that goes wrong is told."""

import os
import subprocess
import sys

import pytest

if os.name == "nt":
    pytest.skip("Windows has no such terminals", allow_module_level=True)

import pexpect

BEFORE = "# 数据运营专员\n\n一、职责\n"
PROBE = """
import pathlib
from dutywriter.cli.editor import edited_by_hand
text, trouble = edited_by_hand(pathlib.Path("before").read_text("utf-8"))
pathlib.Path("after").write_text(text, "utf-8")
pathlib.Path("told").write_text(trouble, "utf-8")
"""
WAIT = 20


@pytest.fixture
def editor(tmp_path):
    """`editor("rm $1")`: the path of an editor that does this to the file."""

    def make(script, name="editor"):
        path = tmp_path / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)
        return str(path)

    return make


@pytest.fixture(autouse=True)
def text_to_edit(tmp_path):
    (tmp_path / "temporary").mkdir()
    (tmp_path / "before").write_text(BEFORE, "utf-8")
    (tmp_path / "probe.py").write_text(PROBE, "utf-8")


@pytest.fixture
def edited(tmp_path, environment):
    """`edited(EDITOR="vi")`: the text after editing, and what was told; the streams of the program are files."""

    def edit(**named):
        variables = {key: value for key, value in environment.items() if key not in ("EDITOR", "VISUAL")}
        command = f"'{sys.executable}' probe.py </dev/null >out 2>err"
        child = pexpect.spawn("/bin/sh", ["-c", command], cwd=tmp_path, env=variables | {"TMPDIR": f"{tmp_path}/temporary"} | named)
        child.expect(pexpect.EOF, timeout=WAIT)
        child.close()
        assert (child.exitstatus, (tmp_path / "err").read_text()) == (0, "")
        assert list((tmp_path / "temporary").iterdir()) == []
        return (tmp_path / "after").read_text("utf-8"), (tmp_path / "told").read_text("utf-8")

    return edit


def test_what_the_editor_changes_is_taken(edited, editor):
    assert edited(EDITOR=editor("sed -i 's/专员/主管/' \"$1\"")) == (BEFORE.replace("专员", "主管"), "")


def test_what_the_editor_leaves_alone_stays(edited, editor):
    assert edited(EDITOR=editor("true")) == (BEFORE, "")


def test_the_editor_gets_the_text_as_a_markdown_file_that_nobody_else_can_read(edited, editor, tmp_path):
    script = f'cp "$1" {tmp_path}/seen; ls -l "$1" > {tmp_path}/mode'
    assert edited(EDITOR=editor(script))[1] == ""
    assert (tmp_path / "seen").read_text("utf-8") == BEFORE
    listed = (tmp_path / "mode").read_text().split()
    assert (listed[0][:10], listed[-1][-3:]) == ("-rw-------", ".md")


def test_the_editor_has_the_terminal_for_its_streams(edited, editor, tmp_path):
    script = f"test -t 0 && test -t 1 && test -t 2 && touch {tmp_path}/terminal"
    edited(EDITOR=editor(script))
    assert (tmp_path / "terminal").exists()


def test_visual_stands_above_editor(edited, editor):
    assert edited(VISUAL=editor('echo 甲 > "$1"', "visual"), EDITOR=editor('echo 乙 > "$1"'))[0] == "甲\n"


def test_an_editor_may_be_named_with_its_arguments(edited, editor):
    assert edited(EDITOR=f"{editor('echo $1 $2 > $3', 'my editor')!r} --wait -n") == ("--wait -n\n", "")


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (': > "$1"', "编辑器里的文字是空的，未采用"),
        ('printf " \\n\\n" > "$1"', "编辑器里的文字是空的，未采用"),
        ('echo 甲 > "$1"; exit 3', "编辑器 {} 没有正常结束，文字未改"),
        ('echo 甲 > "$1"; kill -9 $$', "编辑器 {} 没有正常结束，文字未改"),
        ("printf '\\270\\332\\316\\273\\n' > \"$1\"", "编辑器存下的文件读不出来（要存成 UTF-8），文字未改"),
        ('rm "$1"', "编辑器存下的文件读不出来（要存成 UTF-8），文字未改"),
    ],
    ids=["emptied", "blank", "failed", "killed", "gbk", "removed"],
)
def test_the_text_is_as_before_where_something_goes_wrong_and_that_is_told(edited, editor, script, told):
    path = editor(script)
    assert edited(EDITOR=path) == (BEFORE, told.format(path))


@pytest.mark.parametrize(("named", "shown"), [("no-such-editor --wait", "no-such-editor"), ("vi 'jd", "vi 'jd")])
def test_an_editor_that_is_not_there_is_told_with_what_would_do(edited, named, shown):
    assert edited(EDITOR=named) == (BEFORE, f"打不开编辑器 {shown}，请用环境变量 EDITOR 指明")


def test_the_mark_that_some_editors_put_first_is_no_text(edited, editor):
    assert edited(EDITOR=editor("printf '\\357\\273\\277# 甲\\n' > \"$1\"")) == ("# 甲\n", "")


def test_without_a_terminal_the_text_is_as_before(tmp_path, environment, editor):
    command = [sys.executable, "probe.py"]
    variables = environment | {"EDITOR": editor('echo 甲 > "$1"'), "VISUAL": ""}
    subprocess.run(command, cwd=tmp_path, env=variables, check=True, start_new_session=True)
    assert (tmp_path / "after").read_text("utf-8") == BEFORE
    assert (tmp_path / "told").read_text("utf-8").startswith("打不开编辑器")
