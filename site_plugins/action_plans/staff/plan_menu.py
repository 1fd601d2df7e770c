"""The pages of a plan: what each is called and holds. The one list for the menu of every page and for the plan's own.

A page that nothing fills exists, says so in a sentence, and is not in the list.
"""

from collections.abc import Callable
from dataclasses import dataclass

from action_plans.english.wording import closed_words, counted, how_many
from action_plans.exchange.report_form import REPORT_NAME
from action_plans.model.plan import Plan
from action_plans.tracing.reported import is_reported
from action_plans.tracing.states import Condition
from action_plans.tracing.told import Sending
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """A page of a plan: its name in addresses, its title, and what it holds, in a few words."""

    page: str
    title: str
    holds: str


ACTIONS_PAGE, ACTIONS_TITLE = "actions", "Actions"
BOARD_PAGE, BOARD_TITLE = "board", "Board summary"
REPORT_PAGE = "report-on-actions"
FAMILY_PAGE, FAMILY_TITLE = "family", "Read before you approve"


def plan_menu(trace: Trace, plan: Plan) -> tuple[MenuEntry, ...]:
    """Return the pages of a plan that hold something, in the order in which people ask for them."""
    every = ((page, title, holds(trace, plan)) for page, title, holds in _PAGES)
    return tuple(MenuEntry(page, title, words) for page, title, words in every if words)


def has_board(plan: Plan) -> bool:
    """Whether there is anything to tell a board."""
    return bool(plan.findings or plan.actions)


def _actions(trace: Trace, plan: Plan) -> str:
    slipped = sum(action.condition is Condition.SLIPPED for action in trace.actions_of(plan))
    still_open = sum(action.is_open for action in trace.actions_of(plan))
    if not still_open + slipped:
        return ""
    words = f"{still_open} open, by date, role, state, finding and month"
    return f"{words}; {slipped} slipped" if slipped else words


def _matrix(trace: Trace, plan: Plan) -> str:
    return "every finding, its actions and what shows them" if trace.findings_of(plan) else ""


def _flow(trace: Trace, plan: Plan) -> str:
    return "what waits for what" if any(not action.is_stopped for action in trace.actions_of(plan)) else ""


def _timeline(_: Trace, plan: Plan) -> str:
    return "every action from its start to its date, and how much room it has" if plan.actions else ""


def _history(trace: Trace, plan: Plan) -> str:
    return "month by month: what was closed and proven, which dates were put off" if trace.progress(plan) else ""


def _measures(_: Trace, plan: Plan) -> str:
    words = counted(len(plan.measures), "figure")
    return f"{words} that {'shows' if len(plan.measures) == 1 else 'show'} whether it works" if plan.measures else ""


def _objectives(_: Trace, plan: Plan) -> str:
    if not plan.objectives:
        return "our aims, which no objective serves yet" if plan.organisational_objectives else ""
    return f"{counted(len(plan.objectives), 'objective')}, reviewed, beside the figures"


def _sources(_: Trace, plan: Plan) -> str:
    words = counted(len(plan.sources), "report, notice or letter", "reports, notices and letters")
    return words if plan.sources else ""


def _evidence(trace: Trace, plan: Plan) -> str:
    """Return what the page of a plan's own evidence holds, where there is one: of one plan it is the page of all."""
    has_proofs = any(action.proofs for action in trace.actions_of(plan))
    has_proofs = has_proofs or any(finding.proofs for finding in trace.findings_of(plan))
    is_there = trace.extent.is_large and has_proofs
    return "every piece of it, what lapses, where the originals lie" if is_there else ""


def _risks(trace: Trace, plan: Plan) -> str:
    still = sum(risk.is_open for risk in trace.risks_of(plan))
    return f"{counted(still, 'open risk') if still else 'none open'}, how high, and what to do" if plan.risks else ""


def _communications(trace: Trace, plan: Plan) -> str:
    waiting = sum(one.sending is not Sending.SENT for one in trace.told.communications[plan.id])
    words = counted(len(plan.communications), "message")
    return f"{words}, {how_many(waiting)} still to be sent" if plan.communications else ""


def _learning(trace: Trace, plan: Plan) -> str:
    actions = [action.record for action in trace.actions_of(plan)]
    taught = any(action.pilots or action.lessons or action.issues for action in actions)
    reached = any(stone.record.reached_on is not None for stone in trace.milestones_of(plan))
    is_there = plan.feedback or plan.recognition or plan.involved or taught or reached
    return "what people said and what it changed, small tests, lessons, thanks" if is_there else ""


def _closed(trace: Trace, plan: Plan) -> str:
    counts = trace.counts((plan,))
    if counts.closed:
        return closed_words(counts.closed, counts.actions, counts.slipped, counts.unproven)
    is_there = counts.stopped or trace.setbacks(plan)
    return "what was stopped or did not last" if is_there else ""


def _report(trace: Trace, plan: Plan) -> str:
    is_there = any(is_reported(finding) for finding in trace.findings_of(plan))
    return "CQC's form, a printed page for each regulation that was not met" if is_there else ""


def _board(_: Trace, plan: Plan) -> str:
    return "what to decide and why, the figures, what turned since the board met" if has_board(plan) else ""


def _family(_: Trace, plan: Plan) -> str:
    is_there = plan.family is not None or any(finding.family is not None for finding in plan.findings)
    return "what families would read, beside what the plan says, and what waits for approval" if is_there else ""


_PAGES: tuple[tuple[str, str, Callable[[Trace, Plan], str]], ...] = (
    (ACTIONS_PAGE, ACTIONS_TITLE, _actions),
    ("matrix", "From finding to proof", _matrix),
    ("evidence", "Evidence", _evidence),
    ("flow", "Process flow", _flow),
    ("timeline", "Timeline", _timeline),
    ("measures", "Measures", _measures),
    ("objectives", "Objectives", _objectives),
    ("sources", "Sources", _sources),
    ("risks", "Risks", _risks),
    ("communications", "Communications", _communications),
    ("learning", "Learning", _learning),
    ("closed", "Closed", _closed),
    ("history", "History", _history),
    (REPORT_PAGE, REPORT_NAME, _report),
    (BOARD_PAGE, BOARD_TITLE, _board),
    (FAMILY_PAGE, FAMILY_TITLE, _family),
)
