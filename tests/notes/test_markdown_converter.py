"""Texts without marks are spared the work, and come out as if they had not been."""

import pytest
from markdown import Markdown

from action_plans.notes.markdown_converter import converter


def usual() -> Markdown:
    """Return a converter of the same parts that looks through every text."""
    made = Markdown(extensions=["tables", "sane_lists", "toc"], extension_configs={"toc": {"baselevel": 2}})
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    return made


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, and more.\n\nA second paragraph.",
        "Two lines\nof one, and a break  \nafter two spaces.",
        "# Same\n\nText.\n\n## Same\n\nA *heading* above, **bold** here.",
        "| Where | Seen |\n| --- | --- |\n| plain | *not* |\n| a & b | `code` |",
        "- one\n- two _of_ it\n\n  a paragraph of it\n\n1. first\n2. [link](https://example.org)",
        "> said plainly\n>\n> said *loudly*\n\n<b>no HTML</b> and AT&T &amp; &#64; \\*no mark\\*",
        "[known]: https://example.org\n\nA link to what is [known], and one that is [not].",
        "<https://example.org> and ![a picture](a.png) and an un_marked_word",
    ],
)
def test_a_text_is_converted_as_if_every_pattern_had_looked_at_it(text: str) -> None:
    """Paragraphs, breaks, headings with their ids, tables, lists, quotations and links are the same."""
    quick = converter()
    quick.reset()
    assert quick.convert(text) == usual().convert(text)
