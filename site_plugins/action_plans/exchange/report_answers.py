"""The questions of CQC's form for one regulation, answered from what the plan says and from nothing else."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from action_plans.english.wording import closed_words, day, listed, on_day, sentence, times
from action_plans.exchange.report_missing import cited
from action_plans.exchange.report_record import Cited, Line, Question, Row, Table
from action_plans.model.plan import Plan
from action_plans.tracing.days import has_passed
from action_plans.tracing.reported import Breach
from action_plans.tracing.results import Result
from action_plans.tracing.setbacks import setbacks
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def questions(trace: Trace, plan: Plan, breach: Breach) -> Iterator[Question]:
    """Yield the questions of the form in its order."""
    refs = dict.fromkeys(ref for finding in breach.findings for ref in finding.actions)
    actions = tuple(trace.actions[ref] for ref in refs)
    answers = _Answers(trace, plan)
    yield Question("How the regulation was not being met", tuple(answers.found(breach)))
    yield Question(
        "What will be done to meet the regulation, and what it is to achieve",
        table=_table(
            ("Action", "What it is to achieve", "Who is responsible", "Date by which it will be completed"),
            [answers.planned(action) for action in actions],
        ),
    )
    yield Question("Date by which all actions will be completed", tuple(_all_by(actions)))
    yield Question(
        "How improvements will be made sure of and sustained, and what measures will check this",
        table=_table(
            ("Action", "What sustains it", "What measures check it", "Who is responsible for checking"),
            [answers.sustained(action) for action in actions],
        ),
    )
    yield Question(
        "What resources are needed, and are they available",
        table=_table(("Action", "Needed", "Available"), [answers.resources(action) for action in actions]),
    )
    yield Question(
        "How people who use the service are affected until then, and what keeps them safe",
        tuple(answers.affected(breach)),
    )


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> Table | None:
    """Return the rows that say something, with the columns that some row fills; nothing where none does."""
    told = [row for row in rows if any(row.cells)]
    filled = [place for place in range(len(columns) - 1) if any(row.cells[place] for row in told)]
    if not filled:
        return None
    heads = (columns[0], *(columns[place + 1] for place in filled))
    return Table(heads, tuple(Row(row.action, row.text, tuple(row.cells[place] for place in filled)) for row in told))


class _Answers:
    """What one plan says of its findings and actions, as the form asks."""

    def __init__(self, trace: Trace, plan: Plan) -> None:
        self._trace = trace
        self._plan = plan
        self._named: set[str] = set()

    def found(self, breach: Breach) -> Iterator[Line]:
        for finding in breach.findings:
            yield Line((cited(self._trace, self._plan, finding.ref),), text=finding.record.text or "")

    def affected(self, breach: Breach) -> Iterator[Line]:
        for finding in breach.findings:
            about = (self._short(finding.ref),)
            if finding.record.people_affected:
                yield Line(about, text=finding.record.people_affected)
            if finding.record.keeping_safe:
                yield Line(about, "Until then:", finding.record.keeping_safe)

    def planned(self, action: TracedAction) -> Row:
        """Return an action with what it is to achieve, whose it is, and by when: closed, moved, slipped, all told."""
        record = action.record
        helpers = listed(self._who(action, code) for code in record.helpers)
        owner = self._who(action, record.owner)
        cells = (
            _text(record.done_when),
            _words(f"{owner}, helped by {helpers}" if helpers else owner),
            tuple(self._when(action)),
        )
        return Row(cited(self._trace, self._plan, action.ref), record.description or "", cells)

    def sustained(self, action: TracedAction) -> Row:
        measures = listed(self._measure(ref) for ref in action.measures)
        checker = self._who(action, action.record.checker)
        return self._row(action, _text(action.record.sustained_by), _words(measures), _words(checker))

    def _measure(self, ref: str) -> str:
        """Return a measure: with its title where the page names it first."""
        one = cited(self._trace, self._plan, ref)
        is_new = ref not in self._named
        self._named.add(ref)
        return f"{one.shown} {one.title}" if is_new else one.shown

    def resources(self, action: TracedAction) -> Row:
        written = action.record.resources
        needed, available = (written.needed, written.available) if written else (None, None)
        return self._row(action, _text(needed), _text(available))

    def _row(self, action: TracedAction, *cells: tuple[Line, ...]) -> Row:
        """Return what is said of an action that the form has named before."""
        return Row(self._short(action.ref), "", cells)

    def _short(self, ref: str) -> Cited:
        return replace(cited(self._trace, self._plan, ref), title="")

    def _who(self, action: TracedAction, code: str | None) -> str:
        """Return a role's title, never a name: as the action's own plan knows it."""
        return self._trace.people[action.plan.id].title(code)

    def _when(self, action: TracedAction) -> Iterator[Line]:
        record, today = action.record, self._trace.today
        if action.is_finished:
            closed = f"closed {day(record.closed_on)}" if record.closed_on is not None else "closed"
            yield Line(words=sentence(f"{closed}{_proven(action)}"))
        else:
            passed = ", which has passed" if has_passed(action.due, today) else _STANDS.get(action.condition, "")
            yield Line(words=sentence(f"{day(action.due)}{passed}"))
        moved = record.newest_revision
        if moved is not None:
            often = f"moved {times(len(record.revised))}, last on" if len(record.revised) > 1 else "moved on"
            due = f", to {day(moved.due)}" if action.is_finished else ""
            yield _reasoned(f"first {day(record.due)}, {often} {day(moved.date)}{due}", moved.reason)
        yield from self._lapses(action)

    def _lapses(self, action: TracedAction) -> Iterator[Line]:
        """Yield each time that it did not last, the oldest first, and whether it holds since."""
        lapses = tuple(reversed(setbacks((action,), self._trace.today)))
        for one in lapses:
            if one.reopened is not None:
                yield _reasoned(f"opened again {on_day(one.reopened.date)}", one.reopened.reason)
            elif one.result is not None:
                yield _slipped(one.result, one.lasts_since)
        if action.condition is Condition.SLIPPED and action.results[0] not in [one.result for one in lapses]:
            yield _slipped(action.results[0], None)  # closed without a day, by what evidence says


def _slipped(result: Result, held: Result | None) -> Line:
    since = f", and since {day(held.when)} it holds" if held is not None else ""
    found = result.check.found if result.check is not None else None
    return _reasoned(f"it slipped: {on_day(result.when)} it was found not to hold{since}", found)


def _reasoned(words: str, reason: str | None) -> Line:
    """Return a sentence of ours, with people's reason after it where there is one."""
    said = sentence(words)
    return Line(words=f"{said[:-1]}:", text=reason) if reason else Line(words=said)


