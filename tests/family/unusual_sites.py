"""Family editions of unusual size: many topics, several services, one topic, none; words as long as plain words get."""

from collections.abc import Callable, Iterator
from pathlib import Path

from action_plans.family.family_edition import FamilyEdition
from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.project.options import FamilyOptions
from tests.builders import a_check, a_finding, a_plan, traced
from tests.family.family_projects import (
    REPORT,
    TOLD,
    a_home,
    a_service,
    done_action,
    edition,
    told_action,
)

ADDRESS = "https://example.org/a-care-home-with-a-long-address/"
WITH_ADDRESS = FamilyOptions(require_approval=False, site_url=ADDRESS)

TITLES = (
    "Giving medicines safely", "Help at night", "Asking before we help", "Checking our own work", "Time together",
    "Doors that hold back fire", "Food and drink", "Falls and bruises", "Clean rooms", "Skin that is sore",
    "Staff who are trained", "Hearing your worries", "Care at the end of life", "Your own things",
)  # fmt: skip

PART = {
    **REPORT,
    "id": "R2",
    "published": "2026-05-01",
    "url": "https://www.cqc.org.uk/location/1-000000001",
    "ratings": {"safe": "inadequate", "well-led": "requires-improvement"},
}


def fourteen_topics() -> FamilyEdition:
    """Fourteen topics with four actions each: done, late, moved, failed; a newer report on two parts."""
    numbers = range(1, len(TITLES) + 1)
    service = a_service(
        {
            "contact": {
                "who": "the manager or the nurse in charge",
                "phone": "01632 960101",
                "times": "9am to 5pm, Monday to Friday. At other times, ask for the nurse.",
            },
            "meetings": [{"date": "2026-05-21", "time": "6pm to 7pm", "place": "the garden lounge",
                          "how": "Come in, or join us by phone.", "join": "01632 960101"}],
        }
    )  # fmt: skip
    plan = a_plan(
        service=service,
        sources=[REPORT, PART],
        findings=[_topic(number) for number in numbers],
        actions=[action for number in numbers for action in _actions(number)],
        family={**TOLD, "about_you": "If you were hurt, we have told you.", "next_update": "2026-06-01"},
    )
    return edition(traced(plan), WITH_ADDRESS)


def three_services() -> FamilyEdition:
    """A care home, home care and a hospital, a topic each."""
    kinds = {"elm": ("Elm Court", "care-home"), "field": ("Fieldway", "home-care"), "gate": ("Gate House", "hospital")}
    services = [
        Service.model_validate(a_service({"name": name}, id=id_, name=name, kind=kind))
        for id_, (name, kind) in kinds.items()
    ]
    plans = [_plan(id_.upper(), id_) for id_ in kinds]
    return edition(traced(*plans, services=services), WITH_ADDRESS)


def home_care() -> FamilyEdition:
    """Care in people's own homes, where nobody lives with the service."""
    return edition(a_home(told_action(), done_action(id="A2"), service=a_service(kind="home-care")), WITH_ADDRESS)


def one_topic() -> FamilyEdition:
    """One topic with one action, and nothing else that is not needed."""
    bare = {"id": "oak", "name": "Oakfield House"}
    topic = {"publish": "true", "title": "Help at night", "found": "Some people waited too long."}
    plan = a_plan(service=bare, sources=[REPORT], findings=[a_finding(source="CQC26", family=topic)],
                  actions=[told_action()], family={"publish": "true"})  # fmt: skip
    return edition(traced(plan))


def no_topic() -> FamilyEdition:
    """A plan that speaks to families, and has no topic that is told yet."""
    return edition(a_home(findings=[a_finding(source="CQC26")]), WITH_ADDRESS)


def nothing() -> FamilyEdition:
    """No word for families at all."""
    return edition(traced(a_plan()))


SITES: dict[str, Callable[[], FamilyEdition]] = {
    "fourteen topics": fourteen_topics,
    "three services": three_services,
    "home care": home_care,
    "one topic": one_topic,
    "no topic": no_topic,
    "nothing": nothing,
}


def written(built: FamilyEdition, folder: Path) -> Path:
    """Write an edition to a folder."""
    assert built.files, [str(problem) for problem in built.problems]
    for name, content in built.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def _plan(id_: str, service: str) -> Plan:
    return a_plan(
        id=id_, service=service, sources=[REPORT], findings=[_topic(1)], actions=list(_actions(1)), family=TOLD
    )


def _topic(number: int) -> dict[str, object]:
    family = {
        "publish": "true",
        "title": TITLES[number - 1],
        "found": "We did not always see in time that something was wrong. Some people waited too long for our help.",
        "why": "Waiting for help can make you sad or ill. It can also mean that help comes too late.",
        "keeping_safe": "A senior member of the team looks at this each day. They write down what they see.",
        "affected": "Some people waited too long. We have told those we know of, so please ask us if you are not sure.",
        "change": "When you need help, someone will come in good time. You will know the faces you see each day.",
        "how_we_will_know": "We look at this each week with someone from outside. We want it right 9 times in 10.",
        "you": "Please ask us for help when you need it. You are never a bother to any of us.",
        "visitors": "Please tell us what you see when you visit. You can call us at any time of the day.",
        "measure": {"text": "Times that it was right", "before": "7", "now": "8", "of": "10"},
    }
    return a_finding(id=f"F{number}", source="CQC26", family=family)


def _actions(number: int) -> Iterator[dict[str, object]]:
    finding = f"F{number}"
    late = "The firm that makes the new parts cannot send them to us before the end of June."
    yield told_action("We are putting in a new system that shows how long people wait.", id=f"A{number}a",
                      for_=finding, due="2026-03-31", started="2026-02-01", reason=late)  # fmt: skip
    yield told_action("We are taking on new staff who stay with us and know you well.", id=f"A{number}b", for_=finding,
                      due="2026-04-30", revised=[{"date": "2026-04-20", "due": "2026-06-30"}], reason=late)  # fmt: skip
    yield done_action("We trained all our staff in what to do when someone needs help.", id=f"A{number}c",
                      for_=finding, checks=[a_check("2026-05-02")])  # fmt: skip
    yield done_action("We now look in on each person every hour of the day and night.", id=f"A{number}d",
                      for_=finding, checks=[a_check("2026-05-02", "slipped")], reason="Some of us forgot.")  # fmt: skip
