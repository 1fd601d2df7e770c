"""The name by which families know a service makes its addresses: it stays while other words wait for approval."""

from pathlib import Path

import pytest

from action_plans.family.telling.author_texts import EntryKind
from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from tests.family.family_projects import a_home, a_service, codes, edition, page
from tests.family.guarded_homes import judged

OFFICIAL = "Oakfield House Care Services Limited"
HOME = Path("oakfield-house") / "index.html"


@pytest.mark.parametrize(
    "family",
    [{"about": "The manager writes this."}, {"about": "Room 14 was dirty."}, {"formats": ["Braille"]}],
    ids=["waits for approval", "is held back", "another field"],
)
def test_addresses_and_heading_stay_where_other_prose_is_held_back(family: dict[str, object]) -> None:
    """The prose is left out; the folder and the heading are those of the name."""
    built = edition(a_home(service=a_service(family, name=OFFICIAL)), FamilyOptions())
    assert Code.NOT_APPROVED in codes(built)
    assert HOME.as_posix() in built.files
    assert "Oakfield House:" in page(built, HOME.as_posix())
    assert OFFICIAL not in page(built, HOME.as_posix())
    assert "The manager writes" not in page(built, "oakfield-house/about.html")


@pytest.mark.parametrize("name", ["Mrs Smith's House", "Oak " * 20, "Oak \u202eesuoH\u202c", "OAK/A1 House"])
def test_a_name_that_is_wrong_itself_is_not_printed(name: str) -> None:
    """The name that CQC knows stands instead, and what is wrong is said."""
    home = a_home(service=a_service({"name": name}, name=OFFICIAL))
    built = edition(home)
    assert judged(home, EntryKind.SERVICE).held
    assert not any(name.strip().encode() in content for content in built.files.values())
    assert "oakfield-house-care-services-limited/index.html" in built.files
