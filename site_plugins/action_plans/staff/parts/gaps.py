"""What is missing, in words: the problems of some things as their page lists them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import counted, listed, sentence
from action_plans.exchange.mending.blocks import Block
from action_plans.model.problem import Problem, Severity
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.paste import blocks_for
from action_plans.staff.tags import gravity
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Gap:
    """A problem as a page lists it: what it concerns (unless that is the page), words, a hint, the plan's answer.

    `paste` is what may be written about it.
    `severity` is what it counts as. Where the words begin with the reference of what they are about, the link has no
    title and takes its place.
    """

    link: Link | None
    words: str
    hint: str
    accepted: str
    paste: tuple[Block, ...] = ()
    severity: str = Severity.GAP.value


def gaps(here: Here, refs: Iterable[str], own: str) -> tuple[Gap, ...]:
    """Return the problems of the things `refs`, the gravest first, answered ones last. `own` is the page's thing."""
    found = [problem for ref in dict.fromkeys(refs) for problem in here.context.problems_of.get(ref, ())]
    found.sort(key=lambda problem: (not problem.is_open, gravity(problem.code)))
    return tuple(gap(here, problem, own) for problem in found)


def missing_title(found: tuple[Gap, ...]) -> str:
    """Return the heading over what is missing, with how many things there are; what is accepted is told apart."""
    left = sum(not one.accepted for one in found)
    return f"What is missing: {counted(left, 'thing')}" if left else "What is missing, and accepted"


def missing_words(found: tuple[Gap, ...]) -> str:
    """Return how much is missing in a sentence; what the plan accepts is said as such."""
    accepted = severities_in_words(one.severity for one in found if one.accepted)
    left = severities_in_words(one.severity for one in found if not one.accepted)
    answered = f"{accepted} that the plan accepts" if accepted else ""
    if not left:
        return f"Nothing is missing but {answered}, listed below." if answered else "Nothing is missing."
    more = f", and {answered}" if answered else ""
    return f"What is missing is listed below: {left}{more}."


def severities_in_words(severities: Iterable[str], more: str = "") -> str:
    """Return how many problems there are of each severity, as `check` counts them: `ten gaps and two warnings`.

    `more` stands before each: `three more gaps`.
    """
    counts = Counter(severities)
    return listed(
        counted(counts[one.value], f"{more}{one.value}")
        for one in (Severity.ERROR, Severity.GAP, Severity.WARNING)
        if counts[one.value]
    )


def gap(here: Here, problem: Problem, own: str = "") -> Gap:
    """Return one problem for the page about `own`, if it is about one thing."""
    words, link = sentence(problem.message), None
    if problem.item is not None and problem.item != own:
        link = here.link(problem.item)
        if link.ref and words.startswith(f"{link.ref} "):
            link, words = Link(link.ref, "", link.href), words.removeprefix(f"{link.ref} ")
    return Gap(
        link, words, sentence(problem.hint), problem.accepted or "", blocks_for(here, (problem,)), problem.severity
    )


def owner_said(here: Here, action: TracedAction | None) -> str:
    """Return the end of a message that names who answers for an action, which rows that show them leave out."""
    return f" Owner: {here.context.trace.people[action.plan.id].title(action.record.owner)}." if action else ""
