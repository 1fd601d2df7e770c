"""Whole small projects made by chance from the model: one or two plans, notes, services, the provider, options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from hypothesis import strategies as st

from action_plans.model.action import Action
from action_plans.model.evidence import EvidenceNote
from action_plans.model.finding import Finding
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.record import Record
from action_plans.model.reference import Kind
from action_plans.model.reflection import field_names
from action_plans.model.service import Provider, Service
from tests.proof.from_model import AIMS, ROLES, SCORES, World, Written, as_written
from tests.proof.layouts import front_matter, layouts
from tests.proof.values import LINES, STAFF_MARK, texts

_IDS = {
    Kind.FINDING: ("F1", "F2", "Fire-3"),
    Kind.ACTION: ("A1", "A2", "A-3", "A4"),
    Kind.MEASURE: ("M1", "M2"),
    Kind.MILESTONE: ("MS1",),
    Kind.OBJECTIVE: ("O1",),
    Kind.RISK: ("R1",),
    Kind.SOURCE: ("CQC26", "R1"),
}
"""The ids that a plan gives, the first of each first."""

_FIELDS = {kind: name for name, kind in ITEM_FIELDS.items() if kind in _IDS}


@dataclass
class Drawn:
    """A project before it is written: what each file holds as data, and how it is laid out.

    Attributes:
        plans: each plan by the path of its file.
        services: each service by the path of its file.
        provider: the provider, if there is a file of it.
        notes: each note by the path of its file: its front matter and its account.
        options: what the project chose in `mkdocs.yml`.
        own: files of the project's own: attachments, templates and words for families.
        slips: what was done to it that nobody should do, in words; nothing where it is valid.
        after: changes of the text of files, made once it is written.
    """

    plans: dict[str, Written]
    services: dict[str, Written]
    provider: Written | None
    notes: dict[str, tuple[Written, str]]
    options: Written
    write: Any
    own: dict[str, bytes] = field(default_factory=dict)
    slips: list[str] = field(default_factory=list)
    after: list[tuple[str, bytes]] = field(default_factory=list)

    @property
    def records(self) -> list[tuple[type[Record], Written]]:
        """Every record that is a file of its own, with its kind."""
        found: list[tuple[type[Record], Written]] = [(Plan, plan) for plan in self.plans.values()]
        found += [(Service, service) for service in self.services.values()]
        found += [(EvidenceNote, note) for note, _ in self.notes.values()]
        return found + ([(Provider, self.provider)] if self.provider is not None else [])

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What lies on the disk, by path."""
        files = {path: self.write(data) for path, data in (self.plans | self.services).items()}
        if self.provider is not None:
            files["plans/provider.yaml"] = self.write(self.provider)
        for path, (data, body) in self.notes.items():
            files[path] = front_matter(data, body, self.write)
        return {**files, **self.own, **dict(self.after)}


@st.composite
def valid_projects(draw: st.DrawFn) -> Drawn:
    """Return a project without errors, whatever else may be wrong with it."""
    worlds: list[World] = []
    plans: dict[str, Written] = {}
    in_file = draw(st.booleans())
    for name in ("OAK", "Elm-2")[: draw(st.sampled_from((1, 1, 1, 2)))]:
        world = draw(_worlds(name, tuple(worlds)))
        plans[f"plans/{name.lower()}.yaml"] = draw(_plans(world, in_file=in_file))
        worlds.append(world)
    services = {}
    if in_file:
        services["plans/services/oakfield.yaml"] = draw(
            as_written(Service, worlds[0], {"id": draw(st.sampled_from((None, "oakfield"))), "roles": ROLES})
        )
    provider = None
    if draw(st.integers(0, 4)) == 0:
        said = {"roles": ROLES, "organisational_objectives": AIMS}
        provider = draw(as_written(Provider, worlds[0], said))
    notes, own = draw(_notes(worlds))
    return Drawn(plans, services, provider, notes, draw(options()), draw(layouts()), own)


@st.composite
def _worlds(draw: st.DrawFn, name: str, before: tuple[World, ...]) -> World:
    ids = {kind: known[: draw(st.integers(0, len(known)))] for kind, known in _IDS.items()}
    if Kind.RISK in ids and "R1" in ids[Kind.SOURCE]:
        ids[Kind.RISK] = ids[Kind.RISK][:1]  # a source and a risk may share an id
    return World(name, ids, before)


