"""The privacy guard is measured on sentences, two thirds of them open and a third that no pattern was written from."""

import pytest

from tests.family.measure_guards import CORPUS, FILES, is_held, measure

BAR = 95
"""Of a hundred, each way."""


@pytest.mark.parametrize("name", FILES)
def test_the_guards_tell_sentences_apart(name: str) -> None:
    """Of sentences that tell on somebody at least 95 in 100 are held, of honest ones at least 95 in 100 pass."""
    figure = measure(name)
    assert figure.share >= BAR, "" if name.endswith("_aside") else figure.missed


@pytest.mark.parametrize("kind", ["telling", "honest"])
def test_there_are_sentences_enough(kind: str) -> None:
    """There are at least 150 of each kind, no two the same, and a third of them is kept aside."""
    opened = (CORPUS / f"{kind}.txt").read_text("utf-8").splitlines()
    aside = (CORPUS / f"{kind}_aside.txt").read_text("utf-8").splitlines()
    assert len({*opened, *aside}) == len(opened) + len(aside) >= 150
    assert len(aside) == (len(opened) + len(aside)) // 3


NAMES = """
Zofia Wojciech Mihaela Ionut Saoirse Tadhg Gurpreet Deepika Chinyere Oluwatobi Ngozi Luzviminda Jomari
Małgorzata Ștefan Przemysław Siobhán Okonkwo Kowalska
"""


@pytest.mark.parametrize("name", NAMES.split())
def test_first_names_of_many_peoples_are_known(name: str) -> None:
    """Polish, Romanian, Irish, Indian, Nigerian and Filipino names are names, wherever they stand."""
    assert is_held(f"{name} had to wait.")
    assert is_held(f"Please thank {name} for it.")
