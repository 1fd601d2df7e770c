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


def _compiled(*rows: tuple[Meaning, tuple[str, ...]]) -> tuple[tuple[re.Pattern[str], Meaning], ...]:
    return tuple((re.compile("|".join(patterns)), meaning) for meaning, patterns in rows)


_PATTERNS = _compiled(
    (Meaning.ACTION_NUMBER, (r"^(?:action|task) (?:no|number|ref|reference|id|#)\b",)),
    (
        Meaning.NUMBER,
        (
            r"^(?:#|no|nr|number|ref|reference|id|item|item no|serial|s/?no|line)$",
            r"\b(?:ref|reference|item|finding|issue|requirement|recommendation|row) (?:no|number|id|ref|#)s?\b",
            r"^ref\b",
            r"\bref$",
            r"\breference$",
        ),
    ),
    (
        Meaning.KIND,
        (
            r"\b(?:must|should) do\b",
            r"\b(?:must|should) ?(?:/|or|and) ?(?:must|should)\b",
            r"^m/s$",
            r"breach type",
        ),
    ),
    (
        Meaning.KIND,
        (
            r"^(?:type|category|level)(?: of (?:finding|requirement|action|concern))?$",
            r"^(?:finding|requirement) type$",
        ),
    ),
    (Meaning.ROOT_CAUSE, (r"\b(?:why|root cause|cause|reason for (?:the )?(?:finding|shortfall))\b",)),
    (
        Meaning.KEEPING_SAFE,
        (
            r"\b(?:interim|immediate) (?:action|measure|step|control|mitigation)",
            r"keep(?:ing|s)? people safe",
            r"\bmitigat",
        ),
    ),
    (
        Meaning.REVISED,
        (
            r"\b(?:reviewed|revised|extended|new|amended|updated|forecast) (?:due |target |completion |end )*(?:date|deadline|timescale)",
        ),
    ),
    (
        Meaning.EXTRA,
        (
            r"\breview date",
            r"\bdate (?:of |for )?(?:next )?review",
            r"\bdate (?:raised|added|identified|logged|opened|found)",
            r"\blast (?:review|update)",
        ),
    ),
    (Meaning.STARTED, (r"\b(?:start|commence)",)),
    (
        Meaning.CLOSED_ON,
        (
            r"\b(?:actual|date) (?:of )?(?:completion|completed|closed|achieved|done|finish)",
            r"\b(?:completion|completed|closed|closure|closing|done|achieved) (?:date|on)\b(?<!target completion date)",
            r"^(?:completed|complete|closed|done|completion|achieved)(?: y/?n| yes/?no)?$",
            r"date actually",
        ),
    ),
    (
        Meaning.SIGNED_OFF,
        (
            r"\bsign(?:ed)? ?off",
            r"\bsignature",
            r"\bsigned\b",
            r"\bverified by",
            r"\bapproved by",
            r"\bclosed by",
            r"\bcompleted by$",
        ),
    ),
    (
        Meaning.DUE,
        (
            r"\bby when\b",
            r"\bwhen by\b",
            r"^key dates?$",
            r"\bdead ?line",
            r"\b(?:target|due|completion|end|finish|planned|expected|proposed|estimated) (?:completion |end |finish )*date",
            r"\bdate (?:due|for completion|to be completed)",
            r"\btime ?(?:scale|frame|line)s?\b",
            r"^(?:due|when|target|date|by date|due by)$",
            r"to be completed by",
            r"completed? by (?:when|date)",
            r"when will",
            r"date (?:action )?(?:to be )?complete",
        ),
    ),
    (
        Meaning.OWNER,
        (
            r"\bby who(?:m)?\b",
            r"\bwho(?:m)?\b(?! (?:is|are|was|were) affected)",
            r"\blead\b",
            r"\bleads\b",
            r"\bowners?\b",
            r"\bresponsib",
            r"\baccountab",
            r"\bassigned",
            r"\ballocated",
            r"\bassignee",
            r"\bnamed person",
            r"\bdelegated",
        ),
    ),
    (
        Meaning.HELPERS,
        (
            r"\bsupport(?:ed)? by",
            r"\bhelpers?\b",
            r"\bsupporting (?:staff|lead)",
        ),
    ),
    (
        Meaning.DONE_WHEN,
        (
            r"\b(?:expected|desired|intended|required|planned|anticipated|target) (?:outcome|result|impact)",
            r"\bsuccess\b",
            r"how (?:will|do) (?:we|you|it) ",
            r"\bmeasures? of\b",
            r"\bkpi",
            r"\bacceptance",
            r"\bcompletion criteria",
            r"\bdone when",
        ),
    ),
    (Meaning.REGULATIONS, (r"\b(?:regulation|regulations|regs?|reg'n|breach|hsca|legislation|legal)\b",)),
    (
        Meaning.KEY_QUESTIONS,
        (
            r"\b(?:key question|kloe|domain|key line|quality statement)s?\b",
            r"^(?:key area|five questions|safe effective caring)",
        ),
    ),
    (
        Meaning.ACTION,
        (
            r"\bactions? plan\b",
            r"\bimprovement and action",
        ),
    ),
    (
        Meaning.EVIDENCE,
        (
            r"\bevidence",
            r"\bproof\b",
            r"\bassurance\b",
        ),
    ),
    (
        Meaning.NOTE,
        (
            r"\bcomments?\b",
            r"\bnotes?\b",
            r"\bremarks?\b",
            r"\bupdates?\b",
            r"\bnarrative",
            r"\bcurrent position",
            r"\bprogress (?:to date|notes?|made)",
        ),
    ),
    (
        Meaning.STATUS,
        (
            r"\bb?rag\b",
            r"\bstatus\b",
            r"\bprogress\b",
            r"\btraffic light",
            r"\bcolou?r\b",
            r"^(?:position|state|on track)$",
            r"open ?/ ?closed",
            r"% complete",
        ),
    ),
    (
        Meaning.PRIORITY,
        (
            r"\bpriority\b",
            r"\burgency\b",
        ),
    ),
    (
        Meaning.OUTCOME,
        (
            r"\boutcomes?\b",
            r"\bimpact\b(?! on people)",
            r"\bdifference\b",
            r"\bresults?\b",
            r"\bachieved\b",
        ),
    ),
    (
        Meaning.PEOPLE_AFFECTED,
        (
            r"\bimpact on people",
            r"people affected",
            r"effect on",
            r"who (?:is|are|was|were) affected",
        ),
    ),
    (
        Meaning.RESOURCES,
        (
            r"\bresources?\b",
            r"\bcosts?\b",
            r"\bbudget\b",
            r"\bfunding\b",
        ),
    ),
    (
        Meaning.SUSTAINED_BY,
        (
            r"\bsustain",
            r"\bembed",
        ),
    ),
    (
        Meaning.LESSONS,
        (
            r"\blessons?\b",
            r"\blearning\b",
        ),
    ),
    (
        Meaning.ACTION,
        (
            r"\b(?:planned|agreed|corrective|improvement|required|proposed|remedial|specific|further) actions?\b",
            r"\bactions? (?:required|to be|needed|taken|we|plan|planned|agreed|point|description|detail)",
            r"^(?:the )?actions?$",
            r"^actions?/",
            r"\bimprovement and action",
            r"what (?:will|are) (?:we|you)",
            r"what we (?:will|are|plan)",
            r"\bto do\b",
            r"^(?:tasks?|what|how|improvement|improvements|steps?|solution|response)$",
            r"\b(?:our|provider'?s?|home'?s?|service) (?:response|action)",
            r"\bimprovements? (?:required|needed|to be made|plan)\b",
            r"\bhow (?:to|it) ",
        ),
    ),
    (
        Meaning.FINDING,
        (
            r"\bfindings?\b",
            r"\bissues?\b",
            r"\bconcerns?\b",
            r"\brequirements?\b",
            r"\brecommendations?\b",
            r"\bshortfalls?\b",
            r"\bgaps?\b",
            r"\bproblem",
            r"\bnon ?complian",
            r"\bweakness",
            r"\bdeficien",
            r"\bareas? (?:of|for|identified|requiring|to)\b",
            r"\bitems? to be",
            r"\bwhat (?:was|cqc|did|the report|we) ",
            r"\bobservations?\b",
            r"\brectif",
            r"\bidentified\b",
            r"\bcqc (?:said|action|comment|feedback)",
            r"\bstandard not met",
        ),
    ),
    (Meaning.AREA, (r"\b(?:area|location|department|unit|ward|theme|team|site|topic|subject|section|heading)\b",)),
    (Meaning.ACTION, (r"\bactions?\b",)),
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
