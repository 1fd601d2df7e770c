"""Widths and line breaks of the text in drawings."""

import pytest

from action_plans.diagrams.text_fit import text_width, wrap
from tests.diagrams.font_widths import WIDTHS


def test_bold_and_large_text_is_wider() -> None:
    """Width grows with the font size and with bold letters, and adds up letter by letter."""
    assert text_width("Medicines", 26) == pytest.approx(2 * text_width("Medicines", 13))
    assert text_width("Medicines", 13, bold=True) > text_width("Medicines", 13)
    assert text_width("", 13) == 0


@pytest.mark.parametrize(
    ("text", "verdana_at_100"),
    [("Medicines audit", 780), ("WWW", 297), ("illicit", 236), ("100%", 299), ("Mmm", 279), ("f(x) = 2", 401)],
)
def test_widths_are_never_less_than_those_of_a_wide_font(text: str, verdana_at_100: float) -> None:
    """A text is taken for at least as wide as Verdana sets it, and not for more than a fifth wider."""
    assert verdana_at_100 <= text_width(text, 100) <= verdana_at_100 * 1.2


@pytest.mark.parametrize(("font", "bold"), WIDTHS)
def test_no_letter_is_wider_than_it_is_taken_for(font: str, bold: bool) -> None:
    """Each letter of a common font, with serifs or without, is at most as wide as the drawing thinks."""
    widths = zip(map(chr, range(32, 127)), map(int, WIDTHS[font, bold].split()), strict=True)
    assert [letter for letter, width in widths if width > text_width(letter, 100, bold=bold) + 0.001] == []


def test_accents_and_joined_signs_take_no_room_of_their_own() -> None:
    """An accented letter is as wide as the letter, however it is written; Chinese letters are wider than Latin ones."""
    assert text_width("é", 10) == text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("看", 10) > text_width("m", 10)


def test_lines_break_between_words() -> None:
    """Lines break at spaces, stay within the room, and joined again they are the text."""
    lines = wrap("Watch  everyone who\ngives medicines", 115, 13)
    assert lines == ("Watch everyone ", "who gives ", "medicines ")
    assert all(text_width(line.rstrip(), 13) <= 115 for line in lines)


def test_a_long_word_is_broken_with_hyphens() -> None:
    """A word wider than the room is broken with a hyphen, and its pieces read as one word, without spaces."""
    lines = wrap("Uncharacteristically", 60, 13)
    assert len(lines) > 1
    assert all(line.endswith("-") for line in lines[:-1])
    assert "".join(lines).replace("-", "") == "Uncharacteristically "
    assert all(text_width(line.rstrip(), 13) <= 60 for line in lines)


def test_a_long_address_is_broken_after_any_sign() -> None:
    """Where a piece ends with no letter, and in scripts without hyphens, none is added."""
    assert "".join(wrap("1234567890" * 5, 60, 13)) == "1234567890" * 5 + " "
    assert "".join(wrap("計画" * 20, 60, 13)) == "計画" * 20 + " "


def test_an_accent_stays_with_its_letter() -> None:
    """A line never begins with an accent or a joined sign."""
    lines = wrap("e\u0301" * 40, 30, 13)
    assert len(lines) > 1
    assert all(line.startswith("e\u0301") for line in lines)


def test_room_for_nothing_still_ends() -> None:
    """In a room narrower than a letter each line holds one letter."""
    assert [line.strip("- ") for line in wrap("Mops", 1, 13)] == ["M", "o", "p", "s"]


def test_no_text_has_no_lines() -> None:
    """Empty text, spaces and control characters give no line."""
    assert wrap(" \n\t\x00 ", 100, 13) == ()
