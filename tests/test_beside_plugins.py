"""Beside other plugins: our files are whole in MkDocs' terms, and a build within a build publishes once."""

from tests.project import MKDOCS_YML, Project
from tests.small_plans import NOTE, OAK

GOOD = {"plans/oak.yaml": OAK, "evidence/e1.md": NOTE, "docs_templates/pages/about.md": "# About\n"}

LOOKS = """\
    import logging
    from pathlib import Path

    log = logging.getLogger("mkdocs.looks")

    def on_nav(nav, config, files):
        for file in files:
            if file.abs_src_path is None or not Path(file.abs_src_path).is_file():
                log.warning("no source: %s", file.src_uri)
        ours = files.get_file_from_path("plans/oak/findings/f1/index.md")
        log.warning("source of F1: %s", ours.abs_src_path)
    """

BUILDS_AGAIN = """\
    from mkdocs.commands.build import build
    from mkdocs.utils import clean_directory

    again = False

    def on_post_build(config):
        global again
        if again:
            return
        again = True
        import mkdocs.utils
        mkdocs.utils.clean_directory = lambda folder: None
        config.theme["language"] = "cy"
        build(config)
        mkdocs.utils.clean_directory = clean_directory
        again = False
    """


def test_every_file_of_ours_names_its_source(project: Project) -> None:
    """Plugins that ask where a page comes from get a file that is there: the plan, the note, or the project's file."""
    project.write({**GOOD, "hook.py": LOOKS, "mkdocs.yml": MKDOCS_YML + "hooks: [hook.py]\n"})

    built = project.build(strict=False)

    assert built.exit_code == 0, built.said
    assert "no source" not in built.said
    assert f"source of F1: {project.folder / 'plans' / 'oak.yaml'}" in built.said


def test_a_build_within_a_build_publishes_once_and_whole(project: Project) -> None:
    """Where a plugin builds the site again for another language, ours are written once, and both sites are whole."""
    project.write(GOOD)
    assert project.build().exit_code == 0
    once = {path.relative_to(project.site) for path in project.site.rglob("*.html")}
    page, index = project.read("site/plans/oak/index.html"), project.read("site/search/search_index.json")
    project.write({"hook.py": BUILDS_AGAIN, "mkdocs.yml": MKDOCS_YML + "hooks: [hook.py]\n"})

    built = project.build()

    assert built.exit_code == 0, built.said
    assert {path.relative_to(project.site) for path in project.site.rglob("*.html")} == once
    assert project.read("site/plans/oak/index.html") == page
    assert index.count('"location":"plans/oak/findings/f1/"') == 1
    assert (project.family_site / "index.html").is_file()
    assert [path.name for path in project.folder.iterdir() if path.name.startswith(".site")] == []
