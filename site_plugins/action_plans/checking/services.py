"""Services that a plan names and no file describes."""

import re
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath

from action_plans.checking.unread import Unread
from action_plans.english.near import ALMOST_THE_SAME, did_you_mean, nearest
from action_plans.english.wording import either, listed
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import slug
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace


def unknown_services(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP117: a short name without a file where services have files, or a name nearly that of one that has.

    A name in words that is near to none is a service that needs no file.
    """
    known = {service.id.casefold(): service.id for service in trace.portfolio.services}
    files = {PurePosixPath(service.origins.path).stem.casefold() for service in trace.portfolio.services}
    for plan in trace.portfolio.plans:
        written = plan.service
        if (
            isinstance(written, Service)
            or not names_unknown_service(plan, trace, known)
            or unread.may_be_service(written)
        ):
            continue
        if written.casefold() in files:
            continue  # that its file gives another id is an error of its own
        near = nearest(slug(written), known, likeness=ALMOST_THE_SAME)
        meant = did_you_mean(known[near]) if near else f"Write {_or(sorted(known.values()))}"
        hint = meant if near else f"{meant}, or add plans/services/{slug(written)}.yaml."
        message = f"There is no service {written}."
        yield Problem(Code.UNKNOWN_SERVICE, message, plan.at("service"), hint, plan.id)


def names_unknown_service(plan: Plan, trace: Trace, known: Collection[str]) -> bool:
    """Whether a plan names a service that is meant to have a file, and has none: nobody knows where its roles stand.

    `known` are the ids of services with a file, in lower case.
    """
    written, kept = plan.service, trace.service_of[plan.id]
    if isinstance(written, Service) or not known or kept.id.casefold() in known:
        return False
    return bool(nearest(slug(written), known, likeness=ALMOST_THE_SAME) or _SHORT_NAME.fullmatch(written))


def described_twice(trace: Trace) -> Iterator[Problem]:
    """AP216: what a plan says of a service that another file has described already, and otherwise: the first counts."""
    for plan in trace.portfolio.plans:
        written, kept = plan.service, trace.service_of[plan.id]
        if not isinstance(written, Service) or written is kept:
            continue
        unlike = [name for name in sorted(written.model_fields_set - _NOT_SAID) if not _is_kept(name, written, kept)]
        if unlike:
            fields = listed(f"`{name}`" for name in unlike)
            message = f"{plan.id} describes {kept.name} again, and not alike: what counts of {fields} is {kept.origin}."
            file = f"plans/services/{kept.id.lower()}.yaml"
            hint = f"Describe it once, in {file}, and write `service: {kept.id}` in each plan."
            yield Problem(Code.TWO_ACCOUNTS, message, written.at(unlike[0]), hint, plan.id)


def _is_kept(name: str, written: Service, kept: Service) -> bool:
    """Whether what a second account says of a field is said in the first: of roles each, others as they are."""
    said, counted = getattr(written, name), getattr(kept, name)
    if isinstance(said, dict):
        return all(counted.get(key) == value for key, value in said.items())
    return bool(said == counted)


_NOT_SAID = frozenset(("id", "format", "origins"))
"""What is no word about the service; a name in other letters is one."""
_SHORT_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_SHOWN = 4


def _or(names: list[str]) -> str:
    return either(names) if len(names) <= _SHOWN else f"{', '.join(names[:_SHOWN])} …"
