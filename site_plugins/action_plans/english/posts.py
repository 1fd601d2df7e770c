"""What posts are called, in full and as people shorten it."""

import re


def words_of_title(title: str) -> list[str]:
    """Return the words of a title in small letters, those that are shortened in full: `deputy manager` of `Dep Mgr`."""
    return [_LONG.get(word, word) for word in re.findall(r"[^\W_]+", title.casefold())]


def names_a_post(written: str) -> bool:
    """Whether words are those of a post, and so no person's name: `Night Nurse`."""
    return not _OF_POSTS.isdisjoint(words_of_title(written))


_LONG = {
    "dep": "deputy",
    "mgr": "manager",
    "mngr": "manager",
    "reg": "registered",
    "asst": "assistant",
    "snr": "senior",
    "sr": "senior",
    "coord": "coordinator",
    "dir": "director",
    "admin": "administrator",
}
_OF_POSTS = frozenset(
    re.findall(
        r"\w+",
        """
        manager deputy lead leader nurse carer head director team senior assistant coordinator officer administrator
        cook chef trainer owner provider nominated individual clinical care quality night day home activities
        maintenance supervisor worker champion pharmacist housekeeper operations regional area training registered
        unit staff
        """,
    )
)
