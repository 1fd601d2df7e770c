"""Each exception of the privacy guard, as a sentence that tells on somebody and one beside it that does not.

Told of a pair is exactly what a message would repeat: a place found too far to the left or right, or twice, fails too.
"""

import pytest

from action_plans.family.guards.privacy.names import is_ordinary
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.guards.privacy.rule import A_NAME, Private, begins, said_after, said_before, sentence_around
from action_plans.family.words.folding import fold
from action_plans.family.words.theme_words import PersonalWords

NAMES = [
    ("We told mrs green of it.", ["mrs green"], "Tell us if you are Mr or Mrs, or neither."),
    ("We told Mr.Green of it.", ["Mr.Green"], "Write Mr or leave it out."),
    ("Our Nurse Zorvath helps.", ["Nurse Zorvath"], "Our Nurse Manager helps."),
    ("We asked the nurse Zorvath helps.", ["nurse Zorvath"], "We asked the nurse. Soup is late."),
    ("We asked the nurse. Zorvath came.", ["nurse. Zorvath"], "We asked the nurse. Everyone came."),
    ("It was for A. J. Bo.", ["A. J.", "A. J. Bo"], "We buy from M & S. Food is good there."),
    ("In May J. Zorvath came.", ["J. Zorvath"], "We buy from M & S. Zumba is on Fridays."),
    ("It was for Zorvath B alone.", ["Zorvath B"], "It was for Vitamin D alone."),
    ("In the end Zorvath B came.", ["Zorvath B"], "In the end Group B came."),
    ("Then, AB, the first, came.", [", AB,"], "The TV was new."),
    ("That day AB fell.", ["AB"], "That day IT was down, and TV was off."),
    ("We told brenda's mum.", ["brenda"], "We told ada, or brian's mum."),
    ("And Brenda-Lu's cup is new, and so is Mihaela's.", ["Brenda-Lu", "Mihaela"], "The Drop-In is open."),
    ("It is Kowalczykowski's, or Brenda's.", ["Kowalczykowski", "Brenda"], "It is at Zumba, or Polish."),
    ("It is for Rice alone.", ["Rice"], "Rice is for all."),
    ("It is for Rose, and for Rice.", ["Rose", "Rice"], "It is the BEST, and the Rose Garden."),
    ("It is for York, and for Brenda Quillan.", ["Brenda"], "It is for York, on Friday."),
    ("It is near Victoria.", ["Victoria"], "It is on Victoria Road."),
    ("It is Brenda's.", ["Brenda"], "It is at St Brenda's, and in Brenda Road."),
    ("It is Brenda.", ["Brenda"], "It is in Brenda's Lane, and in Mount Brenda."),
]
USED = [
    ("May fell.", ["May"], "May is warm."),
    ("June, who came in May, fell.", ["June"], "June, when it is warm, is best."),
    ("In the end May fell.", ["May"], "In the end May is warm."),
    ("Will told us.", ["Will"], "Will you tell us? Will family come?"),
    ("We asked Will to come.", ["Will"], "Will this help? We think so."),
    ("Zorvath told us.", ["Zorvath"], "Cleaners told us."),
    ("Zorvath was cold.", ["Zorvath"], "Soup was cold."),
    ("Zorvath was never asked.", ["Zorvath"], "Pain was never asked about."),
    ("Zorvath had been in bed.", ["Zorvath"], "Sheets had been left."),
    ("We think Soup told us.", ["Soup"], "We think. Soup told us."),
    ("Zorvath, who came in May, fell.", ["Zorvath"], "Welders, who came in May, left."),
    ("Zorvas, whose door sticks, is in.", ["Zorvas"], "Welders, whose van is here, left."),
    ("We met Zorvers, who came in May.", ["Zorvers"], "Zorvers, who came in May, left."),
    ("Hope, who came in May, left.", ["Hope"], "Families, who came in May, left."),
    ("Zorvath, a keen gardener, fell.", ["Zorvath"], "Bingo, an old game, is back."),
    ("Zorvath (on the top floor) fell.", ["Zorvath"], "Bingo (on the top floor) is back."),
    ("Zorvath, 82, came.", ["Zorvath"], "Zumba, 8 times a year, is back."),
    ("Zorvath (now 82) came.", ["Zorvath"], "Zumba (8 times) is back."),
    ("It is Zorvath on nights.", ["Zorvath"], "Help on nights is there."),
    ("Rose on nights is new.", ["Rose"], "Roses on nights are new."),
    ("We live near Zorvath, and Quillan fell.", ["Quillan"], "We live near Zorvath, a town, and could not."),
    ("It rained, and Zorvath told us.", ["Zorvath"], "Near Zorvath, a small town, fell rain."),
    ("Zorvath's room, and Quillan's chair.", ["Zorvath", "Quillan"], "Everyone's room, and Sunday's tea."),
    ("Today our carer Zorvath came.", ["Zorvath"], "Today our carer Friday came."),
    ("Zorvath Quillan fell.", ["Quillan", "Zorvath Quillan"], "Zumba Gold is on Fridays."),
    ("Zorvath Quillan's cup is new.", ["Zorvath Quillan's"], "Brightwater Blinds is a firm."),
    ("On Monday Zorvath Quillan came.", ["Zorvath Quillan"], "On Monday Zorvath Road shut."),
    ("Brightwater Blinds is old. We saw Zorvath Quillan.", ["Zorvath Quillan"], "Brightwater Blinds is old."),
    ("Care Zorvath Quillan gave is good.", ["Zorvath Quillan"], "Zorvath Care gave, and so did Age Concern."),
    ("It was Zorvath.", ["Zorvath"], "It was at Zorvath, the town."),
    ("Thank Zorvath for it.", ["Zorvath"], "Age Concern told us."),
    ("We saw. Residents Zorvath told us of came.", ["Zorvath"], "In the end the Police Fund told us."),
    ("In Ward B Zorvath fell.", ["Zorvath"], "In the end the TB Alert told us."),
    ("It is Zorvath, or it is not.", ["Zorvath"], "It is Zorvath Sunday, or it is not."),
]
ROOMS = [
    ("The bell in room 14 rang.", ["room 14"], "There is no room one could want."),
    ("There is no room 14 here.", ["room 14"], "There is more room. One is enough."),
    ("It was in room B.", ["room B"], "It was in a room. A bell rang."),
    ("Someone from 14 came.", ["Someone from 14"], "Someone from 14 shops came."),
    ("A man by the lift came.", ["A man by the lift"], "The residents by the lift came."),
    ("The person in the corner came.", ["The person in the corner"], "Ask the person by the door."),
    ("It was in the end room.", ["in the end room"], "It was in the quiet room."),
    ("It was the small back bedroom.", ["the small back bedroom"], "It was the small back garden."),
    ("The blue bedroom is damp.", ["The blue bedroom"], "The blue room is damp."),
    ("The bed in the blue room is wet.", ["in the blue room"], "The tea in the blue room is good."),
    ("Someone fell in the green room.", ["in the green room"], "Someone sang in the green room."),
    ("It is the second door on the left.", ["second door on the left"], "It is the door on the left."),
    (
        "Tea is here. A bell in the red room broke.",
        ["in the red room"],
        "A bell broke. Tea is in the red room.",
    ),
]
COUNTS = [
    ("Two people fell over.", ["Two people"], "Two people over 80 fell."),
    ("Two people fell.", ["Two people"], "We have room for two people who need help."),
    ("We had two people who need help.", ["two people"], "We had at least two people who need help."),
    ("Two residents who now have keys lost them.", ["Two residents"], "Two people who now have keys check each door."),
    ("The sofa is for cats. Two residents fell.", ["Two residents"], "The sofa is for two residents."),
    ("Three families complained.", ["Three families"], "Three families came to tea."),
    ("Three families wrote. Some came.", ["Three families"], "We wrote to three families."),
    ("One family was told.", ["One family"], "One family room is free, and two family cars are here."),
    ("Both families were told.", ["Both families"], "Both family members were told."),
]
PERSONS = [
    ("One was aged 82, it says.", ["aged 82"], "Anyone aged 82 can come."),
    ("All came. One was aged 82.", ["aged 82"], "If you are over 80, it says, and aged 82, you can come."),
    ("Anyone can come. One was aged 82.", ["aged 82"], "The lift was aged 82."),
    ("A thing she lost, aged 82.", ["aged 82", "she"], "The lift is now aged 82."),
    ("A 90-year-old fell.", ["90-year-old"], "A 90-year-old lift is slow."),
    ("It is 82 years old, as the man says.", ["82 years old"], "It is 82 years old. The man knows."),
    (
        "We met, at last, Zorvath, 82 years old.",
        ["82 years old", "Zorvath"],
        "Anyone here, 82 years old or not, can come.",
    ),
    ("A man of 82 came.", ["man of 82"], "A man of 82 kg, or of 82 kilos, can use it."),
    ("It was the cook's 60th birthday.", ["cook's 60th birthday"], "It was the home's 60th birthday."),
    ("It was the age of 82 for one.", ["the age of 82"], "Anyone can come from the age of 82."),
    ("She fell.", ["She"], "A nurse looks. She asks too."),
    ("A nurse came. It was late. She fell.", ["She"], "A nurse came late. She knocked."),
    ("We told him, or others.", ["him"], "We ask what he or she likes, and tell him or her."),
    ("We ask, and he is glad.", ["he"], "We ask what she/he likes."),
    ("A lady who came fell.", ["A lady who"], "We help if a lady who came asks."),
    ("It helps. When? A lady who came fell.", ["A lady who"], "It helps when a lady who came asks."),
    ("It was for resident B.", ["resident B"], "It was for Carers UK."),
]


