"""What is wrong in the files of a project's own theme, approval apart: each with file and line."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from action_plans.family.guards.gates import Gates
from action_plans.family.guards.own_words import FIXED, faults_in_words, missing_names, said_in
from action_plans.family.own_styles import faults_in_style, printed_in_style, written_in_style
from action_plans.family.own_templates import (
    faults_in_template,
    hidden_in_template,
    printed_in_template,
    together_in_template,
)
from action_plans.family.own_theme_problem import LANGUAGE_HINT, theme_problem
from action_plans.family.words.folding import fold, is_turned
from action_plans.family.words.plain_words import OWN_LIST
from action_plans.family.words.words_file import WordsFileError, read_words_text
from action_plans.model.direction_marks import has_pasted_marks, without_pasted_marks
from action_plans.model.family import ENGLISH
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem


def faults_in_file(
    shown: str, path: str, content: bytes, english: Mapping[str, object], gates: Gates, ours: str = ""
) -> Iterator[Problem]:
    """Yield everything that is wrong in a file.

    Args:
        shown: how people know it.
        path: its path within the project's own theme.
        content: what it holds.
        english: the package's own words.
        gates: the guards.
        ours: the package's own file of that name: what stands there may stand in a copy.
    """
    if path.endswith((".html", ".css", ".json", ".svg", ".txt")):
        try:
            text = without_pasted_marks(content.decode("utf-8-sig").replace("\r\n", "\n"))
        except UnicodeDecodeError as error:
            line = content[: error.start].count(b"\n") + 1
            yield theme_problem(shown, "is not saved as UTF-8", "Save it as UTF-8.", line)
            return
        if path.endswith(".html"):
            yield from _faults_in_template(shown, text, ours, gates)
        elif path.endswith(".css"):
            yield from (theme_problem(shown, *fault) for fault in faults_in_style(text))
            ours_too = frozenset(fold(line).strip() for line, _ in written_in_style(ours))
            yield from _private(shown, tuple(written_in_style(text)), gates, is_style=True, known=ours_too)
            known = frozenset(fold(each).strip() for each, _ in printed_in_style(ours))
            yield from _private(shown, tuple(printed_in_style(text)), gates, known=known)
        elif path.endswith(".json"):
            yield from _faults_in_json(shown, path, text, english, gates)
        else:
            yield from _private(shown, ((text, 1),), gates)


def _faults_in_template(shown: str, text: str, ours: str, gates: Gates) -> Iterator[Problem]:
    yield from (theme_problem(shown, *fault) for fault in faults_in_template(text, ours))
    printed = frozenset(fold(each).strip() for each, _ in printed_in_template(ours))
    hidden = frozenset(fold(each).strip() for each, _ in hidden_in_template(ours))
    whole = ((each, 1) for each in together_in_template(text, printed))
    yield from _private(shown, (*printed_in_template(text), *whole), gates, known=printed)
    yield from _private(shown, hidden_in_template(text), gates, are_joined=False, known=hidden)


def _faults_in_json(shown: str, path: str, text: str, english: Mapping[str, object], gates: Gates) -> Iterator[Problem]:
    try:
        table = read_words_text(text, shown)
    except WordsFileError as error:
        yield theme_problem(shown, error.said, error.problem.hint, error.problem.origin.line)
        return
    if path == OWN_LIST:
        yield from (theme_problem(shown, *fault) for fault in _faults_in_list(table))
        return
    language = path.rpartition("/")[2].removesuffix(".json")
    yield from (theme_problem(shown, *fault) for fault in faults_in_words(text, language, english))
    said = (
        (without_pasted_marks(each), 1)
        for name, value in table.items()
        if name not in (*FIXED, "personal_words")
        for each in said_in(value)
    )
    known = frozenset(fold(each).strip() for each in said_in(english))
    yield from _private(shown, said, gates, is_english=language == ENGLISH, are_joined=False, known=known)
    missing = missing_names(table, english) if language != ENGLISH else []
    if missing:
        listed = ", ".join(f"`{name}`" for name in missing[:6]) + (" and more" if len(missing) > 6 else "")  # noqa: PLR2004 -- a list that one reads
        message = f"{shown} has not all that English says: {listed}. Nothing is published in this language."
        yield Problem(Code.OWN_THEME, message, Origin(shown, 1, 1), LANGUAGE_HINT)


def _faults_in_list(table: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a project's own list of plain words."""
    official = table.get("official", {})
    fits = isinstance(official, Mapping) and all(isinstance(each, str) for each in official.values())
    if not fits:
        yield "has no table of words in `official`", 'Write "official": {"huddle|huddles": "short talk"}.'
    for name in ("allowed", "easy_long", "capitals"):
        value = table.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            yield f"has no list of words in `{name}`", f'Write "{name}": ["..."].'


def _private(
    shown: str, said: Iterator[tuple[str, int]] | Sequence[tuple[str, int]], gates: Gates, *, is_style: bool = False,
    is_english: bool = True, are_joined: bool = True, known: AbstractSet[str] = frozenset(),
) -> Iterator[Problem]:  # fmt: skip
    """Yield what tells on somebody or is internal in texts of a project's own theme, alone and one after the other.

    A mark of direction that is spelt out, such as `&#x202b;`, was not pasted along, and would be printed.
    """
    guard = gates.for_theme()
    said = tuple(said)
    if turned := next((line for text, line in said if is_turned(text) or has_pasted_marks(text)), None):
        yield theme_problem(
            shown, "holds a hidden mark that turns its letters", "Delete it: type the words anew.", turned
        )
    texts = [(text, line) for each, line in said if (text := fold(each).strip()) not in known]
    if are_joined:
        texts.append((" ".join(text for text, _ in texts), texts[0][1] if texts else 1))
    told: set[str] = set()
    for text, line in texts:
        found = [] if is_style else [private.what for private in guard.patterns.find(text, is_english=is_english)]
        found += [mark.what for mark in guard.marks.find(text)]
        found += gates.internal_words_in(text)
        for what in found:
            if what not in told:
                told.add(what)
                yield theme_problem(
                    shown, f"holds what looks like {what}", "Take it out: these pages are for everybody.", line
                )
