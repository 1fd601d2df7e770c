"""The figure of a topic: a number that cannot be is left out, one that a newer reading contradicts is read again."""

import pytest

from action_plans.family.guards.approval import fingerprint, remarks_on_approval, seen
from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.entries import entries
from action_plans.model.problem import Code
from action_plans.tracing.trace import Trace
from tests.builders import TODAY, a_finding
from tests.family.family_projects import TOPIC, TOPIC_PAGE, a_home, codes, edition, main_of

COUNTED = {"text": "Doses that we gave on time", "before": "80", "now": "92", "of": "100"}


def topic_with(readings: list[dict[str, object]], figure: dict[str, str], approved: object = None) -> Trace:
    """Return a home whose finding has a measure with these readings."""
    family = {**TOPIC, "measure": figure, **({"approved": approved} if approved else {})}
    return a_home(
        findings=[a_finding(source="CQC26", measures=["M1"], family=family)],
        measures=[{"id": "M1", "title": "Doses on time", "unit": "%", "readings": readings}],
    )


def the_topic(home: Trace) -> Entry:
    """Return its topic."""
    return next(entry for entry in entries(home) if entry.is_topic)


@pytest.mark.parametrize(
    ("readings", "figure", "is_outdated"),
    [
        ([{"date": "2026-05-05", "value": 55}], COUNTED, True),
        ([{"date": "2026-04-05", "value": 55}], COUNTED, False),
        ([{"date": "2026-05-05", "value": 92}], COUNTED, False),
        ([{"date": "2026-05-05", "value": 46, "of": 50}], COUNTED, False),
        ([{"date": "2026-05-05", "value": 92}], {**COUNTED, "now": "23", "of": "25"}, False),
        ([{"date": "2026-05-05", "value": 55}], {**COUNTED, "now": "nearly all"}, False),
        ([{"date": "2026-05-05", "value": 92}, {"date": "2026-05-08", "value": 55}], COUNTED, True),
        ([{"date": "2026-06-05", "value": 55}], COUNTED, False),
        ([{"date": "2026-04-05", "value": 92}, {"date": "2026-05-05", "value": 55}], COUNTED, True),
        ([{"date": "2026-04-05", "value": 60}, {"date": "2026-05-05", "value": 55}], COUNTED, False),
        ([{"date": "2026-05", "value": 55}, {"date": "2026-04", "value": 92}], COUNTED, True),
    ],
    ids=[
        "newer",
        "older",
        "the same",
        "counted",
        "in hundredths",
        "in words",
        "newest counts",
        "ahead",
        "moved since",
        "of something else",
        "month by month",
    ],
)
def test_a_newer_reading_asks_to_read_again(
    readings: list[dict[str, object]],
    figure: dict[str, str],
    is_outdated: bool,
) -> None:
    """It is a remark on the approval that counts; the topic stays."""
    before = the_topic(topic_with(readings, figure))
    approved = {"by": "RM", "date": "2026-05-01", "fingerprint": fingerprint(before), "seen": seen(before)}
    home = topic_with(readings, figure, approved)
    remarks = list(remarks_on_approval(the_topic(home), TODAY))
    assert [problem.code for problem in remarks] == ([Code.MAY_BE_UNTRUE] if is_outdated else [])
    assert all(
        "They say 92, and the newest reading of M1 (Doses on time), of" in problem.message for problem in remarks
    )
    assert TOPIC_PAGE in edition(home).files


BEFORE = [{"date": "2026-04-28", "value": 92}]


@pytest.mark.parametrize(
    ("m1", "m2", "said"),
    [
        ([*BEFORE, {"date": "2026-05-05", "value": 55}], [{"date": "2026-04-28", "value": 3}], "M1 (Doses on time)"),
        ([{"date": "2026-04-28", "value": 3}], [*BEFORE, {"date": "2026-05-05", "value": 55}], "M2 (Bells)"),
        (BEFORE, [{"date": "2026-04-28", "value": 3}, {"date": "2026-05-05", "value": 2}], ""),
        ([*BEFORE, {"date": "2026-05-05", "value": 55}], BEFORE, ""),
        ([{"date": "2026-05-05", "value": 55}], [{"date": "2026-05-05", "value": 3}], ""),
    ],
    ids=["the first", "the second", "only another moved", "one still says it", "nobody can tell which"],
)
def test_of_several_measures_the_one_that_said_the_figure_is_held_against_it(
    m1: list[dict[str, object]], m2: list[dict[str, object]], said: str
) -> None:
    """The one that said what families read when that was approved, by its name; what others do is no matter."""

    def home(approved: object = None) -> Trace:
        family = {**TOPIC, "measure": COUNTED, **({"approved": approved} if approved else {})}
        measures = [
            {"id": "M1", "title": "Doses on time", "unit": "%", "readings": m1},
            {"id": "M2", "title": "Bells", "readings": m2},
        ]
        return a_home(findings=[a_finding(source="CQC26", measures=["M1", "M2"], family=family)], measures=measures)

    before = the_topic(home())
    approved = {"by": "RM", "date": "2026-05-01", "fingerprint": fingerprint(before), "seen": seen(before)}
    remarks = [problem.message for problem in remarks_on_approval(the_topic(home(approved)), TODAY)]
    assert len(remarks) == bool(said)
    assert all(f"the newest reading of {said}, of 5 May 2026, is 55" in message for message in remarks)


@pytest.mark.parametrize(
    "wrong",
    [{"now": "120"}, {"before": "120"}, {"of": "0", "now": "0", "before": "0"}, {"now": "-5"}, {"of": "-1"}],
    ids=str,
)
def test_a_figure_that_cannot_be_is_left_out_alone(wrong: dict[str, str]) -> None:
    """More than there are, of none, less than nothing: said as a wrong fact; the topic stays without it."""
    figure = {**COUNTED, **wrong}
    built = edition(a_home(topic={"measure": figure}))
    assert set(codes(built)) == {Code.WRONG_FACT}
    assert not any(
        f"{figure[name]} out of {figure['of']}" in main_of(built, TOPIC_PAGE) for name in wrong if name != "of"
    )
    assert ("Doses that we gave on time" in main_of(built, TOPIC_PAGE)) == ("of" not in wrong)
    assert "We did not always write down" in main_of(built, TOPIC_PAGE)


@pytest.mark.parametrize("figure", [COUNTED, {"text": "Falls in a month", "before": "1,200", "now": "9"}], ids=str)
def test_a_figure_that_can_be_is_told(figure: dict[str, str]) -> None:
    """No remark is made of it."""
    built = edition(a_home(topic={"measure": figure}))
    assert codes(built) == []
    assert figure["text"] in main_of(built, TOPIC_PAGE)
