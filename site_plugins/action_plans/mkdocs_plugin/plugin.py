"""The adapter: options in, pages and problems out. It translates, and decides nothing about plans."""

from typing import Any, Literal

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from action_plans.mkdocs_plugin.building import Building, write_preview
from action_plans.mkdocs_plugin.html_page import FinishedPage
from action_plans.mkdocs_plugin.log import counted, say
from action_plans.mkdocs_plugin.search import hand_over
from action_plans.mkdocs_plugin.shell import Shell
from action_plans.mkdocs_plugin.site import Site, settings_of, use_theme, watch
from action_plans.model.problem import Severity
from action_plans.pipeline import examine, look_back, show
from action_plans.project.console import speak_utf8
from action_plans.project.options import read_options


class _Elsewhere(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it so
    """No option is MkDocs': all are read by the record that describes them."""


class ActionPlansPlugin(BasePlugin[_Elsewhere]):  # type: ignore[no-untyped-call]  # MkDocs leaves it so
    """Builds the staff edition into the site and the family edition beside it."""

    def __init__(self) -> None:
        """Begin as a build; `mkdocs serve` says otherwise at its start."""
        self._is_preview = False
        self._building: Building | None = None

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options by the one record that describes them."""
        self.options, faults = read_options(options)
        return [(key, ValueError(words)) for key, words in faults], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview. Its being here keeps the plugin between the builds of a preview."""
        speak_utf8()
        self._is_preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, trace and check; where there are errors, stop a build before anything is written."""
        settings = settings_of(self.options, config)
        self._settings, self._examined = settings, look_back(examine(settings), settings)
        say(self._examined)
        if self._is_preview:
            watch(config, settings)
        else:
            self._stop_on_errors()
            self._building = Building(config, settings, self._examined)
        use_theme(config, settings)
        return config

    @event_priority(-50)  # after other plugins' pages, so that two pages at one address are seen
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and file of the staff edition."""
        self._site = Site(show(self._examined, self._settings), self._settings, files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the overview pages into the navigation: every page would make it grow with the square of the plan."""
        return self._site.into_navigation(nav)

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 -- Jinja's environment
        """Prepare the frame around our pages."""
        self._shell = Shell(env, self._site.frame)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the frame's words to pages that the theme makes, such as the one for a missing address."""
        self._shell.fill(context)
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Fill the frame for our pages; give its words to the project's own."""
        self._shell.fill(context, page if isinstance(page, FinishedPage) else None)
        return context

    @event_priority(50)  # before the search writes its index
    def _search(self, config: MkDocsConfig) -> None:
        hand_over(self._site.pages, config)

    @event_priority(-100)  # after everything else: only a whole site is published
    def _publish(self, config: MkDocsConfig) -> None:
        if self._building is None:
            write_preview(self._examined.family, config)
        else:
            self._building.publish(config)
            self._building = None

    on_post_build = CombinedEvent(_search, _publish)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was."""
        if self._building is not None:
            self._building.abandon()
            self._building = None

    def _stop_on_errors(self) -> None:
        errors = self._examined.problems_of(Severity.ERROR)
        if errors:
            raise PluginError(f"Nothing was published: {counted(errors)}. The last good site stays as it was.")
