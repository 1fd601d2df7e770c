"""The components of the staff edition, by the examples that lie beside each."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup

from action_plans.project.template_folders import builtin_templates
from action_plans.staff.staff_templates import staff_templates
from tests.staff.reading_html import faults

COMPONENTS = builtin_templates() / "components"
MACRO = re.compile(r"\{%-? macro (\w+)\(")


def _examples() -> Iterator[Any]:
    for path in sorted(COMPONENTS.glob("*/examples.yaml")):
        for example in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield pytest.param(path.parent.name, example, id=f"{path.parent.name}: {example['name']}")


def _render(component: str, example: dict[str, Any], folder: Path) -> str:
    """Render an example as a page would, from a template that calls the macro."""
    call = f"it({', '.join(f'{name}=values.{name}' for name in example.get('values', {}))})"
    called = f"{{% call {call} %}}{{{{ inside }}}}{{% endcall %}}" if "inside" in example else f"{{{{ {call} }}}}"
    source = f'{{% from "components/{component}/template.html.j2" import {example["call"]} as it %}}{called}'
    (folder / "example.html.j2").write_text(source, encoding="utf-8")
    templates = staff_templates([folder, builtin_templates()])
    inside = Markup(example.get("inside", ""))  # noqa: S704 -- written in the example
    html = templates.render("example.html.j2", values=example.get("values", {}), inside=inside)
    return str(example.get("wrap", "{}")).replace("{}", html)


@pytest.mark.parametrize(("component", "example"), list(_examples()))
def test_every_example_is_sound_html_whatever_words_it_holds(
    component: str, example: dict[str, Any], tmp_path: Path
) -> None:
    """An example renders to HTML whose elements are all closed, with no script, handler or style from its words."""
    html = _render(component, example, tmp_path)

    assert faults(html) == []


def test_every_component_has_hostile_words_among_its_examples() -> None:
    """A component that prints words shows by an example that it escapes them."""
    careless = [
        folder.name
        for folder in sorted(COMPONENTS.iterdir())
        if "<script" not in (folder / "examples.yaml").read_text(encoding="utf-8")
    ]

    assert careless == []


def test_every_macro_has_an_example() -> None:
    """Nothing can be called in a component that no example shows."""
    missing = []
    for folder in sorted(COMPONENTS.iterdir()):
        shown = {example["call"] for example in yaml.safe_load((folder / "examples.yaml").read_text(encoding="utf-8"))}
        macros = MACRO.findall((folder / "template.html.j2").read_text(encoding="utf-8"))
        missing += [f"{folder.name}.{macro}" for macro in macros if macro not in shown]

    assert missing == []
