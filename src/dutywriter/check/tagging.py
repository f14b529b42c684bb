"""Sentences about two parties with tags for words: who is who, and what is done.

Patterns over words would have to spell out every name of every party for every act. So the words are tagged first, each character
with the letter of its class, and tags that belong together are made one (shallow parsing: Abney, Parsing by Chunks, 1991).
请假须经甲方主任批准 and 请假须经院方护士长点头 both become leave, by, the client, grants (MMBBCC…GG). Patterns over tags stay
short, and a new name or verb is one word in data/rules/parties.yaml.
"""

from functools import cached_property

from dutywriter.catalogue.rulebook import Rulebook
from dutywriter.catalogue.rules import Chunk
from dutywriter.text.vocabulary import Vocabulary


class Tagger:
    """Tags sentences as the tags and chunks of a rulebook say."""

    def __init__(self, book: Rulebook) -> None:
        self._book = book

    def tagged(self, text: str) -> str:
        """The folded `text` with a capital letter for every character of a word that has a tag; all else as it is."""
        tags = self._vocabulary.lettered(text)
        for chunk in self._chunks:
            tags = chunk.joined(tags, text)
        return tags

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return self._book.vocabulary

    @cached_property
    def _chunks(self) -> list["_Chunker"]:
        return [_Chunker(chunk, self._book) for chunk in self._book.chunks]


class _Chunker:
    """A chunk, its expressions made ready."""

    def __init__(self, chunk: Chunk, book: Rulebook) -> None:
        self._tag = chunk.tag
        self._find = book.pattern(chunk.find)
        self._text, self._given, self._unless = (
            book.pattern(source) if source else None for source in (chunk.text, chunk.given, chunk.unless)
        )

    def joined(self, tags: str, text: str) -> str:
        """The tags of a text, those that make this chunk tagged anew."""
        if self._text and not self._text.search(text):
            return tags
        if (self._given and not self._given.search(tags)) or (self._unless and self._unless.search(tags)):
            return tags
        return self._find.sub(lambda match: self._tag * len(match[0]), tags)
