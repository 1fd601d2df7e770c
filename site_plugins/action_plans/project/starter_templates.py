"""The files of a new project: those whose name ends in `.j2` are filled in, all others are taken as they are."""

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import Environment, StrictUndefined

_ENDING = ".j2"


def starter_files(home: Path, values: Mapping[str, object], written: Callable[[str], str]) -> dict[str, bytes]:
    """Return the path and the content of each file of a new project, in order.

    Args:
        home: the folder of the starter's files.
        values: what templates may print, by name.
        written: how a value is written into YAML, so that it is read back as what it is.
    """
    environment = Environment(
        autoescape=False,  # noqa: S701 -- YAML, not HTML: each value goes through `written`
        finalize=lambda value: written(str(value)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    files: dict[str, bytes] = {}
    for file in sorted(path for path in home.rglob("*") if path.is_file()):
        name = file.relative_to(home).as_posix()
        if name.endswith(_ENDING):
            text = environment.from_string(file.read_text(encoding="utf-8")).render(values)
            files[name.removesuffix(_ENDING)] = text.encode()
        else:
            files[name] = file.read_bytes()
    return files
