"""From finding to proof and back: every finding, what is done about it, what shows it, and what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from action_plans.english.wording import agreeing, counted, day, sentence
from action_plans.model.plan import Plan
from action_plans.model.reference import Kind, anchor_of
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.evidence_facts import looked_at, named, people_of_evidence
from action_plans.staff.parts.matrix_gaps import MatrixGap, gaps_of
from action_plans.staff.parts.proofs import in_a_cell, sample_of
from action_plans.staff.tags import CHECKED, JUDGED, Tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.results import Proof, is_stale
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class ProofLine:
    """A piece of evidence, or a check, in a cell: what it is, its date, who checked it and what they looked at."""

    link: Link | None
    words: str
    looked_at: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An action under a finding, or the finding itself (no link); `gaps` are what is missing, `remark` is ours."""

    anchor: str
    link: Link | None
    tag: Tag | None
    proofs: tuple[ProofLine, ...]
    gaps: tuple[MatrixGap, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class MatrixGroup:
    """A finding, or an objective, with its rows."""

    anchor: str
    link: Link
    tag: Tag | None
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class BackRow:
    """A piece of evidence, what it supports directly, and the findings and objectives that it leads back to."""

    link: Link
    date: str
    supports: tuple[Link, ...]
    served: tuple[Link, ...]
    review: str
    is_stale: bool


def matrix_page(context: PageContext, plan: Plan, evidence: tuple[str, ...]) -> Page:
    """Return the matrix of a plan; `evidence` are the references of all that supports something in it.

    Cost: linear in the links between its findings, actions and evidence.
    """
    here = context.at(plan_address(plan, "matrix"), plan)
    rows = {action.ref: _row(here, action) for action in context.trace.actions_of(plan)}
    given: set[str] = set()
    groups = _groups(here, plan, rows, given)
    aimless = (one.ref for one in context.trace.actions_of(plan) if not (one.findings or one.objectives))
    for_nothing = tuple(_once(rows[ref], ref, given, plan) for ref in aimless)
    missing = _missing(groups, for_nothing)
    html = here.render(
        "staff/matrix.html.j2",
        head=here.head("From finding to proof", ref=plan.id, crumb="From finding to proof", lede=_lede(groups)),
        missing=missing,
        groups=groups,
        for_nothing=for_nothing,
        back=tuple(_back(here, ref) for ref in _newest_first(here, evidence)),
        not_live=tuple(here.link(ref) for ref in evidence if not _supports_live(here, ref)),
    )
    title = f"{plan.id} From finding to proof"
    entry = SearchEntry("", title, "matrix: findings, actions, evidence, gaps")
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _lede(groups: tuple[MatrixGroup, ...]) -> str:
    gaps = sum(any(not gap.accepted for gap in row.gaps) for group in groups for row in group.rows)
    words = "Every finding, what is done about it, and what shows that it was done."
    return f"{words} {sentence(agreeing(gaps, 'row has a gap', 'rows have a gap'))}" if gaps else words


def _missing(
    groups: tuple[MatrixGroup, ...], for_nothing: tuple[MatrixRow, ...]
) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Return each gap by its name with what has it, each thing once, and the link to its row where it has one."""
    found: dict[str, dict[str, Link]] = {}
    grave: dict[str, tuple[bool, int]] = {}
    inside = [(group.link, group.anchor, row) for group in groups for row in group.rows]
    for above, anchor, row in (*inside, *((None, "", row) for row in for_nothing)):
        link, place = (row.link, row.anchor) if row.link is not None else (above, anchor)
        if link is not None:
            own = replace(link, href=f"#{place}") if place else link
            for gap in row.gaps:
                found.setdefault(gap.name, {}).setdefault(link.ref, own)
                grave.setdefault(gap.name, (gap.accepted, gap.gravity))
    ordered = sorted(found.items(), key=lambda pair: grave[pair[0]])
    return tuple((name, tuple(links.values())) for name, links in ordered)


def _groups(here: Here, plan: Plan, rows: dict[str, MatrixRow], given: set[str]) -> tuple[MatrixGroup, ...]:
    """Return a group for each finding, then one for what else an action of the plan serves; each anchor only once.

    That is a finding of another plan, or an objective where it serves no finding.
    """
    trace = here.context.trace
    own = {finding.ref for finding in trace.findings_of(plan)}
    others: dict[str, list[str]] = defaultdict(list)
    for action in trace.actions_of(plan):
        for ref in action.findings or action.objectives:
            if ref not in own:
                others[ref].append(action.ref)
    found = []
    for finding in trace.findings_of(plan):
        refs = (*finding.actions, *finding.stopped)
        inside = [_once(rows.get(ref) or _row(here, trace.actions[ref]), ref, given, plan) for ref in refs]
        found.append(_group(here, finding.ref, here.tag(finding.ref), (*_own_row(here, finding), *inside)))
    for ref, actions in others.items():
        inside = [_once(rows[one], one, given, plan) for one in actions]
        tag = here.tag(ref) if ref in trace.findings else None
        found.append(_group(here, ref, tag, inside))
    return tuple(found)


def _group(here: Here, ref: str, tag: Tag | None, rows: Iterable[MatrixRow]) -> MatrixGroup:
    link = here.link(ref)  # which names the plan of what is another's, so that no two have one anchor
    return MatrixGroup(anchor_of(link.ref), link, tag, tuple(rows))


def _once(row: MatrixRow, ref: str, given: set[str], plan: Plan) -> MatrixRow:
    """Return a row with an anchor where it is the first of an action of the plan, which may serve several findings."""
    own = f"{plan.id}/"
    is_first = ref.startswith(own) and ref not in given
    given.add(ref)
    return replace(row, anchor=ref.removeprefix(own).lower() if is_first else "")


def _own_row(here: Here, finding: TracedFinding) -> Iterator[MatrixRow]:
    """Yield a row for the finding itself: its own evidence that no action of it has as well, and its own gaps."""
    trace = here.context.trace
    also = {proof.ref for ref in (*finding.actions, *finding.stopped) for proof in trace.actions[ref].proofs}
    own = [proof for proof in finding.proofs if proof.ref not in also]
    gaps = gaps_of(here, (finding.ref, *(proof.ref for proof in own)))
    if own or gaps or not (finding.actions or finding.stopped):
        remark = "Shows the finding, closes no action" if own else ""
        yield MatrixRow("", None, None, _proofs(here, own, finding.ref), gaps, remark)


def _row(here: Here, action: TracedAction) -> MatrixRow:
    proofs = (*_proofs(here, action.proofs, action.ref), *_newest_check(here, action))
    if action.is_stopped:
        return MatrixRow("", here.link(action.ref), here.tag(action.ref), proofs, (), "Stopped: it does not count")
    gaps = gaps_of(here, (action.ref, *(proof.ref for proof in action.proofs)))
    return MatrixRow("", here.link(action.ref), here.tag(action.ref), proofs, gaps, "")


def _proofs(here: Here, proofs: Sequence[Proof], ref: str) -> tuple[ProofLine, ...]:
    """Return the evidence of a thing, by its reference; where there is a great deal, the newest, and where all is."""
    shown, all_of_it = in_a_cell(here, proofs, ref)
    more = () if all_of_it is None else (ProofLine(all_of_it, "on its own page"),)
    return (*(_proof(here, proof) for proof in shown), *more)


def _proof(here: Here, proof: Proof) -> ProofLine:
    evidence = proof.record
    if evidence.date is None:
        return ProofLine(here.link(proof.ref), "still to come")
    checked = named(people_of_evidence(here.context.trace, proof.ref), evidence.checked_by)
    when = f", {day(evidence.checked_on)}" if evidence.checked_on is not None else ""
    verdict = f": {JUDGED[evidence.verdict].word.lower()}" if evidence.verdict is not None else ""
    who = f"checked by {checked}{when}{verdict}" if checked else "not checked"
    return ProofLine(here.link(proof.ref), f"{day(evidence.date)}, {who}", looked_at(evidence))


def _newest_check(here: Here, action: TracedAction) -> list[ProofLine]:
    checks = [result for result in action.results if result.check is not None]
    if not checks:
        return []
    newest = checks[0].check
    assert newest is not None  # noqa: S101 -- only results of checks were kept
    more = f", and {counted(len(checks) - 1, 'earlier check')}" if len(checks) > 1 else ""
    who = named(here.context.trace.people[action.plan.id], newest.by)
    return [
        ProofLine(
            None,
            f"Check by {who}, {day(newest.date)}: {CHECKED[newest.result].word.lower()}{more}",
            sample_of(checks[0]),
        )
    ]


def _newest_first(here: Here, refs: tuple[str, ...]) -> tuple[str, ...]:
    trace = here.context.trace

    def age(ref: str) -> int:
        when = trace.proof(ref).record.date
        return -when.last.toordinal() if when is not None else 0

    return tuple(sorted(refs, key=age))


def _back(here: Here, ref: str) -> BackRow:
    trace = here.context.trace
    evidence, supported = trace.proof(ref).record, trace.supports[ref]
    served: dict[str, None] = {}
    for target in supported:
        action = trace.actions.get(target)
        if action is not None:
            served.update(dict.fromkeys((*action.findings, *action.objectives)))
        elif trace.node(target).kind in (Kind.FINDING, Kind.OBJECTIVE):
            served[target] = None
    review = "" if evidence.on_request or evidence.review_due is None else day(evidence.review_due)
    return BackRow(
        here.link(ref),
        day(evidence.date) if evidence.date is not None else "",
        here.links(supported),
        here.links(served),
        review,
        bool(review) and is_stale(evidence, trace.today),
    )


def _supports_live(here: Here, ref: str) -> bool:
    """Whether evidence supports anything but actions that were stopped."""
    trace = here.context.trace
    supported = (trace.actions.get(target) for target in trace.supports[ref])
    return any(action is None or not action.is_stopped for action in supported)
