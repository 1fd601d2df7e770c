"""Evidence cannot be swapped after it was checked without being named, and a file can be proven by its day."""

from hashlib import sha256

import pytest

from action_plans.notes.pictures.clean_picture import clean_picture
from tests.history.looking_back import NOTE, OAK, PLAN, commit, suspects
from tests.notes.picture_files import noted_picture, plain_picture
from tests.project import Project
from tests.staff.edition import words

COUNTS = "evidence/OAK/counts.csv"
WITH_FILE = NOTE.replace("by: RM\n", "by: RM\nsample: 10 of 39\nresult: Nine agree\nattachments: {file: counts.csv}\n")


def _recorded(project: Project, note: str = WITH_FILE, day: str = "2026-04-23") -> None:
    project.write({COUNTS: "day,count\n1,9\n"})
    commit(project, day, plan=PLAN, note=note)


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("Nine agree", "All agree", "“result”"),
        ("10 of 39", "39 of 39", "“sample”"),
        ("All counts agree.", "Most counts agree.", "“account”"),
        ("by: RM\n", "by: RM\nperiod: All year\n", "“period”"),
        ("verdict: meets", "verdict: partly", "“verdict”"),
        ("attachments: {file: counts.csv}\n", "", "“attachment counts.csv”"),
    ],
)
def test_a_note_rewritten_after_its_check_is_named(project: Project, before: str, after: str, named: str) -> None:
    """Its result, sample, account, period or verdict changed, or an attachment went, and the check stayed."""
    assert before in WITH_FILE
    _recorded(project)
    commit(project, "2026-05-02", note=WITH_FILE.replace(before, after))
    assert suspects(project) == [f"E1 has changed since it was checked on 22 April 2026, in {named}."]


def test_what_says_no_more_or_less_of_a_note_may_change(project: Project) -> None:
    """Its title, where the original is, what it supports and a line break may change after the check."""
    _recorded(project)
    again = WITH_FILE.replace("Counts of March", "Counts").replace("by: RM\n", "by: RM\nkept: Office\n")
    commit(project, "2026-05-02", note=again.replace("All counts agree.", "All counts\nagree."))
    assert suspects(project) == []


def test_a_replaced_attachment_is_named_on_its_page_and_where_it_proves(project: Project) -> None:
    """Another file under the same name: the note, the action that it is for, and the index say so."""
    _recorded(project)
    project.write({COUNTS: "day,count\n1,10\n"})
    commit(project, "2026-05-02")
    assert suspects(project) == ["E1 has changed since it was checked on 22 April 2026, in “attachment counts.csv”."]
    assert project.build().exit_code == 0
    note = words(project.read("site/evidence/oak/e1/index.html"))
    assert "Changed since it was checked attachment counts.csv" in note
    for content in ("day,count\n1,9\n", "day,count\n1,10\n", WITH_FILE):
        assert sha256(content.encode()).hexdigest() in note
    assert "Since 2 May 2026" in note
    assert "Changed since it was checked" in words(project.read("site/plans/oak/actions/a2/index.html"))
    assert "Changed since it was checked" in words(project.read("site/evidence/index.html"))


def test_an_attachment_that_is_replaced_and_not_committed_is_named(project: Project) -> None:
    """What lies there today is what would be published."""
    _recorded(project)
    project.write({COUNTS: "day,count\n1,11\n"})
    assert "attachment counts.csv" in suspects(project)[0]
    assert "attachment counts.csv" in project.check("--as-of", "2026-05-12").output


def test_line_ends_alone_replace_nothing(project: Project) -> None:
    """A machine that writes other line ends than git keeps has not swapped the file."""
    _recorded(project)
    (project.folder / COUNTS).write_bytes(b"day,count\r\n1,9\r\n")
    assert suspects(project) == []


