"""A colon or a dash with no space after it, or another sign for a colon: a text, where a field or an item is meant."""

import re
from collections.abc import Iterator
from dataclasses import replace

from action_plans.model.fault import Fault
from action_plans.reading.yaml.quoting import as_value, cut
from action_plans.reading.yaml.syntax_slip import Found, Slip


def colon_fault(text: str) -> Fault | None:
    """Return what is wrong with a text that is a name and a value with no space between them: `id:P`."""
    match = _NAME.match(text)
    if match is None:
        return None
    meant = f"{match['name']}: {cut(match['rest'])}"
    return Fault("there is no space after the colon.", f"Put a space after the colon: {meant}")


def dash_without_space(slip: Slip) -> Found | None:
    """An item of a list whose - has no space after it."""
    for number in _near(slip):
        match = _DASH.match(slip.line(number))
        if match is None or not (_FIELD.match(match["rest"]) or _is_listed(slip, number, match["indent"])):
            continue
        place = number, len(match["indent"])
        hint = f"Put a space after the dash: - {cut(match['rest'])}"
        return Found(place, Fault("there is no space after the - that begins an item of a list.", hint))
    return None


def colon_without_space(slip: Slip, number: int) -> Found | None:
    """A field on a line whose colon has no space after it."""
    line = slip.line(number)
    column = len(line) - len(line.lstrip(" -"))
    fault = colon_fault(line[column:]) if ": " not in line and not line.rstrip().endswith(":") else None
    return Found((number, column), fault) if fault is not None else None


def other_sign(text: str) -> Fault | None:
    """Return what is wrong with a line on which another sign stands for the colon: `RM = Registered manager`."""
    match = _OTHER_SIGN.fullmatch(text.strip())
    if match is None:
        return None
    sign, rest = match["sign"] or match["apart"], match["rest"]
    value = as_value(rest)
    goes_on = ", or, if the line goes on with the text above, indent it further" if match["apart"] else ""
    message = f"{sign} stands after {match['name']}, where a colon is meant."
    return Fault(message, f"Write {match['name']}: {value}{goes_on}")


def other_signs(text: str) -> Fault | None:
    """Return what is wrong with a text that is several such lines, folded into one."""
    names = list(_NAME_AND_SIGN.finditer(text))
    if not names or names[0].start():
        return None
    ends = [*(name.start() for name in names[1:]), len(text)]
    fault = other_sign(text[: ends[0]])
    if fault is None or len(ends) == 1:
        return fault
    return replace(fault, hint=f"{fault.hint}, and so each of the lines below it")


_NAME = re.compile(r"(?P<name>[A-Za-z_][\w-]{0,39}):(?P<rest>(?!//)[^\s:].*)")
_SIGN = r"(?:[ \t]*(?P<sign>=+>?|;)[ \t]*|[ \t]+(?P<apart>->|[-\N{EN DASH}\N{EM DASH}|\N{RIGHTWARDS ARROW}])[ \t]+)"
_OTHER_SIGN = re.compile(rf"(?P<name>[A-Za-z_][\w-]{{0,39}}){_SIGN}(?P<rest>\S.*)")
_NAME_AND_SIGN = re.compile(rf"(?<!\S)[A-Za-z_][\w-]{{0,39}}{_SIGN}(?=\S)")
_DASH = re.compile(r"(?P<indent>\s*)-(?P<rest>[A-Za-z{\[\"'].*)")
_FIELD = re.compile(r"\{|[A-Za-z_][\w-]{0,39}:(?:\s|$)")


def _is_listed(slip: Slip, number: int, indent: str) -> bool:
    """Whether the line above it or below it that begins in the same column is an item of a list."""
    beside = (slip.line(number - 1), slip.line(number + 1))
    return any(re.match(rf"{indent}-\s", line) for line in beside)


def _near(slip: Slip) -> Iterator[int]:
    above = next((n for n in range(slip.place[0] - 1, -1, -1) if slip.line(n).strip()), slip.place[0])
    yield from dict.fromkeys((slip.place[0], above))
