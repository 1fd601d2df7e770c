"""The page of a plan's measures: at a glance, each with its chart and table, and beside those of other plans."""

import re
from datetime import date

import pytest

from action_plans.model.plan import Plan
from action_plans.staff.page import Page
from action_plans.staff.pages.measures_page import measures_pages
from action_plans.tracing.trace import Trace
from tests.builders import a_closed_action, a_finding, a_note, a_plan, an_action, traced
from tests.staff.page_making import action, context_of, finding, plan
from tests.staff.reading_html import Reading, section, words
from tests.tracing.figures import START, a_measure, weekly


def pages(trace: Trace, place: int = 0) -> list[Page]:
    """Return the pages of measures of a plan."""
    return list(measures_pages(context_of(trace), trace.portfolio.plans[place]))


def page(**said: object) -> str:
    """Return the page of a plan with one measure."""
    return pages(traced(a_plan(measures=[a_measure(**said)])))[0].html


def rows(html: str) -> list[str]:
    """Return the rows of the table beside the first chart."""
    table = re.search(r'<table class="rows small figures".*?</table>', html, re.DOTALL)
    assert table is not None
    return [words(row) for row in re.findall(r"<tr role=\"row\".*?</tr>", table[0], re.DOTALL)][1:]


def test_a_plan_without_measures_says_so() -> None:
    """The page is there, and is not in the plan's menu."""
    trace = traced(a_plan())
    assert "The plan has no measure yet" in words(pages(trace)[0].html)
    assert "/measures/" not in plan(trace)


def test_the_table_is_the_equal_of_the_picture() -> None:
    """Baseline with its source, each reading with what was counted, note and method, the median, every target."""
    html = page(
        baseline={"value": 81, "date": "2026-02-03", "source": "CQC's sample"},
        targets=[{"value": 95, "by": "2026-06-30"}, {"value": 90, "by": "2026-04-01", "label": "First step"}],
        readings=[
            {"date": "2026-04-01", "value": 84, "n": 76, "of": 90, "note": "First audit"},
            {"date": "2026-04-08", "value": 86, "n": 77, "of": 90},
            {"date": "2026-04-15", "value": 88, "method": "By pager"},
        ],
    )
    assert rows(html) == [
        "3 February 2026 Baseline CQC's sample 81%",
        "1 April 2026 First audit 84% 76 of 90",
        "8 April 2026 86% 77 of 90",
        "15 April 2026 New way of measuring By pager 88%",
        "Middle value (median) of one reading 88%",
        "By 30 June 2026 Target 95%",
        "By 1 April 2026 Another target First step 90%",
    ]


def test_what_counts_for_nothing_is_told_as_such() -> None:
    """A reading that lies ahead, and one of two on a day, stand in the table with the reason; an empty column goes."""
    readings = [
        {"date": "2026-06-01", "value": 99}, {"date": "2026-04-01", "value": 1}, {"date": "2026-04-01", "value": 2},
    ]  # fmt: skip
    html = page(readings=readings, baseline=None, targets=[])
    assert rows(html)[:3] == [
        "1 April 2026 Not counted: another reading of this day was written later 1%",
        "1 April 2026 2%",
        "1 June 2026 Planned: it lies ahead, and counts for nothing yet 99%",
    ]
    assert "Counted</th>" not in html


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"readings": []}, "No reading There is no reading yet."),
        ({"readings": weekly(96, 96, 97)}, "Met and held 97% on 19 January 2026. The last three readings reach"),
        ({"readings": weekly(97)}, "Target met 97% on 5 January 2026. That reaches the target of 95% by 30 June 2026."),
        ({"readings": weekly(70)}, "Behind 70% on 5 January 2026. The straight line from the baseline to 95%"),
        ({"readings": weekly(96, 70)}, "It reached 95% once, on 5 January 2026, and has fallen since."),
        ({"readings": weekly(96, 97, 70)}, "It last reached 95% on 12 January 2026, and has fallen since."),
        (
            {"readings": weekly(30, 85), "better": "lower", "targets": [{"value": 40, "by": "2026-06-30"}]},
            "and has risen since.",
        ),
        ({"readings": weekly(70), "baseline": None}, "No baseline 70% on 5 January 2026. Without a baseline"),
        ({"readings": weekly(70), "targets": [{"value": 95}]}, "No date 70% on 5 January 2026. The target has no date"),
        ({"readings": weekly(70), "targets": []}, "No target 70% on 5 January 2026. No target is written."),
        ({"readings": weekly(70), "better": None}, "The plan does not say whether higher or lower is better"),
        (
            {"readings": weekly(70, method="By pager")},
            "New way of measuring 70% on 5 January 2026. It has been measured in another way since 5 January 2026",
        ),
        ({"readings": [{"date": "2026-04", "value": 70}]}, "Behind 70% in April 2026."),
    ],
)  # fmt: skip
def test_the_verdict_comes_first_with_its_reason(said: dict[str, object], expected: str) -> None:
    """Each verdict in a word, and in sentences what it follows from."""
    assert expected in words(section(page(**said), "m1"))


