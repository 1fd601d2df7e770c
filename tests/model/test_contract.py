"""The records of the model hold the fields of the contract, and no others."""

import pytest

from action_plans.model.action import Action
from action_plans.model.action_parts import (
    Check,
    Pilot,
    Reopened,
    Resources,
    Revision,
    Signoff,
    Stopped,
    Task,
    Update,
)
from action_plans.model.evidence import Attachment, EvidenceLine, EvidenceNote
from action_plans.model.family import (
    ActionFamily,
    Approved,
    Complaining,
    FamilyContact,
    FamilyMeasure,
    FindingFamily,
    Meeting,
    OutsideHelp,
    PlanFamily,
    ServiceApproved,
    ServiceFamily,
    YouSaid,
)
from action_plans.model.finding import Finding, FindingKind
from action_plans.model.measure import Baseline, Better, Measure, Milestone, Reading, Risk, Score, Target
from action_plans.model.objective import Achieved, Objective, ObjectiveReview
from action_plans.model.people import Role
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import (
    Accepted,
    Approval,
    Communication,
    Feedback,
    Involved,
    Recognition,
    Scope,
    ScopeChange,
)
from action_plans.model.record import Choice, Record
from action_plans.model.service import Provider, Service, ServiceKind
from action_plans.model.source import Assessed, KeyQuestion, Rating, Ratings, Source, SourceKind

ANY_ITEM = "note extra"
EVIDENCE = (
    "title date kept category type by period sample result checked_by checked_on checked_sample verdict review_due "
    f"confidentiality {ANY_ITEM}"
)
CONTRACT: dict[type[Record], str] = {
    Plan: "format id title service version written next_review review_every summary framework sources next_assessment "
    "scope roles lead deputy author evidence_lead involved organisational_objectives objectives findings actions "
    f"measures milestones risks communications feedback recognition approvals accepted family {ANY_ITEM}",
    Source: "id kind title from reference account assessed published received response_due answered comply_by url "
    f"ratings carried_over {ANY_ITEM}",
    Ratings: "overall safe effective caring responsive well-led",
    Assessed: "days from to",
    Scope: "in out changes",
    ScopeChange: "date change reason approved_by",
    Role: "title name contact",
    Involved: "group date how",
    Objective: f"id statement attainable measures due expected_result aligns_with reviews {ANY_ITEM}",
    ObjectiveReview: "date verdict because",
    Communication: f"id audience message effect channel due done_on owner about {ANY_ITEM}",
    Feedback: f"date from said response changed {ANY_ITEM}",
    Recognition: f"date team who for milestone {ANY_ITEM}",
    Approval: f"date group decision version {ANY_ITEM}",
    Accepted: "code item words because until",
    Finding: "id title source kind text key_questions regulations other_law statements regulated_activities area "
    f"strengths root_cause people_affected keeping_safe repeats measures evidence family {ANY_ITEM}",
    Action: "id title owner due for description helpers timescale priority started revised progress depends_on "
    "milestone tasks measures resources done_when evidence checker check_due checks sustained_by pilots updates "
    f"status closed_on closed_by different_now lessons issues signoffs reopened stopped family {ANY_ITEM}",
    Revision: "date due reason by",
    Task: "what who by outcome report_to report_how report_by done_on",
    Resources: "needed available",
    Check: "date by sample result found",
    Pilot: "where from to prediction did studied decision measures",
    Update: "date by text",
    Signoff: "date by stage",
    Reopened: "date reason",
    Stopped: "date by because instead",
    Measure: f"id title area unit better method compare_as baseline targets readings {ANY_ITEM}",
    Baseline: "value date source",
    Target: "value by label",
    Reading: "date value n of note method",
    Milestone: f"id title due reached_on {ANY_ITEM}",
    Risk: f"id title cause effect likelihood impact mitigation contingency owner actions residual status {ANY_ITEM}",
    Score: "likelihood impact",
    EvidenceLine: EVIDENCE,
    EvidenceNote: f"format id supports attachments {EVIDENCE}",
    Attachment: "file title",
    Service: "format id name provider cqc_location cqc_provider kind places regulated_activities website roles family "
    f"{ANY_ITEM}",
    Provider: f"format name roles organisational_objectives {ANY_ITEM}",
    ServiceFamily: "name contact complain outside_help formats meetings languages words about approved",
    FamilyContact: "who name phone email post times",
    Complaining: "how answer_in then",
    OutsideHelp: "who what phone url",
    Meeting: "date time place how join",
    ServiceApproved: "by date fingerprint",
    Approved: "by date fingerprint seen",
    PlanFamily: "publish intro apology apology_by keeping_safe about_you next next_update you_said left_out approved",
    YouSaid: "said did month",
    FindingFamily: "publish title found why keeping_safe change how_we_will_know you visitors affected found_by "
    "measure approved",
    FamilyMeasure: "text before now of",
    ActionFamily: "text reason",
}
"""The contract, typed by hand from its text: never made from the model."""

WORDS: dict[type[Choice], str] = {
    SourceKind: "assessment inspection requirement-notice warning-notice conditions letter-of-intent "
    "information-request contract-monitoring safeguarding fire review audit mock-inspection incident complaint own",
    Rating: "outstanding good requires-improvement inadequate not-rated",
    KeyQuestion: "safe effective caring responsive well-led",
    FindingKind: "breach must should recommendation own",
    Better: "higher lower",
    Achieved: "achieved partly not",
    ServiceKind: "care-home home-care supported-living extra-care shared-lives day hospital ambulance other",
}


@pytest.mark.parametrize("record", CONTRACT, ids=lambda record: record.__name__)
def test_a_record_has_the_fields_of_the_contract(record: type[Record]) -> None:
    """Every field of the contract can be written, and nothing that it does not know."""
    written = {field.alias or name for name, field in record.model_fields.items() if not field.exclude}
    assert written == set(CONTRACT[record].split())


@pytest.mark.parametrize("choice", WORDS, ids=lambda choice: choice.__name__)
def test_a_closed_list_has_the_words_of_the_contract(choice: type[Choice]) -> None:
    """A closed list holds the contract's words."""
    assert {member.value for member in choice} == set(WORDS[choice].split())


@pytest.mark.parametrize(
    ("choice", "written", "meant"),
    [
        (Rating, "Requires improvement", Rating.REQUIRES_IMPROVEMENT),
        (Rating, "REQUIRES_IMPROVEMENT", Rating.REQUIRES_IMPROVEMENT),
        (Rating, " Good ", Rating.GOOD),
        (SourceKind, "Letter of intent", SourceKind.LETTER_OF_INTENT),
        (KeyQuestion, "Well led", KeyQuestion.WELL_LED),
        (ServiceKind, "Care  home", ServiceKind.CARE_HOME),
    ],
)
def test_words_of_a_closed_list_are_read_as_people_write_them(
    choice: type[Choice], written: str, meant: Choice
) -> None:
    """Case does not matter, and spaces, hyphens and underscores are alike."""
    assert choice(written) is meant


@pytest.mark.parametrize("written", ["", "-", "good enough", "requiresimprovement"])
def test_other_words_are_none(written: str) -> None:
    """What is not in the list, in whatever spelling, is not taken for something in it."""
    with pytest.raises(ValueError, match="is not a valid Rating"):
        Rating(written)
