"""What the checker says: a closed list of codes, and one problem at one place."""

from dataclasses import dataclass
from enum import Enum, StrEnum, unique
from typing import Self

from action_plans.model.origin import Origin
from action_plans.model.printable import printable
from action_plans.model.when import When


@unique
class Severity(StrEnum):
    """How grave a problem is."""

    ERROR = "error"
    """Cannot be read, resolved or safely published. Stops a build."""
    WARNING = "warning"
    """Probably a slip in writing. Stops a strict build."""
    GAP = "gap"
    """The state of the work. Stops nothing."""


@unique
class Code(Enum):
    """Every problem there is: a sentence, and an example of what raises it.

    A number is never used again. AP1xx are errors, AP2xx warnings, AP3xx gaps of the work,
    AP4xx gaps of the family edition, AP5xx errors of publishing. AP22x and AP33x hold the rules of plan health, of how
    a good plan is made, and no others: these a project may turn off.
    """

    sentence: str
    example: str

    def __new__(cls, number: str, sentence: str, example: str) -> Self:
        """Keep the sentence and the example beside the number."""
        code = object.__new__(cls)
        code._value_ = number
        code.sentence = sentence
        code.example = example
        return code

    UNREADABLE = "AP100", "A file cannot be read.", "A plan saved in another encoding than UTF-8."
    YAML = "AP101", "A file is not valid YAML.", 'title: "Medicines without the closing quote'
    NOT_A_MAPPING = "AP102", "A file is empty, or holds something other than fields and values.", "- just a list"
    REFUSED_YAML = "AP103", "A file uses a part of YAML that hides mistakes.", "The same field twice, *alias, <<, !tag"
    UNKNOWN_REFERENCE = "AP104", "A reference leads to nothing.", "depends_on: A9, where there is no action A9"
    UNKNOWN_FIELD = "AP105", "A field has a name that is not in the list.", "onwer: RM"
    MISSING_FIELD = "AP106", "A field that is needed is missing or empty.", "An action without owner"
    WRONG_VALUE = "AP107", "A value is not of the kind that its field takes.", "due: 01/03/2026"
    DUPLICATE_ID = "AP108", "Two things have the same id.", "Two plans with id: OAK"
    CIRCLE = "AP109", "Actions wait for each other in a circle.", "A1 depends on A2, A2 depends on A1"
    UNKNOWN_ROLE = "AP110", "A role's code is in none of the lists of roles.", "owner: RN, where roles has RM"
    REGULATION = "AP111", "A regulation does not exist, or its number and words disagree.", "Regulation 12: Staffing"
    STATEMENT = "AP112", "A statement or framework does not exist.", "statements: Medicine optimization"
    CONTRADICTION = "AP113", "A status contradicts itself.", "status: open, with closed_on after the last reopening"
    FRONT_MATTER = "AP114", "An evidence note has no front matter.", "A note that does not begin with ---"
    UNSAFE_PATH = "AP115", "A path or a kind of file is not safe to publish.", "file: ../../rota.pdf"
    NOTHING_TO_READ = "AP116", "A folder is missing or holds no plan.", "plans_dir: plan, where the folder is plans"
    UNKNOWN_SERVICE = "AP117", "A service is named that has no file.", "service: oakfeild"
    SAME_ADDRESS = "AP118", "Two pages would have the same address.", "A page of yours at plans/index.md"
    MISSING_FILE = "AP119", "A file that a note lists does not exist.", "attachments: [{file: scores.pdf}]"
    TEMPLATE = (
        "AP130",
        "A template of the project's own cannot be used.",
        "{% if %} never closed in docs_templates/",
    )
    NOT_BUILT = "AP131", "The project's file does not name the plugin, so nothing is built.", "plugins: [search]"
    UNFINISHED_MERGE = "AP120", "A file holds an unfinished merge.", "<<<<<<< HEAD at the beginning of a line"

    LOST_WORDS = "AP201", "Words after a # are lost.", "title: Room #4"
    AFTER_MILESTONE = "AP202", "An action is due after its milestone.", "due: 2026-07-01, milestone due 2026-06-30"
    AFTER_ASSESSMENT = "AP203", "An action is due after the next assessment.", "due after next_assessment"
    OWN_CHECK = "AP204", "Someone checks their own work.", "owner: RM and checker: RM"
    VAGUE = "AP205", "A vague word stands where there is no measure.", "title: Improve recording"
    PERSONAL_DATA = "AP206", "A text holds what looks like personal data.", "the resident in room 4"
    IGNORED_FILE = "AP207", "A file among plans, evidence or your own pages is not read.", "plans/notes.txt"
    DATES_IN_DISORDER = "AP208", "Dates stand in an order that cannot be.", "closed_on before started"
    MARKUP_REMOVED = "AP209", "A text holds markup that is not published.", "![ward](https://example.org/ward.png)"
    ATTACHMENT_RUNS = "AP210", "An attachment could run a program when it is opened.", "A PDF with JavaScript in it"
    DATE_FAR_OFF = "AP211", "A date is many years from the other dates of its plan.", "due: 2062-03-01, for 2026"
    PARAGRAPH = "AP212", "A paragraph is named that no regulation reaches.", "Regulation 12(2)(z)"
    LONG_TITLE = "AP213", "A title is as long as a text.", "A title of 300 letters"
    NO_WEB_ADDRESS = "AP214", "An address on the web cannot be opened.", "url: www.cqc.org.uk, without https://"
    COUNT = "AP215", "A reading counts more than there were.", "n: 5, of: 4"
    TWO_ACCOUNTS = "AP216", "A service is described in two plans, and not alike.", "places: 3 in one, 44 in the other"
    NO_NEWS = "AP220", "A word that says nothing stands where news or an end should.", "text: Ongoing"
    ONE_DAY = "AP221", "Every action of a plan is due on one day.", "Eight actions, all due on 30 June"
    ALL_HIGH = "AP222", "Every action of a plan has high priority.", "Eight actions, all of priority: high"
    SWELLS = "AP223", "A plan says more than anybody will read.", "Fifteen actions for one finding"

    UNADDRESSED = "AP301", "A finding has no action.", "A finding that no live action is for"
    NO_PROOF = "AP302", "A closed action has nothing to show for it.", "Closed, with no dated evidence and no check"
    OVERDUE = "AP303", "An action is late.", "Its due date has passed"
    SLIPPED = "AP304", "A closed action does not hold in practice.", "The newest check says slipped"
    BLOCKED = "AP305", "An action waits for one that is late or unfinished.", "What it depends on is late"
    LATE_FORECAST = "AP306", "An action will be late.", "What it depends on is due after it"
    UNCHECKED = "AP307", "Nobody independent has checked a closed action.", "Evidence, but no check by someone else"
    STALE = "AP308", "Evidence is past its review date.", "review_due has passed"
    TO_COME = "AP309", "Evidence is still to come.", "A line of evidence without a date"
    NOT_KEPT_SAFE = "AP310", "A breach does not say what keeps people safe meanwhile.", "No keeping_safe on a breach"
    SERVES_NOTHING = "AP311", "An action serves no finding and no objective.", "An action without for"
    NO_BASELINE = "AP312", "A measure has no baseline.", "A measure without a figure from before"
    TARGET_MISSED = "AP313", "A measure has not reached its target in time.", "The newest reading is short of it"
    MILESTONE_MISSED = "AP314", "A milestone has passed without being reached.", "Its due date has passed"
    CHECK_DUE = "AP315", "A check that was promised has not been recorded.", "check_due has passed"
    ANSWER_DUE = "AP316", "A source has not been answered in time.", "response_due has passed without answered"
    PLAN_STALE = "AP317", "Nothing has been new in a plan for longer than it says.", "No update within review_every"
    DOES_NOT_COUNT = "AP318", "Evidence does not count.", "Dated before its action started, or in the future"
    ACCEPTED_ENDED = "AP319", "A problem was accepted until a day that has passed.", "accepted until 2026-04-01"
    SUPPORTS_NOTHING = "AP320", "Evidence supports nothing that is still live.", "A note on a stopped action alone"
    TASK_LATE = "AP321", "A task or a communication is late.", "Its date has passed and it is not done"
    NOT_YET = "AP322", "Something is said to be done on a day that has not come.", "closed_on: 2027-04-01"
    CHANGED_SINCE_CHECK = "AP323", "Something changed since it was checked.", "Another done_when, after the last check"
    OLD_TEMPLATE = "AP324", "A template of your own is a copy of an older one.", "docs_templates/staff/plan.html.j2"
    NOTICE_UNMET = "AP325", "What a regulator asked was not met by its day.", "comply_by has passed"
    TRAINING_ALONE = "AP330", "A finding is answered by training alone.", "Train all staff, and nothing else for F1"
    ONE_CATEGORY = "AP331", "A closed action rests on one kind of evidence.", "Two pieces, both of processes"
    POLICY_ALONE = "AP332", "A closed action has a policy for its only proof.", "A policy, and nothing from practice"
    CLOSED_ALONE = "AP333", "An action was closed by its owner, and nobody else looked.", "closed_by: RM, owner: RM"
    NO_ROOT_CAUSE = "AP334", "A breach does not say why it happened.", "A breach without root_cause"
    WRITTEN_UP_LATE = "AP335", "Proof was written up long after what it is about.", "Closed in January, proven in June"
    NO_END = "AP336", "An action does not say when it is done.", "Neither done_when nor measures"
    NO_SOURCE = "AP337", "A finding does not say where it comes from.", "A finding without source that is not our own"
    MOVED_OFTEN = "AP338", "The date of an open action was put off three times or more.", "Three later dates in revised"
    UNMEASURED = "AP339", "An objective names no measure.", "An objective without measures"
    OFF_TRACK = "AP340", "An action is off track or at risk.", "progress: off-track"
    OLD_EVIDENCE = "AP341", "The newest evidence is more than 12 months old.", "Nothing newer than last year"
    NO_SAMPLE = "AP342", "A check does not say what was looked at.", "A check without sample"
    LOOK_AGAIN = "AP343", "Nobody independent has looked for more than 12 months.", "Embedded, last checked in 2024"
    NO_CLOSING_DAY = "AP344", "A closed action does not say since when.", "status: closed, without closed_on"
    ACCEPTED_FOR_EVER = "AP345", "A problem is accepted without a last day.", "accepted, without until"
    REVIEW_DISPUTED = "AP346", "The figures said otherwise than a review.", "Achieved, and the figure short of it"
    COMPARED_UNLIKE = "AP347", "Measures with one name for comparing are not alike.", "One in per cent, one in hours"
    THANKS_NOBODY = "AP348", "Thanks do not say whom they are for.", "recognition with neither team nor who"

    NOT_APPROVED = "AP401", "Words for families wait for approval.", "A topic without approved, or changed since"
    HARD_WORDS = "AP402", "Words for families are not plain enough.", "A sentence of 30 words"
    PRIVATE = "AP403", "Words for families hold what looks private.", "A room number"
    INTERNAL_WORDS = "AP404", "Words for families hold an internal reference or internal words.", "See action A7"
    FAMILY_TEXT = "AP405", "Words for families are missing, too short or too long.", "A breach without keeping_safe"
    SHARED_WORDS = "AP406", "Words for families share seven words with internal text.", "A pasted sentence"
    WRONG_FACT = "AP407", "A fact for families is not of its kind, and is left out.", "email: help@x?subject=Mrs Smith"
    MAY_BE_UNTRUE = "AP408", "Approved words may no longer be true.", "keeping_safe of the finding, after the approval"
    APPROVAL_DATE = "AP409", "An approval is dated on a day that cannot be.", "approved: {date: 2027-04-01}"
    OWN_THEME = "AP410", "The project's own pages for families are not used.", "docs_templates/family/, not approved"
    WAITS_FOR_REPORT = "AP411", "A topic waits until its report is published.", "An assessment without published"
    NO_RATING = "AP412", "A report is out, and its rating is not written down.", "An assessment without ratings"
    PLAN_SILENT = "AP413", "A topic never appears, since its plan is not published.", "No family: {publish: true}"
    UPDATE_PASSED = "AP414", "Families' pages did not change by the day they were told.", "next_update has passed"
    NO_REASON = "AP415", "Families are not told why something went otherwise.", "A late action without family.reason"

    LEAK = "AP501", "The family edition would hold internal words.", "A template that prints a reference"
    ONE_PLACE = "AP502", "Both editions would go to one place.", "site_dir and family.site_dir are the same"
    DESTINATION = "AP503", "A folder cannot be replaced by a site.", "site_dir holds files that are not a site"

    @property
    def severity(self) -> Severity:
        """The severity, told by the first digit: 1 and 5 errors, 2 warnings, 3 and 4 gaps."""
        return _SEVERITIES[self.value[2]]

    @property
    def is_plan_health(self) -> bool:
        """Whether it is a rule of how a good plan is made, which a project may turn off: AP22x and AP33x."""
        return str(self.value).startswith(("AP22", "AP33"))

    @property
    def is_for_families(self) -> bool:
        """Whether it is about the words for families: AP4xx."""
        return str(self.value).startswith("AP4")

    @property
    def is_answered_by_words(self) -> bool:
        """Whether an answer to it names the words that are meant for families: it frees these, and nothing else."""
        return self in (Code.HARD_WORDS, Code.PRIVATE, Code.INTERNAL_WORDS, Code.SHARED_WORDS)

    @property
    def holds_back(self) -> bool:
        """Whether it keeps something from families, whatever the plan answers: no answer puts it online."""
        return self in _HOLDING_BACK

    @property
    def is_gap_of_work(self) -> bool:
        """Whether it tells how the work stands: AP3xx. What concerns families has codes and pages of its own."""
        return str(self.value).startswith("AP3")


