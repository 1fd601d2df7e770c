"""What the guidance asks of an improvement plan, point by point: its fields, and the page that shows it.

Source: Skills for Care, "Developing an improvement action plan".
"""

from dataclasses import dataclass

from action_plans.model.record import slug
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.tracing.addresses import HELP, PEOPLE, plan_address


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the guidance: its words, the fields as `Record.field`, and the page, of a plan if it begins with /.

    The page's name is that of its address: `/measures`; `/` is the plan's own, `people/` a page beside the plans.
    """

    words: str
    fields: tuple[str, ...]
    page: str
    title: str


POINTS = (
    Point(
        "Objectives that are specific, measurable, attainable, relevant and timely, and what result they bring",
        (
            "Objective.statement",
            "Objective.measures",
            "Objective.attainable",
            "Objective.due",
            "Objective.expected_result",
        ),
        "/objectives",
        "Objectives",
    ),
    Point("What is in scope, and what was added later and why", ("Plan.scope", "Scope.changes"), "/", "The plan"),
    Point(
        "How it serves the organisation's own objectives",
        ("Plan.organisational_objectives", "Objective.aligns_with"),
        "/objectives",
        "Objectives",
    ),
    Point(
        "Realistic dates, against the next assessment; the first and the later ones",
        ("Plan.next_assessment", "Action.due", "Action.revised"),
        "/timeline",
        "Timeline",
    ),
    Point("Milestones", ("Plan.milestones", "Action.milestone"), "/timeline", "Timeline"),
    Point("Quick wins and long-term work apart", ("Action.timescale",), "/timeline", "Timeline"),
    Point(
        "A reference for everything, never used again", ("Finding.id", "Action.id"), "/matrix", "From finding to proof"
    ),
    Point(
        "Risks, what reduces them, and what to do if they happen",
        ("Plan.risks", "Risk.mitigation", "Risk.contingency", "Risk.residual"),
        "/risks",
        "Risks",
    ),
    Point(
        "Tasks given to others: who, what outcome, how and to whom to report",
        ("Action.tasks", "Task.outcome", "Task.report_to", "Task.report_how"),
        "people/",
        "People",
    ),
    Point(
        "A starting figure for every area, targets and readings",
        ("Measure.baseline", "Measure.targets", "Measure.readings"),
        "/measures",
        "Measures",
    ),
    Point("A process flow", ("Action.depends_on",), "/flow", "Process flow"),
    Point(
        "Every finding mapped to its actions, and what is missing", ("Action.for",), "/matrix", "From finding to proof"
    ),
    Point("Not too detailed: one page first", ("Plan.summary",), "/", "The plan"),
    Point("An author, and somebody who records evidence", ("Plan.author", "Plan.evidence_lead"), "/", "The plan"),
    Point(
        "Somebody who leads, somebody who stands in, and a rhythm",
        ("Plan.lead", "Plan.deputy", "Plan.review_every", "Plan.next_review"),
        "/",
        "The plan",
    ),
    Point(
        "A plan for telling people: who, what, how it affects them, how and when",
        ("Plan.communications", "Communication.effect"),
        "/communications",
        "Communications",
    ),
    Point(
        "A version for people, families and advocates",
        ("Plan.family", "Finding.family", "Action.family"),
        "/family",
        "Read before you approve",
    ),
    Point("Small tests before large changes", ("Action.pilots",), "/learning", "Learning"),
    Point(
        "News at regular times, and a plan that is not forgotten",
        ("Action.updates", "Plan.review_every"),
        "/actions",
        "Actions",
    ),
    Point(
        "Earlier versions kept and readable, what changed, who approved",
        ("Plan.version", "Plan.approvals"),
        "/history",
        "History",
    ),
    Point(
        "Other formats for those who need them",
        ("Service family.formats", "Service family.languages"),
        "/family",
        "Read before you approve",
    ),
    Point("Open or closed, in a column", ("Action.status", "Action.closed_on"), "/actions", "Actions"),
    Point(
        "Closed actions apart, with what is different, what was learned and what was difficult",
        ("Action.different_now", "Action.lessons", "Action.issues", "Action.signoffs"),
        "/closed",
        "Closed",
    ),
    Point(
        "The same measured in the same way, and areas compared",
        ("Measure.method", "Measure.area", "Measure.compare_as"),
        "/measures",
        "Measures",
    ),
    Point(
        "Did it work? Objectives looked at again, against the figures",
        ("Objective.reviews",),
        "/objectives",
        "Objectives",
    ),
    Point(
        "Changed where it has to be: replaced or withdrawn, with the reason",
        ("Action.stopped", "Stopped.instead"),
        "/closed",
        "Closed",
    ),
    Point(
        "What people said of the plan, and what it changed",
        ("Plan.feedback", "Feedback.response", "Feedback.changed"),
        "/learning",
        "Learning",
    ),
    Point("Thanks to those who did it", ("Plan.recognition",), "/learning", "Learning"),
)


@dataclass(frozen=True, slots=True)
class PointView:
    """A point as the page shows it: its number, words, its fields as links, and its page, linked where filled."""

    number: int
    words: str
    fields: tuple[Link, ...]
    page: Link


def guidance_page(context: PageContext) -> Page:
    """Return the table of the guidance's points; the pages are those of the first plan that there is."""
    here = context.at(f"{HELP}guidance/")
    title = "What the guidance asks"
    lede = "The points of Skills for Care's guidance on improvement plans: where each is written, and where it is read."
    html = here.render(
        "staff/guidance.html.j2",
        head=here.head(title, lede=lede, above=(Crumb("Help", here.to(HELP)),)),
        points=tuple(_view(here, number, point) for number, point in enumerate(POINTS, 1)),
    )
    entry = SearchEntry("", title, " ".join(point.words for point in POINTS))
    return Page(here.address, title, html, anchors_in(html), (entry,), under="Help")


def address_of(context: PageContext, point: Point) -> str | None:
    """Return the address of the page that shows a point, of the first plan; None where nothing fills that page."""
    if not point.page.startswith("/"):
        return PEOPLE
    if not context.plans:
        return None
    plan, page = context.plans[0], point.page.removeprefix("/")
    is_filled = not page or any(entry.page == page for entry in context.menu(plan))
    return plan_address(plan, page) if is_filled else None


def _view(here: Here, number: int, point: Point) -> PointView:
    fields = tuple(Link("", name, here.to(f"{HELP}fields/#{_anchor(name)}")) for name in point.fields)
    there = address_of(here.context, point)
    return PointView(number, point.words, fields, Link("", point.title, here.to(there) if there else ""))


def _anchor(name: str) -> str:
    """Return where the page of every field explains one."""
    record, _, field = name.partition(".")
    return f"{slug(record)}.{field}"
