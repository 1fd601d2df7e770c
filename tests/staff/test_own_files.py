"""The staff edition's own style and script: under names by which no browser shows an old one."""

from hashlib import sha256

from action_plans.project.fixed_names import named_by_content
from tests.project import Project
from tests.small_plans import OAK
from tests.staff.edition import made_of

PAGE_WITH_FILTERS = "plans/oak/actions/"


def test_our_style_and_script_have_names_that_change_with_them(project: Project) -> None:
    """Each name holds the beginning of the sum of what is in the file, and pages load the script by it."""
    made = made_of(project.write({"plans/oak.yaml": OAK}))
    own = {path: asset.content for path, asset in made.assets.items() if path.startswith("assets/")}
    assert sorted(path.split(".")[0] for path in own) == ["assets/filters", "assets/staff"]
    for path, content in own.items():
        assert isinstance(content, bytes)
        assert path.split(".")[1] == sha256(content).hexdigest()[:10]
    assert made.pages[PAGE_WITH_FILTERS].script in own
    assert not {page.script for page in made.pages.values()} - {None, *own}


def test_the_same_content_has_the_same_name_and_another_another() -> None:
    """The name is decided by the content alone, and its ending stays."""
    first, again, other = (named_by_content("assets/staff.css", style) for style in (b"p {}", b"p {}", b"a {}"))
    assert first == again != other
    assert first.startswith("assets/staff.")
    assert first.endswith(".css")
