"""The pages: which there are, what stands on each, and where they lie."""

import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from action_plans.family.family_edition import FamilyEdition
from action_plans.model.problem import Code
from action_plans.project.options import FamilyOptions
from action_plans.project.template_folders import builtin_templates
from action_plans.tracing.trace import Trace
from tests.builders import a_plan, traced
from tests.family.family_projects import (
    HOME_PAGE,
    REPORT,
    TOLD,
    TOPIC_PAGE,
    UNAPPROVED,
    a_home,
    a_second_service,
    a_service,
    a_topic,
    codes,
    done_action,
    edition,
    main_of,
    page,
    styles_of,
    told_action,
)

PAGES = [
    "index.html",
    "you-said-we-did.html",
    "words.html",
    "ask.html",
    "print.html",
    "print-larger.html",
    "about.html",
    "letter.html",
    "meeting.html",
]
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
ONE_HOME = edition(a_home(told_action(), done_action(id="A2")))
HTML = sorted(name for name in ONE_HOME.files if name.endswith(".html"))
(STYLE,) = styles_of(ONE_HOME)


def test_a_topic_that_is_taken_back_hands_its_address_to_no_other() -> None:
    """Of two topics with one title the second keeps its number: a printed address leads to nothing, never elsewhere."""
    second = {**a_topic(found="We did not always count what was in the cupboard."), "id": "F2"}
    both = edition(a_home(findings=[a_topic(), second]))
    later = edition(a_home(findings=[a_topic(publish="false"), second]))
    numbered = TOPIC_PAGE.replace(".html", "-2.html")
    assert {TOPIC_PAGE, numbered} <= set(both.files)
    assert TOPIC_PAGE not in later.files
    assert "cupboard" in page(later, numbered)


def test_one_service_has_its_folder_and_the_same_home_page_above_it() -> None:
    """The folder is complete in itself, and the page above it says the same and leads into it."""
    assert set(ONE_HOME.files) == {
        "index.html",
        "404.html",
        TOPIC_PAGE,
        STYLE,
        *(f"oakfield-house/{name}" for name in PAGES),
    }
    assert page(ONE_HOME) == page(ONE_HOME, HOME_PAGE)
    assert 'href="oakfield-house/topics/giving-medicines-safely.html"' in ONE_HOME.files["index.html"].decode()


def test_several_services_have_a_page_that_lists_them() -> None:
    """With two services the page above names both and shows neither's home page."""
    built = edition(_two_services())
    words = main_of(built, "index.html")
    assert "Choose a service." in words
    assert "Oakfield House" in words
    assert "Elm Court" in words
    assert "Giving medicines" not in words
    (style, *_) = sorted(styles_of(built), key=len)
    assert {name.split("/")[0] for name in built.files} == {
        "index.html", "404.html", style, "oakfield-house", "elm-court",
    }  # fmt: skip


def test_with_nothing_to_publish_there_is_one_page_that_says_so() -> None:
    """Without any words for families the folder holds a page that says so, and its stylesheet: no other page at all."""
    built = edition(traced(a_plan()))
    assert sorted(built.files) == ["index.html", *styles_of(built)]
    assert "There is nothing here yet" in page(built)


def test_publishing_is_asked_for_by_name() -> None:
    """Neither a topic nor a plan is shown that does not say `publish: true`."""
    assert TOPIC_PAGE not in edition(a_home(topic={"publish": "false"})).files
    nothing = edition(a_home(told={"publish": "false"}))
    assert sorted(nothing.files) == ["index.html", *styles_of(nothing)]


def test_the_edition_can_be_turned_off() -> None:
    """Turned off, it has no problems, and one page that says so."""
    built = edition(a_home(topic={"found": "See A1."}), FamilyOptions(enabled=False))
    assert sorted(built.files) == ["index.html", *styles_of(built)]
    assert "This site is switched off" in page(built)
    assert not built.problems


def test_two_topics_of_one_title_have_two_addresses() -> None:
    """The second gets a number, so that neither is lost."""
    twin = {**a_topic(), "id": "F2"}
    built = edition(a_home(told_action(for_=["F1", "F2"]), findings=[a_topic(), twin]))
    assert "oakfield-house/topics/giving-medicines-safely-2.html" in built.files


@pytest.mark.parametrize("name", HTML)
def test_every_page_carries_what_families_need(name: str) -> None:
    """Danger, the promise about worries, CQC, the rating with date and link, contact and last change stand on all."""
    words = page(ONE_HOME, name)
    for said in (
        "If someone is in danger now, call 999.",
        "Telling us a worry will never change how we treat you or your relative.",
        "You can talk to CQC yourself.",
        "03000 616161",
        "requires improvement",
        "20 March 2026",
        "01632 960101",
        "We last changed this site in March 2026.",
    ):
        assert said in words
    assert 'href="https://www.cqc.org.uk/location/1-000000000"' in ONE_HOME.files[name].decode()


