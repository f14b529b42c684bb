"""The interview from its first question to the file, and again from where it was left."""

import os
from datetime import date, datetime

from msgspec.structs import replace

from dutywriter.brief.answers import Brief
from dutywriter.catalogue.model import Catalogue
from dutywriter.cli.again import again
from dutywriter.cli.config import catalogue_with
from dutywriter.cli.delivery import on_screen
from dutywriter.cli.interview import Interview
from dutywriter.cli.kept import DamagedError, kept, record, state_of
from dutywriter.cli.output import say
from dutywriter.cli.told import Told
from dutywriter.cli.unfinished import Unfinished, usual_folder
from dutywriter.errors import Misuse
from dutywriter.wizard.device import opened
from dutywriter.wizard.loop import State, resumed, started

_RESUME = "答案已存下，接着写：dutywriter new --resume"


def begin(told: Told, brief: Brief, request: str, catalogue: Catalogue, today: date) -> None:
    """Ask on the terminal, and write what comes of it."""
    asks_where = not told.out and on_screen()
    unfinished = _unfinished()
    state = started(brief, today.isoformat(), catalogue, request, asks_where=asks_where)
    if left := unfinished.latest():
        when = f"{left.when.astimezone():%m月%d日 %H:%M}"
        state = replace(state, said=(f"{when}有一份没写完，要接着写请按 Ctrl-C，再运行 dutywriter new --resume",))
    _hold(told, state, catalogue, unfinished)


def resume() -> None:
    """Go on with the interview that was left last.

    Raises Misuse where there is none.
    """
    unfinished = _unfinished()
    while found := unfinished.latest():
        try:
            left = record(found.content)
            told = left.told.from_here()
            catalogue = catalogue_with(list(told.catalogue))
            state = resumed(state_of(left, catalogue), catalogue)
        except DamagedError:
            say(f"上次存下的答案坏了，已移到 {unfinished.set_aside(found)}")
            continue
        told.delivery().check()
        unfinished.resume(found)
        _hold(told, state, catalogue, unfinished)
        return
    raise Misuse("没有可以接着写的：上次已经写完，或已过了 7 天；请用 dutywriter new 重新开始")


def _hold(told: Told, state: State, catalogue: Catalogue, unfinished: Unfinished) -> None:
    interview = Interview(state, catalogue, told.delivery(), lambda state: unfinished.keep(kept(told, state)))
    try:
        with opened() as pages:
            brief, draft, delivery = interview.hold(pages)
        delivery.hand_over(brief, draft)
    except BaseException:
        if unfinished.is_kept:
            say(_RESUME)
        raise
    unfinished.clear()
    if interview.state.edited:
        return
    for line in again(brief, delivery, told.options()):
        say(line)
    say("要改几处再写，在这一行后面加上 --ask")


def _unfinished() -> Unfinished:
    return Unfinished(usual_folder(os.environ), datetime.now().astimezone())