@pytest.mark.parametrize(("told", "words", "honest"), [*NAMES, *USED, *ROOMS, *COUNTS, *PERSONS])
def test_a_sentence_is_held_for_these_very_words_and_the_one_beside_it_is_not(
    told: str, words: list[str], honest: str
) -> None:
    """Of each pair the first tells on somebody, by these words and no others; the second, much like it, on nobody."""
    assert [private.words for private in PrivateWords().find(fold(told))] == words
    assert [private.words for private in PrivateWords().find(fold(honest))] == []


def found(patterns: PrivateWords, text: str, *, is_english: bool = True) -> list[str]:
    """Return the words of each place, in the order found."""
    return [text[private.start : private.end] for private in patterns.find(fold(text), is_english=is_english)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Call 01632 960101 now.", []),
        ("Call (01632) 960101 now.", []),
        ("Call 01632 960109 now.", ["01632 960109"]),
        ("Call (01632) 960109 now.", ["(01632) 960109"]),
        ("Call 01632 9601011 now.", ["01632 9601011"]),
        ("Ask Brenda Zork now.", []),
        ("Ask Brenda now.", ["Brenda"]),
    ],
)
def test_what_may_be_published_is_let_pass_whole(text: str, words: list[str]) -> None:
    """A number of the contact, in brackets or not, and a name that agreed; no longer number, no part of a name."""
    assert found(PrivateWords(allowed=frozenset(["01632 960101", "Brenda  Zork"])), text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was quillan.", ["quillan"]),
        ("It was AL QUILLAN.", ["AL QUILLAN", "QUILLAN"]),
        ("It was al.", []),
        ("It was j.", []),
        ("It was quillanson.", []),
        ("Rice is hot, and so is rice.", []),
        ("Rice told us.", ["Rice"]),
        ("Soup is hot.", []),
        ("It was Soup, in Rice Road, and soup.", ["Soup"]),
        ("It was j rice.", ["j rice"]),
    ],
)
def test_a_refused_name_is_found_in_any_letters(text: str, words: list[str]) -> None:
    """Whole, and each part of three letters or more; a part that is a word too only where it is used as a name."""
    patterns = PrivateWords(refused=("Al Quillan", "J Rice", "Al Soup", " "))
    assert sorted({text[private.start : private.end] for private in patterns.refused_in(fold(text))}) == words
    assert all(private.is_certain and not private.words for private in patterns.refused_in(fold(text)))


