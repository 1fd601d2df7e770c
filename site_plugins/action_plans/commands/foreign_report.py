"""What `action-plans import` says of a sheet that became a plan: how it was read, and what is to be answered."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import unified_diff
from itertools import groupby

from action_plans.commands.foreign_place import PlanPlace
from action_plans.english.wording import counted
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.foreign_reading import ForeignSheet
from action_plans.exchange.foreign_sheet.found_items import Remark, Topic, one_line
from action_plans.exchange.foreign_sheet.plan_items import ACTIONS, FINDINGS, PlanItem
from action_plans.exchange.foreign_sheet.plan_merging import Merging
from action_plans.exchange.foreign_sheet.tables import Table
from action_plans.model.printable import printable

_SAMPLES, _LONGEST = 3, 60


@dataclass(frozen=True, slots=True)
class ForeignImported:
    """What became of a sheet.

    Attributes:
        file: the name of its file.
        place: where the plan is, and what stood there.
        after: what stands there then.
        sheet: what was read.
        items: its findings and actions, with their ids.
        merged: what changed in a plan that was there.
        ignored: what of the file was not looked at.
        service: the service that nobody named; empty where one was asked for or there already.
        warnings: those of the plan that are new.
        map_name: the name of the file with the map.
        is_by_map: whether the map was read rather than made.
        map_trouble: why the map could not be written.
        dry_run: whether nothing is written.
    """

    file: str
    place: PlanPlace
    after: bytes
    sheet: ForeignSheet
    items: tuple[PlanItem, ...]
    merged: Merging
    ignored: tuple[str, ...] = ()
    service: str = ""
    warnings: tuple[str, ...] = ()
    map_name: str = ""
    is_by_map: bool = False
    map_trouble: str = ""
    dry_run: bool = field(default=False)

    def as_text(self) -> str:
        """Return the report, a line each."""
        return "".join(f"{line}\n" for line in self._lines())

    def _lines(self) -> Iterator[str]:
        yield from self._written()
        yield from self.ignored
        yield ""
        for table in self.sheet.tables:
            yield from self._columns(table)
        yield from self._words()
        yield from self._remarks()
        if self.warnings:
            yield "Slips in writing, as a check finds them in the plan:"
            yield from (f"  {one}" for one in self.warnings)
            yield ""
        yield from self._next()
        if self.dry_run:
            yield from self._difference()

    def _written(self) -> Iterator[str]:
        counts = (
            f"{counted(len(self._of(FINDINGS)), 'finding')} and {counted(len(self._of(ACTIONS)), 'action')} "
            f"({self._closed()} closed)"
        )
        where = f"{self.place.path} from {printable(self.file)}"
        if self.place.before is None:
            yield f"{'Would be written' if self.dry_run else 'Written'}: {where}: {counts}."
        elif self.place.before == self.after:
            yield f"Nothing to write: {where} says all that the sheet says: {counts}."
        else:
            new = sum(item.index is None for item in self.items)
            changes = len(self.merged.changes)
            more = f", {new} of them new" if new else ""
            done = "Would be changed" if self.dry_run else "Changed"
            how = f"; {counted(changes, 'change')}" if changes else ", made anew"
            yield f"{done}: {where}: {counts}{more if changes else ''}{how}{'.' if self.dry_run else ':'}"
            if not self.dry_run:
                yield from self._difference()

    def _closed(self) -> int:
        return sum(item.fields.get("status") == "closed" for item in self._of(ACTIONS))

    def _of(self, kind: str) -> list[PlanItem]:
        return [item for item in self.items if item.list == kind]

    def _columns(self, table: Table) -> Iterator[str]:
        where = f"{table.sheet.name}, " if table.sheet.name else ""
        how = f"as {self.map_name} says" if self.is_by_map else "by their names"
        yield f"Columns ({printable(where)}row {table.header_row}), {how}:"
        width = min(max(len(column.label) for column in table.columns), _LONGEST)
        rows = [row for row in table.rows if len(row.own) > 1][:_SAMPLES]
        for column in table.columns:
            samples = [_short(row.text(column.place)) for row in rows]
            shown = " | ".join(one or "-" for one in samples)
            meaning = "extra (kept as it is)" if column.meaning is Meaning.EXTRA else column.meaning.value
            yield f"  {printable(column.label):{width}}  →  {meaning:21}  {shown}".rstrip()
        yield ""

    def _words(self) -> Iterator[str]:
        if not self.sheet.context.words:
            return
        yield "What words were taken for:"
        for column, words in self.sheet.context.words.items():
            for text, meant in words.items():
                yield f"  {printable(column)}: “{printable(text)}” → {printable(meant)}"
        yield ""

    def _remarks(self) -> Iterator[str]:
        remarks = (*self.sheet.context.remarks, *self.merged.remarks)
        for topic in Topic:
            of_topic = [remark for remark in remarks if remark.topic is topic]
            if topic is Topic.ASKED and self.service:
                of_topic.insert(0, Remark(topic, "service", f"It is called “{self.service}”. Is that the service?"))
            if not of_topic:
                continue
            yield f"{topic.value} ({len(of_topic)}):"
            for words, alike in groupby(of_topic, key=lambda remark: remark.words):
                places = list(dict.fromkeys(remark.place for remark in alike if remark.place))
                yield f"  {printable(', '.join(places))}{': ' if places else ''}{printable(words)}"
            yield ""

    def _next(self) -> Iterator[str]:
        if self.map_trouble:
            yield f"{self.map_name} could not be written beside the sheet: {self.map_trouble}."
        elif not self.dry_run:
            yield (
                f"How it was read stands in {self.map_name}, beside the sheet. Change what is wrong there or in the "
                "sheet, and import the sheet again: what you wrote into the plan stays."
            )
        yield "See what is missing: action-plans check"

    def _difference(self) -> Iterator[str]:
        before = (self.place.before or b"").decode("utf-8-sig").splitlines()
        lines = unified_diff(before, self.after.decode("utf-8-sig").splitlines(), n=0, lineterm="")
        shown = (printable(line) for line in lines if not line.startswith(("---", "+++")))
        yield from (f"  {line}" for line in shown)


def _short(text: str) -> str:
    line = printable(one_line(text))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
