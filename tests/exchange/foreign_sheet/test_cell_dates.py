"""What a cell says of a day."""

import re
from datetime import date, timedelta

import pytest

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, ReadDate, order_of, read_date
from action_plans.exchange.spreadsheet_rows import CellValue

DAY_FIRST, MONTH_FIRST = DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST
REPORT = date(2026, 1, 20)


@pytest.mark.parametrize(
    "written",
    [
        date(2026, 3, 31),
        46112.0,
        "46112",
        "31/03/2026",
        "31/3/26",
        "31.3.26",
        "31.03.2026",
        "31-03-2026",
        "31 - 03 - 2026",
        "31 / 03 / 2026",
        "31\u00a0March\u00a02026",
        "31\u201303\u20132026",
        "2026-03-31",
        "2026/03/31",
        "2026.3.31",
        "2026-03-31 00:00:00",
        "2026-03-31T00:00:00",
        "31/03/2026 00:00",
        "31032026",
        "20260331",
        "31-Mar-26",
        "31-Mar-2026",
        "31Mar26",
        "31 Mar '26",
        "31 march 2026",
        "31st March 2026",
        "31st of March, 2026",
        "the 31st of March 2026",
        "31 st March 2026",
        "March 31, 2026",
        "March 31st 2026",
        "Mar 31, '26",
        "Tue 31 March 2026",
        "Tuesday, 31 March 2026",
        "Tues 31/03/2026",
        "by 31 March 2026",
        "By: 31/03/2026",
        "Due 31/03/2026.",
        "on 31.03.2026",
        "\n31/03/2026\n",
    ],
)
def test_one_day_is_read_however_it_is_typed(written: CellValue) -> None:
    """Real dates, numbers of days and every common way to type one give the day, with nothing left beside it."""
    assert read_date(written, DAY_FIRST) == ReadDate(date(2026, 3, 31))


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("April 2027", date(2027, 4, 30)),
        ("Apr-27", date(2027, 4, 30)),
        ("Apr '27", date(2027, 4, 30)),
        ("april, 2027", date(2027, 4, 30)),
        ("04/2027", date(2027, 4, 30)),
        ("2027-04", date(2027, 4, 30)),
        ("February 2028", date(2028, 2, 29)),
        ("Febuary 2027", date(2027, 2, 28)),
        ("Sept 2026", date(2026, 9, 30)),
        ("end of June 2026", date(2026, 6, 30)),
        ("by the end of June 2026", date(2026, 6, 30)),
        ("End June 2026", date(2026, 6, 30)),
        ("Q2 2026/27", date(2026, 9, 30)),
        ("Q4 2026/27", date(2027, 3, 31)),
        ("quarter 3 2026-27", date(2026, 12, 31)),
        ("end of 2026", date(2026, 12, 31)),
    ],
)
def test_a_month_or_a_longer_time_means_its_last_day(written: str, day: date) -> None:
    """A month, its end, a quarter of a financial year and a year give their last day, marked as no single day."""
    assert read_date(written, DAY_FIRST) == ReadDate(day, is_month=True)


@pytest.mark.parametrize(
    ("written", "day", "word"),
    [
        ("mid June 2026", date(2026, 6, 15), "mid"),
        ("Mid-June 2026", date(2026, 6, 15), "Mid"),
        ("start of June 2026", date(2026, 6, 1), "start of"),
        ("31/03/2026 14:30", date(2026, 3, 31), "14:30"),
        ("1-15 April 2026", date(2026, 4, 15), "1"),
        ("1 April 2026 \u2013 30 April 2026", date(2026, 4, 30), "1 April 2026"),
        ("01/04/2026-30/04/2026", date(2026, 4, 30), "01/04/2026"),
        ("31/03/2026\n30/06/2026", date(2026, 6, 30), "31/03/2026"),
        ("31/03/2026 revised 30/06/2026", date(2026, 6, 30), "31/03/2026 revised"),
        ("30/06/2026 (was 31/03/2026)", date(2026, 6, 30), "(was 31/03/2026)"),
        ("31/03/2026 brought forward to 28/02/2026", date(2026, 2, 28), "31/03/2026 brought forward to"),
        ("31/03/2026 - now 28/02/2026", date(2026, 2, 28), "31/03/2026 - now"),
        ("Immediate, audit by 31/03/2026", date(2026, 3, 31), "Immediate, audit by"),
        ("31 March 2026 and ongoing", date(2026, 3, 31), "and ongoing"),
        ("31/03/2026 (board)", date(2026, 3, 31), "(board)"),
    ],
)
def test_what_stands_beside_the_day_is_kept(written: str, day: date, word: str) -> None:
    """Of several days the one that holds now is taken, of a range the last; all else in the cell is its word."""
    read = read_date(written, DAY_FIRST)
    assert read is not None
    assert (read.day, read.word, read.is_ambiguous) == (day, word, False)


