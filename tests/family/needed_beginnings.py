"""Proves of an expression that every text it finds something in holds one of some beginnings of words.

The expression is made into an automaton, which is walked with every letter that matters, together with how the word it
is in begins. Where the end can be reached without a beginning that is needed, there is a text that the expression would
find and that nobody would look at. What is looked for around a match is left out, so more is let through, never less.
"""

import re
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]  # the tree of an expression, which nothing public shows
from typing import Any

from action_plans.family.guards.privacy.rule import DIGIT, DOT

_LONGEST = 4
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0_ .@-',;é"
_Move = tuple[str, frozenset[str], int]


def can_do_without(expression: re.Pattern[str], beginnings: frozenset[str]) -> bool:
    """Whether some text that an expression finds may hold none of these beginnings."""
    automaton = _Automaton(expression)
    walk = _Walk(beginnings)
    waiting = [(automaton.first, start, None) for start in (("", " "), (None, "w"))]
    seen = set(waiting)
    while waiting:
        state, place, ahead = waiting.pop()
        if state == automaton.last and not (ahead is False and place[0] in beginnings):
            return True
        for following in walk.steps(automaton.moves.get(state, ()), place, ahead):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return False


class _Walk:
    """How a text may go on from a place: how its word begins so far (None: not needed), and its last sign.

    `ahead` is whether the next letter has to be one of a word; None where it may be any.
    """

    def __init__(self, beginnings: frozenset[str]) -> None:
        self._wanted = beginnings
        self._parts = {word[:length] for word in beginnings for length in range(len(word) + 1)}

    def steps(self, moves: Iterable[_Move], place: Any, ahead: bool | None) -> Iterator[Any]:  # noqa: ANN401 -- a state
        for kind, letters, target in moves:
            if kind == "letter":
                for letter in letters:
                    following = self._after(letter, place) if ahead in (None, _is_word(letter)) else None
                    if following is not None:
                        yield target, following, None
            elif kind == "nothing":
                yield target, place, ahead
            elif kind == "no word before":
                if place[1] not in "w_":
                    yield target, place, ahead
            else:
                meant = (place[1] not in "w_") if kind == "edge" else (place[1] in "w_")
                if ahead in (None, meant):
                    yield target, place, meant

    def _after(self, letter: str, place: tuple[str | None, str]) -> tuple[str | None, str] | None:
        """Return the place after a letter; None where a beginning that is needed has been met."""
        begun, before = place
        if (letter == "0" and DIGIT in self._wanted) or (letter == "@" and "@" in self._wanted):
            return None
        if before == "." and _is_word(letter) and DOT in self._wanted:
            return None
        if not letter.isalnum():
            if begun and begun in self._wanted:
                return None
            return "", letter if letter in "._" else " "
        begun = letter if before != "w" else None if begun is None else begun + letter
        if begun is not None and len(begun) == _LONGEST and begun in self._wanted:
            return None
        return (begun if begun in self._parts else None), "w"


class _Automaton:
    """The states of an expression and what leads from one to the next."""

    def __init__(self, expression: re.Pattern[str]) -> None:
        self.moves: dict[int, list[_Move]] = {}
        self._count = 0
        tree = _parser.parse(expression.pattern, expression.flags & ~re.UNICODE)
        self._letters = frozenset(_ALPHABET) | frozenset(_signs(tree))
        self.first = self._state()
        self.last = self._all(tree, self.first)

    def _state(self) -> int:
        self._count += 1
        return self._count

    def _move(self, start: int, kind: str, letters: frozenset[str] = frozenset(), target: int | None = None) -> int:
        target = target or self._state()
        self.moves.setdefault(start, []).append((kind, letters, target))
        return target

    def _all(self, items: Iterable[Any], start: int) -> int:
        for operation, value in items:
            start = self._one(str(operation), value, start)
        return start

    def _one(self, operation: str, value: Any, start: int) -> int:  # noqa: ANN401 -- as the parser makes it
        match operation:
            case "LITERAL" | "NOT_LITERAL" | "IN" | "ANY":
                fitting = (letter for letter in self._letters if self._fits(operation, value, letter))
                end = self._move(start, "letter", frozenset(fitting))
            case "SUBPATTERN":
                end = self._all(value[-1], start)
            case "BRANCH":
                end = self._state()
                for branch in value[1]:
                    self._move(self._all(branch, start), "nothing", target=end)
            case "MAX_REPEAT" | "MIN_REPEAT":
                end = self._repeated(value[0], value[1], value[2], start)
            case "AT" if str(value) in _EDGES:
                end = self._move(start, _EDGES[str(value)])
            case "GROUPREF":  # whatever it was
                end = self._move(start, "nothing")
                self._move(end, "letter", self._letters, end)
            case "ASSERT_NOT" if value[0] < 0 and self._refuses_words(value[1]):
                end = self._move(start, "no word before")
            case "AT" | "ASSERT" | "ASSERT_NOT":
                end = start
            case _:
                raise AssertionError(operation)
        return end

    def _repeated(self, least: int, most: Any, items: Any, start: int) -> int:  # noqa: ANN401 -- likewise
        """How often more than once counts for nothing: as often as one likes holds all that is meant."""
        if least and most == 1:
            return self._all(items, start)
        again = self._move(self._all(items, start) if least else start, "nothing")
        end = self._all(items, again)
        self._move(again, "nothing", target=end)
        if most != 1:
            self._move(end, "nothing", target=again)
        return end

    def _refuses_words(self, items: Any) -> bool:  # noqa: ANN401 -- likewise
        if len(items) != 1:
            return False
        return all(self._fits(str(items[0][0]), items[0][1], letter) for letter in self._letters if _is_word(letter))

    def _fits(self, operation: str, value: Any, letter: str) -> bool:  # noqa: ANN401 -- likewise
        if operation == "ANY":
            return True
        if operation == "NOT_LITERAL":
            return chr(value) != letter or letter.isalpha()
        if operation == "LITERAL":
            return self._same(chr(value), letter)
        fits = any(self._is_in(str(kind), each, letter) for kind, each in value)
        is_turned = str(value[0][0]) == "NEGATE"
        return not fits if is_turned else fits

    def _is_in(self, kind: str, value: Any, letter: str) -> bool:  # noqa: ANN401 -- likewise
        if kind == "LITERAL":
            return self._same(chr(value), letter)
        if kind == "RANGE":
            return any(self._same(chr(code), letter) for code in range(value[0], value[1] + 1))
        if kind == "CATEGORY":
            return re.fullmatch(_CATEGORIES[str(value)], letter) is not None
        return False

    def _same(self, written: str, letter: str) -> bool:
        """Letters are walked in small ones, and one digit for all."""
        return letter == "0" if written.isdigit() else written.casefold() == letter


_EDGES = {"AT_BOUNDARY": "edge", "AT_NON_BOUNDARY": "no edge"}
_CATEGORIES = {
    "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W", "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D",
    "CATEGORY_SPACE": r"\s", "CATEGORY_NOT_SPACE": r"\S",
}  # fmt: skip


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _signs(tree: Any) -> Iterator[str]:  # noqa: ANN401 -- as the parser makes it
    """Yield every sign that an expression names and that is no letter or digit."""
    for found in re.finditer(r"LITERAL', (\d+)|LITERAL, (\d+)", repr(tree)):
        letter = chr(int(found[1] or found[2]))
        if not letter.isalnum():
            yield letter
