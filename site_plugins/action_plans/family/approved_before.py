"""The version of each entry for families whose words were approved, found among the earlier versions of its plan."""

from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet

from action_plans.family.guards.approval import fingerprint, is_approved
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.entries import entries
from action_plans.tracing.trace import Trace

Earlier = Callable[[AbstractSet[str], AbstractSet[str]], Iterable[Trace]]
"""Returns the earlier versions of some plans and services, by their ids, as traces: the newest first."""


def approved_before(found: Sequence[Entry], earlier: Earlier | None) -> dict[str, Entry]:
    """Return for each entry the version whose words were approved: the one now, or one of the earlier ones."""
    before = {entry.ref: entry for entry in found if is_approved(entry)}
    wanted: dict[str, str] = {}
    plans, services = set[str](), set[str]()
    for entry in found:
        if entry.ref not in before and entry.approved is not None and entry.approved.fingerprint is not None:
            wanted[entry.ref] = entry.approved.fingerprint
            if entry.kind is EntryKind.SERVICE:
                services.add(entry.service.id)
            else:
                plans.add(entry.plan.id)
    for trace in earlier(plans, services) if earlier is not None and wanted else ():
        for entry in entries(trace):
            if entry.ref in wanted and fingerprint(entry) == wanted[entry.ref]:
                before[entry.ref] = entry
                del wanted[entry.ref]
        if not wanted:
            break
    return before
