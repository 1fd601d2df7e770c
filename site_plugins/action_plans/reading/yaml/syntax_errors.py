"""What is wrong with a text that is no YAML, in the words of whoever wrote it: place, mistake, remedy.

The parser says where it stopped; that is often not where the mistake is. Each `_look` knows one mistake by
what stands around the place, and the first that recognises its own answers.
"""

import re
from collections.abc import Callable, Container

import yaml

from action_plans.model.fault import Fault
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.reading.yaml.copied_marks import copied_mark
from action_plans.reading.yaml.missing_spaces import colon_without_space, dash_without_space, other_sign
from action_plans.reading.yaml.pasted_slips import odd_character, other_bullet, spreadsheet_row
from action_plans.reading.yaml.quoting import as_value, cut, quoted
from action_plans.reading.yaml.syntax_slip import Found, Place, Slip, slip_of
from action_plans.reading.yaml.two_fields import two_fields
from action_plans.reading.yaml.wrong_indents import begins_too_far_right, misplaced_dash, outdented, unfitting


def explain_syntax(error: yaml.YAMLError, text: str, path: str, known: Container[str] = ()) -> Problem:
    """Return the problem behind a parser's error; `known` are names of fields."""
    slip = slip_of(error, text, known)
    found = next(found for look in _LOOKS if (found := look(slip)))
    line, column = found.place
    return found.fault.at(Code.YAML, Origin(path, line + 1, column + 1))


def _tab(slip: Slip) -> Found | None:
    for number in (slip.place[0], slip.begun[0]):
        indent = re.match(r"[ \t]*", slip.line(number))
        if indent and "\t" in indent[0]:
            break
    else:
        if not slip.after.startswith("\t"):
            return None
        return _tabbed(slip.place)
    return _tabbed((number, indent[0].index("\t")))


def _tabbed(place: Place) -> Found:
    hint = "Indent with spaces, two for each step; most editors can be told to write spaces for the tab key."
    return Found(place, Fault("a tab stands here, where YAML takes spaces only.", hint))


def _open_quote(slip: Slip) -> Found | None:
    if "quoted scalar" in slip.doing and ("end of stream" in slip.said or "document" in slip.said):
        return _never_closed(slip.begun, slip.line(slip.begun[0])[slip.begun[1] : slip.begun[1] + 1])
    if slip.quote and _follows_quote(slip, slip.place) and slip.quote.start_mark.line < slip.place[0]:
        return _never_closed((slip.quote.start_mark.line, slip.quote.start_mark.column), slip.quote.style)
    return None


def _never_closed(place: Place, quote: str) -> Found:
    return Found(place, Fault(f"the {quote} that opens here is not closed.", f"Write {quote} where the text ends."))


def _after_quote(slip: Slip) -> Found | None:
    place = next((place for place in (slip.place, slip.begun) if _follows_quote(slip, place)), None)
    if slip.quote is None or place is None:
        return None
    inside = "Write '' for an apostrophe inside single quotes, or put the text in double quotes."
    if slip.quote.style == '"':
        start, line = slip.quote.start_mark, slip.line(place[0])
        text = line[start.column :].split(" #")[0].rstrip() if start.line == place[0] else "'"
        whole = ", not a part, in quotes" if "'" in text else f" in single quotes: '{text}'"
        inside = f'Write \\" for a quote inside double quotes, or put all of the text{whole}.'
    return Found(place, Fault(f"the text in quotes ends before this, at {slip.quote.style}, and more follows.", inside))


def _follows_quote(slip: Slip, place: Place) -> bool:
    """Whether a text in quotes ends on the line of a place, and nothing stands between them."""
    if slip.quote is None:
        return False
    end = slip.quote.end_mark
    return bool(end.line == place[0] and not slip.line(place[0])[end.column : place[1]].strip())


def _backslash(slip: Slip) -> Found | None:
    if "quoted scalar" not in slip.doing or not ("escape" in slip.said or "hexdecimal" in slip.said):
        return None
    column = max(slip.before.rfind("\\"), 0) if not slip.after.startswith("\\") else slip.place[1]
    hint = "Put the text in single quotes, in which a backslash is a backslash."
    return Found((slip.place[0], column), Fault("a \\ inside double quotes begins a sign that does not exist.", hint))


def _beginning(slip: Slip) -> Found | None:
    place = slip.begun if re.search(r"an alias|an anchor|a tag|a directive|parsing a node", slip.doing) else slip.place
    if begun := re.match(r"\s*(?:-\s+)*[^\s:#][^:#]*:\s+(?=[*&!])", slip.before):
        place = place[0], begun.end()  # what cannot begin a text did not stop the parser: what follows it did
    text = slip.line(place[0])[place[1] :]
    if text[:1] not in tuple("@`%*&!?") or not text:
        return None
    if (named := _name_with_a_sign(slip, place)) is not None:
        return Found(place, named)
    value = quoted(text.split(" #")[0])
    message = f"a text cannot begin with {text[0]} unless it is in quotes."
    return Found(place, Fault(message, f"Put it in quotes: {value}."))


