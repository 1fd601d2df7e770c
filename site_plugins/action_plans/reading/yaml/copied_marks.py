"""Lines that other texts have and a plan has not: fences around copied code, drawn lines, comments of other kinds."""

import re

from action_plans.model.fault import Fault
from action_plans.reading.yaml.quoting import cut
from action_plans.reading.yaml.syntax_slip import Found, Slip

_FENCE = re.compile(r"\s*(?:```+|~~~+)\s*[\w.+-]*\s*")
_DRAWN = re.compile(r"\s*[-=_*~+\u2013\u2014]{2,}\s*")
_COMMENT = re.compile(r"\s*(?P<mark>//|/\*|<!--|;)\s*(?P<words>.*?)\s*(?:\*/|-->)?\s*")


def copied_mark(slip: Slip) -> Found | None:
    """A fence, a drawn line or a comment of another kind, where a field is meant."""
    for number in slip.near():
        line = slip.line(number)
        place = number, len(line) - len(line.lstrip())
        if _FENCE.fullmatch(line):
            others = [n for n, one in enumerate(slip.lines) if n != number and _FENCE.fullmatch(one)]
            return Found(place, fence_fault([n + 1 for n in others]))
        if _DRAWN.fullmatch(line):
            message = "this line is drawn, as between two parts of a text, and is no field."
            return Found(place, Fault(message, "Delete it; a comment begins with #."))
        if (fault := comment_fault(line)) is not None:
            return Found(place, fault)
    return None


def fence_fault(others: list[int]) -> Fault:
    """Return what is wrong with a line of ``` or ~~~; `others` are the numbers of the other ones."""
    hint = "Delete it."
    if others:
        numbers = " and ".join(map(str, others[:2]))
        hint = f"Delete it, and line {numbers}, which {'is' if len(others) == 1 else 'are'} like it."
    return Fault("this line came along with copied text and is no field.", hint)


def comment_fault(line: str) -> Fault | None:
    """Return what is wrong with a line that begins as comments do elsewhere: `// ours`."""
    match = _COMMENT.fullmatch(line)
    if match is None:
        return None
    hint = f"Write # {cut(match['words'])}" if match["words"] else "Delete it."
    return Fault(f"a comment begins with #, not with {match['mark']}.", hint)


def is_fence(line: str) -> bool:
    """Whether a line begins or ends copied code."""
    return _FENCE.fullmatch(line) is not None


def is_drawn(line: str) -> bool:
    """Whether a line holds nothing but hyphens, dashes and the like: `----`, or a long dash that Word made of them."""
    return re.fullmatch(r"\s*[-=_*\u2013\u2014]+\s*", line) is not None
