"""Plan health: whether a plan, its findings and objectives are made in a way that can work. Today plays no part."""

import re
from collections.abc import Iterator

from action_plans.checking.unread import Unread
from action_plans.english.saying_nothing import says_nothing
from action_plans.english.wording import listed
from action_plans.model.action import Action, Priority
from action_plans.model.finding import FindingKind
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.tracing.trace import Trace


def one_day(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP221: plans of which every action that is not stopped is due on one day, unless a regulator set that day."""
    for plan in trace.portfolio.plans:
        live = _live(trace, plan)
        days = {action.effective_due for action in live}
        if len(live) < _FEW or len(days) > 1 or unread.lacks(plan, "actions"):
            continue
        (due,) = days
        if any(due == source.comply_by for source in plan.sources):
            continue
        message = f"All {len(live)} actions are due on one day, {due}: nothing comes first."
        hint = "Give what keeps people safe an earlier date, as in `due: 2026-05-29`, and say `timescale: short-term`."
        yield Problem(Code.ONE_DAY, message, live[0].due_origin, hint, plan.ref)


def all_high(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP222: plans of which every action that is not stopped has high priority."""
    for plan in trace.portfolio.plans:
        live = _live(trace, plan)
        if len(live) < _FEW or unread.lacks(plan, "actions"):
            continue
        if all(action.priority is Priority.HIGH for action in live):
            message = f"All {len(live)} actions have high priority: nobody can tell what to do first."
            hint = "Keep it for what keeps people safe now; of the rest write `priority: medium` or `priority: low`."
            yield Problem(Code.ALL_HIGH, message, live[0].at("priority"), hint, plan.ref)


def swelling(trace: Trace) -> Iterator[Problem]:
    """AP223: findings with too many actions, actions with too many tasks, texts that nobody reads to their end."""
    for ref, finding in trace.findings.items():
        if len(finding.actions) > _MANY:
            message = f"{finding.record.id} has {len(finding.actions)} actions: too many to be kept in view."
            hint = "Join those that are steps of one: name the steps in its `tasks`, as `{what: .., who: .., by: ..}`."
            yield Problem(Code.SWELLS, message, finding.record.at("id"), hint, ref)
    for ref, action in trace.actions.items():
        record = action.record
        if len(record.tasks) > _MANY:
            message = f"{record.id} has {len(record.tasks)} tasks: that is a plan within the plan."
            hint = "Make two or three actions of it, joined by `depends_on`, or keep the list elsewhere and name it."
            yield Problem(Code.SWELLS, message, record.at("tasks"), hint, ref)
        yield from _long(record, ref, record.id, ("description", "done_when"))
    for plan in trace.portfolio.plans:
        yield from _long(plan, plan.ref, "The plan", ("summary",))


def training_alone(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP330: findings for which nothing is done but training, unless they are about training."""
    for ref, finding in trace.findings.items():
        actions = [trace.actions[other] for other in finding.actions]
        if not actions or unread.has_plans or unread.lacks(finding.plan, "actions"):
            continue
        if _TRAINING.search(finding.record.title) or not all(_is_training(action.record) for action in actions):
            continue
        names = listed(action.record.id if action.plan.id == finding.plan.id else action.ref for action in actions)
        message = f"{finding.record.id} is answered by training alone ({names}): knowing it is not yet doing it."
        hint = (
            "Add an action that changes how the work is done or looks at it: "
            f"`{{id: .., title: Watch each person do it once, for: {finding.record.id}, owner: .., due: ..}}`."
        )
        yield Problem(Code.TRAINING_ALONE, message, finding.record.at("title"), hint, ref)


def without_root_cause(trace: Trace) -> Iterator[Problem]:
    """AP334: breaches of which nobody has said why they happened."""
    for ref, finding in trace.findings.items():
        record = finding.record
        if record.kind is FindingKind.BREACH and says_nothing(record.root_cause):
            message = f"{record.id} is a breach and does not say why it happened: what is not understood comes back."
            hint = "Ask why until it is something you can change: `root_cause: Nobody watched practice after training`."
            place = record.at("kind" if record.root_cause is None else "root_cause")
            yield Problem(Code.NO_ROOT_CAUSE, message, place, hint, ref)


def unmeasured(trace: Trace) -> Iterator[Problem]:
    """AP339: objectives that name no measure."""
    for plan in trace.portfolio.plans:
        for objective in plan.objectives:
            if not objective.measures:
                message = f"{objective.id} names no measure: nobody will be able to show that it was reached."
                measure = plan.measures[0].id if plan.measures else "M1"
                hint = f"Name the measure that shows it: `measures: {measure}`."
                ref = Ref.to(plan.id, objective.id)
                yield Problem(Code.UNMEASURED, message, objective.at("statement"), hint, ref)


_FEW = 4
"""Actions from which on one day, or one priority, for all of them says something: three may well be alike."""

_MANY = 10
"""More actions for a finding, or tasks of an action, are too many. In real plans that were read (a home of six, one
of 75, a trust with 88 actions) the most are three for a finding; the example has five, and seven tasks. An inspector
takes each line of a plan and looks at five to ten records for it, which nobody can do for more lines than that."""

_WORDS = {"summary": 250, "description": 200, "done_when": 100}
"""Words from which on a text is too long: half a printed page, about 250 words, for what leads a whole plan, less below
it. The guidance asks that a plan is not too detailed; the longest in real plans that were read have 47 and 20."""

_TRAINING = re.compile(
    r"\b(?:re-?)?train(?:ed|ing|s)?\b|\be-?learning\b|\brefreshers?\b|\bworkshops?\b|\bcourses?\b"
    r"|\bcompetenc(?:e|y|ies)\b|\bskills?\b|\binduction\b",
    re.IGNORECASE,
)
"""What a finding about training is about, and what training is called."""

_TAUGHT = re.compile(
    r"^(?:(?:all|every|each|the|any)\b.*?\b(?:to|will|must) )?(?:be |have |re-?)?"
    r"(?:train(?:ed|ing)?\b|educate\b|teach\b|(?:e-?learning|refreshers?|workshops?|courses?)\b)"
    r"|\b(?:training|e-?learning|refreshers?|workshops?|toolbox talks?|(?:training|refresher) (?:days?|sessions?))"
    r"(?: (?:for|on|in|to|about|with|by)\b.*|\W*)$"
    r"|^(?:arrange|attend|book|buy|commission|complete|deliver|give|hold|organi[sz]e|provide|put on|repeat|roll out"
    r"|run|schedule|send|source)\b.*\b(?:training|e-?learning|refreshers?|workshops?|courses?)\b",
    re.IGNORECASE,
)
"""A title of which training is what is done, not what is looked at: “Train all staff”, “Refresher for seniors”."""

_LINE = 200
"""Characters of a title that are looked at: a line; a longer one is a problem of its own."""

_PRACTICE = re.compile(
    r"\b(?:audit|check|competen|count|drill|observ|practi[cs]e|sampl|shadow|spot|supervis|watch|walk)\w*"
    r"|\bseen (?:to|on|in)\b",
    re.IGNORECASE,
)
"""Words by which an action also looks at what people do."""

_RULE = re.compile(r"\b(?:without|until|unless)\b", re.IGNORECASE)
"""Words by which a title says what may not be done, such as “Nobody gives medicines without training”."""


def _live(trace: Trace, plan: Plan) -> list[Action]:
    """Return the actions that are not stopped by what is written, whatever day it is."""
    return [action.written for action in trace.actions_of(plan) if action.written.stopped is None]


def _is_training(action: Action) -> bool:
    if _RULE.search(action.title) is not None:
        return False
    said = (action.title, action.description, action.done_when, *(task.what for task in action.tasks))
    words = " ".join(filter(None, said))
    return _TAUGHT.search(action.title[:_LINE]) is not None and _PRACTICE.search(words) is None


def _long(record: Record, ref: str, called: str, names: tuple[str, ...]) -> Iterator[Problem]:
    for name in names:
        text = getattr(record, name)
        if text is not None and (words := len(text.split())) > _WORDS[name]:
            message = f"{called} has {words} words in `{name}`: at a meeting nobody reads more than {_WORDS[name]}."
            hint = "Say what matters in a few sentences; the rest can be an evidence note, or stand in `note`."
            yield Problem(Code.SWELLS, message, record.at(name), hint, ref)
