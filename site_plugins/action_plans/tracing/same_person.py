"""Who is meant where a role is written with more than its code: `RM Jane Example`, `Mrs J Example`, `RM and DM`."""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from action_plans.english.saying_nothing import is_nobody
from action_plans.english.several import several
from action_plans.model.people import Role

_COURTESY = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr)\.? (?:(?P<initial>[^\W\d_])\.? |\w+ )?(?P<surname>[\w'\u2019-]+)", re.IGNORECASE
)
_PERSON = re.compile(r"\W*(?:(?:mr|mrs|ms|miss|mx|dr)\.? )?[A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*)?\W*")
_PLACE = re.compile(
    r"\b(?:house|lodge|court|hall|home|centre|care|grange|manor|villa|park|council|trust|group|ltd|limited|team|service)s?\b",
    re.IGNORECASE,
)
"""What makes a place or a body of two capitals: the registered manager of another home is somebody else."""


def codes_in(written: str, roles: Mapping[str, Role], codes: Mapping[str, AbstractSet[str]]) -> frozenset[str]:
    """Return the folded codes of the roles that words name beside other words; none for a body outside.

    Args:
        written: the words, which are no code, title or name of a role by themselves.
        roles: the roles by their codes.
        codes: the folded codes that each folded code, title and name may mean.
    """
    named = several(written, lambda part: folded(part) in codes)
    if named:
        return frozenset(code for part in named for code in codes[folded(part)])
    return frozenset(code.casefold() for code, role in roles.items() if _is_named(written, code, role))


def namesakes(meant: AbstractSet[str], roles: Mapping[str, Role]) -> Iterator[str]:
    """Yield the folded codes of all roles that are held by whoever holds one of those that are meant, by name."""
    names = {_name(role) for code, role in roles.items() if code.casefold() in meant} - {""}
    yield from (code.casefold() for code, role in roles.items() if _name(role) in names)


def folded(written: str) -> str:
    """Return words without what makes no difference: case, white space, an article before them."""
    words = written.casefold().split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "our") else words)


def _is_named(written: str, code: str, role: Role) -> bool:
    name = _name(role)
    if name and re.search(rf"\b{re.escape(name)}\b", folded(written)):
        return True
    if name and (title := _COURTESY.fullmatch(written.strip())) is not None:
        first, last = name.split()[0], name.split()[-1]
        return title["surname"].casefold() == last and (title["initial"] or first).casefold() in (first, first[0])
    has_code = len(code) > 1 and _is_before_a_name(written, code)
    return has_code or _is_before_a_name(written.casefold(), role.title.casefold(), written)


def _is_before_a_name(words: str, role: str, written: str = "") -> bool:
    """Whether a code or title stands first, and what follows it is somebody's name."""
    rest = (written or words)[len(role) :]
    follows = words.startswith(role) and rest[:1] in (" ", "(", ",", ":", "-", "/")
    return follows and _PERSON.fullmatch(rest) is not None and _PLACE.search(rest) is None


def _name(role: Role) -> str:
    """Return who holds a role, folded; nothing where that is not said in two words or more."""
    name = folded(role.name or "")
    return name if " " in name and not is_nobody(name) else ""
