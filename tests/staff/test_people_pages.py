"""The pages of people: who has what to do, each role's hand-out, and the same over several services."""

from tests.builders import a_plan, traced
from tests.project import Project
from tests.staff.edition import Made, made_of
from tests.staff.page_making import action, context_of
from tests.staff.reading_html import Reading, faults, in_order, section

PLAN = """\
id: {id}
title: Improvement plan
service: {service}
lead: RM
roles: {{RM: {{title: Registered manager, name: Robin Example, contact: rm@example.org}}, DM: Deputy manager, CK: Cook}}
findings: [{{id: F1, title: Medicines were not counted, kind: own}}]
risks:
  - {{id: R1, title: Nobody applies, owner: DM, mitigation: A second advert, contingency: Agency staff}}
milestones: [{{id: MS1, title: Safe nights, due: 2026-06-30}}]
communications:
  - {{audience: Families, message: What has changed, due: 2026-05-20, owner: RM, channel: Letter, effect: They can ask}}
  - {{audience: Agency, message: New rules}}
actions:
  - id: A1
    title: Count medicines each day
    for: F1
    owner: RM
    due: 2026-04-30
    done_when: Every count of four weeks is right
    helpers: DM
    checker: Westshire Pharmacy Team
    check_due: 2026-06-10
    tasks:
      - {{what: Watch the night round, who: DM, by: 2026-05-20, outcome: Both rounds watched, report_to: RM,
         report_how: At the Thursday handover, report_by: 2026-05-21}}
"""


def made(project: Project, *services: str) -> Made:
    """Return the edition of a plan for each of some services."""
    files = {f"plans/{name.split()[0].lower()}.yaml": _plan(name) for name in services or ("Oakfield House",)}
    return made_of(project.write(files))


def _plan(service: str) -> str:
    return PLAN.format(id=service.split(maxsplit=1)[0].upper(), service=service)


def test_the_first_sentence_says_who_has_most(project: Project) -> None:
    """Who is overloaded is answered before any figure: what is late, then what is due this month."""
    said = made(project).said("people/")
    assert list(in_order(said, "The registered manager has one thing late.", "Nobody has more than one thing")) == []


def test_each_role_stands_beside_the_others(project: Project) -> None:
    """A row a role with marks and the same figures; columns that nobody fills go; who has nothing is named."""
    page = made(project).pages["people/"]
    rows = page.html.split("<tr")
    assert [row.count('class="late"') for row in rows if 'id="role-rm"' in row or 'id="role-dm"' in row] == [1, 0]
    assert [row.count('class="month"') for row in rows if 'id="role-rm"' in row or 'id="role-dm"' in row] == [1, 1]
    assert "Checks</th>" not in page.html
    assert "Later</th>" not in page.html
    assert "Nothing is theirs now: Cook" in made(project).said("people/")


def test_bodies_outside_and_what_nobody_has_are_named(project: Project) -> None:
    """The pharmacy's check and the message without an owner are on the page, each in its place."""
    html = made(project).pages["people/"].html
    assert "Westshire Pharmacy Team" in section(html, "outside")
    assert "To Agency: New rules" in section(html, "nobody")


def test_a_hand_out_says_what_by_when_how_and_to_whom(project: Project) -> None:
    """The deputy's sheet: the task with its outcome and whom to tell, where to help, which risk to watch."""
    html = made(project).pages["people/dm/"].html
    expected = (
        "Watch the night round", "20 May 2026", "Both rounds watched",
        "Tell the registered manager, by 21 May 2026: At the Thursday handover.",
    )  # fmt: skip
    assert list(in_order(section(html, "do"), *expected)) == []
    assert "Count medicines each day" in section(html, "help")
    assert list(in_order(section(html, "risks"), "R1", "A second advert.", "If it happens: Agency staff.")) == []


def test_late_comes_first_and_says_how_late(project: Project) -> None:
    """The manager's sheet begins with what has passed, then the letter, with what it means for whom."""
    html = made(project).pages["people/rm/"].html
    expected = ("A1", "Late", "30 April 2026", "12 days late", "Westshire Pharmacy Team checks, by 10 June 2026",
                "To Families: What has changed", "They can ask", "Letter")  # fmt: skip
    assert list(in_order(section(html, "do"), *expected)) == []
    assert "Both rounds watched" in section(html, "told")
    assert "Safe nights" in section(html, "milestones")
    assert list(in_order(section(html, "role"), "leads it", "Robin Example", "rm@example.org")) == []


