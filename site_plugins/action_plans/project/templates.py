"""The templates of the staff edition: found first in the project, then in the package. The only home of jinja2 here."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

Filters = Mapping[str, Callable[..., Any]]


class Templates:
    """Renders templates by name. Text is escaped, what is not given is an error."""

    def __init__(self, folders: Sequence[Path], filters: Filters) -> None:
        """Look for templates in `folders`, the first before the second; `filters` are what templates may call."""
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters.update(filters)
        self._environment.globals.clear()

    def render(self, name: str, **values: Any) -> str:  # noqa: ANN401 -- whatever the template names
        """Return the text of a template."""
        return self._environment.get_template(name).render(**values)
