"""Finished files are taken apart, whatever they are, and each piece is looked at: alone, and with those beside it."""

import base64

import pytest

from action_plans.family.guards.excused import Excused, excused
from action_plans.family.guards.internal_words import CODE, NAME, STEM
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.pieces import Kind, Piece, parsed_pieces, pieces, plain_pieces
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.guards.taint import Leak, Look, Taint
from action_plans.family.words.theme_words import ThemeWords

VISIBLE, SPOKEN, ADDRESS, HIDDEN, NAMED = Kind.VISIBLE, Kind.SPOKEN, Kind.ADDRESS, Kind.HIDDEN, Kind.NAME
PACKED = base64.b64encode(b"Janet Okafor").decode()

PAGES: list[tuple[str, list[tuple[str, Kind, bool]]]] = [
    ("<p>One <b>two</b>three</p>", [("One ", VISIBLE, True), ("two", VISIBLE, False), ("three", VISIBLE, False)]),
    ("<p>One</p>two", [("One", VISIBLE, True), ("two", VISIBLE, True)]),
    ("One<br><b></b>two", [("One", VISIBLE, True), ("two", VISIBLE, True)]),
    ("<p>One</p><p>two</p>", [("One", VISIBLE, True), ("two", VISIBLE, True)]),
    ("One<br>two<br/>three", [("One", VISIBLE, True), ("two", VISIBLE, True), ("three", VISIBLE, True)]),
    ("<b>One</b> <i>two</i>", [("One", VISIBLE, True), ("two", VISIBLE, True)]),
    ("<b>One</b>\n", [("One", VISIBLE, True)]),
    ("caf&eacute; &amp; bar", [("cafe & bar", VISIBLE, True)]),
    ('<b lang="pl" hidden>x</b>', [("lang", NAMED, True), ("hidden", NAMED, True), ("x", VISIBLE, True)]),
    ('<b title="">x</b>', [("title", NAMED, True), ("x", VISIBLE, True)]),
    ('<b title="See%20A1">', [("title", NAMED, True), ("See%20A1", SPOKEN, True)]),
    ('<a href="x%20y.html">', [("href", NAMED, True), ("x y.html", ADDRESS, True)]),
    ('<a class="x%20y">', [("class", NAMED, True), ("x y", HIDDEN, True)]),
    ('<path d="M1 2">', [("d", NAMED, True)]),
    ('<path d="A1 note">', [("d", NAMED, True), ("A1 note", HIDDEN, True)]),
    ('<b title="M1 2">', [("title", NAMED, True), ("M1 2", SPOKEN, True)]),
    (
        f'<img src="data:text/plain;base64,{PACKED}">',
        [("src", NAMED, True), (f"data:text/plain;base64,{PACKED}", ADDRESS, True), ("Janet Okafor", HIDDEN, True)],
    ),
    (
        f'<img src="data:text/plain;base64,{PACKED[:6]}  {PACKED[6:]}">',
        [
            ("src", NAMED, True),
            (f"data:text/plain;base64,{PACKED[:6]} {PACKED[6:]}", ADDRESS, True),
            ("Janet Okafor", HIDDEN, True),
        ],
    ),
    (
        '<img src="data:text/plain;base64,AAAAA">',
        [("src", NAMED, True), ("data:text/plain;base64,AAAAA", ADDRESS, True), ("AAAAA", HIDDEN, True)],
    ),
]
UNUSUAL = [
    ("One<!-- two -->three", [(" two ", HIDDEN, True), ("three", VISIBLE, False)]),
    ("<?two?>", [("two?", HIDDEN, True)]),
    ("<script>a</script>", [("a", VISIBLE, True)]),
    ("<STYLE>a</STYLE>", [("a", VISIBLE, True)]),
    ("<p>One</p> < two", [("One", VISIBLE, True), (" two", VISIBLE, False)]),
    ("<b title='x'>y", [("x", SPOKEN, True), ("y", VISIBLE, True)]),
]


@pytest.mark.parametrize(("page", "expected"), PAGES)
def test_a_page_written_as_ours_are_is_read_tag_by_tag_as_a_parser_reads_it(
    page: str, expected: list[tuple[str, Kind, bool]]
) -> None:
    """Each text and attribute is a piece; what only a tag inside a line cuts is not parted."""
    found = plain_pieces(page)
    assert found == [Piece(*each) for each in expected]
    assert found == parsed_pieces(page) == list(pieces("x.html", page.encode()))[1:]


