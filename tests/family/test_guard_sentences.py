"""Each exception of the privacy guard, as a sentence that tells on somebody and one beside it that does not.

Told of a pair is exactly what a message would repeat: a place found too far to the left or right, or twice, fails too.
"""

import pytest

from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.words.folding import fold

NAMES = [
    ("We told mrs green of it.", ["mrs green"], "Tell us if you are Mr or Mrs, or neither."),
    ("We told Mrs\N{ZERO WIDTH SPACE}Green of it.", ["MrsGreen"], "Write Mrs or Green."),
    ("We told Rev Green.", ["Rev Green"], "We told the Rev. Soup is late. We see the Dr Monday."),
    ("The Murphys and the Evanses came.", ["Murphys", "Evanses"], "Wales and the Beatles came."),
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
    ("It was KOWALCZYKOWSKI, or BRENDA.", ["KOWALCZYKOWSKI", "BRENDA"], "It was RICE, or ROSE."),
    ("It is for Rice alone.", ["Rice"], "Rice is for all."),
    ("It is for Rose, and for Rice.", ["Rose", "Rice"], "It is the BEST, and the Rose Garden."),
    ("It is for York, and for Brenda Quillan.", ["Brenda"], "It is for York, on Friday."),
    ("It is near Victoria.", ["Victoria"], "It is on Victoria Road."),
    ("It is Brenda's.", ["Brenda"], "It is at St Brenda's, and in Brenda Road."),
    ("It is from Zorvath Grange.", ["Zorvath Grange"], "It is at Zorvath Grange."),
    ("It is for Brenda of the Hart Choir.", ["Brenda"], "It is at the Brenda Hart Centre."),
    ("CQC rated us Zorvath.", ["Zorvath"], "CQC rated us Good, Requires Improvement and Inadequate."),
    ("It is for Zorvath.", ["Zorvath"], "It goes across Harrowdale, and is at Tanner's Row."),
    ("We met Little Zorvath.", ["Little Zorvath"], "It is in Little Zorvath."),
    ("Zorvath had not been asked.", ["Zorvath"], "Zorvathers had not been asked."),
    ("It is for Zorvath.", ["Zorvath"], "It is for Mum, if Mum asks."),
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
    ("Zorvath who came in May left.", ["Zorvath"], "Say who came in May."),
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
    ("The end bed waited.", ["The end bed"], "The end bed has a new rail."),
    ("The blue bedroom is damp.", ["The blue bedroom"], "The blue room is damp."),
    ("The bed in the blue room is wet.", ["in the blue room"], "The tea in the blue room is good."),
    ("Someone fell in the green room.", ["in the green room", "Someone fell"], "Someone sang in the green room."),
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
    ("It is 82 years old, as the man says.", ["82 years old", "the man"], "It is 82 years old. Men know."),
    (
        "We met, at last, Zorvath, 82 years old.",
        ["82 years old", "Zorvath"],
        "Anyone here, 82 years old or not, can come.",
    ),
    ("A man of 82 came.", ["man of 82", "A man"], "A man of 82 kg, or of 82 kilos, can use it."),
    ("It was the cook's 60th birthday.", ["cook's 60th birthday"], "It was the home's 60th birthday."),
    ("It was the age of 82 for one.", ["the age of 82"], "Anyone can come from the age of 82."),
    ("She fell.", ["She"], "A nurse looks. She asks too."),
    ("A nurse came. It was late. She fell.", ["She"], "A nurse comes. She knocks."),
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
