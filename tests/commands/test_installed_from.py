"""What a project is built with: pip's own record of where this program came from, as a line that gets it again."""

import hashlib
import json
import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from action_plans.commands.installed_from import from_record
from tests.built_sites import REPOSITORY

SUM = "a" * 64
LOCK = REPOSITORY / "docs_templates" / "starter" / "requirements.lock"
TEST_LOCK = REPOSITORY / "requirements-test.lock"


def git(url: str, **more: str) -> dict[str, object]:
    """The record of an installation from git."""
    return {"url": url, "vcs_info": {"vcs": "git", "commit_id": "1a2b3c4"}, **more}


def archive(url: str) -> dict[str, object]:
    """The record of an installation from a file."""
    return {"url": url, "archive_info": {"hash": f"sha256={SUM}", "hashes": {"sha256": SUM}}}


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (None, "mkdocs-action-plans==0.1.0"),
        (git("https://example.org/plans.git"), "mkdocs-action-plans @ git+https://example.org/plans.git@1a2b3c4"),
        (git("https://user:secret@example.org/p"), "mkdocs-action-plans @ git+https://example.org/p@1a2b3c4"),
        (git("ssh://git@example.org:22/p"), "mkdocs-action-plans @ git+ssh://git@example.org:22/p@1a2b3c4"),
        (
            git("https://example.org/p", subdirectory="a/b"),
            "mkdocs-action-plans @ git+https://example.org/p@1a2b3c4#subdirectory=a/b",
        ),
        (
            archive("https://user:secret@example.org/mkdocs_action_plans-0.1.0-py3-none-any.whl"),
            f"mkdocs-action-plans @ https://example.org/mkdocs_action_plans-0.1.0-py3-none-any.whl --hash=sha256:{SUM}",
        ),
    ],
    ids=str,
)
def test_what_has_an_address_is_named_by_it(record: object, line: str) -> None:
    """The index by its version, git by its commit, a file by its sum; no password is passed on, and nothing is left."""
    told = from_record(json.dumps(record) if record else None, "0.1.0")

    assert (told.requirement, told.file, told.to_do) == (line, None, "")


@pytest.mark.parametrize(
    "record",
    [
        {"url": "file:///home/somebody/our%20tools", "dir_info": {}},
        {"url": "file:///home/somebody/our%20tools", "dir_info": {"editable": True}},
        git("file:///home/somebody/our%20tools"),
    ],
    ids=str,
)
def test_a_folder_of_this_computer_is_written_nowhere(record: object) -> None:
    """The line names a file in the project, and whoever made it is told the command that puts it there."""
    told = from_record(json.dumps(record), "0.1.0")

    assert told.requirement == "./wheels/mkdocs_action_plans-0.1.0-py3-none-any.whl"
    assert told.to_do.endswith('python -m pip wheel --no-deps --wheel-dir wheels "/home/somebody/our tools"')


def test_a_file_of_this_computer_is_brought_along(tmp_path: Path) -> None:
    """A wheel that is still what was installed goes into the project; one that is gone or changed is asked for."""
    wheel = tmp_path / "mkdocs_action_plans-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    sha256 = hashlib.sha256(b"wheel").hexdigest()
    record = json.dumps({"url": wheel.as_uri(), "archive_info": {"hash": f"sha256={sha256}"}})
    there = from_record(record, "0.1.0")
    wheel.write_bytes(b"another")
    changed = from_record(record, "0.1.0")

    assert there.requirement == f"./wheels/{wheel.name} --hash=sha256:{sha256}"
    assert (there.file, there.to_do) == (wheel, "")
    assert (changed.requirement, changed.file) == (there.requirement, None)
    assert wheel.name in changed.to_do


@pytest.mark.parametrize("url", ["https://example.org/p.whl?token=secret", "file:///gone.whl"])
def test_an_address_for_one_person_is_none(url: str) -> None:
    """What holds a key, or lies on one computer alone, is asked for as a file."""
    told = from_record(json.dumps(archive(url)), "0.1.0")

    assert told.requirement.startswith("./wheels/")
    assert "secret" not in told.requirement + told.to_do
    assert told.to_do


@pytest.mark.parametrize("lock", [LOCK, TEST_LOCK], ids=lambda path: path.stem)
def test_a_lock_names_versions_and_sums_and_no_place(lock: Path) -> None:
    """Each line is a comment, one version of one package, or the sum of a file of it; no address of an index."""
    lines = lock.read_text(encoding="utf-8").splitlines()

    forms = r"#.*|[a-z0-9-]+(\[[a-z,]+\])?==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?"
    assert [line for line in lines if not re.fullmatch(forms, line)] == []
    assert "://" not in "".join(lines)


@pytest.mark.parametrize(("lock", "extra"), [(LOCK, ""), (TEST_LOCK, "test")], ids=["sites", "tests"])
def test_a_lock_holds_what_the_package_asks_for(lock: Path, extra: str) -> None:
    """All that pyproject.toml needs and builds with is there, in a version that it allows, for each Python there is."""
    asked = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    project = asked["project"]
    wanted = [*asked["build-system"]["requires"], *project["dependencies"]]
    wanted += project["optional-dependencies"].get(extra, [])
    held = versions(lock)

    assert len(held) > len(wanted)
    for requirement in map(Requirement, wanted):
        found = held.get(re.sub(r"[._]", "-", requirement.name.lower()), [])
        assert found, f"{requirement.name} is in no line: make update"
        assert all(requirement.specifier.contains(version) for version in found), f"{requirement}: make update"
    assert "mkdocs-action-plans" not in held


def test_what_mkdocs_stands_on_has_a_bound() -> None:
    """MkDocs 1 names none and is no longer mended: a version that breaks it must not come with ours."""
    asked = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    ours = {each.name: each.specifier for each in map(Requirement, asked)}
    shared = {Requirement(each).name for each in requires("mkdocs") or () if "extra ==" not in each} & set(ours)

    assert {"click", "jinja2", "markdown"} <= shared
    assert [name for name in sorted(shared) if not any(each.operator == "<" for each in ours[name])] == []


def test_the_tests_run_with_what_people_build_with() -> None:
    """Of each package that the sites need, the tests have the very version, but where another plugin forbids it."""
    sites, tests = versions(LOCK), versions(TEST_LOCK)
    held_back = {"tzdata"}  # by mkdocs-rss-plugin

    assert {name: tests.get(name) for name in sites if name not in held_back} == {
        name: found for name, found in sites.items() if name not in held_back
    }
    assert held_back <= set(tests)


def versions(lock: Path) -> dict[str, list[Version]]:
    """The versions that a lock names, by package."""
    found: dict[str, list[Version]] = {}
    for name, version in re.findall(r"(?m)^([a-z0-9-]+)(?:\[.*?\])?==(\S+)", lock.read_text(encoding="utf-8")):
        found.setdefault(name, []).append(Version(version))
    return found