def test_a_note_moved_with_its_attachment_is_no_other(project: Project) -> None:
    """Both lie in another folder and hold what they held; a file put in its place there is named."""
    _recorded(project)
    folder = project.folder / "evidence/OAK"
    (folder / "2026").mkdir()
    for name in ("e1.md", "counts.csv"):
        (folder / name).rename(folder / "2026" / name)
    project.commit(date="2026-05-01T12:00:00Z")
    assert suspects(project) == []
    project.write({"evidence/OAK/2026/counts.csv": "day,count\n1,10\n"}).commit(date="2026-05-02T12:00:00Z")
    assert "attachment counts.csv" in suspects(project)[0]


def test_a_new_check_answers_it(project: Project) -> None:
    """With another day of the check, what is there now was checked."""
    _recorded(project)
    project.write({COUNTS: "day,count\n1,10\n"})
    commit(project, "2026-05-02", note=WITH_FILE.replace("checked_on: 2026-04-22", "checked_on: 2026-05-02"))
    assert suspects(project) == []


def test_a_line_of_evidence_is_compared_too(project: Project) -> None:
    """Evidence written on the action itself keeps its result, too."""
    line = "    evidence: [{title: Sheet, date: 2026-04-20, result: Nine, by: RM, checked_by: QL, verdict: meets}]\n"
    plan = PLAN.replace("    title: Teach counting\n", f"    title: Teach counting\n{line}")
    commit(project, "2026-04-23", plan=plan)
    commit(project, "2026-05-02", plan=plan.replace("result: Nine", "result: Ten"))
    assert suspects(project) == ["The evidence “Sheet” has changed since it was checked on 20 April 2026, in “result”."]


def test_a_note_on_request_tells_days_and_no_name(project: Project) -> None:
    """That its file was replaced is said; neither its name nor a sum stands anywhere."""
    note = WITH_FILE.replace("by: RM\n", "by: RM\nconfidentiality: on-request\n").replace("counts.csv", "ward-list.csv")
    project.write({"evidence/OAK/ward-list.csv": "1\n"})
    commit(project, "2026-04-23", plan=PLAN, note=note)
    project.write({"evidence/OAK/ward-list.csv": "2\n"})
    commit(project, "2026-05-02")
    assert suspects(project) == ["E1 has changed since it was checked on 22 April 2026, in “an attachment”."]
    assert project.build().exit_code == 0
    page = words(project.read("site/evidence/oak/e1/index.html"))
    assert "Since 2 May 2026" in page
    assert "SHA-256" not in page
    held = [file for file in project.site.rglob("*") if file.is_file() and b"ward-list" in file.read_bytes()]
    assert held == []


def test_a_closing_written_90_days_later_says_so(project: Project) -> None:
    """An action closed on 10 February, a check and an update of that day, and a later reading, written down in May."""
    commit(project, "2026-02-01", plan=PLAN)
    closed = PLAN.replace("    done_when", "    closed_on: 2026-02-10\n    done_when", 1)
    closed = closed.replace("date: 2026-04-22", "date: 2026-02-10")
    closed = closed.replace("    checks:", "    updates: [{date: 2026-02-10, by: RM, text: News}]\n    checks:")
    closed += "measures: [{id: M1, title: Errors, readings: [{date: 2026-04-20, value: 3}]}]\n"
    commit(project, "2026-05-11", plan=closed)
    assert project.build().exit_code == 0
    action = words(project.read("site/plans/oak/actions/a1/index.html"))
    assert "10 February 2026; written down 90 days after" in action
    assert "10 February 2026, written down 90 days after" in action
    assert action.count("(written down 90 days after)") == 3
    assert "ead 3 (written down 21 days after)" in words(project.read("site/index.html"))


