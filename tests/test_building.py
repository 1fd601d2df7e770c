"""`mkdocs build`, from files to both sites: what is published, and what never is."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.project import MKDOCS_YML, Project
from tests.small_plans import FAMILY, NOTE, OAK

GOOD = {"plans/oak.yaml": OAK, "evidence/e1.md": NOTE}
UNAPPROVED = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {require_approval: false}")
LAST_GOOD = {"site/index.html": "the last good staff edition", "site-family/index.html": "the last good family edition"}


def contents(folder: Path) -> dict[str, str]:
    """Return every file below a folder with the sum of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_one_build_makes_both_editions(project: Project) -> None:
    """One strict build writes the staff edition and the family edition, each into its own folder."""
    built = project.write({**GOOD, "plans/oak.yaml": FAMILY, "mkdocs.yml": UNAPPROVED}).build()

    assert built.exit_code == 0, built.said
    assert "Medicines were not always managed safely" in project.read("site/plans/oak/findings/f1/index.html")
    assert "Each person gave medicines" in project.read("site/evidence/e1/index.html")
    assert "Giving medicines safely" in project.read("site-family/index.html")


def test_nothing_internal_is_in_the_family_edition(project: Project) -> None:
    """The finding's own title, its reference and the role's code stand in no file of the family edition."""
    project.write({**GOOD, "plans/oak.yaml": FAMILY, "mkdocs.yml": UNAPPROVED}).build()

    everything = b"\n".join(path.read_bytes() for path in project.family_site.rglob("*") if path.is_file()).decode()
    assert "Giving medicines safely" in everything
    for internal in ("Medicines were not always managed", "OAK", "A1", "Watch everyone", "counts every medicine"):
        assert internal not in everything


def test_words_that_nobody_approved_are_not_published(project: Project) -> None:
    """Without approval the topic is held back, and the build goes on: the staff edition says why."""
    built = project.write({**GOOD, "plans/oak.yaml": FAMILY}).build()

    assert built.exit_code == 0, built.said
    assert "Giving medicines safely" not in project.read("site-family/index.html")
    assert "AP401" in project.read("site/problems/index.html")


BAD: Mapping[str, tuple[Mapping[str, str | bytes], str]] = {
    "an empty file": ({"plans/oak.yaml": ""}, "plans/oak.yaml:1:1: error AP102"),
    "a list": ({"plans/oak.yaml": "- id: OAK\n"}, "plans/oak.yaml:1:1: error AP102"),
    "a tab": ({"plans/oak.yaml": OAK.replace("  RM:", "\tRM:")}, "plans/oak.yaml:5:1: error AP101"),
    "a broken quote": ({"plans/oak.yaml": OAK.replace("title: Imp", 'title: "Imp')}, "error AP101"),
    "a date in words": ({"plans/oak.yaml": OAK.replace("2026-06-24", "end of June")}, "error AP107"),
    "a status that does not exist": ({"plans/oak.yaml": OAK + "    status: finished\n"}, "error AP107"),
    "no owner": ({"plans/oak.yaml": OAK.replace("    owner: CL\n", "")}, "error AP106"),
    "one id twice": ({"plans/two.yaml": OAK}, "plans/two.yaml:1:5: error AP108"),
    "no front matter": ({"evidence/e1.md": "Just words.\n"}, "evidence/e1.md:1:1: error AP114"),
    "no UTF-8": ({"plans/oak.yaml": OAK.encode().replace(b"real", b"r\xe9al")}, "error AP100"),
}