def test_the_sign_of_a_change_is_said_with_care() -> None:
    """Since when, on which side, whether the better one; that a steady figure gives it too, once a page."""
    early = weekly(*[1, 2] * 4, *[9, 8] * 4)
    said = words(page(readings=early))
    assert "Since about 2 March 2026 the figure has stayed above its middle value: more than chance." in said
    assert "That is the better side." in said
    assert said.count("A steady figure gives this sign too, in about 1 to 5 of 100 charts.") == 1
    assert "significant" not in said
    assert "That is the worse side." in words(page(readings=early, better="lower"))
    on_the_line = words(page(readings=weekly(*[1] * 9, 5, *[9] * 8, 5)))
    assert "It is now at its middle value." in on_the_line
    assert "side" not in on_the_line.partition("more than chance would make it")[2][:60]
    ended = words(page(readings=weekly(*[9, 8] * 4, *[1, 2] * 4, 9, 1)))
    assert "The figure has moved more than chance would make it: look at the line." in ended
    steady = words(page(readings=weekly(*[1, 9] * 8)))
    assert "no more than chance would make it" in steady
    assert "A steady figure gives this sign too" not in steady
    few = words(page(readings=weekly(1, 2, 3)))
    assert "Too few readings to tell a real change from chance: two readings off the middle value" in few


def test_what_was_done_meanwhile_is_marked_and_said() -> None:
    """When an action that cites the measure closed, whether it held, and when a small test of this measure began."""
    tests = [{"where": "First floor", "from": "2026-03-02"}, {"from": "2026-03-09", "measures": "M2"}]
    closed = a_closed_action(
        measures="M1", pilots=tests,
        checks=[{"date": "2026-04-20", "by": "QL", "result": "slipped"}],
    )  # fmt: skip
    reopened = a_closed_action(id="A2", measures="M1", reopened=[{"date": "2026-04-01", "reason": "Not kept"}])
    later = an_action(id="A3", measures="M1", closed_on="2026-09-01")
    other = a_closed_action(id="A4")
    measures = [a_measure(readings=weekly(*[80] * 16)), a_measure(id="M2")]
    trace = traced(a_plan(actions=[closed, reopened, later, other], measures=measures))
    html = pages(trace)[0].html
    said = words(section(html, "m1"))
    assert (
        "Done meanwhile: A1 a small test began on 2 March 2026; A1 closed on 31 March 2026, slipped since; "
        "A2 closed on 31 March 2026, reopened since." in said
    )
    assert "A1 pilot" in said
    assert "a small test began on 9 March 2026" in words(section(html, "m2"))


def test_each_measure_is_found_at_its_address_and_leads_to_what_it_is_about() -> None:
    """Its anchor, what it is for, the actions it shows, its evidence, a note that any item may carry."""
    note = a_note(supports="OAK/M1")
    measure = a_measure(area="Medicines", method="By lot", note="Read on Fridays", extra={"Old number": "7"})
    trace = traced(
        a_plan(measures=[measure], findings=[a_finding(measures="M1")], actions=[an_action(measures="M1")]),
        notes=[note],
    )
    (found,) = pages(trace)
    assert "m1" in found.anchors
    links = Reading(found.html).links
    for there in ("plans/oak/findings/f1/", "plans/oak/actions/a1/", "evidence/oak/e1/"):
        assert f"../../../{there}index.html" in links
    for said in ("Medicines", "By lot", "Read on Fridays", "Old number", "Higher is better."):
        assert said in words(found.html)
    assert "../../../../plans/oak/measures/index.html#m1" in Reading(finding(trace)).links


def test_the_verdict_stands_wherever_the_measure_is_cited() -> None:
    """On the plan's page, the finding's, the action's and the measure's own: one word."""
    measures = [a_measure(readings=weekly(70))]
    ours = a_plan(measures=measures, findings=[a_finding(measures="M1")], actions=[an_action(measures="M1")])
    trace = traced(ours)
    for html in (plan(trace), finding(trace), action(trace), pages(trace)[0].html):
        assert re.search(r'<strong class="tag tag-behind tone-red">Behind</strong>', html)


def test_many_measures_have_a_page_each() -> None:
    """Over 60 the page is the list, by area; each row leads to the measure's own page and keeps its anchor."""
    measures = [a_measure(id=f"M{n}", area="Nights" if n % 2 else "Food", readings=weekly(70)) for n in range(1, 62)]
    several = pages(traced(a_plan(measures=measures)))
    assert [one.address for one in several[:3]] == [
        "plans/oak/measures/", "plans/oak/measures/m1/", "plans/oak/measures/m2/",
    ]  # fmt: skip
    assert len(several) == 62
    assert {"m1", "m61"} <= several[0].anchors
    assert "run-chart" not in several[0].html
    assert "../../../plans/oak/measures/m61/index.html" in Reading(several[0].html).links
    assert "run-chart" in several[1].html
    assert [words(one) for one in re.findall(r'<tr class="group".*?</tr>', several[0].html)] == ["Nights", "Food"]
    few = pages(traced(a_plan(measures=measures[:60])))
    assert len(few) == 1
    assert few[0].html.count("run-chart") == 120


