"""Where templates are found, the project's own before the package's, and how the staff edition renders its own."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from action_plans.model.errors import ActionPlansError
from action_plans.project.compiled_templates import CompiledTemplates
from action_plans.project.own_templates import RENDERED, TemplateMistakeError, mistake_of, mistakes_in, own_folder
from action_plans.project.quick_templates import QuickEnvironment
from action_plans.project.template_folders import builtin_templates
from action_plans.project.template_versions import without_stamp

Filters = Mapping[str, Callable[..., Any]]
_OWN_PARTS = ("staff", "components", "pack", "help")
"""The parts of a folder of templates that `Templates` renders; the family edition has rules of its own for its own."""


@dataclass(eq=False)
class MissingTemplateError(ActionPlansError):
    """No folder has a file of that name: the package was installed without it."""

    name: str

    def __str__(self) -> str:
        return f"The template {self.name} of mkdocs-action-plans is missing. Install the package again."


def template_file(folders: Sequence[Path], name: str) -> Path:
    """Return the file of that name, below a folder of templates, in the first of `folders` that has it.

    Raises:
        MissingTemplateError: none has it.
    """
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise MissingTemplateError(name)


def template_text(folders: Sequence[Path], name: str) -> str:
    """Return the text of a file that is published as it is, without the line that says its version.

    Raises:
        MissingTemplateError: no folder has it.
        TemplateMistakeError: one of the project's own is not saved as UTF-8.
    """
    file = template_file(folders, name)
    try:
        return without_stamp(name, file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise TemplateMistakeError(file, line, "it is not saved as UTF-8") from None


def environment_of(folders: Sequence[Path], kind: type[Environment] = Environment) -> Environment:
    """Return how both editions render: text is escaped, what is not given is an error, and Jinja adds nothing to it.

    Templates are found as `template_file` finds files. `kind` is the class, for an edition that allows less.
    """
    environment = kind(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # there are only as many as there are files
    )
    environment.globals.clear()
    return environment


class Templates:
    """Renders templates by name. Text is escaped, what is not given is an error."""

    def __init__(self, folders: Sequence[Path], filters: Filters) -> None:
        """Look for templates in `folders`, the first before the second; `filters` are what templates may call."""
        self._own = own_folder(folders)
        self._environment = environment_of(folders, QuickEnvironment)
        self._environment.filters.update(filters)
        self._environment.bytecode_cache = CompiledTemplates(self._environment, (builtin_templates(),))

    def render(self, name: str, **values: Any) -> str:  # noqa: ANN401 -- whatever the template names
        """Return the text of a template.

        Raises:
            TemplateMistakeError: a template of the project's own is wrong. One of the package's raises what it raises.
        """
        try:
            return self._environment.get_template(name).render(**values)
        except Exception as error:
            mistake = mistake_of(error, self._own)
            if mistake is None:
                raise
            raise mistake from error


def template_mistakes(folders: Sequence[Path], filters: Iterable[str]) -> tuple[TemplateMistakeError, ...]:
    """Return what is wrong in the project's own templates of the staff edition, as far as reading them shows it.

    `filters` are the names of those that templates may call besides Jinja's own. Cost: linear in the project's own
    templates; nothing where there are none.
    """
    own = own_folder(folders)
    if own is None:
        return ()
    environment = environment_of(folders)
    environment.filters.update(dict.fromkeys(filters, str))
    theme = own / "staff" / "theme"
    found = (file for part in _OWN_PARTS for file in sorted((own / part).rglob("*")))
    files = (file for file in found if _is_rendered(file, own) and theme not in file.parents)
    return tuple(mistakes_in(environment, own, files))


def _is_rendered(file: Path, own: Path) -> bool:
    """Whether a file is a template: in help also Markdown and YAML; elsewhere those are the project's own matter."""
    return file.suffix == ".j2" or (file.is_relative_to(own / "help") and file.suffix in RENDERED)
