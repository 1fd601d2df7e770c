"""The pages that only a pack has: where it opens, its indexes, and how to check that nothing was altered."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import counted, day, listed, sentence
from action_plans.model.evidence import Evidence
from action_plans.pack.frame import CHECK
from action_plans.pack.index_entries import Section, by_reference, by_title, entries
from action_plans.pack.manifest import SUMS, About
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.attention import Item, answered, attention, bad_numbers
from action_plans.tracing.addresses import EVIDENCE, HOME, PLANS, PROBLEMS
from action_plans.tracing.trace import Trace

BY_TITLE = "a-to-z/"
BY_REFERENCE = "by-reference/"
GLOSSARY = "help/glossary/"
CODES = "help/problems/"
KEPT_HELP = (GLOSSARY, CODES)
"""The pages of help that are of use to a reader: what words and codes mean. The others are for whoever writes plans."""

_MOST_GAPS = 20
_MOST_PLANS = 20
_MOST_FILES = 20


@dataclass(frozen=True, slots=True)
class Way:
    """A way in: what the reader has in the hand, and the page to open."""

    having: str
    links: tuple[Link, ...]
    words: str = ""


def start_page(context: PageContext, about: About, addresses: Iterable[str]) -> Page:
    """Return the opening page: what this is, how to open and check it, gaps first, then every way in.

    `addresses` are those of all pages of the pack: a way in is only shown where it leads somewhere.
    """
    here = context.at(HOME)
    found, known = attention(here), answered(here)
    html = here.render(
        "pack/start.html.j2",
        head=here.head(about.name, "Inspection pack", lede=_lede(context)),
        gaps=found[:_MOST_GAPS],
        more=_more(here, found),
        numbers=bad_numbers(here, found[:_MOST_GAPS], here.to(HOME)),
        known=known[:_MOST_GAPS],
        more_known=sentence(f"and {counted(left, 'more', 'more')}") if (left := len(known) - _MOST_GAPS) > 0 else "",
        ways=_ways(here, frozenset(addresses)),
        facts=_facts(context.trace, about),
        uncommitted=about.made_from.uncommitted[:_MOST_FILES],
        more_uncommitted=_more_uncommitted(about),
        check=here.to(CHECK),
    )
    return Page(HOME, about.name, html, anchors_in(html), nav="Start", under="Start")


def title_page(context: PageContext) -> Page:
    """Return the index of everything by title."""
    lede = "Everything that has a title, in the order of the alphabet. To look for a word in it, press Ctrl and F."
    here = context.at(BY_TITLE)
    return _index(here, "A to Z", lede, "pack/by_title.html.j2", by_title(entries(here)))


def reference_page(context: PageContext) -> Page:
    """Return the index of everything by reference."""
    lede = "Everything that has a reference, plan by plan: findings, actions, evidence, measures and the rest."
    here = context.at(BY_REFERENCE)
    return _index(here, "By reference", lede, "pack/by_reference.html.j2", by_reference(entries(here)))


def check_page(context: PageContext) -> Page:
    """Return the page that says how to find out whether a file was changed, added or removed."""
    here = context.at(CHECK)
    html = here.render(
        "pack/check.html.j2",
        head=here.head("Has anything been altered?", crumb="Check this pack"),
        sums=SUMS,
    )
    return Page(CHECK, "Has anything been altered?", html, anchors_in(html), under="Start")


def _index(here: Here, title: str, lede: str, template: str, sections: tuple[Section, ...]) -> Page:
    html = here.render(template, head=here.head(title, lede=lede), sections=sections)
    return Page(here.address, title, html, anchors_in(html), nav=title, under=title)


def _lede(context: PageContext) -> str:
    counts = context.trace.counts(context.plans)
    what = f"{counted(counts.findings, 'finding')}, {counted(counts.actions, 'action')} and the evidence for them"
    return sentence(f"{what}, as at {context.as_at}") + " It opens in any browser and needs no internet connection."


def _more(here: Here, found: tuple[Item, ...]) -> Link:
    left = len(found) - _MOST_GAPS
    words = f"And {counted(left, 'more', 'more')}: everything that needs attention" if left > 0 else ""
    return Link("", words or "The same with what would mend each, and what changed lately", here.to(HOME))


def _ways(here: Here, addresses: frozenset[str]) -> tuple[Way, ...]:
    plans = here.context.plans
    to_plans = here.links(plan.id for plan in plans) if len(plans) <= _MOST_PLANS else ()
    ways = (
        ("a key question or quality statement", "by-key-question/", "By key question"),
        ("a regulation", "by-regulation/", "By regulation"),
        ("a reference, such as A8 or F1", BY_REFERENCE, "By reference"),
        ("a word of a title", BY_TITLE, "A to Z"),
        ("a piece of proof", EVIDENCE, "Evidence, and originals to ask for by place"),
        ("a question about the plan itself", PROBLEMS, "Problems, with the line of each"),
        ("a word you do not know", GLOSSARY, "Words"),
    )
    listed_plans = to_plans or (Link("", counted(len(plans), "plan"), here.to(PLANS)),)
    first = Way("a finding of a report", listed_plans, "Every finding is on its plan's page, with its regulation.")
    open_ways = [way for way in ways if way[1] in addresses]
    return (first, *(Way(having, (Link("", words, here.to(address)),)) for having, address, words in open_ways))


def _facts(trace: Trace, about: About) -> tuple[tuple[str, str], ...]:
    """Return what the pack was made from, as labels and words."""
    services = listed(dict.fromkeys(service.name for service in trace.service_of.values()))
    commit = about.made_from.commit
    kept = sum(
        isinstance(record, Evidence) and record.on_request
        for record in (trace.node(ref).record for ref in trace.evidence_refs())
    )
    holds = "Only what concerns this service; other services' plans are left out." if about.service else ""
    return tuple(
        (label, words)
        for label, words in (
            ("Service" if len(trace.service_of) == 1 or about.service else "Services", services),
            ("Limited to", holds),
            ("As at", day(about.as_of)),
            ("Version", commit if commit is not None else sentence(f"Not known. {about.made_from.reason}")),
            ("Kept on request", _kept_words(kept)),
        )
        if words
    )


def _kept_words(kept: int) -> str:
    if not kept:
        return ""
    return sentence(
        f"{counted(kept, 'piece')} of evidence: title, date, who checked it, verdict and whom to ask are shown; texts "
        "and files are not in this pack"
    )


def _more_uncommitted(about: About) -> str:
    """Return how many more files were packed as they lay there, without their names: some may be kept on request."""
    made_from = about.made_from
    left = max(0, len(made_from.uncommitted) - _MOST_FILES) + made_from.others
    return sentence(f"{'and ' if made_from.uncommitted else ''}{counted(left, 'other file')}") if left else ""
