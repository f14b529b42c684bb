"""Source → segments: what is written in a text, piece by piece, in order."""

from collections.abc import Iterator

from dutywriter.reading.source import Segment, Source


def segments(source: Source) -> Iterator[Segment]:
    """Every piece of writing in the source, in order."""
    start = 0
    for line in source.text.splitlines(keepends=True):
        text = line.strip()
        if text:
            yield Segment("item", text, start + line.index(text))
        start += len(line)
