"""The templates of the staff edition: found first in the project, then in the package."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from action_plans.project.own_templates import TemplateMistakeError, mistake_of, mistakes_in, own_folder

Filters = Mapping[str, Callable[..., Any]]
_OWN_PARTS = ("staff", "components", "pack")
"""The parts of a folder of templates that `Templates` renders; the family edition has rules of its own for its own."""


class Templates:
    """Renders templates by name. Text is escaped, what is not given is an error."""

    def __init__(self, folders: Sequence[Path], filters: Filters) -> None:
        """Look for templates in `folders`, the first before the second; `filters` are what templates may call."""
        self._own = own_folder(folders)
        self._environment = _environment(folders)
        self._environment.filters.update(filters)
        self._environment.bytecode_cache = _COMPILED

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
    environment = _environment(folders)
    environment.filters.update(dict.fromkeys(filters, str))
    theme = own / "staff" / "theme"
    files = (file for part in _OWN_PARTS for file in sorted((own / part).rglob("*.j2")) if theme not in file.parents)
    return tuple(mistakes_in(environment, own, files))


class _Compiled(BytecodeCache):
    """Templates as this process has compiled them: the next build of a preview compiles only what has changed.

    Nothing is written to disk, where somebody could put what is then run.
    """

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key] = (bucket.checksum, bucket.code)


_COMPILED = _Compiled()


def _environment(folders: Sequence[Path]) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.clear()
    return environment
