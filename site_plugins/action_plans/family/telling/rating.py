"""What CQC says of a service, from the newest report that is published: on every page, as Regulation 20A asks."""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from action_plans.family.telling.sentences import in_words
from action_plans.family.telling.shapes import is_link
from action_plans.family.telling.views import Link, Rating
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.plan import Plan
from action_plans.model.source import KeyQuestion, Source, SourceKind


def newest_report(plans: Iterable[Plan], today: date) -> Source | None:
    """Return CQC's newest published report: of those that rate the service overall, else of all."""
    published = [source for source in _regulators(plans) if is_published(source, today)]
    rated = [source for source in published if source.ratings is not None and source.ratings.overall is not None]
    return max(rated or published, key=_published_day, default=None)


def is_published(source: Source, today: date) -> bool:
    """Whether a report is out."""
    return source.published is not None and source.published.first <= today


def rating(plans: Iterable[Plan], today: date, words: ThemeWords) -> Rating:
    """Return what CQC says of the service that plans are for."""
    plans = tuple(plans)
    report = newest_report(plans, today)
    waiting = [
        source
        for source in _regulators(plans)
        if source.kind in (SourceKind.ASSESSMENT, SourceKind.INSPECTION) and not is_published(source, today)
    ]
    general = Link(words.say("cqc_home"), words.say("rating_link_general"))
    if report is None or report.published is None:
        return Rating((words.say("rating_unpublished" if waiting else "rating_none"),), general)
    overall = report.ratings.overall if report.ratings is not None else None
    month = "rating_date_month" if report.published.is_month else "rating_date"
    said = [words.choose("ratings", overall.value if overall else "default")]
    said.append(words.say(month, day=in_words(report.published, words), month=in_words(report.published, words)))
    said += [words.say("rating_again_unpublished")] if waiting else []
    link = general
    if report.url is not None and is_link(report.url):
        link = Link(report.url, words.say("rating_link", host=str(urlsplit(report.url).hostname)))
    return Rating(tuple(said), link, tuple(_questions(report, words)))


def _regulators(plans: Iterable[Plan]) -> Iterator[Source]:
    for plan in plans:
        yield from (source for source in plan.sources if source.is_regulators)


def _published_day(source: Source) -> date:
    return source.published.last if source.published is not None else date.min


def _questions(report: Source, words: ThemeWords) -> Iterator[tuple[str, str]]:
    for question in KeyQuestion:
        given = report.ratings.of(question) if report.ratings is not None else None
        if given is not None:
            said = words.choose("question_ratings", given.value)
            if question in report.carried_over:
                said = words.say("carried_over", rating=said)
            yield words.choose("questions", question.value), said
