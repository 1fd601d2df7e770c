"""Write the version into each template, and the sum of each into the package's list. Run by `make templates`.

The sums of older versions stay as they are: they say which templates people may have copied.
"""

import json
import tomllib
from pathlib import Path

from action_plans.project.template_versions import builtin_names, stamp, sum_of, version_of, without_stamp

ROOT = Path(__file__).parents[1]
HOME = ROOT / "docs_templates"
SUMS = ROOT / "site_plugins" / "action_plans" / "project" / "data" / "template_sums.json"


def main() -> None:
    """Bring every template and the list up to date."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    known = json.loads(SUMS.read_text(encoding="utf-8")) if SUMS.exists() else {}
    sums: dict[str, str] = {}
    for name in builtin_names(HOME):
        file = HOME / name
        text = file.read_text(encoding="utf-8")
        sums[name] = sum_of(name, text)
        if version_of(name, text) != version:
            file.write_text(stamped(name, without_stamp(name, text), version), encoding="utf-8", newline="\n")
    known[version] = sums
    SUMS.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8", newline="\n")


def stamped(name: str, text: str, version: str) -> str:
    """Return a template with its version."""
    at = 1 if name.endswith(".json") else 0
    return text[:at] + stamp(name, version) + text[at:]


if __name__ == "__main__":
    main()
