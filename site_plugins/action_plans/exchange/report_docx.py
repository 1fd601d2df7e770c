"""CQC's form as a Word file, since people send it by e-mail: the same record as the page, and the same bytes each time.

A page for each regulation, real headings, rows of headings that are repeated on each sheet, British English, A4.
"""

from collections.abc import Iterable
from copy import deepcopy
from datetime import datetime, time
from io import BytesIO
from math import sqrt

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENTATION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from action_plans.english.wording import day
from action_plans.exchange.report_form import REPORT_NAME, report_form
from action_plans.exchange.report_record import FormPage, Line, Question, Table
from action_plans.exchange.word_text import Block, blocks_of, xml_words
from action_plans.exchange.zip_writer import FIRST_DAY, told_day, zipped_again
from action_plans.model.plan import Plan
from action_plans.tracing.trace import Trace

_LANGUAGE = "en-GB"
_WORD = "15"  # the layout of Word 2013 and later, so that none opens it as a file of an older one
_FONT = "Arial"
_INK = RGBColor(0x1A, 0x1A, 0x1A)
_WIDTH = 178  # millimetres between the margins
_FACTS = (33, 57, 40, 48)  # of them for two facts in a row: a label, and what it is
_MARGIN = 16


def report_docx(trace: Trace, plan: Plan) -> bytes:
    """Return the Word file of a plan's report on actions. Cost: linear in its words."""
    made = Document()
    _prepare(made, trace, plan)
    for number, page in enumerate(report_form(trace, plan).pages):
        _page(made, page, begins_sheet=bool(number))
    stream = BytesIO()
    made.save(stream)
    return zipped_again(stream.getvalue(), trace.today, {})


def _prepare(made: WordDocument, trace: Trace, plan: Plan) -> None:
    """Set paper, type, language, and what the file says of itself: no person, no program, the day as at."""
    service = trace.service_of[plan.id].name
    made.core_properties.title = xml_words(f"{REPORT_NAME}: {service}")
    made.core_properties.author = made.core_properties.last_modified_by = ""
    made.core_properties.comments = made.core_properties.keywords = ""
    made.core_properties.language = _LANGUAGE
    made.core_properties.revision = 1
    stamp = datetime.combine(max(told_day(trace.today), FIRST_DAY), time())
    made.core_properties.created = made.core_properties.modified = stamp
    section = made.sections[0]
    section.orientation = WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(_MARGIN)
    section.top_margin = section.bottom_margin = Mm(_MARGIN - 3)
    section.footer_distance = Mm(7)
    _type(made)
    _leave_out(made)
    foot = section.footer.paragraphs[0]
    foot.add_run(xml_words(f"{REPORT_NAME}, {service}, {plan.id}, as at {day(trace.today)}. Page "))
    _field(foot, "PAGE")
    foot.add_run(" of ")
    _field(foot, "NUMPAGES")


def _type(made: WordDocument) -> None:
    """Set the type of each style: one font, sizes that fit a regulation on a sheet where that can be."""
    for name, size, before in (("Normal", 9, 0), ("Title", 14, 0), ("Heading 1", 13, 4), ("Heading 2", 10, 5)):
        style = made.styles[name]
        style.font.name, style.font.size = _FONT, Pt(size)
        fonts = style.element.get_or_add_rPr().rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for written in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{written}"), _FONT)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(2)
        style.paragraph_format.line_spacing = 1.0
        if name != "Normal":
            style.font.color.rgb, style.font.bold = _INK, True
            for border in style.element.iter(qn("w:pBdr")):
                border.getparent().remove(border)
    for setting in made.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD)
    for language in (*made.styles.element.iter(qn("w:lang")), *made.settings.element.iter(qn("w:themeFontLang"))):
        language.set(qn("w:val"), _LANGUAGE)
        language.set(qn("w:eastAsia"), _LANGUAGE)


