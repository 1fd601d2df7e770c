"""The page of a finding: the verdict, what is missing, what the report said, what is done, whether it worked."""

from dataclasses import dataclass

from action_plans.english.wording import counted, day, listed
from action_plans.history.checked_days import newest_check
from action_plans.model.evidence import EvidenceNote
from action_plans.model.source import Source
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.figures import measure_view
from action_plans.staff.parts.finding_gaps import finding_gaps
from action_plans.staff.parts.flows import finding_flow, view
from action_plans.staff.parts.gaps import Gap, missing_title, missing_words
from action_plans.staff.parts.mentions import mentions_view
from action_plans.staff.parts.proofs import in_a_cell, looks, proof_views, sample_of
from action_plans.staff.parts.provenance_words import action_changed_words, changed_words, provenance_words
from action_plans.staff.parts.since import since_for_finding
from action_plans.staff.parts.sources import source_link, source_words
from action_plans.staff.parts.state_words import newest_proof, standing_words
from action_plans.staff.parts.strength import strength_view
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.addresses import BY_KEY_QUESTION, BY_REGULATION
from action_plans.tracing.results import Proof
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action as the trail shows it; `who` is its owner, and when it is due or was closed."""

    link: Link
    tag: Tag
    who: str
    proofs: tuple[tuple[Link, str], ...]
    checked: str
    looked_at: str
    found: str | None
    changed: str


@dataclass(frozen=True, slots=True)
class PrintedNote:
    """A note's text as it is printed with the finding."""

    link: Link
    facts: str
    html: str


def finding_page(context: PageContext, finding: TracedFinding) -> Page:
    """Return the page of one finding."""
    record, trace, plan = finding.record, context.trace, finding.plan
    here = context.at(context.addresses[finding.ref], plan)
    actions = tuple(trace.actions[ref] for ref in finding.actions)
    proofs = _proofs(finding, actions)
    measures = _measures(finding, actions)
    missing = finding_gaps(here, finding)
    title = f"{record.id} {record.title}"
    html = here.render(
        "staff/finding.html.j2",
        head=here.head(record.title, "Finding", ref=finding.ref, crumb=f"Finding {record.id}"),
        tag=state_tag(finding),
        verdict=_verdict(finding, actions, missing),
        record=record,
        regulations=_regulations(here, finding),
        unread=tuple(problem.written for _, problem in finding.cited.unread_regulations),
        questions=_questions(here, finding),
        as_written=finding.cited.as_written,
        sources=tuple((source_link(here, source), source_words(here, source)) for source in finding.sources),
        said=_said(finding.found_by),
        repeats=here.links(finding.repeats),
        repeated_by=here.links(finding.repeated_by),
        actions=tuple(_row(here, action, finding.ref) for action in actions),
        done=_done(len(actions)),
        stopped=tuple((here.link(ref), trace.actions[ref].record.stopped) for ref in finding.stopped),
        measures=tuple(measure_view(here, ref) for ref in measures),
        since=since_for_finding(here, finding),
        mentions=mentions_view(here, finding.ref, (risk for action in actions for risk in action.risks)),
        missing=missing_title(missing),
        gaps=missing,
        proofs=proof_views(here, finding.proofs, finding.ref),
        flow=view(finding_flow(here, finding)),
        newest=newest_proof(here, finding.newest_proof),
        strength=strength_view(here, finding.strength, _counting(finding, actions)),
        notes=_notes(here, context, proofs),
        provenance=provenance_words(here, finding.ref),
    )
    words = (finding.ref, finding.label, record.text, record.keeping_safe, record.area, *_cited(finding))
    return Page(
        address=here.address,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", title, " ".join(text for text in words if text)),),
        source=plan.path,
        line=finding.record.origin.line,
        under=context.plan_word,
        reference=finding.ref,
    )


def _verdict(finding: TracedFinding, actions: tuple[TracedAction, ...], missing: tuple[Gap, ...]) -> str:
    words = [finding.sentence]
    if actions:
        words.append(f"{_done(len(actions))}: {standing_words(actions)}.")
    return " ".join((*words, missing_words(missing)))


