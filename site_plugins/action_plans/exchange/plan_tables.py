"""A plan as tables: its open actions, its closed ones, its findings, its figures. What a spreadsheet or CSV holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from action_plans.exchange.action_columns import COLUMNS, Cell, cells_of
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column: its name, how wide it is in characters, whether it can be edited, and the words to pick from."""

    name: str
    width: int
    can_be_edited: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name, its columns, and rows with a cell for each column."""

    name: str
    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[Cell | Decimal, ...], ...]


def plan_tables(trace: Trace, plan: Plan) -> tuple[Table, ...]:
    """Return the tables of a plan. Cost: linear in what they hold."""
    actions = trace.actions_of(plan)
    return (
        action_table(trace, "Actions", [action for action in actions if action.is_open]),
        action_table(trace, "Closed", [action for action in actions if not action.is_open]),
        _findings(trace, plan),
        _measures(trace, plan),
    )


def action_table(trace: Trace, name: str, actions: Sequence[TracedAction]) -> Table:
    """Return a table of actions, a row each."""
    columns = tuple(
        TableColumn(one.name, one.width, one.can_be_edited, tuple(word.label for word in one.choices))
        for one in COLUMNS
    )
    return Table(name, columns, tuple(tuple(cells_of(trace, action).values()) for action in actions))


_FINDING_COLUMNS = (
    TableColumn("Reference", 11),
    TableColumn("Finding", 40),
    TableColumn("Kind", 18),
    TableColumn("Regulation", 18),
    TableColumn("Key questions", 16),
    TableColumn("What keeps people safe", 40),
    TableColumn("Actions", 16),
    TableColumn("Verdict", 14),
)
_MEASURE_COLUMNS = (
    TableColumn("Reference", 11),
    TableColumn("Measure", 40),
    TableColumn("Unit", 12),
    TableColumn("Date", 13),
    TableColumn("Value", 9),
    TableColumn("n", 7),
    TableColumn("of", 7),
    TableColumn("Note", 40),
)


def _findings(trace: Trace, plan: Plan) -> Table:
    return Table("Findings", _FINDING_COLUMNS, tuple(_finding(finding) for finding in trace.findings_of(plan)))


def _finding(finding: TracedFinding) -> tuple[Cell, ...]:
    record = finding.record
    return (
        finding.ref,
        record.title,
        record.kind.label if record.kind is not None else "",
        finding.regulations_in_words,
        ", ".join(question.label for question in finding.cited.key_questions),
        record.keeping_safe or "",
        ", ".join(Ref(ref).short if Ref(ref).plan == finding.plan.id else ref for ref in finding.actions),
        finding.label,
    )


def _measures(trace: Trace, plan: Plan) -> Table:
    """Return a row for each reading, and one for a measure that has none."""
    rows: list[tuple[Cell | Decimal, ...]] = []
    for item in dict.fromkeys(Ref.to(plan.id, measure.id) for measure in plan.measures):
        if item not in trace.measures:
            continue  # the twin of another thing, which is an error of its own
        traced = trace.measures[item]
        head = (item, traced.record.title, traced.record.unit or "")
        rows += [
            (*head, one.date, one.value, _or_empty(one.n), _or_empty(one.of), one.note or "") for one in traced.every
        ] or [(*head, "", "", "", "", "No reading yet")]
    return Table("Measures", _MEASURE_COLUMNS, tuple(rows))


def _or_empty(figure: Decimal | None) -> Decimal | str:
    return figure if figure is not None else ""
