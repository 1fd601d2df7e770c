"""The parts of YAML that hide mistakes, each with why it is refused and what to write instead."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from action_plans.english.odd_characters import find_odd
from action_plans.model.origin import Origin, Position, place_at
from action_plans.model.problem import Code, Problem
from action_plans.reading.yaml.file_text import CONTROL
from action_plans.reading.yaml.missing_spaces import colon_fault
from action_plans.reading.yaml.pasted_slips import table_fault
from action_plans.reading.yaml.quoting import quoted, shown

Event = Any
"""An event of the parser; those of libyaml and of plain Python share no type that says where they stand."""

_KEEP_ONE = "Keep one of them; several values go into one field as a list."
_LOST = re.compile(r"[ \t]+#(?=\w)")


class Repeat(NamedTuple):
    """A field that a mapping has already: where, where again, the field last above it, whether it holds a list now."""

    name: str
    first: Position
    again: Position
    above: str
    is_list: bool = False


def position(event: Event) -> Position:
    """Return where an event begins, from 1."""
    mark = event.start_mark
    return place_at(mark.line + 1, mark.column + 1)


class Refusals:
    """The problems of one text, as its events are read."""

    def __init__(self, text: str, path: str) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._lines = text.split("\n")
        self.hashes = {number for number, line in enumerate(self._lines) if "#" in line and _LOST.search(line)}
        """Lines, from 0, on which a # may begin a comment that nobody meant."""

    def line(self, number: int) -> str:
        """Return a line of the text, counted from 1."""
        return self._lines[number - 1].strip()

    def not_a_mapping(self, message: str, place: Position, hint: str = "") -> None:
        """The text is empty, a list or a plain text."""
        hint = hint or "Begin with a field and its value, such as id: OAK2026."
        self._add(Code.NOT_A_MAPPING, place, message, hint)

    def no_fields(self, data: object, event: Event) -> None:
        """The text holds something else than fields: a row of a table, a name without a space after its colon."""
        place = position(event)
        fault = table_fault(data) if isinstance(data, str) else None
        if fault is None and isinstance(data, str) and (fault := colon_fault(data.split("\n")[0])) is not None:
            fault = colon_fault(self.line(place[0])) or fault
        if fault is not None:
            self.not_a_mapping(fault.message, place, fault.hint)
            return
        what = "is empty" if data is None else f"holds {'a list' if isinstance(data, list) else 'a text'}"
        self.not_a_mapping(f"the file {what}, where fields and their values are meant.", place)

    def several(self, event: Event) -> None:
        """A second document begins."""
        hint = "A file holds one thing: make it two files, or take out the line ---."
        self._add(Code.YAML, position(event), "a line --- begins a second document here.", hint)

    def too_deep(self, place: Position, deepest: int) -> None:
        """Lists and mappings lie too deep within each other."""
        hint = "A plan needs no more than six steps; check the indentation and the brackets."
        message = f"more than {deepest} groups or lists lie within each other here."
        self._add(Code.REFUSED_YAML, place, message, hint)

    def alias(self, event: Event) -> None:
        """A value stands elsewhere: `*name`."""
        begun = f"*{event.anchor}"
        hint = f'Write the value itself; if a text begins with *, put it in quotes: "{begun} ...".'
        message = f"{begun} stands for something written elsewhere (an alias)."
        self._add(Code.REFUSED_YAML, position(event), message, hint)

    def marks(self, event: Event) -> None:
        """A value has an anchor or a tag: `&name`, `!type`."""
        if event.anchor is not None:
            hint = f'Leave it out; if a text begins with &, put it in quotes: "&{event.anchor} ...".'
            message = f"&{event.anchor} marks a value for use elsewhere (an anchor)."
            self._add(Code.REFUSED_YAML, position(event), message, hint)
        if event.tag is not None:
            begun = event.tag.replace("tag:yaml.org,2002:", "!!")
            hint = f'Leave it out; if a text begins with !, put it in quotes: "{begun} ...".'
            self._add(Code.REFUSED_YAML, position(event), f"{begun} sets a type (a tag).", hint)

    def control(self, event: Event, character: str) -> None:
        """A text in double quotes writes, with a backslash, a character that cannot be shown."""
        hint = "Leave it out, or put the text in single quotes, in which a backslash is a backslash."
        message = f"the text in quotes holds a character that cannot be shown (U+{ord(character):04X})."
        self._add(Code.REFUSED_YAML, position(event), message, hint)

    def no_name(self, event: Event) -> None:
        """A list or mapping stands where a field's name is meant."""
        hint = 'If this is a text that begins with { or [, put it in quotes: "{ ... }".'
        message = "a group or a list stands where the name of a field is meant."
        self._add(Code.REFUSED_YAML, position(event), message, hint)

    def odd_name(self, key: Event) -> bool:
        """Refuse a name that none can be; return whether it was one."""
        name = key.value
        if name == "<<" and not key.style:
            said = "<< takes in fields from elsewhere (a merge key).", "Write the fields themselves."
        elif not name:
            said = "a field has no name before its colon.", "Write name: value; a text with a colon goes in quotes."
        elif CONTROL.search(name):
            said = "the name of a field holds a character that cannot be shown.", "Write the name in plain letters."
        else:
            return False
        self._add(Code.REFUSED_YAML, position(key), *said)
        return True

    def twice(self, repeats: Sequence[Repeat], written: Mapping[str, Any] | None, *, in_list: bool) -> None:
        """A mapping has fields twice: `written` is what it holds, None where braces say what belongs to it.

        Several of them, in a thing of a list, are those of the next thing, of which the first line was lost.
        """
        is_next = in_list and written is not None and (len(repeats) > 1 or repeats[0].name == "id")
        for one in repeats:
            if is_next and one.name != repeats[0].name:
                continue
            ways = []
            if not is_next and written is not None and _may_take(written.get(one.above), one.name):
                ways.append(f"if it belongs to {one.above}, above, indent it as what stands there")
            if is_next or (ways and in_list):
                ways.append("if the next of the list begins here, write - before it, or its lost first line")
            if one.is_list and written is not None and isinstance(written.get(one.name), list) and not in_list:
                ways = [_list_again(one)]
            hint = "; ".join((*ways, "else keep one of the two.")) if ways else _KEEP_ONE
            message = f"the field {one.name} is written twice: on line {one.first[0]} and on line {one.again[0]}."
            self._add(Code.REFUSED_YAML, one.again, message, hint[0].upper() + hint[1:])

    def begins_anew(self, first: Repeat) -> None:
        """A second plan or service stands below the first."""
        hint = f"A file holds one plan: move all from line {first.again[0]} on into a file of its own."
        message = "the file begins anew here: id, title and more stand above already."
        self._add(Code.REFUSED_YAML, first.again, message, hint)

    def stray(self, name: str, place: Position) -> None:
        """A name without colon stands between braces."""
        if ":" in name and (odd := find_odd(name)) is not None:
            self._add(Code.UNKNOWN_FIELD, place, f"{shown(name)} is no field and its value.", odd.said)
            return
        if (fault := colon_fault(name)) is not None:
            self._add(Code.UNKNOWN_FIELD, place, f"{shown(name)} is no field and its value.", fault.hint)
            return
        hint = f"A comma inside {{ }} ends a value: put the text in quotes, such as {quoted(f'..., {name}')}."
        self._add(Code.UNKNOWN_FIELD, place, f"{shown(name)} stands where a field and its value are meant.", hint)

    def lost_words(self, event: Event) -> None:
        """Warn where a # cuts a plain text off."""
        end = event.end_mark
        line = self._lines[end.line]
        if not (match := _LOST.match(line, end.column)):
            return
        lost = line[match.end() - 1 :].rstrip()
        hint = f"Put the whole text in quotes: {quoted(f'{event.value} {lost}')}. A comment has a space after its #."
        place = end.line + 1, match.end()
        self._add(Code.LOST_WORDS, place, f"the words after the # are lost: {shown(lost)}.", hint)

    def _add(self, code: Code, place: Position, message: str, hint: str) -> None:
        self.problems.append(Problem(code, message, Origin(self._path, *place), hint))


def _list_again(repeat: Repeat) -> str:
    if repeat.above == repeat.name:
        return "if the list above goes on, delete this line"
    return f"if the list goes on, put what stands below at its end, above {repeat.above}, and delete this line"


def _may_take(above: Any, name: str) -> bool:  # noqa: ANN401 -- any value
    """Whether a value has fields, and not yet one of this name."""
    last = above[-1] if isinstance(above, list) and above else above
    return isinstance(last, dict) and name not in last
