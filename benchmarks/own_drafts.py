"""What the checker says of our own drafts: every role, level, kind, length and outline, on a client's site and not.

Usage: python benchmarks/own_drafts.py [--show CODE] [--format md|txt] [--text] (--show prints where a rule fires, once for each
marked text; --text the drafts' words without the comment that names their kind). Exits 1 where anything but a placeholder is found.
"""

import argparse
import itertools
import sys
import time
from collections import Counter
from collections.abc import Iterator

from dutywriter.brief.answers import from_flags, layered
from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import LEVELS, Catalogue
from dutywriter.catalogue.rules import Profile
from dutywriter.check.engine import findings
from dutywriter.compose.compose import compose
from dutywriter.formats import markdown, plain
from dutywriter.reading.about import About, about
from dutywriter.reading.source import Source

CLIENT = "华光银行股份有限公司"
PLACEHOLDER = "DW406"


def main() -> None:
    options = _options()
    catalogue = bundled()
    codes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    places: dict[str, str] = {}
    start, count, characters = time.process_time(), 0, 0
    for name, source in drafts(catalogue, options.format, metadata=not options.text):
        said = about(source)
        count, characters = count + 1, characters + len(source.text)
        kinds[f"{name.split()[2]}→{said.kind}{'·onsite' if said.onsite else ''}"] += 1
        for finding in findings(source, said, profile(said), catalogue):
            codes[f"{finding.rule.code} {finding.rule.name} {finding.severity}"] += 1
            if finding.rule.code == options.show:
                words = f"{finding.message}｜{source.text[finding.start : finding.end][:80]}"
                places.setdefault(words, name)
    print(f"{count} drafts, {characters} characters, {time.process_time() - start:.1f} s: {sum(codes.values())} findings")
    print("kinds:", ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items())))
    print(*(f"{code}: {number}" for code, number in sorted(codes.items())), sep="\n")
    print(*(f"{words}｜{name}" for words, name in sorted(places.items())), sep="\n")
    sys.exit(any(not code.startswith(PLACEHOLDER) for code in codes))


def drafts(catalogue: Catalogue, format_: str, *, metadata: bool) -> Iterator[tuple[str, Source]]:
    """Every draft and what it was asked for: role, level, kind, length, outline, client."""
    for given in _requests(catalogue):
        brief = layered(from_flags(given, catalogue), {}, catalogue)
        draft = compose(brief, catalogue)
        content = plain.render(draft) if format_ == "txt" else markdown.render(draft, metadata=metadata)
        name = " ".join(value for values in given.values() for value in values)
        yield name, Source(content.decode(), "text" if format_ == "txt" else "markdown")


def profile(said: About) -> Profile:
    """The rules that a document of this kind is held to."""
    if said.onsite or said.kind == "驻场附件":
        return "onsite"
    return "recruit" if said.kind in {"招聘", ""} else "internal"


def _requests(catalogue: Catalogue) -> Iterator[dict[str, list[str]]]:
    kinds = [kind.name for kind in catalogue.documents.kinds]
    lengths = [length.name for length in catalogue.documents.lengths]
    roles = [entry.name for entry in catalogue.entries]
    for role, level, kind, length in itertools.product(roles, LEVELS, kinds, lengths):
        asked: dict[str, list[str]] = {"role": [role], "level": [level], "kind": [kind], "length": [length]}
        yield asked
        yield {**asked, "client": [CLIENT]}
    for role, kind, outline in itertools.product(roles, kinds, catalogue.documents.outlines):
        yield {"role": [role], "level": ["专员"], "kind": [kind], "outline": [outline.name]}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", default="", metavar="CODE")
    parser.add_argument("--format", default="md", choices=("md", "txt"))
    parser.add_argument("--text", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
