"""Approving a project's own pages and words for families, as one entry: what is its own, and writing it down."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from action_plans.family.own_theme import APPROVAL, OwnTheme, approving_roles, shown_path, theme_in_use
from action_plans.model.errors import ActionPlansError
from action_plans.pipeline import examine, family_templates
from action_plans.project.settings import Settings


@dataclass(eq=False)
class ThemeNotApprovedError(ActionPlansError):
    """The project's own theme was not approved: `why` says why, and what to do."""

    why: str

    def __str__(self) -> str:
        return self.why


class ApprovingTheme:
    """The project's own theme of the family edition."""

    def __init__(self, settings: Settings) -> None:
        """Read the project."""
        self._settings = settings
        self._trace = examine(settings).trace
        self._templates = family_templates(settings)
        chosen, _ = theme_in_use(self._trace, self._templates, settings.options.family, settings.names_to_refuse)
        self._own, self._said = chosen.own, chosen.problems

    def text(self) -> str:
        """Return what to read before approving: every file against the package's of that name."""
        if self._own is None:
            return "This project has no pages or words of its own for families: docs_templates/family/ is not there.\n"
        return "".join(f"{line}\n" for line in self._lines(self._own))

    def write(self, by: str) -> str:
        """Write the approval beside the files and return its path.

        Raises:
            ThemeNotApprovedError: there is nothing to approve, it is wrong, or nobody has this role.
        """
        own = self._own
        if own is None or not own.files:
            raise ThemeNotApprovedError(self.text().strip())
        roles = approving_roles(self._trace)
        if by not in roles:
            raise ThemeNotApprovedError(f"{by} is no role of a service. There are: {', '.join(sorted(roles))}.")
        if own.faults:
            raise ThemeNotApprovedError("\n".join(["Put this right first:", *map(str, own.faults)]))
        code = by if by.isalnum() and not by.isdigit() else f'"{by}"'
        written = f"by: {code}\ndate: {self._settings.today.isoformat()}\nfingerprint: {own.fingerprint}\n"
        (own.folder / APPROVAL).write_text(written, encoding="utf-8", newline="\n")
        return shown_path(own.folder, APPROVAL)

    def _lines(self, own: OwnTheme) -> Iterator[str]:
        state = "approved" if own.is_approved and not self._said else "not used: the package's own pages are"
        yield f"{shown_path(own.folder, '')}: {len(own.files)} files of this project's own, {state}."
        yield from (f"  {problem}" for problem in self._said)
        for path, content in own.files.items():
            package = self._templates[-1] / path
            yield ""
            yield f"  {path} ({'in place of one of the package' if package.is_file() else 'new'})"
            yield from (f"    {line}" for line in _changes(package, content))
        yield ""
        yield f"If families may read these pages, run `action-plans approve --theme --by ROLE`, or write {APPROVAL}:"
        yield f"    by: ROLE\n    date: {self._settings.today.isoformat()}\n    fingerprint: {own.fingerprint}"


def _changes(package: Path, content: bytes) -> Iterator[str]:
    """Yield what a file changes against the package's, line by line; a file that is no text in one line."""
    try:
        new = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        yield f"{len(content)} bytes that are no text"
        return
    old = package.read_text(encoding="utf-8").splitlines() if package.is_file() else []
    yield from (line for line in unified_diff(old, new, lineterm="", n=0) if not line.startswith(("---", "+++", "@@")))
