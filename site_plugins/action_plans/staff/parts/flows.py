"""The process flow of a plan, a finding or an action: from the trace to boxes and arrows, and to what they say."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from action_plans.diagrams.flow import Box, Flow, flow_picture
from action_plans.diagrams.flow_words import FlowFacts, Step, flow_facts, flow_steps
from action_plans.english.wording import counted, day, listed, lower_first
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.context import Here, Link
from action_plans.staff.parts.state_words import closed_of
from action_plans.tracing.graph import order_of
from action_plans.tracing.traced import TracedAction, TracedFinding

MOST = 40
"""How many boxes a picture has at most: beyond that a plan's findings stand for its actions."""


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the same flow as a list."""

    link: Link
    words: str
    here: bool


@dataclass(frozen=True, slots=True)
class FlowView:
    """A flow as a page shows it: the drawing, what it shows in sentences, and the same as a list."""

    svg: Markup
    facts: tuple[str, ...]
    steps: tuple[StepView, ...]


def view(flow: Flow | None, *, facts: bool = False) -> FlowView | None:
    """Return what a page shows of a flow; nothing of one in which nothing waits for anything."""
    if flow is None or not flow.arrows:
        return None
    said = _facts(flow_facts(flow)) if facts else ()
    svg = Markup(flow_picture(flow))  # noqa: S704 -- the diagrams escape every text
    return FlowView(svg, said, tuple(_step(step) for step in flow_steps(flow)))


def action_flow(here: Here, action: TracedAction) -> Flow | None:
    """Return the two steps around an action, or the one where two are too many; nothing where both are."""
    around = _around(here, action, 2) or _around(here, action, 1)
    if not around:
        return None
    title = f"What {action.record.id} waits for, and what waits for it"
    return _flow(here, "flow", title, tuple(_box(here, ref, focus=ref == action.ref) for ref in around), around)


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
    return _flow(here, "flow", f"The actions for {finding.record.id}, in their order", boxes, shown)


def plan_flow(here: Here, plan: Plan) -> Flow:
    """Return all actions of a plan in bands by milestone, or its findings where there are too many actions."""
    live = tuple(action for action in here.context.trace.actions_of(plan) if action.record.stopped is None)
    if len(live) > MOST:
        return _findings_flow(here, plan)
    bands = _bands(plan, live)
    critical = _critical(here, live)
    boxes = [_box(here, one.ref, critical=one.ref in critical, band=bands.get(one.milestone or "")) for one in live]
    arrows = _arrows(here, tuple(one.ref for one in live))
    for stone in plan.milestones:
        ref = Ref.to(plan.id, stone.id)
        if ref in bands:
            state, word = ("verified", "Reached") if stone.reached_on else ("not-started", f"Due {day(stone.due)}")
            link = here.link(ref)
            boxes.append(Box(link.ref, link.title, "", state, word, link.href, kind="milestone", band=bands[ref]))
            needed = {one.ref for one in live if one.milestone == ref}
            last = (one for one in live if one.ref in needed and needed.isdisjoint(one.waited_for_by))
            arrows += tuple((one.record.id, link.ref) for one in last)
    return Flow("flow", f"The process flow of {plan.title}", tuple(boxes), arrows, tuple(bands.values()))


def _findings_flow(here: Here, plan: Plan) -> Flow:
    """Return the findings of a plan as boxes; one leads to another where an action waits for one of its actions."""
    trace = here.context.trace
    findings = trace.findings_of(plan)
    home = {ref: finding.ref for finding in reversed(findings) for ref in finding.actions}
    leads: dict[str, dict[str, None]] = {finding.ref: {} for finding in findings}
    for finding in findings:
        for ref in finding.actions:
            for before in trace.actions[ref].waits_for:
                other = home.get(before, finding.ref)
                if other in leads and other != finding.ref:
                    leads[finding.ref][other] = None
    place = {ref: number for number, ref in enumerate(order_of(leads))}
    boxes = tuple(_finding_box(here, finding) for finding in findings)
    arrows = tuple(
        (trace.node(before).short, trace.node(after).short)
        for after, several in leads.items()
        for before in several
        if place[before] < place[after]
    )
    return Flow("flow", f"The findings of {plan.title}, and which waits for which", boxes, arrows)


def _finding_box(here: Here, finding: TracedFinding) -> Box:
    link, actions = here.link(finding.ref), [here.context.trace.actions[ref] for ref in finding.actions]
    return Box(link.ref, link.title, closed_of(actions), finding.state.value, finding.label, link.href, kind="finding")


def _box(here: Here, ref: str, **marks: bool | str | None) -> Box:
    action, link = here.context.trace.actions[ref], here.link(ref)
    owner = here.context.trace.people[action.plan.id].title(action.record.owner)
    unproven = not action.counting and not action.results
    return Box(
        link.ref, link.title, owner, action.state.value, action.label, link.href,
        unproven=unproven, **marks,  # type: ignore[arg-type]  # names of Box's own fields
    )  # fmt: skip


def _flow(here: Here, name: str, title: str, boxes: tuple[Box, ...], refs: Iterable[str]) -> Flow:
    return Flow(name, title, boxes, _arrows(here, tuple(refs)))


def _arrows(here: Here, refs: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the arrows among some actions; one that would close a circle is left out, since circles are errors."""
    order, actions, shown = here.context.order, here.context.trace.actions, set(refs)
    cited = {ref: here.link(ref).ref for ref in refs}
    return tuple(
        (cited[before], cited[ref])
        for ref in refs
        for before in actions[ref].waits_for
        if before in shown and order[before] < order[ref]
    )


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
    return tuple(sorted(around, key=here.context.order.__getitem__)) if 1 < len(around) <= MOST else ()