def test_the_footer_is_the_same_everywhere() -> None:
    """Help stands in the same words and order on every page; only the way to another page differs."""
    footers = {
        re.sub(r'href="[^"]*about.html"', "", found)
        for name in HTML
        for found in re.findall(r"(?s)<footer>.*</footer>", ONE_HOME.files[name].decode())
    }
    assert len(footers) == 1


@pytest.mark.parametrize("name", HTML)
def test_every_page_is_small_safe_and_whole(name: str) -> None:
    """One first heading, no script, no style attribute, no comment, a policy, one stylesheet, 25 KB with it."""
    written = ONE_HOME.files[name].decode()
    assert len(re.findall(r"<h1[ >]", written)) == 1
    assert not re.search(r"<script|style=|<!--|<iframe|<abbr|onclick|noindex", written)
    assert f'content="{POLICY}"' in written
    assert len(re.findall(r'<link rel="stylesheet"', written)) == 1
    assert len(written.encode()) + len(ONE_HOME.files[STYLE]) <= 25_000


@pytest.mark.parametrize("name", HTML)
def test_every_link_inside_leads_to_a_page(name: str) -> None:
    """Addresses are relative and name the file, so that it opens from a disk; a missing page's begin at the top."""
    for href in re.findall(r'(?:href|src)="([^"]+)"', ONE_HOME.files[name].decode()):
        if not re.match(r"https:|tel:|mailto:|data:,$|#", href):
            assert href.startswith("/") == (name == "404.html"), href
            assert _joined(name, href).removeprefix("/") in ONE_HOME.files, href


def test_a_missing_page_leads_below_the_address_of_the_site() -> None:
    """Shown at any address, its links and its style begin where the site lies on its host, one service or several."""
    options = FamilyOptions(require_approval=False, site_url="https://example.org/a/b/")
    for built in (edition(a_home(), options), edition(_two_services(), options)):
        found = re.findall(r'(?:href|src)="([^":#]+)"', built.files["404.html"].decode())
        assert len(found) > 2
        assert {href for href in found if href.removeprefix("/a/b/") not in built.files or href[0] != "/"} == set()
        assert not built.problems


def test_a_missing_page_says_where_to_go_and_whom_to_ask() -> None:
    """It says what may have happened, leads to the first page, and carries contact, danger and how to tell a worry."""
    words = main_of(ONE_HOME, "404.html")
    for said in ("We cannot find that page", "Go to our first page", "01632 960101", "call 999", "the manager"):
        assert said in words
    assert '<a class="go" href="/oakfield-house/index.html">' in ONE_HOME.files["404.html"].decode()


def test_a_missing_page_of_several_services_lists_them() -> None:
    """With several services it names each, with the way there, and whom to call in danger."""
    built = edition(_two_services())
    written = built.files["404.html"].decode()
    assert '<a href="/elm-court/index.html">Elm Court</a>' in written
    assert '<a href="/oakfield-house/index.html">Oakfield House</a>' in written
    assert '<a class="go" href="/index.html">' in written
    assert "If someone is in danger now, call 999." in page(built, "404.html")


def test_every_page_says_what_it_is_of() -> None:
    """Whoever finds a page by a search reads whose it is."""
    for name in HTML:
        found = re.findall(r'<meta name="description" content="([^"]+)">', ONE_HOME.files[name].decode())
        assert found == ["Oakfield House: what we are making better, how far we have got, and whom to ask."], name


def test_the_style_has_a_name_that_changes_with_it(tmp_path: Path) -> None:
    """No browser shows an old style from its cache: each page asks for the name that says what is in the file."""
    own = tmp_path / "style.css"
    own.write_text("p { margin: 0 }\n")
    for built in (ONE_HOME, _with_theme(tmp_path)):
        (style,) = styles_of(built)
        assert sha256(built.files[style]).hexdigest()[:10] == style.split(".")[1]
        assert all(f'{style.split("/")[1]}">' in built.files[name].decode() for name in HTML)
    assert (STYLE in _with_theme(tmp_path).files) is False


