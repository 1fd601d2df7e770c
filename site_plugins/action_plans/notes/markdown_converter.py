"""The converter of Markdown: which parts of it are in use, and how it is spared the work on texts without marks."""

import re
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_MARKS = re.compile(r"[\\`*_\[\]!<&\x02\x03]|  \n")
"""A sign at which something may begin that stands within a line, or what the converter itself puts in its place."""

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
"""Left alone: their ids are made from what the converter has done with their words."""

_BEFORE_LINES = 25
"""The converter looks at what stands within lines at 20; what has a greater number comes before."""


@cache  # a converter is costly to make and is reset before each use
def converter() -> Markdown:
    """Return the converter; `converter.cache_clear()` throws away one that stopped halfway."""
    made = Markdown(extensions=["tables", "sane_lists", "toc"], extension_configs={"toc": {"baselevel": 2}})
    made.preprocessors.deregister("html_block")
    made.inlinePatterns.deregister("html")
    made.treeprocessors.register(_Plain(made), "plain", _BEFORE_LINES)
    return made


class _Plain(Treeprocessor):
    """Says of each text without a mark that it is finished: the converter would look through it with every pattern."""

    def run(self, root: Element) -> None:
        """Finish what is plain below a root."""
        for element in root.iter():
            if element.text and element.tag not in _HEADINGS and not _MARKS.search(element.text):
                element.text = AtomicString(element.text)
