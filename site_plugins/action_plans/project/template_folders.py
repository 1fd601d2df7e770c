"""Where the templates are: inside the package once installed, at the top of the checkout before."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_HOMES = (_PACKAGE / "_templates", _PACKAGE.parents[1] / "docs_templates")


def builtin_templates() -> Path:
    """Return the folder of the templates that come with the package.

    Raises:
        FileNotFoundError: the package was installed without them; the message says what to do.
    """
    for home in _HOMES:
        if home.is_dir():
            return home
    raise FileNotFoundError(
        "The templates of mkdocs-action-plans are missing: neither "
        f"{_HOMES[0]} nor {_HOMES[1]} is a folder. Install the package again."
    )
