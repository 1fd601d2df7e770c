"""What happened to one person: on a day that others remember, or told with what became of it."""

import re

from action_plans.family.guards.privacy.one_person import A_DAY, A_DAY_BEGINS, happened_to_one, has_happened, is_day
from action_plans.family.guards.privacy.rule import Rule, begins, insensitive, sentence_around

_PERSON = r"(?:person|resident|tenant|lady|gentleman|man|woman|customer|client|patient)"
_PERSON_BEGINS = begins("person resident tenant lady gentleman man woman customer client patient")
_HARM = (
    r"(?:fell|falls?[ ](?:down|over)|tripped|slipped|choked|choking|collapsed|died|dead|bit|punched|slapped|kicked"
    r"|pushed|shoved|grabbed|attacked|assault\w*|injur\w*|hurt|scald\w*|burn(?:t|ed)|bled|bleeding|bruis\w*"
    r"|fractur\w*|unconscious|ambulance|a[ ]?&[ ]?e|hospital|999|went[ ]missing|gone[ ]missing|wandered"
    r"|climbed[ ]out|got[ ]out|walked[ ]out|got[ ]lost|stuck|trapped|set[ ]fire|arrested|skin[ ]tear|head[ ]injury"
    r"|broke[ ](?:her|his|a|their)|cut[ ](?:her|his|their)|swallowed|seizure|a[ ]fit|stroke|heart[ ]attack|overdose"
    r"|allerg\w*|hives|hypo|seriously[ ]ill|given[ ](?:the[ ]wrong|somebody|someone|another|two|double|too[ ]much)"
    r"|wrong[ ](?:tablets?|medicines?|dose|insulin)|somebody[ ]else's|someone[ ]else's|another[ ]person's"
    r"|meant[ ]for[ ](?:somebody|someone|another)|left[ ](?:alone|on[ ]the|without|in[ ]bed|outside|sitting|lying"
    r"|waiting)|found[ ](?:on|in|dead|outside|lying|by)|swore|screamed|threatened|stole|stolen|took[ ]money|stitches"
    r"|surgery|an[ ]operation|knocked|hit|bang\w+|slid|vomit\w*|poison\w*|dehydrat\w*|sepsis|pressure[ ](?:sore"
    r"|ulcer)|maggots|soiled|naked|undressed|suicid\w*|bitten|drown\w*|resuscitat\w*|cpr|paramedics?|police"
    r"|fire[ ]brigade|seriously[ ]unwell|taken[ ](?:ill|away|in)|passed[ ](?:out|away)|missed[ ](?:her|his|their|a"
    r"|two|three)|not[ ](?:given|turned|fed|washed|changed|helped|found|checked[ ]on)|without[ ](?:her|his|their"
    r"|food|water|insulin|oxygen)|cried|crying|shouted|shouting|rescued|harmed)"
)
_HARMED = insensitive(rf"\b{_HARM}\b")


def _harmed_one(text: str, found: re.Match[str]) -> bool:
    """Whether the sentence of a day tells of harm to one person."""
    return (
        is_day(text, found)
        and happened_to_one(text, found, on_a_day=True)
        and _HARMED.is_in(sentence_around(text, found.start(), found.end()))
    )


EVENTS = (
    Rule(
        "something that happened to one person on a day",
        "Say what you found in general, without the day: whoever was there knows who it was.",
        insensitive(rf"\b{A_DAY}\b"),
        (A_DAY_BEGINS,),
        _harmed_one,
    ),
    Rule(
        "something that happened to one person",
        "Leave it out: it is for the people it happened to.",
        insensitive(
            r"""\b(?:the|an|her|his|their|this)[ ]inquest\b | \b(?:detectives?|immigration[ ]officers?
            |small[ ]claims)\b | \bcoroner(?:'s[ ]\w+)?[ ](?:asked|found|said|wrote|told|ruled|is|was|came|will)\b"""
        ),
        (begins("inquest coroner detective immigration small"),),
    ),
    Rule(
        "something that happened to one person",
        "Leave it out: it is for the people it happened to.",
        insensitive(
            rf"\b(?:someone|somebody|(?:a|one|the|another)[ ](?:[\w-]+[ ])?{_PERSON})[ ](?:disclosed|alleged|accused"
            r"|told[ ]us[ ]that[ ](?:her|his|their))\b"
        ),
        (begins("someone somebody") | _PERSON_BEGINS, begins("disclosed alleged accused told")),
    ),
    Rule(
        "a matter for the police or the council about one person",
        "Leave it out: it is for the people it happened to.",
        insensitive(
            r"\b(?:safeguarding|allegations?|police|court|investigat\w+|arrest\w*|alleg\w+|abus\w+|referrals?"
            r"|referred|dols|best[ ]interests|solicitors?|sued|suing|compensation|statements?|body[ ]maps?"
            r"|unexplained|charged|bail|injunction|social[ ]worker|strategy[ ]meeting|dbs|barring|tribunal"
            r"|ombudsman)\b"
        ),
        (
            begins(
                "safeguarding allegation police court investigate arrest alleg abuse abusi referral referred dols",
                "best solicitor sued suing compensation statement body unexplained charged bail injunction social",
                "strategy dbs barring tribunal ombudsman",
            ),
        ),
        happened_to_one,
    ),
    Rule(
        "a thing that one person owned",
        "Say “belongings” or “money”, and nobody's.",
        insensitive(
            rf"\b(?:a|one|the|another)[ ](?:[\w-]+[ ]){{0,2}}?{_PERSON}'s[ ](?:[\w-]+[ ]){{0,2}}?(?:card|money|purse"
            rf"|wallet"
            r"|ring|watch|savings|pension|jewellery|necklace|handbag|teeth|dentures|hearing[ ]aids?|glasses|phone"
            r"|cash)[ ](?:was|were|had|has|went|is|are|got|came|turned)\b"
        ),
        (_PERSON_BEGINS,),
        has_happened,
    ),
)
"""What happened to one person."""
