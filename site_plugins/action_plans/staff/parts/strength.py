"""How strong evidence is: which categories, how old, who checked it, what lapses next. Never a count of files."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import day, days_between, listed, number
from action_plans.staff.context import Here, Link
from action_plans.tracing.results import Proof, Result, is_stale, strength


@dataclass(frozen=True, slots=True)
class StrengthView:
    """How strong the evidence is, in words; `lapses` is what is next past its review date, on the day `lapses_on`."""

    kinds: str
    newest: str
    checked: str
    lapses: Link | None
    lapses_on: str


def strength_view(here: Here, proofs: Iterable[Proof], results: Iterable[Result]) -> StrengthView | None:
    """Return how strong the evidence is that counts, and the results that there are; nothing where there is neither."""
    proofs, today = tuple(proofs), here.context.trace.today
    found = strength(proofs, results)
    if found.newest is None:
        return None
    kinds = listed(category.label.lower() for category in found.categories)
    lapsing = [
        (proof.record.review_due, proof.ref)
        for proof in proofs
        if proof.record.review_due is not None and not proof.record.on_request and not is_stale(proof.record, today)
    ]
    due, ref = min(lapsing, key=lambda pair: pair[0].last) if lapsing else (None, None)
    age = (today - found.newest.last).days
    return StrengthView(
        kinds=f"{number(len(found.categories))} of six: {kinds}".capitalize() if kinds else "Not said of any",
        newest=day(found.newest) + (f", {days_between(found.newest.last, today)} old" if age > 0 else ", today"),
        checked=listed(dict.fromkeys(here.who(code) for code in found.checked_by)) or "Nobody independent yet",
        lapses=here.link(ref) if ref else None,
        lapses_on=day(due) if due else "",
    )
