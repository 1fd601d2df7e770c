"""What the family templates receive, and all that they receive: words, numbers of things, and addresses.

No record here refers to a plan, an action, a note or a trace, so that no template can reach one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its address, its words, whether it leads to the page it stands on, the language if it is another."""

    href: str
    words: str
    is_here: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Helper:
    """Someone to ask or tell; what is empty is not shown. `dial` is the telephone number without spaces."""

    who: str
    phone: str = ""
    dial: str = ""
    times: str = ""
    email: str = ""
    post: str = ""
    url: str = ""
    url_words: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """What CQC says of the service: sentences, and links to read more."""

    sentences: tuple[str, ...]
    links: tuple[Link, ...]
    questions: tuple[tuple[str, str], ...] = ()
    """CQC's questions with the rating of each."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the service said it would do. `state` names its icon and colour, `status` says it in words."""

    state: str
    status: str
    text: str
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that families can follow: what is counted, and how it was and is: a label and a value."""

    text: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraph under it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic. `sections_before` stand before what is done, `sections_after` after it."""

    title: str
    href: str
    found: str
    progress: str
    sections_before: tuple[Section, ...]
    steps: tuple[Step, ...]
    sections_after: tuple[Section, ...]
    figure: Figure | None
    sections_for_you: tuple[Section, ...]
    words: tuple[Meaning, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Something people said, what was done, and when."""

    said: str
    did: str
    month: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that families can join."""

    day: str
    time: str
    place: str
    how: str


@dataclass(frozen=True, slots=True)
class Group:
    """Topics under one heading."""

    heading: str
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What the home page says for one plan."""

    intro: str
    found: str
    left_out: str
    apology: str
    apology_by: str
    keeping_safe: str
    about_you: str
    next: str
    next_update: str


@dataclass(frozen=True, slots=True)
class News:
    """What is new of one state: `state` names its icon and colour, `status` says it in words."""

    state: str
    status: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A code that a telephone reads: how many modules it is wide, the empty ones around it included, and its path."""

    width: int
    path: str


@dataclass(frozen=True, slots=True)
class ServicePages:
    """Everything that the pages of one service say, in one language.

    Attributes:
        language: the language's code, such as `en-GB`.
        direction: `ltr` or `rtl`.
        name: the name that people know.
        heading: the heading of the home page.
        rating: what CQC says, on every page.
        contact: whom to ask; its `who` is empty where nobody is named.
        helpers: who outside the service can help.
        told: what each plan says to families.
        progress: how far all of it has got, in sentences.
        news_heading: since when something is new.
        news: what is new.
        groups: the topics.
        meetings: meetings still to come.
        answers: what people said and what was done.
        words: words that the site uses, with their meanings.
        formats: other formats that can be asked for.
        languages: languages in which someone can answer.
        about: who writes the site.
        made_on: when the pages were made.
        address: where the site is, for the printed page; empty where not known.
        code: the same as a code that a telephone reads.
    """

    language: str
    direction: str
    name: str
    heading: str
    rating: Rating
    contact: Helper
    helpers: tuple[Helper, ...]
    told: tuple[Told, ...]
    progress: str
    news_heading: str
    news: tuple[News, ...]
    groups: tuple[Group, ...]
    meetings: tuple[Meeting, ...]
    answers: tuple[Answer, ...]
    words: tuple[Meaning, ...]
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    about: str
    made_on: str
    address: str = ""
    code: Code | None = None

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Every topic, in the order shown."""
        return tuple(topic for group in self.groups for topic in group.topics)


@dataclass(frozen=True, slots=True)
class Page:
    """The frame of one page.

    Attributes:
        title: what the browser's tab says.
        heading: the one heading of the first level.
        root: the way from the page to the pages of its language, empty or ending in `/`.
        top: the way from the page to the folder of its service, where the stylesheet is.
        menu: the main links.
        languages: the same page in other languages, by their own names.
        is_larger: whether it is set in larger print.
    """

    title: str
    heading: str
    root: str
    top: str
    menu: tuple[Link, ...]
    languages: tuple[Link, ...] = ()
    is_larger: bool = False
