"""What to write instead of a reference that leads nowhere, wherever it can be known what is meant."""

import re

from action_plans.english.near import did_you_mean
from action_plans.english.odd_characters import find_odd
from action_plans.english.several import after_dashes, as_list, each_alone, put_a_space, several
from action_plans.english.wording import either
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.reference import ANYTHING, Kind
from action_plans.model.reflection import field_names
from action_plans.tracing.references import Citation, Node
from action_plans.tracing.trace import Trace


class Suggestions:
    """What was probably meant, looked up for a limited number of references."""

    def __init__(self, trace: Trace) -> None:
        """Look among all that there is in a trace."""
        self._trace = trace
        self._known: dict[tuple[str, str | None, tuple[Kind, ...]], list[str]] = {}

    def of(self, cited: Citation) -> str:
        """Return in a sentence what to write instead."""
        if named := after_dashes(cited.written):
            return put_a_space(named)
        if named := self.together(cited.written, cited.plan):
            alone = self._is_beside_others(cited)
            return each_alone(named) if alone else f"Write several as a list: {as_list(cited.field, named)}."
        if (odd := find_odd(cited.written)) is not None:
            return odd.said
        if (full := self._in_some_plan(cited)) is not None:
            return f"Write {full}: outside a plan's own folder a reference names its plan."
        if none := _none_yet(cited):
            return none
        key = (cited.written.casefold(), cited.plan.id if cited.plan else None, cited.kinds)
        if key not in self._known and len(self._known) < _MOST_SUGGESTIONS:
            self._known[key] = self._trace.references.likely(cited.written, cited.plan, cited.kinds)
        meant = [one for one in self._known.get(key, []) if not self._is(one, cited)]
        return did_you_mean(*meant) if meant else f"Write the reference of {kinds_in_words(cited)}."

    def together(self, written: str, plan: Plan | None) -> list[str]:
        """Return the references that one text names one after the other: `F1, F2`, `A1 and A3`, `F1/F2`."""

        def is_one(part: str) -> bool:
            shaped = _SHAPED.fullmatch(part) is not None
            return shaped and (any(sign.isdigit() for sign in part) or self._find(part, plan) is not None)

        if ranged := self._range(written, plan):
            return ranged
        written = written.strip("[]() ")
        stroked = [part.strip() for part in written.split("/")]
        first = self._find(stroked[0], plan)
        if len(stroked) > 1 and all(map(is_one, stroked)) and first is not None and first.kind is not Kind.PLAN:
            return stroked  # what stands before the first / is a thing of this plan, so it is no plan
        return several(written, is_one, strokes=False)

    def _range(self, written: str, plan: Plan | None) -> list[str]:
        """Return the references from one to another: `F1-F3`, `F1 to F3`; none unless both are there."""
        match = _RANGE.fullmatch(written.strip("[]() "))
        if match is None or (match["last"] or match["first"]).casefold() != match["first"].casefold():
            return []
        numbers = range(int(match["from"]), int(match["to"]) + 1)[:_MOST_SUGGESTIONS]
        names = [f"{match['first']}{number}" for number in numbers]
        there = [name for name in names if self._find(name, plan) is not None]
        return there if len(there) > 1 and there[0] == names[0] and there[-1] == names[-1] else []

    def _is_beside_others(self, cited: Citation) -> bool:
        """Return whether other values stand in the same list, where that is one of the thing itself."""
        node = self._trace.references.find(cited.subject, None)
        if node is None or (field := field_names(type(node.record)).get(cited.field)) is None:
            return False
        return field.is_many and len(getattr(node.record, field.attribute)) > 1

    def _is(self, written: str, cited: Citation) -> bool:
        """Return whether a reference leads to the very thing that it would be written on."""
        node = self._find(written, cited.plan)
        return node is not None and node.ref == cited.subject

    def _find(self, written: str, plan: Plan | None) -> Node | None:
        return self._trace.references.find(written, plan)

    def _in_some_plan(self, cited: Citation) -> str | None:
        """Return the full reference where a note outside every plan's folder writes `A1`."""
        if cited.plan is not None or "/" in cited.written:
            return None
        for plan in self._trace.portfolio.plans:
            node = self._trace.references.find(cited.written, plan)
            if node is not None and node.kind in cited.kinds:
                return node.ref
        return None


def kinds_in_words(cited: Citation) -> str:
    """Return what a reference may lead to, with an example."""
    if cited.kinds == ANYTHING:
        return "something in the plan, such as A1"
    names = [with_article(kind) for kind in cited.kinds]
    example = _EXAMPLES.get(cited.kinds[0])
    return f"{either(names)}, such as {example}" if example else either(names)


def with_article(kind: Kind) -> str:
    """Return `an action`, `a finding`."""
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def _none_yet(cited: Citation) -> str:
    """Return what to do where a plan holds nothing yet of the kinds that could be meant."""
    if cited.plan is None or "/" in cited.written or len(cited.kinds) > len(_FIELDS):
        return ""
    fields = [_FIELDS[kind] for kind in cited.kinds if kind in _FIELDS]
    if any(getattr(cited.plan, field) for field in fields) or not fields:
        return ""
    return f"The plan has no {either(fields)} yet: add it under {either([f'`{field}`' for field in fields])}."


_FIELDS = {kind: field for field, kind in ITEM_FIELDS.items()}


_EXAMPLES = {Kind.ACTION: "A1", Kind.FINDING: "F1", Kind.MEASURE: "M1", Kind.MILESTONE: "MS1"}

_MOST_SUGGESTIONS = 100
"""Looking for what was meant takes a walk over all names: after so many, the reader has seen how it goes."""

_RANGE = re.compile(
    r"(?P<first>[A-Za-z-]+?)(?P<from>\d{1,4})\s*(?:-|\u2013|\u2014|\.\.+|\bto\b|\buntil\b)\s*(?P<last>[A-Za-z-]*?)(?P<to>\d{1,4})"
)
_SHAPED = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*/)?[A-Za-z][A-Za-z0-9-]*")
