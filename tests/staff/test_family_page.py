"""Read before you approve: texts for families beside what the plan says, what changed, what holds them back."""

import re

from tests.project import Project
from tests.small_plans import FAMILY, OAK
from tests.staff.edition import words

PAGE = "site/plans/oak/family/index.html"


def said(project: Project) -> str:
    """Build, and return the words of the page."""
    built = project.build()
    assert built.exit_code == 0, built.said
    found = re.search(r"(?s)<article.*</article>", project.read(PAGE))
    assert found is not None
    return words(found[0])


def test_a_topic_stands_beside_its_finding(project: Project) -> None:
    """Each text that waits is shown with what the plan says in its place, its state, and the block to paste."""
    page = said(project.write({"plans/oak.yaml": FAMILY}))

    assert "Title Giving medicines safely Medicines were not always managed safely" in page
    assert "Found Some people did not get their medicines on time." in page
    assert "Waits Families do not see these words until someone approves them." in page
    assert "approved: by: RM" in page
    assert "Telling us a worry will never change how we treat you or your relative." in page


def test_what_holds_a_topic_back_is_named(project: Project) -> None:
    """A topic with a room number in it says so, with the place, and is held back."""
    plan = FAMILY.replace("Some people did not get their medicines on time.", "The bell in room 14 did not ring.")

    page = said(project.write({"plans/oak.yaml": plan}))

    assert "Held back Families do not see this until what follows is put right." in page
    assert "holds what looks like a room or bed number" in page


def test_a_change_since_the_approval_is_marked_word_by_word(project: Project) -> None:
    """After an approval in git, words that went and came are marked as such."""
    project.write({"plans/oak.yaml": FAMILY})
    project.command("approve", "--by", "RM")
    project.commit()
    project.write({"plans/oak.yaml": project.read("plans/oak.yaml").replace("medicines on time", "tablets on time")})

    said(project)

    assert "<del>medicines</del> <ins>tablets</ins> on time." in project.read(PAGE)


def test_what_is_approved_says_so(project: Project) -> None:
    """Approved words are published, with their fingerprint and no block."""
    project.write({"plans/oak.yaml": FAMILY}).command("approve", "--by", "RM")

    page = said(project)

    assert page.count("Published Families read these words.") == 2
    assert "paste this below" not in page


def test_a_plan_that_says_nothing_to_families_links_to_no_such_page(project: Project) -> None:
    """The page is there and says so in a sentence; the plan's page has no link to it."""
    page = said(project.write({"plans/oak.yaml": OAK}))

    assert "Nothing is written for families yet." in page
    assert "/family/" not in project.read("site/plans/oak/index.html")
