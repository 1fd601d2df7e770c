"""Other programs that trace requirements, on the same findings, actions and evidence notes, in turn with ours.

    make bench-peers      or    python benchmarks/peers.py --environment FOLDER [--findings 300] [--rounds 3]
                                       [--page-a-thing]

sphinx-needs, StrictDoc and Doorstop are installed in an environment of their own. Each is given the same things with
the same links, texts of about the same length, and publishes HTML: one document a plan; the first two also a page for
each finding, action and note, as our sites have it, where that is asked for. None makes an edition for families,
drawings or downloads: they say what a team waits for, not who does more.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import yaml
from measuring import Task, in_turn, measure, table
from portfolio import generate, write

_OURS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_SPHINX = "project = 'Peers'\nextensions = ['sphinx_needs']\nneeds_id_regex = '.*'\n"
_FENCE = "---"


@dataclass(frozen=True)
class Item:
    """A finding, an action or an evidence note: its id in the whole portfolio, its title, text, and what it is for."""

    ref: str
    kind: str
    title: str
    text: str
    links: tuple[str, ...]


def main() -> None:
    """Write every project, measure in turn, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--environment", type=Path, required=True)
    parser.add_argument("--findings", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--page-a-thing", action="store_true", help="make a page for each thing too, in an hour")
    options = parser.parse_args()
    tools = options.environment.resolve() / "bin"
    with tempfile.TemporaryDirectory(prefix="action-plans-peers-") as folder:
        home = Path(folder)
        ours = home / "ours"
        generate(ours, options.findings)
        measure(_OURS, ours)  # which also compiles what is compiled once
        commands = {"ours, both editions": Task(_OURS, ours)}
        peers = _peers(tools) | (_page_a_thing(tools) if options.page_a_thing else {})
        for name, (write_project, command) in peers.items():
            write_project(home / name, _documents(ours))
            commands[name] = Task(command, home / name)
        print(table(in_turn(commands, options.rounds)))


_Peers = dict[str, tuple[Callable[[Path, Mapping[str, list[Item]]], None], Sequence[str]]]
"""For each program what writes its project, and the command that publishes it."""


def _peers(tools: Path) -> _Peers:
    return {
        "sphinx-needs": (_write_sphinx, _sphinx(tools)),
        "StrictDoc": (_write_strictdoc, _strictdoc(tools)),
        "Doorstop": (_write_doorstop, (f"{tools}/doorstop", "publish", "all", "published", "--html")),
    }


def _page_a_thing(tools: Path) -> _Peers:
    return {
        "sphinx-needs, a page a thing": (_write_sphinx_pages, _sphinx(tools)),
        "StrictDoc, a page a thing": (_write_strictdoc_pages, _strictdoc(tools)),
    }


def _sphinx(tools: Path) -> Sequence[str]:
    return (f"{tools}/sphinx-build", "-q", "-E", "-b", "html", ".", "_build")


def _strictdoc(tools: Path) -> Sequence[str]:
    return (f"{tools}/strictdoc", "export", ".", "--output-dir", "output")


def _documents(project: Path) -> dict[str, list[Item]]:
    """Return the things of each plan, by its id, read from a generated project."""
    found = {}
    for file in sorted((project / "plans").glob("*.yaml")):
        plan = yaml.safe_load(file.read_text(encoding="utf-8"))
        notes = sorted((project / "evidence" / file.stem).glob("*.md"))
        found[plan["id"]] = [*_of_plan(plan), *map(_of_note, notes)]
    return found


def _of_plan(plan: dict[str, object]) -> Iterator[Item]:
    ref = plan["id"]
    for finding in plan["findings"]:  # type: ignore[attr-defined]  # a plan of ours: a list
        yield Item(f"{ref}-{finding['id']}", "finding", finding["title"], finding["text"].strip(), ())
    for action in plan["actions"]:  # type: ignore[attr-defined]  # likewise
        links = tuple(f"{ref}-{other}" for other in (*action["for"], *action["depends_on"]))
        yield Item(f"{ref}-{action['id']}", "action", action["title"], action["description"].strip(), links)


def _of_note(file: Path) -> Item:
    _, front, text = file.read_text(encoding="utf-8").split(_FENCE + "\n", 2)
    fields = yaml.safe_load(front)
    words = " ".join(line for line in text.splitlines() if line and not line.startswith("|"))
    return Item(fields["id"], "note", fields["title"], words, (fields["supports"][0].replace("/", "-"),))


def _write_sphinx(folder: Path, documents: Mapping[str, list[Item]]) -> None:
    write(folder / "conf.py", _SPHINX)
    write(folder / "index.rst", _contents("Peers", documents))
    for name, items in documents.items():
        write(folder / f"{name}.rst", _heading(name) + "".join(map(_as_need, items)))


def _write_sphinx_pages(folder: Path, documents: Mapping[str, list[Item]]) -> None:
    """Write a page for each finding, action and note, as our sites have it."""
    write(folder / "conf.py", _SPHINX)
    write(folder / "index.rst", _contents("Peers", documents))
    for name, items in documents.items():
        write(folder / f"{name}.rst", _contents(name, [item.ref for item in items]))
        for item in items:
            write(folder / f"{item.ref}.rst", _heading(item.ref) + _as_need(item))


def _heading(title: str) -> str:
    return f"{title}\n{'=' * len(title)}\n"


def _contents(title: str, names: Iterable[str]) -> str:
    return f"{_heading(title)}\n.. toctree::\n\n" + "".join(f"   {name}\n" for name in names)


def _as_need(item: Item) -> str:
    links = f"   :links: {', '.join(item.links)}\n" if item.links else ""
    return f"\n.. req:: {item.title}\n   :id: {item.ref}\n{links}\n   {item.text}\n"


def _write_strictdoc(folder: Path, documents: Mapping[str, list[Item]]) -> None:
    for name, items in documents.items():
        write(folder / f"{name}.sdoc", f"[DOCUMENT]\nTITLE: {name}\n" + "".join(map(_as_requirement, items)))


def _write_strictdoc_pages(folder: Path, documents: Mapping[str, list[Item]]) -> None:
    """Write a document for each finding, action and note."""
    _write_strictdoc(folder, {item.ref: [item] for items in documents.values() for item in items})


def _as_requirement(item: Item) -> str:
    relations = "RELATIONS:\n" if item.links else ""
    return (
        f"\n[REQUIREMENT]\nUID: {item.ref}\nTITLE: {item.title}\nSTATEMENT: >>>\n{item.text}\n<<<\n{relations}"
        + "".join(f"- TYPE: Parent\n  VALUE: {link}\n" for link in item.links)
    )


def _write_doorstop(folder: Path, documents: Mapping[str, list[Item]]) -> None:
    """Write a tree of documents: actions below findings and notes below actions, as the program wants it."""
    measure(("git", "init", "--quiet", str(folder)), folder.parent)
    number = {item.ref: place for items in documents.values() for place, item in enumerate(items, 1)}
    prefix = {item.ref: f"{name}{item.kind[0]}" for name, items in documents.items() for item in items}
    first = f"{next(iter(documents))}f"
    for name, items in documents.items():
        for kind, above in (("f", first), ("a", f"{name}f"), ("n", f"{name}a")):
            parent = {} if f"{name}{kind}" == first else {"parent": above}
            settings = {"digits": 4, "prefix": f"{name}{kind}", "sep": "-", **parent}
            write(folder / f"{name}{kind}" / ".doorstop.yml", yaml.safe_dump({"settings": settings}))
        for item in items:
            links = [{f"{prefix[link]}-{number[link]:04}": None} for link in item.links]
            fields = {"active": True, "derived": False, "header": item.title, "level": f"1.{number[item.ref]}"}
            fields |= {"links": links, "normative": True, "ref": "", "reviewed": None, "text": item.text}
            path = folder / prefix[item.ref] / f"{prefix[item.ref]}-{number[item.ref]:04}.yml"
            write(path, yaml.safe_dump(fields))


if __name__ == "__main__":
    main()
