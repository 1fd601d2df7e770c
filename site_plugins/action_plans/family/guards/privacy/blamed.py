"""One of the staff, told of by what went wrong on her watch, or by her life outside."""

import re

from action_plans.family.guards.privacy.one_person import has_past, is_of_one, soon_after
from action_plans.family.guards.privacy.rule import MONTH, Rule, begins, insensitive
from action_plans.family.guards.privacy.staff_matters import STAFF, STAFF_BEGIN

_ONE = (
    r"(?:an?|the|our|one|that|this)[ ](?:of[ ](?:our|the)[ ](?:two|three)[ ])?(?:(?!(?:any|if|every"
    r"|each)\b)[\w-]+[ ]){0,3}?"
    rf"(?:{STAFF}(?<!s)|lad|girl)"
)
_ON_A_DAY = (
    rf"[ ](?:sent[ ]|who[ ]came[ ]|on[ ]duty[ ])?(?:on|of)[ ](?:(?:mon|tues|wednes|thurs|fri|satur"
    rf"|sun)day(?!s)(?:[ ](?:night|morning|evening|afternoon))?|the[ ](?:night|morning)[ ]of|\d{{1,2}}[ ]{MONTH}"
    rf"|boxing[ ]day|christmas[ ]day)"
)
_WRONG = (
    r"(?:gave[ ](?:the[ ]wrong|out[ ]the[ ]wrong|someone|somebody|two|double)|burn(?:t|ed)|dropped|forgot|lost|broke"
    r"|spilt|spilled|shouted|swore|hit|slapped|pushed|missed|ignored|lied|slept|fell[ ]asleep|hurt|scalded|failed"
    r"|refused|overslept|arrived[ ]late|turned[ ]up[ ]late|walked[ ]out|left[ ](?:the|a|someone|somebody|people"
    r"|without)|mixed[ ]up|locked|threw|stole|took[ ]money|(?:did[ ]not|didn't|could[ ]not|couldn't)(?![ ](?:always"
    r"|all|be[ ]reached|see|find))|never[ ](?:came|gave|told|wrote|rang|did|got|\w{2,}ed))"
)
_AT_WORK = (
    r"(?:office|rooms?|phones?|number|mobile|email|doors?|desk|name|job|role|work|station|bells?|notes?|notebook"
    r"|records?|rota|book|diary|guide|hours|days?|visits?|team|advice|lists?|trolley|rounds?|plan|log|report"
    r"|meetings?|uniforms?|badges?|views?|checks?|shifts?|week|tea|coffee|cake|soup|menu|kitchen|van|car|bus|course"
    r"|training|handbook|newsletter|letter|answer|promise|turn|help|support|eyes|hands|time|post|house|day)"
)
"""What one of the staff has for the work; whatever else is told of as hers is her own."""
_FOLLOWS = tuple(
    map(
        insensitive,
        (
            rf"(?:{_ON_A_DAY})?[ ](?:who[ ])?{_WRONG}\b",
            (
                rf"{_ON_A_DAY}[ ](?:was|had|did|didn't|couldn't|gave|left|took|got|went|came|lost|fell|burnt|made"
                rf"|said|told"
                r"|forgot|sent|put|let|\w{2,}ed)\b"
            ),
            (
                r"[ ](?:[\w-]+[ ]){0,3}?(?:was|were|has[ ]been|have[ ]been|had[ ]been|will[ ]be|is[ ]being"
                r"|are[ ]being)[ ](?:now[ ]|also[ ]|since[ ]|being[ ])?(?:re-?trained|supervised|shadowed|watched"
                r"|spoken[ ]to|talked[ ]to|warned|removed|reminded|replaced|blocked|made[ ]to|taken[ ]off|split"
                r"|passed[ ]over|paid[ ]off|put[ ]on[ ]a|sent[ ](?:home|away|back)|moved|asked[ ]to[ ](?:leave|step"
                r"|stay|go))\b"
            ),
            (
                r"[ ](?:[\w-]+[ ]){0,3}?(?:was|is|has[ ]been|had[ ]been|keeps[ ]being|kept[ ]being)[ ](?:often[ ]"
                r"|always[ ]|too[ ])?(?:late|lazy|rude|rough|angry|stressed|distracted|sick|poorly|careless|unkind"
                r"|in[ ]hospital|dating|on[ ]a[ ](?:final|warning|performance)|no[ ]good|not[ ](?:coping"
                r"|good[ ]enough|up[ ]to))\b"
            ),
            rf"'s[ ](?!(?:[\w-]+[ ])?{_AT_WORK}\b)[a-z]+",
            r"[ ](?:facing|awaiting|accused|caught|suspended|sacked|dismissed|arrested)\b",
            r"[ ]who[ ](?:keeps|kept|had|was(?![ ](?:on[ ]duty|there|here|with)))\b",
            (
                r"[ ](?:[\w-]+[ ]){0,2}?(?:is|are|has[ ]been|was)[ ](?:now[ ]|still[ ])?(?:struggling|awaiting"
                r"|appealing|suing|recovering|repeating|refusing|on[ ]probation|not[ ]coping|getting[ ]help"
                r"|seeing[ ]a|up[ ]before)\b"
            ),
            (
                r"[ ](?:[\w-]+[ ]){0,2}?(?:has|had|is|was)[ ](?:just[ ])?(?:very[ ]ill|ill|unwell|expecting|divorced"
                r"|separated|getting[ ](?:married|divorced)|going[ ]through|(?:had"
                r"|having)[ ](?:an?[ ])?(?:\w+[ ])?(?:replacement|operation|surgery|baby|stroke|fall|breakdown"
                r"|miscarriage|accident))\b"
            ),
            r"[ ](?:[\w-]+[ ]){0,2}?lost[ ](?:his|her|their)[ ](?:licen[cs]e|temper|registration|pin)\b",
            (
                rf"[ ]and[ ]the[ ](?:[\w-]+[ ])?{STAFF}[ ]are[ ](?:now[ ])?(?:a[ ]couple|married|together|related"
                rf"|sisters"
                r"|brothers|going[ ]out)\b"
            ),
        ),
    )
)
"""What tells on the one of the staff that it stands behind."""


