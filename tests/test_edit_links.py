"""Each page of the staff edition leads to the file, branch and line where it is changed; families see no such link."""

import subprocess
from pathlib import Path

import pytest

from action_plans.project.edit_links import edit_links
from tests.project import MKDOCS_YML, Project
from tests.small_plans import NOTE, OAK

DOCS = "docs_templates/pages"
ON_MAIN = {"GITHUB_REF_TYPE": "branch", "GITHUB_REF_NAME": "main"}
GITHUB, GITLAB = "https://github.com/care/plans", "https://gitlab.com/care/homes/plans"


@pytest.mark.parametrize(
    ("repo_url", "edit_uri", "environment", "expected"),
    [
        (GITHUB, None, ON_MAIN, "https://github.com/care/plans/edit/main/plans/oak.yaml#L41"),
        (f"{GITHUB}.git", None, ON_MAIN, "https://github.com/care/plans/edit/main/plans/oak.yaml#L41"),
        (f"{GITHUB}/", "edit/trunk/docs/", ON_MAIN, "https://github.com/care/plans/edit/trunk/plans/oak.yaml#L41"),
        (GITHUB, f"edit/a/b/{DOCS}/", {}, "https://github.com/care/plans/edit/a/b/plans/oak.yaml#L41"),
        (GITHUB, "blob/main", {}, "https://github.com/care/plans/edit/main/plans/oak.yaml#L41"),
        (GITLAB, None, {"CI_DEFAULT_BRANCH": "main"}, f"{GITLAB}/-/edit/main/plans/oak.yaml#L41"),
        (GITLAB, "-/edit/live/docs/", {}, f"{GITLAB}/-/edit/live/plans/oak.yaml#L41"),
        ("https://gitlab.example.org:8443/a/b", None, {"CI_DEFAULT_BRANCH": "x y"},
         "https://gitlab.example.org:8443/a/b/-/edit/x%20y/plans/oak.yaml#L41"),
        (GITHUB, None, {"GITHUB_BASE_REF": "main", "GITHUB_REF_NAME": "12/merge"},
         "https://github.com/care/plans/edit/main/plans/oak.yaml#L41"),
        (GITHUB, None, {"GITHUB_REF_TYPE": "tag", "GITHUB_REF_NAME": "v1"}, None),
        (GITHUB, None, {}, None),
        (GITHUB, "", ON_MAIN, None),
        ("https://user:word@github.com/care/plans", None, ON_MAIN, None),
        ("javascript:alert(1)//github", None, ON_MAIN, None),
        ("https://notgithub.example.org/care/plans", None, ON_MAIN, None),
        ("https://[broken", None, ON_MAIN, None),
        (None, None, ON_MAIN, None),
    ],
)  # fmt: skip
def test_a_link_names_forge_branch_file_and_line_or_is_none(
    tmp_path: Path, repo_url: str | None, edit_uri: str | None, environment: dict[str, str], expected: str | None
) -> None:
    """From the repository's address alone a link is whole; where the branch is not known there is none."""
    git(tmp_path, "init", "--quiet")

    assert edit_links(tmp_path, repo_url, edit_uri, DOCS, environment).to("plans/oak.yaml", 41) == expected


def test_a_project_in_a_folder_of_its_repository_on_the_branch_that_origin_names(tmp_path: Path) -> None:
    """What git says of the main branch goes before the forge's variables, and the project's folder is in it."""
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/live")
    project = tmp_path / "homes" / "oak field"
    project.mkdir(parents=True)

    links = edit_links(project, GITHUB, None, DOCS, ON_MAIN)

    assert links.to("evidence/Ärger #1.md") == f"{GITHUB}/edit/live/homes/oak%20field/evidence/%C3%84rger%20%231.md"


def test_pages_lead_to_what_they_are_made_from(project: Project) -> None:
    """A plan's page leads to its file, an item's to its line, a note's to the note, a hand-written page to itself."""
    about = "docs_templates/pages/about.md"
    mkdocs_yml = f"{MKDOCS_YML}repo_url: {GITHUB}\n"
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": NOTE, about: "# About\n", "mkdocs.yml": mkdocs_yml})
    git(project.folder, "init", "--quiet")
    git(project.folder, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main")
    line = OAK.splitlines().index("  - id: A1") + 1

    assert project.build(strict=False).exit_code == 0

    def leads(page: str, to: str) -> bool:
        return f'href="{GITHUB}/edit/main/{to}"' in project.read(f"site/{page}index.html")

    assert leads("plans/oak/", "plans/oak.yaml")
    assert leads("plans/oak/actions/a1/", f"plans/oak.yaml#L{line}")
    assert leads("evidence/e1/", "evidence/e1.md")
    assert leads("about/", about)
    assert not [page for page in (project.folder / "site-family").rglob("*.html") if GITHUB in page.read_text()]


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", "-C", folder, *arguments], check=True)
