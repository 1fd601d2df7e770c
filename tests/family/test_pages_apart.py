"""Claims about how finished pages are taken apart: in the short way exactly as in the long one."""

import pytest

from action_plans.family.guards.pieces import Piece, pieces
from tests.family.family_projects import a_home, edition

_PAGES = (
    "<!doctype html><title>A &amp; B</title><p>One <b>two</b>three</p>",
    "<p>Fish&amp;chips &lt;b&gt; 5 > 4 &#x52;OOM</p><img alt='' src=x>",
    '<p class="a" hidden>x<br/>y<br />z<a href="a%20b.html?x=1&amp;y=2">w</a> <span>u</span></p>',
    '<svg viewBox="0 0 9 9"><path d="M0 0h9"/><path d="room 12"/></svg><td title="F1">\n</td>',
    "<script>if (a < b) '<p>internal</p>'</script><p>x",
    "<textarea><b>x</b></textarea><style>a > b {}</style>",
    "<p>a < b</p><p",
    "<p title=\"a>b\">x</p><p title='F1'>y</p>&amp",
    '</p class="F1"><a href="data:text/plain;base64,aW50ZXJuYWw=">x</a>',
    '<P TITLE="F1">x</P>\n\n text &copy',
    "<!DOCTYPE html>&nbsp;<p>\u00a0</p>\ufeff<i></i>",
)


def _in_the_long_way(page: str) -> list[Piece]:
    """Take a page apart with a comment before it, which pages of ours never have: it is read by the parser alone."""
    name, comment, *found = pieces("a.html", f"<!--x-->{page}".encode())
    assert comment.text == "x"
    return [name, *found]


@pytest.mark.parametrize("page", _PAGES)
def test_an_odd_page_is_taken_apart_as_the_parser_does(page: str) -> None:
    """Tags in letters of any size, values of any kind, entities, scripts and what is cut off hide no piece."""
    assert list(pieces("a.html", page.encode())) == _in_the_long_way(page)


def test_every_page_of_the_edition_is_taken_apart_as_the_parser_does() -> None:
    """Whatever the templates print, no text, attribute or address of it is read otherwise than by the parser."""
    pages = {name: page.decode() for name, page in edition(a_home()).files.items() if name.endswith(".html")}
    assert len(pages) > 8
    for name, page in pages.items():
        assert list(pieces("a.html", page.encode())) == _in_the_long_way(page), name
