"""Finding a metric by the names that people use for it."""

import re

from dutywriter.catalogue.model import Catalogue, Metric
from dutywriter.text.near import nearest


def metric_named(catalogue: Catalogue, name: str) -> Metric | None:
    """The metric of that name or alias; a number stands for the N of a name (7日留存率 is N日留存率)."""
    plain = _fold(name)
    general = re.sub(r"\d+(?=[日天周])", "n", plain)
    for metric in catalogue.metrics:
        if {plain, general} & {_fold(known) for known in (metric.name, *metric.aliases)}:
            return metric
    return None


def metrics_like(catalogue: Catalogue, name: str) -> list[str]:
    """The names of metrics that a mistyped name may have meant, the likest first."""
    names = {known: metric.name for metric in catalogue.metrics for known in (metric.name, *metric.aliases)}
    return list(dict.fromkeys(names[near] for near in nearest(name, names)))


def _fold(name: str) -> str:
    return name.replace(" ", "").lower()
