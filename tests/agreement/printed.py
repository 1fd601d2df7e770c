"""What the pages of a site print of each thing: its state, dates, counts and gaps, read from HTML as a reader would.

A fact is read where it is printed, never where it was computed: two pages that tell of one thing are held together by
the address that their link leads to.
"""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape

from action_plans.tracing.addresses import first_address

Told = Mapping[tuple[str, str], Mapping[str, frozenset[str]]]
"""For each address and fact, what is printed of it: each wording with the pages that have it."""

_ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r'<t[dh][^>]*data-label="([^"]*)"[^>]*>(.*?)</t[dh]>', re.DOTALL)
_HEAD = re.compile(r'<th role="rowheader"[^>]*>(.*?)</th>', re.DOTALL)
_LINK = re.compile(r'<a class="to" href="([^"]*)"')
_TAG = re.compile(r'<strong class="tag tag-([\w-]+)[^"]*">([^<]*)</strong>')
_VERDICT = re.compile(r'<p class="verdict">(.*?)</p>', re.DOTALL)
_FACT = re.compile(r"<dt[^>]*>(.*?)</dt>\s*<dd[^>]*>(.*?)</dd>", re.DOTALL)
_CLOSED = re.compile(r"\d+ of \d+ actions? closed[^<]*")
_CLOSED_OF = re.compile(r"(\d+ of \d+) (?:actions? )?closed")
_COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine)"
_LATE = re.compile(rf"\b({_COUNT} (?:day|month|year)s?) late\b", re.IGNORECASE)

_STATES = ("State", "Verdict", "Proof")
_PROBLEMS = "problems/"
"""How the addresses of pages end on which a row is about a problem, and its state is the problem's."""


def told(pages: Mapping[str, str]) -> Told:
    """Return everything that pages tell of actions and findings; `pages` are their HTML by address."""
    found: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for address, html in pages.items():
        for subject, fact, said in _of_page(address, html):
            found[subject, fact][said].add(address)
    return {key: {said: frozenset(where) for said, where in several.items()} for key, several in found.items()}


def disagreements(found: Told) -> list[str]:
    """Return every fact that is told in more than one way, with the pages that tell each."""
    return [
        f"{subject} {fact}: " + "; ".join(f"“{said}” on {', '.join(sorted(where))}" for said, where in several.items())
        for (subject, fact), several in sorted(found.items())
        if len(several) > 1
    ]


def words(html: str) -> str:
    """Return the words of HTML on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).replace("\N{NO-BREAK SPACE}", " ").split())


def gaps_listed(html: str) -> list[str]:
    """Return the gaps that the page of a thing lists, each in words."""
    listed = re.search(r'<ul class="gaps">(.*?)</ul>', html, re.DOTALL)
    return [words(one) for one in re.findall(r"<li[^>]*>(.*?)</li>", listed[1], re.DOTALL)] if listed else []


def _of_page(address: str, html: str) -> Iterator[tuple[str, str, str]]:
    verdict = _VERDICT.search(html)
    if verdict is not None and re.fullmatch(r"plans/[^/]+/(?:actions|findings)/[^/]+/", address):
        if (tag := _TAG.search(verdict[1])) is not None:
            yield address, "state", f"{tag[1]}: {tag[2]}"
        yield from ((address, "late", late[1].lower()) for late in _LATE.finditer(words(verdict[1])))
    for row in _ROW.finditer(html) if not first_address(address).endswith(_PROBLEMS) else ():
        yield from _of_row(address, row[1])
    if "/findings/" in address:
        for label, said in _FACT.findall(html):
            if words(label) == "Newest proof":
                yield address, "newest", words(said)
    yield from _figures(address, html)
    for item in re.findall(r'<li class="item"[^>]*>(.*?)</li>', html, re.DOTALL):
        yield from _lateness(address, item, r"<h3>(.*?)</h3>")


def _figures(address: str, html: str) -> Iterator[tuple[str, str, str]]:
    """Yield newest figure, target and verdict of each measure: from a row of its own, or beside its link."""
    for row in re.finditer(r'<tr role="row"(?: id="([\w-]+)")?>(.*?)</tr>', html, re.DOTALL):
        cells = {label: words(cell) for label, cell in _CELL.findall(row[2])}
        newest, target = cells.get("Newest", cells.get("Now")), cells.get("Target")
        if newest is None or target is None:
            continue
        head = _HEAD.search(row[2])
        link = _LINK.search(head[1]) if head is not None else None
        subject = _measure(_resolved(address, link[1] if link is not None else f"#{row[1]}"))
        yield subject, "newest figure", _number(newest)
        yield subject, "target", _number(target)
        if "Newest" in cells:
            yield subject, "newest in words", cells["Newest"].removesuffix("No reading yet") or "none"
            yield subject, "target in words", cells["Target"].removesuffix("None") or "none"
        for tag in _TAG.findall(row[2]):
            yield subject, "how it stands", f"{tag[0]}: {tag[1]}"
    for link, tagged, said in re.findall(
        r'<a class="to" href="([^"]*)">(?:(?!</a>).)*</a>[^<]*((?:<strong[^>]*>[^<]*</strong>\s*)*)'
        r'[^<]*<span class="sub">((?:Before|No baseline)[^<]*)</span>',
        html,
        re.DOTALL,
    ):
        newest_words = re.search(r"newest: (.*?)(?:;|\.?$)", words(said))
        target_words = re.search(r"target: (.*?)(?:;|\.?$)", words(said))
        subject = _measure(_resolved(address, link))
        for fact, found in (("newest", newest_words), ("target", target_words)):
            yield subject, f"{fact} in words", found[1] if found else "none"
            yield subject, "newest figure" if fact == "newest" else fact, _number(found[1] if found else "")
        for tag in _TAG.findall(tagged):
            yield subject, "how it stands", f"{tag[0]}: {tag[1]}"
    yield from _sections(address, html)


def _sections(address: str, html: str) -> Iterator[tuple[str, str, str]]:
    """Yield the verdict at the head of each measure's own section, and beside each measure that an objective names."""
    for section in re.findall(r'<section class="measure" aria-labelledby="([\w-]+)">(.*?)</section>', html, re.DOTALL):
        if (verdict := _VERDICT.search(section[1])) is not None and (tag := _TAG.search(verdict[1])) is not None:
            yield _resolved(address, f"#{section[0]}"), "how it stands", f"{tag[1]}: {tag[2]}"
    for link, tag in re.findall(
        r'<a class="to" href="([^"]*measures/[^"]*)">(?:(?!</a>).)*</a>[^<]*(<strong[^>]*>[^<]*</strong>)',
        html,
        re.DOTALL,
    ):
        if (found := _TAG.search(tag)) is not None:
            yield _resolved(address, link), "how it stands", f"{found[1]}: {found[2]}"


