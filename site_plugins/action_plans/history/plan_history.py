"""The versions of a plan on the main line, what changed in it field by field, and the plan as a version had it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from action_plans.history.commits import Commit
from action_plans.history.field_changes import ADDED, CHANGED, REMOVED, FieldChange, what_stays
from action_plans.history.provenance import Past
from action_plans.history.stories import FileStory, FileVersion
from action_plans.history.taken_out import TAKEN_OUT, TakenOut, is_on_request, same
from action_plans.history.version_values import KIND, WHOLE, Values, VersionValues
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref

Hidden = frozenset[tuple[str, str, str]]
"""What hidden versions changed: reference, field, and a text that is the same for the same values."""


@dataclass(frozen=True, slots=True)
class StoodPlan:
    """A plan as a version had it, without what was taken out.

    Attributes:
        commit: the version.
        values: by the id of each item in lower case, and under `WHOLE` for the rest: values by the names of fields.
        lists: the list of the plan that each item stands in, such as `actions`, by its id in lower case.
        is_complete: whether all of it could be read; where not, what could not is missing.
    """

    commit: Commit
    values: Mapping[str, Values]
    lists: Mapping[str, str]
    is_complete: bool


class PlanHistory:
    """The history of one plan. Made once for a plan; reads no more than `Past` has read.

    Attributes:
        versions: every commit of the main line that touched the plan's file, oldest first, through its moves.
        is_older: whether the plan was there before the first version that is read.
    """

    def __init__(self, plan: Plan, past: Past, taken_out: TakenOut, path: str | None = None) -> None:
        """Take the plan as it stands today, what git knows, and what stays taken out.

        `path` is where versions have the plan, if its file was moved since the newest of them.
        """
        path = path or plan.path
        self._plan, self._past, self._taken_out = plan, past, taken_out
        self._story = past.story_of(path) or FileStory()
        self.versions: tuple[FileVersion, ...] = tuple(self._story.versions)
        self.is_older = self._story.is_older
        followed, key = past.followed, past.history.key(path)
        self._today: Mapping[str, Values] = followed.now.get(key, {}) if followed is not None else {}

    def changes(self) -> tuple[FieldChange, ...]:
        """Return what changed, oldest first, without what was taken out. Cost: linear in versions and their items."""
        return self.told(self._every_change)

    def told(self, changes: Sequence[FieldChange]) -> tuple[FieldChange, ...]:
        """Return changes without what was taken out of them.

        What a hidden version changed is hidden before it and after it, wherever that field says the same.
        """
        hidden = self._hidden(changes)
        return tuple(self._told(one, hidden) for one in changes)

    def stood_at(self, commit: str) -> StoodPlan | None:
        """Return a version of the plan by its commit, without what was taken out; None where it is none of them."""
        found = self._file_at(commit)
        if found is None or found.blob is None:
            return None
        said = self._past.versions.read(found.blob, found.path)
        values = {item: self._stood(item, values, self._hidden_ever) for item, values in said.items.items()}
        lists = {item: held[KIND] for item, held in said.items.items() if KIND in held}
        return StoodPlan(found.commit, values, lists, said.is_complete)

    def version_on(self, day: date) -> Commit | None:
        """Return the version of the plan that stood at the end of a day; None where there was none yet.

        Days count that are to be believed: a version whose clock was wrong stands with the one before it.
        """
        place = bisect_right(self._standing, day, key=lambda one: one[0])
        version = self._standing[place - 1][1] if place else None
        return version.commit if version is not None and version.blob is not None else None

    @property
    def told_from(self) -> tuple[object, ...]:
        """All that the history of the plan is told from, but what stays taken out: the same for the same history."""
        brought = tuple((one.commit.name, self.brought_by(one.commit)) for one in self.versions)
        came = tuple((tuple(sorted(self._came(one).items())), self._was_unread(one)) for one in self.versions)
        return self.is_older, self._story.before, self.versions, self._standing, brought, came

    def hides(self, commit: Commit) -> bool:
        """Whether the project hides a version."""
        return self._taken_out.hides_version(commit.name)

    def brought_by(self, commit: Commit) -> tuple[Commit, ...]:
        """Return the commits that a merge brought, oldest first; empty for one that is no merge."""
        return self._past.history.lines.brought_by(commit.name)

    def subject_of(self, commit: Commit) -> str:
        """Return the first line that was written about a commit, without what is taken out."""
        return self._taken_out.words(commit.subject)

    @cached_property
    def _every_change(self) -> tuple[FieldChange, ...]:
        """What changed, as it was read; found once, however many versions are shown."""
        return tuple(self._changes())

    @cached_property
    def _hidden_ever(self) -> Hidden:
        """What hidden versions changed, in all the history."""
        return self._hidden(self._every_change)

    @cached_property
    def _standing(self) -> tuple[tuple[date, FileVersion], ...]:
        """Each version with the day from which it stood, in the order of days."""
        touched = {version.commit.name: version for version in self.versions}
        found: list[tuple[date, FileVersion]] = []
        held: FileVersion | None = None
        reached: date | None = None
        for one in self._past.history.lines.main:
            held = touched.get(one.name, held)
            if not one.is_doubtful:
                reached = max(reached or one.day, one.day)  # clocks that differ a little may go back over midnight
            if held is not None and reached is not None and (not found or found[-1][1] is not held):
                found.append((reached, held))
        return tuple(found)

    def _file_at(self, commit: str) -> FileVersion | None:
        """Return a version by the name of its commit."""
        return next((version for version in self.versions if version.commit.name == commit), None)

    def _hidden(self, changes: Iterable[FieldChange]) -> Hidden:
        """Return what hidden versions changed: before and after, by thing and field."""
        return frozenset(
            (one.ref, one.field, same(value))
            for one in changes
            if one.field is not None and self._taken_out.hides_version(one.commit.name)
            for value in (one.before, one.after)
            if value is not None
        )

    def _changes(self) -> Iterator[FieldChange]:
        """Yield what changed, as it was read. A version that cannot be read is passed over."""
        held: dict[str, Values] = dict(self._at_first)
        is_there = self._story.before is not None
        for version in self.versions:
            said = self._past.versions.read(version.blob, version.path)
            if version.blob is None:
                if is_there:
                    yield FieldChange(version.commit, self._plan.id, REMOVED)
                held, is_there = {}, False
            elif not is_there:
                if said.items:
                    yield FieldChange(version.commit, self._plan.id, ADDED, was_unread=self._was_unread(version))
                    held, is_there = dict(said.items), True
            else:
                yield from self._differences(version, held, said)

    def _was_unread(self, version: FileVersion) -> bool:
        """Whether what seems new in a version may have been in the one before, which could not be read whole."""
        followed = self._past.followed
        return followed is not None and (version.commit.name, version.path) in followed.after_unread

    def _came(self, version: FileVersion) -> Mapping[str, str]:
        """Return what a version brought from another plan: the reference that it had there, by its id."""
        followed = self._past.followed
        return followed.came.get((version.commit.name, version.path), {}) if followed is not None else {}

    def _before(self, item: str, name: str, before: Any, after: Any) -> Any:  # noqa: ANN401 -- any value of a file
        """Return what may be said of a field before it changed: versions from before the first day are not shown."""
        is_old = self._past.history.cut is not None and self._at_first.get(item, {}).get(name) == before
        return what_stays(before, after) if is_old and before is not None else before

    @cached_property
    def _at_first(self) -> Mapping[str, Values]:
        """What the plan said before the first version that is read, by the ids of items."""
        before = self._story.before
        return self._past.versions.read(before, self._plan.path).items if before is not None else {}

    def _differences(self, version: FileVersion, held: dict[str, Values], said: VersionValues) -> Iterator[FieldChange]:
        commit, came, unread = version.commit, self._came(version), self._was_unread(version)
        for item, values in said.items.items():
            before = held.get(item)
            if before is None and item != WHOLE:
                yield FieldChange(commit, self._ref(values), ADDED, whence=came.get(item), was_unread=unread)
            elif before is not None and before is not values:
                yield from self._fields(commit, item, before, values)
            held[item] = values
        if said.is_complete:
            for item in [item for item in held if item not in said.items]:
                yield FieldChange(commit, self._ref(held.pop(item)), REMOVED)

    def _fields(self, commit: Commit, item: str, before: Values, after: Values) -> Iterator[FieldChange]:
        for name in dict.fromkeys((*after, *before)):
            old, new = before.get(name), after.get(name)
            if name != KIND and old != new:
                shown = self._before(item, name, old, new)
                yield FieldChange(commit, self._ref(after), CHANGED, name, shown, new)

    def _ref(self, values: Values) -> str:
        return Ref.to(self._plan.id, str(values["id"])) if KIND in values else self._plan.id

    def _told(self, one: FieldChange, hidden: Hidden) -> FieldChange:
        if one.field is None:
            return one
        before, after = (self._value(one.ref, one.field, value, hidden) for value in (one.before, one.after))
        return replace(one, before=before, after=after)

    def _value(self, ref: str, name: str, value: Any, hidden: Hidden) -> Any:  # noqa: ANN401 -- any value of a file
        if value is not None and (ref, name, same(value)) in hidden:
            return TAKEN_OUT
        item = ref.partition("/")[2].casefold()
        was_on_request = name == "evidence" and item in self._on_request_once
        return self._taken_out.value(ref, name, value, self._today.get(item, {}), was_on_request=was_on_request)

    @cached_property
    def _on_request_once(self) -> frozenset[str]:
        """The things of which some evidence was kept on request in any version, by their ids in lower case."""
        return frozenset(
            item
            for version in self.versions
            if version.blob is not None
            for item, values in self._past.versions.read(version.blob, version.path).items.items()
            if any(isinstance(line, dict) and is_on_request(line) for line in values.get("evidence") or ())
        )

    def _stood(self, item: str, values: Values, hidden: Hidden) -> Values:
        ref = self._ref(values) if item != WHOLE else self._plan.id
        return {name: self._value(ref, name, said, hidden) for name, said in values.items() if name != KIND}
