"""Names that people give to the fields of services, notes and the smaller parts of a plan: which field is meant."""

from collections.abc import Mapping

from action_plans.model.action_parts import Check, Revision, Task, Update
from action_plans.model.evidence import EvidenceNote
from action_plans.model.measure import Baseline, Milestone, Reading, Target
from action_plans.model.objective import Objective
from action_plans.model.plan_parts import Approval, Communication, Feedback, Involved, Recognition
from action_plans.model.record import Record
from action_plans.model.service import Provider, Service


def named(**names: str) -> Mapping[str, str]:
    """Return the field for each of the names listed for it, written apart or together: `due date`, `duedate`."""
    apart = {name.strip(): field.rstrip("_") for field, several in names.items() for name in several.split(",")}
    return {name.replace(" ", ""): field for name, field in apart.items()} | apart


_WHEN = "deadline, when, by when, due date, target date, target, date due, date"
_WHO = "owner, lead, responsible, by whom, person responsible, responsible person"
_DONE = "done, completed, closed on, completed on, date completed, closed, complete"

NAMES_OF_PARTS: Mapping[type[Record], Mapping[str, str]] = {
    Milestone: named(
        due=f"{_WHEN}, by",
        title="name, heading, milestone, description",
        reached_on=f"reached, achieved, achieved on, met, met on, {_DONE}",
    ),
    Target: named(by=f"due, {_WHEN.removesuffix(', target, date due, date')}, date due, date", value="target, figure"),
    Task: named(
        what="task, title, action, description, step, name",
        who=_WHO,
        by=f"due, {_WHEN}",
        done_on=_DONE,
    ),
    Check: named(
        date="checked on, checked, when, on",
        by="checked by, checker, who, auditor, reviewer, by whom",
        result="outcome, verdict, rating",
        found="finding, findings, note, notes, comment, comments, what was found",
        sample="checked sample, sample size, looked at",
    ),
    Update: named(text="update, progress, note, notes, comment, comments, what, news", by="who, author, written by"),
    Revision: named(due="new date, revised date, new due date, to, extended to", reason="because, why"),
    Reading: named(value="figure, result, reading, score, number, total", date="when, month, on"),
    Baseline: named(value="figure, result, baseline, score, number"),
    Objective: named(statement="objective, title, text, aim, goal, description, name", due=_WHEN),
    Communication: named(
        audience="to whom, group, for",
        message="what, text, title, subject",
        channel="how, method, by what means",
        due=f"by when, {_WHEN.removesuffix(', date')}, date",
        owner="by whom, lead, responsible, by",
        done_on=f"sent, sent on, {_DONE}",
    ),
    Involved: named(group="who, people, name", how="what, text, in what way"),
    Feedback: named(
        said="feedback, comment, text, what, what was said, quote",
        response="we did, answer, what we did, reply, our response",
        changed="action, actions, about, changes",
        from_="who, group, by, source",
    ),
    Approval: named(group="by, who, approved by, board, body", decision="outcome, result, what, status"),
    Recognition: named(for_="reason, what, why, text, said"),
    Service: named(
        name="title, service, home, service name",
        kind="type, service type, type of service",
        website="url, link, site, web, web site, homepage",
        places="beds, capacity, number of beds, registered beds, rooms, bed numbers, number of places",
        cqc_location="cqc number, location id, cqc location id, cqc id, cqc, location",
        cqc_provider="provider id, cqc provider id",
        regulated_activities="activities, regulated activity",
    ),
    Provider: named(name="title, provider, organisation, company"),
    EvidenceNote: named(supports="action, actions, for, objective, measure, supports action, evidence for, proof for"),
}
"""For each kind of record, its fields and what else they are called."""
