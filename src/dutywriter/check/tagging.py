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
        return self.chunked(self.words(text), text)

    def words(self, text: str) -> str:
        """The same before tags are joined."""
        return self._vocabulary.lettered(text)

    def chunked(self, tags: str, text: str) -> str:
        """The tags of the words of `text`, those joined that belong together."""
        there = set(tags)
        for chunk in self._chunks:
            if chunk.may_be_among(there) and (joined := chunk.joined(tags, text)) != tags:
                tags, there = joined, set(joined)
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
        self._find = book.pattern(chunk.runs)
        self._text, self._given, self._unless = (
            book.pattern(source) if source else None for source in (chunk.text, chunk.given, chunk.unless)
        )
        self._needed = [group for group in self._find.needs.quick if max(map(len, group)) == 1]

    def may_be_among(self, characters: set[str]) -> bool:
        """Whether a sentence of these characters has all that the chunk needs: a cheap look, since most have not."""
        return not any(map(characters.isdisjoint, self._needed))

    def joined(self, tags: str, text: str) -> str:
        """The tags of a text, those that make this chunk tagged anew."""
        if self._text and not self._text.search(text):
            return tags
        if (self._given and not self._given.search(tags)) or (self._unless and self._unless.search(tags)):
            return tags
        return self._find.sub(lambda match: self._tag * len(match[0]), tags)
