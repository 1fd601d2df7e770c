"""The block to paste: what may be written, as it would stand in the file, with the line at which it belongs.

A block is made by the same edits as `action-plans new` and `import` make, so it has the indentation of the file around
it; where a thing is written on one line, the block is that line as it becomes.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from action_plans.checking.patterns import STAFF_PATTERNS, find_private
from action_plans.exchange.free_ids import free_ids
from action_plans.exchange.mending.choice import Case, Choice
from action_plans.exchange.mending.places import Places
from action_plans.exchange.mending.table import MENDED_BY
from action_plans.exchange.plan_changes import AddItem, Change, SetField
from action_plans.exchange.plan_editing import gathered
from action_plans.exchange.plan_edits import Edit
from action_plans.exchange.plan_layout import Layout, LayoutError
from action_plans.model.evidence import Evidence
from action_plans.model.problem import Problem
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Part:
    """Lines for one place of a file: those from `first` to `last` become `text`, or it stands below line `first`.

    In the second case `last` is one less than `first`. `text` has no line end at its own end.
    """

    path: str
    first: int
    last: int
    text: str

    @property
    def place(self) -> str:
        """Where it belongs: `below line 682`, `line 643 becomes`, `lines 643 to 645 become`."""
        if self.last < self.first:
            return f"below line {self.first}"
        return f"line {self.first} becomes" if self.last == self.first else f"lines {self.first} to {self.last} become"


@dataclass(frozen=True, slots=True)
class Block:
    """One choice, ready to paste: a sentence, and the lines; of several places the lowest first, so that none moves.

    `fields` are the names of those that it writes. `answers` is whether the problem is gone once it stands there.
    """

    sentence: str
    fields: tuple[str, ...]
    parts: tuple[Part, ...]
    answers: bool = True


class Mending:
    """The blocks of every problem of a trace. Cost: each file that has one is laid out once, then small look-ups."""

    def __init__(self, trace: Trace, problems: Iterable[Problem], text_of: Callable[[str], str | None]) -> None:
        """Keep in mind which files hold errors: what they say and where is not certain, so nothing is offered there.

        `text_of` returns the text of a file by its path, as reading decoded it, or nothing where it cannot be had.
        """
        self._trace = trace
        self._places = Places(trace, text_of, {one.origin.path for one in problems if one.severity == "error"})
        self._unshown = _unshown_lines(trace)
        self._free = _FreeIds(trace)
        self._made: dict[Problem, tuple[Block, ...]] = {}

    def blocks(self, problem: Problem) -> tuple[Block, ...]:
        """Return what may be written about a problem; nothing where it is answered or no block would be right."""
        if problem not in self._made:
            self._made[problem] = tuple(self._blocks(problem)) if problem.is_open else ()
        return self._made[problem]

    def _blocks(self, problem: Problem) -> Iterator[Block]:
        choices = MENDED_BY.get(problem.code)
        for choice in choices(Case(problem, self._trace, self._free)) if choices is not None else ():
            block = self._block(choice)
            if block is not None:
                yield block

    def _block(self, choice: Choice) -> Block | None:
        place = self._places.of(choice.record)
        if place is None:
            return None
        changes: list[Change] = [SetField(place.steps, name, value) for name, value in choice.sets.items()]
        changes += [AddItem(place.steps, name, entry) for name, entry in choice.adds.items()]
        try:
            edits = gathered(place.layout, changes, place.of).in_order
        except (LayoutError, LookupError, TypeError, AttributeError):
            return None
        parts = tuple(_parts(place.path, place.layout, edits))
        if any(self._tells_too_much(part) for part in parts):
            return None
        return Block(choice.sentence, choice.fields, parts, choice.answers)

    def _tells_too_much(self, part: Part) -> bool:
        """Whether lines that would be repeated hold what is shown on request, or a remark that tells on somebody."""
        hidden = self._unshown.get(part.path, ())
        remarks = (line.partition("#")[2] for line in part.text.split("\n"))
        return any(line in hidden for line in range(part.first, part.last + 1)) or any(
            next(find_private(remark, STAFF_PATTERNS), None) is not None for remark in remarks if remark
        )


def _unshown_lines(trace: Trace) -> Mapping[str, AbstractSet[int]]:
    """Return the lines on which evidence that is shown on request is written, by the path of the file."""
    found: dict[str, set[int]] = defaultdict(set)
    for node in trace.references.nodes.values():
        if isinstance(node.record, Evidence) and node.record.on_request:
            places = node.record.origins
            lines = [line for line, _ in (places.start, *places.keys.values(), *places.values.values())]
            found[places.path].update(range(min(lines), max(lines) + 1))
    return found


class _FreeIds(dict[str, str]):
    """The next free id of an action of each plan, found when it is asked for."""

    def __init__(self, trace: Trace) -> None:
        super().__init__()
        self._plans = {plan.id: plan for plan in trace.portfolio.plans}

    def __missing__(self, plan_id: str) -> str:
        plan = self._plans[plan_id]
        taken = [str(item.ref.id) for item in plan.items()]
        self[plan_id] = next(free_ids(taken, [action.id for action in plan.actions], "A"))
        return self[plan_id]


def _parts(path: str, layout: Layout, edits: list[Edit]) -> Iterator[Part]:
    """Yield edits as lines of the file, the lowest first."""
    for several in reversed(_by_lines(layout, edits)):
        first, last = layout.line_of(several[0].start), max(layout.line_of(edit.end) for edit in several)
        text = "".join(edit.text for edit in several)
        if _is_below(layout, several):
            yield Part(path, first, first - 1, text[1:])
            continue
        start, end = layout.start_of_line(several[0].start), layout.end_of_line(max(edit.end for edit in several))
        made, at = [], start
        for edit in several:
            made += [layout.text[at : edit.start], edit.text]
            at = edit.end
        yield Part(path, first, last, "".join([*made, layout.text[at:end]]))


def _by_lines(layout: Layout, edits: list[Edit]) -> list[list[Edit]]:
    """Return edits together that touch the same line."""
    found: list[list[Edit]] = []
    reached = 0
    for edit in edits:
        if found and layout.line_of(edit.start) <= reached:
            found[-1].append(edit)
        else:
            found.append([edit])
        reached = max(reached, layout.line_of(edit.end))
    return found


def _is_below(layout: Layout, edits: list[Edit]) -> bool:
    """Whether edits do nothing but put whole lines in at the end of one line."""
    place = edits[0].start
    whole = all(edit.start == edit.end == place and edit.text.startswith("\n") for edit in edits)
    return whole and place == layout.end_of_line(place)
