"""The regulations, key questions and quality statements that a cell cites, as reports write them in one line."""

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import pairwise

from action_plans.frameworks.framework import Framework
from action_plans.frameworks.matching import comparable
from action_plans.frameworks.not_understood import NotUnderstood
from action_plans.frameworks.regulation import regulations
from action_plans.frameworks.regulation_reading import read_regulation
from action_plans.frameworks.shipped import load_framework


@dataclass(frozen=True, slots=True)
class ReadCitations:
    """What a cell cites.

    Attributes:
        regulations: each as a plan takes it: `Regulation 12(2)(g): Safe care and treatment`.
        key_questions: their slugs, such as `well-led`.
        statements: titles of the framework's statements.
        left: the words that were not understood, as written, apart by semicolons.
    """

    regulations: tuple[str, ...] = ()
    key_questions: tuple[str, ...] = ()
    statements: tuple[str, ...] = ()
    left: str = ""


@lru_cache(maxsize=4096)  # a column says the same again and again
def read_regulations(text: str, framework: Framework | None = None, *, of_statements: bool = False) -> ReadCitations:
    """Return what a cell cites, each thing once, in the order written.

    A name that is both a regulation's and a statement's, such as `Safeguarding`, is the statement's where a key
    question stands in the cell too, else the regulation's: sheets have had a column for regulations for longer.

    Args:
        text: what stands in the cell.
        framework: whose statements are meant; by default those in use since 2023.
        of_statements: whether it stands where statements are named, so that such a name is the statement's.
    """
    reader = _Reader(framework or load_framework(_IN_USE))
    lines = [" ".join(line.split()) for line in re.split(r"[\n;|\N{BULLET}]", text) if line.strip()]
    reader.prefers_statements = of_statements or any(
        reader.question(piece) for line in lines for piece in _BREAKS.split(line[:_MOST])
    )
    for line in lines:
        if len(line) <= _MOST:
            reader.read_line(line)
        else:
            reader.left.append(line)
    named, questions, statements = (tuple(dict.fromkeys(each)) for each in reader.found)
    return ReadCitations(named, questions, statements, "; ".join(reader.left))


@dataclass(slots=True)
class _Reader:
    """What is understood so far of a cell."""

    framework: Framework
    prefers_statements: bool = False
    found: tuple[list[str], list[str], list[str]] = field(default_factory=lambda: ([], [], []))
    left: list[str] = field(default_factory=list)

    def read_line(self, line: str) -> None:
        """Read a line, from each word on always the most that is one thing: names hold commas, dashes and `and` too.

        A name beside a number that is not its own is left: nobody can know which of them was meant.
        """
        words = [(match.start(), match.end()) for match in _WORD.finditer(line)]
        gaps = [line[end:start] for (_, end), (start, _) in pairwise(words)]
        stands_apart = [True, *(any(sign in gap for sign in ",/&:") for gap in gaps), True]
        for number, (start, end) in enumerate(words):
            if line[start:end].casefold() in _JOINERS:
                stands_apart[number] = stands_apart[number + 1] = True
        most = _MOST_WORDS if re.search(r"\d", line) else _MOST_PLAIN_WORDS
        first, unread = 0, 0
        while first < len(words):
            begins = self.may_begin(line[words[first][0] : words[first][1]])
            last = next(
                (
                    last
                    for last in range(min(first + most, len(words)) if begins else first, first, -1)
                    if self._take(
                        line[words[first][0] : words[last - 1][1]], alone=stands_apart[first] and stands_apart[last]
                    )
                ),
                None,
            )
            if last is not None:
                self._leave(line[words[unread][0] : words[first][0]])
                unread = last
            first = last or first + 1
        if unread < len(words):
            self._leave(line[words[unread][0] :])

    def may_begin(self, word: str) -> bool:
        """Whether something that is cited can begin with a word: else none of what follows need be looked at."""
        plain = comparable(word).split()
        return bool(plain) and (plain[0] in _openers(self.framework) or _OPENS.match(word) is not None)

    def _leave(self, piece: str) -> None:
        if comparable(_SAYS_NOTHING.sub(" ", piece)):
            self.left.append(piece.strip(_SIGNS))

    def question(self, piece: str) -> str | None:
        """Return the slug of the key question that a piece is, however it asks: `Is the service well-led?`."""
        words = comparable(_ASKS.sub(" ", piece))
        return next(
            (
                one.slug
                for one in self.framework.key_questions
                if words in (comparable(one.title), comparable(one.slug))
            ),
            None,
        )

    def _take(self, piece: str, *, alone: bool) -> bool:
        """Take a piece that is one thing; only where it stands alone may it be a regulation's name or a bare number."""
        piece = piece.strip(_SIGNS)
        if (question := self.question(piece)) is not None:
            self.found[1].append(question)
            return True
        statement = self.framework.find_statement(_SAYS_STATEMENT.sub("", piece))
        is_cited = (alone or _CITES.search(piece) is not None) and not _BEGINS_ANOTHER.search(piece)
        if is_cited and not (statement is not None and self.prefers_statements):
            read = read_regulation(piece)
            if not isinstance(read, NotUnderstood):
                self.found[0].append(read.label)
                return True
        if statement is not None:
            self.found[2].append(statement.title)
        return statement is not None


@cache  # a framework is frozen, and the regulations do not change while the program runs
def _openers(framework: Framework) -> frozenset[str]:
    """Return the first word of everything that has a name."""
    names = [name for one in regulations() for name in (one.title, *one.aliases)]
    names += [name for one in framework.statements for name in (one.title, one.slug, one.framework)]
    names += [name for one in framework.key_questions for name in (one.title, one.slug)]
    return frozenset(comparable(name).split()[0] for name in names)


_IN_USE = "saf-2023"
_MOST = 400
"""How many letters a line that cites something may have: a longer one is a report."""
_MOST_WORDS, _MOST_PLAIN_WORDS = 32, 12
"""Of how many words one thing can be: a name with its number and the whole name of the law."""
_SIGNS = " \t.,;:/?-\N{EN DASH}\N{EM DASH}*\N{BULLET}&"
_WORD = re.compile(r"[^\s,/&:]+")
_JOINERS = frozenset(("and", "or", "+", "-", "\N{EN DASH}", "\N{EM DASH}"))
_BREAKS = re.compile(r"\s*/\s*|,|\s+(?:and|&|\+|[-\N{EN DASH}\N{EM DASH}])\s+|:\s+|[\n;|\N{BULLET}]", re.IGNORECASE)
_CITES = re.compile(r"(?i)\b(?:regulations?|regs?|r)\b[. ]*\d|\b(?:reg|r)\d|^\d+[aA]?\(|\bregistration\b")
_OPENS = re.compile(
    r"(?i)\W*(?:\d|r\d|reg|hsca\b|health\b|breach|is\b|are\b|the\b|key\b|kq\b|kloe|domains?\b|quality\b|cqc\b|care\b|ra)"
)
_SAYS_STATEMENT = re.compile(r"(?i)^(?:quality )?statements?\W+|^qs\W+")
_BEGINS_ANOTHER = re.compile(r"(?i)\d.*\b(?:regulations?|regs?|r)\.?$")
_ASKS = re.compile(
    r"(?i)\b(?:is|are|the|this|service|services|they|it|cqc|key|questions?|domains?|kloes?|kq|quality|statements?)\b|\?"
)
_SAYS_NOTHING = re.compile(
    r"(?i)\b(?:cqc|or|key|questions?|domains?|quality|statements?|regulations?|regs?|breach(?:es)?|of|the|and|n/?a|none|in)\b"
)