def test_a_refused_name_is_told_once_and_never_repeated() -> None:
    """Where a rule would find it too, it is the project's own list that is named."""
    private = [(each.what, each.words) for each in PrivateWords(refused=("Brenda",)).find("Ask Brenda now.")]
    assert private == [("a name from your list of names to refuse", "")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Pani Zork i pan zork.", ["Pani Zork"]),
        ("pan zork, Pan. Zork", ["Pan. Zork"]),
        ("W pokoju 14 i przy lozku 3b, w pokoju zork.", ["pokoju 14", "lozku 3b"]),
        ("Zorvath told us. She fell in room 14.", []),
        ("To jest Brenda.", ["Brenda"]),
        ("Anna Rice i Rice, tel. 01632 960109.", ["01632 960109", "Anna"]),
    ],
)
def test_in_another_language_its_own_words_and_the_list_tell(text: str, words: list[str]) -> None:
    """Numbers, names of the list that no word is, and what stands before a name, a room or a bed in that language."""
    polish = PersonalWords(before_names=("pan", "pani"), rooms=("pokoju",), beds=("lozku",))
    assert sorted(found(PrivateWords(other_words={"pl": polish}), text, is_english=False)) == sorted(words)


def test_a_language_may_have_no_words_for_one_of_them() -> None:
    """Then nothing is looked for there."""
    nothing = PersonalWords(before_names=(), rooms=(), beds=())
    assert found(PrivateWords(other_words={"pl": nothing}), "Pani Zork w pokoju 14", is_english=False) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("room 14", ["room 14"]),
        ("Zorvath told us", ["Zorvath"]),
        ("943 476 5919", ["943 476 5919"]),
        ("4 May 1931, 123456", []),
        ("quillan", [""]),
    ],
)
def test_an_address_is_read_for_names_rooms_and_certain_numbers(text: str, words: list[str]) -> None:
    """Other numbers may lead to pages."""
    assert [private.words for private in PrivateWords(refused=("Quillan",)).find_in_address(text)] == words


