"""An action and a finding as the trace knows them: with everything that is linked to them and follows from it."""

from dataclasses import dataclass
from datetime import date

from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.tracing.citations import Cited
from action_plans.tracing.promises import Promise
from action_plans.tracing.results import Outcome, Proof, Result
from action_plans.tracing.states import Assurance, Condition, State, Verdict, WhyUnchecked
from action_plans.tracing.strength import Newest, Strength

PARTLY = "Checked: partly"
"""What is said of what is closed, and of which the newest result says that it holds only in part."""

LOOK_AGAIN = "Embedded: look again"
"""What is said of what is embedded, and was last looked at by somebody independent more than 12 months ago."""

_PARTLY_ACTION = "It was closed, and the newest check found that it holds only in part."
_PARTLY_FINDING = "Every action is closed, but the newest check of one found that it holds only in part."
_AGAIN_ACTION = "It was found to hold 28 days or more after closing, but nobody independent has looked for over a year."
_AGAIN_FINDING = "Every action was found to hold, but at one nobody independent has looked for over a year."


@dataclass(frozen=True, slots=True)
class TracedAction:
    """An action with everything that is linked to it; other things by reference, in the order written.

    `record` is the action as of today, without what is dated ahead; `written` is what the plan says.
    `assurance` is set for closed actions, slipped ones included, `why_unchecked` for those that are only submitted,
    `last_looked` (a day) for embedded ones at which nobody independent has looked for more than 12 months.
    `waits_for` are its dependencies as written, `holding_up` the live unfinished ones that stand for them,
    `latest_wait` the one that is due last of all that it waits for, direct or through others; `waited_for_by` are the
    actions that depend on it. `proofs` is all its evidence, lines first, `counting` what of it counts today, `results`
    has the deciding first, `lapsed` what was concluded in evidence that is past its review date, the newest first.
    """

    ref: str
    plan: Plan
    record: Action
    written: Action
    condition: Condition
    assurance: Assurance | None
    last_looked: date | None
    why_unchecked: WhyUnchecked | None
    findings: tuple[str, ...]
    objectives: tuple[str, ...]
    waits_for: tuple[str, ...]
    holding_up: tuple[str, ...]
    latest_wait: str | None
    waited_for_by: tuple[str, ...]
    instead_of: tuple[str, ...]
    instead: tuple[str, ...]
    measures: tuple[str, ...]
    risks: tuple[str, ...]
    milestone: str | None
    proofs: tuple[Proof, ...]
    counting: tuple[Proof, ...]
    results: tuple[Result, ...]
    lapsed: tuple[Result, ...]
    strength: Strength
    newest_proof: Newest | None
    promise: Promise | None

    @property
    def state(self) -> State:
        """What a page says of it in one word: how well it is proven where it is closed, else how it stands."""
        return self.assurance if self.condition is Condition.CLOSED and self.assurance else self.condition

    @property
    def label(self) -> str:
        """The word of its state.

        Of one whose newest result is partly, what that said: never that nobody checked it.
        """
        return PARTLY if self.is_partly else LOOK_AGAIN if self.is_look_due else self.state.label

    @property
    def sentence(self) -> str:
        """Its state in a sentence."""
        return _PARTLY_ACTION if self.is_partly else _AGAIN_ACTION if self.is_look_due else self.state.sentence

    @property
    def is_partly(self) -> bool:
        """Whether it is closed and its newest result says that it holds only in part."""
        return self.state is Assurance.SUBMITTED and bool(self.results) and self.results[0].outcome is Outcome.PARTLY

    @property
    def is_look_due(self) -> bool:
        """Whether it is embedded, and nobody independent has looked for more than 12 months."""
        return self.state is Assurance.EMBEDDED and self.last_looked is not None

    @property
    def is_finished(self) -> bool:
        """Whether it is closed, whatever the proof."""
        return self.condition in (Condition.CLOSED, Condition.SLIPPED)

    @property
    def is_unproven(self) -> bool:
        """Whether it is closed and nothing that counts shows it."""
        return self.condition is Condition.CLOSED and self.assurance is Assurance.NONE

    @property
    def is_holding(self) -> bool:
        """Whether it is closed, has not slipped, and something that counts shows it."""
        return self.condition is Condition.CLOSED and not self.is_unproven

    @property
    def is_open(self) -> bool:
        """Whether work is still to be done: neither closed nor stopped."""
        return not self.is_finished and self.condition is not Condition.STOPPED

    @property
    def is_written_open(self) -> bool:
        """Whether it is open by what is written, whatever day it is: warnings must not come and go with days."""
        return not self.written.is_closed and self.written.stopped is None

    @property
    def is_stopped(self) -> bool:
        """Whether it was withdrawn, replaced or handed over."""
        return self.condition is Condition.STOPPED

    @property
    def due(self) -> When:
        """The date that counts."""
        return self.record.effective_due

    @property
    def closed_origin(self) -> Origin:
        """Where it is said to be closed."""
        return self.record.at("closed_on" if self.record.closed_on is not None else "status")


@dataclass(frozen=True, slots=True)
class TracedFinding:
    """A finding with everything that is linked to it.

    `sources` are those that it names, the one it was found by first. `actions` are the live ones that serve it, those
    that stand instead of stopped ones included; `stopped` are the stopped ones. `proofs` is its own evidence, which
    closes no action, `counting` what of it counts today, `results` what was concluded of that. `strength` and
    `newest_proof` are over its own evidence and its live actions'. `cited` holds its regulations, statements and key
    questions as they were understood.
    """

    ref: str
    plan: Plan
    record: Finding
    verdict: Verdict
    sources: tuple[Source, ...]
    actions: tuple[str, ...]
    stopped: tuple[str, ...]
    measures: tuple[str, ...]
    repeats: tuple[str, ...]
    repeated_by: tuple[str, ...]
    proofs: tuple[Proof, ...]
    counting: tuple[Proof, ...]
    results: tuple[Result, ...]
    strength: Strength
    newest_proof: Newest | None
    is_look_due: bool
    """Whether it is embedded, and at one of its actions nobody independent has looked for more than 12 months."""
    is_partly: bool
    """Whether all its actions are closed, and what keeps it from being evidenced is that one holds only in part."""
    cited: Cited

    @property
    def is_put_right(self) -> bool:
        """Whether every action for it is closed and proven."""
        return self.verdict in (Verdict.EVIDENCED, Verdict.EMBEDDED)

    @property
    def state(self) -> Verdict:
        """The verdict."""
        return self.verdict

    @property
    def label(self) -> str:
        """The verdict in a word."""
        return PARTLY if self.is_partly else LOOK_AGAIN if self.is_look_due else self.verdict.label

    @property
    def sentence(self) -> str:
        """The verdict in a sentence."""
        return _PARTLY_FINDING if self.is_partly else _AGAIN_FINDING if self.is_look_due else self.verdict.sentence

    @property
    def regulations_in_words(self) -> str:
        """Its regulations by number: `Regulation 12(2)(g), Registration Regulation 18`."""
        return ", ".join((*(one.label.partition(":")[0] for one in self.cited.regulations), *self.cited.as_written))

    @property
    def found_by(self) -> Source | None:
        """The source it was found by."""
        return self.sources[0] if self.sources else None
