"""Writes an approval into a plan or service: only its own lines change, comments and layout stay as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.plan_changes import SetField
from action_plans.exchange.plan_layout import Steps
from action_plans.exchange.plan_writing import NotWrittenError, plan_data, with_changes
from action_plans.model.errors import ActionPlansError


@dataclass(frozen=True, slots=True)
class Sums:
    """What an approval is bound to: the sum of the words, and that of what staff wrote beside them, if anything."""

    fingerprint: str
    seen: str = ""


SERVICES = "services"
"""What stands before a service's id in its reference."""


@dataclass(eq=False)
class ApprovalNotWrittenError(ActionPlansError):
    """An approval cannot be written into a file: `ref` is what was to be approved, `why` a sentence."""

    ref: str
    why: str

    def __str__(self) -> str:
        return f"The approval of {self.ref} was not written: {self.why}"


def write_approvals(file: Path, sums: Mapping[str, Sums], by: str, day: str) -> None:
    """Write the approval of some entries of one file.

    Args:
        file: the plan, or the service.
        sums: the sums of each entry, by its reference: `OAK`, `services/oakfield`, or `OAK/F1` for a topic.
        by: the code of the role that approves.
        day: the day of the approval, as `2026-05-12`.

    Raises:
        ApprovalNotWrittenError: the plan has no such `family`, or its layout cannot be edited; nothing is written.
        ChangedMeanwhileError: somebody else wrote the plan at the same time.
    """
    before = file.read_bytes()
    after = with_approvals(before, sums, by, day)
    if after != before:
        replace_file(file, before, after)


def with_approvals(before: bytes, sums: Mapping[str, Sums], by: str, day: str) -> bytes:
    """Return the bytes of a plan with the approval of some entries; see `write_approvals`."""
    whole = next(iter(sums), "")
    try:
        homes = dict(_homes(before))
        changes = []
        for ref, written in sums.items():
            folder, _, item = ref.partition("/")
            home = homes.get(SERVICES if folder == SERVICES else item)
            if home is None:
                raise ApprovalNotWrittenError(ref, "the file has no words for families there. Write them first.")
            fields = {"by": by, "date": day, "fingerprint": written.fingerprint}
            fields |= {"seen": written.seen} if written.seen else {}
            changes.append(SetField((*home, "family"), "approved", fields, is_first=True))
        return with_changes(before, changes, "the plan")
    except NotWrittenError as error:
        raise ApprovalNotWrittenError(whole, f"{error.why} Paste the block by hand.") from None


def _homes(before: bytes) -> Iterator[tuple[str, Steps]]:
    """Yield where the words for families stand in a file.

    Those of the plan under the empty name, of a finding under its id, of the service under `services`: in place in the
    plan, or the whole file.
    """
    data = plan_data(before, "the plan")
    service = data.get("service")
    if isinstance(service, dict) and service.get("family"):
        yield SERVICES, ("service",)
    elif data.get("family"):
        yield SERVICES, ()
    if data.get("family"):
        yield "", ()
    findings = data.get("findings", [])
    for number, finding in enumerate(findings if isinstance(findings, list) else [findings]):
        if finding.get("family"):
            yield finding.get("id", ""), ("findings", number)
