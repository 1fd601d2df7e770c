"""How a plan went on: what changed, version by version; progress over time; and earlier versions, to be read."""

from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.english.wording import counted, day, sentence
from action_plans.history.plan_history import PlanHistory, StoodPlan
from action_plans.history.readable_versions import MOST, Readable, readable_versions
from action_plans.history.version_values import WHOLE
from action_plans.model.plan import Plan
from action_plans.model.reflection import field_names
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb
from action_plans.staff.parts.progress import progress
from action_plans.staff.parts.provenance_words import why_no_dates
from action_plans.staff.parts.said_words import Said, label, said_in
from action_plans.staff.parts.version_rows import choices, more_words, version_rows
from action_plans.tracing.addresses import plan_address


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an earlier version: its heading, and what each thing in it said. The plan itself has no reference."""

    title: str
    items: tuple[tuple[str, str, tuple[Said, ...]], ...]


def history_pages(context: PageContext, plan: Plan) -> Iterator[Page]:
    """Yield the page of how a plan went on, then a page for each earlier version that people ask for."""
    history = context.histories.get(plan.id)
    readable = readable_versions(history, plan, context.trace.today) if history is not None else ()
    yield _history(context, plan, history, readable)
    if history is not None:
        for one in readable:
            stood = history.stood_at(one.commit.name)
            if stood is not None:
                yield _earlier(context, plan, one, stood)


def _history(context: PageContext, plan: Plan, history: PlanHistory | None, readable: tuple[Readable, ...]) -> Page:
    here = context.at(plan_address(plan, "history"), plan)
    rows, left = version_rows(here, plan, history, readable)
    shown = choices(here, plan, rows) if rows else ()
    html = here.render(
        "staff/history.html.j2",
        head=here.head("How the plan went on", ref=plan.id, crumb="History", lede=_lede(here, history)),
        progress=progress(here, plan),
        rows=rows,
        choices=shown,
        opens=next((one.mark for one in shown if one.count), "all"),
        more=more_words(left),
        readable=tuple(
            (day(one.commit.day), one.name, sentence("; ".join(one.reasons)), here.to(_address(plan, one)))
            for one in readable
        ),
        most=MOST,
    )
    title = f"{plan.id} History"
    words = "history, what changed, earlier versions, progress over time, how long findings have stood open"
    return Page(
        here.address, title, html, anchors_in(html), (SearchEntry("", title, words),), plan.path,
        under=context.plan_word, reference=plan.id,
    )  # fmt: skip


def _lede(here: Here, history: PlanHistory | None) -> str:
    if history is None:
        return why_no_dates(here) or "Earlier versions are not known here: the files are in no git repository."
    count = len(history.versions)
    older = " There were older ones, which are not read." if history.is_older else ""
    return sentence(f"{counted(count, 'version')} of this plan {'is' if count == 1 else 'are'} recorded") + older


def _address(plan: Plan, one: Readable) -> str:
    return f"{plan_address(plan, 'history')}{one.name}/"


def _earlier(context: PageContext, plan: Plan, one: Readable, stood: StoodPlan) -> Page:
    """Return the plan as an earlier version had it: words only, marked as earlier on screen and on paper."""
    here = context.at(_address(plan, one), plan)
    on = day(stood.commit.day)
    title = f"{plan.id} as it stood on {on}"
    whole = stood.values.get(WHOLE, {})
    html = here.render(
        "staff/earlier.html.j2",
        head=here.head(
            title, f"Earlier version {one.name}", ref=plan.id, crumb=f"As on {on}",
            lede=sentence("; ".join(one.reasons)),
            above=(Crumb("History", here.to(plan_address(plan, "history"))),),
        ),
        on=on,
        back=here.to(plan_address(plan)),
        doubtful=stood.commit.is_doubtful,
        is_complete=stood.is_complete,
        sections=(
            Section("The plan", (("", str(whole.get("title", plan.title)), said_in(Plan, whole, here.who)),)),
            *_sections(here, stood),
        ),
    )  # fmt: skip
    reference = f"{plan.id} as on {on}, not today's plan"
    return Page(
        here.address, f"{title} (earlier version)", html, anchors_in(html), (), plan.path,
        under=context.plan_word, reference=reference,
    )  # fmt: skip


def _sections(here: Here, stood: StoodPlan) -> Iterator[Section]:
    """Yield the lists of a plan, in the order of the reference, each with its items as they were written."""
    for name, field in field_names(Plan).items():
        items = [item for item, held in stood.lists.items() if held == name]
        if items:
            record = field.records[0]
            told = ((stood.values[item], said_in(record, stood.values[item], here.who)) for item in items)
            yield Section(
                label(name),
                tuple((str(values.get("id", "")), str(values.get("title", "")), said) for values, said in told),
            )
