"""The project's own templates in a build: a mistake stops it, or at the start of a preview the package's are used."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

from action_plans.mkdocs_plugin.faults import STAYS
from action_plans.mkdocs_plugin.preview import Preview
from action_plans.mkdocs_plugin.site import theme_of
from action_plans.model.problem import Code, Severity
from action_plans.pipeline import Examined
from action_plans.project.own_templates import TemplateMistakeError, mistake_of, mistakes_in, own_folder
from action_plans.project.settings import Settings
from action_plans.project.template_folders import builtin_templates
from action_plans.project.timings import TIMINGS
from action_plans.staff.page import Edition


def edition_of(examined: Examined, settings: Settings, preview: Preview | None) -> Edition:
    """Return the staff edition.

    Raises:
        PluginError: one of the project's own templates is wrong, and this is no first build of a preview.
    """
    known = [problem for problem in examined.problems_of(Severity.ERROR) if problem.code is Code.TEMPLATE]
    if known and preview is not None:
        return _without_own(examined, settings, preview, "\n".join(map(str, known)))
    try:
        return _shown(examined, settings)
    except TemplateMistakeError as error:
        words = str(error.problem(settings.root))
        edition = _without_own(examined, settings, preview, words)
        if preview is not None:
            preview.fail(words)
        return edition


def see_to_theme(environment: Any, settings: Settings, preview: Preview | None, try_out: Callable[[], None]) -> None:  # noqa: ANN401 -- Jinja's
    """Look through the project's own templates of the frame before they are used.

    Args:
        environment: the theme's, as MkDocs hands it over.
        settings: the project's.
        preview: the preview that is built, if it is one.
        try_out: renders the frame around a page. Only a preview is tried out, and only at its start: MkDocs gives it up
            where its first build fails.

    Raises:
        PluginError: one is wrong, and this is no first build of a preview.
    """
    own = own_folder(settings.templates)
    theme = theme_of(own) if own is not None else None
    if theme is None or not theme.is_dir():
        return
    found = list(mistakes_in(environment, theme, sorted(theme.rglob("*.html"))))
    if not found and preview is not None and not preview.is_shown:
        found = _mistakes_in_use(theme, try_out)
    if not found:
        return
    said = [str(mistake.problem(settings.root)) for mistake in found]
    if preview is None or preview.is_shown:
        raise PluginError("\n".join([*said, STAYS]))
    for words in said:
        preview.fail(words)
    environment.loader.searchpath.remove(str(theme))
    environment.cache.clear()


def _mistakes_in_use(theme: Path, try_out: Callable[[], None]) -> list[TemplateMistakeError]:
    try:
        try_out()
    except Exception as error:
        mistake = mistake_of(error, theme)
        if mistake is None:
            raise
        return [mistake]
    return []


def _without_own(examined: Examined, settings: Settings, preview: Preview | None, words: str) -> Edition:
    if preview is None or preview.is_shown:
        raise PluginError(f"{words}\n{STAYS}")
    options = settings.options.model_copy(update={"templates_dir": str(builtin_templates())})
    return _shown(examined, replace(settings, options=options))


def _shown(examined: Examined, settings: Settings) -> Edition:
    # Pages, and all that they are downloaded as, take as long to load as a plan to check: only where they are made.
    with TIMINGS.phase("loading what makes pages"):
        from action_plans.showing import show  # noqa: PLC0415 -- see above

    return show(examined, settings)
