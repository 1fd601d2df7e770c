"""What a preview shows at once: the pages of the plan that is being written, in the frames of the last build."""

from pathlib import Path

from action_plans.mkdocs_plugin.shell import Shell
from action_plans.mkdocs_plugin.site import Site
from action_plans.pipeline import Examined
from action_plans.project.settings import Settings
from action_plans.reading.files_read import FilesRead


class FirstLook:
    """The last whole build of a preview, on top of which pages can be shown before the next is made."""

    def __init__(self, settings: Settings, examined: Examined, known: FilesRead, site: Site, shell: Shell) -> None:
        """Keep what the build was made from, and its pages and their frames."""
        self._settings, self._examined, self._known = settings, examined, known
        self._pages = {page.finished.address: page for page in site.pages}
        self._shell = shell
        self._shown = {page.finished.address: page.total for page in site.pages}

    def show(self, folder: Path) -> bool:
        """Write the pages that are there already and read otherwise now into the site in `folder`.

        New pages wait for the whole build: nothing leads to them yet. Each file is replaced at once, so that nobody
        reads half of one.

        Returns:
            Whether there were any.

        Raises:
            OSError: one cannot be written; the whole build writes it.
        """
        from action_plans.first_look import first_look  # noqa: PLC0415 -- what makes pages loads long: only in a preview

        pages = first_look(self._settings, self._examined, self._known)
        if pages is None:
            return False
        written = False
        for number, head in enumerate(pages.heads):
            total = pages.total(number)
            if self._shown.get(head.address, total) == total:
                continue
            there = self._pages[head.address]
            html = self._shell.again(there, head, pages.html(number))
            if html is not None:
                _replace(folder / there.file.dest_uri, html)
                self._shown[head.address] = total
                written = True
        return written


def _replace(file: Path, html: str) -> None:
    new = file.with_name(f"{file.name}.new")
    new.write_text(html, encoding="utf-8", errors="xmlcharrefreplace")  # as MkDocs writes pages
    new.replace(file)
