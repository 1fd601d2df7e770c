"""The one writer of plans: only what must change does, whatever the layout; what cannot be done safely is not done."""

from pathlib import Path

import pytest

from action_plans.exchange.file_replacing import ChangedMeanwhileError, replace_file
from action_plans.exchange.plan_changes import AddItem, Change, SetField
from action_plans.exchange.plan_writing import NotWrittenError, with_changes, write_changes

PLAN = """\
# A plan.
id: OAK
actions:
  # the first
  - id: A1   # kept
    title: >-
      Watch everyone who gives
      medicines on a round
    for:
      - F1
      - F2   # and why
    due: '2026-06-24'
    updates:
      date: 2026-01-01
      text: |
        One.

        Two.

  # the second
  - {id: A2, title: Count, due: 2026-04-24, for: [F1]}
  - title: Last
    id: A3
"""
FIRST, SECOND, THIRD = ("actions", 0), ("actions", 1), ("actions", 2)
TITLE = "Watch everyone who gives\n      medicines on a round"
SINGLE = "      date: 2026-01-01\n      text: |\n        One.\n\n        Two.\n"
LIST = (
    "      - date: 2026-01-01\n        text: |\n          One.\n\n          Two.\n"
    "      - date: 2026-05-12\n        text: News\n"
)
NEWS_LINE = "    updates:\n      - {date: 2026-05-12, text: News}\n"
NEWS = {"date": "2026-05-12", "text": "News"}


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (SetField(FIRST, "due", "2026-07-01"), "'2026-06-24'", "'2026-07-01'"),
        (
            SetField(FIRST, "title", "Watch all on a round"),
            "Watch everyone who gives\n      medicines on a round",
            "Watch all on a round",
        ),
        (SetField(FIRST, "for", ["F1", "F3"]), "      - F2   # and why\n", "      - F3\n"),
        (SetField(FIRST, "for", ["F2"]), "      - F1\n", ""),
        (SetField(FIRST, "due", None), "    due: '2026-06-24'\n", ""),
        (SetField(FIRST, "owner", "RM"), "medicines on a round\n", "medicines on a round\n    owner: RM\n"),
        (SetField(SECOND, "due", None), ", due: 2026-04-24", ""),
        (SetField(SECOND, "for", None), ", for: [F1]}", "}"),
        (SetField(SECOND, "owner", "RM, too"), "title: Count", 'title: Count, owner: "RM, too"'),
        (SetField(THIRD, "title", None), "- title: Last\n    id: A3", "- id: A3"),
        (SetField(THIRD, "note", "one\ntwo"), "    id: A3\n", "    id: A3\n    note: |\n      one\n      two\n"),
        (AddItem(SECOND, "updates", NEWS), "for: [F1]}", "for: [F1], updates: [{date: 2026-05-12, text: News}]}"),
        (
            AddItem(THIRD, "updates", NEWS),
            "    id: A3\n",
            "    id: A3\n    updates:\n      - {date: 2026-05-12, text: News}\n",
        ),
        (AddItem(FIRST, "updates", NEWS), SINGLE, LIST),
        (SetField((), "version", "2"), "id: OAK\n", "id: OAK\nversion: 2\n"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_only_what_must_change_does(change: Change, old: str, new: str, ends: str, mark: bytes) -> None:
    """One change, in each layout, with either line end, with the mark at the beginning or without."""
    before = mark + PLAN.replace("\n", ends).encode()
    assert PLAN.count(old) == 1
    assert with_changes(before, [change], "oak.yaml") == mark + PLAN.replace(old, new).replace("\n", ends).encode()


COMMENTED = """\
id: OAK
actions:
  - id: A1
    title: Watch
    updates:
      - {date: 2026-01-01, text: One}
    # revised:
    #   - {date: 2026-05-12, due: 2026-07-01}

    # Done: then write
    # closed_on: 2026-05-12
  # Others follow.
# The end.
"""
LAST_OWN = "    # closed_on: 2026-05-12\n"


@pytest.mark.parametrize(
    ("change", "after", "new"),
    [
        (AddItem((), "actions", {"id": "A2"}), LAST_OWN, "  - id: A2\n"),
        (SetField((), "milestones", [{"id": "M1"}]), LAST_OWN + "  # Others follow.\n", "milestones: {id: M1}\n"),
        (SetField(FIRST, "status", "closed"), "text: One}\n", "    status: closed\n"),
        (AddItem(FIRST, "updates", {"text": "Two"}), "text: One}\n", "      - {text: Two}\n"),
    ],
)
def test_comments_below_an_item_stay_below_it(change: Change, after: str, new: str) -> None:
    """What stands deeper than the dash of a list is meant for the item above: another item does not come between."""
    assert with_changes(COMMENTED.encode(), [change], "oak.yaml").decode() == COMMENTED.replace(after, after + new)


def test_an_item_without_a_dash_takes_its_comments_into_the_list() -> None:
    """One more item makes a list of it, and the comments below it stay its own."""
    single = COMMENTED.replace("  - id", "    id")
    after = with_changes(single.encode(), [AddItem((), "actions", {"id": "A2"})], "oak.yaml").decode()
    assert after.index("closed_on") < after.index("    - id: A2") < after.index("# Others follow")


def test_nothing_to_change_changes_nothing() -> None:
    """Without a change not even what could be read otherwise is touched."""
    assert with_changes(b"anything: [", [], "oak.yaml") == b"anything: ["


@pytest.mark.parametrize(
    "text", ["id: [", "a: &x 1\nb: *x\nactions:\n  - {id: A1}\n", "\tid: OAK\n", "- a list\n", "id: OAK\n", ""]
)
def test_what_cannot_be_edited_is_said(tmp_path: Path, text: str) -> None:
    """Broken YAML, anchors, no such action: the file's name and a sentence, and the file stays."""
    file = tmp_path / "oak.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(NotWrittenError, match=r"oak\.yaml was not written: "):
        write_changes(file, [SetField(("actions", 5), "title", "x")], "oak.yaml")
    assert file.read_text(encoding="utf-8") == text


def test_a_file_that_cannot_be_written_goes_by_its_own_name(tmp_path: Path) -> None:
    """Not by that of the unfinished one beside it, which nobody knows."""
    with pytest.raises(OSError, match=r"oak\.yaml'$") as caught:
        replace_file(tmp_path / "no folder" / "oak.yaml", None, b"ours")
    assert caught.value.filename == str(tmp_path / "no folder" / "oak.yaml")


def test_a_file_that_somebody_else_wrote_meanwhile_is_left(tmp_path: Path) -> None:
    """Only over what was read is anything written; rights stay, a link stays a link, nothing is left lying about."""
    file, link = tmp_path / "oak.yaml", tmp_path / "link.yaml"
    file.write_bytes(b"theirs")
    file.chmod(0o640)
    link.symlink_to(file)
    with pytest.raises(ChangedMeanwhileError, match="changed by somebody else"):
        replace_file(file, b"ours before", b"ours")
    assert file.read_bytes() == b"theirs"
    replace_file(link, b"theirs", b"ours")
    assert (link.is_symlink(), file.read_bytes(), file.stat().st_mode & 0o777) == (True, b"ours", 0o640)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.yaml", "oak.yaml"]


@pytest.mark.parametrize(
    ("extra", "removed"),
    [
        ("    extra: {Picture: x}\n", ["Picture"]),
        ("    extra: {Picture: x, Room: y}\n", ["Picture", "Room"]),
        ("    extra:\n      Picture: x\n", ["Picture"]),
        ("    extra:\n      Picture: |\n        x\n      Room:   # asked\n        y\n", ["Room", "Picture"]),
    ],
)
def test_a_group_in_which_nothing_is_left_goes_too(extra: str, removed: list[str]) -> None:
    """The last thing in `extra` moves elsewhere: nothing of the group stays behind, and the note is written."""
    before = f"id: OAK\nactions:\n  - id: A1\n    title: Count\n{extra}    due: 2026-06-24\n"
    changes: list[Change] = [SetField((*FIRST, "extra"), name, None) for name in removed]
    changes.append(SetField(FIRST, "note", "Picture"))
    after = with_changes(before.encode(), changes, "oak.yaml").decode()
    assert after == "id: OAK\nactions:\n  - id: A1\n    title: Count\n    due: 2026-06-24\n    note: Picture\n"


def test_a_group_in_which_something_is_left_stays() -> None:
    """Or something new comes."""
    before = b"id: OAK\nactions:\n  - id: A1\n    extra: {Picture: x, Room: y}\n"
    gone = SetField((*FIRST, "extra"), "Picture", None)
    assert b"extra: {Room: y}" in with_changes(before, [gone], "oak.yaml")
