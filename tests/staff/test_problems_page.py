"""The page of problems: all of them, by severity and file, answered ones apart, with help for each."""

from tests.project import Project
from tests.staff.edition import PLAN, made_of

ACCEPTED = "accepted: [{code: AP303, item: A1, because: The pharmacist is away, until: 2026-05-29}]\n"
LATE = PLAN.replace("2026-06-30", "2026-05-01")


def test_a_problem_shows_its_code_place_and_hint(project: Project) -> None:
    """A reader sees what is wrong, in which file and line, and gets to the help of its code."""
    made = made_of(project.write({"plans/oak.yaml": LATE}))
    page = made.pages["problems/"]
    assert 'href="../help/problems/index.html#ap303"' in page.html
    assert "plans/<wbr>oak.yaml:16" in page.html
    assert "ap303" in made.pages["help/problems/"].anchors


def test_an_answered_problem_stands_apart_with_reason_and_day(project: Project) -> None:
    """What a plan answers is not among the gaps; its reason and its last day are shown."""
    made = made_of(project.write({"plans/oak.yaml": LATE + ACCEPTED}))
    answered = made.said("problems/").split("Known, and answered in the plan with a reason.")[1]
    assert "Accepted until 29 May 2026: The pharmacist is away." in answered
    assert "A1 is 11 days late" not in made.said("problems/").split("Known, and answered")[0]


def test_the_page_is_there_when_no_plan_could_be_read(project: Project) -> None:
    """A preview of a project in which nothing can be read still says why."""
    made = made_of(project.write({"plans/oak.yaml": 'title: "no end\n'}))
    assert made.trace.portfolio.plans == ()
    assert "keeps this from being published" in made.said("problems/")
    assert "AP101" in made.said("problems/")


def test_what_people_write_is_never_markup_there(project: Project) -> None:
    """A message that quotes what was written shows it as text."""
    made = made_of(project.write({"plans/oak.yaml": PLAN.replace("owner: RM", "owner: <script>x</script>")}))
    assert "<script" not in made.pages["problems/"].html
    assert "&lt;script&gt;" in made.pages["problems/"].html


def test_with_nothing_wrong_the_page_says_so(project: Project) -> None:
    """No problem is a sentence, not an empty page."""
    fine = PLAN.replace("kind: must", "kind: must, keeping_safe: A nurse counts")
    made = made_of(project.write({"plans/oak.yaml": fine}))
    assert made.problems == ()
    assert "Nothing is wrong" in made.said("problems/")
