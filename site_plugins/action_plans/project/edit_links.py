"""Links from a page to where its file can be changed: at GitHub or GitLab, from the repository's address alone."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlsplit

from action_plans.history.repository_place import repository_place

_EDITORS = {"github": "edit", "gitlab": "-/edit"}
"""How each forge's address of its editor goes on after the repository's, before branch and file."""

_BRANCH = re.compile(r"(?:-/)?(?:edit|blob|tree|raw|blame)/(?P<rest>.+)")


@dataclass(frozen=True, slots=True)
class EditLinks:
    """Where the files of a project can be changed: `start`, the address up to the project's own folder, or nowhere."""

    start: str = ""

    def to(self, path: str | None, line: int | None = None) -> str | None:
        """Return the address at which a file of the project can be changed, at a line of it (from 1)."""
        if not self.start or path is None:
            return None
        return self.start + quote(path) + (f"#L{line}" if line is not None else "")


def edit_links(
    root: Path, repo_url: str | None, edit_uri: str | None, docs: str, environment: Mapping[str, str]
) -> EditLinks:
    """Return the links to where the files of a project can be changed.

    The branch is the one of `edit_uri`, else what git or the forge's variables say; where nothing says it there is no
    link, rather than one that leads nowhere.

    Args:
        root: the project's folder.
        repo_url: the repository's address, as mkdocs.yml has it.
        edit_uri: what mkdocs.yml says of it itself: None where it says nothing, empty where no link is wanted.
        docs: the folder of hand-written pages, relative to the project, in which `edit_uri` usually ends.
        environment: the variables of this build.
    """
    forge = _forge(repo_url or "")
    if forge is None or repo_url is None or edit_uri == "":
        return EditLinks()
    place = repository_place(root, environment)
    folder = place.folder if place is not None else ""
    branch = _branch_of(edit_uri, f"{folder}{docs}") if edit_uri else (place.branch if place is not None else None)
    if not branch:
        return EditLinks()
    address = repo_url.rstrip("/").removesuffix(".git")
    return EditLinks(f"{address}/{_EDITORS[forge]}/{quote(branch)}/{quote(folder)}")


def _forge(repo_url: str) -> str | None:
    """Return which forge an address is of: its own, or one that a group runs under its name (gitlab.example.org)."""
    try:
        parts = urlsplit(repo_url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        return None
    return next((name for name in _EDITORS if name in parts.netloc.casefold().split(":")[0].split(".")), None)


def _branch_of(edit_uri: str, docs: str) -> str | None:
    """Return the branch in `edit/main/docs/`: what stands before the folder of pages, else the first word."""
    found = _BRANCH.fullmatch(edit_uri.strip("/"))
    if found is None:
        return None
    rest = found["rest"]
    before, _, after = rest.partition(f"/{docs.strip('/')}")
    return before if before != rest and not after.strip("/") else rest.split("/")[0]
