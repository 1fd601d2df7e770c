"""Words that people use where a closed list has others: which value is meant, and in which field."""

import re
from collections.abc import Mapping

from action_plans.english.negation import without_no
from action_plans.model.action import Priority, Progress, Status, Timescale
from action_plans.model.action_parts import CheckResult
from action_plans.model.evidence import Confidentiality, EvidenceType, EvidenceVerdict
from action_plans.model.finding import FindingKind
from action_plans.model.measure import RiskStatus
from action_plans.model.objective import Achieved
from action_plans.model.record import Choice
from action_plans.model.service import ServiceKind
from action_plans.model.source import Rating, SourceKind
from action_plans.reading.records.days_in_text import days_in


def meant_by(written: str, choice: type[Choice]) -> str | None:
    """Return a sentence that says what to write instead of a word, or None where nobody can know."""
    known = _MEANT.get(choice, {})
    if (said := known.get(_folded(written))) is not None:
        return said
    if (said := _with_figures(written, choice)) is not None:
        return said
    denied = without_no(written)
    if denied is None:
        return None
    is_state = choice in {Status, RiskStatus, Achieved}  # a check that is not yet made has found nothing
    return _DENIED.get(choice, {}).get(denied.removeprefix("yet ") if is_state else denied)


def _with_figures(written: str, choice: type[Choice]) -> str | None:
    """Return what to write instead of how an action stands with its day or its share: `Closed 12/04/2026`, `50%`."""
    if choice not in {Status, Progress}:
        return None
    if match := re.fullmatch(r"(\d{1,3}) ?%.*", written.strip()):
        if int(match[1]) == _ALL:
            return "How much is done is not kept: if it is all done, write status: closed, and the day in closed_on."
        return "How much is done is not kept: an open action says in progress how it goes."
    days = days_in(written)
    words = " ".join(re.findall(r"[^\W\d_]+", written[: days[0].start] + written[days[0].end :])) if days else ""
    state = _folded(words).removesuffix(" on")
    if len(days) != 1 or state not in {"closed", *STANDING_WORDS[Status.CLOSED]}:
        return None
    which = " (if the day comes first)" if days[0].is_twofold else ""
    return f"Write status: closed, and closed_on: {days[0].written}{which}."


_ALL = 100


def _folded(written: str) -> str:
    return re.sub(r"[\W_]+", " ", written).strip().casefold()


def _of(*rows: tuple[str, str]) -> Mapping[str, str]:
    return {word.strip(): advice for words, advice in rows for word in words.split(",")}


_DONE = "complete, completed, done, delivered, delivered and complete, finished, signed off, achieved, resolved, yes"
_GOING = "in progress, ongoing, under way, underway, started, begun, wip, continuing, active"
_TO_DO = "to do, todo, not begun, outstanding, not yet started, not yet, new, planned, tbc, tbd"
_LATE = "red, slipped, late, overdue, delayed, behind, off plan, not delivered, missed, not on track"
_UNSURE = "amber, yellow, some issues, some issues outstanding, on hold, paused, partly, partially complete"
_STOPPED = "stopped, cancelled, withdrawn, superseded, n a, not applicable, handed over"
STANDING_WORDS: Mapping[Status | Progress, tuple[str, ...]] = {
    standing: tuple(words.split(", "))
    for standing, words in (
        (Status.CLOSED, _DONE),
        (Progress.ON_TRACK, _GOING),
        (Progress.NOT_STARTED, _TO_DO),
        (Progress.OFF_TRACK, _LATE),
        (Progress.AT_RISK, _UNSURE),
    )
}
"""The words that people use of how an action stands, by what each means, in lower case."""

_GOOD = f"{_DONE}, met, fully met, pass, passed, ok, okay, good, green, holds, meets, compliant, embedded"
_MIDDLING = "amber, partial, partially, partly met, partially met, some, mixed, in part"
_BAD = "red, no, fail, failed, fails, not met, unmet, slipped, does not hold, does not meet, non compliant, not"

_CLOSED = "Write status: closed, and the day in closed_on."
_GREEN = "If it goes well, write status: open and progress: on-track; if it is done, status: closed and closed_on."
_SLIPPED = (
    "If its date has passed, write progress: off-track and the new date in revised; "
    "if it was done and no longer holds, record a check with result: slipped."
)
_STOP = "Write stopped: {date: .., because: ..}, and leave status and progress out."

_OF_CQC = (
    "inspection report, report, visit, focused inspection, comprehensive inspection, unannounced inspection, "
    "announced inspection, full inspection, targeted inspection, responsive inspection, follow up inspection, "
    "followup inspection, re inspection, reinspection, inspection visit, routine inspection, rated inspection, "
    "focused assessment, full assessment, comprehensive assessment, assessment report, onsite assessment, "
    "on site assessment, planned assessment, responsive assessment, assessment visit, site visit"
)
_INSPECTED = "Write kind: inspection, or assessment."

