"""`action-plans import` of any other sheet, as a person starts it: what is said, what is written, what is refused."""

import pytest

from tests.exchange import sheet_shapes as shapes
from tests.project import DEFAULTS, Project
from tests.small_plans import NOTE, OAK

SHEET = """\
Oakfield House - improvement plan,,,,
Area of concern,What we will do,By whom,By when,RAG
Medicines were not counted,Count them weekly,RM,31/3/2026,Green
Care plans were old,Review all 24,Joanna Wzorowa,ongoing,Amber
"""
MAP = "home.csv.map.yaml"


@pytest.fixture
def home(project: Project) -> Project:
    """A project without plans, with a sheet beside it."""
    (project.folder / "plans").mkdir()
    return project.write({**DEFAULTS, "home.csv": SHEET})


def test_a_sheet_becomes_a_plan_that_checks_without_errors(home: Project) -> None:
    """Columns, samples, words, questions and the next step are said; the plan reads as a person would write it."""
    done = home.command("import", "home.csv")
    assert done.exit_code == 0, done.said
    for line in (
        "Written: plans/HOME.yaml from home.csv: two findings and two actions (0 closed).",
        "  Area of concern  →  finding                Medicines were not counted | Care plans were old",
        "  By whom: “RM” → Registered manager",
        "  C4: “Joanna Wzorowa” is a person, or initials that nothing explains: which role is it?",
        "  D4: “ongoing” is no date: it got 2026-05-12. By when is it to be done?",
        "  Green was taken as on track: colours mean different things. Else: --green closed.",
        f"How it was read stands in {MAP}, beside the sheet.",
    ):
        assert line in done.output
    assert home.read("plans/HOME.yaml").split("\n", 2)[2] == (
        "id: HOME\n"
        "title: Oakfield House - improvement plan\n"
        "service: Oakfield House\n"
        "\nroles:\n  RM: Registered manager\n  TBN1: Role to be named 1\n"
        "\nfindings:\n"
        "  - id: F1\n    title: Medicines were not counted\n\n"
        "  - id: F2\n    title: Care plans were old\n"
        "\nactions:\n"
        "  - id: A1\n    title: Count them weekly\n    owner: RM\n    due: 2026-03-31\n    for: [F1]\n"
        "    progress: on-track\n    status: open\n    extra: {RAG: Green}\n\n"
        "  - id: A2\n    title: Review all 24\n    owner: TBN1\n    due: 2026-05-12\n    for: [F2]\n"
        "    progress: at-risk\n    status: open\n    extra: {By when: ongoing, RAG: Amber}\n"
    )
    assert "0 errors" in home.check().output


def test_a_dry_run_writes_nothing(home: Project) -> None:
    """The whole report and the plan's lines are shown, and no file is written."""
    done = home.command("import", "home.csv", "--dry-run")
    assert (done.exit_code, "+  - id: A1" in done.output) == (0, True), done.said
    assert done.output.startswith("Would be written: plans/HOME.yaml")
    assert not (home.folder / MAP).exists()
    assert not list((home.folder / "plans").iterdir())


