"""Hidden marks of direction: those that turn letters are refused, those that are pasted along stand on no page."""

import json
import re
from pathlib import Path

import pytest

from action_plans.model.problem import Code
from action_plans.model.service import Service
from tests.family.family_projects import TOPIC_PAGE, UNAPPROVED, a_home, a_service, codes, edition, page
from tests.family.guarded_homes import contact

TURNED = "We did not \u202e1A\u202c write each dose."


PASTED = "\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
ANY_MARK = re.compile("[\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("mark", list("\u202d\u202e"), ids=ascii)
def test_words_that_are_turned_are_held_back(mark: str) -> None:
    """Each of the marks holds its topic back, and the hint says what to do; no answer frees it."""
    answer = {"code": "AP403", "item": "OAK/F1", "words": "We did not 1A write each dose.", "because": "We like it."}
    built = edition(a_home(topic={"found": f"We did not {mark}1A write each dose."}, accepted=[answer]))
    assert TOPIC_PAGE not in built.files
    assert Code.PRIVATE in codes(built)
    assert any("hidden direction mark" in (problem.hint or "") for problem in built.problems)


def test_a_fact_that_is_turned_is_left_out_alone() -> None:
    """The topic and the rest of the contact stay."""
    built = edition(a_home(service=a_service(contact(times="9am to \u202emp5\u202c"))))
    assert codes(built) == [Code.WRONG_FACT]
    assert TOPIC_PAGE in built.files
    assert not any("\u202e".encode() in content for content in built.files.values())


def test_languages_from_right_to_left_pass() -> None:
    """Hebrew and Arabic need none of these marks; those that only show where a word ends may stay."""
    said = "\u0644\u0627 \u0623\u062d\u062f \u0647\u0646\u0627\u200f \u05e9\u05dc\u05d5\u05dd \u05dc\u05db\u05dd\u200e"
    built = edition(a_home(topic={"why": {"en": "A person could miss a dose.", "ar": said}}))
    assert codes(built) == [Code.FAMILY_TEXT]  # the site has no words of its own in Arabic
    assert TOPIC_PAGE in built.files


def test_the_name_of_a_service_is_not_turned() -> None:
    """A service whose only name is turned is not published under it."""
    service = a_service(name="Oak \u202eesuoH\u202c")
    del service["family"]["name"]  # type: ignore[attr-defined]  # a table, as written
    built = edition(a_home(service=service))
    assert Code.PRIVATE in codes(built)
    assert not any("\u202e".encode() in content for content in built.files.values())


@pytest.mark.parametrize("mark", list(PASTED), ids=ascii)
def test_marks_that_are_pasted_along_are_neither_read_nor_printed(mark: str) -> None:
    """Names, numbers, addresses, explained words and sentences with one are published as if it were not there."""
    council = {"who": f"Westshire{mark} Council", "phone": f"01632{mark} 960120"}
    pasted = {
        "name": f"{mark}Oakfield House{mark}",
        "words": {f"{mark}dose": f"The amount of a medicine that you take at one{mark} time."},
        "outside_help": [{**council, "url": f"{mark}https://example.org/council{mark}"}],
        **contact(phone=f"{mark}01632 960101\u202c", email=f"{mark}manager@example.org{mark}"),
    }
    service = a_service(pasted, name=f"Oakfield{mark} House")
    built = edition(a_home(topic={"found": f"We gave a {mark}dose{mark} late."}, service=service))
    plain = edition(a_home(topic={"found": "We gave a dose late."}))
    assert codes(built) == []
    assert built.files == plain.files


@pytest.mark.parametrize("mark", list(PASTED), ids=ascii)
@pytest.mark.parametrize("telling", ["We looked at A{0}1.", "Room {0}14{0} was cold.", "Mrs{0} Sm{0}ith waited."])
def test_what_tells_is_found_through_such_marks(telling: str, mark: str) -> None:
    """What is guarded is what would be printed: no mark parts a reference, a room or a name."""
    built = edition(a_home(topic={"found": telling.format(mark)}))
    assert TOPIC_PAGE not in built.files
    assert codes(built)


def test_a_name_that_only_cqc_knows_is_printed_without_such_marks() -> None:
    """Where a service has no name for families, that of its file stands on the pages."""
    service = a_service(name="\u2067Elm 1\u2069 Court\u202c")
    del service["family"]["name"]  # type: ignore[attr-defined]  # a table, as written
    built = edition(a_home(service=service))
    assert codes(built) == []
    assert "Elm 1 Court" in page(built)
    assert not any(ANY_MARK.search(content.decode()) for content in built.files.values())


def test_pages_and_words_of_ones_own_are_read_and_printed_without_such_marks(tmp_path: Path) -> None:
    """Pasted into a template, words or styles they are dropped; what they parted is whole, and guarded whole."""
    for number, (name, text, is_used) in enumerate(
        [
            ("footer.html", "<p>Ring \u202a01632 960101\u202c now.</p>", True),
            ("words/en.json", json.dumps({"skip": "Go \u2067on\u2069"}), True),
            ("words/en.json", json.dumps({"skip": "Go \u2067on\u2069"}, ensure_ascii=False), True),
            ("style.css", 'p::before { content: "\u202a-\u202c" }', True),
            ("footer.html", "<p>See A\u20661\u2069</p>", False),
            ("footer.html", "<p>Hello <scr\u202cipt>1</script></p>", False),
            ("footer.html", "<p>{\u202a{ 'Mrs Smith' }}</p>", False),
            ("footer.html", "<p>Ring &#x202a;01632 960101 now.</p>", False),
            ("footer.html", "<p>Ring &#x2\u202a02e;01632 960101 now.</p>", False),
            ("footer.html", '<p>{{ "\\u202e" }}1A</p>', False),
            ("footer.html", '<p>{{ "&#8238" | safe }};1A</p>', False),
            ("style.css", 'p::before { content: "\\202b 1A" }', False),
        ]
    ):
        file = tmp_path / str(number) / "docs_templates" / "family" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        built = edition(a_home(), UNAPPROVED, tmp_path / str(number) / "docs_templates" / "family")
        assert (codes(built) == []) is is_used, (text, [*map(str, built.problems)])
        assert (built.files != edition(a_home()).files) is is_used
        assert not any(ANY_MARK.search(content.decode()) for content in built.files.values()), text


def test_a_template_is_cut_where_it_is_looked_at(tmp_path: Path) -> None:
    """A mark inside Jinja's own signs makes no text of what the guards take for an expression."""
    folder = tmp_path / "docs_templates" / "family"
    folder.mkdir(parents=True)
    (folder / "footer.html").write_text("<p>{\u202a{ words.language }}</p>", encoding="utf-8")
    built = edition(a_home(), UNAPPROVED, folder)
    assert codes(built) == []
    assert "words.language" not in page(built)


def test_a_service_is_read_without_such_marks() -> None:
    """Its facts have the shape that they are held to, wherever they are shown."""
    family = Service.model_validate(a_service(contact(phone="\u202a01632 960101\u202c"))).family
    assert family is not None
    assert family.contact is not None
    assert family.contact.phone == "01632 960101"
