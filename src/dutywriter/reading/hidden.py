"""What nobody reads of a Markdown file: its front matter, comments and fenced code."""

from dutywriter.text.pattern import Pattern

_FRONT = Pattern(
    r"\ufeff?---[ \t]*(?:\r\n?|\n)(?=[^\s:#>|-][^:\n]{0,60}:(?:\s|\Z))"
    r"(?:[^\n]{0,2000}\n){0,400}?(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)"
)
_FENCE = Pattern(r"(`{3,}|~{3,})[^`\r\n\u2e80-\uffff]*$")  # a language is named in ASCII; ~~~职责~~~ is an ornament
BLANKS = " \t\u3000\xa0\ufeff\u200b\v\f"
_OPENING, _CLOSING = "<!--", "-->"


def behind_front(text: str) -> int:
    """Where the text behind its front matter begins."""
    match = _FRONT.match(text) if text.startswith(("---", "\ufeff---")) else None
    return match.end() if match else 0


class Hidden:
    """Goes along with the lines of a text, and knows whether a fence or a comment is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.commented = False
        self.fence = ""

    def visible(self, start: int, end: int) -> tuple[int, int]:
        """What people see of a line: between which places it stands; nothing where the two are the same."""
        if self.fence:
            if self.text.startswith(self.fence, start) and not self.text[start:end].strip("`~ \t"):
                self.fence = ""
            return end, end
        start = self._behind_comments(start, end)
        if start < end and self.text[start] in "`~" and (fence := _FENCE.match(self.text, start, end)):
            self.fence = fence[1]
            return end, end
        opening = self.text.rfind(_OPENING, start, end)
        if opening >= 0 and self.text.find(_CLOSING, opening, end) < 0:
            self.commented = True
            return start, opening
        return start, end

    def _behind_comments(self, start: int, end: int) -> int:
        while start < end:
            if self.commented:
                closing = self.text.find(_CLOSING, start, end)
                if closing < 0:
                    return end
                self.commented, start = False, closing + len(_CLOSING)
            start = behind_blanks(self.text, start, end)
            if not self.text.startswith(_OPENING, start, end):
                return start
            self.commented, start = True, start + len(_OPENING)
        return end


def behind_comment(text: str, start: int, end: int) -> int:
    """Where a line of plain text begins behind a comment that it opens and closes; one that is not closed is text."""
    closing = text.find(_CLOSING, start, end) if text.startswith(_OPENING, start, end) else -1
    return start if closing < 0 else behind_blanks(text, closing + len(_CLOSING), end)


def behind_blanks(text: str, start: int, end: int) -> int:
    """Where the first character of a line stands that is no blank; its end where there is none."""
    while start < end and text[start] in BLANKS:
        start += 1
    return start
