"""Mutants: places of the code where one thing can be changed, and a sample of them that stays the same.

The changes are cosmic-ray's. Of the several that fit at one place, one is taken, and of all places a sample, both by
the sum of a seed with the words of the line: a change of the code leaves the rest of the sample as it is, and a larger
sample begins with the smaller one. Left out by rule is what nobody could notice: annotations, what a decorator is given
(frozen, slots, caches), `|` between types, and `is` for `==`, which is the same for an enum. So are words, docstrings
among them: what is printed has tests of its own.
"""

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.operators.operator import Operator
from parso.tree import NodeOrLeaf

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "site_plugins"
ROOMS = ("tracing", "family/guards", "family/telling")
"""The folders of the package in which something is changed."""
SEED = 2026

_Place = tuple[int, int]
_LEFT_OUT = ("ReplaceBinaryOperator_BitOr", "RemoveDecorator", "Variable", "ExceptionReplacer")  # fails at `one.Error`
_KEPT_IS = ("ReplaceComparisonOperator_Is_IsNot", "ReplaceComparisonOperator_IsNot_Is")


@dataclass(frozen=True)
class Mutant:
    """One change: the module's file, its room, the operator, which of the operator's places there, and its line."""

    path: Path
    room: str
    operator: str
    occurrence: int
    line: int

    @property
    def module(self) -> str:
        """The module's name, such as `action_plans.tracing.rules`."""
        return ".".join(self.path.relative_to(SOURCE).with_suffix("").parts)

    @property
    def code(self) -> str:
        """The module's code with the change in it."""
        return str(mutate_code(_text(self.path), _operators()[self.operator], self.occurrence))

    @property
    def change(self) -> str:
        """The lines that go and those that come, each with `-` or `+` before it."""
        lines = difflib.unified_diff(_text(self.path).split("\n"), self.code.split("\n"), lineterm="", n=0)
        return "\n".join(f"    {line}" for line in lines if not line.startswith(("+++", "---", "@@")))

    def __str__(self) -> str:
        """Read as `site_plugins/action_plans/tracing/rules.py:41 AddNot`."""
        return f"{self.path.relative_to(ROOT)}:{self.line} {self.operator.partition('/')[2]}"


def sampled(number: int, part: str = "") -> tuple[list[Mutant], int]:
    """Return so many mutants, or all, and of how many; only those whose path holds `part`. The order is the seed's."""
    ranked = sorted(one for one in _ranked() if part in str(one[1].path.relative_to(SOURCE)))
    return list(islice((one for _, one in ranked if _can_run(one)), number)), len(ranked)


def _ranked() -> Iterator[tuple[tuple[str, int], Mutant]]:
    """Yield one mutant for each place, with what it is sorted by."""
    seen = 0
    for room in ROOMS:
        for path in sorted((SOURCE / "action_plans" / room).rglob("*.py")):
            lines = _text(path).split("\n")
            for (line, column), fitting in _places(path):
                where = f"{SEED} {path.name} {lines[line - 1]} {column}"
                name, occurrence = min(fitting, key=lambda one: _sum(f"{where} {one[0]}"))
                seen += 1
                yield (_sum(where), seen), Mutant(path, room, name, occurrence, line)


def _can_run(one: Mutant) -> bool:
    """Whether it is Python at all: `**` before a mapping is no power, though the operator takes it for one."""
    try:
        compile(one.code, str(one.path), "exec")
    except SyntaxError:
        return False
    return True


def _places(path: Path) -> Iterator[tuple[_Place, list[tuple[str, int]]]]:
    """Yield each place of a module with the operators that fit there, and which of their places it is."""
    nodes = list(ast_nodes(get_ast(_text(path))))
    unnoticed = [span for node in nodes for span in _unnoticed(node)]
    found: dict[_Place, list[tuple[str, int]]] = {}
    for name, operator in _operators().items():
        starts = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for number, start in enumerate(starts):
            found.setdefault(start, []).append((name, number))
    for place in sorted(found):
        if not any(start <= place < end for start, end in unnoticed):
            yield place, found[place]


def _unnoticed(node: NodeOrLeaf) -> Iterator[tuple[_Place, _Place]]:
    """Yield from where to where nothing that runs is written: a decorator, or a type."""
    parts = getattr(node, "children", ())
    if node.type == "decorator":
        yield node.start_pos, node.end_pos
    elif node.type in ("annassign", "tfpdef"):
        kind = parts[1 if node.type == "annassign" else -1]
        yield kind.start_pos, kind.end_pos
    elif node.type == "funcdef" and (returned := getattr(node, "annotation", None)) is not None:
        yield returned.start_pos, returned.end_pos


@cache
def _operators() -> dict[str, Operator]:
    return {name: plugins.get_operator(name)() for name in sorted(plugins.operator_names()) if _is_kept(name)}


def _is_kept(name: str) -> bool:
    operator = name.partition("/")[2]
    has_is = operator.startswith("ReplaceComparisonOperator_Is") or operator.endswith(("_Is", "_IsNot"))
    return operator in _KEPT_IS if has_is else not operator.startswith(_LEFT_OUT)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _sum(words: str) -> str:
    return sha256(words.encode()).hexdigest()
