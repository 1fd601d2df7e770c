"""The same data as the YAML text that different people and programs would write of it."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

import yaml
from hypothesis import strategies as st

Layout = Callable[[Any], str]


class _Dumper(yaml.SafeDumper):
    """Writes a list below its key with or without an indent, and never an alias."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 -- the base class names it
        """Write each thing out, since plans may hold no alias."""
        return True


def _block(data: Any, **how: Any) -> str:  # noqa: ANN401 -- whatever a plan holds
    return str(yaml.dump(data, Dumper=_Dumper, sort_keys=False, **how))


def _quoted(data: Any) -> str:  # noqa: ANN401 -- whatever a plan holds
    return _block(_as_text(data), allow_unicode=True, default_style='"')


def _as_text(data: Any) -> Any:  # noqa: ANN401 -- whatever a plan holds
    """Return the data with every value as text: this writer would give a number in quotation marks a tag."""
    match data:
        case dict():
            return {key: _as_text(value) for key, value in data.items()}
        case list():
            return [_as_text(value) for value in data]
        case bool():
            return str(data).lower()
        case int() | float():
            return str(data)
        case _:
            return data


def _json(data: Any) -> str:  # noqa: ANN401 -- whatever a plan holds
    return json.dumps(data, ensure_ascii=False, indent=1)


def _unquoted_dates(data: Any) -> str:  # noqa: ANN401 -- whatever a plan holds
    return re.sub(r"'(\d{4}-\d\d-\d\d)'", r"\1", _block(data, allow_unicode=True, width=4000))


LAYOUTS: Mapping[str, Layout] = {
    "as an editor would": _unquoted_dates,
    "folded": lambda data: _block(data, allow_unicode=True, width=40, indent=4),
    "in braces": lambda data: _block(data, allow_unicode=True, default_flow_style=True),
    "escaped": _block,
    "quoted": _quoted,
    "JSON": _json,
    "with comments": lambda data: "# A plan\n---\n" + _block(data, allow_unicode=True) + "\n# the end\n",
}


@st.composite
def layouts(draw: st.DrawFn) -> Callable[[Any], bytes]:
    """Return a way to write a file: its layout, its line ends, with or without a mark of its encoding."""
    layout = LAYOUTS[draw(st.sampled_from(sorted(LAYOUTS)))]
    ending, mark = draw(st.sampled_from((("\n", ""), ("\n", ""), ("\r\n", ""), ("\n", "\N{BYTE ORDER MARK}"))))

    def write(data: Any) -> bytes:  # noqa: ANN401 -- whatever a plan holds
        return (mark + layout(data).replace("\n", ending)).encode("utf-8", "surrogatepass")

    return write


def front_matter(data: Any, body: str, write: Callable[[Any], bytes]) -> bytes:  # noqa: ANN401 -- whatever a note holds
    """Return an evidence note."""
    written = write(data).decode("utf-8", "surrogatepass")
    written = re.sub(r"# A plan\r?\n---\r?\n", "", written)
    mark = "\N{BYTE ORDER MARK}" if written.startswith("\N{BYTE ORDER MARK}") else ""
    return f"{mark}---\n{written.removeprefix(mark).rstrip()}\n---\n{body}\n".encode("utf-8", "surrogatepass")