def test_was_says_what_a_file_is_since_when_and_what_stands_there(project: Project) -> None:
    """The file of 3 April, with either line ends; the newer one; one that never was."""
    _recorded(project, day="2026-04-03")
    project.write({COUNTS: "day,count\n1,10\n"})
    commit(project, "2026-05-09")
    (project.folder / "given.csv").write_bytes(b"day,count\r\n1,9\r\n")
    given = project.command("was", "given.csv")
    assert given.exit_code == 0
    assert "given.csv is an attachment of evidence/E1: evidence/OAK/counts.csv" in given.output
    assert "It stood there from 3 April 2026" in given.output
    assert "to 9 May 2026" in given.output
    assert "Another file stands there today." in given.output
    newer = project.command("was", COUNTS)
    assert "from 9 May 2026" in newer.output
    assert "It stands there today." in newer.output
    assert "is the note evidence/E1" in project.command("was", "evidence/OAK/e1.md").output
    project.write({"other.csv": "never"})
    never = project.command("was", "other.csv")
    assert (never.exit_code, never.output) == (1, "other.csv is no evidence that stands or stood here.\n")


def test_was_claims_nothing_of_versions_that_are_not_here(project: Project) -> None:
    """In a clone with only the newest commits nobody knows since when: it is not said to be in no version."""
    _recorded(project, day="2026-04-03")
    (project.folder / ".git/shallow").write_text(project.git("rev-parse", "HEAD").output, encoding="ascii")
    said = project.command("was", COUNTS).output
    assert "It stands there today.\n" in said
    assert "in no version" not in said


def test_was_knows_a_picture_as_it_is_published(project: Project) -> None:
    """A picture from which place and device were taken out is known as the one that was committed, later replaced."""
    noted = noted_picture("JPEG")
    (project.folder / "evidence/OAK").mkdir(parents=True)
    (project.folder / "evidence/OAK/door.jpg").write_bytes(noted)
    commit(project, "2026-04-03", plan=PLAN, note=NOTE.replace("by: RM\n", "by: RM\nattachments: {file: door.jpg}\n"))
    (project.folder / "published.jpg").write_bytes(clean_picture(noted, "JPEG"))
    said = project.command("was", "published.jpg")
    assert "an attachment of evidence/E1, as it is published: evidence/OAK/door.jpg" in said.output
    assert "It stands there today." in said.output
    (project.folder / "evidence/OAK/door.jpg").write_bytes(plain_picture("JPEG"))
    project.commit(date="2026-05-09T12:00:00Z")
    said = project.command("was", "published.jpg")
    assert "as it is published" in said.output
    assert "from 3 April 2026" in said.output
    assert "when it was replaced" in said.output


def test_was_says_why_where_git_cannot_tell(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Without git, and in a shallow copy, it ends with 1 and says why; what lies there is named all the same."""
    _recorded(project)
    commit(project, "2026-05-02", plan=PLAN.replace("Teach", "Learn"))
    copy = Project(tmp_path_factory.mktemp("copies") / "copy")
    project.git("clone", "--quiet", "--depth=1", project.folder.as_uri(), str(copy.folder))
    shallow = copy.command("was", COUNTS)
    assert shallow.exit_code == 1
    assert "It stands there today." in shallow.output
    assert "only the newest commits" in shallow.output
    without = copy.command("was", COUNTS, environment={"PATH": str(tmp_path_factory.mktemp("empty"))})
    assert without.exit_code == 1
    assert "Git is not installed" in without.output


def test_a_pack_whose_version_is_in_no_history_any_more_is_named(project: Project) -> None:
    """After the history was written anew, the ledger says that the version is not in it."""
    commit(project, "2026-04-01", plan=PLAN)
    line = f"- {{date: 2026-04-02, number: {'a' * 64}, to: CQC, service: null, commit: {'b' * 40}}}\n"
    project.write({"packs.yaml": line}).commit(date="2026-04-02T12:00:00Z")
    assert project.build().exit_code == 0
    assert "bbbbbbb, which is not in this history any more" in words(project.read("site/evidence/index.html"))


def test_where_evidence_has_no_version_nothing_is_told(project: Project) -> None:
    """Files that were never committed have no versions and accuse nobody."""
    project.write({OAK: PLAN}).commit(date="2026-04-01T12:00:00Z")
    project.write({"evidence/OAK/e1.md": WITH_FILE, COUNTS: "1\n"})
    assert suspects(project) == []
    assert project.build().exit_code == 0
    assert "Versions of its files" not in words(project.read("site/evidence/oak/e1/index.html"))