def _name_with_a_sign(slip: Slip, place: Place) -> Fault | None:
    """Return what to write where what begins so is the name of a field: `% complete: 50`."""
    line = slip.line(place[0])
    match = _SIGNED_NAME.fullmatch(line[place[1] :].split(" #")[0].rstrip())
    if match is None or line[: place[1]].strip(" -"):
        return None
    name, value = match["name"], as_value(match["value"])
    meant = (
        f"{name}: {value}" if name in slip.known else f'extra: {{"{match["sign"]}{match["between"]}{name}": {value}}}'
    )
    hint = f"Write {meant}" if name in slip.known else f"What has no field goes under extra: write {meant}"
    return Fault(f"the name of a field cannot begin with {match['sign']}.", hint)


_SIGNED_NAME = re.compile(
    r"(?P<sign>[@`%])(?P<between>\s*)(?P<name>[A-Za-z_][\w -]{0,39}?)`?:\s+(?P<value>[^\s{\[|>].*)"
)


def _colon(slip: Slip) -> Found | None:
    if "mapping values" not in slip.said:
        return None
    if match := re.match(r"(\s*+(?:-\s++)*+[^:#]*+:)\s+(?=.*:)", slip.before + ":"):
        hint = f"Put the text in quotes: {match[1].strip()} {quoted(slip.line()[match.end() :])}."
        return Found(slip.place, Fault("a colon and a space stand inside a text that is not in quotes.", hint))
    above = _line_above(slip)
    if above is not None and (found := colon_without_space(slip, above)) is not None:
        return found
    if above is not None and ":" not in slip.line(above):
        return _no_colon_on(slip, above)
    hint = "Begin it in the same column as the other fields of its group."
    column = len(slip.line()) - len(slip.line().lstrip())
    place = (slip.place[0], column)
    return Found(place, Fault("this line is indented further than the field above, which has a value already.", hint))


def _line_above(slip: Slip) -> int | None:
    numbers = range(slip.place[0] - 1, -1, -1)
    return next((n for n in numbers if slip.line(n).strip() and not slip.line(n).lstrip().startswith("#")), None)


def _no_colon(slip: Slip) -> Found | None:
    return _no_colon_on(slip, slip.begun[0]) if "find expected ':'" in slip.said else None


def _no_colon_on(slip: Slip, number: int) -> Found:
    line = slip.line(number)
    column = len(line) - len(line.lstrip(" -"))
    words = line.strip(" -")
    if (found := colon_without_space(slip, number)) is not None:
        return found
    if (fault := other_sign(words)) is not None:
        return Found((number, column), fault)
    if " #" in words and ":" in words:
        hint = "Put the whole name in quotes, or take out the #."
        return Found((number, column), Fault("the # begins a comment, so this line has no colon.", hint))
    name, _, rest = words.partition(" ")
    meant = f"{cut(name)}: {cut(rest) or 'and the value'}"
    hint = f"Write {meant}, or, if the line goes on with the text above, indent it further."
    return Found((number, column), Fault("this line has no colon after the name of a field.", hint))


def _bracket(slip: Slip) -> Found | None:
    sign = slip.after[:1]
    if sign and sign in ",]}" and (slip.opened is None or "content" in slip.said):
        hint = f"Take it out, or write the value before it; a text with {sign} goes in quotes."
        return Found(slip.place, Fault(f"a {sign} stands where a value is meant.", hint))
    if slip.opened:
        opens = slip.line(slip.opened[0])[slip.opened[1]]
        closes = {"{": "}", "[": "]"}[opens]
        message = f"the {opens} that opens here is not closed, or a comma is missing after one of its values."
        hint = f"Close it with {closes}; put a comma between values, and a text that holds , : {{ or [ in quotes."
        return Found(slip.opened, Fault(message, hint))
    ended = slip.before.rstrip()
    if ended.endswith(("]", "}")) and slip.after.strip():
        hint = "If all of it is one text, put it in quotes."
        return Found(slip.place, Fault(f"more text follows after the {ended[-1]} that ends the value.", hint))
    return None


def _block_text(slip: Slip) -> Found | None:
    if "block scalar" not in slip.doing:
        return None
    sign = slip.line(slip.begun[0])[slip.begun[1] : slip.begun[1] + 1]
    hint = f"Begin the text on the next line, indented; if a text begins with {sign}, put it in quotes."
    return Found(
        slip.begun, Fault(f"after {sign} at the end of a field's name, nothing else may stand on the line.", hint)
    )


def _list(slip: Slip) -> Found | None:
    if "sequence entries" in slip.said:
        hint = "Begin the list on the next line, or, if - belongs to the text, put it in quotes."
        return Found(slip.place, Fault("a list item, beginning with -, stands on the line of another field.", hint))
    return misplaced_dash(slip)


def _document(slip: Slip) -> Found | None:
    if "document start" not in slip.said:
        return None
    if not any(line.startswith(("...", "---")) for line in slip.lines[: slip.place[0]]):
        return None
    hint = "Take out the line with ... or --- above, or make two files."
    return Found(slip.place, Fault("the file goes on after a line that ends it.", hint))


def _anything(slip: Slip) -> Found:
    hint = "Check quotes, colons, brackets and indentation on this line and on the one above."
    return Found(slip.place, Fault("from here on the file cannot be read as YAML.", hint))


_LOOKS: tuple[Callable[[Slip], Found | None], ...] = (
    copied_mark,
    odd_character,
    spreadsheet_row,
    other_bullet,
    _tab,
    dash_without_space,
    outdented,
    _open_quote,
    two_fields,
    _after_quote,
    _backslash,
    _colon,
    _no_colon,
    _beginning,
    _bracket,
    _block_text,
    _list,
    unfitting,
    begins_too_far_right,
    _document,
    _anything,
)
