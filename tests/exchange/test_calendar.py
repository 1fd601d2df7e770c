"""Calendars of plans and of roles, read back as a calendar program reads them."""

from datetime import UTC, date, datetime
from typing import Any

from icalendar import Calendar

from action_plans.exchange.calendar import plan_calendar
from action_plans.tracing.trace import Trace
from tests.builders import a_check, a_closed_action, a_line, a_note, a_plan, an_action, traced
from tests.project import Project
from tests.staff.edition import Made, made_of

TWO = {
    "plans/services/oak.yaml": "{id: oak, name: Oakfield House, roles: {RM: Registered manager, DM: Deputy manager}}\n",
    "plans/one.yaml": """\
id: ONE
title: First plan
service: oak
lead: RM
findings: [{id: F1, title: Medicines were not counted, kind: own}]
milestones: [{id: MS1, title: Safe, due: 2026-06-30}]
actions:
  - id: A7
    title: Count, and sign
    for: F1
    owner: RM
    due: 2026-05-01
    revised: [{date: 2026-05-02, due: 2026-08}]
    tasks: [{what: Watch the night round, who: DM, by: 2026-05-20, report_to: RM, report_how: At handover}]
    checker: DM
    check_due: 2026-09-01
""",
    "plans/two.yaml": """\
id: TWO
title: Second plan
service: oak
findings: [{id: F1, title: Doors did not close, kind: own}]
actions: [{id: A1, title: Close doors, for: F1, owner: RM, due: 2026-06-01}]
""",
    "evidence/e1.md": "---\nid: E1\ntitle: Counts\ndate: 2026-05-01\nsupports: [ONE/A7, TWO/A1]\nby: RM\n"
    "review_due: 2026-07-01\n---\nAll right.\n",
}


def events(content: bytes) -> dict[str, Any]:
    """Return the entries of a calendar by their UID; each UID stands once."""
    found: list[Any] = list(Calendar.from_ical(content).walk("VEVENT"))
    by_uid = {str(event["uid"]): event for event in found}
    assert len(by_uid) == len(found)
    return by_uid


def of(made: Made, path: str) -> dict[str, Any]:
    """Return the entries of a calendar of an edition."""
    content = made.assets[path].read()
    assert isinstance(content, bytes)
    return events(content)


def one(trace: Trace) -> dict[str, Any]:
    """Return the entries of the first plan's calendar."""
    return events(plan_calendar(trace, trace.portfolio.plans[0]))


def test_a_roles_calendar_holds_what_is_theirs_in_all_plans(project: Project) -> None:
    """The manager has actions, milestones and evidence of both plans, the deputy the task and the check."""
    made = made_of(project.write(TWO))
    service = "oak.action-plans"
    assert {uid: event["dtstart"].dt for uid, event in of(made, "people/rm/due.ics").items()} == {
        f"one-a7-due@{service}": date(2026, 8, 31),
        f"one-ms1-due@{service}": date(2026, 6, 30),
        f"one-evidence-e1-review@{service}": date(2026, 7, 1),
        f"two-a1-due@{service}": date(2026, 6, 1),
    }
    assert set(of(made, "people/dm/due.ics")) == {f"one-a7-task-1-due@{service}", f"one-a7-check@{service}"}


def test_two_calendars_agree_on_what_both_hold(project: Project) -> None:
    """Whoever has the plans' and a role's sees each thing once: the same name, day, words and count of moves."""
    made = made_of(project.write(TWO))
    paths = ("plans/one/plan.ics", "plans/two/plan.ics", "people/rm/due.ics", "people/dm/due.ics")
    told: dict[str, set[bytes]] = {}
    for path in paths:
        for uid, event in of(made, path).items():
            told.setdefault(uid, set()).add(event.to_ical())
    assert {uid for uid, several in told.items() if len(several) > 1} == set()
    assert set(of(made, "people/rm/due.ics")) <= set(of(made, "plans/one/plan.ics")) | set(
        of(made, "plans/two/plan.ics")
    )


