"""The ways to narrow a list, on a part of it: only what can be found there is offered."""

import re

_SELECT = re.compile(r'(<select [^>]*name="([^"]*)"[^>]*>)(.*?)(</select>)', re.DOTALL)
_OPTION = re.compile(r'<option value="([^"]*)">[^<]*</option>')
_VALUES = re.compile(r' data-([a-z]+)="([^"]*)"')


def narrowed(html: str) -> str:
    """Return HTML whose ways to narrow offer only the values that its rows have. Cost: linear."""
    held: dict[str, set[str]] = {}
    for name, values in _VALUES.findall(html):
        held.setdefault(name, set()).update(values.split(" "))

    def select(found: re.Match[str]) -> str:
        kept = held.get(found[2], set())
        options = _OPTION.sub(lambda one: one[0] if not one[1] or one[1] in kept else "", found[3])
        return f"{found[1]}{options}{found[4]}"

    return _SELECT.sub(select, html)
