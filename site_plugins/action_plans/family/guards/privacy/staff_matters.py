"""What became of somebody who works there: it is not told to families."""

import re

from action_plans.family.guards.privacy.in_general import FOR_ANY_STAFF
from action_plans.family.guards.privacy.rule import Rule, begins, insensitive

STAFF = (
    r"(?:nurses?|carers?|care[ ]workers?|support[ ]workers?|cooks?|chefs?|cleaners?|managers?|deput(?:y|ies)|leads?"
    r"|handyman|caretakers?|members?[ ]of[ ](?:our[ ]|the[ ]|my[ ])?(?:\w+[ ])?(?:staff|team)|staff[ ]members?"
    r"|team[ ]members?|colleagues?|workers?|assistants?|seniors?|matron|housekeepers?|drivers?|receptionists?"
    r"|administrators?|nurse[ ]in[ ]charge|team[ ]leaders?|trainees?|employees?|boss|maintenance[ ](?:man|person"
    r"|chap|lad|guy)|(?:night|office|kitchen|laundry|agency|bank|relief|activities|activity)[ ](?:girl|lad|lady|man"
    r"|woman|chap|guy)|apprentices?|supervisors?|secretary|bookkeeper|champion|clerk|physio(?:therapist)?"
    r"|handyperson|key[ -]?workers?|leaders?|laundress|counsellor|bursar|accountant|trainers?|mentor|tutor"
    r"|practitioners?|prescriber|companions?|co-?ordinators?|schedulers?|proprietor|hairdresser|chaplain"
    r"|nominated[ ]individual|(?:new|newest)[ ]starters?|students?|owner|director|head[ ]of[ ]\w+|volunteers?"
    r"|domestics?|(?:night|day|agency|bank|kitchen|domestic|care)[ ]staff|kitchen[ ]hand|porters?|gardener"
    r"|associates?|lass|specialist|helpers?|shift[ ]leaders?|waking[ ]night|chiropodist|decorator|interim"
    r"|chief[ ]executive|trustee|founder|locum|recruits?|junior|waitress|waiter|live-in|scheduler|temp(?!s|e)"
    r"|partner[ ]in[ ]the[ ]business)"
)
"""Those who work there, one or several, for expressions that are laid out."""
STAFF_BEGIN = begins(
    "nurse carer worker cook chef cleaner manager deputy lead leader handyman caretaker member staff colleague",
    "assistant senior matron housekeeper driver receptionist administrator trainee employee boss maintenance girl",
    "lad lady man woman chap guy apprentice supervisor secretary bookkeeper champion clerk physio handyperson key",
    "keyworker laundress counsellor bursar accountant trainer mentor tutor practitioner prescriber companion",
    "coordinator co scheduler proprietor hairdresser chaplain individual starter student owner director head",
    "volunteer domestic hand porter gardener associate lass specialist helper waking chiropodist decorator interim",
    "executive trustee founder locum recruit junior waitress waiter live temp partner",
)

