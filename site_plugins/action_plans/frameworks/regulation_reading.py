"""Reading a regulation as reports and letters write it: by number, by name, or by the whole line."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from action_plans.english.near import did_you_mean
from action_plans.english.wording import either
from action_plans.frameworks.matching import closest_names, comparable
from action_plans.frameworks.not_understood import OTHER_LAW_HINT, NotUnderstood
from action_plans.frameworks.paragraphs import BRACKETED, Paragraph, read_paragraphs, write_paragraphs
from action_plans.frameworks.regulation import Instrument, Regulation, regulations


@dataclass(frozen=True, slots=True)
class RegulationReading:
    """How a written regulation is understood, which pages show.

    Attributes:
        regulation: the regulation.
        paragraphs: the paragraph named, part by part: `("2", "g")` for 12(2)(g); empty for the whole regulation.
        written: what was written.
        further: the other paragraphs, where several are named.
    """

    regulation: Regulation
    paragraphs: Paragraph
    written: str
    further: tuple[Paragraph, ...] = ()

    @property
    def label(self) -> str:
        """The reading in words: `Regulation 12(2)(g): Safe care and treatment`."""
        named = (self.paragraphs, *self.further) if self.paragraphs else ()
        return f"{self.regulation.name}{write_paragraphs(named)}: {self.regulation.title}"


def read_regulation(text: str) -> RegulationReading | NotUnderstood:
    """Return the regulation that a text names, or why it names none.

    The 2014 Regulations are meant unless "Registration" or 2009 is said, or the words stand in the 2009 ones alone.
    """
    written = " ".join(text.split())
    reading = _read(written, _plain(written))
    if isinstance(reading, RegulationReading):
        return reading
    from action_plans.frameworks.regulation_slips import no_regulation  # noqa: PLC0415 -- only where it is wrong

    rest = _INSTRUMENT_WORDS.sub(" ", _plain(written))
    words = _words(_MENTION.sub(" ", rest))
    return (None if _SAYS_REGULATION.search(rest) else no_regulation(written, words)) or reading


def _read(written: str, plain: str) -> RegulationReading | NotUnderstood:
    said = _instruments_said(plain)
    if problem := _form_problem(written, plain, said):
        return problem
    if len(said) > 1:
        message = f"“{written}” names both the 2014 Regulations and the 2009 Registration Regulations."
        return NotUnderstood(message, "Write each on a line of its own.", written)
    rest = _INSTRUMENT_WORDS.sub(lambda match: " " * len(match[0]), plain)
    mentions = list(_MENTION.finditer(rest))
    words = _words(_MENTION.sub(" ", rest))
    numbers = list(dict.fromkeys(mention["number"].upper() for mention in mentions))
    if len(numbers) > 1:
        return _loose_paragraph(written, rest, said) or _several(written, _names(mentions, plain))
    if (year := _OTHER_YEAR.search(words)) and not _named(words, None):
        message = f"“{written}” names a law of {year[0]}, which is neither the 2014 nor the 2009 Regulations."
        return NotUnderstood(message, OTHER_LAW_HINT, written)
    instrument = said[0] if said else None
    if not numbers:
        return _by_words(written, words, instrument)
    paragraphs = read_paragraphs(" ".join(mention["paragraphs"] for mention in mentions))
    return _by_number(written, numbers[0], words, instrument or Instrument.RA2014, paragraphs)


def _by_number(
    written: str, number: str, words: str, instrument: Instrument, paragraphs: tuple[Paragraph, ...]
) -> RegulationReading | NotUnderstood:
    regulation = next((one for one in regulations(instrument) if one.number == number), None)
    if regulation is None:
        known = regulations(instrument)
        message = f"There is no Regulation {number} to cite in the {instrument.full_name}."
        hint = f"They can be cited from {known[0].number} to {known[-1].number}. {OTHER_LAW_HINT}"
        return NotUnderstood(message, hint, written)
    reading = RegulationReading(regulation, next(iter(paragraphs), ()), written, paragraphs[1:])
    named = _named(words, None)
    if not words or regulation in named:
        return reading
    if named:
        others = either(one.name for one in named)
        message = f"The number and the words disagree: {regulation.name} is {regulation.title}; the words are {others}."
        hint = f"Write {either(f'`{one.label}`' for one in (regulation, *named))}."
    else:
        message = f"The words beside {regulation.name} are not its name, which is {regulation.title}."
        hint = f"Write `{reading.label}`; the report's own words belong in `text`."
    return NotUnderstood(message, hint, written)


def _by_words(written: str, words: str, instrument: Instrument | None) -> RegulationReading | NotUnderstood:
    named = _named(words, instrument)
    if len(named) == 1:
        return RegulationReading(named[0], (), written)
    if named:
        message = f"“{written}” can mean more than one regulation."
        hint = f"Write {either(f'`{one.label}`' for one in named)}."
        return NotUnderstood(message, hint, written)
    parts = [part.strip() for part in re.split(r"[,;]", written)]
    if len(parts) > 1 and all(_named(_words(_plain(part)), instrument) for part in parts):
        return _several(written, parts)
    message = f"“{written}” is not a regulation that can be cited."
    labels = {name: one.label for one in regulations(instrument) for name in (one.title, *one.aliases)}
    meant = list(dict.fromkeys(labels[name] for name in closest_names(words, labels)))
    hint = did_you_mean(*(f"`{label}`" for label in meant)) if meant else _EXAMPLE_HINT
    return NotUnderstood(message, hint, written)


def _form_problem(written: str, plain: str, said: list[Instrument]) -> NotUnderstood | None:
    """Return what is wrong with the form alone: nothing there, a bracket left open, `12.2`, a section of an Act."""
    if not plain:
        return NotUnderstood("No regulation is named.", _EXAMPLE_HINT, written)
    if _SECTION.search(plain) and "kloe" not in plain:
        message = f"“{written}” names a section of an Act, not a regulation."
        return NotUnderstood(message, OTHER_LAW_HINT, written)
    if plain.count("(") != plain.count(")") or _LOOSE_PARAGRAPH.search(plain):
        hint = "Put each part of a paragraph in brackets: `Regulation 12(2)(g)`."
        loose = _loose_paragraph(written, _INSTRUMENT_WORDS.sub(" ", plain), said)
        return loose or NotUnderstood(f"The paragraph in “{written}” cannot be read.", hint, written)
    return None


def _loose_paragraph(written: str, rest: str, said: list[Instrument]) -> NotUnderstood | None:
    """Say how a paragraph is written whose parts are not in brackets, or stand after the regulation's name."""
    from action_plans.frameworks.regulation_slips import paragraph_meant  # noqa: PLC0415 -- only where it is wrong

    instrument = said[0] if len(said) == 1 else Instrument.RA2014
    prefix = "Registration " if instrument is Instrument.REG2009 else ""
    meant = paragraph_meant(rest, regulations(instrument), prefix)
    if meant is None:
        return None
    return NotUnderstood(f"The paragraph in “{written}” cannot be read.", f"Write `{meant}`.", written)


