"""Every action of a plan that is to be done, by date; and by role, state, finding and month, each a short list."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.english.wording import agreeing, counted, day, late_by, listed, sentence
from action_plans.model.action import Priority, Timescale
from action_plans.model.plan import Plan
from action_plans.model.record import slug
from action_plans.model.reference import anchor_of
from action_plans.model.when import month_in_words
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.filters import Facet, Filters, in_order, one_value
from action_plans.staff.plan_menu import ACTIONS_PAGE, ACTIONS_TITLE
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.addresses import FILTERS, plan_address
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class ActionRow:
    """An action: each of `owner`, `state` and `month` is a link to the short list that it stands in, as are `findings`.

    `moved` says the date first given, where there is another; `waits` what it waits for.
    """

    anchor: str
    link: Link
    tag: Tag
    state: str
    owner: Link
    findings: tuple[Link, ...]
    day: str
    late: str
    moved: str
    month: str
    done_when: str
    waits: tuple[Link, ...]
    facets: Mapping[str, Facet]


@dataclass(frozen=True, slots=True)
class ShortList:
    """The actions that have one thing in common; `link` leads to all about that, where it has a page.

    `short` is what the line of links calls it: an objective, which is a long sentence, by its reference alone.
    """

    anchor: str
    title: str
    short: str
    link: Link | None
    rows: tuple[ActionRow, ...]


@dataclass(frozen=True, slots=True)
class ShortLists:
    """The short lists of one kind: by role, by state, by finding, by month."""

    title: str
    lists: tuple[ShortList, ...]


def is_to_be_done(action: TracedAction) -> bool:
    """Whether an action stands on the page: it is open, or was closed and has slipped."""
    return action.is_open or action.condition is Condition.SLIPPED


def actions_page(context: PageContext, plan: Plan) -> Page:
    """Return the page. Cost: linear in the actions, apart from sorting."""
    here = context.at(plan_address(plan, ACTIONS_PAGE), plan)
    actions = sorted(filter(is_to_be_done, context.trace.actions_of(plan)), key=_by_date)
    rows = tuple(_row(here, action) for action in actions)
    lede = _lede(actions)
    html = here.render(
        "staff/actions.html.j2",
        head=here.head(ACTIONS_TITLE, plan.title, lede=lede),
        rows=rows,
        filters=_FILTERS.over(row.facets for row in rows),
        lists=tuple(one for one in _short_lists(here, actions, rows) if one.lists),
        has_findings=any(row.findings for row in rows),
        has_done_when=any(row.done_when for row in rows),
    )
    title = f"{ACTIONS_TITLE} of plan {plan.id}"
    return Page(
        address=here.address,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", title, lede),),
        source=plan.path,
        under=context.plan_word,
        reference=f"{plan.id} · {ACTIONS_TITLE}",
        script=FILTERS,
    )


def _by_date(action: TracedAction) -> tuple[bool, int]:
    return action.condition is not Condition.SLIPPED, action.due.last.toordinal()


def _row(here: Here, action: TracedAction) -> ActionRow:
    trace, record = here.context.trace, action.record
    people = trace.people[action.plan.id]
    owner, part = people.title(record.owner), _role_part(here, action)
    is_late = action.condition is Condition.OVERDUE
    tag = state_tag(action)
    facets: dict[str, Facet] = {
        "role": {part: owner},
        "state": {tag.kind: tag.word},
        "finding": {_part(here, ref): _called(here, ref) for ref in action.findings},
        "objective": {_part(here, ref): _called(here, ref) for ref in action.objectives},
        "month": {action.due.last.strftime("%Y-%m"): month_in_words(action.due.last)},
        "priority": one_value(record.priority, record.priority.label if record.priority else "", "Not said"),
        "timescale": one_value(record.timescale, record.timescale.label if record.timescale else "", "Not said"),
    }
    first = record.due
    return ActionRow(
        anchor=record.id.lower(),
        link=here.link(action.ref),
        tag=tag,
        state=f"#_state-{tag.kind}",
        owner=Link("", owner, f"#_role-{part}"),
        findings=(
            *(_listed(here, ref, "finding") for ref in action.findings),
            *(_listed(here, ref, "objective") for ref in action.objectives),
        ),
        day=day(action.due),
        late=late_by(action.due.last, trace.today) if is_late else _slipped(action),
        moved=f"first {day(first)}" if record.revised else "",
        month=f"#_month-{next(iter(facets['month']))}",
        done_when=record.done_when or "",
        waits=here.links(action.holding_up),
        facets=facets,
    )


def _role_part(here: Here, action: TracedAction) -> str:
    """Return what the owner of an action is called in addresses."""
    trace = here.context.trace
    roles = trace.service_roles[trace.service_of[action.plan.id].id.casefold()]
    role = roles.role(action.plan, action.record.owner)
    return role.part if role is not None else slug(action.record.owner) or "role"


def _slipped(action: TracedAction) -> str:
    return f"slipped {day(action.results[0].when)}" if action.condition is Condition.SLIPPED and action.results else ""


def _called(here: Here, ref: str) -> str:
    link = here.link(ref)
    return f"{link.ref} {link.title}"


def _listed(here: Here, ref: str, kind: str) -> Link:
    link = here.link(ref)
    return Link(link.ref, link.title, f"#_{kind}-{_part(here, ref)}")


def _part(here: Here, ref: str) -> str:
    return anchor_of(here.link(ref).ref)


def _short_lists(here: Here, actions: Iterable[TracedAction], rows: tuple[ActionRow, ...]) -> Iterator[ShortLists]:
    plan = here.plan
    assert plan is not None  # noqa: S101 -- the page is a plan's
    owners = {_role_part(here, action): action.record.owner for action in actions}
    refs = {_part(here, ref): ref for action in actions for ref in (*action.findings, *action.objectives)}
    yield _lists("By role", "role", rows, lambda part: here.role(plan, owners[part]))
    yield _lists("By state", "state", rows, lambda _: None)
    yield _lists("By finding", "finding", rows, lambda part: here.link(refs[part]))
    yield _lists("By objective", "objective", rows, lambda part: here.link(refs[part]))
    yield _lists("By month", "month", rows, lambda _: None)


def _lists(title: str, name: str, rows: tuple[ActionRow, ...], link: Callable[[str], Link | None]) -> ShortLists:
    """Return the short lists of one kind, states the gravest first, the rest in the order of their words or dates."""
    found: dict[str, list[ActionRow]] = {}
    words: dict[str, str] = {}
    for row in rows:
        for value, said in row.facets[name].items():
            found.setdefault(value, []).append(row)
            words[value] = said
    return ShortLists(
        title,
        tuple(
            ShortList(f"_{name}-{value}", words[value], _short(name, words[value]), link(value), tuple(several))
            for value, several in sorted(found.items(), key=lambda pair: _order(name, pair[0], words[pair[0]]))
        ),
    )


def _order(name: str, value: str, words: str) -> tuple[object, ...]:
    if name == "month":
        return (value,)
    if name == "state":
        return (_FILTERS.orders["state"].index(value),)
    return in_order(words)


def _short(name: str, words: str) -> str:
    return words.partition(" ")[0] if name == "objective" else words


_FILTERS = Filters(
    {
        "role": "Role",
        "state": "State",
        "finding": "Finding",
        "objective": "Objective",
        "month": "Month",
        "priority": "Priority",
        "timescale": "Timescale",
    },
    {
        "state": tuple(condition.value for condition in Condition),
        "priority": tuple(Priority),
        "timescale": tuple(Timescale),
    },
    frozenset({"finding", "objective"}),
    frozenset({"month"}),
)


def _lede(actions: list[TracedAction]) -> str:
    if not actions:
        return "No action is open."
    slipped = sum(action.condition is Condition.SLIPPED for action in actions)
    still_open = len(actions) - slipped
    late = sum(action.condition is Condition.OVERDUE for action in actions)
    said = []
    if still_open:
        said.append(f"{counted(still_open, 'action')} {'is' if still_open == 1 else 'are'} open")
    if late:
        said.append(f"{agreeing(late, 'of them is late', 'of them are late')}")
    words = sentence(listed(said)) if said else ""
    if slipped:
        words += " " + sentence(agreeing(slipped, "was closed and has slipped", "were closed and have slipped"))
    return words.strip()
