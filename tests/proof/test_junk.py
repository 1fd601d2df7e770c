"""The look for junk in messages: it spares what the author wrote, and nothing else."""

import pytest

from tests.proof.whole_way import junk_in


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("'OAK[' cannot be an id. Write letters, digits and hyphens.", "id: OAK["),
        ("'a {' is not a date; neither is 'b['.", "due: a {\nstart: b["),
        ("'None' is not a date. Write 2026-11-26.", "due: None"),
    ],
)
def test_what_the_author_wrote_may_be_quoted(message: str, written: str) -> None:
    """A quotation of the file is as the file has it, brackets and all."""
    assert junk_in(message, written) == []


@pytest.mark.parametrize(
    ("message", "written", "junk"),
    [
        ("one of ['OAK[', 'ELM'] was meant", "id: OAK[", "['"),
        ("one of ['ELM', 'OAK['] was meant", "id: OAK[", "['"),
        ("got {'a[': 'b'}", "a[: b", "{'"),
        ("'ELM[' cannot be an id", "id: OAK[", "['"),
        ("'OAK[' is None", "id: OAK[", "None"),
    ],
)
def test_what_the_program_printed_is_found(message: str, written: str, junk: str) -> None:
    """A list, a mapping or a value of the program is no quotation, whatever of the file stands in it."""
    assert junk in junk_in(message, written)
