"""Progress over time as a page shows it: the picture, and the same figures as a table."""

from dataclasses import dataclass

from markupsafe import Markup

from action_plans.diagrams.progress_chart import Series, progress_chart
from action_plans.english.wording import agreeing, counted, day, doubt_words, how_long, out_of
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.progress import Standing
from action_plans.tracing.sources import came, last_looked
from action_plans.tracing.traced import TracedFinding


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month: its last day, or today, and the figures of the picture; `moved` is empty where no date was put off."""

    day: str
    standing: Standing
    moved: str


@dataclass(frozen=True, slots=True)
class StoodOpen:
    """How long a finding has stood open, or stood open until the last of its actions was closed."""

    link: Link
    tag: Tag
    since: str
    words: str


@dataclass(frozen=True, slots=True)
class ProgressView:
    """The picture in two sizes, a sentence, the table, and how long each finding has stood open."""

    svgs: tuple[Markup, ...]
    sentence: str
    months: tuple[MonthRow, ...]
    findings: tuple[StoodOpen, ...]


def progress(here: Here, plan: Plan) -> ProgressView | None:
    """Return how a plan went on, by its own dates; nothing where none of its actions has one before today."""
    standings = here.context.trace.progress(plan)
    if not standings:
        return None
    return ProgressView(
        svgs=_pictures(standings) if len(standings) > 1 else (),
        sentence=_sentence(standings[-1]),
        months=tuple(MonthRow(day(one.day), one, _moved(one)) for one in standings),
        findings=tuple(_stood_open(here, finding) for finding in here.context.trace.findings_of(plan)),
    )


def _pictures(standings: tuple[Standing, ...]) -> tuple[Markup, ...]:
    series = (
        Series("all", "action" if standings[-1].actions == 1 else "actions", tuple(one.actions for one in standings)),
        Series("closed", "closed", tuple(one.closed for one in standings)),
        Series("verified", "verified", tuple(one.verified for one in standings)),
        Series("embedded", "embedded", tuple(one.embedded for one in standings)),
    )
    title = "Actions closed, verified and embedded, month by month"
    description = f"{_sentence(standings[-1])} The table below has every figure."
    days = [one.day for one in standings]
    sizes = (("wide", 640.0, 220.0, 14.0), ("small", 340.0, 190.0, 13.0))
    return tuple(
        Markup(  # noqa: S704 -- the diagrams escape every text
            progress_chart(
                days,
                series,
                identity=f"progress-{name}",
                title=title,
                description=description,
                class_=f"dia-{name}",
                width=width,
                height=height,
                size=size,
            )
        )
        for name, width, height, size in sizes
    )


def _sentence(now: Standing) -> str:
    """Return how many actions are closed today, what of that does not hold or is not shown, and how many are proven."""
    if not now.closed:
        none = f"none of {now.actions} actions is closed" if now.actions > 1 else "the one action is not closed"
        return f"Today {none if now.actions else 'every action is stopped'}."
    of = f"{now.closed} of {now.actions} actions {'is' if now.closed == 1 else 'are'}" if now.actions > 1 else _ALONE
    doubts = doubt_words(now.closed, now.slipped, now.unproven)
    said = f"Today {of} closed{f', {doubts}' if doubts else ''}"
    if not now.verified:
        return f"{said}; none is verified."
    verified = agreeing(now.verified, "is verified", "are verified")
    embedded = f"{out_of(now.embedded, now.verified)} of them embedded" if now.verified > 1 else ""
    if now.verified == 1:
        embedded = "and embedded" if now.embedded else "but not embedded yet"
    return f"{said}; {verified}, {embedded}."


_ALONE = "the one action is"


def _moved(one: Standing) -> str:
    return f"{counted(one.moved, 'date')}, {counted(one.moved_days, 'day')} together" if one.moved else ""


def _stood_open(here: Here, finding: TracedFinding) -> StoodOpen:
    trace, source = here.context.trace, finding.found_by
    since = (last_looked(source) or came(source, trace.today)) if source is not None else finding.plan.written
    if since is None or since.first > trace.today:
        return StoodOpen(here.link(finding.ref), state_tag(finding), "", "Nobody wrote down since when")
    actions = [trace.actions[ref] for ref in finding.actions]
    closed = [action.record.closed_on for action in actions if action.is_holding and action.record.closed_on]
    if actions and len(closed) == len(actions):
        until = max(when.last for when in closed)
        words = f"{how_long(since.last, max(since.last, until))} until {day(until)}, when the last action was closed"
    else:
        words = f"{how_long(since.last, max(since.last, trace.today))} so far"
    return StoodOpen(here.link(finding.ref), state_tag(finding), day(since), words)
