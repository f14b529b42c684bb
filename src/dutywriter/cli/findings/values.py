"""What may be said of a check, on the command line and in settings alike; ValueError says in Chinese what is wrong."""

from collections.abc import Iterable

from msgspec import Struct

from dutywriter.catalogue.rules import Profile, Rule
from dutywriter.check.profiles import LABELS, profile_named
from dutywriter.check.selection import CONFIDENCES, names
from dutywriter.text.near import nearest

FAILING = {"error": 3, "warning": 2, "info": 1, "never": 4}
"""How grave a finding must be for the run to fail, by what it may be called."""
GRAVITY = {"error": 3, "warning": 2, "info": 1}


class Settings(Struct, frozen=True):
    """How files are checked; None where nothing is said. `folder` is what `per_file` patterns are relative to."""

    profile: Profile | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    min_confidence: float | None = None
    baseline: str | None = None
    per_file: tuple[tuple[str, tuple[str, ...]], ...] = ()
    buzzwords: tuple[str, ...] = ()
    folder: str = ""


def profile(name: str) -> Profile:
    """The profile of that name."""
    chosen = profile_named(name)
    if not chosen:
        raise ValueError(f"没有“{name[:20]}”这种用途，可用：" + "、".join(f"{key}（{label}）" for key, label in LABELS.items()))
    return chosen


def fail_on(name: str) -> str:
    """The severity of that name, or never."""
    if name not in FAILING:
        raise ValueError(f"没有“{name[:20]}”这一级，可用：{'、'.join(FAILING)}")
    return name


def confidence(text: object) -> float:
    """The least confidence: 高, 中, 低, or a number from 0 to 1."""
    if isinstance(text, str) and text in CONFIDENCES:
        return CONFIDENCES[text]
    try:
        number = float(str(text))
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ValueError(f"“{str(text)[:20]}”不是把握的高低，可用：高、中、低，或 0 到 1 的数")
    return number


def selectors(texts: Iterable[str], rules: Iterable[Rule]) -> tuple[str, ...]:
    """The rules that are named, lists with commas taken apart; each must mean a rule."""
    book = tuple(rules)
    given = [word for text in texts for word in text.replace("，", ",").replace("、", ",").replace(" ", ",").split(",") if word]
    for word in given:
        if not any(names(word, rule) for rule in book):
            near = nearest(word, [name for rule in book for name in (rule.code, rule.name, rule.title) if name])
            raise ValueError(f"没有“{word[:30]}”这条规则" + (f"，是不是 {'、'.join(near)}？" if near else "，编号写成 DW5、DW502"))
    return tuple(given)
