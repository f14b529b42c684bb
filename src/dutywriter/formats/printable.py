"""Text without what has no shape."""

import re

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """`text` with � for what has no shape or would turn the reading direction."""
    return _UNPRINTABLE.sub("�", text)
