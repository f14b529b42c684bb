"""Every figure the project promises, from a wheel in a new environment outside the checkout.

Usage: python benchmarks/figures.py (about two minutes; needs pip and a terminal device for the last figure).
"""

import itertools
import json
import os
import re
import statistics
import subprocess
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import minimal
import postings
import sections
import sentences
import timing
from dutywriter.brief.answers import from_flags, layered
from dutywriter.catalogue.load import bundled
from dutywriter.catalogue.model import LEVELS, Catalogue, Level
from dutywriter.check.duplicates import twins
from dutywriter.check.gate import problems
from dutywriter.check.wording import OWN_ACTIONS, OWN_LENGTH, Wording
from dutywriter.compose.compose import compose

ROOT = Path(__file__).parents[1]
REQUESTS = ROOT / "tests" / "data" / "requests"
PLACEHOLDER = re.compile("【待填：")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        program, python = install(Path(folder))
        os.chdir(folder)
        catalogue = bundled()
        roles = [entry.name for entry in catalogue.entries]
        drafts = {(role, level): document(program, "--role", role, "--level", level) for role in roles for level in LEVELS}
        for line in itertools.chain(
            of_catalogue(catalogue),
            of_playbooks(catalogue),
            of_coverage(),
            postings.figures(),
            sections.figures(catalogue),
            of_drafts(drafts, catalogue),
            of_variants(catalogue),
            of_requests(catalogue),
            of_bytes(program),
            of_speed(program, python),
        ):
            print(line)


def install(folder: Path) -> tuple[str, str]:
    """The program and the Python of a new environment that holds the wheel and nothing of the checkout."""
    venv.create(folder / "env", with_pip=True)
    python = folder / "env" / "bin" / "python"
    quiet = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*quiet, "wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT)], check=True, stderr=subprocess.DEVNULL)
    wheel = next(folder.glob("*.whl"))
    measured_against = "questionary"
    subprocess.run(
        [*quiet, "install", str(wheel), measured_against], check=True, stderr=subprocess.DEVNULL, env=timing.environment()
    )
    return str(python.with_name("dutywriter")), str(python)


def output(program: str, *arguments: str) -> bytes:
    command = [program, "new", *arguments]
    return subprocess.run(command, capture_output=True, check=True, stdin=subprocess.DEVNULL).stdout


Content = dict[str, Any]


def document(program: str, *arguments: str) -> Content:
    content: Content = json.loads(output(program, *arguments, "--format", "json"))
    return content


def part(draft: Content, key: str) -> Content:
    return next(part for part in draft["parts"] if part["key"] == key)


def rows(draft: Content, key: str) -> list[list[str]]:
    return [[line["text"] for line in row] for block in part(draft, key)["blocks"] for row in block["rows"]]


def duties(draft: Content) -> list[Content]:
    return [duty for block in part(draft, "duties")["blocks"] for duty in block["duties"]]


def of_catalogue(catalogue: Catalogue) -> Iterator[str]:
    for role in catalogue.roles:
        own = [duty for section in role.sections for duty in section.duties]
        worded = {level: sum(level in duty.levels for duty in own) for level in LEVELS}
        metrics = {id_ for level in LEVELS for id_ in role.metrics.at(level)}
        levels = ", ".join(f"{level} {count}" for level, count in worded.items())
        counts = f"{len(role.sections)} sections, {len(own)} own duties ({levels})"
        yield f"{role.name}: {counts}, {len(metrics)} metrics, {len(role.partners)} partners"
    standing = {part.section for role in catalogue.roles for part in role.sections}
    duties_ = [duty for role in catalogue.roles for part in role.sections for duty in part.duties]
    rows_ = sum(len(duty.levels) for duty in duties_)
    yield f"in all: {len(catalogue.entries)} roles, {len(standing)} sections, {len(duties_)} duties in {rows_} wordings"
    bare = sum(not duty.metrics for duty in duties_)
    yield f"duties without a metric (their standard is what is checked): {bare}"
    yield f"metrics in all: {len(catalogue.metrics)}; findings of the gate in every expansion: {len(list(problems(catalogue)))}"
    yield f"duties nearly alike (pairs of characters, Jaccard from 0.8): {len(list(twins(catalogue)))}"


def of_playbooks(catalogue: Catalogue) -> Iterator[str]:
    """The working tables of each role, and the metrics that have levers or causes."""
    for role in catalogue.roles:
        kinds = {table.of for table in role.playbooks}
        count = sum(len(table.rows) for table in role.playbooks)
        yield f"{role.name}: working tables of {len(kinds)} kinds, {len(role.playbooks)} tables, {count} rows"
    for of in ("levers", "causes"):
        metrics = {table.metric for role in catalogue.roles for table in role.playbooks if table.of == of}
        yield f"metrics with {of}: {len(metrics)}"


def of_coverage() -> Iterator[str]:
    """How many ideas of the source documents are answered, as the table says that a test holds."""
    import yaml

    table = yaml.safe_load((ROOT / "tests" / "data" / "coverage.yaml").read_text("utf-8"))
    ideas = sum(len(answers) for answers in table.values())
    yield f"source documents: {len(table)} headings, {ideas} ideas, all answered (tests/catalogue/test_coverage.py)"