@pytest.mark.parametrize(("written", "said"), BAD.values(), ids=BAD.keys())
def test_bad_input_is_answered_and_the_last_good_site_stays(
    project: Project, written: Mapping[str, str | bytes], said: str
) -> None:
    """Bad input gives its place and code, exit status 1 and no traceback, and leaves both sites as they were."""
    project.write({**GOOD, **LAST_GOOD})
    for path, text in written.items():
        (project.folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    before = contents(project.site) | contents(project.family_site)

    built = project.build(strict=False)

    assert built.exit_code == 1
    assert said in " ".join(built.said.split())
    assert "Traceback" not in built.said
    assert contents(project.site) | contents(project.family_site) == before


def test_a_missing_folder_of_plans_is_answered(project: Project) -> None:
    """Where the folder of plans does not exist, the build says which one it looked for, and publishes nothing."""
    built = project.write(LAST_GOOD).build(strict=False)

    assert built.exit_code == 1
    assert "AP116" in built.said
    assert "plans" in built.said
    assert "Traceback" not in built.said
    assert project.read("site/index.html") == "the last good staff edition"


@pytest.mark.parametrize("quietly", [(), ("--quiet",)], ids=["aloud", "quietly"])
def test_a_warning_stops_a_strict_build(project: Project, quietly: tuple[str, ...]) -> None:
    """A strict build with a warning publishes neither edition, whatever `--quiet` hides."""
    slip = OAK.replace("    due:", "    checker: CL\n    due:")  # checked by its own owner

    built = project.write({"plans/oak.yaml": slip, **LAST_GOOD}).build(*quietly)

    assert built.exit_code == 1
    assert project.read("site/index.html") == "the last good staff edition"
    assert project.read("site-family/index.html") == "the last good family edition"


def test_a_warning_does_not_stop_a_build_that_is_not_strict(project: Project) -> None:
    """Without --strict a warning is said, and both editions are published."""
    slip = OAK.replace("    due:", "    checker: CL\n    due:")

    built = project.write({"plans/oak.yaml": slip}).build(strict=False)

    assert built.exit_code == 0, built.said
    assert "AP204" in built.said
    assert (project.site / "plans" / "oak" / "index.html").is_file()


@pytest.mark.parametrize("day", ["2026-03-01", "2026-12-31", "2036-05-12"])
def test_the_passing_of_time_stops_no_build(project: Project, day: str) -> None:
    """A plan that builds strictly today builds strictly on any other day."""
    project.write({**GOOD, "mkdocs.yml": MKDOCS_YML.replace("2026-05-12", day)})

    built = project.build()

    assert built.exit_code == 0, built.said


@pytest.mark.xdist_group("seeds")  # one process starts what starts commands under each seed
def test_the_same_files_give_the_same_bytes(project: Project) -> None:
    """Two builds of the same files, under two hash seeds, are the same byte for byte."""
    project.write({**GOOD, "plans/oak.yaml": FAMILY, "mkdocs.yml": UNAPPROVED})

    assert project.build(environment={"PYTHONHASHSEED": "1"}).exit_code == 0
    first = contents(project.site) | contents(project.family_site)
    assert project.build(environment={"PYTHONHASHSEED": "2"}).exit_code == 0

    assert contents(project.site) | contents(project.family_site) == first


def test_a_home_page_of_ones_own_stays(project: Project) -> None:
    """In a site that has a home page, that page stays, and the overview stands at /plans/."""
    project.write({**GOOD, "docs_templates/pages/index.md": "# Welcome to Oakfield\n"})

    built = project.build()

    assert built.exit_code == 0, built.said
    assert "Welcome to Oakfield" in project.read("site/index.html")
    assert "Improvement plan 2026" in project.read("site/plans/index.html")


def test_everything_can_stand_under_a_folder(project: Project) -> None:
    """With `under`, every page of ours lies in that folder, the overview too, and leads to others there."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    under: improvement")
    project.write({**GOOD, "mkdocs.yml": settings, "docs_templates/pages/index.md": "# Welcome\n"})

    built = project.build()

    assert built.exit_code == 0, built.said
    assert (project.site / "improvement" / "plans" / "oak" / "findings" / "f1" / "index.html").is_file()
    assert not (project.site / "plans").exists()
    assert 'href="../../../../improvement/assets' not in project.read("site/improvement/plans/oak/index.html")


def test_two_pages_at_one_address_are_an_error(project: Project) -> None:
    """A page of the project's own at an address of ours stops the build, with what to do."""
    project.write({**GOOD, "docs_templates/pages/plans/index.md": "# Our plans\n"})

    built = project.build(strict=False)

    assert built.exit_code == 1
    assert "AP118" in built.said
    assert "under" in built.said


def test_what_looks_like_markup_in_a_title_is_shown_not_run(project: Project) -> None:
    """A title that closes the page's title and opens a script is text everywhere: page, head, search."""
    hostile = "</title><script>alert(1)</script>"
    project.write(
        {**GOOD, "plans/oak.yaml": OAK.replace("Medicines were", f'"{hostile}').replace("safely\n", 'safely"\n')}
    )

    built = project.build()

    assert built.exit_code == 0, built.said
    for page in project.site.rglob("*.html"):
        assert "<script>alert" not in page.read_text(encoding="utf-8"), page
    index = json.loads(project.read("site/search/search_index.json"))
    entry = next(each for each in index["docs"] if each["location"] == "plans/oak/findings/f1/")
    assert "&lt;script&gt;" in entry["title"]


def test_an_unknown_option_is_answered(project: Project) -> None:
    """A misspelt option stops the build and names the right one."""
    project.write({**GOOD, "mkdocs.yml": MKDOCS_YML.replace("as_of", "as_off")})

    built = project.build(strict=False)

    assert built.exit_code == 1
    assert "Did you mean as_of?" in built.said


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("under: ../elsewhere", "under: write the name of a folder of the site"),
        ("under: /elsewhere", "under: write the name of a folder of the site"),
        ("family: no", "family: its options go below it, one on each line; for no family edition, enabled: false"),
        ("plans_dir: [a, b]", "plans_dir: write one text"),
        ("attachments_limit: many", "attachments_limit: write a whole number"),
        ("show_authors: perhaps", "show_authors: write true or false"),
    ],
)
def test_an_option_that_cannot_be_is_answered_and_nothing_is_written(project: Project, option: str, said: str) -> None:
    """A wrong option is answered in words; no page is written, least of all outside the folder of the site."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", f"as_of: 2026-05-12\n    {option}")
    project.write({**GOOD, "mkdocs.yml": settings})

    built = project.build(strict=False)

    assert built.exit_code == 1
    assert said in built.said
    assert "Traceback" not in built.said
    assert list(project.folder.parent.rglob("*.html")) == []


def test_both_editions_in_one_place_are_refused(project: Project) -> None:
    """The family edition is never written into the staff edition's folder."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {site_dir: site}")

    built = project.write({**GOOD, "mkdocs.yml": settings}).build(strict=False)

    assert built.exit_code == 1
    assert "Both editions would be written to" in built.said


