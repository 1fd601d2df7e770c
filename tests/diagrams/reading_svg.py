"""Reads a drawing back from its SVG, as a browser would see it: boxes, texts and lines with their places."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

Point = tuple[float, float]


@dataclass(frozen=True)
class Rectangle:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Rectangle") -> bool:
        """Whether two overlap, or a line without width comes inside."""
        across = self.left < other.right and self.right > other.left
        return across and self.top < other.bottom and self.bottom > other.top

    def widened(self, across: float, down: float) -> "Rectangle":
        """Return the rectangle, larger on each side by so much; negative numbers make it smaller."""
        return Rectangle(self.left - across, self.top - down, self.right + across, self.bottom + down)

    def holds(self, point: Point, hair: float = 0.3) -> bool:
        """Whether a point lies in it or on its border."""
        inside = self.left - hair <= point[0] <= self.right + hair
        return inside and self.top - hair <= point[1] <= self.bottom + hair

    def contains(self, other: "Rectangle") -> bool:
        """Whether the other lies in it."""
        return self.holds((other.left, other.top)) and self.holds((other.right, other.bottom))


@dataclass(frozen=True)
class Text:
    """A line of text, where it starts on its baseline, its size and class."""

    words: str
    x: float
    y: float
    size: float
    class_: str


@dataclass(frozen=True)
class DrawnBox:
    """A box: its reference, link, place, texts and classes."""

    ref: str
    href: str
    area: Rectangle
    texts: tuple[Text, ...]
    mark: Point
    classes: frozenset[str]

    @property
    def name(self) -> str:
        """What a screen reader says for the link."""
        return " ".join("".join(text.words for text in self.texts).split())


@dataclass(frozen=True)
class Line:
    """An arrow: its ends, and the areas in which its pieces run: thin where straight, else as wide as the swing."""

    start: Point
    end: Point
    pieces: tuple[Rectangle, ...]
    classes: frozenset[str]


@dataclass(frozen=True)
class Picture:
    """What was read."""

    view: Rectangle
    boxes: tuple[DrawnBox, ...]
    lines: tuple[Line, ...]
    bands: tuple[Rectangle, ...]
    labels: tuple[Text, ...]


def read_picture(svg: str) -> Picture:
    """Read one SVG; a drawing that is not well-formed is an error."""
    root = ET.fromstring(svg)  # noqa: S314 -- our own drawing
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    lines = [_line(path) for path in root.iter("path") if "edge" in path.get("class", "").split()]
    bands = [_rectangle(rect) for rect in root.iter("rect") if rect.get("class") == "band"]
    labels = [_text(text) for text in root.iter("text") if text.get("class") == "band-label"]
    boxes = tuple(_box(link) for link in root.iter("a"))
    return Picture(Rectangle(left, top, left + width, top + height), boxes, tuple(lines), tuple(bands), tuple(labels))


def _box(link: ET.Element) -> DrawnBox:
    rect = link.find("rect")
    assert rect is not None
    texts = tuple(_text(text) for text in link.iter("text"))
    ref = "".join(text.words for text in texts if text.class_ == "id").strip()
    moved = next(group.attrib["transform"] for group in link.iter("g"))
    x, y = (float(value) for value in moved.removeprefix("translate(").removesuffix(")").split())
    classes = frozenset(link.attrib["class"].split())
    return DrawnBox(ref, link.attrib["href"], _rectangle(rect), texts, (x, y), classes)


def _text(text: ET.Element) -> Text:
    x, y, size = (float(text.attrib[key]) for key in ("x", "y", "font-size"))
    return Text(text.text or "", x, y, size, text.attrib["class"])


def _rectangle(rect: ET.Element) -> Rectangle:
    x, y, width, height = (float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
    return Rectangle(x, y, x + width, y + height)


def _line(path: ET.Element) -> Line:
    pieces = []
    points: list[Point] = []
    for letter, numbers in re.findall(r"([MVC])([^MVC]*)", path.attrib["d"]):
        values = [float(number) for number in numbers.split()]
        point = (points[-1][0], values[0]) if letter == "V" else (values[-2], values[-1])
        if points:
            across, down = sorted((points[-1][0], point[0])), sorted((points[-1][1], point[1]))
            pieces.append(Rectangle(across[0], down[0], across[1], down[1]))
        points.append(point)
    return Line(points[0], points[-1], tuple(pieces), frozenset(path.attrib["class"].split()))
