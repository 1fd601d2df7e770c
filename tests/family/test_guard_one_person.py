"""Claims about one person told of without a name: each sentence is held, the one beside it, much like it, passes."""

import pytest

from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.words.folding import fold

DESCRIBED = [
    ("A tenant fell out with the cook.", "A tenant can ask the cook."),
    ("One man was cold.", "If a man is cold, he or she can ask."),
    ("The blind lady upstairs tripped.", "The ladies' choir sang."),
    ("A client from abroad was lost. One client wept.", "The client group met."),
    ("The vicar who lives here gets up at night.", "Anyone who lives here can get up at night."),
    ("Our oldest resident likes it.", "Our oldest lift is slow."),
    ("Our newest carer likes it.", "If our newest carer likes it, good."),
    ("Our longest-staying resident likes it.", "Our longest corridor is cold."),
    ("A retired vicar in town likes it.", "A retired person in town likes it."),
    ("The only man on the unit likes it.", "The only way in is the side door."),
    ("The youngest carer is new to this.", "The newest hoists are new to us."),
    ("A resident's daughter rang.", "If a resident's daughter rings, we answer."),
    ("We like the Polish nurse.", "We teach in Polish, and have Polish books."),
    ("The pregnant carer is well.", "Each pregnant carer is helped."),
    ("The carer with the red hair is well.", "The carer with the keys is well."),
    ("The one who shouted is well.", "The one who signs is on duty."),
    ("The retired vicar's visits are long.", "People who are retired can visit."),
    ("Our ex-copper likes it.", "Our ex-council van is old."),
    ("The person with the two parrots was cold.", "The person with the keys opens it."),
    ("A client on Mill Lane is glad.", "A shop on Mill Lane is glad."),
    ("The one resident under 65 is glad.", "The one lift under repair is old."),
    ("Both of our diabetics like it.", "Diabetics like it."),
    ("Our two men like it.", "Our two lifts are new."),
    ("Everyone but one came.", "Everyone came but the cook."),
    ("The person was lost.", "The person in charge was told."),
    ("Someone who kept pigeons lives here.", "Someone who lives here keeps pigeons."),
    ("The pair who share it like it.", "The pair of scales is new."),
    ("All go out apart from one.", "All go out apart from Mondays."),
]
EVENTS = [
    ("Someone fell on 3 May.", "Someone sang on 3 May."),
    ("Someone was hurt in May.", "We found that someone was hurt and may be again."),
    ("A person choked at tea on Tuesday.", "A person can choke, on Tuesdays or at any time."),
    ("A tenant was hurt last week.", "If a tenant was hurt last week, please say."),
    ("A person was taken to hospital overnight.", "A nurse is here overnight."),
    ("When tea went over a person on 22 April, it scalded.", "The tea was cold on 22 April."),
    ("The inquest is in June.", "The meeting is in June."),
    ("The coroner asked for it.", "The coroner may ask for it."),
    ("Detectives came.", "The police choir came."),
    ("Someone alleged a theft.", "Someone asked for tea."),
    ("A carer was referred to the council.", "We refer nobody to the council."),
    ("The court wrote to a client.", "The tennis court is for each client."),
    ("A person's bank card was used.", "If a person's bank card was used, tell us."),
]
RELATIVES = [
    ("One daughter has been banned.", "A daughter or son can come."),
    ("A stepson wrote to us.", "If a stepson writes to us, we answer."),
    ("We met a daughter.", "We met a daughter and son group: see a daughter or son."),
    ("One son's camera was found.", "Your son's camera may be used."),
    ("One relative took it to court.", "One relative told us of it."),
    ("The family who moved away liked it.", "The family room is new."),
    ("We refunded a family.", "We thank a family's friends."),
]
STAFF = [
    ("The night senior gave the wrong tablets.", "The night senior gives the tablets."),
    ("A nurse did not sign.", "A nurse did not always sign."),
    ("The cook on Sunday burnt it.", "The cook on Sunday makes a roast."),
    ("Our deputy's divorce took time.", "Our deputy's office is new."),
    ("The chef is often rude.", "The chef is often here."),
    ("The cleaner will be retrained.", "The cleaner will be here."),
    ("The porter and the cook are married.", "The porter and the cook are here."),
    ("The carer who keeps smoking is here.", "The carer who is on duty is here."),
    ("The gardener is going through a lot.", "The gardener is going to plant more."),
    ("The driver lost his licence.", "The drivers lost the key."),
    ("Our handyman left the gate open.", "Our handyman has mended the gate."),
    ("The deputy has gone.", "The deputy has started."),
    ("One of our nurses took them home.", "One of our nurses is always here."),
    ("Whoever was on nights slept.", "Whoever is on nights is awake."),
    ("We have talked to the night nurse.", "We have asked the night nurse to look."),
    ("We will be watching the cook.", "We will be asking the cook."),
    ("We had to let the chef go.", "We let the chef choose, and go on."),
    ("An agency carer misheard it.", "An agency carer hears it."),
    ("One nurse's spelling is poor.", "One nurse's room is small."),
    ("The sickness of the cook goes on.", "The menu of the cook goes on."),
    ("A complaint about the cook goes on.", "Complain about the food to the cook."),
    ("A certain someone left it open.", "A certain amount is left."),
    ("Someone in the kitchen took meat.", "Someone in the kitchen takes calls."),
    ("All the night staff except one passed it.", "All the night staff passed it."),
    ("We spoke with staff member B.", "We spoke with staff on floor B."),
    ("The loss was traced to the helper.", "The leak was traced to the pipe."),
    ("We suspect one of our nurses.", "We thank each of our nurses."),
    ("The senior with the sharp tongue is here.", "The senior with the long list is here."),
    ("The nurse signed for what she had not done.", "A nurse signs for what she does."),
]
NAMES = [
    ("Ffelion's hours have gone up.", "Zumpali's on Fridays, and in Oakham's market."),
    ("Our lead, Marvelon, is off.", "At Oakley Road, Bedford, is a shop."),
    ("We know that Trehorne's ring is lost.", "We know that Boots's shop is shut."),
    ("Dobbolin kept getting out.", "Porridge kept warm."),
    ("Vikramal can't swallow.", "Syrup can't spill."),
    ("We thank Lincoln and Ann.", "The bus goes to Skegness, Lincoln and the coast."),
    ("We thank Bosch.", "We have a Bosch, and like Parkinson's UK."),
]
ANY_WORD = [
    ("The sailor upstairs likes it loud.", "The lounge upstairs is loud."),
    ("A footballer lives here.", "A footballer may call."),
    ("The visitor wept. The book was read.", "The visitor book was full."),
    ("The tenant needs two to lift.", "The tenant handbook is new."),
    ("The wound went bad.", "The wound clinic was shut."),
    ("The police came after someone was hurt.", "The police come when someone was hurt."),
    ("The mayor stole soap.", "The mayor opened the new wing."),
    ("A pianist with a bad hip lives here.", "A pianist plays here."),
    ("The sculptor never visits us.", "The sculptor kindly visits us."),
    ("A very old great-niece was cross.", "A very old great-niece may ask."),
    ("The actress's cat was sick.", "Each actress's cat was fed."),
    ("Our sister was cold.", "Our sister home was cold."),
    ("Dad was cold.", "If Dad was cold, say so."),
    ("Mum's tea was cold.", "Your mum's tea was hot."),
    ("The tenant's harp broke. All was well.", "The harp broke. Every tenant was well."),
    ("An individual was left.", "Every individual was asked."),
    ("That adult wept.", "The second adult signed."),
    ("One relative wept.", "One relative told us."),
    ("The partner fainted.", "The partner in charge waited."),
    ("The eighth flatly refused.", "The eighth floor was wet."),
    ("The only adult with a cat left.", "The only other bus left."),
    ("The sole one who stayed was cross.", "The sole one left was the red one."),
    ("Those two sulked.", "Those who came sang."),
    ("There was a death in spring.", "There was a meeting in spring."),
    ("The choking should never have happened.", "The choking should be talked about."),
    ("Nobody came when the blind lady fell.", "Nobody came when bells rang."),
    ("The new carer who stole is here.", "The new carer who joined is here."),
    ("ASK THE COOK. SHE IS FULL.", "ASK THE COOK. SHE CAN HELP."),
    ("A third nurse is gambling.", "We want a third nurse and are asking about."),
]


@pytest.mark.parametrize(("told", "honest"), [*ANY_WORD, *DESCRIBED, *EVENTS, *RELATIVES, *STAFF, *NAMES])
def test_what_tells_on_one_person_is_held_and_the_sentence_beside_it_is_not(told: str, honest: str) -> None:
    """The first tells on somebody whom people there would know; the second, much like it, on nobody."""
    assert [private.words for private in PrivateWords().find(fold(told))] != []
    assert [private.words for private in PrivateWords().find(fold(honest))] == []


@pytest.mark.parametrize("told", [told for told, _ in (*ANY_WORD, *DESCRIBED, *EVENTS, *RELATIVES, *STAFF)])
def test_in_capitals_it_tells_no_less(told: str) -> None:
    """A headline tells on somebody as well."""
    assert [private.words for private in PrivateWords().find(fold(told.upper()))] != []
