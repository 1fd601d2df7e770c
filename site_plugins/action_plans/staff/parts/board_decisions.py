"""What a board is asked to decide, from what is not going to plan: what, why now, and what is proposed."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from action_plans.english.wording import counted, day, number, sentence
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.sources import source_link
from action_plans.staff.plan_menu import BOARD_PAGE
from action_plans.tracing.addresses import PLANS, plan_address
from action_plans.tracing.sources import source_ref

_MOST_REASONS, _MOST_PLANS = 3, 6
_Gap = tuple[Plan, Link, Problem]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something has to be decided now: what it is about, in which service, our words, and the newest word on it."""

    link: Link
    service: str
    words: str
    said: str
    news: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that is asked for: its title, why now (at most three things), the others, the proposal.

    `more` are links with a few words: each other thing; on a page of several plans, how many each plan has.
    """

    title: str
    reasons: tuple[Reason, ...]
    more: tuple[tuple[Link, str], ...]
    more_words: str
    proposed: str


def decisions(here: Here, plans: Iterable[Plan]) -> tuple[Decision, ...]:
    """Return the decisions that the gaps of plans ask for, the gravest first; none for a gap that a plan answers."""
    about: dict[Code, list[_Gap]] = defaultdict(list)
    for plan in plans:
        for link, problem in _open_gaps(here, plan):
            about[problem.code].append((plan, link, problem))
    return tuple(
        _decision(here, title, proposed, about[code]) for code, (title, proposed) in _ASKED.items() if about[code]
    )


def _open_gaps(here: Here, plan: Plan) -> Iterator[tuple[Link, Problem]]:
    """Yield what stands open in a plan, of each kind once for each thing."""
    problems = here.context.problems_of
    for source in plan.sources:
        for problem in _once(problems.get(source_ref(plan, source), ())):
            yield source_link(here, source, plan), problem
    ids = [*(one.id for one in plan.findings), *(one.id for one in plan.actions)]
    ids += [*(one.id for one in plan.milestones), *(one.id for one in plan.measures)]
    for ref in dict.fromkeys(Ref.to(plan.id, one) for one in ids):
        for problem in _once(problems.get(ref, ())):
            yield here.link(ref), problem


def _once(problems: Iterable[Problem]) -> Iterable[Problem]:
    found: dict[Code, Problem] = {}
    for problem in problems:
        if problem.is_open and problem.code in _ASKED:
            found.setdefault(problem.code, problem)
    return found.values()


def _decision(here: Here, title: str, proposed: str, about: list[_Gap]) -> Decision:
    ordered = about if here.plan is not None else _in_turn(here, about)
    reasons = tuple(_reason(here, *one) for one in ordered[:_MOST_REASONS])
    rest = ordered[_MOST_REASONS:]
    more = tuple((link, "") for _, link, _ in rest) if here.plan is not None else _by_plan(here, rest)
    return Decision(title, reasons, more, f"and {counted(len(rest), 'more', 'more')}:" if rest else "", proposed)


def _in_turn(here: Here, about: list[_Gap]) -> list[_Gap]:
    """Return things of several services one of each in turn, so that the first few are not all of one."""
    seen: Counter[str] = Counter()
    turn: list[tuple[int, _Gap]] = []
    for one in about:
        service = here.context.trace.service_of[one[0].id].id
        turn.append((seen[service], one))
        seen[service] += 1
    return [one for _, one in sorted(turn, key=lambda pair: pair[0])]


def _by_plan(here: Here, about: list[_Gap]) -> tuple[tuple[Link, str], ...]:
    """Return the board page of each plan with how many of these things it has and its service, the most first."""
    plans = {plan.id: plan for plan, _, _ in about}
    counts = Counter(plan.id for plan, _, _ in about).most_common()
    found = []
    for name, count in counts[:_MOST_PLANS]:
        service = here.service(name)
        link = Link(name, "", here.to(plan_address(plans[name], BOARD_PAGE)))
        found.append((link, f"{service}, {number(count)}" if service else number(count)))
    if len(counts) > _MOST_PLANS:
        left = counted(len(counts) - _MOST_PLANS, "other plan")
        found.append((Link("", left, here.to(PLANS)), ""))
    return tuple(found)


def _reason(here: Here, plan: Plan, link: Link, problem: Problem) -> Reason:
    trace = here.context.trace
    action = trace.actions.get(problem.item or "")
    words, node = sentence(problem.message), trace.references.nodes.get(problem.item or "")
    if node is not None:  # the link stands before the words, and says which it is
        words = words.removeprefix(f"{node.short} ")
    news = action.record.newest_update(trace.today) if action is not None and action.is_open else None
    said = f"{day(news.date)}:" if news is not None else ""
    return Reason(link, here.service(plan.id), words, said, news.text if news is not None else "")


_ASKED = {
    Code.ANSWER_DUE: (
        "Answer what should have been answered by now",
        "Name the role that answers, and the day; tell whoever waits for it.",
    ),
    Code.NOT_KEPT_SAFE: (
        "Say what keeps people safe until the breach is put right",
        "Agree what is done from today until then, and the role that watches it.",
    ),
    Code.UNADDRESSED: (
        "Agree an action, its owner and its date for a finding that has none",
        "Name the role that owns it, and the day by which its action is in the plan.",
    ),
    Code.SLIPPED: (
        "Open again what did not hold, or agree what takes its place",
        "Open it again with a new date, and name who checks it next: not who does it.",
    ),
    Code.OVERDUE: (
        "Agree a new date with its reason, or what is needed to finish what is late",
        "Hear its owner: give what is missing to finish it, or write a new date and why.",
    ),
    Code.BLOCKED: (
        "Free what others wait for, or move the dates that depend on it",
        "Put what they wait for first; where that cannot be, move the dates that follow from it.",
    ),
    Code.LATE_FORECAST: (
        "Bring forward what is waited for, or accept that this will be late",
        "Choose one of the two now, while there is time.",
    ),
    Code.MILESTONE_MISSED: (
        "Agree when a milestone that was missed will be reached",
        "Set its new date by the slowest of the actions that it still needs.",
    ),
    Code.TARGET_MISSED: (
        "Agree what else is done where a figure has missed its target",
        "Ask what the figure shows about the actions behind it; add or change one, or set a target that can be met.",
    ),
    Code.NO_PROOF: (
        "Ask for proof of what was closed without any, or open it again",
        "Give it a day by which somebody independent has looked; open it again if nobody can show it.",
    ),
    Code.CHECK_DUE: (
        "Ask for the check that was promised and is not recorded",
        "Have it made before the next meeting, by the role that promised it or by another.",
    ),
    Code.ACCEPTED_ENDED: (
        "Look again at what was accepted until a day that has passed",
        "Accept it until a new day, with the reason, or ask for an action.",
    ),
}
"""What is asked for each kind of gap, and what is proposed; the gravest first."""