def _bands(plan: Plan, live: tuple[TracedAction, ...]) -> dict[str, str]:
    """Return the band of each milestone that an action is needed for, by its reference, the first due first."""
    needed = {action.milestone for action in live}
    stones = sorted(plan.milestones, key=lambda stone: stone.due.last)
    return {
        Ref.to(plan.id, stone.id): f"{stone.id} {stone.title}, by {day(stone.due)}"
        for stone in stones
        if Ref.to(plan.id, stone.id) in needed
    }


def _critical(here: Here, live: tuple[TracedAction, ...]) -> frozenset[str]:
    """Return the longest chain of what is still open: a day lost in it is a day lost at the end."""
    still = tuple(action.ref for action in live if action.is_open)
    flow = _flow(here, "open", "", tuple(_box(here, ref) for ref in still), still)
    chain = {box.ref for box in flow_facts(flow).longest_chain}
    return frozenset(ref for ref in still if here.link(ref).ref in chain)


def _facts(facts: FlowFacts) -> tuple[str, ...]:
    said = []
    if facts.longest_chain:
        chain = facts.longest_chain
        said.append(f"The longest chain has {counted(len(chain), 'step')}: {listed(box.ref for box in chain)}.")
    if facts.most_waited_for:
        several = listed(f"{box.ref} ({counted(waiting, 'step')})" for box, waiting in facts.most_waited_for)
        said.append(f"Most others wait for {several}.")
    if facts.handovers:
        total = sum(count for _, _, count in facts.handovers)
        giver, taker, times = facts.handovers[0]
        most = f", most often from {lower_first(giver)} to {lower_first(taker)}" if times > 1 else ""
        said.append(f"Work passes from one role to another {counted(total, 'time')}{most}.")
    if facts.ends_without_proof:
        refs = listed(box.ref for box in facts.ends_without_proof)
        said.append(f"Chains that end in no evidence yet: {refs}.")
    return tuple(said)


def _step(step: Step) -> StepView:
    box = step.box
    words = [lower_first(box.state_word)]
    if step.after:
        words.append(f"after {listed(other.ref for other in step.after)}")
    if step.before:
        words.append(f"before {listed(other.ref for other in step.before)}")
    return StepView(Link(box.ref, box.title, box.href), ", ".join(words), box.focus)
