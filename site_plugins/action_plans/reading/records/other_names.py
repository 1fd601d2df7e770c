"""Names that people give to fields, as the headings of their spreadsheets have them: which field is meant."""

import re
from collections.abc import Iterator, Mapping

from action_plans.model.action import Action
from action_plans.model.action_parts import Pilot
from action_plans.model.evidence import Evidence
from action_plans.model.finding import Finding
from action_plans.model.measure import Measure, Risk
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.source import Assessed, Ratings, Source
from action_plans.reading.records.other_names_of_parts import NAMES_OF_PARTS, named


def field_meant(name: str, record: type[Record]) -> str | None:
    """Return the field that goes by another name, or None."""
    return _looked_up(NAMES_OF_PARTS, name, record) or _looked_up(_FIELDS, name, record)


def advice_on(name: str, record: type[Record]) -> str | None:
    """Return in a sentence where to write what no single field is meant for, or None."""
    return _looked_up(_ADVICE, name, record)


def _looked_up(table: Mapping[type[Record], Mapping[str, str]], name: str, record: type[Record]) -> str | None:
    known = [names for kind, names in table.items() if issubclass(record, kind)]
    return next((names[form] for form in _forms(name) for names in known if form in names), None)


def _forms(name: str) -> Iterator[str]:
    """Yield the ways in which a heading may be known: whole, without brackets and dates, each half of it.

    A share goes by no other name: `% complete` is not the day on which something was completed.
    """
    if "%" in name:
        return
    without = re.sub(r"\([^)]*\)|(?<=[a-z])(?=[A-Z])", " ", name)
    for text in (name, without, _DATED.sub(" ", without), *re.split(r"[/&|]|\band\b|\bor\b", without)):
        folded = re.sub(r"[\W_]+", " ", text).strip().casefold()
        yield folded
        yield folded.removesuffix("s")


_DATED = re.compile(r"\d+|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*\b", re.IGNORECASE)
"""What a column for one month adds to its name: `Update June 2026`."""


_TITLES = "name, heading, summary, item"
_FIELDS: Mapping[type[Record], Mapping[str, str]] = {
    Action: named(
        id="ref, ref no, reference, no, number, action no, action number, action ref, code, s n, sn, serial no, "
        "item no, action id",
        title=f"{_TITLES}, action, actions, action required, actions required, action to be taken, what, improvement, "
        "action taken, how, task",
        owner="by whom, who, lead, action lead, named lead, lead person, responsible, person responsible, "
        "responsible person, responsibility, responsible officer, accountable, assigned to, action owner, "
        "allocated to, owned by, whom, resp, named person, accountable person, accountable officer, accountable lead, "
        "responsible lead, responsible manager, delegated to, staff responsible, action by, person, name",
        due="by when, when, target, target date, deadline, due date, date due, completion date, timescales, "
        "target completion date, to be completed by, planned completion, when by, date for completion, due by, "
        "date to be completed, date to be completed by, completion due, complete by, target completion, timeframe, "
        "time frame, end date, finish date, planned date, "
        "expected date, expected completion, expected completion date, original due date",
        started="start, start date, date started, started on, commenced, begun",
        closed_on="closed, completed, complete, date completed, completed on, completed date, completion, date closed, "
        "actual completion date, date of completion, done, done on, signed off on, closed date, date complete, "
        "date achieved, actual date, completed y n, closed y n",
        closed_by="completed by",
        done_when="success criteria, success measure, success measures, measure of success, outcome, outcomes, "
        "expected outcome, desired outcome, intended outcome, how will we know, how we will know, "
        "what good looks like, goal, success looks like, "
        "closure criteria",
        for_="finding, findings, issue, issue identified, area of concern, concern, area for improvement, "
        "recommendation, serves",
        updates="update, progress update, progress updates, latest update, progress notes, current position, position",
        evidence="evidence of completion, evidence required, evidence of improvement, proof, supporting evidence, "
        "evidence needed, assurance, evidence of assurance",
        lessons="lessons learned, lessons learnt, learning",
        issues="barriers, obstacles, challenges, risks",
        resources="resource, cost, costs, budget, resources required, resources needed",
        depends_on="dependency, dependencies, depends, blocked by, waits for",
        check_due="review date, date of review, review on",
        checks="check, audit, review, assurance",
        checker="reviewer, checked by, verified by, monitored by, monitoring, validated by",
        signoffs="sign off, signoff, signed off, signed off by, sign off by",
        sustained_by="sustainability, how sustained, embedded by, maintained by",
        different_now="impact, difference, result, results, outcome achieved",
        helpers="support, supported by, helper, deputy",
        description="details, detail, method",
    ),
    Finding: named(
        id="ref, ref no, reference, no, number",
        title=f"{_TITLES}, finding, issue, concern, area for improvement, requirement, what was found",
        text="report said, findings, what cqc said, extract, wording, description, detail, details",
        source="from, found in, report, where from",
        regulations="regulation, reg, regs, breach, breach of regulation, hsca",
        statements="quality statement, quality statements, statement, kloe, kloes",
        key_questions="key question, domain, domains, question",
        people_affected="impact, impact on people, effect, harm",
        keeping_safe="immediate action, immediate actions, interim measures, mitigation, risk management",
        root_cause="cause, why, reason, root causes",
        repeats="repeat, repeated, previous finding, found before",
    ),
    Evidence: named(
        title="name, document, evidence, description, heading",
        date="dated, on, date of evidence, made on, when, day, date made, audit date, date of audit, date of check",
        kept="where, location, stored, held, where kept, folder, path",
        by="author, made by, produced by, owner, who",
        checked_by="verified by, reviewed by, checker",
        checked_on="verified on, date checked, reviewed on",
        result="outcome, finding, findings, shows, score",
        review_due="review date, expires, expiry, valid until",
        sample="sample size, looked at",
    ),
    Measure: named(
        title=f"{_TITLES}, measure, indicator, metric, kpi",
        baseline="start, before, starting point",
        targets="target, goal, aim",
        readings="reading, results, data, values, actual",
    ),
    Risk: named(
        title=f"{_TITLES}, risk, description",
        likelihood="probability",
        impact="severity, consequence",
        mitigation="mitigations, controls, control, action",
        owner="lead, by whom, who, risk owner",
    ),
    Source: named(
        id="ref",
        title=f"{_TITLES}, report",
        assessed="date of inspection, inspected, inspection date, visited, date, dates, assessment date",
        published="publication date, date published, report date",
        url="link, website, address",
        ratings="rating",
        kind="type",
    ),
    Assessed: named(
        from_="start, started, begin, begun, first, first day, start date",
        to="end, ended, last, last day, until, finish, finished, end date",
        days="dates, date, day",
    ),
    Pilot: named(
        from_="start, started, begin, begun, start date, first day",
        to="end, ended, until, finish, finished, end date, last day",
        where="place, unit, floor, location",
        studied="result, results, learned, learnt, study, found",
        did="done, do, what",
    ),
    Plan: named(
        title="name, plan, heading",
        sources="source, reports, report",
        findings="finding, issues, areas for improvement, concerns, what cqc found, issues found",
        actions="action, tasks, action plan, action plans, improvement actions, actions required, what we will do",
        measures="kpi, kpis, indicators, metrics, figures",
        objectives="goals, aims, objective",
        service="home, location, provider, site",
        roles="people, team, staff, who",
        written="date, created, date written, prepared on, dated",
        author="prepared by, written by, completed by",
        next_review="review date, review, next review date, reviewed on",
        lead="owner, manager, plan owner, responsible",
    ),
}
"""For each kind of record, its fields and what else they are called."""