def _proven(action: TracedAction) -> str:
    """Return how well a closed action is shown, after the day; nothing of one that slipped, which is told apart."""
    if action.assurance is None or action.condition is Condition.SLIPPED:
        return ""
    return ", found to hold only in part" if action.is_partly else f", {_PROVEN[action.assurance]}"


def _all_by(actions: tuple[TracedAction, ...]) -> Iterator[Line]:
    due = max((action.due for action in actions if action.is_open), key=lambda when: when.last, default=None)
    slipped = sum(action.condition is Condition.SLIPPED for action in actions)
    unproven = sum(action.is_unproven for action in actions)
    closed = closed_words(sum(action.is_finished for action in actions), len(actions), slipped, unproven)
    said = [sentence(words) for words in (day(due) if due is not None else "", closed) if words]
    if said:
        yield Line(words=" ".join(said))


def _text(text: str | None) -> tuple[Line, ...]:
    return (Line(text=text),) if text else ()


def _words(words: str) -> tuple[Line, ...]:
    return (Line(words=words),) if words else ()


_PROVEN = {
    Assurance.NONE: "and nothing shows it yet",
    Assurance.SUBMITTED: "not yet confirmed by someone independent",
    Assurance.VERIFIED: "confirmed by someone independent",
    Assurance.EMBEDDED: "found to hold by someone independent 28 days or more later",
}
_STANDS = {
    Condition.LATE_FORECAST: ", but something it waits for is due later",
    Condition.BLOCKED: ", but it waits for something that is not finished",
    Condition.OFF_TRACK: ", off track",
    Condition.AT_RISK: ", at risk",
}
