"""The adapter: options in, pages and problems out. It translates, and decides nothing about plans."""

from contextlib import nullcontext
from pathlib import Path
from time import process_time
from typing import Any, Literal

from mkdocs.commands.build import get_context
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from action_plans.commands.earlier_sites import earlier_family_sites
from action_plans.mkdocs_plugin.building import PREVIEW, Building
from action_plans.mkdocs_plugin.faults import STAYS, answered, in_words
from action_plans.mkdocs_plugin.first_look import FirstLook
from action_plans.mkdocs_plugin.html_page import FinishedPage
from action_plans.mkdocs_plugin.log import counted, say, say_first, say_timings
from action_plans.mkdocs_plugin.own_templates import edition_of, see_to_theme
from action_plans.mkdocs_plugin.places import sites, usual_sites
from action_plans.mkdocs_plugin.preview import Preview
from action_plans.mkdocs_plugin.raw_files import RawFiles
from action_plans.mkdocs_plugin.search import hand_over
from action_plans.mkdocs_plugin.shell import Shell
from action_plans.mkdocs_plugin.site import Site, keep_compiled, settings_of, theme_of, use_theme, watch
from action_plans.model.problem import Severity
from action_plans.pipeline import examine, look_back
from action_plans.project.console import speak_utf8
from action_plans.project.few_collections import collect_seldom
from action_plans.project.options import read_options
from action_plans.project.own_templates import own_folder
from action_plans.project.settings import Settings
from action_plans.project.timings import TIMINGS
from action_plans.publishing.publication import settle

_PUBLIC = (
    "Nothing was built or pushed: `mkdocs gh-deploy` would publish the staff edition for everybody. The families' "
    "edition is the folder {family} of a `mkdocs build`: publish that one, by the workflow that `action-plans init` "
    "makes or as the help page about publishing says. If the staff edition may be public, write "
    "`allow_public_staff_edition: true` under the plugin in mkdocs.yml."
)


