"""An assessment framework: key questions, and what stands under each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from action_plans.frameworks.matching import closest_names, comparable


@dataclass(frozen=True, slots=True, order=True)
class FrameworkQuestion:
    """A key question as one framework calls it, such as `safe`: Safe."""

    slug: str
    title: str


@dataclass(frozen=True, slots=True, order=True)
class Statement:
    """A quality statement or key line of enquiry.

    Attributes:
        framework: the id of its framework, such as `saf-2023`.
        slug: its short name, unique in the framework, such as `learning-culture`.
        title: its name as CQC writes it.
        key_question: the slug of the key question that it stands under.
    """

    framework: str
    slug: str
    title: str
    key_question: str

    @property
    def ref(self) -> str:
        """How it is cited where a plan uses several frameworks: `saf-2023/learning-culture`."""
        return f"{self.framework}/{self.slug}"


@dataclass(frozen=True)
class Framework:
    """A version of an assessment framework, in the order in which it is published.

    Attributes:
        id: its short name, such as `saf-2023`.
        title: its name.
        version: which version it is, in words; empty where nobody said.
        draft: whether it is a draft, which pages must say.
        source: where its names were read, in words.
        read_on: the day on which they were read, as `2026-11-23`; empty where nobody said.
        unverified: what of it was not checked against its source, in words; empty where all was.
        key_questions: its key questions.
        statements: everything under them, key question by key question.
    """

    id: str
    title: str
    version: str
    draft: bool
    source: str
    read_on: str
    unverified: str
    key_questions: tuple[FrameworkQuestion, ...]
    statements: tuple[Statement, ...]

    def find_statement(self, text: str) -> Statement | None:
        """Return the statement of this title or slug, whatever its case, dashes and commas; `ID/slug` is read too."""
        before, slash, after = text.partition("/")
        if slash and comparable(before) == comparable(self.id):
            return self._statements_by_words.get(comparable(after))
        return self._statements_by_words.get(comparable(text))

    def statements_under(self, key_question: str) -> tuple[Statement, ...]:
        """Return the statements under the key question of this slug, in published order."""
        return tuple(one for one in self.statements if one.key_question == key_question)

    def closest(self, text: str) -> list[str]:
        """Return up to three titles that may be meant, the likeliest first."""
        return closest_names(text, (one.title for one in self.statements))

    @cached_property
    def _statements_by_words(self) -> Mapping[str, Statement]:
        by_slug = {comparable(one.slug): one for one in self.statements}
        return by_slug | {comparable(one.title): one for one in self.statements}
