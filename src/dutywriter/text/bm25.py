"""Ranking texts by a query: BM25 over single characters, pairs of characters and Latin words; no dictionary, no segmenter."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

K1, B = 1.2, 0.6
_RUNS = re.compile(r"[\u4e00-\u9fff]+|[a-z0-9]+")


def grams(text: str) -> list[str]:
    """Characters and pairs of neighbours of Chinese runs, and Latin words whole, in lower case."""
    found: list[str] = []
    for run in _RUNS.findall(text.lower()):
        if run.isascii():
            found.append(run)
        else:
            found += [*run, *(run[place : place + 2] for place in range(len(run) - 1))]
    return found


class Ranking:
    """Texts made ready to be ranked by any number of queries."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._holding: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._lengths = []
        for place, text in enumerate(texts):
            counts = Counter(grams(text))
            self._lengths.append(counts.total())
            for gram, count in counts.items():
                self._holding[gram].append((place, count))
        self._mean = sum(self._lengths) / max(len(texts), 1) or 1.0

    def scores(self, query: str) -> list[float]:
        """A score for each text, in their order; 0 where nothing of `query` stands in it."""
        scores = [0.0] * len(self._lengths)
        for gram in dict.fromkeys(grams(query)):
            holding = self._holding.get(gram, ())
            weight = self._weight(gram, len(holding))
            for place, count in holding:
                length = 1 - B + B * self._lengths[place] / self._mean
                scores[place] += weight * count * (K1 + 1) / (count + K1 * length)
        return scores

    def _weight(self, gram: str, holding: int) -> float:
        """How telling a gram is: pairs and words more than single characters, rare ones more than common ones."""
        rarity = math.log(1 + (len(self._lengths) - holding + 0.5) / (holding + 0.5))
        return rarity * (0.25 if len(gram) == 1 and not gram.isascii() else 1.0)
