"""The last look at finished files: what is internal or private in them is our own fault, and stops everything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from action_plans.family.author_texts import Entry, entries
from action_plans.family.gates import Gates, facts_of, names_of
from action_plans.family.guards.internal_words import InternalText
from action_plans.family.guards.private_patterns import PrivatePatterns
from action_plans.family.guards.taint import Excused, excused, leaks, visible_texts
from action_plans.family.rating import newest_report
from action_plans.family.release import Released
from action_plans.family.theme_words import ThemeWords
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.tracing.trace import Trace


def output_problems(
    files: Mapping[str, bytes],
    trace: Trace,
    released: Sequence[Released],
    languages: Mapping[str, ThemeWords],
    gates: Gates,
    own: Iterable[str],
) -> Iterator[Problem]:
    """Yield AP501 for everything in finished files that no author wrote for families.

    Words for families that are not published count as internal: they may stand nowhere, either. `own` are words that
    stand in the templates, and the addresses of the site.
    """
    published = [entry for one in released for entry in one.entries]
    allowed = _allowed(trace, released, published, languages, tuple(own))
    refs = {entry.ref for entry in published}
    withheld = (entry for entry in entries(trace) if entry.ref not in refs)
    held = tuple(InternalText(text.text, text.origin) for entry in withheld for text in entry.texts)
    internal = replace(gates.internal, texts=(*gates.internal.texts, *held))
    names = [name for one in released for name in names_of(one.published.service)]
    for leak in leaks(files, internal, gates.marks.sparing(names), allowed):
        source = internal.holding(leak.run) if leak.run else None
        message = f"The family edition would hold {leak.what}: “{leak.words}”, in {leak.file}."
        hint = "Nothing is published. No author wrote this for families: look at the templates of the family edition."
        yield Problem(Code.LEAK, message, source.origin if source is not None else Origin(leak.file), hint)
    yield from _private(files, released, allowed, languages)


def _allowed(
    trace: Trace,
    released: Sequence[Released],
    published: Iterable[Entry],
    languages: Mapping[str, ThemeWords],
    own: Iterable[str],
) -> Excused:
    texts = [text.text for entry in published for text in entry.texts]
    slots: dict[str, list[str]] = {"name": [], "by": [], "who": [], "host": [], "page": ["1"]}
    for one in released:
        service, report = one.published.service, newest_report(one.published.all_plans, trace.today)
        texts += [*names_of(service), *facts_of(service), *(_shown(fact) for fact in facts_of(service))]
        slots["name"] += _first_of(names_of(service))
        slots["who"] += _askable(one)
        slots["by"] += [
            text.text for entry in one.published.plans for text in entry.texts if text.field == "apology_by"
        ]
        if report is not None and report.url:
            texts += [report.url, _shown(report.url), report.from_]
            slots["host"].append(urlsplit(report.url).hostname or "")
    return excused(texts, languages.values(), own, slots)


def _first_of(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


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


def _private(
    files: Mapping[str, bytes], released: Sequence[Released], allowed: Excused, languages: Mapping[str, ThemeWords]
) -> Iterator[Problem]:
    """Yield AP501 for what looks private in a text that neither an author nor the theme wrote as it stands."""
    facts = [fact for one in released for fact in facts_of(one.published.service)]
    own = [text for words in languages.values() for text in words.sentences() if any(c.isdigit() for c in text)]
    patterns = PrivatePatterns(frozenset([*facts, *own]))
    for name in sorted(files):
        if name.endswith(".html"):
            for text in dict.fromkeys(visible_texts(files[name])):
                if " ".join(text.split()) in allowed.values:
                    continue
                for private in patterns.find(text):
                    message = f"The family edition would hold what looks like {private.what}, in {name}."
                    yield Problem(Code.LEAK, message, Origin(name), "Nothing is published. Look at the templates.")
