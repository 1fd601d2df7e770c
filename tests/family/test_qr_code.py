"""The code for telephones: black runs on an empty edge, the same for the same address."""

import re

import segno

from action_plans.family.telling.qr_code import qr_code
from action_plans.project.options import FamilyOptions
from tests.family.family_projects import HOME_PAGE, a_home, edition

ADDRESS = "https://example.org/oakfield/"


def test_a_code_is_drawn_module_by_module() -> None:
    """The runs of the path cover the dark modules of the code and nothing else, four modules from the edge."""
    code = qr_code(ADDRESS)
    drawn = {
        (int(row), int(left) + step)
        for left, row, length in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", code.path)
        for step in range(int(length))
    }
    dark = {
        (row + 4, column + 4)
        for row, cells in enumerate(segno.make(ADDRESS, error="m", micro=False).matrix)
        for column, cell in enumerate(cells)
        if cell
    }
    assert drawn == dark
    assert code.width == max(row for row, _ in dark) + 5
    assert re.sub(r"M(\d+) (\d+)h(\d+)v1h-\3z", "", code.path) == ""


def test_without_an_address_there_is_no_code() -> None:
    """A site that has no address of its own says none, in words or as a code."""
    without = edition(a_home()).files[HOME_PAGE].decode()
    told = FamilyOptions(require_approval=False, site_url=ADDRESS)
    with_address = edition(a_home(), told).files[HOME_PAGE].decode()
    assert 'class="address"' not in without
    assert f'<a href="{ADDRESS}">{ADDRESS}</a>' in with_address
    assert '<svg viewBox="0 0 ' in with_address
