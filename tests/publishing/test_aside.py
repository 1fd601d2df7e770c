"""What waits to be written: the same bytes come back, from memory and from a file."""

import pytest

from action_plans.publishing.aside import Aside


@pytest.mark.parametrize("in_memory", [1_000, 10])
def test_what_was_put_aside_comes_back(in_memory: int) -> None:
    """Bytes come back whole in any order, as often as asked for, with more put aside between, from either place."""
    aside = Aside(in_memory)
    several = [b"", b"\x00\xff" * 7, "Größe €".encode(), b"x" * 40]
    held = [aside.put(content) for content in several]
    assert [each.read() for each in reversed(held)] == several[::-1]
    later = aside.put(b"later")
    assert [each.read() for each in held] == several
    assert later.read() == b"later"
