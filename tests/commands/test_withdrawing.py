"""A withdrawal always goes through: it only takes away, and nothing else that is wrong keeps it from families."""

import shutil

import pytest

from tests.project import MKDOCS_YML, Project
from tests.small_plans import FAMILY

ELM = FAMILY.replace("id: OAK", "id: ELM").replace("name: Oakfield House", "name: Elm Court")
SECOND = """\
  - id: F2
    title: Meals were cold
    family:
      publish: true
      title: Warm meals
      found: Some meals were not warm.
"""
"""A second topic of the plan."""

TITLE, OTHER = "Giving medicines safely", "Warm meals"
WARNING = "id: BIRCH\ntitle: Another plan\nservice: Birch House\nroles: {RM: Registered manager}\nactions:\n  - {id: A1, title: Improve it, owner: RM, checker: RM, due: 2026-07-01, done_when: It is so}\n"  # noqa: E501 -- a whole plan
"""A plan with warnings."""

BROKEN = "id: BIRCH\ntitle: [\n"


def online(project: Project) -> Project:
    """Write a plan with two topics, approve and publish it, and make it a version."""
    project.write({"plans/oak.yaml": FAMILY.replace("actions:", f"{SECOND}actions:")})
    assert project.command("approve", "--by", "RM").exit_code == 0
    built = project.build()
    assert built.exit_code == 0, built.said
    assert TITLE in project.read("site-family/index.html")
    assert OTHER in project.read("site-family/index.html")
    project.commit()
    return project


def take_back(project: Project) -> None:
    """Say `publish: false` of the first topic."""
    text = project.read("plans/oak.yaml")
    at = text.index("publish: true")
    project.write({"plans/oak.yaml": f"{text[:at]}publish: false{text[at + len('publish: true') :]}"})


@pytest.mark.parametrize("beside", [WARNING, BROKEN], ids=["a warning", "a file that cannot be read"])
@pytest.mark.parametrize("is_committed", [False, True])
def test_a_topic_is_taken_down_whatever_stands_beside_it(project: Project, beside: str, is_committed: bool) -> None:
    """The build stops and says first and last what is withdrawn and how; the command takes it down and nothing else."""
    online(project)
    take_back(project)
    project.write({"plans/birch.yaml": beside})
    if is_committed:
        project.commit("Taken back", date="2026-05-02T12:00:00Z")

    stopped = project.build()

    assert stopped.exit_code == 1
    said = [line for line in stopped.errors.splitlines() if line.strip() and not line.startswith("Aborted")]
    assert f"{TITLE} (OAK/F1)" in next(line for line in said if "action_plans" in line or "Withdrawn" in line)
    assert "action-plans withdraw" in said[-1]
    assert TITLE in project.read("site-family/index.html")

    check = project.command("withdraw", "--check")
    assert check.exit_code == 0, check.said
    assert TITLE in project.read("site-family/index.html")
    done = project.command("withdraw")
    assert done.exit_code == 0, done.said
    assert f"Withdrawn: {TITLE} (OAK/F1)." in done.output
    assert TITLE not in project.read("site-family/index.html")
    assert OTHER in project.read("site-family/index.html")
    assert not list(project.family_site.rglob("giving-medicines*"))


def test_what_was_taken_back_stays_taken_back_when_the_next_version_cannot_be_read(project: Project) -> None:
    """A topic that an earlier broken version withdrew is not told again by a withdrawal from one broken more."""
    online(project)
    take_back(project)
    project.write({"plans/birch.yaml": BROKEN})
    project.commit("Taken back", date="2026-05-02T12:00:00Z")
    assert project.command("withdraw").exit_code == 0
    assert TITLE not in project.read("site-family/index.html")

    project.write({"plans/oak.yaml": "id: OAK\ntitle: [\n"})
    project.commit("Broken", date="2026-05-03T12:00:00Z")
    done = project.command("withdraw", "OAK/F2")

    assert done.exit_code == 0, done.said
    assert not list(project.family_site.rglob("giving-medicines*"))
    assert TITLE not in project.read("site-family/index.html")
    assert OTHER not in project.read("site-family/index.html")


UNREADABLE = "id: OAK\ntitle: [\n"


