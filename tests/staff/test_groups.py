"""What is told of a group of plans is what is told of them in the whole; it is kept, and never told when it is old."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from action_plans.keeping.kept_files import CACHE_DIR
from action_plans.model.portfolio import Portfolio
from action_plans.pipeline import examine, look_back
from action_plans.project.options import read_options
from action_plans.project.settings import Settings
from action_plans.project.template_folders import builtin_templates
from action_plans.project.templates import Templates
from action_plans.publishing.aside import Aside
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.showing import show
from action_plans.staff.groups import apart, group_pages, kept_groups
from action_plans.staff.groups.group import Group, Told
from action_plans.tracing import extent
from action_plans.tracing.plan_groups import plan_groups
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace
from tests.builders import TODAY
from tests.staff.several_homes import GROUPS, add_stray_note, homes_in

OPTIONS = {"family": {"require_approval": False}}


def _shown(root: Path, today: date = TODAY, options: Mapping[str, object] = OPTIONS) -> dict[str, object]:
    """Return every page and file of the staff edition of a project, by address and path."""
    read, faults = read_options(dict(options))
    assert not faults
    settings = Settings(root, read, today, "Homes")
    edition = show(look_back(examine(settings), settings), settings)
    pages: dict[str, object] = {f"page {page.address}": page for page in edition.pages}
    return pages | {asset.path: asset.read() for asset in edition.assets}


def _whole(found: Trace) -> tuple[Portfolio, ...]:
    return found.portfolio, Portfolio()


def test_plans_that_have_to_do_with_each_other_are_in_one_group(tmp_path: Path) -> None:
    """One service, a reference, a note for both and one measure join plans; nothing else does, and nothing is lost."""
    portfolio = read_portfolio(add_stray_note(homes_in(tmp_path)).folder).portfolio
    groups = plan_groups(trace(portfolio, TODAY))

    assert tuple({plan.id for plan in group.plans} for group in groups[:-1]) == GROUPS
    assert groups[-1].plans == ()
    assert [note.id for note in groups[-1].notes] == ["E5"]
    assert sorted(note.path for group in groups for note in group.notes) == [note.path for note in portfolio.notes]
    assert [service.id for group in groups for service in group.services] == ["oakfield"]


@pytest.mark.parametrize("most", [extent.MOST_TOGETHER, 10])
def test_a_group_tells_what_the_whole_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    """Made from its group alone, every page and file is what it is made from everything: also where plans are many."""
    root = add_stray_note(homes_in(tmp_path)).folder
    monkeypatch.setattr(extent, "MOST_TOGETHER", most)
    apart_from_others = _shown(root)
    monkeypatch.setattr(apart, "plan_groups", _whole)
    together = _shown(root)

    assert len([name for name in together if str(name).startswith("page plans/")]) > 100
    assert {name for name in together if apart_from_others.get(name) != together[name]} == set()
    assert set(apart_from_others) == set(together)


def _edits(root: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield changes that people make, in words, each with how it is made."""

    def said(path: str, old: str, new: str) -> Callable[[], object]:
        place = root / path
        return lambda: place.write_text(place.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def add_template() -> None:
        place = root / "docs_templates" / "staff" / "note.html.j2"
        place.parent.mkdir(parents=True)
        shipped = (builtin_templates() / "staff" / "note.html.j2").read_text(encoding="utf-8")
        place.write_text(f"{shipped}<p>Ours.</p>\n", encoding="utf-8")

    yield "the title of an action", said("plans/oak2.yaml", "Count medicines", "Count all medicines")
    yield "an action for which another plan waits", said("plans/oak.yaml", "closed_on: 2026-04-20", "status: open")
    yield "the account of a note", said("evidence/shared/e2.md", "Seen at both", "Seen at both homes")
    yield "what a note supports", said("evidence/LONE/e5.md", "LONE/A9", "BAY/A1")
    yield "the name of a service", said("plans/services/oakfield.yaml", "Oakfield House", "Oakfield Court")
    yield "the provider", said("plans/provider.yaml", "coast", "shore")
    yield (
        "the place of a note to which another links",
        lambda: (root / "evidence/LONE/e4.md").rename(root / "evidence/e4.md"),
    )
    yield "a note that goes", (root / "evidence/ELM/e3.md").unlink
    yield "a plan that goes", (root / "plans/fir.yaml").unlink
    yield "a template of the project's own", add_template
    yield "a comment, which moves lines", said("plans/yew.yaml", "findings:", "# What CQC found\nfindings:")


def test_after_any_change_it_is_as_made_anew(tmp_path: Path) -> None:
    """After each of many changes, one on the other, pages and files are those of a project that kept nothing."""
    root = add_stray_note(homes_in(tmp_path / "homes")).folder
    before, cache = _shown(root), root / CACHE_DIR
    for words, change in _edits(root):
        change()
        kept = _shown(root)
        cache.rename(tmp_path / "aside")
        anew = _shown(root)
        shutil.rmtree(cache)
        (tmp_path / "aside").rename(cache)
        assert kept == anew, words
        assert kept != before, words
        before = kept


def test_the_day_and_the_options_count(tmp_path: Path) -> None:
    """Another day, and another option, are not told as the day and the option before."""
    root = add_stray_note(homes_in(tmp_path)).folder
    first = _shown(root)
    later, unchecked = _shown(root, date(2026, 6, 1)), _shown(root, options={**OPTIONS, "checks": {"AP331": False}})

    assert later["page plans/ash/actions/a2/"] != first["page plans/ash/actions/a2/"]
    assert _shown(root) == first
    assert unchecked != later


def test_only_groups_that_changed_are_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a note of one plan changed, the other groups are taken as they were kept."""
    root = add_stray_note(homes_in(tmp_path)).folder
    _shown(root)
    made: list[set[str]] = []

    def told_of(group: Group, templates: Templates, aside: Aside) -> Told:
        made.append({plan.id for plan in group.portfolio.plans})
        return group_pages.told_of(group, templates, aside)

    monkeypatch.setattr(kept_groups, "told_of", told_of)
    _shown(root)
    assert made == []
    note = root / "evidence/shared/e2.md"
    note.write_text(note.read_text(encoding="utf-8").replace("Seen at both", "Seen twice"), encoding="utf-8")
    _shown(root)
    assert made == [{"ASH", "BAY"}]


def _spoil(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-9] + b"<p>other!")


def _shorten(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


def _empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("damage", [_spoil, _shorten, _empty])
def test_a_damaged_file_is_not_used(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """What is kept and is not as it was written is made anew, and what comes out is the same."""
    root = add_stray_note(homes_in(tmp_path)).folder
    first = _shown(root)
    kept = sorted((root / CACHE_DIR / "pages").iterdir())
    assert len(kept) == 3 * (len(GROUPS) + 1)
    for file in kept:
        damage(file)

    assert _shown(root) == first


def test_a_link_in_its_place_is_not_followed(tmp_path: Path) -> None:
    """A folder of what is kept that is a link is not read, and nothing is written through it."""
    root, elsewhere = add_stray_note(homes_in(tmp_path / "homes")).folder, tmp_path / "elsewhere"
    elsewhere.mkdir()
    (root / CACHE_DIR).mkdir(parents=True)
    (root / CACHE_DIR / "pages").symlink_to(elsewhere)

    assert _shown(root)
    assert list(elsewhere.iterdir()) == []