def _done(count: int) -> str:
    words = counted(count, "action")
    return f"{words[:1].upper()}{words[1:]}"


def _said(source: Source | None) -> str:
    if source is None:
        return "What was found"
    return "What the report said" if source.is_regulators else f"What was said: {source.from_}"


def _regulations(here: Here, finding: TracedFinding) -> tuple[tuple[str, str, str], ...]:
    """Return each regulation as it was read and as it is written, with the link to all findings under it."""
    page = here.to(BY_REGULATION)
    return tuple((one.label, one.written, f"{page}#{one.regulation.ref.lower()}") for one in finding.cited.regulations)


def _questions(here: Here, finding: TracedFinding) -> tuple[tuple[str, str, str], ...]:
    """Return each key question with the statements under it, and the link to all findings under it."""
    page = here.to(BY_KEY_QUESTION)
    return tuple(
        (
            question.label,
            listed(one.title for one in finding.cited.statements if one.key_question == question.value),
            f"{page}#{question.value}",
        )
        for question in finding.cited.key_questions
    )


def _cited(finding: TracedFinding) -> tuple[str, ...]:
    return (
        *(one.label for one in finding.cited.regulations),
        *(one.title for one in finding.cited.statements),
        *(question.label for question in finding.cited.key_questions),
    )


def _row(here: Here, action: TracedAction, finding: str) -> ActionRow:
    shown, all_of_it = in_a_cell(here, action.proofs, action.ref)
    proofs = tuple(
        (here.link(proof.ref), day(proof.record.date) if proof.record.date else "still to come") for proof in shown
    )
    more = () if all_of_it is None else ((all_of_it, "on the page of the action"),)
    newest, checked = next(looks(here, action), (None, ""))
    return ActionRow(
        link=here.link(action.ref),
        tag=state_tag(action),
        who=f"{here.who(action.record.owner)}, {_when(action)}",
        proofs=(*proofs, *more),
        checked=checked,
        looked_at=sample_of(newest) if newest else "",
        found=newest.check.found if newest and newest.check else None,
        changed=_changed(here, action, finding),
    )


def _when(action: TracedAction) -> str:
    closed = action.record.closed_on if action.is_finished else None
    return f"closed {day(closed)}" if closed is not None else f"due {day(action.due)}"


def _changed(here: Here, action: TracedAction, finding: str) -> str:
    """Return what changed since the action was checked: in it, its checks, or the finding that it was checked for."""
    served = changed_words(here, finding, newest_check(action, here.context.trace.today))
    own = action_changed_words(here, action)
    words = [own, f"of the finding, {served}" if served else ""]
    return "; ".join(part for part in words if part)


def _proofs(finding: TracedFinding, actions: tuple[TracedAction, ...]) -> tuple[Proof, ...]:
    """Return all evidence for a finding and its actions, each piece once."""
    found = {proof.ref: proof for action in actions for proof in action.proofs}
    return tuple({**found, **{proof.ref: proof for proof in finding.proofs}}.values())


def _measures(finding: TracedFinding, actions: tuple[TracedAction, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*finding.measures, *(ref for action in actions for ref in action.measures))))


def _counting(finding: TracedFinding, actions: tuple[TracedAction, ...]) -> tuple[Proof, ...]:
    """Return the evidence that counts for a finding and its actions, each piece once."""
    every = (*(proof for action in actions for proof in action.counting), *finding.counting)
    return tuple({proof.ref: proof for proof in every}.values())


def _notes(here: Here, context: PageContext, proofs: tuple[Proof, ...]) -> tuple[PrintedNote, ...]:
    """Return the notes whose text is printed with the finding: never one that is on request."""
    printed = []
    for proof in proofs:
        note = proof.record
        if isinstance(note, EvidenceNote) and not note.on_request and note.body.strip():
            facts = (day(note.date) if note.date else "", here.who(note.by), note.sample or "", note.result or "")
            words = " · ".join(fact for fact in facts if fact)
            printed.append(PrintedNote(here.link(proof.ref), words, context.printed_note(note)))
    return tuple(printed)
