"""Where the files of pages can be changed, in MkDocs' terms: its options in, an address for each page out."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage

from action_plans.project.edit_links import EditLinks, edit_links
from action_plans.project.settings import Settings

_GUESSED = ("edit/master/docs/", "src/default/docs/")
"""What MkDocs puts in place of an `edit_uri` that is not written: a branch and a folder that need not be there."""


@dataclass(frozen=True, slots=True)
class EditAddresses:
    """Our own links where the forge is known, else what MkDocs makes of the site's `edit_uri`.

    Attributes:
        links: those to a forge that is known.
        root: the project's folder.
        docs: that of hand-written pages.
        is_said: whether mkdocs.yml says itself where pages are changed.
    """

    links: EditLinks
    root: Path
    docs: Path
    is_said: bool

    def of(self, path: str | None, line: int | None = None) -> str | None:
        """Return the address at which a file of the project can be changed, where the forge is known."""
        return self.links.to(path, line)

    def for_mkdocs(self, path: str | None) -> str | None:
        """Return a file of the project as MkDocs' own edit links need it, seen from `docs_dir`.

        None where ours are used, and where MkDocs would only guess.
        """
        if path is None or self.links.start or not self.is_said:
            return None
        return Path(os.path.relpath(self.root / path, self.docs)).as_posix()

    def mend(self, pages: Iterable[MkDocsPage]) -> None:
        """Give hand-written pages the right address where MkDocs has only guessed a branch and a folder."""
        if self.is_said:
            return
        for page in pages:
            if page.edit_url is not None and page.file.src_dir is not None:
                page.edit_url = self.of(Path(os.path.relpath(self.docs / page.file.src_uri, self.root)).as_posix())


def edit_addresses(settings: Settings, config: MkDocsConfig) -> EditAddresses:
    """Return where the files of a project can be changed, by what mkdocs.yml, git and the forge say."""
    root, docs = settings.root.resolve(), Path(config.docs_dir).resolve()
    said = bool(config.edit_uri_template) or config.edit_uri not in (None, *_GUESSED)
    edit_uri = config.edit_uri if said else None
    folder = Path(os.path.relpath(docs, root)).as_posix()
    by_template = bool(config.edit_uri_template)
    links = EditLinks() if by_template else edit_links(root, config.repo_url, edit_uri, folder, os.environ)
    return EditAddresses(links, root, docs, said)