def test_an_engine_without_plugins_publishes_no_plan(project: Project) -> None:
    """Built without the plugin, the site holds the page that says so and nothing of any plan."""
    project.write({**GOOD, "mkdocs.yml": "site_name: Test\ndocs_dir: docs_templates/pages\nplugins: []\n"})

    built = project.build(strict=False)

    assert built.exit_code == 0, built.said
    everything = "".join(page.read_text(encoding="utf-8") for page in project.site.rglob("*.html"))
    assert "The plans are not built" in everything
    assert "Medicines were not always managed" not in everything


def test_commands_after_a_build_find_the_site_where_it_is(project: Project) -> None:
    """After a build `site_dir` is the published folder again: deploying commands read it."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    allow_public_staff_edition: true")
    project.write({**GOOD, "mkdocs.yml": settings})
    config = load_config(str(project.folder / "mkdocs.yml"))
    config.plugins.on_startup(command="gh-deploy", dirty=False)

    build(config)

    assert Path(config.site_dir) == project.site
    assert (project.site / "plans" / "oak" / "index.html").is_file()


def test_only_what_is_listed_is_published(project: Project) -> None:
    """Plans, notes' files and files that merely lie beside them are not in the site."""
    project.write({**GOOD, "evidence/rota.txt": "names of staff", "plans/draft.txt": "a draft"})

    assert project.build(strict=False).exit_code == 0

    published = [path for path in project.site.rglob("*") if path.suffix in {".yaml", ".md", ".txt"}]
    assert published == []


def test_a_service_with_a_very_long_name_is_built(project: Project) -> None:
    """A name of more letters than an address may have is shortened there, and shown whole."""
    name = "The nursing and residential home for older people beside the old mill on the river"
    project.write({**GOOD, "plans/oak.yaml": OAK.replace("Oakfield House", name)})

    built = project.build()

    assert built.exit_code == 0, built.said
    assert name in project.read("site/plans/oak/index.html") + project.read("site/index.html")
