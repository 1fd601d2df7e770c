"""The way from a file's outermost mapping to one value in it, and what stands along it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from action_plans.model.origin import Origin, Origins
from action_plans.model.record import ORIGINS_KEY, Record
from action_plans.model.reflection import field_names
from action_plans.reading.records.record_fields import Shape, noun, shape_in, shape_of
from action_plans.reading.yaml.quoting import cut, shown


@dataclass(frozen=True, slots=True)
class Step:
    """One step down: from a mapping or list, by a field's name or a number from 0, to what lies there.

    `record` is what the mapping is read as; None in a list, and where the names are the writer's own.
    `shape` is what is meant to lie there.
    """

    holder: Any
    key: str | int
    record: type[Record] | None
    shape: Shape

    @property
    def value(self) -> Any:  # noqa: ANN401 -- whatever was written
        """What lies there; None where nothing does."""
        if isinstance(self.holder, dict):
            return self.holder.get(self.key)
        return self.holder[self.key]

    @property
    def is_list(self) -> bool:
        """Whether several values may stand there."""
        field = field_names(self.record).get(str(self.key)) if self.record else None
        return field is not None and field.is_many

    @property
    def is_needed(self) -> bool:
        """Whether the mapping cannot be read without it."""
        field = field_names(self.record).get(str(self.key)) if self.record else None
        return field is not None and field.is_required


@dataclass(frozen=True, slots=True)
class Trail:
    """The steps from the outermost mapping, and whether the last one is the name of a field itself."""

    root: dict[str, Any]
    kind: type[Record]
    steps: tuple[Step, ...]
    at_name: bool = False

    @property
    def last(self) -> Step:
        """The last step."""
        return self.steps[-1]

    @property
    def field(self) -> str:
        """The name of the last field on the way."""
        return next((step.key for step in reversed(self.steps) if isinstance(step.key, str)), "")

    @property
    def is_written(self) -> bool:
        """Whether the last field stands in the file, if only empty."""
        return isinstance(self.last.holder, dict) and self.last.key in origins_of(self.last.holder).keys

    @property
    def key_origin(self) -> Origin:
        """Where the name of the last field stands; where its mapping begins, if it does not."""
        return origins_of(self.last.holder).key(str(self.last.key))

    @property
    def origin(self) -> Origin:
        """Where the last value stands; where its mapping begins, if it does not."""
        if self.at_name:
            return self.key_origin
        if isinstance(self.last.holder, dict):
            return origins_of(self.last.holder).value(str(self.last.key))
        above = self.steps[-2] if len(self.steps) > 1 else None
        if above is None or not isinstance(above.holder, dict) or not isinstance(self.last.key, int):
            return Origin(origins_of(self.root).path)
        return origins_of(above.holder).value(str(above.key), self.last.key)

    @property
    def subject(self) -> str:
        """What it is about: `action A3`, `update 2 of action A3`, `the plan`."""
        names: list[str] = []
        for number in range(len(self.steps) - 1, 0, -1):
            step, above = self.steps[number], self.steps[number - 1]
            if not isinstance(step.holder, dict) or (names and step.record is None):
                continue
            names.append(_name(step, above))
            if _identity(step.holder):
                break
        else:
            is_one_of_many = self.steps[0].shape.entries or any(isinstance(step.key, int) for step in self.steps[1:2])
            if not (names and is_one_of_many):
                names.append(f"the {noun(self.kind)}")
        return " of ".join(names)

    @property
    def item(self) -> str | None:
        """The id of the thing in a plan that it is about; None where it is about the plan itself."""
        inner = (step.holder for step in self.steps[1:] if isinstance(step.holder, dict))
        return next((identity for holder in inner if (identity := _identity(holder))), None)


def trail_to(loc: Sequence[str | int], root: dict[str, Any], kind: type[Record]) -> Trail:
    """Follow the place that pydantic gives.

    What it names but no file has is passed over: the member of a union, the number of a single value where a
    list is meant, the language of a plain text.
    """
    current: Any = root
    shape = Shape(record=kind)
    steps: list[Step] = []
    at_name = bool(loc) and loc[-1] == "[key]"
    parts = loc[:-1] if at_name else loc
    for number, part in enumerate(parts):
        if isinstance(current, dict) and isinstance(part, str) and (part in current or number == len(parts) - 1):
            inner = _inner(shape, part)
            steps.append(Step(current, part, shape.record, inner))
            current, shape = current.get(part), inner
        elif isinstance(current, list) and isinstance(part, int) and part < len(current):
            steps.append(Step(current, part, None, shape))
            current = current[part]
    return Trail(root, kind, tuple(steps), at_name)


def origins_of(mapping: dict[str, Any]) -> Origins:
    """Return the places of a mapping's names and values."""
    origins: Origins = mapping[ORIGINS_KEY]
    return origins


def _inner(shape: Shape, name: str) -> Shape:
    if shape.record:
        return shape_in(shape.record, name)
    return shape_of(shape.entries) if shape.entries else Shape()


def _name(step: Step, above: Step) -> str:
    """Name a mapping: by its id or title in a list, else by the field that it is the value of."""
    if step.record is None or isinstance(above.key, str):
        if step.record is not None and above.record is None and above.shape.record:
            return f"{noun(step.record)} {above.key}"
        return _identified(str(above.key), step.holder)
    return _identified(noun(step.record), step.holder, above.key + 1)


def _identified(word: str, holder: dict[str, Any], number: int | None = None) -> str:
    if identity := _identity(holder):
        return f"{word} {cut(identity)}"
    if isinstance(title := holder.get("title"), str):
        return f"{word} {shown(title)}"
    return f"{word} {number}" if number else word


def _identity(holder: dict[str, Any]) -> str | None:
    identity = holder.get("id")
    return identity if isinstance(identity, str) else None
