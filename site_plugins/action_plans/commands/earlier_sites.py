"""Folders that an earlier version of the project wrote families' pages to, and that still lie there."""

import re
from collections.abc import Iterator
from pathlib import Path

from action_plans.family.guards.output import pages_without_policy
from action_plans.history.whole_versions import texts_of
from action_plans.project.options import FamilyOptions
from action_plans.project.project_file import PROJECT_FILES
from action_plans.project.settings import Settings

_SITE_DIR = re.compile(r"site_dir[\"']?\s*:\s*[\"']?([^\s\"',}#]+)")


def earlier_family_sites(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of earlier `family.site_dir`s, within the project, that hold families' pages of ours.

    The mark of ours is the content policy of their home page. Cost: a question to git or two, and one for each version
    of mkdocs.yml.
    """
    now = (settings.root / settings.options.family.site_dir).resolve()
    root = settings.root.resolve()
    found: dict[Path, None] = {}
    for name in _names(settings):
        folder = (settings.root / name).resolve()
        if folder != now and root in folder.parents and is_ours(folder):
            found[folder] = None
    return tuple(found)


def is_ours(folder: Path) -> bool:
    """Whether a folder holds families' pages of ours: their home page has our content policy."""
    home = folder / "index.html"
    if not home.is_file() or home.is_symlink():
        return False
    return not list(pages_without_policy({"index.html": home.read_bytes()}))


def _names(settings: Settings) -> Iterator[str]:
    yield FamilyOptions().site_dir
    here = [name for name in PROJECT_FILES if (settings.root / name).exists()]
    for name in dict.fromkeys([PROJECT_FILES[0], *here]):  # a project that moved to another builder was MkDocs' before
        for text in texts_of(settings.root, name):
            yield from (found[1] for found in _SITE_DIR.finditer(text))
