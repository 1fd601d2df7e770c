"""What CQC rated each service, in words: overall, and key question by key question."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import counted, day
from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.model.source import KeyQuestion, Rating, Source
from action_plans.tracing.ratings import Given, ServiceRatings, ratings_of
from action_plans.tracing.sources import came, is_published
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class ServicePlans:
    """A service with its plans, and what CQC rated it."""

    service: Service
    plans: tuple[Plan, ...]
    ratings: ServiceRatings
    today: date

    def overall(self) -> str:
        """Return its rating overall, in words; nothing where none is known."""
        return given_words(self.ratings.overall, self.today)

    def overall_short(self) -> str:
        """Return the same for a table in which the day of the newest report has a column of its own."""
        return self._short(self.ratings.overall)

    def rating(self, slug: str) -> str:
        """Return its rating for the key question of this short name, in words; nothing where none is known."""
        return given_words(self.given(slug), self.today)

    def short_rating(self, slug: str) -> str:
        """Return the same for a table in which the day of the newest report has a column of its own."""
        return self._short(self.given(slug))

    def _short(self, given: Given | None) -> str:
        if given is None or (given.report is self.ratings.newest and not given.is_carried_over):
            return given.rating.label if given is not None else ""
        return given_words(given, self.today) if given.when is not None else f"{given.rating.label}, carried over"

    @property
    def report_day(self) -> str:
        """When the newest report that rates anything came out; nothing where nothing is rated."""
        newest = self.ratings.newest
        return _report_words(newest, self.today) if newest is not None and self.ratings.is_rated else ""

    def given(self, slug: str) -> Given | None:
        """Return its rating for the key question of this short name."""
        question = _QUESTIONS.get(slug)
        return self.ratings.questions.get(question) if question is not None else None


def services_of(trace: Trace) -> tuple[ServicePlans, ...]:
    """Return every service that has a plan, by name. Cost: linear in plans and sources."""
    plans: dict[str, list[Plan]] = {}
    for plan in trace.portfolio.plans:
        plans.setdefault(trace.service_of[plan.id].id.casefold(), []).append(plan)
    found = [
        ServicePlans(trace.service_of[several[0].id], tuple(several), ratings_of(several, trace.today), trace.today)
        for several in plans.values()
    ]
    return tuple(sorted(found, key=lambda one: (one.service.name.casefold(), one.service.id.casefold())))


def given_words(given: Given | None, today: date) -> str:
    """Return a rating with the day of the report that gave it: `Good, 12 May 2026`; nothing for none.

    Of a report that has come in and is not out, that it is not published yet.
    """
    if given is None:
        return ""
    when = f", {_report_words(given.report, today)}" if given.report is not None and given.when is not None else ""
    carried = "; carried over from an earlier report" if given.is_carried_over else ""
    return f"{given.rating.label}{when}{carried}"


def ratings_counted(services: Iterable[ServicePlans], slug: str) -> str:
    """Return how many services have which rating for a key question: `Good: two services; Inadequate: one service`."""
    given = Counter(one.rating for service in services if (one := service.given(slug)) is not None)
    best_first = [rating for rating in Rating if rating in given]
    return "; ".join(f"{rating.label}: {counted(given[rating], 'service')}" for rating in best_first)


_QUESTIONS = {question.value: question for question in KeyQuestion}


def _report_words(source: Source, today: date) -> str:
    when = came(source, today)
    if when is None:
        return ""
    return day(when) if is_published(source, today) else f"{day(when)}, not published yet"
