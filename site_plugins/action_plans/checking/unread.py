"""What could not be read: nothing is called missing that may well stand there."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from action_plans.english.near import nearest
from action_plans.model.left_out import LeftOut
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.reference import NOTES, Kind
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Unread:
    """What was left out of the files of a project, asked in the way that rules ask."""

    left_out: tuple[LeftOut, ...] = ()
    known: AbstractSet[str] = frozenset()
    """The ids of the plans that were read, in lower case: what is one of theirs stands in no file without an id."""

    @classmethod
    def of(cls, left_out: Iterable[LeftOut], plans: Iterable[Plan] = ()) -> "Unread":
        """Take what reading left out, and the plans that it read."""
        return cls(tuple(left_out), frozenset(plan.id.casefold() for plan in plans))

    @property
    def has_notes(self) -> bool:
        """Whether an evidence note is missing, or a part of one."""
        return any(left.kind == _NOTE for left in self.left_out)

    @property
    def has_plans(self) -> bool:
        """Whether a plan is missing as a whole."""
        return any(left.kind == _PLAN and left.is_whole for left in self.left_out)

    def lacks(self, plan: Plan, field: str) -> bool:
        """Whether a part of one of the plan's outermost fields is missing."""
        return any(left.kind == _PLAN and left.path == plan.path and field in left.fields for left in self.left_out)

    def may_hold(self, written: str, plan: Plan | None, path: str = "", kinds: Iterable[Kind] = ()) -> bool:
        """Whether what a reference names, written in `plan` or in a note, may stand in what is missing.

        `path` is the file in which it is written: in a note a short reference is one of the plan whose folder it is in.
        `kinds` are those that it may lead to: it may be that of a thing whose id is missing.
        """
        before, slash, after = written.casefold().partition("/")
        home, item = (before, after) if slash else (plan.id.casefold() if plan is not None else None, before)
        if home == NOTES:
            return any(left.kind == _NOTE and left.is_whole and left.id in (None, item) for left in self.left_out)
        homes = {home} if home is not None else {folder.casefold() for folder in path.split("/")}
        wanted = frozenset(kinds)
        return any(
            (left.id in homes or (left.id is None and not homes <= self.known))
            if left.is_whole
            else left.id in homes and (item in left.ids or not wanted.isdisjoint(map(ITEM_FIELDS.get, left.nameless)))
            for left in self.left_out
            if left.kind == _PLAN
        )

    def may_be_service(self, written: str) -> bool:
        """Whether a missing file may be the service that a plan names."""
        whole = (left for left in self.left_out if left.kind == _SERVICE and left.is_whole)
        return any(left.id in (None, written.casefold()) for left in whole)

    def may_be_framework(self, written: str) -> bool:
        """Whether a file that cannot be read holds the framework that a plan names."""
        return any(left.kind == _FRAMEWORK and left.id == written.casefold() for left in self.left_out)

    def lacks_roles(self, plan: Plan, trace: Trace) -> bool:
        """Whether a role may be missing from the plan's own list, its service's or the provider's."""
        service = trace.service_of[plan.id]
        written = plan.service if isinstance(plan.service, str) else service.id
        return (
            (self.lacks(plan, "service") and any(one.roles for one in trace.portfolio.services))
            or self.may_be_service(written)
            or any(
                (left.is_whole and left.kind != _PLAN) or nearest("roles", left.fields) is not None
                for left in self.left_out
                if left.kind == _PROVIDER or left.path in (plan.path, service.origins.path)
            )
        )

    def lacks_aims(self, plan: Plan) -> bool:
        """Whether an organisational objective may be missing from the plan's own list or the provider's."""
        provider = (left for left in self.left_out if left.kind == _PROVIDER)
        field = "organisational_objectives"
        return self.lacks(plan, field) or any(left.is_whole or field in left.fields for left in provider)

    def is_damaged(self, ref: str | None) -> bool:
        """Whether the thing of this reference was read without a part of it, so that little can be said of it."""
        home, _, item = (ref or "").casefold().partition("/")
        owner = item.split("/", 1)[0]
        return any(
            left.kind == _NOTE or owner in left.damaged or owner in left.ids
            for left in self.left_out
            if (left.kind == _PLAN and left.id == home)
            or (left.kind == _NOTE and home == NOTES and left.id == owner and left.fields)
        )


_PLAN, _NOTE, _SERVICE, _PROVIDER, _FRAMEWORK = "plan", "note", "service", "provider", "framework"
"""What a file that was not read whole was meant to hold, as reading calls it."""
