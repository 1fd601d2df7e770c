"""What a finding cites of law and frameworks, as it was understood."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from action_plans.frameworks.framework import Framework, Statement
from action_plans.frameworks.not_understood import NotUnderstood
from action_plans.frameworks.regulation_reading import RegulationReading, read_regulation
from action_plans.frameworks.shipped import UnknownFrameworkError, load_framework
from action_plans.frameworks.statements import joined_spans, read_statement
from action_plans.model.finding import Finding
from action_plans.model.plan import Plan
from action_plans.model.source import KeyQuestion


@dataclass(frozen=True, slots=True)
class Cited:
    """What a finding cites: read, or not understood.

    `key_questions` are those written, then those that the statements stand under, in CQC's order.
    """

    regulations: tuple[RegulationReading, ...]
    statements: tuple[Statement, ...]
    key_questions: tuple[KeyQuestion, ...]
    as_written: tuple[str, ...]
    """Regulations of a body that does not cite English law: shown, never read."""
    unread_regulations: tuple[tuple[int, NotUnderstood], ...]
    """Each with its number in the list, from 0."""
    unread_statements: tuple[tuple[int, NotUnderstood], ...]
    """Likewise."""


def frameworks_of(
    plan: Plan, own: Mapping[str, Framework]
) -> tuple[tuple[Framework, ...], tuple[tuple[int, str], ...]]:
    """Return the frameworks a plan cites, and for each unknown one its number in the list and what to write instead."""
    found: list[Framework] = []
    unknown: list[tuple[int, str]] = []
    for index, name in enumerate(plan.framework):
        try:
            found.append(own.get(name) or load_framework(name))
        except UnknownFrameworkError as error:
            unknown.append((index, error.hint))
    return tuple(found), tuple(unknown)


class Citing(Protocol):
    """Reads what a finding cites; `english` is whether its regulations are English law."""

    def __call__(self, finding: Finding, *, english: bool) -> Cited:
        """Return what the finding cites."""


def citing(plan: Plan, own: Mapping[str, Framework]) -> Citing:
    """Return a function that reads what a finding of `plan` cites; `own` are the project's own frameworks."""
    frameworks, _ = frameworks_of(plan, own)

    def read(finding: Finding, *, english: bool) -> Cited:
        regulations: list[RegulationReading] = []
        unread: list[tuple[int, NotUnderstood]] = []
        for index, written in enumerate(finding.regulations if english else ()):
            reading = read_regulation(written)
            if isinstance(reading, NotUnderstood):
                unread.append((index, reading))
            else:
                regulations.append(reading)
        statements, unknown = _statements(finding.statements, frameworks)
        asked = {*finding.key_questions, *(_KEY_QUESTIONS.get(one.key_question) for one in statements)}
        questions = tuple(question for question in KeyQuestion if question in asked)
        as_written = () if english else finding.regulations
        return Cited(tuple(regulations), statements, questions, as_written, tuple(unread), unknown)

    return read


_KEY_QUESTIONS = {question.value: question for question in KeyQuestion}


def _statements(
    written: tuple[str, ...], frameworks: tuple[Framework, ...]
) -> tuple[tuple[Statement, ...], tuple[tuple[int, NotUnderstood], ...]]:
    found: dict[str, Statement] = {}
    unread: list[tuple[int, NotUnderstood]] = []
    for start, end in joined_spans(written, *frameworks):
        reading = read_statement(", ".join(text.strip() for text in written[start:end]), frameworks)
        if isinstance(reading, NotUnderstood):
            unread.append((start, reading))
        else:
            found[reading.ref] = reading
    return tuple(found.values()), tuple(unread)
