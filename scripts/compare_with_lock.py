"""Print what is installed here in another version than a lock names, a line each: `click 8.6.0, in the lock 8.5.1`.

Run by `make NEWEST=1 test`, in the environment with the newest versions, so that a failure can be laid at a door.
"""

import sys
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def main(lock: Path) -> None:
    """Compare, and print."""
    named = _named_in(lock)
    here = {str(canonicalize_name(each.name)): each.version for each in distributions()}
    differ = [
        f"  {name} {here.get(name, 'is not installed')}, in the lock {version}"
        for name, version in sorted(named.items())
        if here.get(name) != version
    ]
    print(f"{len(differ)} of {len(named)} packages are not as in {lock}:", *differ, sep="\n")


def _named_in(lock: Path) -> dict[str, str]:
    """Return the version of each package that a lock names for this Python and this system."""
    named: dict[str, str] = {}
    for line in lock.read_text(encoding="utf-8").splitlines():
        if line[:1].isalnum():
            requirement = Requirement(line.removesuffix("\\").strip())
            if requirement.marker is None or requirement.marker.evaluate():
                (version,) = requirement.specifier
                named[canonicalize_name(requirement.name)] = version.version
    return named


if __name__ == "__main__":
    main(Path(sys.argv[1]))
