"""What a column of somebody's sheet means, by the name that services give it."""

import re
from enum import StrEnum, unique

from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.reading.records.other_names import field_meant


@unique
class Meaning(StrEnum):
    """What a column holds. The values are what a map of columns says, most of them names of the model's fields."""

    NUMBER = "number"
    FINDING = "finding"
    TEXT = "text"
    KIND = "kind"
    REGULATIONS = "regulations"
    KEY_QUESTIONS = "key_questions"
    AREA = "area"
    ROOT_CAUSE = "root_cause"
    PEOPLE_AFFECTED = "people_affected"
    KEEPING_SAFE = "keeping_safe"
    ACTION_NUMBER = "action_number"
    ACTION = "action"
    OWNER = "owner"
    HELPERS = "helpers"
    STARTED = "started"
    DUE = "due"
    REVISED = "revised"
    PRIORITY = "priority"
    STATUS = "status"
    CLOSED_ON = "closed_on"
    SIGNED_OFF = "signed_off"
    EVIDENCE = "evidence"
    DONE_WHEN = "done_when"
    OUTCOME = "outcome"
    RESOURCES = "resources"
    SUSTAINED_BY = "sustained_by"
    LESSONS = "lessons"
    NOTE = "note"
    EXTRA = "extra"

    @property
    def is_of_finding(self) -> bool:
        """Whether it is told of the finding; all others are told of the action."""
        return self in _OF_FINDING

    @property
    def can_repeat(self) -> bool:
        """Whether several columns of a table may mean it."""
        return self in (Meaning.NOTE, Meaning.EXTRA, Meaning.EVIDENCE, Meaning.STATUS)


_OF_FINDING = frozenset(
    (
        *(Meaning.NUMBER, Meaning.FINDING, Meaning.TEXT, Meaning.KIND, Meaning.REGULATIONS, Meaning.KEY_QUESTIONS),
        *(Meaning.AREA, Meaning.ROOT_CAUSE, Meaning.PEOPLE_AFFECTED, Meaning.KEEPING_SAFE),
    )
)

LONGEST_NAME = 90
"""How long the name of a column is at most: a sentence is none."""


def meaning_of(name: str) -> Meaning | None:
    """Return what a column of this name holds, or None where the name is not known."""
    folded = " ".join(re.sub(r"[^\w#%&/]+", " ", name.replace("_", " ")).casefold().split())
    if not folded or len(folded) > LONGEST_NAME:
        return None
    for pattern, meaning in _PATTERNS:
        if pattern.search(folded):
            return meaning
    field = field_meant(folded, Action) or field_meant(folded, Finding)
    return _OF_FIELDS.get(field or "")


def _compiled(*rows: tuple[str, Meaning]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile(pattern), meaning) for pattern, meaning in rows)


