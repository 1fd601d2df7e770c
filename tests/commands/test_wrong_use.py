"""Every command, used wrongly: one sentence that says what to do, exit code 2, and nothing written."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from action_plans.cli import main
from action_plans.commands.exporting import Exported

NEEDS_NO_PROJECT = {("init",), ("schema",), ("verify",)}


def commands(group: click.Group, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command there is, with the words that call it."""
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from commands(command, (*before, name))
        else:
            yield (*before, name), command


ALL = dict(commands(main))
WITH_ARGUMENTS = [words for words, command in ALL.items() if any(param.required for param in command.params)]


def needed(command: click.Command, file: Path) -> list[str]:
    """Return something for each argument and option that a command cannot do without."""
    said: list[str] = []
    for param in command.params:
        if param.required:
            kind = param.type
            value = str(kind.choices[0]) if isinstance(kind, click.Choice) else "X"
            value = str(file) if isinstance(kind, click.Path) else value
            said += [param.opts[0], value] if isinstance(param, click.Option) else [value]
    return said


def ran(folder: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """Run the command in a folder, and see that it wrote nothing and raised nothing."""
    monkeypatch.chdir(folder)
    before = sorted(folder.rglob("*"))
    result = CliRunner().invoke(main, arguments)
    assert isinstance(result.exception, SystemExit | None), result.exception
    assert "Traceback" not in result.output
    assert sorted(folder.rglob("*")) == before
    return result


@pytest.mark.parametrize("words", [words for words in ALL if words not in NEEDS_NO_PROJECT], ids=" ".join)
def test_outside_a_project_each_says_where_to_go(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no mkdocs.yml, the sentence names the three ways out."""
    file = tmp_path / "a file"
    file.write_text("words", encoding="utf-8")
    result = ran(tmp_path, monkeypatch, *words, *needed(ALL[words], file))
    assert result.exit_code == 2
    said = result.output.strip()
    assert said.startswith(f"Error: There is no mkdocs.yml in {tmp_path} or above it. Go to the folder of your plans")
    assert "--config-file" in said
    assert said.endswith("action-plans init FOLDER")
    assert "\n" not in said


@pytest.mark.parametrize("words", WITH_ARGUMENTS, ids=" ".join)
def test_what_is_missing_is_named(words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Called with nothing, a command that needs something says what, how it is used, and where there is more."""
    result = ran(tmp_path, monkeypatch, *words)
    assert result.exit_code == 2
    assert "Missing" in result.output
    assert f"Usage: main {' '.join(words)}" in result.output
    assert "Try 'main" in result.output


@pytest.mark.parametrize("words", list(ALL), ids=" ".join)
def test_an_option_that_does_not_exist_is_named(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A slip in an option is answered before anything is read."""
    result = ran(tmp_path, monkeypatch, *words, "--wibble")
    assert result.exit_code == 2
    assert "No such option" in result.output


@pytest.mark.parametrize("words", [("was",), ("import",), ("verify",)], ids=" ".join)
def test_a_file_that_does_not_exist_is_named(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The name is said as it was written."""
    result = ran(tmp_path, monkeypatch, *words, "none.xlsx")
    assert result.exit_code == 2
    assert "'none.xlsx' does not exist" in result.output


def test_a_command_with_a_slip_is_answered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name that is like it is asked for."""
    result = ran(tmp_path, monkeypatch, "chekc")
    assert result.exit_code == 2
    assert "No such command 'chekc'" in result.output


def test_a_file_that_cannot_be_written_is_named_as_it_was_asked_for(tmp_path: Path) -> None:
    """Not by the name that it has until it is whole."""
    place = tmp_path / "nowhere" / "oak.csv"
    with pytest.raises(OSError, match="No such file") as failed:
        Exported(b"words", "oak.csv").write(place)
    assert failed.value.filename == str(place)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("01/06/2026", "It can be read in two ways; if the day comes first, write 2026-06-01."),
        ("3 Juen 2026", "Write 2026-06-03."),
        ("soon", "Write it as 2026-03-01 or 1 March 2026"),
    ],
)
def test_a_day_is_answered_as_in_a_plan(
    written: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the one to write, wherever it can be known."""
    result = ran(tmp_path, monkeypatch, "check", "--as-of", written)
    assert result.exit_code == 2
    assert said in " ".join(result.output.split())
