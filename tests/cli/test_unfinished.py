"""Answers kept between runs, in real folders: whole, private, for a week, and never in the way of the interview."""

import os
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dutywriter.cli.unfinished import KEPT_FOR, Unfinished, usual_folder

NOW = datetime.now(UTC)
CANNOT = "答案存不下来（{}），中断后要从头回答"
unix = pytest.mark.skipif(os.name == "nt", reason="Windows has no permission bits")
root = pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
not_root = pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "dutywriter"


@pytest.fixture(params=[0o000, 0o022, 0o777] if os.name != "nt" else [0])
def umask(request):
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def opened(folder, now=NOW):
    return Unfinished(folder, now)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def aged(path, age):
    then = (NOW - age).timestamp()
    os.utime(path, (then, then))


def left(folder, content, age=timedelta()):
    """The file of a run that kept `content` some time ago and did not end."""
    before = set(folder.iterdir()) if folder.exists() else set()
    assert opened(folder).keep(content) == ""
    (path,) = set(folder.iterdir()) - before
    aged(path, age)
    return path


def test_what_one_run_keeps_the_next_run_finds_with_its_time(folder):
    first = opened(folder)
    assert (first.keep(b"one"), first.keep(b"two")) == ("", "")
    kept = opened(folder).latest()
    assert kept.content == b"two"
    assert abs(kept.when - datetime.now(UTC)) < timedelta(minutes=1)
    assert list(folder.iterdir()) == [kept.path]


def test_nothing_kept_is_nothing_found_and_no_folder_made(folder):
    unfinished = opened(folder)
    unfinished.clear()
    assert unfinished.latest() is None
    assert not folder.parent.exists()


def test_a_run_that_ended_leaves_nothing(folder):
    unfinished = opened(folder)
    unfinished.keep(b"one")
    unfinished.clear()
    assert list(folder.iterdir()) == []
    assert opened(folder).latest() is None


@unix
def test_files_and_folders_are_for_the_user_alone_whatever_the_umask(folder, umask):
    path = left(folder, b"one")
    assert (mode(path), mode(folder), mode(folder.parent)) == (0o600, 0o700, 0o700)
    assert os.umask(umask) == umask


@unix
def test_a_folder_open_to_others_is_closed(folder):
    left(folder, b"one")
    folder.chmod(0o777)
    assert opened(folder).latest().content == b"one"
    assert mode(folder) == 0o700


@unix
def test_a_folder_that_holds_other_things_is_neither_closed_nor_used(folder):
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    (folder / "notes.txt").touch()
    assert opened(folder).keep(b"one") == CANNOT.format("文件夹别人也能打开，里面还有别的文件")
    assert mode(folder) == 0o777
    assert [path.name for path in folder.iterdir()] == ["notes.txt"]


@root
def test_a_folder_of_another_user_is_not_used(folder):
    path = left(folder, b"one", KEPT_FOR * 2)
    os.chown(folder, 4321, 4321)
    unfinished = opened(folder)
    assert unfinished.latest() is None
    assert unfinished.keep(b"two") == CANNOT.format("文件夹是别的用户的")
    assert path.read_bytes() == b"one"


@root
def test_a_file_of_another_user_is_not_read(folder):
    mine = left(folder, b"mine", timedelta(hours=1))
    os.chown(left(folder, b"planted"), 4321, 4321)
    assert opened(folder).latest().path == mine


