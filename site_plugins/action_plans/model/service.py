"""A care service, and the provider that several services share."""

from enum import unique
from typing import Annotated, Any

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from action_plans.model.family import ServiceFamily
from action_plans.model.markers import FilledIn, Takes
from action_plans.model.people import Roles
from action_plans.model.record import Choice, Entries, Id, Item, Many, Plain, Text, no_device, slug

_CQC_ID = r"^(1-\d{6,12}|[A-Z][A-Z0-9]{2,5}|\d[A-Z][A-Z0-9]{1,4}|\d{2}[A-Z][A-Z0-9]{0,3})$"

CqcId = Annotated[str, StringConstraints(pattern=_CQC_ID), Takes("a CQC number", "CQC numbers")]
"""CQC's number for a location or provider, such as 1-123456789, or a trust's code, such as RRK."""

ServiceId = Annotated[
    str,
    StringConstraints(pattern=r"^[^\W_][\w-]{0,59}$"),
    AfterValidator(no_device),
    Takes("a short name", "short names"),
]
"""A short name: letters, digits and hyphens. Made from the service's name where none is given."""


ServiceName = Annotated[Plain, Takes("a service's name or id", "names or ids of services")]
"""What a plan calls its service: the id of a file under `plans/services/`, or a name."""


@unique
class ServiceKind(Choice):
    """What kind of service it is."""

    CARE_HOME = "care-home"
    HOME_CARE = "home-care"
    SUPPORTED_LIVING = "supported-living"
    EXTRA_CARE = "extra-care"
    SHARED_LIVES = "shared-lives"
    DAY = "day"
    HOSPITAL = "hospital"
    AMBULANCE = "ambulance"
    OTHER = "other"


class Service(Item):
    """A care service as CQC knows it."""

    format: Plain | None = None
    """The version of this format: 1."""
    id: Annotated[ServiceId, FilledIn()]
    """A short name, used in addresses; by default made from the name."""
    name: Text
    """The service's name."""
    provider: Text | None = None
    """Who runs it."""
    cqc_location: CqcId | None = None
    """CQC's number for the location, such as 1-123456789."""
    cqc_provider: CqcId | None = None
    """CQC's number for the provider."""
    kind: ServiceKind | None = None
    """What kind of service it is."""
    places: int | None = Field(default=None, ge=1, le=100_000)
    """How many people it is registered for."""
    regulated_activities: Many[Text] = ()
    """The regulated activities it is registered for."""
    website: Plain | None = None
    """Its web address."""
    roles: Roles = Field(default_factory=dict)
    """Short codes and the roles they stand for."""
    family: ServiceFamily | None = None
    """What families are told of the service."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, written: Any) -> Any:  # noqa: ANN401 -- whatever was written
        if isinstance(written, dict) and "id" not in written and isinstance(written.get("name"), str):
            return {**written, "id": slug(written["name"])[:60].strip("-") or "service"}
        return written


class Provider(Item):
    """What all services of one provider share."""

    format: Plain | None = None
    """The version of this format: 1."""
    name: Text
    """The provider's name."""
    roles: Roles = Field(default_factory=dict)
    """Short codes and the roles they stand for."""
    organisational_objectives: Entries[Id, Text] = Field(default_factory=dict)
    """What the provider aims for, by reference."""
