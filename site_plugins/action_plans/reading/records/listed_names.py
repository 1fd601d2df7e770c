"""A list where names and values are meant: the first of them, written as it is meant."""

import re
from datetime import date

from action_plans.english.initials import initials
from action_plans.english.personal_names import may_be_called
from action_plans.model.people import Role
from action_plans.model.record import ORIGINS_KEY, Choice, Record
from action_plans.model.reflection import Field, field_names
from action_plans.reading.records.record_fields import Shape, shape_in, shape_of
from action_plans.reading.records.wrong_forms import is_id
from action_plans.reading.yaml.quoting import cut, quoted

_EACH = "Write each on a line of its own, without - before it"


def instead_of_list(items: list[object], shape: Shape, name: str) -> str:
    """Return in a sentence what to write instead of a list where a field takes fields, or names of the writer's own."""
    if shape.record is None:
        is_role = shape_of(shape.entries).record is Role
        return f"{_EACH}: {_role(items[0]) if is_role else _entry(items[0], name)}"
    return _fields(items, shape.record, name)


def _role(item: object) -> str:
    """Return a role with its code, as it was meant by the item of a list."""
    if isinstance(item, list) and item:
        return _role(item[0])
    if isinstance(item, dict):
        return _role_in_fields(item)
    if not isinstance(item, str):
        return "name: value"
    return _role_in_words(item)


def _role_in_words(item: str) -> str:
    if match := re.fullmatch(r"(.+?)\s*\(([A-Z][A-Za-z0-9-]{0,5})\)", item):
        return f"{match[2]}: {cut(match[1])}"
    if match := re.fullmatch(r"([A-Z][A-Z0-9-]{0,5})(?:(?:\s*[-\u2013\u2014=:,]\s*|\s+)(\S.*))?", item):
        return f"{match[1]}: {cut(match[2] or '...')}"
    code = initials(item)
    if "," in item or may_be_called(item) or not is_id(code):
        return "RM: Registered manager"
    return f"{code}: {cut(item)}"


def _entry(item: object, name: str) -> str:
    """Return an entry with a name of the writer's own: an id where those are meant, else a label."""
    if not isinstance(item, str):
        return _of_item(item)
    code, _, rest = item.partition(" ")
    if name == "organisational_objectives":
        is_coded = rest and is_id(code) and any(sign.isdigit() for sign in code)
        return f"{code}: {cut(rest.strip(' -'))}" if is_coded else f"OO1: {cut(item)}"
    return f"label: {cut(item)}"


def _of_item(item: object) -> str:
    """Return the name and value that the fields, or the list, inside a list stand for."""
    if isinstance(item, list) and item:
        return _of_item(item[0])
    if isinstance(item, str):
        return f"label: {cut(item)}"
    told = {key: one for key, one in item.items() if key != ORIGINS_KEY} if isinstance(item, dict) else {}
    texts = [(key, one) for key, one in told.items() if isinstance(one, str)]
    if len(told) == 1:
        return f"{cut(str(next(iter(told))))}: {cut(texts[0][1]) if texts else '...'}"
    return f"{cut(texts[0][1])}: {cut(texts[1][1])}" if len(texts) > 1 else "name: value"


def _role_in_fields(item: dict[str, object]) -> str:
    """Return a role with its code, from `{code: RM, title: Registered manager, name: ..}`."""
    told = {key: one for key, one in item.items() if isinstance(one, str) and key != ORIGINS_KEY}
    title = told.get("title")
    if title is None:
        return _of_item(item)
    code = next((one for key, one in told.items() if key.casefold() in _CODES), None) or initials(title) or "RM"
    own = [(key, one) for key, one in told.items() if key in field_names(Role)]
    if len(own) == 1:
        return f"{cut(code)}: {cut(title)}"
    return f"{cut(code)}: {{{', '.join(f'{key}: {_in_braces(one)}' for key, one in own)}}}"


_CODES = ("code", "id", "role", "ref", "initials", "short", "key")


def _in_braces(text: str) -> str:
    return quoted(text) if re.search(r"[,:#{}\[\]]", text) else cut(text)


def _fields(items: list[object], record: type[Record], name: str) -> str:
    """Return how the values of a list are written as fields of the record that is meant."""
    known = field_names(record)
    dicts = [item for item in items if isinstance(item, dict)]
    if dicts and len(dicts) == len(items):
        names = [key for one in dicts for key in one if key != ORIGINS_KEY]
        if len(set(names)) < len(names):
            return f"One is meant: keep one, without - before it or [ ] around it: {', '.join(list(known)[:4])}."
        first = names[0] if names else next(iter(known))
        told = dicts[0].get(first)
        return f"{_EACH}: {cut(first)}: {cut(told) if isinstance(told, str) else '...'}"
    texts = [item for item in items if isinstance(item, str)]
    taken = _taken(texts, record) if len(texts) == len(items) else None
    if taken is None:
        return f"Its fields go below it, one on each line, without - before them: {', '.join(list(known)[:4])}."
    pairs = [f"{field}: {_in_braces(text)}" for field, text in taken]
    return f"Write each with its name: {name}: {{{', '.join(pairs)}}}"


def _taken(texts: list[str], record: type[Record]) -> list[tuple[str, str]] | None:
    """Return for each text the field that can only take it; None where two could stand in one, or one in none."""
    found: dict[str, str] = {}
    for text in texts:
        field = next((field for field in field_names(record).values() if _takes(field, record, text)), None)
        if field is None or field.name in found:
            return None
        found[field.name] = text
    needed = [name for name, field in field_names(record).items() if field.is_needed]
    return list(found.items()) if found and all(name in found for name in needed) else None


def _takes(field: Field, record: type[Record], text: str) -> bool:
    choice = shape_in(record, field.name).choice
    if choice is not None:
        return choice is not Choice and choice.of(text) is not None
    if re.fullmatch(r"-?\d+(?:\.\d+)?", text):
        return field.takes == "a number"
    if _is_day(text):
        return field.is_date
    return field.takes == "text"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
