"""The staff edition as part of a MkDocs site: its settings, pages, navigation and theme."""

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.utils import get_theme_dir, meta

from action_plans.checking.addresses import Standing, same_address
from action_plans.english.wording import long_day
from action_plans.mkdocs_plugin.edit_addresses import edit_addresses
from action_plans.mkdocs_plugin.html_page import FinishedPage, HeldFile, add_page
from action_plans.mkdocs_plugin.shell import Frame
from action_plans.model.origin import Origin
from action_plans.project.compiled_templates import CompiledTemplates
from action_plans.project.options import Options
from action_plans.project.own_pages import OwnPages
from action_plans.project.settings import Settings, read_settings
from action_plans.project.template_folders import builtin_templates
from action_plans.publishing.aside import Held
from action_plans.reading.packs_file import PACKS
from action_plans.staff.page import Asset, Edition
from action_plans.tracing.addresses import file_at

_SITEMAP = "sitemap.xml"
HOME_MARK = ("action-plans", "home")
"""What the front matter of a home page says where ours may take its place."""


def settings_of(options: Options, config: MkDocsConfig) -> Settings:
    """Return the settings of a build.

    Raises:
        ProjectFileError: there is no such day as today, or the file of refused names cannot be read.
    """
    file = Path(config.config_file_path or "mkdocs.yml").resolve()
    own = OwnPages(Path(config.docs_dir), config.exclude_docs or (), config.use_directory_urls)
    return read_settings(file.parent, options, config.site_name, os.environ, own)


def watch(config: MkDocsConfig, settings: Settings) -> None:
    """Have a preview rebuilt when a plan, a note, a template of the project or the ledger of its packs changes."""
    options = settings.options
    watched = (options.plans_dir, options.evidence_dir, options.templates_dir, PACKS)
    config.watch.extend(str(place) for each in watched if (place := settings.root / each).exists())


def use_theme(config: MkDocsConfig, settings: Settings) -> None:
    """Let the theme find our frame, the project's own before the package's, and both before the theme's.

    Raises:
        PluginError: the site has another theme than the one that the frame is made for.
    """
    if config.theme.name != "material":
        raise PluginError("The staff edition needs Material: write `theme: {name: material, font: false}`.")
    ours = [str(place) for home in settings.templates if (place := theme_of(home)).is_dir()]
    after = 1 if config.theme.custom_dir else 0
    config.theme.dirs[after:after] = [folder for folder in ours if folder not in config.theme.dirs]


def keep_compiled(environment: Any, config: MkDocsConfig) -> None:  # noqa: ANN401 -- Jinja's, which only templates import
    """Let the theme's templates be compiled once for all builds, unless something else already sees to that."""
    if environment.bytecode_cache is None and config.theme.name:
        shipped = (Path(get_theme_dir(config.theme.name)), builtin_templates())
        environment.bytecode_cache = CompiledTemplates(environment, shipped)


def theme_of(templates: Path) -> Path:
    """Return where the frame's templates are in a folder of templates."""
    return templates / "staff" / "theme"


class Site:
    """The pages of one build, added to the files of the site.

    Attributes:
        pages: our pages.
        frame: what the frame around them says.
        is_whole: whether the site has our home page, so that every page of it wears our frame.
    """

    def __init__(
        self,
        edition: Edition,
        settings: Settings,
        files: Files,
        config: MkDocsConfig,
        *,
        family_preview: str = "",
        is_inner: bool = False,
    ) -> None:
        """Add every page and file.

        Args:
            edition: the pages and files.
            settings: the project's.
            files: those of the site.
            config: MkDocs' own.
            family_preview: where a preview shows the family edition, if it does.
            is_inner: whether the site is built once more within a build, for another language: our pages are there to
                be linked to, and written only once.

        Raises:
            PluginError: two pages would have the same address.
        """
        prefix = settings.prefix
        self.is_whole = not prefix and _make_way_for_home(files)
        has_home = bool(prefix) or self.is_whole
        before = {file.dest_uri for file in files}
        taken = {file.dest_uri: file for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
        self._edit = edit_addresses(settings, config)
        project_file = config.config_file_path or settings.root
        self.pages: list[FinishedPage] = []
        for number, page in enumerate(edition.pages.heads):
            if page.address or has_home:  # any other home page stays; the overview is at /plans/ in any case
                made = add_page(edition.pages, number, prefix, self._edit, config)
                files.append(made.file)
                made.file.abs_src_path = str(settings.root / page.source if page.source else project_file)
                _refuse_twin(made.file, taken)
                self.pages.append(made)
        for asset in edition.assets:
            file = _file(asset, prefix, config)
            file.abs_src_path = file.abs_src_path or str(project_file)
            _refuse_twin(file, taken)
            files.append(file)
        if is_inner:
            for each in (file for file in files if file.dest_uri not in before):
                each.inclusion = InclusionLevel.EXCLUDED
        if self.is_whole:
            _leave_out_sitemap(files, config)
        self.frame = Frame(
            name=settings.site_name,
            as_at=long_day(settings.today),
            home=file_at(prefix if has_home else f"{prefix}plans/"),
            words=tuple((page.file.dest_uri, page.finished.nav) for page in self.pages if page.finished.nav),
            stylesheet=prefix + edition.stylesheet,
            version=edition.version,
            whole_site=self.is_whole,
            family_preview=family_preview,
        )

    def into_navigation(self, nav: Navigation) -> Navigation:
        """Add the overview pages to the site's navigation, in a section of their own where the site has other pages."""
        self._edit.mend(nav.pages)
        overviews = [page for page in self.pages if page.finished.nav]
        for page in overviews:
            page.title = page.finished.nav
        if self.is_whole:
            nav.items[:0] = overviews
        else:
            section = Section("Improvement plan", list(overviews))
            for page in overviews:
                page.parent = section
            nav.items.append(section)
        nav.pages.extend(overviews)
        return nav


def _file(asset: Asset, prefix: str, config: MkDocsConfig) -> File:
    path, content = prefix + asset.path, asset.content
    if isinstance(content, Held):
        return HeldFile.of(content, path, config)
    if isinstance(content, Path):
        return File.generated(config, path, abs_src_path=str(content), inclusion=InclusionLevel.INCLUDED)
    return File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED)


def _leave_out_sitemap(files: Files, config: MkDocsConfig) -> None:
    """Leave out the theme's sitemap: it would carry the day of the build, and list what no search engine may index."""
    config.theme.static_templates.discard(_SITEMAP)
    template = files.get_file_from_path(_SITEMAP)
    if template is not None:
        files.remove(template)


def _make_way_for_home(files: Files) -> bool:
    """Take away a home page that asks for it, and say whether there was one."""
    home = files.get_file_from_path("index.md")
    if home is None:
        return False
    try:
        _, front_matter = meta.get_data(home.content_string)
    except UnicodeDecodeError:
        raise PluginError(f"{home.abs_src_path} is not saved as UTF-8. Save it so, and build again.") from None
    if front_matter.get(HOME_MARK[0]) != HOME_MARK[1]:
        return False
    files.remove(home)
    return True


def _refuse_twin(file: File, taken: dict[str, File]) -> None:
    """Stop where another page is at the address of one of ours: one that only now is known, made by another plugin."""
    other = taken.setdefault(file.dest_uri, file)
    if other is not file:
        ours, theirs = (
            Standing("a page of the plans", None),
            Standing(f"your page {other.src_uri}", Origin(other.src_uri)),
        )
        raise PluginError(str(same_address(file.dest_uri, ours, theirs)))
