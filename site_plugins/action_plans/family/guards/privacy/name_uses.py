"""How only a name is used: what a person does or suffers, owns, or is told."""

from action_plans.family.guards.privacy.rule import Expression

WORD = r"[A-Z][a-z]+(?:['-][A-Z]?[a-z]+)*|Mc[A-Z][a-z]+|O'[A-Z][a-z]+"
"""A word with a capital, for expressions."""

DOES = (
    r"(?:said|says|told|tells|asked|asks|fell|cried|cries|waited|waits|complained|lay|died|slept|sleeps|choked"
    r"|forgot|wandered|lives|lived|sits|sat|likes|loves|wanted|wants|hit|missed|screamed|shouted|worries|remembers"
    r"|refused|refuses|ate|drank|drinks|wept|smiled|walked|resigned|apologised|lost (?:weight|her|his)|never (?:got"
    r"|ate|had|saw|came)|had (?:not been|no|a fall|to wait|his|her|asked)|has (?:not been|asked|died|lived|had)"
    r"|was (?:left|found|given|moved|hurt|rude|sad|upset|alone|ill|taken|in tears|told|asked|hungry|cold|wet|scared"
    r"|crying|sent|(?:not|never) (?:given|told|asked|fed|washed|helped|weighed|turned|moved|seen))"
    r"|ha[ds] been (?:in (?:bed|hospital|pain)|ill|unwell|asleep|awake|alone|told|asked|waiting|given|left)"
    r"|did not (?:get|eat|sleep|know|wash|answer|knock|have|see|hear|come)|could not|went (?:without|home|to)"
    r"|gave (?:the|him|her|out)|works? (?:here|nights|in|on|for)|feeds|found (?:her|him)|is (?:\d|sad|upset|lonely"
    r"|deaf|blind|scared|unhappy|in charge|on nights|pregnant|rude)|will no longer|kept|keeps|spoke|speaks"
    r"|came (?:back|home|to see)|felt|feels|thinks|thought|got (?:up|out|her|his|very|upset)|can(?:no|')t (?:swallow"
    r"|walk|eat|see|hear|speak|sleep|stand|wash|get|sit|talk|read|bear|use)|(?:does|did)n't (?:like|want|eat|get"
    r"|know|sleep|wash|answer|have|see|hear|come|feel|always|need)|will (?:get (?:a|her|his|the|more|one)|see (?:a"
    r"|the|her|his)|have (?:a|her|his)|move|go (?:home|back|to)|come (?:home|back))|needs? (?:help|two|a hoist)"
    r"|and (?:[A-Z][a-z]+) (?:did|were|had|gave|said|told|waited|both|lost|fell|asked|work|worked|found))"
)
_OWNS = (
    r"(?:room|chair|bed|daughters?|sons?|wife|husband|mother|father|mum|dad|legs?|arms?|hips?|feet|foot|hands?"
    r"|tablets|pills|medicines?|bell|glasses|teeth|hearing|family|sisters?|brothers?|nieces?|nephews?|wheelchair"
    r"|frame|stick|care plan|records|birthday|death|things|clothes|money|food|drink|dinner|lunch|tea|name|partner"
    r"|friend|fall|skin|hair|weight|chart|notes|door|flat|cousin|grand\w+|neighbour|eye drops|insulin|pain|buzzer"
    r"|call|visit|shift|mistake|mattress)"
)
_OF_A_PERSON = (
    r"(?:ring|wedding|warfarin|insulin|dementia|hours|chair|room|bed|daughters?|sons?|wife|husband|mother|father|mum"
    r"|dad|family|tablets|medicines?|care|plan|fall|leg|hip|arm|hand|birthday|funeral|death|money|purse|clothes"
    r"|glasses|teeth|hearing|skin|wound|sore|catheter|stoma|diabetes|cancer|stroke|seizures?|behaviour|visit"
    r"|visitors?|phone|things|belongings|watch|cat|dog|flat|house|dinner|lunch|breakfast|tea|drink|weight|diet"
    r"|allergy|oxygen|pain|breathing|mood|risk|assessment|records?|notes)"
)
_DONE_TO = (
    r"(?:told|asked|helped|checked on|looked after|looking after|cared for|waited for|sat with|talked about|moved"
    r"|hit|washed|fed|thank|thanked|sacked|dismissed|suspended|ring|call|ask for|asked for|speak to|spoke to"
    r"|speak with|talk to|talked to|write to|wrote to|tell|found|saw|left|put|gave|dressed|weighed|turned|hurt"
    r"|lifted|dropped|forgot|let|took|paid|locked|ignored|see|contact|email|met|to see|blamed|like|of|by|than)"
)
_WHO = (
    r"(?:carer|nurse|man|woman|lady|gentleman|person|resident|cook|chef|someone|manager|worker|boy|girl|friend"
    r"|mother|mum|father|dad|son|daughter|wife|husband|sister|brother|niece|nephew|neighbour|handyman|cleaner|lead"
    r"|deputy|tenant|patient|colleague|volunteer|driver|doctor|pharmacist|visitor)"
)
_PLACED = (
    r"(?:(?:from|on|in|at) (?:nights?|days?|earlies|lates|(?:the )?(?:agency|kitchen|laundry|office|reception"
    r"|front desk|desk|bank|night team|day team|ground floor|first floor|second floor|top floor|end room|corner room"
    r"|garden flat|council))|(?:in|from) (?:room|flat|bed|number))"
)
_FEW = r"(?:aged |now |then |only |just |nearly |almost )?"
IS_SOMEBODY = Expression(rf"(?: {DOES}|,? who(?:se|m)?)\b")
"""What stands behind a name and behind no month or verb: what only a person does, or `who`."""

