"""Closed lists with the titles that pages show: categories and types of evidence, regulated activities."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from action_plans.frameworks.wording import closest_names, comparable


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A word of a closed list: as it is written in files, and as it is shown."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list, in the order in which its source has it.

    Attributes:
        source: where it was read, in words.
        read_on: the day on which it was read, as `2026-11-23`.
        unverified: what was not checked against its source, in words.
        terms: the words.
    """

    source: str
    read_on: str
    unverified: str
    terms: tuple[Term, ...]

    def find(self, text: str) -> Term | None:
        """Return the term of this title or slug, whatever its case, dashes and commas."""
        wanted = comparable(text)
        return next((one for one in self.terms if wanted in {comparable(one.slug), comparable(one.title)}), None)

    def closest(self, text: str) -> list[str]:
        """Return up to three titles that may be meant, the likeliest first."""
        return closest_names(text, (one.title for one in self.terms))


def evidence_categories() -> Vocabulary:
    """Return the six evidence categories of the single assessment framework."""
    return _load("evidence-categories")


def evidence_types() -> Vocabulary:
    """Return what kind of thing a piece of evidence can be."""
    return _load("evidence-types")


def regulated_activities() -> Vocabulary:
    """Return the activities for which a service must be registered."""
    return _load("regulated-activities")


@cache  # shipped data does not change while the program runs
def _load(name: str) -> Vocabulary:
    data = json.loads((files("action_plans.frameworks") / "data" / f"{name}.json").read_bytes())
    terms = tuple(Term(one["slug"], one["title"]) for one in data["terms"])
    return Vocabulary(data["source"], data["read_on"], data["unverified"], terms)