def _measure(subject: str) -> str:
    """Return the address of a measure: a row of the plan's own page tells of what stands on the page of measures."""
    plan, _, item = subject.partition("/#")
    return f"{plan}/measures/#{item}" if re.fullmatch(r"plans/[^/]+", plan) else subject


def _number(said: str) -> str:
    """Return the figure that words begin with, or `none`."""
    found = re.match(r"-?[\d,]+(?:\.\d+)?", said)
    return found[0] if found else "none"


def _lateness(address: str, html: str, where: str) -> Iterator[tuple[str, str, str]]:
    """Yield how late the action is that an item is about; what its task or check is late by is another matter."""
    heading = re.search(where, html, re.DOTALL)
    if heading is None or (link := _LINK.search(heading[1])) is None:
        return
    for paragraph in re.findall(r"<p[^>]*>(.*?)</p>", html, re.DOTALL):
        said = words(paragraph)
        if late := re.match(rf"[\w/-]+ is {_LATE.pattern}", said):
            yield _resolved(address, link[1]), "late", late[1].lower()


def _of_row(address: str, row: str) -> Iterator[tuple[str, str, str]]:
    head = _HEAD.search(row)
    link = _LINK.search(head[1]) if head is not None else None
    if head is None or link is None:
        return
    subject = _resolved(address, link[1])
    if "#" in subject or not re.search(r"/(?:actions|findings)/", subject):
        return
    if (tag := _TAG.search(head[1])) is not None:  # the row that heads a group
        yield subject, "state", f"{tag[1]}: {tag[2]}"
    for label, cell in _CELL.findall(row):
        if label in _STATES and (tag := _TAG.search(cell)) is not None:
            yield subject, "state", f"{tag[1]}: {tag[2]}"
        if label == "Newest proof" and (said := words(cell)) != "None":
            yield subject, "newest", said
        if label in ("Gap", "Since"):
            yield from ((subject, "late", late[1].lower()) for late in _LATE.finditer(words(cell)))
    if "/findings/" in subject:
        yield from ((subject, "closed", words(closed[0])) for closed in _CLOSED.finditer(row))
        yield from ((subject, "closed of", closed[1]) for closed in _CLOSED_OF.finditer(words(row)))


def _resolved(address: str, href: str) -> str:
    path, hash_, anchor = href.partition("#")
    there = posixpath.normpath(posixpath.join("/", address, path.removesuffix("index.html"))).strip("/")
    return f"{there}/{hash_}{anchor}" if there else f"{hash_}{anchor}"
