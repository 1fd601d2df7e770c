"""What the search of a large site keeps: every title, and as much of each text as all of them have room for."""

import json

import pytest

from action_plans.mkdocs_plugin.search import Entry, shortened


def _entries(count: int, words: int) -> list[Entry]:
    return [
        Entry(
            location=f"evidence/e{at}/",
            title=f"E{at} Note",
            text=" ".join(["gärtner"] * (words + at % 3)),
            tags=["medicines tablets"],
        )
        for at in range(count)
    ]


def test_texts_that_have_room_stay_whole() -> None:
    """Nothing is cut where all of it fits."""
    entries = _entries(5, 10)
    assert shortened(entries) == entries


@pytest.mark.parametrize("room", [20_000, 60_000, 100_000])
def test_the_longest_texts_are_cut_until_all_fit(room: int) -> None:
    """The index keeps to its room; short texts, titles and places stay whole, and no text ends inside a word."""
    entries = [*_entries(100, 120), Entry(location="a/", title="A", text="Whole and short")]
    made = shortened(entries, room)
    written = json.dumps(made, ensure_ascii=False, separators=(",", ":"))
    assert len(written.encode()) <= room + 2
    assert len(written.encode()) > room * 0.9
    assert made[-1] == entries[-1]
    for before, after in zip(entries, made, strict=True):
        assert (after["location"], after["title"]) == (before["location"], before["title"])
        assert f"{before['text']} ".startswith(f"{after['text']} ")


def test_every_text_keeps_its_start_whatever_the_room() -> None:
    """A site too large for the room is found by titles and first words all the same."""
    assert all(entry["text"].startswith("gärtner gärtner") for entry in shortened(_entries(50, 100), 1))
