"""A finding in one row that leads everywhere: to itself, its actions, its evidence, and how strong that is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import counted, day, listed, number, sentence
from action_plans.model.reference import Kind
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.evidence_facts import named
from action_plans.staff.parts.filters import in_order
from action_plans.staff.parts.state_words import closed_of, kind_words
from action_plans.staff.tags import CHECKED, JUDGED, Tag
from action_plans.tracing.addresses import service_address
from action_plans.tracing.coverage import Coverage, coverage
from action_plans.tracing.days import is_future
from action_plans.tracing.results import is_stale
from action_plans.tracing.traced import TracedAction, TracedFinding

_MOST_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence, or the newest check of an action: the link to it, its day, and what was concluded."""

    link: Link
    words: str


@dataclass(frozen=True, slots=True)
class TrailRow:
    """A finding with links to all that follows from it.

    `what` is what kind of finding it is. `evidence` is the newest, `more` says how much else there is, at the
    finding's own page; `strength` how many categories there are and who checked.
    """

    link: Link
    what: str
    tag: Tag
    done: str
    actions: tuple[Link, ...]
    evidence: tuple[EvidenceLine, ...]
    more: str
    strength: str


@dataclass(frozen=True, slots=True)
class CitedRow:
    """A finding under something that it cites; `cited` is how, each with the link to where that leads, or without."""

    row: TrailRow
    cited: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TrailGroup:
    """What several findings cite: an anchor (empty where nothing is cited), its title, a remark, a tag, the rows."""

    anchor: str
    title: str
    remark: str
    tag: Tag | None
    rows: tuple[CitedRow, ...]


@dataclass(frozen=True, slots=True)
class TrailTotals:
    """What several findings of many services cite: how much of them is covered, and each service with its number."""

    anchor: str
    title: str
    remark: str
    tag: Tag | None
    coverage: Coverage
    services: tuple[tuple[Link, int], ...]


def bare_row(here: Here, finding: TracedFinding) -> TrailRow:
    """Return the row of a finding with nothing but itself, where only how many there are is told."""
    return TrailRow(here.link(finding.ref), "", here.tag(finding.ref), "", (), (), "", "")


def totals_of(here: Here, group: TrailGroup, findings: Iterable[TracedFinding], page: str, anchor: str) -> TrailTotals:
    """Return the totals of what the findings of a group cite; `page` is that of a service on which they stand.

    `anchor` is where that page tells of them. Cost: linear in the findings.
    """
    trace = here.context.trace
    under = {finding.ref: finding for finding in findings}
    count = Counter(trace.service_of[finding.plan.id].id for finding in under.values())
    services = {one.service.id: one.service for one in here.context.standings}
    links = sorted((in_order(services[name].name), name) for name in count)
    return TrailTotals(
        group.anchor,
        group.title,
        group.remark,
        group.tag,
        coverage(under.values()),
        tuple(
            (Link("", services[name].name, f"{here.to(service_address(services[name], page))}#{anchor}"), count[name])
            for _, name in links
        ),
    )


def trail_row(here: Here, finding: TracedFinding) -> TrailRow:
    """Return the row of a finding. Cost: linear in its evidence, apart from sorting."""
    trace = here.context.trace
    actions = [trace.actions[ref] for ref in finding.actions]
    dated = sorted(_evidence(here, finding, actions), key=lambda pair: pair[0], reverse=True)
    left = len(dated) - _MOST_EVIDENCE
    return TrailRow(
        link=here.link(finding.ref),
        what=" · ".join(part for part in (kind_words(finding.record), here.service(finding.ref)) if part),
        tag=here.tag(finding.ref),
        done=closed_of(actions),
        actions=here.links(finding.actions),
        evidence=tuple(line for _, line in dated[:_MOST_EVIDENCE]),
        more=f"and {counted(left, 'more', 'more')}" if left > 0 else "",
        strength=_strength(here, finding),
    )


def findings_in_words(rows: Iterable[CitedRow]) -> str:
    """Return the findings of rows for the search: references and titles."""
    return "; ".join(f"{one.row.link.ref} {one.row.link.title}" for one in rows)


def _evidence(here: Here, finding: TracedFinding, actions: list[TracedAction]) -> Iterator[tuple[date, EvidenceLine]]:
    """Yield each piece of dated evidence once, and of each action the newest check."""
    today = here.context.trace.today
    counting = {proof.ref for action in actions for proof in action.counting}
    counting |= {proof.ref for proof in finding.counting}
    proofs = {proof.ref: proof for proof in (*(one for action in actions for one in action.proofs), *finding.proofs)}
    for ref, proof in proofs.items():
        record = proof.record
        if record.date is None or is_future(record.date, today):
            continue
        verdict = f", {JUDGED[record.verdict].word.lower()}" if record.verdict is not None else ""
        if is_stale(record, today):
            verdict = ", out of date"
        elif ref not in counting:
            verdict = ", does not count"
        yield record.date.last, EvidenceLine(_line(here, ref), f"{day(record.date)}{verdict}")
    for action in actions:
        check = next((result.check for result in action.results if result.check is not None), None)
        if check is not None:
            link = here.link(action.ref)
            said = f"{day(check.date)}, {CHECKED[check.result].word.lower()}"
            yield check.date.last, EvidenceLine(Link(link.ref, "Check of practice", f"{link.href}#checks"), said)


def _line(here: Here, ref: str) -> Link:
    """Return the link to evidence; a line carries the reference of what it is written on."""
    link, node = here.link(ref), here.context.trace.node(ref)
    if link.ref or node.plan is None or node.kind is not Kind.EVIDENCE:
        return link
    return Link(here.link(ref.rpartition("/")[0]).ref, link.title, link.href)


def _strength(here: Here, finding: TracedFinding) -> str:
    found = finding.strength
    if found.newest is None:
        return ""
    people = here.context.trace.people[finding.plan.id]
    kinds = len(found.categories)
    who = listed(dict.fromkeys(named(people, code) for code in found.checked_by))
    said = f"{number(kinds)} of six categories of evidence" if kinds else "no category named"
    return sentence(f"{said}; {f'checked by {who}' if who else 'checked by nobody independent'}")
