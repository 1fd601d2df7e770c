"""`action-plans new plan` and `new evidence`: a file of its own, ready to be filled in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from action_plans.commands.adding import Added, Ask, CannotAddError, filled
from action_plans.commands.errors_first import plan_without_errors, refuse_new_errors
from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.free_ids import free_ids
from action_plans.exchange.plan_writing import plan_data
from action_plans.exchange.yaml_words import Value, fields_in_block, value_inline
from action_plans.model.action import Action
from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.record import ORIGINS_KEY, slug
from action_plans.model.reference import Ref, is_words
from action_plans.model.reflection import field_names
from action_plans.pipeline import Examined, examine
from action_plans.project.settings import Settings

_GOOD_EVIDENCE = ("category", "type", "by", "sample", "result", "kept")
_GOOD_PLAN = ("sources", "findings", "actions")
_STAYS_BEHIND = (
    *("milestone", "evidence", "checks", "pilots", "updates", "signoffs", "reopened", "lessons", "issues"),
    *("status", "closed_on", "closed_by", "different_now", "family"),
)
"""What an open action leaves with the plan that it comes from: what happened there, and a milestone of that plan.

So does what families read of it: told in both, it would stand twice in one topic, which nobody approved so.
"""


def new_plan(settings: Settings, plan: str, old: str | None, said: Sequence[str], ask: Ask | None) -> Added:
    """Begin a plan; with `old` take over the service, the roles and each open action of another.

    Raises:
        CannotAddError: there is such a plan or file, or a field cannot be said in one line.
        MissingFieldsError: what is needed is not said, and there is nobody to ask.
        NewErrorsError: the plan would have an error.
    """
    examined = examine(settings)
    if any(one.id.casefold() == plan.casefold() for one in examined.trace.portfolio.plans):
        raise CannotAddError(f"There is a plan {plan} already.")
    known: dict[str, Value] = {"id": plan, "written": settings.today.isoformat()}
    known |= dict.fromkeys(_GOOD_PLAN, "")
    notes: list[str] = []
    if old is not None:
        before = plan_without_errors(examined, old)
        data = plan_data((settings.root / before.path).read_bytes(), before.path)
        known |= _taken_over(examined, before, data)
        notes = list(_what_to_stop(examined, before, plan, settings.today.isoformat()))
    fields = filled(Plan, known, said, ask)
    path = f"{settings.options.plans_dir.strip('/')}/{slug(plan)}.yaml"
    _write(settings, examined, path, "\n".join(_lines(fields)) + "\n")
    return Added(plan, Origin(path), tuple(notes))


def new_evidence(settings: Settings, ref: str, said: Sequence[str], ask: Ask | None) -> Added:
    """Begin an evidence note that supports a thing of a plan, such as `OAK/A1`, dated today.

    Raises:
        CannotAddError: there is no such thing, or a field cannot be said in one line.
        MissingFieldsError: what is needed is not said, and there is nobody to ask.
        NewErrorsError: the note would have an error.
    """
    examined = examine(settings)
    trace = examined.trace
    only = trace.portfolio.plans[0] if len(trace.portfolio.plans) == 1 else None
    node = trace.references.find(ref, only)
    if node is None and ref.casefold() in {plan.id.casefold() for plan in trace.portfolio.plans}:
        raise CannotAddError(f"Evidence is of a finding, an action, a measure or an objective: name it, as {ref}/A1.")
    if node is None or node.plan is None:
        near = trace.references.nearest(ref, only, tuple(one.kind for one in trace.references.nodes.values()))
        raise CannotAddError(f"There is no {ref}.{f' Did you mean {near}?' if near else ''}")
    taken = [note.id for note in trace.portfolio.notes]
    number = next(free_ids(taken, taken, "E"))
    known: dict[str, Value] = {"id": number, "date": settings.today.isoformat(), "supports": str(node.ref)}
    known |= dict.fromkeys(_GOOD_EVIDENCE, "")
    fields = filled(EvidenceNote, known, said, ask)
    home = f"{settings.options.evidence_dir.strip('/')}/{node.plan.id}"
    name = slug(str(fields["title"]))[:60].strip("-") or number.lower()
    path = f"{home}/{name}.md"
    if (settings.root / path).exists():
        path = f"{home}/{name}-{number.lower()}.md"
    front = "\n".join(fields_in_block(fields, ""))
    _write(settings, examined, path, f"---\n{front}\n---\n")
    return Added(str(Ref.to_note(str(fields["id"]))), Origin(path))


def _write(settings: Settings, examined: Examined, path: str, text: str) -> None:
    """Write a new file that brings no error."""
    file = settings.root / path
    if file.exists():
        raise CannotAddError(f"There is a file {path} already.")
    refuse_new_errors(examined, examine(settings, instead={path: text.encode()}))
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, None, text.encode())


def _lines(fields: Mapping[str, Value]) -> Iterator[str]:
    """Yield a plan line by line: its actions with a field on each line."""
    for name, value in fields.items():
        if name == "actions" and value and not isinstance(value, str | Mapping):
            yield "actions:"
            for one in value:
                assert isinstance(one, Mapping)  # noqa: S101 -- actions have fields
                first, *others = fields_in_block(one, "    ")
                yield f"  - {first}"
                yield from others
        else:
            yield from fields_in_block({name: value}, "")


def _taken_over(examined: Examined, old: Plan, data: Mapping[str, Any]) -> dict[str, Value]:
    """Return what a new plan takes from an old one."""
    taken: dict[str, Value] = {"title": old.title, "service": examined.trace.service_of[old.id].id}
    if isinstance(data["service"], dict):
        taken["service"] = examined.trace.service_of[old.id].name
    if data.get("roles"):
        taken["roles"] = _plain(data["roles"])
    written = data.get("actions", [])
    raw = {one["id"].casefold(): one for one in (written if isinstance(written, list) else [written])}
    open_ones = [action.record for action in examined.trace.actions_of(old) if action.is_open]
    staying = {one.id.casefold() for one in open_ones}
    taken["actions"] = [_action(raw[one.id.casefold()], old, staying) for one in open_ones]
    return taken


def _action(raw: Mapping[str, Any], old: Plan, staying: set[str]) -> dict[str, Value]:
    """Return an open action as the new plan has it: what it cites of the old one is cited from there."""
    fields = field_names(Action)
    made: dict[str, Value] = {}
    for name, value in raw.items():
        if name == ORIGINS_KEY or name in _STAYS_BEHIND:
            continue
        cites = fields[name].cites
        if cites is None:
            made[name] = _plain(value)
        else:
            cited = [_cited(one, old, staying) for one in (value if isinstance(value, list) else [value])]
            made[name] = cited[0] if len(cited) == 1 else cited
    return made


def _cited(written: str, old: Plan, staying: set[str]) -> str:
    stays = "/" in written or is_words(written) or written.casefold() in staying
    return written if stays else f"{old.id}/{written}"


def _what_to_stop(examined: Examined, old: Plan, new: str, today: str) -> Iterator[str]:
    """Yield what could be written into the old plan: it is not, since to stop an action there is a decision."""
    still = [action for action in examined.trace.actions_of(old) if action.is_open]
    if still:
        yield f"Its open actions are in {old.id} as well. To stop them there, write under each of them:"
    if any(action.record.family is not None and action.record.family.text for action in still):
        yield f"What families read of them stays in {old.id}. Where you stop one, say why in its `family: reason`."
    for action in still:
        stopped = {"date": today, "because": f"Goes on in {new}", "instead": f"{new}/{action.record.id}"}
        yield f"  {action.record.origin} {action.ref}: stopped: {value_inline(stopped)}"


def _plain(value: Any) -> Any:  # noqa: ANN401 -- whatever a plan holds
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items() if name != ORIGINS_KEY}
    return [_plain(one) for one in value] if isinstance(value, list) else value
