"""The front matter of a Markdown file: fields between two lines of `---`, and the body after them."""

from dataclasses import dataclass

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem

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
        hint = "Begin it with a line ---, then id:, title:, date: and supports:, then a line ---."
        return Problem(Code.FRONT_MATTER, "the note does not begin with front matter.", Origin(path, start + 1), hint)
    end = next((n for n in range(start + 1, len(lines)) if lines[n].rstrip() == _LINE), None)
    if end is None:
        hint = "Write a line --- after the last field."
        return Problem(Code.FRONT_MATTER, "the front matter is not closed.", Origin(path, start + 1), hint)
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines[start + 1 : end]):
        hint = "Write title:, date: and supports: between the two lines ---."
        return Problem(Code.FRONT_MATTER, "the front matter is empty.", Origin(path, start + 1), hint)
    fields = "\n" * (start + 1) + "\n".join(lines[start + 1 : end]) + "\n"
    first = next((n for n in range(end + 1, len(lines)) if lines[n].strip()), end + 1)
    return FrontMatter(fields, "\n".join(lines[first:]), first + 1)
