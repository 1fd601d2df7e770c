"""The page of a plan's flow: the picture, what it shows, the same as a list; findings for too many actions."""

from tests.project import Project
from tests.staff.edition import PLAN, made_of

HEAD = PLAN.split("actions:")[0]


def chain(count: int, *, waiting: bool = True) -> str:
    """Return a plan of so many actions for one finding, each waiting for the one before it."""
    lines = []
    for number in range(1, count + 1):
        after = f", depends_on: A{number - 1}" if waiting and number > 1 else ""
        lines.append(f"  - {{id: A{number}, title: Step, for: F1, owner: RM, due: 2026-07-31{after}}}\n")
    return f"{HEAD}actions:\n{''.join(lines)}"


def test_the_list_says_the_same_as_the_picture(project: Project) -> None:
    """Whoever does not see the picture reads each step with what it comes after and before."""
    said = made_of(project.write({"plans/oak.yaml": chain(3)})).said("plans/oak/flow/")
    assert "The longest chain has three steps: A1, A2 and A3." in said
    assert "A2 Step : not started, after A1, before A3" in said


def test_up_to_forty_actions_are_drawn_one_by_one(project: Project) -> None:
    """A picture of forty actions shows each of them, and no finding in their place."""
    html = made_of(project.write({"plans/oak.yaml": chain(40)})).pages["plans/oak/flow/"].html
    drawn = html.partition("<svg")[2].rpartition("</svg>")[0]
    assert "/actions/a40/" in drawn
    assert "/findings/" not in drawn


def test_beyond_forty_actions_the_findings_stand_for_them(project: Project) -> None:
    """A picture of 41 actions could not be read: the page says so and leads to the findings."""
    made = made_of(project.write({"plans/oak.yaml": chain(41)}))
    assert "41 actions are too many for one picture" in made.said("plans/oak/flow/")
    assert "../../../plans/oak/findings/f1/" in made.pages["plans/oak/flow/"].html


def test_of_more_findings_than_a_picture_holds_all_are_listed(project: Project) -> None:
    """With 61 findings nothing is drawn: the list has each, with what it waits for, and the page says so."""
    numbers = range(2, 62)
    plan = HEAD + "".join(f"  - {{id: F{n}, title: Gap, source: CQC26, kind: must}}\n" for n in numbers) + "actions:\n"
    for number in range(1, 62):
        after = f", depends_on: A{number - 1}" if number > 1 else ""
        plan += f"  - {{id: A{number}, title: Step, for: F{number}, owner: RM, due: 2026-07-31{after}}}\n"
    made = made_of(project.write({"plans/oak.yaml": plan}))
    assert "<svg" not in made.pages["plans/oak/flow/"].html
    said = made.said("plans/oak/flow/")
    assert "Each says what it waits for." in said
    assert "F61 Gap" in said
    assert "after F60" in said


def test_findings_drawn_for_actions_are_told_by_their_actions(project: Project) -> None:
    """Where findings stand in the picture, the words still tell of actions: their chain, their roles, their proof."""
    two = f"{HEAD}  - {{id: F2, title: Rounds were late, source: CQC26, kind: must}}\nactions:\n"
    for number in range(1, 42):
        after = f", depends_on: A{number - 1}" if number > 1 else ""
        said = f"for: F{1 + number // 30}, owner: {'RM' if number % 2 else 'DM'}, due: 2026-07-31{after}"
        two += f"  - {{id: A{number}, title: Step, {said}}}\n"
    page = made_of(project.write({"plans/oak.yaml": two})).said("plans/oak/flow/")
    assert (
        "The longest chain of actions has 41 steps: A1, A2, A3, A4, A5, A6, A7, A8, A9, A10, A11, A12 and 29 more."
        in page
    )
    assert (
        "Work passes from one role to another 40 times, most often from deputy manager to registered manager." in page
    )
    assert "Chains that end in no evidence yet: A41." in page


def test_where_nothing_waits_the_page_says_so(project: Project) -> None:
    """Actions without an order are listed without a picture."""
    made = made_of(project.write({"plans/oak.yaml": chain(2, waiting=False)}))
    assert "No action of this plan waits for another." in made.said("plans/oak/flow/")
    assert "<svg" not in made.pages["plans/oak/flow/"].html


def test_findings_that_wait_for_each_other_lose_no_arrow(project: Project) -> None:
    """What would close a circle is not drawn; description, list and the words under the picture tell it."""
    two = f"{HEAD}  - {{id: F2, title: Rounds were late, source: CQC26, kind: must}}\nactions:\n"
    for number in range(1, 42):
        after = f", depends_on: A{number - 1}" if number > 1 else ""
        two += f"  - {{id: A{number}, title: Step, for: F{1 + number % 2}, owner: RM, due: 2026-07-31{after}}}\n"
    made = made_of(project.write({"plans/oak.yaml": two}))
    said, html = made.said("plans/oak/flow/"), made.pages["plans/oak/flow/"].html
    first, other = ("F1", "F2") if "F1 leads to F2." in said else ("F2", "F1")
    told = f"Not drawn, since it would close a circle: {first} also waits for {other}."
    assert f"{first} leads to {other}." in said
    assert told in html.partition("<desc")[2].partition("</desc>")[0]
    assert told in html.rpartition("</svg>")[2]
    assert f"before {other}, also waits for {other}" in said.partition("The same as a list")[2]
    assert "The longest chain of findings" not in said