_GOOD = insensitive(
    r"""(?:'s\b|[ ](?:did|was|were|had|could)[ ]not[ ]always\b|[ ]from[ ](?:the|our|cqc)[ ](?!bank|agency)
    |[ ](?:(?!(?:was|were|been|being|not|never|didn't|had|because)\b)[\w-]+[ ]){0,3}?(?:has[ ]|have[ ]
    |had[ ])?(?:now[ ]|also[ ]|already[ ]|since[ ])?(?:put[ ](?:up|fish|new|out|on|a|the)|started|joined|begun|come
    |came(?![ ]to[ ]us[ ]from)|made(?![ ](?:to|him|her|them|someone|[^.]{0,30}(?:mistake|error)))|taught|trained
    |led|helped|showed|shown|checked|looked|visited|met|set[ ]up|opened|planned|r[au]n(?![ ](?:off|out|away))
    |written(?![ ](?:warning|up))|wrote|given[ ]us|gave[ ]us|talked[ ]to|spoken[ ]with|agreed|arranged|ordered
    |bought|brought|fixed|mended|built|fitted|painted|cleaned|tested|counted|worked|tried|drawn|chosen|chose
    |changed|added|read|listened|learned|learnt|passed(?![ ](?:over|out|away))|finished|played|sang|cooked|baked
    |drew|grew|asked[ ](?:everyone|people|families|each|us)|told[ ](?:us|families|everyone)|had[ ](?:training|more)
    |been[ ](?:trained|given[ ](?:training|time|more|new)|asked[ ]to[ ](?!leave|step|stay|go)|chosen|named
    |appointed))\b)"""
)
"""What news tell of a post, which everybody may know."""
_GOES_ON = insensitive(
    r"""\b(?:has[ ](?:now[ ]|since[ ]|also[ ])?(?:gone|left|taken|got|lost|become|fallen|broken|stolen|hurt|hit|let
    |quit|split|\w+ed)|can[ ]no[ ]longer|no[ ]longer|won't|will[ ]not|cannot|(?:is|are)[ ](?:now[ ]|still[ ]
    |not[ ])?(?!look|check|work|train|learn|plan|mak|writ|teach|lead|help|start|join|runn|sett|com|meet|visit|test
    |clean|cook|tak|do|us|try|happy|wear|wash|be|going[ ]to)\w+ing|(?:is|are)[ ](?:now[ ]|still[ ])?(?:off|away
    |back|under|in[ ](?:a[ ]relationship|court|prison|hospital|trouble|tears)|to[ ](?:leave|go|be[ ](?:moved
    |sacked))))\b"""
)
"""What is so of one of the staff and is not the work of a post."""


_WANTED = re.compile(r"\b(?:want|wanted|need|needed|looking for|look for|without) $", re.IGNORECASE)
"""Before a post that nobody has yet."""


def _tells_on(text: str, found: re.Match[str]) -> bool:
    """Whether something that tells on her stands behind one of the staff, and it is not what holds for anybody."""
    if _WANTED.search(text[: found.start()]):
        return False
    follows = is_of_one(text, found) and any(each.is_at(text, found.end()) for each in _FOLLOWS)
    return follows or _is_past(text, found)


def _is_past(text: str, found: re.Match[str]) -> bool:
    """Whether it is told what one of the staff did or suffered, other than the good news of a post."""
    soon = soon_after(text, found, 80)
    return (has_past(soon) or _GOES_ON.is_in(soon)) and not _GOOD.is_at(text, found.end()) and is_of_one(text, found)


