"""From answers to the draft that is handed over, and what is worth knowing of it."""

from datetime import date, datetime

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue, Kind
from dutywriter.compose.case import Case
from dutywriter.compose.compose import compose
from dutywriter.draft import Draft
from dutywriter.errors import Misuse


def drafted(brief: Brief, catalogue: Catalogue) -> Draft:
    """The draft for `brief`.

    Raises Misuse where the kind of document does not go with the post, or cannot be made as short as wanted.
    """
    case = Case(brief, catalogue)
    if case.kind.onsite and not case.onsite:
        raise Misuse(f"{case.kind.name}只用于驻场的岗位：请加 --client 客户单位，或 --onsite 是")
    draft = compose(brief, catalogue)
    return _fitted(draft, case.kind, brief.get("max_chars")) if "max_chars" in brief.answers else draft


def today() -> date:
    """The day that remarks and requests count from."""
    return datetime.now().astimezone().date()


def remarks_on(brief: Brief, draft: Draft, catalogue: Catalogue) -> list[str]:
    """What is worth knowing before the draft is used, one line each.

    Raises Misuse where the sections that were asked for leave nothing to write.
    """
    from dutywriter.check.remarks import remarks

    said = list(remarks(brief, draft, catalogue, today()))
    if next(draft.duties(), None) is None and next(Case(brief, catalogue).duties(), None) is None:
        raise Misuse(f"{'；'.join(said) or '职责都去掉了'}，没有可写的职责；请改 --sections、--without 或 --without-duties")
    return said


def _fitted(draft: Draft, kind: Kind, most: int) -> Draft:
    from dutywriter.compose.shorten import TooLongError, shortened
    from dutywriter.formats.plain import render

    if not kind.shortens:
        raise Misuse(f"--max-chars 用不到{kind.name}上，只用于招聘（--kind 招聘）")
    try:
        return shortened(draft, kind.shortens, most, lambda short: len(render(short).decode()))
    except TooLongError as error:
        raise Misuse(f"--max-chars {most} 放不下，去掉次要的条目后最短 {error.least} 字") from error