def _named(id_: str, service: str, *values: int, **said: object) -> Plan:
    measure = a_measure(compare_as="doses", readings=weekly(*values), **said)
    return a_plan(id=id_, service=service, measures=[measure])


def test_the_same_measure_of_several_plans_stands_side_by_side() -> None:
    """On the page of each plan that has it: the same order, charts of one scale, one table, each with its verdict."""
    trace = traced(
        _named("OAK", "Oakfield House", 70), _named("ELM", "Elm Court", 96, 97, 98),
        _named("ASH", "Ash Lodge", 3, unit="falls"),
    )  # fmt: skip
    for place in range(3):
        (found,) = pages(trace, place)
        said = words(found.html)
        assert "The same measure in three services: doses" in said
        assert 'href="#_same-oak-m1">doses</a>' in found.html
        captions = re.findall(r"<figcaption><b>(.*?)</b>", found.html)
        assert captions == ["Oakfield House", "Elm Court"]
        assert "Called the same, but measured in another unit" in said
        assert Reading(found.html).faults == []
    table = words(pages(trace)[0].html.partition('class="rows compared"')[2])
    assert "Oakfield House M1 Doses signed for 80% 70% \N{MINUS SIGN}10 70% 1 Behind Too few readings" in table
    assert "Elm Court ELM/M1 Doses signed for 80% 98% +18 97% 3 Met and held Too few readings" in table


def test_many_plans_are_compared_on_one_page() -> None:
    """Of more than a dozen the whole comparison stands once, and each other plan leads there: work stays linear."""
    trace = traced(*(_named(f"P{n}", f"House {n}", 70 + n) for n in range(13)))
    assert pages(trace)[0].html.count("<figcaption>") == 13
    (other,) = pages(trace, 5)
    assert "<figcaption>" not in other.html
    assert any(link.startswith("../../../plans/p0/measures/index.html#_same-") for link in Reading(other.html).links)


def test_figures_written_in_disorder_are_told_and_break_nothing() -> None:
    """Out of order, twice a day, in the future, a target without a day, a baseline after its readings, no figure."""
    odd = a_measure(
        baseline={"value": 81, "date": "2027-01-01"}, targets=[{"value": 95}, {"value": 90, "by": "9999-12-31"}],
        readings=[
            {"date": "2026-05-08", "value": 92, "n": 0, "of": 0}, {"date": "2026-04-01", "value": 84},
            {"date": "2026-05-08", "value": 93}, {"date": "9999-12-31", "value": -5},
            {"date": "0001-01-01", "value": 7}, {"date": "2026-05", "value": "-0.000001"},
        ],
    )  # fmt: skip
    ahead = {"id": "M3", "title": "Ahead", "readings": weekly(1, first=date(2030, 1, 1))}
    measures = [odd, {"id": "M2", "title": "None"}, ahead]
    html = pages(traced(a_plan(measures=measures, review_every="999 years")))[0].html
    assert Reading(html).faults == []
    assert rows(html)[1:6] == [
        "1 January 1 7%", "1 April 2026 84%",
        "8 May 2026 Not counted: another reading of this day was written later 92% 0 of 0",
        "8 May 2026 93%", "May 2026 -0.000001%",
    ]  # fmt: skip
    assert "There is no figure with a day to draw." in words(section(html, "m2"))
    assert "<table" not in section(html, "m2")


def test_figures_of_every_size_and_number_are_shown() -> None:
    """Two hundred readings, nine digits, six places, negative ones: whole HTML, each in its table."""
    values = ["-999999999.999999", "999999999.999999", "0.000001", *range(197)]
    html = page(readings=weekly(*values, first=START.replace(year=2020)), unit=None)
    assert Reading(html).faults == []
    assert "-999,999,999.999999" in html
    assert len(rows(html)) == 203


def test_a_target_that_was_reached_in_time_was_not_missed() -> None:
    """The page and the gap say that it was reached, and what became of it since."""
    readings = [{"date": "2026-03-31", "value": 0}, {"date": "2026-04-30", "value": 3}]
    targets = [{"value": 0, "by": "2026-04-01"}, {"value": 2, "by": "2026-04-15"}, {"value": 1, "by": "2026-06-30"}]
    said = {"id": "M1", "title": "Falls", "unit": "falls", "better": "lower", "readings": readings, "targets": targets}
    trace = traced(a_plan(measures=[said]))
    text = words(pages(trace)[0].html)
    assert "0 by 1 April 2026, reached then and risen since; 2 by 15 April 2026, reached then and risen since." in text
    told = [one.message for one in context_of(trace).problems if one.code.value == "AP313"]
    assert told[0] == (
        "M1 reached 0 falls by 1 April 2026, and has risen since: the newest reading is 3 falls (30 April 2026)."
    )
    late = traced(a_plan(measures=[{**said, "readings": [{"date": "2026-04-30", "value": 3}]}]))
    assert "0 by 1 April 2026, missed; 2 by 15 April 2026, missed." in words(pages(late)[0].html)
