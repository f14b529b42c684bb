"""No sentence of the source documents stands in the catalogue."""

from dutywriter.catalogue.load import SOURCES
from tests.check.originality import LENGTH, shingles, stored


def test_the_store_holds_the_documents_and_finds_a_copied_run():
    assert len(stored()) > 10_000
    digest = next(iter(shingles("甲乙丙丁戊己庚辛壬癸")))
    assert len(digest) == 6


def test_no_run_of_ten_characters_of_the_sources_is_taken_over():
    sources = stored()
    copied = []
    for path in sorted(SOURCES.rglob("*.yaml")):
        for line in path.read_text("utf-8").splitlines():
            copied += [(path.name, run) for digest, run in shingles(line).items() if digest in sources and len(run) == LENGTH]
    assert copied == []
