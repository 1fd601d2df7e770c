"""Work that several processes share, each test in a process of its own that can be divided."""

import sys
from pathlib import Path
from textwrap import dedent

import pytest

from tests.project import run

_BEGIN = """
import os, threading, time
from pathlib import Path
from action_plans.project import side_by_side as shared

os.sched_getaffinity = lambda _: set(range(PROCESSORS))
done = Path("done")
done.mkdir()
first = os.getpid()

def here(job):
    until = time.monotonic() + 20
    while WAITS and not any(done.iterdir()) and time.monotonic() < until:
        time.sleep(0.01)
    (done / f"{job} here").touch()

def beside(job):
    (done / f"{job} beside").touch()
"""


def _say(folder: Path, program: str, processors: int = 3, *, waits: bool = False) -> str:
    """Run a program after the beginning, and return what it prints."""
    begin = _BEGIN.replace("PROCESSORS", str(processors)).replace("WAITS", str(waits))
    (folder / "program.py").write_text(begin + dedent(program), encoding="utf-8")
    ran = run([sys.executable, "program.py"], folder)
    assert ran.exit_code == 0, ran.said
    return ran.output.strip()


def _done(folder: Path) -> tuple[list[int], set[str]]:
    names = [file.name.split() for file in (folder / "done").iterdir()]
    return sorted(int(job) for job, _ in names), {where for _, where in names}


@pytest.mark.parametrize("jobs", [6, 2_500])
def test_each_job_is_done_once_by_one_of_several(tmp_path: Path, jobs: int) -> None:
    """However many there are, none is left and none is done twice; what the others took is told."""
    took = float(_say(tmp_path, f"print(shared.side_by_side(range({jobs}), here, beside))", waits=True))
    each, where = _done(tmp_path)
    assert each == list(range(jobs))
    assert "beside" in where
    assert took > 0


@pytest.mark.parametrize(
    ("before", "jobs", "processors"),
    [("", 5, 3), ("", 20, 1), ("threading.Thread(target=time.sleep, args=[5], daemon=True).start()", 20, 3)],
    ids=["few jobs", "one processor", "threads"],
)
def test_one_process_does_all(tmp_path: Path, before: str, jobs: int, processors: int) -> None:
    """A few jobs are not divided, nor is a process that has threads, nor any where there is one processor."""
    program = f"{before}\nprint(shared.side_by_side(range({jobs}), here, beside))"
    assert float(_say(tmp_path, program, processors)) == 0
    assert _done(tmp_path) == (list(range(jobs)), {"here"})


def test_what_another_process_cannot_do_is_left(tmp_path: Path) -> None:
    """One that fails, or is ended, leaves its job and the rest to the others, and says nothing."""
    program = """
    def beside(job):
        (done / "tried").touch()
        raise OSError("no room")

    shared.side_by_side(range(20), here, beside)
    (done / "tried").unlink()
    print(len(list(done.iterdir())))
    """
    assert 18 <= int(_say(tmp_path, program, waits=True)) < 20


def test_where_this_one_fails_the_others_end(tmp_path: Path) -> None:
    """Its error is raised, and no process is left that would still work."""
    program = """
    def here(job):
        raise KeyError(job)

    def beside(job):
        time.sleep(60)

    try:
        shared.side_by_side(range(20), here, beside)
    except KeyError as error:
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            print(type(error).__name__)
    """
    assert _say(tmp_path, program) == "KeyError"


def test_there_are_no_more_processes_than_four(tmp_path: Path) -> None:
    """On a large machine too: each needs memory of its own."""
    program = """
    ids = Path("ids")
    ids.mkdir()

    def noted(job):
        (ids / str(os.getpid())).touch()
        time.sleep(0.01)

    shared.side_by_side(range(200), noted, noted)
    print(len(list(ids.iterdir())))
    """
    assert _say(tmp_path, program, 64) == "4"