_HOLDING_BACK = (
    *(Code.NOT_APPROVED, Code.FAMILY_TEXT, Code.WRONG_FACT, Code.OWN_THEME, Code.WAITS_FOR_REPORT, Code.PLAN_SILENT),
)
_UNREADABLE = frozenset(
    (
        Code.UNREADABLE,
        Code.YAML,
        Code.NOT_A_MAPPING,
        Code.REFUSED_YAML,
        Code.FRONT_MATTER,
        Code.NOTHING_TO_READ,
        Code.UNFINISHED_MERGE,
    )
)
"""Problems for which something was not read."""

_SEVERITIES = {"1": Severity.ERROR, "2": Severity.WARNING, "3": Severity.GAP, "4": Severity.GAP, "5": Severity.ERROR}


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem: what is wrong, where it is written, and what to write instead.

    `item` is the reference (`PLAN/A1`) of what it concerns, where it concerns one thing, so that a page can
    show it there. `accepted` is the reason that the plan gives, where it answers the problem, and `until` the day up
    to which the answer holds, where one is given.
    """

    code: Code
    message: str
    origin: Origin
    hint: str = ""
    item: str | None = None
    accepted: str | None = None
    until: When | None = None

    @property
    def is_open(self) -> bool:
        """Whether the plan has not answered it."""
        return self.accepted is None

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.code.severity

    def __str__(self) -> str:
        """Read as `plans/oak.yaml:41:13: error AP104 action A7 depends on A9, which does not exist. ...`, one line."""
        words = f"{self.origin}: {self.severity} {self.code.value} {self.message}"
        return printable(f"{words} {self.hint}" if self.hint else words)

    @property
    def sort_key(self) -> tuple[bool, str, int, int, str, str]:
        """Order by file, place, code and words; what cannot be read first, since the rest may follow from it."""
        return (
            self.code not in _UNREADABLE,
            self.origin.path,
            self.origin.line,
            self.origin.column,
            self.code.value,
            self.message,
        )
