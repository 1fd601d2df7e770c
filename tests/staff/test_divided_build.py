"""Pages of many plans, made by several processes: the same bytes, whatever happens to one of them."""

import pytest

from tests.project import DEFAULTS, MKDOCS_YML, Project, Run
from tests.staff.several_homes import homes_in

_SEVERAL = """
from action_plans.project import side_by_side

side_by_side._FEWEST = 2
side_by_side._processes = lambda jobs: 3
"""
_ALONE = _SEVERAL.replace("3", "1")
_KILLED = f"""{_SEVERAL}
import os
import signal

from action_plans.staff.groups import kept_groups

first, told_of = os.getpid(), kept_groups.told_of


def killed(group, templates, aside):
    told = told_of(group, templates, aside)
    if os.getpid() != first:
        os.kill(os.getpid(), signal.SIGKILL)
    return told


kept_groups.told_of = killed
"""
_FAILING = _KILLED.replace("os.kill(os.getpid(), signal.SIGKILL)", "raise MemoryError")
_BESIDE = "staff pages, in processes beside"


def _built(project: Project, hook: str) -> Run:
    asked = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    timings: true")
    homes_in(project.folder).write({**DEFAULTS, "mkdocs.yml": f"{asked}hooks: [hook.py]\n", "hook.py": hook})
    return project.build(strict=False)


def _files(project: Project) -> dict[str, bytes]:
    sites = (project.site, project.family_site)
    files = (file for site in sites for file in sorted(site.rglob("*")) if file.is_file())
    return {file.relative_to(project.folder).as_posix(): file.read_bytes() for file in files}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The homes, built by one process."""
    project = Project(tmp_path_factory.mktemp("alone") / "project")
    built = _built(project, _ALONE)
    assert built.exit_code == 0, built.said
    assert _BESIDE not in built.said
    return project


@pytest.mark.parametrize("hook", [_SEVERAL, _KILLED, _FAILING], ids=["whole", "killed", "failing"])
def test_several_processes_make_the_same_sites(alone: Project, project: Project, hook: str) -> None:
    """Both sites are, byte for byte, those that one process makes; also where the others are ended or fail."""
    built = _built(project, hook)
    assert built.exit_code == 0, built.said
    assert _BESIDE in built.said
    assert "MemoryError" not in built.said
    assert _files(project) == _files(alone)


def test_what_several_processes_made_is_kept(project: Project) -> None:
    """The next build takes it as it was, and divides nothing."""
    assert _built(project, _SEVERAL).exit_code == 0
    before = _files(project)
    again = project.build(strict=False)
    assert _BESIDE not in again.said
    assert _files(project) == before


def test_a_mistake_is_said_as_by_one_process(project: Project) -> None:
    """A template of the project's own that only using it shows to be wrong stops the build with its line."""
    project.write({"docs_templates/staff/action.html.j2": "{{ 1 // 0 }}\n"})
    said = [_built(project, hook).said.splitlines() for hook in (_SEVERAL, _ALONE)]
    mistakes = [[line for line in lines if "action.html.j2:1" in line] for lines in said]
    assert mistakes[0] == mistakes[1] != []
    assert not any("Traceback" in line for line in said[0])
