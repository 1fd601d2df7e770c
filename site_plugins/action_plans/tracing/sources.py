"""Sources as findings name them: resolved once, in any case, and shown from both sides."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from action_plans.model.finding import Finding
from action_plans.model.plan import Plan
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.tracing.days import has_come, newest


@dataclass(frozen=True, slots=True)
class TracedSource:
    """A source with the findings that name it, by reference, in the order written."""

    ref: str
    plan: Plan
    record: Source
    findings: tuple[str, ...]

    def is_waiting(self, today: date) -> bool:
        """Whether an answer is asked for and not written down."""
        return self.record.response_due is not None and not is_answered(self.record, today)


SOURCES = "/sources/"
"""What stands between a plan and a source in the reference of a source."""


def source_ref(plan: Plan, source: Source) -> str:
    """Return the reference of a source: `OAK/sources/R1`. Sources have their own space: a risk may be R1 too."""
    return f"{plan.id}{SOURCES}{source.id}"


def sources_of(plan: Plan) -> Mapping[str, Source]:
    """Return the sources of a plan by their folded ids; of two with one id, an error of its own, the first."""
    found: dict[str, Source] = {}
    for source in plan.sources:
        found.setdefault(source.id.casefold(), source)
    return found


def traced_sources(plans: Iterable[Plan], naming: Iterable[tuple[str, str]]) -> Mapping[str, TracedSource]:
    """Return every source of plans with the findings that name it, by its reference, in the order written.

    `naming` has pairs of what is named and what names it: a source and a finding, by their references.
    """
    named: dict[str, list[str]] = defaultdict(list)
    for ref, finding in naming:
        named[ref].append(finding)
    found: dict[str, TracedSource] = {}
    for plan in plans:
        for source in plan.sources:
            ref = source_ref(plan, source)
            found.setdefault(ref, TracedSource(ref, plan, source, tuple(named[ref])))
    return found


def named_by(finding: Finding, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the sources that a finding names, the one it was found by first, each once."""
    found = dict.fromkeys(name.casefold() for name in finding.source)
    return tuple(sources[name] for name in found if name in sources)


def reads_english_law(named: Iterable[Source]) -> bool:
    """Whether the regulations of a finding are English law: no source says otherwise, or one is an English regulator's.

    What another body writes, a fire service, a council, a regulator of another country, means other law.
    """
    named = tuple(named)
    return not named or any(source.cites_english_law for source in named)


def came(source: Source, today: date) -> When | None:
    """Return when a source came out, else when it came in, else the last day on which the service was looked at.

    What has come in counts from its day, although it is to come out on a day ahead.
    """
    if source.received is not None and not is_published(source, today):
        return source.received
    return source.published or source.received or last_looked(source)


def last_looked(source: Source) -> When | None:
    """Return the last day on which the service was looked at."""
    assessed = source.assessed
    if assessed is None:
        return None
    return assessed.to or newest((assessed.from_, *assessed.days))


def is_answered(source: Source, today: date) -> bool:
    """Whether a source was answered."""
    return has_come(source.answered, today)


def is_published(source: Source, today: date) -> bool:
    """Whether a report is out."""
    return has_come(source.published, today)
