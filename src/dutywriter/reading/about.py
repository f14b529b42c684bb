"""What kind of document a source is, before its rules are known."""

import re
from itertools import islice, pairwise

from msgspec import Struct

from dutywriter.catalogue.model import LEVELS, Level
from dutywriter.marker import COMMENT
from dutywriter.reading.segments import segments
from dutywriter.reading.source import Segment, Source
from dutywriter.text.pattern import Pattern

HEAD = 20_000
"""So many characters are looked at, from the beginning on."""

BARE = 5
"""Fewer lines than this, without a heading, are no document."""

KINDS = ("说明书", "招聘", "驻场附件", "正文", "任务清单")
_TAIL = 200_000
_MOST_SEGMENTS = 400
_ONSITE_ROLE = "驻场"
_FRONT_KIND = re.compile(r"(?:\A|\n)(?:kind|文种|类型)\s*[:：]\s*[\"']?([^\s\"']+)")
_FRONT_LEVEL = re.compile(r"(?:\A|\n)(?:level|级别)\s*[:：]\s*[\"']?([^\s\"']+)")
_ANNEX = Pattern(r"驻场.{0,12}附件|附件.{0,12}驻场|驻场服务(?:协议|约定)")
_HIRING = Pattern(r"招聘|诚聘|招募|急聘|高薪聘|聘请|招人")
_MANUAL = Pattern(r"说明书|职位说明|岗位说明|职务说明")
_TASKS = Pattern(r"任务清单|工作清单|任务列表|检查清单")
_PROSE = Pattern(r"职责")
_ONSITE = Pattern(r"驻场|驻点|派驻")
_PARTIES = Pattern(r"甲方|客户方|客户现场")
_MANAGER = Pattern(r"经理(?!助理)|总监|负责人")
_LEAD = Pattern(r"主管|组长|店长|领班|主任")
_CLERK = Pattern(r"专员|助理|实习|客服|编辑|文案")
_FULL = frozenset(("goals", "metrics"))


class About(Struct, frozen=True):
    """What a document says of itself: its kind ("" unknown), the level of the post, whether it is about work on a client's site.

    `bare` is a line or a few, which nobody would call a document.
    """

    kind: str = ""
    level: Level | None = None
    onsite: bool = False
    bare: bool = False


def about(source: Source) -> About:
    """What the source says of itself, in its comment, its front matter, its title and its headings."""
    told = _told(source.text)
    read = list(islice(segments(Source(source.text[:HEAD], source.form, source.marks)), _MOST_SEGMENTS))
    headings = [segment for segment in read if segment.kind == "heading"]
    title = next((segment.text for segment in read if segment.kind == "title"), "")
    kind = told.get("kind") or _by_title(title) or _by_parts(headings, read)
    level = told.get("level") or _level(title) or _level(_named(read))
    return About(
        kind if kind in KINDS else "",
        next((known for known in LEVELS if known == level), None),
        _is_onsite(kind, title, told.get("role", ""), headings, source.text[:HEAD]),
        not told and not headings and not title and len(read) < BARE,
    )


def _told(text: str) -> dict[str, str]:
    """What the comment at the end says, or the front matter."""
    place = text.rfind(COMMENT, max(0, len(text) - _TAIL))
    if place >= 0:
        return {key: _decoded(word) for key, _, word in (pair.partition("=") for pair in _words(text, place))}
    front = text[: text.find("\n---", 4) + 1][:HEAD] if text.startswith(("---", "\ufeff---")) else ""
    found = {"kind": _FRONT_KIND.search(front), "level": _FRONT_LEVEL.search(front)} if front else {}
    return {key: match[1] for key, match in found.items() if match}


def _words(text: str, place: int) -> list[str]:
    end = text.find("\n", place, place + 1000)
    return text[place + len(COMMENT) : max(end, place)].split()


def _decoded(word: str) -> str:
    if "%" not in word:
        return word
    from urllib.parse import unquote  # only what few comments hold is coded

    return unquote(word)


def _by_title(title: str) -> str:
    if not title:
        return ""
    kinds = ((_ANNEX, "驻场附件"), (_MANUAL, "说明书"), (_HIRING, "招聘"), (_TASKS, "任务清单"))
    return next((kind for pattern, kind in kinds if pattern.search(title)), "")


def _by_parts(headings: list[Segment], read: list[Segment]) -> str:
    """A document with goals or metrics describes a post in full; with duties and requirements alone it seeks someone."""
    parts = {segment.part for segment in headings}
    title = next((segment.text for segment in read if segment.kind == "title"), "")
    if parts >= _FULL or (parts & _FULL and "duties" in parts and parts & {"partners", "facts", "standards"}):
        return "正文" if _PROSE.search(title) and "facts" not in parts and not _cells(read) else "说明书"
    if "duties" in parts | {segment.part for segment in read} and "requirements" in parts:
        return "招聘"
    if parts & {"offer", "contact", "employer"} and parts & {"duties", "requirements"}:
        return "招聘"
    return "正文" if _PROSE.search(title) else ""


def _cells(read: list[Segment]) -> bool:
    return any(segment.kind == "cell" for segment in read)


def _named(read: list[Segment]) -> str:
    """The name of the post, where a table or a line tells it."""
    for before, segment in pairwise(read):
        if before.text in ("岗位名称", "职位名称"):
            return segment.text
        if segment.text.startswith(("岗位名称：", "职位名称：", "招聘岗位：", "招聘职位：")):
            return segment.text
    return ""


def _level(name: str) -> str:
    levels: tuple[tuple[Pattern, str], ...] = ((_CLERK, "专员"), (_LEAD, "主管"), (_MANAGER, "经理"))
    places = [(match.start(), level) for pattern, level in levels for match in pattern.finditer(name)]
    return max(places)[1] if places else ""


def _is_onsite(kind: str, title: str, role: str, headings: list[Segment], head: str) -> bool:
    if kind == "驻场附件" or _ONSITE_ROLE in role or _ONSITE.search(title):
        return True
    if any(_ONSITE.search(segment.text) for segment in headings):
        return True
    return _ONSITE.search(head) is not None and _PARTIES.search(head) is not None
