"""The pages of risks, messages, what was learned and what is closed."""

import re

import pytest

from tests.project import Project
from tests.staff.edition import PLAN, Made, made_of
from tests.staff.reading_html import section, words


def made(project: Project, more: str = "", actions: str = "", written: str = PLAN) -> Made:
    """Make the plan with more fields, and more actions after A1."""
    return made_of(project.write({"plans/oak.yaml": f"{written}{actions}{more}"}))


RISK = """\
risks:
  - id: R1
    title: Nurses leave
    cause: Pay
    effect: Gaps at night
    likelihood: 4
    impact: 4
    mitigation: A night rate
    contingency: Two day carers work nights
    owner: DM
    actions: A1
    residual: {likelihood: 2, impact: 4}
"""


def test_a_risk_says_what_its_lower_score_waits_for(project: Project) -> None:
    """The action that does not hold is named with its state, and the risk stands where it began."""
    site = made(project, RISK)
    said = site.said("plans/oak/risks/")
    assert "Now: likely, serious: very high (16)" in said
    assert "Hoped for: unlikely, serious: medium (8) 8 only once A1 holds: A1 not started." in said
    assert "One risk is open, and it is high or very high today: R1." in said


def test_an_earned_score_is_now_and_the_first_is_before(project: Project) -> None:
    """Once its action is closed, shown and holding, a risk stands at its lower score."""
    held = PLAN + (
        "    closed_on: 2026-04-30\n    checks: {date: 2026-05-06, by: QL, sample: Ten sheets, result: holds}\n"
    )
    said = made(project, RISK, written=held).said("plans/oak/risks/")
    assert "Now: unlikely, serious: medium (8) Before: likely, serious: very high (16)" in said
    assert "only once" not in said
    assert "medium R1" in said
    assert "very high R1 before" in said


def test_each_cell_of_the_matrix_has_a_word(project: Project) -> None:
    """No cell tells how high it is by its colour alone."""
    html = made(project, RISK).pages["plans/oak/risks/"].html
    cells = re.findall(r'<td class="band [\w-]+" data-impact="([^"]+)"><span class="word">([^<]+)</span>', html)
    assert len(cells) == 25
    assert {word for _, word in cells} == {"low", "medium", "high", "very high"}


def test_a_risk_without_scores_or_actions_is_shown_all_the_same(project: Project) -> None:
    """Nothing is asked for, and there is no matrix of nothing."""
    site = made(project, "risks: {id: R1, title: The map is wrong, note: Ask the makers}\n")
    said = site.said("plans/oak/risks/")
    assert "R1 The map is wrong Nobody watches it yet Ask the makers Not scored yet" in said
    assert "risk-matrix" not in site.pages["plans/oak/risks/"].html
    assert "If it happens" not in said


def test_a_hope_that_nothing_stands_for_is_called_one(project: Project) -> None:
    """A lower score without an action reads as a hope."""
    said = made(project, RISK.replace("    actions: A1\n", "")).said("plans/oak/risks/")
    assert "8 is a hope: no action stands for it." in said


def test_the_page_of_a_risk_is_where_others_lead_to(project: Project) -> None:
    """An action links to the register, and the register back."""
    site = made(project, RISK)
    assert 'href="../../../../plans/oak/risks/index.html#r1"' in site.pages["plans/oak/actions/a1/"].html
    assert 'href="../../../plans/oak/actions/a1/index.html"' in site.pages["plans/oak/risks/"].html


MESSAGES = """\
communications:
  - {id: C1, audience: Families, message: What was found, effect: They may ask, channel: Letter, due: 2026-05-01}
  - {audience: Staff, message: Their own part, due: 2026-05-20}
  - {audience: The council, message: What changed}
  - {id: C4, audience: CQC, message: Report on actions, due: 2026-04-20, done_on: 2026-04-14, about: [F1, A1]}
"""


def test_messages_to_come_stand_before_those_sent_the_latest_first(project: Project) -> None:
    """Each has a word for how it stands, with how late it is."""
    said = made(project, MESSAGES).said("plans/oak/communications/")
    assert "Three messages are still to be sent, one was sent. One is late." in said
    states = re.findall(r"Late due 1 May 2026, 11 days late|Due soon due 20 May 2026|No date|Sent 14 April 2026", said)
    assert states == [
        "Late due 1 May 2026, 11 days late", "Due soon due 20 May 2026", "No date", "Sent 14 April 2026",
    ]  # fmt: skip


def test_a_message_leads_to_what_it_is_about(project: Project) -> None:
    """And its row can be linked to, with an id or without."""
    page = made(project, MESSAGES).pages["plans/oak/communications/"]
    assert {"c1", "message-2", "message-3", "c4"} <= page.anchors
    for there in ("findings/f1/", "actions/a1/"):
        assert f'href="../../../plans/oak/{there}index.html"' in page.html


FEEDBACK = """\
feedback:
  - {date: 2026-04-01, from: Families' group, said: Ring before, response: We do now, changed: A1}
  - {date: 2026-03-01, from: Night team, said: The rota comes late}
"""


