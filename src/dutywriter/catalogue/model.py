"""The Catalogue: sections, duties, roles, metrics and the words they are written with.

Text in the catalogue holds three kinds of marks, resolved when a draft is composed (text/marked.py):
`<词>` a slot, filled with the word of the role, platform or category; `<30 分钟※>` a suggested number;
`【待填：名】` what only the company knows.
"""

from typing import TYPE_CHECKING, ClassVar, Literal

from msgspec import Raw, json
from msgspec.structs import replace

from dutywriter.catalogue.data import NOTHING, Data
from dutywriter.catalogue.rules import Chunk, Law, Rule, Tag

if TYPE_CHECKING:
    from dutywriter.catalogue.rulebook import Rulebook

Frequency = Literal["每日", "每周", "每月", "每季", "每年", "按项目", "按需"]
FREQUENCIES: tuple[Frequency, ...] = ("每日", "每周", "每月", "每季", "每年", "按项目", "按需")
Level = Literal["专员", "主管", "经理"]
BUNDLED = "bundled"
COMPOSED_PARTS = (
    *("facts", "purpose", "goals", "milestones", "duties", "time", "division", "rhythm", "metrics", "partners", "requirements"),
    *("tools", "pending", "employer", "posting_duties", "musts", "pluses", "offer", "parties", "scope", "prose", "checklist"),
)
"""Parts of documents that are composed; every other part is a table of the data."""
LEVELS: tuple[Level, ...] = ("专员", "主管", "经理")


class When(Data, frozen=True):
    """The case in which a thing is taken: all given conditions hold, and those of `unless` do not."""

    role: tuple[str, ...] = ()
    level: tuple[Level, ...] = ()
    platform: tuple[str, ...] = ()
    category: tuple[str, ...] = ()
    business: tuple[str, ...] = ()
    metric: tuple[str, ...] = ()
    length: tuple[str, ...] = ()
    onsite: bool | None = None
    team: bool | None = None
    shift: bool | None = None
    goals: bool | None = None
    unless: "When | None" = None


ALWAYS = When()
"""The condition that holds in every case."""


class Wording(Data, frozen=True):
    """One duty as one level does it: 动词 + 对象 + 结果, and how one sees that it was done."""

    do: str
    frequency: Frequency
    standard: str
    deliverable: str
    timing: str = ""


class Duty(Data, frozen=True):
    """职责: one action under one id, worded anew for each level that it fits.

    `priority` 1 is taken before 2, and 2 before 3, as far as the length has room. `instead_of` names the duties that
    this one replaces where it applies. `metrics` and `partners` are ids.
    """

    KEY: ClassVar[str] = "id"
    id: str
    levels: dict[Level, Wording]
    priority: Literal[1, 2, 3] = 2
    metrics: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    when: When = When()
    instead_of: tuple[str, ...] = ()


class Section(Data, frozen=True):
    """职责模块: `about` holds the trade words by which the section is found; `duties` those that roles share.

    `people` marks the work of leading people: where a user says how many, a draft has such a section.
    """

    KEY: ClassVar[str] = "id"
    id: str
    title: str
    about: str
    duties: tuple[Duty, ...] = ()
    people: bool = False


class RoleSection(Data, frozen=True):
    """A section in one role: its weight at each level (0 or absent: not at that level), and the role's own duties."""

    KEY: ClassVar[str] = "section"
    section: str
    weight: dict[Level, int]
    duties: tuple[Duty, ...] = ()
    when: When = When()


class Metric(Data, frozen=True):
    """指标: `direction` says which way is better; `definition` settles the reading where several exist.

    A name with an N (N日留存率) stands for one metric a number; `usual_n` is the number suggested where nobody says one.
    `alternative` is another reading in use, to be settled before signing. `suggested` is a target that most could start from;
    where there is none, the post's own past is the measure. `guards` are the ids of metrics that must not suffer when this one
    is driven, `same_as` those that say the same in other words, so that a draft holds one of them.
    """

    KEY: ClassVar[str] = "id"
    id: str
    name: str
    formula: str
    unit: str
    direction: Literal["up", "down", "range"]
    source: str
    period: Literal["每日", "每周", "每月", "每季", "每年", "按项目"] = "每月"
    aliases: tuple[str, ...] = ()
    definition: str = ""
    alternative: str = ""
    usual_n: str = ""
    suggested: str = ""
    guards: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()

    @property
    def usual_name(self) -> str:
        """The name with its usual number: 7日留存率."""
        return self.name.replace("N", self.usual_n) if self.usual_n else self.name


