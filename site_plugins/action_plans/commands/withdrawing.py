"""`action-plans withdraw`: the families' folder alone, with less in it than before and nothing new."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from action_plans.commands.lying_there import LyingThere
from action_plans.commands.online_topics import OnlineTopics, PastVersion
from action_plans.commands.withdrawals import withdrawn
from action_plans.family.family_edition import FamilyEdition, build_family, empty_site
from action_plans.model.errors import ActionPlansError
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.pipeline import Examined, examine, family_templates
from action_plans.project.settings import Settings
from action_plans.publishing.folder import write_files
from action_plans.publishing.publication import Publication
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


@dataclass(eq=False)
class UnknownTopicError(ActionPlansError):
    """Nothing was withdrawn: families are told of no topic or plan `written`; `known` are those that they are."""

    written: str
    known: tuple[str, ...]
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        known = ", ".join(self.known) or "none"
        return f"Families are told of no topic {self.written}. There are: {known}."


@dataclass(frozen=True)
class Withdrawal:
    """What is taken down: the topics by reference with their titles, what stays, and the files that stay online.

    `why` says in words why everything is taken down, where that is so. `absent` is what the folder held no more: nobody
    takes it down now, and it is not told again.
    """

    gone: Mapping[str, str]
    stays: Mapping[str, str]
    files: Mapping[str, bytes]
    why: str = ""
    absent: Mapping[str, str] = field(default_factory=dict)

    def in_words(self, *, is_check: bool, folder: str) -> str:
        """Return what was done, or would be, line by line."""
        lines = [f"{'Would withdraw' if is_check else 'Withdrawn'}: {_named(self.gone)}."] if self.gone else []
        lines += [self.why] if self.why else []
        lines += (
            [f"Not told again, since the families' folder does not hold it: {_named(self.absent)}."]
            if self.absent
            else []
        )
        lines += ["Nothing is withdrawn."] if not lines else []
        lines.append(f"Still told: {_named(self.stays)}." if self.stays else "No topic is told any more.")
        lines += [] if is_check else [f"Written: {folder}. It is safe to publish."]
        return "\n".join(lines)


class Withdrawing:
    """The families' folder as it may be online now: what was there, less what is no longer to be told."""

    def __init__(self, settings: Settings, refs: Sequence[str] = (), newest_online: str | None = None) -> None:
        """Take the settings, and references to take down besides: of topics, or of plans with all of theirs.

        `newest_online` is as `OnlineTopics` takes it.
        """
        self._settings, self._refs = settings, tuple(refs)
        self._online = OnlineTopics(settings, newest_online)
        self._templates = family_templates(settings)
        self._folder = settings.root / settings.options.family.site_dir
        self._there = LyingThere.of(self._folder)

    def withdrawal(self) -> Withdrawal:
        """Return what is taken down and what stays.

        Raises:
            UnknownTopicError: one of the references is told to nobody.
        """
        online = self._online
        if not self._settings.options.family.enabled:
            return Withdrawal(
                online.told, {}, empty_site(self._templates, "switched_off"), "The edition is switched off."
            )
        gone = dict(withdrawn(self._settings, online, self._examined_now())) | self._asked_for()
        base = online.sound
        if base is None:
            why = "Git knows no version without errors." if online.has_git else "There is no git to say what was told."
            return self._everything(f"{why} One page says that these pages are being changed.")
        edition = self._edition(base, gone)
        if not edition.files:
            return self._everything("A guard stopped the rest. One page says that these pages are being changed.")
        told = edition.told
        left = {ref: title for ref, title in online.told.items() if ref not in told}
        absent = self._there.lacks(base.examined.trace) - gone.keys() if self._there is not None else frozenset()
        return Withdrawal(
            {ref: title for ref, title in left.items() if ref not in absent},
            told,
            edition.files,
            absent={ref: title for ref, title in left.items() if ref in absent},
        )

    def write(self, withdrawal: Withdrawal) -> str:
        """Put the folder in place and return how people know it.

        Raises:
            PublishingError: it cannot be replaced.
        """
        name = self._settings.options.family.site_dir
        publication = Publication([self._folder])
        try:
            write_files(publication.staged[0], withdrawal.files)
            publication.publish()
        finally:
            publication.abandon()
        return name

    def _everything(self, why: str) -> Withdrawal:
        return Withdrawal(self._online.told, {}, empty_site(self._templates, "changing"), why)

    def _examined_now(self) -> Examined | None:
        """Return what is written now, where git cannot tell what was: then only its titles can be compared."""
        return None if self._online.has_git else examine(self._settings)

    def _asked_for(self) -> dict[str, str]:
        """Return the topics of the references that were named."""
        told = self._online.told
        found: dict[str, str] = {}
        for written in self._refs:
            wanted = written.casefold()
            topics = {ref: title for ref, title in told.items() if wanted in _called(ref)}
            if not topics:
                raise UnknownTopicError(written, tuple(told))
            found |= topics
        return found

    def _edition(self, base: PastVersion, gone: Mapping[str, str]) -> FamilyEdition:
        """Return the edition of a version less what is gone, through every guard; nothing new is told."""
        was_told = self._online.told
        leave_out = {ref.casefold() for ref in gone} | {ref.casefold() for ref in base.told if ref not in was_told}
        traced = base.examined.trace
        remaining = _without(traced if self._there is None else self._there.less(traced), leave_out)
        family = self._settings.options.family.model_copy(update={"enabled": True})
        return build_family(remaining, self._templates, family, self._settings.names_to_refuse)


def _without(traced: Trace, refs: Collection[str]) -> Trace:
    """Return a trace in which families are told nothing of some plans and topics, by their folded references."""
    portfolio = traced.portfolio
    kept = Portfolio(
        plans=tuple(_silenced(plan, refs) for plan in portfolio.plans),
        services=portfolio.services,
        provider=portfolio.provider,
        notes=portfolio.notes,
    )
    return trace(kept, traced.today)


def _silenced(plan: Plan, refs: Collection[str]) -> Plan:
    findings = tuple(
        finding.model_copy(update={"family": None}) if f"{plan.id}/{finding.id}".casefold() in refs else finding
        for finding in plan.findings
    )
    silent = {"family": None} if plan.id.casefold() in refs else {}
    return plan.model_copy(update={"findings": findings, **silent})


def _called(ref: str) -> tuple[str, ...]:
    """Return how a person may name a topic: whole, by its plan, or by its own id."""
    folded = ref.casefold()
    plan, _, item = folded.partition("/")
    return (folded, plan, item)


def _named(topics: Mapping[str, str]) -> str:
    return ", ".join(f"{title} ({ref})" if ref != title else title for ref, title in topics.items())
