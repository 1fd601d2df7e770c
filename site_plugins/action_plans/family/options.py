"""What a project may choose about its family edition."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FamilyOptions:
    """Options of the family edition.

    Attributes:
        enabled: whether it is built.
        require_approval: whether words wait until a role has approved them.
        site_url: its address on the web, once it has one.
        names_to_refuse: names that must never appear, from a file outside the repository.
    """

    enabled: bool = True
    require_approval: bool = True
    site_url: str | None = None
    names_to_refuse: tuple[str, ...] = ()
