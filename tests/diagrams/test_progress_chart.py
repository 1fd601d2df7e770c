"""The picture of progress: every text in its place, whatever the counts."""

import random
from datetime import date, timedelta
from xml.etree.ElementTree import Element

import pytest
from defusedxml import ElementTree

from action_plans.diagrams.progress_chart import Series, progress_chart
from action_plans.diagrams.text_fit import text_width
from action_plans.diagrams.time_scale import scale_over

_SIZE = 14.0


@pytest.mark.parametrize("seed", range(60))
def test_no_text_leaves_the_picture_or_meets_another(seed: int) -> None:
    """Of counts made by chance, also all equal, all nothing, and in the thousands, over two months to five years."""
    luck = random.Random(seed)  # noqa: S311 -- chance that can be repeated
    months, most = luck.randint(2, 60), luck.choice((0, 1, 9, 25, 300, 4000))
    days = [date(2021, 1, 31) + timedelta(days=30 * number) for number in range(months)]
    series = [
        Series(kind, kind, tuple(luck.randint(0, most) for _ in days))
        for kind in ("all", "closed", "verified", "embedded")
    ]
    width = luck.choice((340.0, 640.0))
    svg = progress_chart(
        days, series, identity="p", title="Progress", description="Counts", class_="x",
        width=width, height=200, size=_SIZE,
    )  # fmt: skip

    boxes = [_box(text) for text in ElementTree.fromstring(svg).iter("text")]
    height = float(ElementTree.fromstring(svg).get("height", "0"))
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert top >= 0
        assert right <= width
        assert bottom <= height
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@pytest.mark.parametrize("length", [1, 30, 300, 900, 4000, 40000])
def test_the_words_of_a_time_scale_never_crowd(length: int) -> None:
    """From a day to a hundred years there are at most ten words, and each stands at its own place."""
    marks = scale_over([date(2026, 1, 15), date(2026, 1, 15) + timedelta(days=length)]).marks
    assert len(marks) <= 10
    assert len({words for _, words in marks}) == len(marks)


def _box(text: Element) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of a text, as wide as the widest font makes it, as high as its capitals."""
    said = text.text or ""
    bold = text.get("class", "").startswith("value")
    room, x, y = text_width(said, _SIZE, bold=bold), float(text.get("x", "0")), float(text.get("y", "0"))
    left = x - room if text.get("text-anchor") == "end" else x
    return left, y - _SIZE * 0.75, left + room, y
