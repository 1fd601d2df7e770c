"""The ids that a plan may still give."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count


def free_ids(taken: Iterable[str], alike: Iterable[str], prefix: str) -> Iterator[str]:
    """Yield the ids after all that are taken, in the manner of most of those alike: `A18`, `A19`, or `ACT-07`."""
    found = [match for name in alike if (match := _NUMBERED.fullmatch(name))]
    if found:
        prefix = Counter(match[1] for match in found).most_common(1)[0][0]
    numbered = [match for name in taken if (match := _NUMBERED.fullmatch(name))]
    of_kind = [match for match in numbered if match[1].casefold() == prefix.casefold()]
    highest = max((int(match[2]) for match in of_kind), default=0)
    width = max((len(match[2]) for match in of_kind if match[2].startswith("0")), default=1)
    for number in count(highest + 1):
        yield f"{prefix}{number:0{width}}"


_NUMBERED = re.compile(r"([A-Za-z-]*[A-Za-z]-?)(\d+)")
