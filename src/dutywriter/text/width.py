"""How many columns a text takes on a terminal and in print."""

import unicodedata

_ELLIPSIS = "..."


def columns(text: str) -> int:
    """Columns of `text`: two for a Chinese character, none for a combining one."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def printed(text: str) -> int:
    """Columns of `text` in print, where signs such as ※ and “ are as wide as a Chinese character."""
    return columns(text) + sum(unicodedata.east_asian_width(character) == "A" for character in text)


def pad(text: str, width: int) -> str:
    """`text` with blanks up to `width` columns."""
    return text + " " * (width - columns(text))


def beginning(text: str, width: int) -> str:
    """The longest beginning of `text` that takes at most `width` columns."""
    taken = 0
    for place, character in enumerate(text):
        taken += columns(character)
        if taken > width:
            return text[:place]
    return text


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns, an ellipsis where something was left out."""
    if columns(text) <= width:
        return text
    return beginning(text, width - columns(_ELLIPSIS)).rstrip() + _ELLIPSIS[: max(width, 0)]


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns; Chinese may break anywhere, Latin words stay whole where they fit."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and columns(line) + columns(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or piece.strip() else ""
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for character in text:
        narrow = columns(character) == 1 and not character.isspace()
        follows = pieces and (pieces[-1][-1].isascii() and narrow and not pieces[-1][-1].isspace())
        closing = pieces and character in "，。；：、）】”》 "
        if follows or closing:
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces
