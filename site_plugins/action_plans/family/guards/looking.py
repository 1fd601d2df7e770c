"""Looks at what is printed of an entry, guard by guard: each place that may hold it back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from action_plans.family.guards.addresses import AddressGuard
from action_plans.family.guards.facts import wrong_shape
from action_plans.family.guards.internal_words import CONTACT, FILE, NAME, STEM, InternalText
from action_plans.family.guards.marks import FoundMark, MarkFinder
from action_plans.family.guards.printed import PrintedPage, PrintedText, printed_pages, printed_texts
from action_plans.family.guards.privacy.private_words import REFUSED, PrivateWords
from action_plans.family.guards.privacy.rule import Private
from action_plans.family.guards.shared_words import Shared, shared_in, shared_over_seams
from action_plans.family.telling.author_texts import AuthorText, Entry, Shape
from action_plans.family.telling.shapes import is_on_the_web, words_of_link
from action_plans.family.words.folding import Run, any_phrase, fold, is_turned
from action_plans.family.words.plain_words import PlainWords
from action_plans.model.family import ENGLISH
from action_plans.model.problem import Code, Problem

FEW_PLACES = 10
"""In a service of so many places or fewer, figures and quoted words can tell who someone is."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place that a guard stopped at.

    Attributes:
        problem: what to say of it.
        text: the author's text that it stands in; where two make it together, the first.
        within: the folded text that was looked at, and from where to where the place is.
        is_certain: whether no answer of the plan can free it.
    """

    problem: Problem
    text: AuthorText | None
    within: str
    start: int
    end: int
    is_certain: bool = False


@dataclass(frozen=True)
class Looking:
    """One entry, and what the guards look with; see `Gate`."""

    entry: Entry
    marks: MarkFinder
    addresses: AddressGuard
    patterns: PrivateWords
    plain_words: PlainWords
    explained: frozenset[str]
    shared: Mapping[Run, InternalText]

    def hits(self) -> Iterator[Hit]:
        """Yield every place at which a guard stops: of each text alone, then where one goes over into the next."""
        texts = printed_texts(self.entry)
        for text in texts:
            yield from self._alone(text)
        for shared in shared_in(texts, self.shared):
            yield self._shared(shared)
        for page in printed_pages(texts):
            yield from self._over_seams(page)

    def _alone(self, text: PrintedText) -> Iterator[Hit]:
        written = text.written
        if is_turned(written.printed):
            yield self._turned(text)
        if written.shape.is_fact:
            yield from self._fact(text)
            return
        for private in self.patterns.find(text.text, is_english=written.language == ENGLISH):
            yield self._private(private, text, text.text)
        for mark in self.marks.find(text.text):
            yield self._mark(mark, text, text.text)
        yield from self._figures_of_few(text)
        if written.language == ENGLISH and written.is_written:
            yield from self._hard(text)

    def _fact(self, text: PrintedText) -> Iterator[Hit]:
        """Yield what is wrong with a fact: its shape, and what it says besides."""
        written = text.written
        wrong = wrong_shape(written)
        if wrong is not None:
            message = f"`{written.field}` of {self.entry.name} {wrong[0]}, and is left out."
            problem = Problem(Code.WRONG_FACT, message, written.origin, wrong[1], self.entry.item)
            yield _of_whole(problem, written, text.text)
            return
        is_address = written.shape is Shape.LINK or (written.shape is Shape.JOIN and is_on_the_web(text.text))
        found: tuple[str, ...] = ()
        if is_address or written.shape is Shape.EMAIL:
            found = tuple(self.addresses.in_address(text.text))
        elif written.shape in (Shape.PHONE, Shape.JOIN):
            found = tuple(self.addresses.in_phone(text.text))
        # Whom families are to ask may be reached where the plan says that somebody in a role is.
        is_given = written.field in ("contact: phone", "contact: email")
        yield from (self._in_address(what, text) for what in found if not (is_given and what == CONTACT))
        if written.shape in (Shape.PHONE, Shape.EMAIL) or (written.shape is Shape.JOIN and not is_address):
            return
        said = fold(words_of_link(text.text)).strip() if is_address else text.text
        for private in self.patterns.find_in_address(said) if is_address else self.patterns.find(said):
            if not (written.field == "contact: name" and private.is_name) and not _may_be_in(written, private):
                yield self._private(private, text, said)
        for mark in self.marks.find(said):  # none of the contact's name: the gate spares the names of the service
            yield self._mark(mark, text, said)

    def _turned(self, text: PrintedText) -> Hit:
        """Return that the text is shown in another order than it is read in: every guard reads it as it is typed."""
        written = text.written
        is_left_out = " It is left out." if written.shape.is_fact else ""
        message = f"`{written.field}` of {self.entry.name} holds a hidden mark that turns its letters.{is_left_out}"
        hint = "Delete the hidden direction mark: type the words anew. No language needs it."
        code = Code.WRONG_FACT if written.shape.is_fact else Code.PRIVATE
        problem = Problem(code, message, written.origin, hint, self.entry.item)
        return Hit(problem, written, text.text, 0, len(text.text), is_certain=True)

    def _in_address(self, what: str, text: PrintedText) -> Hit:
        written = text.written
        message = f"`{written.field}` of {self.entry.name} holds {what}. It is left out."
        hint = "Write an address or a number that is meant for everybody, such as manager@example.org."
        code = Code.PRIVATE if what == REFUSED else Code.INTERNAL_WORDS
        problem = Problem(code, message, written.origin, hint, self.entry.item)
        return Hit(problem, written, text.text, 0, len(text.text), is_certain=what != CONTACT)

    def _over_seams(self, page: PrintedPage) -> Iterator[Hit]:
        for private in self.patterns.find(page.text):
            seam = page.seam_in(private.start, private.end)
            if seam is None or page.is_beside(Shape.PHONE, seam[1]):  # a number to dial has a line of its own
                continue
            if not (private.needs_small_letters and page.text[seam[1]].isupper()):
                yield self._private(private, seam[0], page.text)
        for mark in self.marks.find(page.text):
            seam = page.seam_in(mark.start, mark.end)
            if seam is not None:
                yield self._mark(mark, seam[0], page.text)
        for shared in shared_over_seams(page, self.shared):
            yield self._shared(shared)

    def _private(self, private: Private, text: PrintedText, within: str) -> Hit:
        written = text.written
        words = f": “{private.words}”" if private.words and not private.is_certain else ""
        left_out = " It is left out." if written.shape.is_fact else ""
        message = f"`{written.field}` of {self.entry.name} holds what looks like {private.what}{words}.{left_out}"
        place = text.origin_at(private.start) if within is text.text else written.origin
        problem = Problem(Code.PRIVATE, message, place, private.instead, self.entry.item)
        return Hit(problem, written, within, private.start, private.end, private.is_certain)

    def _mark(self, mark: FoundMark, text: PrintedText, within: str) -> Hit:
        is_private = mark.what in (NAME, CONTACT)
        told = "" if is_private else f" “{mark.mark}”,"
        message = f"`{text.written.field}` of {self.entry.name} holds{told} {mark.what}."
        hint = "Say what the person does." if is_private else "Say it in words that families know."
        place = text.origin_at(mark.start) if within is text.text else text.written.origin
        problem = Problem(Code.INTERNAL_WORDS, message, place, hint, self.entry.item)
        is_certain = mark.what not in (FILE, STEM, CONTACT)
        return Hit(problem, text.written, within, mark.start, mark.end, is_certain)

    def _shared(self, shared: Shared) -> Hit:
        text = shared.text
        message = (
            f"`{text.written.field}` of {self.entry.name} says “{shared.words}”, and so does an internal text at"
            f" {shared.internal.origin}."
        )
        hint = (
            "Say it in your own words; or accept AP406 with these `words` in the plan, if they are meant for families."
        )
        problem = Problem(Code.SHARED_WORDS, message, text.written.origin, hint, self.entry.item)
        return _of_whole(problem, text.written, shared.words)

    def _hard(self, text: PrintedText) -> Iterator[Hit]:
        written = text.written
        for hard in self.plain_words.what_holds_back(written.printed, self.explained):
            message = f"`{written.field}` of {self.entry.name}: {hard.what} In: “{hard.sentence}”"
            problem = Problem(Code.HARD_WORDS, message, written.at(hard.line), hard.instead, self.entry.item)
            sentence = fold(hard.sentence).strip()
            word = any_phrase([hard.word])
            place = word.search(sentence) if word is not None else None
            if place is None:
                yield _of_whole(problem, written, sentence)
            else:
                yield Hit(problem, written, sentence, *place.span())

    def _figures_of_few(self, text: PrintedText) -> Iterator[Hit]:
        places, written = self.entry.service.places, text.written
        is_told = written.field == "measure: text" or written.field.endswith(": said")
        if places is None or places > FEW_PLACES or not is_told:
            return
        message = (
            f"`{written.field}` of {self.entry.name} could tell who someone is, as the service has {places} places:"
            f" “{text.text}”."
        )
        hint = f"In a service of {FEW_PLACES} places or fewer, leave out figures and people's own words."
        problem = Problem(Code.PRIVATE, message, written.origin, hint, self.entry.item)
        yield _of_whole(problem, written, text.text)


def _of_whole(problem: Problem, text: AuthorText, within: str) -> Hit:
    """Return a hit that only an answer with all of these words can free."""
    return Hit(problem, text, within, 0, len(within))


def _may_be_in(text: AuthorText, private: Private) -> bool:
    """Whether a fact may hold it: a postal address has a postcode, and may have a number."""
    return text.field == "contact: post" and private.what in ("a postcode", "a room or flat number")
