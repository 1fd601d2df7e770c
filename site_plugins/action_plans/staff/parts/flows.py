"""The process flow of a plan, a finding or an action: from the trace to boxes and arrows, and to what they say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from action_plans.diagrams.flow import Box, Flow, flow_picture
from action_plans.diagrams.flow_words import Step, flow_steps, not_drawn
from action_plans.english.wording import counted, day, listed, lower_first
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.state_words import closed_of
from action_plans.tracing.plan_flow import Arrows, arrows_among, arrows_of_findings
from action_plans.tracing.traced import TracedAction, TracedFinding

MOST = 40
"""How many boxes a picture has at most: beyond that a plan's findings stand for its actions."""
MOST_FINDINGS = 60
"""How many findings stand for their actions in a picture: with more it is twenty screens high, and leads nobody."""
_NAMED = 12  # of more references than a picture has boxes


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the same flow as a list."""

    link: Link
    words: str
    here: bool


@dataclass(frozen=True, slots=True)
class FlowView:
    """A flow as a page shows it: the drawing (empty of what is too much for one), its facts, and the same as a list.

    `not_drawn` says which arrows the drawing leaves out; nothing where it has all.
    """

    svg: Markup
    facts: tuple[str, ...]
    steps: tuple[StepView, ...]
    not_drawn: str = ""


def view(flow: Flow | None, said: tuple[str, ...] = (), *, is_drawn: bool = True) -> FlowView | None:
    """Return what a page shows of a flow, with what is said of it; nothing where nothing waits for anything."""
    if flow is None or not (flow.arrows or flow.circling):
        return None
    svg = Markup(flow_picture(flow) if is_drawn else "")  # noqa: S704 -- the diagrams escape every text
    return FlowView(svg, said, tuple(_step(step) for step in flow_steps(flow)), not_drawn(flow))


def is_of_findings(here: Here, plan: Plan) -> bool:
    """Whether the findings of a plan stand for its actions, of which there are too many for one picture."""
    return sum(not action.is_stopped for action in here.context.trace.actions_of(plan)) > MOST


def facts(here: Here, plan: Plan) -> tuple[str, ...]:
    """Return in sentences what the flow of a plan's actions says, however many there are."""
    flow = here.context.trace.flows[plan.id]

    def refs(several: Sequence[str]) -> str:
        named = [here.link(ref).ref for ref in several]
        return listed(named if len(named) <= MOST else [*named[:_NAMED], f"{len(named) - _NAMED} more"])

    said = []
    if flow.longest_chain:
        chain = flow.longest_chain
        of = " of actions" if is_of_findings(here, plan) else ""
        said.append(f"The longest chain{of} has {counted(len(chain), 'step')}: {refs(chain)}.")
    if flow.most_waited_for:
        several = listed(f"{here.link(ref).ref} ({counted(times, 'step')})" for ref, times in flow.most_waited_for)
        said.append(f"Most others wait for {several}.")
    if flow.handovers:
        total = sum(count for _, _, count in flow.handovers)
        giver, taker, times = flow.handovers[0]
        most = f", most often from {lower_first(giver)} to {lower_first(taker)}" if times > 1 else ""
        said.append(f"Work passes from one role to another {counted(total, 'time')}{most}.")
    if flow.unproven_ends:
        said.append(f"Chains that end in no evidence yet: {refs(flow.unproven_ends)}.")
    return tuple(said)


def action_flow(here: Here, action: TracedAction) -> Flow | None:
    """Return the two steps around an action, or the one where two are too many; nothing where both are."""
    around = _around(here, action, 2) or _around(here, action, 1)
    if not around:
        return None
    title = f"What {action.record.id} waits for, and what waits for it"
    return _flow(here, title, tuple(_box(here, ref, focus=ref == action.ref) for ref in around), around)


def finding_flow(here: Here, finding: TracedFinding) -> Flow | None:
    """Return the actions of a finding, with what they wait for and what waits for them elsewhere as stubs."""
    actions = here.context.trace.actions
    own = dict.fromkeys(finding.actions)
    neighbours = {
        other: None
        for ref in own
        for other in (*actions[ref].waits_for, *actions[ref].waited_for_by)
        if other not in own and actions[other].record.stopped is None
    }
    if len(own) > MOST:
        return None
    shown = (*own, *neighbours) if len(own) + len(neighbours) <= MOST else tuple(own)
    boxes = tuple(_box(here, ref, stub=ref not in own) for ref in shown)
    return _flow(here, f"The actions for {finding.record.id}, in their order", boxes, shown)


