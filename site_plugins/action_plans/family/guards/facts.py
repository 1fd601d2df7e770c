"""Facts for families: numbers, addresses, names, times. Each is held to its shape; a wrong one is left out alone."""

import re
from collections.abc import Callable, Mapping

from action_plans.checking.confirming import is_nhs_number
from action_plans.family.telling.author_texts import AuthorText, Shape
from action_plans.family.telling.shapes import is_email, is_link, is_phone


def wrong_shape(text: AuthorText) -> tuple[str, str] | None:
    """Return what is wrong with the shape of a fact and what to write instead; None where nothing is."""
    written = " ".join(text.text.split())
    if len(written) > text.shape.longest:
        return f"has {len(written)} characters", f"Keep to {text.shape.longest}."
    if not written.isascii() and text.shape is not Shape.FACT:
        return "has letters that are not what they look like", "Type it anew."
    has_shape, what, hint = _SHAPES.get(text.shape, (lambda _: True, "", ""))
    return None if has_shape(written) else (what, hint)


def wrong_link(link: str) -> tuple[str, str] | None:
    """Return what is wrong with a link that stands elsewhere, such as that of a report; None where nothing is."""
    return None if is_link(link) else (_LINK[1], _LINK[2])


def _is_phone(text: str) -> bool:
    """Whether it is a telephone number, and none of the NHS, whose ten digits begin with no 0."""
    ten = re.fullmatch(r"[1-9](?:[ -]?\d){9}", text)
    return is_phone(text) and not (ten is not None and is_nhs_number(text, ten))


_LINK: tuple[Callable[[str], bool], str, str] = (
    is_link,
    "is no link to a public page",
    "Write the page's address from https:// on, without user, password, port or anything after a question mark.",
)
_SHAPES: Mapping[Shape, tuple[Callable[[str], bool], str, str]] = {
    Shape.PHONE: (_is_phone, "is no telephone number", "Write the number alone, such as 01632 960101."),
    Shape.EMAIL: (is_email, "is no e-mail address", "Write the address alone, such as manager@example.org."),
    Shape.LINK: _LINK,
    Shape.JOIN: (
        lambda text: is_link(text) or _is_phone(text),
        "is neither a link nor a telephone number",
        "Write one of the two alone; what to say about it belongs in `how`.",
    ),
}
