"""Since when changes are told: since CQC last came to the service, else since the plan was written."""

from datetime import date

from action_plans.tracing.since import Since, happened
from tests.builders import TODAY, a_check, a_closed_action, a_line, a_plan, an_action, traced, traced_actions


def visited(**said: object) -> dict[str, object]:
    """A report of CQC on a visit."""
    return {"id": "S1", "kind": "assessment", "title": "Report", **said}


def since(*sources: dict[str, object], **said: object) -> Since:
    """Return since when changes of one plan with these sources are told."""
    return traced(a_plan(sources=sources, **said)).since["OAK"]


def test_the_last_day_of_the_newest_visit_counts() -> None:
    """Of a visit of several days the last; of several visits the newest, in whatever order they are written."""
    days = visited(assessed=["2026-02-05", "2026-02-03"])
    whole = visited(id="S2", assessed={"from": "2026-02-20", "to": "2026-02-24"})
    assert since(days) == Since(date(2026, 2, 5), is_visit=True)
    assert since(days, whole) == since(whole, days) == Since(date(2026, 2, 24), is_visit=True)


def test_only_cqc_that_has_come_counts() -> None:
    """Neither the fire service, nor a visit that lies ahead or goes on, nor a report without a day of one."""
    fire = visited(kind="fire", assessed="2026-05-01", **{"from": "Fire Service"})
    ahead = visited(id="S2", assessed="2026-05-13")
    ongoing = visited(id="S3", assessed={"from": "2026-05-11", "to": "2026-05-14"})
    bare = visited(id="S4", published="2026-05-01")
    assert since(fire, ahead, ongoing, bare, written="2026-01-15") == Since(date(2026, 1, 15), counts_its_day=True)
    assert since(visited(assessed=TODAY.isoformat())) == Since(TODAY, is_visit=True)


def test_without_a_visit_it_is_the_day_of_writing_and_without_that_ever() -> None:
    """A plan that is dated ahead of today was not written yet."""
    assert since(written="2026-01-15") == Since(date(2026, 1, 15), counts_its_day=True)
    assert since(written="2026-05-13") == since() == Since(None)


def test_a_visit_counts_for_every_plan_of_its_service_alone() -> None:
    """The older plan has the visit that the newer one was written about; another service has none."""
    plans = (
        a_plan(written="2026-01-15"),
        a_plan(id="OAK-B", sources=[visited(assessed="2026-02-03")]),
        a_plan(id="ELM", service="Elm Lodge", written="2026-01-15"),
    )
    found = traced(*plans).since
    assert found["OAK"] == found["OAK-B"] == Since(date(2026, 2, 3), is_visit=True)
    assert found["ELM"] == Since(date(2026, 1, 15), counts_its_day=True)


def test_what_happened_after_the_day_and_not_after_today_is_counted() -> None:
    """On the day itself it was there already; what lies ahead has not happened."""
    days = ("2026-04-01", "2026-04-02", "2026-05-12", "2026-05-13")
    actions = [
        *(a_closed_action(id=f"A{number}", closed_on=day) for number, day in enumerate(days)),
        *(an_action(id=f"B{number}", started=day, evidence=[a_line(day)]) for number, day in enumerate(days)),
        an_action(id="C1", checks=[a_check(day, "partly") for day in days], stopped={"date": "2026-04-20"}),
        a_closed_action(id="C2", checks=[a_check("2026-04-01", "slipped")]),
        a_closed_action(id="C3", checks=[a_check("2026-04-02", "slipped")]),
    ]
    found = happened(traced_actions(*actions).actions.values(), Since(date(2026, 4, 1)), TODAY)
    assert (found.closed, found.begun, found.evidence, found.stopped, found.slipped) == (2, 2, 2, 1, 1)
    assert {result.value: count for result, count in found.checks.items() if count} == {"partly": 2, "slipped": 1}


def test_what_is_done_on_the_day_the_plan_is_written_counts() -> None:
    """The work begins on that day; what was done on the day of a visit CQC saw."""
    day = date(2026, 5, 12)
    actions = traced_actions(an_action(started="2026-05-12"), a_closed_action(id="A2", closed_on="2026-05-11"))
    written, visit = Since(day, counts_its_day=True), Since(day, is_visit=True)

    assert happened(actions.actions.values(), written, day).begun == 1
    assert happened(actions.actions.values(), written, day).closed == 0
    assert happened(actions.actions.values(), visit, day).begun == 0
