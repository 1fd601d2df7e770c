"""The frameworks that come with the package, each a file in `data/frameworks`."""

from functools import cache
from importlib.resources import files

from action_plans.english.near import did_you_mean
from action_plans.frameworks.framework import Framework
from action_plans.frameworks.framework_file import FrameworkFile
from action_plans.frameworks.matching import closest_names
from action_plans.model.errors import ActionPlansError


class UnknownFrameworkError(ActionPlansError):
    """No framework of this id comes with the package.

    Attributes:
        identifier: the id that was asked for.
        hint: what to write instead, a sentence.
    """

    def __init__(self, identifier: str) -> None:
        super().__init__(f"There is no framework “{identifier}”.")
        self.identifier = identifier
        known = framework_ids()
        meant = closest_names(identifier, known, at_most=1)
        one_of = f"Write one of {', '.join(known)}, or add plans/frameworks/{identifier}.yaml."
        self.hint = did_you_mean(*meant) if meant else one_of


@cache  # shipped data does not change while the program runs
def framework_ids() -> tuple[str, ...]:
    """Return the ids of the shipped frameworks, in alphabetical order."""
    names = (entry.name for entry in (_DATA / "frameworks").iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


@cache  # as above; a framework is frozen
def load_framework(identifier: str) -> Framework:
    """Return the shipped framework of this id.

    Raises:
        UnknownFrameworkError: there is none; it carries a hint.
    """
    if identifier not in framework_ids():
        raise UnknownFrameworkError(identifier)
    written = (_DATA / "frameworks" / f"{identifier}.json").read_bytes()
    return FrameworkFile.model_validate_json(written).framework(identifier)


_DATA = files("action_plans.frameworks") / "data"
