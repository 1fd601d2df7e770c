"""What changed in a plan, version by version, in words, the newest first; approvals stand in line with them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.english.wording import counted, day
from action_plans.history.commits import Commit
from action_plans.history.field_changes import FieldChange
from action_plans.history.plan_history import PlanHistory
from action_plans.history.readable_versions import Readable
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.said_changes import said_change
from action_plans.staff.parts.since import since_words
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.days import has_come

MOST = 150
"""How many versions a page tells; a project with more has the command for the rest."""

_MONTH = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class ItemChange:
    """What changed in one thing: its link where it still stands in the plan, else its reference, and sentences."""

    link: Link | None
    ref: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version, or an approval: `marks` are the choices in which it is shown, `what` a few words about it.

    `page` is the link to the plan as it stood then, where there is one; `brought` are the commits of a merge.
    """

    day: str
    what: str
    note: str
    marks: tuple[str, ...]
    page: str
    changes: tuple[ItemChange, ...]
    brought: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice of what is shown: its name in the page, and words."""

    mark: str
    words: str
    count: int


def version_rows(
    here: Here, plan: Plan, history: PlanHistory | None, readable: Iterable[Readable]
) -> tuple[tuple[VersionRow, ...], int]:
    """Return the versions with what changed in each, the newest first, and how many more there are.

    Where git cannot tell, what was decided on the plan is told alone.
    """
    if history is None:
        return _with_approvals(here, plan, []), 0
    by_commit: dict[str, list[FieldChange]] = {}
    for one in history.changes():
        by_commit.setdefault(one.commit.name, []).append(one)
    pages = {one.commit.name: one.name for one in readable}
    commits = [one.commit for one in reversed(history.versions) if one.commit.name in by_commit]
    rows = [_row(here, plan, history, commit, by_commit[commit.name], pages) for commit in commits[:MOST]]
    return _with_approvals(here, plan, list(zip(rows, commits, strict=False))), max(0, len(commits) - MOST)


def choices(here: Here, plan: Plan, rows: Iterable[VersionRow]) -> tuple[Choice, ...]:
    """Return the choices of what is shown, the first of them that in which the page opens."""
    rows = tuple(rows)
    said = [(mark, words) for mark, words, _ in _spans(here, plan)]
    found = [Choice(mark, words, sum(mark in row.marks for row in rows)) for mark, words in said]
    return (*found, Choice("all", "everything", len(rows)))


def _spans(here: Here, plan: Plan) -> tuple[tuple[str, str, date], ...]:
    """Return what can be chosen: a mark, words, and the day after which it begins."""
    trace = here.context.trace
    since = trace.since[plan.id]
    found = []
    if since.day is not None:
        found.append(("visit", since_words(since), since.day))
    given = [one.date.last for one in plan.approvals if has_come(one.date, trace.today)]
    if given:
        found.append(("approval", f"since it was last considered, {day(max(given))}", max(given)))
    found.append(("month", "the last 30 days", trace.today - _MONTH))
    return tuple(found)


def _row(
    here: Here, plan: Plan, history: PlanHistory, commit: Commit, changes: list[FieldChange], pages: Mapping[str, str]
) -> VersionRow:
    hidden = history.hides(commit)
    subject = history.subject_of(commit) if commit.author else ""
    notes = ["the clock of this version, or of the one before, was wrong"] if commit.is_doubtful else []
    notes += [f"tag {tag}" for tag in commit.tags]
    notes += [f"by {commit.author}" if commit.author else "", subject]
    marks = [mark for mark, _, start in _spans(here, plan) if commit.day > start]
    name = pages.get(commit.name, "")
    brought = [one.name[:7] for one in history.brought_by(commit)]
    return VersionRow(
        day=day(commit.day),
        what=f"Version {commit.name[:7]}",
        note="; ".join(filter(None, notes)),
        marks=tuple(marks),
        page=here.to(f"{plan_address(plan, 'history')}{name}/") if name else "",
        changes=() if hidden else tuple(_items(here, plan, changes)),
        brought=tuple(brought),
    )


def _items(here: Here, plan: Plan, changes: list[FieldChange]) -> Iterable[ItemChange]:
    """Yield each thing that changed with all that did, in the order in which the plan says it."""
    several: dict[str, list[FieldChange]] = {}
    for one in changes:
        several.setdefault(one.ref, []).append(one)
    for ref, own in several.items():
        known = ref in here.context.trace.references.nodes
        short = ref.partition("/")[2] or ref
        words = tuple(sentence for one in own for sentence in said_change(here.context.trace, plan, one, here.who))
        yield ItemChange(here.link(ref) if known else None, short, words)


def _with_approvals(here: Here, plan: Plan, rows: list[tuple[VersionRow, Commit]]) -> tuple[VersionRow, ...]:
    """Return versions with what was decided on the plan between them: after those of its day and before."""
    found = [(commit.day, 1, row) for row, commit in rows]
    trace = here.context.trace
    for one in plan.approvals:
        if has_come(one.date, trace.today):
            version = f", version {one.version}" if one.version else ""
            marks = tuple(mark for mark, _, start in _spans(here, plan) if one.date.last > start)
            said = VersionRow(day(one.date), f"{here.who(one.group)}{version}", one.decision, marks, "", (), ())
            found.append((one.date.last, 2, said))
    kept = [row for _, _, row in _in_line(found)]
    return tuple(kept)


def _in_line(found: list[tuple[date, int, VersionRow]]) -> list[tuple[date, int, VersionRow]]:
    """Put decisions before the first version that is older, and keep the order of the versions, which is ancestry."""
    versions = [one for one in found if one[1] == 1]
    for decision in sorted((one for one in found if one[1] != 1), key=lambda one: one[0]):
        place = next((n for n, one in enumerate(versions) if one[0] <= decision[0]), len(versions))
        versions.insert(place, decision)
    return versions


def more_words(left: int) -> str:
    """Return how many versions are not told here, and how they are."""
    return f"And {counted(left, 'older version')}: action-plans history tells them all." if left else ""