def _leave_out(made: WordDocument) -> None:
    """Take out of the library's own template what the file does not use, and what says that another program made it."""
    for rels in (made.part.rels, made.part.package.rels):
        for name in [one for one, rel in rels.items() if rel.reltype.rpartition("/")[2] in _UNUSED]:
            del rels[name]
    styles = made.styles.element
    for style in list(styles.iterchildren(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            styles.remove(style)


_UNUSED = frozenset({"stylesWithEffects", "customXml", "thumbnail", "extended-properties"})
_TABLES = frozenset({"TableGrid", "TableNormal"})


def _field(paragraph: Paragraph, instruction: str) -> None:
    """Add what the program works out: the number of a page, or of all."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), instruction)
    run, words = OxmlElement("w:r"), OxmlElement("w:t")
    words.text = "1"
    run.append(words)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 -- the library has no fields


def _page(made: WordDocument, page: FormPage, *, begins_sheet: bool) -> None:
    if not begins_sheet:
        _styled(made, REPORT_NAME, "Title").paragraph_format.keep_with_next = True
    head = _styled(made, xml_words(page.title), "Heading1")
    head.paragraph_format.page_break_before = begins_sheet
    _facts(made, page.head)
    for question in page.questions:
        _question(made, question)
    made.add_paragraph().paragraph_format.line_spacing = Pt(6)
    _facts(made, page.completed)


def _styled(made: WordDocument, text: str, style: str) -> Paragraph:
    """Add a paragraph in a style, by its id: by name the library would look through all styles for each."""
    paragraph = made.add_paragraph(text)
    paragraph._p.style = style  # noqa: SLF001 -- see above
    return paragraph


def _facts(made: WordDocument, facts: Iterable[tuple[str, str]]) -> None:
    """Write facts two in a row, without headings: a label, and what it is, or room to write it by hand."""
    told = tuple(facts)
    table = _grid(made, (len(told) + 1) // 2, _FACTS)
    rows = list(table.rows)
    for number, (label, words) in enumerate(told):
        cells = rows[number // 2].cells[number % 2 * 2 :]
        cells[0].paragraphs[0].add_run(label).bold = True
        cells[1].paragraphs[0].add_run(xml_words(words))


def _question(made: WordDocument, question: Question) -> None:
    _styled(made, question.title, "Heading2")
    for line in question.lines:
        _line(made.add_paragraph(), made, line)
    if question.table is not None:
        _table(made, question.table)
    if not question.lines and question.table is None:
        made.add_paragraph()


def _table(made: WordDocument, table: Table) -> None:
    grid = _grid(made, len(table.rows) + 1, _widths(table))
    heading = OxmlElement("w:tblHeader")
    grid.rows[0]._tr.get_or_add_trPr().append(heading)  # noqa: SLF001 -- the library has no repeated rows
    for cell, words in zip(grid.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    for row, made_row in zip(table.rows, list(grid.rows)[1:], strict=True):
        cells = made_row.cells
        _in_cell(cells[0], [Line((row.action,), text=row.text)])
        for cell, lines in zip(cells[1:], row.cells, strict=True):
            _in_cell(cell, lines)


def _widths(table: Table) -> tuple[int, ...]:
    """Return how wide each column is, in millimetres: more for what says more, by the root of it, so that none starves.

    The first is narrow where it holds references alone.
    """
    first = [_SHORT] if not any(row.action.title or row.text for row in table.rows) else []
    told = [[f"{row.action.shown} {row.action.title} {row.text}" for row in table.rows]]
    told += [
        [" ".join(f"{line.words} {line.text}" for line in row.cells[place]) for row in table.rows]
        for place in range(len(table.columns) - 1)
    ]
    weights = [sqrt(sum(map(len, words))) for words in told[len(first) :]]
    left = _WIDTH - sum(first) - _LEAST * len(weights)
    shares = [_LEAST + int(left * weight / sum(weights)) for weight in weights]
    widths = [*first, *shares]
    return (*widths[:-1], _WIDTH - sum(widths[:-1]))


_SHORT, _LEAST = 16, 22


def _grid(made: WordDocument, rows: int, widths: tuple[int, ...]) -> WordTable:
    """Add an empty table: its first row is made, the others are copies of it."""
    table: WordTable = made.add_table(1, len(widths))
    grid = table._tbl  # noqa: SLF001 -- for the style by its id, as above, and for the copies
    grid.tblStyle_val = "TableGrid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    first = grid.tr_lst[0]
    first.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # the library has no rows that stay whole
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].paragraph_format.space_after = Pt(1)
    grid.extend([deepcopy(first) for _ in range(rows - 1)])
    return table


def _in_cell(cell: _Cell, lines: Iterable[Line]) -> None:
    for number, line in enumerate(lines):
        _line(cell.paragraphs[0] if not number else cell.add_paragraph(), cell, line)


def _line(paragraph: Paragraph, within: WordDocument | _Cell, line: Line) -> None:
    """Write a line into an empty paragraph, and into more below it where people wrote several."""
    told = [f"{one.shown} {one.title}".strip() for one in line.about]
    for words in told:
        paragraph.add_run(xml_words(words)).bold = True
    if line.words:
        paragraph.add_run(xml_words(f" {line.words}" if told else line.words))
    blocks = blocks_of(line.text) if line.text else []
    follows = bool(told or line.words)
    for block in blocks:
        if follows and not block.mark and block is blocks[0]:
            paragraph.add_run(": " if told and not line.words else " ")
            _runs(paragraph, block)
        elif not follows and block is blocks[0]:
            _runs(paragraph, block)
        else:
            _runs(within.add_paragraph(), block)


def _runs(paragraph: Paragraph, block: Block) -> None:
    paragraph.paragraph_format.space_after = Pt(1)
    if block.mark:
        paragraph.add_run(f"{block.mark} ")
        paragraph.paragraph_format.left_indent = Mm(3)
    for run in block.runs:
        written = paragraph.add_run(run.words)
        written.bold, written.italic = run.is_bold or None, run.is_italic or None