_DONE_TO = (
    r"(?:moved|talked[ ]to|talking[ ]to|spoken[ ]to|paid|paying|watch\w*|retrain\w*|suspect\w*|blam\w+|replac\w+"
    r"|remov\w+|warned|supervis\w+|stopped|banned|reported|referred|block\w+|eye[ ]on|(?:contract|shifts)[ ]of"
    r"|parted[ ]company[ ]with|gave|sacked|dismissed|lost|putting|have[ ]put)"
)
"""What is done to one of the staff; what is asked of a post is none of it."""
_DONE_TO_BEGINS = begins(
    "moved talked talking spoken paid paying watch retrain suspect blame replace remove warned",
    "supervise stopped banned reported referred block eye contract shifts parted gave sacked dismissed lost putting",
    "have",
)
_NOBODYS = "Say what was not done, and nothing of who that was: everyone here knows."
BLAMED = (
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(rf"\b{_ONE}\b"),
        (STAFF_BEGIN | begins("lad girl"),),
        _tells_on,
    ),
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(
            rf"\b(?:one|two|some)[ ]of[ ](?:our|the)[ ](?:[\w-]+[ ])?{STAFF}\b| \b(?:the|our)[ ](?:two|three"
            rf"|pair[ ]of|other)[ ](?:[\w-]+[ ]){{0,2}}?{STAFF}(?<=s)\b"
        ),
        (STAFF_BEGIN, begins("one two some three pair other")),
        _is_past,
    ),
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(
            r"\b(?:whoever|the[ ](?:person|one)[ ]who)[ ](?:was[ ]on[ ](?!duty)|did[ ](?!not)|worked[ ]on|covered)\b"
        ),
        (begins("whoever who"),),
    ),
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(
            rf"\b(?:sickness|absence|demotion|dismissal|resignation|departure|suspension|arrest|conduct|hearing"
            rf"|sacking|disciplinary|allegations?|complaints?|blame|grievance|retirement|death|divorce|pregnancy"
            rf"|mistakes?|errors?|behaviour|attitude|conviction|trial|warning|bullying|drinking|gambling|theft|lies"
            rf"|rudeness|bereavement|illness)[ ](?:of|against|about|for|by|with|from)[ ]{_ONE}(?!s)\b"
        ),
        (
            STAFF_BEGIN | begins("lad girl"),
            begins(
                "sickness absence demotion dismissal resignation departure suspension arrest conduct hearing",
                "sacking disciplinary allegation complaint blame grievance retirement death divorce pregnancy",
                "mistake error behaviour attitude conviction trial warning bullying drinking gambling theft lies",
                "rudeness bereavement illness",
            ),
        ),
        is_of_one,
    ),
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(
            r"""\b(?:a[ ]certain[ ](?:someone|somebody|person|member|carer|nurse)|(?:someone|somebody)[ ](?:senior
            |we[ ]trusted)|(?:someone|somebody|the[ ]person|one[ ]person|whoever)[ ](?:in|on|from|at)[ ](?:the[ ]
            |our[ ])?(?:kitchen|laundry|office|night|nights|day|days|lates?|earl(?:y|ies)|management|head[ ]office
            |team|reception)|the[ ]one[ ]with[ ]|the[ ](?:individual|employee)[ ]concerned|that[ ]worker)\b"""
        ),
        (begins("certain someone somebody person whoever one individual employee that"),),
        _is_past,
    ),
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(r"\b(?:staff[ ]member|member[ ]of[ ]staff|worker|carer|nurse)[ ](?-i:[A-HJ-Z])\b"),
        (begins("staff member worker carer nurse"),),
    ),
    Rule(
        "something about one of the staff",
        _NOBODYS,
        insensitive(
            rf"\b(?:traced[ ]to|down[ ]to|caused[ ]by|because[ ]of|due[ ]to|owed[ ]to|handling[ ](?:by|from)"
            rf"|blamed[ ]on)[ ]{_ONE}\b"
        ),
        (STAFF_BEGIN | begins("lad girl"), begins("traced down caused because due owed handling blamed")),
        is_of_one,
    ),
    Rule(
        "what became of one of the staff",
        "Leave it out: what becomes of one of our staff is not told here.",
        insensitive(
            rf"\bwe\b[^.!?;]{{0,40}}?\b{_DONE_TO}[ ](?:(?:the|our|a|that)[ ](?:[\w-]+[ ]){{0,3}}?{STAFF}(?<!s)"
            rf"|one[ ]of[ ](?:our|the)[ ](?:[\w-]+[ ]){{0,2}}?{STAFF})(?![ ](?:rota|room|hours?|station|bells?))\b"
        ),
        (begins("we"), STAFF_BEGIN, _DONE_TO_BEGINS),
        is_of_one,
    ),
    Rule(
        "what became of one of the staff",
        "Leave it out: what becomes of one of our staff is not told here.",
        insensitive(rf"\b(?:had[ ]to|have|having[ ]to)[ ]let[ ](?:[\w-]+[ ]){{0,4}}?{STAFF}[ ]go\b"),
        (begins("let"), begins("go")),
    ),
)
"""What one of the staff did wrong, and what happens in her life."""
