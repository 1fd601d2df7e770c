"""The shapes of facts that stand on a page as they were written: telephone numbers, e-mail addresses, links."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit


def is_phone(text: str) -> bool:
    """Whether it is a telephone number and nothing else: 3 to 15 digits, such as `01632 960101`."""
    digits = sum(letter.isdigit() for letter in text)
    return _PHONE.fullmatch(text) is not None and _FEWEST <= digits <= _MOST


def is_email(text: str) -> bool:
    """Whether it is an e-mail address and nothing else: nothing that a mail program would fill in besides."""
    return _EMAIL.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Whether it leads to a public page: http or https, no user, password, port or query, no private host."""
    parts = _parts(text)
    if parts is None or parts.scheme not in ("http", "https") or "?" in text or "@" in parts.netloc:
        return False
    host = parts.hostname or ""
    return ":" not in parts.netloc and _HOST.fullmatch(host) is not None and not _is_private(host)


def words_of_link(link: str) -> str:
    """Return what a reader could make out in an address: its words, as a text; CQC's number of a place is none."""
    parts = _parts(link)
    if parts is None:
        return link
    path = _PLACE_OF_CQC.sub(" ", parts.path)
    return re.sub(r"[^\w']+", " ", f"{path} {parts.fragment}").strip()


_PLACE_OF_CQC = re.compile(r"(?<=/)1-\d{9,12}(?=/|$)")
_PHONE = re.compile(r"\+?[0-9(][0-9 ()-]*[0-9]")
_FEWEST, _MOST = 3, 15
_EMAIL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+", re.IGNORECASE)
_WRITTEN = re.compile(r"[!#-;=?-\[\]_a-z~]+")
"""The characters of an address: no blank, no quotation mark, nothing that is not ASCII."""
_PRIVATE = (
    ".local",
    ".localhost",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".private",
    ".home.arpa",
    ".onion",
)


def _parts(text: str) -> SplitResult | None:
    if not _WRITTEN.fullmatch(text):
        return None
    try:
        return urlsplit(text)
    except ValueError:
        return None


def _is_private(host: str) -> bool:
    if host.endswith(_PRIVATE):
        return True
    try:
        ip_address(host)
    except ValueError:
        return False
    return True
