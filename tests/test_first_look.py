"""A preview's first look: the pages of the plan that is being written, as the whole build makes them a little later."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from action_plans.first_look import first_look
from action_plans.pipeline import Examined, examine, look_back
from action_plans.project.options import read_options
from action_plans.project.settings import Settings
from action_plans.reading.files_read import FilesRead
from action_plans.showing import show
from tests.builders import TODAY
from tests.staff.several_homes import homes_in


@dataclass
class Writing:
    """Several homes that somebody is writing about."""

    settings: Settings
    known: FilesRead
    before: Examined

    def change(self, path: str, old: str, new: str) -> None:
        """Write something else in a file."""
        file = self.settings.root / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def look(self) -> dict[str, str] | None:
        """Return the HTML of each page that can be shown at once, by its address."""
        pages = first_look(self.settings, self.before, self.known)
        return None if pages is None else {page.address: page.html for page in pages}

    def whole(self) -> dict[str, str]:
        """Return the HTML of every page of the whole edition."""
        examined = look_back(examine(self.settings), self.settings)
        return {page.address: page.html for page in show(examined, self.settings).pages}


@pytest.fixture
def writing(tmp_path: Path) -> Writing:
    """Return a project of which everything has been made once."""
    read, faults = read_options({"family": {"require_approval": False}})
    assert not faults
    settings, known = Settings(homes_in(tmp_path).folder, read, TODAY, "Homes"), FilesRead()
    return Writing(settings, known, look_back(examine(settings, known=known), settings))


@pytest.mark.parametrize(
    ("path", "old", "new", "address"),
    [
        ("evidence/LONE/e4.md", "as it should be", "as it had to be", "evidence/lone/e4/"),
        ("evidence/LONE/e4.md", "supports: LONE/A2", "supports: LONE/A1", "plans/lone/actions/a1/"),
        ("plans/lone.yaml", "Rotas had gaps", "Rotas had two gaps", "plans/lone/findings/f2/"),
        ("plans/lone.yaml", "closed_on: 2026-04-20", "status: open", "plans/lone/"),
        ("plans/yew.yaml", "value: 5", "value: 2", "plans/yew/measures/"),
        ("plans/fir.yaml", "findings:", "# What CQC found\nfindings:", "plans/fir/actions/a1/"),
    ],
)
def test_it_shows_what_the_whole_build_shows(writing: Writing, path: str, old: str, new: str, address: str) -> None:
    """Every page of it is the page of the whole edition after the same change, and the page that was meant is there."""
    writing.change(path, old, new)
    look = writing.look()
    whole = writing.whole()

    assert look is not None
    assert address in look
    assert {page for page in look if look[page] != whole[page]} == set()


def test_it_shows_what_was_written_since_it_last_looked(writing: Writing) -> None:
    """A second change is seen before the whole is made, and so is the first, taken back."""
    place = "evidence/lone/e4/"
    first = writing.whole()[place]
    writing.change("evidence/LONE/e4.md", "as it should be", "as it had to be")
    second = writing.look()
    writing.change("evidence/LONE/e4.md", "as it had to be", "as it should be")
    third = writing.look()

    assert second is not None
    assert "as it had to be" in second[place]
    assert third is not None
    assert third[place] == first


def _change_much(writing: Writing) -> None:
    writing.change("plans/oak.yaml", "Medicines were late", "Medicines came late")


def _change_two_groups(writing: Writing) -> None:
    writing.change("plans/lone.yaml", "Rotas had gaps", "Rotas had two gaps")
    writing.change("plans/yew.yaml", "Rotas had gaps", "Rotas had two gaps")


@pytest.mark.parametrize(
    "change",
    [
        lambda _: None,
        _change_much,
        _change_two_groups,
        lambda writing: writing.change("plans/lone.yaml", "owner: CL", "owner: XX"),
        lambda writing: writing.change("plans/lone.yaml", "id: LONE", "id: [LONE"),
        lambda writing: writing.change("plans/provider.yaml", "coast", "shore"),
        lambda writing: (writing.settings.root / "evidence/LONE/e4.md").unlink(),
    ],
    ids=[
        "nothing",
        "a large part",
        "two groups",
        "an error",
        "a file that cannot be read",
        "the provider",
        "a deletion",
    ],
)
def test_where_it_cannot_be_sure_it_shows_nothing(writing: Writing, change: Callable[[Writing], None]) -> None:
    """No page is shown before the whole where nothing changed, too much did, or something is wrong."""
    change(writing)
    assert writing.look() is None
