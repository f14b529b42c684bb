"""What to tell a person about what they said: never a reason to stop."""

from collections.abc import Iterator
from datetime import date

from dutywriter.brief.answers import Brief
from dutywriter.brief.fields import BY_KEY, section_names
from dutywriter.brief.kinds import OwnDuty
from dutywriter.catalogue.model import LEVELS, Catalogue, Vocabulary
from dutywriter.catalogue.names import metric_named, metrics_like
from dutywriter.check.plausible import implausible
from dutywriter.compose.case import Case
from dutywriter.draft import Draft
from dutywriter.text.near import nearest

_OF_SOME_KINDS = ("pay", "posted", "valid_until", "headcount", "industry", "effective", "team_size", "scope", "plus")
_WRITTEN = ("title", "must", "plus", "own", "rest", "set")


def remarks(brief: Brief, draft: Draft, catalogue: Catalogue, today: date) -> Iterator[str]:
    """One line for each thing worth knowing, in Chinese."""
    yield from _unknown_metrics(brief, catalogue)
    yield from implausible(brief, catalogue)
    for goal in brief.goals:
        if goal.deadline and goal.deadline < today.isoformat():
            yield f"“{goal.name}”的期限 {goal.deadline} 已过，请核对"
    if not brief.get("start") and any(part.key == "milestones" for part in draft.parts):
        yield "里程碑没有日期：写明开始日期（--start，如 2027-01-04），会按月或按季写出"
    yield from _team(brief, draft)
    yield from _unknown_words(brief, catalogue)
    yield from _without_levers(brief, draft, catalogue)
    yield from _absent_sections(brief, draft, catalogue)
    yield from _absent_duties(brief, draft, catalogue)
    yield from _unordered(brief, catalogue)
    yield from _unknown_sections(brief, catalogue)
    if brief.get("onsite") is False and catalogue.role(brief.get("role")).onsite:
        yield f"{brief.get('role')}本身就是驻场岗位，“驻场：否”未采用"
    elif brief.get("onsite") is False and "client" in brief.answers:
        yield "写了客户单位，又写明不驻场：客户单位没有写进文中"
    yield from _unmet_focus(brief, catalogue)
    yield from _unused_names(brief, draft)
    yield from _empty_headings(brief, draft, catalogue)
    yield from _unused_answers(brief, draft)
    yield from _wording(brief, catalogue)


