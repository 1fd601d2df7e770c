"""What several commands are asked in the same words, and what is said while they work."""

import os
import sys
from contextlib import AbstractContextManager
from pathlib import Path

import click

from action_plans.commands.waiting import waiting
from action_plans.model.when import When, read_when
from action_plans.project.options import sensible_day


def _day(_ctx: click.Context, _param: click.Parameter, written: str | None) -> When | None:
    if written is None:
        return None
    try:
        read = read_when(written)
    except ValueError:
        from action_plans.reading.records.wrong_dates import date_hint  # noqa: PLC0415 -- only where it is wrong

        raise click.BadParameter(f"{written!r} is not a date. {date_hint(written)}") from None
    try:
        return sensible_day(read)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def busy(doing: str) -> AbstractContextManager[None]:
    """Say on a terminal, for as long as it takes, what is being done."""
    return waiting(doing, sys.stderr, os.environ)


config_file = click.option(
    "--config-file", "-f", type=click.Path(path_type=Path), help="The project's mkdocs.yml; by default the nearest."
)
as_of = click.option("--as-of", metavar="DATE", callback=_day, help="The day that counts as today, such as 2026-03-01.")
