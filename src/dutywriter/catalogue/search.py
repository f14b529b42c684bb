"""Finding sections, duties, metrics and roles by what people say of them."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from dutywriter.catalogue.model import Catalogue, Duty, Level, Section
from dutywriter.text.bm25 import Ranking, grams

What = Literal["section", "duty", "metric", "role"]
SHORTEST_WORD = 2


class Hit(Struct, frozen=True):
    """Something found: what it is, its id and title, the section and role of a duty, the words that matched, its score."""

    what: What
    id: str
    title: str
    section: str
    role: str
    words: tuple[str, ...]
    score: float


class Entry(Struct, frozen=True):
    """Something that can be found, and the text by which it is."""

    what: What
    id: str
    title: str
    section: str
    role: str
    text: str


def search(catalogue: Catalogue, query: str, most: int = 10) -> list[Hit]:
    """What `query` may mean: first what bears it in its name, then the likest.

    Nothing is found where no two neighbouring characters of it stand anywhere.
    """
    entries = list(_entries(catalogue))
    scores = Ranking([entry.text for entry in entries]).scores(query)
    ranked = sorted(zip(entries, scores, strict=True), key=lambda pair: (not _bears(pair[0], query), -pair[1]))
    hits = (
        Hit(e.what, e.id, e.title, e.section, e.role, matched(query, e.text), round(score, 2)) for e, score in ranked if score > 0
    )
    return [hit for _, hit in zip(range(most * 4), hits, strict=False) if hit.words][:most]


def _bears(entry: Entry, query: str) -> bool:
    """Whether a section, metric or role bears the query in its very name."""
    return entry.what != "duty" and query in entry.title


def matched(query: str, text: str) -> tuple[str, ...]:
    """The longest runs of `query` that stand in `text`: pairs of characters at least, Latin words whole."""
    there = set(grams(text))
    runs: list[str] = []
    for gram in grams(query):
        if len(gram) < SHORTEST_WORD or gram not in there:
            continue
        if runs and not gram.isascii() and runs[-1].endswith(gram[0]) and runs[-1] + gram[1:] in query:
            runs[-1] += gram[1:]
        else:
            runs.append(gram)
    return tuple(dict.fromkeys(runs))


def section_text(section: Section, duties: tuple[Duty, ...], level: Level) -> str:
    """The text by which a section is found at a level: its title twice, its trade words, its duties."""
    return " ".join([section.title, section.title, section.about, *(duty_text(duty, level) for duty in duties)])


def duty_text(duty: Duty, level: Level) -> str:
    """The text by which a duty is found at a level."""
    wording = duty.levels[level]
    return f"{wording.do} {wording.do} {wording.standard} {wording.deliverable}"


def _entries(catalogue: Catalogue) -> Iterator[Entry]:
    titles = {section.id: section.title for section in catalogue.sections}
    for section in catalogue.sections:
        yield Entry("section", section.id, section.title, section.title, "", f"{section.title} {section.title} {section.about}")
    for metric in catalogue.metrics:
        names = " ".join((metric.name, metric.name, *metric.aliases))
        yield Entry("metric", metric.id, metric.name, "", "", f"{names} {metric.formula}")
    for role in catalogue.roles:
        yield Entry("role", role.name, role.name, "", "", " ".join((role.name, *role.aliases, *role.sets, role.about)))
        for part in role.sections:
            for duty in part.duties:
                text = " ".join(duty_text(duty, level) for level in duty.levels)
                first = next(iter(duty.levels.values()))
                yield Entry("duty", duty.id, first.do, titles[part.section], role.name, f"{titles[part.section]} {text}")
