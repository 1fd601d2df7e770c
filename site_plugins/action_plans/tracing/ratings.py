"""What CQC rated a service: overall and key question by key question, each from the newest report that rates it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.model.plan import Plan
from action_plans.model.source import KeyQuestion, Rating, Source, SourceKind
from action_plans.model.when import When
from action_plans.tracing.days import has_come
from action_plans.tracing.sources import came, is_published


@dataclass(frozen=True, slots=True)
class Given:
    """A rating with the report that gave it.

    Of a rating carried over, `report` is the earlier one that gave it, where a plan has that, and None otherwise;
    `when` is the day of that report, never that of the one which carried it over.
    """

    rating: Rating
    report: Source | None
    when: When | None
    is_carried_over: bool


@dataclass(frozen=True, slots=True)
class ServiceRatings:
    """The ratings of a service today, and the newest report of CQC, which may rate less than all.

    `unrated` is a report that is out and newer than all that rate, and of which nobody wrote down what it rates: what
    CQC says today is then not known, and that it gave no rating least of all.
    """

    newest: Source | None
    overall: Given | None
    questions: Mapping[KeyQuestion, Given]
    unrated: Source | None = None

    @property
    def is_rated(self) -> bool:
        """Whether anything is rated."""
        return self.overall is not None or bool(self.questions)

    @property
    def newer_than_overall(self) -> tuple[KeyQuestion, ...]:
        """The key questions that a newer report rates than the one that gave the overall rating."""
        if self.overall is None or self.overall.when is None:
            return ()
        since = self.overall.when.last
        return tuple(
            question
            for question, given in self.questions.items()
            if not given.is_carried_over and given.when is not None and given.when.last > since
        )


def ratings_of(plans: Iterable[Plan], today: date, *, published: bool = False) -> ServiceRatings:
    """Return the ratings of the service that plans are for.

    `published` asks only for reports that are out, as families are told; otherwise what has come in counts too. Of two
    reports of one day the first written counts.
    """
    reports = _reports(plans, today, published=published)
    rating = [report for report in reports if report.ratings is not None and _rates(report)]
    questions = {question: given for question in KeyQuestion if (given := _of(question, rating, today)) is not None}
    return ServiceRatings(
        next(iter(rating or reports), None),
        _overall(rating, today),
        questions,
        _unrated(reports, rating, today),
    )


def _overall(reports: Iterable[Source], today: date) -> Given | None:
    """Return the overall rating: it stands until a newer report gives another; that one gave none takes none away."""
    given = [
        Given(report.ratings.overall, report, came(report, today), is_carried_over=False)
        for report in reports
        if report.ratings is not None and report.ratings.overall is not None
    ]
    return next((one for one in given if one.rating is not Rating.NOT_RATED), next(iter(given), None))


def regulators_sources(plans: Iterable[Plan]) -> tuple[Source, ...]:
    """Return every source of CQC's, in the order written."""
    return tuple(source for plan in plans for source in plan.sources if source.is_regulators)


def _reports(plans: Iterable[Plan], today: date, *, published: bool) -> list[Source]:
    """Return CQC's sources that have come, the newest first."""
    found = [
        (when.last, source)
        for source in regulators_sources(plans)
        if (is_published(source, today) or not published)
        and (when := came(source, today)) is not None
        and has_come(when, today)
    ]
    return [source for _, source in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _rates(source: Source) -> bool:
    """Whether CQC rated with it: a letter or a notice may quote a rating, and gives none."""
    ratings = source.ratings
    is_of_kind = source.kind in _RATING_KINDS
    return (
        is_of_kind
        and ratings is not None
        and (ratings.overall is not None or any(ratings.of(question) is not None for question in KeyQuestion))
    )


LOOKS = (SourceKind.ASSESSMENT, SourceKind.INSPECTION)
"""The kinds of a report for which CQC looked at a service, and rates it unless it says otherwise."""
_RATING_KINDS = (*LOOKS, SourceKind.REVIEW)


def _unrated(reports: Iterable[Source], rating: Sequence[Source], today: date) -> Source | None:
    """Return the newest report that is out, where it is newer than all that rate and nothing is written of its own."""
    out = (report for report in reports if report.kind in LOOKS and is_published(report, today))
    newest = next(out, None)
    if newest is None or any(newest is one for one in rating):
        return None
    return newest if not rating or _came_on(newest, today) > _came_on(rating[0], today) else None


def _came_on(source: Source, today: date) -> date:
    when = came(source, today)
    return when.last if when is not None else date.min


def _of(question: KeyQuestion, reports: Sequence[Source], today: date) -> Given | None:
    """Return the rating of a key question: from the newest report that rates it, with the one that first gave it.

    As with the overall one, that a newer report gave none takes none away.
    """
    rating: Rating | None = None
    said = (report.ratings.of(question) for report in reports if report.ratings is not None)
    is_last_word = all(one is None or one is Rating.NOT_RATED for one in said)
    for report in reports:
        given = report.ratings.of(question) if report.ratings is not None else None
        if given is None or (given is Rating.NOT_RATED and not is_last_word):
            continue
        if rating is None:
            rating = given
            if question not in report.carried_over:
                return Given(given, report, came(report, today), is_carried_over=False)
        elif given is not rating:
            break  # another rating is not what was carried over
        elif question not in report.carried_over:
            return Given(rating, report, came(report, today), is_carried_over=True)
    return Given(rating, None, None, is_carried_over=True) if rating is not None else None
