"""Writes an approval into a plan: only its own lines change, so that comments and layout stay as they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.plan_changes import SetField
from action_plans.exchange.plan_layout import Steps
from action_plans.exchange.plan_writing import NotWrittenError, plan_data, with_changes
from action_plans.model.errors import ActionPlansError


@dataclass(eq=False)
class ApprovalNotWrittenError(ActionPlansError):
    """An approval cannot be written into a plan: `ref` is what was to be approved, `why` a sentence."""

    ref: str
    why: str

    def __str__(self) -> str:
        return f"The approval of {self.ref} was not written: {self.why}"


def write_approvals(file: Path, fingerprints: Mapping[str, str], by: str, day: str) -> None:
    """Write the approval of some entries of one plan.

    Args:
        file: the plan.
        fingerprints: the sum of the words of each entry, by its reference: `OAK`, or `OAK/F1` for a topic.
        by: the code of the role that approves.
        day: the day of the approval, as `2026-05-12`.

    Raises:
        ApprovalNotWrittenError: the plan has no such `family`, or its layout cannot be edited; nothing is written.
        ChangedMeanwhileError: somebody else wrote the plan at the same time.
    """
    before = file.read_bytes()
    after = with_approvals(before, fingerprints, by, day)
    if after != before:
        replace_file(file, before, after)


def with_approvals(before: bytes, fingerprints: Mapping[str, str], by: str, day: str) -> bytes:
    """Return the bytes of a plan with the approval of some entries; see `write_approvals`."""
    whole = next(iter(fingerprints), "")
    try:
        homes = dict(_homes(before))
        changes = []
        for ref, fingerprint in fingerprints.items():
            home = homes.get(ref.partition("/")[2])
            if home is None:
                raise ApprovalNotWrittenError(ref, "the plan has no words for families there. Write them first.")
            fields = {"by": by, "date": day, "fingerprint": fingerprint}
            changes.append(SetField((*home, "family"), "approved", fields, is_first=True))
        return with_changes(before, changes, "the plan")
    except NotWrittenError as error:
        raise ApprovalNotWrittenError(whole, f"{error.why} Paste the block by hand.") from None


def _homes(before: bytes) -> Iterator[tuple[str, Steps]]:
    """Yield where the words for families stand: those of the plan under the empty name, of a finding under its id."""
    data = plan_data(before, "the plan")
    if data.get("family"):
        yield "", ()
    findings = data.get("findings", [])
    for number, finding in enumerate(findings if isinstance(findings, list) else [findings]):
        if finding.get("family"):
            yield finding.get("id", ""), ("findings", number)