def _several(written: str, names: list[str]) -> NotUnderstood:
    lines = ", ".join(f"`- {name}`" for name in names)
    hint = f"Write one a line: {lines}."
    if not all(isinstance(read_regulation(name), RegulationReading) for name in names):
        first, last = regulations(Instrument.RA2014)[0], regulations(Instrument.RA2014)[-1]
        hint = (
            f"Write one a line, each part of a paragraph in brackets: `Regulation 12(2)(g)`. "
            f"They can be cited from {first.number} to {last.number}."
        )
    return NotUnderstood(f"“{written}” names several regulations.", hint, written)


def _names(mentions: list[re.Match[str]], plain: str) -> list[str]:
    """Return each regulation mentioned as it would stand on a line of its own.

    In `Regulation 12 and Registration Regulation 18` only what follows "Registration Regulation" is in the 2009 ones.
    """
    begins = _REGISTRATION_BEGINS.search(plain)
    since = begins.start() if begins else 0 if _SAYS_2009.search(plain) else len(plain)
    return [
        f"{'Registration ' if mention.end() > since else ''}Regulation {mention['number'].upper()}"
        f"{write_paragraphs(read_paragraphs(mention['paragraphs']))}"
        for mention in mentions
    ]


def _plain(text: str) -> str:
    """Return the text in lower case, with one kind of dash and one kind of space."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return re.sub(r"\s+", " ", re.sub(r"[\u2010-\u2015\u2212]", "-", folded)).strip(" .,;:")


def _instruments_said(plain: str) -> list[Instrument]:
    said = [(_SAYS_2014, Instrument.RA2014), (_SAYS_2009, Instrument.REG2009)]
    return [instrument for pattern, instrument in said if pattern.search(plain)]


def _words(rest: str) -> str:
    """Return what is left beside numbers and instrument, comparable, without what only joins them."""
    words = comparable(rest).split()
    while words and words[0] in _JOINING:
        words.pop(0)
    while words and words[-1] in _JOINING:
        words.pop()
    return " ".join(words)


def _named(words: str, instrument: Instrument | None) -> list[Regulation]:
    """Return the regulations that go by these words, of one instrument or of both."""
    return [one for one in _by_name().get(words, ()) if instrument in {None, one.instrument}]


@cache  # the regulations do not change while the program runs
def _by_name() -> Mapping[str, tuple[Regulation, ...]]:
    """Return the regulations by their comparable names; some names are those of several."""
    by_name: dict[str, dict[Regulation, None]] = {}
    for one in regulations():
        for name in (one.title, *one.aliases):
            by_name.setdefault(comparable(name), {})[one] = None
    return {words: tuple(named) for words, named in by_name.items()}


_EXAMPLE_HINT = "Write a number or a name, such as `Regulation 12(2)(g)` or `Safe care and treatment`."
_JOINING = frozenset(["of", "the", "in", "under", "a", "regulation", "regulations", "reg", "regs", "breach", "part"])
_SAYS_2014 = re.compile(r"\bra2014\b|\bregulated activit(?:y|ies)\b|\bra\b|\b2014\b")
_SAYS_2009 = re.compile(r"\breg2009\b|\bregistration\b|\b2009\b")
_REGISTRATION_BEGINS = re.compile(r"\bregistration\)? regulations? \d")
_INSTRUMENT_WORDS = re.compile(
    r"\b(?:ra2014|reg2009)\b-?"
    r"|\bhealth (?:and|&) social care act\b|\bhsca\b"
    r"|\(\s*(?:regulated activit(?:y|ies)|ra|registration)\s*\)|\bregulated activit(?:y|ies)\b|\bra\b|\bregistration\b"
    r"|\bcare quality commission\b|\bcqc\b"
    r"|\(?\bas amended\b\)?|\bpart \d\b"
    r"|\b(?:2008|2009|2014)\b"
)
_MENTION = re.compile(
    r"\b(?:(?:regulations?|regs?|r)\b\.? ?|(?:regulations?|regs?|r)(?=\d))?(?P<number>\d{1,3}[a-z]?)\b"
    rf"(?P<paragraphs>(?:(?:[ ,&-]|\b(?:and|or|to|paragraphs?|paras?)\b)*{BRACKETED})*)"
)
_SECTION = re.compile(r"\b(?:sections?|s\.|s(?=\d)) ?\d")
_SAYS_REGULATION = re.compile(r"\bregs?\b|\bregulations?\b")
_LOOSE_PARAGRAPH = re.compile(r"\d\.\d|\) ?[a-z]\b(?!\))")
_OTHER_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
