"""Writing down to whom a pack was given: a line more in the ledger, and nothing else of it changed."""

import json
from pathlib import Path

from action_plans.exchange.file_replacing import ChangedMeanwhileError, replace_file
from action_plans.model.errors import ActionPlansError
from action_plans.model.packs import GivenPack
from action_plans.reading.packs_file import PACKS, read_packs_text


class LedgerError(ActionPlansError):
    """A line cannot be written into the ledger; the text says why, and what to do."""


class LedgerFile:
    """The ledger of a project as it is written."""

    def __init__(self, root: Path) -> None:
        """Read the ledger of the project in `root`; it need not exist.

        Raises:
            LedgerError: it cannot be read.
        """
        self._file = root / PACKS
        try:
            self._written = self._file.read_bytes() if self._file.exists() else b""
        except OSError as error:
            raise LedgerError(f"{PACKS} cannot be read: {error.strerror or error}.") from None

    def with_line(self, pack: GivenPack) -> bytes:
        """Return the ledger with a line for a pack at its end.

        Raises:
            LedgerError: it is written in a way in which a line more does not make a pack more.
        """
        before, faults = read_packs_text(self._written)
        if faults:
            raise LedgerError(f"Put this right first: {faults[0]}")
        text = self._written.decode("utf-8")
        end = "\r\n" if "\r\n" in text else "\n"
        if text and not text.endswith("\n"):
            text += end
        indent = " " * (before[-1].origin.column - len("- ") - 1) if before else ""
        made = f"{text}{indent}{line_of(pack)}{end}".encode()
        after, problems = read_packs_text(made)
        if problems or after != (*before, pack):
            raise LedgerError(
                f"A line for this pack cannot be added to {PACKS} as it is written. Write each pack on a line of its "
                "own, as - {date: .., number: .., to: ..}, the last of them at the end of the file."
            )
        return made

    def write(self, pack: GivenPack) -> None:
        """Write a line for a pack at the end of the ledger, wholly or not at all.

        Raises:
            LedgerError: it cannot be written, or not with a line more.
        """
        made = self.with_line(pack)
        try:
            replace_file(self._file, self._written if self._file.exists() else None, made)
        except ChangedMeanwhileError as error:
            raise LedgerError(str(error)) from None
        except OSError as error:
            raise LedgerError(f"{PACKS} cannot be written: {error.strerror or error}.") from None


def line_of(pack: GivenPack) -> str:
    """Return the line of a pack; its texts in quotes, so that nothing in them means anything."""
    said = {"number": pack.number, "to": pack.to, "service": pack.service, "commit": pack.commit}
    fields = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in said.items()]
    return f"- {{{', '.join([f'date: {pack.date.iso}', *fields])}}}"