def test_entries_are_whole_days_that_block_nothing_and_wake_nobody(project: Project) -> None:
    """VALUE=DATE, one day long, free time, no alarm, no address, stamped with the start of the day as at."""
    made = made_of(project.write(TWO))
    for event in of(made, "people/rm/due.ics").values():
        assert (event["dtend"].dt - event["dtstart"].dt).days == 1
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert event["transp"] == "TRANSPARENT"
        assert event["dtstamp"].dt == datetime(2026, 5, 12, tzinfo=UTC)
        assert not event.walk("VALARM")
        assert "url" not in event
        assert "http" not in event.to_ical().decode()
    moved = of(made, "people/rm/due.ics")["one-a7-due@oak.action-plans"]
    assert (moved["sequence"], str(moved["summary"])) == (1, "ONE/A7 due: Count, and sign")


def test_a_task_says_who_is_told_and_how(project: Project) -> None:
    """Whoever has a task sees in the calendar to whom they report."""
    task = of(made_of(project.write(TWO)), "people/dm/due.ics")["one-a7-task-1-due@oak.action-plans"]
    assert str(task["summary"]) == "ONE/A7 task: Watch the night round"
    assert str(task["description"]).splitlines() == ["Deputy manager", "Report to: Registered manager, At handover"]


def test_with_several_services_each_has_its_own_and_the_top_has_all(project: Project) -> None:
    """An address that was subscribed to while there was one service still leads to dates."""
    elm = TWO["plans/two.yaml"].replace("service: oak", "service: Elm Lodge\nroles: {RM: Home manager}")
    made = made_of(project.write({**TWO, "plans/two.yaml": elm}))
    oak, other = (of(made, f"services/{name}/people/rm/due.ics") for name in ("oak", "elm-lodge"))
    assert set(other) == {"two-a1-due@elm-lodge.action-plans"} | {
        uid for uid in other if uid.startswith("two-evidence")
    }
    assert set(of(made, "people/rm/due.ics")) == set(oak) | set(other)
    assert "Elm Lodge" in str(other["two-a1-due@elm-lodge.action-plans"]["description"])


def test_what_slipped_stays_and_what_is_done_goes() -> None:
    """A slipped action is as open as one that was never closed; a verified one is in no calendar."""
    actions = [
        a_closed_action(checks=[a_check("2026-05-06", "slipped")]),
        a_closed_action(id="A2", checks=[a_check("2026-05-06")]),
    ]
    assert set(one(traced(a_plan(actions=actions)))) == {"oak-a1-due@oakfield-house.action-plans"}


def test_when_a_plan_is_looked_at_is_in_no_calendar() -> None:
    """Its group meets on a day that the group knows; only what is due is told."""
    assert set(one(traced(a_plan(lead="RM", next_review="2026-06-01")))) == {"oak-a1-due@oakfield-house.action-plans"}


def test_nothing_on_request_is_in_a_calendar_of_a_role(project: Project) -> None:
    """Neither when it is to be renewed nor who made it."""
    kept = TWO["evidence/e1.md"].replace("by: RM", "by: RM\nconfidentiality: on-request")
    made = made_of(project.write({**TWO, "evidence/e1.md": kept}))
    assert not [uid for uid in of(made, "people/rm/due.ics") if "evidence" in uid]


def test_a_line_of_evidence_has_a_name_too() -> None:
    """It is called by the item that it stands on."""
    plan = a_plan(actions=[an_action(evidence=[a_line("2026-05-01", review_due="2026-06-01")])])
    note = a_note(review_due="2026-07-01")
    assert set(one(traced(plan, notes=[note]))) == {
        "oak-a1-due@oakfield-house.action-plans",
        "oak-a1-evidence-1-review@oakfield-house.action-plans",
        "oak-evidence-e1-review@oakfield-house.action-plans",
    }


def test_a_title_of_several_lines_names_a_calendar_on_one() -> None:
    """A name of a calendar is one line of its file, whatever a plan's title is."""
    trace = traced(a_plan(title="Improvement\nplan\n\n2026"))
    content = plan_calendar(trace, trace.portfolio.plans[0]).decode()
    assert "X-WR-CALNAME:OAK Improvement plan 2026\r\n" in content


def test_what_is_due_on_the_last_day_there_is_has_no_end() -> None:
    """After 31 December 9999 no day can be written; an entry without an end is one day long."""
    (event,) = one(traced(a_plan(actions=[an_action(due="9999-12-31")]))).values()
    assert event["dtstart"].dt == date(9999, 12, 31)
    assert "dtend" not in event
