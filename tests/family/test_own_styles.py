"""A project's own stylesheet is cut as a browser cuts it, in time that grows with its length."""

from time import process_time

import pytest

from action_plans.family.own_styles import faults_in_style
from action_plans.family.style_parts import shortened
from tests.family.family_projects import THEME

HIDES = "hides what families must be able to read"


def faults(style: str) -> list[str]:
    """Return what is wrong with a stylesheet."""
    return [what for what, _, _ in faults_in_style(style)]


@pytest.mark.parametrize(
    "style",
    [
        "@media print { footer { display: none } }",
        "@media print { .made { color: red } body > footer, .made { display: none } }",
        "@media only print and (min-width: 10cm) { @supports (display: grid) { footer { visibility: hidden } } }",
        "@MEDIA Print{footer{display:none}}",
        '@media print { a::after { content: "}" } /* } */ b { background: url(}) } footer { display: none }',
        ".cards > * { display: none }",
        "#menu>*{display:none}",
        "nav > *, .made.old > * { display: none }",
        "nav ul > * { opacity: 0 }",
        "footer::before, .rating:after { display: none }",
        ":is(.home, .sheet) .news { display: none }",
        '[title="main"] { display: none }',
        "footer { opacity: 0.4; font-size: 0.9rem }",
        "main .news { display: none; }",
    ],
)
def test_what_hides_nothing_that_is_needed_passes(style: str) -> None:
    """A footer on paper, what stands in a list or in something named, and what a style itself makes."""
    assert faults(style) == []


@pytest.mark.parametrize(
    "style",
    [
        "@media print { .rating { display: none } }",
        "@media print { main { display: none } }",
        "@media print { footer:not(.x) { display: none } }",
        "@media print, screen { footer { display: none } }",
        "@media not print { footer { display: none } }",
        "@media print or (color) { footer { display: none } }",
        "@media print { a { color: red } } footer { display: none }",
        '@media print { a::after { content: "{" } } footer { display: none }',
        "@media print { /* { */ a { color: red } } footer { display: none }",
        "@media print { b { background: url({) } } footer { display: none }",
        "@media print { b { background: u\\72l({) } } footer { display: none }",
        "@media print { .a\\{ { color: red } } footer { display: none }",
        "@media screen { footer { display: none } }",
        "main > * { display: none }",
        "body > *{ display: none }",
        "html.larger > * { display: none }",
        ".home > * { display: none }",
        "#main > * { display: none }",
        "footer > * { display: none }",
        "p.rating > * { display: none }",
        "* > * { display: none }",
        "div > * { display: none }",
        ":not(.x) > * { display: none }",
        ":is(main, .x) > * { display: none }",
        ".x * { display: none }",
        "header + * { display: none }",
        "> * { display: none }",
        "* { display: none }",
        ".x, * { display: none }",
        ":is(main, .x) { display: none }",
        "main#main { display: none }",
        "body>footer { display: none }",
        ".home { display: none }",
        ".rating::first-line { font-size: 0 }",
        "footer { display: none; a { color: red } }",
        "footer { & { display: none } }",
        "main { @media screen { display: none } }",
        ".rating { display: none",
        "f\\6foter { display: none }",
        "footer { display: n\\6fne }",
        'a::after { content: "/*" } .rating { display: none } b::after { content: "*/" }',
        'a::after { content: "} .x {" } .rating { display: none }',
    ],
)
def test_what_hides_the_rating_is_refused(style: str) -> None:
    """In whatever block, on paper too where it is more than the footer, and however it is spelt."""
    assert faults(style) == [HIDES]


@pytest.mark.parametrize(
    "style", ['a { content: "x', "a { content: 'x\n' }", 'a { content: "x\\" }', 'a { x: "y\\\n" z " }']
)
def test_a_string_that_is_not_closed_is_refused(style: str) -> None:
    """Where it ends hangs on the line, and lines are joined before a stylesheet is published."""
    assert "has a string that is not closed" in faults(style)


@pytest.mark.parametrize(
    ("style", "short"),
    [
        ("/* x */ a , b > c { d : e ; }\n\n f{}", "a,b>c{d : e;}f{}\n"),
        (
            'a::after { content: "/*" ", ; " } /* "*/ b { c: url( x{ ) }',
            'a::after{content: "/*" ", ; "}b{c: url( x{ )}\n',
        ),
        ("a { b: '\\'  /* x */  ' }", "a{b: '\\'  /* x */  '}\n"),
        ("a { b: c /* is never closed", "a{b: c\n"),
    ],
)
def test_a_stylesheet_is_published_as_it_was_looked_at(style: str, short: str) -> None:
    """Without comments and needless blanks; what only looks like one in a string stays, and parts nothing anew."""
    assert shortened(style) == short


def test_the_packages_own_stylesheet_has_no_fault() -> None:
    """A copy of it is used as it is."""
    assert faults((THEME[0] / "style.css").read_text(encoding="utf-8")) == []


def test_a_fault_has_the_line_in_which_its_block_begins() -> None:
    """Comments and strings of several lines count, too."""
    style = "/* a\nb */\n@import 'x.css';\n\n.x,\n.rating\n{ display: none }\n\nb { background: url(//x.org/a) }"
    assert [line for _, _, line in faults_in_style(style)] == [5, 9]


def test_a_comment_hides_no_address() -> None:
    """What only a comment cuts is whole when it is published; an address in a comment is not published."""
    assert faults('@import/* x */"//example.org/x.css"; b { c: url(/*//x) }') == ["loads something from elsewhere"]
    assert faults("/* url(https://example.org/) */ a { color: red }") == []


@pytest.mark.parametrize(
    "part",
    [
        "a",
        " ",
        "* ",
        "/*",
        ".rating",
        ".rating ",
        "a,",
        "(",
        ":is(",
        "[",
        '"',
        "url(",
        "url( ",
        "@import ",
        "\\",
        ".rating{display:none}",
        "a{",
        "&{",
        "&,&{",
        "}",
        "display",
        "opacity:0",
        "unicode-bidi:",
        "x > ",
        "\n",
    ],
)
def test_time_grows_with_the_length_and_not_with_its_square(part: str) -> None:
    """Eight times as long a stylesheet takes nowhere near sixty-four times as long, by the best of three."""
    times: dict[int, list[float]] = {20_000: [], 160_000: []}
    for length in [*times] * 3:
        style = (part * (length // len(part) + 1))[:length]
        begun = process_time()
        list(faults_in_style(style))
        times[length].append(process_time() - begun)
    short, long = map(min, times.values())
    assert long < 40 * max(short, 0.01), times
