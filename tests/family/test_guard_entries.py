"""Every text that is written for families is in an entry, once, in the order of the pages, with what it is held to."""

from action_plans.family.telling.author_texts import Entry, EntryKind, Shape
from action_plans.family.telling.entries import entries
from tests.builders import a_finding
from tests.family.family_projects import REPORT, TOPIC, a_home, a_service, told_action

FAMILY = {
    "about": "We are a home.",
    "contact": {
        "who": "the manager",
        "name": "Brenda Zork",
        "phone": "01632 960101",
        "email": "m@example.org",
        "times": "9am to 5pm",
        "post": "1 Mill Lane",
    },
    "complain": {"how": "Tell us first.", "answer_in": "We answer in a week.", "then": "Then ask them."},
    "outside_help": [
        {"who": "A council", "what": "They look at care.", "phone": "01632 960120", "url": "https://example.org/x"}
    ],
    "meetings": [{"date": "2026-06-01", "time": "6pm", "place": "here", "how": "Come in.", "join": "01632 960101"}],
    "formats": ["large print"],
    "languages": ["Polish"],
    "words": {"dose": "How much you take."},
}
MEASURE = {"text": "We count what was missed.", "before": "9", "now": "2", "of": "20"}


def held(entry: Entry) -> list[tuple[str, Shape, int | None]]:
    """Return what each text of an entry is held to."""
    return [(text.field, text.shape, text.most_sentences) for text in entry.texts]


def an_entry(kind: EntryKind) -> Entry:
    """Return an entry of a home in which every field is written."""
    actions = [told_action("We count.", reason="It was late."), told_action("We ask.", id="A2"), told_action(id="A3")]
    actions[2].pop("family")
    told = {
        "left_out": "We leave out names.",
        "about_you": "It is about you.",
        "you_said": [{"said": "It was cold.", "did": "We have heating."}],
    }
    topic = {"affected": "Some people.", "how_we_will_know": "We look.", "measure": MEASURE}
    trace = a_home(*actions, topic=topic, told=told, service=a_service(FAMILY))
    return next(entry for entry in entries(trace) if entry.kind is kind)


def test_the_texts_of_a_topic() -> None:
    """At most two sentences, one for what an action says; figures between what comes before and after them."""
    entry = an_entry(EntryKind.TOPIC)
    prose, figure = Shape.SENTENCES, Shape.FIGURE
    assert held(entry) == [
        ("title", Shape.NAME, None),
        *((field, prose, 2) for field in ("found", "keeping_safe", "why", "affected")),
        *((f"action {field}", prose, 1) for field in ("1: text", "1: reason", "2: text")),
        *((field, prose, 2) for field in ("change", "how_we_will_know")),
        ("measure: text", prose, None),
        *((f"measure: {field}", figure, None) for field in ("before", "now", "of")),
        *((field, prose, 2) for field in ("you", "visitors")),
    ]
    assert [action.record.id for action in entry.actions] == ["A1", "A2"]
    assert [action.record.id for action in entry.all_actions] == ["A1", "A2", "A3"]
    assert entry.decides == (("found_by", "", "cqc"),)


def test_the_texts_of_a_plan() -> None:
    """An intro and an apology may be longer; who makes it is a name."""
    assert held(an_entry(EntryKind.PLAN)) == [
        ("intro", Shape.LONG, None),
        ("left_out", Shape.SENTENCES, None),
        ("apology", Shape.LONG, None),
        ("apology_by", Shape.NAME, None),
        *((field, Shape.SENTENCES, None) for field in ("keeping_safe", "about_you", "next")),
        *((f"you_said 1: {field}", Shape.SENTENCES, None) for field in ("said", "did")),
    ]


def test_the_texts_of_a_service() -> None:
    """Facts have their shapes; what explains a word stands last."""
    entry = an_entry(EntryKind.SERVICE)
    fact, prose = Shape.FACT, Shape.SENTENCES
    assert held(entry) == [
        ("service: name", Shape.NAME, None),
        ("service: about", Shape.LONG, None),
        ("contact: who", fact, None),
        ("contact: name", fact, None),
        ("contact: phone", Shape.PHONE, None),
        ("contact: email", Shape.EMAIL, None),
        ("contact: times", fact, None),
        ("contact: post", fact, None),
        *((f"complain: {field}", prose, None) for field in ("how", "answer_in", "then")),
        ("outside_help 1: who", fact, None),
        ("outside_help 1: what", prose, None),
        ("outside_help 1: phone", Shape.PHONE, None),
        ("outside_help 1: url", Shape.LINK, None),
        ("meetings 1: time", fact, None),
        ("meetings 1: place", fact, None),
        ("meetings 1: how", prose, None),
        ("meetings 1: join", Shape.JOIN, None),
        ("formats 1", Shape.NAME, None),
        ("languages 1", fact, None),
        ("words: dose", prose, None),
    ]
    assert entry.texts[-1].printed == "dose How much you take."
    assert {text.language for text in entry.facts if text.shape is not fact} == {""}


def test_what_has_to_be_written_and_is_not_is_missing() -> None:
    """A title, what was found, and, of a breach alone, what keeps people safe now."""

    def missing(kind: str, *left_out: str) -> list[str]:
        family = {field: text for field, text in TOPIC.items() if field not in left_out}
        trace = a_home(sources=[REPORT], findings=[a_finding(source="CQC26", kind=kind, family=family)])
        return [field for entry in entries(trace) if entry.is_topic for field, _ in entry.missing]

    assert missing("breach") == missing("should", "keeping_safe") == []
    assert missing("breach", "title", "found", "keeping_safe") == ["title", "found", "keeping_safe"]
