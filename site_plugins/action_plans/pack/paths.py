"""Where each thing of the site lies in a pack: paths that every computer can write, and no two alike."""

import hashlib
import posixpath
import re
import unicodedata
from dataclasses import dataclass, field

from action_plans.model.errors import ActionPlansError
from action_plans.model.record import is_reserved

LONGEST = 180
"""How many characters a path has at most: with the folder that people take the pack out to, Windows bears about 260."""

RULE = (
    f"A path of the site is another one here where it is longer than {LONGEST} characters, or holds a name that not "
    "every computer can write. Such a name, and a file's of more than 80 characters where the path is too long, "
    "becomes its first 40 letters, figures and hyphens, a hyphen, and the first 8 characters of the SHA-256 of the "
    "name on the site. Where the path is too long, the folders below the first become one: long- and the first 16 "
    "characters of the SHA-256 of those folders as they are on the site."
)
"""How paths are changed, for the manifest."""

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9_-])?")

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,10}")
_LONGEST_TOP = 40
_LONGEST_NAME = 80
_KEPT_OF_LONG = 40


class SharedPathError(ActionPlansError):
    """Two things would lie at one path; the text names both."""


@dataclass
class Places:
    """Where things lie in a pack. A place is given once, whatever the capitals of its path."""

    moved: dict[str, str] = field(default_factory=dict)
    """The paths that are not those of the site, each with that of the site."""
    _owners: dict[str, str] = field(default_factory=dict)

    def take(self, path: str, owner: str) -> str:
        """Return where what is at `path` of the site lies in the pack; `owner` says in words what it is.

        Raises:
            SharedPathError: on some computer something else would lie there, or in the way.
        """
        written = re.sub("/+", "/", path)  # as a browser reads it, so that no link leads to two places
        there = pack_path(written)
        folded = there.casefold()
        folders = [folded[: cut.start()] for cut in re.finditer("/", folded)]
        if folded in self._owners:
            raise SharedPathError(f"{self._owners[folded] or 'a folder'} and {owner}")
        if owners := [self._owners[folder] for folder in folders if self._owners.get(folder)]:
            raise SharedPathError(f"{owners[0]} and {owner}")
        self._owners[folded] = owner
        self._owners.update(dict.fromkeys(folders, ""))
        if there != written:
            self.moved[there] = written
        return there


def pack_path(path: str) -> str:
    """Return the path in a pack of what lies at `path` of the site: the same, but where RULE says another."""
    *folders, name = path.split("/")
    there = "/".join((*map(_safe, folders), _safe(name)))
    if len(there) <= LONGEST:
        return there
    top = [_safe(folder, _LONGEST_TOP) for folder in folders[:1]]
    below = [f"long-{_sum('/'.join(folders[1:]))[:16]}"] if folders[1:] else []
    return "/".join((*top, *below, _safe(name, _LONGEST_NAME)))


def is_pack_path(path: str) -> bool:
    """Whether a path is one that can be in a pack: no other is, and no other is looked at."""
    return len(path) <= LONGEST and all(map(_is_safe, path.split("/")))


def _is_safe(name: str) -> bool:
    return _SAFE.fullmatch(name) is not None and not is_reserved(name.partition(".")[0])


def _safe(name: str, longest: int = LONGEST) -> str:
    """Return a name that every computer can write: the same where it is one, and no longer than `longest`."""
    if _is_safe(name) and len(name) <= longest:
        return name
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem, ending = posixpath.splitext(plain)
    if not _ENDING.fullmatch(ending):
        stem, ending = plain, ""
    words = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-")[:_KEPT_OF_LONG].strip("-")
    return f"{words or 'file'}-{_sum(name)[:8]}{ending}"


def _sum(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
