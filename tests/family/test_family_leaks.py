"""Nothing internal reaches families: leaks of every kind are seeded into finished files, and each one is caught."""

import base64
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from action_plans.family.family_edition import FamilyEdition
from action_plans.family.guards.pieces import Piece
from action_plans.family.guards.taint import Taint
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Code, Severity
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.tracing.tracer import trace
from tests.builders import TODAY, a_finding, a_plan
from tests.family.family_projects import (
    REPORT,
    TOLD,
    TOPIC,
    TOPIC_PAGE,
    UNAPPROVED,
    a_service,
    codes,
    done_action,
    edition,
    told_action,
)
from tests.family.leaking_projects import FOUND, Spoil, a_full_home, spoiled
from tests.family.unusual_sites import SITES

EXAMPLES = Path(__file__).parents[1] / "examples"


def in_page(words: str) -> Spoil:
    """Return a leak that puts words before the end of a topic's page."""

    def leak(files: dict[str, bytes]) -> None:
        files[TOPIC_PAGE] = files[TOPIC_PAGE].replace(b"</main>", f"{words}</main>".encode())

    return leak


def as_file(name: str, content: str = "") -> Spoil:
    """Return a leak that adds a file."""

    def leak(files: dict[str, bytes]) -> None:
        files[name] = content.encode()

    return leak


def in_style(words: str) -> Spoil:
    """Return a leak that adds to the stylesheet."""

    def leak(files: dict[str, bytes]) -> None:
        files[next(name for name in files if name.endswith(".css"))] += words.encode()

    return leak


def _packed(words: str) -> str:
    return base64.b64encode(words.encode()).decode()


def _wide(words: str) -> str:
    """Return words in letters of full width."""
    return "".join(chr(ord(each) + 0xFEE0) if each.isalpha() else each for each in words)


