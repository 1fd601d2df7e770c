"""`action-plans history`: what changed in a plan, field by field, from git."""

import json
from dataclasses import dataclass

from action_plans.commands.chosen_plan import chosen_plan
from action_plans.english.wording import counted
from action_plans.history.clocks import instant_of
from action_plans.history.commits import Commit
from action_plans.history.field_changes import ADDED, REMOVED, FieldChange
from action_plans.history.git import ask_git
from action_plans.history.plan_history import PlanHistory
from action_plans.history.provenance import Past, read_past
from action_plans.history.taken_out import TAKEN_OUT, TakenOut
from action_plans.history.versions import PLAN_ENDINGS
from action_plans.model.errors import ActionPlansError
from action_plans.model.plan import Plan
from action_plans.model.printable import printable
from action_plans.model.when import day_in_words
from action_plans.past import asking, taken_out
from action_plans.pipeline import examine
from action_plans.project.settings import Settings
from action_plans.staff.parts.said_changes import added_words, said_change
from action_plans.tracing.trace import Trace

SCHEMA = "action-plans/history/1"


@dataclass(eq=False)
class NoHistoryError(ActionPlansError):
    """Git cannot tell: `why`, in a sentence."""

    why: str

    def __str__(self) -> str:
        return self.why


@dataclass(eq=False)
class NoSuchVersionError(ActionPlansError):
    """`written` names no version of the main line that is read."""

    written: str

    def __str__(self) -> str:
        return (
            f"{printable(self.written)} is no version of the main line that is read. Write a commit, a tag or HEAD~2; "
            "action-plans history lists those of a plan."
        )


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """What changed in a plan between two versions, oldest first: its `versions` with what was written of each.

    `said` are the lines that tell each of the changes to people.
    """

    plan: str
    versions: tuple[tuple[Commit, str], ...]
    changes: tuple[FieldChange, ...]
    said: tuple[tuple[str, ...], ...]
    note: str = ""

    def as_json(self) -> str:
        """Return it for programs."""
        told = {
            "schema": SCHEMA,
            "plan": self.plan,
            "versions": [
                {"commit": one.name, "date": instant_of(one.seconds), "subject": subject}
                for one, subject in self.versions
            ],
            "changes": [
                {
                    "date": instant_of(one.commit.seconds),
                    "commit": one.commit.name,
                    "ref": one.ref,
                    "kind": one.kind,
                    "field": one.field,
                    "before": one.before,
                    "after": one.after,
                    "was_unread": one.was_unread,
                }
                for one in self.changes
            ],
        }
        return json.dumps(told, ensure_ascii=False, indent=2) + "\n"

    def as_text(self) -> str:
        """Return it for people, version by version."""
        order = ", the oldest first" if len(self.versions) > 1 else ""
        lines = [f"Plan {self.plan}: {counted(len(self.versions), 'version')}{order}.", *self._notes()]
        by_commit: dict[str, list[str]] = {}
        for change, said in zip(self.changes, self.said, strict=True):
            by_commit.setdefault(change.commit.name, []).extend(said)
        for one, subject in self.versions:
            doubt = " (a doubtful day: a clock was wrong)" if one.is_doubtful else ""
            lines += ["", f"{one.name[:7]}  {day_in_words(one.day)}{doubt}  {printable(subject)}"]
            lines += [f"  {words}" for words in by_commit.get(one.name, ())] or ["  No field changed."]
        return "\n".join(lines) + "\n"

    def _notes(self) -> list[str]:
        return [self.note] if self.note else []


def history_report(
    settings: Settings, plan: str | None = None, since: str | None = None, until: str | None = None
) -> HistoryReport:
    """Return what changed in a plan after the version `since`, up to the version `until`; by default everything.

    Raises:
        WhichPlanError: it is not plain which plan is meant.
        NoHistoryError: there is no git, no commit, or only the newest commits.
        NoSuchVersionError: a version is not one of the main line.
    """
    examined = examine(settings)
    chosen = chosen_plan(examined.trace.portfolio, plan)
    past = read_past(settings.root, asking(settings))
    if not past.history.available:
        raise NoHistoryError(past.history.reason)
    if past.history.is_elsewhere(chosen.path):
        raise NoHistoryError("The plan lies in a repository of its own inside this one, which is not read here.")
    hiding = taken_out(settings)
    moved_from = _moved_from(past, settings, chosen)
    known = PlanHistory(chosen, past, hiding, moved_from)
    after = _place(past, settings, since) if since is not None else -1
    last = _place(past, settings, until) if until is not None else len(past.history.lines.main) - 1
    wanted = {commit.name for commit in past.history.lines.main[after + 1 : last + 1]}
    versions = dict.fromkeys(version.commit for version in known.versions if version.commit.name in wanted)
    start = settings.options.history_start
    cut = past.history.cut is not None and start is not None
    changes = tuple(change for change in known.changes() if change.commit.name in wanted)
    notes = [f"The file was moved since the newest version, which has it as {moved_from}."] if moved_from else []
    notes += [f"Versions from before {day_in_words(start)} are not read."] if cut and start is not None else []
    return HistoryReport(
        plan=chosen.id,
        versions=tuple((commit, _subject(commit, hiding)) for commit in versions),
        changes=changes,
        said=tuple(_in_words(examined.trace, chosen, change) for change in changes),
        note=" ".join(notes),
    )


def _moved_from(past: Past, settings: Settings, plan: Plan) -> str | None:
    """Return where the newest version has the plan's file, if that was moved since; None where it was not."""
    if past.story_of(plan.path) is not None or past.followed is None:
        return None
    prefix = past.history.prefix
    for key, story in sorted(past.followed.files.items()):
        newest = story.versions[-1] if story.versions else None
        path = key.removeprefix(prefix)
        if newest is None or newest.blob is None or (settings.root / path).exists() or not key.startswith(prefix):
            continue
        if path.endswith(PLAN_ENDINGS) and past.versions.read(newest.blob, newest.path).id == plan.id.casefold():
            return path
    return None


def _place(past: Past, settings: Settings, written: str) -> int:
    """Return the place on the main line of a version as somebody writes it.

    Raises:
        NoSuchVersionError: it is none.
    """
    answer = ask_git(settings.root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{written}^{{commit}}"])
    name = answer.output.decode("ascii", "replace").strip()
    places = [place for place, commit in enumerate(past.history.lines.main) if commit.name == name]
    if not answer.worked or not places:
        raise NoSuchVersionError(written)
    return places[0]


def _subject(commit: Commit, hiding: TakenOut) -> str:
    return hiding.words(commit.subject) if not hiding.hides_version(commit.name) else TAKEN_OUT


def _in_words(trace: Trace, plan: Plan, change: FieldChange) -> tuple[str, ...]:
    """Return a change for people, a line each: never as a program reads it."""
    if change.kind == ADDED:
        return (f"{change.ref} {added_words(change) or 'was added'}.",)
    if change.kind == REMOVED:
        return (f"{change.ref} was removed.",)
    said = said_change(trace, plan, change, trace.people[plan.id].title)
    return tuple(f"{change.ref}: {printable(words).replace(_FIXED, ' ')}" for words in said)


_FIXED = "\N{NO-BREAK SPACE}"
