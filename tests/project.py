"""Whole small projects for tests: written as text, built and checked as a person would, from the command line."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

from tests import warm_start

MKDOCS_YML = """\
site_name: Test
docs_dir: docs_templates/pages
theme:
  name: material
  font: false
plugins:
  search:
  action-plans:
    as_of: 2026-05-12
validation:
  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}
"""
HOME = "---\naction-plans: home\n---\n\n# The plans are not built\n"
DEFAULTS = {"mkdocs.yml": MKDOCS_YML, "docs_templates/pages/index.md": HOME}


@dataclass(frozen=True)
class Run:
    """What a command did.

    Attributes:
        exit_code: 0, or what went wrong.
        output: what it wrote to standard output.
        errors: what it wrote to standard error.
    """

    exit_code: int
    output: str
    errors: str

    @property
    def said(self) -> str:
        """All that a person sees."""
        return self.output + self.errors


@dataclass(frozen=True)
class Project:
    """A project in a folder of its own."""

    folder: Path

    @property
    def site(self) -> Path:
        """Where the staff edition is built."""
        return self.folder / "site"

    @property
    def family_site(self) -> Path:
        """Where the family edition is built."""
        return self.folder / "site-family"

    def write(self, files: Mapping[str, str] | str) -> "Project":
        """Write files: a mapping of path to text, or one text as `files_in` reads it. Returns the project itself."""
        for path, text in (files_in(files) if isinstance(files, str) else files).items():
            place = self.folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(dedent(text), encoding="utf-8", newline="\n")
        return self

    def read(self, path: str) -> str:
        """Return the text of one file, such as `site/plans/oak/index.html`."""
        return (self.folder / path).read_text(encoding="utf-8")

    def build(self, *arguments: str, strict: bool = True, environment: Mapping[str, str] | None = None) -> Run:
        """Run `mkdocs build`."""
        strictly = ["--strict"] if strict else []
        command = [sys.executable, "-m", "mkdocs", "build", "-f", str(self.folder / "mkdocs.yml")]
        return run([*command, *strictly, *arguments], self.folder, environment)

    def check(self, *arguments: str, environment: Mapping[str, str] | None = None) -> Run:
        """Run `action-plans check`."""
        return self.command("check", *arguments, environment=environment)

    def command(self, *arguments: str, environment: Mapping[str, str] | None = None) -> Run:
        """Run `action-plans` with any arguments, in the project's folder."""
        return run([str(Path(sys.executable).with_name("action-plans")), *arguments], self.folder, environment)

    def git(self, *arguments: str, date: str = "2026-05-01T12:00:00Z") -> Run:
        """Run git in the project's folder, as an author without a name, on `date`."""
        identity = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Quality lead"), ("EMAIL", "quality@example.org"), ("DATE", date))
        }
        return run(["git", *arguments], self.folder, identity)

    def commit(self, message: str = "Changed", date: str = "2026-05-01T12:00:00Z") -> None:
        """Make everything written so far one version, dated `date`; the first call makes the repository."""
        if not (self.folder / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        made = self.git("commit", "--quiet", "--allow-empty", f"--message={message}", date=date)
        assert made.exit_code == 0, made.said


def files_in(tree: str) -> dict[str, str]:
    """Read several files from one text: each path at the margin ends in a colon, what is in it stands indented below.

    plans/oak.yaml:
        id: OAK
    evidence/e1.md:
        An account.
    """
    files: dict[str, list[str]] = {}
    path = ""
    for line in dedent(tree).strip("\n").split("\n"):
        if line and not line[0].isspace():
            assert line.endswith(":"), f"{line!r} is not a path that ends in a colon"
            path = line[:-1]
            files[path] = []
        else:
            files[path].append(line)
    return {path: dedent("\n".join(lines)).rstrip("\n") + "\n" for path, lines in files.items()}


def run(command: list[str], folder: Path, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command in `folder`, in the machine's environment less what would change the output, plus `environment`."""
    kept = {name: value for name, value in os.environ.items() if name not in {"SOURCE_DATE_EPOCH", "CI"}}
    quiet = {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    if warm_start.can_start(command, environment or {}):
        return Run(*warm_start.run(command, folder, kept | quiet | dict(environment or {})))
    done = subprocess.run(
        command,
        cwd=folder,
        env=kept | quiet | dict(environment or {}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)
