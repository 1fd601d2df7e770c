"""The last look at finished files: what is internal or private in them is our own fault, and stops everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache, partial
from html import unescape
from itertools import chain
from urllib.parse import unquote, urlsplit

from action_plans.family.guards.excused import Excused, excused
from action_plans.family.guards.gates import Gates, facts_of, names_of
from action_plans.family.guards.internal_words import InternalText, holding
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.guards.taint import Leak, Taint
from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.family.telling.rating import reports_told
from action_plans.family.telling.release import Judged, Released
from action_plans.family.telling.shapes import dialled
from action_plans.family.telling.told_states import FamilyState
from action_plans.family.words.folding import is_turned
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.content_policy import STILL
from action_plans.tracing.trace import Trace


def output_problems(
    files: Mapping[str, bytes],
    trace: Trace,
    judged: Sequence[Judged],
    released: Sequence[Released],
    gates: Gates,
    own: Iterable[str],
    addresses: AbstractSet[str],
) -> Iterator[Problem]:
    """Yield AP501 for everything in finished files that no author wrote for families, and for a page without policy.

    Words for families that are not published count as internal: they may stand nowhere, either. `own` are words that
    stand in the templates, and the addresses of the site; `addresses` are the files that the edition should have.
    """
    names = [name for one in released for name in names_of(one.published.service)]
    taint = Taint(
        allowed=_allowed(trace, released, gates.languages, tuple(own)),
        marks=cache(lambda: gates.marks.sparing(names)),
        patterns=_patterns(released, gates),
        addresses=addresses,
    )
    seen = taint.look(files)
    yield from (_problem(leak) for leak in seen.leaks)
    texts = chain(gates.internal.texts(), [tuple(_withheld(judged, released))]) if seen.runs else ()
    for run, internal in holding(texts, seen.runs.keys()).items():
        for file in seen.runs[run]:
            yield _problem(Leak(file, "words of an internal text", " ".join(run)), internal.origin)
    yield from (_problem(Leak(name, "a page without its content policy")) for name in pages_without_policy(files))


def pages_without_policy(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the pages whose first policy is not ours."""
    wanted = f'<meta http-equiv="Content-Security-Policy" content="{STILL}">'.encode()
    for name, content in files.items():
        head, _, _ = content.partition(b"</head>")
        if name.endswith(".html") and (wanted not in head or head.count(b"Content-Security-Policy") != 1):
            yield name


def unsafe_pages(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what makes pages of a project's own theme unsafe, in a sentence each.

    They have no content policy, or a mark that turns letters round, spelt out or not: they show what no guard has read.
    """
    yield from (f"it leaves out the content policy of every page, as in {name}" for name in pages_without_policy(files))
    for name, content in files.items():
        if name.endswith(".html") and is_turned(unescape(content.decode())):
            yield f"a hidden mark turns letters round in {name}"


def _problem(leak: Leak, origin: Origin | None = None) -> Problem:
    words = f": “{leak.words}”" if leak.words else ""
    message = f"The family edition would hold {leak.what}{words}, in {leak.file}."
    hint = "Nothing is published. No author wrote this for families: look at the templates of the family edition."
    return Problem(Code.LEAK, message, origin or Origin(leak.file), hint)


def _withheld(judged: Sequence[Judged], released: Sequence[Released]) -> Iterator[InternalText]:
    """Yield what was written for families and is not published."""
    told = {(text.field, text.language, text.text) for one in released for entry in one.entries for text in entry.texts}
    for each in judged:
        for text in each.entry.texts:
            if (text.field, text.language, text.text) not in told:
                yield InternalText(text.text, partial(_origin_of, text), text.field == "title")


def _origin_of(text: AuthorText) -> Origin:
    return text.origin


def _allowed(
    trace: Trace, released: Sequence[Released], languages: Mapping[str, ThemeWords], own: Iterable[str]
) -> Excused:
    published = [entry for one in released for entry in one.entries]
    texts = [text.text for entry in published for text in entry.texts]
    texts += [text.term for entry in published for text in entry.texts if text.term]
    texts += [text for entry in published for text in _figures(entry, languages.values())]
    terms = [term for words in languages.values() for term in words.words["words"]]
    states = [name for state in FamilyState for name in (state.value, f"mark-{state.value}")]
    slots: dict[str, list[str]] = {"name": [], "by": [], "who": [], "host": [], "page": ["1"]}
    for one in released:
        service = one.published.service
        facts = tuple(facts_of(service))  # links as they are written, and as `pieces` reads them: without `%20`
        texts += [*names_of(service), *facts, *map(_shown, facts), *map(unquote, facts)]
        texts += [*_dialled(facts)]
        slots["name"] += dict.fromkeys(names_of(service))
        slots["who"] += _askable(one)
        slots["by"] += [
            text.text for entry in one.published.plans for text in entry.texts if text.field == "apology_by"
        ]
        for report in reports_told(one.published.all_plans, trace.today):
            if report.url:
                texts += [report.url, _shown(report.url), unquote(report.url), report.from_]
                slots["host"].append(urlsplit(report.url).hostname or "")
    texts += [*_dialled(words.say(name) for words in languages.values() for name in words.words if "_phone" in name)]
    return excused(texts, languages.values(), (*own, *terms, *states, STILL), slots)


def _figures(entry: Entry, languages: Iterable[ThemeWords]) -> Iterator[str]:
    """Yield a topic's figures as a page says them: `7 out of 10`."""
    said = {(text.field, text.language): text.text for text in entry.texts}
    for words in languages:
        of = said.get(("measure: of", words.language))
        for name in ("before", "now"):
            value = said.get((f"measure: {name}", words.language))
            if of and value:
                yield f"{value} {words.say('out_of')} {of}"


def _askable(one: Released) -> list[str]:
    """Return how the sentence that says whom to ask may name them."""
    family = one.published.service.family
    contact = family.contact if family is not None else None
    if contact is None:
        return []
    whos = list((contact.who or {}).values())
    return [
        *whos,
        *([contact.name] if contact.name else []),
        *(f"{who} ({contact.name})" for who in whos if contact.name),
    ]


def _shown(address: str) -> str:
    return address.split("://", 1)[-1].rstrip("/")


def _dialled(facts: Iterable[str]) -> Iterator[str]:
    """Yield telephone numbers as a link dials them."""
    yield from map(dialled, facts)


def _patterns(released: Sequence[Released], gates: Gates) -> PrivateWords:
    """Return the patterns for texts that neither an author nor the theme wrote as they stand."""
    facts = [fact for one in released for fact in (*names_of(one.published.service), *facts_of(one.published.service))]
    return gates.patterns(facts)
