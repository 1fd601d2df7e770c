"""The small project whose every version a forge is given: made by `action-plans init`, with an origin of its own."""

from dataclasses import dataclass
from pathlib import Path

from tests.commands.test_withdrawing import BROKEN, OTHER, SECOND, TITLE, WARNING
from tests.project import Project
from tests.small_plans import FAMILY

TODAY = 1778544000
"""12 May 2026, in seconds since 1970: the day of each run, unless it is said to be a later one."""

A_DAY = 86400
TOPIC, OTHER_TOPIC = TITLE, OTHER
"""What families are told in the first version; the first topic is the one that is taken back."""

NEW_TITLE = "Watch every round of medicines"
NEW_WORDS = "We watch how every nurse gives medicines."
FORGED = "Forged"
"""A word that stands in every command that hostile text tries to give."""

_HOOKS = f"""\
import os

def on_startup(command, dirty):
    print("::error title={FORGED}::by a print")
    print("##[error]{FORGED} by a print")
    print("::stop-commands::guessed")
    print("\\x1b[0Ksection_start:1:{FORGED}\\r\\x1b[0K")
    print("the environment holds:", sorted(os.environ.values()), open(".git/config").read(), flush=True)
    print("::error title={FORGED}::by a line without an end", end="")
"""
_MARK = f"section_start:1:{FORGED}\\r\\e[0K"


@dataclass(frozen=True)
class Story:
    """A project and its bare origin, told version by version; each method returns the commit that it pushed."""

    project: Project
    origin: Path

    def good(self) -> str:
        """Tell families of two topics, both approved."""
        for old in [*self.project.folder.glob("plans/*.*"), *self.project.folder.glob("evidence/*.*")]:
            old.unlink()
        self.project.write({"plans/oak.yaml": FAMILY.replace("actions:", f"{SECOND}actions:")})
        self._approve()
        return self.push("The first version")

    def with_an_error(self) -> str:
        """Put a plan beside it that cannot be read."""
        self.project.write({"plans/birch.yaml": BROKEN})
        return self.push("A slip")

    def with_a_warning(self) -> str:
        """Put a plan beside it that a strict build refuses."""
        self.project.write({"plans/birch.yaml": WARNING})
        return self.push("A warning")

    def taken_back(self) -> str:
        """Say of the first topic that it is no longer to be told."""
        text = self.project.read("plans/oak.yaml")
        at = text.index("publish: true")
        self.project.write({"plans/oak.yaml": f"{text[:at]}publish: false{text[at + len('publish: true') :]}"})
        return self.push("Taken back")

    def retold(self) -> str:
        """Change what staff and families are told of the second topic, approved."""
        text = self.project.read("plans/oak.yaml").replace("Some meals were not warm.", "Some meals came cold.")
        self.project.write({"plans/oak.yaml": text})
        self._approve()
        return self.push("Told in other words")

    def renamed(self) -> str:
        """Change what staff and families are told of the one action, approved: NEW_TITLE and NEW_WORDS."""
        text = self.project.read("plans/oak.yaml")
        text = text.replace("Watch everyone who gives medicines on a real round", NEW_TITLE)
        self.project.write({"plans/oak.yaml": text.replace("We watch how each nurse gives medicines.", NEW_WORDS)})
        self._approve()
        return self.push("The action has another name")

    def hostile_mistake(self) -> str:
        """Write what looks like a forge's commands into what messages repeat: names, titles, values, file names."""
        command = f"::error title={FORGED}::by a mistake"
        self.project.write(
            {
                "plans/elm.yaml": f'id: "{command}\\r\\n{command}\\e[0K{_MARK}"\n"{command}\\n{command}": 1\n',
                "evidence/::error::Forged.md": f"---\nid: '{command}'\n{command}: 2\n---\n",
            }
        )
        return self.push("From a fork")

    def hostile_build(self) -> str:
        """Write code that the build runs, which prints commands and all that it can reach."""
        settings = self.project.read("mkdocs.yml").replace("\nplugins:", "\nhooks: [hooks.py]\n\nplugins:")
        self.project.write({"hooks.py": _HOOKS, "mkdocs.yml": settings})
        return self.push("From a fork")

    def without_our_line(self) -> str:
        """Leave the plugin out: the builder then makes a site all the same."""
        settings = self.project.read("mkdocs.yml")
        assert "\n  action-plans:\n" in settings
        self.project.write({"mkdocs.yml": settings.replace("\n  action-plans:\n", "\n")})
        return self.push("Without the plugin")

    def back_to(self, commit: str) -> None:
        """Go on from an earlier version, as if nothing had come after it."""
        for arguments in (("reset", "--quiet", "--hard", commit), ("clean", "-ffdxq")):
            done = self.project.git(*arguments)
            assert done.exit_code == 0, done.said
        self.push_as_it_is()

    def push(self, message: str) -> str:
        """Make what is written a version, and push it to the main branch."""
        self.project.commit(message)
        return self.push_as_it_is()

    def push_as_it_is(self) -> str:
        """Push the newest version to the main branch."""
        pushed = self.project.git("push", "--quiet", "--force", str(self.origin), "HEAD:refs/heads/main")
        assert pushed.exit_code == 0, pushed.said
        return self.project.git("rev-parse", "HEAD").output.strip()

    def _approve(self) -> None:
        approved = self.project.command("approve", "--by", "RM", environment={"SOURCE_DATE_EPOCH": str(TODAY)})
        assert approved.exit_code == 0, approved.said


def begin_story(folder: Path) -> Story:
    """Make the project and its origin in a new folder."""
    folder.mkdir(parents=True)
    begun = Project(folder).command("init", str(folder / "project"))
    assert begun.exit_code == 0, begun.said
    story = Story(Project(folder / "project"), folder / "origin.git")
    made = story.project.git("init", "--quiet", "--bare", "--initial-branch=main", str(story.origin))
    assert made.exit_code == 0, made.said
    return story