_PATTERNS = _compiled(
    (r"^(?:action|task) (?:no|number|ref|reference|id|#)\b", Meaning.ACTION_NUMBER),
    (
        r"^(?:#|no|nr|number|ref|reference|id|item|item no|serial|s/?no|line)$|\b(?:ref|reference|item|finding|issue|"
        r"requirement|recommendation|row) (?:no|number|id|ref|#)s?\b|^ref\b|\bref$|\breference$",
        Meaning.NUMBER,
    ),
    (r"\b(?:must|should) do\b|\b(?:must|should) ?(?:/|or|and) ?(?:must|should)\b|^m/s$|breach type", Meaning.KIND),
    (
        r"^(?:type|category|level)(?: of (?:finding|requirement|action|concern))?$|^(?:finding|requirement) type$",
        Meaning.KIND,
    ),
    (r"\b(?:why|root cause|cause|reason for (?:the )?(?:finding|shortfall))\b", Meaning.ROOT_CAUSE),
    (
        r"\b(?:interim|immediate) (?:action|measure|step|control|mitigation)|keep(?:ing|s)? people safe|\bmitigat",
        Meaning.KEEPING_SAFE,
    ),
    (
        r"\b(?:reviewed|revised|extended|new|amended|updated|forecast) (?:due |target |completion |end )*(?:date|deadline|timescale)",
        Meaning.REVISED,
    ),
    (
        r"\breview date|\bdate (?:of |for )?(?:next )?review|\bdate (?:raised|added|identified|logged|opened|found)|\blast (?:review|update)",
        Meaning.EXTRA,
    ),
    (r"\b(?:start|commence)", Meaning.STARTED),
    (
        r"\b(?:actual|date) (?:of )?(?:completion|completed|closed|achieved|done|finish)|\b(?:completion|completed|closed|closure|closing|done|achieved) (?:date|on)\b(?<!target completion date)|"
        r"^(?:completed|complete|closed|done|completion|achieved)(?: y/?n| yes/?no)?$|date actually",
        Meaning.CLOSED_ON,
    ),
    (
        r"\bsign(?:ed)? ?off|\bsignature|\bsigned\b|\bverified by|\bapproved by|\bclosed by|\bcompleted by$",
        Meaning.SIGNED_OFF,
    ),
    (
        r"\bby when\b|\bwhen by\b|^key dates?$|\bdead ?line|\b(?:target|due|completion|end|finish|planned|expected|proposed|estimated) (?:completion |end |finish )*date|\bdate (?:due|for completion|to be completed)|"
        r"\btime ?(?:scale|frame|line)s?\b|^(?:due|when|target|date|by date|due by)$|to be completed by|completed? by (?:when|date)|when will|date (?:action )?(?:to be )?complete",
        Meaning.DUE,
    ),
    (
        r"\bby who(?:m)?\b|\bwho(?:m)?\b(?! (?:is|are|was|were) affected)|\blead\b|\bleads\b|\bowners?\b|\bresponsib|\baccountab|\bassigned|\ballocated|\bassignee|\bnamed person|\bdelegated",
        Meaning.OWNER,
    ),
    (r"\bsupport(?:ed)? by|\bhelpers?\b|\bsupporting (?:staff|lead)", Meaning.HELPERS),
    (
        r"\b(?:expected|desired|intended|required|planned|anticipated|target) (?:outcome|result|impact)|\bsuccess\b|how (?:will|do) (?:we|you|it) |\bmeasures? of\b|\bkpi|\bacceptance|\bcompletion criteria|\bdone when",
        Meaning.DONE_WHEN,
    ),
    (r"\b(?:regulation|regulations|regs?|reg'n|breach|hsca|legislation|legal)\b", Meaning.REGULATIONS),
    (
        r"\b(?:key question|kloe|domain|key line|quality statement)s?\b|^(?:key area|five questions|safe effective caring)",
        Meaning.KEY_QUESTIONS,
    ),
    (r"\bactions? plan\b|\bimprovement and action", Meaning.ACTION),
    (r"\bevidence|\bproof\b|\bassurance\b", Meaning.EVIDENCE),
    (
        r"\bcomments?\b|\bnotes?\b|\bremarks?\b|\bupdates?\b|\bnarrative|\bcurrent position|\bprogress (?:to date|notes?|made)",
        Meaning.NOTE,
    ),
    (
        r"\bb?rag\b|\bstatus\b|\bprogress\b|\btraffic light|\bcolou?r\b|^(?:position|state|on track)$|open ?/ ?closed|% complete",
        Meaning.STATUS,
    ),
    (r"\bpriority\b|\burgency\b", Meaning.PRIORITY),
    (r"\boutcomes?\b|\bimpact\b(?! on people)|\bdifference\b|\bresults?\b|\bachieved\b", Meaning.OUTCOME),
    (r"\bimpact on people|people affected|effect on|who (?:is|are|was|were) affected", Meaning.PEOPLE_AFFECTED),
    (r"\bresources?\b|\bcosts?\b|\bbudget\b|\bfunding\b", Meaning.RESOURCES),
    (r"\bsustain|\bembed", Meaning.SUSTAINED_BY),
    (r"\blessons?\b|\blearning\b", Meaning.LESSONS),
    (
        r"\b(?:planned|agreed|corrective|improvement|required|proposed|remedial|specific|further) actions?\b|\bactions? (?:required|to be|needed|taken|we|plan|planned|agreed|point|description|detail)|"
        r"^(?:the )?actions?$|^actions?/|\bimprovement and action|what (?:will|are) (?:we|you)|\bto do\b|^(?:tasks?|what|how|improvement|improvements|steps?|solution|response)$|"
        r"\b(?:our|provider'?s?|home'?s?|service) (?:response|action)|\bimprovements? (?:required|needed|to be made|plan)\b|\bhow (?:to|it) ",
        Meaning.ACTION,
    ),
    (
        r"\bfindings?\b|\bissues?\b|\bconcerns?\b|\brequirements?\b|\brecommendations?\b|\bshortfalls?\b|\bgaps?\b|\bproblem|\bnon ?complian|\bweakness|\bdeficien|"
        r"\bareas? (?:of|for|identified|requiring|to)\b|\bitems? to be|\bwhat (?:was|cqc|did|the report|we) |\bobservations?\b|\brectif|\bidentified\b|\bcqc (?:said|action|comment|feedback)|\bstandard not met",
        Meaning.FINDING,
    ),
    (r"\b(?:area|location|department|unit|ward|theme|team|site|topic|subject|section|heading)\b", Meaning.AREA),
    (r"\bactions?\b", Meaning.ACTION),
)
"""Names from the more telling to the less: the first that fits counts."""

_OF_FIELDS: dict[str, Meaning] = {
    "id": Meaning.NUMBER,
    "title": Meaning.ACTION,
    "owner": Meaning.OWNER,
    "due": Meaning.DUE,
    "started": Meaning.STARTED,
    "closed_on": Meaning.CLOSED_ON,
    "closed_by": Meaning.SIGNED_OFF,
    "done_when": Meaning.DONE_WHEN,
    "for": Meaning.FINDING,
    "updates": Meaning.NOTE,
    "evidence": Meaning.EVIDENCE,
    "issues": Meaning.NOTE,
    "resources": Meaning.RESOURCES,
    "signoffs": Meaning.SIGNED_OFF,
    "sustained_by": Meaning.SUSTAINED_BY,
    "different_now": Meaning.OUTCOME,
    "helpers": Meaning.HELPERS,
    "description": Meaning.NOTE,
    "text": Meaning.TEXT,
    "regulations": Meaning.REGULATIONS,
    "statements": Meaning.KEY_QUESTIONS,
    "key_questions": Meaning.KEY_QUESTIONS,
    "people_affected": Meaning.PEOPLE_AFFECTED,
    "keeping_safe": Meaning.KEEPING_SAFE,
    "root_cause": Meaning.ROOT_CAUSE,
}
"""What the names mean that `reading` knows for fields, where a column can hold them."""