@unix
def test_a_link_in_the_folders_place_is_not_followed(folder, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    old = left(elsewhere, b"one", KEPT_FOR * 2)
    folder.parent.mkdir()
    folder.symlink_to(elsewhere)
    unfinished = opened(folder)
    assert unfinished.latest() is None
    assert unfinished.keep(b"two") == CANNOT.format("文件夹的位置上是文件或链接")
    assert list(elsewhere.iterdir()) == [old]


@unix
def test_a_link_in_a_files_place_is_neither_read_nor_written_through(folder, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    first = opened(folder)
    first.keep(b"one")
    kept = first.latest()
    kept.path.unlink()
    kept.path.symlink_to(secret)
    assert opened(folder).latest() is None
    assert first.keep(b"two") == ""
    assert secret.read_bytes() == b"secret"
    assert kept.path.read_bytes() == b"two"
    assert not kept.path.is_symlink()


def test_two_runs_at_once_keep_their_own(folder):
    first, second = opened(folder), opened(folder)
    for number in range(5):
        first.keep(b"first %d" % number)
        second.keep(b"second %d" % number)
    assert {path.read_bytes() for path in folder.iterdir()} == {b"first 4", b"second 4"}
    first.clear()
    assert opened(folder).latest().content == b"second 4"


def test_a_run_that_is_resumed_goes_on_in_its_file(folder):
    path = left(folder, b"one", timedelta(hours=1))
    second = opened(folder)
    second.resume(second.latest())
    second.keep(b"two")
    assert path.read_bytes() == b"two"
    assert list(folder.iterdir()) == [path]
    second.clear()
    assert list(folder.iterdir()) == []


def test_the_latest_is_the_one_written_last_not_the_one_begun_last(folder):
    first, second = left(folder, b"first"), left(folder, b"second")
    aged(first, timedelta(minutes=1))
    aged(second, timedelta(minutes=2))
    assert opened(folder).latest().content == b"first"


def test_what_nobody_touched_for_a_week_is_deleted_whatever_became_of_it(folder):
    unfinished, damaged, killed = left(folder, b"old"), left(folder, b"old"), left(folder, b"old")
    damaged = damaged.rename(damaged.with_name(damaged.name + ".damaged"))
    killed = killed.rename(killed.with_name(f".{killed.name}.abcd1234"))
    young = left(folder, b"young", KEPT_FOR - timedelta(minutes=1))
    for path in (unfinished, damaged, killed):
        aged(path, KEPT_FOR + timedelta(minutes=1))
    foreign = folder / "notes.json"
    foreign.touch()
    aged(foreign, KEPT_FOR * 2)
    opened(folder)
    assert set(folder.iterdir()) == {young, foreign}


def test_a_damaged_file_is_set_aside_and_the_one_before_it_is_the_latest(folder):
    left(folder, b"good", timedelta(hours=1))
    bad = left(folder, b"{")
    unfinished = opened(folder)
    aside = unfinished.set_aside(unfinished.latest())
    assert aside == bad.with_name(bad.name + ".damaged")
    assert aside.read_bytes() == b"{"
    assert unfinished.latest().content == opened(folder).latest().content == b"good"


def test_a_damaged_file_that_cannot_be_renamed_is_passed_over(folder):
    left(folder, b"good", timedelta(hours=1))
    bad = left(folder, b"{")
    unfinished = opened(folder)
    kept = unfinished.latest()
    bad.unlink()
    assert unfinished.set_aside(kept) == bad
    bad.write_bytes(b"{")
    assert unfinished.latest().content == b"good"


def test_what_a_killed_run_left_half_written_is_not_found(folder):
    path = left(folder, b"one")
    path.rename(path.with_name(f".{path.name}.abcd1234"))
    assert opened(folder).latest() is None


def in_its_place(folder):
    folder.parent.mkdir()
    folder.touch()
    return folder


def above_it(folder):
    folder.parent.touch()
    return folder


@pytest.mark.parametrize("state", [in_its_place, above_it])
def test_a_file_in_the_folders_place_is_told_once_and_stops_nothing(folder, state):
    unfinished = opened(state(folder))
    assert unfinished.keep(b"one") == CANNOT.format("文件夹的位置上是文件或链接")
    assert unfinished.keep(b"two") == ""
    assert unfinished.latest() is None
    unfinished.clear()


@not_root
def test_a_folder_that_cannot_be_written_is_told_and_left_so(folder):
    path = left(folder, b"one")
    folder.chmod(0o500)
    unfinished = opened(folder)
    assert unfinished.keep(b"two").startswith("答案存不下来（没有权限")
    assert unfinished.latest().content == b"one"
    assert unfinished.set_aside(unfinished.latest()) == path
    assert mode(folder) == 0o500
    folder.chmod(0o700)


@unix
def test_on_a_full_disk_the_answers_kept_before_stay_whole(folder):
    import resource

    unfinished = opened(folder)
    unfinished.keep(b"one")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        told = unfinished.keep(b"two" * 10)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert told == CANNOT.format("文件超过允许的大小")
    assert [path.read_bytes() for path in folder.iterdir()] == [b"one"]


def test_a_user_without_a_home_is_told_once():
    unfinished = opened(None)
    assert unfinished.keep(b"one") == CANNOT.format("找不到您的个人文件夹")
    assert unfinished.keep(b"two") == ""
    assert unfinished.latest() is None
    unfinished.clear()


@unix
@pytest.mark.parametrize(
    ("environment", "windows", "expected"),
    [
        ({}, False, "/home/li/.local/state/dutywriter"),
        ({"XDG_STATE_HOME": "/var/li"}, False, "/var/li/dutywriter"),
        ({"XDG_STATE_HOME": "relative"}, False, "/home/li/.local/state/dutywriter"),
        ({"XDG_STATE_HOME": ""}, False, "/home/li/.local/state/dutywriter"),
        ({"LOCALAPPDATA": "/users/li/local"}, True, "/users/li/local/dutywriter"),
        ({"LOCALAPPDATA": "/users/li/local"}, False, "/home/li/.local/state/dutywriter"),
        ({}, True, "/home/li/AppData/Local/dutywriter"),
        ({"DUTYWRITER_STATE": "/here", "XDG_STATE_HOME": "/var/li"}, False, "/here"),
        ({"DUTYWRITER_STATE": "/here", "LOCALAPPDATA": "/users/li/local"}, True, "/here"),
    ],
)
def test_the_folder_is_the_systems_usual_one_or_the_one_named(monkeypatch, environment, windows, expected):
    monkeypatch.setenv("HOME", "/home/li")
    assert usual_folder(environment, windows=windows) == Path(expected)


def test_a_relative_folder_is_named_from_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert usual_folder({"DUTYWRITER_STATE": "here"}) == tmp_path / "here"


@unix
def test_there_is_no_folder_without_a_home(monkeypatch):
    monkeypatch.setenv("HOME", "nowhere")
    assert usual_folder({}) is None
