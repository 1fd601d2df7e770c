"""The key by which this program knows what it wrote itself: it lies with the user, not with the project."""

import os
import secrets
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

_LENGTH = 32
_NEW = os.O_CREAT | os.O_EXCL | os.O_WRONLY


def own_key() -> bytes | None:
    """Return the key, made when it is first asked for; None where it can be neither read nor kept.

    Whoever has a project's files has not the key, so that nothing that came with them passes for what was made here.
    """
    home = _home()
    return _key_in(home) if home is not None else None


@cache
def _key_in(home: Path) -> bytes | None:
    file = home / "mkdocs-action-plans" / "key"
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        with (
            suppress(FileExistsError),
            os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as new,
        ):
            new.write(secrets.token_bytes(_LENGTH))
        key = file.read_bytes()
        if len(key) == _LENGTH:
            return key
    return None


def _home() -> Path | None:
    """Return the folder in which this user's programs keep what they can make again; None where there is none."""
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        return Path(named)
    with suppress(RuntimeError):
        return Path.home() / ".cache"
    return None
