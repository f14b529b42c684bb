"""From answers to the draft that is handed over: composed, and shortened where it must fit."""

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


def _fitted(draft: Draft, kind: Kind, most: int) -> Draft:
    from dutywriter.compose.shorten import TooLongError, shortened
    from dutywriter.formats.plain import render

    if not kind.shortens:
        raise Misuse(f"--max-chars 用不到{kind.name}上，只用于招聘（--kind 招聘）")
    try:
        return shortened(draft, kind.shortens, most, lambda short: len(render(short).decode()))
    except TooLongError as error:
        raise Misuse(f"--max-chars {most} 放不下，去掉次要的条目后最短 {error.least} 字") from error
