"""What stands below the last row of a table: who signed the plan and when, a key of colours, a line about the plan."""

import re
from collections.abc import Iterator
from dataclasses import replace

from action_plans.exchange.foreign_sheet.cell_colours import BY_COLOUR_WORD, BY_LETTER
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, read_date
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.job_words import is_job_word, is_plain_word
from action_plans.exchange.foreign_sheet.persons import may_name_a_person
from action_plans.exchange.foreign_sheet.tables import Around, Row, Table


def without_foot(table: Table) -> tuple[Table, list[Around]]:
    """Return a table without the rows of its foot, and the cells of these.

    A foot begins behind the last row that says who, by when or how it stands, with a row that is plainly none of the
    plan: `Signed:`, `Red | Overdue`, `Plan completed by ...`. All that follows belongs to it.
    """
    begins = _foot_begins(table)
    if begins is None:
        return table, []
    foot = table.rows[begins:]
    cells = [
        Around(row.text(place), table.sheet.place(row.number, place), row.number)
        for row in foot
        for place in sorted(row.own)
    ]
    return replace(table, rows=table.rows[:begins]), cells


def _foot_begins(table: Table) -> int | None:
    sure = [column.place for column in table.columns if column.meaning in _SURE]
    last = len(table.rows)
    while last and not (any(table.rows[last - 1].text(place) for place in sure) and not _signs(table.rows[last - 1])):
        last -= 1
    if not last:  # no row is surely one of the plan: only what stands apart is below it
        last = next((n for n, (row, before) in enumerate(_with_before(table)) if row.number > before + 1), last) or len(
            table.rows
        )
    return next((number for number in range(last, len(table.rows)) if _begins_a_foot(table.rows[number])), None)


def _with_before(table: Table) -> Iterator[tuple[Row, int]]:
    """Yield each row with the number of that before it."""
    before = table.header_row
    for row in table.rows:
        yield row, before
        before = row.number


def _signs(row: Row) -> bool:
    """Whether a row is a line of a signature, whatever columns it stands in: each cell a label, name, job or day."""
    texts = _texts(row)
    return bool(texts) and all(map(_is_of_signature, texts))


def _begins_a_foot(row: Row) -> bool:
    texts = _texts(row)
    if not texts:
        return False
    first, others = texts[0], texts[1:]
    if _is_label(first):
        return all(len(text.split()) <= _FEW_WORDS for text in others)
    if first.casefold() in _COLOURS:
        return bool(others) and all(len(text.split()) <= _FEW_WORDS and not _is_day(text) for text in others)
    return _LINE.match(first) is not None and all(map(_is_of_signature, others))


def _texts(row: Row) -> list[str]:
    return [text for place in sorted(row.own) if (text := one_line(row.text(place)))]


def _is_of_signature(text: str) -> bool:
    if _is_label(text) or _is_day(text) or _LABEL_AND_MORE.match(text):
        return True
    words = text.split()
    is_job = all(map(is_plain_word, words)) and any(map(is_job_word, words)) and len(words) <= _LONGEST_JOB
    return is_job or (len(words) > 1 and may_name_a_person(text))


def _is_label(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None


def _is_day(text: str) -> bool:
    read = read_date(text, DateOrder.DAY_FIRST)
    return read is not None and read.day is not None and not read.word


_SURE = frozenset(
    (
        *(Meaning.OWNER, Meaning.DUE, Meaning.STATUS, Meaning.PRIORITY, Meaning.CLOSED_ON, Meaning.SIGNED_OFF),
        *(Meaning.NUMBER, Meaning.ACTION_NUMBER, Meaning.REGULATIONS, Meaning.KIND),
    )
)
"""Columns of which one is filled in a row that is surely one of the plan."""
_FEW_WORDS, _LONGEST_JOB = 12, 6
_COLOURS = {*BY_COLOUR_WORD, *BY_LETTER, "grey", "gray", "white", "purple", "black"}
_DONE = (
    r"(?:completed|prepared|written|produced|compiled|drafted|approved|agreed|authorised|reviewed|checked|verified"
    r"|updated)"
)
_LABELS = (
    rf"(?:plan |document |form )?(?:{_DONE}|signed|signed off) by|author|on behalf of|(?:\w+'?s? ){{0,2}}signature"
    r"|signed(?: off)?"
    r"|(?:print(?:ed)? |full )?name|(?:position|job title|job role|role|designation)|dated?|date (?:signed|completed)"
    r"|(?:next |last )?reviewe?d?(?: date)?|review date|date of (?:(?:next|last) )?review|last updated|version"
    r"|(?:rag )?(?:rating )?(?:key|legend)|rag(?: rating)?|key to .{1,40}|colour (?:code|key)s?|abbreviations|guidance"
    r"|notes?|distribution|copies to|cc"
)
_LABEL = re.compile(rf"(?i)(?:{_LABELS})[\s:.=_\N{{EN DASH}}-]*")
_LABEL_AND_MORE = re.compile(rf"(?i)(?:{_LABELS}) ?[:=]\s*\S")
_LINE = re.compile(
    rf"(?i)(?:{_LABELS}) ?[:=]\s*\S"
    r"|(?:this |the |our |action |improvement |quality |service )*(?:plan|document|form|template) "
    rf"(?:was |has been |is |to be |will be )?(?:{_DONE}|signed|monitored|owned|closed)\b"
    rf"|(?:last |next )?{_DONE} (?:by|on)\b|signed(?: off)? (?:by|on)\b|version \d|v\d+(?:\.\d+)*\b|page \d|n\.?b\.?\b"
    r"|please note\b|\*|\N{COPYRIGHT SIGN}|end of (?:plan|document|table)\b|printed (?:on|by)\b"
)
"""How a line begins that says something of the plan, and nothing of what was found."""