LEAKS: Mapping[str, Spoil] = {
    # words of internal texts
    "the finding's own words": in_page(f"<p>{FOUND}</p>"),
    "four words of them": in_page("<p>Warfarin was given twice</p>"),
    "the finding's title": in_page("<h2>Medicines were not counted</h2>"),
    "a title of three words": in_page("<p>Sack the agency</p>"),
    "a title of three words among others": in_page("<p>Now: sack the agency!</p>"),
    "the action's title": in_page("<p>Watch each nurse on a whole medicines round.</p>"),
    "an update": in_page("<p>The agency sent nobody who had been trained.</p>"),
    "a check": in_page("<p>Two nurses skipped the second signature.</p>"),
    "whom it touched": in_page("<p>One woman was taken to hospital for two nights.</p>"),
    "where proof is kept": in_page("<p>Locked drawer in the clinic room</p>"),
    "a label of an old sheet": in_page("<p>Discuss with the union before the end</p>"),
    "a risk": in_page("<li>Night staff may resign over the new shift pattern</li>"),
    "an evidence note": in_page("<p>Six charts had gaps on the night of Easter Sunday.</p>"),
    "a topic that is not published": in_page("<p>Bells rang for far too long at night.</p>"),
    "its title": in_page("<p>Answering every bell</p>"),
    # the same words, disguised
    "words in capitals": in_page("<p>WARFARIN WAS GIVEN TWICE</p>"),
    "words as entities": in_page("<p>Warfarin&#32;was&nbsp;given&#x20;twi&#99;e</p>"),
    "words with soft hyphens": in_page("<p>War&shy;fa&shy;rin was gi&shy;ven twice</p>"),
    "words with blanks of no width": in_page("<p>War\u200bfarin was\u200b given twi\u2060ce</p>"),
    "words with no-break spaces": in_page("<p>Warfarin\u00a0was\u202fgiven\u2009twice</p>"),
    "letters of full width": in_page(f"<p>{_wide('Warfarin was given twice')}</p>"),
    "words cut by tags": in_page("<p>Warfarin <b>was</b> <i>given</i> twice</p>"),
    "words cut every three": in_page("<p>Warfarin was given</p><p>twice to the</p><p>same resident on</p>"),
    "words cut inside": in_page("<p>War<b>fa</b>rin was giv<wbr>en twice</p>"),
    "words in a list": in_page("<ul><li>Warfarin</li><li>was</li><li>given</li><li>twice</li></ul>"),
    "words in lines": in_page("<p>Warfarin was<br>given<br>twice</p>"),
    "words across attributes": in_page('<p data-a="Warfarin was given" data-b="twice to the"></p>'),
    # places that nobody sees
    "a comment": in_page("<!-- Medicines were not counted -->"),
    "a reference in a comment": in_page("<!-- f1 -->"),
    "a risk in a label": in_page('<p aria-label="Night staff may resign over the new shift pattern">Risk</p>'),
    "a note in an alternative text": in_page('<img alt="Six charts had gaps on the night of Easter Sunday">'),
    "a tooltip": in_page(f'<span title="{FOUND}">here</span>'),
    "the title of a drawing": in_page(f"<svg><title>{FOUND}</title></svg>"),
    "the description of a drawing": in_page("<svg><desc>OAK/F1</desc></svg>"),
    "a head's description": in_page(f'<meta name="description" content="{FOUND}">'),
    "an anchor": in_page('<a id="action-a1"></a>'),
    "a class": in_page('<p class="topic-F1">Hello</p>'),
    "a role's code in a class": in_page('<p class="owner-dm">Hello</p>'),
    "an owner in an attribute": in_page('<p data-owner="DM">Hello</p>'),
    "the name of an attribute": in_page("<p data-a1>Hello</p>"),
    "data for a script": in_page(f'<script type="application/json">{json.dumps({"text": FOUND})}</script>'),
    "a template's rest": in_page(f"<template><p>{FOUND}</p></template>"),
    "a processing instruction": in_page(f"<?php {FOUND} ?>"),
    "a hidden field": in_page(f'<input type="hidden" value="{FOUND}">'),
    # addresses
    "an address of the staff edition": in_page('<a href="../plans/oak/actions/a1/">More</a>'),
    "the staff edition's own folder": in_page('<a href="../../plans/oak/">More</a>'),
    "words in an address": in_page(f'<a href="?q={quote(FOUND)}">More</a>'),
    "words in an anchor": in_page(f'<a href="#{quote(FOUND)}">More</a>'),
    "an address that holds data": in_page(f'<img src="data:text/plain,{quote(FOUND)}">'),
    "an address that holds packed data": in_page(f'<img src="data:text/plain;base64,{_packed(FOUND)}">'),
    "packed data in two lines": in_page(
        f'<img src="data:text/plain;base64,{_packed(FOUND)[:9]}\n{_packed(FOUND)[9:]}">'
    ),
    "a git host": in_page('<a href="https://git.example.org/care/oak/commit/1">Source</a>'),
    "a git address in words": in_page("<p>git@git.example.org:care/oak</p>"),
    "another host": in_page('<img src="//stats.example.org/pixel">'),
    # references, people, files
    "a reference in the text": in_page("<p>See A1.</p>"),
    "a reference in small letters": in_page("<p>See a1.</p>"),
    "a reference with its plan": in_page("<p>OAK/F1</p>"),
    "a reference cut by a tag": in_page("<p>See A<b>1</b>.</p>"),
    "a reference with a soft hyphen": in_page("<p>See A&shy;1.</p>"),
    "a risk's reference": in_page("<p>R9</p>"),
    "a source's reference": in_page("<p>cqc26</p>"),
    "a role's code": in_page("<p>Owner: DM</p>"),
    "a person's name": in_page("<p>Janet Okafor</p>"),
    "a surname alone": in_page("<p>Ask Okafor.</p>"),
    "a surname in capitals": in_page("<p>Ask OKAFOR.</p>"),
    "a name cut by a tag": in_page("<p>Oka<b>for</b></p>"),
    "how a role is reached": in_page("<p>janet@example.org</p>"),
    "a role's mailbox in a link": in_page('<a href="mailto:janet@example.org">Write</a>'),
    "a note's file in a class": in_page('<p class="charts-april">Hello</p>'),
    "a note's file": in_page("<p>charts-april.md</p>"),
    "an attachment": in_page("<p>rounds-scored.csv</p>"),
    "an attachment in capitals": in_page("<p>ROUNDS-SCORED.CSV</p>"),
    "a plan's file in a comment": in_page("<!-- from plans/oak.yaml, see charts-april -->"),
    # what looks personal
    "an NHS number": in_page("<p>943 476 5919</p>"),
    "an NHS number otherwise": in_page("<p>94 347 65919</p>"),
    "an NHS number in a comment": in_page("<!-- 943\u00a0476\u00a05919 -->"),
    "someone's telephone number": in_page("<p>Call 01632 960999.</p>"),
    "a telephone number in a link": in_page('<a href="tel:01632960999">Call</a>'),
    "a postcode": in_page("<p>AB1 2CD</p>"),
    "a room": in_page("<p>Room 14</p>"),
    "a date of birth": in_page("<p>Born 3 May 1931</p>"),
    "initials": in_page("<p>J.O. said so.</p>"),
    "a count of people": in_page("<p>Two residents fell.</p>"),
    "a fingerprint": in_page(f"<p>{'0af3' * 16}</p>"),
    # other files
    "a file named by a reference": as_file("oakfield-house/topics/f1.html"),
    "a file named after a note": as_file("oakfield-house/charts-april.html"),
    "a file of data": as_file("oakfield-house/search.json", json.dumps({"text": FOUND})),
    "a name in a file of data": as_file("trail.json", json.dumps([{"owner": ["Janet Okafor"]}])),
    "escaped letters in data": as_file("data.json", '{"text": "\\u0057arfarin was\\ngiven twice"}'),
    "broken data": as_file("data.json", f'{{"text": "{FOUND}"'),
    "a file of another kind": as_file("notes.txt", "Bells were not answered"),
    "a drawing": as_file("oakfield-house/flow.svg", f"<svg><text>{FOUND}</text></svg>"),
    "a map of the site": as_file("sitemap.xml", "<urlset><url><loc>plans/oak/findings/f1/</loc></url></urlset>"),
    "a comment in the stylesheet": in_style(f"/* {FOUND} */"),
    "words that the stylesheet shows": in_style('p::after { content: "Watch each nurse on a whole" }'),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=list(LEAKS))
