"""Numbers and addresses that lead to one person: of the NHS, of insurance, of birth, of a telephone, of a file."""

import re

from action_plans.checking.confirming import is_nhs_number
from action_plans.family.guards.privacy.rule import DIGIT, DOT, MONTH, UNITS, Expression, Rule, begins, insensitive

_NO_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_DIGIT_WORD = rf"(?:zero|oh|nought|{UNITS}|double|\d)"
_A_DIGIT = (begins(DIGIT),)


def _is_postcode(text: str, found: re.Match[str]) -> bool:
    """Whether it is no ordinal or time, such as `e1 2nd`."""
    del text
    return _NO_ORDINAL.search(found[0]) is None


POSTCODE = Rule(
    "a postcode",
    "Addresses belong in `contact`.",
    insensitive(r"\b(?:[a-z]{1,2}\d[a-z\d]?)[ ]?\d[a-z]{2}\b"),
    _A_DIGIT,
    _is_postcode,
)

NUMBERS = (
    Rule(
        "an NHS number",
        "Leave it out.",
        Expression(r"(?<!\w)\d(?:[ .,/()_-]{0,3}\d){9}(?!\w)"),
        _A_DIGIT,
        is_nhs_number,
        is_certain=True,
    ),
    Rule(
        "an NHS number",
        "Leave it out.",
        insensitive(
            r"\bnhs[ ](?:(?:patient[ ])?(?:number|no\b\.?|nr\b|id\b)|\#)? [^\w]{0,3} (?:is[ ]|was[ ])?"
            r"(?!111\b)\d[\d -]{2,}"
        ),
        _A_DIGIT,
    ),
    Rule(
        "a number told digit by digit",
        "Leave it out.",
        insensitive(rf"\b(?:{_DIGIT_WORD}[ ,-]+){{5,}}{_DIGIT_WORD}\b"),
        (begins(DIGIT, UNITS, "zero oh nought double"),),
    ),
    Rule(
        "a National Insurance number",
        "Leave it out.",
        # Looser than the rule for issued numbers, which leaves out QQ, the usual example.
        insensitive(r"\b[a-z]{2}[ .-]? \d{2}[ .-]? \d{2}[ .-]? \d{2}[ .-]? [a-d]\b"),
        _A_DIGIT,
    ),
    Rule(
        "a National Insurance number",
        "Leave it out.",
        insensitive(
            r"\b(?:national[ ]insurance|ni|nino)[ ](?:number|no\b\.?)? \W{0,3} (?:is[ ]"
            r"|was[ ])? [a-z]{0,2}[ ]?\d[\d ]{2,}"
        ),
        _A_DIGIT,
    ),
    Rule(
        "a date of birth",
        "Leave it out; an age group will do where age matters.",
        insensitive(
            rf"""\b(?: d\.?[ ]?o\.?[ ]?b\b\.? | date[ ]of[ ]birth | birth[ ]?da(?:y|te) | born | b\.(?=[ ]?\d) )
            [^.!?]{{0,30}}? (?: \d{{1,2}}[ ]?[./-]\d{{1,2}} | \b(?:18|19|20)\d\d\b | \d{{1,2}}(?:st|nd|rd
            |th)?[ ](?:of[ ])?{MONTH}\b
            | \b{MONTH}[ ]\d{{1,2}}\b | \b'\d\d\b )"""
        ),
        _A_DIGIT,
    ),
    Rule(
        "a date of birth",
        "Leave it out.",
        insensitive(
            rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?[ ](?:of[ ])?{MONTH}|{MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?),?[ ](?:18"
            rf"|19)\d\d\b"
        ),
        _A_DIGIT,
    ),
    Rule(
        "a date of birth",
        "Leave it out.",
        insensitive(rf"\b{MONTH}[ ]19[0-7]\d\b | \b(?:18|19)\d\d-\d{{2}}-\d{{2}}\b"),
        _A_DIGIT,
    ),
    Rule(
        "a date in figures, perhaps of birth",
        "Leave it out, or write the month in words.",
        Expression(r"(?<![\d./-])\d{1,2} ?([/.-]) ?\d{1,2} ?\1 ?(?:\d{4}|\d{2})(?![\d/-])"),
        _A_DIGIT,
    ),
    Rule(
        "a telephone number",
        "Numbers belong in `contact` and `outside_help`.",
        Expression(r"(?<![\w.])(?:(?:\+|00)[ ]?\d{1,3}[ -]?(?:\(0\))?|\(?0)[ -]?\d(?:[ ().-]{0,3}\d){7,10}(?!\w)"),
        _A_DIGIT,
    ),
    Rule(
        "a telephone number",
        "Numbers belong in `contact` and `outside_help`.",
        insensitive(
            r"\b(?:call|ring|phone|telephone|tel|text|mobile|fax|number[ ]is"
            r"|ext(?:ension)?)\b[^\d.!?]{0,25} (?P<hit>\d[\d -]{4,}\d\b)"
        ),
        _A_DIGIT,
    ),
    Rule(
        "a telephone number",
        "Numbers belong in `contact` and `outside_help`.",
        insensitive(r"\bext(?:ension|n)?\.?[ ]\d{2,5}\b"),
        _A_DIGIT,
    ),
    Rule(
        "an e-mail address",
        "Addresses belong in `contact`.",
        insensitive(
            r"[\w.%+-]+[ ]?@[ ]?[\w-]+(?:\.[\w-]+)+ | \b[\w.%+-]+[ ][\[(]?at[\])]?[ ][\w-]+[ ][\[(]?dot[\])]?[ ]\w+\b"
        ),
        (begins("@ dot"),),
    ),
    POSTCODE,
    Rule(
        "a code that opens something",
        "Leave it out: whoever may come in asks the staff for it.",
        insensitive(
            r"""\b(?:codes?|pins?|pass(?:word|code)s?|key[ -]?safe|combination|keypad)\b(?![ ]of[ ](?:conduct|practice))
            [^.!?]{0,30}? (?<![\w.,/-])(?!(?:19|20)\d\d\b)(?=[a-z]*\d)[a-z\d]{3,}(?:[ -]\d{2,})*\#?
            | \bpass(?:word|code)s?[ ](?:is|was|:)[ ]?[\w-]+ | (?<!\w)\d{3,}\#"""
        ),
        (begins("code codes pin pins password passcode key keysafe keypad combination", DIGIT),),
    ),
    Rule(
        "a web address",
        "Addresses belong in `outside_help`.",
        insensitive(
            r"\b(?:https?|ftp)://[^\s]+ | \bwww\.[^\s]+"
            r"| \b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|info|care|health|io|co|eu|ie|pl|ro)\b(?:/[^\s]*)?"
        ),
        (begins("http https ftp www", DOT),),
    ),
    Rule(
        "the sum of a file or a version",
        "Leave it out.",
        insensitive(r"\b(?:[0-9a-f]{40}|[0-9a-f]{64})\b"),
        (),
    ),
    Rule(
        "the reference of a report, a case or a record",
        "Leave it out; say what it is about.",
        insensitive(
            r"""\b(?: ins\d?-?\d{4,} | 1-\d{6,} | (?:rgp|spl|enf|mrr|reg|cas|inc|siri?|steis|lado
                |datix)[ ]?[\d-]*\d{3,} )\b
            | \b\d{4}/\d{3,}\b | (?<![\w,.:/-])\d{6,}(?![\w,:]|\.\d)"""
        ),
        _A_DIGIT,
    ),
    Rule(
        "the reference of a report, a case or a record",
        "Leave it out; say what it is about.",
        Expression(r"\b(?!NHS 111\b)[A-Z]{1,6}\d?[-/ ]?\d{3,}(?:[-/]\d+)*\b"),
        _A_DIGIT,
    ),
    Rule(
        "the reference of a report, a case or a record",
        "Leave it out; say what it is about.",
        insensitive(
            r"""\b(?: ref(?:erence)? | case | incident | complaint | concern | referral | alert | enquiry | claim
                | file | record
            | datix | ticket | safeguarding | report )s? [ ] (?: (?: is | was ) [ ] )?
            (?: (?: number | no\b\.? | nr | ref(?:erence)? | id | code | is | was | \# | : ) [ ]? ){0,3}
            (?: [a-z]{1,3}[-/ ]? )? \d{2,}(?:[-/]\d+)* \b (?![ ](?:of|out|in|days?|weeks?|months?|hours?|%|per|years?
            |minutes?))"""
        ),
        _A_DIGIT,
        lambda _, found: (
            re.search(r"\d{3,}|\d[-/]\d", found[0]) is not None
            and re.fullmatch(r".*[ ](?:19|20)\d\d", found[0]) is None
        ),
    ),
)
"""What leads to one person by a number or an address."""
