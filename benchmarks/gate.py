"""The gate over a data folder: every text in every expansion of its slots, each problem with file, line and column.

Usage: python benchmarks/gate.py [data folder], from a development install. Exits 1 where there is something to mend.
"""

import sys
from pathlib import Path

from dutywriter.catalogue.load import SOURCES, read_folder
from dutywriter.check.duplicates import twins
from dutywriter.check.gate import problems
from dutywriter.errors import BadFile


def main(folder: Path = SOURCES) -> int:
    try:
        catalogue, places = read_folder(folder)
    except BadFile as error:
        found = error.lines
    else:
        found = [
            f"{places.place(twin.path)}: 与{twin.other_role}的 {twin.other_id} 几乎一样 ｜ {twin.text}" for twin in twins(catalogue)
        ]
        found += [f"{places.place(problem.path)}: {problem.message} ｜ {problem.source}" for problem in problems(catalogue)]
    print("\n".join([*found, f"{len(found)} 处问题"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:])))