_MEANT: Mapping[type[Choice], Mapping[str, str]] = {
    Status: _of(
        (_GOING, "Write status: open and progress: on-track."),
        ("on track", "Write status: open and progress: on-track."),
        (f"{_TO_DO}, not started", "Write status: open and progress: not-started."),
        (f"{_UNSURE}, at risk", "Write status: open and progress: at-risk."),
        (f"{_LATE}, off track", "Write status: open and progress: off-track."),
        ("slipped", f"Write status: open. {_SLIPPED}"),
        ("green", _GREEN),
        (f"{_DONE}, blue, embedded, verified", _CLOSED),
        (_STOPPED, _STOP),
    ),
    Progress: _of(
        (f"{_GOING}, open, good", "Write progress: on-track."),
        (_TO_DO, "Write progress: not-started."),
        (_UNSURE, "Write progress: at-risk."),
        (_LATE, "Write progress: off-track."),
        ("slipped", _SLIPPED),
        ("green", _GREEN),
        (f"{_DONE}, closed, blue, embedded, verified", f"{_CLOSED} Leave progress out: it is for open actions."),
        (_STOPPED, _STOP),
    ),
    Priority: _of(
        ("urgent, critical, immediate, very high, red, must, 1, p1, a", "Write priority: high."),
        ("normal, moderate, amber, should, 2, p2, b", "Write priority: medium."),
        ("green, minor, could, 3, p3, c", "Write priority: low."),
    ),
    Timescale: _of(
        ("short, immediate, urgent, quick win, now", "Write timescale: short-term."),
        ("long, strategic", "Write timescale: long-term."),
        ("medium, medium term, mid term", "There are two: write short-term where it is done within months."),
    ),
    FindingKind: _of(
        (
            "high, medium, low, urgent, critical, moderate, red, amber, green, minor, major",
            "How urgent it is stands at the action, as priority; kind says what the report called it.",
        ),
        ("regulatory breach, breach of regulation, regulation, non compliant", "Write kind: breach."),
        ("must do, requirement, required, mandatory", "Write kind: must."),
        ("should do, area for improvement, improvement, could", "Write kind: should."),
        ("advice, suggestion, advisory", "Write kind: recommendation."),
        ("internal, our own, self, self identified, self assessment, audit", "Write kind: own."),
    ),
    SourceKind: _of(
        (f"{_OF_CQC}, cqc, {', '.join(f'cqc {one}' for one in _OF_CQC.split(', '))}", _INSPECTED),
        (
            "council, local authority, la, commissioner, commissioners, icb, quality monitoring, contract, pamms",
            "Write kind: contract-monitoring.",
        ),
        ("fire risk assessment, fire service", "Write kind: fire."),
        ("internal audit, audits, spot check", "Write kind: audit."),
        ("self assessment, internal, our own", "Write kind: own."),
        ("mock, mock cqc", "Write kind: mock-inspection."),
    ),
    EvidenceType: _of(
        ("audit report, spot check, audits, checklist", "Write type: audit."),
        ("training, certificate, certificates, training matrix, matrix, competency", "Write type: training-record."),
        ("meeting, meeting minutes, meetings, notes", "Write type: minutes."),
        ("questionnaire, questionnaires, surveys", "Write type: survey."),
        ("picture, pictures, image, photograph, photographs, photos", "Write type: photo."),
        ("procedure, procedures, policies, protocol", "Write type: policy."),
        ("compliment, complaint, thank you card", "Write type: feedback."),
        ("spreadsheet, figures, dashboard, kpi", "Write type: data."),
    ),
    CheckResult: _of(
        (_GOOD, "Write result: holds."), (_MIDDLING, "Write result: partly."), (_BAD, "Write result: slipped.")
    ),
    Confidentiality: _of(
        (
            "confidential, private, secret, restricted, sensitive, internal, yes, true, withheld, not shown, hidden",
            "Write confidentiality: on-request.",
        ),
        ("public, open, not confidential, no, false, none, everyone", "Write confidentiality: shown."),
    ),
    EvidenceVerdict: _of(
        (_GOOD, "Write verdict: meets."),
        (_MIDDLING, "Write verdict: partly."),
        (_BAD, "Write verdict: does-not-meet."),
    ),
    Achieved: _of(
        (_GOOD, "Write verdict: achieved."), (_MIDDLING, "Write verdict: partly."), (_BAD, "Write verdict: not.")
    ),
    RiskStatus: _of(
        (f"{_DONE}, green, mitigated, gone", "Write status: closed."),
        (f"{_GOING}, {_UNSURE}, {_LATE}, live, monitoring", "Write status: open."),
    ),
    ServiceKind: _of(
        (
            (
                "nursing home, nursing, residential home, residential, residential care, residential care home, "
                "care home with nursing, care home without nursing, care home service, home"
            ),
            "Write kind: care-home.",
        ),
        (
            (
                "domiciliary care, domiciliary, domiciliary care agency, domiciliary care service, dom care, homecare, "
                "home care agency, homecare agency, care at home"
            ),
            "Write kind: home-care.",
        ),
        ("supported living service, independent living", "Write kind: supported-living."),
        ("extra care housing, housing with care", "Write kind: extra-care."),
        ("shared lives scheme, adult placement", "Write kind: shared-lives."),
        ("day centre, day center, day service, day care", "Write kind: day."),
    ),
    Rating: _of(
        ("ri", "Write requires-improvement."),
        ("o", "Write outstanding."),
        ("g", "Write good."),
        ("i", "Write inadequate."),
        ("unrated, no rating, none, insufficient evidence, n a, not applicable", "Write not-rated."),
    ),
}
"""For each closed list the words, folded, with the advice; a later row has the last word."""

_HOLDS = "holds, hold, holding, met, meets, meet, meeting, good, ok, okay, passed, compliant"
_DENIED: Mapping[type[Choice], Mapping[str, str]] = {
    Status: _of(("closed, complete, completed, done, finished, achieved, resolved, signed off", "Write status: open.")),
    RiskStatus: _of(("closed, mitigated, gone, resolved", "Write status: open.")),
    Achieved: _of((f"achieved, fully achieved, achieving, achieve, {_HOLDS}", "Write verdict: not.")),
    CheckResult: _of((_HOLDS, "Write result: slipped.")),
    EvidenceVerdict: _of((_HOLDS, "Write verdict: does-not-meet.")),
    Confidentiality: _of(
        ("shown, show, public, published, publish, for publication", "Write confidentiality: on-request.")
    ),
}
"""For each closed list the words that people say no to, where it is known what is so then: of `Not closed` `closed`."""
