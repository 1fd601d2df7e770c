"""Who found what a topic is about: told by its sources; the author says what they cannot."""

import re
from datetime import date

from action_plans.model.family import FoundBy
from action_plans.model.source import Source, SourceKind
from action_plans.tracing.sources import is_published
from action_plans.tracing.traced import TracedFinding


def who_found(finding: TracedFinding, today: date) -> FoundBy:
    """Return who found it.

    CQC where its first source is CQC's, or another that is out; else whom the author names, but for CQC; else whom the
    first source comes from. Without a source only the author can say.
    """
    first, family = finding.found_by, finding.record.family
    if first is not None and (first.is_regulators or in_public_report(finding, today)):
        return FoundBy.CQC
    said = family.found_by if family is not None and "found_by" in family.model_fields_set else None
    if first is None:
        return said or FoundBy.OTHER
    return said if said is not None and said is not FoundBy.CQC else _from(first)


def in_public_report(finding: TracedFinding, today: date) -> bool:
    """Whether a source of CQC's that is out says it."""
    return any(source.is_regulators and is_published(source, today) for source in finding.sources)


def _from(source: Source) -> FoundBy:
    sender = source.from_.casefold()
    if "council" in sender:
        return FoundBy.COUNCIL if _OTHER_COUNCILS.search(sender) is None else FoundBy.OTHER
    if source.kind in (SourceKind.AUDIT, SourceKind.MOCK_INSPECTION) and _OUTSIDE.search(sender):
        return FoundBy.OTHER
    return _BY_KIND.get(source.kind, FoundBy.OTHER)


_OTHER_COUNCILS = re.compile(r"pharmac|nursing|midwif|medical|profession|resident|relative|patient|staff|youth|british")
"""Councils that are no local authority: they keep a register, or are of the people of a home."""
_OUTSIDE = re.compile(r"\b(?:nhs|icb|integrated care|local authority|pharmac\w+|consult\w+)\b")
"""Who comes from outside to audit, or to inspect as CQC does."""
_BY_KIND = {
    SourceKind.OWN: FoundBy.US,
    SourceKind.AUDIT: FoundBy.US,
    SourceKind.MOCK_INSPECTION: FoundBy.US,
    SourceKind.INCIDENT: FoundBy.US,
    SourceKind.COMPLAINT: FoundBy.YOU,
}