class _Elsewhere(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it so
    """No option is MkDocs': all are read by the record that describes them."""


class ActionPlansPlugin(BasePlugin[_Elsewhere]):  # type: ignore[no-untyped-call]  # MkDocs leaves it so
    """Builds the staff edition into the site and the family edition beside it."""

    def __init__(self) -> None:
        """Begin as a build; `mkdocs serve` says otherwise at its start."""
        self._preview: Preview | None = None
        self._building: Building | None = None
        self._started = 0.0  # what of the processor's time the process had taken, in seconds
        self._inner = 0  # how deep within a build of ours another plugin builds again, such as for another language

    @answered
    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Read the options by the one record that describes them."""
        self.options, faults = read_options(options)
        return [(key, ValueError(words)) for key, words in faults], []

    @answered
    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview. Its being here keeps the plugin between the builds of a preview."""
        speak_utf8()
        collect_seldom()
        self._started = process_time()
        if command == "gh-deploy" and not self.options.allow_public_staff_edition:
            raise PluginError(_PUBLIC.format(family=self.options.family.site_dir))
        self._preview = Preview() if command == "serve" else None

    @answered
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, trace and check; where there are errors, stop a build before anything is written."""
        if self._building is not None:
            self._inner += 1
            return config
        TIMINGS.begin()
        settings = settings_of(self.options, config)
        folders = sites(config, settings)
        settle(usual_sites(config, settings))
        preview = self._preview
        if preview is None:
            settle(folders)
        good, known = (preview.good, preview.known) if preview is not None else (None, None)
        examined = look_back(examine(settings, good, known=known), settings)
        self._settings, self._examined = settings, examined
        self._see_to_newer()
        said = say_first(settings, examined, is_strict=config.strict) if preview is None else ""
        say(examined)
        earlier: tuple[Path, ...] = ()
        if preview is not None:
            preview.note(examined, settings)
            watch(config, settings)
        else:
            self._stop_on_errors(said)
            earlier = earlier_family_sites(settings) if folders == usual_sites(config, settings) else ()
        self._building = Building(config, settings, examined, (*folders, *earlier), is_preview=preview is not None)
        use_theme(config, settings)
        return config

    @event_priority(100)  # before other plugins look at the files
    @answered
    def _take_out(self, files: Files, *, config: MkDocsConfig) -> Files:
        self._raw = RawFiles(self._settings, config)
        self._raw.take_out(files)
        return files

    @event_priority(-200)  # after other plugins' pages, so that two pages at one address are seen
    @answered
    def _add(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and file of the staff edition."""
        self._raw.take_out(files)  # what another plugin has put back
        edition = edition_of(self._examined, self._settings, self._preview)
        self._see_to_newer()
        family = PREVIEW if self._preview is not None and self.options.family.enabled else ""
        self._site = Site(edition, self._settings, files, config, family_preview=family, is_inner=bool(self._inner))
        return files

    on_files = CombinedEvent(_take_out, _add)

    @answered
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the overview pages into the navigation: every page would make it grow with the square of the plan."""
        self._nav = self._site.into_navigation(nav)
        return self._nav

    @answered
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:  # noqa: ANN401 -- Jinja's environment
        """Prepare the frame around our pages."""
        keep_compiled(env, config)
        self._shell = Shell(
            env,
            self._site.frame,
            self.options.content_policy,
            has_policy=self._preview is None,
            same=self._building.same if self._building is not None else None,
        )
        page = self._site.pages[0]
        see_to_theme(
            env,
            self._settings,
            self._preview,
            lambda: self._shell.try_out(page, get_context(self._nav, files, config, page)),
        )
        return env

    @answered
    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the frame's words to pages that the theme makes, such as the one for a missing address."""
        self._shell.fill(context)
        return context

    @event_priority(-100)  # after every other plugin has put into it what it wants
    @answered
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Protect a page that the theme makes in our frame."""
        return self._shell.protect(output_content) if template_name.endswith(".html") else output_content

    @answered
    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Fill the frame for our pages; give its words to the project's own."""
        self._see_to_newer()
        self._shell.fill(context, page if isinstance(page, FinishedPage) else None)
        return context

    @event_priority(-100)  # likewise
    @answered
    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Protect a page in our frame that somebody wrote by hand; ours are protected before they are filled."""
        return output if isinstance(page, FinishedPage) else self._shell.protect(output)

    @event_priority(50)  # before the search writes its index
    @answered
    def _search(self, config: MkDocsConfig) -> None:
        if not self._inner:
            hand_over(self._site.pages, config, is_whole=self._site.is_whole)

    @event_priority(-200)  # after everything else: only a whole site is published
    @answered
    def _publish(self, config: MkDocsConfig) -> None:
        if self._inner:
            self._inner -= 1
        elif self._building is not None:
            preview = self._preview
            with TIMINGS.phase("putting in place"), preview.putting_in_place() if preview else nullcontext():
                self._building.publish(config)
            if preview is not None and self._building.same.is_alone:
                preview.last = FirstLook(self._settings, self._examined, preview.known, self._site, self._shell)
            self._building = None
            if self.options.timings:
                say_timings(self._started)

    on_post_build = CombinedEvent(_search, _publish)

    @event_priority(-100)  # it may raise, and others have something to clear up as well
    def on_build_error(self, *, error: Exception) -> None:
        """Leave the last good site as it was, and say in words what stopped the build."""
        self._inner = 0
        if self._building is not None:
            self._building.abandon()
            self._building = None
        settings: Settings | None = getattr(self, "_settings", None)
        if settings is not None:
            own = own_folder(settings.templates)
            words = in_words(error, settings.root, theme_of(own) if own is not None else None)
            if words is not None:
                raise PluginError(words) from error

    @answered
    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:  # noqa: ANN401 -- MkDocs' own function
        """Keep a preview going, whatever is written."""
        if self._preview is not None:
            self._preview.attach(server, has_family=self.options.family.enabled)
        return server

    def _see_to_newer(self) -> None:
        if self._preview is not None:
            self._preview.see_to_newer()

    def _stop_on_errors(self, still_online: str) -> None:
        errors = self._examined.problems_of(Severity.ERROR)
        if errors:
            stopped = f"Nothing was published: {counted(errors)}. {STAYS}"
            raise PluginError("\n".join(filter(None, [stopped, still_online])))
