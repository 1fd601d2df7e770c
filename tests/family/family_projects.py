"""A small project whose words for families are clean: each test changes the one thing that it is about."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import unescape
from pathlib import Path

from action_plans.family.family_edition import FamilyEdition, build_family
from action_plans.model.problem import Code
from action_plans.model.service import Service
from action_plans.project.options import FamilyOptions
from action_plans.project.template_folders import builtin_templates
from action_plans.tracing.trace import Trace
from tests.builders import TODAY, a_closed_action, a_finding, a_plan, an_action, traced

THEME = (builtin_templates() / "family",)
UNAPPROVED = FamilyOptions(require_approval=False)

REPORT = {
    "id": "CQC26",
    "kind": "assessment",
    "title": "Assessment report",
    "published": "2026-03-20",
    "url": "https://www.cqc.org.uk/location/1-000000000",
    "ratings": {"overall": "requires-improvement", "safe": "inadequate"},
}

TOPIC = {
    "publish": "true",
    "title": "Giving medicines safely",
    "found": "We did not always write down when someone had their medicine.",
    "why": "A person could miss a dose, or have it twice.",
    "keeping_safe": "A nurse looks at the charts each morning.",
    "change": "Everyone will get the right medicine at the right time.",
    "you": "You can ask to see your own chart.",
    "visitors": "Tell us if a medicine looks different.",
}

TOLD = {
    "publish": "true",
    "intro": "CQC checks care services. This site tells you what it found.",
    "apology": "We are sorry. You trusted us.",
    "apology_by": "the manager",
    "keeping_safe": "We have more staff at night.",
    "next": "The home is open. No one has to move.",
}


def a_service(family: Mapping[str, object] | None = None, **said: object) -> dict[str, object]:
    """Oakfield House, a care home, with a contact and one helper."""
    told = {
        "name": "Oakfield House",
        "contact": {"who": "the manager", "phone": "01632 960101", "email": "manager@example.org"},
        "outside_help": [{"who": "Westshire Council", "phone": "01632 960120", "url": "https://example.org/council"}],
        "words": {"dose": "The amount of a medicine that you take at one time."},
        **(family or {}),
    }
    return {"id": "oakfield", "name": "Oakfield House", "kind": "care-home", "family": told, **said}


def told_action(text: str = "We count the medicines each day.", **said: object) -> dict[str, object]:
    """An open action that families are told of."""
    reason = said.pop("reason", None)
    return an_action(**{"family": {"text": text, **({"reason": reason} if reason else {})}, **said})


def done_action(text: str = "We trained all our nurses.", **said: object) -> dict[str, object]:
    """A closed action that families are told of."""
    reason = said.pop("reason", None)
    return a_closed_action(**{"family": {"text": text, **({"reason": reason} if reason else {})}, **said})


def a_topic(**said: object) -> dict[str, object]:
    """The finding F1 of CQC's report with its words for families; `said` changes the words."""
    return a_finding(source="CQC26", family={**TOPIC, **said})


def a_home(
    *actions: Mapping[str, object],
    topic: Mapping[str, object] | None = None,
    told: Mapping[str, object] | None = None,
    today: date = TODAY,
    **said: object,
) -> Trace:
    """The trace of one plan with one topic and these actions; `topic` and `told` change the words."""
    whole: dict[str, object] = {
        "service": a_service(),
        "sources": [REPORT],
        "findings": [a_topic(**(topic or {}))],
        "actions": list(actions) or [told_action()],
        "family": {**TOLD, **(told or {})},
        **said,
    }
    return traced(a_plan(**whole), today=today)


def edition(
    trace: Trace, options: FamilyOptions = UNAPPROVED, *own: Path, refused: Sequence[str] = ()
) -> FamilyEdition:
    """Build the family edition; `own` are the project's own templates, `refused` the names that must never appear."""
    return build_family(trace, (*own, *THEME), options, refused)


def page(built: FamilyEdition, name: str = "index.html") -> str:
    """Return what a reader sees on a page, on one line."""
    assert name in built.files, (sorted(built.files), [str(problem) for problem in built.problems])
    body = re.sub(r"(?s)^.*?<body", "<body", built.files[name].decode())
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def main_of(built: FamilyEdition, name: str) -> str:
    """Return what a reader sees in the main part of a page, on one line."""
    found = re.search(r"(?s)<main.*</main>", built.files[name].decode())
    assert found is not None
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", found[0])).split())


def codes(built: FamilyEdition) -> list[Code]:
    """Return the codes of the problems."""
    return [problem.code for problem in built.problems]


def a_second_service() -> Service:
    """Another service, from a file."""
    return Service.model_validate(a_service({"name": "Elm Court"}, id="elm", name="Elm Court"))


def styles_of(built: FamilyEdition) -> list[str]:
    """Return the names under which stylesheets lie, in order."""
    return sorted(name for name in built.files if name.endswith(".css"))


TOPIC_PAGE = "oakfield-house/topics/giving-medicines-safely.html"
HOME_PAGE = "oakfield-house/index.html"