_REMARKS = "comment, comments, remark, remarks, notes, further information, additional information"
_COLOURS = "rag, rag rating, rag status, brag, traffic light, colour, color"
_FILES = (
    "file, files, link, url, attachment, attachments, document link, hyperlink, image, photo, screenshot, "
    "link to evidence, evidence link, location of evidence, evidence location, where evidence is kept"
)
_OF_FINDINGS = (
    "kloe, kloes, regulation, regulations, reg, key question, key questions, domain, quality statement, "
    "quality statements, breach"
)


def _said(*rows: tuple[str, str]) -> Mapping[str, str]:
    return {name.strip(): advice for names, advice in rows for name in names.split(",")}


_ADVICE: Mapping[type[Record], Mapping[str, str]] = {
    Action: _said(
        (_REMARKS, "News goes into updates, each with date, by and text; what has no day goes into note."),
        (_COLOURS, "Colours mean different things: write progress: on-track, at-risk or off-track."),
        (_FILES, "Write it as a line of evidence, with kept, or as a note in evidence/ with attachments."),
        (_OF_FINDINGS, "It belongs to the finding that the action is for: write it there, and for: F1 here."),
        (
            "completion date, date of completion",
            "The day on which it was done is closed_on; the day by which it is to be done is due.",
        ),
        (
            (
                "new date, revised date, new due date, revised due date, extended to, extended date, extension, "
                "new deadline, revised deadline, revised target date, new target date, moved to"
            ),
            "A day that was moved goes into revised: {date: .., due: .., reason: ..}; due keeps the day first given.",
        ),
        (
            "objective, objectives, aim, aims",
            "The objective that it serves goes into for, by its id; what is true when it is done, into done_when.",
        ),
        (
            "source, sources, report, found in",
            "Sources are named at the finding that the action is for: write it there, and for: F1 here.",
        ),
        ("theme, category, workstream", "Write extra: {Theme: ..}, or name the milestone that it belongs to."),
        ("date raised, date identified, raised, date added, raised on", "Write extra: {Date raised: ..}."),
    ),
    Evidence: _said(
        (_FILES, "Say in kept where it is; to publish a file, write a note in evidence/ and list it in attachments."),
        (_REMARKS, "Write it into note."),
        ("id, ref, reference, number", "A line of evidence has none: take it out. A note in evidence/ has an id."),
    ),
    Ratings: _said(
        (
            "score, scores, percentage, total, points",
            "Scores are not kept: write the words, such as overall: good, and the score into the source's note.",
        ),
        ("well led, wellled", "Write well-led, with a hyphen."),
    ),
    Pilot: _said(
        ("date, dates, when, period, days", "Write from: and to:, each with a day."),
        (_REMARKS, "Write it into studied."),
    ),
    Plan: _said(
        (_REMARKS, "Write it into note."),
        (_COLOURS, "Each action has its own progress: on-track, at-risk or off-track."),
    ),
    Record: _said((_REMARKS, "Write it into note.")),
}
"""For each kind of record, what to do about a name that stands for no single field."""
