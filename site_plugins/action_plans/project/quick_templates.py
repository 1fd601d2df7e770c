"""How templates do quickly what they do a million times: write a value, and call a component.

Jinja makes of each text that is written an object that says it is safe, and joins it to others as plain text at once;
and of each call it asks whether it wants to know where it is called from, which no component does. The pages are the
same without either. Both are places at which Jinja lets an environment bring its own.
"""

from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def written(value: object) -> str:
    """Return a value as it stands in HTML: escaped, unless it is said to be safe."""
    if type(value) is Markup:
        return value
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return escape(value)


class _Code(CodeGenerator):
    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")


class _Calls(Context):
    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 -- as Jinja has it
        if type(called) is not Macro:
            return super().call(called, *args, **kwargs)
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return called(*args, **kwargs)


class QuickEnvironment(Environment):
    """An environment whose templates are quick, and write what they write in any other."""

    code_generator_class = _Code
    context_class = _Calls
    written = staticmethod(written)
