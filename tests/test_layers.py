"""Imports point one way, there is no circle, and each framework has its one home.

The package is read, not imported: imports inside functions and under TYPE_CHECKING count too.
"""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "action_plans"
FOLDER = Path(__file__).parents[1] / "site_plugins" / PACKAGE
REST = frozenset({"*"})

LAYERS = [
    {"model"},
    {"english", "keeping"},
    {"frameworks"},
    {"reading"},
    {"tracing"},
    {"checking"},
    {"history", "diagrams"},
    {"project", "notes", "exchange", "family", "publishing"},
    {"staff"},
    {"pack", "past", "pipeline", "words_to_approve", "showing", "first_look"},
    {"commands"},
    {"mkdocs_plugin", "command_line", "cli", "start"},
]
"""From the bottom up: a layer may import those below it, and what stands beside it where that makes no circle."""

ROOMS: Mapping[str, tuple[frozenset[str], ...]] = {
    "reading": (frozenset({"yaml"}), frozenset({"records"}), REST),
    "diagrams": (frozenset({"text_fit", "svg", "state_marks"}), frozenset({"layout"}), REST, frozenset({"flow"})),
    "notes": (frozenset({"pictures"}), REST),
    "family": (frozenset({"words"}), frozenset({"telling"}), frozenset({"guards"}), REST),
    "staff": (
        REST,
        frozenset({"parts"}),
        frozenset({"pages"}),
        frozenset({"groups"}),
        frozenset({"staff_edition"}),
    ),
}
"""The large rooms, from the bottom up in the same way: folders and modules of each, `REST` what is not named."""

HOMES: Mapping[str, tuple[str, ...]] = {
    "mkdocs": ("mkdocs_plugin",),
    "material": (),
    "yaml": ("reading", "project", "exchange.*plan_layout", "exchange.*_editing", "exchange.*sheet_map"),
    "jinja2": ("project.*templates", "family.*templates"),
    "networkx": ("tracing",),
    "PIL": ("notes",),
    "xlsxwriter": ("exchange",),
    "openpyxl": ("exchange",),
    "icalendar": ("exchange",),
    "docx": ("exchange",),
    "lxml": (),
    "subprocess": ("history",),
    "git": (),
    "pygit2": (),
}
"""Where each may be imported: a part of the package, or those of its modules whose names end in what follows `*`."""

Imports = Mapping[str, frozenset[str]]
"""For each module everything that it imports, by full name."""


def test_the_package_is_read() -> None:
    """The tests below look at the real package: its lowest layer and its one record of git are among the modules."""
    imports = read_imports(FOLDER)
    assert "action_plans.model.record" in imports
    assert "subprocess" in imports["action_plans.history.git"]


def test_imports_point_one_way() -> None:
    """No module imports from a layer above its own, and every module belongs to a layer."""
    assert pointing_up(read_imports(FOLDER)) == []


def test_imports_point_one_way_inside_the_large_rooms() -> None:
    """Inside a large room, too, no module imports from a layer above its own."""
    imports = read_imports(FOLDER)
    assert [said for room in ROOMS for said in pointing_up_inside(room, imports)] == []


def test_there_is_no_circle() -> None:
    """Neither modules nor parts of the package import each other in a circle."""
    imports = read_imports(FOLDER)
    assert circle(inside(imports)) == []
    assert circle(between_parts(imports)) == []


def test_each_framework_stays_in_its_home() -> None:
    """MkDocs, YAML, Jinja, networkx and git are each known to one part only, so that each can be replaced."""
    assert away_from_home(read_imports(FOLDER)) == []


def test_nothing_is_imported_through_a_facade() -> None:
    """Every `__init__.py` is empty, so that no import brings more than it names."""
    assert [str(file.relative_to(FOLDER)) for file in FOLDER.rglob("__init__.py") if file.read_text("utf-8")] == []


