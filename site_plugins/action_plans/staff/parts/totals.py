"""The totals as a page begins with them: each a number, its words, and the first row that it counts."""

from collections.abc import Container

from action_plans.staff.context import Here


def totals(here: Here, anchors: Container[str], otherwise: str) -> tuple[dict[str, object], ...]:
    """Return how many actions and findings of all plans stand badly, the gravest first; nothing that none is.

    `anchors` are the states of which a row stands on the page; `otherwise` is the link where there is no such row.
    """
    counts = here.context.trace.counts(here.context.plans)
    unchecked = counts.unchecked - counts.partly
    found = (
        (counts.overdue, "late", "overdue"), (counts.slipped, "slipped", "slipped"),
        (counts.blocked, "blocked", "blocked"), (counts.off_track, "off track", "off-track"),
        (counts.at_risk, "at risk", "off-track"), (counts.unproven, "closed, no proof", "none"),
        (unchecked, "closed, not checked", "submitted"), (counts.partly, "closed, holds in part", "submitted"),
        (counts.unaddressed, "without action", "unaddressed"),
    )  # fmt: skip
    return tuple(
        {"number": count, "words": words, "href": f"#{anchor}" if anchor in anchors else otherwise}
        for count, words, anchor in found
        if count
    )
