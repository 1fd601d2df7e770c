"""What is wrong in the texts of plans, services and the fields of notes: pictures, links, and what nothing can convert.

The pages leave it out whether it is said or not; here it is said, with its line.
"""

import re
from collections.abc import Iterator

from action_plans.checking.staff_text import StaffText, texts_of_note, texts_of_plan, texts_of_service
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.notes.hard_texts import MAKE_SIMPLER, too_hard
from action_plans.notes.markup import TAG, Tag, converted, scheme_of, tag_in
from action_plans.tracing.trace import Trace

_DOUBTFUL = re.compile(r"\]\s*[(\[:]|<\w")
"""What a link, a picture or a whole address between angle brackets cannot be without."""


def text_problems(trace: Trace) -> Iterator[Problem]:
    """Yield what is wrong in every text but the accounts of notes. Cost: linear in texts; few are converted."""
    for text, item in _texts(trace):
        if too_hard(text.text) is not None or _DOUBTFUL.search(text.text):
            yield from _problems(text, item)


def _texts(trace: Trace) -> Iterator[tuple[StaffText, Ref | None]]:
    """Yield every text, and what it belongs to where that has a page of its own."""
    portfolio = trace.portfolio
    for plan in portfolio.plans:
        yield from ((text, text.item) for text in texts_of_plan(plan))
    for note in portfolio.notes:
        yield from ((text, text.item) for text in texts_of_note(note) if text.text is not note.body)
    services = {id(service): service for service in (*portfolio.services, *trace.service_of.values())}
    for service in services.values():
        yield from ((text, None) for text in texts_of_service(service))
    if portfolio.provider is not None:
        yield from ((text, None) for text in texts_of_service(portfolio.provider))


def _problems(text: StaffText, item: Ref | None) -> Iterator[Problem]:
    read = converted(text.text)
    if read.hard is not None:
        message = f"This text {read.hard.said}, so it is shown as it is written."
        yield Problem(Code.MARKUP_REMOVED, message, text.origin_at(read.hard.start), MAKE_SIMPLER, item)
    seen_until: dict[str, int] = {}
    for found in TAG.finditer(read.html):
        tag = tag_in(found)
        if tag.leads_elsewhere:
            continue
        start = max(text.text.find(tag.written, seen_until.get(tag.written, 0)), 0)
        seen_until[tag.written] = start + len(tag.written)
        yield Problem(Code.MARKUP_REMOVED, *_said(tag, text, start), item)


def _said(tag: Tag, text: StaffText, start: int) -> tuple[str, Origin, str]:
    origin = text.origin_at(start)
    if tag.is_picture:
        elsewhere = " from elsewhere" if scheme_of(tag.written) or tag.written.startswith("//") else ""
        hint = "Keep it beside an evidence note, list it there under `attachments`, and cite the note."
        return (
            f"A picture{elsewhere}, {tag.written}, is not published: only evidence notes show pictures.",
            origin,
            hint,
        )
    if scheme := scheme_of(tag.written):
        return f"A link that begins with {scheme}: is not published.", origin, _WHOLE
    return f"The link to “{tag.written}” leads nowhere from a page, so it is not published.", origin, _WHOLE


_WHOLE = "Link to a whole address that begins with https://, or write what is meant by its reference, such as A1."
