"""What a project may choose, and how a wrong choice is answered: in words, with what to write."""

from datetime import date

import pytest

from action_plans.model.problem import Code
from action_plans.project.options import read_options
from action_plans.project.settings import ClockError, today
from tests.project import Project
from tests.small_plans import OAK


def test_the_day_of_a_build_is_that_of_its_time_zone() -> None:
    """Half past eleven at night in June, by the clock of Greenwich, is the next day in London and not in New York."""
    moment = {"SOURCE_DATE_EPOCH": "1781998200"}  # 2026-06-20T23:30:00Z
    in_london, _ = read_options({})
    in_new_york, _ = read_options({"timezone": "America/New_York"})
    assert today(in_london, moment) == date(2026, 6, 21)
    assert today(in_new_york, moment) == date(2026, 6, 20)


@pytest.mark.parametrize("written", ["soon", "99999999999999999", "9" * 5000, "-99999999999", "1.5"])
def test_a_clock_that_tells_no_day_is_answered(written: str) -> None:
    """SOURCE_DATE_EPOCH that is no number of seconds, or of a year that nobody means, is one sentence."""
    options, _ = read_options({})
    with pytest.raises(ClockError, match="SOURCE_DATE_EPOCH"):
        today(options, {"SOURCE_DATE_EPOCH": written})


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ({"as_of": date(1, 1, 1)}, "cannot be today"),
        ({"as_of": "9999-12-31"}, "cannot be today"),
        ({"plans_dir": "pl\0ans"}, "plans_dir: it holds a character that no name of a file has"),
        ({"evidence_dir": "evi\ndence"}, "evidence_dir: it holds a character that no name of a file has"),
        ({"timezone": "Europe/Londn"}, "timezone: there is no such time zone"),
        ({"timezone": "../../etc/passwd"}, "timezone: there is no such time zone"),
        (
            {"family": "off"},
            "family: its options go below it, one on each line; for no family edition, enabled: false.",
        ),
        (
            {"family": False},
            "family: its options go below it, one on each line; for no family edition, enabled: false.",
        ),
        ({"family": {"site_url": "javascript:alert(1)"}}, "begins with https://"),
        ({"family": {"site_url": "https://"}}, "begins with https://"),
        ({"family": {"site_url": "//example.org"}}, "begins with https://"),
        ({"family": {"site_url": 'https://example.org/"onclick'}}, "begins with https://"),
        ({"checks": {"AP104": False}}, "AP104 cannot be turned off"),
        ({"checks": {"AP403": False}}, "AP403 cannot be turned off"),
        ({"checks": {"AP501": "off"}}, "AP501 cannot be turned off"),
        ({"checks": {"AP999": False}}, "there is no check AP999"),
        ({"checks": {"AP312": False}}, "AP312 cannot be turned off: only the rules of how a good plan is made can"),
        ({"checks": {"AP205": False}}, "AP205 cannot be turned off"),
        ({"checks": {"AP340": "off"}}, "AP340 cannot be turned off"),
        ({"checks": {"AP331": "sometimes"}}, "write true or false"),
        ({"checks": ["AP331"]}, "such as `AP331: off`"),
        ({"attachments_limit": "9" * 4301}, "write a whole number"),
        ({"attachments_limit": 1.5}, "attachments_limit: write a whole number."),
        ({"attachments_limit": float("nan")}, "attachments_limit: write a whole number."),
    ],
)
def test_a_wrong_option_is_answered_in_words(written: dict[str, object], answer: str) -> None:
    """Each option that cannot be used is named with what to write instead."""
    _, faults = read_options(written)
    assert len(faults) == 1
    assert answer in faults[0][1]


def test_off_and_false_turn_a_check_off_alike() -> None:
    """YAML's `off`, `false`, and either as text; `on` leaves a check as it is."""
    options, faults = read_options({"checks": {"AP339": False, "ap220": "off", "AP330": "On", "AP331": "false"}})
    assert faults == ()
    assert options.checks_off == (Code.NO_NEWS, Code.ONE_CATEGORY, Code.UNMEASURED)


def test_a_check_that_is_off_is_silent_everywhere_and_the_page_says_so(project: Project) -> None:
    """Neither the command nor a page tells a gap whose check is off; /problems/ names the check."""
    project.write({"plans/oak.yaml": OAK})
    assert "AP334" in project.check().output

    settings = project.read("mkdocs.yml").replace("    as_of:", "    checks: {AP334: off}\n    as_of:")
    project.write({"mkdocs.yml": settings})
    assert "AP334" not in project.check().output
    built = project.build()
    assert built.exit_code == 0, built.said
    page = project.read("site/problems/index.html")
    assert "turned this check off" in page
    assert "A breach does not say why it happened." in page