def test_what_slipped_says_since_when_and_what_to_do(project: Project) -> None:
    """Closed and not holding: the sheet says when that was found, and what mends it."""
    plan = _plan("Oakfield House").replace("    check_due: 2026-06-10\n", "")
    plan += "    closed_on: 2026-04-20\n    checks: {date: 2026-05-06, by: DM, result: slipped}\n"
    html = made_of(project.write({"plans/oakfield.yaml": plan})).pages["people/rm/"].html
    assert list(in_order(section(html, "do"), "Slipped", "found on 6 May 2026", "Open it again")) == []
    assert "Slipped" in section(html, "closed")


def test_a_role_without_anything_has_a_page_that_says_so(project: Project) -> None:
    """It exists, since addresses are for ever, and offers no empty calendar."""
    page = made(project).pages["people/ck/"]
    assert "Nothing is yours to do now." in page.html
    assert "due.ics" not in page.html


def test_over_several_services_it_is_said_what_is_counted(project: Project) -> None:
    """All that is to be done is more than late actions, of which the page of services tells: both are named."""
    page = made(project, "Oakfield House", "Elm Lodge").pages["people/"].html
    said = " ".join(page.split())

    assert "Counted is all that somebody has to do: actions, tasks, checks" in said
    assert "counts late actions alone" in said
    assert "../services/index.html" in Reading(page).links


def test_with_several_services_the_top_leads_to_each(project: Project) -> None:
    """The service where most is late comes first; each role has a page over all and one at each service."""
    one = made(project, "Oakfield House", "Elm Lodge")
    assert {"services/elm-lodge/people/", "services/oakfield-house/people/rm/"} <= set(one.pages)
    top = one.pages["people/"]
    assert list(in_order(one.said("people/"), "Most is late at", "Service")) == []
    assert "services/elm-lodge/people/" in " ".join(Reading(top.html).links)
    links = " ".join(Reading(one.pages["people/rm/"].html).links)
    assert "services/elm-lodge/people/rm/" in links
    assert "services/oakfield-house/people/rm/" in links
    assert "Elm Lodge" in one.said("services/elm-lodge/people/rm/")


def test_people_stand_between_the_plan_and_the_ways_in(project: Project) -> None:
    """The main navigation has a word for them."""
    words = [page.nav for page in made(project).pages.values() if page.nav is not None]
    assert words[words.index("People") - 1 : words.index("People") + 2] == ["Plan", "People", "By key question"]


def test_the_pages_are_whole_and_escape_what_is_hostile(project: Project) -> None:
    """No element is left open, and nothing that people wrote is taken as HTML."""
    hostile = _plan("Oakfield House").replace("What has changed", "<script>alert(1)</script>")
    hostile = hostile.replace("Deputy manager", "<b>Deputy</b>")
    edition = made_of(project.write({"plans/oakfield.yaml": hostile}))
    for address in ("people/", "people/rm/", "people/dm/", "plans/oakfield/actions/"):
        assert [fault for fault in faults(edition.pages[address].html) if fault != "<form>"] == [], address
        assert "<script>" not in edition.pages[address].html


def test_without_a_plan_there_is_a_sentence(project: Project) -> None:
    """The page exists before anything is written."""
    (project.folder / "plans").mkdir(exist_ok=True)
    assert "There is no plan yet." in made_of(project).said("people/")


def test_a_role_that_is_named_leads_to_its_page() -> None:
    """From any page, by code, title or name; with several services to the service's own; bodies outside have none."""
    assert "../../../../people/rm/index.html" in Reading(action(traced())).links
    here = context_of(traced()).at("plans/oak/actions/a1/")
    plan = here.context.plans[0]
    found = [here.role(plan, written) for written in ("QL", "the quality lead", "Quinn Example")]
    there = "../../../../people/ql/index.html"
    assert [(link.title, link.href) for link in found if link] == [("Quality lead", there)] * 3
    assert here.role(plan, "Westshire Council") is None
    assert here.role(plan, None) is None
    several = context_of(traced(a_plan(), a_plan(id="ELM", service="Elm Lodge"))).at("")
    link = several.role(several.context.plans[1], "RM")
    assert link is not None
    assert link.href == "services/elm-lodge/people/rm/index.html"
