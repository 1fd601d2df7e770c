"""What CQC says of a service, as its reports that are out say it: on every page, as Regulation 20A asks.

Which report gives which rating is `tracing.ratings`' to say; here it is put into words.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from urllib.parse import urlsplit

from action_plans.family.telling.days_in_words import in_words
from action_plans.family.telling.shapes import is_link
from action_plans.family.telling.views import Link, Rating
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.plan import Plan
from action_plans.model.source import KeyQuestion, Source
from action_plans.model.source import Rating as Rated
from action_plans.model.when import When
from action_plans.tracing.days import has_come
from action_plans.tracing.ratings import LOOKS, Given, ServiceRatings, ratings_of, regulators_sources
from action_plans.tracing.sources import is_published, last_looked


def rating(plans: Iterable[Plan], today: date, words: ThemeWords) -> Rating:
    """Return what CQC says of the service that plans are for: overall, and what a newer report says of a part."""
    plans = tuple(plans)
    ratings = ratings_of(plans, today, published=True)
    return Rating(
        sentences=tuple(_sentences(plans, ratings, today, words)),
        links=tuple(_links(reports_told(plans, today), words)),
        questions=tuple(_questions(ratings, words)),
    )


def reports_told(plans: Iterable[Plan], today: date) -> tuple[Source, ...]:
    """Return the reports that the pages lead to: the newest, then that of the overall rating where it is another."""
    ratings = ratings_of(plans, today, published=True)
    overall = ratings.overall.report if ratings.overall is not None else None
    found = [report for report in (ratings.unrated or ratings.newest, overall) if report is not None]
    return tuple(found[:1]) if found[1:] and found[0] is found[1] else tuple(found)


def _sentences(plans: tuple[Plan, ...], ratings: ServiceRatings, today: date, words: ThemeWords) -> Iterator[str]:
    waiting = any(_is_waiting(source, ratings.overall, today) for source in regulators_sources(plans))
    if ratings.overall is not None:
        yield words.choose("ratings", ratings.overall.rating.value)
        yield from _dated(ratings.overall.when, words)
        yield from _parts(ratings, ratings.newer_than_overall, "rating_newer", words)
    elif ratings.questions:
        fresh = tuple(question for question, given in ratings.questions.items() if not given.is_carried_over)
        yield from _parts(ratings, fresh, "rating_part", words)
    elif ratings.unrated is None:
        yield words.say("rating_unpublished" if waiting else "rating_none")
        return
    if ratings.unrated is not None:  # nobody wrote what it says: that it is out is all that is known
        name = "report_out_again" if ratings.is_rated else "report_out"
        yield from _dated(ratings.unrated.published, words, name)
    if waiting:
        yield words.say("rating_again_unpublished")


def _is_waiting(source: Source, overall: Given | None, today: date) -> bool:
    """Whether CQC has looked at the service, since it gave the overall rating, and its report is not out."""
    if source.kind not in LOOKS or is_published(source, today):
        return False
    when = source.received or last_looked(source)
    if when is None:
        return True
    return has_come(when, today) and (overall is None or overall.when is None or when.last > overall.when.first)


def _dated(when: When | None, words: ThemeWords, name: str = "rating_date") -> Iterator[str]:
    """Yield from which report something is; nothing where that is not known."""
    if when is not None:
        yield words.say(
            f"{name}_month" if when.is_month else name, day=in_words(when, words), month=in_words(when, words)
        )


def _parts(ratings: ServiceRatings, questions: Iterable[KeyQuestion], name: str, words: ThemeWords) -> Iterator[str]:
    """Yield what reports say of these key questions, report by report, the newest first."""
    days: dict[When | None, list[KeyQuestion]] = {}
    for question in questions:
        if ratings.questions[question].rating is not Rated.NOT_RATED:
            days.setdefault(ratings.questions[question].when, []).append(question)
    for when in sorted(days, key=lambda when: when.last if when is not None else date.min, reverse=True):
        yield from _dated(when, words, name)
        for question in days[when]:
            yield words.choose("parts_of_care", question.value)
            yield words.choose("part_ratings", ratings.questions[question].rating.value)


def _links(reports: Iterable[Source], words: ThemeWords) -> Iterator[Link]:
    """Yield a link to each report that has an address on the web, else the one to CQC's own pages."""
    found = {
        report.url: urlsplit(report.url).hostname
        for report in reports
        if report.url is not None and is_link(report.url)
    }
    for number, (url, host) in enumerate(found.items()):
        name = "rating_link" if not number else "rating_link_overall"
        yield Link(url, words.say(name, host=str(host)))
    if not found:
        yield Link(words.say("cqc_home"), words.say("rating_link_general"))


def _questions(ratings: ServiceRatings, words: ThemeWords) -> Iterator[tuple[str, str]]:
    """Yield CQC's questions with the answer to each, and its day where that is not the overall rating's."""
    overall = ratings.overall.when if ratings.overall is not None else None
    for question, given in ratings.questions.items():
        said = [words.choose("question_ratings", given.rating.value)]
        if given.is_carried_over:
            said.append(words.say("carried_over"))
        if given.when != overall:
            said += _dated(given.when, words)
        yield words.choose("questions", question.value), " ".join(said)
