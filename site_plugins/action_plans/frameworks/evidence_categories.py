"""CQC's six evidence categories, with their full names and where these were read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class EvidenceCategories:
    """The categories of the single assessment framework.

    Attributes:
        source: where they were read, in words.
        read_on: the day on which they were read, as `2026-11-23`.
        unverified: what was not checked against the source, in words.
        titles: their full names in CQC's order, by the word that a plan writes.
    """

    source: str
    read_on: str
    unverified: str
    titles: Mapping[str, str]


@cache  # shipped data does not change while the program runs
def evidence_categories() -> EvidenceCategories:
    """Return the six evidence categories."""
    data = json.loads((files("action_plans.frameworks") / "data" / "evidence-categories.json").read_bytes())
    titles = {one["slug"]: one["title"] for one in data["terms"]}
    return EvidenceCategories(data["source"], data["read_on"], data["unverified"], titles)