class Exchange(Data, frozen=True):
    """What a post gives a partner, and what it gets."""

    give: str
    get: str


class Partner(Data, frozen=True):
    """协作对象: what this post gives and what it gets; `at` holds the levels at which that differs."""

    KEY: ClassVar[str] = "id"
    id: str
    name: str
    side: Literal["内部", "外部"]
    give: str
    get: str
    at: dict[Level, Exchange] = {}
    when: When = When()


class Requirement(Data, frozen=True):
    """任职要求: one requirement and the proof by which it is seen."""

    KEY: ClassVar[str] = "id"
    id: str
    kind: Literal["必备", "加分"]
    aspect: Literal["学历", "经验", "知识", "技能", "能力", "证书"]
    text: str
    proof: str
    when: When = When()


class Tool(Data, frozen=True):
    """常用工具: what the work is done with, and what it is used for."""

    KEY: ClassVar[str] = "name"
    name: str
    use: str
    when: When = When()


class ByLevel(Data, frozen=True):
    """A sentence for each level."""

    专员: str
    主管: str
    经理: str

    def at(self, level: Level) -> str:
        text: str = getattr(self, level)
        return text


class MetricsByLevel(Data, frozen=True):
    """Metric ids for each level, the weightiest first."""

    专员: tuple[str, ...]
    主管: tuple[str, ...]
    经理: tuple[str, ...]

    def at(self, level: Level) -> tuple[str, ...]:
        ids: tuple[str, ...] = getattr(self, level)
        return ids


class TableRow(Data, frozen=True):
    """A row of a table. `clock` places it in a day's work, from the beginning or end of it in minutes: `start+15`, `end-30`."""

    cells: tuple[str, ...]
    clock: str = ""
    when: When = When()


Standing = Literal["stressed", "timed", "all"]


class Playbook(Data, frozen=True):
    """工作表: one kind of working table that roles have, with its columns.

    `stands` is the matrix of kinds of documents and lengths in which it stands: for the metrics that the user stressed, where
    the user gives the working hours (tables whose rows have a clock), or for all. `say` is a line before the tables.
    """

    KEY: ClassVar[str] = "key"
    key: str
    heading: str
    columns: tuple[str, ...]
    stands: dict[str, dict[str, Standing]]
    say: str = ""


class PlaybookTable(Data, frozen=True):
    """One working table of a role: which kind of table, its rows, the metric or the occasion that it is for."""

    KEY: ClassVar[str] = "key"
    key: str
    of: str
    rows: tuple[TableRow, ...]
    metric: str = ""
    caption: str = ""
    when: When = When()


class Variant(Data, frozen=True):
    """What is otherwise in one case of a role: purpose, goals, metrics, and the weights of sections by section and level."""

    when: When
    purpose: ByLevel | None = None
    goals: MetricsByLevel | None = None
    metrics: MetricsByLevel | None = None
    weights: dict[str, dict[Level, int]] = {}


class Borrow(Data, frozen=True):
    """A role whose duties join another's in one case."""

    role: str
    when: When


