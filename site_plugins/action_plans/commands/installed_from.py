"""Where this program was installed from, as a line for pip: a project is built by the same one everywhere.

Source: PEP 610, "Recording the Direct URL Origin of installed distributions". No path of a machine is written anywhere.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit, urlunsplit
from urllib.request import url2pathname

NAME = "mkdocs-action-plans"
WHEELS = "wheels"
"""The folder of a project in which this program lies, where it has no address."""

_PUBLIC = ("https", "http", "ssh", "git")


@dataclass(frozen=True, slots=True)
class InstalledFrom:
    """How pip gets the same program again.

    Attributes:
        requirement: the line for it.
        file: a file of this machine that belongs into `WHEELS` for that; None where there is none.
        to_do: what is left to do before the line works elsewhere, in words; empty where nothing is.
    """

    requirement: str
    file: Path | None = None
    to_do: str = ""


def installed_from() -> InstalledFrom:
    """Return where the program that runs was installed from."""
    try:
        ours = distribution(NAME)
    except PackageNotFoundError:
        return InstalledFrom(NAME)
    return from_record(ours.read_text("direct_url.json"), ours.version)


def from_record(record: str | None, version: str) -> InstalledFrom:
    """Read PEP 610's record of an installation; there is none where it came from an index."""
    if not record:
        return InstalledFrom(f"{NAME}=={version}")
    said: Mapping[str, Any] = json.loads(record)
    parts = urlsplit(said["url"])
    address = _address(parts)
    if "vcs_info" in said and address:
        below = f"#subdirectory={said['subdirectory']}" if said.get("subdirectory") else ""
        return InstalledFrom(f"{NAME} @ {said['vcs_info']['vcs']}+{address}@{said['vcs_info']['commit_id']}{below}")
    if "archive_info" in said:
        return _from_file(parts, address, _sum(said["archive_info"]))
    return _from_folder(url2pathname(parts.path), version)


def _from_file(parts: SplitResult, address: str, sha256: str) -> InstalledFrom:
    hashed = f" --hash=sha256:{sha256}" if sha256 else ""
    if address:
        return InstalledFrom(f"{NAME} @ {address}{hashed}")
    file = Path(url2pathname(parts.path))
    requirement = f"./{WHEELS}/{file.name}{hashed}"
    if parts.scheme == "file" and file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == sha256:
        return InstalledFrom(requirement, file)
    left = f"Before you publish, put {file.name}, from which you installed this program, into the folder {WHEELS}."
    return InstalledFrom(requirement, None, left)


def _from_folder(folder: str, version: str) -> InstalledFrom:
    """What was installed from a folder has no address: it is put beside the plans, as one file."""
    file = f"{NAME.replace('-', '_')}-{version}-py3-none-any.whl"
    quoted = f'"{folder}"' if " " in folder else folder
    left = (
        "Before you publish, put this program beside the plans, since it was installed from a folder that only this "
        f"computer has. In the new folder run: python -m pip wheel --no-deps --wheel-dir {WHEELS} {quoted}"
    )
    return InstalledFrom(f"./{WHEELS}/{file}", None, left)


def _address(parts: SplitResult) -> str:
    """Return an address without passwords; nothing where it is none that others can reach."""
    if parts.scheme not in _PUBLIC or parts.query or not parts.hostname:
        return ""
    port = f":{parts.port}" if parts.port else ""
    user = f"{parts.username}@" if parts.scheme == "ssh" and parts.username else ""
    return urlunsplit((parts.scheme, f"{user}{parts.hostname}{port}", parts.path, "", ""))


def _sum(archive: Mapping[str, Any]) -> str:
    """Return the SHA-256 of an archive: `hashes` of newer records, `hash` of older ones; empty where it has none."""
    old: str = archive.get("hash", "")
    new: str = archive.get("hashes", {}).get("sha256", "")
    return new or (old.removeprefix("sha256=") if old.startswith("sha256=") else "")
