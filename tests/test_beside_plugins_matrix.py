"""Beside other plugins and under other settings both sites are whole, nothing leaks, families read the same."""

import socket
import sys
from dataclasses import dataclass, field

import pytest

from tests.beside import is_whole, lay_out, mkdocs_yml
from tests.project import Project, run

OUR_HOME = {"docs/index.md": "# Welcome\n\nTo [the plans](plans/index.md).\n"}


@dataclass(frozen=True)
class Case:
    """A site beside the plans: its settings, files more and fewer, and one that it then has: that all of it ran."""

    plugins: str = ""
    theme: str = ""
    more: str = ""
    files: dict[str, str] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    made: str = "about/index.html"


CASES = {
    "what is in a page": Case(
        """\
tags:
macros:
glightbox:
mkdocstrings:
minify: {minify_html: true, minify_js: true, minify_css: true}
git-revision-date-localized:
  enable_creation_date: true
  enable_parallel_processing: false
  exclude: [index.md, "plans/*", "evidence/*", "people/*", "by-*", "services/*", "problems/*", "help/*"]
git-authors:
meta:
""",
        files={
            "docs/more.md": "---\ntags: [care]\n---\n# More {{ 1 + 1 }}\n\n::: json.dumps\n\n![A picture](a.svg)\n",
            "docs/a.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
        },
        made="more/index.html",
    ),
    "blog": Case(
        "blog:",
        files={
            "docs/blog/index.md": "# News\n",
            "docs/blog/posts/a.md": "---\ndate: 2026-05-01\n---\n# A post\n\nHello.\n\n<!-- more -->\n\nMore.\n",
        },
        made="blog/archive/2026/index.html",
    ),
    "a feed": Case("rss:", more="site_url: https://example.org/", made="feed_rss_created.xml"),
    "redirects": Case(
        "redirects:\n  redirect_maps:\n    old.md: about.md\n    older.md: https://staff.example.org/plans/oak/index.html",
        made="older/index.html",
    ),
    "a menu of its own": Case(
        "awesome-nav:", files={"docs/.nav.yml": "nav: [about.md, '*']\n", "docs/more.md": "# More\n"}
    ),
    "a menu as a list": Case("literate-nav:", files={"docs/SUMMARY.md": "- [Home](index.md)\n- [About](about.md)\n"}),
    "sections with a page": Case(
        "section-index:", files={**OUR_HOME, "docs/part/index.md": "# Part\n", "docs/part/a.md": "# A\n"},
        made="part/a/index.html",
    ),
    "two languages by the end of a name": Case(
        "i18n:\n  docs_structure: suffix\n  languages:\n    - {locale: en, default: true, name: English}\n"
        "    - {locale: cy, name: Cymraeg}",
        files={"docs/about.cy.md": "# Amdanom ni\n"}, made="cy/about/index.html",
    ),
    "two languages by folder": Case(
        "i18n:\n  docs_structure: folder\n  languages:\n    - {locale: en, default: true, name: English}\n"
        "    - {locale: cy, name: Cymraeg}",
        files={"docs/en/index.md": "# Home\n", "docs/en/about.md": "# About\n", "docs/cy/index.md": "# Croeso\n"},
        without=("docs/index.md", "docs/about.md"),
        made="cy/index.html",
    ),
    "for a stick": Case("offline:", made="about.html"),
    "files for folders": Case(more="use_directory_urls: false", made="about.html"),
    "a menu that names our home": Case(more="nav: [index.md, about.md]"),
    "all that the theme can": Case(
        theme="""\
features: [navigation.instant, navigation.instant.prefetch, navigation.tabs, navigation.sections, navigation.indexes,
  navigation.tracking, navigation.prune, navigation.footer, toc.integrate, content.action.edit, search.suggest,
  search.highlight, search.share, announce.dismiss, content.code.copy]
palette:
  - {scheme: default, toggle: {icon: material/brightness-7, name: Dark}}
  - {scheme: slate, toggle: {icon: material/brightness-4, name: Light}}
custom_dir: over""",
        more="site_url: https://example.org/a/b/\nrepo_url: https://github.com/care/plans\nhooks: [hook.py]",
        files={
            "over/main.html": '{% extends "base.html" %}{% block announce %}Hello, all{% endblock %}',
            "hook.py": "def on_page_content(html, page, config, files):\n    return html + '<p>From a hook.</p>'\n",
        },
    ),
    "a language from right to left": Case(theme="language: ar"),
}  # fmt: skip


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What families read where there is nothing beside."""
    project = Project(tmp_path_factory.mktemp("alone"))
    lay_out(project, {})
    assert is_whole(project, project.build()) == []
    return pages_of_families(project)


@pytest.mark.parametrize("name", CASES)
def test_both_sites_are_whole_beside(project: Project, name: str, families: dict[str, bytes]) -> None:
    """A strict build passes, each link leads somewhere, nothing kept is told, families read the same bytes."""
    case = CASES[name]
    lay_out(project, {**case.files, "mkdocs.yml": mkdocs_yml(case.plugins, case.theme, case.more)}, case.without)

    built = project.build(environment={"DISABLE_MKDOCS_2_WARNING": "true"})

    assert is_whole(project, built, base="/a/b/" if "/a/b/" in case.more else "/") == []
    assert (project.site / case.made).is_file()
    assert "noindex" in project.read("site/plans/oak/findings/f1/index.html")
    assert pages_of_families(project) == families


CANNOT = {
    "a theme that is not Material": (
        mkdocs_yml().replace("name: material\n  font: false", "name: readthedocs"), {},
        ("name: material, font: false",),
    ),
    "a menu that names our pages": (
        mkdocs_yml("awesome-nav:"),
        {"docs/.nav.yml": "nav: [index.md, plans/index.md, about.md]\n"},
        ("'index.md' doesn't match any files", "'plans/index.md' doesn't match any files"),
    ),
    "sections with a page, where our home page stands": (
        mkdocs_yml("section-index:"), {"docs/part/index.md": "# Part\n", "docs/part/a.md": "# A\n"},
        ("couldn't detect a supported theme",),
    ),
    "a redirect to a file of ours": (
        mkdocs_yml("redirects: {redirect_maps: {old.md: plans/oak/index.md}}"), {},
        ("Redirect target 'plans/oak/index.md' does not exist",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CANNOT)
def test_what_help_says_cannot_work_stops_a_strict_build(project: Project, name: str) -> None:
    """Nothing is published, and one sentence says why: help has the way round it."""
    settings, files, why = CANNOT[name]
    lay_out(project, {**files, "mkdocs.yml": settings})

    built = project.build(environment={"DISABLE_MKDOCS_2_WARNING": "true"})

    assert built.exit_code == 1
    assert [each for each in why if each not in built.said] == []
    assert "Traceback" not in built.said
    assert not project.site.exists()


def test_settings_from_elsewhere(project: Project, families: dict[str, bytes]) -> None:
    """A site whose settings are inherited, taken from the machine, and named from another folder builds the same."""
    base = mkdocs_yml().replace("site_name: Oakfield", "site_name: !ENV [NAME_OF_THE_SITE, Oakfield]")
    lay_out(project, {"base.yml": base, "mkdocs.yml": "INHERIT: base.yml\n"})
    elsewhere = Project(project.folder / "docs")

    built = elsewhere.build("-f", str(project.folder / "mkdocs.yml"))

    assert is_whole(project, built) == []
    assert pages_of_families(project) == families


def test_the_file_of_properdocs_is_found(project: Project) -> None:
    """The command reads the settings where ProperDocs, which goes on from MkDocs, has them."""
    lay_out(project, {})
    (project.folder / "mkdocs.yml").rename(project.folder / "properdocs.yml")

    checked = project.check()

    assert (checked.exit_code, checked.errors) == (0, "")


def test_a_port_that_is_taken_is_said_in_a_sentence(project: Project) -> None:
    """A preview that another program stands in the way of says so and what to write, its theme watched or not."""
    lay_out(project, {})
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        address = f"127.0.0.1:{port}"
        served = run([sys.executable, "-m", "mkdocs", "serve", "--watch-theme", "-a", address], project.folder)

    assert served.exit_code == 1
    assert "Traceback" not in served.said
    assert f"mkdocs serve -a 127.0.0.1:{port + 1}" in served.said


def pages_of_families(project: Project) -> dict[str, bytes]:
    """Return each file of the family edition."""
    site = project.family_site
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}
