"""What every test may use."""

from pathlib import Path

import pytest

from tests.built_sites import BothSites, build_both_sites
from tests.project import DEFAULTS, Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with nothing in it but mkdocs.yml and the home page; write plans and notes to it."""
    folder = tmp_path / "project"
    folder.mkdir()
    return Project(folder).write(DEFAULTS)


@pytest.fixture(scope="session")
def both_sites(tmp_path_factory: pytest.TempPathFactory) -> BothSites:
    """The repository's own two editions, as `make site` builds them."""
    return build_both_sites(tmp_path_factory.getbasetemp())
