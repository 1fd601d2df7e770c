"""Who a cell says is to do something: roles by their initials or titles, and people's names, which are kept apart."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import TypeAdapter, ValidationError

from action_plans.exchange.foreign_sheet.cell_status import is_colour_or_status
from action_plans.exchange.foreign_sheet.item_lines import without_numbers
from action_plans.exchange.foreign_sheet.job_words import ends_in_a_name, is_job_word, is_name, names_a_person, title_in
from action_plans.exchange.foreign_sheet.listed_words import listed_words
from action_plans.family.words.folding import fold
from action_plans.model.record import Id


@dataclass(frozen=True, slots=True)
class ReadOwner:
    """One owner as a cell names it.

    Attributes:
        text: what the cell says of this owner, blanks apart as written.
        title: the role, in the words of the sheet or its legend; None for a person alone, or unknown initials.
        is_person: whether a person is named, so that the text must not be put into a plan as it is.
    """

    text: str
    title: str | None
    is_person: bool


def read_legend(lines: Iterable[str]) -> dict[str, str]:
    """Return what initials stand for, from lines such as `Key: RM = Registered manager; DM - Deputy`.

    What explains a colour or a status is left out.
    """
    legend: dict[str, str] = {}
    for line in lines:
        for code, title in _explained(line):
            if not is_colour_or_status(title) and any(letter.isalpha() for letter in title):
                legend.setdefault(code, title)
    return legend


def read_owners(text: str, legend: Mapping[str, str]) -> tuple[ReadOwner, ...]:
    """Return the owners that a cell names, in the order written, each once.

    Args:
        text: what stands in the cell.
        legend: what initials stand for.
    """
    known = {code.casefold(): title for code, title in legend.items()}
    known |= {title.casefold(): title for title in legend.values()}
    parts = [" ".join(part.split()).strip(_SIGNS) for part in _SURE_BREAKS.split(without_numbers(text))]
    named = [owner for part in parts if part for owner in _owners(part, known)]
    return tuple(dict.fromkeys(named))


def role_codes(titles: Iterable[str], legend: Mapping[str, str]) -> dict[str, str]:
    """Return a code for each title: the legend's initials, else its own, made unique without regard to case.

    Titles that differ only in case share one.
    """
    of_legend = {title.casefold(): code for code, title in legend.items()}
    taken = {code.casefold() for code in legend}
    codes: dict[str, str] = {}
    by_words: dict[str, str] = {}
    for title in titles:
        words = " ".join(title.split()).casefold()
        if words not in by_words:
            code = of_legend.get(words, "")
            by_words[words] = code if _is_code(code) else _new_code(title, taken)
            taken.add(by_words[words].casefold())
        codes[title] = by_words[words]
    return codes


def _explained(line: str) -> Iterator[tuple[str, str]]:
    """Yield each code of a line with what it stands for."""
    text = re.sub(r"[ \t\u00a0]+", " ", line).strip()
    rest = _KEY.sub("", text)
    pairs = [(match["code"], match["title"]) for match in _CODE_FIRST.finditer(rest)]
    if not pairs:
        pairs = [(match["code"], match["title"]) for match in _CODE_LAST.finditer(rest)]
    if not pairs:
        parts = (part.strip() for part in re.split(r"[;,|\n]", rest))
        pairs = [(match["code"], match["title"]) for part in parts if (match := _CODE_ALONE.fullmatch(part))]
        pairs = [(code, title) for code, title in pairs if rest != text or _initials(title, len(code)) == code]
    for code, title in pairs:
        yield code, title.strip(_SIGNS)


def _owners(part: str, known: Mapping[str, str]) -> Iterator[ReadOwner]:
    """Yield the owners of a part without a sure break: `Health and safety officer` is one, `RM and DM` are two."""
    if (title := known.get(part.casefold())) is not None:
        yield _by_legend(part, title)
        return
    if (told := _OF_UNITS.fullmatch(part)) is not None and _is_owner(told["who"].strip(), known):
        whom = _owner(told["who"].strip(), known)
        if whom.title is not None and not whom.is_person:
            yield ReadOwner(part, part, is_person=False)
            return
    pieces = [piece.strip(_SIGNS) for piece in _MAYBE_BREAKS.split(part)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 1 and all(_is_owner(piece, known) for piece in pieces):
        for piece in pieces:
            yield from _owners(piece, known)
        return
    yield _owner(part, known)


def _by_legend(text: str, title: str) -> ReadOwner:
    """Return an owner whose initials the legend explains, perhaps by a name."""
    read = _owner(title, {})
    return ReadOwner(text, read.title if read.is_person else title, read.is_person)


def _is_owner(piece: str, known: Mapping[str, str]) -> bool:
    """Whether a piece names an owner by itself: by the legend, initials or name, or as a whole title."""
    words = piece.split()
    if piece.casefold() in known or _INITIALS.fullmatch(piece):
        return True
    return (is_job_word(words[-1]) and _STANDS_ALONE.search(piece) is not None) or names_a_person(words)


def _owner(text: str, known: Mapping[str, str]) -> ReadOwner:
    if (title := known.get(text.casefold())) is not None:
        return _by_legend(text, title)
    if (explained := _WITH_CODE.fullmatch(text)) is not None:
        title = explained["title"] or explained["in_brackets"]
        if any(map(is_job_word, title.split())):
            return replace(_owner(title, known), text=text)
    words = [word.removesuffix("'s") for word in _WORD.findall(text)]
    in_legend = [known[word.casefold()] for word in words if word.isupper() and word.casefold() in known]
    jobs = [word for word in words if is_job_word(word) and not word.isupper()] or [w for w in words if is_job_word(w)]
    if jobs and not (in_legend and all(job.casefold() in _LEADING for job in jobs)):
        is_person = any(map(is_name, words)) or ends_in_a_name(words) or _has_named_part(text)
        return ReadOwner(text, title_in(words) if is_person else text, is_person)
    if in_legend:
        others = [word for word in words if word.casefold() not in known]
        return ReadOwner(text, in_legend[0], names_a_person(others))
    return ReadOwner(text, None, names_a_person(words))


def _has_named_part(text: str) -> bool:
    """Whether what stands in brackets, or on one side of a dash, is a name: `Deputy manager (Anybody)`."""
    parts = [part.split() for part in re.split(r"[(),]| [-\N{EN DASH}\N{EM DASH}] |:", text) if part.strip()]
    return len(parts) > 1 and any(names_a_person(part) for part in parts if not any(map(is_job_word, part)))


def _new_code(title: str, taken: set[str]) -> str:
    made = _initials(title) or "ROLE"
    candidates = (f"{made}{number}" if number > 1 else made for number in range(1, len(taken) + 3))
    return next(code for code in candidates if _is_code(code) and code.casefold() not in taken)


def _initials(title: str, wanted: int = 0) -> str:
    """Return the initials of a title, of one word its first letters; with small words where so many are wanted."""
    words: list[str] = re.findall(r"[A-Za-z]+", fold(title))
    long = [word for word in words if word.casefold() not in _SMALL]
    if wanted and len(words) == wanted:
        long = words
    if len(long) == 1 and not wanted:
        return long[0].upper() if len(long[0]) <= _SHORT else long[0][:3].upper()
    return "".join(word[0] for word in long).upper()[:8]


def _is_code(code: str) -> bool:
    try:
        _ID.validate_python(code)
    except ValidationError:
        return False
    return True


_ID: TypeAdapter[str] = TypeAdapter(Id)
_SHORT = 4
_SMALL = listed_words("no-initial")
_SIGNS = " \t.,;:-\N{EN DASH}\N{EM DASH}*\N{BULLET}&/"
_CODE = r"(?P<code>[A-Z][A-Za-z]?[A-Z&]{0,4}|[A-Z]{2,6}\d?)"
_EQUALS = r"\s*(?:=|:|-|\N{EN DASH}|\N{EM DASH}|\N{RIGHTWARDS ARROW})\s*"
_NEXT = (
    r"(?=\s*(?:[;|\n]|[,/]\s*[A-Z][A-Z&]{1,5}\s?[-=:]\s?[A-Za-z]"
    r"|[,/]?\s*\b[A-Z][A-Za-z]?[A-Z&]{0,4}\s*(?:=|:|\s[-\N{EN DASH}\N{EM DASH}]\s)|$))"
)
_CODE_FIRST = re.compile(rf"(?<![\w=]){_CODE}{_EQUALS}(?P<title>[A-Za-z][^=;|\n]*?){_NEXT}")
_CODE_LAST = re.compile(r"(?P<title>[A-Z][a-z][A-Za-z ,&'/-]*?) ?(?:\(|= ?)(?P<code>[A-Z]{2,6})\b\)?")
_CODE_ALONE = re.compile(r"(?P<code>[A-Z]{2,6}) (?P<title>[A-Z][a-z].*)")
_KEY = re.compile(
    r"(?i)^(?:key|legend|abbreviations|initials|codes|owners|(?:persons? )?responsible)\b[^:=]{0,40}?[:\-\N{EN DASH}] *"
)
_SURE_BREAKS = re.compile(r"[\n;,|\N{BULLET}]|\s\+\s")
_MAYBE_BREAKS = re.compile(
    r"\s*[/&+]\s*"
    r"|\s+(?:with (?:the )?(?:support|help) (?:of|from)|(?:supported|assisted|overseen) by|and|with|plus)\s+",
    re.IGNORECASE,
)
_OF_UNITS = re.compile(
    r"(?P<who>[^-\N{EN DASH}\N{EM DASH}:(]+?)\s*(?:[-\N{EN DASH}\N{EM DASH}:(]|\b(?:on|for|of|at|in)\b)\s*"
    r"(?:[\w']+\s*(?:[/&+]|\band\b)\s*)+[\w']+\s+(?:units?|wings?|floors?|wards?|houses|homes|lounges?|corridors?)\)?",
    re.IGNORECASE,
)
"""A role and where it is: what joins the names of units, a word each, joins no owners."""
_WITH_CODE = re.compile(r"(?:[A-Z&]{2,5} ?\((?P<in_brackets>[^()]+)\))|(?P<title>[^()]+?) ?\([A-Z&]{2,5}\)")
_LEADING = frozenset(("lead", "leads", "support", "supported", "owner", "responsible", "accountable", "person"))
"""Words for what somebody does here, rather than for who it is, beside initials: `Lead: RM`."""
_WORD = re.compile(r"[^\W\d_](?:[\w.'\N{RIGHT SINGLE QUOTATION MARK}&-]*\w)?\.?")
_INITIALS = re.compile(r"(?:[A-Z]\.?){2,4}")
_STANDS_ALONE = re.compile(
    r"(?i)\b(?:manager|mgr|deputy|deputies|leads?|leaders?|director|nurses?|carers?|officer|co-?ordinator|administrator"
    r"|individual|provider|owner|chef|cook|housekeeper|housekeeping|cleaners?|handyman|handyperson|gardener|maintenance"
    r"|trainers?|seniors?|staff|team|everyone|supervisors?|assistants?|(?:key)?workers?|practitioner|pharmacist|matron|consultant"
    r"|board|trustees|chair|head of \w+|champions?|contractor|admin|kitchen|laundry|hr|gps?|ceo|directors?|managers?"
    r"|head office|estates|nurse in charge|domestics?|auditor|engineer|electrician|cqc|council|committee)s?$"
)
