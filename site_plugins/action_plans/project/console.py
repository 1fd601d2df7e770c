"""What stands between us and a console: one encoding, whatever the console's own."""

import sys
from io import TextIOWrapper


def speak_utf8() -> None:
    """Write UTF-8 from here on, to the console and to files alike: names with Ł or Ż are in no old code page.

    What UTF-8 cannot hold, half a character in the name of a file, is written as its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
