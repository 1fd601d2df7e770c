"""Where a build goes: never to the public by accident, never over what families read when it is only tried out."""

import hashlib
import sys
from pathlib import Path

import pytest

from tests.project import MKDOCS_YML, Project, Run, run
from tests.small_plans import FAMILY

PUBLIC = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {require_approval: false}")
LAST_GOOD = {"site/index.html": "the last good staff edition", "site-family/index.html": "the last good family edition"}


def deployed(project: Project, settings: str) -> Run:
    """Run `mkdocs gh-deploy` in a repository whose remote is a folder beside the project."""
    remote = project.folder.parent / "remote.git"
    project.write({"mkdocs.yml": settings, "plans/oak.yaml": FAMILY, ".gitignore": "site/\nsite-family/\n"}).commit()
    project.git("init", "--quiet", "--bare", str(remote))
    project.git("remote", "add", "origin", str(remote))
    names = {"GIT_AUTHOR_NAME": "Quality lead", "GIT_COMMITTER_NAME": "Quality lead", "EMAIL": "quality@example.org"}
    return run([sys.executable, "-m", "mkdocs", "gh-deploy", "--force"], project.folder, names)


def pushed(project: Project) -> list[str]:
    """Return the files of the branch that was pushed; none where there is none."""
    return project.git("ls-tree", "-r", "--name-only", "gh-pages").output.split()


def test_the_staff_edition_is_not_pushed_to_the_public(project: Project) -> None:
    """`mkdocs gh-deploy` is refused before anything is built, and says how the families' pages are published."""
    done = deployed(project, PUBLIC)

    assert done.exit_code == 1
    assert "site-family" in done.said
    assert "allow_public_staff_edition: true" in done.said
    assert "Traceback" not in done.said
    assert pushed(project) == []
    assert not project.site.exists()


def test_it_is_pushed_where_the_project_says_so(project: Project) -> None:
    """With the option, the published site is what is pushed, whole."""
    settings = PUBLIC.replace("    as_of", "    allow_public_staff_edition: true\n    as_of")
    done = deployed(project, settings)

    assert done.exit_code == 0, done.said
    assert "plans/oak/index.html" in pushed(project)
    assert (project.site / "plans" / "oak" / "index.html").is_file()


@pytest.mark.parametrize(
    ("place", "family"),
    [
        ("elsewhere/site", "elsewhere/site-family"),
        ("../outside/public", "../outside/site-family"),
        ("tried", "tried-family"),
    ],
)
def test_a_build_to_another_place_leaves_the_projects_own_sites_alone(
    project: Project, place: str, family: str
) -> None:
    """With `-d`, both editions go there, side by side; what families read stays as it was."""
    project.write({"mkdocs.yml": PUBLIC, "plans/oak.yaml": FAMILY, **LAST_GOOD})

    built = project.build("-d", str(project.folder / place))

    assert built.exit_code == 0, built.said
    assert (project.folder / place / "plans" / "oak" / "index.html").is_file()
    assert "Giving medicines safely" in (project.folder / family / "index.html").read_text(encoding="utf-8")
    for path, text in LAST_GOOD.items():
        assert project.read(path) == text


@pytest.mark.parametrize("place", ["site-family", "site-family/inside"])
def test_a_build_into_the_families_folder_is_refused(project: Project, place: str) -> None:
    """With `-d`, the staff edition goes nowhere that families read, and what they read stays as it was."""
    project.write({"mkdocs.yml": PUBLIC, "plans/oak.yaml": FAMILY, **LAST_GOOD})

    built = project.build("-d", str(project.folder / place))

    assert built.exit_code == 1
    assert "`family.site_dir`" in built.said
    assert not list(project.folder.glob("site-family*/**/trail.json"))
    for path, text in LAST_GOOD.items():
        assert project.read(path) == text


def test_a_build_to_the_usual_place_by_its_name_goes_to_the_usual_places(project: Project) -> None:
    """With `-d site` nothing is different, and the options' folder for families holds."""
    settings = PUBLIC.replace("family: {", "family: {site_dir: public/families, ")
    project.write({"mkdocs.yml": settings, "plans/oak.yaml": FAMILY})

    built = project.build("-d", str(project.site))

    assert built.exit_code == 0, built.said
    assert (project.folder / "public" / "families" / "index.html").is_file()


@pytest.mark.parametrize(
    "begins", ["a build in error", "a check in error", "a pack", "a good build", "a build elsewhere"]
)
def test_whatever_begins_first_settles_what_a_killed_build_left(project: Project, begins: str) -> None:
    """Killed between the two renames, both editions are whole again as soon as anything else begins."""
    project.write({"mkdocs.yml": PUBLIC, "plans/oak.yaml": FAMILY})
    assert project.build().exit_code == 0
    new = {name: sums(project.folder / name) for name in ("site", "site-family")}
    project.write({path.replace("site", ".site", 1): text for path, text in NEW.items()})
    (project.folder / "site").rename(project.folder / ".site.old")
    (project.folder / ".site.new").mkdir(exist_ok=True)
    project.write({".site.swap.json": JOURNAL})

    if "error" in begins:
        project.write({"plans/oak.yaml": FAMILY.replace("owner: RM", "owner: XX")})
    if "build" in begins:
        project.build(*(["-d", str(project.folder / "x" / "site")] if "elsewhere" in begins else []))
    else:
        project.command("check" if "check" in begins else "pack")

    held = {name: sums(project.folder / name) for name in ("site", "site-family")}
    assert held == new if begins == "a good build" else held == {name: sums_of(NEW, name) for name in held}
    assert not (project.folder / ".site.swap.json").exists()


NEW = {"site.new/index.html": "new", "site-family.new/index.html": "new"}
JOURNAL = (
    '{"schema": "action-plans/swap/1", "swaps": '
    '[{"folder": "site", "had_site": true}, {"folder": "site-family", "had_site": true}]}'
)


def sums(folder: Path) -> dict[str, str]:
    """Return every file below a folder with the sum of its bytes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def sums_of(files: dict[str, str], name: str) -> dict[str, str]:
    """Return the same of files that are staged for the folder `name`."""
    start = f"{name}.new/"
    return {
        path.removeprefix(start): hashlib.sha256(text.encode()).hexdigest()
        for path, text in files.items()
        if path.startswith(start)
    }
