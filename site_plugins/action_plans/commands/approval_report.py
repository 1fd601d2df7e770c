"""What `action-plans approve` prints: every text that waits, word by word, and the block to paste."""

from collections.abc import Iterable, Iterator

from action_plans.english.wording import counted
from action_plans.family.approvals import Approval, TextToRead
from action_plans.family.guards.approval import WordChange
from action_plans.model.family import ENGLISH

_MARKS = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}


def approval_text(found: Iterable[Approval]) -> str:
    """Return what to read before approving, entry by entry: those that are approved in one line each."""
    told = tuple(entry for entry in found if entry.texts or entry.publish)
    return "".join(f"{line}\n" for line in (*_of_old_form(told), *(line for entry in told for line in _entry(entry))))


def approved_words(entry: Approval) -> str:
    """Return that an entry is approved, and what holds it back all the same."""
    codes = ", ".join(dict.fromkeys(problem.code.value for problem in entry.problems))
    return f"approved; still held back by {codes}" if codes and entry.publish else "approved"


def _of_old_form(found: Iterable[Approval]) -> Iterator[str]:
    """Yield every approval of an earlier form at once, before everything else."""
    old = [entry.ref for entry in found if entry.is_of_old_form]
    if old:
        number = counted(len(old), "approval is", "approvals are")
        yield f"{number[:1].upper()}{number[1:]} of an earlier form, or their words have changed: {', '.join(old)}."
        yield "Earlier approvals said nothing of what the words are about, and count no longer. Families wait until"
        yield "these words have been read again. `action-plans approve --by ROLE` then writes them all."
        yield ""


def _entry(entry: Approval) -> Iterator[str]:
    name = f"{entry.ref} {entry.title}".strip()
    if entry.approved:
        yield f"{name}: {approved_words(entry)}."
        yield from (f"  {problem}" for problem in (*entry.problems, *entry.remarks, *entry.left_out))
        return
    yield f"{name}: waits for approval{'' if entry.publish else ', and `publish` is not yet true'}."
    yield f"  {entry.origin}"
    if entry.internal:
        yield "  What the staff edition says:"
        yield from (f"    {' '.join(text.split())}" for text in entry.internal)
    yield "  What families would read ([-went-] {+came+}):"
    for text in entry.texts:
        yield from _text(text)
    if entry.fixed:
        yield f"    On every page stands as well: {' '.join(entry.fixed)}"
    if entry.facts:
        yield "  Printed as well, without an approval:"
        yield from (f"    {field}: {words}" for field, words in entry.facts)
    for code, words, because in entry.answered:
        yield f"  The plan lets through ({code}): “{words}”, because: {' '.join(because.split())}"
    for problem in entry.problems:
        yield f"  Holds it back as well: {problem}"
    for problem in entry.left_out:
        yield f"  Left out alone: {problem}"
    for problem in entry.remarks:
        yield f"  Look at this: {problem}"
    yield f"  If these words may be read by families, paste below `family:` at {entry.origin}:"
    yield from (f"    {line}" for line in entry.block.splitlines())
    yield ""


def _text(text: TextToRead) -> Iterator[str]:
    language = f" ({text.language})" if text.language not in ("", ENGLISH) else ""
    is_new = all(change.kind == "added" for change in text.changes)
    words = f"{text.text} (new)" if is_new else " ".join(_word(change) for change in text.changes)
    yield f"    {text.field}{language}: {' '.join(words.split())}"
    if text.shared:
        place = f" at {text.shared_with}" if text.shared_with is not None else ""
        yield f"      Meant for families? “{text.shared}” stands in internal text too{place}."
    for sentence in text.twice:
        yield f"      About one person? Read this twice: “{sentence}”"


def _word(change: WordChange) -> str:
    return _MARKS[change.kind].format(change.words)
