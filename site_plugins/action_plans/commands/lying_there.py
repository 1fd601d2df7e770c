"""What lies in the families' folder now: where a withdrawal finds one, it tells nothing that does not stand there.

What was taken back need be in no version of git, and a file that cannot be read says nothing of it either: then the
folder alone knows. What a version says in other words than the folder is not told: nobody can say which were meant.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from action_plans.commands.earlier_sites import is_ours
from action_plans.family.guards.pieces import Kind, pieces
from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.family.telling.entries import SERVICE_NAME, entries, service_name, texts_of_service
from action_plans.family.telling.left_out import plan_without_prose, service_without
from action_plans.family.words.folding import fold
from action_plans.model.family import ENGLISH
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import slug
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


class LyingThere:
    """The letters and digits that the pages of each service say, by the service's folder."""

    def __init__(self, said: Mapping[str, str]) -> None:
        """Take them."""
        self._said = said

    @classmethod
    def of(cls, folder: Path) -> "LyingThere | None":
        """Return what lies in a folder; None where it holds no families' pages of ours, as in a fresh copy."""
        if not is_ours(folder):
            return None
        said: dict[str, list[str]] = {}
        for page in sorted(folder.glob("*/**/*.html")):
            said.setdefault(page.relative_to(folder).parts[0], []).append(_letters_on(page))
        return cls({name: "\n".join(several) for name, several in said.items()})

    def less(self, traced: Trace) -> Trace:
        """Return a trace without the words for families that do not lie there: topics, what plans say, facts."""
        told: dict[str, list[Entry]] = {}
        for entry in entries(traced):
            told.setdefault(entry.plan.id, []).append(entry)
        portfolio = traced.portfolio
        kept = Portfolio(
            plans=tuple(
                self._plan(plan, traced.service_of[plan.id], told.get(plan.id, ())) for plan in portfolio.plans
            ),
            services=tuple(self._service(service) for service in portfolio.services),
            provider=portfolio.provider,
            notes=portfolio.notes,
        )
        return trace(kept, traced.today)

    def lacks(self, traced: Trace) -> frozenset[str]:
        """Return the plans and topics of a trace that do not lie there, by their references."""
        found: list[str] = []
        for was, plan in zip(traced.portfolio.plans, self.less(traced).portfolio.plans, strict=True):
            is_silent = was.family is not None and plan.family is None
            found += [plan.id] if is_silent else []
            found += [f"{plan.id}/{each.id}" for each in plan.findings if is_silent or each.family is None]
        return frozenset(found)

    def _plan(self, plan: Plan, service: Service, told: Iterable[Entry]) -> Plan:
        said = self._of(service)
        topics = {entry.ref: all(_is_in(said, text) for text in _always(entry)) for entry in told if entry.is_topic}
        findings = tuple(
            finding if topics.get(f"{plan.id}/{finding.id}", True) else finding.model_copy(update={"family": None})
            for finding in plan.findings
        )
        changed: dict[str, object] = {"findings": findings}
        own = [text for entry in told if entry.ref == plan.id for text in _always(entry)]
        if not said or not (any(topics.values()) or any(_is_in(said, text) for text in own) or not (topics or own)):
            changed["family"] = None
        elif plan.family is not None and not all(_is_in(said, text) for text in own):
            changed["family"] = plan_without_prose(plan.family)
        if isinstance(plan.service, Service):
            changed["service"] = self._service(plan.service)
        return plan.model_copy(update=changed)

    def _service(self, service: Service) -> Service:
        """Return a service without the facts that do not lie there, and without its prose where that does not."""
        said = self._of(service)
        if service.family is None:
            return service
        missing = [text for text in texts_of_service(service.family) if not _is_in(said, text)]
        facts = frozenset(text.field for text in missing if text.shape.is_fact)
        prose = (text.field for text in missing if not text.shape.is_fact and text.field != SERVICE_NAME)
        return service_without(service, facts, is_prose_held=any(not each.startswith("meetings ") for each in prose))

    def _of(self, service: Service) -> str:
        """Return what the pages of a service say; a second service of one name has a number behind it."""
        name = re.escape(slug(service_name(service)[ENGLISH]) or "service")
        return "\n".join(said for folder, said in self._said.items() if re.fullmatch(rf"{name}(-\d+)?", folder))


def _always(entry: Entry) -> Iterable[AuthorText]:
    """Return the texts of an entry that its pages have on every day."""
    return [text for text in entry.texts if not text.field.endswith(": reason") and text.field not in _ON_SOME_DAYS]


_ON_SOME_DAYS = ("left_out", "about_you")


def _is_in(said: str, text: AuthorText) -> bool:
    return text.language not in ("", ENGLISH) or _letters(fold(text.text)) in said


def _letters_on(page: Path) -> str:
    found = list(pieces(page.name, page.read_bytes()))
    shown = (
        "".join(_letters(piece.text) for piece in found if piece.kind is kind) for kind in (Kind.VISIBLE, Kind.ADDRESS)
    )
    return "\n".join(shown)


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text)).casefold()
