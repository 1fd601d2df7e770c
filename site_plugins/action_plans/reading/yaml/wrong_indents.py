"""Lines that begin in the wrong column: which one it is, and with how many spaces it belongs where."""

import re

from action_plans.model.fault import Fault
from action_plans.reading.yaml.quoting import cut
from action_plans.reading.yaml.syntax_slip import Found, Slip


def outdented(slip: Slip) -> Found | None:
    """A field that begins further left than those before and after it, most often in column 1."""
    above = _line_above(slip, slip.place[0])
    if above is None or _is_item(slip.line(above)):
        return None
    here, there = _indentation(slip.line()), _indentation(slip.line(above))
    before = _line_above(slip, above)
    if before is None or there >= here or not re.search(r":\s+\S", slip.line(above)):
        return None
    belongs = _field_column(slip.line(before))
    if here not in (belongs, _indentation(slip.line(before))) or there >= belongs:
        return None
    message = f"this line begins in column {there + 1}, and the fields around it in column {belongs + 1}."
    return Found((above, there), Fault(message, f"Indent it with {belongs} spaces, as they are."))


def unfitting(slip: Slip) -> Found | None:
    """A line whose column is that of no group above it."""
    if not ("expected key" in slip.said or "'-'" in slip.said or "block end" in slip.said):
        return None
    if slip.before.strip():
        return None
    indent = _indentation(slip.line())
    if (dashes := re.match(r"\s*(--+)\s+(\S.*)", slip.line())) is not None:
        hint = f"Write - {cut(dashes[2])}"
        return Found((slip.place[0], indent), Fault("an item of a list begins with one -, not with several.", hint))
    above = _line_above(slip, slip.place[0])
    if above is not None and (found := _below_a_dash(slip, above, indent)) is not None:
        return found
    columns = _columns_above(slip)
    ways = [f"with {column} {'space' if column == 1 else 'spaces'}" for column in columns if column]
    ways += ["in column 1"] if 0 in columns else []
    hint = f"Begin it {' or '.join(ways)}, as the lines above that it belongs to." if ways else _AS_OTHERS
    return Found((slip.place[0], indent), Fault(_FITS_NONE.format(indent + 1), hint))


def misplaced_dash(slip: Slip) -> Found | None:
    """An item of a list that begins in another column than those above it."""
    if not slip.after.startswith("- ") or slip.before.strip():
        return None
    if (found := _first_without_dash(slip)) is not None:
        return found
    columns = [str(column + 1) for column in _columns_above(slip)]
    place = f"in column {' or '.join(columns)}" if columns else "in the same column"
    hint = f"Begin the - {place}, as those of the other items, or below the field whose list it is."
    return Found(slip.place, Fault("a list item, beginning with -, stands where a field is meant.", hint))


def _first_without_dash(slip: Slip) -> Found | None:
    """The first thing of a list that goes on with a dash, right below the field whose list it is."""
    dash, first = slip.place[1], None
    number = _line_above(slip, slip.place[0])
    while number is not None and _indentation(slip.line(number)) > dash:
        first, number = number, _line_above(slip, number)
    if first is None or number is None or not slip.line(number).rstrip().endswith(":") or _is_item(slip.line(first)):
        return None
    line = slip.line(first)
    column = _indentation(line)
    if column != dash + 2:
        return None
    message = "this line begins the first thing of a list, and has no - before it."
    return Found((first, column), Fault(message, f"Write it with a - in column {dash + 1}: - {cut(line.strip())}"))


def begins_too_far_right(slip: Slip) -> Found | None:
    """The first lines of a file stand further right than the rest, as words do that were copied from within a text."""
    if "document start" not in slip.said:
        return None
    first = next((n for n, line in enumerate(slip.lines) if line.strip() and not line.lstrip().startswith("#")), 0)
    spaces = _indentation(slip.line(first))
    if not first < slip.place[0] or spaces <= _indentation(slip.line()):
        return None
    number = slip.place[0] + 1
    goes_on = _indentation(slip.line()) + 1
    message = f"the file begins in column {spaces + 1}, and goes on in column {goes_on} on line {number}."
    lines = "this line" if slip.place[0] == first + 1 else f"each line above line {number}"
    return Found((first, 0), Fault(message, f"Take {_spaces(spaces)} away at the beginning of {lines}."))


_FITS_NONE = "this line begins in column {}, which fits none of the lines above."
_AS_OTHERS = "Begin it in the same column as the other fields of its group."


def _below_a_dash(slip: Slip, above: int, indent: int) -> Found | None:
    """A field right below the line that begins its item, and not in the column of that item's first field."""
    line = slip.line(above)
    dash, first = _indentation(line), _field_column(line)
    if not _is_item(line) or not dash <= indent < first or not _FIELD.match(slip.line().lstrip()):
        return None
    if indent == dash + 2:
        message = f"the fields of this item begin in column {first + 1} here, and in column {indent + 1} below."
        return Found((above, dash), Fault(message, f"Write one space after the dash: - {cut(line[first:])}"))
    hint = (
        f"The fields of its item begin in column {first + 1}: indent it with {_spaces(first)}, "
        "and so each line below it that begins where it does."
    )
    return Found((slip.place[0], indent), Fault(_FITS_NONE.format(indent + 1), hint))


def _columns_above(slip: Slip) -> list[int]:
    """Return the nearest columns, on either side of a line, of groups that may still go on there; the right one first.

    A line that is an item of a list fits lists alone, any other one fields.
    """
    indent, is_item = _indentation(slip.line()), _is_item(slip.line())
    right, left, limit = None, None, None
    number = _line_above(slip, slip.place[0])
    while number is not None and limit != 0:
        line = slip.line(number)
        start = _indentation(line)
        if limit is None or start < limit:
            limit = start
            column = start if is_item else _field_column(line)
            if is_item and not _is_item(line):
                pass
            elif column > indent:
                right = column
            elif column < indent and left is None:
                left = column
        number = _line_above(slip, number)
    return [column for column in (right, left) if column is not None]


def _line_above(slip: Slip, number: int) -> int | None:
    numbers = range(number - 1, -1, -1)
    return next((n for n in numbers if slip.line(n).strip() and not slip.line(n).lstrip().startswith("#")), None)


_FIELD = re.compile(r"[\w\"'][^:#]*:(?:\s|$)")


def _is_item(line: str) -> bool:
    return re.match(r"\s*-(?:\s|$)", line) is not None


def _spaces(number: int) -> str:
    return f"{number} space{'s' if number > 1 else ''}"


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _field_column(line: str) -> int:
    """Return the column, from 0, at which the field of a line begins, after the - of a list."""
    return len(line) - len(line.lstrip(" -"))
