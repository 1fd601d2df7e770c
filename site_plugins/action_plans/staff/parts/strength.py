"""How strong evidence is: which categories, how old, who checked it, what lapses next. Never a count of files."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import day, how_long, listed, number, on_day
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.tracing.results import Proof, is_stale
from action_plans.tracing.strength import Strength


@dataclass(frozen=True, slots=True)
class StrengthView:
    """How strong the evidence is, in words; `lapses` is what is next past its review date, on the day `lapses_on`."""

    kinds: str
    newest: str
    checked: str
    lapses: Link | None
    lapses_on: str


def strength_view(here: Here, found: Strength, counting: Iterable[Proof]) -> StrengthView | None:
    """Return how strong evidence is; nothing where there is none. `counting` are the pieces that make it up."""
    proofs, today = tuple(counting), here.context.trace.today
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
        newest=day(found.newest) + (f", {how_long(found.newest.last, today)} old" if age > 0 else ", today"),
        checked=listed(dict.fromkeys(here.who(code) for code in found.checked_by)) or "Nobody independent yet",
        lapses=here.link(ref) if ref else None,
        lapses_on=on_day(due) if due else "",
    )
