"""What a run was told besides the answers, said again from another folder."""

import os

import pytest

from dutywriter.cli.told import Told
from dutywriter.errors import Misuse


@pytest.fixture
def folders(tmp_path, monkeypatch):
    """The folder where a run began, and another below it that is the folder at hand."""
    other = tmp_path / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    return str(tmp_path), str(other)


def test_from_the_same_folder_it_is_the_same(folders):
    told = Told(folders[1], "jd.md", catalogue=("公司.yaml",))
    assert told.from_here() is told
    assert Told(os.path.join(folders[0], "other", ".")).from_here().folder.endswith(".")


def test_from_another_folder_relative_files_are_named_from_where_the_run_began(folders):
    began, here = folders
    told = Told(began, "jd.md", "md", "out/daan.yaml", ("公司.yaml",), {"template": "模板.docx"}, force=True, metadata=False)
    named = {"template": os.path.join(began, "模板.docx")}
    assert told.from_here() == Told(
        here,
        os.path.join(began, "jd.md"),
        "md",
        os.path.join(began, "out/daan.yaml"),
        (os.path.join(began, "公司.yaml"),),
        named,
        force=True,
        metadata=False,
    )


@pytest.mark.parametrize("path", [None, "-", os.path.abspath("jd.md")])
def test_stdout_and_whole_paths_stay(folders, path):
    assert Told(folders[0], out=path).from_here().out == path


def test_the_options_say_the_same_files_again():
    told = Told("/", "jd.docx", catalogue=("甲.yaml", "乙.yaml"), named={"template": "模板.docx"}, metadata=False)
    assert told.options() == ["--catalogue", "甲.yaml", "--catalogue", "乙.yaml", "--template", "模板.docx", "--no-metadata"]
    assert Told("/").options() == []


@pytest.mark.parametrize(
    ("told", "format_", "path"),
    [
        (Told("/"), None, None),
        (Told("/", out="-"), "md", None),
        (Told("/", out="jd.docx"), "docx", "jd.docx"),
        (Told("/", out="jd", format="txt"), "txt", "jd"),
        (Told("/", named={"template": "模板.docx"}), "docx", None),
        (Told("/", named={"typeface": "字体.ttf"}), "pdf", None),
    ],
)
def test_where_the_draft_goes_and_in_which_format(told, format_, path):
    delivery = told.delivery()
    assert (delivery.format.name if delivery.format else None, delivery.target.path if delivery.target else None) == (format_, path)


def test_a_format_that_does_not_go_with_the_file_is_misuse():
    with pytest.raises(Misuse):
        Told("/", out="jd.docx", format="pdf").delivery()
