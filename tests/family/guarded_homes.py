"""Small homes and what the guards say of them, without a page being built."""

from action_plans.family.guards.gates import Gates
from action_plans.family.telling.author_texts import EntryKind
from action_plans.family.telling.release import Judged
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import read_theme_words
from action_plans.model.problem import Problem
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace
from tests.family.family_projects import THEME, UNAPPROVED, a_home, a_service

WORDS = tuple(read_theme_words(THEME).values())
PLAIN = PlainWords(THEME)
ROLES = {
    "RM": {"title": "Registered manager", "name": "Janet Okafor", "contact": "janet@example.org"},
    "DM": "Deputy manager",
    "QL": "Quality lead",
    "QL1": "Second quality lead",
}


def guards(trace: Trace, *refused: str, options: FamilyOptions = UNAPPROVED) -> Gates:
    """Return the guards of a project."""
    return Gates(trace, WORDS, PLAIN, options, refused)


def judged(trace: Trace, kind: EntryKind = EntryKind.TOPIC, *refused: str) -> Judged:
    """Return what the guards say of the first entry of a kind."""
    gates = guards(trace, *refused)
    return gates.judged(next(entry for entry in gates.entries if entry.kind is kind))


def a_topic_says(why: object, *refused: str) -> tuple[Problem, ...]:
    """Return the problems of a topic whose `why` is this."""
    return judged(a_home(topic={"why": why}, roles=ROLES), EntryKind.TOPIC, *refused).problems


def a_service_says(**family: object) -> tuple[Problem, ...]:
    """Return the problems of a service with these words for families."""
    return judged(a_home(service=a_service(family), roles=ROLES), EntryKind.SERVICE).problems


def contact(**said: object) -> dict[str, object]:
    """Return the service's contact with something more."""
    return {"contact": {"who": "the manager", "phone": "01632 960101", **said}}
