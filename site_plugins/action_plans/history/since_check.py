"""What changed since it was checked: compared with the version that first held the check, whatever day the check names.

Checks are written down after they are made, so the day that a check names tells nothing of what lay there.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from action_plans.history.checked_days import Looked, checked_day, every_look
from action_plans.history.followed import Followed
from action_plans.history.history import History
from action_plans.history.meaning import changed_meaning
from action_plans.history.moves import Key
from action_plans.history.recorded_checks import first_held, rewritten
from action_plans.history.recorded_entries import check_of, line_called
from action_plans.history.stories import Log, Moment, Story
from action_plans.history.version_values import WHOLE, Values
from action_plans.model.action_parts import Check
from action_plans.model.evidence import EvidenceLine, EvidenceNote
from action_plans.tracing.trace import Trace

EVIDENCE_FIELDS: Mapping[str, str] = {
    "result": "result",
    "sample": "sample",
    "period": "period",
    "body": "account",
}
"""The fields of evidence that a check was of, each with what it is called; the verdict is the check's own."""

VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class SinceCheck:
    """What changed since it was checked.

    Attributes:
        items: by reference and day of the check, which fields of meaning of an action or finding.
        evidence: by reference of the evidence, which of its fields and files, by what they are called.
        checks: by reference of the action and place of the check in it, from 0, which fields of the check itself.
    """

    items: Mapping[tuple[str, date], tuple[str, ...]]
    evidence: Mapping[str, tuple[str, ...]]
    checks: Mapping[tuple[str, int], tuple[str, ...]]


Differs = Callable[[str, str], bool]
"""Whether the file that lies at a path in the repository is another than one that git names by its blob."""


class Comparing:
    """Compares what things say now with what they said when a check was first written down."""

    def __init__(
        self, trace: Trace, history: History, followed: Followed, now: Mapping[Key, Values], differs: Differs
    ) -> None:
        """Compare the things of `trace`; `now` is what they say, by their place."""
        self._trace, self._history, self._followed, self._now = trace, history, followed, now
        self._differs = differs

    def result(self) -> SinceCheck:
        """Return what changed. Cost: linear in checks, and in the versions of what was checked."""
        newest: dict[tuple[str, date], tuple[int, tuple[str, ...]]] = {}
        for looked in every_look(self._trace):
            moment = self._moment(looked)
            if moment is None:
                continue
            fields, key = self._changed(looked.item, moment), (looked.item, looked.day)
            if key not in newest or moment.step > newest[key][0]:
                newest[key] = moment.step, fields
        items = {key: fields for key, (_, fields) in newest.items() if fields}
        return SinceCheck(items, {ref: fields for ref, fields in self._evidence() if fields}, dict(self._checks()))

    def key(self, ref: str) -> Key | None:
        """Return the place of a thing by its reference."""
        node = self._trace.references.nodes.get(ref)
        if node is None:
            return None
        if isinstance(node.record, EvidenceNote):
            return self._history.key(node.record.path), WHOLE
        return (self._history.key(node.plan.path), node.short.casefold()) if node.plan is not None else None

    def _moment(self, looked: Looked) -> Moment | None:
        """Return when a check was first held by any version; None where it is in none."""
        key = self.key(looked.holder)
        story = self._followed.items.get(key) if key is not None else None
        if story is None or key is None:
            return None
        if isinstance(looked.check, Check) and key in self._now:
            first = first_held(check_of(looked.check), self._now[key], story)
            return first[0] if first is not None else None
        return story.checks.get(check_of(looked.check))

    def _changed(self, ref: str, moment: Moment) -> tuple[str, ...]:
        key, plan = self.key(ref), self._trace.node(ref).plan
        before = self._said(key, moment)
        if before is None or key is None or plan is None or key not in self._now:
            return ()
        return changed_meaning(before, self._now[key], plan.id)

    def _said(self, key: Key | None, moment: Moment) -> Values | None:
        story = self._followed.items.get(key) if key is not None else None
        said = story.log.at(moment) if story is not None else None
        return said if isinstance(said, Mapping) else None

    def _checks(self) -> Iterator[tuple[tuple[str, int], tuple[str, ...]]]:
        for action in self._trace.actions.values():
            key = self.key(action.ref) if action.record.checks else None
            story = self._followed.items.get(key) if key is not None else None
            if key is not None and story is not None and key in self._now:
                for place, fields in rewritten(self._now[key], story):
                    yield (action.ref, place), fields

    def _evidence(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for ref in self._trace.evidence_refs():
            evidence = self._trace.proof(ref).record
            if checked_day(evidence, self._trace.today) is None or (
                evidence.checked_by is None and evidence.checked_on is None and evidence.verdict is None
            ):
                continue
            holder = ref if isinstance(evidence, EvidenceNote) else ref.rpartition("/evidence-")[0]
            key = self.key(holder)
            story = self._followed.items.get(key) if key is not None else None
            check = check_of(evidence)
            moment = story.checks.get(check) if story is not None else None
            if key is None or story is None or moment is None or key not in self._now:
                continue
            before, now = story.log.at(moment), self._now[key]
            if isinstance(evidence, EvidenceLine) and isinstance(before, Mapping):
                before, now = line_called(before, evidence.title), line_called(now, evidence.title) or {}
            if isinstance(before, Mapping):
                fields = [called for name, called in EVIDENCE_FIELDS.items() if before.get(name) != now.get(name)]
                fields += [VERDICT] if _had_another_verdict(story, check, moment) else []
                if isinstance(evidence, EvidenceNote):
                    fields += self._files(evidence, before, moment)
                yield ref, tuple(dict.fromkeys(fields))

    def _files(self, note: EvidenceNote, before: Values, moment: Moment) -> Iterator[str]:
        """Yield the attachments that are not what they were; of a note on request, none by name.

        A file is compared with what lay at its place when the check was written down, or first after it.
        """
        now = {one.file for one in note.attachments}
        folder = self._folder(note, moment)
        for one in before.get("attachments", ()):
            name = str(one["file"])
            log = self._followed.blobs.get(_path(folder, name), Log())
            blob = log.at(moment) or log.first_after(moment)
            own = self._history.key(str(PurePosixPath(note.path).parent / name))
            if isinstance(blob, str) and (name not in now or self._differs(own, blob)):
                yield "an attachment" if note.on_request else f"attachment {name}"

    def _folder(self, note: EvidenceNote, moment: Moment) -> PurePosixPath:
        """Return the folder in the repository in which a note lay at a moment."""
        own = self._history.key(note.path)
        path = own
        story = self._followed.files.get(own)
        for version in story.versions if story is not None else ():
            place = next((at for at, said in self._followed.blobs[version.path].said if said == version.blob), None)
            if version.blob is not None and place is not None and place.step <= moment.step:
                path = version.path
        return PurePosixPath(path).parent


def _path(folder: PurePosixPath, name: str) -> str:
    parts: list[str] = []
    for part in (folder / name).parts:
        if part == ".." and parts:
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _had_another_verdict(story: Story, check: tuple[str, ...], moment: Moment) -> bool:
    """Whether an earlier version held this check, by the same person on the same day, with another verdict."""
    *same, verdict = check
    return bool(same[1]) and any(
        earlier[:-1] == tuple(same) and earlier[-1] not in ("", verdict) and held.step < moment.step
        for earlier, held in story.checks.items()
    )
