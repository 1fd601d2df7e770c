"""How each service stands, against the month before, the worst first."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.model.source import Rating
from action_plans.model.when import When
from action_plans.tracing.assessments import next_assessment, passed_assessment
from action_plans.tracing.counts import Counts
from action_plans.tracing.duties import Duty, DutyKind
from action_plans.tracing.earlier_standing import as_it_stood
from action_plans.tracing.news import newest_news
from action_plans.tracing.ratings import ServiceRatings, ratings_of
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedFinding


@dataclass(frozen=True, slots=True)
class Standing:
    """A service with its plans and how they stand.

    `before` are the counts of a month before, as far as the plans' own dates tell, and `findings_before` the findings
    as they stood then; nothing where it had no plan. `expected` is by when CQC may come, if that lies ahead;
    else `was_expected` is when it was to come, if that is written. `newest` is the day of the newest news. `late_told`
    are the answers and messages whose day has passed: no action tells of these.
    """

    service: Service
    plans: tuple[Plan, ...]
    ratings: ServiceRatings
    counts: Counts
    findings: tuple[TracedFinding, ...]
    before: Counts | None
    findings_before: tuple[TracedFinding, ...]
    expected: When | None
    was_expected: When | None
    newest: date | None
    late_told: tuple[Duty, ...]

    @property
    def gravity(self) -> tuple[int, ...]:
        """The place among all services, the worst first.

        First whether anything has slipped or is late, an answer or a message too, or a finding has no action, whatever
        its rating; then by its
        rating, one without standing between requires improvement and good; then by how many actions have slipped, are
        late, off track and without proof; then by how soon CQC may come.
        """
        counts = self.counts
        worst = (counts.slipped, counts.overdue, counts.off_track, counts.unproven)
        rated = self.ratings.overall.rating if self.ratings.overall is not None else None
        soon = self.expected.last.toordinal() if self.expected is not None else date.max.toordinal()
        is_behind = bool(counts.slipped or counts.overdue or counts.unaddressed or self.late_told)
        return (not is_behind, _RATED[rated], *(-count for count in worst), soon)


def standings(trace: Trace) -> tuple[Standing, ...]:
    """Return how every service with a plan stands, the worst first. Cost: that of a trace."""
    plans: dict[str, list[Plan]] = {}
    for plan in trace.portfolio.plans:
        plans.setdefault(trace.service_of[plan.id].id.casefold(), []).append(plan)
    earlier = as_it_stood(trace, month_before(trace.today))
    then = {plan.id: plan for plan in earlier.portfolio.plans}
    found = [_standing(trace, earlier, then, tuple(several)) for several in plans.values()]
    return tuple(sorted(found, key=lambda one: (one.gravity, one.service.name.casefold(), one.service.id)))


def month_before(day: date) -> date:
    """Return the same day of the month before, or the last one of a shorter month."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _standing(trace: Trace, earlier: Trace, then: Mapping[str, Plan], plans: tuple[Plan, ...]) -> Standing:
    old = [then[plan.id] for plan in plans if plan.id in then]
    news = [day for plan in plans if (day := newest_news(plan, trace.today)) is not None]
    return Standing(
        service=trace.service_of[plans[0].id],
        plans=plans,
        ratings=ratings_of(plans, trace.today),
        counts=trace.counts(plans),
        findings=tuple(finding for plan in plans for finding in trace.findings_of(plan)),
        before=earlier.counts(old) if old else None,
        findings_before=tuple(finding for plan in old for finding in earlier.findings_of(plan)),
        expected=next_assessment(plans, trace.today),
        was_expected=passed_assessment(plans, trace.today),
        newest=max(news, default=None),
        late_told=tuple(
            duty
            for plan in plans
            for duty in trace.duties.get(plan.id, ())
            if duty.is_late and duty.kind in (DutyKind.ANSWER, DutyKind.MESSAGE)
        ),
    )


_RATED: Mapping[Rating | None, int] = {
    Rating.INADEQUATE: 0,
    Rating.REQUIRES_IMPROVEMENT: 1,
    None: 2,
    Rating.NOT_RATED: 2,
    Rating.GOOD: 3,
    Rating.OUTSTANDING: 4,
}
