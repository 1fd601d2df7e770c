"""A finding in a few words: its law, its kind, how many of its actions are in which state, its newest proof."""

from collections import Counter

from action_plans.english.wording import day, listed, number
from action_plans.model.finding import Finding
from action_plans.staff.context import Here, Link
from action_plans.tracing.states import Assurance, Condition, State, Verdict
from action_plans.tracing.trace import TracedFinding


def regulation_words(finding: TracedFinding) -> str:
    """Return the regulations of a finding by number: `Regulation 12(2)(g), Registration Regulation 18`."""
    return ", ".join(one.label.partition(":")[0] for one in finding.cited.regulations)


def kind_words(record: Finding) -> str:
    """Return the kind of a finding, or nothing."""
    return record.kind.label if record.kind else ""


def states_in_words(states: list[State]) -> str:
    """Return how many there are of each state, the worst first: `one slipped, two late, one verified`."""
    counts = Counter(states)
    worst = sorted(counts, key=lambda state: (not state.is_gap, _WORST_FIRST.index(state)))
    return listed(f"{number(counts[state])} {_COUNTED.get(state) or state.label.lower()}" for state in worst)


def newest_proof(here: Here, finding: TracedFinding) -> tuple[Link, str] | None:
    """Return the newest evidence for a finding or its actions that counts, with its day."""
    trace = here.context.trace
    found = [
        *(proof for ref in finding.actions for proof in trace.actions[ref].counting),
        *(proof for proof in finding.proofs if proof.record.date and proof.record.date.first <= trace.today),
    ]
    dated = [(proof.record.date, proof) for proof in found if proof.record.date is not None]
    if not dated:
        return None
    when, proof = max(dated, key=lambda pair: pair[0].last)
    return here.link(proof.ref), day(when)


_WORST_FIRST: tuple[State, ...] = (*Verdict, *Condition, *Assurance)
_COUNTED: dict[State, str] = {Verdict.UNADDRESSED: "without action", Assurance.NONE: "without proof"}
