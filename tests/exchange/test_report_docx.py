"""The report on actions as a Word file: the same words as the page, real headings, the same bytes, nothing internal."""

import re
import sys
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from action_plans.exchange.report_docx import report_docx
from action_plans.model.plan import Plan
from action_plans.staff.pages.report_on_actions_page import report_on_actions_page
from action_plans.tracing.trace import Trace
from tests.builders import a_finding, a_line, a_note, a_plan, an_action, traced
from tests.exchange.sheets import every_plan
from tests.exchange.sheets import traced as traced_example
from tests.project import Project, run
from tests.staff.edition import PLAN, made_of
from tests.staff.page_making import context_of
from tests.staff.reading_html import words
from tests.staff.test_hostile_words import HOSTILE

BREACH = a_finding(kind="breach", regulations=["Regulation 12(2)(g)", "Regulation 17"], text="Doses.\n\n- one\n- two")
_AT_DESK = re.compile(r'<(section|p|span) class="[^"]*(?:at-desk|download)[^"]*".*?</\1>', re.DOTALL)


def _trace(**said: object) -> Trace:
    moved = [{"date": "2026-05-01", "due": "2026-08-14"}]
    action = an_action(description="Two **nurses** count.", checker="QL", revised=moved)
    return traced(a_plan(**{"findings": [BREACH], "actions": [action], "lead": "QL", **said}))


def _docx(trace: Trace) -> bytes:
    return report_docx(trace, trace.portfolio.plans[0])


def _in_file(made: bytes) -> str:
    """Return the letters of the body of a Word file in reading order, without spaces and the marks of lists."""
    texts: list[str] = []
    for part in Document(BytesIO(made)).iter_inner_content():
        texts += [cell.text for row in part.rows for cell in row.cells] if isinstance(part, Table) else [part.text]
    return "".join("".join(texts).replace("\N{BULLET}", "").split())


def _on_page(trace: Trace, plan: Plan) -> str:
    """Return the letters of the forms on the page, without spaces and without what stands on the screen only."""
    html = _AT_DESK.sub("", report_on_actions_page(context_of(trace), plan).html)
    forms = re.findall(r'<section class="form-page".*?</section>', html, re.DOTALL)
    return "".join(words("".join(forms)).split())


@pytest.mark.parametrize("name", ["OAK", *(plan.id for *_, plan in every_plan() if plan.id != "OAK")])
def test_the_file_says_what_the_page_says(name: str) -> None:
    """Letter for letter in the same order, for every plan of the repository and its examples."""
    portfolio, plan = next((found, one) for _, found, one in every_plan() if one.id == name)
    trace = traced_example(portfolio, plan)
    page = _on_page(trace, plan)

    assert name != "OAK" or page.count("Howtheregulationwasnotbeingmet") == 5
    assert _in_file(report_docx(trace, plan)) == (f"Reportonactions{page}" if page else "")


def test_lists_emphasis_and_tables_of_people_are_kept() -> None:
    """What people wrote in Markdown is paragraphs, items and bold words in the file, and no sign of Markdown."""
    finding = {
        **BREACH,
        "text": "One *two*\n\n3. third\n4. fourth\n\n| a | b |\n|---|---|\n| c | d |\n\n[link](https://example.org)",
    }
    made = Document(BytesIO(_docx(_trace(findings=[finding]))))
    said = [paragraph.text for paragraph in made.paragraphs]

    assert said[3:9] == ["F1 Medicines were not counted: One two", "3. third", "4. fourth", "a b", "c d", "link"]
    (bold,) = {run.text for cell in made.tables[1].rows[1].cells for run in cell.paragraphs[0].runs if run.bold} - {
        "A1 Count medicines"
    }
    assert bold == "nurses"


def test_regulations_and_questions_are_headings_and_each_regulation_begins_a_sheet() -> None:
    """Who listens to the file, or looks at its outline, finds each regulation and each question."""
    made = Document(BytesIO(_docx(_trace())))
    heads = [one for one in made.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    questions = [one.text for one in made.paragraphs if one.style is not None and one.style.name == "Heading 2"]

    assert [one.text for one in heads] == ["Regulation 12: Safe care and treatment", "Regulation 17: Good governance"]
    assert [bool(one.paragraph_format.page_break_before) for one in heads] == [False, True]
    assert questions[:2] == [
        "How the regulation was not being met",
        "What will be done to meet the regulation, and what it is to achieve",
    ]
    assert made.paragraphs[0].style is not None
    assert made.paragraphs[0].style.name == "Title"


def test_the_heads_of_tables_are_repeated_and_no_row_is_torn() -> None:
    """A table that goes on to the next sheet has its headings there too."""
    made = Document(BytesIO(_docx(_trace())))
    tables = [table for table in made.tables if table.cell(0, 0).text == "Action"]

    assert len(tables) == 4
    for table in tables:
        assert table.rows[0]._tr.trPr is not None  # noqa: SLF001 -- the library shows it nowhere else
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None  # noqa: SLF001 -- as above
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)  # noqa: SLF001 -- as above


