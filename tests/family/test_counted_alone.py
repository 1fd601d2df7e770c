"""People who are counted by a number alone, or called someone, and told of with what befell them."""

import pytest

from tests.family.measure_guards import is_held


@pytest.mark.parametrize(
    "told",
    [
        "All three had sores.",
        "Two of them choked on food.",
        "One had a black eye.",
        "One of them choked.",
        "Two were left in bed.",
        "Three of them fell.",
        "Five lost weight.",
        "We looked at meals. Two choked.",
        "Deaths: 2.",
        "People (4) fell.",
        "Residents fell: 4.",
        "The number of people who fell was three.",
        "Out of ten people, three fell.",
        "Some people, six in all, fell.",
        "Someone died.",
        "Somebody died of sepsis.",
        "Someone choked on toast.",
        "Someone here has scabies.",
        "A person was hurt.",
        "A person set fire to a bed.",
        "Someone stole money.",
        "Someone here has HIV.",
        "Somebody on the top floor has scabies.",
        "Half of you had no drink.",
        "Two of you were left in bed.",
        "The death on Easter Monday.",
        "The fall on Sunday night.",
        "The code for the front door is 2580.",
        "Key safe 4471.",
        "The gate opens with 2580#.",
        "The password is elm.",
        "Somebody got out at night.",
    ],
)
def test_it_is_held(told: str) -> None:
    """Whoever lives or works there knows who it was."""
    assert is_held(told)


@pytest.mark.parametrize(
    "honest",
    [
        "Two are late.",
        "If someone sets fire to a bed, call us.",
        "Someone got out the piano.",
        "Half of you came to tea.",
        "A fall in May is as bad as one in June when nobody comes.",
        "The code of practice changed in 2024.",
        "Ask for the door code at any time.",
        "Tell us the password you like.",
        "Somebody jumped for joy.",
        "All three are now done.",
        "Two were repaired.",
        "One had a new lock.",
        "Three of them did not shut.",
        "Two of the lamps fell.",
        "We looked at ten doors. Two were left open.",
        "One in ten checks failed.",
        "If someone falls, we ring you.",
        "Staff look at once if someone has had a fall.",
        "We ask what happened when someone fell.",
        "Someone told us that the food was cold.",
        "Someone will call you.",
        "Some people had sores.",
        "We did not see who was losing weight.",
        "Nobody was hurt.",
        "When somebody has an infection we tell you.",
        "The number of people who can come to the meeting is 20.",
        "Ring 999 if someone has fallen.",
    ],
)
def test_things_rules_and_some_people_pass(honest: str) -> None:
    """Things may be counted, and what holds for anybody tells of nobody."""
    assert not is_held(honest)
