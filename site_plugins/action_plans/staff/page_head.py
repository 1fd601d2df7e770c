"""What stands at the head of a page, and the links that lead from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A thing as it is cited: its reference (may be empty), its title, and the link to it."""

    ref: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the breadcrumb, or of a plan's menu; the page itself has no link."""

    word: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a page: where it is, its full reference, what it is, as at when, its title, a first text.

    `menu` leads to the other pages of its plan; the page itself has no link there.
    """

    crumbs: tuple[Crumb, ...]
    ref: str
    what: str
    as_at: str
    title: str
    lede: str = ""
    menu: tuple[Crumb, ...] = ()
