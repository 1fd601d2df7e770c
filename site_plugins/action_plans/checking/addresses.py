"""Two things at one address, and names that not every computer can write: nothing is lost without a word."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import NOTES, Ref
from action_plans.tracing.addresses import TRAIL, attachment_address, note_address
from action_plans.tracing.page_list import pages_of
from action_plans.tracing.trace import Trace

PAGE_FILE = "index.html"
"""The file that a page is, in the folder of its address."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Something with an address: what it is in words, where it is written, and its reference where it has one.

    `origin` is nothing for what the package brings itself.
    """

    words: str
    origin: Origin | None
    item: Ref | None = None


def same_addresses(trace: Trace, prefix: str = "", own_files: Mapping[str, str] | None = None) -> Iterator[Problem]:
    """AP118: things that would stand at one address; each further one is a problem that names the first.

    `prefix` is the folder of the site that everything of ours lies in. `own_files` are hand-written pages and other
    files of the site by their path in it, each with the file it is made from, relative to the project. Addresses are
    alike where some computer takes them for one: without regard to case, or to how an accent is written.
    Cost: linear in pages and files.
    """
    taken: dict[str, Standing] = {}
    own = ((path, Standing(f"your file {file}", Origin(file))) for path, file in sorted((own_files or {}).items()))
    for address, standing in (*own, *_standing(trace, prefix)):
        first = taken.setdefault(_folded(address), standing)
        if first is not standing and standing.words != first.words:
            yield same_address(address, standing, first)


def same_address(address: str, one: Standing, other: Standing) -> Problem:
    """Return the problem of two things at one address, at the place of one that somebody wrote."""
    here, there = (one, other) if one.origin is not None else (other, one)
    shown = address.removesuffix(PAGE_FILE) or "the top of the site"
    message = f"{here.words} and {there.words} would both be at {shown}."
    return Problem(Code.SAME_ADDRESS, message, here.origin or Origin("mkdocs.yml"), _hint(here, there), here.item)


def told_once(problems: Iterable[Problem], same: Iterable[Problem]) -> Iterator[Problem]:
    """Yield problems without those that say of a note at another's address that its id is taken, too."""
    notes = {problem.origin.path for problem in same if (problem.item or "").startswith(f"{NOTES}/")}
    return (one for one in problems if one.code is not Code.DUPLICATE_ID or one.origin.path not in notes)


def _standing(trace: Trace, prefix: str) -> Iterator[tuple[str, Standing]]:
    for address, words, origin in pages_of(trace):
        if address or prefix:  # a home page of the site's own stays, or asks for ours in its place
            yield f"{prefix}{address}{PAGE_FILE}", Standing(words, origin)
    yield prefix + TRAIL, Standing("a file of the plans", None)
    for note in trace.portfolio.notes:
        yield f"{prefix}{note_address(note)}{PAGE_FILE}", Standing(f"the note {note.path}", Origin(note.path), note.ref)
    for note in trace.portfolio.notes:
        if note.on_request:
            continue
        for attachment in note.attachments:
            words = f"the attachment {attachment.file} of {note.path}"
            standing = Standing(words, attachment.at("file"), note.ref)
            yield prefix + attachment_address(note, attachment.file), standing


def _folded(address: str) -> str:
    return unicodedata.normalize("NFC", address).casefold()


def _hint(here: Standing, there: Standing) -> str:
    if there.origin is None or here.words.startswith("your ") or there.words.startswith("your "):
        return "Move or rename yours, or put the plans elsewhere with the option `under`."
    if here.words.startswith(("the note ", "the attachment ")):
        return "Rename one of the files: capitals, accents and the signs between words make no other address."
    return "Give one of them another id."
