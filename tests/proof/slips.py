"""Slips: what people, programs and nobody in their right mind do to a project that was valid."""

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from action_plans.project.template_folders import builtin_templates
from tests.proof.from_model import Written
from tests.proof.projects import Drawn, valid_projects
from tests.proof.values import SCRIPT

Slip = Callable[[st.DrawFn, Drawn], str]
"""Does something to a project, and returns what, in words."""


@st.composite
def nearly_valid_projects(draw: st.DrawFn) -> Drawn:
    """Return a project that was valid before one to three slips."""
    drawn = deepcopy(draw(valid_projects()))
    for name in draw(st.lists(st.sampled_from(sorted(SLIPS)), min_size=1, max_size=3, unique=True)):
        drawn.slips.append(SLIPS[name](draw, drawn))
    return drawn


Place = tuple[dict[Any, Any] | list[Any], Any]
"""Where a value stands: what holds it, and its key or number."""

_WRONG: tuple[object, ...] = ([], {}, None, True, 12, -1.5, "words", {"a": {"b": 1}}, [[1], {"c": []}], [None], "", " ")
_DAYS = (
    "01/03/2026", "2026-02-30", "0001-01-01", "9999-12-31", "1 Febuary 2026", "2026-13", "31/12/99", "tomorrow", "2026",
    "December 9999", "1 January 1", "2026-06-31T10:00:00Z",
)  # fmt: skip
_HOSTILE = (
    SCRIPT,
    f"]]>{SCRIPT}<!--",
    f'"><img src=x onerror="{SCRIPT}">',
    "javascript:qzhostile()",
    "../../etc/passwd",
    "${{ x }}",
)
_CONTROL = ("a\x07b", "a\x1b[31mred", "a\x00b", "a\ud800b", "a\u2028b\u2029", "a\x85b", "a\x0bb\x0c", "\ufeffa", "a\rb")
_ODD = (
    "\N{CYRILLIC CAPITAL LETTER A}1",
    "F\N{SOFT HYPHEN}1",
    "A\N{FULLWIDTH DIGIT ONE}",
    "e\N{COMBINING ACUTE ACCENT}" * 50,
    "\u0131",
    "ß",
    "\u202eA1",
    "A1\u200b",
)
_REFERENCES = (
    "for",
    "depends_on",
    "source",
    "supports",
    "measures",
    "milestone",
    "item",
    "about",
    "instead",
    "repeats",
)
_ROLES = ("owner", "by", "checked_by", "lead", "helpers", "checker", "who")
_NOWHERE = (
    "A99",
    "NOPE/A1",
    "OAK/",
    "/A1",
    "evidence/",
    "A1/A2/A3",
    "F1, F2",
    "a b",
    "CQC",
    "OAK/A1/evidence-9",
    "*",
    "A" * 200,
)


def _places(data: Any) -> Iterator[Place]:  # noqa: ANN401 -- whatever a file holds
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in list(pairs):
        yield data, key
        yield from _places(value)


def _any_place(draw: st.DrawFn, drawn: Drawn, keys: tuple[str, ...] = ()) -> Place | None:
    places = [place for _, data in drawn.records for place in _places(data) if not keys or place[1] in keys]
    return draw(st.sampled_from(places)) if places else None


def _set(values: tuple[object, ...], keys: tuple[str, ...] = ()) -> Slip:
    def slip(draw: st.DrawFn, drawn: Drawn) -> str:
        place = _any_place(draw, drawn, keys)
        if place is None:
            return "nothing"
        value = deepcopy(draw(st.sampled_from(values)))
        place[0][place[1]] = value
        return f"{place[1]} is {str(value)[:40]!r}"

    return slip


