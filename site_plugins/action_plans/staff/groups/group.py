"""All that is told of a group of plans, and all that it is told from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from action_plans.exchange.calendar import CalendarEntry
from action_plans.exchange.mending.blocks import Mending
from action_plans.family.approvals import Approval
from action_plans.frameworks.framework import Framework
from action_plans.history.plan_history import PlanHistory
from action_plans.history.provenance import Provenance
from action_plans.keeping.fingerprint import DECIDED_BY
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Code, Problem
from action_plans.notes.attachments import Attached
from action_plans.notes.note_contents import NoteContent
from action_plans.project.templates import Templates
from action_plans.reading.yaml.file_text import decode
from action_plans.staff.context import PageContext
from action_plans.staff.page import Asset, HeldPage
from action_plans.tracing.conclusions import Conclusions, concluding
from action_plans.tracing.extent import Extent
from action_plans.tracing.tracer import trace


@dataclass(frozen=True)
class Group:
    """Everything that the pages of a group of plans are made from, but the templates: they can read nothing else.

    Its `fingerprint` is the name under which its pages are kept, so every field counts in it, itself or by the field
    that decides it.

    Attributes:
        portfolio: its plans, services and notes.
        today: the day as at which all is told.
        frameworks: those that the project adds, by id.
        extent: that of the whole project.
        concluded: what the whole concludes of its actions and findings.
        site_name: the name of the site.
        checks_off: the checks that the project has turned off.
        problems: those that are about something in it, or in one of its files.
        approvals: the words for families in it, as a role reads them.
        contents: what its notes hold, by path; `attached` and `linked` decide it: the sums of what is published with
            them, and a sum of the paths of all notes, where links in an account may lead to one.
        provenance: what git knows of what is in it.
        histories: the earlier versions of its plans, by id; `past` decides them, a sum of what git was asked and
            said.
        files: what its files hold, by path, for the blocks to paste; None where none are offered.
    """

    portfolio: Portfolio
    today: date
    frameworks: Mapping[str, Framework]
    extent: Extent
    concluded: Conclusions
    site_name: str
    checks_off: tuple[Code, ...]
    problems: tuple[Problem, ...]
    approvals: tuple[Approval, ...]
    contents: Mapping[str, NoteContent] = field(metadata={DECIDED_BY: "attached, linked"})
    attached: tuple[tuple[str, tuple[Attached, ...]], ...]
    linked: str
    provenance: Provenance
    histories: Mapping[str, PlanHistory] = field(metadata={DECIDED_BY: "past"})
    past: str
    files: Mapping[str, bytes] | None

    def context(self, templates: Templates) -> PageContext:
        """Return what its pages are made from."""
        traced = concluding(trace(self.portfolio, self.today, self.frameworks, self.extent), self.concluded)
        mending = Mending(traced, self.problems, self._text) if self.files is not None else None
        return PageContext(
            traced, self.problems, templates, self.site_name, self.provenance, self.checks_off, (), self.histories,
            mending,
        )  # fmt: skip

    def _text(self, path: str) -> str | None:
        return text_of((self.files or {}).get(path), path)


def text_of(content: bytes | None, path: str) -> str | None:
    """Return the text of a file as reading decoded it; nothing where there is none, or it cannot be decoded."""
    text = decode(content, path) if content is not None else None
    return text if isinstance(text, str) else None


@dataclass(frozen=True, slots=True)
class Told:
    """The pages of a group of plans by where they stand among those of the whole site, and its files, put aside.

    `due` is what stands in the calendars of its roles, by the parts of their addresses.
    """

    pages: Mapping[str, tuple[HeldPage, ...]]
    files: tuple[Asset, ...]
    due: Mapping[str, tuple[CalendarEntry, ...]]
