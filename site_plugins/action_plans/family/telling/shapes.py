"""The shapes of facts that stand on a page as they were written: telephone numbers, e-mail addresses, links."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, unquote, urlsplit


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


def is_on_the_web(text: str) -> bool:
    """Whether a fact is meant as a link rather than as a number to dial; schemes are written in any letters."""
    return text.casefold().startswith(("https://", "http://"))


def words_of_link(link: str) -> str:
    """Return what a reader could make out in an address: the words of its path; CQC's number of a place is none.

    Its host is looked at label by label: see `parts_of_address`.
    """
    parts = _parts(link)
    if parts is None:
        return link
    path = _PLACE_OF_CQC.sub(" ", unquote(parts.path))
    return re.sub(r"[^\w']+", " ", f"{path} {unquote(parts.fragment)}").strip()


@dataclass(frozen=True, slots=True)
class AddressParts:
    """The labels of an address: of its host, less what hosts of a country end with; before its @; of its path."""

    host: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    path: tuple[str, ...] = ()


def parts_of_address(text: str) -> AddressParts:
    """Return the labels of a link or of an e-mail address, as written; of what is neither, all of it is a path."""
    parts = _parts(text)
    if parts is not None and parts.netloc:
        path = (*unquote(parts.path).split("/"), unquote(parts.fragment))
        host = parts.netloc.rpartition("@")[2].partition(":")[0]
        return AddressParts(_labels(host), (), tuple(filter(None, path)))
    local, at, host = text.rpartition("@")
    return AddressParts(_labels(host), tuple(local.split("."))) if at else AddressParts(path=(text,))


def dialled(phone: str) -> str:
    """Return a telephone number as it is dialled: what a caller from abroad leaves out, `+44 (0)1632`, is no part."""
    number = _LEFT_OUT_FROM_ABROAD.sub(r"\1", phone)
    return "".join(character for character in number if character.isdigit() or character == "+")


def _labels(host: str) -> tuple[str, ...]:
    labels = host.split(".")[:-1]
    if len(labels) > 1 and labels[-1].casefold() in _OF_A_COUNTRY:
        labels.pop()
    return tuple(label for label in labels if label.casefold() not in ("www", "example"))


_OF_A_COUNTRY = frozenset(["ac", "co", "com", "gov", "ltd", "me", "net", "nhs", "org", "plc", "police", "sch"])
"""What stands before the last label of a host and names nobody: `.co.uk`."""
_PLACE_OF_CQC = re.compile(r"(?<=/)1-\d{9,12}(?=/|$)")
_PHONE = re.compile(r"\+?[0-9(][0-9 ()-]*[0-9]")
_LEFT_OUT_FROM_ABROAD = re.compile(r"^(\s*(?:\+|00)[1-9][0-9 -]*)\(\s*0\s*\)")
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
