"""Hashed shingles of a text: what a test compares with, without holding the text itself.

Usage: python tests/check/originality.py FILE… writes tests/data/source_shingles.bin from those documents.
"""

import hashlib
import re
import sys
from pathlib import Path

LENGTH, DIGEST = 10, 6
STORE = Path(__file__).parents[1] / "data" / "source_shingles.bin"
_MARKS = re.compile(r"[^\w]|_")


def shingles(text: str) -> dict[bytes, str]:
    """Every run of LENGTH letters and digits, marks and blanks dropped, by its hash."""
    plain = _MARKS.sub("", text)
    runs = (plain[place : place + LENGTH] for place in range(len(plain) - LENGTH + 1))
    return {hashlib.sha256(run.encode()).digest()[:DIGEST]: run for run in runs}


def stored() -> set[bytes]:
    content = STORE.read_bytes()
    return {content[place : place + DIGEST] for place in range(0, len(content), DIGEST)}


if __name__ == "__main__":
    found = {digest for name in sys.argv[1:] for digest in shingles(Path(name).read_text("utf-8"))}
    STORE.write_bytes(b"".join(sorted(found)))
