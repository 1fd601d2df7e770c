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

    assert page.count("Published Families read these words.") == 3
    assert "paste this below" not in page


def test_a_plan_that_says_nothing_to_families_links_to_no_such_page(project: Project) -> None:
    """The page is there and says so in a sentence; the plan's page has no link to it."""
    page = said(project.write({"plans/oak.yaml": OAK}))

    assert "Nothing is written for families yet." in page
    assert "/family/" not in project.read("site/plans/oak/index.html")


def test_the_services_words_and_facts_stand_there_too(project: Project) -> None:
    """What several plans share has an approval of its own; facts are listed as what needs none."""
    page = said(project.write({"plans/oak.yaml": FAMILY}))

    assert "For the service, in every plan" in page
    assert "Printed as well, without an approval:" in page
    assert "Contact: phone: 01632 960001" in page


def test_words_that_the_plan_lets_through_are_shown(project: Project) -> None:
    """Whoever approves sees which words an answer frees, and why."""
    plan = FAMILY.replace("Some people did not get their medicines on time.", "We meet in room 2 at the library.")
    accepted = 'accepted: [{code: AP403, item: F1, words: "room 2 at the library", because: It is public.}]\n'

    page = said(project.write({"plans/oak.yaml": plan + accepted}))

    assert "The plan lets through “room 2 at the library” (AP403), because: It is public." in page
    assert "Held back" not in page


def test_words_that_may_no_longer_be_true_stand_on_the_first_page(project: Project) -> None:
    """What keeps people safe was rewritten after the approval: the topic stays online, and the first page says so."""
    project.write({"plans/oak.yaml": FAMILY}).command("approve", "--by", "RM")
    changed = project.read("plans/oak.yaml").replace(
        "A nurse counts every medicine at each handover.", "Nobody counts."
    )
    project.write({"plans/oak.yaml": changed})

    page = said(project)

    assert "approved words may no longer be true" in page
    assert "approved words may no longer be true" in words(project.read("site/index.html"))
    assert "Giving medicines safely" in project.read("site-family/index.html")
    assert "no longer be true" not in project.read("site-family/index.html")


def test_topics_of_a_plan_that_says_nothing_to_families_are_not_said_to_wait_for_nothing(project: Project) -> None:
    """Approved, and never to appear: the page begins with what is held back, and the topic says what to write."""
    project.write({"plans/oak.yaml": FAMILY}).command("approve", "--by", "RM")
    project.write({"plans/oak.yaml": project.read("plans/oak.yaml").partition("\nfamily:\n")[0] + "\n"})

    page = said(project)

    assert "Nothing waits" not in page
    assert "One is held back." in page
    assert "topic OAK/F1 never appears: plan OAK itself does not say publish: true to families." in page
    assert "AP413" in project.command("approve").said
    assert "AP413" in project.command("check").said
    checked = project.command("family-check")
    assert (checked.exit_code, "never appears" in checked.said) == (1, True)


def test_what_families_are_owed_stands_on_the_first_page(project: Project) -> None:
    """A day not kept, and something late that nobody gave a reason for: the build passes, and staff are told."""
    plan = FAMILY.replace("  publish: true\n  intro", "  publish: true\n  next_update: 2026-04\n  intro").replace(
        "due: 2026-06-24\n    started: 2026-05-01", "due: 2026-03-31"
    )
    project.write({"plans/oak.yaml": plan}).command("approve", "--by", "RM")

    page = said(project)
    first = words(project.read("site/index.html"))

    for told in (page, first):
        assert "Families were told that their pages change by April 2026." in told
        assert "A1 is late, and families are told that we have not said why yet." in told
    assert "Everything goes to plan" not in first
