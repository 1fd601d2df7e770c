"""Writing a site that was made in memory to its folder."""

from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from action_plans.publishing.publishing_error import PublishingError


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write `files` under `folder`, each by its path with `/`; the folders between are made.

    Raises:
        PublishingError: a path would lead outside the folder, or cannot be written.
    """
    places = {path: _place(folder, path) for path in sorted(files)}
    try:
        for parent in sorted({place.parent for place in places.values()}):
            parent.mkdir(parents=True, exist_ok=True)
        for path, place in places.items():
            place.write_bytes(files[path])
    except OSError as error:
        raise PublishingError(f"The site cannot be written to {folder}: {error}.", folder) from error


def _place(folder: Path, path: str) -> Path:
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or ":" in parts[0]:
        raise PublishingError(f"{path!r} is not a path inside a site, so nothing was published.", folder)
    return folder.joinpath(*parts)
