"""What to write instead of a role that nobody has: its code, wherever it can be known who is meant."""

import re
from collections.abc import Callable

from action_plans.english.initials import initials
from action_plans.english.near import did_you_mean, nearest
from action_plans.english.odd_characters import find_odd
from action_plans.english.saying_nothing import is_nobody
from action_plans.english.several import as_list, several
from action_plans.english.wording import either
from action_plans.model.reflection import Field
from action_plans.tracing.people import People


def role_meant(written: str, field: Field, people: People) -> str:
    """Return in a sentence what to write instead of a role that is in none of the lists."""
    known = (said for look in _LOOKS if (said := look(written, field, people)))
    return next(known, None) or _to_add(written, field, people)


def _another_way(written: str, _field: Field, people: People) -> str | None:
    """The code in other letters, the title or the name of a role."""
    code = _codes(people).get(written.casefold()) or people.code(written)
    return f"Write {code}." if code is not None else None


def _several(written: str, field: Field, people: People) -> str | None:
    codes = _codes(people)
    named = [codes[part.casefold()] for part in several(written, lambda part: part.casefold() in codes)]
    if not named:
        return None
    if field.is_many:
        return f"Write several as a list: {as_list(field.name, named)}."
    if field.name == "owner":
        return f"One role answers for it: write owner: {named[0]}, and {as_list('helpers', named[1:])}."
    return f"Name one role: {either(named)}."


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


def _nobody(written: str, field: Field, people: People) -> str | None:
    if not is_nobody(written):
        return None
    known = _example(people)
    if field.role is not None and field.role.or_body:
        what = "Take the whole entry out" if field.is_required else f"Leave {field.name} out"
        return f"{what} until somebody has done it; then write that role's code, such as {known}."
    return f"Agree who it is and write that role's code, such as {known}; without an owner it will not be done."


def _everybody(written: str, _field: Field, people: People) -> str | None:
    if _EVERYBODY.fullmatch(written) is None:
        return None
    return f"What everybody answers for nobody does: write the one role that sees to it, such as {_example(people)}."


def _of_that_kind(written: str, _field: Field, people: People) -> str | None:
    """Roles whose title ends as what is written does: `the manager`, where there is a registered manager."""
    last = written.casefold().split()[-1:]
    alike = [code for code, role in people.roles.items() if role.title.casefold().split()[-1:] == last]
    return did_you_mean(*(f"{code} ({people.roles[code].title})" for code in alike[:_MOST])) if alike else None


def _person(written: str, field: Field, people: People) -> str | None:
    if _PERSON.fullmatch(written) is None or (field.role is not None and field.role.or_body):
        return None
    known = _example(people)
    return f"People are named by their role: write its code, such as {known}; who holds it goes into roles, as name."


def _like(written: str, _field: Field, people: People) -> str | None:
    near = nearest(written, people.roles)
    return did_you_mean(f"{near} ({people.roles[near].title})") if near else None


def _to_add(written: str, field: Field, people: People) -> str:
    outside = ", or write an outside body in two words or more" if field.role is not None and field.role.or_body else ""
    code = initials(written)
    if len(code) > 1 and code.casefold() not in _codes(people):
        return f"Give it a code in `roles`, as `{code}: {written}`, and write {code} here{outside}."
    return f"Add it to `roles`, as `{written}: what the role is called`{outside}."


_LOOKS: tuple[Callable[[str, Field, People], str | None], ...] = (
    _another_way,
    _several,
    _odd,
    _with_more,
    _nobody,
    _everybody,
    _of_that_kind,
    _person,
    _like,
)
"""What it may be, the surest first."""

_GROUP = "(?:care |nursing |senior )?(?:staff|team|management|managers|seniors|nurses|carers)"
_EVERYBODY = re.compile(
    rf"(?:all|everyone|everybody|various|both|(?:all |the |whole |all of )?(?:the )?{_GROUP}|management team)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][a-z'\u2019-]+(?: [A-Z]\.?)?(?: [A-Z][A-Za-z'\u2019-]+)+"
    r"|(?:[A-Z](?:\. ?| )){1,2}[A-Z][a-z'\u2019-]+|[A-Z][a-z'\u2019-]+ [A-Z]\.?"
)
_MOST = 3


def _codes(people: People) -> dict[str, str]:
    return {code.casefold(): code for code in people.roles}


def _example(people: People) -> str:
    first = next(iter(people.roles), None)
    return f"{first} ({people.roles[first].title})" if first is not None else "RM"