def test_only_what_reads_for_no_meaning_is_certain() -> None:
    """A number with a valid check digit; no name, room or count is."""
    text = "Brenda has 943 476 5919, and two residents are in room 14."
    assert [private.words for private in PrivateWords().find(text) if private.is_certain] == ["943 476 5919"]


@pytest.mark.parametrize(
    ("what", "is_name", "needs_small_letters"),
    [
        (A_NAME, True, True),
        ("a person's name or initial", True, False),
        ("a person's initials", True, False),
        ("a count of people", False, True),
        ("a share of the people", False, True),
        ("someone's age", False, False),
    ],
)
def test_what_kind_it_is_decides_where_it_counts(what: str, is_name: bool, needs_small_letters: bool) -> None:
    """A contact may be named; a count or a surname means nothing where the next text begins."""
    private = Private(what, "", 0, 0, "")
    assert private.is_name == is_name
    assert private.needs_small_letters == needs_small_letters


def test_names_that_are_words_too_are_known() -> None:
    """From the list of names, and from that of words; others are names alone."""
    assert is_ordinary("Rice")
    assert is_ordinary("Soup")
    assert not is_ordinary("Okafor")


def test_a_sentence_is_told_from_those_beside_it() -> None:
    """It ends at a full stop, a question, a call or a semicolon before a blank; no decimal point is one."""
    text = "One is. Two is 3.5 so! Is it three? Four is; five is"
    for place, sentence in [
        (2, "One is"),
        (13, "Two is 3.5 so"),
        (26, "Is it three"),
        (39, "Four is"),
        (48, "five is"),
    ]:
        assert sentence_around(text, place, place + 1) == sentence
    assert said_before(text, 17) == "Two is 3."
    assert said_before(text, 17, sentences=2) == "One is. Two is 3."
    assert said_after(text, 17) == "5 so"


def test_beginnings_have_four_letters() -> None:
    """Or all of a shorter word; words are parted by blanks and strokes."""
    assert begins("bedroom|bed", "a b") == {"bedr", "bed", "a", "b"}
