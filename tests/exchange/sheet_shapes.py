"""Action plans as services keep them in spreadsheets: each function writes one and returns its file.

The shapes are those of plans that services and trusts have published; the service, its people and every text are
invented.
"""

from datetime import date
from pathlib import Path

from tests.exchange.sheet_making import (
    AMBER,
    BLUE,
    GREEN,
    PALE_AMBER,
    PALE_GREEN,
    PALE_RED,
    RED,
    Cell,
    Rows,
    table,
    write_book,
)


def title_and_legend(folder: Path) -> Path:
    """A home's plan after an inspection: title, dates and two keys above, evidence in the cell of the action."""
    rows = table(
        """
Larchwood House \N{EN DASH} improvement and action plan
Report published 9 March 2026
Progress key: Delivered and complete / Some issues outstanding / Not delivered and needs action
Key for persons responsible: RM Registered manager; NI Nominated individual; SL Shift leaders
"""
    )
    names = (
        "CQC Action Requirements and Recommendations | CQC Regulation and Key Question | Improvement and Action Plan "
        "(and Evidence) | By Whom | By When | Progress | Signed off"
    )
    first = (
        "Basins in two bathrooms had no soap. | Regulation 15(2) Premises and equipment\\nSAFE | 1. Fit soap and towel "
        "holders in both\\n2. Check them on each morning round (evidence: round sheet, kept in the infection file) "
        "| RM | 2026-04-10 | Delivered and complete | 2026-04-12"
    )
    others = """
Plans for falls were old. | Regulation 12(2)(a) / Safe | Review all 24 | SL | 2026-04-30 | Some issues outstanding
Audits changed nothing. | SAFE and WELL LED? | Meet about each | NI | May 2026 | Not delivered and needs action
"""
    rows += [[], *table(names), *table(first), *table(others)]
    return write_book(folder / "Larchwood plan.xlsx", {"Plan": rows})


def two_header_rows(folder: Path) -> Path:
    """A template of a consultancy: a row of groups above the row of names, groups merged over their columns."""
    rows = table(
        """
What was found | | What we will do | | | How far we are |
No. | Item to be rectified | Actions required | Deadline | Person responsible | RAG | Comments
1 | Fire doors were propped open | Fit door guards | 2026-06-05 | Maintenance | Green |
2 | Fridge temperatures were not kept | Put a chart on each | 2026-05-01 | Chef | Amber | Chart agreed
3 | Call bells were slow at night | Audit answer times | 2026-07-31 | Night lead | Red |
"""
    )
    return write_book(folder / "Roadmap.xlsx", {"RAG": rows}, merged=("A1:B1", "C1:E1", "F1:G1"))


def row_eleven_column_b(folder: Path) -> Path:
    """A trust's template: a cover with counts above, the table from B11 on, an empty column at its left."""
    rows = table(
        """
 |
 | Action plan progress update
 | Larchwood Trust

 | Red 'Off Track' | 1
 | Amber 'On Track' | 1
 | Green 'Complete' | 1
 | Blue 'Complete and peer inspected' | 1

 | Contact: the quality team
 | Ref | Must / Should | Core service | Area of concern | Action | Lead | Target date | Status
 | M1 | Must | Wards | Rooms had hazards | Walk every room weekly | Ward manager | 2026-09-30 | Blue
 | M2 | Must | Wards | No supervision | Set dates for all | Ward manager | 2026-08-31 | Green Complete
 | S1 | Should | Community | Waits were long | Ring who waits | Team leader | 2026-12-18 | Amber On Track
 | S2 | Should | Community | Hard letters | Rewrite all six | Communications lead | 2026-10-30 | Red Off Track
"""
    )
    return write_book(folder / "update.xlsx", {"Update": rows})


def merged_findings(folder: Path) -> Path:
    """Findings merged down over their actions, an owner merged over two of them."""
    rows = table(
        """
Finding | Regulation | Action | Owner | Due | Status
Medicines were given late | Reg 12 | Start the round at 7 | Clinical lead | 2026-05-04 | Complete
 | | Ask the pharmacy for blister packs | | 2026-05-18 | In progress
 | | Audit times each week | Registered manager | 2026-06-01 | Not started
Complaints had no answer | Reg 16 | Answer each within 10 days | Registered manager | 2026-05-29 | Open
 | | Tell the residents' meeting what changed | | 2026-06-26 | Open
"""
    )
    merged = ("A2:A4", "B2:B4", "D2:D3", "A5:A6", "B5:B6", "D5:D6")
    return write_book(folder / "merged.xlsx", {"Sheet1": rows}, merged=merged)


