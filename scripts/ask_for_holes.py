"""Ask whether a version that a lock names has a known hole, and end well only where every one was answered for.

Run by `make audit`. pip-audit alone would say "No known vulnerabilities found" though nothing could be asked.
"""

import json
import subprocess
import sys


def main(program: str, lock: str) -> int:
    """Ask with pip-audit, whose path is `program`; print one line for each hole, or one of how it ended.

    Returns:
        0 where each version was asked for and none has a known hole, else 1.
    """
    command = [program, "--disable-pip", "--require-hashes", "--requirement", lock]
    command += ["--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answered = json.loads(done.stdout)["dependencies"]
    except ValueError:
        why = (done.stderr.strip().splitlines() or ["nothing"])[-1]
        print(f"Known holes could not be asked for, so nothing is known of any in {lock}. pip-audit said: {why}")
        return 1
    unknown = [each["name"] for each in answered if "skip_reason" in each]
    holes = [(each, hole) for each in answered for hole in each.get("vulns", ())]
    for each, hole in holes:
        mended = " or ".join(hole["fix_versions"]) or "no version yet"
        print(f"{each['name']} {each['version']} has a known hole, {hole['id']}. It is mended in {mended}.")
    if unknown:
        of_which = "any of them" if len(unknown) == len(answered) else ", ".join(unknown)
        print(
            f"The index that is reached here tells of no holes in {len(unknown)} of the {len(answered)} packages in "
            f"{lock}, so nothing is known of {of_which}. Ask again where the Python Package Index itself is reached."
        )
    elif not holes:
        print(f"None of the {len(answered)} packages in {lock} has a known hole.")
    return 1 if holes or unknown else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