def test_what_people_said_is_answered_at_a_glance(project: Project) -> None:
    """How many spoke, how many were answered, what changed; what is not answered stands first."""
    site = made(project, FEEDBACK)
    said = site.said("plans/oak/learning/")
    assert "People told us something twice; we answered one; one of them changed the plan. One is not answered" in said
    rows = section(site.pages["plans/oak/learning/"].html, "said")
    assert rows.index("Night team") < rows.index("Families' group")
    assert "“The rota comes late” Not answered yet Nothing yet" in rows
    assert "“Ring before” We do now A1 Count medicines each day" in rows


def test_a_small_test_is_told_as_plan_do_study_act(project: Project) -> None:
    """In this order, with what was decided, or that nothing is."""
    pilots = (
        "    pilots:\n"
        "      - {where: Ground floor, from: 2026-03-16, prediction: It takes ten minutes, did: Five days,"
        " studied: Eight minutes, decision: adopt}\n"
        "      - {where: First floor, prediction: The same}\n"
    )
    said = section(made(project, written=PLAN + pilots).pages["plans/oak/learning/"].html, "tests")
    assert "Plan It takes ten minutes Do Five days Study Eight minutes Act Adopted" in said
    assert "Plan The same Do Not written Study Not written Act Not decided yet" in said


def test_lessons_thanks_and_who_took_part_are_there(project: Project) -> None:
    """Each with its action, milestone, or group."""
    more = (
        "milestones: {id: MS1, title: Nights covered, due: 2026-03-31, reached_on: 2026-03-30}\n"
        "recognition: {date: 2026-04-01, who: DM, for: Every sheet read, milestone: MS1}\n"
        "involved: {group: Night team, date: 2026-03-10, how: Met after the shift}\n"
    )
    said = made(project, more, written=PLAN + "    lessons: Count with both shifts\n").said("plans/oak/learning/")
    for part in (
        "A1 Count medicines each day Not started Count with both shifts",
        "Deputy manager 1 April 2026 Every sheet read MS1 Nights covered",
        "MS1 Nights covered 30 March 2026, due 31 March 2026",
        "Night team 10 March 2026 Met after the shift",
    ):
        assert part in said


CLOSED = """\
  - {id: A2, title: Watch rounds, for: F1, owner: DM, due: 2026-04-10, closed_on: 2026-04-10, closed_by: DM,
     different_now: Nobody signs first, check_due: 2026-04-24, checker: QL, signoffs: {date: 2026-04-11, by: CQC},
     evidence: {title: Sheets, date: 2026-04-09}}
  - {id: A3, title: Lay out the trolley, for: F1, owner: DM, due: 2026-04-10, closed_on: 2026-04-10,
     checks: {date: 2026-05-06, by: QL, sample: Two trolleys, result: slipped, found: One was empty}}
  - {id: A4, title: Buy a course, for: F1, owner: DM, due: 2026-04-10,
     stopped: {date: 2026-04-01, by: RM, because: Nobody used it, instead: [A2, The council's training]}}
"""


def test_the_closed_page_tells_proof_checks_and_what_is_different(project: Project) -> None:
    """No number of closed actions stands without what does not hold."""
    said = made(project, actions=CLOSED).said("plans/oak/closed/")
    assert "Of four actions two are closed: none verified by someone independent, one slipped, one not checked." in said
    assert "A2 Watch rounds 10 April 2026, Deputy manager Not checked Nobody signs first" in said
    assert "Check by Quality lead was due 24 April 2026: 18 days late CQC, 11 April 2026" in said
    assert "A3 Lay out the trolley 6 May 2026 Slipped One was empty Quality lead Slipped" in said


def test_what_was_stopped_says_what_stands_instead(project: Project) -> None:
    """With its state, and words where it is no action of a plan."""
    said = section(made(project, actions=CLOSED).pages["plans/oak/closed/"].html, "stopped")
    assert "1 April 2026, Registered manager Nobody used it A2 Watch rounds Not checked The council's training" in said


@pytest.mark.parametrize("page", ["risks", "communications", "learning", "closed"])
def test_a_page_that_nothing_fills_says_so_and_is_not_linked(project: Project, page: str) -> None:
    """It exists, since its address may be known, and no menu names it."""
    site = made(project)
    assert len(site.said(f"plans/oak/{page}/")) > 60
    assert not any(f"/{page}/" in other.html for other in site.pages.values() if other.address != f"plans/oak/{page}/")


def test_no_page_counts_closed_actions_without_what_does_not_hold(project: Project) -> None:
    """Wherever a number of closed actions is printed, those that slipped are told in the same breath."""
    site = made(project, actions=CLOSED)
    counted = [
        (address, match[0])
        for address in site.pages
        for match in re.finditer(r"\b(?:two|2)(?: of \d)?(?: actions)?(?: are)? closed\b.{0,80}", _told(site, address))
    ]
    assert {address for address, _ in counted} >= {"plans/", "plans/oak/", "plans/oak/board/", "plans/oak/closed/"}
    assert [one for one in counted if not re.search(r"slipped|not hold", one[1])] == []


def _told(site: Made, address: str) -> str:
    """Return the words of a page without those in its drawings, which say one thing at each place."""
    return words(re.sub(r"<svg.*?</svg>", "", site.pages[address].html, flags=re.DOTALL))
