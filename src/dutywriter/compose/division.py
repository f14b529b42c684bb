"""组内分工: who of the people led looks after which part of the work, as a suggestion by its weight."""

from collections.abc import Iterator

from msgspec import Struct

from dutywriter.brief.answers import Answer
from dutywriter.catalogue.model import LEVELS
from dutywriter.compose.arithmetic import shares
from dutywriter.compose.case import Case
from dutywriter.compose.select import Chosen
from dutywriter.draft import Column, Line, Origin, Table

COLUMNS = (Column("who", "人手"), Column("sections", "负责的模块"), Column("share", "占组内工作量"), Column("backup", "备岗"))
FEWEST, MOST = 2, 30


class Post(Struct):
    """One or more people of the team with the same work; `first` and `last` number them."""

    first: int
    last: int
    titles: tuple[str, ...]
    weight: int

    @property
    def name(self) -> str:
        return f"第 {self.first} 人" if self.first == self.last else f"第 {self.first} 至 {self.last} 人"


def divided(case: Case) -> Iterator[Table]:
    """A row for each person led, or for those with the same work; each has another as stand-in."""
    people = case.brief.get("team_size", 0)
    if not FEWEST <= people <= MOST or case.level == LEVELS[0]:
        return
    below = Case(case.brief.with_answer("level", Answer(LEVELS[LEVELS.index(case.level) - 1], "default")), case.catalogue)
    theirs = {found.section.id for found in below.available}
    sections = [found for found in case.chosen if found.section.id in theirs]
    posts = _alone(sections, people) if people <= len(sections) else _together(sections, people)
    if len(posts) >= FEWEST:
        yield Table(COLUMNS, tuple(_rows(case, posts)), "按各模块的工作量排出，签发前按实际人手改定")


def _alone(sections: list[Chosen], people: int) -> list[Post]:
    """As many posts as people: each section, the weightiest first, to whom has least to do."""
    posts = [Post(number, number, (), 0) for number in range(1, people + 1)]
    for found in sorted(sections, key=lambda found: -found.weight):
        post = min(posts, key=lambda post: post.weight)
        post.titles += (found.section.title,)
        post.weight += max(found.weight, 1)
    return posts


def _together(sections: list[Chosen], people: int) -> list[Post]:
    """A post for each section, the people shared out by weight."""
    posts, first = [], 1
    for found, size in zip(sections, shares([max(found.weight, 1) for found in sections], people, 1), strict=True):
        posts.append(Post(first, first + size - 1, (found.section.title,), max(found.weight, 1)))
        first += size
    return posts


def _rows(case: Case, posts: list[Post]) -> Iterator[tuple[Line, ...]]:
    for place, (post, share) in enumerate(zip(posts, shares([post.weight for post in posts]), strict=True)):
        backup = "本组互为备岗" if post.last > post.first else posts[(place + 1) % len(posts)].name
        text = f"{share}%"
        yield (
            case.computed(post.name, "team_size"),
            case.computed("；".join(post.titles), "weights"),
            Line(text, Origin("computed", ("weights",)), ((0, len(text)),)),
            case.computed(backup, "team_size"),
        )
