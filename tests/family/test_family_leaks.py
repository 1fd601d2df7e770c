"""Nothing internal reaches families: leaks of every kind are seeded into finished files, and each one is caught."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from action_plans.family.edition import FamilyEdition
from action_plans.family.options import FamilyOptions
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Code, Severity
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace
from tests.builders import TODAY, a_finding, a_note, a_plan
from tests.family.family_projects import REPORT, TOLD, TOPIC, TOPIC_PAGE, a_service, codes, edition, told_action

FOUND = "Warfarin was given twice to the same resident on the ground floor"


def a_full_home() -> Trace:
    """A plan with something internal in every place that could leak."""
    hidden = {
        **TOPIC,
        "publish": "false",
        "title": "Answering every bell",
        "found": "Bells rang for far too long at night.",
    }
    plan = a_plan(
        service=a_service(),
        sources=[REPORT],
        roles={
            "RM": {"title": "Registered manager", "name": "Janet Okafor", "contact": "janet@example.org"},
            "DM": "Deputy manager",
        },
        findings=[
            a_finding(source="CQC26", text=FOUND, family=TOPIC),
            a_finding(id="F2", title="Bells were not answered", source="CQC26", family=hidden),
        ],
        actions=[
            told_action(
                title="Watch each nurse on a whole medicines round",
                updates=[{"date": "2026-05-01", "text": "The agency sent nobody who had been trained"}],
                extra={"Column K": "Discuss with the union before the end of June"},
            )
        ],
        risks=[{"id": "R9", "title": "Night staff may resign over the new shift pattern"}],
        family=TOLD,
    )
    note = a_note(
        path="evidence/OAK/charts-april.md",
        body="Six charts had gaps on the night of Easter Sunday.",
        attachments=[{"file": "rounds-scored.csv"}],
    )
    return trace(Portfolio((plan,), (), None, (note,)), TODAY)


def in_page(words: str) -> Callable[[dict[str, bytes]], None]:
    """Return a leak that puts words before the end of a topic's page."""

    def leak(files: dict[str, bytes]) -> None:
        files[TOPIC_PAGE] = files[TOPIC_PAGE].replace(b"</main>", f"{words}</main>".encode())

    return leak


def as_file(name: str, content: str = "") -> Callable[[dict[str, bytes]], None]:
    """Return a leak that adds a file."""

    def leak(files: dict[str, bytes]) -> None:
        files[name] = content.encode()

    return leak


LEAKS: Mapping[str, Callable[[dict[str, bytes]], None]] = {
    "the finding's own words": in_page(f"<p>{FOUND}</p>"),
    "four words of them": in_page("<p>Warfarin was given twice</p>"),
    "words as entities": in_page("<p>Warfarin&#32;was&nbsp;given&#x20;twi&#99;e</p>"),
    "the action's title": in_page("<p>Watch each nurse on a whole medicines round.</p>"),
    "an update": in_page("<p>The agency sent nobody who had been trained.</p>"),
    "a label of an old sheet": in_page("<p>Discuss with the union before the end</p>"),
    "a reference in the text": in_page("<p>See A1.</p>"),
    "a reference with its plan": in_page("<p>OAK/F1</p>"),
    "a role's code": in_page("<p>Owner: DM</p>"),
    "a person's name": in_page("<p>Janet Okafor</p>"),
    "a surname alone": in_page("<p>Ask Okafor.</p>"),
    "how a role is reached": in_page("<p>janet@example.org</p>"),
    "a comment": in_page("<!-- F1: Medicines were not counted -->"),
    "a risk in a label": in_page('<p aria-label="Night staff may resign over the new shift pattern">Risk</p>'),
    "a note in an alternative text": in_page('<img alt="Six charts had gaps on the night of Easter Sunday" src="x">'),
    "an anchor": in_page('<a id="action-a1"></a>'),
    "a class": in_page('<p class="topic-F1">Hello</p>'),
    "an address of the staff edition": in_page('<a href="../plans/oak/actions/a1/">More</a>'),
    "words in an address": in_page(f'<a href="?q={quote(FOUND)}">More</a>'),
    "a note's file": in_page("<p>charts-april.md</p>"),
    "an attachment": in_page("<p>rounds-scored.csv</p>"),
    "a file named by a reference": as_file("oakfield-house/topics/f1.html"),
    "a file of data": as_file("oakfield-house/search.json", json.dumps({"text": FOUND})),
    "escaped letters in data": as_file("data.json", '{"text": "\\u0057arfarin was given twice"}'),
    "a file of another kind": as_file("notes.txt", "Bells were not answered"),
    "a topic that is not published": in_page("<p>Bells rang for far too long at night.</p>"),
    "its title": in_page("<p>Bells were not answered</p>"),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=list(LEAKS))
def test_a_seeded_leak_stops_everything(
    leak: Callable[[dict[str, bytes]], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A leak in one file is an error, and not one file is handed over."""
    import action_plans.family.edition as building  # noqa: PLC0415 -- the seam at which files are complete

    complete = building._files  # noqa: SLF001 -- the test seeds the leak where a fault of ours would put it

    def leaking(*given: object) -> list[tuple[str, bytes]]:
        files = dict(complete(*given))  # type: ignore[arg-type]  # handed on as they came
        leak(files)
        return list(files.items())

    monkeypatch.setattr(building, "_files", leaking)
    built = edition(a_full_home())
    assert set(codes(built)) == {Code.LEAK}
    assert built.problems[0].severity is Severity.ERROR
    assert not built.files
    assert not any(topic.published for topic in built.topics)


def test_the_clean_edition_is_not_flagged() -> None:
    """The same plan without a seeded leak is published whole."""
    built = edition(a_full_home())
    assert [str(problem) for problem in built.problems] == []
    assert TOPIC_PAGE in built.files


@pytest.mark.parametrize(
    "template",
    [
        "{{ plan.id }}",
        "{{ trace }}",
        "{{ topic.finding }}",
        "{{ topic.ref }}",
        "{{ site.__class__ }}",
        "{{ words.secret }}",
    ],
)
def test_a_template_reaches_nothing_but_words(template: str, tmp_path: Path) -> None:
    """A template that asks for a plan, a reference or the machinery behind a view fails instead of printing."""
    own = (tmp_path / "topic.html").write_text(
        f'{{% extends "base.html" %}}{{% block main %}}{template}{{% endblock %}}'
    )
    assert own
    with pytest.raises(Exception, match=r"undefined|has no attribute|unsafe"):
        edition(a_full_home(), FamilyOptions(require_approval=False), tmp_path)


def test_a_projects_own_template_is_used_and_its_words_are_its_own(tmp_path: Path) -> None:
    """A project replaces one template; what it writes there is no leak."""
    (tmp_path / "words.html").write_text('{% extends "base.html" %}{% block main %}<p>Our own page.</p>{% endblock %}')
    built = edition(a_full_home(), FamilyOptions(require_approval=False), tmp_path)
    assert b"Our own page." in built.files["oakfield-house/words.html"]


def test_computed_sentences_are_no_leak() -> None:
    """Internal texts may say what the site computes, dates and all, without stopping it."""
    said = "We said we would do 1 thing. We plan to finish by the end of July 2026. Ask for the manager."
    plan = a_plan(
        service=a_service(),
        sources=[REPORT],
        findings=[a_finding(source="CQC26", family=TOPIC, note=said)],
        actions=[told_action()],
        family=TOLD,
    )
    built: FamilyEdition = edition(trace(Portfolio((plan,)), TODAY))
    assert codes(built) == []
    assert TOPIC_PAGE in built.files
