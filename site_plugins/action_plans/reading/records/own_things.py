"""The things of the plan that is read, as its file has them, known before the plan itself can be read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from action_plans.english.near import ALMOST_THE_SAME, nearest, same_to_the_eye
from action_plans.model.record import slug


def things_in(root: Mapping[str, Any], field: str) -> dict[str, str]:
    """Return the ids and titles of what a field of the plan holds, such as `milestones`, in the order written."""
    written = root.get(field)
    items = written if isinstance(written, list) else [written]
    return {
        item["id"]: _text(item.get("title")) or _text(item.get("statement"))
        for item in items
        if isinstance(item, dict) and isinstance(item.get("id"), str)
    }


def meant_among(written: str, things: Mapping[str, str], word: str) -> str | None:
    """Return the id of the thing that is written by its title, in other letters, or as `Milestone 1`; None if unsure.

    Args:
        written: what stands where the id is meant.
        things: the ids that there are, with their titles.
        word: what one of them is called: `milestone`.
    """
    by_title = {title.casefold(): own for own, title in things.items() if title}
    if (found := by_title.get(" ".join(written.split()).casefold())) is not None:
        return found
    bare = re.sub(rf"(?i)^(?:the )?{word}s?\b[\s:.-]*", "", written).strip()
    alike = same_to_the_eye(written, things) or same_to_the_eye(bare, things)
    if not alike and re.fullmatch(r"\d+", bare):
        alike = [own for own in things if re.fullmatch(rf"[A-Za-z-]+0*{int(bare)}", own)]
    if not alike and (near := nearest(written, by_title, likeness=ALMOST_THE_SAME)) is not None:
        alike = [by_title[near]]
    words = set(re.findall(r"\w+", bare.casefold()))
    if not alike and len(words) > 1:  # `CQC report`, where the title has more words
        alike = [own for title, own in by_title.items() if words <= set(re.findall(r"\w+", title))]
    return alike[0] if len(alike) == 1 else None


def named_with_more(written: str, things: Mapping[str, str]) -> str | None:
    """Return the only id that stands in a text with other words, none of which may be an id: `CQC26 (page 4)`."""
    known = {own.casefold(): own for own in things}
    parts = re.findall(r"[A-Za-z0-9-]+", written)
    named = list(dict.fromkeys(known[part.casefold()] for part in parts if part.casefold() in known))
    others = [part for part in parts if part.casefold() not in known and re.fullmatch(r"[A-Za-z]+-?\d+", part)]
    return named[0] if len(named) == 1 and not others else None


def listed(things: Mapping[str, str], at_most: int = 4) -> str:
    """Return ids with their titles: `MS1 (Medicines are safe)`."""
    told = [f"{own} ({title})" if title else own for own, title in things.items()]
    return ", ".join(told[:at_most]) + (", and so on" if len(told) > at_most else "")


def ids_in(root: Mapping[str, Any]) -> Iterator[str]:
    """Yield every id that the things in a plan have."""
    for field in _LETTERS:
        yield from things_in(root, field)
    aims = root.get("organisational_objectives")
    yield from aims if isinstance(aims, dict) else ()


def free_id(root: Mapping[str, Any], field: str, written: str) -> str:
    """Return an id that nothing in the plan has, for one of the things that a field of the plan holds.

    It keeps the number that is written where it can; the letters before it are those of its neighbours.
    """
    used = {own.casefold() for own in ids_in(root)}
    begins = Counter(match[1] for own in things_in(root, field) if (match := re.match(r"([A-Za-z]+-?)\d", own)))
    letters = begins.most_common(1)[0][0] if begins else _LETTERS.get(field, "A")
    kept = f"{letters}{re.sub(r'[^A-Za-z0-9]+', '-', written).strip('-')}"
    if re.search(r"\d", written) and len(kept) <= _LONGEST and kept.casefold() not in used:
        return kept
    numbers = [int(match[1]) for own in used if (match := re.fullmatch(rf"(?i){re.escape(letters)}0*(\d{{1,6}})", own))]
    return f"{letters}{max(numbers, default=0) + 1}"


def plan_id(root: Mapping[str, Any], written: str) -> str:
    """Return an id for a plan whose own begins with no letter: that of its service before it, `OAK2026`."""
    service = root.get("service")
    name = service if isinstance(service, str) else service.get("name") if isinstance(service, dict) else None
    letters = re.sub(r"[^a-z]", "", slug(name))[:3].upper() if isinstance(name, str) else ""
    figures = re.sub(r"[^A-Za-z0-9]+", "-", written).strip("-")
    return f"{letters or 'PLAN'}{figures}"[:_LONGEST]


_LETTERS = {
    "findings": "F",
    "actions": "A",
    "objectives": "O",
    "measures": "M",
    "milestones": "MS",
    "risks": "R",
    "sources": "S",
    "communications": "C",
    "organisational_objectives": "OO",
}
_LONGEST = 40


def _text(written: object) -> str:
    return " ".join(written.split()) if isinstance(written, str) else ""
