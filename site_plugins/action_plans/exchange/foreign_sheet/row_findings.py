"""The findings of a table: rows with the same number, or else the same words, share one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from action_plans.exchange.foreign_sheet.cell_regulations import read_regulations
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.comments import comments_on
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import (
    Fields,
    FoundFinding,
    Topic,
    clean,
    one_line,
    quoted,
    title_and_rest,
)
from action_plans.exchange.foreign_sheet.persons import may_name_a_person
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.yaml_words import Value
from action_plans.model.finding import FindingKind
from action_plans.model.source import KeyQuestion

_PLAIN = {
    Meaning.AREA: "area",
    Meaning.ROOT_CAUSE: "root_cause",
    Meaning.PEOPLE_AFFECTED: "people_affected",
    Meaning.KEEPING_SAFE: "keeping_safe",
}
_CITING = (Meaning.REGULATIONS, Meaning.KEY_QUESTIONS)
_CODE = re.compile(r"(?i)[SECRW]\d{1,2}(?:\.\d{1,2})?")
_KEY, _BETWEEN = re.compile(rf"(?i){_CODE.pattern.removeprefix('(?i)')}|[SECRW]"), re.compile(r"\s*[,/&+]\s*")
_LETTERS = {question.value[0].upper(): question.value for question in KeyQuestion}
"""Codes of key lines of enquiry, such as S1: their letter is that of the key question, in every framework."""

_NONE = re.compile(r"(?i)n/?\.?a\.?|none|nil|not applicable|[-\N{EN DASH}\N{EM DASH}]+")
_KINDS = {"breach": FindingKind.BREACH, "must": FindingKind.MUST, "should": FindingKind.SHOULD}


@dataclass(slots=True)
class Findings:
    """Gathers the findings of all tables, in the order in which they first stand.

    `sheet_says` are the names of sheets that say something of what is found there.
    """

    context: Context
    found: list[FoundFinding] = field(default_factory=list)
    sheet_says: Mapping[str, str] = field(default_factory=dict)
    _by_number: dict[str, int] = field(default_factory=dict)
    _by_words: dict[str, int] = field(default_factory=dict)
    _by_both: dict[tuple[str, str], int] = field(default_factory=dict)
    _without_words: set[int] = field(default_factory=set)
    _table_of: list[Table] = field(default_factory=list)
    _told_sheets: set[str] = field(default_factory=set)

    def sheets_left(self) -> Iterator[str]:
        """Yield the names of sheets that say something and stand with no finding."""
        yield from (name for name, words in self.sheet_says.items() if words not in self._told_sheets)

    def of(self, table: Table, row: Row, number: tuple[str, str], section: str, before: int | None) -> int | None:
        """Return which finding a row is about, and add what it says of it.

        Args:
            table: the table.
            row: the row.
            number: the sheet's own number of the finding, with the name of its column before; empty where none.
            section: the heading above.
            before: the finding of the row before, for a row that leaves it out.
        """
        text, place = self._words(table, row, section)
        key = " ".join(one_line(text).casefold().split())
        if not key and not number[1]:
            before = None if self._says_none(table, row) else before
            if before is not None:
                self._add(table, row, before, "")
            return before
        index = self._by_number.get(number[1].casefold()) if number[1] else self._by_words.get(key)
        if index is not None and number[1] and key and self._is_another(table, row, index, key):
            known = self._by_words.get(key) if table is not self._table_of[index] else None
            index = self._by_both.get((number[1].casefold(), key), known)
            if index is None:
                self.context.come_again.setdefault(number[0], {})[table.row_place(row)] = number[1]
        if index is None:
            self._table_of.append(table)
            index = self._new(text or f"Finding {number[1]}", place or table.row_place(row), number)
            if not text:
                self._without_words.add(index)
                self.context.say(
                    Topic.ASKED, table.row_place(row), f"Finding {number[1]} has no words. What was found?"
                )
        elif key and _bare(key) != _bare(self._key(index)):
            self._more(self.found[index].fields, "note", text)
        if number[1]:
            self._by_number[number[1].casefold()] = index
            self._by_both.setdefault((number[1].casefold(), key), index)
        self._by_words.setdefault(key, index)
        self._add(table, row, index, section if text != section else "")
        self._of_sheet(self.found[index].fields, self.sheet_says.get(table.sheet.name, ""))
        return index

    def _is_another(self, table: Table, row: Row, index: int, key: str) -> bool:
        """Whether a row with the number of a finding is about another: in each section and sheet numbers begin anew.

        It has words of its own and they are other words; a number that stands once for several rows holds for them.
        """
        if _bare(key) == _bare(self._key(index)) or (index in self._without_words and table is self._table_of[index]):
            return False
        is_own = any(column.place in row.own for column in table.of(Meaning.NUMBER))
        return is_own or table is not self._table_of[index]

    def _words(self, table: Table, row: Row, section: str) -> tuple[str, str]:
        """Return the words of a row's finding, and where they stand; without a column of them what comes nearest."""
        for meaning in (Meaning.FINDING, Meaning.TEXT):
            for column in table.of(meaning):
                if row.text(column.place) and not _NONE.fullmatch(one_line(row.text(column.place))):
                    return row.text(column.place), table.place(row, column)
        if table.of(Meaning.FINDING):
            return "", ""
        for meaning in (Meaning.REGULATIONS, Meaning.KEY_QUESTIONS, Meaning.AREA):
            for column in table.of(meaning):
                if row.text(column.place):
                    return row.text(column.place), table.place(row, column)
        return section, ""

    @staticmethod
    def _says_none(table: Table, row: Row) -> bool:
        """Whether a row says that it is about no finding: `N/A`."""
        return any(row.text(column.place) for column in table.of(Meaning.FINDING))

    def _new(self, text: str, place: str, number: tuple[str, str]) -> int:
        title, whole = title_and_rest(text)
        fields: Fields = {"title": title, **({"text": whole} if whole else {})}
        if number[1]:
            fields["extra"] = dict([number])
        self.found.append(FoundFinding(fields, place, number[1]))
        return len(self.found) - 1

    def _key(self, index: int) -> str:
        fields = self.found[index].fields
        return " ".join(one_line(str(fields.get("text") or fields["title"])).casefold().split())

    def _add(self, table: Table, row: Row, index: int, section: str) -> None:
        fields = self.found[index].fields
        for comment in comments_on(table, row, self.context, of_finding=True):
            self._more(fields, "note", comment)
        for column in table.columns:
            text = clean(row.text(column.place)) if column.place in row.cells else ""
            if not text:
                continue
            if column.meaning in _CITING:
                self._cite(fields, text, table.place(row, column), column)
            elif column.meaning is Meaning.KIND:
                self._kind(fields, column, text)
            elif column.meaning in _PLAIN:
                self._more(fields, _PLAIN[column.meaning], text)
            elif column.meaning is Meaning.TEXT and table.of(Meaning.FINDING) and text != fields["title"]:
                self._more(fields, "text", text)
        if section:
            self._of_section(fields, section)

    def _of_section(self, fields: Fields, section: str) -> None:
        """Put what the heading above says into the fields."""
        read = read_regulations(section)
        if read.regulations or read.key_questions or read.statements:
            self._put(fields, read.regulations, read.key_questions, read.statements)
        if read.left or not (read.regulations or read.key_questions or read.statements):
            self._more(fields, "area", one_line(section))

    def _of_sheet(self, fields: Fields, name: str) -> None:
        """Put what the name of a sheet says into the fields: a key question, else the name."""
        if not name or may_name_a_person(name):
            return
        self._told_sheets.add(name)
        questions = read_regulations(name).key_questions
        if questions:
            self._put(fields, (), questions, ())
        if not questions or read_regulations(name).left:
            in_extra(fields, "Sheet", name)

    def _cite(self, fields: Fields, text: str, place: str, column: Column) -> None:
        label = column.label
        read = read_regulations(text, of_statements="statement" in label.casefold())
        codes = _BETWEEN.split(text)
        if _CODE.fullmatch(text) or (column.meaning is Meaning.KEY_QUESTIONS and all(map(_KEY.fullmatch, codes))):
            read = replace(read, key_questions=tuple(_LETTERS[code[0].upper()] for code in codes), left="")
            if any(code[1:] for code in codes):
                in_extra(fields, label, text)
        self._put(fields, read.regulations, read.key_questions, read.statements)
        meant = "; ".join((*read.regulations, *read.key_questions, *read.statements))
        self.context.took(label, text, meant or "nothing of ours")
        if read.left:
            in_extra(fields, label, text)
            self.context.say(Topic.NOT_UNDERSTOOD, place, f"{quoted(read.left)} is no regulation or key question.")

    def _put(
        self, fields: Fields, regulations: tuple[str, ...], questions: tuple[str, ...], statements: tuple[str, ...]
    ) -> None:
        for name, found in (("regulations", regulations), ("key_questions", questions), ("statements", statements)):
            if found:
                held = fields.get(name, [])
                assert isinstance(held, list)  # noqa: S101 -- nothing else puts any there
                fields[name] = list(dict.fromkeys([*held, *found]))

    def _kind(self, fields: Fields, column: Column, text: str) -> None:
        words = one_line(text).casefold()
        kind = next((one for word, one in _KINDS.items() if word in words), None) or FindingKind.of(words)
        if kind is None or fields.get("kind", kind.value) != kind.value:
            in_extra(fields, column.label, text)
        else:
            fields["kind"] = kind.value
            self.context.took(column.label, text, f"kind {kind.value}")

    @staticmethod
    def _more(fields: Fields, name: str, text: str) -> None:
        """Put a text into a field, behind what other rows said there; nothing twice."""
        held = fields.get(name)
        if not isinstance(held, str):
            fields[name] = clean(text)
        elif clean(text).casefold() not in held.casefold():
            fields[name] = f"{held}\n\n{clean(text)}"


def _bare(key: str) -> str:
    """Return words as two findings of the same number are compared: without signs."""
    return " ".join(re.sub(r"[^\w\s]+", " ", key).split())


def in_extra(fields: Fields, label: str, text: str) -> None:
    """Keep a text under the name of its column, behind what other rows said there; nothing twice."""
    extra: Mapping[str, Value] = fields["extra"] if isinstance(fields.get("extra"), Mapping) else {}  # type: ignore[assignment]  # nothing else puts any there
    held = extra.get(label)
    said = text if held is None or text in str(held) else f"{held}\n\n{text}"
    fields["extra"] = {**extra, label: said}
