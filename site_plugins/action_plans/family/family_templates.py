"""The templates of the family edition, found first in the project, then in the package. Only this knows jinja2."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from html.parser import HTMLParser
from operator import itemgetter
from pathlib import Path
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from action_plans.family.style_parts import shortened
from action_plans.model.direction_marks import without_pasted_marks
from action_plans.project.compiled_templates import CompiledTemplates
from action_plans.project.fixed_names import named_by_content
from action_plans.project.quick_templates import QuickEnvironment
from action_plans.project.template_folders import builtin_templates
from action_plans.project.templates import environment_of, template_text

STYLE = "style.css"


class TemplateFaultError(Exception):
    """A template cannot be rendered: `name` is the file, `line` where, `said` what is wrong."""

    def __init__(self, name: str, line: int, said: str) -> None:
        """Keep where and what."""
        super().__init__(f"{name}:{line}: {said}")
        self.name, self.line, self.said = name, line, said


class _Sandbox(QuickEnvironment, ImmutableSandboxedEnvironment):
    """Allows what Jinja's own does, and asks of each call first.

    Whether an attribute is safe is told by the kind of thing alone, and asked once.
    """

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Return a template as it is looked at: what was pasted along must not part what Jinja, or a reader, reads."""
        return without_pasted_marks(super().preprocess(source, name, filename))

    @cached_property
    def _safe(self) -> dict[tuple[type, str], bool]:
        return {}

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may read an attribute."""
        asked = (type(obj), attr)
        if asked not in self._safe:
            self._safe[asked] = super().is_safe_attribute(obj, attr, value)
        return self._safe[asked]


class FamilyTemplates:
    """Renders templates by name. Text is escaped, what is not given is an error, and nothing but values is reached."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """Look for templates in `folders`, the first before the second."""
        self._folders = tuple(folders)
        self._environment = environment_of(folders, _Sandbox)
        self._environment.bytecode_cache = CompiledTemplates(self._environment, (builtin_templates(),))

    def render(self, name: str, **values: object) -> bytes:
        """Return a page, without the marks of direction that somebody pasted: guards read none.

        Raises:
            TemplateFaultError: the template, or one that it takes in, is no template or asks for what is not there.
        """
        try:
            page = self._environment.get_template(name).render(**values)
            return _squeezed(without_pasted_marks(page)).encode()
        except (MemoryError, KeyboardInterrupt):
            raise
        except Exception as error:
            raise self._fault(name, error) from error

    def _fault(self, name: str, error: Exception) -> TemplateFaultError:
        """Return what went wrong, with the innermost template and line that were reached."""
        if isinstance(error, TemplateSyntaxError):
            return TemplateFaultError(error.filename or error.name or name, error.lineno, str(error.message))
        if isinstance(error, TemplateNotFound):
            said = f"there is no template {error.name}"
        elif isinstance(error, RecursionError):
            said = "it takes itself in without end"
        else:
            said = str(error) or type(error).__name__
        roots = tuple(str(folder) for folder in self._folders)
        place, line = name, 1
        for frame, number in walk_tb(error.__traceback__):
            if frame.f_code.co_filename.startswith(roots):
                place, line = frame.f_code.co_filename, number
        return TemplateFaultError(place, line, said)

    @cached_property
    def stylesheet(self) -> bytes:
        """The stylesheet, comments and needless blanks left out."""
        return shortened(without_pasted_marks(template_text(self._folders, STYLE))).encode()

    @cached_property
    def style_names(self) -> tuple[str, ...]:
        """The names under which the stylesheet lies: one that changes with it, which pages are handed.

        Where a project's own template names `style.css`, as ours once did, it lies there as well.
        """
        by_content = named_by_content(STYLE, self.stylesheet)
        return (by_content, STYLE) if any(STYLE in source for source in self._sources()) else (by_content,)

    def literals(self) -> Iterator[str]:
        """Yield the words, and the names and values of attributes, that stand in the templates themselves."""
        for source in self._sources():
            reader = _Literals()
            reader.feed(_TAG.sub("\n\n", source))
            reader.close()
            yield from reader.found

    def _sources(self) -> Iterator[str]:
        for name in sorted(self._environment.list_templates(extensions=["html"])):
            if self._environment.loader is not None:
                yield self._environment.loader.get_source(self._environment, name)[0]


_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


class _Literals(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- the parser's signature
        for name, value in attrs:
            self.found.append(name)
            self.found += [value] if value else []

    def handle_decl(self, decl: str) -> None:
        self.found.append(decl)

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.found.append(data)


_BLOCK = r"</?(?:p|li|ul|ol|dl|dt|dd|h[1-6]|section|div|main|header|footer|nav|head|body|html|meta|title|link)\b[^>]*>"
_BETWEEN_BLOCKS = re.compile(rf"({_BLOCK})\s+(?={_BLOCK})")


def _squeezed(page: str) -> str:
    """Return a page without the blanks that nobody sees: around lines, and between blocks."""
    lines = (line.strip() for line in page.split("\n"))
    return _BETWEEN_BLOCKS.sub(itemgetter(1), "\n".join(line for line in lines if line)) + "\n"
