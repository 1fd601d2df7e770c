"""The one folding: what looks the same is the same, whatever letters, digits and blanks it is typed with."""

import pytest

from action_plans.family.words.folding import any_phrase, fold, folded, runs, words


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("to Mrs\nSmith  in\troom\u00a014", "to Mrs Smith in room 14"),
        ("Mrs\u2009Smith", "Mrs Smith"),
        ("Sm\u00adith \u2060\u200bx\u202e", "Smith x"),
        ("\uff2d\uff52\uff53 \uff33\uff4d\uff49\uff54\uff48", "Mrs Smith"),
        ("Zoe\u0308 Łukasz Siobh\u00e1n", "Zoe Lukasz Siobhan"),
        ("\u041crs \u0405m\u0456th", "Mrs Smith"),
        ("\u039cr \u0392rown", "Mr Brown"),
        ("\u0661\u0664 \u0967\u096a \uff11\uff14 \U0001d7d9", "14 14 14 1"),
        ("9\ufe0f\u20e34\ufe0f\u20e3", "94"),
        ("O\u2019Dwyer\u2019s", "O'Dwyer's"),
        ("01632\u2011960\u2013999", "01632-960-999"),
        ("\U0001f1e6\U0001d5d5\U0001f172\u24b9", "ABCD"),
        ("room\u3164\u280014", "room 14"),
        ("x\u034f\ufe00\U000e0041y", "xy"),
        ("\u01c0an", "Ian"),
    ],
)
def test_what_looks_the_same_is_the_same(written: str, seen: str) -> None:
    """White space, widths, accents, look-alikes of other scripts, digits of any script, and what shows nothing."""
    assert fold(written) == seen
    assert folded(written).text == seen


def test_a_place_in_a_folded_text_leads_back() -> None:
    """Each letter knows where it stands in the text as written."""
    written = "  We told\n  Mrs\u200b \ufb01rst"
    found = folded(written)
    assert found.text == "We told Mrs first"
    assert written[found.place(found.text.index("Mrs"))] == "M"
    assert written[found.place(found.text.index("irst"))] == "\ufb01"


def test_phrases_are_found_as_whole_words() -> None:
    """Any blanks, any letters; not inside another word; with none there is nothing to look for."""
    pattern = any_phrase(["Mill  Lane", "Mill"])
    assert pattern is not None
    assert [found[0] for found in pattern.finditer(fold("mill\nlane, MILL, Milling"))] == ["mill lane", "MILL"]
    assert any_phrase([" ", ""]) is None


def test_runs_do_not_go_over_a_sentence() -> None:
    """Words on both sides of a full stop make no run."""
    assert list(runs("One two. Three four five", 3)) == [("three", "four", "five")]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("'Tis the dogs' rock'n'roll -- it's x_y", ["tis", "the", "dogs", "rock'n'roll", "it's", "x", "y"]),
        ("o''clock, ''", ["o", "clock"]),
        ("The caf\u00e9\u2019s 2nd-floor\u2014room", ["the", "cafe's", "2nd", "floor", "room"]),
        (" \n ' - _ ", []),
    ],
)
def test_words_are_letters_and_digits_with_apostrophes_inside(written: str, read: list[str]) -> None:
    """A word is a run of letters and digits; an apostrophe belongs to it between two of them and nowhere else."""
    assert words(written) == tuple(read)


@pytest.mark.parametrize("blank", ["\t", "\x1c", "\x85", "\u00a0", "\u2003", "\u2028", "  ", " \n"])
def test_any_white_space_is_one_blank(blank: str) -> None:
    """Whatever white space stands between two words, and at either end, is one blank."""
    assert fold(f"{blank}one{blank}two{blank}") == " one two "
