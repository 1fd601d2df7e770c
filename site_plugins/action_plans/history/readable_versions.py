"""Which earlier versions of a plan have a page: those that people ask for, at most 24, the newest first."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import day
from action_plans.history.commits import Commit
from action_plans.history.plan_history import PlanHistory
from action_plans.model.plan import Plan
from action_plans.model.when import month_in_words
from action_plans.tracing.days import has_come

MOST = 24
_SHORT = 7


@dataclass(frozen=True, slots=True)
class Readable:
    """A version with a page: its commit, its name in addresses, and why somebody would read it."""

    commit: Commit
    name: str
    reasons: tuple[str, ...]


def readable_versions(history: PlanHistory, plan: Plan, today: date) -> tuple[Readable, ...]:
    """Return the versions of a plan that have a page, the newest first.

    They are the first, each that has a tag, the one that stood when a source was published and when an approval was
    given, and the last of each month; never one that is hidden, deleted or the newest, which is the plan itself. Cost:
    linear in versions, times the sources and approvals.
    """
    touched = [one.commit for one in history.versions if one.blob is not None]
    shown = [commit for commit in touched[:-1] if not history.hides(commit)]
    if not shown:
        return ()
    reasons: dict[str, list[str]] = {commit.name: [] for commit in shown}
    for commit, words in _reasons(history, plan, touched, today):
        if commit.name in reasons:
            reasons[commit.name].append(words)
    wanted = [commit for commit in reversed(shown) if reasons[commit.name]][:MOST]
    names = short_names(commit.name for commit in touched)
    return tuple(Readable(one, names[one.name], tuple(dict.fromkeys(reasons[one.name]))) for one in wanted)


def short_names(commits: Iterable[str]) -> Mapping[str, str]:
    """Return the beginning of each name by which it is known among all: seven letters, more where two are alike."""
    every = tuple(dict.fromkeys(commits))
    length = _SHORT
    while len({name[:length] for name in every}) < len(every):
        length += 1
    return {name: name[:length] for name in every}


def _reasons(history: PlanHistory, plan: Plan, touched: list[Commit], today: date) -> Iterator[tuple[Commit, str]]:
    yield touched[0], "the first version" if not history.is_older else "the first version that is read"
    for commit in touched:
        for tag in commit.tags:
            yield commit, f"tag {tag}"
    dated = [(one.published, f"when {one.title} was published") for one in plan.sources]
    dated += [(one.date, f"when it was before {one.group}") for one in plan.approvals]
    for when, words in dated:
        if when is not None and has_come(when, today):
            stood = history.version_on(when.last)
            if stood is not None:
                yield stood, f"{words}, {day(when)}"
    last: dict[tuple[int, int], Commit] = {}
    for commit in touched:
        if not commit.is_doubtful:
            last[commit.day.year, commit.day.month] = commit
    for commit in last.values():
        yield commit, f"the last of {month_in_words(commit.day)}"
