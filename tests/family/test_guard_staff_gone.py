"""What became of one of the staff, in the words that people find for it: held; their honest neighbours pass."""

import pytest

from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.words.folding import fold

GONE = (
    "We let a nurse go.",
    "We let the deputy manager go because of this.",
    "We parted ways with the night lead.",
    "Two carers no longer work for us after this.",
    "We have let two of our carers go.",
    "We had to let one of the cooks go in June.",
    "We let the night staff go after this.",
    "We let our agency nurse go, since she slept.",
    "We have parted company with the cook.",
    "The cook and the home have parted ways.",
    "We got rid of the night lead.",
    "We asked a nurse to leave.",
    "We asked the deputy manager to step down after this.",
    "The night lead is no longer with us.",
    "The cook no longer works here.",
    "One nurse does not work here any more.",
    "Three carers do not work for us anymore.",
    "We showed a carer the door.",
    "We ended the nurse's contract.",
    "We took the nurse off the rota.",
    "One of our carers is no longer on our team.",
    "The manager is no longer employed by us.",
    "The carers who did this no longer work for the home.",
)
STAYS = (
    "We let people go out when they like.",
    "We let a nurse go to the training.",
    "We let the cook go home early on Fridays.",
    "Our carers no longer work with paper charts.",
    "We asked a nurse to leave the light on.",
    "We told the carers to go to each room in pairs.",
    "If we let a nurse go, we find another one first.",
    "We never let a carer go alone.",
    "We do not let a nurse go without a handover.",
    "We let the driver go first.",
    "We got rid of the old staff rota.",
    "We let people go when they want to leave.",
    "We let the staff go on each course they need.",
    "We asked the manager to leave more time for visits.",
    "The managers no longer work at weekends only.",
    "We let your relative go home with you.",
    "We took the carers off the old list and gave them fewer visits.",
    "We gave each nurse notice of the new rules.",
    "You can ask a nurse to leave.",
    "We parted the lounge with a screen.",
    "Two nurses now work here at night.",
    "We ask carers to go in pairs.",
)


@pytest.mark.parametrize("sentence", GONE)
def test_that_somebody_had_to_go_is_held(sentence: str) -> None:
    """Let go, parted ways, no longer here: whoever reads it knows of whom it is."""
    said = {found.what for found in PrivateWords().find(fold(sentence))}
    assert "what became of one of the staff" in said


@pytest.mark.parametrize("sentence", STAYS)
def test_what_people_may_do_and_how_staff_work_now_is_told(sentence: str) -> None:
    """Going out, going home, working otherwise than before, and what is only supposed."""
    assert [found.what for found in PrivateWords().find(fold(sentence))] == []
