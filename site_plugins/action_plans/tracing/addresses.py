"""Where everything stands in the staff edition. Ids in lower case; an address, once given, never changes."""

import posixpath
import unicodedata
from collections.abc import Mapping

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.record import is_reserved, slug
from action_plans.model.reference import Kind
from action_plans.model.service import Service
from action_plans.model.source import Source
from action_plans.tracing.references import Node

HOME = ""
PLANS = "plans/"
PEOPLE = "people/"
SERVICES = "services/"
BY_KEY_QUESTION = "by-key-question/"
BY_REGULATION = "by-regulation/"
EVIDENCE = "evidence/"
BOARD = "board/"
PROBLEMS = "problems/"
HELP = "help/"
TRAIL = "trail.json"
CALENDAR = "due.ics"
STYLESHEET = "assets/staff.css"
FILTERS = "assets/filters.js"
"""These two lie under names that say what is in them besides (`assets/staff.3fa9c41b07.css`)."""

MOST_CHARTS = 60
"""How many run charts the page of a plan's measures holds; of more, each has a page of its own."""


def plan_address(plan: Plan, page: str = "") -> str:
    """Return the address of a plan, or of one of its pages, such as `matrix`."""
    return f"plans/{plan.id.lower()}/{page}{'/' if page else ''}"


def sent_address(plan: Plan, source: Source) -> str:
    """Return the address of CQC's form as it was sent in answer to a source."""
    return plan_address(plan, f"report-on-actions/{source.id.lower()}")


def service_address(service: Service, page: str = "") -> str:
    """Return the address of a service, or of one of its pages, such as `by-key-question`."""
    return f"{SERVICES}{service.id.lower()}/{page}{'/' if page else ''}"


def chart_address(plan: Plan, measure: str) -> str:
    """Return the address of a measure's own page, which it has where its plan has many, by its id in the plan."""
    return f"{plan_address(plan, 'measures')}{measure.lower()}/"


def people_address(service: Service | None = None, role: str = "") -> str:
    """Return the address of who does what: over all services, or at one; or of a role there, by its part."""
    own = service_address(service, "people") if service is not None else PEOPLE
    return f"{own}{role}{'/' if role else ''}"


def part_address(address: str, number: int) -> str:
    """Return the address of a part of a page that is too long for one: the page's own for the first, else `matrix_2/`.

    It lies beside the page, so that links from both are alike. No id, and no name of ours, holds an underscore.
    """
    return address if number == 1 else f"{address.rstrip('/') or 'today'}_{number}/"


def first_address(address: str) -> str:
    """Return the address of the first part of what a page is a part of; its own where it is none."""
    before, _, number = address.rstrip("/").rpartition("_")
    return f"{before}/" if before and number.isdecimal() else address


def note_address(note: EvidenceNote) -> str:
    """Return the address of an evidence note: its path under the folder of all notes, without its ending."""
    *folders, name = note.steps
    return EVIDENCE + "".join(f"{address_part(part)}/" for part in (*folders, posixpath.splitext(name)[0]))


def attachment_address(note: EvidenceNote, file: str) -> str:
    """Return the address of a file that a note publishes: beside its page, without accents, capitals or spaces.

    Its ending stays, since it says what kind of file it is.
    """
    stem, ending = posixpath.splitext(posixpath.basename(file))
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    return f"{note_address(note)}{address_part(plain.replace('_', '-'), 'file')}{ending.lower()}"


def address_part(name: str, otherwise: str = "unnamed") -> str:
    """Return the part of an address that a file or folder has by its name; `otherwise` for one of signs only.

    Names that differ only in case, in the signs between words, or in how an accent is written have one part. A name
    that Windows keeps for itself has a hyphen behind it.
    """
    part = slug(unicodedata.normalize("NFC", name)) or otherwise
    return f"{part}-" if is_reserved(part) else part


def addresses(nodes: Mapping[str, Node]) -> dict[str, str]:
    """Return where each thing is shown, by its reference; with `#anchor` where it has no page of its own.

    `nodes` are those of a trace: a line of evidence comes after the finding or action that it is written on.
    """
    found: dict[str, str] = {}
    for ref, node in nodes.items():
        if isinstance(node.record, EvidenceNote):
            found[ref] = note_address(node.record)
        elif node.kind is Kind.EVIDENCE:
            owner, _, line = ref.rpartition("/")
            found[ref] = f"{found[owner]}#{line}"
        else:
            assert node.plan is not None  # noqa: S101 -- only notes stand outside plans
            found[ref] = _in_plan(node, node.plan)
    return found


def relative(here: str, there: str) -> str:
    """Return the link from the page at `here` to `there`, both relative to the site's root; anchors kept.

    It climbs to the root first, so that it holds whatever folder the site is served from, and names the file of a
    page, since a browser that opens a site from disk would show the folder.
    """
    address, mark, anchor = there.partition("#")
    return f"{'../' * here.count('/')}{file_at(address)}{mark}{anchor}"


def file_at(address: str) -> str:
    """Return the file that an address leads to: `plans/oak/` -> `plans/oak/index.html`, `trail.json` -> itself."""
    return address if address and not address.endswith("/") else f"{address}index.html"


_FOLDERS = {Kind.FINDING: "findings", Kind.ACTION: "actions"}
_LISTS = {Kind.MEASURE: "measures", Kind.OBJECTIVE: "objectives", Kind.RISK: "risks"}
"""The page of a plan on which things of a kind stand, each at its anchor; the plan's own for others."""


def _in_plan(node: Node, plan: Plan) -> str:
    own = node.short.lower()
    if node.kind is Kind.PLAN:
        return plan_address(plan)
    if node.kind in _FOLDERS:
        return f"{plan_address(plan)}{_FOLDERS[node.kind]}/{own}/"
    return f"{plan_address(plan, _LISTS.get(node.kind, ''))}#{own}"
