"""What we make in LibreOffice: it opens, keeps what people need, prints on A4, and comes back when saved there."""

import os
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.table import Table
from openpyxl import load_workbook

from action_plans.exchange.report_docx import report_docx
from action_plans.exchange.workbook_writing import workbook
from tests.exchange.sheets import every_plan, saved, taken_over, traced
from tests.project import run

SOFFICE = os.environ.get("SOFFICE") or shutil.which("soffice") or shutil.which("libreoffice") or "soffice"
Convert = Callable[..., bytes]
PROJECT, PORTFOLIO, PLAN = next(found for found in every_plan() if found[2].id == "OAK")


@pytest.fixture
def converted(tmp_path: Path) -> Convert:
    """What LibreOffice makes of a file: `xlsx` or `docx` saved again, `txt` read, `pdf` printed."""

    def convert(made: bytes, form: str, name: str = "plan.xlsx") -> bytes:
        (tmp_path / "in").mkdir(exist_ok=True)
        (tmp_path / "in" / name).write_bytes(made)
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        command = [
            SOFFICE,
            profile,
            "--headless",
            "--convert-to",
            form,
            "--outdir",
            str(tmp_path / "out"),
            f"in/{name}",
        ]
        done = run(command, tmp_path)
        assert done.exit_code == 0, done.said
        assert "Error" not in done.said
        return (tmp_path / "out" / name).with_suffix(f".{form.partition(':')[0]}").read_bytes()

    return convert


def test_it_keeps_filters_dates_and_pick_lists_and_comes_back(converted: Convert, tmp_path: Path) -> None:
    """Saved by LibreOffice it still has them; taken back unchanged it changes nothing, changed it brings the change."""
    now, text = traced(PORTFOLIO, PLAN), (PROJECT / PLAN.path).read_bytes()
    made = workbook(now, PLAN)
    again = converted(made, "xlsx")
    ours, theirs = (load_workbook(BytesIO(sheet)) for sheet in (made, again))
    for name in ("Actions", "Closed"):
        assert theirs[name].auto_filter.ref == ours[name].auto_filter.ref
        assert [cell.is_date for cell in theirs[name]["G"]] == [cell.is_date for cell in ours[name]["G"]]
        lists = {str(one.formula1).strip('"') for one in theirs[name].data_validations.dataValidation}
        assert {"Open,Closed", "Not started,On track,At risk,Off track"} <= lists
    assert theirs["_exported"].sheet_state == "hidden"
    assert taken_over(now, PLAN, again, tmp_path, text)[0] == text
    after, _ = taken_over(now, PLAN, saved(again, {("OAK/A4", "Owner"): "QL"}), tmp_path, text)
    assert after == text.replace(b"95%\n    for: [F1, O1]\n    owner: DM", b"95%\n    for: [F1, O1]\n    owner: QL", 1)


def test_it_prints_on_a4_landscape(converted: Convert) -> None:
    """Every page of the print is an A4 sheet on its side."""
    printed = converted(workbook(traced(PORTFOLIO, PLAN), PLAN), "pdf")
    boxes = [box[box.index(b"[") + 1 : box.index(b"]")].split() for box in printed.split(b"/MediaBox")[1:]]
    sizes = {tuple(round(float(number)) for number in box) for box in boxes}
    assert sizes == {(0, 0, 842, 595)}


def test_the_report_on_actions_opens_and_prints_on_a4(converted: Convert) -> None:
    """The Word file reads as it was made, keeps its headings and their order, and each sheet is an A4 sheet upright."""
    made = report_docx(traced(PORTFOLIO, PLAN), PLAN)
    read = converted(made, "txt:Text (encoded):UTF8", "report.docx").decode("utf-8-sig").split()
    written = [
        cell_words
        for part in Document(BytesIO(made)).iter_inner_content()
        for cell_words in (
            [word for row in part.rows for cell in row.cells for word in cell.text.split()]
            if isinstance(part, Table)
            else part.text.split()
        )
    ]
    assert [word for word in read if word != "\N{BULLET}"] == [word for word in written if word != "\N{BULLET}"]
    again = Document(BytesIO(converted(made, "docx", "report.docx")))
    heads = [one.text for one in again.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert len(heads) == 5
    assert heads[0] == "Regulation 11: Need for consent"
    printed = converted(made, "pdf", "report.docx")
    boxes = [box[box.index(b"[") + 1 : box.index(b"]")].split() for box in printed.split(b"/MediaBox")[1:]]
    assert {tuple(round(float(number)) for number in box) for box in boxes} == {(0, 0, 595, 842)}