_FATE = (
    r"(?:sacked|dismissed|fired|suspended|disciplined|let[ ]go|asked[ ]to[ ]leave|made[ ]to[ ]leave|struck[ ]off"
    r"|arrested|charged|convicted|cautioned|banned|barred|demoted|resigned|quit|walked[ ]out|walked[ ]off"
    r"|sent[ ]home|sent[ ]away|moved[ ]to[ ]another[ ](?:home|job)|taken[ ]off|stood[ ]down|(?:failed"
    r"|did[ ]not[ ]pass)[ ](?:his|her|their|the)[ ](?:probation|trial)|on[ ](?:long[ -]term[ ])?(?:sick|maternity"
    r"|paternity)[ ]leave|off[ ](?:long[ -]term[ ])?sick|off[ ]work|signed[ ]off|pregnant|(?:final[ ]|written[ ]"
    r"|verbal[ ]|formal[ ]|first[ ]){1,2}warning|given[ ]a[ ]warning|under[ ]investigation|investigated"
    r"|reported[ ](?:to|for)|referred[ ]to[ ]the[ ](?:police|nmc|dbs|regulator|barring)|on[ ]leave|caught|accused"
    r"|blamed|in[ ]court|moved[ ]to[ ](?:days|nights|another)|went[ ]off[ ]sick|burn(?:t|ed)[ ]out|quit|ill[ ]with"
    r"|broke[ ]down|drunk|lost[ ](?:his|her|their)[ ]jobs?|in[ ]prison"
    r"|stole|stealing|hit[ ]\w+|slapped|shouted[ ]at|swore[ ]at|asleep|sleeping|was[ ](?:too[ ])?(?:rude|rough)"
    r"|will[ ]no[ ]longer|left[ ](?:us[ ])?(?:after|because|under|following)|stopped[ ]working"
    r"|has[ ]not[ ]come[ ]back|given[ ](?:his|her|their)[ ]notice|told[ ](?:off|not[ ]to|to[ ]stop)|off[ ]with[ ]\w+"
    r"|(?:has|have|had)[ ](?:now[ ]|since[ ]|also[ ])gone|breakdown|(?:taking|took|pocket\w*|borrow\w*)[ ](?:money"
    r"|cash)|(?:has|have|had|having|is[ ]having|diagnosed[ ]with)[ ](?:a[ ]|an[ ]|her[ ]"
    r"|his[ ])?(?:\w+[ ])?(?:cancer|chemo\w*|operation|miscarriage|divorce|baby|heart[ ]attack|bad[ ]back"
    r"|drink[ ]problem|affair)(?![ ](?:training|care|awareness|course|nurse))|grieving|bereaved|expecting|split[ ]up"
    r"|bailed|jailed|guilty|(?:has|had|have)[ ](?:had[ ])?(?:a[ ])?(?:conviction|seizure|hearing|record|drink"
    r"|caution|breakdown)|(?:awaiting|facing)[ ](?:a|an)[ ]\w+|performance[ ]managed|step(?:ped)?[ ](?:down|aside)"
    r"|stay[ ]away|(?:is|are)[ ](?:deaf|autistic|epileptic|diabetic|dyslexic|related[ ]to|in[ ]rehab)|after[ ]rehab)"
)
_HERE = (
    r"(?:(?:for|with|at|in)[ ](?:us|our|the[ ](?:home|company|service|group|provider|agency)|this)\b|here\b|there\b"
    r"|[.,;!?]|$|(?:after|because|since|as[ ]a[ ]result)\b)"
)
"""What follows where somebody does not work at all any more, and not otherwise than before."""
_GONE = (
    rf"(?:no[ ]longer[ ](?:works?[ ]?(?={_HERE})|employed[ ]?(?=by[ ](?:us|our|the)\b|{_HERE})|with[ ]us"
    r"|(?:a[ ])?part[ ]of[ ]our|one[ ]of[ ](?:us|our)|on[ ]our[ ](?:team|staff|books|rota)|in[ ]our[ ]team)"
    r"|(?:do|does)[ ]not[ ]work[ ](?:here|there|for[ ]us|with[ ]us|in[ ]our[ ]\w+)[ ](?:now|any[ ]?more|any[ ]longer)"
    r"|part(?:ed|ing)[ ](?:ways|company))"
)
_GONE_BEGINS = begins("longer work parted parting")
_ONE = (
    r"(?:a|an|one|the|our|that|this|those|these|two|three|four|five|\d|both|another|some|several)"
    rf"(?:[ ]of[ ](?:our|the))?[ ](?:(?!(?:any|if)\b)[\w-]+[ ]){{0,3}}?{STAFF}\b"
)
_AFTER = (
    r"(?=[ ]?(?:[.,;:!?)]|$|(?:after|because|over|following|this|last|at[ ]once|straight|the[ ]same|due|since|earlier"
    r"|recently|too|without|as[ ](?:a[ ]result|well)|in[ ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|early|late"
    r"|the[ ](?:spring|summer|autumn|winter|end)|20)|on[ ]\d|for[ ](?:this|that|it|good|what|not|poor|bad|gross|lying"
    r"|being|stealing|sleeping|shouting|taking|hitting)|when[ ](?:we|she|he|they|it)[ ](?:found|saw|learn|heard|did"
    r"|broke|came|was|were|had))))"
)
"""What follows where somebody is gone, and has not gone somewhere: an end, when it was, or why."""
_FATE_BEGINS = begins(
    "sacked dismissed fired suspended disciplined go leave struck arrested charged convicted cautioned banned",
    "barred demoted resigned quit walked sent moved taken stood probation trial sick work signed pregnant warning",
    "investigation investigated reported referred caught accused blamed court burnt burned ill broke longer drunk",
    "lost prison stole stealing hit slapped shouted swore asleep sleeping rude rough left stopped come notice told",
    "off gone breakdown taking took pocketed pocketing borrowed borrowing cancer chemo operation miscarriage",
    "divorce baby heart back drink affair grieving bereaved bailed jailed guilty expecting split conviction seizure",
    "hearing record caution awaiting facing performance step stepped stay deaf autistic epileptic diabetic dyslexic",
    "related rehab",
)


def _is_one_of_staff(text: str, found: re.Match[str]) -> bool:
    """Whether it is told of somebody, and not what would happen to anybody."""
    del text
    return not FOR_ANY_STAFF.is_in(found[0])