def several_in_a_cell(folder: Path) -> Path:
    """Lists inside cells: bullets, letters, lines that each say what to do, and a sentence over two lines."""
    rows = table(
        r"""
Issue | Improvement | Responsible | Timescale | Progress
Rota gaps | • Recruit two night carers\n• Agree agency cover | Registered manager | 30/06/2026 | In progress
Training | a) Book handling\nb) Book first aid\nc) Keep a matrix | Deputy manager | 31/07/2026 | Not started
Garden | Repair the ramp\nPaint the handrail | Maintenance | 15/05/2026 | Done
Meals | Offer snacks in the evening to everyone who\nwould like one | Chef | 01/06/2026 | Open
"""
    )
    return write_book(folder / "lists.xlsx", {"Actions": rows})


def rag_by_colour(folder: Path) -> Path:
    """How it goes is told by the fill of an empty cell alone."""
    rows: Rows = [
        ["Concern", "Action", "Lead", "By when", "RAG"],
        ["Care plans", "Rewrite 12 care plans", "Deputy manager", date(2026, 5, 29), Cell(fill=GREEN)],
        ["Weights", "Weigh everyone monthly", "Clinical lead", date(2026, 6, 12), Cell(fill=AMBER)],
        ["Bins", "Order foot-pedal bins", "Housekeeping", date(2026, 4, 24), Cell(fill=RED)],
        ["Policies", "Bring policies up to date", "Registered manager", date(2026, 3, 27), Cell(fill=BLUE)],
        ["Lounge", "Move the chairs into groups", "Activities lead", date(2026, 5, 8), Cell(fill=PALE_GREEN)],
        ["Hoists", "Service both hoists", "Maintenance", date(2026, 5, 15), Cell(fill=PALE_AMBER)],
        ["Slings", "Name a sling for each person", "Senior carers", date(2026, 5, 22), Cell(fill=PALE_RED)],
    ]
    return write_book(folder / "traffic lights.xlsx", {"RAG": rows})


def dates_in_many_forms(folder: Path) -> Path:
    """One column of dates: real ones, numbers, three ways of text, months, words instead, and one in no calendar."""
    dues: tuple[object, ...] = (
        date(2026, 5, 4),
        46156.0,
        "31/05/2026",
        "5.6.26",
        "12-Jun-26",
        "June 19, 2026",
        "end of June 2026",
        "July 2026",
        "Immediate",
        "Ongoing",
        "31/06/2026",
        "30/06/2026 revised to 31/07/2026",
    )
    rows: list[list[object]] = [["Requirement", "Action", "Owner", "Target date"]]
    rows += [[f"Requirement {n}", f"Do the work of line {n}", "Manager", due] for n, due in enumerate(dues, 1)]
    return write_book(folder / "dates.xlsx", {"Sheet1": rows})


def month_first(folder: Path) -> Path:
    """A column that was typed month first, which two of its dates show."""
    rows: Rows = [
        ["Finding", "Action", "Owner", "Due"],
        ["Locks", "Change the locks of the office", "Maintenance", "04/24/2026"],
        ["Keys", "Sign keys in and out", "Senior carers", "05/06/2026"],
        ["Alarms", "Test alarms weekly", "Maintenance", "06/30/2026"],
    ]
    return write_book(folder / "month first.xlsx", {"Sheet1": rows})


def initials_and_names(folder: Path) -> Path:
    """Owners by initials that a legend explains, one of them with a name, and by names."""
    rows: Rows = [
        ["Action plan for Larchwood House"],
        ["RM = Registered manager", None, "DM = Deputy manager", None, "JW = Joanna Wzorowa, clinical lead"],
        [],
        ["Shortfall", "Action to be taken", "By whom", "By when", "Outcome"],
        ["Consent forms", "Ask each person again", "RM", date(2026, 5, 1), None],
        ["Best interests", "Hold meetings for six people", "RM/DM", date(2026, 5, 15), None],
        ["Wound care", "Photograph wounds weekly", "JW", date(2026, 5, 8), "Charts are in use"],
        ["Activities", "Plan a week of activities", "Agnieszka Testowa", date(2026, 5, 22), None],
        ["Cleaning", "Keep a schedule in each bathroom", "Housekeeping (Olusegun)", date(2026, 5, 29), None],
        ["Handover", "Write handovers down", "XQ", date(2026, 6, 5), None],
    ]
    return write_book(folder / "who.xlsx", {"Plan": rows})