def test_the_file_is_british_english_on_a4() -> None:
    """A spelling checker takes it for British, and it prints on the paper that people have."""
    made = Document(BytesIO(_docx(_trace())))
    languages = {one.get(qn("w:val")) for one in made.styles.element.iter(qn("w:lang"))}

    assert languages == {"en-GB"}
    assert {one.get(qn("w:val")) for one in made.settings.element.iter(qn("w:themeFontLang"))} == {"en-GB"}
    assert made.core_properties.language == "en-GB"
    section = made.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_word_opens_it_as_a_file_of_its_own_time() -> None:
    """Its title bar does not speak of a mode for older files."""
    made = Document(BytesIO(_docx(_trace())))
    said = {one.get(qn("w:name")): one.get(qn("w:val")) for one in made.settings.element.iter(qn("w:compatSetting"))}

    assert said["compatibilityMode"] == "15"


def test_the_same_plan_on_the_same_day_is_the_same_bytes() -> None:
    """Nothing in it tells when or where it was made: neither the zip nor what the document says of itself."""
    made = _docx(_trace())

    assert made == _docx(_trace())
    with ZipFile(BytesIO(made)) as held:
        assert {info.date_time for info in held.infolist()} == {(2026, 5, 12, 0, 0, 0)}
        assert {info.compress_type for info in held.infolist()} == {0}
        told = held.read("docProps/core.xml").decode()
        everything = b"".join(held.read(name) for name in held.namelist()).decode()
    assert told.count("2026-05-12T00:00:00Z") == 2
    assert "<dc:creator></dc:creator>" in told or "<dc:creator/>" in told
    assert "python-docx" not in everything
    assert "Macintosh" not in everything


@pytest.mark.parametrize("day", [date(1975, 3, 1), date(2150, 1, 1)])
def test_a_day_that_no_zip_can_tell_breaks_nothing(day: date) -> None:
    """The file is made all the same, with the nearest day that it can tell."""
    plan = a_plan(findings=[BREACH])

    assert _in_file(report_docx(traced(plan, today=day), plan)).startswith("ReportonactionsRegulation12")


def test_no_name_and_nothing_on_request_is_in_the_file() -> None:
    """Roles answer; evidence that is kept on request, and who holds a role, are in no part of it."""
    line = a_line("2026-04-01", title="Sheet of the secret room", confidentiality="on-request", kept="Ask the manager")
    note = a_note(title="Secret minutes", confidentiality="on-request", kept="Ask the manager", body="Secret body")
    plan = a_plan(findings=[BREACH], lead="QL", actions=[an_action(owner="QL", evidence=[line])])
    with ZipFile(BytesIO(report_docx(traced(plan, notes=[note]), plan))) as held:
        everything = b"".join(held.read(name) for name in held.namelist()).decode()

    assert "Quality lead" in everything
    for secret in ("Quinn", "ecret", "Ask the manager"):
        assert secret not in everything


@pytest.mark.parametrize("evil", [*HOSTILE, "a\x01b\x0bc \ufffe", "</w:t></w:r><w:p/>"])
def test_hostile_words_stay_words(evil: str) -> None:
    """Whatever people write, the file opens, and holds no element that we did not make."""
    plain = {element.tag for element in Document(BytesIO(_docx(_trace()))).element.iter()}
    action = an_action(title=f"x {evil}", description=evil, done_when=evil, sustained_by=evil, checker=f"x {evil}")
    made = _docx(_trace(title=f"x {evil}", findings=[{**BREACH, "title": f"x {evil}", "text": evil}], actions=[action]))

    assert {element.tag for element in Document(BytesIO(made)).element.iter()} <= plain | {
        qn("w:br"),
        qn("w:i"),
        qn("w:ind"),
    }


def test_it_is_offered_on_the_page_beside_the_plan_and_lies_there(project: Project) -> None:
    """Where CQC's form has a page, the file is linked from it and from the plan's page; else there is none."""
    breach = PLAN.replace("kind: must", "kind: must, regulations: Regulation 12")
    made, none = made_of(project.write({"plans/oak.yaml": breach})), made_of(project.write({"plans/oak.yaml": PLAN}))
    address = "plans/oak/report-on-actions/report.docx"

    assert 'href="../../../plans/oak/report-on-actions/report.docx"' in made.pages["plans/oak/report-on-actions/"].html
    assert "report.docx" in made.pages["plans/oak/"].html
    content = made.assets[address].read()
    assert isinstance(content, bytes)
    assert "Medicineswerenotcounted" in _in_file(content)
    assert address not in none.assets
    assert "report.docx" not in none.pages["plans/oak/"].html + none.pages["plans/oak/report-on-actions/"].html


def test_the_library_is_loaded_only_where_a_file_is_made(tmp_path: Path) -> None:
    """The command and the plugin start without it: it takes longer to load than a small plan to read."""
    started = "import sys, action_plans.cli, action_plans.mkdocs_plugin.plugin"
    done = run([sys.executable, "-c", f"{started}; print('docx' in sys.modules)"], tmp_path)

    assert (done.exit_code, done.output.strip()) == (0, "False")