def test_a_plan_that_was_not_made_from_the_file_is_never_written_over(home: Project) -> None:
    """Neither a plan that somebody wrote, nor one made from another file, nor a file of that name in other letters."""
    home.write(
        {"plans/oak.yaml": OAK, "evidence/e1.md": NOTE, "plans/elm.yaml": "# mine\n" + OAK.replace("OAK", "ELM")}
    )
    home.command("import", "home.csv")
    home.write({"other.csv": SHEET})
    for file, plan in (("home.csv", "OAK"), ("home.csv", "ELM"), ("other.csv", "HOME")):
        done = home.command("import", file, "--plan", plan)
        assert done.exit_code == 1
        assert f"its first line does not say that it was made from {file}" in done.errors
        assert "Nothing was written." in done.errors
    assert home.read("plans/oak.yaml") == OAK
    assert not (home.folder / "other.csv.map.yaml").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("By whom: owner", "By whom: ownr", "home.csv.map.yaml:8: column By whom is “ownr”. Did you mean owner?"),
        ("By whom: owner", "By whon: owner", "row 2 has no column By whon. Did you mean By whom?"),
        ("header_row: 2", "header_row: two", "home.csv.map.yaml:4: header_row is “two”. Write the number of the row"),
        pytest.param("header_row: 2", f"header_row: {'9' * 5000}", "Write the number of the row", id="5,000 figures"),
        ("header_row: 2\n", "", "header_row is missing. Write it, such as header_row: 3."),
        ("header_row: 2", "header_row: 9", "row 9 has no column Area of concern. It holds no names."),
        ("green: on-track", "green: maybe", "green is “maybe”. Write on-track or closed."),
        ("dates: each column", "dates: day first", "dates is “day first”. Did you mean day-first?"),
        ("green:", "gren:", "there is no gren in a map. Did you mean green?"),
        ("sheet:", "  sheet: [", "it cannot be read as YAML"),
    ],
)
def test_a_map_that_is_wrong_says_the_line_and_what_to_write(home: Project, old: str, new: str, said: str) -> None:
    """Each mistake in a map is told with its line; nothing is written."""
    home.command("import", "home.csv")
    before = home.read("plans/HOME.yaml")
    home.write({MAP: home.read(MAP).replace(old, new, 1)})
    done = home.command("import", "home.csv", "--map", MAP)
    assert (done.exit_code, said in done.errors) == (1, True), done.said
    assert home.read("plans/HOME.yaml") == before


def test_a_map_decides_what_columns_mean(home: Project) -> None:
    """A column whose meaning was put right in the map is read by it, with `--map` and as it stands beside the sheet."""
    home.command("import", "home.csv")
    home.write({MAP: home.read(MAP).replace("RAG: status", "RAG: extra")})
    (home.folder / "plans/HOME.yaml").unlink()
    done = home.command("import", "home.csv", "--map", MAP)
    assert (done.exit_code, f"as {MAP} says:" in done.output) == (0, True), done.said
    written = home.read("plans/HOME.yaml")
    assert ("progress:" in written, "extra: {RAG: Green}" in written) == (False, True)
    assert home.command("import", "home.csv").output.startswith("Nothing to write")


def test_the_only_service_and_its_roles_are_known(home: Project) -> None:
    """Where there is one service the plan is its, and owners are its roles; none is declared twice."""
    home.write({"plans/services/oakfield.yaml": "name: Oakfield House\nroles: {REG: Registered manager}\n"})
    done = home.command("import", "home.csv")
    assert done.exit_code == 0, done.said
    written = home.read("plans/HOME.yaml")
    assert "service: oakfield\n" in written
    assert "    owner: REG\n" in written
    assert "RM: Registered manager" not in written


@pytest.mark.parametrize(
    ("name", "plan"),
    [
        ("CQC action plan (final) v2.csv", "CQC-ACTION-PLAN-FINAL-V2"),
        ("2026 plan.csv", "PLAN-2026-PLAN"),
        ("Évidence.csv", "PLAN-EVIDENCE"),
        ("con.csv", "PLAN-CON"),
        ("Ω.csv", "PLAN"),
        (f"{'long name ' * 9}.csv", "LONG-NAME-LONG-NAME-LONG-NAME-LONG-NAME"),
    ],
)
def test_the_id_of_a_plan_is_made_of_its_files_name(home: Project, name: str, plan: str) -> None:
    """Whatever a file is called, its plan has an id that a plan may have."""
    home.write({name: SHEET})
    done = home.command("import", name)
    assert done.exit_code == 0, done.said
    assert f"id: {plan}\n" in home.read(f"plans/{plan}.yaml")


def test_an_id_that_is_none_is_refused(home: Project) -> None:
    """`--plan` says what an id is."""
    done = home.command("import", "home.csv", "--plan", "my plan")
    assert (done.exit_code, "--plan is “my plan”, which is no id of a plan" in done.errors) == (1, True), done.said


def test_the_map_of_a_sheet_in_the_plans_folder_is_no_plan(home: Project) -> None:
    """A sheet that lies beside the plans leaves its map there, and a check reads it as nothing."""
    shapes.merged_findings(home.folder / "plans")
    done = home.command("import", "plans/merged.xlsx")
    assert done.exit_code == 0, done.said
    assert (home.folder / "plans/merged.xlsx.map.yaml").is_file()
    checked = home.check()
    assert "0 errors" in checked.output
    assert "map.yaml" not in checked.output
