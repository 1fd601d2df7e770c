"""`action-plans new`: each of its commands only parses."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from action_plans.command_line import asked
from action_plans.command_line.answering import AnsweringGroup
from action_plans.model.when import When

_set = click.option(
    "--set", "said", metavar="FIELD=VALUE", multiple=True, help="What a field says; as often as wanted."
)


@click.group(cls=AnsweringGroup)
def new() -> None:
    """Write a new plan, finding, action, evidence note, reading or update where it belongs, and print where."""


def _asks() -> Callable[[str, str], str] | None:
    """Return what asks whoever sits at the terminal; nothing where nobody does."""
    if not sys.stdin.isatty():
        return None
    return lambda name, meaning: str(click.prompt(f"{name} ({meaning.rstrip('.')})", err=True))


@new.command("plan")
@click.argument("plan", metavar="ID")
@click.option("--from", "old", metavar="OLD", help="The plan whose service, roles and open actions it takes over.")
@_set
@asked.as_of
@asked.config_file
def new_plan(plan: str, old: str | None, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Begin a plan, in a file of its own."""
    from action_plans.commands.beginning import new_plan as begin  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(begin(project_settings(config_file, as_of), plan, old, said, _asks()).in_words)


@new.command("finding")
@click.argument("plan", required=False)
@_set
@asked.as_of
@asked.config_file
def new_finding(plan: str | None, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add a finding to PLAN."""
    from action_plans.commands.adding import new_finding as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), plan, said, _asks()).in_words)


@new.command("action")
@click.argument("plan", required=False)
@_set
@asked.as_of
@asked.config_file
def new_action(plan: str | None, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add an action to PLAN."""
    from action_plans.commands.adding import new_action as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), plan, said, _asks()).in_words)


@new.command("evidence")
@click.argument("ref")
@_set
@asked.as_of
@asked.config_file
def new_evidence(ref: str, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Begin an evidence note that supports REF, such as OAK/A1."""
    from action_plans.commands.beginning import new_evidence as begin  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(begin(project_settings(config_file, as_of), ref, said, _asks()).in_words)


@new.command("reading")
@click.argument("ref")
@click.argument("value")
@_set
@asked.as_of
@asked.config_file
def new_reading(ref: str, value: str, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add a reading of today, VALUE, to the measure REF, such as OAK/M1."""
    from action_plans.commands.adding import new_reading as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), ref, value, said, _asks()).in_words)


@new.command("update")
@click.argument("ref")
@click.argument("text")
@_set
@asked.as_of
@asked.config_file
def new_update(ref: str, text: str, said: tuple[str, ...], as_of: When | None, config_file: Path | None) -> None:
    """Add news of today, TEXT, to the action REF, such as OAK/A1."""
    from action_plans.commands.adding import new_update as add  # noqa: PLC0415 -- a command loads what it needs
    from action_plans.commands.project_settings import project_settings  # noqa: PLC0415 -- likewise

    click.echo(add(project_settings(config_file, as_of), ref, text, said, _asks()).in_words)
