"""CQC's form as a Word file, since people send it by e-mail: the same record as the page, and the same bytes each time.

A page for each regulation, real headings, rows of headings that are repeated on each sheet, British English, A4.
"""

from collections.abc import Iterable, Iterator, Sequence
from math import sqrt

from action_plans.english.wording import day
from action_plans.exchange.report_form import REPORT_NAME, report_form
from action_plans.exchange.report_frame import report_frame
from action_plans.exchange.report_record import FormPage, Line, Question, Row, Table
from action_plans.exchange.word_text import Block, blocks_of, xml_words
from action_plans.exchange.word_xml import BOLD, Paragraph, look, table
from action_plans.exchange.zip_writer import zipped
from action_plans.model.plan import Plan
from action_plans.tracing.trace import Trace

_WIDTH = 178  # millimetres between the margins
_FACTS = (33, 57, 40, 48)  # of them for two facts in a row: a label, and what it is


def report_docx(trace: Trace, plan: Plan) -> bytes:
    """Return the Word file of a plan's report on actions. Cost: linear in its words."""
    service = trace.service_of[plan.id].name
    title = xml_words(f"{REPORT_NAME}: {service}")
    foot = xml_words(f"{REPORT_NAME}, {service}, {plan.id}, as at {day(trace.today)}. Page ")
    pages = (_page(page, begins_sheet=bool(number)) for number, page in enumerate(report_form(trace, plan).pages))
    body = "".join(piece for page in pages for piece in page)
    return zipped(report_frame(trace.today).around(title, foot, body), trace.today)


def _page(page: FormPage, *, begins_sheet: bool) -> Iterator[str]:
    if not begins_sheet:
        yield _styled(REPORT_NAME, "Title", "<w:keepNext/>")
    breaks = "<w:pageBreakBefore/>" if begins_sheet else '<w:pageBreakBefore w:val="0"/>'
    yield _styled(xml_words(page.title), "Heading1", breaks)
    yield _facts(page.head)
    for question in page.questions:
        yield from _question(question)
    yield Paragraph(said='<w:spacing w:line="120" w:lineRule="exact"/>').xml
    yield _facts(page.completed)


def _styled(words: str, style: str, said: str = "") -> str:
    paragraph = Paragraph(style, said)
    paragraph.add(words)
    return paragraph.xml


def _facts(facts: Iterable[tuple[str, str]]) -> str:
    """Write facts two in a row, without headings: a label, and what it is, or room to write it by hand."""
    cells = []
    for label, words in facts:
        cells += [_cell(label, BOLD), _cell(xml_words(words))]
    cells += [[Paragraph(is_close=True)] for _ in range(-len(cells) % len(_FACTS))]
    rows = [cells[first : first + len(_FACTS)] for first in range(0, len(cells), len(_FACTS))]
    return table(_FACTS, rows, has_heading=False)


def _question(question: Question) -> Iterator[str]:
    yield _styled(question.title, "Heading2")
    for line in question.lines:
        yield from (one.xml for one in _line(Paragraph(), line))
    if question.table is not None:
        yield _table(question.table)
    if not question.lines and question.table is None:
        yield Paragraph().xml


def _table(said: Table) -> str:
    heads = [_cell(words, BOLD) for words in said.columns]
    return table(_widths(said), [heads, *map(_row, said.rows)], has_heading=True)


def _row(row: Row) -> list[list[Paragraph]]:
    return [_in_cell([Line((row.action,), text=row.text)]), *map(_in_cell, row.cells)]


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


def _cell(words: str, look: str = "") -> list[Paragraph]:
    paragraph = Paragraph(is_close=True)
    paragraph.add(words, look)
    return [paragraph]


def _in_cell(lines: Sequence[Line]) -> list[Paragraph]:
    if not lines:
        return [Paragraph(is_close=True)]
    return [one for number, line in enumerate(lines) for one in _line(Paragraph(is_close=not number), line)]


def _line(paragraph: Paragraph, line: Line) -> Iterator[Paragraph]:
    """Write a line into an empty paragraph, and into more below it where people wrote several."""
    told = [f"{one.shown} {one.title}".strip() for one in line.about]
    for words in told:
        paragraph.add(xml_words(words), BOLD)
    if line.words:
        paragraph.add(xml_words(f" {line.words}" if told else line.words))
    blocks = blocks_of(line.text) if line.text else []
    follows = bool(told or line.words)
    if blocks and not (follows and blocks[0].mark):
        if follows:
            paragraph.add(": " if told and not line.words else " ")
        _runs(paragraph, blocks.pop(0))
    yield paragraph
    for block in blocks:
        yield _runs(Paragraph(), block)


def _runs(paragraph: Paragraph, block: Block) -> Paragraph:
    paragraph.is_close = True
    if block.mark:
        paragraph.add(f"{block.mark} ")
        paragraph.is_item = True
    for run in block.runs:
        paragraph.add(run.words, look(bold=run.is_bold, italic=run.is_italic))
    return paragraph
