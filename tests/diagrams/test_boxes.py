"""A flow that exists can be drawn: mistakes of the caller are told when it is put together."""

import pytest

from action_plans.diagrams.boxes import Flow
from tests.diagrams.flows import make_box, make_flow


def test_an_arrow_needs_both_its_boxes() -> None:
    """An arrow to a reference without a box is an error that names the reference."""
    with pytest.raises(ValueError, match="no box for A9"):
        make_flow("A1 A9", boxes=(make_box("A1"),))


def test_a_circle_is_an_error() -> None:
    """A flow in which steps wait for each other, or one for itself, is refused."""
    with pytest.raises(ValueError, match="circle"):
        make_flow("A1 A2", "A2 A3", "A3 A1")
    with pytest.raises(ValueError, match="circle"):
        make_flow("A1 A1")


def test_a_reference_stands_for_one_box() -> None:
    """Two boxes with one reference are refused."""
    with pytest.raises(ValueError, match="two boxes"):
        make_flow(boxes=(make_box("A1"), make_box("A1")))


def test_a_box_stands_in_a_band_of_the_flow() -> None:
    """A band that the flow does not have, or has twice, is refused."""
    with pytest.raises(ValueError, match="Later"):
        make_flow(boxes=(make_box("A1", band="Later"),), bands=("Now",))
    with pytest.raises(ValueError, match="band twice"):
        make_flow(boxes=(make_box("A1"),), bands=("Now", "Now"))


def test_a_name_must_make_an_id() -> None:
    """A name with signs that have a meaning in an address or a stylesheet is refused."""
    with pytest.raises(ValueError, match="fit for an id"):
        Flow("flow a/1", "Plan", (), ())
