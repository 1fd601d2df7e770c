"""Problems as MkDocs says them: on its plugin logger, so that a strict build counts our warnings."""

import logging
from time import process_time

from mkdocs.plugins import get_plugin_logger

from action_plans.commands.online_topics import OnlineTopics
from action_plans.commands.withdrawals import in_words, withdrawn
from action_plans.model.problem import Code, Problem, Severity
from action_plans.pipeline import Examined
from action_plans.project.settings import Settings
from action_plans.project.timings import TIMINGS

_LOG = get_plugin_logger("action_plans")


def say(examined: Examined) -> None:
    """Say every error and warning, and how many gaps there are."""
    for problem in examined.problems_of(Severity.ERROR):
        _LOG.error("%s", problem)
    for problem in examined.problems_of(Severity.WARNING):
        _LOG.warning("%s", problem)
    held = [problem for problem in examined.problems_of(Severity.GAP) if problem.code.is_for_families]
    for problem in held:
        says = "for families" if problem.code in _HOLDS_NOTHING else "held back from families"
        _LOG.info("%s: %s", says, problem)
    gaps = len(examined.problems_of(Severity.GAP)) - len(held)
    if gaps:
        _LOG.info("%d %s in the work: see /problems/", gaps, "gap" if gaps == 1 else "gaps")


_HOLDS_NOTHING = (Code.MAY_BE_UNTRUE, Code.APPROVAL_DATE, Code.NO_RATING, Code.UPDATE_PASSED, Code.NO_REASON)


def still_online(settings: Settings, examined: Examined) -> str:
    """Return what families can still read though it is withdrawn now, with the command; empty where nothing is."""
    return in_words(withdrawn(settings, OnlineTopics(settings), examined))


def say_first(settings: Settings, examined: Examined, *, is_strict: bool) -> str:
    """Say, before everything else, what stays online though it is withdrawn, where a build is going to stop."""
    stops = examined.problems_of(Severity.ERROR) or (is_strict and examined.problems_of(Severity.WARNING))
    said = still_online(settings, examined) if stops else ""
    if said:
        _LOG.warning("%s", said)
    return said


def say_timings(started: float) -> None:
    """Say how much of the processor's time each phase took; `started` is what was taken before, in seconds."""
    for line in TIMINGS.lines(process_time(), started, "frame, search and writing"):
        _LOG.info("timings: %s", line)


class Warnings(logging.Handler):
    """Counts what a strict build may not have: warnings and worse of MkDocs and every plugin, ours included."""

    def __init__(self) -> None:
        """Count from zero."""
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count += 1


def counted(problems: tuple[Problem, ...]) -> str:
    """Return `1 error` or `3 errors`, of whatever severity the problems have."""
    severity = problems[0].severity if problems else Severity.ERROR
    return f"{len(problems)} {severity}{'' if len(problems) == 1 else 's'}"
