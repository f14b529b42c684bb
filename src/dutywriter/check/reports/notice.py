"""What reports say beside the findings: that it is no legal advice, and what a finding rests on."""

from msgspec.structs import replace

from dutywriter.check.basis import Bases, Citation
from dutywriter.check.finding import Finding
from dutywriter.check.selection import LAW

NOTICE = "提示风险，不构成法律意见。"


def at_risk(finding: Finding) -> bool:
    """Whether the finding is about the law."""
    return finding.rule.code.startswith(LAW)


def reasons(finding: Finding, bases: Bases) -> list[str]:
    """What the finding rests on, in a few words each: articles of law, else the rule's own reason or what a good document holds."""
    cited = [bases.cited(basis) for basis in finding.basis]
    laws: dict[tuple[str, str], Citation] = {}
    for citation in cited:
        if isinstance(citation, Citation):
            law = laws.setdefault((citation.short, citation.since), citation)
            if citation is not law:
                laws[citation.short, citation.since] = replace(law, article=f"{law.article}、{citation.article}")
    if laws:
        return [str(law) for law in laws.values()]
    return [finding.rule.reason] if finding.rule.reason else [str(principle) for principle in cited]
