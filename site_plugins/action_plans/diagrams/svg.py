"""The one place that writes SVG: elements with escaped text, short numbers, and the head that every drawing has.

No element gets a `style` attribute: a page's content policy forbids it. Colours are classes of the stylesheet.
"""

from collections.abc import Iterable
from functools import cache, lru_cache
from html import escape

Value = str | float | bool | None


def element(name: str, /, *content: str, **attributes: Value) -> str:
    """Write one element.

    Args:
        name: The element's name.
        content: What stands in it: finished SVG, joined as it is. Plain text must go through `words` first.
        attributes: In the order given. `_` stands for `-`, one at the end (`class_`) for nothing. Numbers are pixels;
            None and False leave the attribute out.

    Returns:
        The element, closed in itself where it has no content.
    """
    written = "".join(
        [
            f' {_attribute(key)}="{_escaped(value) if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
            if value is not None and value is not False
        ]
    )
    inside = "".join(content)
    return f"<{name}{written}>{inside}</{name}>" if inside else f"<{name}{written}/>"


_escaped = lru_cache(maxsize=4096)(escape)  # a drawing says the same few classes again and again


def text_line(text: str, class_: str, x: float, y: float, size: float) -> str:
    """Write a line of plain text: where it starts on its baseline, and its size, in pixels.

    What a drawing holds most of, so it is not put together like other elements. `class_` is put as it is.
    """
    at = f'x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
    inside = words(text)
    return f'<text class="{class_}" {at}>{inside}</text>' if inside else f'<text class="{class_}" {at}/>'


def words(text: str) -> str:
    """Escape plain text, so that it can stand in an element."""
    return escape(text, quote=False)


@lru_cache(maxsize=8192)  # a drawing has the same few rows and columns again and again
def number(value: float) -> str:
    """Write a number of pixels, to a tenth: 12, 12.5, -3."""
    rounded = f"{value:.1f}".removesuffix(".0")
    return "0" if rounded == "-0" else rounded


def line_path(points: Iterable[tuple[float, float]]) -> str:
    """Write the `d` of a line through points; where x changes it swings over, leaving and arriving straight down."""
    path = ""
    last: tuple[float, float] | None = None
    for x, y in points:
        if last is None:
            path = f"M{number(x)} {number(y)}"
        elif number(last[0]) == number(x):
            path += f"V{number(y)}"
        else:
            middle = number((last[1] + y) / 2)
            path += f"C{number(last[0])} {middle} {number(x)} {middle} {number(x)} {number(y)}"
        last = (x, y)
    return path


def arrow_head(identity: str, class_: str, size: float) -> str:
    """Write a marker for the ends of lines, to be put in `defs` and named by `marker_end`."""
    head = element("path", class_=class_, d="M0 0L8 4L0 8z")
    return element(
        "marker",
        head,
        id=identity,
        viewBox="0 0 8 8",
        refX=7.5,
        refY=4,
        markerWidth=size,
        markerHeight=size,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )


def drawing(  # noqa: PLR0913 -- what every drawing is made of, by name
    *content: str,
    identity: str,
    class_: str,
    title: str,
    description: str,
    box: tuple[float, float, float, float],
    font_size: float,
    role: str = "group",
    scale: float = 1.0,
) -> str:
    """Write a whole drawing, named by its title and described in words.

    Args:
        content: Finished SVG.
        identity: What its ids begin with; unique on the page.
        class_: Its classes.
        title: Its name, plain text.
        description: What it shows, plain text.
        box: Left, top, width and height of what is drawn.
        font_size: Of its text, in pixels, where an element says no other.
        role: `group` where it holds links, `img` where it is read out as its title and description alone.
        scale: How large it is shown, where not at its natural size.
    """
    return element(
        "svg",
        element("title", words(title), id=f"{identity}-title"),
        element("desc", words(description), id=f"{identity}-desc"),
        *content,
        class_=class_,
        role=role,
        aria_labelledby=f"{identity}-title",
        aria_describedby=f"{identity}-desc",
        width=box[2] * scale,
        height=box[3] * scale,
        viewBox=" ".join(map(number, box)),
        font_size=font_size,
        direction="ltr",
    )


@cache  # a drawing writes the same few names thousands of times
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