def _unknown_key(draw: st.DrawFn, drawn: Drawn) -> str:
    key = draw(
        st.sampled_from(
            ("ownr", "statuss", "Title", "a b", "", "0", "\N{CYRILLIC SMALL LETTER A}ctions", 7, None, True)
        )
    )
    mappings: list[dict[Any, Any]] = [data for _, data in drawn.records]
    mappings += [
        holder[key] for holder, key in (p for d in list(mappings) for p in _places(d)) if isinstance(holder[key], dict)
    ]
    draw(st.sampled_from(mappings))[key] = deepcopy(draw(st.sampled_from(_WRONG)))
    return f"the unknown key {key!r}"


def _dropped(draw: st.DrawFn, drawn: Drawn) -> str:
    place = _any_place(draw, drawn)
    if place is None:
        return "nothing"
    del place[0][place[1]]
    return f"{place[1]} is dropped"


def _items(drawn: Drawn) -> list[Written]:
    several = [value for plan in drawn.plans.values() for value in plan.values() if isinstance(value, list)]
    return [one for value in several for one in value if isinstance(one, dict) and "id" in one]


def _circle(draw: st.DrawFn, drawn: Drawn) -> str:
    actions = [one for one in _items(drawn) if "due" in one and "owner" in one]
    for number, one in enumerate(actions):
        one[draw(st.sampled_from(("depends_on", "depends_on", "stopped")))] = actions[number - 1]["id"]
        if "stopped" in one and isinstance(one["stopped"], str):
            one["stopped"] = {"date": "2026-04-01", "instead": one["stopped"]}
    return "circles of actions"


def _twins(draw: st.DrawFn, drawn: Drawn) -> str:
    items = _items(drawn)
    if len(items) > 1:
        first, second = draw(st.sampled_from(items)), draw(st.sampled_from(items))
        second["id"] = draw(st.sampled_from((str(first["id"]), str(first["id"]).lower(), "OAK")))
    else:
        drawn.plans["plans/twin.yaml"] = dict(next(iter(drawn.plans.values())))
    return "two of one id"


def _contradicted(draw: st.DrawFn, drawn: Drawn) -> str:
    stopped = {"date": "2026-04-01"}
    both = (
        {"status": "closed"},
        {"status": "open", "closed_on": "2026-04-01"},
        {"stopped": stopped, "closed_on": "May 2026"},
    )
    for one in _items(drawn):
        one.update(deepcopy(draw(st.sampled_from(both))))
    return "a status that contradicts itself"


def _huge(draw: st.DrawFn, drawn: Drawn) -> str:
    deep: object = "x"
    for _ in range(draw(st.sampled_from((18, 25, 300)))):
        deep = [deep]
    huge = ("x" * 30_000, "9" * 5000, "1e999999", deep, ["A1"] * 300, {f"k{n}": n for n in range(200)}, "word " * 3000)
    return _set(huge)(draw, drawn)


def _bitten(draw: st.DrawFn, drawn: Drawn) -> str:
    """Change the text of a file as it is written: what YAML, an editor, a merge or a broken disk makes of it."""
    files = [path for path in drawn.files if path.endswith((".yaml", ".md"))]
    path = draw(st.sampled_from(files))
    content = drawn.files[path]
    at = draw(st.integers(0, len(content)))
    line = content.rfind(b"\n", 0, at) + 1
    how = draw(st.sampled_from(sorted(_BITES)))
    drawn.after.append((path, _BITES[how](content, at, line)))
    drawn.__dict__.pop("files", None)
    return f"{path}: {how} at {at}"


def _insert(what: bytes) -> Callable[[bytes, int, int], bytes]:
    return lambda content, at, _line: content[:at] + what + content[at:]


def _line_of(what: bytes) -> Callable[[bytes, int, int], bytes]:
    return lambda content, _at, line: content[:line] + what + b"\n" + content[line:]


