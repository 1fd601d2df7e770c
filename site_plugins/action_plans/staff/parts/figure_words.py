"""What is said of a measure's figures in sentences: its verdict, its other targets, and whether it moved by chance."""

from decimal import Decimal

from action_plans.english.figures import figure, short_figure
from action_plans.english.wording import counted, day, listed, number, on_day, sentence, times
from action_plans.model.measure import Better, Target
from action_plans.staff.parts.figures import on
from action_plans.tracing.days import has_passed
from action_plans.tracing.figure_verdicts import FigureVerdict, is_as_good
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.run_charts import FEWEST, RunChart


def verdict_sentence(measure: TracedMeasure) -> str:
    """Return the newest figure and what follows from it, in sentences."""
    latest = measure.latest
    if latest is None:
        return "There is no reading yet."
    newest = f"{figure(latest.value, measure.record.unit)}{on(latest.date)}."
    return " ".join(words for words in (newest, _why(measure), _reached_before(measure)) if words)


def other_targets(measure: TracedMeasure) -> str:
    """Return the targets beside the one that counts, in a sentence; nothing where there are none."""
    others = [target for target in measure.record.targets if target is not measure.target]
    return sentence(f"other targets: {'; '.join(_other(measure, one) for one in others)}") if others else ""


def target_words(measure: TracedMeasure, target: Target) -> str:
    """Return a target: `95% by 29 May 2026`."""
    by = f" by {day(target.by)}" if target.by is not None else ", with no date"
    return f"{short_figure(target.value, measure.record.unit)}{by}"


def signal_words(measure: TracedMeasure) -> str:
    """Return whether the figure moved more than chance would make it, and whether to the better side."""
    chart = measure.run_chart
    if chart is None:
        return ""
    if chart.signal is None:
        have = f"{counted(chart.n, 'reading')} off the middle value, taken in the same way"
        return f"Too few readings to tell a real change from chance: {have}; at least {number(FEWEST)} are needed."
    if not chart.signal:
        return "The figure goes up and down around its middle value no more than chance would make it."
    if (run := chart.ongoing) is not None:
        side = "above" if run.is_above else "below"
        since = f"{'' if run.first.date.is_month else 'about '}{day(run.first.date)}"
        moved = f"Since {since} the figure has stayed {side} its middle value: more than chance."
        return f"{moved} {_side(measure, is_above=run.is_above)}".rstrip()
    moved = "The figure has moved more than chance would make it: look at the line."
    if chart.newest_run is None or chart.is_on_median:
        return f"{moved} It is now at its middle value."
    newest = "above" if chart.newest_run.is_above else "below"
    side = _side(measure, is_above=chart.newest_run.is_above)
    return f"{moved} It is now {newest} its middle value. {side}".rstrip()


def signal_short(measure: TracedMeasure) -> str:
    """Return the same in a few words, for a table."""
    chart = measure.run_chart
    if chart is None:
        return "No reading"
    if chart.signal is None:
        return "Too few readings"
    if not chart.signal:
        return "No"
    run = chart.ongoing
    if run is None:
        return "Yes: look at the line"
    return f"Yes: {'above' if run.is_above else 'below'} its middle value since {day(run.first.date)}"


def judged_words(chart: RunChart) -> str:
    """Return how the two rules were applied to a chart with enough readings; nothing to one without."""
    if chart.longest_run_limit is None or chart.crossings_limit is None:
        return ""
    run = f"the longest run on one side is {chart.longest_run} (chance alone seldom gives more than"
    crossed = f"the line crosses it {times(chart.crossings) if chart.crossings else 'never'}"
    few = f"(chance alone seldom makes that fewer than {chart.crossings_limit})"
    return (
        f"How that is judged: of {chart.n} readings off the middle value {run} {chart.longest_run_limit}), and "
        f"{crossed} {few}."
    )


def description(measure: TracedMeasure) -> str:
    """Return what a chart shows, for those who do not see it; the table beside it has every figure."""
    record, readings = measure.record, measure.readings
    said = []
    if readings:
        first, last = (short_figure(one.value, record.unit) for one in (readings[0], readings[-1]))
        several = counted(len(readings), "reading")
        span = f"{several} from {day(readings[0].date)} to {day(readings[-1].date)}: from {first} to {last}"
        said.append(span if len(readings) > 1 else f"one reading: {first}{on(readings[0].date)}")
    if len(measure.parts) > 1:
        said.append(f"the way of measuring changed {times(len(measure.parts) - 1)}")
    if record.baseline is not None:
        said.append(f"baseline {short_figure(record.baseline.value, record.unit)}{on(record.baseline.date)}")
    said += [f"{target.label or 'target'} {target_words(measure, target)}" for target in record.targets]
    said.append("the table has every figure")
    return " ".join(sentence(" ".join(words.split())) for words in said)


