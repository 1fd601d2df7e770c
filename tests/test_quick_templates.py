"""Templates of the staff edition write what Jinja's own environment would write, only sooner."""

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from action_plans.project.quick_templates import QuickEnvironment

_TEMPLATE = """
{% macro box(title, kind="plain", more=none) %}<b class="{{ kind }}">{{ title }}{{ more }}</b>{% endmacro %}
{% macro around(title) %}<div>{{ title }}: {{ caller() }}</div>{% endmacro %}
{% macro any() %}{{ varargs|join(",") }}{{ kwargs|length }}{% endmacro %}
{% for one in values %}{{ one }}{{ box(one) }}{{ box(one, "<x>", more=one) }}{{ any(one, 1, a=2) }}
{% call around(one) %}{{ one }} {{ loop.index }}{% endcall %}{{ "a" ~ one }}{{ one|upper }}{% endfor %}
"""
_VALUES = (
    "plain",
    "a & b",
    "<i>",
    "\"'>",
    "",
    "&amp;",
    Markup("<i>safe</i>"),
    7,
    1.5,
    None,
    True,
    ["<", "'"],
    "é\u2028",
)


def test_values_and_components_are_written_as_jinja_writes_them() -> None:
    """Texts of any signs, safe ones, figures and lists come out as from Jinja's own environment, through macros too."""
    quick, usual = (kind(autoescape=True).from_string(_TEMPLATE) for kind in (QuickEnvironment, Environment))
    assert quick.render(values=_VALUES) == usual.render(values=_VALUES)


@pytest.mark.parametrize("template", ["{{ nothing }}", "{% macro a() %}{{ nothing.b }}{% endmacro %}{{ a() }}"])
def test_what_is_not_given_is_an_error(template: str) -> None:
    """A name that nobody gave stops the page, in a component too."""
    environment = QuickEnvironment(autoescape=True, undefined=StrictUndefined)
    with pytest.raises(UndefinedError):
        environment.from_string(template).render()


def test_a_component_that_is_called_wrongly_is_an_error() -> None:
    """More arguments than a component has, or one that it does not know, stop the page."""
    environment = QuickEnvironment(autoescape=True)
    for called in ("a(1, 2)", "a(b=1)"):
        with pytest.raises(TypeError):
            environment.from_string(f"{{% macro a(c) %}}{{{{ c }}}}{{% endmacro %}}{{{{ {called} }}}}").render()
