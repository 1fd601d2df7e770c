"""Every state can be told without colour."""

import pytest

from action_plans.diagrams.state_marks import mark, tone
from tests.diagrams.flows import STATES


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_a_mark_and_a_tone(state: str) -> None:
    """Every state that a plan can show has a shape, and one of five tones."""
    assert mark(state).startswith(("<path", "<circle"))
    assert tone(state) in {"red", "amber", "blue", "green", "grey"}


def test_states_with_different_words_have_different_marks() -> None:
    """One mark stands for one meaning: only states of actions and of findings that say the same share one."""
    words: dict[str, set[str]] = {}
    for state, word in STATES.items():
        words.setdefault(mark(state), set()).add(word)
    shared = sorted(sorted(each) for each in words.values() if len(each) > 1)
    assert shared == [["Evidenced", "Verified"], ["In hand", "On track"]]


def test_an_unknown_state_is_grey_and_has_only_its_word() -> None:
    """A state that nobody has drawn yet borrows no other state's shape or colour."""
    assert mark("paused") == ""
    assert tone("paused") == "grey"