@pytest.mark.parametrize(
    "written",
    [
        "Immediate",
        "immediately",
        "With immediate effect",
        "Ongoing",
        "on-going",
        "Continuous",
        "N/A",
        "n/a",
        "NA",
        "TBC",
        "TBA",
        "ASAP",
        "As soon as possible",
        "Daily",
        "monthly",
        "Every shift",
        "by board",
        "Next team meeting",
        "within 4 weeks",
        "6 weeks",
        "Completed",
        "-",
        "\u2013",
        "?",
    ],
)
def test_words_instead_of_a_day_are_kept_as_words(written: str) -> None:
    """What says that there is no day, or says it without a calendar, is understood and kept as written."""
    assert read_date(written, DAY_FIRST) == ReadDate(None, word=written)


@pytest.mark.parametrize(
    "written",
    [
        None,
        "",
        "  ",
        "31/02/2026",
        "31 June 2026",
        "29/02/2027",
        "32/01/2026",
        "45/13/2026",
        "0/0/2026",
        "31/03/0206",
        "12345",
        "99999",
        12.0,
        0.0,
        -5.0,
        46112000.0,
        "Registered manager",
        "At risk",
        "Room 12",
        "A1",
        "1.2",
        "24/6",
    ],
)
def test_what_is_no_day_is_not_made_into_one(written: CellValue) -> None:
    """A day in no calendar, a number that counts no likely day and other words give nothing, not even a near day."""
    assert read_date(written, DAY_FIRST) is None


@pytest.mark.parametrize(
    ("written", "day_first", "month_first", "is_ambiguous"),
    [
        ("03/04/2026", date(2026, 4, 3), date(2026, 3, 4), True),
        ("3.4.26", date(2026, 4, 3), date(2026, 3, 4), True),
        ("04/04/2026", date(2026, 4, 4), date(2026, 4, 4), False),
        ("04/24/2026", date(2026, 4, 24), date(2026, 4, 24), False),
        ("24/04/2026", date(2026, 4, 24), date(2026, 4, 24), False),
        ("2026-04-03", date(2026, 4, 3), date(2026, 4, 3), False),
        ("3 April 2026", date(2026, 4, 3), date(2026, 4, 3), False),
    ],
)
def test_the_order_decides_only_what_it_must(
    written: str, day_first: date, month_first: date, is_ambiguous: bool
) -> None:
    """Figures that make a day in one order only are that day; those that make two are read by the order, and marked."""
    assert read_date(written, DAY_FIRST) == ReadDate(day_first, is_ambiguous=is_ambiguous)
    assert read_date(written, MONTH_FIRST) == ReadDate(month_first, is_ambiguous=is_ambiguous)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2026", "31/03/2026"], DAY_FIRST),
        (["03/04/2026", "04/24/2026"], MONTH_FIRST),
        (["04/24/2026", "24/04/2026"], DAY_FIRST),
        (["03/04/2026", "05/06/2026"], DAY_FIRST),
        (["April 24, 2026", "2026-04-24", 46112.0, date(2026, 4, 24), None, "Ongoing"], DAY_FIRST),
        (["by 4/24/26", "ongoing"], MONTH_FIRST),
        ([], DAY_FIRST),
    ],
)
def test_a_column_shows_its_order(cells: list[CellValue], order: DateOrder) -> None:
    """Day first, unless a value can only be month first and none only day first."""
    assert order_of(cells) == order