@st.composite
def _plans(draw: st.DrawFn, world: World, *, in_file: bool) -> Written:
    said: Written = {"id": world.plan, "roles": ROLES, "organisational_objectives": AIMS, "note": draw(texts())}
    for kind, name in _FIELDS.items():
        (record,) = field_names(Plan)[name].records
        items = [draw(as_written(record, world, draw(_said_of(record, one, world)))) for one in world.ids[kind]]
        said[name] = items or None
        if len(items) == 1 and draw(st.booleans()):
            said[name] = items[0]
    said["service"] = "oakfield" if in_file else draw(_services(world))
    return draw(as_written(Plan, world, said, most=7))


@st.composite
def _said_of(draw: st.DrawFn, record: type[Record], one: str, world: World) -> Written:
    """Return an item's id, and more often than chance would have it what makes the trace and the families' pages."""
    said: Written = {"id": one}
    if record is Action and world.ids[Kind.FINDING] and draw(st.integers(0, 3)):
        said["for"] = draw(st.sampled_from(world.ids[Kind.FINDING]))
    if record in (Action, Finding) and draw(st.booleans()):
        kind = field_names(record)["family"].records[0]
        said["family"] = draw(as_written(kind, world, {"publish": True} if record is Finding else {}, most=6))
    if record is Action:
        for name in ("checks", "evidence"):
            if draw(st.booleans()):
                inner = field_names(record)[name].records[0]
                said[name] = [draw(as_written(inner, world, {}, own=one)) for _ in range(draw(st.integers(1, 2)))]
        if draw(st.booleans()):
            said["closed_on"] = draw(st.sampled_from(("2026-04-01", "March 2026", "1 May 2026", "2025-11-30")))
    return said


@st.composite
def _services(draw: st.DrawFn, world: World) -> object:
    """Return a service in place: its name, or its fields."""
    name = f"{world.plan} House"
    if draw(st.integers(0, 2)) == 0:
        return name
    family = draw(as_written(field_names(Service)["family"].records[0], world, {"name": name}, most=6))
    return draw(as_written(Service, world, {"id": None, "name": name, "roles": ROLES, "family": family}))


@st.composite
def _notes(draw: st.DrawFn, worlds: list[World]) -> tuple[dict[str, tuple[Written, str]], dict[str, bytes]]:
    notes: dict[str, tuple[Written, str]] = {}
    own: dict[str, bytes] = {}
    for number in range(1, draw(st.integers(0, 2)) + 1):
        world = draw(st.sampled_from(worlds))
        kinds = (Kind.FINDING, Kind.ACTION, Kind.MEASURE, Kind.OBJECTIVE)
        refs = [f"{world.plan}/{one}" for kind in kinds for one in world.ids[kind]]
        if not refs:
            continue
        supports = draw(st.lists(st.sampled_from(refs), min_size=1, max_size=2, unique=True))
        front = draw(as_written(EvidenceNote, world, {"id": f"E{number}", "supports": supports, "date": "2026-04-02"}))
        path = f"evidence/{draw(st.sampled_from(('', 'OAK/', 'april/')))}e{number}.md"
        notes[path] = (front, f"{draw(LINES)} {STAFF_MARK}\n\n{draw(texts())}")
        if "attachments" in front:
            own[f"{path.rpartition('/')[0]}/{SCORES}"] = b"day,right\n1,10\n"
    return notes, own


@st.composite
def options(draw: st.DrawFn) -> Written:
    """Return options of the plugin: each of them may be left out."""
    family = st.fixed_dictionaries(
        {"require_approval": st.sampled_from((False, False, True))},
        optional={
            "enabled": st.sampled_from((True, True, False)),
            "site_url": st.just("https://example.org/families/"),
        },
    )
    rest = {
        "under": st.sampled_from(("improvement", "a/b")),
        "show_authors": st.booleans(),
        "checks": st.just({"AP331": False}),
        "attachments_limit": st.integers(1, 20),
        "timezone": st.sampled_from(("Europe/London", "Pacific/Auckland")),
    }
    return draw(st.fixed_dictionaries({"family": family}, optional=rest))
