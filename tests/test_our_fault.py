"""What is said where the program itself is wrong, and what of it may be sent."""

from pathlib import Path

import pytest

from action_plans.model.when import read_when
from action_plans.project.options import Options
from action_plans.project.our_fault import our_fault, passes_through_us
from action_plans.project.settings import today


def raised_inside() -> Exception:
    """An error that the package raised, with words of a plan in it."""
    with pytest.raises(KeyError, match="Mrs Example") as found:
        today(Options.model_construct(timezone="Mrs Example"), {})
    return found.value


def test_the_line_names_version_kind_and_place() -> None:
    """Whoever gets the line can see which version it was, what happened and where, without a path of the machine."""
    said = our_fault(raised_inside())

    assert "a fault of the program" in said
    assert "mkdocs-action-plans 0.1.0, Python 3." in said
    assert "ZoneInfoNotFoundError at project/settings.py:" in said
    assert str(Path(__file__).parents[1]) not in said


def test_the_line_holds_nothing_of_a_plan() -> None:
    """What the error itself says is left out, since it may hold what somebody wrote."""
    assert "Mrs Example" not in our_fault(raised_inside())


def test_errors_of_others_are_told_apart() -> None:
    """An error that no module of the package took part in is not taken for ours."""
    with pytest.raises(ZeroDivisionError) as elsewhere:
        _ = 1 // 0

    assert passes_through_us(raised_inside())
    assert not passes_through_us(elsewhere.value)
    assert not passes_through_us(ValueError(read_when("2026-03-01")))