def of_drafts(drafts: dict[tuple[str, Level], Content], catalogue: Catalogue) -> Iterator[str]:
    wording = Wording(catalogue)
    texts = {json.dumps(draft["parts"], ensure_ascii=False) for draft in drafts.values()}
    yield f"drafts: {len(drafts)}, distinct: {len(texts)}"
    for (role, level), draft in drafts.items():
        found = [
            finding
            for duty in duties(draft)
            for finding in (
                *wording.findings(duty["text"], "duty", level, OWN_LENGTH, OWN_ACTIONS),
                *wording.findings(duty["standard"]["text"], "phrase"),
                *wording.findings(duty["deliverable"]["text"], "phrase"),
            )
        ]
        kpis = rows(draft, "metrics")
        whole = sum(bool(row[1] and row[2]) for row in kpis)
        loose = {row[1] for row in rows(draft, "goals")} - {row[0] for row in kpis}
        places = len(PLACEHOLDER.findall(json.dumps(draft["parts"], ensure_ascii=False)))
        yield (
            f"{role} {level}: {len(duties(draft))} duties, {len(found)} single-line findings, {whole} of {len(kpis)} KPIs with "
            f"formula and unit, {len(loose)} goals without KPI, {places} placeholders ({len(draft['placeholders'])} names)"
        )
    for level in LEVELS:
        shares = {}
        for one, other in itertools.combinations([role for role, at in drafts if at == level], 2):
            first, second = ({duty["text"] for duty in duties(drafts[role, level])} for role in (one, other))
            shares[f"{one}/{other}"] = len(first & second) / min(len(first), len(second))
        worst = max(shares, key=lambda pair: shares[pair])
        yield f"duties shared by two roles at {level}: at most {shares[worst]:.0%} ({len(shares)} pairs)"


def of_variants(catalogue: Catalogue) -> Iterator[str]:
    """How many words of another platform, category or business stand in a draft for one, at every level and full length."""
    for facet, key in (("platforms", "platform"), ("categories", "category"), ("businesses", "business")):
        marks = {word.name: set(word.marks) for word in getattr(catalogue.terms, facet)}
        parents = {word.name: word.parent for word in getattr(catalogue.terms, facet)}
        variants = list(itertools.product(catalogue.entries, LEVELS, marks))
        found = []
        for entry, level, name in variants:
            given: dict[str, list[str]] = {"role": [entry.name], "level": [level], key: [name], "length": ["详尽"]}
            brief = layered(from_flags(given, catalogue), {}, catalogue)
            text = " ".join(line.text for line in compose(brief, catalogue).lines())
            others = set().union(*marks.values()) - marks[name] - marks.get(parents[name], set())
            found += [f"{entry.name} {level} {name}: {mark}" for mark in others if mark in text]
        yield f"{facet}: {len(variants)} drafts, words of another: {len(found)} {'; '.join(found[:5])}".rstrip()


def of_requests(catalogue: Catalogue) -> Iterator[str]:
    """How well labelled requests are read: those that the rules were made with, and those that nobody looked at for them."""
    for name in ("dev", "own", "unseen"):
        score = sentences.scored(sentences.read(REQUESTS / f"{name}.jsonl"), catalogue)
        *_, precision, recall = sentences.report(score)
        yield f"requests, {name}: {precision}; {recall}"


def of_bytes(program: str) -> Iterator[str]:
    same = 0
    for role, format_ in itertools.product(("驻场", "电商", "产品"), ("md", "txt", "json")):
        first, second = (output(program, "--role", role, "--format", format_) for _ in range(2))
        output(program, "--role", role, "--out", f"{role}.{format_}")
        same += first == second == Path(f"{role}.{format_}").read_bytes()
    yield f"same bytes twice and in --out: {same} of 9"


def of_speed(program: str, python: str) -> Iterator[str]:
    Path("minimal.py").write_text(minimal.program(), "utf-8")
    cost = timing.ratio([program, "new", "--role", "驻场"], [python, "minimal.py", "new", "--role", "x"])
    yield f"new --role 驻场 > /dev/null against a minimal typer program: {cost:.2f} (at most 1.5)"
    first = first_question(program, python)
    yield f"first question against python -c 'import questionary': {first:.2f} (at most 1.6)"


def first_question(program: str, python: str, pairs: int = 15) -> float:
    """How long until the first question stands on the terminal, against importing questionary: the median of pairs."""
    import pexpect

    def shown() -> float:
        start = time.perf_counter()
        child = pexpect.spawn(program, ["new"], dimensions=(40, 100), env=timing.environment())
        child.expect("要写什么岗位".encode())
        taken: float = time.perf_counter() - start
        child.close(force=True)
        return taken

    shown()
    command = [python, "-c", "import questionary"]
    timing.seconds(command)
    found: list[float] = [shown() / timing.seconds(command) for _ in range(pairs)]
    return statistics.median(found)


if __name__ == "__main__":
    main()