WHO = Expression(rf"(?<![\w'])(?P<name>{WORD}),? who(?:se|m)?\b")
"""At the beginning of a sentence it tells nothing of many: `Singers, who come on Fridays`."""
PLACED = Expression(rf"(?<![\w'])(?P<name>{WORD}),? {_PLACED}\b")
"""At the beginning of a sentence it tells nothing of a word: `Help at night`."""
DOES_AFTER_MORE = Expression(rf"(?<![\w'])(?P<name>{WORD})(?:, [^,.;:!?()]{{1,60}},| \([^()]{{1,60}}\)) {DOES}\b")
"""Inside a sentence it tells nothing of a word: `near Oakham, a small town, could not`."""
OWNS_AT_HEAD = Expression(
    rf"(?<![\w'])(?P<name>{WORD})'s (?!(?:an?|the|on|in|at|off|back|not|now|here|there|been|being|going|gone|coming"
    r"|come|open|closed|free|for|from|to|up|down|and|or|our|your|new|best|good|great|very|so|too|just|only|still"
    r"|also|always|never|all|what|where|how|why|that|this|more|better)\b)[a-z]"
)
"""Inside a sentence it tells nothing of a word: `in Oakham's market`."""
USES = (
    WHO,
    PLACED,
    DOES_AFTER_MORE,
    OWNS_AT_HEAD,
    *map(
        Expression,
        (
            rf"(?<![\w'])(?P<name>{WORD}) {DOES}\b",
            rf"(?<![\w'])(?P<name>{WORD})'s? (?:\w+ )?{_OWNS}\b",
            (
                rf"\b{_DONE_TO} (?P<name>{WORD})(?= (?:that|to|in|on|for|from|about|if|and|at|was|had|with|who|alone"
                rf"|out|a|the|his|her|twice|again|when)\b|[.,;!?]|$|'s)"
            ),
            rf"\b{_WHO},? (?:called |named |known as )?(?P<name>{WORD})\b",
            rf"\b(?:called|named) (?P<name>{WORD})(?= (?:was|had|did|who|said)\b)",
            rf"(?<![\w'])(?P<name>{WORD})(?:, {_FEW}\d{{2,3}},| \({_FEW}\d{{2,3}}\))",
            (
                rf"(?<![\w'])(?P<name>{WORD}) and (?:{WORD}) (?:did|were|had|gave|said|told|waited|both|lost|fell"
                rf"|asked|from|are|have|found|work)\b"
            ),
            rf"\b(?:said|says|asked|wrote|told us) (?P<name>{WORD})(?=[.,;!?]|$)",
            rf"\b(?:that|with|for|about|to|of|from|and) (?P<name>{WORD})'s (?:[a-z]+ )?{_OF_A_PERSON}\b",
            rf", (?P<name>{WORD}),? (?:our|the|a|their) {_WHO}\b",
            (
                rf"\b(?:{_WHO}|[Ll]ead|[Cc]o-?ordinator|[Aa]dministrator|[Aa]ssistant|[Hh]ousekeeper|[Mm]anager"
                rf"|[Nn]urse|[Cc]arer|[Cc]ook|[Cc]hef|[Dd]eputy|[Dd]irector|[Ss]enior|[Cc]leaner|[Dd]river|[Oo]wner"
                rf"|[Cc]hair), (?P<name>{WORD}), (?:is|was|has|had|will|went|came|left|said|does|did|gave|took"
                rf"|fell)\b"
            ),
        ),
    ),
)
"""How only a name is used."""
