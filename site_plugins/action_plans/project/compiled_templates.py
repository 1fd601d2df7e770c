"""Templates as they were compiled: in this process, and those that come with the package for the next one too.

Compiling them takes longer than a small project does. What is compiled is run later, so it is kept only where whoever
can write could change the program itself: beside what Python keeps of this very module, and by Python's own rules for
that. Nothing of a project is ever read from there, and nothing is kept of a project's own templates.
"""

import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """Compiled templates of one kind of environment."""

    def __init__(self, environment: Environment, shipped: tuple[Path, ...]) -> None:
        """Keep for the next process what comes from below the folders `shipped`."""
        self._shipped = shipped
        self._codes = _IN_PROCESS.setdefault(_kind(environment), {})
        self._folder = _folder() / _kind(environment)
        self._kept = FileSystemBytecodeCache(str(self._folder), "%s.bin")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the name under which a template is kept; of one that may be kept for the next process with a mark."""
        place = Path(filename) if filename else None
        is_shipped = place is not None and any(place.is_relative_to(folder) for folder in self._shipped)
        return f"{_MARK if is_shipped else ''}{super().get_cache_key(name, filename)}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill in what was compiled of the same text."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif bucket.key.startswith(_MARK):
            try:
                self._kept.load_bytecode(bucket)
            except Exception:  # noqa: BLE001 -- a damaged file may raise anything; it is compiled and written anew
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, and write it down where that can be."""
        self._codes[bucket.key] = (bucket.checksum, bucket.code)
        if bucket.key.startswith(_MARK) and not sys.dont_write_bytecode:
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                self._kept.dump_bytecode(bucket)


_MARK = "shipped-"
_IN_PROCESS: dict[str, dict[str, tuple[str, CodeType | None]]] = {}


def _folder() -> Path:
    """Return where what is compiled is kept: beside this module, or where Python is told to keep such things."""
    return Path(cache_from_source(__file__)).parent / "templates"


def _kind(environment: Environment) -> str:
    """Return a name for all that decides, besides a template's text, what it is compiled to.

    Filters are in it with the files that they are written in: what one makes of a fixed word is compiled in. So is what
    writes the code of a template.
    """
    writes_code = environment.code_generator_class._output_child_pre  # noqa: SLF001 -- the part that may be our own
    callables = sorted({**environment.filters, **environment.tests}.items())
    said = (
        (jinja2.__version__, type(environment).__qualname__, environment.sandboxed, environment.autoescape),
        (environment.trim_blocks, environment.lstrip_blocks, environment.block_start_string),
        (environment.variable_start_string, getattr(environment, "newstyle_gettext", None)),
        sorted(environment.extensions),
        _written(writes_code),
        [(name, str(getattr(each, "jinja_pass_arg", None)), *_written(each)) for name, each in callables],
    )
    return sha256(repr(said).encode()).hexdigest()[:16]


def _written(function: object) -> tuple[object, ...]:
    """Return the file that a function is written in, with its size and when it was changed; nothing of Jinja's own."""
    code = getattr(function, "__code__", None)
    if code is None or getattr(function, "__module__", "").startswith("jinja2."):
        return ()
    with suppress(OSError):
        known = Path(code.co_filename).stat()
        return code.co_filename, known.st_size, known.st_mtime_ns
    return (code.co_filename,)
