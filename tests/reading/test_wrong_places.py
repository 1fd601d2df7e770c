# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Files in the wrong place, copies, two in one: one message each, which says what the file looks like."""

from pathlib import Path

import pytest

from action_plans.reading.plan_files import read_plan_text, read_service_text
from action_plans.reading.portfolio_reader import read_portfolio
from tests.reading.small_files import about_plan, about_service, said

SERVICE = "id: elm\nname: Elm House\nkind: care-home\nplaces: 9\nroles:\n  RM: Registered manager\n"
PROVIDER = "name: Westshire Care\nroles:\n  NI: Nominated individual\norganisational_objectives:\n  OO1: Care\n"
PLAN = "id: OAK\ntitle: Plan\nservice: oakfield\nmilestones:\n  - {id: MS1, title: Safe, due: 2026-09-01}\n"
FINDING = "findings:\n  - {id: F1, title: x}\nactions:\n  - {id: A1, title: y, owner: RM, due: 2026-08-01, for: F1, milestone: MS1}\n"
IN_SERVICES = (
    "Move it into services/, in the folder of plans; its name is the id of the service, such as oakfield.yaml."
)


@pytest.mark.parametrize("path", ["plans/elm.yaml", "plans/Services/elm.yaml", "plans/service/elm.yaml"])
def test_a_service_among_plans(path: str) -> None:
    """It is told where services lie, and its id is not missed by plans that name it."""
    for text in (SERVICE, SERVICE.removeprefix("id: elm\n")):
        read = read_plan_text(text.encode(), path)
        assert said(read.problems) == [
            f"1:1 AP100 this looks like a service, so it is not read as a plan. {IN_SERVICES}"
        ]
        assert read.left_out is not None
        assert (read.left_out.kind, read.left_out.id) == ("service", "elm")
    assert about_service(SERVICE, "plans/services/elm.yaml") == []


@pytest.mark.parametrize("path", ["plans/providers.yaml", "plans/Provider.yaml"])
def test_a_provider_under_another_name(path: str) -> None:
    """The one name that it may have is said."""
    (line,) = said(read_plan_text(PROVIDER.encode(), path).problems)
    assert line.startswith(
        "1:1 AP100 this looks like the file of the provider, so it is not read as a plan. Call it provider.yaml,"
    )


def test_a_plan_among_services() -> None:
    """One message, not one for each of its fields."""
    read = read_service_text((PLAN + FINDING).encode(), "plans/services/oak.yaml")
    assert said(read.problems) == [
        "1:1 AP100 this looks like a plan, so it is not read as a service. Move it into the folder of plans, out of services/."
    ]


def test_a_note_among_plans() -> None:
    """What supports something is a note."""
    (line,) = about_plan("", "id: E1\ntitle: x\ndate: 2026-05-01\nsupports: OAK/A1\n")
    assert line.startswith("1:1 AP100 this looks like an evidence note, so it is not read as a plan.")


@pytest.mark.parametrize("name", ["elm - Copy", "copy-of-elm", "ash"])
def test_a_copied_service_is_told_once_and_at_the_copy(name: str, tmp_path: Path) -> None:
    """Its id is not the file's name either, and that follows; written as it says, nothing is told."""
    services = tmp_path / "plans" / "services"
    services.mkdir(parents=True)
    copy = services / f"{name}.yaml"
    for file in (services / "elm.yaml", copy):
        file.write_text(SERVICE, encoding="utf-8")
    (tmp_path / "plans" / "elm.yaml").write_text("id: ELM\ntitle: Plan\nservice: elm\n", encoding="utf-8")
    (problem,) = read_portfolio(tmp_path).problems
    meant = name.replace(" - C", "-c")
    assert (problem.origin.path, problem.code.value) == (f"plans/services/{name}.yaml", "AP108")
    assert problem.hint == (
        f"A service has one file: take this one out, or, if it is of another service, write id: {meant} and the name "
        "of that one."
    )
    copy.write_text(SERVICE.replace("id: elm\nname: Elm", f"id: {meant}\nname: Ash"), encoding="utf-8")
    assert read_portfolio(tmp_path).problems == ()


@pytest.mark.parametrize("slip", ["name: Plan\n", "kind: own\n", "places: 3\n", "supports: OAK/A1\n"])
def test_a_plan_with_a_field_of_another_file_is_a_plan(slip: str) -> None:
    """One field makes no service or note of it."""
    (line,) = about_plan("", PLAN + FINDING + slip)
    assert " AP105 the plan has a field that does not exist" in line


def test_a_second_plan_below_the_first() -> None:
    """It is told at its first line, and nothing of it is taken for the first one's."""
    second = "id: ELM\ntitle: Second\nservice: elm\nfindings:\n  - {id: F1, title: z}\n"
    text = PLAN + FINDING + second
    line = (PLAN + FINDING).count("\n") + 1
    assert about_plan("", text) == [
        f"{line}:1 AP103 the file begins anew here: id, title and more stand above already. A file holds one plan: move all from line {line} on into a file of its own."
    ]
    read = read_plan_text(text.encode(), "oak.yaml")
    assert read.record is not None
    assert [finding.title for finding in read.record.findings] == ["x"]


@pytest.mark.parametrize("copy", ["oak - Copy.yaml", "Copy of oak.yaml", "oak (1).yaml"])
def test_a_copy_has_the_id_a_second_time(tmp_path: Path, copy: str) -> None:
    """Not the file that it was made of, though that comes later in the alphabet."""
    (tmp_path / "plans").mkdir()
    for name in ("oak.yaml", copy):
        (tmp_path / "plans" / name).write_text(PLAN + FINDING, encoding="utf-8")
    (problem,) = read_portfolio(tmp_path).problems
    assert problem.origin.path == f"plans/{copy}"
    assert problem.message == "the id OAK is used a second time: it is that of plan OAK at plans/oak.yaml:1:5."
