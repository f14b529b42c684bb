"""Rules for texts, and the law that some of them rest on, as the data files hold them."""

from typing import ClassVar, Literal

from dutywriter.catalogue.data import Data

Severity = Literal["error", "warning", "info"]
Profile = Literal["recruit", "internal", "onsite"]
PROFILES: tuple[Profile, ...] = ("recruit", "internal", "onsite")


Guard = Literal["none", "phrase", "sentence"]


class Trigger(Data, frozen=True):
    """A pattern of a rule: what it finds in one sentence, and what in its phrase silences it.

    `find`, `beside` and `unless` are regular expressions over folded text (half width, lower case), or where `tagged` over its
    tags; {name} in them is a shorthand; a group named `word` is what is marked. `beside` matches somewhere in the sentence, too.
    Only texts with one of the words of `cue` (0: any digit; none: the rule's) are looked at: what `find` matches should hold one.
    `guard`: words of the business silence it in its phrase, or for a weak one anywhere in the sentence, or never. `parts` are the
    parts of a document in which it counts; none: all. `confidence` is in percent. What is given here stands in place of what the
    rule says.
    """

    find: str
    tagged: bool = False
    cue: tuple[str, ...] = ()
    beside: str = ""
    unless: str = ""
    guard: Guard = "phrase"
    parts: tuple[str, ...] = ()
    confidence: int = 90
    severity: Severity | None = None
    message: str = ""
    advice: str = ""
    basis: tuple[str, ...] = ()


class Case(Data, frozen=True):
    """What to say otherwise where the marked words match `has`: whom it is against, which article, how grave."""

    has: str
    severity: Severity | None = None
    message: str = ""
    advice: str = ""
    basis: tuple[str, ...] = ()


class Rule(Data, frozen=True):
    """A rule: what it finds, what to say and to advise, why, and examples that must fire and that must not.

    `words` are told wherever they stand, `own_words` only in the catalogue's texts and in what a user types into it.
    `category` is the family, for 5xx and 6xx the kind of risk. `kinds` are the kinds of documents that it is for; none: all.
    `cases` say more of some of its findings: the first that fits. `frames` are expressions over the tags of a sentence that fire
    like triggers, but where `before` matches in the same clause before them; one of `signals`, words or tags that no chunk makes,
    stands in every sentence that they match. `spared` silences frames and triggers wherever in the sentence it matches. `cue` are
    the cues of frames, besides the parties of the rulebook, and of triggers that have none.
    `severities` says otherwise for a profile. `basis` are articles (劳动法.12) or headings of what a good document holds.
    """

    KEY: ClassVar[str] = "name"
    code: str
    name: str
    severity: Severity
    message: str
    advice: str
    category: str = "wording"
    title: str = ""
    words: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    triggers: tuple[Trigger, ...] = ()
    cases: tuple[Case, ...] = ()
    frames: tuple[str, ...] = ()
    signals: tuple[str, ...] = ()
    before: str = ""
    spared: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    reason: str = ""
    basis: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    severities: dict[str, Severity] = {}
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()

    @property
    def every_trigger(self) -> tuple[Trigger, ...]:
        """The triggers, and in front of them one for all frames."""
        from dutywriter.text.expanded import whole_runs

        framed = (Trigger("|".join(map(whole_runs, self.frames)), tagged=True, guard="none"),) if self.frames else ()
        return (*framed, *self.triggers)

    @property
    def sparing(self) -> str:
        """The expression that silences the triggers wherever in the sentence it matches; empty where there is none."""
        return "|".join(self.spared)

    def silencing(self, trigger: Trigger) -> str:
        """The expression that silences a trigger in its phrase; empty where there is none."""
        return trigger.unless or "|".join(self.unless)


class Tag(Data, frozen=True):
    """A class of words in a sentence about two parties: a capital letter, what it `means`, and expressions of its words.

    No other character of a folded text is a capital letter. What an earlier tag has taken, a later one does not get.
    """

    tag: str
    means: str
    words: tuple[str, ...]


class Chunk(Data, frozen=True):
    """Tagged words that make one: what `find` matches in the tagged sentence is tagged anew.

    Only in sentences whose words hold `text`, and that hold `given` and not `unless` once tagged; all are expressions, or empty.
    """

    tag: str
    find: str
    text: str = ""
    given: str = ""
    unless: str = ""

    @property
    def runs(self) -> str:
        """What `find` is tried as."""
        from dutywriter.text.expanded import whole_runs

        return whole_runs(self.find)


class Law(Data, frozen=True):
    """A law, regulation, notice or case: its full name, since when it is in force, and the articles that rules cite.

    `articles` leads from a number as people cite it to its exact words, paragraphs on lines of their own: 43 is 第四十三条, 15(2)
    its second paragraph, 43(一) its first item with the words that lead in. `checked` says that they were compared with the text.
    Where no text could be had, `gists` say in other words what each article holds, and `about` what the whole does. `amended` has
    the articles that are younger than `since`; `dated` says what the date is of. `note` says what could not be checked.
    """

    KEY: ClassVar[str] = "name"
    name: str
    full: str
    since: str
    dated: Literal["施行", "发布"] = "施行"
    articles: dict[str, str] = {}
    amended: dict[str, str] = {}
    gists: dict[str, str] = {}
    about: str = ""
    checked: bool = False
    note: str = ""
