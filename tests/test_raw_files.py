"""Plans, notes and services inside MkDocs' own folder: published by us or not at all, never as they are."""

import os
import shutil

import pytest

from tests.project import MKDOCS_YML, Project
from tests.small_plans import NOTE, OAK

ASKED_FOR = "Only whoever asks may read this sentence."
PLAN = OAK + "# a remark that only the file holds\n"
ON_REQUEST = f"""\
---
id: E2
title: A private note
date: 2026-04-23
supports: OAK/A1
confidentiality: on-request
---
{ASKED_FOR}
"""
ATTACHED = NOTE.replace("by: CL\n", "by: CL\nattachments: [{file: scores.csv}]\n")
RAW = (
    "a remark that only the file holds",
    ASKED_FOR,
    "draft minutes",
    "unlisted figures",
    "Jane Example",
    "[{file: scores.csv}]",
)
"""What stands in raw files and on no page."""

WARNED_OF = ("plans/minutes.txt", "evidence/deep/er/unlisted.csv")
"""Files of which a strict build warns, since nothing reads them."""

FILES = {
    "plans/oak.yaml": PLAN,
    "plans/minutes.txt": "draft minutes\n",
    "plans/services/elm.yaml": "id: elm\nname: Elm Lodge\nkind: care-home\n# a remark that only the file holds\n",
    "evidence/deep/er/e1.md": ATTACHED,
    "evidence/deep/er/scores.csv": "listed figures\n",
    "evidence/deep/er/unlisted.csv": "unlisted figures\n",
    "evidence/private.md": ON_REQUEST,
}


def built_inside(project: Project, docs: str, options: str, strict: bool = True) -> None:
    """Build the project with `docs` as MkDocs' folder, that has a home page and a page beside, and `options`."""
    settings = MKDOCS_YML.replace("docs_templates/pages", docs).replace(
        "as_of: 2026-05-12", f"as_of: 2026-05-12{options}"
    )
    project.write({"mkdocs.yml": settings, f"{docs}/index.md": "# Welcome\n", f"{docs}/other/page.md": "# By hand\n"})
    built = project.build(strict=strict)
    assert built.exit_code == 0, built.said


def assert_nothing_raw(project: Project) -> None:
    """Look into every file of both sites, for what stands in raw files only, and for files that are not listed."""
    files = [path for site in (project.site, project.family_site) for path in site.rglob("*") if path.is_file()]
    for path in files:
        held = path.read_bytes().decode(errors="replace")
        assert [word for word in RAW if word in held] == [], path
    assert {path.suffix for path in files} & {".yaml", ".yml", ".md", ".txt"} == set()
    given_away = {path.name for path in files if path.suffix == ".csv"}
    assert given_away == {"scores.csv", "plan.csv"}  # what the note lists, and our own export
    pages = {path.relative_to(project.site).as_posix() for path in project.site.rglob("*.html")}
    assert len([page for page in pages if page.endswith("deep/er/e1/index.html")]) == 1
    assert len([page for page in pages if "private" in page or "one" in page]) == 1
    assert {"index.html", "other/page/index.html"} <= pages
    index = (project.site / "search" / "search_index.json").read_text(encoding="utf-8")
    assert "Watched medicines rounds" in index
    assert "By hand" in index


@pytest.mark.parametrize("inside", ["", "a/b/"], ids=["at its top", "deep in it"])
def test_plans_inside_the_folder_of_pages_are_not_published_raw(project: Project, inside: str) -> None:
    """Nothing raw, no second page, no line in the search index, no attachment that no note lists."""
    project.write({f"docs/{inside}{path}": text for path, text in FILES.items()})
    options = f"\n    plans_dir: docs/{inside}plans\n    evidence_dir: docs/{inside}evidence"
    built_inside(project, "docs", options, strict=False)  # warnings name what nothing reads

    assert_nothing_raw(project)


@pytest.mark.parametrize("way", ["a link", "dots", "hard links", "another plugin"])
def test_by_whatever_way_they_are_reached(project: Project, way: str) -> None:
    """Through a link, by `..`, under another name of the same file, or put back by a hook: they stay out."""
    project.write(FILES)
    options = ""
    docs = project.folder / "docs"
    docs.mkdir()
    if way == "a link":
        for folder in ("plans", "evidence"):
            (docs / f"linked-{folder}").symlink_to(project.folder / folder, target_is_directory=True)
        (docs / "one.md").symlink_to(project.folder / "evidence" / "private.md")
    elif way == "dots":
        for folder in ("plans", "evidence"):
            shutil.move(project.folder / folder, docs / folder)
        options = "\n    plans_dir: docs/other/../plans\n    evidence_dir: docs/other/../evidence"
        (docs / "other").mkdir()
    elif way == "hard links":
        os.link(project.folder / "evidence" / "private.md", docs / "one.md")
        os.link(project.folder / "plans" / "oak.yaml", docs / "one.yaml")
    else:
        project.write({"hook.py": HOOK})
        options = "\nhooks: [hook.py]"
    built_inside(project, "docs", options, strict=False)

    assert_nothing_raw(project)


HOOK = """\
    from mkdocs.structure.files import File

    def on_files(files, config):
        for name in ("evidence/private.md", "plans/oak.yaml"):
            path = config.config_file_path.replace("mkdocs.yml", name)
            files.append(File.generated(config, "put/back/" + name, abs_src_path=path))
        return files
    """


def test_what_belongs_to_the_project_is_not_published_either(project: Project) -> None:
    """The ledger of packs, a pack, and the file of names that families must never see stay out of the site."""
    project.write({**FILES, "docs/names.txt": "Jane Example\n", "docs/templates/staff/note.txt": "draft minutes\n"})
    options = "\n    templates_dir: docs/templates\n    family: {names_to_refuse: docs/names.txt}"
    settings = MKDOCS_YML.replace("docs_templates/pages", "docs").replace("2026-05-12", f"2026-05-12{options}")
    packed = project.write({"mkdocs.yml": settings, "docs/index.md": "# Welcome\n"}).command(
        "pack", "-o", "docs/pack.zip"
    )
    assert packed.exit_code == 0, packed.said

    built_inside(project, "docs", options, strict=False)

    assert_nothing_raw(project)
    assert list(project.site.rglob("*.zip")) == []


def test_a_strict_build_of_plans_inside_the_folder_of_pages_is_well(project: Project) -> None:
    """Taking files out warns of nothing: such a project builds strictly, notes that link to each other included."""
    note = NOTE.replace("six people.", "six people: see [the other](../private.md).")
    project.write({f"docs/{path}": text for path, text in FILES.items() if path not in WARNED_OF})
    project.write({"docs/evidence/more/e3.md": note.replace("E1", "E3")})

    built_inside(project, "docs", "\n    plans_dir: docs/plans\n    evidence_dir: docs/evidence")

    assert ASKED_FOR not in "".join(page.read_text(encoding="utf-8") for page in project.site.rglob("*.html"))
