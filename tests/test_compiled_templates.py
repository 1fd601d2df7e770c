"""Templates as they were compiled: what is kept for the next process, and what of it is believed."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from action_plans.project import compiled_templates
from action_plans.project.compiled_templates import CompiledTemplates


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which this test keeps what is compiled, where Python may keep such things."""
    monkeypatch.setattr(compiled_templates, "_folder", lambda: tmp_path / "kept")
    monkeypatch.setattr(compiled_templates, "_IN_PROCESS", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


def rendered(shipped: Path, name: str = "page.html", own: Path | None = None, **filters: object) -> str:
    """Return a template as a new process renders it."""
    compiled_templates._IN_PROCESS.clear()  # noqa: SLF001 -- as a new process has it
    environment = Environment(loader=FileSystemLoader([own, shipped] if own else [shipped]), autoescape=True)
    environment.filters.update(filters)
    environment.bytecode_cache = CompiledTemplates(environment, (shipped,))
    return environment.get_template(name).render(who="all")


def page(folder: Path, text: str, name: str = "page.html") -> Path:
    """Write a template, and return its folder."""
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def files(kept: Path) -> list[Path]:
    """Return what is kept."""
    return sorted(path for path in kept.rglob("*") if path.is_file())


def test_a_template_of_the_package_is_compiled_once(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next process takes what the first has compiled, and compiles nothing."""
    shipped = page(tmp_path / "shipped", "For {{ who }}")
    assert rendered(shipped) == "For all"
    assert len(files(kept)) == 1

    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("it was compiled again"))
    assert rendered(shipped) == "For all"


def test_nothing_is_kept_of_a_projects_own(kept: Path, tmp_path: Path) -> None:
    """A template in the project's place of ours is compiled anew by each process, and ours is not taken for it."""
    shipped = page(tmp_path / "shipped", "Ours")
    rendered(shipped)
    before = files(kept)

    assert rendered(shipped, own=page(tmp_path / "own", "Theirs")) == "Theirs"
    assert files(kept) == before


def test_a_template_that_changed_is_compiled_again(kept: Path, tmp_path: Path) -> None:
    """What was kept of an earlier text is never shown for the text as it is."""
    rendered(page(tmp_path / "shipped", "Before"))
    assert files(kept)

    assert rendered(page(tmp_path / "shipped", "After")) == "After"


@pytest.mark.parametrize("garbage", [b"", b"nonsense", b"\x80\x05."], ids=["empty", "words", "half a header"])
def test_a_damaged_file_is_made_anew(kept: Path, tmp_path: Path, garbage: bytes) -> None:
    """Whatever a kept file holds that is not ours, the page is made as if there were none."""
    shipped = page(tmp_path / "shipped", "For {{ who }}")
    rendered(shipped)
    whole = files(kept)[0].read_bytes()
    for damaged in (garbage, whole[:-7], whole[:20] + garbage):
        files(kept)[0].write_bytes(damaged)
        assert rendered(shipped) == "For all"
        assert files(kept)[0].read_bytes() == whole


def test_other_filters_are_another_kind(kept: Path, tmp_path: Path) -> None:
    """What a filter made of a fixed word is compiled in, so a template is kept apart for another filter of its name."""
    shipped = page(tmp_path / "shipped", "{{ 'word'|shown }}")
    assert rendered(shipped, shown=str.upper) == "WORD"

    assert rendered(shipped, shown=lambda word: f"<{word}>") == "&lt;word&gt;"
    assert len(files(kept)) == 2


def test_where_nothing_can_be_written_pages_are_made_all_the_same(kept: Path, tmp_path: Path) -> None:
    """An installation that nobody may write to costs time, and no page."""
    kept.write_text("a file in the folder's place", encoding="utf-8")

    assert rendered(page(tmp_path / "shipped", "For {{ who }}")) == "For all"
