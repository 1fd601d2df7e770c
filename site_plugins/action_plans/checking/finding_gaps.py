"""How findings stand: with no action, with nothing that keeps people safe meanwhile."""

import re
from collections.abc import Iterator

from action_plans.checking.unread import Unread
from action_plans.english.odd_characters import plain
from action_plans.english.saying_nothing import says_nothing
from action_plans.english.wording import listed
from action_plans.model.finding import FindingKind
from action_plans.model.problem import Code, Problem
from action_plans.tracing.states import Verdict
from action_plans.tracing.trace import Trace


def unaddressed(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP301: findings that no live action serves."""
    if unread.has_plans:
        return
    meant = _meant_to_be_served(trace)
    for ref, finding in trace.findings.items():
        if finding.verdict is not Verdict.UNADDRESSED or unread.lacks(finding.plan, "actions") or ref in meant:
            continue
        record = finding.record
        if finding.stopped:
            names = listed(trace.node(other).short for other in finding.stopped)
            were = "was" if len(finding.stopped) == 1 else "were"
            message = f"{record.id} has no action left: {names} {were} stopped and nothing stands instead."
        else:
            message = f"{record.id} has no action."
        hint = f"Write an action with `for: {record.id}`, or say in `accepted` why there is none yet."
        yield Problem(Code.UNADDRESSED, message, record.at("id"), hint, ref)


def _meant_to_be_served(trace: Trace) -> set[str]:
    """Return the findings that a broken `for` names beside other words: that it is broken is an error of its own."""
    found: set[str] = set()
    for cited in trace.broken:
        if cited.verb == "for":
            for part in _WORD.findall(plain(cited.written)):
                node = trace.references.find(part, cited.plan)
                found.update([node.ref] if node is not None else ())
    return found


_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def not_kept_safe(trace: Trace) -> Iterator[Problem]:
    """AP310: breaches that do not say what keeps people safe until they are put right."""
    for ref, finding in trace.findings.items():
        record = finding.record
        if record.kind is FindingKind.BREACH and says_nothing(record.keeping_safe):
            message = f"{record.id} is a breach and does not say what keeps people safe meanwhile."
            hint = "Say in `keeping_safe` what is done now, until it is put right."
            yield Problem(
                Code.NOT_KEPT_SAFE,
                message,
                record.at("kind" if record.keeping_safe is None else "keeping_safe"),
                hint,
                ref,
            )
