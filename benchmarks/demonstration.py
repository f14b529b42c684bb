"""What the checker finds in texts that hold several answers: each is split where 一、 starts again.

Usage: python benchmarks/demonstration.py FILE… (the source documents, which are not part of the repository)
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import Catalogue
from dutywriter.check.engine import findings
from dutywriter.reading.about import about
from dutywriter.reading.source import Source

FIRST = re.compile(r"^一、", re.MULTILINE)


def main() -> None:
    catalogue = bundled()
    for name in sys.argv[1:]:
        for number, answer in enumerate(answers(Path(name).read_text("utf-8")), 1):
            print(f"{Path(name).name}, answer {number}: {counted(answer, catalogue)}")


def answers(text: str) -> Iterator[str]:
    """Each answer with the lines before its first heading; the title of the page stands over each."""
    title, _, rest = text.partition("\n")
    starts = [_opening(rest, match.start()) for match in FIRST.finditer(rest)]
    for start, end in zip(starts, [*starts[1:], len(rest)], strict=True):
        yield f"{title}\n{rest[start:end]}"


def _opening(text: str, heading: int) -> int:
    """Where the paragraph before the heading starts: it opens the answer."""
    return text.rfind("\n", 0, max(heading - 1, 0)) + 1


def counted(answer: str, catalogue: Catalogue) -> str:
    source = Source(answer, "text")
    document = about(source)
    found = Counter(f"{finding.rule.code} {finding.rule.name}" for finding in findings(source, document, "onsite", catalogue))
    listed = ", ".join(f"{name} {count}" for name, count in sorted(found.items()))
    return (
        f"{len(answer)} characters, kind {document.kind or 'unknown'}, level {document.level}, on-site {document.onsite}: {listed}"
    )


if __name__ == "__main__":
    main()