@pytest.mark.parametrize(
    ("written", "day", "is_month"),
    [
        ("by 31 March", date(2026, 3, 31), False),
        ("31st March", date(2026, 3, 31), False),
        ("March 31", date(2026, 3, 31), False),
        ("15 December", date(2025, 12, 15), False),
        ("end of June", date(2026, 6, 30), True),
        ("June", date(2026, 6, 30), True),
        ("mid June", date(2026, 6, 15), False),
        ("30/4", date(2026, 4, 30), False),
        ("by 4/30", date(2026, 4, 30), False),
        ("29 February", None, False),
    ],
)
def test_a_day_without_a_year_is_the_nearest_and_in_doubt(written: str, day: date | None, is_month: bool) -> None:
    """Beside a report of January 2026 a day or month without a year is the one nearest to it, marked as a guess."""
    read = read_date(written, DAY_FIRST, REPORT)
    if day is None:
        assert read is None
    else:
        assert read is not None
        assert (read.day, read.is_month, read.is_ambiguous) == (day, is_month, True)


@pytest.mark.parametrize("written", ["31 March", "June", "we may review it"])
def test_no_year_is_invented(written: str) -> None:
    """Without a day to lie near, nothing is made of a day or month whose year nobody wrote."""
    read = read_date(written, DAY_FIRST)
    assert read is None or read.day is None


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Fri 24 April 2027", date(2027, 4, 24)),
        ("Q2 2026", date(2026, 6, 30)),
        ("Spring 2026", date(2026, 5, 31)),
        ("June 26", date(2026, 6, 30)),
    ],
)
def test_what_may_be_another_day_is_marked(written: str, day: date) -> None:
    """Another day of the week, a quarter of no said year, a season and a month with two figures are in doubt."""
    read = read_date(written, DAY_FIRST)
    assert read is not None
    assert (read.day, read.is_ambiguous) == (day, True)


def test_a_number_with_a_time_keeps_the_time() -> None:
    """A spreadsheet's number with a fraction is its day, and the time of day is kept as a word."""
    assert read_date(46112.604167, DAY_FIRST) == ReadDate(date(2026, 3, 31), word="14:30")


def test_every_day_is_read_back_in_every_form() -> None:
    """Each day of three years, typed in several ways and counted, is read as that day."""
    forms = (
        "%d/%m/%Y",
        "%d.%m.%y",
        "%Y-%m-%d",
        "%d-%b-%y",
        "%d %B %Y",
        "%B %d, %Y",
        "%a %d %b %Y",
        "%d%m%Y",
        "%A %d.%m.%Y",
    )
    for number in range(0, 1096, 13):
        day = date(2025, 1, 1) + timedelta(days=number)
        typed = [day.strftime(form) for form in forms] + [str((day - date(1899, 12, 30)).days)]
        read = [read_date(one, DAY_FIRST) for one in typed]
        assert [one.day if one else None for one in read] == [day] * len(typed), typed


BESIDE = ("Ward round", "see minutes", "RM to confirm", "(agreed with board)", "second phase", "was late", "sign-off")


@pytest.mark.parametrize("word", BESIDE)
@pytest.mark.parametrize("day", ["31/03/2026", "31 March 2026", "March 2026", "2026-03-31", "Q1 2026/27"])
def test_no_word_of_a_cell_is_lost(word: str, day: str) -> None:
    """Whatever stands before and after a day comes back word for word."""
    read = read_date(f"{word} {day} {word}", DAY_FIRST)
    assert read is not None
    assert re.findall(r"\w+", read.word) == re.findall(r"\w+", f"{word} {word}")


@pytest.mark.parametrize("written", ["May need longer", "March past daily", "June Testowa", "1/2 done", "9/10"])
def test_words_that_are_months_too_are_no_day_in_a_sentence(written: str) -> None:
    """Where a month without its day or year stands among other words, and in fractions, no day is seen for certain."""
    read = read_date(written, DAY_FIRST, REPORT)
    assert read is None or read.day is None or read.is_ambiguous
    assert written == "9/10" or read is None or read.day is None