def test_what_was_taken_down_without_a_version_stays_down_when_its_file_cannot_be_read(project: Project) -> None:
    """No version of git knows of it: the folder does, and a withdrawal only takes away from that, too."""
    online(project)
    take_back(project)
    project.write({"plans/birch.yaml": BROKEN})
    assert project.command("withdraw").exit_code == 0
    project.write({"plans/oak.yaml": UNREADABLE})
    done = project.command("withdraw")

    assert done.exit_code == 0, done.said
    assert f"Not told again, since the families' folder does not hold it: {TITLE} (OAK/F1)." in done.output
    assert f"Still told: what plan OAK says (OAK), {OTHER} (OAK/F2)." in done.output
    assert not list(project.family_site.rglob("giving-medicines*"))
    assert TITLE not in project.read("site-family/index.html")
    assert OTHER in project.read("site-family/index.html")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  publish: true\n  intro", "  publish: false\n  intro"),
        ("  intro: CQC told us to do better. This site tells you what we are doing.\n", ""),
        ("phone: 01632 960001", "times: 9am to 5pm"),
        ("We watch how each nurse gives medicines.", "We watch each nurse at work."),
    ],
    ids=["a plan", "an intro", "a fact of the contact", "the words of an action"],
)
def test_nothing_else_that_is_gone_from_the_folder_comes_back(project: Project, old: str, new: str) -> None:
    """What a plan says, a number, other words: not in the folder, and so not told again from an older version."""
    online(project)
    text = project.read("plans/oak.yaml")
    assert old in text
    project.write({"plans/oak.yaml": text.replace(old, new)})
    project.command("approve", "--by", "RM")
    assert project.build().exit_code == 0
    gone = {"publish: true": "This site tells you", "intro": "This site tells you", "phone": "960001"}
    word = next((said for name, said in gone.items() if name in old), "We watch how each nurse")
    project.write({"plans/oak.yaml": UNREADABLE})
    assert project.command("withdraw").exit_code == 0
    pages = [page.read_text(encoding="utf-8") for page in project.family_site.rglob("*.html")]
    assert not [page for page in pages if word in page]
    assert any(OTHER in page for page in pages) is ("publish: true" not in old)


def test_where_no_folder_lies_git_alone_says_what_stays(project: Project) -> None:
    """As on a forge, which begins with a fresh copy; another folder of that name holds nothing of families'."""
    online(project)
    take_back(project)
    for own in (None, "<html><head></head><body>Mine</body></html>"):
        shutil.rmtree(project.family_site)
        if own is not None:
            project.write({"site-family/index.html": own})
        done = project.command("withdraw", "--check")
        assert f"Would withdraw: {TITLE} (OAK/F1)." in done.output
        assert f"Still told: what plan OAK says (OAK), {OTHER} (OAK/F2)." in done.output
        project.command("withdraw")


def test_a_slip_is_no_withdrawal(project: Project) -> None:
    """A typing mistake in the plan takes nothing back: `--check` ends with 1, and the pages stay as they were."""
    online(project)
    before = project.read("site-family/index.html")
    text = project.read("plans/oak.yaml")
    for slip in (
        text.replace("publish: true", "publsh: true", 1),
        f"{text}\n  broken: [\n",
        text.replace("id: F1", "id: F 1"),
    ):
        project.write({"plans/oak.yaml": slip})
        stopped = project.build()
        assert stopped.exit_code == 1
        assert "Withdrawn" not in stopped.said
        checked = project.command("withdraw", "--check")
        assert checked.exit_code == 1, checked.said
    assert project.command("withdraw").exit_code == 0
    assert project.read("site-family/index.html") == before


def test_a_finding_that_is_gone_is_withdrawn(project: Project) -> None:
    """Removed from a file that can be read, beside a warning elsewhere."""
    online(project)
    text = project.read("plans/oak.yaml")
    project.write({"plans/oak.yaml": text[: text.index("  - id: F2")] + text[text.index("actions:") :]})
    project.write({"plans/birch.yaml": WARNING})
    assert f"{OTHER} (OAK/F2)" in project.build().said
    assert project.command("withdraw").exit_code == 0
    assert OTHER not in project.read("site-family/index.html")
    assert TITLE in project.read("site-family/index.html")


def test_a_plan_that_says_no_more_takes_its_topics_with_it(project: Project) -> None:
    """`publish: false` of a plan beside a warning elsewhere: all that it said is taken down."""
    online(project)
    text = project.read("plans/oak.yaml")
    at = text.rindex("publish: true")
    project.write({"plans/oak.yaml": f"{text[:at]}publish: false{text[at + len('publish: true') :]}"})
    project.write({"plans/birch.yaml": WARNING})
    assert project.build().exit_code == 1
    assert project.command("withdraw").exit_code == 0
    assert TITLE not in project.read("site-family/index.html")
    assert "There is nothing here yet" in project.read("site-family/index.html")


def test_a_topic_of_a_file_that_cannot_be_read_is_taken_down_by_name(project: Project) -> None:
    """REF names it; a name that families are told nothing of is answered with those that they are."""
    online(project)
    project.write({"plans/oak.yaml": project.read("plans/oak.yaml") + "\n  broken: [\n"})
    refused = project.command("withdraw", "F9")
    assert refused.exit_code == 2
    assert "There are: OAK, OAK/F1, OAK/F2." in refused.said
    assert project.command("withdraw", "OAK/F1").exit_code == 0
    assert TITLE not in project.read("site-family/index.html")
    assert OTHER in project.read("site-family/index.html")


def test_nothing_new_is_told_by_a_withdrawal(project: Project) -> None:
    """Topics that the newest version tells for the first time, beside its warnings, are left out."""
    project.write({"plans/oak.yaml": FAMILY})
    project.command("approve", "--by", "RM")
    assert project.build().exit_code == 0
    project.commit()
    project.write({"plans/oak.yaml": project.read("plans/oak.yaml").replace("actions:", f"{SECOND}actions:")})
    project.write({"plans/birch.yaml": WARNING})
    project.command("approve", "--by", "RM")
    project.commit("More", date="2026-05-02T12:00:00Z")
    assert project.command("withdraw").exit_code == 0
    assert TITLE in project.read("site-family/index.html")
    assert OTHER not in project.read("site-family/index.html")


