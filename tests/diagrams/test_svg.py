"""The one writer of SVG."""

from action_plans.diagrams.svg import element, line_path, number, words


def test_attributes_are_escaped_and_left_out() -> None:
    """Attribute values are escaped; None and False leave the attribute out; 0 stays."""
    written = element("a", "x", href='"<&', class_="node", aria_current=None, hidden=False, x=0)
    assert written == '<a href="&quot;&lt;&amp;" class="node" x="0">x</a>'


def test_text_is_escaped() -> None:
    """Plain text makes no markup; quotation marks stay readable."""
    assert words("<b> & 'x'") == "&lt;b&gt; &amp; 'x'"


def test_numbers_are_short() -> None:
    """Pixels are written to a tenth, without a needless nought or a negative nought."""
    assert [number(value) for value in (12.0, 12.46, -0.01, -3.25, 0.05)] == ["12", "12.5", "0", "-3.2", "0.1"]


def test_lines_run_straight_where_they_stay_in_their_column() -> None:
    """Points below each other are joined by a vertical line, others by a swing that leaves and arrives upright."""
    assert line_path([(5, 0), (5, 10), (25, 30)]) == "M5 0V10C5 20 25 20 25 30"
    assert line_path([]) == ""
