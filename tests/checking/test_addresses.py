"""Two things never share an address without a word, and no address is one that some computer cannot write."""

import unicodedata
from pathlib import Path

import pytest

from action_plans.checking.addresses import same_addresses
from action_plans.model.problem import Severity
from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.project_file import read_project_file
from action_plans.project.settings import Settings, read_settings
from action_plans.showing import show
from action_plans.tracing.addresses import attachment_address, first_address, note_address
from action_plans.tracing.page_list import pages_of
from tests.builders import TODAY, a_note, a_plan, traced
from tests.project import MKDOCS_YML, Project
from tests.small_plans import NOTE, OAK

ROOT = Path(__file__).parents[2]
OTHER = NOTE.replace("id: E1", "id: E2")
EXAMPLES = [ROOT, *sorted(path for path in (ROOT / "tests" / "examples").iterdir() if (path / "plans").is_dir())]


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda path: path.name)
def test_the_addresses_are_those_of_the_edition(folder: Path) -> None:
    """What is held against a site's own pages is every page that the staff edition has, and no other."""
    settings = Settings(folder, Options(), TODAY)
    examined = examine(settings)
    told = {address for address, _, _ in pages_of(examined.trace)}
    notes = {note_address(note) for note in examined.trace.portfolio.notes}
    assert {first_address(page.address) for page in show(examined, settings).pages} == told | notes


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a b.md", "a-b.md"),
        ("Ab.md", "aB.md"),
        ("a_b.md", "a.b.md"),
        ("caf\u00e9.md", "cafe\u0301.md"),
        ("Caf\u00c9.md", "cafe\u0301.md"),
        ("!!!.md", "???.md"),
        ("x/a b.md", "X/a-b.md"),
        ("!/a.md", "?/a.md"),
        ("con.md", "CON.markdown"),
    ],
)
def test_two_notes_at_one_address_are_one_problem(one: str, other: str) -> None:
    """By case, by the signs between words, by how an accent is written: one problem, which names both files."""
    first, second = a_note(f"evidence/{one}", id="E1"), a_note(f"evidence/{other}", id="E2")
    (problem,) = same_addresses(traced(a_plan(), notes=[first, second]))
    assert problem.code.value == "AP118"
    assert f"evidence/{one}" in problem.message
    assert f"evidence/{other}" in problem.message


@pytest.mark.parametrize(("one", "other"), [("A b.csv", "a-b.csv"), ("x/a.csv", "y/a.csv"), ("é.csv", "e.CSV")])
def test_two_attachments_at_one_address_are_one_problem(one: str, other: str) -> None:
    """Files of one note whose addresses are alike are named, both."""
    note = a_note(attachments=[{"file": one}, {"file": other}])
    (problem,) = same_addresses(traced(a_plan(), notes=[note]))
    assert f"{one} of" in problem.message
    assert f"{other} of" in problem.message


def test_check_build_and_pack_say_the_same(project: Project) -> None:
    """Two notes at one address stop each of them with the same line, in which both files stand, and nothing is lost."""
    project.write({"plans/oak.yaml": OAK, "evidence/a b.md": NOTE, "evidence/a-b.md": OTHER})
    said = "evidence/a-b.md:1:1: error AP118 the note evidence/a-b.md and the note evidence/a b.md would both be at"
    for run in (project.check(), project.build(), project.command("pack")):
        assert run.exit_code == 1
        assert said in run.said
        assert run.said.count("AP118") == 1


def test_the_id_of_a_name_is_not_called_taken_besides(project: Project) -> None:
    """Two notes without an id of their own, at one address: one problem, not two."""
    bare = NOTE.replace("id: E1\n", "")
    project.write({"plans/oak.yaml": OAK, "evidence/a b.md": bare, "evidence/a-b.md": bare})
    said = project.check().output
    assert said.count("AP118") == 1
    assert "AP108" not in said


OWN = [
    ("", "plans/index.md", "plans/"),
    ("", "plans/OAK.md", "plans/oak/"),
    ("", "Plans/oak/README.md", "plans/oak/"),
    ("", "evidence/e1.md", "evidence/e1/"),
    ("", "help/our-own.md", None),
    ("", "help/glossary.markdown", "help/glossary/"),
    ("under: more", "plans/index.md", None),
    ("under: more", "more/index.md", "more/"),
    ("under: more", "more/plans/oak/actions/a1.md", "more/plans/oak/actions/a1/"),
    ("", "plans/.oak.md", None),
    ("", "other/page.md", None),
    ("", "Trail.json", "trail.json"),
    ("", "assets/staff.css", None),
]


def errors_of(project: Project) -> list[str]:
    """Return the errors of a project as the command finds them."""
    file = read_project_file(project.folder / "mkdocs.yml", {})
    settings = read_settings(file.root, file.options, file.site_name, {}, file.own_pages)
    return [str(problem) for problem in examine(settings).problems_of(Severity.ERROR)]