class Role(Data, frozen=True):
    """岗位: everything that is this role's own.

    `serves` names for a metric the goals that it serves, `records` the record of this role in which it is read, `sets` the
    answers that an alias brings along (天猫运营: the platform), `words` the role's own words for slots, `order` its place
    where roles are listed. `borrows` names the roles whose duties join this one's (驻场 with a platform does the work of that
    trade). Of the `variants` that apply, each changes what the ones before left.
    """

    KEY: ClassVar[str] = "name"
    name: str
    about: str
    title: ByLevel
    purpose: ByLevel
    reports_to: ByLevel
    goals: MetricsByLevel
    metrics: MetricsByLevel
    sections: tuple[RoleSection, ...]
    order: int = 100
    partners: tuple[Partner, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    tools: tuple[Tool, ...] = ()
    playbooks: tuple[PlaybookTable, ...] = ()
    serves: dict[str, tuple[str, ...]] = {}
    records: dict[str, str] = {}
    aliases: tuple[str, ...] = ()
    pinyin: tuple[str, ...] = ()
    sets: dict[str, dict[str, str]] = {}
    borrows: tuple[Borrow, ...] = ()
    onsite: bool = False
    words: dict[str, str] = {}
    variants: tuple[Variant, ...] = ()


class TableData(Data, frozen=True):
    """A table of a document that needs no code of its own; `say` is a line before it, `close` one after."""

    KEY: ClassVar[str] = "key"
    key: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    say: str = ""
    close: str = ""
    when: When = When()


class Extent(Data, frozen=True):
    """How much of the work is shown.

    At most `sections`, `leading` duties in each of the first `leading_sections` and `other` in the rest, at most `metrics`
    KPIs.
    """

    sections: int
    leading_sections: int
    leading: int
    other: int
    metrics: int


class Length(Data, frozen=True):
    """A length of a draft: its extent, and `for_goals` that of a draft whose goals the user names."""

    KEY: ClassVar[str] = "name"
    name: str
    about: str
    extent: Extent
    for_goals: Extent | None = None


class Kind(Data, frozen=True):
    """A kind of document: its parts in order, each with its heading; those `without` are left out at that length.

    `extents` are its own extents by length, where they are others than the length's. `onsite` kinds are for posts on a client's
    site alone. `shortens` names the parts that lose lines where the document must be short, in that order, and how many each keeps.
    `saved_as` is the format that people who use it want its file in.
    """

    KEY: ClassVar[str] = "name"
    name: str
    about: str
    title: str
    parts: dict[str, str]
    without: dict[str, tuple[str, ...]] = {}
    extents: dict[str, Extent] = {}
    onsite: bool = False
    shortens: dict[str, int] = {}
    saved_as: str = "docx"


class OutlineHeading(Data, frozen=True):
    """A heading, and what stands under it: the duties of those `sections` that a role has, or a `part` of a document."""

    heading: str
    sections: tuple[str, ...] = ()
    part: str = ""


class Outline(Data, frozen=True):
    """提纲: the headings of a document in their order."""

    KEY: ClassVar[str] = "name"
    name: str
    about: str
    headings: tuple[OutlineHeading, ...]

    @property
    def of_sections(self) -> bool:
        """Whether it only says which duties stand in which order, and leaves the other parts as they are."""
        return all(heading.sections for heading in self.headings)


class Documents(Data, frozen=True):
    """What documents are made of. `baselines` is, by a metric's direction, the target where a metric suggests none."""

    kinds: tuple[Kind, ...]
    lengths: tuple[Length, ...]
    tables: tuple[TableData, ...]
    playbooks: tuple[Playbook, ...] = ()
    baselines: dict[str, str] = {}
    outlines: tuple[Outline, ...] = ()


class Word(Data, frozen=True):
    """The word that fills a slot, with where and when its name was confirmed (empty for a generic word)."""

    text: str
    source: str = ""
    checked: str = ""


class Vocabulary(Data, frozen=True):
    """The words of one platform or category. `marks` belong to it alone: in a draft for another they are a mistake."""

    KEY: ClassVar[str] = "name"
    name: str
    aliases: tuple[str, ...] = ()
    parent: str = ""
    words: dict[str, Word] = {}
    marks: tuple[str, ...] = ()


class Terms(Data, frozen=True):
    """Slots and what fills them; `generic` answers every slot."""

    generic: dict[str, str]
    platforms: tuple[Vocabulary, ...] = ()
    categories: tuple[Vocabulary, ...] = ()
    businesses: tuple[Vocabulary, ...] = ()


class VerbGroup(Data, frozen=True):
    """Verbs with the lowest and the highest level that does such work."""

    verbs: tuple[str, ...]
    lowest: Level
    highest: Level


class LevelNames(Data, frozen=True):
    """A level and the other names under which people ask for it."""

    KEY: ClassVar[str] = "name"
    name: Level
    about: str
    aliases: tuple[str, ...]


class Verbs(Data, frozen=True):
    """Levels, the verbs of each, and `everyday` verbs with which a duty in others' texts may open at any level."""

    levels: tuple[LevelNames, ...]
    groups: tuple[VerbGroup, ...]
    everyday: tuple[str, ...] = ()


class DataFile(Data, frozen=True):
    """What one data file can hold, bundled or a company's own; `renamed` leads from old ids to those of today."""

    schema: str = ""
    sections: tuple[Section, ...] = ()
    roles: tuple[Role, ...] = ()
    metrics: tuple[Metric, ...] = ()
    generic: dict[str, str] = {}
    platforms: tuple[Vocabulary, ...] = ()
    categories: tuple[Vocabulary, ...] = ()
    businesses: tuple[Vocabulary, ...] = ()
    kinds: tuple[Kind, ...] = ()
    lengths: tuple[Length, ...] = ()
    tables: tuple[TableData, ...] = ()
    playbooks: tuple[Playbook, ...] = ()
    baselines: dict[str, str] = {}
    outlines: tuple[Outline, ...] = ()
    levels: tuple[LevelNames, ...] = ()
    groups: tuple[VerbGroup, ...] = ()
    everyday: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
    laws: tuple[Law, ...] = ()
    shorthands: dict[str, str] = {}
    parties: tuple[str, ...] = ()
    customers: tuple[str, ...] = ()
    tags: tuple[Tag, ...] = ()
    chunks: tuple[Chunk, ...] = ()
    principles: dict[str, str] = {}
    renamed: dict[str, str] = {}


class RoleEntry(Data, frozen=True):
    """A role as it stands in a list: what it is asked for by, and the whole of it still encoded."""

    name: str
    about: str
    onsite: bool
    names: tuple[str, ...]
    sets: dict[str, dict[str, str]]
    body: Raw

    @classmethod
    def of(cls, role: Role) -> "RoleEntry":
        names = (role.name, *role.aliases, *role.pinyin, *role.sets)
        return cls(role.name, role.about, role.onsite, names, role.sets, Raw(json.encode(role)))


class Catalogue(Data, frozen=True, dict=True):
    """All that is known, as one value. A run needs one role of many, so each is decoded when it is asked for.

    `needs_table`, `cues_table` and `words_table` are the rulebook's tables, kept apart from it since they are not decoded.
    `layers` names, for what a company's files add or change, the file: by id, of what belongs to a role by role/id.
    """

    sections: tuple[Section, ...]
    entries: tuple[RoleEntry, ...]
    metrics: tuple[Metric, ...]
    documents: Documents
    terms: Terms
    verbs: Verbs
    rulebook: Raw
    needs_table: memoryview = NOTHING
    cues_table: memoryview = NOTHING
    words_table: memoryview = NOTHING
    renamed: dict[str, str] = {}
    layers: dict[str, str] = {}

    def layer(self, id_: str, role: str = "") -> str:
        """The file that the thing of that id comes from, `bundled` where it came with the program."""
        return self.layers.get(f"{role}/{id_}") or self.layers.get(id_, BUNDLED)

    def role(self, name: str) -> Role:
        """The role under its canonical name.

        Raises StopIteration where there is none: names are resolved before.
        """
        decoded: dict[str, Role] = self.__dict__.setdefault("decoded", {})
        if name not in decoded:
            entry = next(entry for entry in self.entries if entry.name == name)
            decoded[name] = json.decode(entry.body, type=Role)
        return decoded[name]

    @property
    def rules(self) -> "Rulebook":
        """Every rule; decoded when it is asked for, since writing needs none."""
        from dutywriter.catalogue.rulebook import Rulebook

        if "rules" not in self.__dict__:
            self.__dict__["rules"] = replace(
                json.decode(self.rulebook, type=Rulebook),
                needs_table=self.needs_table,
                cues_table=self.cues_table,
                words_table=self.words_table,
            )
        rules: Rulebook = self.__dict__["rules"]
        return rules

    @property
    def roles(self) -> tuple[Role, ...]:
        """Every role, in the order of the list."""
        return tuple(self.role(entry.name) for entry in self.entries)
