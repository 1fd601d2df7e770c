"""A provider's plans for several homes, some of which have to do with each other in each way there is."""

from pathlib import Path

from tests.project import Project

GROUPS = ({"ASH", "BAY"}, {"ELM", "OAK", "OAK2"}, {"FIR", "YEW"}, {"LONE"})
"""The plans that have to do with each other: by a note for both; by a reference or one service; by one measure."""


def homes_in(folder: Path) -> Project:
    """Write the project, and return it."""
    plans = {
        "OAK": _plan("OAK", "oakfield", "depends_on: []"),
        "OAK2": _plan("OAK2", "oakfield"),
        "ELM": _plan("ELM", "{name: Elm House, places: 12}", "depends_on: OAK/A1"),
        "ASH": _plan("ASH", "Ash House"),
        "BAY": _plan("BAY", "Bay House"),
        "FIR": _plan("FIR", "Fir House", more=_SAME),
        "YEW": _plan("YEW", "Yew House", more=_SAME),
        "LONE": _plan("LONE", "Lone House"),
    }
    notes = {
        "OAK/e1": _note(
            "E1", "OAK/A1", "See [what Lone House saw](../LONE/e4.md), and [the guide](https://example.org/)."
        ),
        "shared/e2": _note("E2", "[ASH/A1, BAY/A2]", "Seen at both."),
        "ELM/e3": _note("E3", "ELM/F1", "Looked at twelve charts."),
        "LONE/e4": _note("E4", "LONE/A2", "All was as it should be."),
    }
    return Project(folder).write(
        {
            "plans/services/oakfield.yaml": "id: oakfield\nname: Oakfield House\nplaces: 40\n",
            "plans/provider.yaml": "name: Homes of the coast\nroles: {NI: Nominated individual}\n",
            **{f"plans/{name.lower()}.yaml": text for name, text in plans.items()},
            **{f"evidence/{name}.md": text for name, text in notes.items()},
        }
    )


def add_stray_note(project: Project) -> Project:
    """Write a note that supports what is not there, an error of its own: it has to do with no plan."""
    return project.write({"evidence/LONE/e5.md": _note("E5", "LONE/A9", "It supports what is not there.")})


_SAME = """\
measures:
  - {id: M1, title: Falls in a month, unit: falls, better: lower, compare_as: falls,
     readings: [{date: 2026-02-28, value: 7}, {date: 2026-03-31, value: 5}]}
"""


def _plan(name: str, service: str, waits: str = "", more: str = "") -> str:
    return f"""\
id: {name}
title: Plan {name} of the year
service: {service}
roles: {{RM: Registered manager, CL: Clinical lead}}
lead: RM
sources:
  - {{id: S1, kind: assessment, title: CQC report, published: 2026-03-20}}
findings:
  - {{id: F1, title: Medicines were late at {name}, source: S1, kind: breach, regulations: "Regulation 12(2)(g)",
     key_questions: safe}}
  - {{id: F2, title: Rotas had gaps at {name}, source: S1, kind: should, key_questions: well-led}}
actions:
  - id: A1
    title: Count medicines at {name}
    for: F1
    owner: CL
    due: 2026-05-01
    closed_on: 2026-04-20
    done_when: Every count of four weeks is right
    {waits}
  - {{id: A2, title: Plan rotas at {name} six weeks ahead, for: F2, owner: RM, due: 2026-04-30, depends_on: A1}}
{more}"""


def _note(name: str, supports: str, said: str) -> str:
    return f"""\
---
id: {name}
title: What was seen, {name}
date: 2026-04-22
supports: {supports}
category: observation
by: CL
---
{said}
"""
