"""Paired timing of whole processes: A B, B A, A B … in one run, the ratio of medians quoted."""

import os
import statistics
import subprocess
import time
from collections.abc import Sequence


def seconds(command: Sequence[str]) -> float:
    """How long one run of `command` takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, env=environment(), check=True
    )
    return time.perf_counter() - start


def ratio(first: Sequence[str], second: Sequence[str], pairs: int = 31) -> float:
    """How many times as long `first` takes as `second`: the median over `pairs` of runs side by side."""
    seconds(first)
    seconds(second)
    found = []
    for number in range(pairs):
        if number % 2:
            slow, fast = seconds(first), seconds(second)
        else:
            fast, slow = seconds(second), seconds(first)
        found.append(slow / fast)
    return statistics.median(found)


def environment() -> dict[str, str]:
    """The caller's environment, but compiled modules may be kept: an installed program keeps them too."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
