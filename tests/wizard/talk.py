"""An interview gone through without a terminal."""

from msgspec.structs import replace

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue
from dutywriter.compose.compose import compose
from dutywriter.draft import Draft
from dutywriter.wizard.events import Answered, Back, Event, Review
from dutywriter.wizard.loop import ENDS, REVIEW, State, at_hand, brief_at, chosen_before, situation, started, step, typed_before
from dutywriter.wizard.picker import Picker
from dutywriter.wizard.questions import Question
from dutywriter.wizard.replies import Given, picked_reply

TODAY = "2026-11-22"


class Talk:
    """An interview at `state`; `asked` are the ids of the questions that were answered, in order."""

    def __init__(self, catalogue: Catalogue, state: State) -> None:
        self.catalogue = catalogue
        self.state = state
        self.asked: list[str] = []

    @classmethod
    def begun(cls, catalogue: Catalogue, brief: Brief, request: str = "", *, asks_where: bool = False) -> "Talk":
        return cls(catalogue, started(brief, TODAY, catalogue, request, asks_where=asks_where))

    @property
    def place(self) -> str:
        return self.state.place

    @property
    def question(self) -> Question:
        return at_hand(self.state, situation(self.state, self.catalogue))

    @property
    def brief(self) -> Brief:
        return brief_at(self.state, self.catalogue)

    @property
    def draft(self) -> Draft:
        return compose(self.brief, self.catalogue)

    @property
    def typed(self) -> str:
        """What stands in the line at hand."""
        return typed_before(self.state, self.question, self.brief)

    @property
    def chosen(self) -> str:
        """Where the cursor stands on the list at hand."""
        return chosen_before(self.state, self.question, self.brief)

    @property
    def ticked(self) -> Given:
        """What stands ticked on the list at hand."""
        return self._ticked()

    def _ticked(self, most: int | None = None) -> Given:
        """The ticks of the list at hand, the first `most` of them."""
        return picked_reply(self.question, Picker(self.question.options, many=True).picked()[:most])

    def does(self, *events: Event) -> "Talk":
        for event in events:
            self.state = step(self.state, event, self.catalogue)
        return self

    def replies(self, *replies: Given) -> "Talk":
        return self.does(*map(Answered, replies))

    def enters(self) -> "Talk":
        """Enter alone."""
        style = self.question.style
        return self.replies(self.typed if style == "text" else self.chosen if style == "choice" else self.ticked)

    def goes_on(self, replies: dict[str, Given] | None = None, until: str = REVIEW) -> "Talk":
        """Through the questions to `until`, or to the review page, with Enter alone where `replies` has no reply."""
        while self.place not in (until, REVIEW, *ENDS):
            self.asked.append(self.place)
            if replies and self.place in replies:
                self.replies(replies[self.place])
            else:
                self.enters()
        return self

    def answers(self, replies: dict[str, Given]) -> "Talk":
        """The reply of `replies` to the question at hand, else an empty line; Enter alone where it was replied before.

        The duties that it is silent about are those that were recommended.
        """
        is_left_half = self.place in {**self.state.typed, **self.state.ticked}
        if self.place in self.state.replies and not is_left_half:
            return self.enters()
        if self.place not in replies and self.question.style == "tree":
            left = {id_: given for id_, given in self.state.ticked.items() if id_ != self.place}
            self.state = replace(self.state, ticked=left)
            return self.enters()
        return self.replies(replies.get(self.place, ""))

    def wanders(self, going: list[str], replies: dict[str, Given]) -> "Talk":
        """On, back (half: with something left behind), to the review page, and on that to the question that is named."""
        for move in going:
            at_review = self.place == REVIEW
            if move == "back" or (move == "half" and at_review):
                self.does(Back())
            elif move == "half":
                self.does(Back("half", self._ticked(1)))
            elif move == "review":
                self.does(Review())
            elif not at_review:
                self.answers(replies)
            elif move != "on":
                self.replies(move)
        return self
