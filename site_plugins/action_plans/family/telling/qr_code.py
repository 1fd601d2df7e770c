"""The address of the site as a code that a telephone reads, for paper."""

from itertools import groupby

from action_plans.family.telling.site_views import Code

QUIET = 4
"""Empty modules that have to stand around a code (ISO/IEC 18004)."""


def qr_code(address: str) -> Code:
    """Return the code of an address as one path of horizontal runs; it is readable with a seventh of it damaged."""
    import segno  # noqa: PLC0415 -- it brings much with it, and most sites have no address yet

    code = segno.make_qr(address, error="m")
    rows = list(code.matrix)
    return Code(len(rows) + 2 * QUIET, "".join(_row(row, bytes(cells)) for row, cells in enumerate(rows)))


def _row(row: int, cells: bytes) -> str:
    """Return the dark runs of one row. Each is drawn as a bar one module high, from its left end."""
    drawn, start = [], 0
    for is_dark, several in groupby(cells):
        length = len(list(several))
        if is_dark:
            drawn.append(f"M{start + QUIET} {row + QUIET}h{length}v1h-{length}z")
        start += length
    return "".join(drawn)