def test_imports_are_absolute() -> None:
    """No module is named by dots."""
    relative = [
        f"{_module_name(FOLDER, file)}:{node.lineno}"
        for file in sorted(FOLDER.rglob("*.py"))
        for node in ast.walk(ast.parse(file.read_bytes()))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_every_part_of_the_package_is_a_package() -> None:
    """A folder of modules without `__init__.py` would be left out of the wheel's type information."""
    folders = {file.parent for file in FOLDER.rglob("*.py")}
    assert sorted(str(folder) for folder in folders if not (folder / "__init__.py").is_file()) == []


@pytest.mark.parametrize(
    ("text", "imported"),
    [
        ("import yaml", "yaml"),
        ("import yaml.nodes as n", "yaml.nodes"),
        ("from yaml import nodes", "yaml.nodes"),
        ("def late():\n    import networkx", "networkx"),
        (
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from mkdocs.plugins import BasePlugin",
            "mkdocs.plugins",
        ),
    ],
)
def test_every_kind_of_import_is_seen(tmp_path: Path, text: str, imported: str) -> None:
    """At the top, inside a function, for types only, by any spelling: the reading misses none."""
    (tmp_path / "one.py").write_text(text, encoding="utf-8")
    assert imported in read_imports(tmp_path)["action_plans.one"]


@pytest.mark.parametrize(
    ("importer", "imported", "wrong"),
    [
        ("action_plans.model.plan", "action_plans.reading.files", True),
        ("action_plans.history.git", "action_plans.staff.pages.home", True),
        ("action_plans.nowhere", "action_plans.model.plan", True),
        ("action_plans.tracing.trace", "action_plans.frameworks.statements", False),
        ("action_plans.mkdocs_plugin", "action_plans.pipeline", False),
    ],
)
def test_an_import_that_points_up_would_be_found(importer: str, imported: str, wrong: bool) -> None:
    """The claim above can fail: an import of a higher layer and a module of no layer are named."""
    assert bool(pointing_up({importer: frozenset({imported})})) == wrong


@pytest.mark.parametrize(
    ("importer", "imported", "wrong"),
    [
        ("action_plans.staff.parts.gaps", "action_plans.staff.pages.home_page", True),
        ("action_plans.staff.context", "action_plans.staff.parts.gaps", True),
        ("action_plans.staff.pages.home_page", "action_plans.staff.parts.gaps", False),
        ("action_plans.reading.yaml.quoting", "action_plans.reading.folders", True),
    ],
)
def test_an_import_that_points_up_inside_a_room_would_be_found(importer: str, imported: str, wrong: bool) -> None:
    """The claim above can fail: an import of a higher layer of the same room is named."""
    imports = {importer: frozenset({imported}), imported: frozenset[str]()}
    assert bool(pointing_up_inside(importer.split(".")[1], imports)) == wrong


@pytest.mark.parametrize(
    ("module", "imported", "wrong"),
    [
        ("action_plans.staff.pages.home", "mkdocs.structure.pages", True),
        ("action_plans.mkdocs_plugin", "mkdocs.plugins", False),
        ("action_plans.mkdocs_plugin.hooks", "mkdocs.plugins", False),
        ("action_plans.exchange.workbook", "yaml", True),
        ("action_plans.staff.pages.home", "jinja2", True),
        ("action_plans.project.templates", "jinja2", False),
        ("action_plans.cli", "subprocess", True),
    ],
)
def test_a_framework_away_from_home_would_be_found(module: str, imported: str, wrong: bool) -> None:
    """The claim above can fail: each framework is refused everywhere but at home."""
    assert bool(away_from_home({module: frozenset({imported})})) == wrong


def test_a_circle_would_be_found() -> None:
    """The claim above can fail: a circle of three is named whole, and one between parts that no modules make."""
    three = {"action_plans.a.x": {"action_plans.b.x"}, "action_plans.b.x": {"action_plans.c.x"}}
    closed = {**three, "action_plans.c.x": {"action_plans.a.x"}}
    assert len(circle(inside({name: frozenset(to) for name, to in closed.items()}))) == 4
    parts = {**three, "action_plans.c.y": {"action_plans.a.y"}}
    assert circle(between_parts({name: frozenset(to) for name, to in parts.items()}))


def read_imports(folder: Path) -> Imports:
    """Return what every module of a package's folder imports."""
    return {_module_name(folder, file): frozenset(_imports(file)) for file in sorted(folder.rglob("*.py"))}


def pointing_up(imports: Imports) -> list[str]:
    """Return the imports of a layer above, in words, and the modules of no layer."""
    found = []
    for module, names in inside(imports).items():
        if part(module) and _layer(module) is None:
            found.append(f"{module} belongs to no layer")
        for name in sorted(names):
            here, there = _layer(module), _layer(name)
            if here is not None and there is not None and there > here:
                found.append(f"{module} imports {name}")
    return found


def pointing_up_inside(room: str, imports: Imports) -> list[str]:
    """Return the imports within a room of a layer above, in words."""
    return [
        f"{module} imports {name}"
        for module, names in inside(imports).items()
        if part(module) == room
        for name in sorted(names)
        if part(name) == room and _height(room, name) > _height(room, module)
    ]


def away_from_home(imports: Imports) -> list[str]:
    """Return the imports of a framework outside its home, in words."""
    return [
        f"{module} imports {name}"
        for module, names in imports.items()
        for name in sorted(names)
        if name.split(".")[0] in HOMES and not any(_is_home(module, home) for home in HOMES[name.split(".")[0]])
    ]


def inside(imports: Imports) -> dict[str, set[str]]:
    """Return the imports within the package, a name imported from a module as the module."""
    return {
        module: {_known(name, imports) for name in names if name.split(".")[0] == PACKAGE} - {module}
        for module, names in imports.items()
    }


def between_parts(imports: Imports) -> dict[str, set[str]]:
    """Return which parts of the package import which."""
    parts: dict[str, set[str]] = {}
    for module, names in inside(imports).items():
        parts.setdefault(part(module), set()).update({part(name) for name in names} - {part(module)})
    return parts


def circle(graph: Mapping[str, set[str]]) -> list[str]:
    """Return a circle, its first name again as its last; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def part(module: str) -> str:
    """Return the part of the package that a module is in; empty for the package itself."""
    return module.removeprefix(PACKAGE).removeprefix(".").split(".")[0]


def _layer(module: str) -> int | None:
    return next((height for height, parts in enumerate(LAYERS) if part(module) in parts), None)


def _folder(module: str) -> str:
    """Return the folder of a room that a module lies in; empty for the room itself."""
    steps = module.removeprefix(f"{PACKAGE}.").split(".")
    return steps[1] if len(steps) > 2 else ""


def _height(room: str, module: str) -> int:
    name = _folder(module) or module.rpartition(".")[2]
    rest = ROOMS[room].index(REST)
    return next((height for height, names in enumerate(ROOMS[room]) if name in names), rest)


def _is_home(module: str, home: str) -> bool:
    where, star, ending = home.partition(".*")
    return part(module) == where and (not star or module.endswith(ending))


def _known(name: str, imports: Imports) -> str:
    """Return the module that a name is in: `from a.b import c` may mean the module a.b.c or c in a.b."""
    return name if name in imports or name.rpartition(".")[0] not in imports else name.rpartition(".")[0]


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module_name(folder: Path, file: Path) -> str:
    parts = file.relative_to(folder).with_suffix("").parts
    return ".".join([PACKAGE, *parts]).removesuffix(".__init__")