@pytest.mark.parametrize(("page", "expected"), UNUSUAL)
def test_a_page_with_anything_else_in_it_is_parsed_as_a_whole(
    page: str, expected: list[tuple[str, Kind, bool]]
) -> None:
    """Comments, instructions, scripts, and signs that are no tags: what they hold is looked at, too."""
    assert plain_pieces(page) is None
    assert {Piece(*each) for each in expected} <= set(pieces("x.svg", page.encode()))


def test_what_a_browser_hides_is_looked_at() -> None:
    """Sections that only XML knows are pieces, too, however a parser calls them."""
    assert any("Okafor" in piece.text for piece in pieces("x.xml", b"<a><![CDATA[Okafor]]></a>"))


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        ("x.json", b'{"a": [1, {"b": "two"}], "c": null}', ["a", "c", "None", "1", "b", "two"]),
        ("x.webmanifest", b'{"a": "b\nc"', ['{"a": "b', 'c"']),
        ("x.css", b"a { }\nb { }", ["a { }", "b { }"]),
        ("x%20y.txt", b"caf\xff", ["caf\N{REPLACEMENT CHARACTER}"]),
    ],
)
def test_every_other_file_is_read_too(name: str, content: bytes, texts: list[str]) -> None:
    """Data by its keys and values, all else by its lines, after the file's name as people read it."""
    first, *others = pieces(name, content)
    assert first == Piece(name.replace("%20", " "), NAMED)
    assert sorted(piece.text for piece in others) == sorted(texts)
    assert {piece.kind for piece in others} == {HIDDEN}


MONTHS = ["March", "April", "May"] * 4
THEME = ThemeWords(
    "en",
    {
        "months": MONTHS,
        "changed": "This was changed on {day}.",
        "since": "It has been so since {month}: {count} things.",
        "call": "01632 960101.",
        "by": "{by} wrote to {who} about it.",
        "skip": "Skip this part",
    },
)


def what_may_be_said() -> Excused:
    """Two texts of authors, a link, a word of the templates, and the theme's words with their slots."""
    return excused(
        ["We have 7 new beds. They are good ones.", "https://example.org/x", "manager@example.org", "01632960102"],
        [THEME],
        ["main-part"],
        {"by": ["The cook", "The nurse"], "who": ["you", "us"]},
    )


@pytest.mark.parametrize(
    ("known", "unknown"),
    [
        ("They are good ones.", "They are bad ones."),
        ("We have 7 new beds.", "We have 8 new beds."),
        ("We have 7 new beds. They are good ones", "We have 7 new beds. They are bad ones"),
        ("This was changed on 12 May 2031.", "This was changed on 12 July 2031."),
        ("It has been so since April 2031: 7 things.", "It has been so since today: 7 things."),
        ("The nurse wrote to us about it.", "The boss wrote to us about it."),
        ("The cook wrote to you about it.", "The cook wrote to them about it."),
        ("01632 960101.", "01632 960109."),
        (" https://example.org/x ", "https://example.org/y"),
        ("mailto:manager@example.org", "mailto:someone@example.org"),
        ("tel:01632960102", "tel:01632960103"),
        ("main-part", "side-part"),
        ("12 May 2031", "12 July 2031"),
        ("Skip this part", "Skip that part"),
    ],
)
def test_a_text_is_known_only_as_somebody_wrote_it(known: str, unknown: str) -> None:
    """Authors' words to the letter; the theme's with any number and month, and with what may stand in its slots."""
    assert what_may_be_said().knows(known)
    assert not what_may_be_said().knows(unknown)


@pytest.mark.parametrize(
    ("run", "is_held"),
    [
        ("we have 7 new", True),
        ("we have 8 new", False),
        ("new beds they are", False),
        ("was changed on 12", True),
        ("changed on 12 may", True),
        ("changed on 12 july", False),
    ],
)
def test_four_words_may_be_said_where_they_stand_together(run: str, is_held: bool) -> None:
    """Of authors exactly, of the theme with any number and month; none go over the end of a sentence."""
    assert what_may_be_said().holds(tuple(run.split())) == is_held


