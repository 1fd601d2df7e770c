"""From views to files: every page of a service, and the page above the services."""

from collections.abc import Iterator, Mapping, Sequence

from action_plans.family.family_templates import FamilyTemplates
from action_plans.family.telling.site_views import Page, ServicePages
from action_plans.family.telling.views import Link, Rating, Topic
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import ENGLISH

HOME = "index.html"
ASK = "ask.html"
MENU = (
    (HOME, "menu_home"),
    ("you-said-we-did.html", "menu_answers"),
    ("words.html", "menu_words"),
    (ASK, "menu_ask"),
    ("print.html", "menu_print"),
)
"""The main links, and the words for each."""

TOPIC_MENU = tuple(link for link in MENU if link[0] in (HOME, ASK))
"""On the page of a topic: two, so that the topic begins high up on a telephone."""

ABOUT = "about.html"
LETTER = "letter.html"
MEETING = "meeting.html"
LARGER = "print-larger.html"
MISSING = "404.html"
"""What hosts answer where there is no page, at whatever address was asked for."""

PAGES = (*(there for there, _ in MENU), ABOUT, LARGER, LETTER, MEETING)
"""Every page of a service but its topics."""


def service_files(
    site: ServicePages, words: ThemeWords, others: Sequence[ThemeWords], templates: FamilyTemplates
) -> Iterator[tuple[str, bytes]]:
    """Yield every page of a service in one language, by its path in that language's folder.

    `others` are the other languages in which the service's pages stand.
    """
    pages = _Pages(site, words, others, templates)
    yield HOME, pages.home("")
    for topic in site.topics:
        yield topic.href, pages.topic(topic)
    yield MENU[1][0], pages.page("answers.html", MENU[1][0], words.say("answers_heading"))
    yield MENU[2][0], pages.page("words.html", MENU[2][0], words.say("words_page_heading"))
    yield MENU[3][0], pages.page("ask.html", MENU[3][0], words.say("ask_heading"))
    yield MENU[4][0], pages.page("print.html", MENU[4][0], words.say("print_heading"))
    yield LARGER, pages.page("print.html", LARGER, words.say("print_heading"), is_larger=True)
    yield ABOUT, pages.page("about.html", ABOUT, words.say("about_heading"))
    yield LETTER, pages.letter()
    yield MEETING, pages.page("meeting.html", MEETING, words.say("sheet_heading"))


def home_above(
    site: ServicePages, folder: str, words: ThemeWords, others: Sequence[ThemeWords], templates: FamilyTemplates
) -> bytes:
    """Return the home page of the only service as it stands above the service's folder."""
    return _Pages(site, words, others, templates).home(f"{folder}/")


def missing_above(site: ServicePages, root: str, words: ThemeWords, templates: FamilyTemplates) -> bytes:
    """Return what stands where a page is missing; `root` is where the folder of the only service lies on its host."""
    return _Pages(site, words, (), templates).missing(root)


def services_page(
    links: Sequence[tuple[Link, Rating]],
    made_on: str,
    words: ThemeWords,
    templates: FamilyTemplates,
    said: str = "nothing",
) -> bytes:
    """Return the page that lists several services with the rating of each; with none, the one that says so.

    `said` is what it says with none: `nothing` is here yet, it is `switched_off`, or its pages are `changing`.
    """
    heading = words.say("services_heading" if links else f"{said}_heading")
    page = _above(heading, "", words, templates)
    return templates.render(
        "services.html",
        page=page,
        site=None,
        words=words.words,
        links=links,
        explained=words.say(said),
        made_on=made_on,
        cqc_dial=_cqc_dial(words),
    )


def missing_page(
    links: Sequence[tuple[Link, Rating]], base: str, made_on: str, words: ThemeWords, templates: FamilyTemplates
) -> bytes:
    """Return what stands where a page is missing in a site of several services, which lies at `base` of its host."""
    heading = words.say("missing_heading")
    page = _above(heading, base, words, templates)
    return templates.render(
        "missing.html", page=page, site=None, words=words.words, links=links, made_on=made_on,
        cqc_dial=_cqc_dial(words),
    )  # fmt: skip


def _above(heading: str, root: str, words: ThemeWords, templates: FamilyTemplates) -> Page:
    """Return what the frame is handed for a page that belongs to no service."""
    return Page(
        title=heading, heading=heading, root=root, top=root, menu=(), description=words.say("services_heading"),
        style=root + templates.style_names[0],
    )  # fmt: skip


class _Pages:
    """Renders the pages of one service in one language."""

    def __init__(
        self, site: ServicePages, words: ThemeWords, others: Sequence[ThemeWords], templates: FamilyTemplates
    ) -> None:
        self._site = site
        self._words = words
        self._others = others
        self._templates = templates

    def home(self, root: str) -> bytes:
        return self._render("home.html", HOME, self._site.heading, root, title=self._site.heading)

    def topic(self, topic: Topic) -> bytes:
        root = "../" * topic.href.count("/")
        return self._render("topic.html", topic.href, topic.title, root, menu=TOPIC_MENU, topic=topic)

    def missing(self, root: str) -> bytes:
        return self._render("missing.html", MISSING, self._words.say("missing_heading"), root)

    def letter(self) -> bytes:
        heading = self._site.letter.heading
        return self._render("letter.html", LETTER, heading, "", title=heading)

    def page(self, template: str, href: str, heading: str, *, is_larger: bool = False) -> bytes:
        return self._render(template, href, heading, "", is_larger=is_larger)

    def _render(
        self, template: str, href: str, heading: str, root: str, *, title: str = "", is_larger: bool = False,
        menu: Sequence[tuple[str, str]] = MENU, **values: object,
    ) -> bytes:  # fmt: skip
        words = self._words
        top = root if words.language == ENGLISH else f"{root}../"
        page = Page(
            title=title or words.say("title", page=heading, name=self._site.name),
            heading=heading,
            root=root,
            top=top,
            menu=tuple(Link(root + there, words.say(name), is_here=there == href) for there, name in menu),
            languages=tuple(self._in_other_languages(top)),
            is_larger=is_larger,
            description=words.say("description", name=self._site.name),
            style=top + self._templates.style_names[0],
        )
        given: Mapping[str, object] = {
            "page": page, "site": self._site, "words": words.words, "cqc_dial": _cqc_dial(words), **values,
        }  # fmt: skip
        return self._templates.render(template, **given)

    def _in_other_languages(self, top: str) -> Iterator[Link]:
        for other in self._others:
            folder = "" if other.language == ENGLISH else f"{other.language}/"
            yield Link(f"{top}{folder}{HOME}", other.say("language_name"), language=other.say("language"))


def _cqc_dial(words: ThemeWords) -> str:
    return words.say("cqc_phone").replace(" ", "")
