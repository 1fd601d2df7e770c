"""Putting new bytes in a file's place: all of them or none, in one rename, and only over what was read."""

import os
from contextlib import suppress
from pathlib import Path

from action_plans.model.errors import ActionPlansError


class ChangedMeanwhileError(ActionPlansError):
    """Somebody else wrote the file since it was read; nothing was written. The text names it."""


def replace_file(file: Path, before: bytes | None, after: bytes) -> None:
    """Put `after` in the place of a file that held `before`; None where it must not exist yet.

    A link stays a link: what it leads to is replaced. The rights of the file are kept.

    Raises:
        ChangedMeanwhileError: the file does not hold `before` any more, or exists.
        OSError: it cannot be written; the file is as it was.
    """
    place = file.resolve()
    if (place.read_bytes() if place.exists() else None) != before:
        raise ChangedMeanwhileError(f"{file} was changed by somebody else just now. Nothing was written; start again.")
    unfinished = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with unfinished.open("xb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            unfinished.chmod(place.stat().st_mode & 0o7777)
        unfinished.replace(place)
    except OSError as error:  # people know the file by its own name
        raise OSError(error.errno, error.strerror, str(file)) from None
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