def test_a_seeded_leak_stops_everything(leak: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    """A leak in one file is an error, and not one file is handed over."""
    built = spoiled(monkeypatch, leak)
    assert set(codes(built)) == {Code.LEAK}
    assert built.problems[0].severity is Severity.ERROR
    assert not built.files
    assert not any(topic.published for topic in built.topics)


def test_the_clean_edition_is_not_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same plan with no leak in its files is published whole."""
    built = spoiled(monkeypatch, lambda _: None)
    assert [str(problem) for problem in built.problems] == []
    assert TOPIC_PAGE in built.files


@pytest.mark.parametrize("name", ["oakfield", *sorted(each.name for each in EXAMPLES.iterdir())])
def test_honest_plans_are_not_flagged(name: str) -> None:
    """Neither the example nor a real plan, published as it stands, has a word that a guard takes for a leak.

    Of the plan with every field it is said, too, that its Polish is on no page. What a real plan owes to families, a
    reason or a day that was kept, is no word of theirs.
    """
    folder = EXAMPLES.parents[1] if name == "oakfield" else EXAMPLES / name
    portfolio = read_portfolio(folder, "plans", "evidence").portfolio
    built = edition(trace(portfolio, TODAY))
    unspoken = (
        ["Families are told nothing in pl: the site has no words of its own in it."] if name == "every-field" else []
    )
    owed = (Code.UPDATE_PASSED, Code.NO_REASON)
    assert [problem.message for problem in built.problems if problem.code not in owed] == unspoken
    assert "index.html" in built.files


def a_full_clean_home() -> FamilyEdition:
    """Build the full plan with a figure, an answer and a promise to write again."""
    measure = {"text": "Doses that we gave on time", "before": "7", "now": "8", "of": "10"}
    said = [{"said": "The soup is cold.", "did": "We warm the plates.", "month": "2026-04"}]
    return edition(a_full_home({"measure": measure}, {"you_said": said, "next_update": "2026-06-01"}))


@pytest.mark.parametrize("build", [a_full_clean_home, *SITES.values()], ids=["full", *SITES])
def test_every_word_of_a_clean_edition_is_explained(
    build: Callable[[], FamilyEdition], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each text and attribute of a clean edition is an author's or the theme's sentence: nothing is left to chance."""
    unexplained: list[str] = []
    is_known = Taint._is_known  # noqa: SLF001 -- what the guard itself makes of each piece

    def noting(self: Taint, piece: Piece, file: str) -> bool:
        known = is_known(self, piece, file)
        if not known:
            unexplained.append(f"{file}: {piece.text}")
        return known

    monkeypatch.setattr(Taint, "_is_known", noting)
    build()
    assert unexplained == []


@pytest.mark.parametrize(
    "template",
    [
        "{{ plan.id }}",
        "{{ trace }}",
        "{{ topic.finding }}",
        "{{ topic.ref }}",
        "{{ site.__class__ }}",
        "{{ words.secret }}",
        "{{ site.told[0].plan }}",
        "{{ topic.steps[0].action }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler }}",
    ],
)
def test_a_template_reaches_nothing_but_words(template: str, tmp_path: Path) -> None:
    """A template that asks for a plan, a reference or the machinery behind a view is not used; its line is named."""
    own = (tmp_path / "topic.html").write_text(
        f'{{% extends "base.html" %}}{{% block main %}}{template}{{% endblock %}}'
    )
    assert own
    built = edition(a_full_home(), UNAPPROVED, tmp_path)
    assert codes(built) == [Code.OWN_THEME]
    assert re.search(r"undefined|has no attribute|unsafe", built.problems[0].message)
    assert (built.problems[0].origin.path.rpartition("/")[2], built.problems[0].origin.line) == ("topic.html", 1)
    assert built.files[TOPIC_PAGE] == edition(a_full_home()).files[TOPIC_PAGE]


def test_a_projects_own_template_is_used_and_its_words_are_its_own(tmp_path: Path) -> None:
    """A project replaces one template; what it writes there is no leak, links within the site included."""
    (tmp_path / "words.html").write_text(
        '{% extends "base.html" %}{% block main %}<p class="ours">Our own page.</p><img src="logo.svg" alt="">'
        '<a href="about.html">Our care</a>{% endblock %}'
    )
    built = edition(a_full_home(), UNAPPROVED, tmp_path)
    assert b"Our own page." in built.files["oakfield-house/words.html"]


def test_a_refused_name_stops_everything_wherever_it_comes_from(tmp_path: Path) -> None:
    """A name from the project's list is found in finished files too, in any letters, and is not repeated."""
    (tmp_path / "words.html").write_text(
        '{% extends "base.html" %}{% block main %}{% set a = "Bren" %}<p>{{ a }}DA</p>{% endblock %}'
    )
    built = edition(a_full_home(), UNAPPROVED, tmp_path, refused=("Brenda",))
    assert codes(built) == [Code.LEAK]
    assert "brenda" not in str(built.problems[0]).casefold()


def test_computed_sentences_are_no_leak() -> None:
    """Internal texts may say what the site computes, dates and figures and all, without stopping it."""
    said = (
        "We said we would do 1 thing. We plan to finish by the end of July 2026. Ask for the manager. 7 out of 10. "
        "Giving medicines safely: Oakfield House. 12 May 2026."
    )
    measure = {"text": "Doses that we gave on time", "before": "7", "now": "8", "of": "10"}
    plan = a_plan(
        service=a_service(),
        sources=[REPORT],
        findings=[a_finding(source="CQC26", family={**TOPIC, "measure": measure}, note=said)],
        actions=[told_action(), done_action(id="A2", title="It is done")],
        family=TOLD,
    )
    built: FamilyEdition = edition(trace(Portfolio((plan,)), TODAY))
    assert codes(built) == []
    assert TOPIC_PAGE in built.files