def test_a_template_that_names_the_style_as_before_still_finds_it(tmp_path: Path) -> None:
    """A project's own frame, copied when the style had one name for ever, has its style, on every page."""
    ours = (builtin_templates() / "family" / "base.html").read_text(encoding="utf-8")
    (tmp_path / "base.html").write_text(ours.replace("{{ page.style }}", "{{ page.top }}style.css"))
    built = _with_theme(tmp_path)
    assert not built.problems
    for name in HTML:
        (href,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', built.files[name].decode())
        assert _joined(name, href).removeprefix("/") in built.files


@pytest.mark.parametrize("name", HTML)
def test_every_tag_is_closed_in_order(name: str) -> None:
    """The pages are well formed."""
    reader = _Tags()
    reader.feed(ONE_HOME.files[name].decode())
    assert reader.open == []
    assert reader.wrong == []


def test_a_topic_says_it_all_in_order() -> None:
    """The page of a topic stands alone: what was found first, whom to tell last."""
    words = main_of(edition(a_home(told={"about_you": "If you were hurt, we have told you."})), TOPIC_PAGE)
    headings = [
        "What CQC found",
        "What keeps people safe now",
        "Why it matters",
        "Were you or your relative affected?",
        "What we are doing",
        "What will change",
        "If you live here",
        "If you visit or care about someone here",
        "Words on this page",
        "Who to tell",
    ]
    places = [words.index(heading) for heading in headings]
    assert places == sorted(places)
    assert "Dose The amount of a medicine that you take at one time." in words


def test_words_follow_the_kind_of_service() -> None:
    """Nobody lives in a service that cares for people at home."""
    built = edition(a_home(service=a_service(kind="home-care")))
    assert "If we care for you at home" in page(built, TOPIC_PAGE)
    assert not any("live here" in page(built, name) for name in built.files if name.endswith(".html"))


def test_who_found_it_is_told() -> None:
    """A topic that the service found itself says so, and stands apart from CQC's."""
    own = {"id": "OWN", "kind": "own", "title": "Our own check", "from": "Oakfield House"}
    topic = {**a_topic(), "source": "OWN"}
    built = edition(a_home(sources=[REPORT, own], findings=[topic]))
    assert "What we found" in page(built, TOPIC_PAGE)
    assert "What we are making better" in page(built)


def test_a_figure_is_shown_before_and_now() -> None:
    """A figure that families follow shows how it was and how it is, out of how many."""
    measure = {"text": "Bells that we answered in time", "before": "7", "now": "8", "of": "10"}
    words = page(edition(a_home(topic={"measure": measure})), TOPIC_PAGE)
    assert "Bells that we answered in time Before: 7 out of 10 Now: 8 out of 10" in words


@pytest.mark.parametrize(
    ("before", "now", "of", "drawn"),
    [("7", "8", "10", 2), ("81", "92", "100", 0), ("about half", "all", None, 0), ("11", "8", "10", 1)],
    ids=["few", "many", "words", "more than all"],
)
def test_a_figure_out_of_a_few_is_drawn_as_dots(before: str, now: str, of: str | None, drawn: int) -> None:
    """What can be counted at a glance stands beside its words as dots; anything else stays words."""
    measure = {"text": "Bells that we answered in time", "before": before, "now": now, "of": of}
    written = edition(a_home(topic={"measure": measure})).files[TOPIC_PAGE].decode()
    figure = written.partition('<ul class="figure">')[2].partition("</ul>")[0]
    assert figure.count("<svg") == drawn
    assert figure.count("a8 8") == drawn * 10


def test_text_is_escaped() -> None:
    """Markup that an author writes is shown as written."""
    built = edition(a_home(topic={"why": "A <b>dose</b> & more of it."}))
    assert "A &lt;b&gt;dose&lt;/b&gt; &amp; more of it." in built.files[TOPIC_PAGE].decode()


def test_a_page_in_another_language_needs_every_field() -> None:
    """English stands alone where the theme has no other words; a map of languages is read."""
    both = {"en": "Giving medicines safely", "pl": "Leki"}
    built = edition(a_home(topic={"title": both}))
    assert TOPIC_PAGE in built.files
    assert not any("/pl/" in name for name in built.files)


def test_the_same_input_gives_the_same_bytes() -> None:
    """Two builds on the same day are equal byte by byte."""
    assert edition(a_home(told_action(), done_action(id="A2"))).files == ONE_HOME.files


def _two_services() -> Trace:
    elm = a_plan(id="ELM", service="elm", findings=[a_topic()], sources=[REPORT], actions=[told_action()], family=TOLD)
    oak = a_plan(service=a_service(), findings=[a_topic()], sources=[REPORT], actions=[told_action()], family=TOLD)
    return traced(oak, elm, services=[a_second_service()])


def _with_theme(own: Path) -> FamilyEdition:
    return edition(a_home(told_action(), done_action(id="A2")), UNAPPROVED, own)


def _joined(page_name: str, href: str) -> str:
    parts = page_name.split("/")[:-1]
    for part in href.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


class _Tags(HTMLParser):
    """Keeps what is open; `wrong` are tags that close in the wrong order."""

    VOID = frozenset({"meta", "link", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- as in the parser
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself opens nothing."""

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


@pytest.mark.parametrize(
    "name", ["Łódź House", "Café Lodge", "Tŷ Haf", "Ελπίδα", "St. Anne\N{RIGHT SINGLE QUOTATION MARK}s", "日本"]
)
def test_a_name_in_any_letters_has_pages_that_lead_to_each_other(name: str) -> None:
    """A service, or a topic, whose address has other letters than A to Z is published like any other."""
    service = a_service({"name": name})
    built = edition(a_home(service=service, topic={"title": "Time in the café"}))
    assert Code.LEAK not in codes(built)
    assert [path for path in built.files if path.endswith("/topics/time-in-the-café.html")]
