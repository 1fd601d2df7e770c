"""What the family templates receive of a whole service: whom to ask, what is new, and all of its pages."""

from dataclasses import dataclass

from action_plans.family.telling.views import Link, Meaning, Rating, Topic


@dataclass(frozen=True, slots=True)
class Helper:
    """Someone to ask or tell; what is empty is not shown. `dial` is the telephone number without spaces."""

    who: str
    what: str = ""
    phone: str = ""
    dial: str = ""
    times: str = ""
    email: str = ""
    post: str = ""
    url: str = ""
    url_words: str = ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """How to complain: how to tell the service, how soon it answers, and what comes after that."""

    how: str
    answer: str
    then: str
    ombudsmen: tuple[Helper, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """Something people said, what was done, and when."""

    said: str
    did: str
    month: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting that families can join; `join` is a link or a number for those far away, `join_lead` goes before it."""

    day: str
    time: str
    place: str
    how: str
    join: str = ""
    join_href: str = ""
    join_lead: str = ""


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
class NewThing:
    """One thing that is new, in words: when and why, its topic, and what people had said before. Or topics alone."""

    text: str
    when: tuple[str, ...] = ()
    topics: tuple[Link, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """New things under one heading; `state` names its icon and colour where they are of one state."""

    heading: str
    things: tuple[NewThing, ...]
    state: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """What the home page and the letter of a month tell as new.

    Attributes:
        heading: of the letter.
        since: what the heading says on the home page.
        news: what is told, what went wrong first.
        rest: that there is more, or that there is nothing; empty where all is told.
    """

    heading: str
    since: str
    news: tuple[News, ...]
    rest: str


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
        complaint: how to complain.
        told: what each plan says to families.
        progress_steps: how far all of it has got, a sentence each: how many things, then how many in each state.
        letter: what is new.
        groups: the topics.
        meetings: meetings still to come.
        answers: what people said and what was done.
        are_answers_waiting: whether there are more that are held back.
        words: words that the site uses, with their meanings.
        formats: other formats that can be asked for.
        languages: languages in which someone can answer.
        about: who writes the site.
        changed: when what the site says last changed; empty where not known.
        made_on: when the pages were made, which is not when what they say changed.
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
    complaint: Complaint
    told: tuple[Told, ...]
    progress_steps: tuple[str, ...]
    letter: Letter
    groups: tuple[Group, ...]
    meetings: tuple[Meeting, ...]
    answers: tuple[Answer, ...]
    are_answers_waiting: bool
    words: tuple[Meaning, ...]
    formats: tuple[str, ...]
    languages: tuple[str, ...]
    about: str
    changed: str
    made_on: str
    address: str = ""
    code: Code | None = None

    @property
    def progress(self) -> str:
        """How far all of it has got, as one paragraph: templates that a project copied earlier show it so."""
        return " ".join(self.progress_steps)

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
        description: what the page is of, for whoever finds it by a search.
        style: the way to the stylesheet.
    """

    title: str
    heading: str
    root: str
    top: str
    menu: tuple[Link, ...]
    languages: tuple[Link, ...] = ()
    is_larger: bool = False
    description: str = ""
    style: str = ""
