"""Single values as people write them, by what the model says that a field takes: each kind a strategy."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import strategies as st

from action_plans.model.when import MONTHS

TODAY = date(2026, 5, 12)

STAFF_MARK = "qzstaffzq"
"""Stands in every text that was written for the staff edition: no byte of the family edition may hold it."""

SCRIPT = "<script>qzhostile()</script>"
"""Stands in texts for either edition: no page may hold it as it is written."""

_AROUND = (0, 0, 1, -1, 13, 14, 15, -14, -28, -29, -27, -62, -90, 30, 60, 200, -200, -366, -400, -800)
"""Days from today at which something changes, and others."""

_WORDS = (
    "Count medicines each day",
    "No one looked at the charts on 3 nights of 14",
    "Staff said: we wait",
    "no",
    "9:30",
    "0777",
    "~",
    "1e3",
    "- dash",
    "a # b",
    "'single' and \"double\"",
    "100 % of {these} [and] those, & more",
    "Łódź, naïve, Ünïcödé, 日本語, العربية, \N{ZERO WIDTH JOINER}\N{COMBINING ACUTE ACCENT}",
    "\N{RIGHT-TO-LEFT OVERRIDE}right to left",
    "\N{FAMILY}\N{VARIATION SELECTOR-16}\N{NO-BREAK SPACE}emoji",
    f"{SCRIPT} & <b onclick=qzhostile()>bold</b>",
    "[link](javascript:qzhostile()) ![p](https://example.org/x.png) <!-- qz",
    "=HYPERLINK(qz)",
    "{{ 7 * 7 }} {% raw %} ${{ github.token }} ::error::",
    "`code` **bold** | a | b |\n|---|---|\n| 1 | 2 |",
    "Two paragraphs.\n\nThe second, with a list:\n\n- one\n- two",
    "# A heading\n\n```\nfence",
    "See A1 and F1, OAK/A1 and evidence/E1.",
    "word " * 60,
    "longwordwithoutanyblank" * 12,
)

_FOR_FAMILIES = (
    "We count the medicines each day.",
    "We have more staff at night.",
    "A person could miss a dose, or have it twice.",
    "Giving medicines safely",
    "You can ask to see your own chart.",
    "the manager",
    "no",
    "Room 4 was cold & Mrs Smith said so.",
    f"We {SCRIPT} wait.",
    "{{ 7 * 7 }}",
    "We will utilise a multidisciplinary methodology in order to operationalise it, which is hard to read for all.",
    "word " * 80,
    "Żadna osoba nie musi się przeprowadzać.",
    "\N{RIGHT-TO-LEFT OVERRIDE}\N{ZERO WIDTH SPACE}We look.",
)

_FACTS = ("01632 960101", "help@example.org", "https://example.org/council", "Oakfield House, Example Road", "x@y?z=1")

PLACES = ("Westshire Council", "CQC", "the registered manager", "Deputy manager", "Another body")
"""Who may stand in place of a role: bodies outside, and roles in words."""

LINES = st.sampled_from([word for word in _WORDS if "\n" not in word])


def texts() -> st.SearchStrategy[str]:
    """Return texts for the staff edition, each with the mark."""
    free = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]), max_size=12)
    words = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_WORDS), st.sampled_from(_WORDS), free)
    return words.map(lambda word: f"{word.strip()} {STAFF_MARK}".strip())


def family_texts() -> st.SearchStrategy[object]:
    """Return words for families: one, or one for each language."""
    one = st.sampled_from(_FOR_FAMILIES)
    return st.one_of(one, one, one, st.fixed_dictionaries({"en": one}, optional={"pl": one, "cy": one}))


def facts() -> st.SearchStrategy[str]:
    """Return facts for families, of their kind or not."""
    return st.sampled_from(_FACTS)


@st.composite
def whens(draw: st.DrawFn) -> str:
    """Return a day or a month, in each of the forms in which it may be written."""
    day = TODAY + timedelta(days=draw(st.sampled_from(_AROUND)))
    month = MONTHS[day.month - 1]
    forms = (
        day.isoformat(),
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]} {day.year}",
        f"{day:%Y-%m}",
        f"{month} {day.year}",
    )
    return draw(st.sampled_from(forms))


def _figures() -> st.SearchStrategy[object]:
    return st.one_of(st.integers(-5, 120), st.sampled_from((0.5, 99.999999, "7", "12.5", 999999999, 0)))


BY_WHAT_IT_TAKES: Mapping[str, st.SearchStrategy[object]] = {
    "a date": whens(),
    "a length of time": st.sampled_from(("2 weeks", "1 month", "90 days", "1 year")),
    "a number": _figures(),
    "a whole number": st.sampled_from((1, 2, 3, 4, 5, "3")),
    "true or false": st.sampled_from((True, False, True, "true", "yes", "no")),
    "a CQC number": st.sampled_from(("1-123456789", "RRK")),
    "text": texts(),
    "a label": texts(),
}
"""A strategy for each kind of value that needs nothing of the plan around it.

A field of a new kind has none, and the tests say so: it gets one here.
"""
