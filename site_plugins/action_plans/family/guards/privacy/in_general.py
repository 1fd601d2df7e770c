"""What holds for anybody, and what is only supposed: words beside which nothing is told of one person.

Every guard that tells a rule from what has happened takes its words from here. Each word lets something pass, so a
guard has no more of them than it needs: some look at a whole sentence, others only at what they found, and what is a
rule beside a relative may be news beside one of the staff.
"""

import re

from action_plans.family.guards.privacy.rule import Expression


def _any_of(*lists: str) -> Expression:
    return Expression(rf"\b(?:{'|'.join(lists)})\b", re.IGNORECASE)


def _behind(*lists: str) -> Expression:
    """Return what finds that a text ends with one of some words: what stands before a place."""
    return Expression(rf"\b(?:{'|'.join(lists)})\s?$", re.IGNORECASE)


_ANYBODY = (
    r"any(?! more\b| longer\b| say\b)|anyone|anybody|each|every|if|when|whoever|would|should(?! (?:never|not) have\b)"
)
"""For all of them. What should never have been has been, and what is not any more was."""
_RULE = rf"{_ANYBODY}|everyone|everybody|(?-i:may)(?! have\b)|might|can|must"
"""For all but the staff: `everyone knows which carer was sacked` is no rule. In May is when it was, not a rule."""
_SENTENCE = rf"{_RULE}|no one|whenever|unless|whether|such as"
"""For those that look at a whole sentence."""

FOR_ANYBODY = _any_of(_SENTENCE, r"nobody|in case|could (?:be|have|fall|miss|get)|for example")
"""A sentence that tells what holds for anybody."""
FOR_ANYBODY_LOOSELY = _any_of(_SENTENCE, r"you|your|ask|tell us|please|a person|always|usually|often")
"""The same, however loosely: where a word for a person is one that nobody knew of."""
FOR_ANY_LIKENESS = _any_of(_RULE, r"someone|somebody|person|nobody|no|who is|could")
"""Words that tell how someone looks or lives, of anybody."""
FOR_ANY_STAFF = _any_of(_ANYBODY, r"no|will be|must be|can be|could be|may be")
"""Words that tell what becomes of one of the staff, of anybody who works there."""

_SUPPOSED = r"if|when|whether|unless|ask for|for"
SUPPOSED_OF_ONE = _behind(_SUPPOSED, "whenever")
"""Before one who is described: she is only supposed."""
SUPPOSED_OF_RELATIVE = _behind(_SUPPOSED, r"like|such as|as|be|being|become|your|or|every|each|any")
"""Before a relative: he is only supposed, anybody's, or what somebody is."""