def totals_and_formulas(folder: Path) -> Path:
    """A pick-list beside the table, a row of totals, days and counts by formula, and rows that a filter hides."""
    rows: list[list[object]] = [["Ref", "Finding", "Action", "Owner", "Due", "Status", None, "Lists"]]
    lists = ("Open", "Closed", "On hold", None)
    found = (("Doors", "Oil the hinges"), ("Lights", "Change bulbs"), ("Floors", "Mend it"), ("Windows", "Fit locks"))
    for number, ((finding, action), word) in enumerate(zip(found, lists, strict=True), 1):
        due = Cell(46136.0 + 7 * number, formula=f"=E{number}+7" if number > 1 else "=DATE(2026,5,1)")
        status = "Closed" if number == 1 else "Open"
        rows.append([float(number), finding, action, "Maintenance", due, status, None, word])
    closed = Cell(1.0, formula='=COUNTIF(F2:F5,"Closed")')
    rows += [[], ["Total", None, Cell(4.0, formula="=COUNTA(C2:C5)"), None, None, closed]]
    return write_book(folder / "estates.xlsx", {"Log": rows}, hidden=(3, 4))


def long_empty_tail(folder: Path) -> Path:
    """Two actions, and 5,000 empty rows with borders below them."""
    rows = table(
        """
Issue | Action | Responsible | Deadline | RAG | Comments
Noise at night | Fit soft closers | Maintenance | 2026-06-01 | Green | Ordered
Cold lounge | Bleed the radiators | Maintenance | 2026-05-01 | Green |
"""
    )
    return write_book(folder / "tail.xlsx", {"Sheet1": rows}, formatted_until=5_003)


def semicolons(folder: Path) -> Path:
    """A CSV as Excel saves it on a continental computer: Windows-1252, semicolons, a line break inside quotes."""
    text = """\
Action plan \N{EN DASH} Larchwood House;;;;;
;;;;;
No;Area of concern;Action;Lead;Target date;Status
1;Few used the café trolley;Send it round twice;Activities co-ordinator;31/05/2026;In progress
2;"Residents\N{RIGHT SINGLE QUOTATION MARK} money was not counted";"Count it weekly;
sign the book";Administrator;15/05/2026;Completed
3;A £50 gap in the petty cash;Report it to the provider;Registered manager;01/05/2026;Completed 28/04/2026
"""
    file = folder / "Larchwood.csv"
    file.write_bytes(text.replace("\n", "\r\n").encode("cp1252"))
    return file


def several_sheets(folder: Path) -> Path:
    """A workbook with a cover, the plan, a list of words to pick from and a chart's figures."""
    plan = table(
        """
Standard | Gap | Action | Owner | Review date | Progress | Evidence
Safe | No window checks | Check windows monthly | Maintenance | 2026-05-31 | On track | Check sheet
Caring | Doors left open | Knock and wait | All staff | 2026-05-15 | Complete | Walk round of 3 May
"""
    )
    others: dict[str, Rows] = {
        "Lists": [["On track"], ["Complete"], ["Delayed"]],
        "Chart": [["Month", "Open", "Closed"], ["April", 2.0, 0.0], ["May", 1.0, 1.0]],
    }
    cover: Rows = [["Larchwood House"], ["Quality improvement plan 2026"], ["Version 3"]]
    return write_book(folder / "book.xlsx", {"Cover": cover, "Plan": plan, **others})


def special_measures(folder: Path) -> Path:
    """The national template of a trust in special measures: themes as rows of their own, and a key of progress."""
    rows = table(
        """
Larchwood Hospital: our improvement plan and our progress
Progress key: Delivered; On Track to deliver; Some issues \N{EN DASH} narrative disclosure; Not on track to deliver

Summary of main concerns | Summary of urgent actions required | Agreed timescale | External support | Progress
Patients waited too long | Open a second triage room | End of March 2026 | Regional team | Delivered
Few nurses at night | Recruit twenty nurses | 30 June 2026 | None | On Track to deliver
No lessons were learned | Share one a week | 31 May 2026 | Partner trust | Some issues \N{EN DASH} narrative disclosure
Records were not safe | Lock every notes trolley | 30 April 2026 | None | Not on track to deliver
"""
    )
    return write_book(folder / "special measures.xlsx", {"Plan": rows})
