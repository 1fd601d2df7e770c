"""An approval is written into a plan, and nothing else of the file changes."""

from pathlib import Path

import pytest

from action_plans.exchange.approval_writing import ApprovalNotWrittenError, Sums, with_approvals, write_approvals

SUM = Sums("ab" * 32)
BOTH = Sums("ab" * 32, "cd" * 32)
WRITTEN = f"approved: {{by: RM, date: 2026-05-12, fingerprint: {SUM.fingerprint}}}"
PLAN = """\
# A plan with comments.
id: OAK   # kept
findings:
  - id: F1
    title:   Medicines
    family:
      publish: true   # asked for
      title: Giving medicines safely
      approved: {by: DM, date: 2026-01-01}   # old
  - id: F2
    family: {publish: true, title: Food}
  - id: F3
    family:
      publish: true
      approved:
        by: DM
        # why
        date: 2026-01-01

      title: Doors
family:
  publish: true
"""


@pytest.mark.parametrize(
    ("ref", "old", "new"),
    [
        ("OAK/F1", "approved: {by: DM, date: 2026-01-01}   # old", f"{WRITTEN}   # old"),
        ("OAK/F2", "{publish: true, title: Food}", f"{{{WRITTEN}, publish: true, title: Food}}"),
        ("OAK/F3", "approved:\n        by: DM\n        # why\n        date: 2026-01-01\n", f"{WRITTEN}\n"),
        ("OAK", "family:\n  publish: true\n", f"family:\n  {WRITTEN}\n  publish: true\n"),
    ],
)
def test_only_the_approval_changes(ref: str, old: str, new: str) -> None:
    """Whatever the layout, one approval is set or replaced, and every other byte stays."""
    at = PLAN.rindex(old)
    wanted = PLAN[:at] + new + PLAN[at + len(old) :]
    assert with_approvals(PLAN.encode(), {ref: SUM}, "RM", "2026-05-12").decode() == wanted


def test_all_of_a_plan_at_once(tmp_path: Path) -> None:
    """Several entries of one file are approved in one go, and again without another change."""
    file = tmp_path / "oak.yaml"
    file.write_bytes(PLAN.encode())
    everything = dict.fromkeys(("OAK", "OAK/F1", "OAK/F2", "OAK/F3"), SUM)
    write_approvals(file, everything, "RM", "2026-05-12")
    once = file.read_bytes()
    assert once.decode().count(WRITTEN) == 4
    write_approvals(file, everything, "RM", "2026-05-12")
    assert file.read_bytes() == once


def test_a_plan_without_words_for_families_is_left_alone(tmp_path: Path) -> None:
    """What does not exist cannot be approved, and the file stays as it was."""
    file = tmp_path / "oak.yaml"
    file.write_bytes(PLAN.encode())
    with pytest.raises(ApprovalNotWrittenError, match="OAK/F9"):
        write_approvals(file, {"OAK": SUM, "OAK/F9": SUM}, "RM", "2026-05-12")
    assert file.read_bytes() == PLAN.encode()


def test_what_it_was_read_beside_is_written_too() -> None:
    """The sum of what staff wrote beside the words follows that of the words, where there is one."""
    written = with_approvals(PLAN.encode(), {"OAK/F2": BOTH}, "RM", "2026-05-12").decode()
    assert f"fingerprint: {BOTH.fingerprint}, seen: {BOTH.seen}}}" in written


@pytest.mark.parametrize(
    "written",
    [
        "name: Oakfield House\nfamily:\n  about: We write this.\n",
        "id: OAK\nservice:\n  name: Oakfield House\n  family:\n    about: We write this.\n",
    ],
)
def test_a_service_is_approved_where_it_is_written(written: str) -> None:
    """In a file of its own, or in place in a plan."""
    told = with_approvals(written.encode(), {"services/oakfield": SUM}, "RM", "2026-05-12").decode()
    assert told == written.replace(
        "about:",
        f"{WRITTEN}\n{' ' * (written.index('about') - written.rindex(chr(10), 0, written.index('about')) - 1)}about:",
    )
