"""What to write instead of a role that nobody has: its code, wherever it can be known who is meant."""

import re
import unicodedata
from collections.abc import Callable

from action_plans.english.initials import initials
from action_plans.english.near import ALMOST_THE_SAME, did_you_mean, nearest
from action_plans.english.odd_characters import find_odd
from action_plans.english.posts import names_a_post, words_of_title
from action_plans.english.saying_nothing import is_elsewhere, is_everybody, is_nobody
from action_plans.english.several import after_dashes, as_list, each_alone, put_a_space, several
from action_plans.english.wording import either, listed
from action_plans.model.reflection import Field, field_names
from action_plans.tracing.people import People


def role_meant(written: str, field: Field, people: People, *, beside_others: bool = False) -> str:
    """Return in a sentence what to write instead of a role that is in none of the lists.

    Args:
        written: what stands where a role is meant.
        field: the field that it stands in.
        people: the roles that there are.
        beside_others: whether other values stand in the same list.
    """
    if beside_others and (named := _named(written, people)):
        return each_alone(named)
    known = (said for look in _LOOKS if (said := look(written, field, people)))
    return next(known, None) or _to_add(written, field, people)


def _another_way(written: str, _field: Field, people: People) -> str | None:
    """The code in other letters, the title or the name of a role."""
    code = _codes(people).get(written.casefold()) or people.code(written)
    return f"Write {code}." if code is not None else None


def _several(written: str, field: Field, people: People) -> str | None:
    named = _named(written, people)
    if not named:
        return None
    if field.is_many:
        return f"Write several as a list: {as_list(field.name, named)}."
    if field.name == "owner":
        if "helpers" in field_names(field.home):
            return f"One role answers for it: write owner: {named[0]}, and {as_list('helpers', named[1:])}."
        return f"One role answers for it: write owner: {named[0]}, and name {listed(named[1:])} in its note."
    return f"Name one role: {either(named)}."


def _after_dashes(written: str, field: Field, _people: People) -> str | None:
    named = after_dashes(written)
    return put_a_space(named) if len(named) == 1 or (named and field.is_many) else None


def _odd(written: str, _field: Field, _people: People) -> str | None:
    odd = find_odd(written)
    return odd.said if odd is not None else None


def _with_more(written: str, _field: Field, people: People) -> str | None:
    """A role that is written with more: `RM (Jane Smith)`, `Registered manager - Jane`."""
    parts = [part for part in re.split(r"\s*[():;,/]\s*|\s+[-\u2013]\s*", written) if part]
    codes = _codes(people)
    meant = (codes.get(part.casefold()) or people.code(part) for part in parts if len(parts) > 1)
    code = next((code for code in meant if code is not None), None)
    return f"Write {code} alone; who holds the role goes into `roles`, as `name`." if code is not None else None


def _once_more(written: str, _field: Field, people: People) -> str | None:
    """`as above`, `ditto`, `see F1`: what stands elsewhere is no role here."""
    if not is_elsewhere(written) and _REPEATED.fullmatch(written.strip()) is None:
        return None
    return f"Write the role's code here again, such as {_example(people)}."


def _nobody(written: str, field: Field, people: People) -> str | None:
    if not is_nobody(written):
        return None
    known = _example(people)
    if field.role is not None and field.role.or_body:
        what = "Take the whole entry out" if field.is_required else f"Leave {field.name} out"
        return f"{what} until somebody has done it; then write that role's code, such as {known}."
    return f"Agree who it is and write that role's code, such as {known}; without an owner it will not be done."


def _everybody(written: str, _field: Field, people: People) -> str | None:
    if not is_everybody(written):
        return None
    return f"What everybody answers for nobody does: write the one role that sees to it, such as {_example(people)}."


def _of_that_kind(written: str, _field: Field, people: People) -> str | None:
    """Roles whose title has all the words, short or long: `Deputy`, `Dep Mgr`; else the last one: `Home manager`."""
    words = [word for word in words_of_title(written) if word != "the"]
    titles = {code: words_of_title(role.title) for code, role in people.roles.items()}
    whole = [code for code, title in titles.items() if title == words]
    alike = whole or [code for code, title in titles.items() if words and set(words) <= set(title)]
    alike = alike or [code for code, title in titles.items() if title[-1:] == words[-1:] != []]
    return did_you_mean(*(f"{code} ({people.roles[code].title})" for code in alike[:_MOST])) if alike else None


def _person(written: str, field: Field, people: People) -> str | None:
    if (
        names_a_post(written)
        or _PERSON.fullmatch(_plain(written)) is None
        or (field.role is not None and field.role.or_body)
    ):
        return None
    known = _example(people)
    return f"People are named by their role: write its code, such as {known}; who holds it goes into roles, as name."


def _plain(written: str) -> str:
    """Return a name without its accents: `Siân Llŷr` is made as names in plain letters are."""
    decomposed = unicodedata.normalize("NFKD", written.strip().translate(_BARRED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _like(written: str, _field: Field, people: People) -> str | None:
    titles = {role.title: code for code, role in people.roles.items()}
    near = nearest(written, people.roles) or titles.get(nearest(written, titles, likeness=ALMOST_THE_SAME) or "")
    return did_you_mean(f"{near} ({people.roles[near].title})") if near else None


def _to_add(written: str, field: Field, people: People) -> str:
    outside = ", or write an outside body in two words or more" if field.role is not None and field.role.or_body else ""
    bracketed = re.fullmatch(r"(.+?)\s*\(([A-Z][A-Za-z0-9-]{0,5})\)", written.strip())
    title, code = (bracketed[1], bracketed[2]) if bracketed else (written, initials(written))
    if len(code) > 1:
        known = _codes(people)
        code = next(one for one in (code, *(f"{code}{n}" for n in range(2, 99))) if one.casefold() not in known)
        return f"Give it a code in `roles`, as `{code}: {title}`, and write {code} here{outside}."
    return f"Add it to `roles`, as `{written}: what the role is called`{outside}."


_LOOKS: tuple[Callable[[str, Field, People], str | None], ...] = (
    _another_way,
    _after_dashes,
    _several,
    _odd,
    _with_more,
    _once_more,
    _nobody,
    _everybody,
    _of_that_kind,
    _person,
    _like,
)
"""What it may be, the surest first."""

_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][a-z'\u2019-]+(?: [A-Z]\.?)?(?: (?:de|da|dos|van|der|von|ap|ab|bin|al|la|le))*"
    r"(?: [A-Z][A-Za-z'\u2019-]+)+"
    r"|(?:[A-Z](?:\. ?| )){1,2}[A-Z][a-z'\u2019-]+|[A-Z][a-z'\u2019-]+ [A-Z]\.?"
)
_BARRED = str.maketrans({"\u0141": "L", "\u0142": "l", "\u00d8": "O", "\u00f8": "o", "\u0110": "D", "\u0111": "d"})
"""Letters with a stroke, of which no accent can be taken."""
_REPEATED = re.compile(r"(?:as|see|per|same as) [A-Za-z]{1,3}\d+|[\"\u201d\u3003]|-?do-?", re.IGNORECASE)
"""The id of what it is to be as, or a mark that repeats."""
_MOST = 3


def _named(written: str, people: People) -> list[str]:
    """Return the codes that one text names one after the other."""
    codes = _codes(people)
    return [codes[part.casefold()] for part in several(written, lambda part: part.casefold() in codes)]


def _codes(people: People) -> dict[str, str]:
    return {code.casefold(): code for code in people.roles}


def _example(people: People) -> str:
    first = next(iter(people.roles), None)
    return f"{first} ({people.roles[first].title})" if first is not None else "RM"
