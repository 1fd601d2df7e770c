"""`action-plans new`: one more finding, action, reading or update in a plan, in place, with the next free id."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from action_plans.commands.errors_first import plan_without_errors, refuse_new_errors
from action_plans.english.near import did_you_mean, nearest
from action_plans.english.wording import listed
from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.free_ids import free_ids
from action_plans.exchange.plan_changes import AddItem, Change
from action_plans.exchange.plan_writing import with_changes
from action_plans.exchange.yaml_words import Value
from action_plans.model.action import Action
from action_plans.model.action_parts import Update
from action_plans.model.errors import ActionPlansError
from action_plans.model.finding import Finding
from action_plans.model.measure import Measure, Reading
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.reflection import Field, field_names, fields_of
from action_plans.pipeline import Examined, examine
from action_plans.project.settings import Settings

_GOOD: Mapping[type[Record], tuple[str, ...]] = {
    Finding: ("source", "kind", "regulations", "keeping_safe"),
    Action: ("for", "done_when", "checker", "check_due"),
}
"""What a good entry says beside what it must: written as empty fields, to be filled in."""

Ask = Callable[[str, str], str]
"""Asks whoever sits at the terminal for a field: its name, and what it means."""


@dataclass(eq=False)
class MissingFieldsError(ActionPlansError):
    """Nothing was written: these `fields` are needed, and nobody was there to ask."""

    fields: Sequence[str]
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        options = " ".join(f"--set {field}=..." for field in self.fields)
        return f"{listed(self.fields).capitalize()} must be said. Nothing was written. Say it: {options}"


@dataclass(eq=False)
class CannotAddError(ActionPlansError):
    """Nothing was written, for what the command was asked; `why` in a sentence."""

    why: str
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return f"{self.why} Nothing was written."


@dataclass(frozen=True, slots=True)
class Added:
    """What was written: its reference, and where it stands."""

    ref: str
    origin: Origin
    notes: tuple[str, ...] = ()

    @property
    def in_words(self) -> str:
        """What to tell whoever added it."""
        return "\n".join((f"{self.ref} is written: {self.origin}", *self.notes))


def new_finding(settings: Settings, plan: str | None, said: Sequence[str], ask: Ask | None) -> Added:
    """Add a finding to a plan; see `_add_item`."""
    return _add_item(settings, plan, said, ask, "findings", Finding)


def new_action(settings: Settings, plan: str | None, said: Sequence[str], ask: Ask | None) -> Added:
    """Add an action to a plan; see `_add_item`."""
    return _add_item(settings, plan, said, ask, "actions", Action)


def new_reading(settings: Settings, ref: str, value: str, said: Sequence[str], ask: Ask | None) -> Added:
    """Add a reading of today to a measure."""
    return _add_entry(settings, ref, {"value": value}, said, ask, ("measures", Measure, "readings", Reading))


def new_update(settings: Settings, ref: str, text: str, said: Sequence[str], ask: Ask | None) -> Added:
    """Add news of today to an action."""
    return _add_entry(settings, ref, {"text": text}, said, ask, ("actions", Action, "updates", Update))


def _add_item(
    settings: Settings, plan: str | None, said: Sequence[str], ask: Ask | None, name: str, record: type[Record]
) -> Added:
    """Add one more thing to a plan, with the next free id unless one is said.

    Raises:
        MissingFieldsError: what is needed is not said, and there is nobody to ask.
        CannotAddError: there is no such field, or it cannot be said in one line.
        NewErrorsError: with it the plan would have an error.
    """
    examined = examine(settings)
    chosen = plan_without_errors(examined, plan)
    alike = [str(item.id) for item in getattr(chosen, name)]
    number = next(free_ids([item.ref.id for item in chosen.items()], alike, name[0].upper()))
    item = filled(record, {"id": number, **dict.fromkeys(_GOOD[record], "")}, said, ask)
    then = _write(settings, examined, chosen, [AddItem((), name, item)])
    added = getattr(then, name)[-1]
    return Added(f"{chosen.id}/{item['id']}", added.origin)


def _add_entry(
    settings: Settings,
    ref: str,
    first: Mapping[str, str],
    said: Sequence[str],
    ask: Ask | None,
    where: tuple[str, type[Record], str, type[Record]],
) -> Added:
    """Add an entry of today to a thing of a plan, such as `OAK/A1`."""
    name, holder, field, record = where
    examined = examine(settings)
    plan_id, slash, item_id = ref.partition("/")
    portfolio = examined.trace.portfolio
    if not slash:
        plan_id, item_id = (portfolio.plans[0].id if len(portfolio.plans) == 1 else ""), ref
    chosen = plan_without_errors(examined, plan_id or None)
    things = getattr(chosen, name)
    index = next((number for number, one in enumerate(things) if one.id.casefold() == item_id.casefold()), None)
    if index is None:
        raise CannotAddError(_no_such(examined, chosen, item_id, ref, name, holder, field))
    entry = filled(record, {"date": settings.today.isoformat(), **first}, said, ask)
    then = _write(settings, examined, chosen, [AddItem((name, index), field, entry)])
    return Added(f"{chosen.id}/{things[index].id}", getattr(getattr(then, name)[index], field)[-1].origin)


def _no_such(
    examined: Examined, plan: Plan, item_id: str, ref: str, name: str, holder: type[Record], field: str
) -> str:
    """Return that there is no such thing; of another thing of the plan, that it takes no such entry, and which do."""
    kind = holder.__name__.lower()
    other = next((one for one in plan.items() if str(one.ref.id).casefold() == item_id.casefold()), None)
    if other is None:
        near = nearest(item_id, [one.id for one in getattr(plan, name)])
        return f"There is no {kind} {ref}." + (f" {did_you_mean(f'{plan.id}/{near}')}" if near else "")
    said = f"{plan.id}/{other.ref.id} is no {kind}: {field} belong to {name}."
    finding = examined.trace.findings.get(other.ref)
    serving = [str(one) for one in finding.actions] if finding is not None and name == "actions" else []
    return said + (
        f" For {other.ref.id} there {'is' if len(serving) == 1 else 'are'} {listed(serving)}." if serving else ""
    )


def filled(record: type[Record], known: Mapping[str, Value], said: Sequence[str], ask: Ask | None) -> dict[str, Value]:
    """Return the fields of a new record, in the model's order: those known, said as `FIELD=VALUE`, and asked for.

    Raises:
        MissingFieldsError: what is needed is missing, and `ask` is None.
        CannotAddError: there is no such field, or it cannot be said in one line.
    """
    values: dict[str, Value] = dict(known)
    names = field_names(record)
    for one in said:
        name, equals, value = one.partition("=")
        name = name.strip()
        if not equals or not value.strip():
            raise CannotAddError(f"--set takes FIELD=VALUE, and “{one}” is not so.")
        if name not in names:
            near = nearest(name, names)
            hint = f" {did_you_mean(near)}" if near else f" There are: {', '.join(names)}."
            raise CannotAddError(f"There is no field {name}.{hint}")
        values[name] = _said(names[name], value.strip())
    missing = [field for field in fields_of(record) if field.is_needed and not values.get(field.name)]
    if missing and ask is None:
        raise MissingFieldsError([field.name for field in missing])
    for field in missing:
        assert ask is not None  # noqa: S101 -- else it was refused
        values[field.name] = _said(field, ask(field.name, field.meaning))
    return {field.name: values[field.name] for field in fields_of(record) if field.name in values}


def _said(field: Field, value: str) -> Value:
    """Return a value as it is said on one line: several parted by commas where the field holds several."""
    if field.records and not field.is_many:
        return value
    if field.records or field.entries is not None:
        raise CannotAddError(f"{field.name} has fields of its own, which one line cannot say. Write it into the file.")
    is_of_words = not (field.cites or field.choices or field.role)
    if not field.is_many or is_of_words:
        return value.replace("\\n", "\n")
    parts = [part.strip() for part in value.strip("[]").split(",") if part.strip()]
    return parts[0] if len(parts) == 1 else parts


def _write(settings: Settings, examined: Examined, plan: Plan, changes: Sequence[Change]) -> Any:  # noqa: ANN401 -- a plan
    """Write changes into a plan that are free of new errors, and return the plan as it is then."""
    file = settings.root / plan.path
    before = file.read_bytes()
    after = with_changes(before, changes, plan.path)
    then = examine(settings, instead={plan.path: after})
    refuse_new_errors(examined, then)
    replace_file(file, before, after)
    return next(one for one in then.trace.portfolio.plans if one.path == plan.path)