_BITES: Mapping[str, Callable[[bytes, int, int], bytes]] = {
    "cut off": lambda content, at, _line: content[:at],
    "one byte less": lambda content, at, _line: content[:at] + content[at + 1 :],
    "twice": lambda content, _at, _line: content + content,
    "empty": lambda _content, _at, _line: b"",
    "blank": lambda _content, _at, _line: b" \n\t\n",
    "only CR": lambda content, _at, _line: content.replace(b"\n", b"\r"),
    "UTF-16": lambda content, _at, _line: content.decode("utf-8", "replace").encode("utf-16"),
    "a tab": _line_of(b"\tid: X"),
    "a merge": _line_of(b"<<<<<<< HEAD"),
    "an alias": _insert(b" *x "),
    "an anchor": _insert(b" &x "),
    "a merge key": _line_of(b"<<: {id: X}"),
    "a tag": _insert(b" !!python/object:os.system "),
    "a key twice": _line_of(b"id: OTHER"),
    "a document": _line_of(b"---"),
    "an end": _line_of(b"..."),
    "a directive": _line_of(b"%YAML 9.9"),
    "a quote": _insert(b'"'),
    "an apostrophe": _insert(b"'"),
    "a bracket": _insert(b"["),
    "a brace": _insert(b"}"),
    "a colon": _insert(b": "),
    "a comment": _insert(b" #4 "),
    "a dash": _line_of(b"- x"),
    "a question": _line_of(b"? [a, b]\n: c"),
    "a block": _insert(b": |\n"),
    "a NUL": _insert(b"\x00"),
    "a bell": _insert(b"\x07"),
    "latin-1": _insert(b"\xe9"),
    "a surrogate": _insert(b"\xed\xa0\x80"),
    "an escape": _insert(b'"\\ud800\\x00\\q"'),
    "next line": _insert("\x85".encode()),
    "mark inside": _insert("\N{BYTE ORDER MARK}".encode()),
}


def _own_theme(draw: st.DrawFn, drawn: Drawn) -> str:
    """Give the project words and templates of its own, for families and for staff: right, wrong and hostile ones."""
    home = "docs_templates/family"
    words = (builtin_templates() / "family" / "words" / "en.json").read_text(encoding="utf-8")
    cut = draw(st.integers(0, len(words)))
    own = {
        f"{home}/words/en.json": (
            words[:cut],
            words.replace('"Home"', f'"{SCRIPT}"'),
            "{}",
            "[1]",
            '{"title": 3}',
            "\ud800",
        ),
        f"{home}/words/pl.json": (words.replace("en-GB", "pl"), words, '{"language": "pl"}'),
        f"{home}/topic.html": ("{{ nothing.here }}", "{% if %}", SCRIPT, '{% extends "topic.html" %}', "{{ 1 // 0 }}"),
        f"{home}/style.css": ("body{}", "@import url(https://example.org)", "\x00"),
        f"{home}/approved-theme.yaml": ("{by: RM, date: 2026-04-01, fingerprint: x}", "[", "by: ZZ"),
        "docs_templates/staff/plan.html.j2": ("<p>{{ nothing.here }}", "{% for %}", "{{ 1 / 0 }}", "plain"),
    }
    path = draw(st.sampled_from(sorted(own)))
    drawn.own[path] = draw(st.sampled_from(own[path])).encode("utf-8", "surrogatepass")
    return f"{path} of its own"


SLIPS: Mapping[str, Slip] = {
    "a wrong type": _set(_WRONG),
    "an unknown key": _unknown_key,
    "something dropped": _dropped,
    "a reference to nothing": _set(_NOWHERE, _REFERENCES),
    "an unknown role": _set(("ZZ", "rm", "TBC", "all staff", "Jo Example", "RM, DM", ""), _ROLES),
    "a circle": _circle,
    "twins": _twins,
    "a contradiction": _contradicted,
    "a day": _set(_DAYS, ("due", "date", "closed_on", "started", "review_due", "check_due", "published", "to", "from")),
    "hostile words": _set(_HOSTILE),
    "control characters": _set(_CONTROL),
    "something huge": _huge,
    "odd letters": _set(_ODD),
    "what bites": _bitten,
    "what bites twice": _bitten,
    "words and templates": _own_theme,
}
"""Every kind of slip, by its name."""
