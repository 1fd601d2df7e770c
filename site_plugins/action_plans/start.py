"""Where the command `action-plans` starts: before anything else is loaded, unused rings are looked for seldom.

What a command loads lives to its end; looked through again and again while it is loaded, it takes a fiftieth longer.
"""

from action_plans.project.few_collections import collect_seldom


def main() -> None:
    """Load the command, and run it."""
    collect_seldom()
    from action_plans.cli import main as command  # noqa: PLC0415 -- what makes this module worth having

    command()
