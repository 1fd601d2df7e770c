"""Where a record stands: the layout of its file, and the steps that lead to it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from action_plans.exchange.plan_layout import Layout, LayoutError, Steps
from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.problem import Problem
from action_plans.model.record import Record
from action_plans.reading.front_matter import split_front_matter
from action_plans.tracing.trace import Trace

_INNER = ("tasks", "checks", "evidence", "targets")
"""What things of a plan hold that a block may be about."""


@dataclass(frozen=True, slots=True)
class Place:
    """A record's file and layout, the steps to the record, and what the file as a whole holds."""

    path: str
    layout: Layout
    steps: Steps
    of: type[Record]


class Places:
    """Finds records of a trace in their files. Cost: each file once, when it is first asked for."""

    def __init__(self, trace: Trace, text_of: Callable[[str], str | None], unsure: Collection[str]) -> None:
        """`unsure` are the paths of files in which nothing is to be looked up."""
        self._plans = {plan.path: plan for plan in trace.portfolio.plans}
        self._text_of = text_of
        self._unsure = unsure
        self._layouts: dict[str, Layout | None] = {}
        self._steps: dict[str, Mapping[Origin, Steps]] = {}

    def of(self, record: Record) -> Place | None:
        """Return where a record stands; nothing where its file cannot be laid out, or says something else by now."""
        path = record.origin.path
        layout = self._layout(path, is_note=isinstance(record, EvidenceNote))
        if layout is None:
            return None
        if isinstance(record, EvidenceNote):
            return Place(path, layout, (), EvidenceNote)
        plan = self._plans.get(path)
        if plan is None:
            return None
        if path not in self._steps:
            self._steps[path] = dict(_steps(plan))
        steps = () if record is plan else self._steps[path].get(record.origin)
        if steps is None or not _is_there(layout, steps, record):
            return None
        return Place(path, layout, steps, Plan)

    def _layout(self, path: str, *, is_note: bool) -> Layout | None:
        if path not in self._layouts:
            self._layouts[path] = None if path in self._unsure else self._laid_out(path, is_note=is_note)
        return self._layouts[path]

    def _laid_out(self, path: str, *, is_note: bool) -> Layout | None:
        text = self._text_of(path)
        if text is not None and is_note:
            parts = split_front_matter(text, path)
            text = None if isinstance(parts, Problem) else parts.fields
        try:
            return Layout(text) if text is not None else None
        except LayoutError:
            return None


def _steps(plan: Plan) -> Iterator[tuple[Origin, Steps]]:
    if plan.family is not None:
        yield plan.family.origin, ("family",)
    for field in (*ITEM_FIELDS, "accepted"):
        for number, item in enumerate(getattr(plan, field)):
            yield item.origin, (field, number)
            if (family := getattr(item, "family", None)) is not None:
                yield family.origin, (field, number, "family")
            for inner in _INNER:
                for place, one in enumerate(getattr(item, inner, ())):
                    yield one.origin, (field, number, inner, place)


def _is_there(layout: Layout, steps: Steps, record: Record) -> bool:
    """Whether the file still has the fields of a record where they were read."""
    try:
        fields = layout.mapping(steps).value
    except (LayoutError, LookupError):
        return False
    return {key.value for key, _ in fields} == set(record.origins.keys)