def test_without_git_one_page_says_that_the_pages_are_changed(project: Project) -> None:
    """Nobody can tell what was online, so nothing of it stays."""
    project.write({"plans/oak.yaml": FAMILY})
    project.command("approve", "--by", "RM")
    assert project.build().exit_code == 0
    assert project.command("withdraw").exit_code == 0
    assert "We are changing these pages" in project.read("site-family/index.html")
    assert sorted(path.suffix for path in project.family_site.rglob("*") if path.is_file()) == [".css", ".html"]


def test_what_a_guard_finds_now_is_taken_down_too(project: Project) -> None:
    """A name that was put on the list since keeps its topic out of what is written."""
    online(project)
    names = project.folder.parent / "names.txt"
    names.write_text("Zebedee Quill\n", encoding="utf-8")
    yml = MKDOCS_YML.replace("as_of: 2026-05-12", f"as_of: 2026-05-12\n    family: {{names_to_refuse: {names}}}")
    project.write({"mkdocs.yml": yml, "plans/birch.yaml": WARNING})
    assert project.command("withdraw").exit_code == 0
    assert OTHER in project.read("site-family/index.html")
    names.write_text("Old Warm\n", encoding="utf-8")
    assert project.command("withdraw").exit_code == 0
    assert OTHER not in project.read("site-family/index.html")
    assert TITLE in project.read("site-family/index.html")


def test_a_good_version_that_was_not_published_withdraws_what_it_takes_back(project: Project) -> None:
    """`--online` names what families read: later versions, good as they are, were never there; nothing new is told."""
    online(project)
    before = project.git("rev-parse", "HEAD").output.strip()
    take_back(project)
    project.commit("Taken back", date="2026-05-02T12:00:00Z")
    third = SECOND.replace("F2", "F3").replace(OTHER, "Clean rooms")
    project.write({"plans/oak.yaml": project.read("plans/oak.yaml").replace("actions:", f"{third}actions:", 1)})
    project.command("approve", "--by", "RM")
    project.commit("More", date="2026-05-03T12:00:00Z")

    assert project.command("withdraw", "--check").exit_code == 1
    assert project.command("withdraw", "--check", "--online", before).exit_code == 0
    done = project.command("withdraw", "--online", before)
    assert f"Withdrawn: {TITLE} (OAK/F1)." in done.output
    told = project.read("site-family/index.html")
    assert TITLE not in told
    assert "Clean rooms" not in told
    assert OTHER in told


def test_a_version_that_git_does_not_know_stops_no_withdrawal(project: Project) -> None:
    """A branch that was pushed anew, a shallow clone: then what git knows decides, as without it."""
    online(project)
    take_back(project)
    project.write({"plans/birch.yaml": WARNING})
    for unknown in ("0" * 40, "--all"):
        done = project.command("withdraw", "--check", f"--online={unknown}")
        assert done.exit_code == 0, done.said
        assert f"Would withdraw: {TITLE} (OAK/F1)." in done.output


def test_an_edition_that_is_switched_off_says_so(project: Project) -> None:
    """By a build, and by the command where a warning stops the build."""
    online(project)
    off = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {enabled: false}")
    project.write({"mkdocs.yml": off, "plans/birch.yaml": WARNING})
    stopped = project.build()
    assert stopped.exit_code == 1
    assert TITLE in stopped.said
    assert project.command("withdraw", "--check").exit_code == 0
    (project.folder / "plans/birch.yaml").unlink()
    assert project.build().exit_code == 0
    assert "This site is switched off" in project.read("site-family/index.html")
    assert sorted(path.suffix for path in project.family_site.rglob("*") if path.is_file()) == [".css", ".html"]


def test_an_edition_that_has_moved_leaves_a_page_that_says_so(project: Project) -> None:
    """Another `site_dir`: the earlier folder, which holds pages of ours, says that it is no longer used."""
    online(project)
    moved = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {site_dir: public/families}")
    project.write({"mkdocs.yml": moved})
    project.commit("Moved", date="2026-05-02T12:00:00Z")
    assert project.build().exit_code == 0
    assert TITLE in project.read("public/families/index.html")
    assert "This site is switched off" in project.read("site-family/index.html")
    assert not list(project.family_site.rglob("topics"))
    again = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {site_dir: third}")
    project.write({"mkdocs.yml": again})
    assert project.build().exit_code == 0
    assert TITLE in project.read("third/index.html")
    assert "This site is switched off" in project.read("public/families/index.html")


def test_a_folder_that_is_not_ours_is_left_alone(project: Project) -> None:
    """A site of somebody else's at the default place is no earlier one of ours."""
    own = "<html><head></head><body>Mine</body></html>"
    moved = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {site_dir: families}")
    project.write({"mkdocs.yml": moved, "plans/oak.yaml": FAMILY, "site-family/index.html": own})
    assert project.build().exit_code == 0
    assert project.read("site-family/index.html") == own