def _why(measure: TracedMeasure) -> str:  # noqa: PLR0911 -- one line a verdict
    target = measure.target
    if target is None:
        return "No target is written."
    aim = target_words(measure, target)
    match measure.verdict:
        case FigureVerdict.NO_TARGET:
            return "The plan does not say whether higher or lower is better, so nothing can be said of its target."
        case FigureVerdict.NO_NEW_READING:
            every = measure.plan.review_every.interval if measure.plan.review_every is not None else "so often"
            return f"The plan is to have news every {every}, and this is older. The target is {aim}."
        case FigureVerdict.HELD:
            return f"The last three readings reach the target of {aim}."
        case FigureVerdict.MET:
            return f"That reaches the target of {aim}."
        case FigureVerdict.NEW_METHOD:
            since = f"{on(measure.series[0].date)}"
            return (
                f"It has been measured in another way since{since.removeprefix(' on').removeprefix(' in')}, and there "
                f"is no baseline for that way yet, so nobody can tell whether it is on course to {aim}."
            )
        case FigureVerdict.NO_BASELINE:
            return f"Without a baseline nobody can tell whether it is on course to {aim}."
        case FigureVerdict.NO_DATE:
            lacking = "The target" if target.by is None else "The baseline"
            return f"{lacking} has no date, so nobody can tell whether it is on course to {aim}."
        case _:
            return _course(measure, target, aim)
    return ""


def _course(measure: TracedMeasure, target: Target, aim: str) -> str:
    latest, wanted, better = measure.latest, measure.wanted, measure.record.better
    assert latest is not None and wanted is not None and better is not None  # noqa: S101, PT018 -- else no course
    if has_passed(target.by, measure.today):
        return f"The target was {aim}."
    stands = _as_precise(measure, wanted)
    words = f"The straight line from the baseline to {aim} stands at {stands} on that day"
    if measure.verdict is FigureVerdict.ON_COURSE and not is_as_good(latest.value, wanted, better):
        return f"{words}; what is short of it is less than one of those counted."
    return f"{words}."


def _as_precise(measure: TracedMeasure, value: Decimal) -> str:
    """Return a place on the line to one digit more than the figures have."""
    baseline, target, latest = measure.record.baseline, measure.target, measure.latest
    figures = [one.value for one in (baseline, target, latest) if one is not None]
    places = max(max(0, -int(one.normalize().as_tuple().exponent)) for one in figures)
    rounded = round(value, places + 1)
    return short_figure(rounded, measure.record.unit)


def _reached_before(measure: TracedMeasure) -> str:
    days = measure.reached_before
    if measure.verdict is not FigureVerdict.BEHIND or not days or measure.target is None:
        return ""
    value = short_figure(measure.target.value, measure.record.unit)
    when = on_day(days[-1])
    reached = f"It reached {value} once, {when}" if len(days) == 1 else f"It last reached {value} {when}"
    return f"{reached}, and has {measure.moved_back} since."


def _other(measure: TracedMeasure, target: Target) -> str:
    label = f"{' '.join(target.label.split())}, " if target.label else ""
    words = f"{label}{target_words(measure, target)}"
    reached = measure.reaches(target)
    if reached is None:
        return words
    if reached:
        return f"{words}, reached"
    if not has_passed(target.by, measure.today):
        return f"{words}, not yet"
    return (
        f"{words}, reached then and {measure.moved_back} since"
        if measure.reached_in_time(target)
        else f"{words}, missed"
    )


def _side(measure: TracedMeasure, *, is_above: bool) -> str:
    better = measure.record.better
    if better is None:
        return ""
    return f"That is the {'better' if is_above == (better is Better.HIGHER) else 'worse'} side."


def lede(measures: tuple[TracedMeasure, ...]) -> str:
    """Return how many measures stand in which way, and which are behind."""
    if not measures:
        return "The plan has no measure yet: no figure that shows whether what is done works."
    said = []
    for verdicts, one, several in _COUNTED:
        count = sum(measure.verdict in verdicts for measure in measures)
        if count:
            said.append(f"{number(count)} {one if count == 1 else several}")
    behind = [measure.record.id for measure in measures if measure.verdict is FigureVerdict.BEHIND]
    which = f": {listed(behind)}" if behind else ""
    return sentence(f"of {counted(len(measures), 'measure')} {listed(said)}{which}")


_COUNTED = (
    ((FigureVerdict.HELD, FigureVerdict.MET), "has met its target", "have met their targets"),
    ((FigureVerdict.ON_COURSE,), "is on course", "are on course"),
    ((FigureVerdict.NEW_METHOD,), "is measured in a new way", "are measured in a new way"),
    ((FigureVerdict.NO_NEW_READING,), "has no new reading", "have no new reading"),
    ((FigureVerdict.NO_READING,), "has no reading", "have no reading"),
    (
        (FigureVerdict.NO_TARGET, FigureVerdict.NO_BASELINE, FigureVerdict.NO_DATE),
        "cannot be judged for want of a target, a baseline or a date",
        "cannot be judged for want of a target, a baseline or a date",
    ),
    ((FigureVerdict.BEHIND,), "is behind", "are behind"),
)
