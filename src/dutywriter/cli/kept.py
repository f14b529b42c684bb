"""An interview as bytes, for the run that goes on with it."""

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from dutywriter.brief.answers import Answer, Brief, Source, from_file, to_file
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.told import Told
from dutywriter.errors import BadFile
from dutywriter.wizard.loop import ENDS, REVIEW, State
from dutywriter.wizard.replies import Given, Reply

SCHEMA = "dutywriter/interview/1"


class Record(Struct, frozen=True):
    """What is kept: `answers` is the text of an answers file, `sources` says where each of them came from."""

    schema: str
    told: Told
    answers: str
    sources: dict[str, Source]
    today: str
    place: str
    replies: dict[str, Reply]
    typed: dict[str, str]
    ticked: dict[str, Given]
    trail: tuple[str, ...]
    reviewed: bool
    edited: str
    asks_where: bool
    wanted: str


class DamagedError(Exception):
    """What was kept cannot be understood."""


def kept(told: Told, state: State) -> bytes:
    """The interview as bytes."""
    same = {name: getattr(state, name) for name in Record.__struct_fields__ if name in State.__struct_fields__}
    sources = {key: answer.source for key, answer in state.base.answers.items()}
    return msgspec.json.encode(Record(SCHEMA, told, to_file(state.base), sources, **same))


def record(content: bytes) -> Record:
    """What was kept. Raises DamagedError."""
    try:
        found = msgspec.json.decode(content, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedError from error
    if found.schema != SCHEMA:
        raise DamagedError
    return found


def state_of(found: Record, catalogue: Catalogue) -> State:
    """The interview where it stood; one that had come to an end, on the page before it. Raises DamagedError."""
    try:
        values = from_file(found.answers, "", catalogue)
    except BadFile as error:
        raise DamagedError from error
    base = Brief({key: Answer(value, found.sources.get(key, "file")) for key, value in values.items()})
    same = {name: getattr(found, name) for name in State.__struct_fields__ if name in Record.__struct_fields__}
    state = State(base, **same)
    return replace(state, place=REVIEW) if state.place in ENDS else state
