"""The cache of a checkout: never stale, never trusted when broken."""

import os

import pytest

from dutywriter.catalogue import load


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    for path in load.SOURCES.rglob("*.yaml"):
        copy = tmp_path / "data" / path.relative_to(load.SOURCES)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(path.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(load, "SOURCES", tmp_path / "data")
    monkeypatch.setattr(load, "CACHE", tmp_path / "build" / "catalogue.cache")
    monkeypatch.setattr(load, "COMPILED", tmp_path / "none.json")
    return tmp_path


def test_a_changed_file_is_read_again_even_when_it_looks_older(checkout):
    assert load.bundled().role("驻场运营").about
    role = checkout / "data" / "roles" / "驻场运营.yaml"
    role.write_text(role.read_text("utf-8").replace("about: ", "about: 新", 1), "utf-8")
    os.utime(role, (1, 1))
    assert load.bundled().role("驻场运营").about.startswith("新")


@pytest.mark.usefixtures("checkout")
def test_a_broken_cache_is_made_anew():
    whole = load.bundled()
    load.CACHE.write_bytes(load.CACHE.read_bytes()[:-100])
    assert load.bundled().entries == whole.entries


def test_a_checkout_that_cannot_keep_a_cache_does_without(checkout):
    (checkout / "build").write_text("in the way", "utf-8")
    assert load.bundled().entries
