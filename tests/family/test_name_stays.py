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


@pytest.mark.parametrize("name", ["Tŷ Gwyn", "Ty Gwyn", "Plas Owain", "Llys y Dafydd", "Villa Rosa"])
def test_a_house_that_is_called_like_a_person_is_no_person(name: str) -> None:
    """The name that CQC knows is a place's: with a name for families and without, and in what is told of it."""
    for service in (a_service({"name": name}, name=f"{name} Limited"), a_service({"name": name}, name=name)):
        home = a_home(service=service, topic={"why": f"People at {name} could miss a dose."})
        built = edition(home)
        assert codes(built) == []
        assert f"{name}:" in page(built)
    service = a_service(name=name)
    del service["family"]["name"]  # type: ignore[attr-defined]  # a mapping, as the builder makes it
    assert codes(edition(a_home(service=service))) == []


@pytest.mark.parametrize(
    "why",
    ["Gwyn could miss a dose.", "Gwyn Evans could miss a dose.", "A person could hear that Ty Owain was ill."],
)
def test_the_person_of_that_name_is_still_one(why: str) -> None:
    """Only the name of the house as a whole is let pass, in its own service."""
    roles = {"RM": "Registered manager", "DM": {"title": "Deputy manager", "name": "Gwyn Evans"}, "QL": "Quality lead"}
    home = a_home(service=a_service({"name": "Ty Gwyn"}, name="Ty Gwyn"), topic={"why": why}, roles=roles)
    assert set(codes(edition(home))) <= {Code.PRIVATE, Code.INTERNAL_WORDS}
    assert codes(edition(home))


@pytest.mark.parametrize("name", ["Support for Gwyn", "Mrs Smith's House", "Elm - Ty Smith room 14"])
def test_a_name_that_tells_on_somebody_is_none_of_a_house(name: str) -> None:
    """What stands in the register of CQC's may still be a person's; the message says what to write that works."""
    built = edition(a_home(service=a_service({"name": name}, name=name)))
    assert set(codes(built)) == {Code.PRIVATE}
    assert not any("oakfield" in file or "gwyn" in file for file in built.files)


def test_what_the_message_says_of_a_name_works() -> None:
    """An answer in the plan, beside the name for families, publishes the service."""
    home = a_home(service=a_service({"name": "Support for Gwyn"}, name="Support for Gwyn"))
    (hint,) = [problem.hint for problem in edition(home).problems if "nothing of it is published" in problem.message]
    assert hint.startswith("Write the name that families know: `family: {name: ..}` in the service's file. ")
    said = 'accepted: [{code: AP403, item: OAK, words: "Gwyn", because: ..}]'
    assert hint.endswith(f" Where it says the same and nobody is meant, answer it in the plan: `{said}`.")
    answer = {"code": "AP403", "item": "OAK", "words": "Gwyn", "because": "It is a house"}
    answered = a_home(service=a_service({"name": "Support for Gwyn"}, name="Support for Gwyn"), accepted=[answer])
    assert "Support for Gwyn:" in page(edition(answered))
