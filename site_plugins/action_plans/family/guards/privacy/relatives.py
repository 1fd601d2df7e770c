"""One relative in particular: what she did, said or was told."""

import re

from action_plans.family.guards.privacy.in_general import SUPPOSED_OF_RELATIVE
from action_plans.family.guards.privacy.one_person import has_happened
from action_plans.family.guards.privacy.rule import Rule, begins, insensitive, said_before

_RELATIVE = (
    r"(?:(?:step|god|grand|ex-)?(?:son|daughter|mother|father|mum|dad|wife|husband|partner|brother"
    r"|sister)(?:-in-law)?|niece|nephew|aunt|uncle|cousin|grandma|grandad|grandmother|grandfather|girlfriend"
    r"|boyfriend|fiance|fiancee|neighbour|solicitor|widow|widower)"
)
_RELATIVE_BEGINS = begins(
    "step gods godd godm godf godw godh godp godb gran ex son daughter mother father mum dad wife husband partner",
    "brother sister niece nephew aunt uncle cousin sons dads mums girlfriend boyfriend fiance neighbour solicitor",
    "widow",
)
_ONE = r"(?:a|one|the|another|that|this|our|his|her)[ ](?:(?!(?:or|and|if)\b)[\w'-]+[ ]){0,2}?"
_DID = (
    r"(?:who|has|had|was|is|isn't|wasn't|hasn't|didn't|did|rang|rings|came|comes|said|says|told|found|saw|wrote"
    r"|asked|made|got|went|left|took|gave|lost|felt|feels|thinks|thought|wants|visits|kept|keeps|shouted|threatened"
    r"|\w{2,}ed|\w{2,}ing)"
)
_INSTEAD = "Say “a relative” or “families”, and no more of who it is."


def _is_somebodys(text: str, found: re.Match[str]) -> bool:
    """Whether it is told of somebody, and not of what holds for anybody."""
    return not SUPPOSED_OF_RELATIVE.is_in(said_before(text, found.start()))


RELATIVES = (
    Rule(
        "one relative in particular",
        _INSTEAD,
        insensitive(rf"\b{_ONE}{_RELATIVE}[ ]{_DID}\b(?![ ](?:asks|wants|needs|can|may)\b)"),
        (_RELATIVE_BEGINS,),
        _is_somebodys,
    ),
    Rule(
        "one relative in particular",
        _INSTEAD,
        insensitive(
            rf"\b(?:from|by|met|told|rang|banned|between|upset|refunded|paid"
            rf"|with)[ ]{_ONE}{_RELATIVE}s?\b(?![ ](?:or|and[ ](?:wife|husband|son|daughter))\b)"
        ),
        (_RELATIVE_BEGINS,),
        _is_somebodys,
    ),
    Rule(
        "one relative in particular",
        _INSTEAD,
        insensitive(rf"\b{_ONE}{_RELATIVE}'s[ ]"),
        (_RELATIVE_BEGINS,),
        has_happened,
    ),
    Rule(
        "one relative in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:a|one|the|another)[ ](?:[\w-]+[ ])?(?:relative|visitor|family[ ]member)[ ](?:took|threatened
            |shouted|sued|swore|hit|pushed|refused|lost|left|has[ ]been|was|is[ ](?:not|no|banned|being)|won|kept
            |keeps|brought)\b"""
        ),
        (begins("relative visitor family"),),
        _is_somebodys,
    ),
    Rule(
        "one family in particular",
        _INSTEAD,
        insensitive(
            r"""\b(?:the|a|one|another|that|this)[ ](?:[\w-]+[ ])?family[ ](?:who|that)[ ](?:took|moved|left
            |complained|said|shouted|threatened|sued|wrote|asked|found|told|lost|went|rang)\b| \b(?:refunded|repaid
            |paid|compensated|banned|barred|settled[ ]with|sued[ ]by)[ ](?:a|one|the|that)[ ](?:[\w-]+[ ])?family\b"""
        ),
        (begins("family"),),
        _is_somebodys,
    ),
)
"""One relative, or one family, in particular."""
