"""Names of services and links of reports stand on pages, too, though they were not written for families."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from action_plans.family.guards.facts import wrong_link
from action_plans.family.guards.gates import Gates, private_in_name
from action_plans.family.telling.author_texts import EntryKind
from action_plans.family.telling.entries import SERVICE_NAME
from action_plans.family.telling.release import Judged
from action_plans.family.words.folding import is_turned
from action_plans.model.problem import Code, Problem
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace


def unnamed_services(judged: Sequence[Judged], gates: Gates) -> tuple[AbstractSet[str], tuple[Problem, ...]]:
    """Return the services whose only name may not be printed, with what is wrong: nothing of them is published."""
    unnamed: set[str] = set()
    problems: list[Problem] = []
    for each in judged:
        service = each.entry.service
        has_name = (
            service.family is not None and service.family.name is not None and SERVICE_NAME not in each.wrong_facts
        )
        if each.entry.kind is not EntryKind.SERVICE or has_name:
            continue
        found = tuple(_wrong_in_name(service, gates))
        if found:
            unnamed.add(service.id)
            what, words = found[0]
            message = f"The name of the service holds what looks like {what}, so nothing of it is published."
            hint = "Write the name that families know: `family: {name: ..}` in the service's file."
            if words:
                answer = f'{{code: AP403, item: {each.entry.plan.id}, words: "{words}", because: ..}}'
                hint += f" Where it says the same and nobody is meant, answer it in the plan: `accepted: [{answer}]`."
            problems.append(Problem(Code.PRIVATE, message, service.at("name"), hint, each.entry.item))
    return unnamed, tuple(problems)


def links_of_reports(
    trace: Trace, judged: Sequence[Judged], gates: Gates
) -> tuple[AbstractSet[str], tuple[Problem, ...]]:
    """Return the addresses of reports that may not be printed, with what is wrong with each."""
    told = {each.entry.service.id for each in judged}
    wrong: set[str] = set()
    problems: list[Problem] = []
    for plan in trace.portfolio.plans:
        for source in plan.sources if trace.service_of[plan.id].id in told else ():
            if source.url is None or not source.is_regulators:
                continue
            found = wrong_link(source.url) or gates.private_in_link(source.url)
            if found is not None:
                wrong.add(source.url)
                message = f"The link to the report {source.id} {found[0]}, and is left out for families."
                problems.append(Problem(Code.WRONG_FACT, message, source.at("url"), found[1], plan.id))
    return wrong, tuple(problems)


def _wrong_in_name(service: Service, gates: Gates) -> Iterator[tuple[str, str]]:
    """Yield what the name that CQC knows holds, with the words that an answer would let pass where one can."""
    guard = gates.for_theme(names=False)
    for private in private_in_name(service, service.name, guard.patterns):
        yield private.what, "" if private.is_certain else private.words
    if is_turned(service.name):
        yield "a hidden mark that turns its letters", ""
