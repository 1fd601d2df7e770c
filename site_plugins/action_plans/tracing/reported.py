"""What CQC's form reports: which findings, under which regulation, in answer to which of CQC's sources."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from action_plans.frameworks.regulation import Regulation
from action_plans.model.finding import FindingKind
from action_plans.model.plan import Plan
from action_plans.model.source import Source, SourceKind
from action_plans.tracing.sources import came, last_looked
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedFinding


@dataclass(frozen=True, slots=True)
class Breach:
    """A regulation that is not met, with the findings that say so, in the order written; and CQC's source, if any."""

    regulation: Regulation
    findings: tuple[TracedFinding, ...]
    notice: Source | None


def breaches(trace: Trace, plan: Plan) -> tuple[Breach, ...]:
    """Return each regulation that is not met, in the order of the law. Cost: linear in findings and sources."""
    by_regulation: dict[Regulation, dict[str, TracedFinding]] = {}
    for finding in trace.findings_of(plan):
        for reading in finding.cited.regulations if is_reported(finding) else ():
            by_regulation.setdefault(reading.regulation, {})[finding.ref] = finding
    found = sorted(by_regulation.items(), key=lambda pair: pair[0].order)
    return tuple(
        Breach(regulation, tuple(several.values()), notice_of(plan, several.values())) for regulation, several in found
    )


def is_reported(finding: TracedFinding) -> bool:
    """Whether CQC's form asks about a finding: a breach, or what CQC says must improve, with its regulation."""
    record = finding.record
    if not finding.cited.regulations:
        return False
    found_by_cqc = any(source.is_regulators for source in finding.sources)
    return record.kind is FindingKind.BREACH or (found_by_cqc and record.kind in (None, FindingKind.MUST))


def is_nameless(finding: TracedFinding) -> bool:
    """Whether a finding is a breach that names no regulation, so that the form has no page for it."""
    return finding.record.kind is FindingKind.BREACH and not finding.cited.regulations


def notice_of(plan: Plan, findings: Iterable[TracedFinding]) -> Source | None:
    """Return CQC's source that the form answers for some findings.

    It is one that they name, or a notice that no finding names and that belongs to the inspection they name: sent after
    it, and before the next. Of these the newest with an account number comes first, then the newest notice.
    """
    named = {source.id: source for finding in findings for source in finding.sources if source.is_regulators}
    others = (source for source in plan.sources if source.is_regulators and source.id not in named)
    asked = (*named.values(), *(source for source in others if _belongs(source, named.values(), plan)))
    return max(asked, key=lambda one: (one.account is not None, one.kind in _NOTICES, _came(one)), default=None)


def _belongs(source: Source, named: Iterable[Source], plan: Plan) -> bool:
    """Whether a source that no finding of a form names may be the letter about the newest inspection they name."""
    visits = sorted((one for one in plan.sources if one.is_regulators and one.kind in _VISITS), key=_came)
    newest = next((visit for visit in reversed(visits) if visit in named), None)
    if newest is None:
        return True
    after = visits[visits.index(newest) + 1 :]
    begun, ended = last_looked(newest), last_looked(after[0]) or came(after[0]) if after else None
    return (begun is None or _came(source) >= begun.first) and (ended is None or _came(source) < ended.first)


_VISITS = (SourceKind.ASSESSMENT, SourceKind.INSPECTION)
_NOTICES = (
    SourceKind.REQUIREMENT_NOTICE,
    SourceKind.WARNING_NOTICE,
    SourceKind.CONDITIONS,
    SourceKind.LETTER_OF_INTENT,
)


def _came(source: Source) -> date:
    when = source.received or source.published
    return when.last if when is not None else date.min
