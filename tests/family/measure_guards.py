"""How many sentences that tell on somebody the guards hold, and how many honest ones they let pass.

`python -m tests.family.measure_guards` prints the figures, and how many of those that pass whoever approves is asked to
read twice; with `--missed` the open sentences on which the guards are wrong. Those that are kept aside are counted and
never shown.
"""

import sys
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from action_plans.family.guards.gate import Gate
from action_plans.family.guards.gates import Gates
from action_plans.family.guards.privacy.read_twice import to_read_twice
from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import read_theme_words
from action_plans.model.origin import Origin
from tests.family.family_projects import THEME, UNAPPROVED, a_home

CORPUS = Path(__file__).parent / "corpus"


FILES = (
    *("telling", "honest", "telling_later", "honest_later"),
    *("telling_aside", "honest_aside", "telling_natural_aside", "honest_natural_aside"),
)
"""The files of sentences."""
NEWEST = ("telling_newest_aside", "honest_newest_aside")
"""Those of the newest lots that no pattern was written from: the guards are not yet as good on them as they must be."""
OPEN_NEWEST = ("telling_newest", "honest_newest")
"""Those of the newest lot that are open, from which no pattern has been written yet."""


@dataclass(frozen=True)
class Figure:
    """How many of so many sentences of one file were judged rightly, and the others."""

    name: str
    count: int
    missed: tuple[str, ...]

    @property
    def right(self) -> int:
        """How many were judged rightly."""
        return self.count - len(self.missed)

    @property
    def share(self) -> float:
        """The same of a hundred."""
        return 100 * self.right / self.count

    def __str__(self) -> str:
        return f"{self.name:<21} {self.right:>4} of {self.count:>4}   {self.share:5.1f} in 100"


@cache
def measure(name: str) -> Figure:
    """Judge every sentence of a file as the text of a topic: `telling` ones are to be held, `honest` ones to pass."""
    written = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    wants_held = name.startswith("telling")
    missed = tuple(sentence for sentence in written if is_held(sentence) != wants_held)
    return Figure(name, len(written), missed)


def is_held(sentence: str) -> bool:
    """Whether a topic that says this is held back, for whatever reason."""
    gate, entry = _gate()
    text = AuthorText("why", "en", sentence, Origin("plans/oak.yaml"))
    return bool(gate.judge(replace(entry, texts=(text,))).held)


@cache
def read_twice(name: str) -> int:
    """Return how many sentences of a file pass, and whoever approves is asked to read them twice."""
    written = (CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return sum(bool(tuple(to_read_twice(sentence))) and not is_held(sentence) for sentence in written)


@cache
def _gate() -> tuple[Gate, Entry]:
    trace = a_home()
    gates = Gates(trace, read_theme_words(THEME).values(), PlainWords(THEME), UNAPPROVED)
    entry = next(entry for entry in gates.entries if entry.is_topic)
    return gates.of(entry.service), entry


def main() -> None:
    """Print the figures."""
    for name in (*FILES, *OPEN_NEWEST, *NEWEST):
        figure = measure(name)
        print(f"{figure}, {read_twice(name)} to be read twice")  # noqa: T201 -- that is what the command is for
        if "--missed" in sys.argv and not name.endswith("_aside"):
            print("".join(f"    {sentence}\n" for sentence in figure.missed), end="")  # noqa: T201 -- likewise


if __name__ == "__main__":
    main()
