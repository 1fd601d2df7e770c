"""Keeping files as they last could be read, while somebody is in the middle of writing them."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import TypeVar

from action_plans.model.portfolio import Portfolio
from action_plans.model.record import Record

R = TypeVar("R", bound=Record)


def put_back(now: Portfolio, broken: AbstractSet[str], good: Portfolio) -> Portfolio:
    """Return a portfolio in which the files at the paths in `broken` are as in `good`, where they are in that."""

    def mended(new: tuple[R, ...], old: tuple[R, ...]) -> tuple[R, ...]:
        kept = {record.origins.path: record for record in old if record.origins.path in broken}
        others = {record.origins.path: record for record in new if record.origins.path not in kept}
        return tuple(record for _, record in sorted((others | kept).items()))

    is_broken = now.provider is None or now.provider.origins.path in broken
    was = good.provider if good.provider is not None and good.provider.origins.path in broken else None
    return Portfolio(
        plans=mended(now.plans, good.plans),
        services=mended(now.services, good.services),
        provider=was if is_broken and was is not None else now.provider,
        notes=mended(now.notes, good.notes),
    )


def without(portfolio: Portfolio, paths: AbstractSet[str]) -> Portfolio:
    """Return a portfolio without the files at `paths`."""

    def keep(records: tuple[R, ...]) -> tuple[R, ...]:
        return tuple(record for record in records if record.origins.path not in paths)

    provider = portfolio.provider
    return replace(
        portfolio,
        plans=keep(portfolio.plans),
        services=keep(portfolio.services),
        provider=None if provider is not None and provider.origins.path in paths else provider,
        notes=keep(portfolio.notes),
    )


def paths_of(portfolio: Portfolio) -> frozenset[str]:
    """Return the paths of all files of a portfolio."""
    records = (*portfolio.plans, *portfolio.services, *portfolio.notes)
    provider = () if portfolio.provider is None else (portfolio.provider,)
    return frozenset(record.origins.path for record in (*records, *provider))
