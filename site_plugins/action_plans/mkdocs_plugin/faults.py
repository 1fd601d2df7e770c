"""The adapter's last catch: whatever a hook raises is answered in words, and the last good sites stay."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from mkdocs.exceptions import MkDocsException, PluginError

from action_plans.model.errors import ActionPlansError
from action_plans.project.our_fault import our_fault, passes_through_us
from action_plans.project.own_templates import TemplateMistakeError, mistake_of

P = ParamSpec("P")
R = TypeVar("R")

STAYS = "The last good site stays as it was."


def answered(hook: Callable[P, R]) -> Callable[P, R]:
    """Return a hook that raises nothing but what MkDocs shows as a sentence."""

    @wraps(hook)
    def answering(*given: P.args, **named: P.kwargs) -> R:
        try:
            return hook(*given, **named)
        except MkDocsException:
            raise
        except Exception as error:
            raise PluginError(_of_ours(error)) from error

    return answering


def in_words(error: BaseException, root: Path, own_theme: Path | None) -> str | None:
    """Return in words what stopped a build elsewhere than in a hook; nothing where others have to answer for it.

    `root` is the project's folder, `own_theme` that of its own templates of the frame, where it has any.
    """
    if isinstance(error, MkDocsException):
        return None
    mistake = mistake_of(error, own_theme)
    if mistake is not None:
        return f"Nothing was published: {mistake.problem(root)} {STAYS}"
    if isinstance(error, OSError):
        return _of_ours(error)
    if isinstance(error, UnicodeDecodeError):
        return f"Nothing was published: the page named above is not saved as UTF-8. Save it so. {STAYS}"
    return our_fault(error) if passes_through_us(error) else None


def _of_ours(error: Exception) -> str:
    if isinstance(error, TemplateMistakeError):
        return f"Nothing was published: {error}. {STAYS}"
    if isinstance(error, ActionPlansError):
        return str(error)
    if isinstance(error, OSError):
        what = error.strerror or type(error).__name__
        where = f": {error.filename}" if error.filename else ""
        return (
            f"Nothing was published, because a file cannot be read or written ({what}{where}). See that the disk has "
            f"room and may be written to, and build again. {STAYS}"
        )
    return our_fault(error)
