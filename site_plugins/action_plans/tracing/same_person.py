"""Who is meant where a role is written with more than its code: `RM Jane Example`, `Mrs J Example`, `RM and CQC`.

What stands beside a role names its holder, or a body or place whose role it is. Where the holder's name is known,
nothing else names the holder. Where it is not, what may be a person's name is taken for one, since nobody is to become
independent by how a role is written; but two words beside a comma that are no name that people have are where somebody
works, as in `Manager, Age UK`.
"""

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from action_plans.english.personal_names import may_be_called
from action_plans.english.saying_nothing import is_nobody
from action_plans.english.several import several
from action_plans.model.people import Role


@dataclass(frozen=True)
class Known:
    """What is known where somebody is named."""

    roles: Mapping[str, Role]
    """The roles by their codes."""
    codes: Mapping[str, AbstractSet[str]]
    """The folded codes that each folded code, title and name may mean."""
    own: AbstractSet[str]
    """The folded names of the service and its provider: a role that is written with them is the service's own."""


def codes_in(written: str, known: Known) -> frozenset[str]:
    """Return the folded codes of the roles that words name beside other words; none for a body outside.

    Who works with somebody else is named all the same: `RM and CQC` names the registered manager.

    Args:
        written: the words, which are no code, title or name of a role by themselves.
        known: the roles that they may name.
    """
    written = re.sub(r"[^\S\n]+", " ", written)
    named = several(written, lambda part: folded(part) in known.codes)
    if named:
        return frozenset(code for part in named for code in known.codes[folded(part)])
    together = [part.strip(_SIGNS) for part in _TOGETHER.split(written)]
    found = {code for part in together if len(together) > 1 for code in _codes_of_one(part, known)}
    return frozenset(found) or _codes_of_one(written, known)


def namesakes(meant: AbstractSet[str], roles: Mapping[str, Role]) -> Iterator[str]:
    """Yield the folded codes of all roles that are held by whoever holds one of those that are meant, by name."""
    names = {_name(role) for code, role in roles.items() if code.casefold() in meant} - {""}
    yield from (code.casefold() for code, role in roles.items() if _name(role) in names)


def folded(written: str) -> str:
    """Return words without what makes no difference: case, white space, an article before them."""
    return _without_article(written).casefold()


_SIGNS = " \t\n()[],;:/-\u2013\u2014"
_TOGETHER = re.compile(r"[/&+;\n]|[\s,(](?:and|plus|(?:together |along)?with)\s", re.IGNORECASE)
_APART = re.compile(r"\s*([,(\[):;\]])\s*|\s+([-\u2013\u2014])\s*|([-\u2013\u2014])\s+|([-\u2013\u2014])(?=[A-Z])")
"""What stands between a role and what is said of it. A hyphen inside a word or a name is none."""
_MOST_NAMES = 2
_COURTESY = re.compile(
    r"(?:mr|mrs|ms|miss|mx|dr)\.? (?:(?P<initial>[^\W\d_])\.? |\w+ )?(?P<surname>[\w'\u2019-]+)", re.IGNORECASE
)


def _codes_of_one(written: str, known: Known) -> frozenset[str]:
    exact = known.codes.get(folded(written))
    if exact:
        return frozenset(exact)
    return frozenset(code.casefold() for code, role in known.roles.items() if _is_named(written, code, role, known))


def _is_named(written: str, code: str, role: Role, known: Known) -> bool:
    name = _name(role)
    if name and re.search(rf"(?<![\w'\u2019-]){re.escape(name)}(?![\w'\u2019-])", folded(written)):
        return True
    if name and (title := _COURTESY.fullmatch(written.strip())) is not None:
        first, last = name.split()[0], name.split()[-1]
        return title["surname"].casefold() == last and (title["initial"] or first).casefold() in (first, first[0])
    parts = list(_parts(_without_article(written)))
    roles = [_after_role(words, code, role) for _, words in parts]
    if all(after is None for after in roles):
        return False
    beside = [
        ("" if after is not None else sign, words if after is None else after)
        for (sign, words), after in zip(parts, roles, strict=True)
    ]
    return all(_is_of_holder(words, sign, code, role, known) for sign, words in beside if words)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the parts of a text, each with the sign before it."""
    sign = ","
    for words in re.split(_APART, text):
        if words is None or not words.strip():
            continue
        if words in _SIGNS:
            sign = words
        else:
            yield sign, words.strip()


def _after_role(words: str, code: str, role: Role) -> str | None:
    """Return what follows a role's code or title, after a blank; nothing where the words do not begin with either."""
    for start in (words[: len(role.title)], words[: len(code)]):
        rest = words[len(start) :]
        is_it = start.casefold() == role.title.casefold() or (start == code and (len(code) > 1 or not rest))
        if is_it and (not rest or rest[0] == " "):
            return rest.strip()
    return None


def _is_of_holder(words: str, sign: str, code: str, role: Role, known: Known) -> bool:
    """Whether words beside a role, after a sign or after a blank alone, say no more than who holds it, or when."""
    said, name = folded(words), _name(role)
    is_form = said == code.casefold() or set(said.split()) <= set(role.title.casefold().split())
    if words[0].isdigit() or is_form or said in known.own or said in known.codes:
        return True
    if _COURTESY.fullmatch(words) is not None:
        return True
    if words == words.casefold():
        return bool(sign)  # no body or place is named: RM (acting), but not RM of another home
    if name:
        return _is_form_of(said, name)
    is_sure = sign != "," or " " not in words or _is_initial(words.split(maxsplit=1)[0])
    return _may_be_name(words) and (is_sure or may_be_called(words))


def _may_be_name(words: str) -> bool:
    """Whether these are one or two words with a capital each, and no letters alone, such as ICB or UK."""
    said = words.split()
    long = [word for word in said if not _is_initial(word)]
    return 1 <= len(long) <= _MOST_NAMES and all(word[0].isupper() and not word.isupper() for word in long)


def _is_initial(word: str) -> bool:
    return word[0].isupper() and not word[1:].strip(".")


def _is_form_of(said: str, name: str) -> bool:
    """Whether folded words are a part of a name, or its initials: `jane`, `j example`, `je`."""
    whole = name.split()
    initials = "".join(part[0] for part in whole)
    parts = said.replace(".", " ").split()
    return "".join(parts) == initials or all(part in whole or (part in initials and len(parts) > 1) for part in parts)


def _without_article(written: str) -> str:
    words = written.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].casefold() in ("the", "our") else words)


def _name(role: Role) -> str:
    """Return who holds a role, folded; nothing where that is not said in two words or more."""
    name = folded(role.name or "")
    return name if " " in name and not is_nobody(name) else ""
