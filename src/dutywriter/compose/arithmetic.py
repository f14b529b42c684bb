"""Shares that add up."""

from collections.abc import Sequence


def shares(weights: Sequence[int], total: int = 100, step: int = 5) -> list[int]:
    """`total` shared out by `weights` (each above 0) in multiples of `step`, every share at least one step.

    The rest goes to those who lose most by rounding, the first first. Where there are more weights than steps, the step is 1.
    """
    if not weights:
        return []
    if len(weights) * step > total:
        step = 1
    units = total // step
    exact = [units * weight / sum(weights) for weight in weights]
    parts = [max(int(part), 1) for part in exact]
    while sum(parts) != units:
        missing = sum(parts) < units
        by_loss = sorted(range(len(parts)), key=lambda place: (parts[place] - exact[place]) * (1 if missing else -1))
        place = next(place for place in by_loss if missing or parts[place] > 1)
        parts[place] += 1 if missing else -1
    return [part * step for part in parts]
