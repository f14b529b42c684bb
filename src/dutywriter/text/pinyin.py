"""Finding Chinese by what is typed of it: a part of the text, or pinyin, whole, by initials, or mixed."""

from functools import lru_cache

from dutywriter.text.numbers import halfwidth

Readings = tuple[str, ...]


@lru_cache(maxsize=4096)
def matches(typed: str, text: str) -> bool:
    """Whether `typed` stands in `text`, or spells some of its characters one after another, the last perhaps not to its end.

    Width, case, blanks and, in a spelling, punctuation make no difference: neirong, nr, neir and nrong all find 内容运营.
    Any reading of a character counts. Nothing typed matches everything.
    """
    wanted = _folded(typed)
    if wanted in _folded(text):
        return True
    if not any("a" <= character <= "z" for character in wanted):
        return False
    letters = _alphanumeric(wanted)
    readings = _readings(text)
    return any(_spells(letters, readings[start:]) for start in range(len(readings)))


def _spells(letters: str, readings: tuple[Readings, ...]) -> bool:
    """Whether `letters` spell the characters of these `readings` from the first on."""
    rests = {letters}
    for ways in readings:
        if any(way.startswith(rest) for rest in rests for way in ways):
            return True
        rests = {rest.removeprefix(part) for rest in rests for way in ways for part in _parts(way) if rest.startswith(part)}
        if not rests:
            return False
    return False


def _parts(way: str) -> tuple[str, ...]:
    """What may be typed of a reading before the next character begins: its initial (of zhang: z or zh) or all of it."""
    return (way[0], way[:2], way) if way[1:2] == "h" else (way[0], way)


@lru_cache(maxsize=4096)
def _readings(text: str) -> tuple[Readings, ...]:
    """For each letter, digit and Chinese character of `text` itself and its readings without tones."""
    return tuple(_ways(character) for character in _alphanumeric(_folded(text)))


@lru_cache(maxsize=8192)
def _ways(character: str) -> Readings:
    if character.isascii():
        return (character,)
    from pypinyin import Style, pinyin  # 190 ms, and only who types letters into a filter needs it

    known = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    spellings = known[0] if known else []
    as_typed = [spelling.replace("ve", "ue") for spelling in spellings if "ve" in spelling]
    return (character, *spellings, *as_typed)


def _folded(text: str) -> str:
    return "".join(halfwidth(text).casefold().split())


def _alphanumeric(text: str) -> str:
    return "".join(filter(str.isalnum, text))
