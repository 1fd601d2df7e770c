"""The measures of a plan at a glance: one row each, with its shape, where it began, is and should be, its verdict."""

from dataclasses import dataclass

from markupsafe import Markup

from action_plans.diagrams.charts.sparkline import sparkline
from action_plans.english.figures import figure, short_figure
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.measure_series import measure_series, short_day
from action_plans.staff.tags import Tag, figure_tag
from action_plans.tracing.measures import TracedMeasure


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure at a glance; words are empty where there is nothing to say.

    `shape` is a finished drawing, empty without a reading. `now_on` is the day of the newest reading and `target_by`
    that of the target that counts. `anchor` is the row's id, where it is what its measure's address leads to.
    """

    link: Link
    area: str
    shape: Markup
    baseline: str
    now: str
    now_on: str
    target: str
    target_by: str
    tag: Tag
    anchor: str = ""


def measure_rows(here: Here, plan: Plan) -> tuple[MeasureRow, ...]:
    """Return one row for each measure of a plan, in the order written. Cost: linear in the readings."""
    return tuple(measure_row(here, measure) for measure in here.context.trace.measures_of(plan))


def measure_row(here: Here, measure: TracedMeasure) -> MeasureRow:
    """Return a measure at a glance."""
    record, latest, target = measure.record, measure.latest, measure.target
    shape = Markup(sparkline(measure_series(here, measure)))  # noqa: S704 -- the diagrams escape every text
    return MeasureRow(
        link=here.link(measure.ref),
        area=record.area or "",
        shape=shape,
        baseline=short_figure(record.baseline.value, record.unit) if record.baseline else "",
        now=figure(latest.value, record.unit) if latest else "",
        now_on=short_day(latest.date, measure.today.year) if latest else "",
        target=short_figure(target.value, record.unit) if target else "",
        target_by=f"by {short_day(target.by, measure.today.year)}" if target and target.by else "",
        tag=figure_tag(measure),
    )
