"""How much each role has to do: as figures, as marks beside each other, and in the sentence that says who has most."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import counted, listed, lower_first, number, sentence
from action_plans.model.when import MONTHS
from action_plans.staff.page_head import Link
from action_plans.tracing.duties import DutyKind
from action_plans.tracing.workload import Load, Workload, when_of

_STEP, _ROW, _A_ROW, _MOST = 19, 20, 10, 50
"""Pixels from one mark to the next and from row to row, marks in a row, and the most that are drawn."""

KINDS = (
    ("Actions", (DutyKind.ACTION,)),
    ("Tasks", (DutyKind.TASK,)),
    ("Checks", (DutyKind.CHECK,)),
    ("Other", (DutyKind.MESSAGE, DutyKind.ANSWER, DutyKind.EVIDENCE, DutyKind.REVIEW)),
)
"""The kinds of things that are counted apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing to do, drawn: when it is due (`late`, `month`, `later`, `undated`), and where its middle is."""

    when: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What one role has to do, drawn; `more` says how many found no room."""

    marks: tuple[Mark, ...]
    width: int
    height: int
    more: str


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A role with what it has to do: the link to its page, the drawing, and the figures by their column."""

    anchor: str
    link: Link
    marks: Marks
    figures: tuple[tuple[str, int], ...]


def columns(month: str) -> tuple[str, ...]:
    """Return the columns of figures: `month` is the name of the current one."""
    return ("Open", "Late", f"In {month}", "Later", "No date", *(title for title, _ in KINDS), "Risks")


def figures(load: Load) -> tuple[int, ...]:
    """Return how much there is: all, late, this month, later, without a date."""
    return load.total, load.late, load.month, load.later, load.undated


def load_row(one: Workload, link: Link) -> LoadRow:
    """Return the row of a role."""
    month = MONTHS[one.today.month - 1]
    found = (*figures(one.load), *(one.of_kind(*kinds) for _, kinds in KINDS), len(one.risks))
    return LoadRow(f"role-{one.role.part}", link, _marks(one), tuple(zip(columns(month), found, strict=True)))


def filled(rows: Iterable[tuple[tuple[str, int], ...]]) -> tuple[str, ...]:
    """Return the columns that hold something in some row of figures, in their order."""
    rows = tuple(rows)
    found = {name for row in rows for name, count in row if count}
    return tuple(name for name, _ in rows[0] if name in found) if rows else ()


def most_first(workloads: Iterable[Workload]) -> tuple[Workload, ...]:
    """Return roles, those with most that is late first, then most this month, then most of all."""
    return tuple(sorted(workloads, key=lambda one: (-one.load.late, -one.load.month, -one.load.total)))


def overloaded(workloads: Iterable[Workload]) -> str:
    """Return who has most to do, in a sentence or two: what is late first, then what is due this month."""
    ordered = most_first(one for one in workloads if one.work)
    if not ordered:
        return "Nobody has anything to do: every action, task, check and message is done, or has no owner."
    late = [one for one in ordered if one.load.late]
    said = [_late_words(late) if late else "Nothing is late."]
    most = max(one.load.month for one in ordered)
    month = MONTHS[ordered[0].today.month - 1]
    if most == 1:
        said.append(f"Nobody has more than one thing to do before the end of {month}.")
    elif most:
        busiest = [_named(one) for one in ordered if one.load.month == most]
        have = "has" if len(busiest) == 1 else "have"
        each = " each" if len(busiest) > 1 else ""
        said.append(f"{_several(busiest)} {have} most to do before the end of {month}: {counted(most, 'thing')}{each}.")
    return " ".join(words[:1].upper() + words[1:] for words in said)


def _late_words(late: list[Workload]) -> str:
    first, rest = late[0], late[1:_NAMED]
    words = [f"{_named(first)} has {counted(first.load.late, 'thing')} late"]
    words += [f"{_named(one)} {number(one.load.late)}" for one in rest]
    left = len(late) - _NAMED
    if left > 0:
        words.append(f"{counted(left, 'other role')} {'has' if left == 1 else 'have'} something late too")
    return sentence(listed(words))


def _several(names: list[str]) -> str:
    left = len(names) - _NAMED
    return listed([*names[:_NAMED], *([counted(left, "other role")] if left > 0 else [])])


_NAMED = 3
"""How many roles a sentence names."""


def _named(one: Workload) -> str:
    return f"the {lower_first(one.role.title)}"


def _marks(one: Workload) -> Marks:
    states = [when_of(duty, one.today) for duty in one.work]
    order = ("late", "month", "later", "undated")
    drawn = sorted(states, key=order.index)[:_MOST]
    marks = tuple(
        Mark(state, 7 + _STEP * (place % _A_ROW), 10 + _ROW * (place // _A_ROW)) for place, state in enumerate(drawn)
    )
    rows = -(-len(drawn) // _A_ROW)
    more = f"and {counted(len(states) - len(drawn), 'more', 'more')}" if len(states) > len(drawn) else ""
    return Marks(marks, max(_STEP * min(len(drawn), _A_ROW), 1), max(_ROW * rows, _ROW), more)
