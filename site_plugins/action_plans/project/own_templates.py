"""The project's own templates: what is wrong in them, with file and line, before they are used and when they fail."""

import traceback
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, TemplateError
from jinja2.exceptions import TemplateNotFound, TemplatesNotFound, TemplateSyntaxError
from jinja2.nodes import Const, Extends

from action_plans.model.errors import ActionPlansError
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.config_file import read_settled_file
from action_plans.project.template_folders import builtin_templates
from action_plans.reading.folders import shown_path

RENDERED = (".j2", ".html", ".md", ".yaml")
"""The endings of files that Jinja reads; those of the last two are help."""


class TemplateMistakeError(ActionPlansError):
    """A template of the project's own cannot be used: its `file`, the `line`, and in words what is wrong."""

    def __init__(self, file: Path, line: int, words: str) -> None:
        super().__init__(f"{file}:{line}: {words}")
        self.file, self.line, self.words = file, line, words

    def problem(self, root: Path) -> Problem:
        """Return it as a problem of the project in `root`."""
        hint = "Mend it, or take your copy away: then the template that comes with the program is used."
        origin = Origin(shown_path(root, self.file), self.line)
        return Problem(Code.TEMPLATE, f"this template cannot be used: {self.words.rstrip('.')}.", origin, hint)


def own_folder(folders: Sequence[Path]) -> Path | None:
    """Return the first folder, where it is the project's own."""
    return folders[0] if folders[0].resolve() != builtin_templates().resolve() else None


def mistakes_in(environment: Any, own: Path, files: Iterable[Path]) -> Iterator[TemplateMistakeError]:  # noqa: ANN401 -- Jinja's, which only templates import
    """Yield what reading shows to be wrong in `files` of the folder `own`, which `environment` finds them in.

    That is: what cannot be read or is not Jinja, a template that is named and does not exist, and templates that extend
    each other in a circle.
    """
    for file in files:
        name = file.relative_to(own).as_posix()
        try:
            text = read_settled_file(file).decode("utf-8")
            tree = environment.parse(text, name, str(file))
            environment.compile(tree, name, str(file))
        except UnicodeDecodeError as error:
            yield TemplateMistakeError(file, error.object[: error.start].count(b"\n") + 1, "it is not saved as UTF-8")
        except OSError as error:
            yield TemplateMistakeError(file, 1, f"it cannot be read: {error.strerror or error}")
        except TemplateError as error:
            yield _in_words(error, file)
        except RecursionError:
            yield TemplateMistakeError(file, 1, "its parts lie too deep in each other")
        else:
            yield from _wrong_names(environment, file, name, tree)


def mistake_of(error: BaseException, own: Path | None) -> TemplateMistakeError | None:
    """Return an error that rendering raised as a mistake in the project's own templates; None where it is in no such.

    `own` is the folder of these, if there is one. An error of the package's own templates counts where it names one of
    the project's: that one lacks what the other needs.
    """
    if own is None:
        return None
    if isinstance(error, TemplateSyntaxError) and error.filename and Path(error.filename).is_relative_to(own):
        return _in_words(error, Path(error.filename))
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    templates = [(file, line or 1) for file, line in frames if file.suffix in RENDERED]
    if templates and templates[-1][0].is_relative_to(own):
        return TemplateMistakeError(*templates[-1], _words(error))
    if isinstance(error, RecursionError):
        found = next((place for place in reversed(templates) if place[0].is_relative_to(own)), None)
        return TemplateMistakeError(*found, _words(error)) if found is not None else None
    if isinstance(error, TemplateError):
        for name in _quoted(str(error)):
            if (own / name).is_file():
                return TemplateMistakeError(own / name, 1, _words(error))
    return None


def _wrong_names(environment: Any, file: Path, name: str, tree: Any) -> Iterator[TemplateMistakeError]:  # noqa: ANN401 -- Jinja's
    loader: BaseLoader = environment.loader
    for node in tree.find_all(object):
        named = getattr(node, "template", None)
        if not isinstance(named, Const) or getattr(node, "ignore_missing", False):
            continue
        names = named.value if isinstance(named.value, (list, tuple)) else [named.value]
        if not any(_exists(loader, environment, each) for each in names):
            words = f"there is no template {' or '.join(map(str, names))}"
            yield TemplateMistakeError(file, node.lineno, words)
        elif isinstance(node, Extends) and (circle := _circle(loader, environment, name)):
            words = f"it extends itself: {' > '.join(circle)}" if len(circle) > 1 else "it extends itself"
            yield TemplateMistakeError(file, node.lineno, words)


def _exists(loader: BaseLoader, environment: Environment, name: str) -> bool:
    try:
        loader.get_source(environment, name)
    except (TemplateNotFound, OSError, UnicodeDecodeError):
        return False
    return True


def _circle(loader: BaseLoader, environment: Environment, start: str) -> list[str]:
    """Return the templates that `start` extends one after the other, where the last extends the first; else nothing."""
    seen, name = [start], start
    while True:
        try:
            tree = environment.parse(loader.get_source(environment, name)[0])
        except (TemplateError, OSError, UnicodeDecodeError):
            return []
        extended = next((node.template for node in tree.find_all(Extends)), None)
        if not isinstance(extended, Const):
            return []
        name = extended.value
        if name == start:
            return [*seen, start] if len(seen) > 1 else [start]
        if name in seen:
            return []
        seen.append(name)


def _in_words(error: TemplateError, file: Path) -> TemplateMistakeError:
    return TemplateMistakeError(file, getattr(error, "lineno", None) or 1, _words(error))


def _words(error: BaseException) -> str:
    if isinstance(error, TemplatesNotFound):
        return f"there is no template {' or '.join(map(str, error.templates))}"
    if isinstance(error, TemplateNotFound):
        return f"there is no template {error.name}"
    if isinstance(error, RecursionError):
        return "it includes or extends itself without end"
    if isinstance(error, TemplateError):
        return error.message or type(error).__name__
    return f"{type(error).__name__}: {error}"


def _quoted(words: str) -> list[str]:
    return words.split("'")[1::2]