def _unknown_metrics(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    for goal in brief.goals:
        metric = metric_named(catalogue, goal.name)
        if not metric:
            near = metrics_like(catalogue, goal.name)
            hint = f"，是不是 {'、'.join(near)}？" if near else ""
            yield f"指标“{goal.name}”不在指标库中{hint or '，'}已按原文保留，公式等请在待填处补上"


def _without_levers(brief: Brief, draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    """Stressed metrics for which the role has no table of levers or causes, where such tables would stand."""
    if not brief.goals or brief.get("length") == "精简":
        return
    role = catalogue.role(draft.role)
    known = {table.metric for table in role.playbooks}
    missing = [goal.name for goal in brief.goals if (metric := metric_named(catalogue, goal.name)) and metric.id not in known]
    if missing and known:
        yield f"{role.name}没有“{'、'.join(missing)}”的指标拆解表，附表中略去"


def _team(brief: Brief, draft: Draft) -> Iterator[str]:
    """A number of people that leaves something out."""
    people = brief.get("team_size")
    if people is None or draft.level == LEVELS[0]:
        return
    from dutywriter.compose.division import MOST

    if people == 0:
        yield f"{draft.level}不带人：带人的模块和与直接下级的协作没有写"
    elif people > MOST:
        yield f"直接下级 {people} 人，请核对；超过 {MOST} 人不列组内分工"


def _unknown_words(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    terms = catalogue.terms
    for key, known in (("platform", terms.platforms), ("category", terms.categories), ("business", terms.businesses)):
        value = brief.get(key, ())
        others = {"category": terms.businesses, "business": terms.categories}.get(key, ())
        for name in [value] if isinstance(value, str) else value:
            if name not in _names((*known, *others)):
                yield f"{BY_KEY[key].label}“{name}”没有专用写法，已保留名称并采用通用职责"


def _names(known: tuple[Vocabulary, ...]) -> set[str]:
    return {word.name for word in known}


def _absent_sections(brief: Brief, draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    if not brief.sections.take:
        return
    there = {chosen.section.title for chosen in Case(brief, catalogue).available}
    for title in brief.sections.take:
        if title not in there and title not in brief.sections.leave:
            yield f"{draft.role}{draft.level}没有“{title}”这个模块，已略过"


def _absent_duties(brief: Brief, draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    """Duties that the user takes or leaves out, and that the post does not have in this case."""
    named = dict.fromkeys((*brief.duties.take, *brief.duties.leave))
    if named:
        there = {duty.id for chosen in Case(brief, catalogue).available for duty in chosen.duties}
        missing = [_worded(id_, draft.level, catalogue) for id_ in named if id_ not in there]
        if missing:
            yield f"{draft.role}{draft.level}在这种情况下没有职责“{'、'.join(missing)}”，已略过"


def _worded(id_: str, level: str, catalogue: Catalogue) -> str:
    """What a duty says, at this level or else at the first that has it; its id where the words have slots to fill."""
    shared = (duty for section in catalogue.sections for duty in section.duties)
    own = (duty for role in catalogue.roles for part in role.sections for duty in part.duties)
    duty = next(duty for duty in (*shared, *own) if duty.id == id_)
    wordings = {at: wording.do for at, wording in duty.levels.items()}
    words = next((wordings[at] for at in (level, *LEVELS) if at in wordings), id_)
    return id_ if "<" in words else words


def _unordered(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    """What the user puts in order in vain."""
    order = brief.get("order", ())
    if not order:
        return
    case = Case(brief, catalogue)
    if case.outline:
        yield f"提纲“{case.outline.name}”的标题不改先后，“次序”只在同一标题下采用"
    titles = [chosen.section.title for chosen in (case.available if case.outline else case.chosen)]
    there = {*titles, *(duty.id for duty in case.duties())}
    for name in order:
        if name not in there:
            near = [] if name in section_names(catalogue) else nearest(name, titles)
            hint = f"，是不是 {'、'.join(near)}？" if near else "，"
            yield f"“{name}”没有写进文中{hint}“次序”里略过"


def _unknown_sections(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    """Sections of the user's own duties that may be mistyped."""
    outline = Case(brief, catalogue).outline
    headings = [heading.heading for heading in outline.headings] if outline else []
    titles = list(dict.fromkeys((*headings, *section_names(catalogue).values())))
    for section in dict.fromkeys(duty.section for duty in brief.get("own", ())):
        near = nearest(section, titles) if section not in titles else []
        if near:
            yield f"职责库里没有“{section}”这个模块，已作为您自己的模块写进文中；是不是 {'、'.join(near)}？"


def _unmet_focus(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    if "focus" in brief.answers and not any(chosen.words for chosen in Case(brief, catalogue).available):
        yield f"侧重“{brief.get('focus')[:20]}”在这个岗位的职责里没有对应，未改变取舍"


def _empty_headings(brief: Brief, draft: Draft, catalogue: Catalogue) -> Iterator[str]:
    """Headings of the outline under which this role has nothing at this level."""
    outline = Case(brief, catalogue).outline
    if outline:
        there = {part.heading for part in draft.parts} | {duty.section_title for duty in draft.duties()}
        missing = [heading.heading for heading in outline.headings if heading.heading not in there]
        if missing:
            yield f"{draft.role}{draft.level}没有“{'、'.join(missing)}”的内容，提纲里略去"


def _unused_answers(brief: Brief, draft: Draft) -> Iterator[str]:
    """Answers that only other kinds of documents print."""
    used = {ref for line in draft.lines() for ref in line.origin.refs}
    for key in _OF_SOME_KINDS:
        if brief.get(key) and key not in used:
            yield f"“{BY_KEY[key].label}”在{draft.kind}里没有用上"
    texts = [line.text for line in draft.lines()]
    unsaid = [goal.name for goal in brief.goals if goal.target and not any(goal.target in text for text in texts)]
    if unsaid:
        yield f"“{'、'.join(unsaid)}”的目标在{draft.kind}里没有用上"


def _unused_names(brief: Brief, draft: Draft) -> Iterator[str]:
    used = {ref for line in draft.lines() for ref in line.origin.refs}
    texts = {line.text for line in draft.lines()}
    for name, text in brief.get("set", {}).items():
        if name not in used and text not in texts:
            near = nearest(name, draft.placeholders())
            hint = f"，是不是 {'、'.join(near)}？" if near else "，"
            yield f"文中没有“{name}”这个待填项{hint}填写的内容没有用上"


def _wording(brief: Brief, catalogue: Catalogue) -> Iterator[str]:
    typed = [(key, text) for key in _WRITTEN if key in brief.answers for text in _texts(brief.get(key))]
    if not typed:
        return
    from dutywriter.check.wording import Shape, Wording

    shapes: dict[str, Shape] = {"must": "requirement", "plus": "requirement", "own": "duty"}
    wording = Wording(catalogue)
    for key, text in typed:
        for finding in wording.findings(text, shapes.get(key, "phrase"), brief.level):
            yield f"{BY_KEY[key].label}“{text[:20]}”：{finding.message}，建议{finding.advice}"


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [str(text) for text in value.values()]
    if isinstance(value, tuple):
        return [_action(item) if isinstance(item, OwnDuty) else item for item in value]
    return [value] if isinstance(value, str) else []


def _action(duty: OwnDuty) -> str:
    """What is done, without how often: that stands before a verb, which has to come first otherwise."""
    from dutywriter.compose.own import without_frequency

    return without_frequency(duty.text)
