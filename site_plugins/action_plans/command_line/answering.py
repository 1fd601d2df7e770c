"""How every command answers: what it raises becomes words and an exit status, in this one place.

It ends with 0 all well, 1 problems, 2 wrong use, 3 our own fault.
"""

from typing import Any

import click

from action_plans.model.errors import ActionPlansError
from action_plans.project.console import file_trouble, printable_lines, traceback_of
from action_plans.project.our_fault import our_fault

PROBLEMS = 1
WRONG_USE = 2
OUR_FAULT = 3

_TRACEBACK = "action_plans.traceback"
"""Under which the context of a call keeps whether all that Python knows of a fault of ours is shown."""


class AnsweringCommand(click.Command):
    """A command that takes `--traceback`, wherever it is written."""

    def __init__(self, *arguments: Any, **said: Any) -> None:  # noqa: ANN401 -- click's own
        super().__init__(*arguments, **said)
        self.params.append(_traceback_option())


class AnsweringGroup(AnsweringCommand, click.Group):
    """Turns what a command raises into words and an exit status. Nothing else in the package does either."""

    command_class = AnsweringCommand

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own
        """Run a command; the one last catch is here."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except ActionPlansError as error:
            click.echo(printable_lines(f"Error: {error}"), err=True)
            ctx.exit(WRONG_USE if error.is_wrong_use else PROBLEMS)
        except OSError as error:
            click.echo(f"Error: {file_trouble(error)}", err=True)
            ctx.exit(PROBLEMS)
        except Exception as error:  # noqa: BLE001 -- the one last catch: what nobody foresaw is a fault of ours
            shows_more = ctx.meta.get(_TRACEBACK, False)
            if shows_more:
                click.echo(traceback_of(error), err=True, nl=False)
            click.echo(our_fault(error), err=True)
            if not shows_more:
                click.echo("With --traceback it shows more, which may hold words of your plans.", err=True)
            ctx.exit(OUR_FAULT)


def _traceback_option() -> click.Option:
    def keep(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        ctx.meta[_TRACEBACK] = value or ctx.meta.get(_TRACEBACK, False)

    return click.Option(
        ["--traceback"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=keep,
        help="Should the program itself fail, show where; it may hold words of your plans.",
    )
