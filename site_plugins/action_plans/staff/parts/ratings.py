"""What CQC rated each service in its newest report, key question by key question."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import counted, day
from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.model.source import KeyQuestion, Rating, Source
from action_plans.model.when import When
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class ServicePlans:
    """A service with its plans, and the newest report of CQC that rates it."""

    service: Service
    plans: tuple[Plan, ...]
    report: Source | None

    def overall(self) -> str:
        """Return its rating overall, in words; nothing where none is known."""
        return _words(self.report, self.report.ratings.overall) if self.report and self.report.ratings else ""

    def rating(self, slug: str) -> str:
        """Return its rating for the key question of this short name, in words; nothing where none is known."""
        question = _QUESTIONS.get(slug)
        if self.report is None or self.report.ratings is None or question is None:
            return ""
        words = _words(self.report, self.report.ratings.of(question))
        return f"{words}; carried over from an earlier report" if words and self._is_carried_over(question) else words

    def short_rating(self, slug: str) -> str:
        """Return the same without the day, for a table in which the day has a column of its own."""
        question = _QUESTIONS.get(slug)
        given = self.report.ratings.of(question) if self.report and self.report.ratings and question else None
        if given is None or question is None:
            return ""
        return f"{given.label}, carried over" if self._is_carried_over(question) else given.label

    @property
    def report_day(self) -> str:
        """When its newest report came out."""
        return _when_words(self.report) if self.report is not None else ""

    def _is_carried_over(self, question: KeyQuestion) -> bool:
        return self.report is not None and question in self.report.carried_over


def services_of(trace: Trace) -> tuple[ServicePlans, ...]:
    """Return every service that has a plan, by name. Cost: linear in plans and sources."""
    plans: dict[str, list[Plan]] = {}
    for plan in trace.portfolio.plans:
        plans.setdefault(trace.service_of[plan.id].id.casefold(), []).append(plan)
    found = [
        ServicePlans(trace.service_of[several[0].id], tuple(several), newest_report(several, trace.today))
        for several in plans.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.service.name.casefold(), one.service.id.casefold())))


def newest_report(plans: Iterable[Plan], today: date) -> Source | None:
    """Return the newest source from CQC that gives ratings and has come out or come in; of equals the first."""
    reports = [
        (when.last, source)
        for plan in plans
        for source in plan.sources
        if source.is_regulators and source.ratings is not None and (when := _when(source)) and when.first <= today
    ]
    return max(reports, key=lambda pair: pair[0], default=(None, None))[1]


def ratings_counted(services: Iterable[ServicePlans], slug: str) -> str:
    """Return how many services have which rating for a key question: `Good: two services; Inadequate: one service`."""
    question = _QUESTIONS.get(slug)
    given = Counter(
        rating
        for one in services
        if question is not None and one.report is not None and one.report.ratings is not None
        if (rating := one.report.ratings.of(question)) is not None
    )
    best_first = [rating for rating in Rating if rating in given]
    return "; ".join(f"{rating.label}: {counted(given[rating], 'service')}" for rating in best_first)


_QUESTIONS = {question.value: question for question in KeyQuestion}


def _words(report: Source | None, rating: object) -> str:
    label = getattr(rating, "label", None)
    return f"{label}, {_when_words(report)}" if label and report is not None else ""


def _when(source: Source) -> When | None:
    assessed = source.assessed
    looked = (
        (assessed.to or assessed.from_ or max(assessed.days, key=lambda one: one.last, default=None))
        if assessed
        else None
    )
    return source.published or source.received or looked


def _when_words(source: Source) -> str:
    when = _when(source)
    if when is None:
        return ""
    return day(when) if source.published is not None else f"{day(when)}, not published yet"