def _was_done(text: str, found: re.Match[str]) -> bool:
    """Whether it was done to somebody: it is not only supposed, forbidden or asked for."""
    before = text[max(0, found.start() - 40) : found.start()]
    said = _NO_LONGER.sub(" ", found[0])  # which is no rule of what nobody does
    return not FOR_ANY_STAFF.is_in(said) and _SUPPOSED.search(before) is None


_NO_LONGER = re.compile(r"\bno longer\b", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"\b(?:if|when|whenever|unless|before|not|never|cannot|would|could|should|must|may|might|can|please)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_LEAVE_STAFF = "Leave it out: what becomes of one of our staff is not told here."
STAFF_MATTERS = (
    Rule(
        "what became of one of the staff",
        _LEAVE_STAFF,
        insensitive(
            rf"""\b(?:a|an|one|the|our|that|this|two|three|four|five|\d|both|another|his|her)(?:[ ]of[ ](?:our
                |the))?[ ](?:(?!(?:any|if)\b)[\w-]+[ ]){{0,3}}?
            {STAFF}\b[^.!?;]{{0,70}}?\b{_FATE}\b"""
        ),
        (STAFF_BEGIN, _FATE_BEGINS),
        _is_one_of_staff,
    ),
    Rule(
        "what became of one of the staff",
        _LEAVE_STAFF,
        insensitive(
            rf"""\b(?:sacked|dismissed|suspended|disciplined|arrested|fired|reported|caught|sent[ ]home
                |let[ ]go)[ ](?:of[ ])?(?:a|an|one|the|our|two|three|that|this|him|her)
            (?:[ ]of[ ](?:our|the))?(?:[ ](?:(?:[\w-]+[ ]){{0,3}}?{STAFF})|\b(?<=him)|\b(?<=her))\b"""
        ),
        (begins("sacked dismissed suspended disciplined arrested fired reported caught sent let"),),
        _is_one_of_staff,
    ),
    Rule(
        "what became of one of the staff",
        _LEAVE_STAFF,
        insensitive(rf"{_ONE}[^.!?;]{{0,70}}?\b{_GONE}"),
        (STAFF_BEGIN, _GONE_BEGINS),
        _was_done,
    ),
    Rule(
        "what became of one of the staff",
        _LEAVE_STAFF,
        insensitive(
            rf"""\b(?: let[ ]{_ONE}[ ]go\b{_AFTER}
            | (?:asked|made|told|forced)[ ]{_ONE}[ ](?:to[ ])?(?:leave|go|resign|step[ ]down)\b{_AFTER}
            | (?:part(?:ed|ing)[ ](?:ways|company)[ ]with|got[ ]rid[ ]of)[ ]{_ONE}{_AFTER}
            | (?:show(?:ed|n)|given?|gave)[ ]{_ONE}[ ](?:the[ ]door|the[ ]sack|(?:his|her|their)[ ]notice)\b
            | (?:ended|terminated|cancelled)[ ]{_ONE}(?:['\u2019]s?)?[ ](?:contracts?|jobs?|employment)\b
            | (?:took|taken|removed)[ ]{_ONE}[ ](?:off|from)[ ](?:the|our)[ ](?:rota|team)\b )"""
        ),
        (
            begins(
                "let asked made told forced parted parting got showed shown give given gave ended terminated",
                "cancelled took taken removed",
            ),
            STAFF_BEGIN,
        ),
        _was_done,
    ),
    Rule(
        "what became of one of the staff",
        _LEAVE_STAFF,
        insensitive(
            r"""(?<!be[ ])(?<!\bany[ ])\b(?: disciplinary[ ](?:action|hearing|meeting|steps|process|matter)
                | gross[ ]misconduct | employment[ ]tribunal
            | final[ ](?:written[ ])?warning | struck[ ]off | unfair(?:ly)?[ ](?:dismiss\w*|sack\w*)
            | sacked[ ](?:him|her|for) | grievance[ ](?:against|by|from) )\b
            | \btribunal\b[^.!?]{0,40}\b(?:found|ruled|sacked|won|lost|case|claim)\b"""
        ),
        (
            begins(
                "disciplinary gross employment final struck unfair unfairly sacked grievance tribunal",
            ),
        ),
        _is_one_of_staff,
    ),
    Rule(
        "what became of one of the staff",
        _LEAVE_STAFF,
        insensitive(
            rf"\bpolice\b[^.!?]{{0,40}}\b(?:a|one|our|the|two)[ ](?:[\w-]+[ ]){{0,2}}?{STAFF}\b "
            rf"| \b{STAFF}\b[^.!?]{{0,40}}\bby[ ]the[ ]police\b"
        ),
        (begins("police"), STAFF_BEGIN),
        _is_one_of_staff,
    ),
)
"""What became of somebody who works there."""
