"""`action-plans approve` and `family-check`: what a manager reads before families do."""

import json

from tests.project import Project
from tests.small_plans import FAMILY


def test_what_waits_is_shown_beside_what_staff_read(project: Project) -> None:
    """Each text that waits is shown whole, with the finding's own words beside it and the block to paste."""
    said = project.write({"plans/oak.yaml": FAMILY}).command("approve", "OAK").output

    assert "OAK/F1 Giving medicines safely: waits for approval." in said
    assert "Medicines were not always managed safely" in said
    assert "found: Some people did not get their medicines on time. (new)" in said
    assert "fingerprint: " in said


def test_an_approval_that_is_written_publishes_the_words(project: Project) -> None:
    """With --by the approval stands in the plan, comments are kept, and the next build publishes the topic."""
    project.write({"plans/oak.yaml": FAMILY.replace("findings:", "# as CQC wrote it\nfindings:")})

    written = project.command("approve", "--by", "RM")

    assert written.exit_code == 0, written.said
    assert "# as CQC wrote it" in project.read("plans/oak.yaml")
    assert project.build().exit_code == 0
    assert "Giving medicines safely" in project.read("site-family/index.html")
    assert "OAK/F1 Giving medicines safely: approved." in project.command("approve").output


def test_an_approval_of_what_is_held_back_says_so(project: Project) -> None:
    """What a guard holds back is signed and not published: the codes stand beside it, then and afterwards."""
    hard = FAMILY.replace("Some people did not get their medicines on time.", "A nurse was late in room 14.")
    written = project.write({"plans/oak.yaml": hard}).command("approve", "--by", "RM")
    assert "OAK/F1: approved; still held back by AP403." in written.output
    assert "OAK/F1 Giving medicines safely: approved; still held back by AP403." in project.command("approve").output


def test_a_change_since_the_approval_is_shown_word_by_word(project: Project) -> None:
    """After an approval in git, a changed word is shown as it went and came, and the topic is held back."""
    project.write({"plans/oak.yaml": FAMILY})
    project.command("approve", "--by", "RM")
    project.commit()
    changed = project.read("plans/oak.yaml").replace("medicines on time", "tablets on time")
    project.write({"plans/oak.yaml": changed})

    said = project.command("approve").output
    built = project.build()

    assert "did not get their [-medicines-] {+tablets+} on time." in said
    assert built.exit_code == 0, built.said
    assert "tablets on time" not in project.read("site-family/index.html")


def test_who_approves_must_have_a_role(project: Project) -> None:
    """An approval by a code that no role has is refused, and nothing is written."""
    project.write({"plans/oak.yaml": FAMILY})

    refused = project.command("approve", "--by", "XX")

    assert refused.exit_code == 2
    assert "XX is no role" in refused.said
    assert project.read("plans/oak.yaml") == FAMILY


def test_an_unknown_plan_is_answered(project: Project) -> None:
    """A plan that does not exist is answered with those that do."""
    refused = project.write({"plans/oak.yaml": FAMILY}).command("approve", "ELM")

    assert refused.exit_code == 2
    assert "There are: OAK." in refused.said


def test_hard_words_are_named_with_their_line(project: Project) -> None:
    """`family-check` names the file, the line, the word and what to write instead, and ends with 1."""
    hard = FAMILY.replace("Some people did not get their medicines on time.", "Some medication was not given on time.")

    checked = project.write({"plans/oak.yaml": hard}).command("family-check")

    assert checked.exit_code == 1
    line = next(line for line in checked.output.splitlines() if "medication" in line and "plans/oak.yaml" in line)
    assert "plans/oak.yaml:23" in line
    assert "medicine" in line


def test_plain_words_pass(project: Project) -> None:
    """`family-check` ends with 0 where nothing holds the words back, and says so as JSON too."""
    project.write({"plans/oak.yaml": FAMILY})

    checked = project.command("family-check", "--format", "json")

    assert checked.exit_code == 0, checked.said
    assert not any(page["held_back"] for page in json.loads(checked.output)["pages"])
