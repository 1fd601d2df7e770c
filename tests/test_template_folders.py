"""The templates are found in the checkout and in the wheel, and missed in words."""

from pathlib import Path

import pytest

from action_plans.project import template_folders


def test_a_checkout_uses_the_folder_at_its_top() -> None:
    """What people edit in docs_templates is what is used, at once."""
    assert template_folders.builtin_templates() == Path(__file__).parents[1] / "docs_templates"


def test_the_packaged_templates_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package never looks at folders around it while it has its own."""
    packaged, beside = tmp_path / "_templates", tmp_path / "docs_templates"
    packaged.mkdir()
    beside.mkdir()
    monkeypatch.setattr(template_folders, "_HOMES", (packaged, beside))

    assert template_folders.builtin_templates() == packaged


def test_missing_templates_are_an_error_that_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is named, not guessed around."""
    monkeypatch.setattr(template_folders, "_HOMES", (tmp_path / "_templates", tmp_path / "docs_templates"))

    with pytest.raises(FileNotFoundError, match="Install the package again"):
        template_folders.builtin_templates()
