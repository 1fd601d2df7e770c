"""The tests' own second way from a portfolio to what the site concludes: written from the data contract alone.

It shares no code with `tracing/`, walks instead of sorting, and asks each thing anew: slow, short and plain. Where
the two disagree, one of them is wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from action_plans.model.action import Action
from action_plans.model.evidence import Evidence
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.service import Service
from action_plans.model.when import When

_FAILING = ("slipped", "does-not-meet")
_PASSING = ("holds", "meets")
_WORST_FIRST = {"slipped": 0, "does-not-meet": 0, "partly": 1, "holds": 2, "meets": 2}


@dataclass(frozen=True)
class _Said:
    """One result: its day, its word, whether somebody independent said it, and whether it is a check of practice."""

    day: date
    word: str
    independent: bool
    is_check: bool


class SecondTrace:
    """What the contract concludes of a portfolio without errors, as at a day. References are folded."""

    def __init__(self, portfolio: Portfolio, today: date) -> None:
        """Take what was read, and today."""
        self._portfolio, self._today = portfolio, today
        self._actions: dict[str, tuple[Plan, Action]] = {
            f"{plan.id}/{action.id}".casefold(): (plan, self._today_of(action))
            for plan in portfolio.plans
            for action in plan.actions
        }

    @property
    def conditions(self) -> dict[str, str]:
        """The condition of each action."""
        return {ref: self._condition(ref) for ref in self._actions}

    @property
    def assurances(self) -> dict[str, str | None]:
        """The assurance of each closed action; None of what is open or stopped."""
        return {
            ref: self._assurance(ref) if action.is_closed and action.stopped is None else None
            for ref, (_, action) in self._actions.items()
        }

    @property
    def verdicts(self) -> dict[str, str]:
        """The verdict of each finding."""
        return {
            f"{plan.id}/{finding.id}".casefold(): self._verdict(f"{plan.id}/{finding.id}".casefold())
            for plan in self._portfolio.plans
            for finding in plan.findings
        }

    def _today_of(self, action: Action) -> Action:
        """The action without what is dated ahead; `status` without the day that it speaks of."""

        def has_come(when: When | None) -> bool:
            return when is not None and when.first <= self._today

        again = tuple(one for one in action.reopened if has_come(one.date))
        kept: dict[str, object] = {
            "revised": tuple(one for one in action.revised if has_come(one.date)),
            "reopened": again,
            "stopped": action.stopped if action.stopped is not None and has_come(action.stopped.date) else None,
        }
        closes_later = action.closed_on is not None and not has_come(action.closed_on)
        opens_later = again != action.reopened and str(action.status) == "open"
        kept |= {"closed_on": None} if closes_later else {}
        kept |= {"status": None} if closes_later or opens_later else {}
        return action.model_copy(update=kept)

    def _condition(self, ref: str) -> str:  # noqa: C901, PLR0911 -- the contract's list, line by line
        action = self._actions[ref][1]
        if action.stopped is not None:
            return "stopped"
        if action.is_closed:
            newest = self._newest(ref)
            if newest is None or newest.word not in _FAILING:
                return "closed"
            return "slipped" if action.closed_on is None or newest.day > action.closed_on.last else "closed"
        due, today = self._due(action), self._today
        if due < today:
            return "overdue"
        if any(self._due(self._actions[other][1]) > due for other in self._all_unfinished(ref)):
            return "late-forecast"
        direct = self._unfinished(ref)
        if any(self._due(self._actions[other][1]) < today for other in direct):
            return "blocked"
        is_soon = (due - today).days <= 14
        if is_soon and direct:
            return "blocked"
        if action.progress in ("off-track", "at-risk"):
            return str(action.progress)
        if is_soon:
            return "due-soon"
        if action.progress is not None:
            return str(action.progress)
        began = [action.started, *(update.date for update in action.updates)]
        return "on-track" if any(when is not None and when.first <= today for when in began) else "not-started"

    def _assurance(self, ref: str) -> str:
        action = self._actions[ref][1]
        said = self._said_of(ref)
        if not any(one.is_check for one in said) and not list(self._counting(ref)):
            return "none"
        newest = self._newest(ref)
        if newest is None or newest.word not in _PASSING or not newest.independent:
            return "submitted"
        closed = action.closed_on
        for one in said:
            lasting = closed is not None and one.day >= closed.last + timedelta(days=28)
            if one.is_check and one.independent and one.word == "holds" and lasting:
                return "embedded"
        return "verified"

    def _verdict(self, finding: str) -> str:
        live: set[str] = set()
        for ref, (plan, action) in self._actions.items():
            if finding in (self._full(written, plan) for written in action.for_):
                live |= self._live(ref)
        conditions = {self._condition(ref) for ref in live}
        if not live:
            return "unaddressed"
        if "slipped" in conditions:
            return "slipped"
        if conditions - {"closed"}:
            return "in-hand"
        proven = {self._assurance(ref) for ref in live}
        for assurance, verdict in (("none", "unproven"), ("submitted", "unchecked"), ("verified", "evidenced")):
            if assurance in proven:
                return verdict
        return "embedded"

    def _live(self, ref: str) -> set[str]:
        """An action itself; of a stopped one what stands instead of it, through others that were stopped."""
        plan, action = self._actions[ref]
        if action.stopped is None:
            return {ref}
        found: set[str] = set()
        for written in action.stopped.instead:
            if " " not in written.strip():
                found |= self._live(self._full(written, plan))
        return found

    def _unfinished(self, ref: str) -> set[str]:
        """What an action directly waits for and is not closed."""
        plan, action = self._actions[ref]
        stand: set[str] = set()
        for written in action.depends_on:
            stand |= self._live(self._full(written, plan))
        return {other for other in stand if other != ref and not self._actions[other][1].is_closed}

    def _all_unfinished(self, ref: str) -> set[str]:
        found: set[str] = set()
        waiting = [ref]
        while waiting:
            for other in self._unfinished(waiting.pop()) - found:
                found.add(other)
                waiting.append(other)
        return found

    @staticmethod
    def _due(action: Action) -> date:
        due, moved_on = action.due.last, date.min
        for moved in action.revised:
            if moved.date.last >= moved_on:
                due, moved_on = moved.due.last, moved.date.last
        return due

    def _newest(self, ref: str) -> _Said | None:
        """The latest result; on one day the worst; of equals the dependent one."""
        decides: _Said | None = None
        for one in self._said_of(ref):
            if decides is None or self._rank(one) < self._rank(decides):
                decides = one
        return decides

    @staticmethod
    def _rank(one: _Said) -> tuple[int, int, bool]:
        return (-one.day.toordinal(), _WORST_FIRST[one.word], one.independent)

    def _said_of(self, ref: str) -> list[_Said]:
        plan, action = self._actions[ref]
        said = []
        for check in action.checks:
            if self._has_come_since_start(check.date, action):
                independent = not self._same(plan, check.by, action.owner)
                said.append(_Said(min(check.date.last, self._today), str(check.result), independent, is_check=True))
        for evidence in self._counting(ref):
            when = evidence.checked_on or evidence.date
            if evidence.verdict is None or when is None or when.first > self._today:
                continue
            by = evidence.checked_by
            alone = by is not None and not any(self._same(plan, by, who) for who in (action.owner, evidence.by))
            said.append(_Said(min(when.last, self._today), str(evidence.verdict), alone, is_check=False))
        return said

    def _counting(self, ref: str) -> Iterator[Evidence]:
        """Evidence that counts: dated, not before the start, not in the future, not past its review."""
        _, action = self._actions[ref]
        lines: tuple[Evidence, ...] = action.evidence
        notes = [
            note
            for note in self._portfolio.notes
            if ref in (self._full(written, self._home(note.path)) for written in note.supports)
        ]
        for evidence in (*lines, *notes):
            lapsed = evidence.review_due is not None and evidence.review_due.last < self._today
            if evidence.date is not None and not lapsed and self._has_come_since_start(evidence.date, action):
                yield evidence

    def _has_come_since_start(self, when: When, action: Action) -> bool:
        begun = action.started.first if action.started is not None else date.min
        return when.first <= self._today and when.last >= begun

    def _home(self, path: str) -> Plan | None:
        folders = [folder.casefold() for folder in path.split("/")[1:-1]]
        return next((plan for plan in self._portfolio.plans if plan.id.casefold() in folders), None)

    @staticmethod
    def _full(written: str, plan: Plan | None) -> str:
        return (written if "/" in written or plan is None else f"{plan.id}/{written}").casefold()

    def _same(self, plan: Plan, one: str | None, other: str | None) -> bool:
        """Whether two are one person: the same code, or a title or a name of the same role, article or not."""
        if one is None or other is None:
            return False
        return bool(self._who(plan, one) & self._who(plan, other))

    def _who(self, plan: Plan, written: str) -> set[str]:
        provider = self._portfolio.provider
        service = self._service(plan)
        roles = {
            **(provider.roles if provider is not None else {}),
            **(service.roles if service is not None else {}),
            **plan.roles,
        }
        plain = self._plain(written)
        if plain in {code.casefold() for code in roles}:
            return {plain}
        names = {
            code.casefold()
            for code, role in roles.items()
            if plain in (self._plain(role.title), self._plain(role.name or ""))
        }
        return names or {plain}

    def _service(self, plan: Plan) -> Service | None:
        if isinstance(plan.service, Service):
            return plan.service
        wanted = str(plan.service).casefold()
        return next(
            (one for one in self._portfolio.services if wanted in (one.id.casefold(), one.name.casefold())), None
        )

    @staticmethod
    def _plain(words: str) -> str:
        folded = " ".join(words.casefold().split())
        for article in ("the ", "our "):
            if folded.startswith(article):
                return folded.removeprefix(article)
        return folded
