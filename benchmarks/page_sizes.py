"""How large the pages of a built site are: those over a bar, the first page, the trail and the search index.

    python benchmarks/page_sizes.py site [--bar 300]        sizes in kB, of 1,000 bytes

The bars: no page over 300 kB at 300 findings, none over 500 kB at 3,000; the search index under 1 MB at 300; the first
page under 60 kB beyond what the theme shares among all pages. `trail.json` holds the whole trace by contract, so it
grows with it: about 9 kB a finding with three actions and six notes. Exit status 1 where a bar is missed.
"""

import argparse
import sys
from pathlib import Path

_KB = 1000
_SMALL, _FIRST, _INDEX = 300, 60, 1000


def main() -> int:
    """List what is too large, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--bar", type=int, default=_SMALL)
    parser.add_argument("--show", type=int, help="list pages from this size on; by default those over the bar")
    options = parser.parse_args()
    sizes = sorted(((page.stat().st_size, page) for page in options.site.rglob("*.html")), reverse=True)
    least = (options.bar if options.show is None else options.show) * _KB
    for size, page in sizes:
        if size > least:
            print(f"{size / _KB:10.0f} kB  {page.relative_to(options.site).as_posix()}")
    over = sum(size > options.bar * _KB for size, _ in sizes)
    bars = {"index.html": _FIRST, "trail.json": None, "search/search_index.json": _INDEX}
    is_met = not over
    for name, bar in bars.items():
        size = (options.site / name).stat().st_size / _KB
        is_met &= bar is None or size <= bar or options.bar > _SMALL
        print(f"{size:10.0f} kB  {name}")
    print(f"{len(sizes)} pages, {over} over {options.bar} kB, {sum(size for size, _ in sizes) / _KB:.0f} kB in all")
    return 0 if is_met else 1


if __name__ == "__main__":
    sys.exit(main())