@pytest.mark.parametrize(("option", "file", "address"), OWN)
def test_a_page_of_the_sites_own_is_known_to_the_command(
    project: Project, option: str, file: str, address: str | None
) -> None:
    """A hand-written page at the address of one of ours is a problem that names it, whatever its capitals."""
    docs = MKDOCS_YML.replace("docs_templates/pages", "docs")
    docs = docs.replace("as_of:", f"{option or 'show_authors: false'}\n    as_of:")
    project.write({"mkdocs.yml": docs, "docs/index.md": "# Home\n", f"docs/{file}": "# By hand\n"})
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": NOTE})
    errors = errors_of(project)
    assert len(errors) == (0 if address is None else 1), errors
    if address is not None:
        assert f"your file docs/{file}" in errors[0]
        assert f"would both be at {address}" in errors[0]


def test_a_build_says_it_as_the_command_does(project: Project) -> None:
    """A hand-written page at the address of a plan stops a build with the same line."""
    project.write({"docs_templates/pages/plans/oak.md": "# By hand\n", "plans/oak.yaml": OAK})
    built = project.build()
    assert built.exit_code == 1
    assert errors_of(project)[0] in built.said


def test_what_a_site_leaves_out_is_no_page(project: Project) -> None:
    """A page that `exclude_docs` leaves out, and one inside the folder of plans, share no address with ours."""
    docs = MKDOCS_YML.replace("docs_templates/pages", "docs") + "exclude_docs: |\n  plans/\n"
    project.write({"mkdocs.yml": docs, "docs/plans/oak.md": "# Draft\n", "docs/index.md": "# Home\n"})
    project.write({"plans/oak.yaml": OAK})
    assert errors_of(project) == []
    built = project.build(strict=False)
    assert built.exit_code == 0, built.said
    inside = docs.replace("as_of:", "plans_dir: docs/plans\n    as_of:")
    project.write({"mkdocs.yml": inside.partition("exclude_docs")[0], "docs/plans/oak.yaml": OAK})
    assert errors_of(project) == []


def test_the_folders_of_the_option_stand_in_no_address() -> None:
    """Of `notes/deep/oak/e1.md` in `evidence_dir: notes/deep` only what lies below that is in the address."""
    note = a_note("notes/deep/oak/e1.md").model_copy(update={"folder": "notes/deep"})
    assert note_address(note) == "evidence/oak/e1/"


def test_a_note_in_a_folder_of_several_steps_is_published(project: Project) -> None:
    """With `evidence_dir: notes/deep` a note cites `A1` of the plan in whose folder it lies, and has its page."""
    deep = MKDOCS_YML.replace("as_of:", "evidence_dir: notes/deep\n    as_of:")
    project.write({"mkdocs.yml": deep, "plans/oak.yaml": OAK, "notes/deep/OAK/e1.md": NOTE.replace("OAK/A1", "A1")})
    built = project.build()
    assert built.exit_code == 0, built.said
    assert (project.site / "evidence" / "oak" / "e1" / "index.html").is_file()


@pytest.mark.parametrize("name", ["con", "NUL", "Aux", "com1", "LPT9", "prn"])
def test_what_windows_keeps_never_stands_in_an_address(name: str) -> None:
    """The address of a file called so gets a hyphen, as a note, as a folder, and as an attachment."""
    note = a_note(f"evidence/{name}/{name}.md")
    kept = name.lower()
    assert note_address(note) == f"evidence/{kept}-/{kept}-/"
    assert attachment_address(note, f"{name}.pdf") == f"evidence/{kept}-/{kept}-/{kept}-.pdf"
    assert note_address(a_note("evidence/conference.md")) == "evidence/conference/"


def test_an_id_that_windows_keeps_is_an_error(project: Project) -> None:
    """A plan, a finding and an action called so are each named with their place."""
    plan = OAK.replace("id: OAK", "id: CON").replace("id: F1", "id: aux").replace("for: F1", "for: aux")
    project.write({"plans/oak.yaml": plan.replace("id: A1", "id: Com1")})
    said = project.check().output
    for line, name in ((1, "CON"), (10, "aux"), (17, "Com1")):
        assert f"plans/oak.yaml:{line}:" in said
        assert f"'{name}', which cannot be an id: Windows keeps this name" in said


def test_names_of_signs_only_have_an_address() -> None:
    """A note, a folder and an attachment of which nothing is a letter are called something all the same."""
    assert note_address(a_note("evidence/???/!!!.md")) == "evidence/unnamed/unnamed/"
    assert attachment_address(a_note("evidence/a.md"), "🙂.pdf") == "evidence/a/file.pdf"


def test_the_same_accent_is_the_same_address() -> None:
    """However an accent is written, in one sign or in two, the address is in one."""
    assert note_address(a_note(f"evidence/{unicodedata.normalize('NFD', 'café')}.md")) == "evidence/caf\u00e9/"