def seen_in(page: str, name: str = "topics/a.html") -> Look:
    """Look at one page of a small edition."""
    marks = {"DM": CODE, "Zorvath": NAME, "rounds": STEM, "Rounds-2": STEM}
    addresses = {"index.html", "topics/a.html", "style.css", "łódź/x.html"}
    return Taint(what_may_be_said(), lambda: MarkFinder(marks, ()), PrivateWords(), addresses).look(
        {name: page.encode(), "index.html": b""}
    )


@pytest.mark.parametrize(
    ("page", "leaks"),
    [
        ('<a href="../index.html">', []),
        ('<a href="a.html#main">', []),
        ('<a href="#main">', []),
        ('<a href="#mark-x">', []),
        ('<a href="../%C5%82%C3%B3d%C5%BA/x.html">', []),
        ('<a href="https://example.org/x">', []),
        ('<a href="index.html">', ["a link that leads nowhere in this site"]),
        ('<a href="a.html#mainly">', ["a link that leads nowhere in this site"]),
        ('<a href="#x">', ["a link that leads nowhere in this site"]),
        (
            '<a href="https://example.org/y">',
            ["an address that nobody wrote for families", "what looks like a web address"],
        ),
        ('<a href="//example/y">', ["an address that nobody wrote for families"]),
        ('<p class="style.css">', []),
        ('<p class="dm">', ["the code of a role"]),
        ('<p class="rounds-2">', ["the name of a file without its ending"]),
        ("<p>rounds-2, or dm</p>", []),
        ("<p>DM</p>", ["the code of a role"]),
        ("<p>D<b>M</b></p>", ["the code of a role"]),
        ("<p>D</p><p>M</p>", []),
        ("<p>DM and DM</p>", ["the code of a role"]),
        ("<p>Mrs Zork</p>", ["what looks like a person's name or initial"]),
        ("<p>Mrs <b>Zork</b></p>", ["what looks like a person's name or initial"]),
        ('<p title="Mrs Zork">x</p>', ["what looks like a person's name or initial"]),
        ("<p>Mrs <b>Skip this part</b> Zork</p>", []),
    ],
)
def test_leaks_are_seen_in_texts_and_addresses(page: str, leaks: list[str]) -> None:
    """Marks, private matter and links that lead elsewhere, each once a page; the file is named."""
    found = [leak for leak in seen_in(page).leaks if leak.what != "a person's name"]
    assert [leak.what for leak in found] == leaks
    assert all(leak.file == "topics/a.html" for leak in found)
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    ("page", "runs"),
    [
        ("<p>sack</p>", []),
        ("<p>sack agency</p>", ["sack agency"]),
        ("<p>sa<b>ck agency</b></p>", ["sack agency"]),
        ("<p>sack. agency</p>", []),
        ("<p>sack <b>They are good ones.</b> agency</p>", []),
        ("<p>sack agency <b>They are good ones.</b> old plan</p>", ["sack agency", "old plan"]),
        ("<!-- sack agency -->", ["sack agency"]),
        ("<p>sack</p><!-- agency -->", []),
        ('<p class="sack">x</p><p class="agency">y</p>', ["sack agency", "x y"]),
        ("<p>a b c</p>", ["a b", "b c", "a b c"]),
        ("<p>a b c d e</p>", ["a b c d", "b c d e", "a b", "b c", "c d", "d e", "a b c", "b c d", "c d e"]),
        ("<p>we have 7 new</p>", ["we have", "have 7", "7 new", "we have 7", "have 7 new"]),
    ],
)
def test_words_that_nobody_wrote_for_families_are_kept_to_be_compared(page: str, runs: list[str]) -> None:
    """Four words in a row that no author or theme has; two and three, which may be a title; never one."""
    seen = seen_in(page).runs
    assert {" ".join(run) for run in seen} == set(runs)
    assert all(list(files) == ["topics/a.html"] for files in seen.values())


def test_a_leak_says_which_words_where_they_may_be_repeated() -> None:
    """A mark is told with its words, what looks private without."""
    assert seen_in("<p>DM, Mrs Zork</p>").leaks == [
        Leak("topics/a.html", "the code of a role", "DM"),
        Leak("topics/a.html", "what looks like a person's name or initial"),
    ]
