"""A build that is published whole or not at all, whatever else MkDocs does with its folder."""

import logging
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from action_plans.family.family_edition import empty_site
from action_plans.mkdocs_plugin.log import Warnings, counted, still_online
from action_plans.mkdocs_plugin.same_pages import SamePages
from action_plans.model.problem import Severity
from action_plans.pipeline import Examined, family_templates
from action_plans.project.settings import Settings
from action_plans.publishing.destination import Kept
from action_plans.publishing.folder import write_files
from action_plans.publishing.publication import Publication

PREVIEW = "family-preview/"
"""Where a preview shows the family edition; never in a build."""

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')


class Building:
    """One build of both editions.

    MkDocs empties its folder before a page is made, and stops a strict build only after everything is written. So it
    is given a folder beside the real one, and the last thing a build does is to put both editions in place. A preview
    is built the same way, so that readers keep the last good one while the next is made; it holds the family edition
    inside.
    """

    def __init__(
        self, config: MkDocsConfig, settings: Settings, examined: Examined, folders: Sequence[Path], *, is_preview: bool
    ) -> None:
        """Turn the build to a hidden folder; `folders` are those of the staff edition and of the family edition.

        Others after these two are earlier folders of the family edition: they are to say that they are no longer used.

        Raises:
            PublishingError: a site may not be written where the options say.
        """
        self._family = examined.family if settings.options.family.enabled or not is_preview else None
        self._settings, self._examined = settings, examined
        self._is_preview = is_preview
        self._own_warnings = () if is_preview else examined.problems_of(Severity.WARNING)
        self._warnings = Warnings()
        self._config, self._site_dir = config, config.site_dir
        published = folders if self._family is not None and not is_preview else folders[:1]
        self._publication = Publication(published, _kept(config, settings))
        config.site_dir = str(self._publication.staged[0])
        self.same = SamePages(settings.root, config, Path(self._site_dir), self._publication.staged[0])
        logging.getLogger("mkdocs").addHandler(self._warnings)

    def publish(self, config: MkDocsConfig) -> None:
        """Put both editions in place, unless a strict build had a warning.

        Raises:
            PluginError: there was a warning; the last good sites are still there.
            PublishingError: the sites cannot be replaced; likewise.
        """
        if config.strict and (self._own_warnings or self._warnings.count):
            said = counted(self._own_warnings) if self._own_warnings else f"{self._warnings.count} warnings"
            stopped = f"Nothing was published: {said}, and the build is strict. The last good site stays."
            raise PluginError("\n".join(filter(None, [stopped, still_online(self._settings, self._examined)])))
        if self._family is not None:
            self._write_family(self._family.files)
        for folder in self._publication.staged[2:]:
            write_files(folder, empty_site(family_templates(self._settings), "switched_off"))
        self._publication.publish()
        self.same.keep()
        self._restore()

    def abandon(self) -> None:
        """Delete what was begun; the last good sites stay."""
        self._publication.abandon()
        self.same.end()
        self._restore()

    def _write_family(self, files: Mapping[str, bytes]) -> None:
        if self._is_preview:  # without the policy, which would keep the page from reloading
            shown = {path: _POLICY.sub(b"", content) for path, content in files.items()}
            write_files(self._publication.staged[0] / PREVIEW, shown)
        else:
            write_files(self._publication.staged[1], files)

    def _restore(self) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self._config.site_dir = self._site_dir  # commands that run after a build read it


def _kept(config: MkDocsConfig, settings: Settings) -> tuple[Kept, ...]:
    options = settings.options
    return (
        Kept("the project's folder", settings.root, may_hold_sites=True),
        Kept("docs_dir", Path(config.docs_dir)),
        Kept("plans_dir", settings.root / options.plans_dir),
        Kept("evidence_dir", settings.root / options.evidence_dir),
        Kept("templates_dir", settings.root / options.templates_dir),
    )
