"""Addresses that nobody can open, and counts that cannot be."""

import re
from collections.abc import Iterator

from action_plans.english.figures import is_rate
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.service import Service
from action_plans.tracing.sources import source_ref
from action_plans.tracing.trace import Trace


def not_on_the_web(trace: Trace) -> Iterator[Problem]:
    """AP214: addresses of reports and of services that do not begin with https:// or http://: they are no links."""
    for plan in trace.portfolio.plans:
        for source in plan.sources:
            yield from _not_on_the_web(source, "url", source.url, source_ref(plan, source))
        if isinstance(plan.service, Service):
            yield from _not_on_the_web(plan.service, "website", plan.service.website, plan.ref)
    for service in trace.portfolio.services:
        yield from _not_on_the_web(service, "website", service.website, None)


def impossible_counts(trace: Trace) -> Iterator[Problem]:
    """AP215: readings that counted more than there were; none of none is a month in which there was nothing.

    Events set beside people or days may be more than these; where no unit tells so, it is a warning.
    """
    for plan in trace.portfolio.plans:
        for measure in plan.measures:
            if is_rate(measure.unit or ""):
                continue
            for reading in measure.readings:
                if reading.of is None or reading.n is None or reading.n <= reading.of:
                    continue
                message = f"A reading of {measure.id} says {reading.n} of {reading.of}, which cannot be."
                hint = (
                    "Write in `n` how many were counted, and in `of` out of how many. Where events are counted on"
                    " people, let the unit say so: `unit: falls per resident`."
                )
                yield Problem(Code.COUNT, message, reading.at("of"), hint, Ref.to(plan.id, measure.id))


_BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def _not_on_the_web(record: Record, field: str, address: str | None, item: str | None) -> Iterator[Problem]:
    if address is None or address.casefold().startswith(("https://", "http://")):
        return
    bare = address.removeprefix("//")
    hint = "Write the whole address, from https:// on, or leave it out."
    if _BARE.fullmatch(bare):
        hint = f"Write {field}: https://{bare}"
    message = f"`{field}` does not begin with https://, so it is shown as text and leads nowhere."
    yield Problem(Code.NO_WEB_ADDRESS, message, record.at(field), hint, item)
