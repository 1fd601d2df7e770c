"""What CQC's form reports: which findings, under which regulation, in answer to which of CQC's sources."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.frameworks.regulation import Regulation
from action_plans.model.finding import FindingKind
from action_plans.model.plan import Plan
from action_plans.model.source import Source, SourceKind
from action_plans.model.when import When
from action_plans.tracing.sources import last_looked
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
    letters = tuple(one.record for one in trace.sources_of(plan) if one.record.is_regulators and not one.findings)
    visits = sorted((one for one in plan.sources if one.is_regulators and one.kind in _VISITS), key=_came)
    return tuple(
        Breach(regulation, tuple(several.values()), _answered(several.values(), letters, visits))
        for regulation, several in found
    )


def is_reported(finding: TracedFinding) -> bool:
    """Whether CQC's form asks about a finding: a breach, or what CQC says must improve, with its regulation."""
    record = finding.record
    if not finding.cited.regulations:
        return False
    found_by_cqc = any(source.is_regulators for source in finding.sources)
    return record.kind is FindingKind.BREACH or (found_by_cqc and record.kind in (None, FindingKind.MUST))


def is_nameless(finding: TracedFinding) -> bool:
    """Whether a finding is a breach that names no regulation at all, so that the form has no page for it."""
    return finding.record.kind is FindingKind.BREACH and not _names_law(finding)


def is_left_out(finding: TracedFinding) -> bool:
    """Whether a finding names a regulation, of whatever law, and is no breach that CQC found."""
    return _names_law(finding) and not is_reported(finding)


def _names_law(finding: TracedFinding) -> bool:
    return bool(finding.cited.regulations or finding.cited.as_written)


def _answered(findings: Iterable[TracedFinding], letters: Iterable[Source], visits: Sequence[Source]) -> Source | None:
    """Return CQC's source that the form answers for the findings of one regulation.

    One of CQC's notices that they name; where they name none, CQC's report that they name, or a letter that no finding
    of the plan names and that belongs to the inspection they name: sent after it, and before the next. Of these the
    newest with an account number comes first, then the newest notice.
    """
    named = {source.id: source for finding in findings for source in finding.sources if source.is_regulators}
    own = tuple(named.values())
    notices = [source for source in own if source.kind in _NOTICES]
    asked = notices or [*own, *(letter for letter in letters if _belongs(letter, own, visits))]
    return max(asked, key=lambda one: (one.account is not None, one.kind in _NOTICES, _came(one)), default=None)


def _belongs(letter: Source, named: Iterable[Source], visits: Sequence[Source]) -> bool:
    """Whether a letter that no finding names may be about the newest inspection among those named."""
    newest = next((visit for visit in reversed(visits) if visit in named), None)
    if newest is None:
        return True
    after = visits[visits.index(newest) + 1 :]
    begun, ended = last_looked(newest), _ended(after[0]) if after else None
    return (begun is None or _came(letter) >= begun.first) and (ended is None or _came(letter) < ended.first)


_VISITS = (SourceKind.ASSESSMENT, SourceKind.INSPECTION)
_NOTICES = (
    SourceKind.REQUIREMENT_NOTICE,
    SourceKind.WARNING_NOTICE,
    SourceKind.CONDITIONS,
    SourceKind.LETTER_OF_INTENT,
)


def _ended(visit: Source) -> When | None:
    return last_looked(visit) or visit.published or visit.received


def _came(source: Source) -> date:
    when = source.received or source.published
    return when.last if when is not None else date.min
