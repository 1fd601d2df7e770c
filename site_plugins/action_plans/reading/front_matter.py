"""The front matter of a Markdown file: fields between two lines of `---`, and the body after them."""

from dataclasses import dataclass

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.reading.yaml.copied_marks import fence_fault, is_drawn, is_fence

_LINE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """A file in two parts.

    `fields` is YAML with as many lines before it as in the file, so that its lines are those of the file.
    `body_line` is the line of the file, from 1, at which `body` begins: the first one with
    words on it.
    """

    fields: str
    body: str
    body_line: int


def split_front_matter(text: str, path: str) -> FrontMatter | Problem:
    """Split the text of a Markdown file, or return what is wrong with its front matter."""
    lines = text.split("\n")
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if lines[start].rstrip() != _LINE:
        return _not_begun(lines, start, path)
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == _LINE), None)
    if end is None:
        return _not_closed(lines, start, path)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines[start + 1 : end]):
        hint = "Write title:, date: and supports: between the two lines ---."
        return Problem(Code.FRONT_MATTER, "the front matter is empty.", Origin(path, start + 1), hint)
    fields = "\n" * (start + 1) + "\n".join(lines[start + 1 : end]) + "\n"
    first = next((n for n in range(end + 1, len(lines)) if lines[n].strip()), end + 1)
    return FrontMatter(fields, "\n".join(lines[first:]), first + 1)


def _not_begun(lines: list[str], start: int, path: str) -> Problem:
    """Say what is wrong with the first line of a note; it may be nearly right, or come from where it was copied."""
    place = Origin(path, start + 1)
    if is_drawn(lines[start]):
        return Problem(Code.FRONT_MATTER, "the note begins with a line that is not quite ---.", place, _ANEW)
    if is_fence(lines[start]):
        others = [n + 1 for n, line in enumerate(lines) if n != start and is_fence(line)]
        return fence_fault(others[-1:]).at(Code.FRONT_MATTER, place)
    hint = "Begin it with a line ---, then id:, title:, date: and supports:, then a line ---."
    return Problem(Code.FRONT_MATTER, "the note does not begin with front matter.", place, hint)


def _not_closed(lines: list[str], start: int, path: str) -> Problem:
    """Say that no line ends the fields of a note, and which one may have been meant to."""
    nearly = next((n for n in range(start + 1, len(lines)) if is_drawn(lines[n])), None)
    if nearly is not None:
        message = "the front matter is not closed: this line is not quite ---."
        return Problem(Code.FRONT_MATTER, message, Origin(path, nearly + 1), _ANEW)
    hint = "Write a line --- after the last field."
    return Problem(Code.FRONT_MATTER, "the front matter is not closed.", Origin(path, start + 1), hint)


_ANEW = "Write it anew: three hyphens, ---, with nothing before or after them."