def plan_flow(here: Here, plan: Plan) -> Flow:
    """Return all actions of a plan in bands by milestone, or its findings where there are too many actions."""
    trace = here.context.trace
    live = tuple(action for action in trace.actions_of(plan) if not action.is_stopped)
    if is_of_findings(here, plan):
        return _findings_flow(here, plan)
    flow, bands = trace.flows[plan.id], _bands(plan, live)
    boxes = [
        _box(here, one.ref, critical=one.ref in flow.critical, band=bands.get(one.milestone or "")) for one in live
    ]
    boxes += (_stone_box(here, ref, bands[ref]) for ref in flow.steps if ref in bands)
    return Flow(
        "flow", f"The process flow of {plan.title}", tuple(boxes), _cited(here, flow.arrows), tuple(bands.values())
    )


def _findings_flow(here: Here, plan: Plan) -> Flow:
    """Return the findings of a plan as boxes; one leads to another where an action waits for one of its actions."""
    findings = here.context.trace.findings_of(plan)
    boxes = tuple(_finding_box(here, finding) for finding in findings)
    arrows, circling = arrows_of_findings(findings, here.context.trace.actions)
    title = f"The findings of {plan.title}, and which waits for which"
    return Flow("flow", title, boxes, _cited(here, arrows), circling=_cited(here, circling))


def _finding_box(here: Here, finding: TracedFinding) -> Box:
    link, actions = here.link(finding.ref), [here.context.trace.actions[ref] for ref in finding.actions]
    return Box(link.ref, link.title, closed_of(actions), finding.state.value, finding.label, link.href, kind="finding")


def _stone_box(here: Here, ref: str, band: str) -> Box:
    stone, link = here.context.trace.milestones[ref].record, here.link(ref)
    state, word = ("verified", "Reached") if stone.reached_on else ("not-started", f"Due {day(stone.due)}")
    return Box(link.ref, link.title, "", state, word, link.href, kind="milestone", band=band)


def _box(here: Here, ref: str, **marks: bool | str | None) -> Box:
    action, link = here.context.trace.actions[ref], here.link(ref)
    owner = here.context.trace.people[action.plan.id].title(action.record.owner)
    return Box(
        link.ref, link.title, owner, action.state.value, action.label, link.href,
        **marks,  # type: ignore[arg-type]  # names of Box's own fields
    )  # fmt: skip


def _flow(here: Here, title: str, boxes: tuple[Box, ...], refs: Iterable[str]) -> Flow:
    trace = here.context.trace
    arrows = arrows_among([trace.actions[ref] for ref in refs], trace.order)
    return Flow("flow", title, boxes, _cited(here, arrows))


def _cited(here: Here, arrows: Iterable[tuple[str, str]]) -> Arrows:
    return tuple((here.link(before).ref, here.link(after).ref) for before, after in arrows)


def _around(here: Here, action: TracedAction, steps: int) -> tuple[str, ...]:
    """Return an action with those that lie at most so many steps before and after it; nothing if they are too many."""
    actions = here.context.trace.actions
    before, after = {action.ref: None}, {action.ref: None}
    for links, found in (("waits_for", before), ("waited_for_by", after)):
        edge = [action.ref]
        for _ in range(steps):
            edge = [other for ref in edge for other in getattr(actions[ref], links) if other not in found]
            found.update(dict.fromkeys(edge))
            if len(found) > MOST:
                return ()
    around = {**before, **after}
    return tuple(sorted(around, key=here.context.trace.order.__getitem__)) if 1 < len(around) <= MOST else ()


def _bands(plan: Plan, live: tuple[TracedAction, ...]) -> dict[str, str]:
    """Return the band of each milestone that an action is needed for, by its reference, the first due first."""
    needed = {action.milestone for action in live}
    stones = sorted(plan.milestones, key=lambda stone: stone.due.last)
    return {
        Ref.to(plan.id, stone.id): f"{stone.id} {stone.title}, by {day(stone.due)}"
        for stone in stones
        if Ref.to(plan.id, stone.id) in needed
    }


def _step(step: Step) -> StepView:
    box = step.box
    words = [lower_first(box.state_word)]
    if step.after:
        words.append(f"after {listed(other.ref for other in step.after)}")
    if step.before:
        words.append(f"before {listed(other.ref for other in step.before)}")
    if step.also_after:
        words.append(f"also waits for {listed(other.ref for other in step.also_after)}")
    return StepView(Link(box.ref, box.title, box.href), ", ".join(words), box.focus)
